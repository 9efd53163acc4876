//! Tables that go out: every cell is text, nothing a table program would compute.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// A workbook of one sheet.
///
/// # Errors
/// The writer's words.
pub fn workbook(sheet: &str, heads: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00F1_EADF));
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(sheet)?;
    page.set_freeze_panes(1, 0)?;
    for (at, title) in (0u16..).zip(heads) {
        page.set_column_width(at, if title.chars().count() > 8 { 24.0 } else { 14.0 })?;
        page.write_string_with_format(0, at, *title, &head)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        for (at, cell) in (0u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            page.write_string_with_format(line, at, cell, &text)?;
        }
    }
    book.save_to_buffer()
}

/// CSV in UTF-8 with a byte order mark, as table programs open it; an apostrophe before what they would compute.
#[must_use]
pub fn comma(heads: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = "\u{feff}".to_owned();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        out.push_str(&cells.map(quoted).collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    };
    line(&mut heads.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
    out
}

/// A cell of CSV: quoted, and inert.
#[must_use]
pub fn quoted(cell: &str) -> String {
    let inert = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    format!("\"{}\"", inert.replace('"', "\"\""))
}
