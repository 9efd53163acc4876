//! Danh mục đơn vị hành chính and its lineage as tables, kinds of [`crate::import`]: a unit is a code in a period, and
//! what it came from is a table of its own.

use jiff::civil::Date;

use super::{Level, Period, Share, kind_of_name};
use crate::{
    import::{Column, Names, Reader, names},
    problem::What,
};

/// Characters of a line at most.
const LINE: usize = 300;

/// The code.
pub static CODE: Column = Column::new("code", "Mã", "Code")
    .also(&["ma don vi", "ma dvhc"])
    .help("Mã theo danh mục; mã và giai đoạn cùng xác định một đơn vị. Đơn vị không rõ mã: chữ thường không dấu, số và gạch nối.")
    .needed();
/// The period.
pub static PERIOD: Column = Column::new("period", "Giai đoạn", "Period")
    .also(&["danh muc"])
    .help("Để trống là danh mục từ 1/7/2025.")
    .choices(|| names(PERIODS))
    .wide(20);
/// The level.
pub static LEVEL: Column = Column::new("level", "Cấp", "Level").choices(|| names(LEVELS)).needed();
/// The kind.
pub static KIND: Column = Column::new("kind", "Loại", "Kind")
    .also(&["loai don vi", "loai hinh"])
    .help("Để trống thì lấy từ tên. Nếu khác tên thì theo tên.")
    .choices(|| names(KINDS))
    .wide(24);
/// The name.
pub static NAME: Column =
    Column::new("name", "Tên", "Name").also(&["ten don vi"]).help("Tên đầy đủ, có cả loại: Xã Lai Khê.").needed().wide(30);
/// The unit above.
pub static PARENT: Column = Column::new("parent_code", "Mã cấp trên", "Code of the unit above")
    .also(&["ma don vi cap tren", "thuoc"])
    .help("Mã trong cùng giai đoạn. Chỉ tỉnh, thành phố để trống.");
/// First day.
pub static FROM: Column = Column::new("valid_from", "Từ ngày", "From").also(&["co hieu luc tu"]).help("Để trống nếu không rõ.");
/// Last day.
pub static TO: Column =
    Column::new("valid_to", "Đến ngày", "To").also(&["het hieu luc"]).help("Ngày cuối cùng còn đơn vị đó. Để trống nếu đang có.");
/// Years in which a source knows it.
pub static KNOWN: Column =
    Column::new("known_in", "Biết vào năm", "Known in").help("Chỉ dùng cho đơn vị không có trong danh mục: năm mà nguồn nhắc đến.");
/// Confirmed.
pub static CONFIRMED: Column =
    Column::new("confirmed", "Đã xác nhận", "Confirmed").choices(|| vec!["có".to_owned(), "không".to_owned()]).help("Để trống là có.");
/// Where it is known from.
pub static SOURCE: Column =
    Column::new("source", "Căn cứ", "Source").also(&["nguon"]).help("Nghị quyết, quyết định hoặc nguồn của danh mục.").needed().wide(40);

/// The columns of units, in the order of the template.
pub static UNITS: &[&Column] = &[&CODE, &PERIOD, &LEVEL, &KIND, &NAME, &PARENT, &FROM, &TO, &KNOWN, &CONFIRMED, &SOURCE];

/// The code of the former unit.
pub static OLD: Column = Column::new("old_code", "Mã cũ", "Former code").also(&["ma don vi cu"]).needed();
/// Its period.
pub static OLD_PERIOD: Column = Column::new("old_period", "Giai đoạn cũ", "Former period")
    .help("Để trống là danh mục trước 1/7/2025.")
    .choices(|| names(PERIODS))
    .wide(20);
/// The code of what it went into.
pub static NEW: Column = Column::new("new_code", "Mã mới", "New code").also(&["ma don vi moi"]).needed();
/// Its period.
pub static NEW_PERIOD: Column =
    Column::new("new_period", "Giai đoạn mới", "New period").help("Để trống là danh mục từ 1/7/2025.").choices(|| names(PERIODS)).wide(20);
/// How much of it.
pub static SHARE: Column = Column::new("share", "Phần nhập vào", "Share").also(&["phan"]).choices(|| names(SHARES)).needed().wide(24);

/// The columns of lineage, in the order of the template.
pub static LINEAGE: &[&Column] = &[&OLD, &OLD_PERIOD, &NEW, &NEW_PERIOD, &SHARE, &CONFIRMED, &SOURCE];

/// The periods as the table names them; what is invented for the demonstration cannot be brought in.
pub const PERIODS: Names<Period> = &[
    (Period::From2025, "từ 1/7/2025", &["2025", "nay", "tu 2025"]),
    (Period::Before2025, "trước 1/7/2025", &["before 2025", "truoc 2025"]),
    (Period::Earlier, "trước nữa", &["earlier"]),
];
/// The levels as the table names them.
pub const LEVELS: Names<Level> = &[
    (Level::Province, "cấp tỉnh", &["tinh", "province"]),
    (Level::District, "cấp huyện", &["huyen", "district"]),
    (Level::Commune, "cấp xã", &["xa", "commune"]),
];
/// The kinds as the table names them.
pub const KINDS: Names<&'static str> = &[
    ("tinh", "tỉnh", &["tinh"]),
    ("thanh_pho_tw", "thành phố trực thuộc trung ương", &["thanh pho tw"]),
    ("thanh_pho", "thành phố", &["thanh pho thuoc tinh"]),
    ("quan", "quận", &["quan"]),
    ("huyen", "huyện", &["huyen"]),
    ("thi_xa", "thị xã", &["thi xa"]),
    ("phuong", "phường", &["phuong"]),
    ("xa", "xã", &["xa"]),
    ("thi_tran", "thị trấn", &["thi tran"]),
    ("dac_khu", "đặc khu", &["dac khu"]),
];
/// The shares as the table names them.
pub const SHARES: Names<Share> = &[
    (Share::Whole, "toàn bộ", &["whole", "ca"]),
    (Share::Part, "một phần", &["part"]),
    (Share::PartDefault, "một phần, phần lớn hơn", &["part default"]),
];

/// A row of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// Code, or key where no code is known.
    pub code: String,
    /// The list it stands in.
    pub period: Period,
    /// Level.
    pub level: Level,
    /// Kind.
    pub kind: &'static str,
    /// Full name with its kind.
    pub name: String,
    /// Code of the unit above; empty for a province.
    pub parent: String,
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Years in which a source knows it.
    pub known_in: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// Where it is known from.
    pub source: String,
}

/// A row of lineage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineageEntry {
    /// Code and period of the former unit.
    pub old: (String, Period),
    /// Code and period of what it went into.
    pub new: (String, Period),
    /// How much of it.
    pub share: Share,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// Where it is known from.
    pub source: String,
}

/// The list in which the unit above a unit stands: one that only a source names belongs to a district of the list.
#[must_use]
pub const fn above(period: Period) -> Period {
    match period {
        Period::Earlier => Period::Before2025,
        other => other,
    }
}

/// Reads a row of units.
pub fn unit(r: &mut Reader<'_>) -> Option<UnitEntry> {
    let code = code(r, &CODE);
    let period = r.one_of(&PERIOD, PERIODS).unwrap_or(Period::From2025);
    let level = r.one_of(&LEVEL, LEVELS);
    let typed = r.one_of(&KIND, KINDS);
    let name = r.line(&NAME, LINE);
    let parent = r.line(&PARENT, LINE);
    let (from, to) = (r.day(&FROM), r.day(&TO));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        r.say(&TO, What::DayOutOfOrder);
    }
    if level.is_some_and(|l| (l == Level::Province) != parent.is_empty()) {
        r.say(&PARENT, if parent.is_empty() { What::Empty } else { What::NotAChoice });
    }
    let kind = level.and_then(|l| kind_of_name(&name, l)).or(typed);
    if kind.is_none() && !name.is_empty() && level.is_some() {
        r.say(&KIND, What::Empty);
    }
    let known_in = r.line(&KNOWN, LINE);
    let (confirmed, source) = (confirmed(r), r.line(&SOURCE, LINE));
    Some(UnitEntry { code, period, level: level?, kind: kind?, name, parent, from, to, known_in, confirmed, source })
}

/// Reads a row of lineage.
pub fn lineage(r: &mut Reader<'_>) -> Option<LineageEntry> {
    let old = (code(r, &OLD), r.one_of(&OLD_PERIOD, PERIODS).unwrap_or(Period::Before2025));
    let new = (code(r, &NEW), r.one_of(&NEW_PERIOD, PERIODS).unwrap_or(Period::From2025));
    if old == new && !old.0.is_empty() {
        r.say(&NEW, What::NotAChoice);
    }
    let share = r.one_of(&SHARE, SHARES);
    let (confirmed, source) = (confirmed(r), r.line(&SOURCE, LINE));
    Some(LineageEntry { old, new, share: share?, confirmed, source })
}

/// A code as the list writes it, or the key of a unit that no list gives one.
fn code(r: &mut Reader<'_>, column: &'static Column) -> String {
    let text = r.line(column, LINE);
    let fits = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !fits {
        r.say(column, What::BadCharacter);
    }
    text
}

fn confirmed(r: &mut Reader<'_>) -> bool {
    r.text(&CONFIRMED).is_empty() || r.yes_or_no(&CONFIRMED)
}

impl UnitEntry {
    /// Everything of the row as one text.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let day = |d: Option<Date>| d.map_or_else(String::new, |d| d.to_string());
        let (from, to, confirmed) = (day(self.from), day(self.to), if self.confirmed { "1" } else { "0" });
        let cells = [&self.code, self.period.code(), self.level.code(), self.kind, &self.name, &self.parent, &from, &to, &self.known_in];
        [cells.join("\u{1f}"), confirmed.to_owned(), self.source.clone()].join("\u{1f}")
    }
}

impl LineageEntry {
    /// Everything of the row as one text.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let (old, new) = (&self.old, &self.new);
        let confirmed = if self.confirmed { "1" } else { "0" };
        [&old.0, old.1.code(), &new.0, new.1.code(), self.share.code(), confirmed, &self.source].join("\u{1f}")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::{
        import::{Mapping, Wrong, look},
        text::table::{Cell, Row},
    };

    fn read(changes: &[(usize, &str)]) -> Result<UnitEntry, Vec<Wrong>> {
        let mut cells = vec!["99010", "", "cấp xã", "phường", "Xã Thử Nghiệm", "99", "1/7/2025", "", "", "", "Nghị quyết thử"];
        for (at, text) in changes {
            cells[*at] = text;
        }
        let row = |number, cells: Vec<&str>| Row { number, cells: cells.into_iter().map(|c| Cell::Text(c.to_owned())).collect() };
        let rows = [row(1, UNITS.iter().map(|c| c.vi).collect()), row(2, cells)];
        let (head, below) = look(UNITS, &rows, &Mapping::default()).head(UNITS, &rows).unwrap();
        let mut reader = Reader::new(UNITS, &head, &below[0]);
        let entry = unit(&mut reader);
        reader.finish(entry)
    }

    #[test]
    fn a_name_is_believed_before_a_kind_and_a_unit_ends_after_it_began() {
        let taken = read(&[]).unwrap();
        assert_eq!((taken.kind, taken.confirmed), ("xa", true), "the name is the official text");
        assert!(!read(&[(9, "không")]).unwrap().confirmed);
        assert_eq!(read(&[(7, "30/6/2025")]).unwrap_err(), [Wrong { column: &TO, what: What::DayOutOfOrder }]);
        assert!(read(&[(7, "1/7/2025")]).is_ok());
    }
}
