//! Bản tin truyền thanh: the announcement of a dialogue and the results of one as a text to be read out, made from the
//! data, in large type, with days and hours in words.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::{
        scope::Stop,
        state::{DialogueState, NoticeState},
        stop::DayChange,
    },
    opinion::tracking_code::PublicId,
    text::spoken,
};
use caunoi_store::{
    Conn,
    dialogue::DialogueRow,
    notice,
    public::dialogue::{self, Chair, Parts, PublicDialogue},
};
use jiff::civil::Date;

use super::view;
use crate::{
    Web,
    page::{
        Page, dates,
        fault::Fault,
        l10n::L10nLanguage,
        lang::Lang,
        notice_paper::{For, Paper, paper},
        render,
    },
};

#[derive(Template)]
#[template(path = "public/loud.html")]
struct Loud {
    page: Page,
    title: String,
    back: (String, String),
    lines: Vec<String>,
}

/// The texts of a dialogue that can be read out: address and words.
pub async fn of_dialogue(page: &Page, conn: &mut Conn<'_>, d: &DialogueRow) -> Result<Vec<(String, String)>, Fault> {
    let t = page.t;
    let mut all = Vec::new();
    if d.state >= DialogueState::Announced {
        all.push((format!("{}/ban-tin", view::dialogue_href(d.public_id)), title(t, d.stop)));
    }
    for n in notice::of_dialogue(conn, &d.id).await?.iter().filter(|n| n.state == NoticeState::Issued) {
        all.push((format!("{}/ban-tin", view::notice_href(n.public_id)), t.loud_of_notice(&n.symbol)));
    }
    Ok(all)
}

/// `GET /doi-thoai/{id}/ban-tin`
pub async fn announcement(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = PublicId::parse(&id).map_err(|_| Fault::NotFound)?;
    let mut conn = web.app.store.read().await?;
    let d = dialogue::find(&mut conn, id.to_i64()).await?.ok_or(Fault::NotFound)?;
    let parts = dialogue::parts(&mut conn, &d.id).await?;
    drop(conn);
    Ok(render::html(&Loud {
        title: title(page.t, d.stop),
        back: (view::dialogue_href(d.public_id), d.title.clone()),
        lines: match d.stop {
            Some(stop) => stopped(&page, &d, &parts, stop),
            None => invited(&page, &d, &parts),
        },
        page,
    }))
}

/// What the text of a dialogue is called.
fn title(t: &L10nLanguage, stop: Option<Stop>) -> String {
    if stop.is_some() { t.loud_of_stop() } else { t.loud_of_announcement() }
}

/// `GET /thong-bao/{id}/ban-tin`
pub async fn results(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = PublicId::parse(&id).map_err(|_| Fault::NotFound)?;
    let today = web.app.clock.today().to_string();
    let mut conn = web.app.store.read().await?;
    let n = notice::find_public(&mut conn, id.to_i64()).await?.filter(|n| n.state == NoticeState::Issued).ok_or(Fault::NotFound)?;
    let of = paper(&mut conn, &n, For::Everybody, page.lang, &today).await?;
    drop(conn);
    Ok(render::html(&Loud {
        title: page.t.loud_of_notice(&n.symbol),
        back: (view::notice_href(n.public_id), page.t.loud_the_notice(&n.symbol)),
        lines: concluded(&page, &of, &n.symbol),
        page,
    }))
}

/// A day to be said.
fn day(lang: Lang, iso: &str) -> String {
    match (lang, iso.parse::<Date>()) {
        (Lang::Vi, Ok(date)) => spoken::day(date),
        _ => dates::with_weekday(iso, lang),
    }
}

/// A text to be said.
fn said(lang: Lang, text: &str) -> String {
    if lang == Lang::Vi { spoken::text(text) } else { text.to_owned() }
}

/// "Xã Vân Trạch" inside a sentence: "xã Vân Trạch".
fn within(page: &Page, unit: &str) -> String {
    let mut rest = unit.chars();
    match (page.lang, rest.next()) {
        (Lang::Vi, Some(first)) => format!("{}{}", first.to_lowercase(), rest.as_str()),
        _ => unit.to_owned(),
    }
}

fn invited(page: &Page, d: &PublicDialogue, parts: &Parts) -> Vec<String> {
    let t = page.t;
    let hour = match page.lang {
        Lang::Vi => spoken::clock(&d.at_time),
        Lang::En => dates::clock(&d.at_time, Lang::En),
    };
    let when = t.loud_when(hour, day(page.lang, &d.on_day));
    let mut lines = vec![t.loud_open(within(page, &d.place.name)), t.loud_what(&d.title), when.clone()];
    if !d.venue.is_empty() {
        lines.push(t.loud_where(&d.venue));
    }
    let (council, chairs): (Vec<_>, Vec<_>) = parts.chairs.iter().partition(|c| c.council);
    let names = |all: &[&Chair]| all.iter().map(|c| c.post.as_str()).collect::<Vec<_>>().join(", ");
    if !chairs.is_empty() {
        lines.push(t.loud_chairs(names(&chairs)));
    }
    if !council.is_empty() {
        lines.push(t.loud_co_chair(names(&council)));
    }
    if !parts.topics.is_empty() {
        lines.push(t.loud_contents());
        lines.extend(parts.topics.iter().map(|topic| format!("{}.", said(page.lang, topic.title.trim_end_matches('.')))));
    }
    if !d.how_to_join.is_empty() {
        lines.push(said(page.lang, &d.how_to_join));
    }
    lines.extend([t.loud_send(), t.loud_again(when), t.loud_thanks()]);
    lines
}

/// Of a dialogue that is not held on its day: nobody is invited to a day that was given up.
fn stopped(page: &Page, d: &PublicDialogue, parts: &Parts, stop: Stop) -> Vec<String> {
    let t = page.t;
    let change = parts.changes.iter().rev().find(|c| c.kind != DayChange::Replanned);
    let given_up = day(page.lang, change.map_or(d.on_day.as_str(), |c| c.from_day.as_str()));
    let (what, then) = match stop {
        Stop::Postponed => (t.loud_postponed(&d.title, given_up), t.loud_new_day()),
        Stop::Cancelled => (t.loud_cancelled(&d.title, given_up), t.loud_not_dropped()),
    };
    let reason = change.filter(|c| !c.reason.is_empty()).map(|c| said(page.lang, &t.plan_change_reason(&c.reason)));
    [t.loud_open(within(page, &d.place.name)), what].into_iter().chain(reason).chain([then, t.loud_thanks()]).collect()
}

fn concluded(page: &Page, of: &Paper, symbol: &str) -> Vec<String> {
    let t = page.t;
    let held = of.dialogue.held_on.as_deref().unwrap_or(&of.dialogue.on_day);
    let mut lines = vec![t.loud_open(within(page, &of.unit.name)), t.loud_results(symbol, &of.dialogue.title, day(page.lang, held))];
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    for (at, g) in of.sheet.groups.iter().enumerate() {
        lines.push(match at {
            0 => t.loud_resolved(count(g.lines.len())),
            1 => t.loud_unresolved(count(g.lines.len())),
            _ => t.loud_escalated(count(g.lines.len())),
        });
        lines.extend(g.lines.iter().map(|l| said(page.lang, &l.text)));
    }
    lines.extend([t.loud_posted(), t.loud_thanks()]);
    lines
}
