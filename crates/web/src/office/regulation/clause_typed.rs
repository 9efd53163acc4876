//! A clause as typed in the editor, and as it is read.

use caunoi_domain::{
    opinion::submission::{LINE_MAX, text},
    problem::Problem,
    regulation::clause::{Clause, Parameters},
    text::{date, nfc},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::act::number;
use crate::page::form::{choice, day};

/// Characters of a clause at most.
const TEXT_MAX: usize = 4_000;

/// A clause as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ClauseTyped {
    pub(super) csrf: String,
    pub(super) key: String,
    /// What the preview of this answered.
    pub(super) seen: String,
    /// Place of the clause that it takes the place of; empty for none.
    pub(super) replaces: String,
    pub(super) kind: String,
    pub(super) citation: String,
    pub(super) text: String,
    pub(super) source: String,
    pub(super) level: Vec<String>,
    pub(super) post: Vec<String>,
    pub(super) body: Vec<String>,
    /// Names of bodies, one on each line.
    pub(super) body_names: String,
    pub(super) dialogue: Vec<String>,
    pub(super) basis: String,
    pub(super) times: String,
    pub(super) per: String,
    pub(super) months: String,
    pub(super) day_of_month: String,
    pub(super) days: String,
    pub(super) count: String,
    pub(super) gap_max: String,
    pub(super) people_min: String,
    pub(super) people_max: String,
    pub(super) percent: String,
    pub(super) period: Vec<String>,
    pub(super) receivers: String,
    pub(super) delegation: String,
    pub(super) ground: Vec<String>,
    pub(super) valid_from: String,
    pub(super) valid_to: String,
    pub(super) confirmed: String,
    /// Code of the unit that the preview is of; the own one otherwise.
    pub(super) xa: String,
    /// Year of the preview.
    pub(super) nam: String,
    /// When it was kept as a draft; empty where it is none.
    #[serde(skip)]
    pub(super) found: String,
}

impl ClauseTyped {
    /// That choice of a list is ticked.
    pub(super) fn has(list: &[String], code: &str) -> bool {
        list.iter().any(|l| l == code)
    }

    /// What was kept as a draft; what the preview answered of it is asked anew.
    pub(super) fn kept(fields: &[(String, String)]) -> Self {
        let get = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        let all = |name: &str| fields.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<_>>();
        Self {
            replaces: get("replaces"),
            kind: get("kind"),
            citation: get("citation"),
            text: get("text"),
            source: get("source"),
            level: all("level"),
            post: all("post"),
            body: all("body"),
            body_names: get("body_names"),
            dialogue: all("dialogue"),
            basis: get("basis"),
            times: get("times"),
            per: get("per"),
            months: get("months"),
            day_of_month: get("day_of_month"),
            days: get("days"),
            count: get("count"),
            gap_max: get("gap_max"),
            people_min: get("people_min"),
            people_max: get("people_max"),
            percent: get("percent"),
            period: all("period"),
            receivers: get("receivers"),
            delegation: get("delegation"),
            ground: all("ground"),
            valid_from: get("valid_from"),
            valid_to: get("valid_to"),
            confirmed: get("confirmed"),
            xa: get("xa"),
            nam: get("nam"),
            found: get("nhap"),
            ..Self::default()
        }
    }

    /// What the editor shows of a clause that is there.
    pub(super) fn of(c: &Clause) -> Self {
        let p = &c.parameters;
        let n = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let small = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
        Self {
            kind: c.kind.code().to_owned(),
            citation: c.citation.clone(),
            text: c.text.clone(),
            source: c.source.clone(),
            level: p.levels.iter().map(|w| w.code().to_owned()).collect(),
            post: p.posts.iter().map(|w| w.code().to_owned()).collect(),
            body: p.bodies.iter().map(|w| w.code().to_owned()).collect(),
            body_names: p.body_names.join("\n"),
            dialogue: p.dialogues.iter().map(|w| w.code().to_owned()).collect(),
            basis: p.basis.map(|w| w.code().to_owned()).unwrap_or_default(),
            times: n(p.times),
            per: p.per.map(|w| w.code().to_owned()).unwrap_or_default(),
            months: p.months.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            day_of_month: small(p.day_of_month),
            days: n(p.days),
            count: p.count.map(|w| w.code().to_owned()).unwrap_or_default(),
            gap_max: n(p.gap_max),
            people_min: n(p.people_min),
            people_max: n(p.people_max),
            percent: small(p.percent),
            period: p.periods.iter().map(|w| w.code().to_owned()).collect(),
            receivers: p.receivers.join("\n"),
            delegation: p.delegation.map(|w| w.code().to_owned()).unwrap_or_default(),
            ground: p.grounds.iter().map(|w| w.code().to_owned()).collect(),
            valid_to: c.valid_to.map(date::vi).unwrap_or_default(),
            confirmed: if c.confirmed { "yes".to_owned() } else { String::new() },
            ..Self::default()
        }
    }

    /// The clause that it takes the place of.
    pub(super) fn replaced(&self) -> Option<usize> {
        self.replaces.parse().ok()
    }

    /// Reads the clause.
    ///
    /// # Errors
    /// Every wrong field with what is wrong there.
    pub(super) fn clause(&self) -> Result<Clause, Vec<Problem>> {
        let mut wrong = Vec::new();
        let kind = choice(&self.kind, "kind", &mut wrong);
        let citation = text(&self.citation, "citation", LINE_MAX, true, &mut wrong);
        let words = text(&self.text, "text", TEXT_MAX, true, &mut wrong);
        let source = text(&self.source, "source", LINE_MAX, false, &mut wrong);
        let (valid_from, valid_to) = (day(&self.valid_from, "valid_from", &mut wrong), day(&self.valid_to, "valid_to", &mut wrong));
        let parameters = self.parameters(&mut wrong);
        match kind {
            Some(kind) if wrong.is_empty() => Ok(Clause {
                kind,
                citation,
                text: words,
                parameters,
                source: if source.is_empty() { "văn bản của đơn vị".to_owned() } else { source },
                confirmed: self.confirmed == "yes",
                valid_from,
                valid_to,
            }),
            _ => Err(wrong),
        }
    }

    fn parameters(&self, wrong: &mut Vec<Problem>) -> Parameters {
        fn all<T: std::str::FromStr>(list: &[String], field: &'static str, wrong: &mut Vec<Problem>) -> Vec<T> {
            list.iter().filter_map(|w| choice(w, field, wrong)).collect()
        }
        fn one<T: std::str::FromStr>(word: &str, field: &'static str, wrong: &mut Vec<Problem>) -> Option<T> {
            if word.is_empty() { None } else { choice(word, field, wrong) }
        }
        let small = |n: Option<u32>| n.and_then(|n| u8::try_from(n).ok());
        let months = self.months.split([',', ' ', ';']).filter(|m| !m.trim().is_empty());
        let months = months.filter_map(|m| small(number(m, "months", 12, wrong))).collect();
        Parameters {
            levels: all(&self.level, "level", wrong),
            posts: all(&self.post, "post", wrong),
            bodies: all(&self.body, "body", wrong),
            body_names: lines(&self.body_names),
            dialogues: all(&self.dialogue, "dialogue", wrong),
            basis: one(&self.basis, "basis", wrong),
            times: number(&self.times, "times", 1_000, wrong),
            per: one(&self.per, "per", wrong),
            months,
            days: number(&self.days, "days", 3_650, wrong),
            gap_max: number(&self.gap_max, "gap_max", 3_650, wrong),
            count: one(&self.count, "count", wrong),
            day_of_month: small(number(&self.day_of_month, "day_of_month", 31, wrong)),
            people_min: number(&self.people_min, "people_min", 1_000_000, wrong),
            people_max: number(&self.people_max, "people_max", 1_000_000, wrong),
            percent: small(number(&self.percent, "percent", 100, wrong)),
            periods: all(&self.period, "period", wrong),
            receivers: lines(&self.receivers),
            delegation: one(&self.delegation, "delegation", wrong),
            grounds: all(&self.ground, "grounds", wrong),
        }
    }
}

/// Names that were typed one on each line.
fn lines(typed: &str) -> Vec<String> {
    typed.lines().map(|l| nfc(l.trim())).filter(|l| !l.is_empty()).collect()
}

/// The year of a preview: the one asked for, else that of the first day of the clause, else this one.
pub(super) fn preview_year(typed: &ClauseTyped, clause: Option<&Clause>, today: Date) -> i16 {
    let asked = typed.nam.parse::<i16>().ok();
    let first = clause.and_then(|c| c.valid_from).map(Date::year);
    asked.or(first).filter(|y| (2014..=today.year() + 1).contains(y)).unwrap_or(today.year())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_is_shown_is_read_again_the_same() {
        let clause = ClauseTyped {
            kind: "report".into(),
            citation: "Điều 5".into(),
            text: "Báo cáo".into(),
            source: "bản giấy".into(),
            level: vec!["commune".into()],
            post: vec!["party_secretary".into()],
            body: vec!["division".into()],
            body_names: "Trạm Y tế xã\n\nTrường THCS Vân Trạch ".into(),
            months: "6, 12".into(),
            period: vec!["half_year".into(), "year".into()],
            receivers: "Tỉnh ủy\nMặt trận".into(),
            days: "10".into(),
            count: "working".into(),
            confirmed: "yes".into(),
            ..ClauseTyped::default()
        }
        .clause()
        .unwrap();
        assert_eq!(clause.parameters.months, [6, 12]);
        assert_eq!(clause.parameters.body_names, ["Trạm Y tế xã", "Trường THCS Vân Trạch"]);
        assert_eq!(ClauseTyped::of(&clause).clause().unwrap(), clause);
        let wrong = ClauseTyped { kind: "x".into(), months: "13".into(), ..ClauseTyped::default() }.clause().unwrap_err();
        assert_eq!(wrong.iter().map(|p| p.field).collect::<Vec<_>>(), ["kind", "citation", "text", "months"]);
    }

    #[test]
    fn the_year_of_a_preview_is_the_one_asked_for_or_that_of_the_first_day() {
        let today = jiff::civil::date(2026, 11, 25);
        let typed = |nam: &str| ClauseTyped { nam: nam.to_owned(), ..ClauseTyped::default() };
        assert_eq!(preview_year(&typed("2025"), None, today), 2025);
        assert_eq!(preview_year(&typed("1900"), None, today), 2026);
    }
}
