//! What a place's own rules ask of its plans, as data: nothing here is invented. Until somebody who may writes a value in,
//! with where it is said, there is none; and until it is confirmed the screens say so.

use jiff::civil::Date;

use super::count::Counts;
use crate::{
    opinion::submission::text,
    problem::{Problem, What},
};

/// Characters of a citation at most.
const CITATION_MAX: usize = 300;

crate::words! {
    /// A datum of the rules on plans.
    PlanRule {
        /// the day by which the year's programme is approved (S0.3): `01-31`, or `before:12-15` for the year before
        ProgrammeDeadline = "programme_deadline",
        /// the post that approves the year plan (P1): a post's id
        Approver = "approver",
        /// what counts as one where a conference has several sessions
        Counts = "counts",
        /// days within which a village is not invited twice (S3.6)
        VillageAgainDays = "village_again_days",
        /// days at most between two dialogues with enterprises (S2.4)
        EnterpriseGapDays = "enterprise_gap_days",
    }
}

impl PlanRule {
    /// Days that a rule may ask for at most: two years.
    pub const MOST_DAYS: i64 = 730;
}

/// A datum as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedRule {
    /// Code word of the rule.
    pub rule: String,
    /// The value: `31/01`, days, a post's id, a code word; empty takes the rule away.
    pub value: String,
    /// `before` where the day lies in the year before.
    pub before: String,
    /// Where it is said.
    pub citation: String,
    /// `yes` where somebody compared it with the document.
    pub confirmed: String,
}

/// A datum that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub rule: PlanRule,
    /// Its value in its own form; empty where the rule is taken away.
    pub value: String,
    /// Where it is said.
    pub citation: String,
    /// Compared with the document.
    pub confirmed: bool,
}

/// Reads a datum.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn rule(typed: &TypedRule) -> Result<Rule, Vec<Problem>> {
    let mut problems = Vec::new();
    let rule = typed.rule.parse().map_err(|_| vec![Problem::new("rule", What::NotAChoice)])?;
    let typed_value = typed.value.trim();
    let value = match rule {
        _ if typed_value.is_empty() => String::new(),
        PlanRule::ProgrammeDeadline => deadline(typed_value, typed.before == "before", &mut problems),
        PlanRule::Approver => typed_value.to_owned(),
        PlanRule::Counts => match typed_value.parse::<Counts>() {
            Ok(c) => c.code().to_owned(),
            Err(_) => wrong(&mut problems, What::NotAChoice),
        },
        PlanRule::VillageAgainDays | PlanRule::EnterpriseGapDays => match typed_value.parse::<i64>() {
            Ok(n) if (1..=PlanRule::MOST_DAYS).contains(&n) => n.to_string(),
            _ => wrong(&mut problems, What::Number { min: 1, max: PlanRule::MOST_DAYS }),
        },
    };
    let citation = text(&typed.citation, "citation", CITATION_MAX, !typed_value.is_empty(), &mut problems);
    if problems.is_empty() { Ok(Rule { rule, value, citation, confirmed: typed.confirmed == "yes" }) } else { Err(problems) }
}

fn wrong(problems: &mut Vec<Problem>, what: What) -> String {
    problems.push(Problem::new("value", what));
    String::new()
}

/// `31/01` or `31/1` becomes `01-31`.
fn deadline(typed: &str, before: bool, problems: &mut Vec<Problem>) -> String {
    let read = typed.split_once(['/', '.', '-']).and_then(|(d, m)| Some((d.trim().parse::<i8>().ok()?, m.trim().parse::<i8>().ok()?)));
    match read {
        // 2024 had a 29/2, which a rule may name.
        Some((d, m)) if Date::new(2024, m, d).is_ok() => format!("{}{m:02}-{d:02}", if before { "before:" } else { "" }),
        _ => wrong(problems, What::DayOutOfOrder),
    }
}

/// The day by which the programme of a year is approved. A 29/2 of a year that has none is the last of February.
#[must_use]
pub fn programme_deadline(value: &str, year: i16) -> Option<Date> {
    let (year, day) = match value.strip_prefix("before:") {
        Some(day) => (year.checked_sub(1)?, day),
        None => (year, value),
    };
    let (month, day) = day.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::new(year, month, day).ok().or_else(|| Date::new(year, month, 1).ok().map(Date::last_of_month))
}

/// Was the programme of a year approved in time? `None` where no day is set.
#[must_use]
pub fn in_time(deadline: Option<Date>, approved_on: Option<Date>, today: Date) -> Option<InTime> {
    let deadline = deadline?;
    Some(match approved_on {
        Some(on) if on <= deadline => InTime::Met,
        Some(_) => InTime::Late,
        None if today > deadline => InTime::Missing,
        None => InTime::Due,
    })
}

/// How a unit stands to the day by which its programme is approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTime {
    /// approved by the day
    Met,
    /// approved after it
    Late,
    /// the day is over and there is none
    Missing,
    /// the day is still to come
    Due,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(rule: &str, value: &str) -> TypedRule {
        TypedRule { rule: rule.into(), value: value.into(), citation: "Quy chế …".into(), ..TypedRule::default() }
    }

    #[test]
    fn s0_3_the_day_of_the_programme_is_data() {
        let same = rule(&typed("programme_deadline", "31/1")).unwrap();
        assert_eq!((same.value.as_str(), same.confirmed), ("01-31", false));
        assert_eq!(programme_deadline(&same.value, 2026), Some(date(2026, 1, 31)));
        let before = rule(&TypedRule { before: "before".into(), ..typed("programme_deadline", "15/12") }).unwrap();
        assert_eq!(programme_deadline(&before.value, 2026), Some(date(2025, 12, 15)));
        assert_eq!(programme_deadline("02-29", 2026), Some(date(2026, 2, 28)));
        assert_eq!(programme_deadline("", 2026), None);
        assert!(rule(&typed("programme_deadline", "31/11")).is_err());
        assert!(rule(&TypedRule { citation: String::new(), ..typed("programme_deadline", "31/1") }).is_err(), "never without its source");
    }

    #[test]
    fn s0_3_the_day_itself_is_in_time() {
        let day = Some(date(2026, 1, 31));
        assert_eq!(in_time(day, Some(date(2026, 1, 31)), date(2026, 3, 1)), Some(InTime::Met));
        assert_eq!(in_time(day, Some(date(2026, 2, 1)), date(2026, 3, 1)), Some(InTime::Late));
        assert_eq!(in_time(day, None, date(2026, 2, 1)), Some(InTime::Missing));
        assert_eq!(in_time(day, None, date(2026, 1, 31)), Some(InTime::Due));
        assert_eq!(in_time(None, None, date(2026, 3, 1)), None, "no rule, no judgement");
    }

    #[test]
    fn a_rule_is_taken_away_by_an_empty_value() {
        let gone = rule(&TypedRule { rule: "enterprise_gap_days".into(), ..TypedRule::default() }).unwrap();
        assert_eq!(gone.value, "");
        for value in ["0", "-1", "abc", "9999"] {
            assert!(rule(&typed("enterprise_gap_days", value)).is_err(), "{value}");
        }
    }
}
