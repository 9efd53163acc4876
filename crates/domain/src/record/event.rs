//! One change of state as the public record may tell it: ids, hashes, numbers, dates and codes, never free text.
//!
//! Free text would carry names into a record that nothing can be taken out of (architecture: "events carry ids and
//! hashes only"). The bytes are in [`super::canonical`]; `docs/formats/event-v1.md` describes them for other readers.

use jiff::civil::Date;
use std::collections::BTreeMap;
use thiserror::Error;

/// The longest string an event holds, in characters (all are ASCII, so also in bytes).
pub const MAX_LEN: usize = 128;

/// One value of an event's data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Datum {
    /// An id of a thing of this program (public id, UUID, unit code with period).
    Id(String),
    /// A SHA-256 hash of an approved text or file.
    Hash([u8; 32]),
    /// A whole number: a count, a sequence number, microseconds since 1970.
    Int(i64),
    /// A civil date, `2026-02-05`.
    Date(String),
    /// A word of a closed vocabulary of this program, as `resolved`.
    Code(String),
}

impl Datum {
    /// The civil date as a datum.
    #[must_use]
    pub fn date(date: Date) -> Self {
        Self::Date(date.to_string())
    }
}

/// Who, what, where and when of an event; every string is an id or a code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EventHead {
    /// The event's own id (UUIDv7).
    pub id: String,
    /// When, in microseconds since 1970-01-01T00:00:00Z.
    pub at_us: i64,
    /// What happened, a code as `notice.issued`.
    pub kind: String,
    /// The unit it belongs to, by code and period; `-` where there is none.
    pub unit: String,
    /// The noun of the institution it is about, as `conclusion`.
    pub subject_kind: String,
    /// The id of that thing.
    pub subject: String,
    /// The id of the post or process that acted, never a person's name; `-` where there is none.
    pub actor: String,
}

/// A change of state, checked: it holds nothing but ids, hashes, numbers, dates and codes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    head: EventHead,
    data: BTreeMap<String, Datum>,
}

/// Why an event may not enter the record.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EventError {
    /// A required string is empty; `-` says that there is none.
    #[error("event field {field} is empty: give an id or a code, or - where there is none")]
    Empty {
        /// The field's or datum's name.
        field: String,
    },
    /// A string is longer than [`MAX_LEN`].
    #[error("event field {field} has {found} characters, at most {MAX_LEN} are allowed: keep texts out, record their hash")]
    TooLong {
        /// The field's or datum's name.
        field: String,
        /// Characters found.
        found: usize,
    },
    /// A character outside `A-Z a-z 0-9 . _ : / -`.
    #[error("event field {field} holds {found:?}: only A-Z a-z 0-9 . _ : / - may enter the record; record a text's hash")]
    BadCharacter {
        /// The field's or datum's name.
        field: String,
        /// The first character that may not stand there.
        found: char,
    },
    /// A date that is not `YYYY-MM-DD` or not in the calendar.
    #[error("event field {field} is {found:?}, not a date as 2026-02-05")]
    BadDate {
        /// The datum's name.
        field: String,
        /// What was given.
        found: String,
    },
}

impl Event {
    /// An event of these parts.
    ///
    /// # Errors
    /// [`EventError`] naming the field when a string is empty, too long, not a plain code, or no date.
    pub fn new(head: EventHead, data: impl IntoIterator<Item = (String, Datum)>) -> Result<Self, EventError> {
        for (field, value) in [
            ("id", &head.id),
            ("kind", &head.kind),
            ("unit", &head.unit),
            ("subject_kind", &head.subject_kind),
            ("subject", &head.subject),
            ("actor", &head.actor),
        ] {
            plain(field, value)?;
        }
        let data: BTreeMap<String, Datum> = data.into_iter().collect();
        for (name, datum) in &data {
            plain("data key", name)?;
            match datum {
                Datum::Id(value) | Datum::Code(value) => plain(name, value)?,
                Datum::Date(value) => iso(name, value)?,
                Datum::Hash(_) | Datum::Int(_) => {}
            }
        }
        Ok(Self { head, data })
    }

    /// Who, what, where and when.
    #[must_use]
    pub fn head(&self) -> &EventHead {
        &self.head
    }

    /// The event's data by name, sorted.
    #[must_use]
    pub fn data(&self) -> &BTreeMap<String, Datum> {
        &self.data
    }
}

fn plain(field: &str, value: &str) -> Result<(), EventError> {
    if value.is_empty() {
        return Err(EventError::Empty { field: field.to_owned() });
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':' | '/' | '-');
    if let Some(found) = value.chars().find(|c| !allowed(*c)) {
        return Err(EventError::BadCharacter { field: field.to_owned(), found });
    }
    if value.len() > MAX_LEN {
        return Err(EventError::TooLong { field: field.to_owned(), found: value.len() });
    }
    Ok(())
}

fn iso(field: &str, value: &str) -> Result<(), EventError> {
    // Compared with its own print: jiff also reads looser spellings, and one day must have one form.
    match value.parse::<Date>() {
        Ok(date) if date.to_string() == value && value.len() == 10 => Ok(()),
        _ => Err(EventError::BadDate { field: field.to_owned(), found: value.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    fn head() -> EventHead {
        EventHead {
            id: "01".into(),
            at_us: 0,
            kind: "notice.issued".into(),
            unit: "-".into(),
            subject_kind: "notice".into(),
            subject: "n1".into(),
            actor: "-".into(),
        }
    }

    fn with(datum: Datum) -> Result<Event, EventError> {
        Event::new(head(), [("x".to_owned(), datum)])
    }

    #[test]
    fn free_text_never_enters() {
        for text in ["Nguyễn Văn An", "two words", "a\nb", "quote\"", "back\\slash", "đ", "a,b", "{", "a@b", "+84", "\0"] {
            let found = text.chars().find(|c| !c.is_ascii_alphanumeric()).unwrap();
            assert_eq!(with(Datum::Code(text.into())), Err(EventError::BadCharacter { field: "x".into(), found }), "{text}");
            assert!(with(Datum::Id(text.into())).is_err());
            let key = Event::new(head(), [(text.to_owned(), Datum::Int(1))]);
            assert!(matches!(key, Err(EventError::BadCharacter { .. })), "{text}");
        }
    }

    #[test]
    fn every_field_of_the_head_is_checked() {
        type Field = fn(&mut EventHead) -> &mut String;
        let set: [(&str, Field); 6] = [
            ("id", |h| &mut h.id),
            ("kind", |h| &mut h.kind),
            ("unit", |h| &mut h.unit),
            ("subject_kind", |h| &mut h.subject_kind),
            ("subject", |h| &mut h.subject),
            ("actor", |h| &mut h.actor),
        ];
        for (name, field) in set {
            let mut bad = head();
            *field(&mut bad) = String::new();
            assert_eq!(Event::new(bad.clone(), []), Err(EventError::Empty { field: name.into() }));
            *field(&mut bad) = "a b".into();
            assert_eq!(Event::new(bad.clone(), []), Err(EventError::BadCharacter { field: name.into(), found: ' ' }));
            *field(&mut bad) = "a".repeat(129);
            assert_eq!(Event::new(bad.clone(), []), Err(EventError::TooLong { field: name.into(), found: 129 }));
            *field(&mut bad) = "a".repeat(128);
            assert!(Event::new(bad, []).is_ok());
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar_in_one_form() {
        assert!(with(Datum::date(jiff::civil::date(2026, 2, 5))).is_ok());
        for text in ["2026-02-30", "20260205", "2026-2-5", "05/02/2026", "2026-02-05T00:00:00", "+002026-02-05", ""] {
            assert!(matches!(with(Datum::Date(text.into())), Err(EventError::BadDate { .. })), "{text}");
        }
    }
}
