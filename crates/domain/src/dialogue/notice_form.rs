//! What is typed at the notice desk, read field by field. A draft may be incomplete: only what cannot be kept is refused.

use jiff::civil::Date;

use super::{minutes_form::free_text, numbering::Numbering, outcome::Substate};
use crate::{
    opinion::submission::{LINE_MAX, text},
    problem::{Problem, What},
    text::date,
};

/// Numbers of a series at most.
pub const NUMBER_MAX: i64 = 99_999;

/// The head of a draft as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedHead {
    /// Code word of [`Numbering`].
    pub numbering: String,
    /// The number from the office's own system, or empty.
    pub number: String,
    /// Day of the signature, day first, or empty.
    pub signed_on: String,
    /// Who signs.
    pub signer_name: String,
    /// In which post.
    pub signer_post: String,
    /// General assessment.
    pub assessment: String,
}

/// The head of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Issued here, or entered.
    pub numbering: Numbering,
    /// The entered number.
    pub number: Option<i64>,
    /// Day of the signature.
    pub signed_on: Option<Date>,
    /// Who signs.
    pub signer_name: String,
    /// In which post.
    pub signer_post: String,
    /// General assessment.
    pub assessment: String,
}

/// Reads the head of a draft. It is signed on or after the day of the dialogue, and not in the future.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn head(typed: &TypedHead, held_on: Date, today: Date) -> Result<Head, Vec<Problem>> {
    let mut problems = Vec::new();
    let numbering = typed.numbering.parse().unwrap_or_else(|_| {
        problems.push(Problem::new("numbering", What::NotAChoice));
        Numbering::Issued
    });
    let number = match (numbering, typed.number.trim()) {
        (Numbering::Issued, _) | (Numbering::Entered, "") => None,
        (Numbering::Entered, digits) => {
            let number = digits.parse().ok().filter(|n| (1..=NUMBER_MAX).contains(n));
            if number.is_none() {
                problems.push(Problem::new("number", What::Number { min: 1, max: NUMBER_MAX }));
            }
            number
        }
    };
    let signed_on = day(&typed.signed_on, "signed_on", &mut problems);
    if signed_on.is_some_and(|d| d < held_on || d > today) {
        problems.push(Problem::new("signed_on", What::DayOutOfOrder));
    }
    let head = Head {
        numbering,
        number,
        signed_on,
        signer_name: text(&typed.signer_name, "signer_name", LINE_MAX, false, &mut problems),
        signer_post: text(&typed.signer_post, "signer_post", LINE_MAX, false, &mut problems),
        assessment: free_text(&typed.assessment, "assessment", false, &mut problems),
    };
    if problems.is_empty() { Ok(head) } else { Err(problems) }
}

/// A conclusion as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedConclusion {
    /// Code word of [`Substate`].
    pub substate: String,
    /// The result, or what is concluded.
    pub text: String,
    /// Evidence or norm.
    pub norm: String,
    /// Why it is not solved yet.
    pub reason: String,
    /// Id of the body that does it.
    pub body: String,
    /// Ids of the co-operating bodies.
    pub partners: Vec<String>,
    /// Day, day first.
    pub due: String,
    /// Id of a superior unit, or `paper`.
    pub receiver: String,
    /// The body that is reached by paper.
    pub receiver_body: String,
    /// Number and symbol of that paper.
    pub paper: String,
    /// Its day, day first.
    pub paper_on: String,
}

/// To whom a matter is sent up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Receiver {
    /// Not said yet.
    #[default]
    Unknown,
    /// A superior unit with an inbox, by its id.
    Unit(String),
    /// A body that is reached by paper.
    Paper {
        /// Its name.
        body: String,
        /// Number and symbol of the paper.
        paper: String,
        /// Its day.
        on: Option<Date>,
    },
}

/// A conclusion that can be kept in a draft. What does not belong to its sub-state is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConclusionForm {
    /// Outcome and sub-state.
    pub substate: Substate,
    /// The result, or what is concluded.
    pub text: String,
    /// Evidence or norm.
    pub norm: String,
    /// Why it is not solved yet.
    pub reason: String,
    /// Id of the body that does it.
    pub body_id: Option<String>,
    /// Ids of the co-operating bodies.
    pub partners: Vec<String>,
    /// By which day.
    pub due_on: Option<Date>,
    /// To whom.
    pub receiver: Receiver,
}

/// Reads a conclusion. A day by which something is done lies not in the past, a paper not in the future.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn conclusion(typed: &TypedConclusion, today: Date) -> Result<ConclusionForm, Vec<Problem>> {
    let mut problems = Vec::new();
    let substate: Option<Substate> = typed.substate.parse().map_err(|_| problems.push(Problem::new("substate", What::NotAChoice))).ok();
    let words = free_text(&typed.text, "text", false, &mut problems);
    let norm = text(&typed.norm, "norm", LINE_MAX * 5, false, &mut problems);
    let reason = text(&typed.reason, "reason", LINE_MAX * 5, false, &mut problems);
    let due_on = day(&typed.due, "due", &mut problems);
    if due_on.is_some_and(|d| d < today) {
        problems.push(Problem::new("due", What::DayOutOfOrder));
    }
    let paper_on = day(&typed.paper_on, "paper_on", &mut problems);
    if paper_on.is_some_and(|d| d > today) {
        problems.push(Problem::new("paper_on", What::DayOutOfOrder));
    }
    let body = text(&typed.receiver_body, "receiver_body", LINE_MAX, false, &mut problems);
    let paper = text(&typed.paper, "paper", LINE_MAX, false, &mut problems);
    let receiver = match typed.receiver.trim() {
        "" => Receiver::Unknown,
        "paper" => Receiver::Paper { body, paper, on: paper_on },
        unit => Receiver::Unit(unit.to_owned()),
    };
    let Some(substate) = substate.filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let (assigned, up) = match substate {
        Substate::Done | Substate::Explained => (false, false),
        Substate::InProgress | Substate::NoResources => (true, false),
        Substate::Sent | Substate::Answered => (false, true),
    };
    let body_id = Some(typed.body.trim().to_owned()).filter(|b| assigned && !b.is_empty());
    Ok(ConclusionForm {
        substate,
        text: words,
        norm,
        reason: if assigned { reason } else { String::new() },
        partners: if assigned { typed.partners.iter().filter(|p| Some(*p) != body_id.as_ref()).cloned().collect() } else { Vec::new() },
        body_id,
        due_on: due_on.filter(|_| assigned || substate == Substate::Sent),
        receiver: if up { receiver } else { Receiver::Unknown },
    })
}

fn day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    match typed.trim() {
        "" => None,
        typed => date::parse(typed).map_err(|e| problems.push(Problem::new(field, What::Day(e)))).ok(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 12, 18);

    #[test]
    fn s4_3_what_does_not_belong_to_the_outcome_is_left_out() {
        let typed = TypedConclusion {
            substate: "done".into(),
            text: "Đã dọn xong".into(),
            body: "b".into(),
            due: "20/12/2026".into(),
            receiver: "paper".into(),
            receiver_body: "Điện lực".into(),
            ..TypedConclusion::default()
        };
        let got = conclusion(&typed, TODAY).unwrap();
        assert_eq!((got.body_id, got.due_on, got.receiver), (None, None, Receiver::Unknown));
        let got = conclusion(&TypedConclusion { substate: "in_progress".into(), ..typed.clone() }, TODAY).unwrap();
        assert_eq!((got.body_id.as_deref(), got.due_on), (Some("b"), Some(date(2026, 12, 20))));
        let got = conclusion(&TypedConclusion { substate: "sent".into(), ..typed }, TODAY).unwrap();
        assert!(matches!(got.receiver, Receiver::Paper { .. }) && got.body_id.is_none());
    }

    #[test]
    fn nothing_is_concluded_without_one_of_the_three_groups() {
        let none = conclusion(&TypedConclusion::default(), TODAY).unwrap_err();
        assert_eq!(none, [Problem::new("substate", What::NotAChoice)]);
    }

    #[test]
    fn days_lie_where_they_can() {
        let late = TypedConclusion { substate: "in_progress".into(), due: "17/12/2026".into(), ..TypedConclusion::default() };
        assert_eq!(conclusion(&late, TODAY).unwrap_err(), [Problem::new("due", What::DayOutOfOrder)]);
        let typed = |signed_on: &str| TypedHead { numbering: "issued".into(), signed_on: signed_on.into(), ..TypedHead::default() };
        assert!(head(&typed("18/12/2026"), date(2026, 12, 10), TODAY).is_ok());
        assert!(head(&typed("19/12/2026"), date(2026, 12, 10), TODAY).is_err());
        assert!(head(&typed("09/12/2026"), date(2026, 12, 10), TODAY).is_err());
    }

    #[test]
    fn a_number_is_entered_only_where_it_is_not_issued_here() {
        let typed =
            |numbering: &str, number: &str| TypedHead { numbering: numbering.into(), number: number.into(), ..TypedHead::default() };
        let read = |n: &str, v: &str| head(&typed(n, v), TODAY, TODAY);
        assert_eq!(read("issued", "12").unwrap().number, None);
        assert_eq!(read("entered", "12").unwrap().number, Some(12));
        assert!(read("entered", "0").is_err() && read("entered", "mười hai").is_err());
        assert_eq!(read("entered", "").unwrap().number, None);
    }
}
