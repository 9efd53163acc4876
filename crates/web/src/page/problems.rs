//! Problems in the reader's words: what to do, not what went wrong.

use caunoi_domain::dialogue::side::SideKind;
use caunoi_domain::opinion::tracking_code::CodeError;
use caunoi_domain::problem::{FileProblem, MissingPart, Problem, What};
use caunoi_domain::text::date::DateError;

use super::l10n::L10nLanguage;

/// One problem in words. A field may have words of its own for what is left empty.
#[must_use]
pub fn say(t: &L10nLanguage, p: &Problem) -> String {
    match &p.what {
        What::Empty => empty(t, p.field),
        What::TooLong { max } => t.problem_too_long(max_of(*max)),
        What::NotAChoice => not_a_choice(t, p.field),
        What::OthersHoldIt => t.problem_others_hold_it(),
        What::Phone => t.problem_phone(),
        What::HasItAlready => t.problem_has_it_already(),
        What::Day(e) => day(t, e),
        What::DayOutOfOrder => t.problem_day_out_of_order(),
        What::Number { min, max } => t.problem_number(*min, *max),
        What::Time => t.problem_time(),
        What::BadCharacter => t.problem_bad_character(),
        What::Code(e) => code(t, e),
        What::UnknownCode => t.problem_code_unknown(),
        What::CodeReplaced { on, place } => t.problem_code_replaced(place, super::dates::day(on)),
        What::WrongSecret => t.problem_secret_wrong(),
        What::StateSecret => t.problem_state_secret(),
        What::NotOneOf { found, choices } => t.problem_not_one_of(found, choices.join("; ")),
        What::OwnLaw => t.problem_own_law(),
        What::PrivateDatum => t.problem_private_datum(),
        What::Symbol { found } => t.problem_symbol(found),
        What::UnitOfAnotherPeriod { found, last, now } => t.problem_unit_period(found, super::dates::day(last), now),
        What::VillageNoLonger { found, last, day, choices } => {
            t.problem_village_no_longer(found, super::dates::day(last), super::dates::day(day), choices.join("; "))
        }
        What::VillageNotYet { found, first, day, choices } => {
            t.problem_village_not_yet(found, super::dates::day(first), super::dates::day(day), choices.join("; "))
        }
        What::NoUnitOfThatCode { code } => t.problem_no_unit_of_code(code),
        What::ColumnTwice { name } => t.problem_column_twice(name),
        What::Formula => t.problem_formula(),
        What::AlreadyThere => already_there(t, p.field),
        What::NoSuchColumn { missing } => t.problem_no_such_column(missing.join(", ")),
        What::Unreadable => t.problem_unreadable(),
        What::NoSealingKey => t.problem_no_sealing_key(),
        What::CannotUndo => t.problem_cannot_undo(),
        What::File(f) => file(t, f),
        What::NotNow { .. } if p.field == "finding" => t.problem_finding_gone(),
        What::NotNow { .. } => t.problem_not_now(),
        What::UrgedToday => t.problem_urged_today(),
        What::NotKept => t.problem_not_kept(),
        What::NeverKept => t.problem_never_kept(),
        What::NotSeen if p.field == "text" => t.problem_text_changed(),
        What::NotSeen => t.problem_not_seen(),
        What::Overtaken => t.problem_overtaken(),
        What::JudgedAnew => t.problem_judged_anew(),
        What::Missing(m) => missing(t, m),
        What::NumberTaken { next } => t.problem_number_taken(*next),
        What::Restricted => t.problem_restricted(),
        What::SameName => t.problem_same_name(),
        What::NameTaken { name } => t.problem_taken_name(name),
        What::LinkedItem => t.problem_linked_item(),
        What::InOpenMinutes => t.problem_in_open_minutes(),
        What::OnPaper => t.problem_on_paper(),
        What::Login => t.problem_login(),
        What::Password { least } => t.problem_password(max_of(*least)),
        What::WrongPassword => t.problem_password_wrong(),
        What::SamePassword => t.problem_password_same(),
        What::NotTheSame => t.problem_password_again(),
        What::PostHeld { person, from, to } if to.is_empty() => t.problem_post_held(person, super::dates::day(from)),
        What::PostHeld { person, from, to } => t.problem_post_held_until(person, super::dates::day(from), super::dates::day(to)),
        What::PostActed { person } => t.problem_post_acted(person),
        What::HolderThere { on } => t.problem_holder_there(super::dates::day(on)),
        What::OwnAccount => t.problem_own_account(),
        What::NotADialogue { kind } => not_a_dialogue(t, *kind),
        What::HeadDecides if p.field == "mode" => t.problem_head_lets_send(),
        What::HeadDecides => t.problem_head_decides(),
        What::Email => t.problem_email(),
        What::NoOffice => t.problem_no_office(),
    }
}

/// Why it is no dialogue, and where it is recorded (S4.7).
fn not_a_dialogue(t: &L10nLanguage, kind: SideKind) -> String {
    match kind {
        SideKind::VoterMeeting => t.problem_not_a_dialogue_voter_meeting(),
        SideKind::Reception => t.problem_not_a_dialogue_reception(),
        SideKind::Seminar | SideKind::Other => t.problem_not_a_dialogue_seminar(),
    }
}

/// The problem of a field, in words, where it has one.
#[must_use]
pub fn of(t: &L10nLanguage, problems: &[Problem], field: &str) -> Option<String> {
    problems.iter().find(|p| p.field == field).map(|p| say(t, p))
}

/// What is wrong with a form, in words: the summary lists all of it, and each field shows its own.
#[derive(Default)]
pub struct Told(Vec<(&'static str, String)>);

impl Told {
    /// In the reader's language.
    #[must_use]
    pub fn of(t: &L10nLanguage, all: &[Problem]) -> Self {
        Self(all.iter().map(|p| (p.field, say(t, p))).collect())
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, words)| words.as_str())
    }

    /// Nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How much is wrong.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<'a> IntoIterator for &'a Told {
    type Item = &'a (&'static str, String);
    type IntoIter = std::slice::Iter<'a, (&'static str, String)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

fn max_of(max: usize) -> i64 {
    i64::try_from(max).unwrap_or(i64::MAX)
}

fn empty(t: &L10nLanguage, field: &str) -> String {
    match field {
        "body" | "parts" => t.problem_empty_body(),
        part if part.starts_with("part-") => t.problem_empty_body(),
        "reason" => t.problem_empty_reason(),
        "code" => t.problem_empty_code(),
        "secret" => t.problem_empty_secret(),
        "commune" => t.problem_empty_commune(),
        "file" => t.problem_empty_file(),
        "items" => t.problem_empty_items(),
        "tasks" => t.problem_empty_tasks(),
        _ => t.problem_empty(),
    }
}

fn already_there(t: &L10nLanguage, field: &str) -> String {
    match field {
        "login" => t.problem_login_taken(),
        "name" => t.problem_name_taken(),
        "on_day" => t.problem_day_cancelled(),
        "task" => t.problem_task_open(),
        _ => t.problem_already_there(),
    }
}

fn not_a_choice(t: &L10nLanguage, field: &str) -> String {
    match field {
        "kind" => t.problem_choose_kind(),
        "village" => t.problem_choose_village(),
        "commune" => t.problem_choose_commune(),
        "xa" => t.problem_choose_place(),
        "instead" => t.problem_choose_instead(),
        "verdict" => t.problem_choose_verdict(),
        "to" => t.problem_choose_other_commune(),
        "on_day" => t.problem_no_fixed_day(),
        "week" => t.problem_choose_week(),
        _ => t.problem_choose(),
    }
}

fn day(t: &L10nLanguage, e: &DateError) -> String {
    match e {
        DateError::NoSuchDay { month, last, .. } => t.problem_no_such_day(i64::from(*month), i64::from(*last)),
        DateError::NoSuchMonth { .. } => t.problem_no_such_month(),
        DateError::MissingYear { .. } | DateError::YearNotFourDigits { .. } => t.problem_missing_year(),
        _ => t.problem_not_a_date(),
    }
}

fn code(t: &L10nLanguage, e: &CodeError) -> String {
    match e {
        CodeError::WrongLength { found, expected } => t.problem_code_length(max_of(*expected), max_of(*found)),
        CodeError::BadCharacter { found, position } => t.problem_code_character(max_of(*position), found.to_string()),
        CodeError::WrongCheck | CodeError::OutOfRange => t.problem_code_check(),
    }
}

fn file(t: &L10nLanguage, f: &FileProblem) -> String {
    match f {
        FileProblem::Missing => t.problem_file_missing(),
        FileProblem::Empty { name } => t.problem_file_empty(name),
        FileProblem::TooLarge { name, max } if name.is_empty() => t.problem_files_too_large(i64::try_from(max / 1_048_576).unwrap_or(0)),
        FileProblem::TooLarge { name, max } => t.problem_file_too_large(name, i64::try_from(max / 1_048_576).unwrap_or(0)),
        FileProblem::Kind { name } => t.problem_file_kind(name),
        FileProblem::TooMany { max } => t.problem_file_too_many(max_of(*max)),
        FileProblem::Torn { name } => t.problem_file_torn(name),
        FileProblem::CutShort => t.problem_file_cut_short(),
        FileProblem::Gone { name } => t.problem_file_gone(name),
    }
}

fn missing(t: &L10nLanguage, m: &MissingPart) -> String {
    match m {
        MissingPart::Announcement(part) => match *part {
            "time" => t.problem_missing_time(),
            "place" => t.problem_missing_place(),
            "content" => t.problem_missing_content(),
            "join_link" => t.problem_missing_join_link(),
            "council" => t.problem_missing_council(),
            "party_invited" => t.problem_missing_party_invited(),
            "pilot_reach" => t.problem_missing_pilot_reach(),
            "pilot_paper" => t.problem_missing_pilot_paper(),
            _ => t.problem_missing_how_to_join(),
        },
        MissingPart::LeadTime { days, by } => t.problem_lead_time(*days, super::dates::day(by)),
        MissingPart::Documents { least, found, confirmed: true } => t.problem_documents(*least, *found),
        MissingPart::Documents { least, found, confirmed: false } => t.problem_documents_own(*least, *found),
        MissingPart::ContentsApproval => t.problem_contents_approval(),
        MissingPart::SignedMinutes => t.problem_signed_minutes(),
        MissingPart::Outcome { title } => t.problem_outcome(title),
        MissingPart::OutcomePart { title, part } => match *part {
            "text" => t.problem_outcome_text(title),
            "paper" => t.problem_outcome_paper(title),
            "body" => t.problem_outcome_body(title),
            "due" => t.problem_outcome_due(title),
            "receiver" => t.problem_outcome_receiver(title),
            "evidence" => t.problem_outcome_evidence(title),
            _ => t.problem_outcome_reason(title),
        },
        MissingPart::Presiding { post } => t.problem_presiding(post),
        MissingPart::MinuteEntry => t.problem_minute_entry(),
        MissingPart::DelegationPaper { post } => t.problem_delegation_paper(post),
        MissingPart::AbsenceReason { post } => t.problem_absence_reason(post),
        MissingPart::Unanswered { title } => t.problem_unanswered(title),
        MissingPart::MinutesPart(part) => match *part {
            "opened" => t.problem_minutes_opened(),
            "closed" => t.problem_minutes_closed(),
            "order" => t.problem_minutes_order(),
            "presider" => t.problem_minutes_presider(),
            "check" => t.problem_minutes_check(),
            _ => t.problem_minutes_secretary(),
        },
        MissingPart::NoticePart(part) => match *part {
            "number" => t.problem_notice_number(),
            "signed_on" => t.problem_notice_signed_on(),
            "signer" => t.problem_notice_signer(),
            "check" => t.problem_notice_check(),
            _ => t.problem_notice_items(),
        },
        MissingPart::Evidence => t.problem_evidence(),
        MissingPart::EndingPaper => t.problem_ending_paper(),
        MissingPart::Notice => t.problem_notice(),
        MissingPart::PlanRows => t.problem_plan_rows(),
        MissingPart::OffTopic { said } => t.problem_off_topic(said),
        MissingPart::Norm => t.problem_saved_norm(),
    }
}
