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

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    bounded(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let name = book.sheet_names().first().cloned().ok_or(SheetError::Unreadable)?;
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

/// Unpacks every member to nowhere and counts, whatever sizes the archive claims.
fn bounded(bytes: &[u8]) -> Result<(), SheetError> {
    const MEMBERS_MAX: usize = 2_000;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    if archive.len() > MEMBERS_MAX {
        return Err(SheetError::TooLarge);
    }
    let mut left = UNPACKED_MAX;
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(|_| SheetError::Unreadable)?;
        let unpacked = std::io::copy(&mut member.take(left + 1), &mut std::io::sink()).map_err(|_| SheetError::Unreadable)?;
        left = left.checked_sub(unpacked).ok_or(SheetError::TooLarge)?;
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
