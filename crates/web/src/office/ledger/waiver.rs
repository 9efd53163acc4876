//! Lý do chưa làm của cấp dưới: what was drafted about a duty or a planned row, and what it is about in words.

use caunoi_app::{
    Refusal,
    duty::{decider_of, reckon::Reckoned, waive::WaiveDuty, waiver_draft::DraftWaiver},
};
use caunoi_domain::{
    dialogue::state::DraftState,
    problem::Problem,
    regulation::entry::{self, EntryWord, TypedEntry},
    text::date,
};
use caunoi_store::{
    Conn, beside,
    waiver_draft::{self, WaiverRow},
};

use super::lines;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        ledger_words, rule_words,
    },
};

/// What waits of a waiver, and what its form begins with.
#[derive(Default)]
pub(super) struct Drafted {
    /// How it stands: that it waits for the head, or was returned and why; empty where nothing was drafted.
    pub said: String,
    /// Day of the paper, its number, the reason, as they were drafted.
    pub day: String,
    pub paper: String,
    pub note: String,
    /// What is typed is laid before the head; false where the officer is the head.
    pub lays: bool,
}

/// What the officer's own unit drafted about a unit below and has not decided, and whether the officer decides.
pub(super) struct Waivers {
    open: Vec<WaiverRow>,
    decides: bool,
}

impl Waivers {
    /// Of one duty, or planned row.
    pub fn about(&self, page: &Page, subject: &str) -> Drafted {
        let lays = !self.decides;
        match self.open.iter().find(|w| w.subject == subject) {
            None => Drafted { lays, ..Drafted::default() },
            Some(row) => Drafted { said: said(page, row), day: day(row), paper: row.paper.clone(), note: row.note.clone(), lays },
        }
    }
}

/// What the officer's own unit drafted about a unit. One statement.
///
/// # Errors
/// The store's failure.
pub(super) async fn of(conn: &mut Conn<'_>, desk: &Desk, unit_id: &str) -> Result<Waivers, Fault> {
    let (open, decider) =
        beside!(conn, |c| async { Ok::<_, Fault>(waiver_draft::open_of(c, unit_id, &desk.officer.unit_id).await?) }, |c| async {
            Ok::<_, Fault>(decider_of(c, &desk.actor, unit_id).await?)
        },)?;
    Ok(Waivers { open, decides: decider.is_some() })
}

fn day(row: &WaiverRow) -> String {
    row.on_day.parse().map(date::vi).unwrap_or_default()
}

/// That it waits, or was returned and why.
fn said(page: &Page, row: &WaiverRow) -> String {
    let t = page.t;
    match row.state {
        DraftState::Submitted => t.waiver_waits(row.by_label.clone(), page.moment(row.at)),
        DraftState::Asked | DraftState::Draft => t.waiver_returned(row.returned.clone()),
        DraftState::Approved => String::new(),
    }
}

/// What was typed of a waiver.
pub(super) struct Given {
    pub post: String,
    pub on_day: String,
    pub paper: String,
    pub note: String,
}

/// Of which unit, what, in which year, and from which page.
pub(super) struct About {
    pub unit_id: String,
    pub subject: String,
    pub year: i16,
    pub path: String,
}

/// The head of the superior accepts the reason; its office lays it before the head. Answers what is wrong with what was typed.
///
/// # Errors
/// Not for this officer.
pub(super) async fn take(web: &Web, desk: &Desk, key: &str, about: About, given: &Given) -> Result<Vec<Problem>, Fault> {
    let typed = TypedEntry {
        kind: EntryWord::Waiver.code().to_owned(),
        post: given.post.clone(),
        on_day: given.on_day.clone(),
        paper: given.paper.clone(),
        note: given.note.clone(),
        ..TypedEntry::default()
    };
    let entry = match entry::entry(&typed, web.app.clock.today()) {
        Ok(entry) => entry,
        Err(wrong) => return Ok(wrong),
    };
    let About { unit_id, subject, year, path } = about;
    let decides = decider_of(&mut web.app.store.read().await?, &desk.actor, &unit_id).await?.is_some();
    let done: Result<String, Refusal> = if decides {
        web.app.carry_out_once(&desk.actor, key, WaiveDuty { unit_id, subject, year, entry }).await
    } else {
        web.app.carry_out_once(&desk.actor, key, DraftWaiver { unit_id, subject, year, path, entry }).await
    };
    match done {
        Ok(_) => Ok(Vec::new()),
        Err(refusal) => problems_of(refusal),
    }
}

/// What a waiver is about, in words: the duty with the sentence of its rule and its last day, or the planned row with its day.
pub(in crate::office) fn what(page: &Page, r: &Reckoned, subject: &str) -> String {
    let t = page.t;
    if let Some(d) = r.duties.iter().find(|d| d.id == subject) {
        let clause = lines::document(r, d).and_then(|x| x.clauses.get(d.clause.seq));
        let sentence = clause.map(|c| format!("{}. {}", c.citation, c.text)).unwrap_or_default();
        let due = format!("{}: {}", t.ledger_col_due(), ledger_words::due(page, d));
        return format!("{}, {}. {due}.\n{sentence}", rule_words::clause_kind(t, d.kind), ledger_words::subject(t, d));
    }
    let row = r.facts.plans.iter().flat_map(|p| &p.rows).find(|x| x.id == subject);
    row.map_or_else(String::new, |x| t.waiver_planned_row(page.day(&x.by.to_string())))
}
