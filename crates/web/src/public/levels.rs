//! `/so-lieu/theo-cap`: how many dialogues were held over any time, by the level of the heads who chaired, counted from rows
//! of this program (S1.1); what others published stands at `/so-lieu`.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    problem::{Problem, What},
    text::date,
    unit::Level,
};
use caunoi_store::public::levels::{self, Totals};
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    Web,
    page::{Page, fault::Fault, form, l10n::L10nLanguage, problems, render},
};

/// What was asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A unit's id; empty for all.
    noi: String,
    /// First day, as typed or ISO.
    tu: String,
    /// Last day.
    den: String,
}

#[derive(Template)]
#[template(path = "public/levels.html")]
struct LevelsPage {
    page: Page,
    /// First and last day as they stand in the fields.
    days: (String, String),
    /// Id, name, chosen.
    units: Vec<(String, String, bool)>,
    /// What was counted, in words; and each level with its number.
    heading: String,
    all: i64,
    levels: Vec<(String, i64)>,
    errors: problems::Told,
}

/// `GET /so-lieu/theo-cap`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let mut wrong = Vec::new();
    let from = form::day(&asked.tu, "tu", &mut wrong).unwrap_or_else(|| first_of(today));
    let to = form::day(&asked.den, "den", &mut wrong).unwrap_or(today);
    if wrong.is_empty() && to < from {
        wrong.push(Problem::new("den", What::DayOutOfOrder));
    }
    let mut conn = web.app.store.read().await?;
    let choices = levels::choices(&mut conn, &asked.noi).await?;
    if !asked.noi.is_empty() && !choices.iter().any(|c| c.id == asked.noi) {
        wrong.push(Problem::new("noi", What::NotAChoice));
    }
    let found = if wrong.is_empty() {
        levels::totals(&mut conn, &asked.noi, (&from.to_string(), &to.to_string())).await?
    } else {
        Totals::default()
    };
    drop(conn);
    let t = page.t;
    let name = choices.iter().find(|c| c.id == asked.noi).map_or_else(|| t.figures_all_units(), |c| c.name.clone());
    let refused = !wrong.is_empty();
    let typed = |typed: &str, day: Date| if typed.is_empty() || typed.parse::<Date>().is_ok() { date::vi(day) } else { typed.to_owned() };
    let view = LevelsPage {
        days: (typed(&asked.tu, from), typed(&asked.den, to)),
        units: choices.into_iter().map(|c| (c.id == asked.noi, c)).map(|(is, c)| (c.id, c.name, is)).collect(),
        heading: if refused { String::new() } else { t.levels_heading(name, page.day(&from.to_string()), page.day(&to.to_string())) },
        all: found.all,
        levels: Level::ALL.iter().map(|l| (level(t, *l), number(&found, *l))).collect(),
        errors: problems::Told::of(t, &wrong),
        page,
    };
    Ok(render::form(&view, &wrong))
}

fn first_of(today: Date) -> Date {
    today.first_of_year()
}

fn number(found: &Totals, level: Level) -> i64 {
    found.by_level.iter().find(|(l, _)| *l == level).map_or(0, |(_, n)| *n)
}

fn level(t: &L10nLanguage, level: Level) -> String {
    match level {
        Level::Province => t.figures_level_province(),
        Level::District => t.figures_level_district(),
        Level::Commune => t.figures_level_commune(),
    }
}
