//! The triage queue: oldest first, narrowed by the address, with a side panel that is a state of the page.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    opinion::{bench::Undoable, several::Several, to_dialogue::ToDialogue, undo},
    people::published_by,
};
use caunoi_domain::{
    opinion::item::Standing,
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::queue::{self, Counts, Line, Waiting};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    act::{Act, Choices},
    many, public_id, shown,
};
use crate::{
    Web,
    office::many::{Outcome, Place, Told},
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::csrf,
        icon::Icon,
        l10n::L10nLanguage,
        mark::{self, Mark},
        problems, render, words,
    },
};

/// Lines of a page.
const LINES: usize = 30;
/// Days ahead that count as "soon".
const SOON_DAYS: i64 = 5;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `cho`, `sap-den-han`, `da-phan-loai`, `cong-bo`
    loc: String,
    /// Public id of the item in the side panel.
    mo: String,
    /// Key of the last line of the page before: day and id.
    sau: String,
    /// The act that was just done.
    xong: String,
}

/// The filter that opens first.
const WAITING: &str = "cho";
const FILTERS: [(&str, Waiting); 4] =
    [(WAITING, Waiting::Triage), ("sap-den-han", Waiting::DueSoon), ("da-phan-loai", Waiting::Triaged), ("cong-bo", Waiting::Publication)];

impl Asked {
    fn filter(&self) -> (&'static str, Waiting) {
        FILTERS.into_iter().find(|(code, _)| *code == self.loc).unwrap_or((WAITING, Waiting::Triage))
    }
    fn after(&self) -> (&str, &str) {
        self.sau.split_once('_').unwrap_or(("", ""))
    }
    fn place(&self) -> Place {
        Place::of(self.filter().0, &self.sau)
    }
    fn href(&self, open: &str) -> String {
        format!("/cong-viec/phan-loai?{}&mo={open}#o", self.place().query())
    }
}

struct Tab {
    href: String,
    label: String,
    count: i64,
    current: bool,
}

struct Row {
    id: String,
    href: String,
    title: String,
    body: String,
    kind: String,
    field: String,
    village: String,
    day: String,
    channel: String,
    issue: String,
    due: Option<Mark>,
    open: bool,
    ticked: bool,
}

struct Panel {
    id: String,
    opinion: String,
    title: String,
    body: String,
    meta: String,
    standing: Mark,
    due: Option<Mark>,
    issue: String,
    open: bool,
    typed: super::typed::Typed,
    acts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/triage_queue.html")]
struct QueuePage {
    page: Page,
    csrf: String,
    key: String,
    place: Place,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: Option<String>,
    last: Option<String>,
    done: Option<String>,
    problem: Option<String>,
    /// What became of the rows of a bulk act.
    outcome: Option<Told>,
    panel: Option<Panel>,
    choices: Choices,
    may_enter: bool,
    /// Decides about the way of opinions, not only about their publication.
    triages: bool,
    /// What the list of publication does with several texts: publishes them, or lays them before a head.
    publishes: String,
}

/// `GET /cong-viec/phan-loai`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&web, desk, asked, None, None).await
}

/// The queue after a bulk act of which some rows were left: they stay ticked.
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn told(web: &Web, desk: Desk, place: Place, act: Act, outcome: Outcome) -> Result<Response, Fault> {
    page(web, desk, Asked { loc: place.loc, sau: place.sau, ..Asked::default() }, None, Some((act, outcome))).await
}

async fn page(web: &Web, desk: Desk, asked: Asked, problem: Option<&Problem>, outcome: Option<(Act, Outcome)>) -> Result<Response, Fault> {
    let t = desk.page.t;
    let today = web.app.clock.today();
    let soon = soon(today);
    let unit = desk.officer.unit_id.clone();
    let (code, waiting) = asked.filter();
    let mut conn = web.app.store.read().await?;
    let triages = desk.allow(Action::Triage).is_ok();
    // Asked only where the page offers to decide on publication.
    let offers = desk.allow(Action::Publish).is_ok() && (waiting == Waiting::Publication || !asked.mo.is_empty());
    let limit = i64::try_from(LINES).unwrap_or(30) + 1;
    let (mut lines, counts, open, last, policy) = conn
        .together((
            queue::page_look(&unit, waiting, &soon, asked.after(), limit),
            queue::counts_look(&unit, &soon),
            // No matter has this id.
            queue::line_look(&unit, public_id(&asked.mo).unwrap_or(-1)),
            undo::last_look(&desk.officer, today),
            published_by::decides_look(&unit, &desk.actor),
        ))
        .await?;
    drop(conn);
    let decides = offers && policy;
    // A head decides on publication too, and reads what waits for it, and no other queue.
    if !(decides && waiting == Waiting::Publication) {
        desk.allow(Action::Triage)?;
    }
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let next = lines.last().filter(|_| more).map(|l| format!("/cong-viec/phan-loai?loc={code}&sau={}_{}", l.received_on, l.id));
    let panel = open.map(|l| panel(&desk, &l, today, decides));
    let last = last.map(|l| t.triage_last(undoable(t, l.verb), l.items));
    let ticked = outcome.as_ref().map(|(_, o)| o.ticked()).unwrap_or_default();
    let publishes = if policy { Act::Publish } else { Act::Submit };
    let refused = problem.is_some() || outcome.is_some();
    let view = QueuePage {
        csrf: csrf(&desk.page),
        key: web.app.token(),
        tabs: tabs(t, counts, code).into_iter().filter(|x| triages || x.current).collect(),
        triages,
        rows: lines.iter().map(|l| row(&desk.page, l, &asked, waiting, (today, &ticked))).collect(),
        next,
        last,
        done: asked.xong.parse::<Act>().ok().map(|a| t.triage_done(a.name(t))),
        problem: problem.map(|p| problems::say(t, p)),
        outcome: outcome.map(|(act, o)| {
            let (done, left) = (count(o.done.len()), count(o.left.len()));
            o.told(t.many_done(act.name(t), done), t.many_left(left))
        }),
        publishes: publishes.name(t),
        place: asked.place(),
        panel,
        choices: Choices::words(t),
        may_enter: desk.allow(Action::EnterOpinion).is_ok(),
        page: desk.page,
    };
    Ok(if refused { render::refused(&view) } else { render::html(&view) })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0)
}

fn soon(today: Date) -> String {
    today.checked_add(jiff::Span::new().days(SOON_DAYS)).unwrap_or(today).to_string()
}

/// The name of an action of triage, for "last done".
pub fn undoable(t: &L10nLanguage, verb: Undoable) -> String {
    match verb {
        Undoable::Classify => t.act_classify(),
        Undoable::Group => t.act_group(),
        Undoable::Ungroup => t.act_ungroup(),
        Undoable::Split => t.act_split(),
        Undoable::ToDialogue => t.act_to_dialogue(),
        Undoable::Assign => t.act_assign(),
        Undoable::Publish => t.act_publish(),
    }
}

fn tabs(t: &L10nLanguage, c: Counts, current: &str) -> Vec<Tab> {
    FILTERS
        .into_iter()
        .map(|(code, waiting)| {
            let (label, count) = match waiting {
                Waiting::Triage => (t.triage_filter_waiting(), c.triage),
                Waiting::DueSoon => (t.triage_filter_soon(), c.due_soon),
                Waiting::Triaged => (t.triage_filter_triaged(), c.triaged),
                Waiting::Publication => (t.triage_filter_publication(), c.publication),
            };
            Tab { href: format!("/cong-viec/phan-loai?loc={code}"), label, count, current: code == current }
        })
        .collect()
}

/// What a text says after the words that became its title.
fn rest<'a>(title: &str, body: &'a str) -> &'a str {
    let body = body.trim_start();
    body.strip_prefix(title.trim_end_matches('…')).map_or(body, |rest| rest.trim_start_matches(['.', ';', ' ']))
}

/// The first words of a text, for a list.
fn beginning(text: &str) -> String {
    const MAX: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX {
        return line;
    }
    let mut short: String = line.chars().take(MAX).collect();
    short.truncate(short.rfind(' ').unwrap_or(short.len()));
    short.push('…');
    short
}

fn row(page: &Page, l: &Line, asked: &Asked, waiting: Waiting, (today, ticked): (Date, &BTreeSet<String>)) -> Row {
    let t = page.t;
    let id = shown(l.public_id);
    let due = match waiting {
        Waiting::Publication => Some(l.publication_due_on.as_str()),
        _ => l.next_due_on.as_deref(),
    };
    Row {
        href: asked.href(&id),
        open: asked.mo == id,
        ticked: ticked.contains(&id),
        title: l.title.clone(),
        body: beginning(rest(&l.title, &l.body)),
        kind: words::kind(t, l.kind),
        field: words::field(t, &l.field),
        village: l.village.clone().unwrap_or_default(),
        day: page.day(&l.received_on),
        channel: words::channel(t, l.channel),
        issue: l.issue.clone().unwrap_or_default(),
        due: due.and_then(|d| mark::due(t, d, today)),
        id,
    }
}

fn panel(desk: &Desk, l: &Line, today: Date, decides: bool) -> Panel {
    let page = &desk.page;
    let t = page.t;
    let may = |a: &Act| *a != Act::Classify && desk.allow(a.action()).is_ok() && a.suits(decides);
    let id = shown(l.public_id);
    let village = l.village.clone().unwrap_or_else(|| t.triage_no_village());
    let open = matches!(l.standing, Standing::Received | Standing::Triaged) && desk.allow(Action::Triage).is_ok();
    Panel {
        opinion: shown(l.opinion_public_id),
        title: l.title.clone(),
        body: l.body.clone(),
        meta: format!("{}. {}. {}", words::channel(t, l.channel), page.weekday(&l.received_on), village),
        standing: mark::standing(t, l.standing),
        due: l.next_due_on.as_deref().and_then(|d| mark::due(t, d, today)),
        issue: l.issue.clone().unwrap_or_default(),
        open,
        typed: super::typed::Typed {
            title: l.title.clone(),
            kind: l.kind.code().to_owned(),
            field: l.field.clone(),
            grounded: l.grounded.code().to_owned(),
            note: l.grounded_note.clone(),
            ..super::typed::Typed::default()
        },
        acts: Act::of(l).into_iter().filter(may).map(|a| (a.href(&[id.as_str()]), a.name(t))).collect(),
        id,
    }
}

/// What was ticked, and what is to be done with it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    csrf: String,
    key: String,
    loc: String,
    sau: String,
    viec: String,
    chon: Vec<String>,
}

/// `POST /cong-viec/phan-loai`: what needs no more words is done at once, the rest has a page of its own.
///
/// # Errors
/// Not for this officer; not one of the acts.
pub async fn choose(State(web): State<Web>, desk: Desk, Form(chosen): Form<Chosen>) -> Result<Response, Fault> {
    desk.allow(Action::Triage)?;
    desk.check(&chosen.csrf)?;
    let act: Act = chosen.viec.parse().map_err(|_| Fault::NotFound)?;
    let place = Place::of(if chosen.loc == WAITING { "" } else { &chosen.loc }, &chosen.sau);
    let asked = Asked { loc: place.loc.clone(), sau: place.sau.clone(), ..Asked::default() };
    if chosen.chon.is_empty() {
        return page(&web, desk, asked, Some(&Problem::new("items", What::Empty)), None).await;
    }
    if act != Act::ToDialogue {
        return Ok(Redirect::to(&place.behind(&form_of(&web, &desk, act, &chosen.chon).await?)).into_response());
    }
    let items = chosen.chon.iter().map(|c| public_id(c)).collect::<Result<Vec<_>, _>>()?;
    match web.app.carry_out_once(&desk.actor, &chosen.key, Several(ToDialogue { items })).await {
        Ok(sorted) if sorted.left.is_empty() => Ok(Redirect::to(&place.behind("/cong-viec/phan-loai")).into_response()),
        Ok(sorted) => {
            let outcome = many::outcome(&mut web.app.store.read().await?, &desk.page, &desk.officer.unit_id, sorted).await?;
            told(&web, desk, place, act, outcome).await
        }
        Err(refusal) => {
            let problems = problems_of(refusal)?;
            page(&web, desk, asked, problems.first(), None).await
        }
    }
}

/// The form of an act for what was ticked. Where a head decides on publication, texts are laid before one.
async fn form_of(web: &Web, desk: &Desk, act: Act, chosen: &[String]) -> Result<String, Fault> {
    let ids: Vec<&str> = chosen.iter().map(String::as_str).collect();
    if act != Act::Publish {
        return Ok(act.href(&ids));
    }
    if chosen.len() > 1 {
        let plain = ids.iter().filter(|c| c.bytes().all(|b| b.is_ascii_alphanumeric()));
        let named = plain.map(|c| format!("chon={c}")).collect::<Vec<_>>().join("&");
        return Ok(format!("/cong-viec/phan-loai/cong-bo-nhieu?{named}"));
    }
    let decides = published_by::decides(&mut web.app.store.read().await?, &desk.officer.unit_id, &desk.actor).await?;
    Ok(if decides { act } else { Act::Submit }.href(&ids))
}

/// A form that carries nothing but the session's token.
#[derive(Deserialize)]
pub struct Bare {
    #[serde(default)]
    csrf: String,
}

/// `POST /cong-viec/phan-loai/hoan-tac`
///
/// # Errors
/// Nothing to undo, or something followed.
pub async fn undo(State(web): State<Web>, desk: Desk, Form(form): Form<Bare>) -> Result<Response, Fault> {
    desk.allow(Action::Publish)?;
    desk.check(&form.csrf)?;
    match web.app.carry_out(&desk.actor, undo::Undo).await {
        Ok(Undoable::Publish) => Ok(Redirect::to("/cong-viec/phan-loai?loc=cong-bo").into_response()),
        Ok(_) => Ok(Redirect::to("/cong-viec/phan-loai").into_response()),
        Err(refusal) => {
            let problems = problems_of(refusal)?;
            // A head reads what waits for publication, and no other queue.
            let loc = if desk.allow(Action::Triage).is_ok() { "" } else { "cong-bo" };
            page(&web, desk, Asked { loc: loc.to_owned(), ..Asked::default() }, problems.first(), None).await
        }
    }
}
