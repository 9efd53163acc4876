//! The bytes of an event, version 1, and the hash of them that a leaf of the public record commits to.
//!
//! Fixed from the first event on: golden vectors below, description for other readers in `docs/formats/event-v1.md`,
//! reasons in `docs/adr/0002-event-bytes-v1.md`. A change of form is a new version with a new first line.

use super::event::{Datum, Event, EventError, EventHead};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use thiserror::Error;

/// The first line of the bytes of an event; a reader that knows another version stops here.
pub const VERSION_LINE: &str = "caunoi event v1\n";
/// What the hash of a leaf begins with, so that no other hash of this program can stand for one.
pub const LEAF_LINE: &str = "caunoi leaf v1\n";

/// Why bytes are not an event in canonical form.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CanonicalError {
    /// The bytes do not begin with [`VERSION_LINE`].
    #[error("these bytes are no caunoi event of version 1: the first line differs")]
    NotVersion1,
    /// After the first line there is no JSON object of the described shape.
    #[error("the event does not have the shape of version 1 at {at}")]
    Shape {
        /// The field that is missing, has a wrong type or does not belong.
        at: String,
    },
    /// The values are not allowed in an event.
    #[error(transparent)]
    Event(#[from] EventError),
    /// It is an event, but written otherwise than the one canonical form.
    #[error("the event is not in canonical form: order, spaces or escapes differ")]
    NotCanonical,
}

/// The bytes of an event: [`VERSION_LINE`], then one JSON object with sorted keys and no spaces; nothing after it.
///
/// Two different events never have the same bytes.
#[must_use]
pub fn canonical(event: &Event) -> Vec<u8> {
    let EventHead { id, at_us, kind, unit, subject_kind, subject, actor } = event.head();
    let mut data = String::new();
    for (name, datum) in event.data() {
        if !data.is_empty() {
            data.push(',');
        }
        // Every string here is checked to need no escape (EventError::BadCharacter).
        let _ = match datum {
            Datum::Id(v) => write!(data, r#""{name}":{{"id":"{v}"}}"#),
            Datum::Hash(v) => write!(data, r#""{name}":{{"hash":"{}"}}"#, hex(v)),
            Datum::Int(v) => write!(data, r#""{name}":{{"int":{v}}}"#),
            Datum::Date(v) => write!(data, r#""{name}":{{"date":"{v}"}}"#),
            Datum::Code(v) => write!(data, r#""{name}":{{"code":"{v}"}}"#),
        };
    }
    format!(
        r#"{VERSION_LINE}{{"actor":"{actor}","at_us":{at_us},"data":{{{data}}},"id":"{id}","kind":"{kind}","subject":"{subject}","subject_kind":"{subject_kind}","unit":"{unit}"}}"#
    )
    .into_bytes()
}

/// The hash a leaf of the public record holds: SHA-256 of [`LEAF_LINE`], the salt and the event's canonical bytes.
///
/// The salt keeps an event with few possible values (a verdict, a date) from being guessed out of its hash; it is
/// 16 random bytes per event, published only with the event itself, and destroyed when the event must be forgotten.
#[must_use]
pub fn leaf(salt: [u8; 16], canonical: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(LEAF_LINE).chain_update(salt).chain_update(canonical).finalize().into()
}

/// Reads an event back from its canonical bytes, and only from those.
///
/// # Errors
/// [`CanonicalError`]; bytes that mean an event but are not its one canonical form are refused too, so that a hash
/// stands for exactly one text.
pub fn parse(bytes: &[u8]) -> Result<Event, CanonicalError> {
    let json = bytes.strip_prefix(VERSION_LINE.as_bytes()).ok_or(CanonicalError::NotVersion1)?;
    let mut fields: Map<String, Value> = serde_json::from_slice(json).map_err(|_| shape("JSON"))?;
    let head = EventHead {
        id: text(&mut fields, "id")?,
        at_us: fields.remove("at_us").and_then(|v| v.as_i64()).ok_or_else(|| shape("at_us"))?,
        kind: text(&mut fields, "kind")?,
        unit: text(&mut fields, "unit")?,
        subject_kind: text(&mut fields, "subject_kind")?,
        subject: text(&mut fields, "subject")?,
        actor: text(&mut fields, "actor")?,
    };
    let Some(Value::Object(named)) = fields.remove("data") else {
        return Err(shape("data"));
    };
    if let Some(extra) = fields.keys().next() {
        return Err(shape(extra));
    }
    let mut data = BTreeMap::new();
    for (name, value) in named {
        let datum = datum(&value).ok_or_else(|| shape(&name))?;
        data.insert(name, datum);
    }
    let event = Event::new(head, data)?;
    if canonical(&event) == bytes { Ok(event) } else { Err(CanonicalError::NotCanonical) }
}

fn shape(at: &str) -> CanonicalError {
    CanonicalError::Shape { at: at.to_owned() }
}

fn text(fields: &mut Map<String, Value>, name: &str) -> Result<String, CanonicalError> {
    match fields.remove(name) {
        Some(Value::String(value)) => Ok(value),
        _ => Err(shape(name)),
    }
}

fn datum(value: &Value) -> Option<Datum> {
    let object = value.as_object()?;
    let mut entries = object.iter();
    let (tag, value) = entries.next()?;
    if entries.next().is_some() {
        return None;
    }
    match tag.as_str() {
        "id" => Some(Datum::Id(value.as_str()?.to_owned())),
        "hash" => unhex(value.as_str()?).map(Datum::Hash),
        "int" => value.as_i64().map(Datum::Int),
        "date" => Some(Datum::Date(value.as_str()?.to_owned())),
        "code" => Some(Datum::Code(value.as_str()?.to_owned())),
        _ => None,
    }
}

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (slot, pair) in out.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let pair = std::str::from_utf8(pair).ok().filter(|p| !p.starts_with('+'))?;
        *slot = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests;
