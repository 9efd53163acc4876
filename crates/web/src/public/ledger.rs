//! `/xa/{code}/quy-che`: what the rules ask of a unit and what was done, by post, once its head approved it.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::duty::reckon;
use caunoi_domain::regulation::ledger::DutyState;
use caunoi_store::{
    beside, duty_sheet, own_limit, people, reception,
    regulation::{self, Wanted},
    unit,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    conflicts::{self, ConflictView},
    regulations::{self, Line as RuleLine},
};
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        reception_days::{self, Days, Standing},
        render, rule_words,
    },
};

/// The year asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    nam: String,
}

struct Line {
    kind: String,
    post: String,
    rule: String,
    rule_href: String,
    count: String,
}

#[derive(Template)]
#[template(path = "public/ledger.html")]
struct LedgerPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    heading: String,
    shown: bool,
    rules: String,
    lines: Vec<Line>,
    /// The fixed reception days of each head who published them.
    receptions: Vec<(String, Days)>,
    /// What the rules that bind the unit say otherwise today.
    conflicts: Vec<ConflictView>,
    /// Rules of the units from which it was formed.
    former: Vec<RuleLine>,
}

/// `GET /xa/{code}/quy-che`
///
/// # Errors
/// No such unit.
pub async fn show(page: Page, State(web): State<Web>, Path(code): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = asked.nam.parse::<i16>().ok().filter(|y| (2014..=today.year()).contains(y)).unwrap_or(today.year());
    let mut conn = web.app.store.read().await?;
    let unit = unit::find_current(&mut conn, &code).await?.ok_or(Fault::NotFound)?;
    let (from, to) = reception_days::window(today);
    let chain = regulations::chain(&unit);
    let units: Vec<&str> = chain.iter().map(String::as_str).collect();
    let years = year..=year;
    let (seen, calendar, known, province) = beside!(
        &mut conn,
        |c| async {
            let looks = (
                duty_sheet::published_look(&unit.id, i64::from(year)),
                people::posts_look(&unit.id, &today.to_string()),
                reception::schedules_look(&unit.id),
                reception::cancels_look(&unit.id, &from.to_string(), &to.to_string()),
                own_limit::of_unit_and_above_look(&unit.id),
                regulation::of_place_look(Wanted { units: &units, ..Wanted::default() }),
            );
            Ok::<_, Fault>(c.together(looks).await?)
        },
        |c| async { Ok(web.app.calendar_now(c).await?) },
        |c| async { Ok(reckon::known(c, &unit.id, &years).await?) },
        |c| async { Ok(unit::find(c, &unit.province_id).await?) },
    )?;
    drop(conn);
    let (approved, posts, mut schedules, cancels, limits, rules) = seen;
    let shown = approved.is_some();
    let mut lines = Vec::new();
    if shown {
        let posts: BTreeMap<String, String> = posts.into_iter().map(|p| (p.id, p.name)).collect();
        lines = asked_and_done(&page, &reckon::from(known, &calendar, years, today)?, &posts);
    }
    // Whoever is no more receives nobody.
    schedules.retain(|s| s.until.as_deref().is_none_or(|last| last >= today.to_string().as_str()));
    let own = own_limit::nearest_first(limits, &chain)?;
    let standing = Standing { schedules: &schedules, cancels: &cancels, held: None, own: &own, calendar: &calendar, today };
    let receptions = receptions(&page, &standing, (from, to));
    let view = LedgerPage {
        conflicts: conflicts::of_place(&page, &rules.beside, today),
        former: rules.former.into_iter().map(|r| regulations::line(&page, r, today, false)).collect(),
        crumbs: province
            .filter(|p| p.id != unit.id)
            .map(|p| (format!("/tinh/{}", p.code), p.name))
            .into_iter()
            .chain([(format!("/xa/{}", unit.code), unit.name.clone())])
            .collect(),
        heading: page.t.ledger_public_heading(&unit.name, i64::from(year)),
        rules: format!("/quy-che?noi={}", unit.id),
        receptions,
        shown,
        lines,
        page,
    };
    Ok(render::html(&view))
}

/// The fixed reception days of this month and the next, and which of them are cancelled.
fn receptions(page: &Page, standing: &Standing<'_>, window: (Date, Date)) -> Vec<(String, Days)> {
    let mut posts: Vec<(&str, &str)> = standing.schedules.iter().map(|s| (s.schedule.post_id.as_str(), s.post.as_str())).collect();
    posts.sort_unstable();
    posts.dedup();
    posts.into_iter().filter_map(|(id, name)| Some((name.to_owned(), standing.of(page, id, window)?))).collect()
}

/// One line for each clause and post of which something was asked so far: how many, and how many were done. What is not due
/// yet is not counted as asked; of what nothing was asked nothing is said, so that what came in today, of which nothing is
/// published, changes nothing here.
fn asked_and_done(page: &Page, r: &reckon::Reckoned, posts: &BTreeMap<String, String>) -> Vec<Line> {
    let mut all: BTreeMap<(&caunoi_domain::regulation::ledger::duty::ClauseRef, &str), (i64, i64)> = BTreeMap::new();
    for d in &r.duties {
        let (met, of) = all.entry((&d.clause, d.post_id.as_str())).or_default();
        match d.state {
            DutyState::Met | DutyState::Late => (*met, *of) = (*met + 1, *of + 1),
            DutyState::Breached => *of += 1,
            DutyState::Due | DutyState::Waived | DutyState::NotApplicable | DutyState::BeforeUse => {}
        }
    }
    all.into_iter()
        .filter(|(_, (_, of))| *of > 0)
        .filter_map(|((at, post), (met, of))| {
            let document = r.documents.iter().find(|d| d.id == at.document)?;
            let clause = document.clauses.get(at.seq)?;
            Some(Line {
                kind: rule_words::clause_kind(page.t, clause.kind),
                post: posts.get(post).cloned().unwrap_or_default(),
                rule: rule_words::cited(page.t, document, &clause.citation),
                rule_href: format!("/quy-che/{}", at.document),
                count: page.t.ledger_public_count(met, of),
            })
        })
        .collect()
}
