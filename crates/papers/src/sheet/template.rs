//! The template of a table: heads with the right formats, choices to pick, and a second sheet that explains each column.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// A column of a template.
#[derive(Clone, Debug)]
pub struct TemplateColumn {
    /// Its head.
    pub title: &'static str,
    /// What the second sheet says about it.
    pub guide: String,
    /// Words to pick from; empty where anything may stand.
    pub choices: Vec<String>,
    /// Width in characters.
    pub width: u16,
}

/// A workbook with an empty sheet to fill in and a sheet that explains it. All cells are text, so that numbers and
/// telephones keep their zeros and days are not turned round.
///
/// # Errors
/// The writer's words.
pub fn template(sheet: &str, columns: &[TemplateColumn]) -> Result<Vec<u8>, XlsxError> {
    const ROWS: u32 = 1_000;
    let head = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00F1_EADF));
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let mut book = Workbook::new();
    let rows = book.add_worksheet().set_name(sheet)?;
    rows.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(columns) {
        rows.set_column_width(at, f64::from(column.width))?;
        rows.set_column_format(at, &text)?;
        rows.write_string_with_format(0, at, column.title, &head)?;
        // Excel takes at most 255 characters of choices in a cell's own list.
        if column.choices.join(",").chars().count() <= 255 && !column.choices.is_empty() && !column.choices.iter().any(|c| c.contains(','))
        {
            let pick = DataValidation::new().allow_list_strings(&column.choices)?;
            rows.add_data_validation(1, at, ROWS, at, &pick)?;
        }
    }
    let guide = book.add_worksheet().set_name("Cách điền")?;
    guide.set_column_width(0, 24)?;
    guide.set_column_width(1, 90)?;
    for (at, column) in (0u32..).zip(columns) {
        guide.write_string_with_format(at, 0, column.title, &head)?;
        guide.write_string_with_format(at, 1, &column.guide, &text)?;
    }
    book.save_to_buffer()
}
