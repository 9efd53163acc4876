//! Several texts are published by one press, or laid before a head where the policy of publication lets one decide: each
//! is read and edited in the same form, each is decided for itself, and what was refused stays with what was typed.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{Form, Query};
use caunoi_app::{
    Refusal,
    desk::edited::{Edited, OnRead},
    opinion::{
        publish::{Publish, PublishOf},
        submit_text::SubmitText,
    },
    people::published_by,
};
use caunoi_domain::{
    opinion::{
        item::Publication,
        submission::{BODY_MAX, LINE_MAX, text},
    },
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{
    Conn, beside, beside_each,
    publication_draft::{self, TextRow},
    queue::{self, Line},
};
use serde::Deserialize;

use super::{act::Act, public_id, shown, standing};
use crate::{
    Web,
    office::{
        followup::input::Typed,
        many::{self, Place},
    },
    page::{Page, desk::Desk, fault::Fault, problems, render, stands::Stands},
};

/// Texts of one form at most.
const ROWS: usize = 30;

/// What the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    chon: Vec<String>,
    loc: String,
    sau: String,
}

struct Row {
    id: String,
    given: String,
    title: String,
    body: String,
    ticked: bool,
    /// The words that are edited.
    stands: Stands,
    /// Every reason why it was refused.
    errors: Vec<String>,
}

#[derive(Template)]
#[template(path = "office/publish_many.html")]
struct ManyPage {
    page: Page,
    csrf: String,
    key: String,
    place: Place,
    back: String,
    /// A head decides: the texts are laid before one.
    submits: bool,
    rows: Vec<Row>,
    done: Vec<String>,
    errors: Vec<(String, String)>,
}

/// `GET /cong-viec/phan-loai/cong-bo-nhieu`
///
/// # Errors
/// Not for this officer; no such item here.
pub async fn show(State(web): State<Web>, desk: Desk, Query(named): Query<Named>) -> Result<Response, Fault> {
    desk.allow(Action::Publish)?;
    let (submits, lines) = read(&web, &desk, &named.chon).await?;
    let mut rows = Vec::new();
    for (l, laid) in lines {
        let mut row = row(&web, &desk.page, (&l, laid.as_ref()), None, Refused::default());
        if let Some(text) = laid.filter(|_| submits) {
            (row.title, row.body) = (text.title, text.body);
        }
        rows.push(row);
    }
    let place = Place::of(&named.loc, &named.sau);
    Ok(page(&web, desk, Shown { submits, place, rows, ..Shown::default() }))
}

/// `POST /cong-viec/phan-loai/cong-bo-nhieu`
///
/// # Errors
/// Not for this officer; no such item here.
pub async fn publish(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.allow(Action::Publish)?;
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let place = Place::of(typed.get("loc"), typed.get("sau"));
    let (submits, lines) = read(&web, &desk, &typed.all("chon")).await?;
    let mut shown_again = Shown { submits, place, key: typed.get("key").to_owned(), ..Shown::default() };
    if typed.all("lay").is_empty() {
        shown_again.refuse(&desk.page, "main", "", &[Problem::new("items", What::Empty)]);
    }
    for (l, laid) in lines {
        let id = shown(l.public_id);
        let mut refused = Refused::default();
        if typed.chose("lay", &id) {
            match one(&web, &desk, &typed, (&id, l.public_id), shown_again.submits).await {
                Ok(()) => {
                    shown_again.done.push(l.title);
                    continue;
                }
                Err(refusal) => {
                    refused.all = many::reasons(refusal);
                    refused.said = shown_again.refuse(&desk.page, &format!("title-{id}"), &l.title, &refused.all);
                }
            }
        }
        shown_again.rows.push(row(&web, &desk.page, (&l, laid.as_ref()), Some(&typed), refused));
    }
    if shown_again.wrong.is_empty() {
        let act = if shown_again.submits { Act::Submit } else { Act::Publish };
        let place = if shown_again.place.loc.is_empty() { Place::of("cong-bo", "") } else { shown_again.place };
        return Ok(Redirect::to(&place.behind(&format!("/cong-viec/phan-loai?xong={}", act.code()))).into_response());
    }
    Ok(page(&web, desk, shown_again))
}

/// Why a text was refused, and the same in words.
#[derive(Default)]
struct Refused {
    all: Vec<Problem>,
    said: Vec<String>,
}

/// What the form is shown with.
#[derive(Default)]
struct Shown {
    submits: bool,
    place: Place,
    key: String,
    rows: Vec<Row>,
    done: Vec<String>,
    errors: Vec<(String, String)>,
    wrong: Vec<Problem>,
}

impl Shown {
    /// A text was refused: every reason stands in the summary, and beside it.
    fn refuse(&mut self, page: &Page, field: &str, title: &str, all: &[Problem]) -> Vec<String> {
        let said: Vec<String> = all.iter().map(|p| problems::say(page.t, p)).collect();
        let named = |words: &String| if title.is_empty() { words.clone() } else { format!("{title}: {words}") };
        self.errors.extend(said.iter().map(|words| (field.to_owned(), named(words))));
        self.wrong.extend_from_slice(all);
        said
    }
}

async fn one(web: &Web, desk: &Desk, typed: &Typed, (id, item): (&str, i64), submits: bool) -> Result<(), Refusal> {
    let mut wrong = Vec::new();
    let title = text(typed.get(&format!("title-{id}")), "published_title", LINE_MAX, true, &mut wrong);
    let body = text(typed.get(&format!("body-{id}")), "published_body", BODY_MAX, true, &mut wrong);
    if !wrong.is_empty() {
        return Err(Refusal::Invalid(wrong));
    }
    let key = format!("{}-{id}", typed.get("key"));
    let (of, seen) = (Edited::Text(item), typed.get(&format!("seen-{id}")).to_owned());
    if submits {
        let verb = OnRead { of, seen, verb: SubmitText { item, title, body } };
        return web.app.carry_out_once(&desk.actor, &key, verb).await;
    }
    let verb = PublishOf { text: Publish { item, title, body }, press: typed.get("key").to_owned() };
    web.app.carry_out_once(&desk.actor, &key, OnRead { of, seen, verb }).await
}

/// Whether the office lays texts before a head, who decides; and the chosen items, each with the text that was laid already.
async fn read(web: &Web, desk: &Desk, chosen: &[String]) -> Result<(bool, Vec<(Line, Option<TextRow>)>), Fault> {
    let unit_id = desk.officer.unit_id.as_str();
    let mut ids = Vec::new();
    for id in chosen.iter().take(ROWS) {
        let id = public_id(id)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut conn = web.app.store.read().await?;
    let (decides, lines) =
        beside!(&mut conn, |c| async { Ok::<_, Fault>(published_by::decides(c, unit_id, &desk.actor).await?) }, |c| async {
            beside_each!(c, &ids, |c, id| line(c, unit_id, *id))
        },)?;
    if lines.is_empty() { Err(Fault::NotFound) } else { Ok((!decides, lines)) }
}

async fn line(conn: &mut Conn<'_>, unit_id: &str, public_id: i64) -> Result<(Line, Option<TextRow>), Fault> {
    let line = queue::line(conn, unit_id, public_id).await?.ok_or(Fault::NotFound)?;
    let laid = publication_draft::find(conn, &line.id).await?;
    Ok((line, laid))
}

fn row(web: &Web, page: &Page, (l, laid): (&Line, Option<&TextRow>), typed: Option<&Typed>, refused: Refused) -> Row {
    let id = shown(l.public_id);
    let sent = typed.map(|t| t.get(&format!("seen-{id}")));
    let stands = standing::text(web, page, (l, laid), sent, &refused.all);
    let published = l.publication == Publication::Published;
    let (title, body) = match typed {
        Some(t) => (t.get(&format!("title-{id}")).to_owned(), t.get(&format!("body-{id}")).to_owned()),
        None if published => (l.published_title.clone(), l.published_body.clone()),
        None => (l.title.clone(), l.body.clone()),
    };
    let ticked = typed.is_none_or(|t| t.chose("lay", &id));
    Row { given: l.body.clone(), title, body, ticked, stands, errors: refused.said, id }
}

fn page(web: &Web, desk: Desk, s: Shown) -> Response {
    let view = ManyPage {
        csrf: desk.csrf().to_owned(),
        key: if s.key.is_empty() { web.app.token() } else { s.key },
        back: s.place.behind("/cong-viec/phan-loai"),
        place: s.place,
        submits: s.submits,
        rows: s.rows,
        done: s.done,
        errors: s.errors,
        page: desk.page,
    };
    render::form(&view, &s.wrong)
}
