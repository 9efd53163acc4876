//! Writes documents in the form in which files of them are read (docs/formats/regulations.md).

use jiff::civil::Date;
use serde::Serialize;

use super::{
    clause::{Clause, ClauseKind, Parameters},
    document::{Area, Document, DocumentKind, LinkKind, Visibility},
};

#[derive(Serialize)]
struct File<'a> {
    document: Vec<DocumentLine<'a>>,
}

#[derive(Serialize)]
struct DocumentLine<'a> {
    id: &'a str,
    kind: DocumentKind,
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    title: &'a str,
    issuer: &'a str,
    place: &'a str,
    issued: Option<String>,
    known_by: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    days_confirmed: bool,
    visibility: Visibility,
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    link: Vec<LinkLine<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clause: Vec<ClauseLine<'a>>,
}

#[derive(Serialize)]
struct LinkLine<'a> {
    kind: LinkKind,
    to: &'a str,
    source: &'a str,
    confirmed: bool,
}

#[derive(Serialize)]
struct ClauseLine<'a> {
    kind: ClauseKind,
    citation: &'a str,
    text: &'a str,
    source: &'a str,
    confirmed: bool,
    valid_from: Option<String>,
    valid_to: Option<String>,
    #[serde(flatten)]
    parameters: &'a Parameters,
}

/// The documents as a file; [`super::file::parse`] reads the same documents from it.
///
/// # Errors
/// The writer's words: a defect.
pub fn write(documents: &[Document]) -> Result<String, toml::ser::Error> {
    toml::to_string(&File { document: documents.iter().map(document).collect() })
}

fn day(d: Option<Date>) -> Option<String> {
    d.map(|d| d.to_string())
}

fn document(d: &Document) -> DocumentLine<'_> {
    let place = match (d.area, d.unit_id.as_deref()) {
        (Area::Nation, _) => "nation",
        (Area::Unit, Some(unit)) => unit,
        (Area::Unit | Area::Unknown, _) => "unknown",
    };
    DocumentLine {
        id: &d.id,
        kind: d.kind,
        number: &d.number,
        title: &d.title,
        issuer: &d.issuer,
        place,
        issued: day(d.issued_on),
        known_by: day(d.known_by),
        valid_from: day(d.valid_from),
        valid_to: day(d.valid_to),
        days_confirmed: d.days_confirmed,
        visibility: d.visibility,
        source: &d.source,
        note: &d.note,
        link: d.links.iter().map(|l| LinkLine { kind: l.kind, to: &l.to, source: &l.source, confirmed: l.confirmed }).collect(),
        clause: d.clauses.iter().map(clause).collect(),
    }
}

fn clause(c: &Clause) -> ClauseLine<'_> {
    ClauseLine {
        kind: c.kind,
        citation: &c.citation,
        text: &c.text,
        source: &c.source,
        confirmed: c.confirmed,
        valid_from: day(c.valid_from),
        valid_to: day(c.valid_to),
        parameters: &c.parameters,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::file;

    #[test]
    fn what_is_written_is_read_again_as_the_same_documents() {
        let all = file::builtin().unwrap();
        assert!(all.iter().any(|d| !d.clauses.is_empty() && !d.links.is_empty()));
        assert_eq!(file::parse("out.toml", &super::write(&all).unwrap()).unwrap(), all);
    }
}
