//! XLSX: the first sheet, cell by cell. The archive is unpacked once against a bound before anything reads it, and
//! cells beyond the bounds are refused, so that a small file cannot fill the memory.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use caunoi_domain::text::{
    date,
    table::{Cell, Row},
};
use jiff::civil::Date;

use super::{COLUMNS_MAX, ROWS_MAX, SheetError, UNPACKED_MAX};

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<String>, SheetError> {
    Ok(open(bytes)?.sheet_names())
}

fn open(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, SheetError> {
    unpacked(bytes).1?;
    calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)
}

pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<Row>, SheetError> {
    let mut book = open(bytes)?;
    let names = book.sheet_names();
    let name = match sheet {
        None => names.first().cloned().ok_or(SheetError::Unreadable)?,
        Some(name) if names.iter().any(|n| n == name) => name.to_owned(),
        Some(name) => return Err(SheetError::NoSuchSheet { name: name.to_owned(), known: names.join(", ") }),
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| SheetError::Unreadable)?;
    while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Unreadable)? {
        if let Some(text) = text_of(cell.get_value()) {
            put(&mut rows, cell.get_position(), Cell::Text(text))?;
        }
    }
    drop(cells);
    let mut formulas = book.worksheet_cells_reader(&name).map_err(|_| SheetError::Unreadable)?;
    while let Some(cell) = formulas.next_formula().map_err(|_| SheetError::Unreadable)? {
        if !cell.get_value().is_empty() {
            put(&mut rows, cell.get_position(), Cell::Formula)?;
        }
    }
    Ok(rows.into_iter().enumerate().map(|(at, cells)| Row { number: at + 1, cells }).filter(|r| !r.is_empty()).collect())
}

/// Unpacks every member to nowhere and counts, whatever sizes the archive claims: how many bytes were unpacked, never
/// more than the bound and one, and whether that is all.
pub(super) fn unpacked(bytes: &[u8]) -> (u64, Result<(), SheetError>) {
    let mut count = 0;
    let done = measure(bytes, &mut count);
    (count, done)
}

fn measure(bytes: &[u8], count: &mut u64) -> Result<(), SheetError> {
    const MEMBERS_MAX: usize = 2_000;
    // An archive that is cut off has no directory at its end.
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    if archive.len() > MEMBERS_MAX {
        return Err(SheetError::TooLarge);
    }
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(|_| SheetError::Unreadable)?;
        let left = UNPACKED_MAX + 1 - *count;
        *count += std::io::copy(&mut member.take(left), &mut std::io::sink()).map_err(|_| SheetError::Unreadable)?;
        if *count > UNPACKED_MAX {
            return Err(SheetError::TooLarge);
        }
    }
    Ok(())
}

fn put(rows: &mut Vec<Vec<Cell>>, (row, column): (u32, u32), cell: Cell) -> Result<(), SheetError> {
    let (row, column) = (row as usize, column as usize);
    if row >= ROWS_MAX || column >= COLUMNS_MAX {
        return Err(SheetError::TooLarge);
    }
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    if let Some(cells) = rows.get_mut(row) {
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Text(String::new()));
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
    }
    Ok(())
}

/// A value as the office reads it: whole numbers without decimals, days day first.
fn text_of(value: &DataRef<'_>) -> Option<String> {
    Some(match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
        DataRef::Float(f) => f.to_string().replace('.', ","),
        DataRef::String(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Bool(b) => if *b { "có" } else { "không" }.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let parts = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
            Date::new(parts.0, parts.1, parts.2).ok().map(date::vi)?
        }
        DataRef::DateTimeIso(s) => s.get(..10).unwrap_or(s).to_owned(),
        DataRef::DurationIso(s) => s.clone(),
        DataRef::Error(_) => "#".to_owned(),
        DataRef::Empty => return None,
    })
}
