//! Hạn do phần mềm đặt: limits for what a rule asks without naming a day. They ship as data (`data/own.toml`), are shown
//! as "chưa xác nhận", and a superior office sets others by a paper and from a day on.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    clause::DayCount,
    typed::{day, number, plain},
};
use crate::{
    opinion::{secrecy, submission::LINE_MAX},
    problem::{Problem, What},
};

const BUILTIN: &str = include_str!("../../../../data/own.toml");

/// Days of such a limit at most.
pub const DAYS_MAX: u32 = 365;

crate::words! {
    /// What such a limit is for.
    OwnLimitName {
        /// báo cáo sau kỳ
        Report = "report",
        /// đối thoại theo yêu cầu của cử tri
        VoterDialogue = "voter_dialogue",
        /// báo kết quả cho người dân
        ResultTold = "result_told",
        /// trả lời ý kiến đã đưa ra đối thoại
        Answer = "answer",
        /// báo trước khi hủy ngày tiếp công dân
        ReceptionNotice = "reception_notice",
    }
}

/// Who set a limit in place of the program's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetBy {
    /// The first day on which it holds.
    pub from: Date,
    /// Number and day of the paper.
    pub paper: String,
    /// Label of the post or body.
    pub label: String,
}

/// A limit: so many days after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLimit {
    /// What it is for.
    pub name: OwnLimitName,
    /// Days; the day of the event is not counted.
    pub days: u32,
    /// How they are counted.
    pub count: DayCount,
    /// Who set it; none: the program's own, not confirmed by anybody.
    pub set: Option<SetBy>,
}

/// The limits that hold for one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnLimits(Vec<OwnLimit>);

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    days: u32,
    count: DayCount,
    #[allow(dead_code)] // for whoever reads the file
    what: String,
}

impl OwnLimits {
    /// Reads a file of limits.
    ///
    /// # Errors
    /// What is wrong in it or missing.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let mut all: BTreeMap<OwnLimitName, Line> = toml::from_str(text).map_err(|e| e.to_string())?;
        let one = |name: &OwnLimitName| {
            let line = all.remove(name).ok_or_else(|| format!("the limit [{name}] is missing"))?;
            if line.days == 0 || line.days > DAYS_MAX {
                return Err(format!("[{name}]: days = {}; expected 1 to {DAYS_MAX}", line.days));
            }
            Ok(OwnLimit { name: *name, days: line.days, count: line.count, set: None })
        };
        OwnLimitName::ALL.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    /// The limits that ship with the program.
    ///
    /// # Errors
    /// Never for a program that was tested.
    pub fn builtin() -> Result<Self, String> {
        Self::from_toml(BUILTIN)
    }

    /// With what offices set, the nearest office first and of each the latest first.
    #[must_use]
    pub fn with(self, set: Vec<OwnLimit>) -> Self {
        Self(set.into_iter().chain(self.0).collect())
    }

    /// The limit that holds on a day: what an office set for that day, else the program's own.
    #[must_use]
    pub fn on(&self, name: OwnLimitName, day: Date) -> Option<&OwnLimit> {
        self.0.iter().find(|l| l.name == name && l.set.as_ref().is_none_or(|s| s.from <= day))
    }
}

/// What was typed of a limit.
#[derive(Clone, Debug, Default)]
pub struct TypedOwnLimit {
    /// Days.
    pub days: String,
    /// Code word of how they are counted.
    pub count: String,
    /// First day, day first.
    pub from: String,
    /// Number and day of the paper.
    pub paper: String,
    /// `yes` where it was said that days that have passed are to be judged anew.
    pub past: String,
}

/// Reads a limit that an office sets; its label is written by whoever keeps it. Everybody reads which paper set it: no
/// paper marked Mật. Where it begins before today, what has been judged by another limit is judged anew: that is asked.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn limit(name: OwnLimitName, typed: &TypedOwnLimit, today: Date) -> Result<OwnLimit, Vec<Problem>> {
    let mut wrong = Vec::new();
    let days: Option<u32> = number(&typed.days, "days", 1, i64::from(DAYS_MAX), &mut wrong);
    let count: Option<DayCount> = typed.count.parse().map_err(|_| wrong.push(Problem::new("count", What::NotAChoice))).ok();
    let from = day(&typed.from, "from", true, &mut wrong);
    if from.is_some_and(|d| d < today) && typed.past != "yes" {
        wrong.push(Problem::new("from", What::JudgedAnew));
    }
    let paper = plain(&typed.paper, "paper", LINE_MAX, true, &mut wrong);
    if secrecy::name_is_marked(&paper) {
        wrong.push(Problem::new("paper", What::StateSecret));
    }
    match (days, count, from) {
        (Some(days), Some(count), Some(from)) if wrong.is_empty() => {
            Ok(OwnLimit { name, days, count, set: Some(SetBy { from, paper, label: String::new() }) })
        }
        _ => Err(wrong),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn set(days: u32, from: Date, label: &str) -> OwnLimit {
        OwnLimit {
            name: OwnLimitName::Report,
            days,
            count: DayCount::Working,
            set: Some(SetBy { from, paper: "12-HD/TU".into(), label: label.into() }),
        }
    }

    #[test]
    fn the_limits_that_ship_are_whole_and_nobody_set_them() {
        let own = OwnLimits::builtin().unwrap();
        for name in OwnLimitName::ALL {
            assert!(own.on(*name, date(2026, 1, 1)).unwrap().set.is_none(), "{name}");
        }
        assert_eq!(own.on(OwnLimitName::Report, date(2026, 1, 1)).unwrap().days, 15);
        assert!(OwnLimits::from_toml(&BUILTIN.replace("[report]", "[reports]")).is_err());
        assert!(OwnLimits::from_toml(&BUILTIN.replace("days = 15", "days = 0")).is_err());
    }

    #[test]
    fn what_an_office_set_holds_from_its_day_and_the_nearest_office_first() {
        let own = OwnLimits::builtin().unwrap().with(vec![
            set(7, date(2026, 9, 1), "near"),
            set(9, date(2026, 6, 1), "near"),
            set(20, date(2026, 1, 1), "far"),
        ]);
        let on = |day| own.on(OwnLimitName::Report, day).map(|l| l.days);
        assert_eq!(on(date(2025, 12, 31)), Some(15), "the program's own");
        assert_eq!([date(2026, 5, 31), date(2026, 6, 1), date(2026, 9, 1)].map(on), [Some(20), Some(9), Some(7)]);
        assert_eq!(own.on(OwnLimitName::VoterDialogue, date(2026, 9, 1)).map(|l| l.days), Some(30), "another name is another limit");
    }

    #[test]
    fn a_limit_needs_a_number_a_day_and_a_paper() {
        let today = date(2026, 7, 1);
        let fields =
            |typed: &TypedOwnLimit| limit(OwnLimitName::Report, typed, today).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>();
        let typed = TypedOwnLimit { days: "0".into(), count: "x".into(), paper: " ".into(), ..TypedOwnLimit::default() };
        assert_eq!(fields(&typed), ["days", "count", "from", "paper"]);
        let typed = TypedOwnLimit {
            days: "10".into(),
            count: "working".into(),
            from: "01/07/2026".into(),
            paper: "12-HD/TU".into(),
            ..TypedOwnLimit::default()
        };
        assert_eq!(limit(OwnLimitName::Report, &typed, today).unwrap().set.unwrap().from, today);
        for paper in ["12-HD/TU (MẬT)", "Tuyệt mật 3-KH/TU", "Độ mật: Mật"] {
            assert_eq!(fields(&TypedOwnLimit { paper: paper.into(), ..typed.clone() }), ["paper"], "{paper}");
        }
        let before = TypedOwnLimit { from: "30/06/2026".into(), ..typed };
        assert_eq!(fields(&before), ["from"], "what was judged is judged anew only where that was said");
        assert!(limit(OwnLimitName::Report, &TypedOwnLimit { past: "yes".into(), ..before }, today).is_ok());
    }
}
