//! The draft of a dialogue, read from what was typed. Only title, day and chairs are needed to begin; the rest is asked
//! before it is announced.

use jiff::civil::Date;

use super::{
    contents::TITLE_MAX,
    scope::{Scope, TypedScope, scope},
    side::{SideKind, named_in},
    state::{Basis, DialogueKind, Form},
};
use crate::{
    opinion::submission::text,
    problem::{Problem, What},
    text::date,
};

/// Characters of the way to take part at most.
pub const JOIN_MAX: usize = 2_000;
/// People expected at most: more than the largest commune has.
pub const EXPECTED_MAX: i64 = 1_000_000;

/// What was typed, field by field, untouched.
#[derive(Clone, Debug, Default)]
pub struct TypedDraft {
    /// Code word of the kind.
    pub kind: String,
    /// Code word of the basis.
    pub basis: String,
    /// Title.
    pub title: String,
    /// Day, day first.
    pub on_day: String,
    /// Time of day, or empty.
    pub at_time: String,
    /// Place, or empty.
    pub place: String,
    /// Code word of the form.
    pub form: String,
    /// Whom it is for, or empty.
    pub audience: String,
    /// How a person takes part, or empty.
    pub how_to_join: String,
    /// People expected, or empty.
    pub expected: String,
    /// Ids of the posts that chair.
    pub chairs: Vec<String>,
    /// Whom and what it is for, where it stands.
    pub scope: TypedScope,
}

/// A draft that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Kind.
    pub kind: DialogueKind,
    /// By which rule.
    pub basis: Basis,
    /// Title, NFC.
    pub title: String,
    /// Day.
    pub on_day: Date,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Place, or empty.
    pub place: String,
    /// How people take part.
    pub form: Form,
    /// Whom it is for, or empty.
    pub audience: String,
    /// How a person takes part, or empty.
    pub how_to_join: String,
    /// People expected.
    pub expected: Option<i64>,
    /// Ids of the posts that chair, each once, at least one.
    pub chairs: Vec<String>,
    /// Whom and what it is for, where it stands.
    pub scope: Scope,
}

/// Reads a draft. `today` bounds its day: a dialogue is planned for today or later.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn draft(typed: &TypedDraft, today: Date) -> Result<Draft, Vec<Problem>> {
    let mut problems = Vec::new();
    let beside = typed.kind.parse::<SideKind>().ok().map(|k| ("kind", k)).or_else(|| named_in(&typed.title).map(|k| ("title", k)));
    let kind = match beside {
        // A voter meeting is not taken as a dialogue: the right form is named (S4.7).
        Some((field, kind)) => {
            problems.push(Problem::new(field, What::NotADialogue { kind }));
            None
        }
        None => choose(&typed.kind, "kind", &mut problems),
    };
    let basis = choose(&typed.basis, "basis", &mut problems);
    let form = choose(&typed.form, "form", &mut problems);
    let title = text(&typed.title, "title", TITLE_MAX, true, &mut problems);
    let on_day = day(&typed.on_day, today, &mut problems);
    let at_time = time(&typed.at_time, &mut problems);
    let place = text(&typed.place, "place", TITLE_MAX, false, &mut problems);
    let audience = text(&typed.audience, "audience", TITLE_MAX, false, &mut problems);
    let how_to_join = text(&typed.how_to_join, "how_to_join", JOIN_MAX, false, &mut problems);
    let expected = number(&typed.expected, &mut problems);
    let mut chairs: Vec<String> = Vec::new();
    for id in typed.chairs.iter().filter(|id| !id.is_empty()) {
        if !chairs.contains(id) {
            chairs.push(id.clone());
        }
    }
    if chairs.is_empty() {
        problems.push(Problem::new("chairs", What::NotAChoice));
    }
    let scope = scope(&typed.scope, &mut problems);
    match (kind, basis, form, on_day) {
        (Some(kind), Some(basis), Some(form), Some(on_day)) if problems.is_empty() => {
            Ok(Draft { kind, basis, title, on_day, at_time, place, form, audience, how_to_join, expected, chairs, scope })
        }
        _ => Err(problems),
    }
}

fn choose<T: std::str::FromStr>(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
    typed.parse().map_err(|_| problems.push(Problem::new(field, What::NotAChoice))).ok()
}

fn day(typed: &str, today: Date, problems: &mut Vec<Problem>) -> Option<Date> {
    if typed.trim().is_empty() {
        problems.push(Problem::new("on_day", What::Empty));
        return None;
    }
    match date::parse(typed) {
        Ok(day) if day < today => problems.push(Problem::new("on_day", What::DayOutOfOrder)),
        Ok(day) => return Some(day),
        Err(e) => problems.push(Problem::new("on_day", What::Day(e))),
    }
    None
}

/// A time of day as people write it: `7:30`, `07:30`, `7h30`, `7 giờ 30`, `7 giờ`. Answers `HH:MM`; empty stays empty.
pub(super) fn time(typed: &str, problems: &mut Vec<Problem>) -> String {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return String::new();
    }
    let plain = typed.replace("phút", "").replace("giờ", ":").replace(['h', 'g'], ":").replace(' ', "");
    let (hour, minute) = plain.split_once(':').unwrap_or((&plain, ""));
    let minute = if minute.is_empty() { "0" } else { minute };
    match (hour.parse::<u8>(), minute.parse::<u8>()) {
        (Ok(h), Ok(m)) if h < 24 && m < 60 => format!("{h:02}:{m:02}"),
        _ => {
            problems.push(Problem::new("at_time", What::Time));
            String::new()
        }
    }
}

fn number(typed: &str, problems: &mut Vec<Problem>) -> Option<i64> {
    let plain = typed.trim().replace(['.', ' '], "");
    if plain.is_empty() {
        return None;
    }
    match plain.parse::<i64>() {
        Ok(n) if (1..=EXPECTED_MAX).contains(&n) => Some(n),
        _ => {
            problems.push(Problem::new("expected", What::Number { min: 1, max: EXPECTED_MAX }));
            None
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed() -> TypedDraft {
        TypedDraft {
            kind: "regular".into(),
            basis: "both".into(),
            title: "Đối thoại quý IV".into(),
            on_day: "05/12/2026".into(),
            form: "in_person".into(),
            chairs: vec!["a".into(), "b".into(), "a".into(), String::new()],
            ..TypedDraft::default()
        }
    }

    #[test]
    fn a_draft_begins_with_title_day_and_chairs_each_chair_once() {
        let got = draft(&typed(), date(2026, 11, 23)).unwrap();
        assert_eq!(got.chairs, ["a", "b"]);
        assert_eq!((got.at_time.as_str(), got.expected), ("", None));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (t, want) in
            [("7:30", "07:30"), ("07:30", "07:30"), ("7h30", "07:30"), ("14 giờ", "14:00"), ("8 giờ 15 phút", "08:15"), ("9g", "09:00")]
        {
            assert_eq!(draft(&TypedDraft { at_time: t.into(), ..typed() }, date(2026, 11, 23)).unwrap().at_time, want, "{t}");
        }
        for t in ["25:00", "7:61", "sáng"] {
            let problems = draft(&TypedDraft { at_time: t.into(), ..typed() }, date(2026, 11, 23)).unwrap_err();
            assert_eq!(problems, [Problem::new("at_time", What::Time)], "{t}");
        }
    }

    #[test]
    fn s4_7_a_voter_meeting_is_refused_by_its_kind_and_by_its_title() {
        let by_kind = TypedDraft { kind: "voter_meeting".into(), ..typed() };
        let by_title = TypedDraft { title: "Tiếp xúc cử tri trước kỳ họp".into(), ..typed() };
        for (typed, field) in [(by_kind, "kind"), (by_title, "title")] {
            let problems = draft(&typed, date(2026, 11, 23)).unwrap_err();
            assert_eq!(problems, [Problem::new(field, What::NotADialogue { kind: SideKind::VoterMeeting })]);
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wrong = TypedDraft { kind: "x".into(), on_day: "22/11/2026".into(), expected: "-3".into(), chairs: vec![], ..typed() };
        let fields: Vec<_> = draft(&wrong, date(2026, 11, 23)).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["kind", "on_day", "expected", "chairs"]);
    }
}
