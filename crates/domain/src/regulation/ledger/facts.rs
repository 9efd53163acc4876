//! The dated facts of one unit that its duties are judged by. Each has a day and an id; none of them holds a text.

use jiff::civil::Date;

use crate::{
    dialogue::state::{Basis, DelegationGround, DialogueKind, PresidingMode},
    people::{body::BodyKind, post::PostKind},
    regulation::{clause::ReportPeriod, own::OwnLimits},
    text::fold,
    unit::Level,
};

/// A unit of one period with its posts: whom clauses bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The unit's id.
    pub unit_id: String,
    /// Its level.
    pub level: Level,
    /// Its own id and those above it.
    pub chain: Vec<String>,
    /// First day of the unit, where known.
    pub from: Option<Date>,
    /// Last day of the unit.
    pub to: Option<Date>,
    /// First day on which its office used the program, where that is known: what fell due before and is not on record here
    /// is not known, which is not the same as not done.
    pub used_from: Option<Date>,
    /// Its head posts.
    pub posts: Vec<Post>,
    /// The limits that hold there where a clause names no day.
    pub own: OwnLimits,
}

impl Bound {
    /// True on the days of the unit; a day that is not known bounds nothing.
    #[must_use]
    pub fn there(&self, day: Date) -> bool {
        self.there_within(day, day)
    }

    /// True where the unit was there for a single day of a period: else it owes nothing of it.
    #[must_use]
    pub fn there_within(&self, from: Date, to: Date) -> bool {
        self.from.is_none_or(|first| first <= to) && self.to.is_none_or(|last| from <= last)
    }
}

/// A head post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: PostKind,
    /// The kind of the body that it heads.
    pub body: BodyKind,
    /// That body's name.
    pub body_name: String,
}

/// A dialogue that a post of the unit chairs, wherever it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogueFact {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: DialogueKind,
    /// By which rule.
    pub basis: Basis,
    /// The day for which it stands planned, or was held.
    pub on_day: Date,
    /// The posts that chair, with who presided in fact where that is recorded.
    pub chairs: Vec<Chair>,
    /// The day it was announced.
    pub announced_on: Option<Date>,
    /// The day it was held.
    pub held_on: Option<Date>,
    /// True where it was called off, or put off without a new day.
    pub called_off: bool,
    /// Proofs of publication by their word, with their day.
    pub proofs: Vec<(Proof, Date)>,
    /// People invited, where recorded.
    pub invited: Option<u32>,
    /// People present, where recorded.
    pub present: Option<u32>,
    /// The day the minutes were signed.
    pub minutes_on: Option<Date>,
    /// What people raised, as the minutes have it.
    pub raised: Vec<RaisedFact>,
    /// How long people and the chair spoke, where that was measured.
    pub speech: Option<Speech>,
    /// What was concluded, once the notice was issued.
    pub concluded: Vec<ConcludedFact>,
    /// True where its own title says that it is a voter meeting.
    pub named_voter_meeting: bool,
    /// A voter meeting of the same unit, day and place.
    pub beside: Option<String>,
}

impl DialogueFact {
    /// True for what is a dialogue: a voter meeting under its own name is none, whatever list it stands in (S4.7).
    #[must_use]
    pub const fn is_dialogue(&self) -> bool {
        !self.named_voter_meeting
    }
}

/// An opinion raised at a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaisedFact {
    /// Id of the entry of the minutes.
    pub id: String,
    /// The day it was answered: at the dialogue, or later.
    pub answered_on: Option<Date>,
    /// True where the same matter was raised at an earlier dialogue of the unit.
    pub repeated: bool,
}

/// How long people and the chair spoke, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The day it was recorded.
    pub on: Date,
    /// People.
    pub people: u32,
    /// The chair and the bodies.
    pub chair: u32,
}

/// A concluded matter and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcludedFact {
    /// Id of the conclusion.
    pub id: String,
    /// The day the notice was issued.
    pub on: Date,
    /// The day it was resolved.
    pub resolved_on: Option<Date>,
    /// The day the person said so.
    pub agreed_on: Option<Date>,
}

/// A chair of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// The post.
    pub post_id: String,
    /// Who presided for it, where recorded.
    pub presided: Option<PresidingMode>,
    /// Why it was not the head, in one word, where that was told.
    pub ground: Option<DelegationGround>,
    /// The day on which this head's conclusion notice was issued: that of the own body where it makes one, else the one that
    /// the conference has.
    pub notice_on: Option<Date>,
}

crate::words! {
    /// The three ways by which results reach people (Đ.43; L3).
    Proof {
        /// phương tiện thông tin đại chúng
        Media = "media",
        /// niêm yết tại trụ sở
        Posted = "posted",
        /// gửi thôn, tổ dân phố
        Villages = "villages",
    }
}

/// A year plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFact {
    /// Its id.
    pub id: String,
    /// Its year.
    pub year: i16,
    /// The day it was approved.
    pub approved_on: Option<Date>,
    /// Its rows in force.
    pub rows: Vec<PlannedFact>,
}

/// A planned conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFact {
    /// Its id.
    pub id: String,
    /// The posts that chair.
    pub posts: Vec<String>,
    /// The last day of its month, or its day.
    pub by: Date,
    /// The day its dialogue was held.
    pub held_on: Option<Date>,
    /// The day on which a reason for not holding it was accepted.
    pub excused_on: Option<Date>,
}

/// An opinion: what the person is told, and whether its publication was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpinionFact {
    /// Its id.
    pub id: String,
    /// The day it was received.
    pub received_on: Date,
    /// The day on which the person was told in writing where the matter went.
    pub told_on: Option<Date>,
    /// The day by which its publication is to be decided.
    pub publication_due: Date,
    /// The day it was decided.
    pub decided_on: Option<Date>,
    /// The day on which somebody answered.
    pub answered_on: Option<Date>,
    /// The day of the last dialogue to which it was taken; none while another to which it was taken is still to come.
    pub taken_on: Option<Date>,
    /// Since the person did not agree: the wait that began with that.
    pub reopened: Option<ReopenedFact>,
}

/// A matter that was opened again (mở lại): a wait of its own, so that an answer that came in time stays so, and one that
/// never comes again is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReopenedFact {
    /// The day it was opened again.
    pub on: Date,
    /// The day by which it was to be answered again, as the person was told; not known of what an earlier version wrote.
    pub by: Option<Date>,
    /// The day on which somebody answered again.
    pub answered_on: Option<Date>,
}

/// A task that was assigned: what was promised, and what became of that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskFact {
    /// Its id.
    pub id: String,
    /// Id of the opinion that it is about.
    pub of: String,
    /// The post that answers for it.
    pub post_id: String,
    /// Why that one.
    pub answers: Answers,
    /// The day it was assigned.
    pub assigned_on: Date,
    /// The day that was promised first.
    pub due_on: Date,
    /// Later days that were approved by name.
    pub extensions: Vec<ExtensionFact>,
    /// Times in which another body had to act.
    pub pauses: Vec<PauseFact>,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// The day on which the person was told the result.
    pub told_on: Option<Date>,
}

crate::words! {
    /// Why a post answers for a task.
    Answers {
        /// the one whose notice concluded it
        Concluded = "concluded",
        /// người đứng đầu cơ quan được giao: head of the body to which triage handed it
        Handed = "handed",
        /// that body has no post of a head here: the committee's chair in its place
        InPlace = "in_place",
    }
}

/// A later day that was approved by name (gia hạn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExtensionFact {
    /// The day of the decision.
    pub on: Date,
    /// The day that was granted.
    pub to: Date,
}

/// A time in which the clock of a task stood still (tạm dừng).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PauseFact {
    /// The day on which it was stopped; the days after it are not counted.
    pub from: Date,
    /// The day on which it was let run again, the last that is not counted, and the day on which the task was due then.
    pub ended: Option<(Date, Date)>,
}

impl TaskFact {
    /// The day that is promised, as it was known on a day: the latest of what moved it.
    #[must_use]
    pub fn promised(&self, on: Date) -> Date {
        let granted = self.extensions.iter().filter(|e| e.on <= on).map(|e| (e.on, e.to));
        let resumed = self.pauses.iter().filter_map(|p| p.ended).filter(|(day, _)| *day <= on);
        granted.chain(resumed).max().map_or(self.due_on, |(_, to)| to.max(self.due_on))
    }

    /// The first day of the pause in which the clock stands still on a day.
    #[must_use]
    pub fn paused(&self, on: Date) -> Option<Date> {
        self.pauses.iter().filter(|p| p.from <= on && p.ended.is_none_or(|(day, _)| on < day)).map(|p| p.from).min()
    }
}

/// A meeting of deputies with voters: beside the dialogues, never one of them (S4.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoterMeetingFact {
    /// Its id.
    pub id: String,
    /// Its day.
    pub on: Date,
}

/// A dated entry: who did it, for or on which post, when, by which paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// The post that it counts for.
    pub post_id: String,
    /// The day.
    pub on: Date,
    /// What it is.
    pub what: EntryKind,
}

/// What a dated entry tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// The post's dialogues were supervised.
    Supervision,
    /// A report was sent.
    Report {
        /// For which kind of period.
        period: ReportPeriod,
        /// Last day of the period.
        to: Date,
        /// Who received it, each by name; none where that was not told.
        receivers: Vec<String>,
    },
    /// A reception day was held.
    Reception,
    /// A document was explained to those who carry it out.
    Briefing {
        /// The document's id.
        document: String,
    },
    /// The person was told in writing that the matter was accepted, or where it went (L4).
    WrittenNotice {
        /// The opinion's id.
        opinion: String,
    },
    /// A list of voters who ask for a dialogue was confirmed.
    VoterList {
        /// Their share of the roll in per cent, rounded down.
        percent: u8,
        /// The dialogue that answered it, once held.
        answered_on: Option<Date>,
    },
    /// A duty was waived or put off with a reason and a paper.
    Waiver {
        /// The duty's id.
        duty: String,
    },
}

/// The receivers of a report as an office writes them one after the other, each by name.
#[must_use]
pub fn received_by(receivers: &str) -> Vec<String> {
    receivers.split([';', ',', '\n']).map(str::trim).filter(|r| !r.is_empty()).map(str::to_owned).collect()
}

/// Everything that is known of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Dialogues.
    pub dialogues: Vec<DialogueFact>,
    /// Year plans.
    pub plans: Vec<PlanFact>,
    /// Opinions.
    pub opinions: Vec<OpinionFact>,
    /// Tasks.
    pub tasks: Vec<TaskFact>,
    /// Dated entries.
    pub entries: Vec<Entry>,
    /// Voter meetings.
    pub voter_meetings: Vec<VoterMeetingFact>,
    /// Dialogues of years past from the office's own book.
    pub past: Vec<PastFact>,
}

/// A dialogue of years past as the office's book tells it: that it was held, by whom and when, counts; of what else a rule
/// asks of a dialogue the book says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFact {
    /// Its id.
    pub id: String,
    /// The unit's posts that chaired it, by what they were called.
    pub posts: Vec<String>,
    /// Its kind.
    pub kind: DialogueKind,
    /// The day it was held.
    pub on: Date,
}

/// The head posts, by id and name, that an office's book means by what it wrote for who chaired: the post in full, or its
/// name without the place, where only one is called so. Several stand side by side with commas, semicolons or "và".
#[must_use]
pub fn called<'a>(head: &str, posts: &'a [(String, String)]) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    let parts = head.split([',', ';', '+']).flat_map(|p| fold(p).split(" va ").map(str::to_owned).collect::<Vec<_>>());
    for part in parts.filter(|p| !p.is_empty()) {
        let full: Vec<&(String, String)> = posts.iter().filter(|(_, name)| fold(name) == part).collect();
        let short: Vec<&(String, String)> = posts.iter().filter(|(_, name)| fold(name).starts_with(&format!("{part} "))).collect();
        match (full.as_slice(), short.as_slice()) {
            ([one], _) | ([], [one]) if !all.contains(&one.0.as_str()) => all.push(&one.0),
            _ => {}
        }
    }
    all
}
