//! What is wrong with something a person gave, so that every screen can say in their language how to mend it.

use crate::{dialogue::side::SideKind, opinion::tracking_code::CodeError, text::date::DateError};

/// One wrong place of a form or one missing condition of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field of the form, or `""` where the whole is meant.
    pub field: &'static str,
    /// What is wrong there.
    pub what: What,
}

impl Problem {
    /// A problem of that field.
    #[must_use]
    pub const fn new(field: &'static str, what: What) -> Self {
        Self { field, what }
    }
}

/// What can be wrong. Every variant has its words in both languages (`web/i18n/*/problem.ftl`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing was given where something is needed.
    Empty,
    /// Longer than what can be taken.
    TooLong {
        /// Characters at most.
        max: usize,
    },
    /// Not one of the choices.
    NotAChoice,
    /// The matters that go on still hold what is to be sealed, or name who gave it.
    OthersHoldIt,
    /// No telephone number stands where one is asked for.
    Phone,
    /// The body that was chosen has it already.
    HasItAlready,
    /// Not a day.
    Day(DateError),
    /// The day lies in the future, or before what it follows.
    DayOutOfOrder,
    /// Not a number, or out of its bounds.
    Number {
        /// The least that is taken.
        min: i64,
        /// The most that is taken.
        max: i64,
    },
    /// A time of day as HH:MM was expected.
    Time,
    /// The text holds a character that cannot be stored.
    BadCharacter,
    /// A tracking code, second secret or id that was mistyped.
    Code(CodeError),
    /// A code without a slip of the pen that no opinion has.
    UnknownCode,
    /// A code that was good until a new slip was made for the same opinion at the counter.
    CodeReplaced {
        /// The ISO day of the new slip.
        on: String,
        /// The commune that made it.
        place: String,
    },
    /// Six digits that are not the ones of this slip.
    WrongSecret,
    /// Marked Mật, Tối mật or Tuyệt mật: such papers must not be entered here (P18).
    StateSecret,
    /// Not one of a list that the reader does not see: what was found, and what could stand there.
    NotOneOf {
        /// As it was typed.
        found: String,
        /// The choices, in the words of the page.
        choices: Vec<String>,
    },
    /// A complaint or a denunciation: registered as transferred, never entered as an opinion (product rule 5).
    OwnLaw,
    /// A phone number, an identity number, an e-mail address or the sender's name in a text that is to be published.
    PrivateDatum,
    /// Not the number and symbol of a document.
    Symbol {
        /// As it was typed.
        found: String,
    },
    /// A unit that no longer stood on that day.
    UnitOfAnotherPeriod {
        /// The unit.
        found: String,
        /// The last ISO day it stood.
        last: String,
        /// What it is now.
        now: String,
    },
    /// A village of that name was there until a day before the one that counts.
    VillageNoLonger {
        /// The village.
        found: String,
        /// The last ISO day it was there.
        last: String,
        /// The ISO day that counts.
        day: String,
        /// Villages of that day.
        choices: Vec<String>,
    },
    /// A village of that name began after the day that counts.
    VillageNotYet {
        /// The village.
        found: String,
        /// The first ISO day it was there.
        first: String,
        /// The ISO day that counts.
        day: String,
        /// Villages of that day.
        choices: Vec<String>,
    },
    /// No unit bears that code in that period.
    NoUnitOfThatCode {
        /// The code.
        code: String,
    },
    /// A cell of a table holds a formula instead of a value.
    Formula,
    /// The same number of the same book is there already with another content.
    AlreadyThere,
    /// Columns that a book must have are missing from its head line.
    NoSuchColumn {
        /// The names of the missing columns.
        missing: Vec<String>,
    },
    /// Two heads of a table were chosen for one column.
    ColumnTwice {
        /// The column's name.
        name: String,
    },
    /// A table cannot be read as CSV or XLSX, or unpacks to more than is taken.
    Unreadable,
    /// No key is configured to which a text could be sealed.
    NoSealingKey,
    /// Something happened to it since; it can no longer be undone.
    CannotUndo,
    /// A file was refused.
    File(FileProblem),
    /// The matter is no longer, or not yet, in the state that this step needs.
    NotNow {
        /// The state's code word.
        state: String,
    },
    /// The same matter was urged today already: once a day is enough.
    UrgedToday,
    /// Nothing is wrong with what was typed; the program can keep nothing just now, and kept nothing of it.
    NotKept,
    /// A draft of a complaint, a denunciation or a secret paper: it is not kept, and the draft before it is gone too.
    NeverKept,
    /// What would change was not looked at, or something was changed after.
    NotSeen,
    /// Somebody else changed it after the page was opened on which it was changed now.
    Overtaken,
    /// It begins before today: days that have passed would be judged anew, which is to be said.
    JudgedAnew,
    /// Something that must be there first is missing.
    Missing(MissingPart),
    /// The number is another paper's; the next free one.
    NumberTaken {
        /// The first number after all that are taken.
        next: i64,
    },
    /// It concerns an individual officer and is kept to head and secretary.
    Restricted,
    /// Another place of the commune bears that name.
    SameName,
    /// A place of the commune bears that name already, or a line above does.
    NameTaken {
        /// The name.
        name: String,
    },
    /// An entry of the minutes became an opinion: that opinion is sealed first.
    LinkedItem,
    /// An entry of minutes that are still open is about it: the link is taken off before it is sealed.
    InOpenMinutes,
    /// Signed minutes or an issued notice hold it, which nothing changes any more.
    OnPaper,
    /// A sign-in name of other characters than small letters, digits and `. _ - @`.
    Login,
    /// A password that is too short, or one that anybody would guess.
    Password {
        /// Characters at least.
        least: usize,
    },
    /// Not the password of the account.
    WrongPassword,
    /// The new password is the old one.
    SamePassword,
    /// Two passwords typed to be the same are not.
    NotTheSame,
    /// Another holds the post on one of the days.
    PostHeld {
        /// Who.
        person: String,
        /// ISO day from which.
        from: String,
        /// ISO day until which; empty while it goes on.
        to: String,
    },
    /// Another already acts on one of the days.
    PostActed {
        /// Who.
        person: String,
    },
    /// The holder is there on that ISO day: nobody acts beside them.
    HolderThere {
        /// ISO day.
        on: String,
    },
    /// An officer would change what only another administrator may: their own account.
    OwnAccount,
    /// Another kind of meeting, that is recorded beside and never counted as a dialogue (S4.7).
    NotADialogue {
        /// Which.
        kind: SideKind,
    },
    /// A head decides, nobody else: on publication, where the policy of the unit says so; whether a machine sends by itself.
    HeadDecides,
    /// Not an e-mail address.
    Email,
    /// No office of that commune reads opinions here.
    NoOffice,
}

/// Why a file was refused. A file is taken whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// No file was given where one is needed.
    Missing,
    /// Nothing in it.
    Empty {
        /// The file's name.
        name: String,
    },
    /// Larger than allowed.
    TooLarge {
        /// The file's name.
        name: String,
        /// Bytes at most.
        max: u64,
    },
    /// What it holds is not of a kind that is taken, whatever its name says.
    Kind {
        /// The file's name.
        name: String,
    },
    /// More files than allowed.
    TooMany {
        /// Files at most.
        max: usize,
    },
    /// It did not arrive whole.
    CutShort,
    /// It breaks off in the middle, whoever cut it.
    Torn {
        /// The file's name.
        name: String,
    },
    /// The form lay open for so long that its file is no longer kept.
    Gone {
        /// Its name.
        name: String,
    },
}

/// What is missing before a step can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingPart {
    /// `time` | `place` | `content` | `how_to_join` | `join_link` | `council` | `party_invited` | `pilot_reach` | `pilot_paper`
    /// (announcement).
    Announcement(&'static str),
    /// Earlier than the lead time allows; the first day that would do.
    LeadTime {
        /// Days asked by the clause.
        days: i64,
        /// ISO day on which it would have had to be announced.
        by: String,
    },
    /// Fewer documents than people are to read before they come (S0.8).
    Documents {
        /// So many at least.
        least: i64,
        /// So many are there.
        found: i64,
        /// A text gives the number; otherwise it is the program's own.
        confirmed: bool,
    },
    /// Contents are not approved by the chair.
    ContentsApproval,
    /// The minutes are not signed.
    SignedMinutes,
    /// An item that was taken to the dialogue has no outcome.
    Outcome {
        /// Its title.
        title: String,
    },
    /// An outcome lacks what it needs: who, by when, why, to whom.
    OutcomePart {
        /// The item's title.
        title: String,
        /// `substate` | `text` | `body` | `due` | `reason` | `receiver` | `paper` | `evidence`
        part: &'static str,
    },
    /// Who presided has not been recorded for a chair of the dialogue.
    Presiding {
        /// The post.
        post: String,
    },
    /// No entry is in the minutes.
    MinuteEntry,
    /// A delegation needs the deputy, the paper and the reason.
    DelegationPaper {
        /// The post that delegated.
        post: String,
    },
    /// A head who neither presided nor delegated: the reason is written down.
    AbsenceReason {
        /// The post.
        post: String,
    },
    /// A part of the minutes: `opened` | `closed` | `order` | `secretary` | `presider` | `check`
    MinutesPart(&'static str),
    /// A part of a conclusion notice: `number` | `signed_on` | `signer` | `check` | `items`
    NoticePart(&'static str),
    /// An item that was taken to the dialogue is neither answered nor assigned (S0.10).
    Unanswered {
        /// Its title.
        title: String,
    },
    /// Result, and evidence or a norm.
    Evidence,
    /// A procedural ending needs paper, receiver and date.
    EndingPaper,
    /// The conclusion notice is not issued.
    Notice,
    /// A year plan without any row.
    PlanRows,
    /// Something that was said beside the topics has no place to which it went (S1.8).
    OffTopic {
        /// What was said.
        said: String,
    },
    /// An answer that is kept for others needs the norm it rests on (S3.11).
    Norm,
}
