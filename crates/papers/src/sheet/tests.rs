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
    let (unpacked, done) = excel::unpacked(&bytes);
    assert!(matches!(done, Err(SheetError::TooLarge)));
    assert_eq!(unpacked, UNPACKED_MAX + 1, "not a byte more is unpacked than is needed to know");
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

/// Two hundred megabytes that count how much of them was read.
struct Large(u64);

impl Read for &mut Large {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let left = 200 * 1024 * 1024 - self.0;
        let n = to.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        to[..n].fill(b'a');
        self.0 += n as u64;
        Ok(n)
    }
}

#[test]
fn b_a_sheet_of_200_mb_is_refused_after_ten() {
    let mut large = Large(0);
    assert!(matches!(bytes(&mut large), Err(SheetError::TooLarge)));
    assert_eq!(large.0, SIZE_MAX as u64 + 1, "not a byte more is read than is needed to know");
}

#[test]
fn b_a_table_that_ends_in_the_middle_is_refused() {
    let whole = workbook("Sổ", &["Số"], &[vec!["1".to_owned()]]).unwrap();
    for cut in [whole.len() - 1, whole.len() / 2, 30] {
        assert!(matches!(read(&whole[..cut]), Err(SheetError::Unreadable)), "{cut}");
    }
    assert!(matches!(read("Số,Nội dung\n1,\"Mương tắc".as_bytes()), Err(SheetError::CutShort)));
    assert_eq!(texts(&read("a,b\n\"x \"\"y\"\"\",5\" ống\n".as_bytes()).unwrap()), [["a", "b"], ["x \"y\"", "5\" ống"]]);
}

#[test]
fn a_sheet_is_chosen_by_its_name_and_titles_hide_no_delimiter() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Bìa").unwrap().write_string(0, 0, "SỔ").unwrap();
    book.add_worksheet().set_name("Năm 2026").unwrap().write_string(0, 0, "Số").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(sheets(&bytes).unwrap(), ["Bìa", "Năm 2026"]);
    assert_eq!(texts(&read_sheet(&bytes, Some("Năm 2026")).unwrap()), [["Số"]]);
    assert!(matches!(read_sheet(&bytes, Some("Khác")), Err(SheetError::NoSuchSheet { .. })));
    assert_eq!(texts(&read("SỔ Ý KIẾN\nSố;Nội dung\n".as_bytes()).unwrap()), [vec!["SỔ Ý KIẾN"], vec!["Số", "Nội dung"]]);
}

#[test]
fn what_goes_out_is_inert_and_comes_in_as_it_was() {
    let rows = vec![vec!["=1+1".to_owned(), "+84".to_owned(), "-5".to_owned(), "@x".to_owned(), "\"a\"\nb".to_owned()]];
    let csv = comma(&["a", "b", "c", "d", "e"], &rows);
    assert!(csv.contains("\"'=1+1\",\"'+84\",\"'-5\",\"'@x\","), "{csv}");
    assert_eq!(texts(&read(csv.as_bytes()).unwrap())[1], rows[0]);
    let book = workbook("Sổ", &["a", "b", "c", "d", "e"], &rows).unwrap();
    assert_eq!(texts(&read(&book).unwrap())[1], rows[0]);
}

#[test]
fn each_bound_of_a_table_refuses_alone() {
    let refused = |bytes: &[u8]| matches!(read(bytes), Err(SheetError::TooLarge));
    // One cell over the bytes, one row over the rows.
    assert!(refused(&vec![b'a'; SIZE_MAX + 1]));
    assert!(refused("1\n".repeat(ROWS_MAX + 1).as_bytes()) && read("1\n".repeat(ROWS_MAX).as_bytes()).is_ok());
    let cell_at = |row: usize, column: usize| {
        let mut book = Workbook::new();
        book.add_worksheet().write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), "x").unwrap();
        book.save_to_buffer().unwrap()
    };
    assert!(refused(&cell_at(ROWS_MAX, 0)) && refused(&cell_at(0, COLUMNS_MAX)) && !refused(&cell_at(ROWS_MAX - 1, COLUMNS_MAX - 1)));
    // An archive of thousands of empty members is told from a broken one.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for n in 0..=2_000 {
        archive.start_file(format!("xl/{n}.xml"), zip::write::SimpleFileOptions::default()).unwrap();
    }
    assert!(refused(&archive.finish().unwrap().into_inner()));
}

#[test]
fn numbers_of_a_workbook_are_written_as_the_office_writes_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, n) in [97.45, 1_250.0, -3.5].into_iter().enumerate() {
        sheet.write_number(0, u16::try_from(at).unwrap(), n).unwrap();
    }
    sheet.write_boolean(0, 3, true).unwrap();
    assert_eq!(texts(&read(&book.save_to_buffer().unwrap()).unwrap()), [["97,45", "1250", "-3,5", "có"]]);
}
