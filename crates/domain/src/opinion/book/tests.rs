#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
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
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let former = |code: &str, name: &str, last: &str| Former {
        id: format!("{code}.before"),
        code: code.to_owned(),
        name: name.to_owned(),
        last: last.to_owned(),
    };
    let village = |id: &str, name: &str, of: Option<&str>, from: Option<&str>, to: Option<&str>| Village {
        id: id.to_owned(),
        name: name.to_owned(),
        former_id: of.map(|code| format!("{code}.before")),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    };
    let office = Office {
        unit: pair("10615", "Xã Mới"),
        former: vec![former("10600", "Xã Xưa", "2025-06-30"), former("x", "Xã Xa Xưa", "")],
        villages: vec![
            village("v1", "Thôn Bến Gỗ", None, None, None),
            village("v2", "Thôn Hạ", None, None, Some("2026-03-31")),
            village("v3", "Thôn Đoài", None, None, Some("2026-03-31")),
            village("v4", "Thôn Hạ", None, Some("2026-04-01"), None),
            village("v5", "Thôn Thượng", None, None, Some("2026-08-31")),
            village("v6", "Thôn Thượng 1", None, Some("2026-09-01"), None),
            village("v7", "Thôn Thượng 2", None, Some("2026-09-01"), None),
            village("v8", "Thôn 3", None, None, None),
            village("v9", "Xóm 3", None, None, None),
            village("v10", "Thôn Hà", None, None, None),
            village("f1", "Thôn Hương", Some("10600"), None, Some("2025-06-30")),
            village("f2", "Thôn Bến Gỗ", Some("10600"), None, Some("2025-06-30")),
        ],
        bodies: vec![pair("b1", "Phòng Kinh tế xã"), pair("b2", "Công an xã")],
    };
    let mut reader = Reader::new(COLUMNS, &head, &below[0]);
    let entry = super::read(&mut reader, &office, date(2026, 11, 24));
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

/// A row with what became of it: unit, lead, due, state, result, document, day.
fn with(rest: [&str; 7]) -> Result<Entry, Vec<Wrong>> {
    let mut cells = vec!["5", "1/11/2026", "", "hỏi", "", "", "", "", "Việc gì?", "", ""];
    cells.extend(rest);
    read(&cells)
}

#[test]
fn what_became_of_it_is_read_however_it_was_typed() {
    let e = with(["xã mới", "P. Kinh tế", "46350", "ĐÃ GIẢI QUYẾT", "Đã nạo vét.", "Số: 7/ TB-ubnd", "20.11.2026"]).unwrap();
    assert_eq!(e.followed.state, BookState::Done);
    assert_eq!((e.followed.lead.as_deref(), e.followed.due_on), (Some("b1"), Some(date(2026, 11, 24))));
    assert_eq!((e.followed.document.as_str(), e.followed.done_on), ("07/TB-UBND", Some(date(2026, 11, 20))));
    assert_eq!(with(["", "công an", "", "", "", "", ""]).unwrap().followed.state, BookState::Doing);
    assert_eq!(with(["", "", "", "", "", "", ""]).unwrap().followed.state, BookState::New);
}

#[test]
fn s0_1_three_spellings_of_one_document_number_are_one() {
    for typed in ["12/TB-UBND", "số 12/TB-UBND", "12 / tb - ubnd"] {
        assert_eq!(with(["", "", "", "đã trả lời", "Đã xong.", typed, "20/11/2026"]).unwrap().followed.document, "12/TB-UBND", "{typed}");
    }
    for typed in ["45/UBND-VP", "Số 45/UBND-VP", "45/UBND- VP", "CV 45 /UBND-VP", "45/ubnd-vp", "công văn số 45/UBND - VP"] {
        assert_eq!(with(["", "", "", "đã trả lời", "Đã xong.", typed, "20/11/2026"]).unwrap().followed.document, "45/UBND-VP", "{typed}");
    }
    let norm = with(["", "", "", "đã giải thích", "Theo luật.", "Điều 10 Luật Đất đai", "20/11/2026"]).unwrap();
    assert_eq!(norm.followed.document, "Điều 10 Luật Đất đai");
}

#[test]
fn an_answer_needs_result_paper_and_day_and_work_under_way_a_body() {
    let columns = |rest| with(rest).unwrap_err().iter().map(|w| w.column.code).collect::<Vec<_>>();
    assert_eq!(columns(["", "", "", "đã giải quyết", "", "", ""]), ["result", "document", "done_on"]);
    assert_eq!(columns(["", "", "", "đang giải quyết", "", "", ""]), ["lead"]);
    assert_eq!(columns(["", "kinh tế", "31/10/2026", "", "", "", ""]), ["due"]);
    assert_eq!(columns(["", "Phòng Không Có", "", "", "", "", ""]), ["lead"]);
}

#[test]
fn a_unit_of_another_period_is_refused_and_told_what_it_is_now() {
    let wrong = with(["Xã Xưa (cũ)", "", "", "", "", "", ""]).unwrap_err();
    let told = What::UnitOfAnotherPeriod { found: "Xã Xưa".into(), last: "2025-06-30".into(), now: "Xã Mới".into() };
    assert_eq!(wrong, [Wrong { column: &UNIT, what: told }]);
    let mut cells = vec!["5", "1/5/2025", "", "hỏi", "", "", "", "", "Việc gì?", "", ""];
    cells.push("10600");
    assert_eq!(read(&cells).unwrap().submission.place_note, "Xã Xưa (cũ)");
    assert!(matches!(with(["Xã Khác", "", "", "", "", "", ""]).unwrap_err()[0].what, What::NotOneOf { .. }));
}

/// The village of a row received on that day that names that village and unit.
fn at(day: &str, village: &str, unit: &str) -> Result<(String, String), Wrong> {
    let cells = ["5", day, "", "hỏi", "", "", "", village, "Việc gì?", "", "", unit];
    let mut wrong = match read(&cells) {
        Ok(e) => return Ok((e.submission.village_id.unwrap_or_default(), e.submission.place_note)),
        Err(wrong) => wrong,
    };
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    Err(wrong.remove(0))
}

#[test]
fn s1_6_the_day_of_receipt_says_which_village_is_meant() {
    let id = |day, village| at(day, village, "").unwrap().0;
    // Of one name before and after a merger: the day decides, on its last and on its first day too.
    assert_eq!([id("31/3/2026", "Thôn Hạ"), id("1/4/2026", "Thôn Hạ")], ["v2", "v4"]);
    assert_eq!([id("31/3/2026", "đoài (cũ)"), id("1/4/2026", "hạ")], ["v3", "v4"]);
    // What was divided since is the whole that it was.
    assert_eq!([id("31/8/2026", "Thôn Thượng"), id("1/9/2026", "thượng 2")], ["v5", "v7"]);
    // Names that differ in an accent or in their kind only are told apart by what was typed.
    assert_eq!([id("1/9/2026", "THÔN HÀ"), id("1/9/2026", "thon 3"), id("1/9/2026", "xóm 3")], ["v10", "v8", "v9"]);
}

#[test]
fn s1_6_a_village_of_other_days_is_refused_with_those_of_the_day() {
    let refused = |day, village| at(day, village, "").unwrap_err();
    let then = |choices: &[&str]| choices.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
    let told = What::VillageNoLonger {
        found: "Thôn Đoài".into(),
        last: "2026-03-31".into(),
        day: "2026-04-01".into(),
        choices: then(&["Thôn Bến Gỗ", "Thôn Hạ", "Thôn Thượng", "Thôn 3", "Xóm 3", "Thôn Hà"]),
    };
    assert_eq!(refused("1/4/2026", "Thôn Đoài"), Wrong { column: &VILLAGE, what: told });
    let told = What::VillageNotYet {
        found: "Thôn Thượng 1".into(),
        first: "2026-09-01".into(),
        day: "2026-03-01".into(),
        choices: then(&["Thôn Bến Gỗ", "Thôn Hạ", "Thôn Đoài", "Thôn Thượng", "Thôn 3", "Xóm 3", "Thôn Hà"]),
    };
    assert_eq!(refused("1/3/2026", "thượng 1"), Wrong { column: &VILLAGE, what: told });
    // A divided village is none of its parts, and two of one bare name are not guessed at.
    assert!(matches!(refused("1/9/2026", "Thôn Thượng").what, What::VillageNoLonger { .. }));
    assert!(matches!(refused("1/9/2026", "3").what, What::NotOneOf { .. }));
}

#[test]
fn s1_6_a_village_of_a_former_commune_is_named_with_its_commune() {
    let here = |village: &str, note: &str| (village.to_owned(), note.to_owned());
    assert_eq!(at("1/5/2025", "Thôn Hương", "Xã Xưa (cũ)").unwrap(), here("f1", "Xã Xưa (cũ)"));
    assert_eq!(at("1/5/2025", "Thôn Hương, Xã Xưa (cũ)", "").unwrap(), here("f1", "Xã Xưa (cũ)"));
    assert_eq!(at("1/5/2025", "bến gỗ", "10600").unwrap(), here("f2", "Xã Xưa (cũ)"));
    // Named without it, the commune's own is meant; and one of its own may stand beside a former commune.
    assert_eq!(at("1/5/2025", "bến gỗ", "").unwrap(), here("v1", ""));
    assert_eq!(at("1/5/2025", "Thôn Đoài", "Xã Xưa").unwrap(), here("v3", "Xã Xưa (cũ)"));
    // A bare name never resolves to a namesake elsewhere: it is asked for with its commune.
    let What::NotOneOf { choices, .. } = at("1/5/2025", "Thôn Hương", "").unwrap_err().what else { panic!("asked") };
    assert!(choices.contains(&"Thôn Hương, Xã Xưa (cũ)".to_owned()), "{choices:?}");
    assert!(at("1/7/2025", "Thôn Hương, Xã Xưa (cũ)", "").is_err(), "the commune was no more");
    // Of a unit whose last day no source says, nothing is refused for its day.
    assert_eq!(at("1/5/2015", "", "Xã Xa Xưa (cũ)").unwrap(), here("", "Xã Xa Xưa (cũ)"));
}

#[test]
fn every_cell_of_a_row_is_part_of_what_makes_it_the_same() {
    let full = [
        "5",
        "1/5/2025",
        "đơn thư",
        "hỏi",
        "Phạm Thị Lành",
        "Xóm 2",
        "0912345678",
        "bến gỗ",
        "Việc gì?",
        "giao thông",
        "có",
        "",
        "kinh tế",
        "1/6/2025",
        "đã giải quyết",
        "Đã làm.",
        "12/TB-UBND",
        "20/5/2025",
        "",
        "",
        "",
    ];
    let sent = [
        "5",
        "1/5/2025",
        "",
        "hỏi",
        "",
        "",
        "",
        "",
        "Việc gì?",
        "",
        "",
        "",
        "",
        "",
        "đã kiến nghị cấp trên",
        "",
        "",
        "",
        "UBND tỉnh",
        "7/TTr-UBND",
        "6/5/2025",
    ];
    let print = |cells: &[&str]| read(cells).unwrap().fingerprint();
    for (row, changes) in [
        (
            full,
            &[
                (0, "6"),
                (1, "2/5/2025"),
                (2, "điện thoại"),
                (3, "kiến nghị"),
                (4, "Phạm Thị Hiền"),
                (5, "Xóm 3"),
                (6, "0912345679"),
                (7, "Thôn Đoài"),
                (8, "Việc khác."),
                (9, "y tế"),
                (11, "Xã Xa Xưa"),
                (12, "công an"),
                (13, "2/6/2025"),
                (14, "đã giải thích"),
                (15, "Đã làm xong."),
                (16, "13/TB-UBND"),
                (17, "21/5/2025"),
                (10, "không"),
            ][..],
        ),
        (sent, &[(18, "UBND thành phố"), (19, "8/TTr-UBND"), (20, "7/5/2025")][..]),
    ] {
        for (at, other) in changes {
            let mut changed = row;
            changed[*at] = other;
            assert_ne!(print(&changed), print(&row), "column {at}: {other}");
        }
        assert_eq!(print(&row), print(&row));
    }
}

#[test]
fn what_is_kept_from_a_book_bears_no_secrecy_mark_and_a_step_never_comes_before_the_one_it_follows() {
    let wrong = |cells: &[&str]| read(cells).unwrap_err().into_iter().map(|w| (w.column.code, w.what)).collect::<Vec<_>>();
    let marked = |address: &str, result: &str| {
        let cells =
            ["5", "1/5/2025", "", "hỏi", "A B", address, "", "", "Việc gì?", "", "", "", "", "", "đã trả lời", result, "1/UB", "20/5/2025"];
        wrong(&cells)
    };
    assert_eq!(marked("Độ mật: Mật", "Xong."), [("address", What::StateSecret)]);
    assert_eq!(marked("Xóm 2", "Độ mật: Tối mật\nXong."), [("result", What::StateSecret)]);
    let up = |answered: &str| {
        let state = "cấp trên đã trả lời";
        [
            "5",
            "1/5/2025",
            "",
            "hỏi",
            "",
            "",
            "",
            "",
            "Việc gì?",
            "",
            "",
            "",
            "",
            "",
            state,
            "Sẽ làm.",
            "1/UB",
            answered,
            "UBND tỉnh",
            "7/UB",
            "6/5/2025",
        ]
        .map(str::to_owned)
    };
    let cells = up("5/5/2025");
    assert_eq!(wrong(&cells.iter().map(String::as_str).collect::<Vec<_>>()), [("done_on", What::DayOutOfOrder)]);
    let cells = up("6/5/2025");
    assert!(read(&cells.iter().map(String::as_str).collect::<Vec<_>>()).is_ok());
}
