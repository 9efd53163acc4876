//! The head line of a book: found below title rows, its heads matched to our columns by what was chosen, by known
//! names, and (as a proposal only) by similar ones.

use super::{Column, Mapping};
use crate::{
    problem::What,
    text::{
        fold::fold,
        table::{Cell, Row},
    },
};

/// Rows among which the head line is looked for.
const LOOK: usize = 20;

/// How a head was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Chosen before, on a screen or in a file.
    Chosen,
    /// One of the names we know.
    Name,
    /// Only similar to one: a proposal.
    Similar,
}

/// A head of the office's own table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its place in the row, from 0.
    pub place: usize,
    /// As the office writes it.
    pub text: String,
    /// Our column and how it was matched.
    pub column: Option<(&'static Column, Known)>,
}

/// What stands in the likeliest head line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its place among the rows, from 0.
    pub line: usize,
    /// Its heads in order.
    pub headings: Vec<Heading>,
}

/// Which place of a row is which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head(Vec<(&'static str, usize)>);

impl Head {
    /// The place of a column, where the book has it.
    #[must_use]
    pub fn place(&self, column: &Column) -> Option<usize> {
        self.0.iter().find(|(code, _)| *code == column.code).map(|(_, place)| *place)
    }
}

/// Looks for the head line among the first rows: the one in which most columns are known.
#[must_use]
pub fn look(columns: &'static [&'static Column], rows: &[Row], mapping: &Mapping) -> Look {
    let mut best = Look { line: 0, headings: Vec::new() };
    let mut most = (0, 0);
    for (line, row) in rows.iter().take(LOOK).enumerate() {
        let headings = headings(columns, row, mapping);
        let known = headings.iter().filter(|h| matches!(h.column, Some((_, Known::Chosen | Known::Name)))).count();
        if (known, headings.len()) > most {
            most = (known, headings.len());
            best = Look { line, headings };
        }
    }
    best
}

impl Look {
    /// The columns that every row must have and that no head is matched to surely.
    #[must_use]
    pub fn missing(&self, columns: &'static [&'static Column]) -> Vec<&'static Column> {
        let sure = |c: &Column| self.headings.iter().any(|h| matches!(h.column, Some((m, k)) if m == c && k != Known::Similar));
        columns.iter().filter(|c| c.needed && !sure(c)).copied().collect()
    }

    /// Columns that the book calls otherwise than we do: code and the book's own head.
    #[must_use]
    pub fn own_heads(&self) -> Vec<(&'static str, String)> {
        let own = |h: &Heading| match h.column {
            Some((c, Known::Chosen | Known::Name)) if fold(&h.text) != fold(c.vi) => Some((c.code, h.text.clone())),
            _ => None,
        };
        self.headings.iter().filter_map(own).collect()
    }

    /// The head and the rows below it. What is only similar does not count: somebody has to choose it first.
    ///
    /// # Errors
    /// The columns that must be there and are not.
    pub fn head<'a>(&self, columns: &'static [&'static Column], rows: &'a [Row]) -> Result<(Head, &'a [Row]), What> {
        let missing = self.missing(columns);
        if !missing.is_empty() {
            return Err(What::NoSuchColumn { missing: missing.iter().map(|c| c.vi.to_owned()).collect() });
        }
        let places = self.headings.iter().filter_map(|h| match h.column {
            Some((c, Known::Chosen | Known::Name)) => Some((c.code, h.place)),
            _ => None,
        });
        Ok((Head(places.collect()), rows.get(self.line + 1..).unwrap_or_default()))
    }
}

/// The heads of a line. Each column is matched once: chosen before known, known before similar, the first before later.
fn headings(columns: &'static [&'static Column], row: &Row, mapping: &Mapping) -> Vec<Heading> {
    let mut all: Vec<Heading> = row
        .cells
        .iter()
        .enumerate()
        .filter_map(|(place, cell)| match cell {
            Cell::Text(text) if !text.trim().is_empty() => Some(Heading { place, text: text.trim().to_owned(), column: None }),
            _ => None,
        })
        .collect();
    let mut taken: Vec<&'static str> = Vec::new();
    for heading in &mut all {
        let chosen = mapping.get(&heading.text).and_then(|code| columns.iter().find(|c| c.code == code));
        if let Some(column) = chosen.filter(|c| !taken.contains(&c.code)) {
            heading.column = Some((column, Known::Chosen));
            taken.push(column.code);
        }
    }
    let open = |h: &Heading| h.column.is_none() && mapping.get(&h.text).is_none();
    for heading in all.iter_mut().filter(|h| open(h)) {
        let key = fold(&heading.text);
        if let Some(column) = columns.iter().find(|c| c.is_called(&key) && !taken.contains(&c.code)) {
            heading.column = Some((column, Known::Name));
            taken.push(column.code);
        }
    }
    for heading in all.iter_mut().filter(|h| open(h)) {
        let key = fold(&heading.text);
        let near = columns.iter().filter(|c| !taken.contains(&c.code)).map(|c| (similarity(c, &key), *c));
        if let Some((_, column)) = near.filter(|(s, _)| *s >= 50).max_by_key(|(s, c)| (*s, std::cmp::Reverse(c.code))) {
            heading.column = Some((column, Known::Similar));
            taken.push(column.code);
        }
    }
    all
}

/// How much of the words of a head and of a column's nearest name are the same, in percent.
fn similarity(column: &Column, key: &str) -> usize {
    let known = column.aliases.iter().map(|a| (*a).to_owned()).chain([fold(column.vi), fold(column.en)]);
    known.map(|name| shared(&name, key)).max().unwrap_or(0)
}

fn shared(a: &str, b: &str) -> usize {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let both = a.iter().filter(|w| b.contains(w)).count();
    (200 * both).checked_div(a.len() + b.len()).unwrap_or(0)
}
