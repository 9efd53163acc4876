//! What triage may decide, and what it needs for that (S0.6, S1.9): pure.

use super::{
    item::{Grounded, Route, Standing},
    kind::{Field, OpinionKind},
    secrecy,
    submission::{BODY_MAX, LINE_MAX, text},
};
use crate::problem::{Problem, What};

/// Matters of one letter at most.
pub const PARTS_MAX: usize = 20;

/// True while the office still decides where the item goes: received, or classified and not yet on its way; and again
/// where the person did not agree with the office's own answer (another body's work is reopened at that body).
#[must_use]
pub const fn is_open(standing: Standing, route: Route) -> bool {
    match standing {
        Standing::Received | Standing::Triaged => matches!(route, Route::None | Route::Dialogue),
        Standing::Reopened => matches!(route, Route::Direct),
        _ => false,
    }
}

/// True while there is a text that could be sealed. Whether minutes or a notice hold it already, which cannot be
/// changed any more, is asked where the rows are.
#[must_use]
pub const fn can_be_sealed(standing: Standing) -> bool {
    !matches!(standing, Standing::Sealed)
}

/// What a clerk typed to classify an item.
#[derive(Clone, Debug, Default)]
pub struct TypedClass {
    /// Title for staff; empty keeps the one there is.
    pub title: String,
    /// Code word of the kind; empty keeps the one there is.
    pub kind: String,
    /// Code word of the field.
    pub field: String,
    /// Code word of "grounded or not".
    pub grounded: String,
    /// Why it is grounded or not.
    pub note: String,
}

/// A classification that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    /// New title, where one was given.
    pub title: Option<String>,
    /// New kind, where one was chosen.
    pub kind: Option<OpinionKind>,
    /// Field.
    pub field: Field,
    /// Grounded or not.
    pub grounded: Grounded,
    /// Why.
    pub note: String,
}

/// Reads a classification: a judgement needs its reason, and "not judged yet" needs none (S1.9).
///
/// # Errors
/// Every wrong field.
pub fn classification(typed: &TypedClass) -> Result<Classification, Vec<Problem>> {
    let mut problems = Vec::new();
    let title = text(&typed.title, "title", LINE_MAX, false, &mut problems);
    let kind = match typed.kind.as_str() {
        "" => None,
        code => code.parse().map_err(|_| problems.push(Problem::new("kind", What::NotAChoice))).ok(),
    };
    let field = typed.field.parse().map_err(|_| problems.push(Problem::new("field", What::NotAChoice))).ok();
    let grounded = match typed.grounded.as_str() {
        "" => Some(Grounded::Unknown),
        code => code.parse().map_err(|_| problems.push(Problem::new("grounded", What::NotAChoice))).ok(),
    };
    let judged = grounded.is_some_and(|g| g != Grounded::Unknown);
    let note = text(&typed.note, "note", 2_000, judged, &mut problems);
    match (field, grounded) {
        (Some(field), Some(grounded)) if problems.is_empty() => {
            Ok(Classification { title: (!title.is_empty()).then_some(title), kind, field, grounded, note })
        }
        _ => Err(problems),
    }
}

/// One matter of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Title for staff.
    pub title: String,
    /// Its part of the text.
    pub body: String,
}

/// Fields of the texts of the matters, in their order on the form: what is wrong is said at the one that it is wrong in.
const BODIES: [&str; PARTS_MAX] = [
    "part-1", "part-2", "part-3", "part-4", "part-5", "part-6", "part-7", "part-8", "part-9", "part-10", "part-11", "part-12", "part-13",
    "part-14", "part-15", "part-16", "part-17", "part-18", "part-19", "part-20",
];
/// The same of their titles.
const TITLES: [&str; PARTS_MAX] = [
    "part-title-1",
    "part-title-2",
    "part-title-3",
    "part-title-4",
    "part-title-5",
    "part-title-6",
    "part-title-7",
    "part-title-8",
    "part-title-9",
    "part-title-10",
    "part-title-11",
    "part-title-12",
    "part-title-13",
    "part-title-14",
    "part-title-15",
    "part-title-16",
    "part-title-17",
    "part-title-18",
    "part-title-19",
    "part-title-20",
];

/// Reads the matters into which a letter or an item is split; empty places of the form are left out, one
/// with a title and no text is not.
/// `least` is 2 for a split, 1 for a letter that is entered.
///
/// # Errors
/// Fewer matters than `least`, more than [`PARTS_MAX`], a text that cannot be taken.
pub fn parts(typed: &[(String, String)], least: usize) -> Result<Vec<Part>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut parts = Vec::new();
    for (n, (title, body)) in typed.iter().enumerate().filter(|(_, (title, body))| !body.trim().is_empty() || !title.trim().is_empty()) {
        let body = text(body, BODIES.get(n).copied().unwrap_or("parts"), BODY_MAX, true, &mut problems);
        let title = text(title, TITLES.get(n).copied().unwrap_or("parts"), LINE_MAX, false, &mut problems);
        if secrecy::text_is_marked(&body) {
            problems.push(Problem::new("parts", What::StateSecret));
        }
        parts.push(Part { title: if title.is_empty() { super::submission::title_of(&body) } else { title }, body });
    }
    if (problems.is_empty() && parts.len() < least) || parts.len() > PARTS_MAX {
        let (min, max) = (i64::try_from(least).unwrap_or(1), i64::try_from(PARTS_MAX).unwrap_or(20));
        problems.push(Problem::new("parts", What::Number { min, max }));
    }
    if problems.is_empty() { Ok(parts) } else { Err(problems) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn typed(grounded: &str, note: &str) -> TypedClass {
        TypedClass { field: "roads".into(), grounded: grounded.into(), note: note.into(), ..TypedClass::default() }
    }

    #[test]
    fn s1_9_a_judgement_needs_its_reason() {
        for judged in ["grounded", "partly", "not_grounded"] {
            assert_eq!(classification(&typed(judged, " ")).unwrap_err(), [Problem::new("note", What::Empty)], "{judged}");
            assert_eq!(classification(&typed(judged, "Đã xem tại chỗ")).unwrap().note, "Đã xem tại chỗ");
        }
        for open in ["unknown", ""] {
            assert_eq!(classification(&typed(open, "")).unwrap().grounded, Grounded::Unknown);
        }
    }

    #[test]
    fn a_field_is_always_chosen() {
        let wrong = TypedClass { kind: "x".into(), ..TypedClass::default() };
        let fields: Vec<_> = classification(&wrong).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["kind", "field"]);
    }

    #[test]
    fn a_split_keeps_what_was_written_and_drops_empty_places() {
        let got =
            parts(&[(String::new(), "Loa hỏng.".into()), (String::new(), " ".into()), ("Mương".into(), "Mương tắc.".into())], 2).unwrap();
        assert_eq!(got.iter().map(|p| p.title.as_str()).collect::<Vec<_>>(), ["Loa hỏng", "Mương"]);
        assert!(parts(&[(String::new(), "Loa hỏng.".into())], 2).is_err());
        assert!(parts(&[(String::new(), "Độ mật: Mật".into())], 1).is_err());
    }

    #[test]
    fn what_is_on_its_way_is_no_longer_triaged() {
        for s in Standing::ALL {
            let open = is_open(*s, Route::None);
            assert_eq!(open, matches!(s, Standing::Received | Standing::Triaged), "{s}");
            assert!(!is_open(*s, Route::Assigned), "{s}");
            assert_eq!(can_be_sealed(*s), *s != Standing::Sealed, "{s}");
        }
    }
}
