//! Sổ công khai (S0.19): what was made public, in which form, from when to when, where; and first what must be public
//! and is not.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::publishing::{self, AddMatter, PublishMatter};
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::{Problem, What},
    publishing::proof::ProofWay,
    text::date,
};
use caunoi_store::publication::{self, OwnMatter, PublicationLine};
use serde::Deserialize;

use super::proof::called;
use crate::{
    Web,
    office::dialogue::form::{FieldView, Pairs, summary},
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::day,
        icon::Icon,
        mark::{self, Mark, Tone},
        problems, render, words,
    },
};

/// Lines of one page.
const LINES: i64 = 30;

/// A matter to choose, or one that is not public this year.
struct MatterView {
    code: String,
    title: String,
    citation: String,
    unconfirmed: bool,
    chosen: bool,
}

struct Line {
    href: String,
    title: String,
    paper: String,
    mark: Mark,
    given: i64,
    asked: i64,
    first: String,
    ended: String,
}

struct WayView {
    code: &'static str,
    word: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "office/publishing/register.html")]
struct RegisterPage {
    page: Page,
    csrf: String,
    key: String,
    year: i16,
    errs: Vec<(String, String)>,
    not_public: Vec<MatterView>,
    lacking: Vec<Line>,
    lines: Vec<Line>,
    more: Option<String>,
    matters: Vec<MatterView>,
    matter_error: Option<String>,
    ways: Vec<WayView>,
    ways_error: Option<String>,
    fields: Vec<FieldView>,
    own: Vec<FieldView>,
    open: bool,
    open_own: bool,
    within: String,
    may: bool,
}

/// What of the register is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    truoc: String,
}

#[derive(Default)]
struct Shown {
    pairs: Vec<(String, String)>,
    problems: Vec<Problem>,
    after: String,
}

/// `GET /cong-viec/so-cong-khai`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let pairs = vec![("paper_on".to_owned(), date::vi(web.app.clock.today()))];
    view(&web, &desk, Shown { pairs, after: asked.truoc, ..Shown::default() }).await
}

/// `POST /cong-viec/so-cong-khai`: a publication is entered.
///
/// # Errors
/// Not for this officer.
pub async fn publish(State(web): State<Web>, desk: Desk, Form(sent): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let pairs = Pairs(sent);
    desk.check(&pairs.get("csrf"))?;
    let mut wrong = Vec::new();
    let today = web.app.clock.today();
    let paper_on = day(&pairs.get("paper_on"), "paper_on", &mut wrong);
    if paper_on.is_none() && wrong.is_empty() {
        wrong.push(Problem::new("paper_on", What::Empty));
    }
    let verb = PublishMatter {
        unit_id: desk.officer.unit_id.clone(),
        matter: pairs.get("matter"),
        title: pairs.get("title"),
        paper: pairs.get("paper"),
        paper_on: paper_on.unwrap_or(today),
        ways: pairs.all("ways").iter().filter_map(|w| w.parse().ok()).collect(),
    };
    if wrong.is_empty() {
        match web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await {
            Ok(id) => return Ok(Redirect::to(&format!("/cong-viec/so-cong-khai/{}", PublicId::from_i64(id))).into_response()),
            Err(refused) => wrong = problems_of(refused)?,
        }
    }
    view(&web, &desk, Shown { pairs: pairs.0, problems: wrong, ..Shown::default() }).await
}

/// `POST /cong-viec/so-cong-khai/noi-dung`: a matter is added.
///
/// # Errors
/// Not for this officer.
pub async fn add_matter(State(web): State<Web>, desk: Desk, Form(sent): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let pairs = Pairs(sent);
    desk.check(&pairs.get("csrf"))?;
    let verb = AddMatter { unit_id: desk.officer.unit_id.clone(), title: pairs.get("matter_title"), citation: pairs.get("citation") };
    match web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await {
        Ok(()) => Ok(Redirect::to("/cong-viec/so-cong-khai").into_response()),
        Err(refused) => view(&web, &desk, Shown { pairs: pairs.0, problems: problems_of(refused)?, ..Shown::default() }).await,
    }
}

async fn view(web: &Web, desk: &Desk, shown: Shown) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let (unit_id, today) = (&desk.officer.unit_id, web.app.clock.today());
    let mut conn = web.app.store.read().await?;
    let (own, public, mut lacking, mut lines) = conn
        .together((
            publication::own_matters_look(unit_id),
            publication::matters_public_since_look(unit_id, &format!("{:04}-01-01", today.year())),
            publication::register_look(unit_id, true, None, LINES),
            publication::register_look(unit_id, false, key(&shown.after), LINES + 1),
        ))
        .await?;
    drop(conn);
    // What is due first comes first.
    lacking.sort_by(|a, b| a.publication.due_on.cmp(&b.publication.due_on));
    let page = desk.page.clone();
    let (t, all) = (page.t, &shown.problems);
    let more = usize::try_from(LINES).unwrap_or(0);
    let next = (lines.len() > more).then(|| lines.truncate(more)).and(lines.last()).map(|l| {
        let p = &l.publication;
        format!("/cong-viec/so-cong-khai?truoc={}_{}", p.at, p.id)
    });
    let pairs = Pairs(shown.pairs);
    let matters = matters(&own, &pairs.get("matter"))?;
    let within = publishing::matters()?.publish_within;
    let of_own = |p: &Problem| matches!(p.field, "matter_title" | "citation");
    let get = |name: &'static str, label: String| FieldView::line(t, all, name, label, &pairs.get(name));
    let view = RegisterPage {
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        year: today.year(),
        errs: summary(t, all),
        not_public: matters.iter().filter(|m| !public.contains(&m.code)).map(MatterView::again).collect(),
        lacking: lacking.iter().map(|l| line(&page, l, today)).collect(),
        lines: lines.iter().map(|l| line(&page, l, today)).collect(),
        more: next,
        matter_error: problems::of(t, all, "matter"),
        ways: ProofWay::ALL
            .iter()
            .map(|w| WayView { code: w.code(), word: words::proof_way(t, *w), chosen: pairs.all("ways").iter().any(|c| c == w.code()) })
            .collect(),
        ways_error: problems::of(t, all, "ways"),
        fields: vec![
            get("title", t.pubreg_what()).hint(t.pubreg_what_hint()),
            get("paper", t.pubreg_paper()).hint(t.proof_paper_hint()),
            get("paper_on", t.pubreg_paper_on()).hint(t.proof_day_hint()).short(),
        ],
        own: vec![get("matter_title", t.pubreg_matter_title()), get("citation", t.pubreg_citation()).hint(t.pubreg_citation_hint())],
        open: all.iter().any(|p| !of_own(p)),
        open_own: all.iter().any(of_own),
        within: t.pubreg_within(i64::from(within.days), &within.citation),
        may: desk.allow(Action::KeepPublication).is_ok(),
        matters,
        page,
    };
    Ok(render::form(&view, all))
}

impl MatterView {
    fn again(&self) -> Self {
        Self {
            code: self.code.clone(),
            title: self.title.clone(),
            citation: self.citation.clone(),
            unconfirmed: self.unconfirmed,
            chosen: false,
        }
    }
}

/// The matters that an office enters: those of the list, then its own.
fn matters(own: &[OwnMatter], chosen: &str) -> Result<Vec<MatterView>, Fault> {
    let listed = publishing::matters()?;
    let listed = listed.of_office().map(|m| MatterView {
        chosen: m.code == chosen,
        code: m.code.clone(),
        title: m.title.clone(),
        citation: m.citation.clone(),
        unconfirmed: !m.confirmed,
    });
    let own = own.iter().map(|m| MatterView {
        chosen: m.id == chosen,
        code: m.id.clone(),
        title: m.title.clone(),
        citation: m.citation.clone(),
        unconfirmed: false,
    });
    Ok(listed.chain(own).collect())
}

fn line(page: &Page, l: &PublicationLine, today: jiff::civil::Date) -> Line {
    let (t, p) = (page.t, &l.publication);
    let whole = Mark::new(Tone::Done, Icon::Tick, t.proof_whole());
    let day = |iso: &str| if iso.is_empty() { "–".to_owned() } else { page.day(iso) };
    Line {
        href: format!("/cong-viec/so-cong-khai/{}", PublicId::from_i64(p.public_id)),
        title: called(t, p),
        paper: p.paper.clone(),
        mark: if l.given < l.asked { mark::due(t, &p.due_on, today).unwrap_or(whole) } else { whole },
        given: l.given,
        asked: l.asked,
        first: day(&l.first_on),
        ended: day(&l.ended_on),
    }
}

/// The key of the page before: moment and id of its last line.
fn key(after: &str) -> Option<(i64, &str)> {
    let (at, id) = after.split_once('_')?;
    Some((at.parse().ok()?, id))
}
