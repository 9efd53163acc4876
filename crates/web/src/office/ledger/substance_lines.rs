//! Indicators, attendance and results by chair as lines of tables: a number never without its base.

use caunoi_domain::regulation::ledger::{
    Facts, Finding,
    chairs::{self, Results},
    facts::DialogueFact,
    substance::{Indicator, Measure, measure, sum},
};
use jiff::civil::Date;

use crate::{
    office::followup::input::shown,
    page::{Page, number},
};

/// A dialogue with its indicators.
pub struct DialogueLine {
    /// Its id.
    pub id: String,
    /// Its page.
    pub href: Option<String>,
    /// The day.
    pub day: String,
    /// Present of invited.
    pub attendance: String,
    /// Each indicator, and whether it is to be checked.
    pub cells: Vec<(String, bool)>,
}

/// What came of dialogues by who presided.
pub struct ChairLine {
    /// Who presided.
    pub who: String,
    /// Dialogues.
    pub dialogues: u32,
    /// Answered of opinions.
    pub answered: String,
    /// Concluded matters.
    pub concluded: u32,
    /// Resolved of concluded.
    pub resolved: String,
    /// Agreed of concluded.
    pub agreed: String,
}

/// A dialogue as a line.
pub fn dialogue(page: &Page, d: &DialogueFact, public_id: Option<i64>, findings: &[Finding], on: Date) -> DialogueLine {
    let is_sign = |i: Indicator| {
        let kind = caunoi_domain::regulation::ledger::FindingKind::of_sign(i);
        findings.iter().any(|f| f.kind == kind && f.evidence.iter().any(|e| e.id == d.id))
    };
    DialogueLine {
        id: d.id.clone(),
        href: public_id.map(|id| format!("/doi-thoai/{}", shown(id))),
        day: d.held_on.map(|h| page.day(&h.to_string())).unwrap_or_default(),
        attendance: attendance(page, d),
        cells: Indicator::ALL.iter().map(|i| (one(page, measure(d, *i, on), *i), is_sign(*i))).collect(),
    }
}

/// How many came, of how many invited.
pub fn attendance(page: &Page, d: &DialogueFact) -> String {
    match (d.present, d.invited) {
        (Some(present), Some(invited)) => of(page, i64::from(present), i64::from(invited)),
        _ => page.t.substance_no_record(),
    }
}

fn one(page: &Page, m: Option<Measure>, i: Indicator) -> String {
    match m {
        None => page.t.substance_no_record(),
        Some(m) if i == Indicator::Opinions => m.part.to_string(),
        Some(m) => of(page, i64::from(m.part), i64::from(m.of)),
    }
}

/// The sum of a year with its base.
pub fn total<'a>(page: &Page, dialogues: impl Iterator<Item = &'a DialogueFact>, i: Indicator, on: Date) -> String {
    match sum(dialogues, i, on) {
        (_, 0) => page.t.substance_no_record(),
        (m, n) if i == Indicator::Opinions => page.t.substance_sum_opinions(i64::from(m.part), i64::from(n)),
        (m, _) => of(page, i64::from(m.part), i64::from(m.of)),
    }
}

/// "9 trong 12 (75%)"; without a base the number alone.
fn of(page: &Page, part: i64, whole: i64) -> String {
    let text = page.t.substance_of(part, whole);
    number::share(part, whole, page.lang).map_or(text.clone(), |share| format!("{text} ({share})"))
}

/// Head, deputy and not recorded, of a post's year; what has no dialogue is left out.
pub fn chairs(page: &Page, facts: &Facts, post_id: &str, year: i16, on: Date) -> Vec<ChairLine> {
    let t = page.t;
    let (Ok(from), Ok(to)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return Vec::new() };
    let all = chairs::by_chair(facts, post_id, from, to, on);
    let line = |who, r: Results| ChairLine {
        who,
        dialogues: r.dialogues,
        answered: if r.minuted == 0 { t.substance_no_record() } else { of(page, i64::from(r.answered), i64::from(r.opinions)) },
        concluded: r.concluded,
        resolved: of(page, i64::from(r.resolved), i64::from(r.concluded)),
        agreed: of(page, i64::from(r.agreed), i64::from(r.concluded)),
    };
    [(t.substance_chair_head(), all.head), (t.substance_chair_deputy(), all.deputy), (t.substance_chair_unknown(), all.unknown)]
        .into_iter()
        .filter(|(_, r)| r.dialogues > 0)
        .map(|(who, r)| line(who, r))
        .collect()
}
