//! Lịch làm việc as a table: days off, days worked in exchange, years whose list is known; each with the paper it rests on.

use jiff::civil::{Date, Weekday};

use super::{Calendar, CalendarError, DayKind};
use crate::{
    import::{Column, Names, Reader, names},
    problem::What,
    text::table::{Cell, Row},
};

crate::words! {
    /// What an entry says.
    EntryKind {
        /// nghỉ
        Off = "off",
        /// làm bù
        Worked = "worked",
        /// danh mục ngày nghỉ của năm
        Year = "year",
    }
}

const KINDS: Names<EntryKind> = &[
    (EntryKind::Off, "nghỉ", &["nghi", "nghi le", "nghi tet", "nghi bu", "off"]),
    (EntryKind::Worked, "làm bù", &["lam bu", "di lam", "lam viec", "worked"]),
    (EntryKind::Year, "năm", &["nam", "danh muc nam", "year"]),
];

/// The day; for a year its first of January.
pub static DAY: Column =
    Column::new("day", "Ngày", "Day").also(&["date"]).help("Ngày trước, tháng sau. Dòng “năm” ghi ngày 01/01 của năm đó.").needed();
/// Off, worked, or a year.
pub static KIND: Column = Column::new("kind", "Loại", "Kind")
    .choices(|| names(KINDS))
    .help("“năm”: danh mục ngày nghỉ của năm đó đã biết; năm không có trong lịch chỉ biết thứ Hai đến thứ Sáu.")
    .needed();
/// Name in Vietnamese.
pub static NAME: Column = Column::new("name", "Tên", "Name").help("Như Tết Nguyên đán. Bắt buộc, trừ dòng “năm”.").wide(30);
/// Name in English.
pub static NAME_EN: Column = Column::new("name_en", "Tên tiếng Anh", "Name in English").wide(30);
/// The day it was exchanged for.
pub static SWAP: Column =
    Column::new("swap", "Hoán đổi với ngày", "Exchanged for").help("Ngày làm bù của ngày nghỉ, hoặc ngược lại; hai dòng ghi lẫn nhau.");
/// The paper it rests on.
pub static SOURCE: Column = Column::new("source", "Căn cứ", "Source").help("Số, ký hiệu thông báo hoặc nơi công bố.").wide(40).needed();
/// Confirmed or not.
pub static CONFIRMED: Column = Column::new("confirmed", "Đã xác nhận", "Confirmed")
    .choices(|| vec!["có".to_owned(), "không".to_owned()])
    .help("Để trống là chưa: màn hình ghi “chưa xác nhận”.");

/// The columns of the table.
pub static COLUMNS: &[&Column] = &[&DAY, &KIND, &NAME, &NAME_EN, &SWAP, &SOURCE, &CONFIRMED];

/// An entry of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub day: Date,
    /// What it says.
    pub kind: EntryKind,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// The day it was exchanged for.
    pub swap: Option<Date>,
    /// The paper it rests on.
    pub source: String,
    /// Confirmed.
    pub confirmed: bool,
}

/// Reads a row.
pub fn read(r: &mut Reader<'_>) -> Option<Entry> {
    let day = r.day(&DAY);
    let kind = r.one_of(&KIND, KINDS);
    let name = r.line(&NAME, 200);
    let swap = r.day(&SWAP);
    if name.is_empty() && kind.is_some_and(|k| k != EntryKind::Year) {
        r.say(&NAME, What::Empty);
    }
    if let (Some(day), Some(kind)) = (day, kind) {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let misplaced = match kind {
            EntryKind::Worked => !weekend,
            EntryKind::Year => (day.month(), day.day()) != (1, 1),
            EntryKind::Off => false,
        };
        if misplaced || swap == Some(day) {
            r.say(&DAY, What::DayOutOfOrder);
        }
    }
    let name_en = r.line(&NAME_EN, 200);
    let (source, confirmed) = (r.line(&SOURCE, 400), r.yes_or_no(&CONFIRMED));
    let name_en = if name_en.is_empty() { name.clone() } else { name_en };
    Some(Entry { day: day?, kind: kind?, name, name_en, swap, source, confirmed })
}

/// The rows of a calendar file in the form of `data/calendar/vn.toml`. Switches are the program's and stay out.
///
/// # Errors
/// [`CalendarError`] naming the entry that is wrong.
pub fn from_toml(text: &str) -> Result<Vec<Row>, CalendarError> {
    let calendar = Calendar::from_toml(text)?;
    let yes = |confirmed: bool| if confirmed { "có" } else { "không" }.to_owned();
    let years = calendar.years().map(|y| {
        let day = format!("{:04}-01-01", y.year);
        vec![day, "năm".to_owned(), String::new(), String::new(), String::new(), y.source.clone(), yes(y.confirmed)]
    });
    let days = calendar.days().map(|d| {
        let kind = if d.kind == DayKind::Off { "nghỉ" } else { "làm bù" };
        let swap = d.swap.map_or_else(String::new, |s| s.to_string());
        vec![d.date.to_string(), kind.to_owned(), d.name.clone(), d.name_en.clone(), swap, d.source.clone(), yes(d.confirmed)]
    });
    let head = COLUMNS.iter().map(|c| c.vi.to_owned()).collect();
    let all = std::iter::once(head).chain(years).chain(days);
    Ok(all.enumerate().map(|(at, cells)| Row { number: at + 1, cells: cells.into_iter().map(Cell::Text).collect() }).collect())
}
