//! `/cong-viec/quy-che`: the documents in force for the own unit, with the last briefing and plan.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{people::policy::Action, regulation::act::ActKind};
use caunoi_store::{
    regulation::{self, RegulationLine, Wanted},
    regulation_act, unit,
};
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{Mark, Tone},
        render, rule_words,
    },
};

/// Lines of a page.
const LINES: usize = 60;

/// What was asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    /// `het`: also what is not in force today.
    loc: String,
    sau: String,
}

struct Line {
    href: String,
    named: String,
    title: String,
    place: String,
    span: String,
    force: Mark,
    briefing: Mark,
    plan: Mark,
}

#[derive(Template)]
#[template(path = "office/regulations.html")]
struct ListPage {
    page: Page,
    asked: Asked,
    may_keep: bool,
    lines: Vec<Line>,
    /// Issued by the own office, registered by others.
    issued: Vec<Line>,
    next: Option<String>,
}

/// `GET /cong-viec/quy-che`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    super::may_read(&desk)?;
    let today = web.app.clock.today();
    let iso = today.to_string();
    let mut conn = web.app.store.read().await?;
    let own = unit::find(&mut conn, &desk.officer.unit_id).await?.ok_or(Fault::NotFound)?;
    let chain = crate::public::regulations::chain(&own);
    let units: Vec<&str> = chain.iter().map(String::as_str).collect();
    let wanted = Wanted {
        query: &asked.q,
        on: if asked.loc == "het" { "" } else { &iso },
        units: &units,
        after: asked.sau.split_once('_'),
        limit: i64::try_from(LINES).unwrap_or(60) + 1,
        ..Wanted::default()
    };
    // A commune issues no rules; the second page does not say again what the first said.
    let issuer = if desk.page.is_superior() && asked.sau.is_empty() { own.id.as_str() } else { "" };
    let looks = (regulation::list_look(wanted), regulation_act::of_unit_look(&own.id), regulation::issued_by_look(issuer));
    let (mut rows, acts, issued) = conn.together(looks).await?;
    drop(conn);
    let more = rows.len() > LINES;
    rows.truncate(LINES);
    let next = rows.last().filter(|_| more).map(|r| {
        format!(
            "/cong-viec/quy-che?q={}&loc={}&sau={}_{}",
            crate::public::encode(&asked.q),
            crate::public::encode(&asked.loc),
            r.sort,
            r.id
        )
    });
    let lines = rows.into_iter().map(|r| line(&desk.page, r, &acts, today)).collect();
    let may_keep = desk.allow(Action::KeepRegulations).is_ok();
    let issued = issued.into_iter().map(|r| line(&desk.page, r, &acts, today)).collect();
    Ok(render::html(&ListPage { page: desk.page, asked, may_keep, lines, issued, next }))
}

fn line(page: &Page, r: RegulationLine, acts: &[(String, ActKind, String)], today: Date) -> Line {
    let t = page.t;
    let last = |kind: ActKind| acts.iter().find(|(id, k, _)| *id == r.id && *k == kind).map(|(_, _, day)| page.day(day));
    let mark = |kind: ActKind| match last(kind) {
        Some(day) => Mark::new(Tone::Done, Icon::Tick, day),
        None => Mark::new(Tone::Idle, Icon::Ring, t.rule_not_recorded()),
    };
    Line {
        href: format!("/cong-viec/quy-che/{}", r.id),
        named: rule_words::named_or_title(t, r.kind, &r.number, &r.title),
        place: rule_words::place(t, r.area, r.place.as_deref(), &r.issuer),
        span: rule_words::span(page, r.span),
        force: rule_words::force(t, r.span, r.place_to.as_deref(), today),
        briefing: mark(ActKind::Briefing),
        plan: mark(ActKind::Plan),
        title: if r.number.is_empty() { String::new() } else { r.title },
    }
}
