//! Tables that go out in the columns in which they come in: units, lineage, the calendar, published facts, people,
//! dialogues. Days are ISO and words are codes, which the import reads as well as an office's own.

use caunoi_domain::{
    calendar,
    dialogue::{
        past,
        side::{Bound, Told},
    },
    import::Column,
    opinion::tracking_code::PublicId,
    people::{actor::Role, roster::role_word, roster_book},
    report::{
        book as facts,
        figure::{self, Quantity},
    },
    text::date,
    unit,
};
use caunoi_store::export::{self as rows, Line};
use jiff::civil::Date;

use super::{Table, Taken};

/// The lines of a statement, cell by name.
struct Cells<'a>(&'a [&'static str], &'a Line);

impl<'a> Cells<'a> {
    fn get(&self, column: &str) -> &'a str {
        self.0.iter().position(|c| *c == column).and_then(|at| self.1.get(at)).map_or("", String::as_str)
    }
    fn own(&self, column: &str) -> String {
        self.get(column).to_owned()
    }
    fn yes(&self, column: &str) -> String {
        if self.get(column) == "1" { "có" } else { "không" }.to_owned()
    }
}

fn table(table: Table, columns: &[&'static Column], rows: Vec<Vec<String>>) -> Taken {
    Taken { table, keys: columns.iter().map(|c| c.code).collect(), heads: columns.iter().map(|c| c.vi).collect(), rows }
}

/// A table whose statement names its columns as the book does; truth values as words.
fn plain(which: Table, columns: &[&'static Column], names: &[&'static str], lines: &[Line]) -> Taken {
    let row = |line: &Line| {
        let c = Cells(names, line);
        columns.iter().map(|column| if column.code == "confirmed" { c.yes("confirmed") } else { c.own(column.code) }).collect()
    };
    table(which, columns, lines.iter().map(row).collect())
}

pub(super) fn units(lines: &[Line]) -> Taken {
    plain(Table::Units, unit::book::UNITS, rows::UNITS_COLUMNS, lines)
}

pub(super) fn lineage(lines: &[Line]) -> Taken {
    plain(Table::Lineage, unit::book::LINEAGE, rows::LINEAGE_COLUMNS, lines)
}

pub(super) fn calendar(lines: &[Line]) -> Taken {
    plain(Table::Calendar, calendar::book::COLUMNS, rows::CALENDAR_COLUMNS, lines)
}

/// The list of people, with the days of each role behind it.
pub(super) fn people(lines: &[Line]) -> Taken {
    let row = |line: &Line| {
        let c = Cells(rows::PEOPLE_COLUMNS, line);
        let role = c.get("role").parse::<Role>().map_or_else(|_| c.own("role"), |r| role_word(r).to_owned());
        vec![c.own("name"), c.own("login"), role, c.own("agency"), c.own("post"), c.own("from_on"), c.own("to_on")]
    };
    let mut taken = table(Table::People, roster_book::COLUMNS, lines.iter().map(row).collect());
    taken.keys.extend(["from_on", "to_on"]);
    taken.heads.extend(["Từ ngày", "Đến ngày"]);
    taken
}

/// Lines of the same key that follow each other, as one.
fn by_key(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|a, b| a.first() == b.first())
}

/// One cell of all lines, without twins.
fn joined(lines: &[Line], names: &[&'static str], column: &str) -> String {
    let mut all: Vec<&str> = lines.iter().map(|l| Cells(names, l).get(column)).filter(|v| !v.is_empty()).collect();
    all.dedup();
    all.join("; ")
}

pub(super) fn figures(lines: &[Line]) -> Taken {
    let names = rows::FIGURES_COLUMNS;
    let row = |of: &[Line]| {
        let first = of.first().cloned().unwrap_or_default();
        let c = Cells(names, &first);
        let cell = |code: &str| match code {
            "named" => joined(of, names, "named"),
            "value" => value(&c),
            "days_assumed" => c.yes("days_assumed"),
            "pilot" => c.yes("pilot"),
            other => c.own(other),
        };
        facts::FIGURES.iter().map(|column| cell(column.code)).collect()
    };
    table(Table::Figures, facts::FIGURES, by_key(lines).map(row).collect())
}

/// The number as papers print it, with its bound.
fn value(c: &Cells<'_>) -> String {
    let bound = c.get("bound").parse().unwrap_or(figure::Bound::Exactly);
    let word = match bound {
        figure::Bound::Exactly => "",
        figure::Bound::Over => "trên ",
        figure::Bound::Nearly => "gần ",
        figure::Bound::About => "khoảng ",
    };
    let q = Quantity { bound, hundredths: c.get("hundredths").parse().unwrap_or(0), percent: c.get("percent") == "1" };
    format!("{word}{}", q.number())
}

pub(super) fn findings(lines: &[Line]) -> Taken {
    let names = rows::FINDINGS_COLUMNS;
    let row = |of: &[Line]| {
        let first = of.first().cloned().unwrap_or_default();
        let c = Cells(names, &first);
        let cell = |code: &str| match code {
            "units" => joined(of, names, "unit"),
            "on" => day_of_units(of, c.get("published_on")),
            other => c.own(other),
        };
        facts::FINDINGS.iter().map(|column| cell(column.code)).collect()
    };
    table(Table::Findings, facts::FINDINGS, by_key(lines).map(row).collect())
}

/// A day on which all these units stood under their codes: the last of the first to end, else the first of the last to
/// begin, else the day of publication.
fn day_of_units(lines: &[Line], published: &str) -> String {
    let names = rows::FINDINGS_COLUMNS;
    let cells = |column: &str| lines.iter().map(|l| Cells(names, l).get(column)).filter(|d| !d.is_empty()).collect::<Vec<_>>();
    let (ends, begins) = (cells("valid_to"), cells("valid_from"));
    ends.into_iter().min().or_else(|| begins.into_iter().max()).unwrap_or(published).to_owned()
}

/// The office's book of dialogues: those that it brought in, and those that were held here, in the order of their days.
pub(super) fn dialogues(past_lines: &[Line], held_lines: &[Line]) -> Taken {
    let mut all: Vec<(String, Vec<String>)> = past_lines.iter().map(|l| past_row(&Cells(rows::PAST_COLUMNS, l))).collect();
    all.extend(by_key(held_lines).map(held_row));
    all.sort();
    table(Table::Dialogues, past::COLUMNS, all.into_iter().map(|(_, row)| row).collect())
}

fn day(iso: &str) -> String {
    iso.parse::<Date>().map(date::vi).unwrap_or_default()
}

fn past_row(c: &Cells<'_>) -> (String, Vec<String>) {
    let number = c.get("source_id").split_once('/').map_or("", |(_, n)| n).to_owned();
    let told = |n: &str, bound: &str| {
        let told = c.get(n).parse().ok().zip(c.get(bound).parse::<Bound>().ok()).map(|(n, bound)| Told { bound, n });
        told.map(Told::text).unwrap_or_default()
    };
    let cell = |code: &str| match code {
        "number" => number.clone(),
        "on_day" => day(c.get("on_day")),
        "people" => told("people", "people_bound"),
        "opinions" => told("opinions", "opinions_bound"),
        "kind" => kind(c),
        other => c.own(other),
    };
    (c.own("on_day"), past::COLUMNS.iter().map(|column| cell(column.code)).collect())
}

/// A dialogue that was held here, as a fact for another office: its number is its id in this system, which is its source.
fn held_row(lines: &[Line]) -> (String, Vec<String>) {
    let names = rows::HELD_COLUMNS;
    let first = lines.first().cloned().unwrap_or_default();
    let c = Cells(names, &first);
    let id = c.get("public_id").parse().map_or_else(|_| String::new(), |id| PublicId::from_i64(id).to_string());
    let cell = |code: &str| match code {
        "number" => id.clone(),
        "on_day" => day(c.get("on_day")),
        "head" => joined(lines, names, "head"),
        "kind" => kind(&c),
        "source" => format!("Cầu Nối {id}"),
        "people" | "opinions" if c.get(code) == "0" => String::new(),
        other => c.own(other),
    };
    (c.own("on_day"), past::COLUMNS.iter().map(|column| cell(column.code)).collect())
}

fn kind(c: &Cells<'_>) -> String {
    c.get("kind").parse().ok().map(past::kind_name).unwrap_or_default().to_owned()
}
