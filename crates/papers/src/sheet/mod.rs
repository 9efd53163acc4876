//! Tables that offices hand in (CSV, XLSX), read into rows of text, the templates they fill in, and the tables they
//! take away. What is read is bounded in every way before it is held in memory.

mod comma;
mod excel;
mod template;
mod write;

use std::io::Read;

pub use template::{TemplateColumn, template};
pub use write::{comma, quoted, workbook};

use caunoi_domain::text::table::Row;

/// Bytes of a table at most, as it is sent.
pub const SIZE_MAX: usize = 10 * 1024 * 1024;
/// Bytes of a table at most, unpacked.
const UNPACKED_MAX: u64 = 64 * 1024 * 1024;
/// Rows of a table at most.
const ROWS_MAX: usize = 20_100;
/// Columns of a table at most.
const COLUMNS_MAX: usize = 60;

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Neither UTF-8 text with commas, semicolons or tabs, nor a workbook.
    #[error("the table cannot be read: save it as XLSX or as CSV in UTF-8")]
    Unreadable,
    /// It ends in the middle.
    #[error("the table ends in the middle: it was not copied or sent whole")]
    CutShort,
    /// Larger than what is taken, packed or unpacked.
    #[error("the table is too large: {ROWS_MAX} rows and {COLUMNS_MAX} columns at most")]
    TooLarge,
    /// The workbook has no sheet of that name.
    #[error("there is no sheet {name:?}; the sheets are {known}")]
    NoSuchSheet {
        /// What was asked for.
        name: String,
        /// The sheets there are.
        known: String,
    },
    /// The machine does not give the file.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// The bytes of a table from a file or a wire: never more than [`SIZE_MAX`] and one are read.
///
/// # Errors
/// [`SheetError::TooLarge`], [`SheetError::Io`].
pub fn bytes(from: impl Read) -> Result<Vec<u8>, SheetError> {
    let mut all = Vec::new();
    from.take(SIZE_MAX as u64 + 1).read_to_end(&mut all)?;
    if all.len() > SIZE_MAX { Err(SheetError::TooLarge) } else { Ok(all) }
}

/// Reads a table by what it holds, whatever its name says: a workbook's first sheet, or CSV.
///
/// # Errors
/// [`SheetError`].
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    read_sheet(bytes, None)
}

/// As [`read`], from the sheet of that name.
///
/// # Errors
/// [`SheetError`].
pub fn read_sheet(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<Row>, SheetError> {
    if bytes.len() > SIZE_MAX {
        return Err(SheetError::TooLarge);
    }
    match (is_workbook(bytes), sheet) {
        (true, _) => excel::read(bytes, sheet),
        (false, None) => comma::read(bytes),
        (false, Some(name)) => Err(SheetError::NoSuchSheet { name: name.to_owned(), known: "(CSV)".to_owned() }),
    }
}

/// The names of the sheets of a workbook that hold something for us; none for CSV.
///
/// # Errors
/// [`SheetError`].
pub fn sheets(bytes: &[u8]) -> Result<Vec<String>, SheetError> {
    if is_workbook(bytes) { excel::sheets(bytes) } else { Ok(Vec::new()) }
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

#[cfg(test)]
mod tests;
