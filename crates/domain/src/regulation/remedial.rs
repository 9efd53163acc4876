//! Việc khắc phục: what is to be done about a finding, by whom, by which day, followed and closed with evidence (S4.10). The
//! finding itself is reckoned from facts and stays whatever becomes of the task.

use jiff::civil::Date;

use super::typed::{day, day_that, plain};
use crate::{
    opinion::submission::{BODY_MAX, LINE_MAX},
    problem::{Problem, What},
};

crate::words! {
    /// Where the finding came from.
    FindingSource {
        /// máy đối chiếu từ các việc đã ghi
        Ledger = "ledger",
        /// kết luận giám sát đã công bố
        Published = "published",
    }
}

crate::words! {
    /// Where a remedial task stands.
    RemedialState {
        /// đang khắc phục
        Open = "open",
        /// đã khắc phục, có minh chứng
        Done = "done",
    }
}

crate::words! {
    /// What happened to a remedial task.
    RemedialStep {
        /// giao việc
        Opened = "opened",
        /// báo tiến độ
        Progress = "progress",
        /// đôn đốc
        Urged = "urged",
        /// gia hạn
        Extended = "extended",
        /// xong, kèm minh chứng
        Closed = "closed",
        /// chưa đạt, làm tiếp
        Reopened = "reopened",
    }
}

crate::words! {
    /// Who says a step of a remedial task.
    RemedialSide {
        /// chính đơn vị
        Own = "own",
        /// cấp trên của đơn vị
        Above = "above",
    }
}

/// A task as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRemedial {
    /// What is to be done.
    pub task: String,
    /// By which day.
    pub due: Date,
    /// The paper that asks for it; may be empty.
    pub basis: String,
}

/// Reads what is asked for: a day from today on.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn ask(task: &str, due: &str, basis: &str, today: Date) -> Result<NewRemedial, Vec<Problem>> {
    let mut wrong = Vec::new();
    let task = plain(task, "task", BODY_MAX, true, &mut wrong);
    let basis = plain(basis, "basis", LINE_MAX, false, &mut wrong);
    let due = day_that(due, "due", &mut wrong, |d| d >= today);
    match due {
        Some(due) if wrong.is_empty() => Ok(NewRemedial { task, due, basis }),
        _ => Err(wrong),
    }
}

/// A day that is granted: later than the one that held, with its reason.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn extend(due: &str, reason: &str, held: Date, today: Date) -> Result<(Date, String), Vec<Problem>> {
    let mut wrong = Vec::new();
    let reason = plain(reason, "reason", BODY_MAX, true, &mut wrong);
    let due = day_that(due, "new_due", &mut wrong, |d| d >= today);
    if due.is_some_and(|d| d <= held) {
        wrong.push(Problem::new("new_due", What::DayOutOfOrder));
    }
    match due {
        Some(due) if wrong.is_empty() => Ok((due, reason)),
        _ => Err(wrong),
    }
}

/// What was done and where its proof is: one without the other closes nothing.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn close(result: &str, evidence: &str, on: &str, opened: Date, today: Date) -> Result<(String, String, Date), Vec<Problem>> {
    let mut wrong = Vec::new();
    let result = plain(result, "result", BODY_MAX, true, &mut wrong);
    let evidence = plain(evidence, "evidence", LINE_MAX, true, &mut wrong);
    let on = day(on, "done_on", true, &mut wrong);
    if on.is_some_and(|d| d > today || d < opened) {
        wrong.push(Problem::new("done_on", What::DayOutOfOrder));
    }
    match on {
        Some(on) if wrong.is_empty() => Ok((result, evidence, on)),
        _ => Err(wrong),
    }
}

/// Words of a step; `needed` where it is nothing without them.
///
/// # Errors
/// What is wrong with them.
pub fn said(words: &str, field: &'static str, needed: bool) -> Result<String, Vec<Problem>> {
    let mut wrong = Vec::new();
    let words = plain(words, field, BODY_MAX, needed, &mut wrong);
    if wrong.is_empty() { Ok(words) } else { Err(wrong) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = Date::constant(2026, 11, 26);

    fn fields<T: std::fmt::Debug>(r: Result<T, Vec<Problem>>) -> Vec<&'static str> {
        r.unwrap_err().iter().map(|p| p.field).collect()
    }

    #[test]
    fn s4_10_a_remedial_task_says_what_and_by_which_day_to_come() {
        assert_eq!(ask("Ban hành thông báo kết luận", "26/11/2026", "", TODAY).unwrap().due, TODAY);
        assert_eq!(fields(ask(" ", "25/11/2026", "", TODAY)), ["task", "due"]);
        assert_eq!(fields(ask("x", "", "", TODAY)), ["due"]);
    }

    #[test]
    fn s4_10_nothing_is_closed_without_a_result_and_its_evidence_and_not_before_it_was_opened() {
        let opened = date(2026, 11, 20);
        assert_eq!(fields(close("", "", "26/11/2026", opened, TODAY)), ["result", "evidence"]);
        assert_eq!(fields(close("Đã ban hành", "12-TB/ĐU", "27/11/2026", opened, TODAY)), ["done_on"]);
        assert_eq!(fields(close("Đã ban hành", "12-TB/ĐU", "19/11/2026", opened, TODAY)), ["done_on"]);
        assert_eq!(close("Đã ban hành", "12-TB/ĐU", "26/11/2026", opened, TODAY).unwrap().2, TODAY);
    }

    #[test]
    fn s4_10_a_day_is_granted_only_later_and_with_its_reason() {
        let held = date(2026, 12, 1);
        assert_eq!(fields(extend("01/12/2026", "", held, TODAY)), ["reason", "new_due"]);
        assert_eq!(extend("02/12/2026", "Bão", held, TODAY).unwrap().0, date(2026, 12, 2));
    }
}
