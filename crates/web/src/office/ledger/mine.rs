//! Năm của tôi: what the rules ask of one head in a year, made for a phone, and printed as the year's record (S2.11, S4.15).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::duty::reckon::Reckoned;
use caunoi_domain::{
    dialogue::state::DialogueState,
    people::policy::Action,
    regulation::{
        clause::ClauseKind,
        ledger::{Duty, DutyState},
        remedial::RemedialState,
    },
    text::date,
};
use caunoi_store::{
    beside,
    dialogue::{self, DialogueRow},
    remedial::{self, RemedialRow},
};
use jiff::civil::Date;

use super::{
    board::Asked,
    lines::{self, DutyLine, FindingLine, Many, Posts},
    reckoned, record,
    remedial::{TaskLine, task_line},
    year_of,
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        ledger_words,
        mark::{Mark, Tone},
        render,
    },
};

/// A month of the year strip.
pub(in crate::office) struct Month {
    /// Its name.
    pub name: String,
    /// It is this month.
    pub now: bool,
    /// What was held and what is to come, each with its day.
    pub marks: Vec<(Mark, String)>,
}

/// The year of one head at a glance.
pub(in crate::office) struct Year {
    /// How many dialogues the rule asks for, held and to go.
    pub lead: String,
    /// Month by month.
    pub months: Vec<Month>,
    /// Duties by state.
    pub figures: Vec<(usize, String)>,
}

impl Year {
    /// A dialogue that the head chairs, in its month: held, whether a duty counts it or not, or still to come.
    pub(in crate::office) fn shows(&mut self, page: &Page, d: &DialogueRow, (year, today): (i16, Date)) {
        if let Ok(on) = d.on_day.parse::<Date>() {
            self.place(page.t, on, (d.state, d.stop.is_some()), (year, today));
        }
    }

    fn place(&mut self, t: &L10nLanguage, on: Date, (state, stopped): (DialogueState, bool), (year, today): (i16, Date)) {
        let held = state >= DialogueState::Held;
        let comes = !held && !stopped && year == today.year() && on >= today;
        let month = usize::try_from(on.month() - 1).ok().filter(|_| on.year() == year && (held || comes));
        let Some(m) = month.and_then(|n| self.months.get_mut(n)) else { return };
        let day = date::vi_short(on);
        if comes {
            m.marks.push((Mark::new(Tone::Doing, Icon::Clock, t.place_year_coming()), day));
        } else if !m.marks.iter().any(|(_, marked)| *marked == day) {
            m.marks.push((Mark::new(Tone::Done, Icon::Tick, t.ledger_mine_held()), day));
        }
    }
}

/// The ISO day on which a year begins.
pub(in crate::office) fn first_day(year: i16) -> String {
    format!("{year:04}-01-01")
}

/// The year of the head to whom these duties belong.
pub(in crate::office) fn year(page: &Page, duties: &[Duty], year: i16, today: Date) -> Year {
    let t = page.t;
    // What the last year left open stands in the lists beside, not in this year's numbers.
    let duties: Vec<&Duty> = duties.iter().filter(|d| d.year() == year).collect();
    let count = |s: DutyState| duties.iter().filter(|d| d.state == s).count();
    let before_use = count(DutyState::BeforeUse);
    let mut figures = vec![
        (count(DutyState::Met), t.ledger_fig_met()),
        (count(DutyState::Late), t.ledger_fig_late()),
        (count(DutyState::Breached), t.ledger_fig_breached()),
        (count(DutyState::Due), t.ledger_fig_due()),
    ];
    figures.extend((before_use > 0).then(|| (before_use, t.ledger_fig_before_use())));
    Year { lead: lead(page, &duties), months: months(page, &duties, year, today), figures }
}

/// Dialogues that the year strip shows at most, from the first day of its year.
pub(in crate::office) const OF_YEAR: i64 = 120;

#[derive(Template)]
#[template(path = "office/ledger/mine.html")]
struct Mine {
    page: Page,
    post: String,
    /// The head's own record as a workbook.
    excel: String,
    year: i16,
    lead: String,
    overdue: Vec<DutyLine>,
    overdue_many: Vec<Many>,
    soon: Vec<DutyLine>,
    soon_many: Vec<Many>,
    lines: Vec<DutyLine>,
    months: Vec<Month>,
    figures: Vec<(usize, String)>,
    findings: Vec<FindingLine>,
    tasks: Vec<TaskLine>,
    /// Who reads this record by decision.
    readers: Vec<String>,
}

/// `GET /nguoi-dung-dau/nam`
///
/// # Errors
/// Not for an officer without a head's post.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ApproveDialogue)?;
    let post = desk.officer.post_id.clone().ok_or(Fault::NotFound)?;
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let unit = desk.officer.unit_id.clone();
    let mut conn = web.app.store.read().await?;
    let first = first_day(year);
    let ((mut r, posts), mut tasks, readers, of_year) = beside!(
        &mut conn,
        |c| reckoned(&web, c, &desk, &unit, year),
        |c| async { Ok::<_, Fault>(remedial::of_findings(c, &unit, "").await?) },
        |c| record::readers_of(c, &desk.page, &unit, today),
        |c| async { Ok::<_, Fault>(dialogue::chaired(c, &post, &first, OF_YEAR).await?) },
    )?;
    drop(conn);
    tasks.retain(|t| t.post_id == post);
    r.duties.retain(|d| d.post_id == post);
    r.findings.retain(|f| f.post_id == post);
    let mut seen = self::year(&desk.page, &r.duties, year, today);
    for l in &of_year {
        seen.shows(&desk.page, &l.dialogue, (year, today));
    }
    let view = Mine { readers, ..view(desk.page.clone(), &r, &tasks, &posts, (&post, year), (seen, today)) };
    Ok(render::html(&view))
}

fn view(page: Page, r: &Reckoned, tasks: &[RemedialRow], posts: &Posts, (post, year): (&str, i16), (seen, today): (Year, Date)) -> Mine {
    let code = page.desk.as_ref().map(|d| d.unit_code.clone()).unwrap_or_default();
    let place = (code.as_str(), year);
    let some = |is: &dyn Fn(&Duty) -> bool| -> Vec<DutyLine> {
        r.duties.iter().filter(|d| is(d)).map(|d| lines::line(&page, d, posts, place, today)).collect()
    };
    let Year { lead, months, figures } = seen;
    let (overdue, overdue_many) = lines::together(some(&|d| d.state == DutyState::Breached));
    let (soon, soon_many) = lines::together(some(&|d| d.at_risk(today, ledger_words::SOON_DAYS)));
    Mine {
        post: posts.name(post),
        excel: format!("/cong-viec/so-nhiem-vu.xlsx?xa={code}&nam={year}&chuc={post}"),
        year,
        lead,
        overdue,
        overdue_many,
        soon,
        soon_many,
        lines: some(&|_| true),
        months,
        figures,
        findings: lines::findings(&page, r, tasks, posts, place),
        tasks: tasks.iter().filter(|t| t.state == RemedialState::Open).map(|t| task_line(&page, t, today)).collect(),
        readers: Vec::new(),
        page,
    }
}

/// How many dialogues the rule with the most asks for, held and to go. Several rules are not added up: one dialogue
/// may serve them all.
fn lead(page: &Page, duties: &[&Duty]) -> String {
    let frequency: Vec<&Duty> = duties.iter().copied().filter(|d| d.kind == ClauseKind::Frequency).collect();
    let most = frequency.iter().map(|d| &d.clause).max_by_key(|c| frequency.iter().filter(|d| d.clause == **c).count());
    let Some(clause) = most else { return page.t.ledger_mine_no_number() };
    let of: Vec<&&Duty> = frequency.iter().filter(|d| d.clause == *clause).collect();
    let held = of.iter().filter(|d| matches!(d.state, DutyState::Met | DutyState::Late)).count();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    page.t.ledger_mine_lead(number(of.len()), number(held), number(of.len() - held))
}

/// The year month by month: dialogues that were held, and the last days of those still to come.
fn months(page: &Page, duties: &[&Duty], year: i16, today: Date) -> Vec<Month> {
    let t = page.t;
    let mut seen = Vec::new();
    let mut marks: Vec<(i8, Mark, String)> = Vec::new();
    for d in duties.iter().filter(|d| d.kind == ClauseKind::Frequency) {
        match d.state {
            DutyState::Met | DutyState::Late => {
                for f in d.facts.iter().filter(|f| !seen.contains(&f.id)).cloned().collect::<Vec<_>>() {
                    let mark = Mark::new(Tone::Done, Icon::Tick, t.ledger_mine_held());
                    marks.push((f.on.month(), mark, date::vi_short(f.on)));
                    seen.push(f.id);
                }
            }
            _ => {
                let text = date::vi_short(d.due);
                if !marks.iter().any(|(m, _, s)| *m == d.due.month() && *s == text) {
                    marks.push((d.due.month(), ledger_words::state(t, d, today), text));
                }
            }
        }
    }
    (1..=12)
        .map(|m| Month {
            name: t.ledger_month(i64::from(m)),
            now: today.year() == year && today.month() == m,
            marks: marks.iter().filter(|(of, ..)| *of == m).map(|(_, mark, day)| (mark.clone(), day.clone())).collect(),
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use jiff::civil::date as day;

    use super::*;
    use crate::page::lang::Lang;

    #[test]
    fn a_held_dialogue_stands_in_its_month_once_whether_a_duty_counts_it_or_not() {
        let t = Lang::Vi.words();
        let (counted, now) = (day(2026, 4, 29), (2026, day(2026, 11, 26)));
        let month = |_| Month { name: String::new(), now: false, marks: Vec::new() };
        let mut year = Year { lead: String::new(), months: (0..12).map(month).collect(), figures: Vec::new() };
        year.months[3].marks.push((Mark::new(Tone::Done, Icon::Tick, t.ledger_mine_held()), date::vi_short(counted)));
        for on in [counted, day(2026, 10, 22), day(2025, 10, 22)] {
            year.place(t, on, (DialogueState::Concluded, false), now);
        }
        // To come; put off; over without having been held.
        for (on, stopped) in [(day(2026, 12, 12), false), (day(2026, 12, 19), true), (day(2026, 9, 1), false)] {
            year.place(t, on, (DialogueState::Announced, stopped), now);
        }
        let marked: Vec<(usize, &str)> =
            year.months.iter().enumerate().flat_map(|(m, of)| of.marks.iter().map(move |(_, on)| (m + 1, on.as_str()))).collect();
        assert_eq!(marked, [(4, "29/4"), (10, "22/10"), (12, "12/12")]);
    }
}
