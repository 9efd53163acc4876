//! Điều khoản: what one clause of a document asks, with its citation, its source and whether that was confirmed.
//!
//! The numbers of a clause are typed, so that the ledger of duties can reckon with them; the words of the clause stay
//! beside them for people.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::state::{Basis, DelegationGround, DialogueKind},
    people::{body::BodyKind, post::PostKind},
    unit::Level,
};

crate::words! {
    /// What a clause is about.
    ClauseKind {
        /// số cuộc đối thoại trong kỳ
        Frequency = "frequency",
        /// loại đối thoại: định kỳ, chuyên đề, đột xuất
        Types = "types",
        /// khoảng cách giữa hai cuộc đối thoại
        Interval = "interval",
        /// khi nào phải đối thoại đột xuất
        AdHoc = "ad_hoc",
        /// hình thức, phạm vi tổ chức
        Form = "form",
        /// thành phần phải mời, phải dự
        Participants = "participants",
        /// người không được dự đối thoại
        NotPartner = "not_partner",
        /// số người dự
        Attendance = "attendance",
        /// đưa vào chương trình công tác
        PlanEntry = "plan_entry",
        /// lựa chọn nội dung
        TopicChoice = "topic_choice",
        /// thông báo trước
        AnnouncementLead = "announcement_lead",
        /// thông báo kết luận
        NoticeLimit = "notice_limit",
        /// công bố, niêm yết, gửi kết quả
        Publication = "publication",
        /// cơ quan trả lời, báo kết quả
        AnswerLimit = "answer_limit",
        /// báo bằng văn bản cho người kiến nghị
        PersonNotice = "person_notice",
        /// trực tiếp chủ trì, ủy quyền
        Presiding = "presiding",
        /// giám sát
        Supervision = "supervision",
        /// đo mức độ hài lòng
        Satisfaction = "satisfaction",
        /// báo cáo
        Report = "report",
        /// làm việc trực tiếp với cấp dưới
        DirectWork = "direct_work",
        /// lịch tiếp công dân
        Reception = "reception",
        /// cử tri yêu cầu đối thoại
        VoterRequest = "voter_request",
        /// quán triệt, kế hoạch thực hiện
        Briefing = "briefing",
        /// tiếp nhận, phân loại, chuyển đơn
        Handling = "handling",
        /// giữ bí mật, bảo vệ dữ liệu cá nhân
        Protection = "protection",
        /// quyền của người dân
        Rights = "rights",
        /// cơ quan theo dõi, tham mưu
        LeadBody = "lead_body",
        /// đối tượng áp dụng
        Scope = "scope",
        /// nguyên tắc
        Principle = "principle",
    }
}

crate::words! {
    /// The period in which something has to happen so many times.
    Per {
        /// tuần
        Week = "week",
        /// tháng
        Month = "month",
        /// quý
        Quarter = "quarter",
        /// năm
        Year = "year",
    }
}

crate::words! {
    /// How days are counted; the day of the event is not counted.
    DayCount {
        /// ngày (lịch)
        Calendar = "calendar",
        /// ngày làm việc
        Working = "working",
    }
}

crate::words! {
    /// The periods for which reports are made.
    ReportPeriod {
        /// tháng
        Month = "month",
        /// quý I
        QuarterOne = "quarter_1",
        /// quý
        Quarter = "quarter",
        /// 6 tháng
        HalfYear = "half_year",
        /// 9 tháng
        NineMonths = "nine_months",
        /// năm
        Year = "year",
        /// đột xuất
        AdHoc = "ad_hoc",
    }
}

crate::words! {
    /// What a clause says of a head who lets a deputy preside (S3.1).
    Delegation {
        /// không được ủy quyền
        Forbidden = "forbidden",
        /// chỉ được ủy quyền với những lý do nhất định
        Conditional = "conditional",
    }
}

/// Characters of the name of a body at most.
const BODY_NAME_MAX: usize = 200;

/// The numbers of a clause. Absent: the clause says nothing of it, or what it says was not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Parameters {
    /// The levels whose heads it binds; none: every level.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// The kinds of head posts that it binds; none: every head.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<PostKind>,
    /// The kinds of body whose heads it binds; with none here and in `body_names`: the heads of every body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyKind>,
    /// The bodies whose heads it binds, by the name that each has in its unit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body_names: Vec<String>,
    /// The kinds of dialogue that it is about; none: every kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dialogues: Vec<DialogueKind>,
    /// Whether it is about the Party's dialogues or the statutory one; absent: both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// At least so many times …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// … in each of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// The months in which it falls, 1 to 12.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<u8>,
    /// So many days: before, or at the latest after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// At most so many calendar days from one to the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_max: Option<u32>,
    /// How those days are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<DayCount>,
    /// The day of the month by which it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_of_month: Option<u8>,
    /// People at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_min: Option<u32>,
    /// People at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_max: Option<u32>,
    /// A share in per cent, 1 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// The periods of its reports.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<ReportPeriod>,
    /// Who receives them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub receivers: Vec<String>,
    /// Whether a deputy may preside a dialogue; absent: the clause does not speak of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegation: Option<Delegation>,
    /// The reasons with which one may.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<DelegationGround>,
}

/// A part that a kind of clause cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// How many times
    Times,
    /// In which period
    Per,
    /// How many days
    Days,
    /// How days are counted
    Count,
    /// For which periods
    Periods,
    /// A bound of people or a share
    PeopleOrPercent,
    /// A share
    Percent,
    /// Days between at least, or at most
    Between,
}

impl Need {
    /// The name of the key in a file and of the field in a form.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::Per => "per",
            Self::Days => "days",
            Self::Count => "count",
            Self::Periods => "periods",
            Self::PeopleOrPercent => "people_min",
            Self::Percent => "percent",
            Self::Between => "days",
        }
    }

    /// What is expected there, for the keeper of a file.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Times => "`times = 2`, a number of 1 or more",
            Self::Per => "`per`, one of week, month, quarter, year",
            Self::Days => "`days = 7`, a number of 1 or more",
            Self::Count => "`count`, one of calendar, working",
            Self::Periods => "`periods`, a list of month, quarter_1, quarter, half_year, nine_months, year, ad_hoc",
            Self::PeopleOrPercent => "`people_min`, `people_max` or `percent`",
            Self::Percent => "`percent = 10`, a number from 1 to 100",
            Self::Between => "`days` (at least so many between) or `gap_max` (at most), a number of 1 or more",
        }
    }

    const fn is_met(self, p: &Parameters) -> bool {
        match self {
            Self::Times => p.times.is_some(),
            Self::Per => p.per.is_some(),
            Self::Days => p.days.is_some(),
            Self::Count => p.count.is_some(),
            Self::Periods => !p.periods.is_empty(),
            Self::PeopleOrPercent => p.people_min.is_some() || p.people_max.is_some() || p.percent.is_some(),
            Self::Percent => p.percent.is_some(),
            Self::Between => p.days.is_some() || p.gap_max.is_some(),
        }
    }
}

impl ClauseKind {
    /// What a clause of this kind says in numbers; without them it would bind nobody to anything.
    #[must_use]
    pub const fn needs(self) -> &'static [Need] {
        match self {
            Self::Frequency | Self::Reception => &[Need::Times, Need::Per],
            Self::AnnouncementLead | Self::NoticeLimit | Self::AnswerLimit | Self::PersonNotice => &[Need::Days, Need::Count],
            Self::Attendance => &[Need::PeopleOrPercent],
            Self::Report => &[Need::Periods],
            Self::VoterRequest => &[Need::Percent],
            Self::Interval => &[Need::Between],
            _ => &[],
        }
    }
}

/// What is wrong with the numbers of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The key.
    pub key: &'static str,
    /// What is expected there.
    pub expected: &'static str,
}

impl Parameters {
    /// The first thing that is missing or out of its bounds for a clause of that kind.
    #[must_use]
    pub fn misfit(&self, kind: ClauseKind) -> Option<Misfit> {
        let bounds = [
            (self.times.is_some_and(|n| n == 0), Need::Times),
            (self.days.is_some_and(|n| n == 0), Need::Days),
            (self.gap_max.is_some_and(|n| n == 0), Need::Between),
            (self.percent.is_some_and(|n| n == 0 || n > 100), Need::Percent),
        ];
        if let Some((_, need)) = bounds.into_iter().find(|(wrong, _)| *wrong) {
            return Some(Misfit { key: need.key(), expected: need.expected() });
        }
        if self.months.iter().any(|m| !(1..=12).contains(m)) {
            return Some(Misfit { key: "months", expected: "a list of months from 1 to 12" });
        }
        if self.day_of_month.is_some_and(|d| !(1..=31).contains(&d)) {
            return Some(Misfit { key: "day_of_month", expected: "a day from 1 to 31" });
        }
        if self.body_names.iter().any(|n| n.is_empty() || n.chars().count() > BODY_NAME_MAX) {
            return Some(Misfit { key: "body_names", expected: "a list of names of bodies, each of 1 to 200 characters" });
        }
        if matches!((self.people_min, self.people_max), (Some(min), Some(max)) if min > max) {
            return Some(Misfit { key: "people_max", expected: "no fewer people than `people_min`" });
        }
        if (self.delegation == Some(Delegation::Conditional)) == self.grounds.is_empty() {
            return Some(Misfit {
                key: "grounds",
                expected: "with `delegation = \"conditional\"`, and only with it, the reasons that permit it: mission, summoned, leave, study, emergency, other",
            });
        }
        if self.delegation.is_some() && kind != ClauseKind::Presiding {
            return Some(Misfit { key: "delegation", expected: "no `delegation` but in a clause of kind `presiding`" });
        }
        kind.needs().iter().find(|n| !n.is_met(self)).map(|n| Misfit { key: n.key(), expected: n.expected() })
    }
}

/// A clause of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// What it is about.
    pub kind: ClauseKind,
    /// Where it stands: "Điều 43", or the document alone where the article was not read.
    pub citation: String,
    /// What it asks, in words.
    pub text: String,
    /// Its numbers.
    pub parameters: Parameters,
    /// Where it was read: a seed (S4), a source of the domain notes (U12), or an office's own paper.
    pub source: String,
    /// False: shown as "chưa xác nhận", and no duty rests on it.
    pub confirmed: bool,
    /// First day of the clause, where it is not the document's.
    #[serde(with = "super::iso")]
    pub valid_from: Option<Date>,
    /// Last day of the clause, where it is not the document's.
    #[serde(with = "super::iso")]
    pub valid_to: Option<Date>,
}

impl Clause {
    /// True on a day on which the clause applies, its document being in force.
    #[must_use]
    pub fn applies_on(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
    }
}
