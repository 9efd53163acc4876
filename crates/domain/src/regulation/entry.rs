//! Việc đã làm theo quy chế, ghi có ngày: what an office types of supervision, reports, reception days and lists of
//! voters, so that their duties can be judged.

use jiff::civil::Date;

use super::{
    clause::ReportPeriod,
    typed::{day_that, number, plain},
};
use crate::{
    opinion::{
        submission::{BODY_MAX, LINE_MAX},
        tracking_code::PublicId,
    },
    problem::{Problem, What},
};

crate::words! {
    /// What a dated entry tells.
    EntryWord {
        /// giám sát việc tiếp xúc, đối thoại
        Supervision = "supervision",
        /// báo cáo đã gửi
        Report = "report",
        /// buổi tiếp công dân
        Reception = "reception",
        /// văn bản báo cho người kiến nghị: đã thụ lý, hoặc đã chuyển
        WrittenNotice = "written_notice",
        /// danh sách cử tri yêu cầu đối thoại đã xác nhận
        VoterList = "voter_list",
        /// được miễn, hoãn
        Waiver = "waiver",
    }
}

crate::words! {
    /// Which kind of body supervised (S1.4).
    SupervisorKind {
        /// Ủy ban MTTQ và các tổ chức chính trị - xã hội
        Front = "front",
        /// HĐND, Thường trực HĐND
        Council = "council",
        /// cấp ủy, ủy ban kiểm tra cùng cấp
        Committee = "committee",
        /// cơ quan cấp trên
        Superior = "superior",
        /// Ban Thanh tra nhân dân
        PeopleInspection = "people_inspection",
        /// Ban Giám sát đầu tư của cộng đồng
        Community = "community",
    }
}

/// What was typed, field by field, untouched.
#[derive(Clone, Debug, Default)]
pub struct TypedEntry {
    /// Code word of what it tells.
    pub kind: String,
    /// Id of the post that it counts for.
    pub post: String,
    /// Day, day first.
    pub on_day: String,
    /// Code word of a report's period.
    pub period: String,
    /// Year of a report's period.
    pub year: String,
    /// Month in which a report's period ends, 1 to 12.
    pub month: String,
    /// Share of the voter roll in per cent.
    pub percent: String,
    /// Day, day first, of the dialogue that a list of voters asked for, once it was held.
    pub answered: String,
    /// Who did it.
    pub who: String,
    /// Code word of the kind of body that supervised.
    pub by_kind: String,
    /// Number and symbol of its paper.
    pub paper: String,
    /// Who received a report.
    pub receivers: String,
    /// Code of the opinion that a written notice is about.
    pub opinion: String,
    /// What else is to be said.
    pub note: String,
}

/// An entry that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// What it tells.
    pub kind: EntryWord,
    /// Id of the post that it counts for.
    pub post_id: String,
    /// The day.
    pub on: Date,
    /// For which kind of period a report is.
    pub period: Option<ReportPeriod>,
    /// The last day of a report's period; the day of the dialogue that a list of voters asked for.
    pub to: Option<Date>,
    /// Share of the voter roll in per cent.
    pub percent: Option<u8>,
    /// What a waiver is about; the code of the opinion that a written notice is about.
    pub subject: String,
    /// Who did it.
    pub who: String,
    /// Which kind of body supervised.
    pub by: Option<SupervisorKind>,
    /// Number and symbol of its paper.
    pub paper: String,
    /// Who received a report; empty where that was not told, and for everything else.
    pub receivers: String,
    /// What else is to be said.
    pub note: String,
}

/// Reads an entry: a deed of today or before.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn entry(typed: &TypedEntry, today: Date) -> Result<NewEntry, Vec<Problem>> {
    let mut problems = Vec::new();
    let kind: Option<EntryWord> = typed.kind.parse().map_err(|_| problems.push(Problem::new("kind", What::NotAChoice))).ok();
    if typed.post.is_empty() {
        problems.push(Problem::new("post", What::NotAChoice));
    }
    let on = day_that(&typed.on_day, "on_day", &mut problems, |d| d <= today);
    let (mut period, mut to, mut percent, mut by) = (None, None, None, None);
    let mut subject = String::new();
    match kind {
        Some(EntryWord::Report) => {
            period = typed.period.parse().map_err(|_| problems.push(Problem::new("period", What::NotAChoice))).ok();
            to = period.and_then(|p| period_end(p, typed, &mut problems));
        }
        Some(EntryWord::Supervision) => {
            by = typed.by_kind.parse().map_err(|_| problems.push(Problem::new("by_kind", What::NotAChoice))).ok();
        }
        Some(EntryWord::WrittenNotice) => match PublicId::parse(typed.opinion.trim()) {
            Ok(code) => subject = code.to_string(),
            Err(_) => problems.push(Problem::new("opinion", What::NotAChoice)),
        },
        Some(EntryWord::VoterList) => {
            percent = number(&typed.percent, "percent", 1, 100, &mut problems);
            to = answered_on(&typed.answered, on, today, &mut problems);
        }
        _ => {}
    }
    let who_needed = matches!(kind, Some(EntryWord::Supervision | EntryWord::VoterList));
    let paper_needed = matches!(kind, Some(EntryWord::Report | EntryWord::Waiver | EntryWord::VoterList | EntryWord::WrittenNotice));
    let who = plain(&typed.who, "who", LINE_MAX, who_needed, &mut problems);
    let paper = plain(&typed.paper, "paper", LINE_MAX, paper_needed, &mut problems);
    let receivers =
        if kind == Some(EntryWord::Report) { plain(&typed.receivers, "receivers", BODY_MAX, false, &mut problems) } else { String::new() };
    let note = plain(&typed.note, "note", BODY_MAX, kind == Some(EntryWord::Waiver), &mut problems);
    match (kind, on) {
        (Some(kind), Some(on)) if problems.is_empty() => {
            Ok(NewEntry { kind, post_id: typed.post.clone(), on, period, to, percent, subject, who, by, paper, receivers, note })
        }
        _ => Err(problems),
    }
}

/// The day of the dialogue that was asked for: not before the list, not of tomorrow; nothing while it was not held.
fn answered_on(typed: &str, asked: Option<Date>, today: Date, problems: &mut Vec<Problem>) -> Option<Date> {
    if typed.trim().is_empty() {
        return None;
    }
    day_that(typed, "answered", problems, |d| d <= today && asked.is_none_or(|a| a <= d))
}

/// The last day of the period that a report is for.
fn period_end(period: ReportPeriod, typed: &TypedEntry, problems: &mut Vec<Problem>) -> Option<Date> {
    let year: i16 = number(&typed.year, "year", 2000, 2100, problems)?;
    let month = match period {
        ReportPeriod::QuarterOne => 3,
        ReportPeriod::HalfYear => 6,
        ReportPeriod::NineMonths => 9,
        ReportPeriod::Year => 12,
        ReportPeriod::Month | ReportPeriod::AdHoc => number(&typed.month, "month", 1, 12, problems)?,
        ReportPeriod::Quarter => {
            let month: i8 = number(&typed.month, "month", 1, 12, problems)?;
            (month + 2) / 3 * 3
        }
    };
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(kind: &str) -> TypedEntry {
        TypedEntry {
            kind: kind.into(),
            post: "p".into(),
            on_day: "08/07/2026".into(),
            who: "Ban Thường trực MTTQ xã".into(),
            paper: "12/BC-ĐU".into(),
            note: "n".into(),
            by_kind: "front".into(),
            ..TypedEntry::default()
        }
    }

    #[test]
    fn l8_a_report_names_its_period_by_its_last_day() {
        for (period, month, to) in
            [("half_year", "", date(2026, 6, 30)), ("month", "2", date(2026, 2, 28)), ("quarter", "5", date(2026, 6, 30))]
        {
            let t = TypedEntry { period: period.into(), year: "2026".into(), month: month.into(), ..typed("report") };
            assert_eq!(entry(&t, date(2026, 7, 10)).unwrap().to, Some(to), "{period}");
        }
    }

    #[test]
    fn a_deed_is_not_of_tomorrow_and_everything_wrong_is_said_at_once() {
        let t =
            TypedEntry { on_day: "11/07/2026".into(), percent: "0".into(), who: String::new(), post: String::new(), ..typed("voter_list") };
        let fields: Vec<_> = entry(&t, date(2026, 7, 10)).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["post", "on_day", "percent", "who"]);
    }

    #[test]
    fn s1_4_a_supervision_says_which_kind_of_body_supervised() {
        let t = TypedEntry { by_kind: String::new(), ..typed("supervision") };
        assert_eq!(entry(&t, date(2026, 7, 10)).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["by_kind"]);
        assert_eq!(entry(&typed("supervision"), date(2026, 7, 10)).unwrap().by, Some(SupervisorKind::Front));
        assert_eq!(entry(&typed("reception"), date(2026, 7, 10)).unwrap().by, None);
    }

    #[test]
    fn l1_a_list_of_voters_says_on_which_day_it_was_answered() {
        let list = |answered: &str| {
            entry(&TypedEntry { percent: "12".into(), answered: answered.into(), ..typed("voter_list") }, date(2026, 7, 20))
        };
        assert_eq!(list("").unwrap().to, None, "not yet");
        assert_eq!(list("15/07/2026").unwrap().to, Some(date(2026, 7, 15)));
        for wrong in ["07/07/2026", "21/07/2026", "30/02/2026"] {
            assert_eq!(list(wrong).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["answered"], "{wrong}");
        }
    }

    #[test]
    fn l4_a_written_notice_names_the_opinion_by_its_code() {
        let code = PublicId::from_i64(7).to_string();
        let of = |opinion: &str| entry(&TypedEntry { opinion: opinion.into(), ..typed("written_notice") }, date(2026, 7, 10));
        assert_eq!(of(&format!(" {code} ")).unwrap().subject, code);
        for wrong in ["", "không có"] {
            assert_eq!(of(wrong).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["opinion"], "{wrong}");
        }
    }

    #[test]
    fn l8_a_report_says_who_received_it_and_nothing_else_does() {
        let to = |kind: &str| {
            let t = TypedEntry {
                receivers: "Tỉnh ủy; Mặt trận".into(), period: "half_year".into(), year: "2026".into(), ..typed(kind)
            };
            entry(&t, date(2026, 7, 10)).unwrap().receivers
        };
        assert_eq!((to("report").as_str(), to("supervision").as_str()), ("Tỉnh ủy; Mặt trận", ""));
    }

    #[test]
    fn a_waiver_needs_paper_and_reason() {
        let t = TypedEntry { paper: String::new(), note: String::new(), ..typed("waiver") };
        let fields: Vec<_> = entry(&t, date(2026, 7, 10)).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["paper", "note"]);
    }
}
