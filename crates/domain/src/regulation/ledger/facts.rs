//! The dated facts of one unit that its duties are judged by. Each has a day and an id; none of them holds a text.

use jiff::civil::Date;

use crate::{
    dialogue::state::{Basis, DialogueKind, PresidingMode},
    people::post::PostKind,
    regulation::clause::ReportPeriod,
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
    /// Its head posts.
    pub posts: Vec<Post>,
}

/// A head post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: PostKind,
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
    /// The day the conclusion notice was issued.
    pub notice_on: Option<Date>,
    /// Proofs of publication by their word, with their day.
    pub proofs: Vec<(Proof, Date)>,
    /// People invited, where recorded.
    pub invited: Option<u32>,
    /// People present, where recorded.
    pub present: Option<u32>,
}

/// A chair of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// The post.
    pub post_id: String,
    /// Who presided for it, where recorded.
    pub presided: Option<PresidingMode>,
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
    /// True where a task for it is under way.
    pub assigned: bool,
}

/// A task that was assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskFact {
    /// Its id.
    pub id: String,
    /// The post that assigned it and answers for it.
    pub post_id: String,
    /// The day it was assigned.
    pub assigned_on: Date,
    /// The day that was promised.
    pub due_on: Date,
    /// A later day that was approved by name.
    pub extended_to: Option<Date>,
    /// Days on which another body had to act, first and last.
    pub pauses: Vec<(Date, Date)>,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// The day on which the person was told the result.
    pub told_on: Option<Date>,
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
    },
    /// A reception day was held.
    Reception,
    /// A document was explained to those who carry it out.
    Briefing {
        /// The document's id.
        document: String,
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
    /// A voter meeting stands in the list of dialogues.
    VoterMeetingAsDialogue,
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
}
