#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use jiff::civil::date;

use super::*;
use crate::{
    import::{Mapping, Wrong, look},
    text::{
        date::DateError,
        table::{Cell, Row},
    },
};

fn row(number: usize, cells: &[&str]) -> Row {
    Row { number, cells: cells.iter().map(|c| Cell::Text((*c).to_owned())).collect() }
}

fn read(cells: &[&str]) -> Result<Entry, Vec<Wrong>> {
    let titles: Vec<&str> = COLUMNS.iter().map(|c| c.vi).collect();
    of_table(&[row(1, &["SỔ TIẾP NHẬN Ý KIẾN"]), row(3, &titles), row(4, cells)])
}

fn of_table(rows: &[Row]) -> Result<Entry, Vec<Wrong>> {
    let (head, below) = look(COLUMNS, rows, &Mapping::default()).head(COLUMNS, rows).unwrap();
    let villages = [("v1".to_owned(), "Thôn Bến Gỗ".to_owned()), ("v2".to_owned(), "Thôn Hạ".to_owned())];
    let mut reader = Reader::new(COLUMNS, &head, &below[0]);
    let entry = super::read(&mut reader, &villages, date(2026, 11, 24));
    reader.finish(entry)
}

#[test]
fn a_row_is_read_however_its_words_were_typed() {
    let e = read(&[
        "12",
        "9.11.2026",
        "Đơn thư",
        "KIẾN NGHỊ",
        "Nguyễn Văn A",
        "Xóm 2",
        "912345678",
        "bến gỗ",
        "Loa hỏng.",
        "Văn hoá, thể thao",
        "Có",
    ])
    .unwrap();
    assert_eq!((e.channel, e.submission.kind, e.field), (Channel::Paper, OpinionKind::Petition, Some(Field::Culture)));
    assert_eq!(e.submission.village_id.as_deref(), Some("v1"));
    assert_eq!(e.submission.person.phone, "0912345678");
    assert!(e.signed);
    assert_eq!(e.received_on, date(2026, 11, 9));
}

#[test]
fn everything_wrong_in_a_row_is_said_with_its_column() {
    let wrong = read(&["13", "30/2/2026", "chim bồ câu", "khen", "", "", "", "Thôn Không Có", " ", "toán", "có lẽ"]).unwrap_err();
    let columns: Vec<&str> = wrong.iter().map(|w| w.column.code).collect();
    assert_eq!(columns, ["received", "channel", "kind", "village", "body", "field", "signed"]);
    assert!(matches!(wrong[0].what, What::Day(DateError::NoSuchDay { month: 2, last: 28, .. })));
}

#[test]
fn l7_a_complaint_or_denunciation_says_only_where_it_belongs() {
    for kind in ["Khiếu nại", "TỐ CÁO", "tố cáo cán bộ"] {
        let wrong = read(&["14", "x", "", kind, "", "", "", "", "Tên người", "", ""]).unwrap_err();
        assert_eq!(wrong, [Wrong { column: &KIND, what: What::OwnLaw }], "{kind}");
    }
}

#[test]
fn p19_a_signature_needs_name_and_address() {
    let wrong = read(&["", "1/11/2026", "", "hỏi", "", "", "", "", "Việc gì?", "", "có"]).unwrap_err();
    assert_eq!(wrong.iter().map(|w| w.column).collect::<Vec<_>>(), [&NAME, &ADDRESS]);
}

#[test]
fn a_day_to_come_and_a_formula_are_refused() {
    let wrong = read(&["", "25/11/2026", "", "hỏi", "", "", "", "", "Việc gì?"]).unwrap_err();
    assert_eq!(wrong, [Wrong { column: &RECEIVED, what: What::DayOutOfOrder }]);
    let rows = [row(1, &["Ngày nhận", "Loại", "Nội dung"]), Row { number: 2, cells: vec![Cell::Formula, Cell::Formula, Cell::Formula] }];
    let wrong = of_table(&rows).unwrap_err();
    assert!(wrong.iter().all(|w| w.what == What::Formula), "{wrong:?}");
}

#[test]
fn missing_columns_are_named() {
    let rows = [row(1, &["Số", "Nội dung"])];
    let found = look(COLUMNS, &rows, &Mapping::default()).head(COLUMNS, &rows).unwrap_err();
    assert_eq!(found, What::NoSuchColumn { missing: vec!["Ngày nhận".into(), "Loại".into()] });
}

#[test]
fn every_name_of_the_guide_is_read_back() {
    for (kind, name, keys) in KINDS {
        assert!(keys.contains(&fold(name).as_str()), "{kind}");
    }
    for (channel, name, keys) in CHANNELS {
        assert!(keys.contains(&fold(name).as_str()), "{channel}");
    }
    for (field, name, keys) in FIELDS {
        assert!(keys.contains(&fold(name).as_str()), "{field}");
    }
    assert_eq!(FIELDS.len(), Field::ALL.len());
    assert_eq!(KINDS.len(), OpinionKind::ALL.len());
}
