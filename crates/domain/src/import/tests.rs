#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use jiff::civil::date;

use super::*;
use crate::{
    problem::What,
    text::table::{Cell, Row},
};

static NAME: Column = Column::new("name", "Họ và tên", "Name").also(&["ho ten"]).needed();
static DAY: Column = Column::new("day", "Ngày nhận", "Day of receipt").also(&["ngay tiep nhan"]);
static SUM: Column = Column::new("sum", "Số người", "People");
static COLUMNS: &[&Column] = &[&NAME, &DAY, &SUM];

fn row(number: usize, cells: &[&str]) -> Row {
    Row { number, cells: cells.iter().map(|c| Cell::Text((*c).to_owned())).collect() }
}

fn one<T>(cells: &[&str], read: impl Fn(&mut Reader<'_>) -> T) -> (T, Vec<What>) {
    let rows = [row(1, &["Họ và tên", "Ngày nhận", "Số người"]), row(2, cells)];
    let (head, below) = look(COLUMNS, &rows, &Mapping::default()).head(COLUMNS, &rows).unwrap();
    let mut reader = Reader::new(COLUMNS, &head, &below[0]);
    let got = read(&mut reader);
    (got, reader.finish(Some(())).err().unwrap_or_default().into_iter().map(|w| w.what).collect())
}

#[test]
fn the_head_line_is_found_below_title_rows() {
    let rows = [row(1, &["UBND XÃ"]), row(2, &["SỔ TIẾP NHẬN", "", ""]), row(4, &["Số người", "HỌ TÊN"]), row(5, &["3", "A"])];
    let look = look(COLUMNS, &rows, &Mapping::default());
    assert_eq!(look.line, 2);
    let (head, below) = look.head(COLUMNS, &rows).unwrap();
    assert_eq!((head.place(&NAME), head.place(&SUM), head.place(&DAY)), (Some(1), Some(0), None));
    assert_eq!(below.len(), 1);
}

#[test]
fn a_similar_head_is_proposed_and_counts_only_when_chosen() {
    let rows = [row(1, &["Họ tên người dân", "Ngày nhận"]), row(2, &["A", "1/2/2026"])];
    let seen = look(COLUMNS, &rows, &Mapping::default());
    assert_eq!(seen.headings[0].column, Some((&NAME, Known::Similar)));
    assert_eq!(seen.headings[1].column, Some((&DAY, Known::Name)));
    assert_eq!(seen.head(COLUMNS, &rows).unwrap_err(), What::NoSuchColumn { missing: vec!["Họ và tên".into()] });
    let mapping = Mapping::from_toml(COLUMNS, "\"họ tên NGƯỜI dân\" = \"name\"\n\"Ngày nhận\" = \"\"\n").unwrap();
    let (head, _) = look(COLUMNS, &rows, &mapping).head(COLUMNS, &rows).unwrap();
    assert_eq!((head.place(&NAME), head.place(&DAY)), (Some(0), None), "what is left out stays out");
}

#[test]
fn a_mapping_names_what_is_wrong_with_it() {
    assert!(matches!(Mapping::from_toml(COLUMNS, "\"A\" = \"nam\""), Err(MappingError::NoSuchColumn { .. })));
    assert!(matches!(Mapping::from_toml(COLUMNS, "\"A\" = \"name\"\n\"B\" = \"Họ và tên\""), Err(MappingError::Twice { .. })));
    assert!(matches!(Mapping::from_toml(COLUMNS, "A = 1"), Err(MappingError::Toml { .. })));
    let saved = Mapping::from_toml(COLUMNS, "\"A\" = \"name\"\n\"C\" = \"day\"").unwrap();
    let both = saved.under(&Mapping::from_toml(COLUMNS, "\"B\" = \"name\"").unwrap());
    assert_eq!((both.get("a"), both.get("b"), both.get("c")), (None, Some("name"), Some("day")));
    let moved = Mapping::from_toml(COLUMNS, "\"A\" = \"name\"").unwrap().under(&Mapping::from_toml(COLUMNS, "\"A\" = \"day\"").unwrap());
    assert_eq!(moved.get("a"), Some("day"), "what is chosen now goes before what was");
}

#[test]
fn two_of_one_name_are_refused_and_never_guessed() {
    let all = [("a", "Phòng Kinh tế"), ("b", "PHÒNG KINH TẾ"), ("c", "Công an")].map(|(id, name)| (id.to_owned(), name.to_owned()));
    let pick = |typed: &str| one(&[typed, "", ""], |r| r.pick(&NAME, &all, crate::text::fold::fold));
    assert_eq!(pick("công an"), (Some("c".to_owned()), vec![]));
    let (found, wrong) = pick("phòng kinh tế");
    assert!(found.is_none() && matches!(wrong.as_slice(), [What::NotOneOf { .. }]), "{wrong:?}");
}

#[test]
fn days_are_read_as_text_and_as_the_number_of_a_table_program() {
    for typed in ["12/11/2026", "12.11.2026", "2026-11-12", "ngày 12 tháng 11 năm 2026", "46338"] {
        assert_eq!(one(&["A", typed, ""], |r| r.day(&DAY)), (Some(date(2026, 11, 12)), vec![]), "{typed}");
    }
    for typed in ["30/2/2026", "99999", "2026", "12/11"] {
        let (day, wrong) = one(&["A", typed, ""], |r| r.day(&DAY));
        assert!(day.is_none() && matches!(wrong.as_slice(), [What::Day(_)]), "{typed} {wrong:?}");
    }
}

#[test]
fn numbers_are_read_with_and_without_groups() {
    for (typed, n) in [("1.250", Some(1250)), ("1 250", Some(1250)), ("1250", Some(1250)), ("1.25", None), ("x", None), ("2000000", None)] {
        assert_eq!(one(&["A", "", typed], |r| r.number(&SUM, 0, 1_000_000)).0, n, "{typed}");
    }
}

#[test]
fn what_is_needed_is_asked_for_and_letters_are_joined() {
    assert_eq!(one(&["", "", "1"], |_| ()).1, [What::Empty]);
    assert_eq!(one(&["Nguye\u{302}\u{303}n Thi\u{323} Ha\u{302}\u{323}u", "", ""], |r| r.line(&NAME, 60)).0, "Nguyễn Thị Hậu");
}

#[test]
fn a_phone_gets_its_zero_back() {
    assert_eq!(
        (with_its_zero("912345678"), with_its_zero("0912345678"), with_its_zero("115")),
        ("0912345678".into(), "0912345678".into(), "115".into())
    );
}
