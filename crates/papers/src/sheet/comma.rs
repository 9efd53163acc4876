//! CSV: UTF-8 with or without a byte order mark; comma, semicolon or tab, found from the first lines.

use caunoi_domain::text::table::{Cell, Row};

use super::{COLUMNS_MAX, ROWS_MAX, SheetError};

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::Unreadable)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A PDF of text alone is UTF-8 too.
    if text.contains('\0') || text.starts_with("%PDF") {
        return Err(SheetError::Unreadable);
    }
    let delimiter = delimiter(text);
    if ends_quoted(text, delimiter) {
        return Err(SheetError::CutShort);
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    // The number that a table program shows: empty lines count, line ends inside a cell do not.
    let (mut number, mut line) = (0, 1);
    while reader.read_record(&mut record).map_err(|_| SheetError::Unreadable)? {
        let next = reader.position().line();
        let lines = usize::try_from(next.saturating_sub(line)).unwrap_or(0);
        line = next;
        let inside: usize = record.iter().map(|f| f.matches('\n').count()).sum();
        number += lines.saturating_sub(inside).max(1);
        if rows.len() >= ROWS_MAX || record.len() > COLUMNS_MAX {
            return Err(SheetError::TooLarge);
        }
        rows.push(Row { number, cells: record.iter().map(cell).collect() });
    }
    Ok(rows)
}

/// A cell that a table program would compute is a formula here too, so that both kinds of file give the same. The
/// apostrophe that made such a text inert when it went out is no character of it.
fn cell(text: &str) -> Cell {
    let inert = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    match inert {
        Some(rest) => Cell::Text(rest.to_owned()),
        None if text.trim_start().starts_with('=') => Cell::Formula,
        None => Cell::Text(text.to_owned()),
    }
}

/// True where the text ends inside a quoted cell: the file was cut off.
fn ends_quoted(text: &str, delimiter: u8) -> bool {
    let (mut quoted, mut begin) = (false, true);
    for byte in text.bytes() {
        match byte {
            b'"' if quoted => quoted = false,
            // A quote that follows a closing one is part of the cell; any other stands at its beginning.
            b'"' if begin => quoted = true,
            b'\n' | b'\r' if !quoted => begin = true,
            _ if !quoted && byte == delimiter => begin = true,
            _ if !quoted => begin = false,
            _ => {}
        }
    }
    quoted
}

/// The one that stands equally often in most of the first lines: titles above the head line and commas in a text do not
/// decide.
fn delimiter(text: &str) -> u8 {
    let weight = |d: u8| {
        let counts: Vec<usize> = text.lines().take(20).map(|l| l.bytes().filter(|b| *b == d).count()).collect();
        counts.iter().map(|n| n * counts.iter().filter(|other| *other == n).count()).max().unwrap_or(0)
    };
    [b';', b'\t', b','].into_iter().max_by_key(|d| weight(*d)).unwrap_or(b',')
}
