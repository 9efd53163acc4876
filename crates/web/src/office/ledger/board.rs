//! `/cong-viec/so-nhiem-vu`: what the rules ask of a unit's heads in a year, where each stands, what is to be checked.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::duty::reckon;
use caunoi_domain::people::policy::Action;
use caunoi_store::{duty_sheet, people};
use serde::Deserialize;

use super::{
    lines::{self, DutyLine, FindingLine, Many, Posts},
    unit_of, year_of,
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render},
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Code of the unit; the officer's own otherwise.
    pub xa: String,
    /// Year.
    pub nam: String,
    /// Filter.
    pub loc: String,
}

struct Filter {
    href: String,
    label: String,
    n: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/board.html")]
struct Board {
    page: Page,
    csrf: String,
    unit: String,
    code: String,
    year: i16,
    day: String,
    own: bool,
    empty: bool,
    filters: Vec<Filter>,
    lines: Vec<DutyLine>,
    many: Vec<Many>,
    findings: Vec<FindingLine>,
    may_record: bool,
    may_publish: bool,
    published: Option<String>,
}

/// `GET /cong-viec/so-nhiem-vu`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let unit = unit_of(&web, &desk, &asked.xa).await?;
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let mut conn = web.app.store.read().await?;
    let r = reckon::reckon(&mut conn, &web.app.calendar(), &unit.id, year..=year, today).await?;
    let posts = Posts::of(people::posts(&mut conn, &unit.id, &today.to_string()).await?);
    let published = duty_sheet::published(&mut conn, &unit.id, i64::from(year)).await?;
    drop(conn);
    let place = (unit.code.as_str(), year);
    let own = unit.id == desk.officer.unit_id;
    let page = desk.page.clone();
    let shown =
        r.duties.iter().filter(|d| lines::takes(&asked.loc, d, today)).map(|d| lines::line(&page, d, &posts, place, today)).collect();
    let (alone, many) = lines::together(shown);
    let view = Board {
        csrf: desk.csrf().to_owned(),
        day: page.day(&today.to_string()),
        filters: filters(&page, &r.duties, place, &asked.loc, today),
        lines: alone,
        many,
        findings: lines::findings(&page, &r, &posts, place),
        empty: r.duties.is_empty(),
        may_record: own && desk.allow(Action::KeepLedger).is_ok(),
        may_publish: own && desk.allow(Action::PublishLedger).is_ok(),
        unit: unit.name,
        code: unit.code,
        year,
        own,
        published,
        page,
    };
    Ok(render::html(&view))
}

fn filters(
    page: &Page,
    duties: &[caunoi_domain::regulation::ledger::Duty],
    (code, year): (&str, i16),
    current: &str,
    on: jiff::civil::Date,
) -> Vec<Filter> {
    let t = page.t;
    let known = ["qua-han", "30-ngay", "da-lam", "hoan"].contains(&current);
    let filter = |loc: &str, label| Filter {
        href: format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}&loc={loc}"),
        label,
        n: duties.iter().filter(|d| lines::takes(loc, d, on)).count(),
        current: if loc.is_empty() { !known } else { loc == current },
    };
    vec![
        filter("", t.ledger_filter_all()),
        filter("qua-han", t.ledger_filter_late()),
        filter("30-ngay", t.ledger_filter_soon()),
        filter("da-lam", t.ledger_filter_done()),
        filter("hoan", t.ledger_filter_waived()),
    ]
}
