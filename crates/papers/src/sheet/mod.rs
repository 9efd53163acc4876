//! Tables that offices hand in (CSV, XLSX), read into rows of text, and the templates they fill in. What is read is
//! bounded in every way before it is held in memory.

mod comma;
mod excel;
mod template;
mod write;

pub use template::{TemplateColumn, template};
pub use write::workbook;

use caunoi_domain::text::table::Row;

/// Bytes of a table at most, as it is sent.
pub const SIZE_MAX: usize = 10 * 1024 * 1024;
/// Bytes of a table at most, unpacked.
const UNPACKED_MAX: u64 = 64 * 1024 * 1024;
/// Rows of a table at most.
const ROWS_MAX: usize = 10_100;
/// Columns of a table at most.
const COLUMNS_MAX: usize = 60;

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Neither UTF-8 text with commas, semicolons or tabs, nor a workbook.
    #[error("the table cannot be read: save it as XLSX or as CSV in UTF-8")]
    Unreadable,
    /// Larger than what is taken, packed or unpacked.
    #[error("the table is too large: {ROWS_MAX} rows and {COLUMNS_MAX} columns at most")]
    TooLarge,
}

/// Reads a table by what it holds, whatever its name says: a workbook's first sheet, or CSV.
///
/// # Errors
/// [`SheetError`].
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    if bytes.len() > SIZE_MAX {
        return Err(SheetError::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") { excel::read(bytes) } else { comma::read(bytes) }
}

#[cfg(test)]
mod tests;
