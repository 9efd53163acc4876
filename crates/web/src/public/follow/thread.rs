//! The thread as the person sees it: every matter of the opinion with where it stands, who acts next and by when.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_domain::{
    followup::verdict::is_asked,
    opinion::{
        item::{Grounded, NextCode, Publication, Standing, WithheldGround},
        step::Step,
        tracking_code::PublicId,
    },
    problem::Problem,
};
use caunoi_store::{
    followed::{self, FollowedFile, Frozen},
    item::{self, ItemRow},
    opinion::{self, OpinionRow},
    step::StepView,
    unit::{self, UnitRow},
};
use http::{HeaderName, HeaderValue, header};

use super::session::{self, Followed};
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        mark::{self, Mark},
        problems, render,
        thread::{FileLine, NextLine, Reader, Timeline},
        words,
    },
};

/// The outcome in a notice: frozen.
struct Outcome {
    day: String,
    mark: Mark,
    href: String,
    symbol: String,
}

/// A matter of the opinion.
struct Matter {
    id: i64,
    round: i64,
    title: String,
    mark: Mark,
    outcomes: Vec<Outcome>,
    next: NextLine,
    due: Option<Mark>,
    timeline: Timeline,
    grounded: String,
    grounded_note: String,
    body: Option<String>,
    publication: String,
    published: Option<String>,
    asked: bool,
    /// Until when the answer is asked for, in a sentence.
    answer_by: String,
    /// What was done, as the body that did it wrote it: what the person says yes or no to.
    result: Option<String>,
    /// What the person said last, where nothing is asked any more: it was kept.
    said: Option<String>,
    further_path: bool,
}

/// What was typed into a verdict that could not be taken.
#[derive(Default)]
pub struct Again {
    /// The item.
    pub item: i64,
    /// `agree` or `disagree`.
    pub value: String,
    /// Why not.
    pub reason: String,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

#[derive(Template)]
#[template(path = "follow/thread.html")]
struct Thread {
    page: Page,
    code: String,
    unit: UnitRow,
    matters: Vec<Matter>,
    received: String,
    channel: String,
    text: String,
    files: Vec<FileLine>,
    sealed: bool,
    today: String,
    again: Again,
    errors: Vec<(String, String)>,
}

impl Thread {
    fn error(&self, item: &i64, field: &str) -> Option<String> {
        if self.again.item == *item { problems::of(self.page.t, &self.again.problems, field) } else { None }
    }
}

/// `GET /theo-doi/y-kien`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, page: Page, jar: PrivateCookieJar) -> Result<Response, Fault> {
    match session::of(&web, &jar) {
        Some(followed) => self::page(&web, page, &followed, Again::default()).await,
        None => Ok(Redirect::to("/theo-doi").into_response()),
    }
}

/// The page, with what was wrong with a verdict.
///
/// # Errors
/// The store's failure.
pub async fn page(web: &Web, page: Page, who: &Followed, again: Again) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    if !session::is_good(web, &mut conn, who).await? {
        return Ok(Redirect::to("/theo-doi").into_response());
    }
    let of = opinion::find(&mut conn, &who.opinion_id).await?.ok_or(Fault::NotFound)?;
    let unit = unit::find(&mut conn, &of.unit_id).await?.ok_or(Fault::NotFound)?;
    let items = item::of_opinion(&mut conn, &of.id).await?;
    let mut steps = followed::steps(&mut conn, &of.id).await?;
    let frozen = followed::outcomes(&mut conn, &of.id).await?;
    let files = followed::files(&mut conn, &of.id).await?;
    drop(conn);
    let today = web.app.clock.today();
    let several = items.len() > 1;
    let matters =
        items.iter().map(|i| matter(&page, i, &steps.remove(&i.id).unwrap_or_default(), &frozen, &files, several, today)).collect();
    let thread = Thread {
        code: who.code.to_string(),
        unit,
        matters,
        received: if of.entered_by.is_some() { page.day(&of.received_on) } else { page.moment(of.received_at) },
        channel: words::channel(page.t, of.channel),
        files: own_files(&of, &files),
        sealed: of.sealed,
        text: of.body,
        today: page.day(&today.to_string()),
        errors: again.problems.iter().map(|p| (format!("{}-{}", p.field, again.item), problems::say(page.t, p))).collect(),
        again,
        page,
    };
    let mut response = render::form(&thread, &thread.again.problems);
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    Ok(response)
}

fn matter(
    page: &Page,
    i: &ItemRow,
    steps: &[StepView],
    frozen: &[Frozen],
    files: &[FollowedFile],
    several: bool,
    today: jiff::civil::Date,
) -> Matter {
    let t = page.t;
    let outcomes = frozen.iter().filter(|f| f.item_id == i.id).map(|f| Outcome {
        day: page.day(&f.signed_on),
        mark: mark::substate(t, f.substate),
        href: format!("/ket-luan/{}", PublicId::from_i64(f.public_id)),
        symbol: f.symbol.clone(),
    });
    let publication = match i.publication {
        Publication::Received if i.publication_due_on < today.to_string() => t.follow_publication_late(page.day(&i.publication_due_on)),
        Publication::Received => t.follow_publication_open(page.day(&i.publication_due_on)),
        Publication::Published => t.follow_published(&i.publication_by),
        Publication::Withheld if i.publication_by.is_empty() => t.follow_withheld_by_law(),
        Publication::Withheld => {
            let ground = i.withheld_ground.parse::<WithheldGround>().map(|g| words::withheld_ground(t, g)).unwrap_or_default();
            t.follow_withheld(&i.publication_by, ground)
        }
    };
    let theirs = files.iter().filter(|f| f.item_id.as_deref() == Some(i.id.as_str()));
    let evidence = theirs.map(|f| (f.file.at, line(f)));
    let judged = i.grounded != Grounded::Unknown;
    Matter {
        id: i.public_id,
        round: i.reopened,
        title: i.title.clone(),
        mark: mark::standing(t, i.standing),
        outcomes: outcomes.collect(),
        next: NextLine::of(page, &i.next, Reader::Person),
        // A person who stays silent is not late: only offices have days that they let pass.
        due: i.next.due_on.as_deref().filter(|_| i.next.code != NextCode::Person).and_then(|d| mark::due(t, d, today)),
        timeline: Timeline::of(page, steps, Some(&i.next), Reader::Person).with(evidence),
        grounded: if judged { words::grounded(t, i.grounded) } else { String::new() },
        grounded_note: i.grounded_note.clone(),
        body: several.then(|| i.body.clone()),
        publication,
        published: (i.publication == Publication::Published).then(|| i.published_body.clone()),
        asked: is_asked(i.standing, i.next.code),
        answer_by: answer_by(page, i.next.due_on.as_deref().unwrap_or_default(), today),
        result: result(steps),
        said: said(page, steps).filter(|_| !is_asked(i.standing, i.next.code)),
        further_path: i.standing == Standing::FurtherPath,
    }
}

/// Until when the person is asked; a day that went by does not close the question.
fn answer_by(page: &Page, due_on: &str, today: jiff::civil::Date) -> String {
    if due_on < today.to_string().as_str() {
        page.t.follow_ask_still(page.day(due_on))
    } else {
        page.t.follow_ask_text(page.weekday(due_on))
    }
}

/// The last result that was told.
fn result(steps: &[StepView]) -> Option<String> {
    let text = |s: &StepView| match &s.step {
        Step::Done { result, .. } | Step::Answered { result, .. } => Some(result.clone()),
        Step::SuperiorAnswered { answer, .. } => Some(answer.clone()),
        Step::Concluded { text, .. } => Some(text.clone()),
        _ => None,
    };
    steps.iter().rev().find_map(text).filter(|words| !words.trim().is_empty())
}

/// The last verdict of the person, with its day.
fn said(page: &Page, steps: &[StepView]) -> Option<String> {
    steps.iter().rev().find_map(|s| match &s.step {
        Step::Agreed { .. } => Some(page.t.follow_said_agreed(page.day(&s.on_day))),
        Step::Disagreed { .. } => Some(page.t.follow_said_disagreed(page.day(&s.on_day))),
        _ => None,
    })
}

fn own_files(of: &OpinionRow, files: &[FollowedFile]) -> Vec<FileLine> {
    if of.sealed { Vec::new() } else { files.iter().filter(|f| f.item_id.is_none()).map(line).collect() }
}

fn line(f: &FollowedFile) -> FileLine {
    FileLine::new(f.file.public_id, &f.file.name, f.file.size)
}
