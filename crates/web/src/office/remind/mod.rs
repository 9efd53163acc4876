//! `/cong-viec/nhac-viec`: reminders already drafted for each body. An officer reads, changes and sends several by one
//! press; each goes to the threads of its matters, the news of the body and the mail outbox (P12, S0.11).

pub mod drafts;
mod letter;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use caunoi_app::{
    Refusal,
    followup::remind::{Matter, Remind},
};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{beside, urging::Urged};
use serde::Deserialize;

use self::drafts::{Draft, Drafted};
use super::followup::input::Typed;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render,
    },
};

/// Addresses of reminders.
pub fn routes() -> Router<Web> {
    Router::new().route("/cong-viec/nhac-viec", get(show).post(send)).route("/thong-bao/nhac/{id}", get(letter::show))
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// How many were just sent.
    xong: i64,
}

#[derive(Template)]
#[template(path = "office/remind.html")]
struct RemindPage {
    page: Page,
    csrf: String,
    key: String,
    drafted: Drafted,
    done: i64,
    errors: Vec<(String, String)>,
    draft: DraftView,
    found: String,
}

/// The form's address, under which its draft is kept, and the name of the moment of keeping.
const FORM: &str = "/cong-viec/nhac-viec";
const FOUND: &str = "nhap";

/// `GET /cong-viec/nhac-viec`
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::Urge)?;
    let mut conn = web.app.store.read().await?;
    let (mut drafted, kept) =
        beside!(&mut conn, |c| drafts::load(c, &desk, web.app.clock.today()), |c| crate::office::drafts::fields(c, &desk, FORM, FOUND),)?;
    drop(conn);
    let found = crate::office::drafts::value(&kept, FOUND);
    if !kept.is_empty() {
        keep(&desk.page, &mut drafted.drafts, &Typed::plain(kept), &[]);
    }
    Ok(page(&web, desk, drafted, Said { done: asked.xong, errors: Vec::new(), found }, &[]))
}

/// What the page says beside the drafts.
struct Said {
    /// How many were just sent.
    done: i64,
    errors: Vec<(String, String)>,
    /// When what is typed was kept; empty where it was not.
    found: String,
}

async fn load(web: &Web, desk: &Desk) -> Result<Drafted, Fault> {
    let mut conn = web.app.store.read().await?;
    drafts::load(&mut conn, desk, web.app.clock.today()).await
}

fn page(web: &Web, desk: Desk, drafted: Drafted, said: Said, wrong: &[Problem]) -> Response {
    let Said { done, errors, found } = said;
    let draft = DraftView::of(FORM, FORM);
    let view = RemindPage { csrf: desk.csrf().to_owned(), key: web.app.token(), drafted, done, errors, draft, found, page: desk.page };
    render::form(&view, wrong)
}

/// `POST /cong-viec/nhac-viec`: those that are ticked are sent, each for itself; what could not be sent stays with what
/// was typed.
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn send(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.allow(Action::Urge)?;
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let chosen = typed.all("gui");
    let mut wrong: Vec<(String, Problem)> = Vec::new();
    if chosen.is_empty() {
        wrong.push((String::new(), Problem::new("gui", What::Empty)));
    }
    for body in &chosen {
        if let Err(refusal) = remind(&web, &desk, &typed, body).await {
            wrong.extend(problems_of(refusal)?.into_iter().map(|p| (body.clone(), p)));
        }
    }
    let failed: Vec<&String> = chosen.iter().filter(|b| wrong.iter().any(|(of, _)| of == *b)).collect();
    let sent = i64::try_from(chosen.len() - failed.len()).unwrap_or(0);
    if sent > 0 {
        crate::office::drafts::sent(&web, &desk, FORM).await?;
    }
    if wrong.is_empty() {
        return Ok(Redirect::to(&format!("/cong-viec/nhac-viec?xong={sent}")).into_response());
    }
    let mut drafted = load(&web, &desk).await?;
    let errors = keep(&desk.page, &mut drafted.drafts, &typed, &wrong);
    let wrong: Vec<Problem> = wrong.into_iter().map(|(_, p)| p).collect();
    Ok(page(&web, desk, drafted, Said { done: sent, errors, found: String::new() }, &wrong))
}

async fn remind(web: &Web, desk: &Desk, typed: &Typed, body: &str) -> Result<(), Refusal> {
    let matter = |v: String| {
        let (kind, id) = v.split_once(':')?;
        let kind = [Urged::Assignment, Urged::PreparedAnswer].into_iter().find(|k| k.code() == kind)?;
        Some(Matter { kind, id: id.to_owned() })
    };
    let matters = typed.all(&format!("viec-{body}")).into_iter().filter_map(matter).collect();
    let verb = Remind { body_id: body.to_owned(), matters, text: typed.get(&format!("text-{body}")).to_owned() };
    let key = format!("{}-{body}", typed.get("key"));
    web.app.carry_out_once(&desk.actor, &key, verb).await.map(drop)
}

/// What was typed and not sent stays, with what is wrong beside it; answers the summary.
fn keep(page: &Page, drafts: &mut [Draft], typed: &Typed, wrong: &[(String, Problem)]) -> Vec<(String, String)> {
    for d in drafts.iter_mut() {
        let text = typed.get(&format!("text-{}", d.body_id));
        if !text.is_empty() {
            text.clone_into(&mut d.text);
        }
        d.ticked = typed.chose("gui", &d.body_id);
        d.error = wrong.iter().find(|(of, _)| *of == d.body_id).map(|(_, p)| problems::say(page.t, p));
    }
    let name = |of: &str| drafts.iter().find(|d| d.body_id == of).map(|d| d.body_name.clone());
    wrong
        .iter()
        .map(|(of, p)| {
            let said = problems::say(page.t, p);
            match name(of) {
                Some(body) => (format!("text-{of}"), format!("{body}: {said}")),
                None if of.is_empty() => ("gui".to_owned(), page.t.remind_none_ticked()),
                None => ("gui".to_owned(), said),
            }
        })
        .collect()
}
