//! Two rules in force at once that say otherwise (S3.9), in the reader's words: both sides with their citations, which
//! asks more where that can be reckoned, and no decision.

use caunoi_domain::regulation::{
    clause::Clause,
    conflict::{self, Conflict, Difference, Side, Stricter},
    document::{Document, Visibility},
};
use jiff::civil::Date;

use crate::page::{Page, l10n::L10nLanguage, rule_words};

/// One side of a conflict.
pub struct SideView {
    /// Address of the document.
    pub href: String,
    /// Kind and number.
    pub named: String,
    /// Where the clause stands.
    pub citation: String,
    /// What it asks.
    pub text: String,
    /// Its numbers.
    pub numbers: Vec<String>,
    /// False: "chưa xác nhận".
    pub confirmed: bool,
}

/// Two clauses that say otherwise.
pub struct ConflictView {
    /// What both are about.
    pub kind: String,
    /// What they say otherwise.
    pub differs: String,
    /// From when to when both stand.
    pub span: String,
    /// Both sides, the older document first.
    pub sides: Vec<SideView>,
    /// Which asks more.
    pub stricter: String,
    /// How the documents say that they stand to each other; empty where they do not.
    pub link: String,
}

/// The conflicts among documents that all apply to one place, on a day. Of an internal document nothing is shown.
#[must_use]
pub fn of_place(page: &Page, all: &[Document], on: Date) -> Vec<ConflictView> {
    let shown = |s: &Side<'_>| s.document.visibility == Visibility::Public;
    conflict::conflicts(all, on).iter().filter(|c| shown(&c.first) && shown(&c.second)).map(|c| view(page, c)).collect()
}

/// The conflicts of one document with what applies beside it; of an internal one for a reader inside only.
#[must_use]
pub fn of_document(page: &Page, id: &str, beside: &[Document], on: Date, inside: bool) -> Vec<ConflictView> {
    let shown = |s: &Side<'_>| s.document.visibility == Visibility::Public || (inside && s.document.id == id);
    let own = |c: &&Conflict<'_>| c.first.document.id == id || c.second.document.id == id;
    conflict::conflicts(beside, on).iter().filter(own).filter(|c| shown(&c.first) && shown(&c.second)).map(|c| view(page, c)).collect()
}

fn view(page: &Page, c: &Conflict<'_>) -> ConflictView {
    let t = page.t;
    let day = |d: Date| page.day(&d.to_string());
    let (first, second) = (side(page, c.first), side(page, c.second));
    let which = |s: &SideView| format!("{}, {}", s.named, s.citation);
    ConflictView {
        kind: rule_words::clause_kind(t, c.first.clause.kind),
        differs: c.differs.iter().map(|d| difference(t, *d)).collect::<Vec<_>>().join(", "),
        span: match (c.from, c.to) {
            (Some(from), Some(to)) => t.rule_span(day(from), day(to)),
            (Some(from), None) => t.rule_span_from(day(from)),
            (None, Some(to)) => t.rule_span_to(day(to)),
            (None, None) => t.rule_span_unknown(),
        },
        stricter: match c.stricter {
            Stricter::First => t.rule_conflict_stricter(which(&first)),
            Stricter::Second => t.rule_conflict_stricter(which(&second)),
            Stricter::Unclear => t.rule_conflict_unclear(),
        },
        link: c.link.map(|k| t.rule_conflict_link(rule_words::link(t, k, false).to_lowercase())).unwrap_or_default(),
        sides: vec![first, second],
    }
}

fn side(page: &Page, s: Side<'_>) -> SideView {
    let Clause { citation, text, parameters, confirmed, .. } = s.clause;
    SideView {
        href: format!("/quy-che/{}", s.document.id),
        named: rule_words::named_or_title(page.t, s.document.kind, &s.document.number, &s.document.title),
        citation: citation.clone(),
        text: text.clone(),
        numbers: rule_words::numbers(page.t, parameters),
        confirmed: *confirmed,
    }
}

fn difference(t: &L10nLanguage, d: Difference) -> String {
    match d {
        Difference::Times => t.rule_differs_times(),
        Difference::Months => t.rule_differs_months(),
        Difference::Days => t.rule_differs_days(),
        Difference::DayOfMonth => t.rule_differs_day_of_month(),
        Difference::People => t.rule_differs_people(),
        Difference::Periods => t.rule_differs_periods(),
        Difference::Receivers => t.rule_differs_receivers(),
        Difference::Delegation => t.rule_differs_delegation(),
    }
}
