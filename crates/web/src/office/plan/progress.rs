//! The figures of a year: planned against held, head by head (S1.14), what the year covers (S0.7), how regular the
//! dialogues with enterprises are (S2.4). Every number opens its rows.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::{
        count::{Became, Counts, Tally, count},
        coverage::{Covered, Gap, cover, gaps},
        plan_rule::PlanRule,
        scope::Audience,
        state::{DialogueKind, DialogueState},
        year_plan::RowStanding,
    },
    opinion::{kind::Field, tracking_code::PublicId},
    people::policy::Action,
};
use caunoi_store::{
    beside,
    past_dialogue::{self, PastRow},
    people,
    plan_rule::{self, InForce as Rules},
    year_events::{self, YearEvent},
    year_plan,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{InForce, rows_in_force};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        mark::{Mark, Tone},
        render, words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/progress.html")]
struct Progress {
    page: Page,
    year: i64,
    years: Vec<i64>,
    /// Address and words of the three ways to see pilots.
    pilots: Vec<(String, String, bool)>,
    counts: String,
    lines: Vec<HeadLine>,
    audiences: Vec<CoverLine>,
    fields: Vec<CoverLine>,
    gaps: Vec<GapLine>,
    gap_rule: String,
    /// What the office's books tell of the year: beside the figures, with its source.
    past: Vec<(String, String)>,
    /// Dialogues that a superior head held here: beside the figures, not in them.
    from_above: Vec<(String, String)>,
}

struct HeadLine {
    name: String,
    total: bool,
    planned: i64,
    held: Cell,
    /// Of the held ones by kind, each with its name.
    kinds: Vec<(String, Cell)>,
    joint: i64,
    coming: i64,
    postponed: Cell,
    cancelled: Cell,
}

/// A number that opens its rows.
struct Cell {
    n: i64,
    href: String,
}

struct CoverLine {
    label: String,
    held: i64,
    coming: i64,
    none: Option<Mark>,
}

struct GapLine {
    text: String,
    mark: Option<Mark>,
}

/// Which year, and whether pilots are seen apart.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    nam: String,
    #[serde(default)]
    thi_diem: String,
}

/// `GET /cong-viec/ke-hoach/thuc-hien`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let today = web.app.clock.today();
    let year = asked.nam.parse().ok().filter(|y| (2010..=2100).contains(y)).unwrap_or_else(|| i64::from(today.year()));
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let on = today.to_string();
    let (all, events, posts, rules, past) = beside!(
        &mut conn,
        |c| year_plan::rows_of_year(c, unit, year),
        |c| year_events::of_year(c, unit, year),
        |c| people::posts(c, unit, &on),
        |c| plan_rule::in_force(c, unit),
        |c| past_dialogue::of_year(c, unit, year),
    )?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let shown = |e: &&YearEvent| match asked.thi_diem.as_str() {
        "1" => e.event.pilot,
        "0" => !e.event.pilot,
        _ => true,
    };
    let own: Vec<&YearEvent> = events.iter().filter(|e| e.unit_id == *unit).filter(shown).collect();
    let how = rules.value(PlanRule::Counts).parse().unwrap_or(Counts::Conference);
    let (whole, by_head) = count(&own.iter().map(|e| e.event.clone()).collect::<Vec<_>>(), how);
    let mut rows = rows_in_force(&all, &events);
    rows.retain(|r| match asked.thi_diem.as_str() {
        "1" => r.row.planned.pilot,
        "0" => !r.row.planned.pilot,
        _ => true,
    });
    let narrow = Narrow { t, year, pilot: &asked.thi_diem };
    let (planned, planned_by) = planned(&rows);
    let mut lines: Vec<HeadLine> = posts
        .iter()
        .filter(|p| p.head || by_head.contains_key(&p.id))
        .map(|p| narrow.line(p.name.clone(), &p.id, planned_by.get(&p.id).copied().unwrap_or(0), by_head.get(&p.id)))
        .collect();
    lines.push(narrow.line(t.yp_all_together(), "", planned, Some(&whole)));
    let pilot = |code: &str, label| (format!("/cong-viec/ke-hoach/thuc-hien?nam={year}&thi_diem={code}"), label, asked.thi_diem == code);
    Ok(render::html(&Progress {
        year,
        years: (year - 2..=year + 1).rev().collect(),
        pilots: vec![pilot("", t.yp_pilot_all()), pilot("1", t.yp_pilot_only()), pilot("0", t.yp_pilot_without())],
        counts: counts_words(&page, &rules, how),
        lines,
        audiences: covered(
            &page,
            Audience::ALL,
            &own,
            &rows,
            |e| e.audiences.clone(),
            |r| r.row.planned.audiences.clone(),
            words::audience,
        ),
        fields: covered(&page, Field::ALL, &own, &rows, |e| e.fields.clone(), |r| r.row.planned.fields.clone(), words::field_of),
        gaps: enterprise_gaps(&page, &own, &rules, year, today),
        gap_rule: gap_rule(&page, &rules),
        past: past.iter().map(|r| told_by_book(&page, r)).collect(),
        from_above: events
            .iter()
            .filter(|e| e.held_at_unit == *unit && e.event.state >= DialogueState::Announced)
            .map(|e| above(&page, e))
            .collect(),
        page,
    }))
}

/// What narrows the lists behind the numbers.
struct Narrow<'a> {
    t: &'static L10nLanguage,
    year: i64,
    pilot: &'a str,
}

impl Narrow<'_> {
    fn cell(&self, n: i64, head: &str, state: &str, kind: &str) -> Cell {
        let pairs = [("trang_thai", state), ("loai", kind), ("chu_tri", head), ("thi_diem", self.pilot)];
        let tail: String = pairs.iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| format!("&{k}={v}")).collect();
        Cell { n, href: format!("/cong-viec/doi-thoai?nam={}{tail}", self.year) }
    }

    fn line(&self, name: String, head: &str, planned: i64, tally: Option<&Tally>) -> HeadLine {
        let none = Tally::default();
        let tally = tally.unwrap_or(&none);
        HeadLine {
            name,
            total: head.is_empty(),
            planned,
            held: self.cell(tally.held, head, "was_held", ""),
            kinds: DialogueKind::ALL
                .iter()
                .map(|k| (words::dialogue_kind(self.t, *k), self.cell(tally.of_kind(*k), head, "was_held", k.code())))
                .collect(),
            joint: tally.joint,
            coming: tally.coming,
            postponed: self.cell(tally.postponed, head, "postponed", ""),
            cancelled: self.cell(tally.cancelled, head, "cancelled", ""),
        }
    }
}

/// Rows in force: all together, where each counts once, and for each of its heads.
fn planned(rows: &[InForce<'_>]) -> (i64, BTreeMap<String, i64>) {
    let mut by: BTreeMap<String, i64> = BTreeMap::new();
    for head in rows.iter().flat_map(|r| &r.row.planned.heads) {
        *by.entry(head.clone()).or_default() += 1;
    }
    (i64::try_from(rows.len()).unwrap_or(i64::MAX), by)
}

/// A vocabulary with what the year holds of it: dialogues held, and what is prepared or planned and not held.
fn covered<W: Copy + Ord>(
    page: &Page,
    vocabulary: &[W],
    events: &[&YearEvent],
    rows: &[InForce<'_>],
    of_event: impl Fn(&YearEvent) -> Vec<W>,
    of_row: impl Fn(&InForce<'_>) -> Vec<W>,
    say: fn(&L10nLanguage, W) -> String,
) -> Vec<CoverLine> {
    let live = events.iter().filter(|e| e.event.became() != Became::Cancelled);
    let of_events = live.map(|e| (of_event(e), e.event.became() == Became::Held));
    let of_rows = rows.iter().filter(|r| r.standing() == RowStanding::NotStarted).map(|r| (of_row(r), false));
    cover(vocabulary, of_events.chain(of_rows).collect::<Vec<_>>())
        .into_iter()
        .map(|(w, Covered { held, coming })| CoverLine {
            label: say(page.t, w),
            held,
            coming,
            none: (held == 0).then(|| match coming {
                0 => Mark::new(Tone::Idle, Icon::Ring, page.t.yp_uncovered()),
                _ => Mark::new(Tone::Doing, Icon::Clock, page.t.yp_only_planned()),
            }),
        })
        .collect()
}

/// Days between dialogues with enterprises, up to today.
fn enterprise_gaps(page: &Page, events: &[&YearEvent], rules: &Rules, year: i64, today: Date) -> Vec<GapLine> {
    let t = page.t;
    let days: Vec<Date> = events
        .iter()
        .filter(|e| e.audiences.contains(&Audience::Enterprises) && e.event.became() == Became::Held)
        .filter_map(|e| e.on_day.parse().ok())
        .collect();
    let Ok(year) = i16::try_from(year) else { return Vec::new() };
    let (Ok(first), Ok(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return Vec::new() };
    if today < first {
        return Vec::new();
    }
    gaps(&days, first, last.min(today), rules.days(PlanRule::EnterpriseGapDays))
        .into_iter()
        .map(|Gap { from, to, days, too_long }| GapLine {
            text: t.yp_gap(page.day(&from.to_string()), page.day(&to.to_string()), days),
            mark: too_long.then(|| Mark::new(Tone::Late, Icon::Warn, t.yp_gap_too_long())),
        })
        .collect()
}

fn gap_rule(page: &Page, rules: &Rules) -> String {
    let t = page.t;
    match rules.get(PlanRule::EnterpriseGapDays) {
        None => t.yp_gap_no_rule(),
        Some(r) => {
            let confirmed = if r.rule.confirmed { t.yp_rule_confirmed() } else { t.yp_rule_unconfirmed() };
            t.yp_gap_rule(r.rule.value.parse::<i64>().unwrap_or(0), &r.rule.citation, confirmed)
        }
    }
}

fn counts_words(page: &Page, rules: &Rules, how: Counts) -> String {
    let t = page.t;
    match rules.get(PlanRule::Counts) {
        None => t.yp_counts_default(words::counts(t, how)),
        Some(r) => t.yp_counts_rule(words::counts(t, how), &r.rule.citation),
    }
}

/// A row of an office's book: what it says, and where.
fn told_by_book(page: &Page, r: &PastRow) -> (String, String) {
    let (t, p) = (page.t, &r.past);
    let some = |label: String, text: String| (!text.is_empty()).then(|| format!("{label}: {text}"));
    let facts = [
        Some(p.head.clone()),
        Some(words::dialogue_kind(t, p.kind)),
        some(t.yp_past_unit(), p.then_unit.clone()),
        some(t.side_people(), p.people.map(|n| words::told(t, n)).unwrap_or_default()),
        some(t.yp_past_opinions(), p.opinions.map(|n| words::told(t, n)).unwrap_or_default()),
        some(t.yp_past_notice(), p.notice.clone()),
        some(t.yp_rule_citation(), p.source.clone()),
    ];
    (format!("{}, {}", p.title, page.day(&p.on_day.to_string())), facts.into_iter().flatten().collect::<Vec<_>>().join(". "))
}

/// A dialogue of a superior head in this unit: its public page, where people were told of it.
fn above(page: &Page, e: &YearEvent) -> (String, String) {
    (format!("/doi-thoai/{}", PublicId::from_i64(e.public_id)), format!("{}, {}", e.title, page.day(&e.on_day)))
}
