//! Nhiệm vụ theo quy chế: what one clause asks of one post in one period or about one matter, how its last day was
//! computed, and what the dated facts make of it (product.md, the duty ledger; S2.11, S4.15).

use jiff::{ToSpan as _, civil::Date};

use crate::{
    calendar::{Calendar, Why, is_working_day, reason},
    regulation::{
        clause::{ClauseKind, DayCount},
        own::OwnLimit,
    },
};

crate::words! {
    /// Where a duty is. "At risk" is a view of `due`; a machine never writes "vi phạm".
    DutyState {
        /// đến hạn sau
        Due = "due",
        /// đã làm
        Met = "met",
        /// đã làm sau hạn
        Late = "late",
        /// chưa thực hiện, đã quá hạn
        Breached = "breached",
        /// được miễn, hoãn có lý do
        Waived = "waived",
        /// không áp dụng
        NotApplicable = "not_applicable",
        /// chưa có ghi trong phần mềm: due before the office used the program and not on record here
        BeforeUse = "before_use",
    }
}

crate::words! {
    /// What kind of dated fact a duty or a finding rests on.
    FactKind {
        /// cuộc đối thoại
        Dialogue = "dialogue",
        /// thông báo cho Nhân dân
        Announcement = "announcement",
        /// thông báo kết luận
        Notice = "notice",
        /// bằng chứng công bố
        Proof = "proof",
        /// kế hoạch năm
        Plan = "plan",
        /// ý kiến
        Opinion = "opinion",
        /// mở lại ý kiến
        Reopening = "reopening",
        /// nhiệm vụ giao
        Task = "task",
        /// giám sát
        Supervision = "supervision",
        /// báo cáo
        Report = "report",
        /// buổi tiếp công dân
        Reception = "reception",
        /// quán triệt
        Briefing = "briefing",
        /// danh sách cử tri yêu cầu
        VoterList = "voter_list",
        /// văn bản miễn, hoãn
        Waiver = "waiver",
        /// tiếp xúc cử tri
        VoterMeeting = "voter_meeting",
        /// giấy ủy quyền cho cấp phó
        Delegation = "delegation",
        /// văn bản báo cho người kiến nghị (L4)
        WrittenNotice = "written_notice",
    }
}

/// A dated fact by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef {
    /// Its day.
    pub on: Date,
    /// Its kind.
    pub kind: FactKind,
    /// Its id.
    pub id: String,
}

/// The clause that asks: no duty is without one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseRef {
    /// The document's id.
    pub document: String,
    /// Place of the clause in the document, from 0.
    pub seq: usize,
}

/// How the last day was computed, so that anybody can do it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reckoning {
    /// The last day of the period.
    PeriodEnd(Date),
    /// A day that the clause names: the last of a month, or a day of it.
    Named(Date),
    /// So many days after a day; days on which another body had to act are not counted.
    After {
        /// The day of the event, not counted.
        from: Date,
        /// How many.
        days: u32,
        /// Which are counted.
        count: DayCount,
        /// Days that stood still, first and last.
        pauses: Vec<(Date, Date)>,
    },
    /// So many days before a day.
    Before {
        /// The day of the event, not counted.
        event: Date,
        /// How many.
        days: u32,
        /// Which are counted.
        count: DayCount,
    },
    /// A later day that was approved by name.
    Extended(Date),
    /// The day of the event itself.
    OfEvent(Date),
    /// Not earlier than so many days after another event; the day of the question is the event's own.
    NotBefore {
        /// The earlier event.
        from: Date,
        /// How many days have to lie between, at least.
        days: u32,
        /// Which are counted.
        count: DayCount,
        /// The event.
        event: Date,
    },
    /// The clock stands still since that day: there is no last day before it runs again.
    Standing {
        /// Since when.
        since: Date,
    },
}

/// Stands for "no day yet".
const NO_DAY: Date = Date::constant(9999, 12, 31);

impl Reckoning {
    /// The last day in time. Doing it again gives the same day.
    #[must_use]
    pub fn day(&self, calendar: &Calendar) -> Date {
        match self {
            Self::PeriodEnd(d) | Self::Named(d) | Self::Extended(d) | Self::OfEvent(d) | Self::NotBefore { event: d, .. } => *d,
            Self::Standing { .. } => NO_DAY,
            Self::After { from, days, count, pauses } => {
                let mut day = *from;
                let mut left = *days;
                while left > 0 {
                    let Ok(next) = day.tomorrow() else { break };
                    day = next;
                    let still = pauses.iter().any(|(a, b)| *a <= day && day <= *b);
                    if !still && (*count == DayCount::Calendar || is_working_day(calendar, day)) {
                        left -= 1;
                    }
                }
                day
            }
            Self::Before { event, days, count: DayCount::Calendar } => event.checked_sub(i64::from(*days).days()).unwrap_or(*event),
            Self::Before { event, days, count: DayCount::Working } => {
                let mut day = *event;
                let mut left = *days;
                while left > 0 {
                    let Ok(before) = day.yesterday() else { break };
                    day = before;
                    if is_working_day(calendar, day) {
                        left -= 1;
                    }
                }
                day
            }
        }
    }

    /// False while the clock stands still.
    #[must_use]
    pub const fn has_day(&self) -> bool {
        !matches!(self, Self::Standing { .. })
    }

    /// Each day that was passed over on the way and whether it counted: to the last day after an event, back from the day of
    /// an event, to the first day on which another one may follow. Nothing where a day is simply named.
    #[must_use]
    pub fn steps(&self, calendar: &Calendar) -> Vec<DayStep> {
        match self {
            Self::After { from, days, count, pauses } => way(calendar, *from, *days, *count, pauses, Date::tomorrow),
            Self::Before { event, days, count } => way(calendar, *event, *days, *count, &[], Date::yesterday),
            Self::NotBefore { from, days, count, .. } => way(calendar, *from, *days, *count, &[], Date::tomorrow),
            Self::PeriodEnd(_) | Self::Named(_) | Self::Extended(_) | Self::OfEvent(_) | Self::Standing { .. } => Vec::new(),
        }
    }
}

/// One day on the way to a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayStep {
    /// The day.
    pub date: Date,
    /// Did it count?
    pub counted: bool,
    /// Why it did or did not; none where the clock stood still.
    pub why: Option<Why>,
}

/// The days passed over from one day on, until so many have counted.
fn way(
    calendar: &Calendar,
    from: Date,
    days: u32,
    count: DayCount,
    pauses: &[(Date, Date)],
    next: fn(Date) -> Result<Date, jiff::Error>,
) -> Vec<DayStep> {
    let (mut day, mut left, mut steps) = (from, days, Vec::new());
    while left > 0 {
        let Ok(date) = next(day) else { break };
        day = date;
        let still = pauses.iter().any(|(a, b)| *a <= date && date <= *b);
        let (counted, why) = match count {
            _ if still => (false, None),
            DayCount::Calendar => (true, Some(Why::Calendar)),
            DayCount::Working => {
                let found = reason(calendar, date);
                (found.working, Some(found.why))
            }
        };
        left -= u32::from(counted);
        steps.push(DayStep { date, counted, why });
    }
    steps
}

/// What a duty is about, besides its clause and post.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The n-th of a period, from 1.
    Nth {
        /// First day of the period.
        from: Date,
        /// Last day.
        to: Date,
        /// Which.
        n: u32,
        /// Of how many.
        of: u32,
    },
    /// Something of one matter: a dialogue, an opinion, a task, a document, a list; with a part where there are several.
    Of {
        /// Its kind.
        kind: FactKind,
        /// Its id.
        id: String,
        /// The part: a proof's word, or empty.
        part: &'static str,
        /// The day that it is judged by.
        day: Date,
    },
}

/// A duty of one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Stable id: clause, post and subject.
    pub id: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// The clause that asks.
    pub clause: ClauseRef,
    /// The unit.
    pub unit_id: String,
    /// The post that owes it.
    pub post_id: String,
    /// Of which period or matter.
    pub subject: Subject,
    /// How the last day was computed.
    pub reckoning: Reckoning,
    /// The last day in time.
    pub due: Date,
    /// What the facts make of it on the day of the question.
    pub state: DutyState,
    /// The facts that it rests on, by day.
    pub facts: Vec<FactRef>,
    /// The limit that the last day was taken from, where the clause names none.
    pub own: Option<OwnLimit>,
    /// Receivers whom the clause names and who have no report yet, where one was sent to fewer; in the words of the clause.
    pub unsent: Vec<String>,
}

impl Duty {
    /// The short key of its id, for addresses: 16 hexadecimal digits.
    #[must_use]
    pub fn key(&self) -> String {
        use sha2::Digest as _;
        sha2::Sha256::digest(self.id.as_bytes()).iter().take(8).map(|b| format!("{b:02x}")).collect()
    }

    /// The year to which it belongs: that in which its period ends, or in which its matter began. It may fall due in the next.
    #[must_use]
    pub fn year(&self) -> i16 {
        match &self.subject {
            Subject::Nth { to, .. } => to.year(),
            // How far the next dialogue is belongs to the year in which it is due.
            Subject::Of { part, .. } if *part == "gap" => self.due.year(),
            Subject::Of { day, .. } => day.year(),
        }
    }

    /// True where the last day is the program's own, since no clause names one and no office set one ("chưa xác nhận").
    #[must_use]
    pub fn day_unconfirmed(&self) -> bool {
        self.own.as_ref().is_some_and(|o| o.set.is_none())
    }

    /// True where it is due within so many days from `on`.
    #[must_use]
    pub fn at_risk(&self, on: Date, days: i64) -> bool {
        self.state == DutyState::Due && self.due <= on.saturating_add(days.days())
    }
}

/// What the day of the deed makes of a duty on a day: a deed after `on` is not known yet.
#[must_use]
pub fn judged(due: Date, done: Option<Date>, on: Date) -> DutyState {
    match done.filter(|d| *d <= on) {
        Some(d) if d <= due => DutyState::Met,
        Some(_) => DutyState::Late,
        None if on > due => DutyState::Breached,
        None => DutyState::Due,
    }
}
