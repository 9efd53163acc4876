//! CSV: UTF-8 with or without a byte order mark; comma, semicolon or tab, found from the first line.

use caunoi_domain::text::table::{Cell, Row};

use super::{COLUMNS_MAX, ROWS_MAX, SheetError};

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::Unreadable)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(SheetError::Unreadable);
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
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

/// A cell that a table program would compute is a formula here too, so that both kinds of file give the same.
fn cell(text: &str) -> Cell {
    if text.trim_start().starts_with('=') { Cell::Formula } else { Cell::Text(text.to_owned()) }
}

fn delimiter(text: &str) -> u8 {
    let head = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    [b';', b'\t', b','].into_iter().max_by_key(|d| head.bytes().filter(|b| b == d).count()).unwrap_or(b',')
}
