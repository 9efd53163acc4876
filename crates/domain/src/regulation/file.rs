//! The form of `data/regulations/*.toml` (docs/formats/regulations.md): read whole or refused with file, line, clause
//! and what is expected there.

use std::{collections::HashMap, ops::Range, str::FromStr};

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{
    clause::{Clause, ClauseKind, DayCount, Delegation, Parameters, Per, ReportPeriod},
    document::{Area, Document, DocumentKind, Link, LinkKind, Visibility, is_id},
};
use crate::{
    dialogue::state::{Basis, DelegationGround, DialogueKind},
    people::{body::BodyKind, post::PostKind},
    text::nfc,
    unit::Level,
};

/// The files that ship with the program: name and text.
pub const BUILTIN: &[(&str, &str)] = &[
    ("data/regulations/luat.toml", include_str!("../../../../data/regulations/luat.toml")),
    ("data/regulations/trung-uong.toml", include_str!("../../../../data/regulations/trung-uong.toml")),
    ("data/regulations/tinh-thanh.toml", include_str!("../../../../data/regulations/tinh-thanh.toml")),
];

/// Documents of one file at most.
pub const DOCUMENTS_MAX: usize = 2_000;
const TEXT_MAX: usize = 4_000;

/// Why a file was refused; nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {place}{found}; expected {expected}")]
pub struct FileError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The document and the clause, where it is in one.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    document: Vec<Spanned<DocumentLine>>,
}

type Word = Option<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentLine {
    id: Spanned<String>,
    kind: Spanned<String>,
    #[serde(default)]
    number: String,
    title: Spanned<String>,
    issuer: Spanned<String>,
    place: Spanned<String>,
    issued: Word,
    known_by: Word,
    valid_from: Word,
    valid_to: Word,
    #[serde(default = "yes")]
    days_confirmed: bool,
    visibility: Word,
    source: Spanned<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    link: Vec<LinkLine>,
    #[serde(default)]
    clause: Vec<Spanned<ClauseLine>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkLine {
    kind: Spanned<String>,
    to: Spanned<String>,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseLine {
    kind: Spanned<String>,
    citation: Spanned<String>,
    text: Spanned<String>,
    source: Spanned<String>,
    confirmed: bool,
    valid_from: Word,
    valid_to: Word,
    #[serde(default)]
    levels: Vec<Spanned<String>>,
    #[serde(default)]
    posts: Vec<Spanned<String>>,
    #[serde(default)]
    bodies: Vec<Spanned<String>>,
    #[serde(default)]
    body_names: Vec<String>,
    #[serde(default)]
    dialogues: Vec<Spanned<String>>,
    basis: Word,
    times: Option<u32>,
    per: Word,
    #[serde(default)]
    months: Vec<u8>,
    days: Option<u32>,
    gap_max: Option<u32>,
    count: Word,
    day_of_month: Option<u8>,
    people_min: Option<u32>,
    people_max: Option<u32>,
    percent: Option<u8>,
    #[serde(default)]
    periods: Vec<Spanned<String>>,
    #[serde(default)]
    receivers: Vec<String>,
    delegation: Word,
    #[serde(default)]
    grounds: Vec<Spanned<String>>,
}

const fn yes() -> bool {
    true
}

/// Reads a file. Links to documents of other files are checked by [`dangling`].
///
/// # Errors
/// The first wrong place.
pub fn parse(file: &str, text: &str) -> Result<Vec<Document>, FileError> {
    let reader = Reader { file, text };
    let read: File = toml::from_str(text).map_err(|e| reader.toml(&e))?;
    if read.document.len() > DOCUMENTS_MAX {
        return Err(reader.wrong(0..0, "", format!("{} documents", read.document.len()), format!("at most {DOCUMENTS_MAX}")));
    }
    let mut lines: HashMap<String, usize> = HashMap::new();
    let mut all = Vec::with_capacity(read.document.len());
    for line in read.document {
        let at = line.span();
        let d = reader.document(line.into_inner())?;
        if let Some(first) = lines.insert(d.id.clone(), reader.line(at.start)) {
            let place = format!("document `{}`: ", d.id);
            return Err(reader.wrong(at, &place, format!("the id stands at line {first} already"), "an id of its own".to_owned()));
        }
        all.push(d);
    }
    Ok(all)
}

/// The documents that ship with the program.
///
/// # Errors
/// Never for a program that was tested; the first wrong place all the same.
pub fn builtin() -> Result<Vec<Document>, FileError> {
    let mut all = Vec::new();
    for (file, text) in BUILTIN {
        all.extend(parse(file, text)?);
    }
    match dangling(&all, &|_| false) {
        None => Ok(all),
        Some((from, to)) => Err(FileError {
            file: "data/regulations".to_owned(),
            line: 0,
            place: format!("document `{from}`: "),
            found: format!("a link to `{to}`"),
            expected: "the id of a registered document".to_owned(),
        }),
    }
}

/// The first link to a document that is neither among these nor known elsewhere: from, to.
#[must_use]
pub fn dangling<'a>(all: &'a [Document], known: &dyn Fn(&str) -> bool) -> Option<(&'a str, &'a str)> {
    let here = |id: &str| all.iter().any(|d| d.id == id);
    all.iter().flat_map(|d| d.links.iter().map(move |l| (d.id.as_str(), l.to.as_str()))).find(|(_, to)| !here(to) && !known(to))
}

/// A file whose link leads nowhere, with the line on which it stands.
#[must_use]
pub fn dangling_error(file: &str, text: &str, from: &str, to: &str) -> FileError {
    let reader = Reader { file, text };
    let at = text.find(&format!("\"{to}\"")).unwrap_or(0);
    reader.wrong(
        at..at,
        &format!("document `{from}`: "),
        format!("a link to `{to}`"),
        "the id of a document of this file or of the register".to_owned(),
    )
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
    }

    fn wrong(&self, at: Range<usize>, place: &str, found: String, expected: String) -> FileError {
        FileError { file: self.file.to_owned(), line: self.line(at.start), place: place.to_owned(), found, expected }
    }

    /// What TOML itself finds wrong, in its own words, with the document and clause it stands in.
    fn toml(&self, e: &toml::de::Error) -> FileError {
        let at = e.span().map_or(0, |s| s.start);
        let message = e.message().trim().replace('\n', " ");
        let (found, expected) = match message.split_once(", expected ") {
            Some((found, expected)) => (found.to_owned(), expected.to_owned()),
            None => (message, "the form of docs/formats/regulations.md".to_owned()),
        };
        self.wrong(at..at, &self.place(at), found, expected)
    }

    /// The document and clause in whose lines a place lies.
    fn place(&self, at: usize) -> String {
        let before: Vec<&str> = self.text.get(..at).unwrap_or_default().lines().map(str::trim).collect();
        // An error of a whole table points at its head line, which belongs to it.
        let head = self.text.get(at..).and_then(|t| t.lines().next()).map(str::trim).filter(|l| l.starts_with("[["));
        let lines = || before.iter().copied().chain(head);
        if !lines().any(|l| l == "[[document]]") {
            return String::new();
        }
        let own: Vec<&str> = lines().rev().take_while(|l| *l != "[[document]]").collect();
        let id = own.iter().find_map(|l| l.strip_prefix("id = \"")).and_then(|l| l.split('"').next()).unwrap_or("?");
        match own.iter().filter(|l| **l == "[[document.clause]]").count() {
            0 => format!("document `{id}`: "),
            n => format!("document `{id}`, clause {n}: "),
        }
    }

    fn document(&self, d: DocumentLine) -> Result<Document, FileError> {
        let place = format!("document `{}`: ", d.id.get_ref());
        if !is_id(d.id.get_ref()) {
            let expected = "an id of 3 to 64 small letters, digits and hyphens";
            return Err(self.wrong(d.id.span(), &place, format!("`{}`", d.id.get_ref()), expected.to_owned()));
        }
        let (area, unit_id) = match d.place.get_ref().as_str() {
            "nation" => (Area::Nation, None),
            "unknown" => (Area::Unknown, None),
            unit if unit.split_once('.').is_some_and(|(code, period)| !code.is_empty() && !period.is_empty()) => {
                (Area::Unit, Some(unit.to_owned()))
            }
            other => {
                let expected = "nation, unknown, or a unit as code.period, such as 30.before_2025";
                return Err(self.wrong(d.place.span(), &place, format!("place `{other}`"), expected.to_owned()));
            }
        };
        let links = d.link.iter().map(|l| self.link(&place, l)).collect::<Result<_, _>>()?;
        let mut clauses = Vec::with_capacity(d.clause.len());
        for (n, clause) in (1..).zip(d.clause) {
            let place = format!("document `{}`, clause {n}: ", d.id.get_ref());
            let at = clause.span();
            clauses.push(self.clause(&place, at, clause.into_inner())?);
        }
        let kind = self.word::<DocumentKind>(&place, "kind", &d.kind, DocumentKind::ALL.iter().map(|w| w.code()))?;
        let visibility = match &d.visibility {
            Some(w) => self.word(&place, "visibility", w, Visibility::ALL.iter().map(|w| w.code()))?,
            None => Visibility::Public,
        };
        let document = Document {
            kind,
            number: nfc(d.number.trim()),
            title: self.text(&place, "title", &d.title)?,
            issuer: self.text(&place, "issuer", &d.issuer)?,
            area,
            unit_id,
            issued_on: self.day(&place, "issued", &d.issued)?,
            known_by: self.day(&place, "known_by", &d.known_by)?,
            valid_from: self.day(&place, "valid_from", &d.valid_from)?,
            valid_to: self.day(&place, "valid_to", &d.valid_to)?,
            days_confirmed: d.days_confirmed,
            visibility,
            source: self.text(&place, "source", &d.source)?,
            note: nfc(d.note.trim()),
            links,
            clauses,
            id: d.id.into_inner(),
        };
        if let (Some(from), Some(to)) = (super::validity::begins(&document), document.valid_to)
            && to < from
        {
            let at = d.valid_to.map_or(0..0, |w| w.span());
            return Err(self.wrong(at, &place, format!("valid_to {to} before its first day {from}"), "a later day".to_owned()));
        }
        Ok(document)
    }

    fn link(&self, place: &str, l: &LinkLine) -> Result<Link, FileError> {
        Ok(Link {
            kind: self.word(place, "link kind", &l.kind, LinkKind::ALL.iter().map(|w| w.code()))?,
            to: self.text(place, "to", &l.to)?,
            source: self.text(place, "source of a link", &l.source)?,
            confirmed: l.confirmed,
        })
    }

    fn clause(&self, place: &str, at: Range<usize>, c: ClauseLine) -> Result<Clause, FileError> {
        let kind: ClauseKind = self.word(place, "kind", &c.kind, ClauseKind::ALL.iter().map(|w| w.code()))?;
        let per = c.per.as_ref().map(|w| self.word(place, "per", w, Per::ALL.iter().map(|w| w.code()))).transpose()?;
        let count = c.count.as_ref().map(|w| self.word(place, "count", w, DayCount::ALL.iter().map(|w| w.code()))).transpose()?;
        let periods = c
            .periods
            .iter()
            .map(|w| self.word(place, "periods", w, ReportPeriod::ALL.iter().map(|w| w.code())))
            .collect::<Result<_, _>>()?;
        let levels =
            c.levels.iter().map(|w| self.word(place, "levels", w, Level::ALL.iter().map(|w| w.code()))).collect::<Result<_, _>>()?;
        let posts =
            c.posts.iter().map(|w| self.word(place, "posts", w, PostKind::ALL.iter().map(|w| w.code()))).collect::<Result<_, _>>()?;
        let bodies =
            c.bodies.iter().map(|w| self.word(place, "bodies", w, BodyKind::ALL.iter().map(|w| w.code()))).collect::<Result<_, _>>()?;
        let dialogues = c
            .dialogues
            .iter()
            .map(|w| self.word(place, "dialogues", w, DialogueKind::ALL.iter().map(|w| w.code())))
            .collect::<Result<_, _>>()?;
        let basis = c.basis.as_ref().map(|w| self.word(place, "basis", w, Basis::ALL.iter().map(|w| w.code()))).transpose()?;
        let delegation =
            c.delegation.as_ref().map(|w| self.word(place, "delegation", w, Delegation::ALL.iter().map(|w| w.code()))).transpose()?;
        let grounds = c
            .grounds
            .iter()
            .map(|w| self.word(place, "grounds", w, DelegationGround::ALL.iter().map(|w| w.code())))
            .collect::<Result<_, _>>()?;
        let parameters = Parameters {
            levels,
            posts,
            bodies,
            body_names: c.body_names.iter().map(|n| nfc(n.trim())).collect(),
            dialogues,
            basis,
            times: c.times,
            per,
            months: c.months,
            days: c.days,
            gap_max: c.gap_max,
            count,
            day_of_month: c.day_of_month,
            people_min: c.people_min,
            people_max: c.people_max,
            percent: c.percent,
            periods,
            receivers: c.receivers.iter().map(|r| nfc(r.trim())).collect(),
            delegation,
            grounds,
        };
        if let Some(misfit) = parameters.misfit(kind) {
            let found = format!("`{}` does not fit a clause of kind `{kind}`", misfit.key);
            return Err(self.wrong(at, place, found, misfit.expected.to_owned()));
        }
        Ok(Clause {
            kind,
            citation: self.text(place, "citation", &c.citation)?,
            text: self.text(place, "text", &c.text)?,
            parameters,
            source: self.text(place, "source", &c.source)?,
            confirmed: c.confirmed,
            valid_from: self.day(place, "valid_from", &c.valid_from)?,
            valid_to: self.day(place, "valid_to", &c.valid_to)?,
        })
    }

    fn word<T: FromStr>(
        &self,
        place: &str,
        key: &str,
        word: &Spanned<String>,
        all: impl Iterator<Item = &'static str>,
    ) -> Result<T, FileError> {
        word.get_ref().parse().map_err(|_| {
            let all: Vec<&str> = all.collect();
            self.wrong(word.span(), place, format!("{key} `{}`", word.get_ref()), format!("one of {}", all.join(", ")))
        })
    }

    fn text(&self, place: &str, key: &str, text: &Spanned<String>) -> Result<String, FileError> {
        let clean = nfc(text.get_ref().trim());
        if clean.is_empty() || clean.contains('\0') || clean.chars().count() > TEXT_MAX {
            let expected = format!("a text of 1 to {TEXT_MAX} characters");
            return Err(self.wrong(text.span(), place, format!("`{key}` of {} characters", clean.chars().count()), expected));
        }
        Ok(clean)
    }

    fn day(&self, place: &str, key: &str, day: &Word) -> Result<Option<Date>, FileError> {
        let Some(word) = day else { return Ok(None) };
        let read = word.get_ref().parse().ok().filter(|_| word.get_ref().len() == 10);
        read.map(Some)
            .ok_or_else(|| self.wrong(word.span(), place, format!("{key} `{}`", word.get_ref()), "a day as \"YYYY-MM-DD\"".to_owned()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const ONE: &str = r#"
[[document]]
id = "mau-01"
kind = "regulation"
number = "01-QC/TU"
title = "Về đối thoại"
issuer = "Ban Thường vụ"
place = "30.before_2025"
issued = "2020-01-02"
source = "S4"
[[document.clause]]
kind = "frequency"
citation = "Điều 5"
text = "Mỗi năm hai cuộc."
source = "S4"
confirmed = true
times = 2
per = "year"
"#;

    fn refused(text: &str) -> String {
        parse("quy-che.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_file_is_refused_with_file_line_clause_and_what_is_expected() {
        assert_eq!(parse("quy-che.toml", ONE).unwrap().len(), 1);
        assert_eq!(
            refused(&ONE.replace("per = \"year\"", "per = \"yera\"")),
            "quy-che.toml:18: document `mau-01`, clause 1: per `yera`; expected one of week, month, quarter, year"
        );
        assert_eq!(
            refused(&ONE.replace("times = 2\n", "")),
            "quy-che.toml:11: document `mau-01`, clause 1: `times` does not fit a clause of kind `frequency`; expected `times = 2`, a number of 1 or more"
        );
        assert_eq!(
            refused(&ONE.replace("2020-01-02", "02/01/2020")),
            "quy-che.toml:9: document `mau-01`: issued `02/01/2020`; expected a day as \"YYYY-MM-DD\""
        );
        assert_eq!(
            refused(&ONE.replace("times = 2", "times = 2\nbodies = [\"division\", \"divsion\"]")),
            format!(
                "quy-che.toml:18: document `mau-01`, clause 1: bodies `divsion`; expected one of {}",
                BodyKind::ALL.iter().map(|k| k.code()).collect::<Vec<_>>().join(", ")
            )
        );
        assert!(
            refused(&ONE.replace("times = 2", "times = 2\nbody_names = [\"\"]"))
                .starts_with("quy-che.toml:11: document `mau-01`, clause 1: `body_names` does not fit a clause of kind `frequency`")
        );
        let scoped =
            parse("quy-che.toml", &ONE.replace("times = 2", "times = 2\nbodies = [\"division\"]\nbody_names = [\"Trạm Y tế xã\"]"))
                .unwrap();
        assert_eq!(scoped[0].clauses[0].parameters.bodies, [BodyKind::Division]);
        assert_eq!(parse("out.toml", &super::super::write::write(&scoped).unwrap()).unwrap(), scoped, "written as it is read");
        assert!(
            refused(&ONE.replace("times", "tmes"))
                .starts_with("quy-che.toml:17: document `mau-01`, clause 1: unknown field `tmes`; expected one of")
        );
        assert!(
            refused(&ONE.replace("place = \"30.before_2025\"", "place = \"Hải Dương\"")).contains("expected nation, unknown, or a unit")
        );
        assert!(refused(&ONE.replace("source = \"S4\"\n[[", "source = \"\"\n[[")).contains("`source` of 0 characters"));
        let twice = format!("{ONE}{ONE}");
        assert!(refused(&twice).contains("the id stands at line 2 already"), "{}", refused(&twice));
        assert!(refused("[[document]").starts_with("quy-che.toml:1: "));
    }

    #[test]
    fn what_ships_is_whole_and_each_clause_has_a_source() {
        let all = builtin().unwrap();
        assert!(all.len() >= 30, "{}", all.len());
        for d in &all {
            for c in &d.clauses {
                assert!(!c.source.is_empty() && !c.citation.is_empty(), "{}", d.id);
                assert!(!(c.confirmed && c.source.contains("GK")), "{}: general knowledge is not confirmed", d.id);
            }
        }
        // Of these only the name is known: not one clause.
        for id in ["hai-duong-08-qc-tu", "hai-duong-03-qc-tu", "thai-binh-07-qc-tu", "hoa-binh-232-qd-tu", "hoa-binh-367-qd-tu"] {
            assert!(all.iter().find(|d| d.id == id).unwrap().clauses.is_empty(), "{id}");
        }
    }

    #[test]
    fn s0_1_every_symbol_of_the_seeds_is_registered_and_met_by_every_spelling() {
        use super::super::document::number_key;
        let all = builtin().unwrap();
        for typed in [
            "37-CT/TU",
            "07-QC/TU",
            "07- QC/TU",
            "Quy chế số 07- QC/TU",
            "1222-TB/TU",
            "03-QC/TU",
            "3-qc/tu",
            "08-QC/TU",
            "156-KL/TU",
            "232-QĐ/TU",
            "367-QĐ/TU",
            "25-NQ/TW",
            "25-NQ/T.Ư",
            "11-QĐi/TW",
            "11-QĐI/TW",
            "215-KL/TW",
        ] {
            assert!(all.iter().any(|d| d.number_key() == number_key(typed)), "{typed}");
        }
    }
}
