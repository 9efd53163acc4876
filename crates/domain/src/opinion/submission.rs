//! What a person (or a clerk for them) hands in, parsed from what was typed. Everything wrong is said at once.

use jiff::civil::Date;

use super::{kind::OpinionKind, secrecy};
use crate::{
    problem::{Problem, What},
    text::{date, nfc},
};

/// Characters of an opinion at most: some ten handwritten pages.
pub const BODY_MAX: usize = 20_000;
/// Characters of a name, an address, a place at most.
pub const LINE_MAX: usize = 200;

/// What was typed, field by field, untouched.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Code word of the kind.
    pub kind: String,
    /// The opinion.
    pub body: String,
    /// Id of the village, or empty.
    pub village: String,
    /// Where, in the person's words.
    pub place: String,
    /// The day it happened, day first, or empty.
    pub occurred: String,
    /// Name, may be empty.
    pub full_name: String,
    /// Phone, may be empty.
    pub phone: String,
    /// Address, may be empty.
    pub address: String,
    /// E-mail, may be empty.
    pub email: String,
    /// `yes` where the name may be published.
    pub name_public: String,
}

/// Who hands it in: kept apart from the text, erasable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDetails {
    /// Name, may be empty.
    pub full_name: String,
    /// Phone, may be empty.
    pub phone: String,
    /// Address, may be empty.
    pub address: String,
    /// E-mail, may be empty.
    pub email: String,
}

/// An opinion that can be received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its kind.
    pub kind: OpinionKind,
    /// Its text, NFC.
    pub body: String,
    /// Village, where chosen.
    pub village_id: Option<String>,
    /// Where, in the person's words.
    pub place_note: String,
    /// The day it happened.
    pub occurred_on: Option<Date>,
    /// Who hands it in.
    pub person: PersonDetails,
    /// The name may be published.
    pub name_public: bool,
}

/// Reads what was typed. `today` bounds the day it happened.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn parse(typed: &Typed, today: Date) -> Result<Submission, Vec<Problem>> {
    let mut problems = Vec::new();
    let kind = typed.kind.parse().map_err(|_| problems.push(Problem::new("kind", What::NotAChoice))).ok();
    let body = text(&typed.body, "body", BODY_MAX, true, &mut problems);
    if secrecy::text_is_marked(&body) {
        problems.push(Problem::new("body", What::StateSecret));
    }
    let occurred_on = match typed.occurred.trim() {
        "" => None,
        day => match date::parse(day) {
            Ok(day) if day > today => {
                problems.push(Problem::new("occurred", What::DayOutOfOrder));
                None
            }
            Ok(day) => Some(day),
            Err(e) => {
                problems.push(Problem::new("occurred", What::Day(e)));
                None
            }
        },
    };
    let place_note = text(&typed.place, "place", LINE_MAX, false, &mut problems);
    let person = PersonDetails {
        full_name: text(&typed.full_name, "full_name", LINE_MAX, false, &mut problems),
        phone: phone(&typed.phone, &mut problems),
        address: text(&typed.address, "address", LINE_MAX, false, &mut problems),
        email: text(&typed.email, "email", LINE_MAX, false, &mut problems),
    };
    let village = typed.village.trim();
    match kind {
        Some(kind) if problems.is_empty() => Ok(Submission {
            kind,
            body,
            village_id: (!village.is_empty()).then(|| village.to_owned()),
            place_note,
            occurred_on,
            name_public: typed.name_public == "yes" && !person.full_name.is_empty(),
            person,
        }),
        _ => Err(problems),
    }
}

/// Cleans one text field; says what is wrong with it.
pub fn text(typed: &str, field: &'static str, max: usize, needed: bool, problems: &mut Vec<Problem>) -> String {
    match nfc::clean(typed) {
        Ok(clean) if needed && clean.is_empty() => problems.push(Problem::new(field, What::Empty)),
        Ok(clean) if clean.chars().count() > max => problems.push(Problem::new(field, What::TooLong { max })),
        Ok(clean) => return clean,
        Err(_) => problems.push(Problem::new(field, What::BadCharacter)),
    }
    String::new()
}

/// A telephone number as people write it, with +84, spaces, points, several, or whose it is behind it; empty where none is
/// given. What holds no number at all is said: nobody could be called.
pub fn phone(typed: &str, problems: &mut Vec<Problem>) -> String {
    const DIGITS: std::ops::RangeInclusive<usize> = 7..=24;
    let clean = text(typed, "phone", LINE_MAX, false, problems);
    let apart = |c: char| !(c.is_ascii_digit() || " .-()+\u{a0}".contains(c));
    let mut runs = clean.split(apart).map(|run| run.chars().filter(char::is_ascii_digit).count());
    if !clean.is_empty() && !runs.any(|n| DIGITS.contains(&n)) {
        problems.push(Problem::new("phone", What::Phone));
    }
    clean
}

/// A title for an item where nobody has written one: its first words, cut at a word's end.
#[must_use]
pub fn title_of(body: &str) -> String {
    const MAX: usize = 90;
    let first = body.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default();
    let sentence = first.split_inclusive(['.', '?', '!', ';']).next().unwrap_or(first).trim_end_matches(['.', ';']).trim();
    if sentence.chars().count() <= MAX {
        return sentence.to_owned();
    }
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        if title.chars().count() + word.chars().count() + 1 > MAX {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title.push('…');
    title
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn typed() -> Typed {
        Typed { kind: "petition".into(), body: "Mương tắc, đề nghị xã nạo vét.".into(), ..Typed::default() }
    }

    #[test]
    fn s0_9_the_least_that_is_needed_is_a_kind_and_a_sentence() {
        let got = parse(&typed(), day(2026, 11, 24)).unwrap();
        assert_eq!(got.kind, OpinionKind::Petition);
        assert!(got.village_id.is_none() && got.occurred_on.is_none() && !got.name_public);
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wrong = Typed { kind: "x".into(), body: "  ".into(), occurred: "31/11/2026".into(), ..Typed::default() };
        let fields: Vec<_> = parse(&wrong, day(2026, 11, 24)).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["kind", "body", "occurred"]);
    }

    #[test]
    fn a_name_is_published_only_where_one_is_given() {
        let got = parse(&Typed { name_public: "yes".into(), ..typed() }, day(2026, 11, 24)).unwrap();
        assert!(!got.name_public);
    }

    #[test]
    fn a_number_is_read_as_people_write_it_and_what_is_none_is_said() {
        let said = |phone: &str| parse(&Typed { phone: phone.into(), ..typed() }, day(2026, 11, 24));
        for good in [
            "",
            "0912345678",
            "+84 912 345 678",
            "0912.345.678",
            "(0220) 3812 345",
            "0912345678, 0987654321",
            "0912 345 678 (con trai)",
            "18001166",
        ] {
            assert_eq!(said(good).unwrap().person.phone, good);
        }
        for bad in ["abc", "0912", "không có", "0987 MAI 654", "+84"] {
            assert_eq!(said(bad).unwrap_err(), [Problem::new("phone", What::Phone)], "{bad}");
        }
    }

    #[test]
    fn titles_end_at_a_word() {
        assert_eq!(title_of("Loa hỏng. Ba tuần nay không nghe."), "Loa hỏng");
        let long = "từ ".repeat(60);
        let title = title_of(&long);
        assert!(title.chars().count() <= 91 && title.ends_with('…'));
    }
}
