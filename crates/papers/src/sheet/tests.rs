#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::io::Write as _;

use caunoi_domain::text::table::Cell;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;

fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|r| {
            r.cells
                .iter()
                .map(|c| match c {
                    Cell::Text(t) => t.clone(),
                    Cell::Formula => "<formula>".to_owned(),
                })
                .collect()
        })
        .collect()
}

#[test]
fn comma_semicolon_tab_and_a_byte_order_mark_give_the_same() {
    let expected = vec![vec!["Số", "Nội dung"], vec!["007", "Mương tắc; loa hỏng, cả hai"]];
    for text in [
        "Số,Nội dung\n007,\"Mương tắc; loa hỏng, cả hai\"\n",
        "\u{feff}Số;Nội dung\r\n007;\"Mương tắc; loa hỏng, cả hai\"\r\n",
        "Số\tNội dung\n007\tMương tắc; loa hỏng, cả hai\n",
    ] {
        assert_eq!(texts(&read(text.as_bytes()).unwrap()), expected, "{text}");
    }
}

#[test]
fn rows_have_the_numbers_that_a_table_program_shows() {
    let rows = read("a,b\n\n\"x\ny\",1\nz,=1+1\n".as_bytes()).unwrap();
    assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 3, 4]);
    assert_eq!(rows[2].cells[1], Cell::Formula);
}

#[test]
fn a_workbook_gives_ids_phones_and_days_as_text() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(2, 0, "007").unwrap();
    sheet.write_number(2, 1, 912_345_678.0).unwrap();
    sheet.write_datetime_with_format(2, 2, ExcelDateTime::from_ymd(2026, 11, 9).unwrap(), &day).unwrap();
    sheet.write_formula(2, 3, Formula::new("=1+1").set_result("2")).unwrap();
    let rows = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(rows[0].number, 3);
    assert_eq!(texts(&rows), [["007", "912345678", "09/11/2026", "<formula>"]]);
}

#[test]
fn what_is_no_table_is_refused() {
    for bytes in [&b"\xff\xfea\x00"[..], b"a\0b", b"PK\x03\x04 and no archive"] {
        assert!(matches!(read(bytes), Err(SheetError::Unreadable)));
    }
    let wide = "a,".repeat(COLUMNS_MAX + 1);
    assert!(matches!(read(wide.as_bytes()), Err(SheetError::TooLarge)));
}

#[test]
fn a_small_file_cannot_fill_the_memory() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..=(UNPACKED_MAX / (1024 * 1024)) {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert!(matches!(read(&bytes), Err(SheetError::TooLarge)));
    // A cell at the far end of a sheet is one cell of a file and billions of a grid.
    let mut book = Workbook::new();
    book.add_worksheet().write_string(1_000_000, 16_000, "x").unwrap();
    assert!(matches!(read(&book.save_to_buffer().unwrap()), Err(SheetError::TooLarge)));
}

#[test]
fn a_template_is_read_back() {
    let column = |title, choices: &[&str]| TemplateColumn {
        title,
        guide: "…".to_owned(),
        choices: choices.iter().map(|c| (*c).to_owned()).collect(),
        width: 12,
    };
    let bytes = template("Sổ ý kiến", &[column("Số", &[]), column("Loại", &["hỏi", "góp ý"])]).unwrap();
    assert_eq!(texts(&read(&bytes).unwrap()), [["Số", "Loại"]]);
}
