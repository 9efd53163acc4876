//! `/so-lieu`: figures and findings that others published, each with its bound in words and its source, beside what rows
//! of this program give and never mixed with it (S1.1, S4.4).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    report::figure::{Bound, Quantity, Sum, sum},
    unit::Level,
};
use caunoi_store::{
    Conn,
    public::place::Place,
    published::{self, FigureRow, FindingRow, SourceRow, Wanted},
};
use serde::Deserialize;

use crate::{
    Web,
    page::{Page, fault::Fault, l10n::L10nLanguage, render, words},
};

/// What was asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default, rename = "don-vi")]
    unit: String,
    #[serde(default)]
    nam: String,
}

/// A figure in words.
pub struct FigureLine {
    /// "trên 10".
    pub number: String,
    /// What it counts, in the words of the source.
    pub what: String,
    /// Level of the heads; empty for all together.
    pub level: String,
    /// The period in the words of the source.
    pub period: String,
    /// The days that it is reckoned with, where they are assumed.
    pub assumed: String,
    /// The unit of then: address and name.
    pub unit: (String, String),
    /// Units named with it.
    pub named: Vec<(String, String)>,
    /// Part of a pilot.
    pub pilot: bool,
    /// As it was printed.
    pub printed: String,
    /// Where.
    pub source: String,
    /// What the sum of its parts says; empty where it has none.
    pub sum: String,
    /// The sum is off.
    pub off: bool,
    /// What rows of this program give; empty where they count nothing of the kind.
    pub rows: String,
    /// Its parts.
    pub parts: Vec<Self>,
}

/// A finding in words.
pub struct FindingLine {
    /// What was found.
    pub kind: String,
    /// The units of then.
    pub units: Vec<(String, String)>,
    /// Who supervised whom, when, by which paper.
    pub about: String,
    /// As it was printed.
    pub printed: String,
    /// Where.
    pub source: String,
}

#[derive(Template)]
#[template(path = "public/figures.html")]
struct FiguresPage {
    page: Page,
    figures: Vec<FigureLine>,
    findings: Vec<FindingLine>,
    /// Id, name, chosen.
    units: Vec<(String, String, bool)>,
    /// Year, chosen.
    years: Vec<(String, bool)>,
    filtered: bool,
}

/// `GET /so-lieu`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let figures = published::figures(&mut conn, Wanted::default()).await?;
    let findings = published::findings(&mut conn, Wanted::default()).await?;
    drop(conn);
    let units = units(&figures, &findings, &asked.unit);
    let years = years(&figures, &asked.nam);
    let year =
        |f: &FigureRow| asked.nam.is_empty() || (year_of(&f.from_on) <= asked.nam.as_str() && year_of(&f.to_on) >= asked.nam.as_str());
    let here = |p: &Place| asked.unit.is_empty() || p.id == asked.unit;
    let figures: Vec<FigureRow> = figures.into_iter().filter(|f| year(f) && (here(&f.place) || f.named.iter().any(here))).collect();
    let findings: Vec<FindingRow> =
        findings.into_iter().filter(|f| f.units.iter().any(here) && (asked.nam.is_empty() || f.period.contains(&asked.nam))).collect();
    let view = FiguresPage {
        figures: figure_lines(&page, figures),
        findings: finding_lines(&page, findings),
        units,
        years,
        filtered: !asked.unit.is_empty() || !asked.nam.is_empty(),
        page,
    };
    Ok(render::html(&view))
}

/// Published figures and findings of one unit of then, for its page.
///
/// # Errors
/// The store's failure.
pub async fn of_unit(page: &Page, conn: &mut Conn<'_>, unit_id: &str) -> Result<(Vec<FigureLine>, Vec<FindingLine>), Fault> {
    let wanted = Wanted { unit_id, year: "" };
    let figures = published::figures(conn, wanted).await?;
    let findings = published::findings(conn, wanted).await?;
    Ok((figure_lines(page, figures), finding_lines(page, findings)))
}

/// Units that have something here, to choose from.
fn units(figures: &[FigureRow], findings: &[FindingRow], chosen: &str) -> Vec<(String, String, bool)> {
    let mut all: Vec<(String, String, bool)> = Vec::new();
    let places = figures.iter().flat_map(|f| std::iter::once(&f.place).chain(&f.named)).chain(findings.iter().flat_map(|f| &f.units));
    for p in places {
        if !all.iter().any(|(id, _, _)| *id == p.id) {
            all.push((p.id.clone(), named(p).1, p.id == chosen));
        }
    }
    all
}

/// Years that some figure is about, the latest first.
fn years(figures: &[FigureRow], chosen: &str) -> Vec<(String, bool)> {
    let bounds = |f: &FigureRow| Some((year_of(&f.from_on).parse().ok()?, year_of(&f.to_on).parse().ok()?));
    let mut all: Vec<i32> = figures.iter().filter_map(bounds).flat_map(|(from, to): (i32, i32)| from..=to).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.dedup();
    all.into_iter().map(|y| y.to_string()).map(|y| (y == chosen, y)).map(|(is, y)| (y, is)).collect()
}

fn year_of(iso: &str) -> &str {
    iso.get(..4).unwrap_or_default()
}

/// Totals with their parts; a part whose total is not here stands by itself.
fn figure_lines(page: &Page, rows: Vec<FigureRow>) -> Vec<FigureLine> {
    let here: Vec<String> = rows.iter().map(|f| f.id.clone()).collect();
    let (parts, wholes): (Vec<FigureRow>, Vec<FigureRow>) =
        rows.into_iter().partition(|f| f.part_of.as_ref().is_some_and(|whole| here.contains(whole)));
    wholes
        .into_iter()
        .map(|whole| {
            let own: Vec<&FigureRow> = parts.iter().filter(|p| p.part_of.as_deref() == Some(whole.id.as_str())).collect();
            let numbers: Vec<Quantity> = own.iter().map(|p| p.quantity).collect();
            let checked = sum(whole.quantity, &numbers);
            let mut line = figure_line(page, &whole);
            line.off = matches!(checked, Sum::OffBy(_));
            line.sum = sum_words(page.t, &whole, checked);
            line.parts = own.into_iter().map(|p| figure_line(page, p)).collect();
            line
        })
        .collect()
}

/// A line of its own begins with a capital; sources print "đến tháng 10/2018" inside a sentence.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

fn figure_line(page: &Page, f: &FigureRow) -> FigureLine {
    let t = page.t;
    FigureLine {
        number: number(t, f.quantity),
        what: f.what.clone(),
        level: f.level.map(|l| level(t, l)).unwrap_or_default(),
        period: capital(&f.period),
        assumed: if f.days_assumed { t.figures_days_assumed(page.day(&f.from_on), page.day(&f.to_on)) } else { String::new() },
        unit: named(&f.place),
        named: f.named.iter().map(named).collect(),
        pilot: f.pilot,
        printed: f.printed.clone(),
        source: source(page, &f.source),
        sum: String::new(),
        off: false,
        rows: if f.counted.has_rows() { t.figures_rows(f.rows) } else { String::new() },
        parts: Vec::new(),
    }
}

fn finding_lines(page: &Page, rows: Vec<FindingRow>) -> Vec<FindingLine> {
    let t = page.t;
    rows.into_iter()
        .map(|f| FindingLine {
            kind: words::published_finding(t, f.kind),
            units: f.units.iter().map(named).collect(),
            about: if f.paper.is_empty() {
                t.figures_supervised(&f.supervisor, &f.object, &f.period)
            } else {
                t.figures_supervised_by(&f.supervisor, &f.object, &f.paper, &f.period)
            },
            printed: f.printed,
            source: source(page, &f.source),
        })
        .collect()
}

/// A unit of then with its page.
fn named(p: &Place) -> (String, String) {
    let name = if p.level == Level::Province { p.name.clone() } else { format!("{}, {}", p.name, p.province_name) };
    (p.href(), name)
}

/// The number with its bound in words: "trên 10" is never made exact.
fn number(t: &L10nLanguage, q: Quantity) -> String {
    match q.bound {
        Bound::Exactly => q.number(),
        Bound::Over => t.figures_over(q.number()),
        Bound::Nearly => t.figures_nearly(q.number()),
        Bound::About => t.figures_about(q.number()),
    }
}

fn sum_words(t: &L10nLanguage, whole: &FigureRow, checked: Sum) -> String {
    match checked {
        Sum::NoParts => String::new(),
        Sum::Holds => t.figures_sum_holds(),
        Sum::NotExact => t.figures_sum_not_exact(),
        Sum::OffBy(off) => {
            let parts = Quantity { hundredths: whole.quantity.hundredths + off, ..whole.quantity };
            t.figures_sum_off(parts.number(), whole.quantity.number())
        }
    }
}

fn level(t: &L10nLanguage, level: Level) -> String {
    match level {
        Level::Province => t.figures_level_province(),
        Level::District => t.figures_level_district(),
        Level::Commune => t.figures_level_commune(),
    }
}

/// Title, publisher, day and where it can be read; what was not kept is said.
fn source(page: &Page, s: &SourceRow) -> String {
    let t = page.t;
    let title = if s.title.is_empty() { t.figures_no_title() } else { format!("“{}”", s.title) };
    let publisher = if s.publisher.is_empty() { t.figures_no_publisher() } else { s.publisher.clone() };
    let day = s.published_on.as_deref().map_or_else(|| t.figures_no_day(), |d| page.day(d));
    let reference = s.reference.strip_prefix("seed ").map_or_else(|| s.reference.clone(), |seed| t.unit_source_seed(seed));
    if s.title.is_empty() && s.publisher.is_empty() && s.published_on.is_none() {
        return format!("{}. {reference}", t.figures_nothing_kept());
    }
    format!("{title}. {publisher}, {day}. {reference}")
}
