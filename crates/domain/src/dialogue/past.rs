//! Sổ các cuộc đối thoại những năm trước: an office's own book of dialogues held before it used the system, a kind of
//! [`crate::import`]. Each row is a fact with its source; numbers may be bounds.

use jiff::civil::Date;

use super::{
    contents::TITLE_MAX,
    side::{Told, named_in},
    state::DialogueKind,
};
use crate::{
    import::{Column, Names, Reader, names},
    problem::What,
};

/// Number in the book.
pub static NUMBER: Column = Column::new("number", "Số", "Number")
    .also(&["stt", "so tt", "so thu tu"])
    .help("Số thứ tự trong sổ. Nhập lại cùng số, cùng năm thì không thêm lần nữa.");
/// Day.
pub static DAY: Column =
    Column::new("on_day", "Ngày tổ chức", "Day").also(&["ngay", "thoi gian"]).help("Ngày trước, tháng sau: 18/08/2022.").needed();
/// Title.
pub static TITLE: Column = Column::new("title", "Tên cuộc đối thoại", "Title")
    .also(&["noi dung", "ten cuoc", "ten hoi nghi"])
    .help("Như ghi trong sổ.")
    .needed()
    .wide(48);
/// The head.
pub static HEAD: Column = Column::new("head", "Người chủ trì", "Head")
    .also(&["chu tri", "nguoi dung dau"])
    .help("Chức danh khi đó, không ghi tên: Bí thư Huyện ủy.")
    .needed()
    .wide(30);
/// Kind.
pub static KIND: Column = Column::new("kind", "Loại", "Kind")
    .also(&["loai doi thoai", "hinh thuc doi thoai"])
    .help("Để trống là định kỳ.")
    .choices(|| names(KINDS));
/// The unit of then.
pub static UNIT: Column = Column::new("then_unit", "Đơn vị khi đó", "Unit of then")
    .also(&["don vi", "xa khi do"])
    .help("Tên đơn vị khi tổ chức, nếu khác nay. Ví dụ: Xã Tuấn Hưng, huyện Kim Thành.")
    .wide(30);
/// Place.
pub static PLACE: Column = Column::new("place", "Địa điểm", "Place").also(&["noi to chuc"]).help("Nơi tổ chức.").wide(30);
/// People.
pub static PEOPLE: Column =
    Column::new("people", "Số người dự", "People").also(&["so nguoi", "nguoi du"]).help("Số đúng, hoặc như sổ ghi: trên 100, gần 70.");
/// Opinions.
pub static OPINIONS: Column =
    Column::new("opinions", "Số ý kiến", "Opinions").also(&["so luot y kien", "y kien"]).help("Số đúng, hoặc như sổ ghi: trên 10.");
/// The notice.
pub static NOTICE: Column = Column::new("notice", "Thông báo kết luận", "Conclusion notice")
    .also(&["so thong bao", "thong bao ket luan so"])
    .help("Số, ký hiệu. Để trống nếu không ban hành.");
/// The source.
pub static SOURCE: Column =
    Column::new("source", "Nguồn", "Source").also(&["can cu", "theo"]).help("Sổ, báo cáo mà dòng này lấy ra.").needed().wide(36);

/// The columns of the book, in the order of the template.
pub static COLUMNS: &[&Column] = &[&NUMBER, &DAY, &TITLE, &HEAD, &KIND, &UNIT, &PLACE, &PEOPLE, &OPINIONS, &NOTICE, &SOURCE];

const KINDS: Names<DialogueKind> = &[
    (DialogueKind::Regular, "định kỳ", &["dinh ky", "thuong ky", "regular"]),
    (DialogueKind::Thematic, "chuyên đề", &["chuyen de", "theo chuyen de", "thematic"]),
    (DialogueKind::AdHoc, "đột xuất", &["dot xuat", "ad hoc"]),
];

/// The name of a kind, as the book writes it.
#[must_use]
pub fn kind_name(kind: DialogueKind) -> &'static str {
    KINDS.iter().find(|(k, _, _)| *k == kind).map_or("", |(_, name, _)| *name)
}

/// A dialogue of years past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Number in the book, empty where it has none.
    pub number: String,
    /// Day.
    pub on_day: Date,
    /// Title.
    pub title: String,
    /// The post that chaired, as it was called.
    pub head: String,
    /// Kind.
    pub kind: DialogueKind,
    /// The unit of then, or empty.
    pub then_unit: String,
    /// Place, or empty.
    pub place: String,
    /// People who came.
    pub people: Option<Told>,
    /// Opinions.
    pub opinions: Option<Told>,
    /// Number and symbol of the notice, or empty.
    pub notice: String,
    /// Where it is said.
    pub source: String,
}

impl Past {
    /// Everything of the row as one text: equal rows, however typed, are equal texts.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let told = |t: Option<Told>| t.map_or_else(String::new, |t| format!("{} {}", t.bound, t.n));
        [
            self.number.clone(),
            self.on_day.to_string(),
            self.title.clone(),
            self.head.clone(),
            self.kind.code().to_owned(),
            self.then_unit.clone(),
            self.place.clone(),
            told(self.people),
            told(self.opinions),
            self.notice.clone(),
            self.source.clone(),
        ]
        .join("\u{1f}")
    }
}

/// Reads a row: a voter meeting is refused here too, by its title (S4.7).
pub fn read(r: &mut Reader<'_>, today: Date) -> Option<Past> {
    let number = r.line(&NUMBER, 40);
    let on_day = r.past_day(&DAY, today);
    let title = r.line(&TITLE, TITLE_MAX);
    if let Some(kind) = named_in(&title) {
        r.say(&TITLE, What::NotADialogue { kind });
    }
    let head = r.line(&HEAD, TITLE_MAX);
    let kind = r.one_of(&KIND, KINDS).unwrap_or(DialogueKind::Regular);
    let then_unit = r.line(&UNIT, TITLE_MAX);
    let place = r.line(&PLACE, TITLE_MAX);
    let people = told(r, &PEOPLE);
    let opinions = told(r, &OPINIONS);
    let notice = r.symbol(&NOTICE).map(|s| s.to_string()).unwrap_or_default();
    let source = r.line(&SOURCE, TITLE_MAX);
    Some(Past { number, on_day: on_day?, title, head, kind, then_unit, place, people, opinions, notice, source })
}

fn told(r: &mut Reader<'_>, column: &'static Column) -> Option<Told> {
    let text = r.text(column);
    if text.is_empty() {
        return None;
    }
    let got = Told::parse(&text);
    if got.is_none() {
        r.say(column, What::Number { min: 0, max: 10_000_000 });
    }
    got
}
