//! Sổ ý kiến: an office's own book of opinions by the columns of the template, row by row (P10, "wrong rows come
//! back with row, column and reason"). Words are found however they were typed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    kind::{Channel, Field, OpinionKind},
    submission::{self, Submission, Typed},
};
use crate::{
    problem::What,
    text::{
        date,
        fold::fold,
        table::{Cell, Row},
    },
};

crate::words! {
    /// A column of the template.
    Column {
        /// Number in the book
        Number = "number",
        /// Day of receipt
        Received = "received",
        /// How it came in
        Channel = "channel",
        /// Kind
        Kind = "kind",
        /// Name
        Name = "name",
        /// Address
        Address = "address",
        /// Phone
        Phone = "phone",
        /// Village
        Village = "village",
        /// Text
        Body = "body",
        /// Field
        Field = "field",
        /// Signed by hand
        Signed = "signed",
    }
}

impl Column {
    /// The head of the column in the template.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Number => "Số",
            Self::Received => "Ngày nhận",
            Self::Channel => "Hình thức",
            Self::Kind => "Loại",
            Self::Name => "Họ và tên",
            Self::Address => "Địa chỉ",
            Self::Phone => "Điện thoại",
            Self::Village => "Thôn/TDP",
            Self::Body => "Nội dung",
            Self::Field => "Lĩnh vực",
            Self::Signed => "Ký tên (có/không)",
        }
    }

    /// What the second sheet of the template says about it.
    #[must_use]
    pub fn guide(self) -> String {
        match self {
            Self::Number => "Số thứ tự trong sổ của cơ quan. Nhập lại cùng số, cùng năm thì không thêm lần nữa.".to_owned(),
            Self::Received => "Bắt buộc. Ngày trước, tháng sau: 12/11/2026.".to_owned(),
            Self::Channel => format!("Một trong: {}. Để trống nếu không rõ.", names(CHANNELS).join(", ")),
            Self::Kind => format!("Bắt buộc. Một trong: {}. Khiếu nại, tố cáo không nhập ở đây.", names(KINDS).join(", ")),
            Self::Name => "Họ và tên người gửi. Bắt buộc nếu có ký tên.".to_owned(),
            Self::Address => "Địa chỉ người gửi. Bắt buộc nếu có ký tên.".to_owned(),
            Self::Phone => "Để dạng văn bản, giữ số 0 ở đầu.".to_owned(),
            Self::Village => "Tên thôn, tổ dân phố của xã. Để trống nếu không rõ.".to_owned(),
            Self::Body => "Bắt buộc. Ghi đúng ý người dân; mỗi dòng một ý kiến.".to_owned(),
            Self::Field => format!("Một trong: {}. Để trống nếu chưa phân loại.", names(FIELDS).join(", ")),
            Self::Signed => "có hoặc không. Để trống là không.".to_owned(),
        }
    }

    /// Words to pick from in a cell of the template; empty where anything may stand.
    #[must_use]
    pub fn choices(self) -> Vec<String> {
        match self {
            Self::Channel => names(CHANNELS),
            Self::Kind => names(KINDS),
            Self::Field => names(FIELDS),
            Self::Signed => vec!["có".to_owned(), "không".to_owned()],
            _ => Vec::new(),
        }
    }

    const fn needed(self) -> bool {
        matches!(self, Self::Received | Self::Kind | Self::Body)
    }

    /// Other heads under which offices keep the same column, as search keys.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["so", "stt", "so tt", "so thu tu"],
            Self::Received => &["ngay nhan", "ngay tiep nhan", "ngay"],
            Self::Channel => &["hinh thuc", "hinh thuc tiep nhan", "nguon"],
            Self::Kind => &["loai", "loai y kien"],
            Self::Name => &["ho va ten", "ho ten", "nguoi gui"],
            Self::Address => &["dia chi"],
            Self::Phone => &["dien thoai", "so dien thoai", "sdt"],
            Self::Village => &["thon tdp", "thon", "thon to dan pho", "to dan pho", "khu dan cu"],
            Self::Body => &["noi dung", "noi dung y kien", "noi dung kien nghi"],
            Self::Field => &["linh vuc"],
            Self::Signed => &["ky ten co khong", "ky ten"],
        }
    }
}

/// Name on the template, then search keys of what offices write.
type Names<T> = &'static [(T, &'static str, &'static [&'static str])];

const KINDS: Names<OpinionKind> = &[
    (OpinionKind::Petition, "kiến nghị", &["kien nghi", "petition"]),
    (OpinionKind::Feedback, "phản ánh", &["phan anh", "feedback"]),
    (OpinionKind::Proposal, "đề xuất", &["de xuat", "de nghi", "proposal"]),
    (OpinionKind::Consultation, "góp ý", &["gop y", "gop y tham van", "tham van", "consultation"]),
    (OpinionKind::Question, "hỏi", &["hoi", "cau hoi", "question"]),
    (OpinionKind::Aspiration, "tâm tư, nguyện vọng", &["tam tu nguyen vong", "nguyen vong", "tam tu", "aspiration"]),
];
const CHANNELS: Names<Channel> = &[
    (Channel::Counter, "trực tiếp", &["truc tiep", "truc tiep tai xa", "tai xa", "tai phuong", "counter"]),
    (Channel::Paper, "đơn thư", &["don thu", "thu don giay", "don", "thu", "giay", "buu dien", "paper"]),
    (Channel::Phone, "điện thoại", &["dien thoai", "phone"]),
    (Channel::Village, "trưởng thôn", &["truong thon", "truong thon ghi ho", "qua truong thon", "to truong", "village"]),
    (Channel::Hall, "hội nghị", &["hoi nghi", "hoi nghi doi thoai", "tai hoi nghi doi thoai", "hall"]),
    (Channel::Web, "trang mạng", &["trang mang", "mang", "web"]),
];
const FIELDS: Names<Field> = &[
    (Field::Land, "đất đai", &["dat dai", "land"]),
    (Field::Roads, "giao thông, hạ tầng", &["giao thong ha tang", "giao thong", "ha tang", "roads"]),
    (Field::Water, "nước sạch, thủy lợi", &["nuoc sach thuy loi", "nuoc sach", "thuy loi", "water"]),
    (Field::Environment, "môi trường", &["moi truong", "environment"]),
    (Field::Power, "điện, viễn thông", &["dien vien thong", "dien", "vien thong", "power"]),
    (Field::Farming, "nông nghiệp", &["nong nghiep", "farming"]),
    (Field::Education, "giáo dục", &["giao duc", "education"]),
    (Field::Health, "y tế", &["y te", "health"]),
    (
        Field::Welfare,
        "chính sách xã hội, người có công",
        &["chinh sach xa hoi nguoi co cong", "chinh sach xa hoi", "nguoi co cong", "chinh sach", "welfare"],
    ),
    (Field::Security, "an ninh, trật tự", &["an ninh trat tu", "an ninh", "trat tu", "security"]),
    (Field::Culture, "văn hóa, thể thao", &["van hoa the thao", "van hoa", "the thao", "culture"]),
    (Field::Administration, "thủ tục hành chính, cán bộ", &["thu tuc hanh chinh can bo", "thu tuc hanh chinh", "can bo", "administration"]),
    (Field::Other, "lĩnh vực khác", &["linh vuc khac", "khac", "other"]),
];

fn names<T>(all: Names<T>) -> Vec<String> {
    all.iter().map(|(_, name, _)| (*name).to_owned()).collect()
}

/// Which column of the file is which column of the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head(BTreeMap<Column, usize>);

/// Finds the head line among the first rows (a book may have a title above it); answers the rows below it too.
///
/// # Errors
/// The columns that must be there and are not.
pub fn head(rows: &[Row]) -> Result<(Head, &[Row]), What> {
    const LOOK: usize = 20;
    let mut best: BTreeMap<Column, usize> = BTreeMap::new();
    for (at, row) in rows.iter().take(LOOK).enumerate() {
        let mut found = BTreeMap::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let Cell::Text(text) = cell else { continue };
            let key = fold(text);
            if let Some(column) = Column::ALL.iter().find(|c| c.aliases().contains(&key.as_str())) {
                found.entry(*column).or_insert(place);
            }
        }
        if Column::ALL.iter().filter(|c| c.needed()).all(|c| found.contains_key(c)) {
            return Ok((Head(found), rows.get(at + 1..).unwrap_or_default()));
        }
        if found.len() > best.len() {
            best = found;
        }
    }
    let missing = Column::ALL.iter().filter(|c| c.needed() && !best.contains_key(c)).map(|c| c.title().to_owned()).collect();
    Err(What::NoSuchColumn { missing })
}

/// A row of the book that can land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number in the book, empty where it has none.
    pub number: String,
    /// Day of receipt.
    pub received_on: Date,
    /// How it came in.
    pub channel: Channel,
    /// What was handed in, by whom.
    pub submission: Submission,
    /// Field, where the office has classified it already.
    pub field: Option<Field>,
    /// Signed by hand, with name and address (P19).
    pub signed: bool,
}

impl Entry {
    /// Everything of the row as one text: equal rows, however typed, are equal texts.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let s = &self.submission;
        let day = self.received_on.to_string();
        [
            self.number.as_str(),
            day.as_str(),
            self.channel.code(),
            s.kind.code(),
            s.person.full_name.as_str(),
            s.person.address.as_str(),
            s.person.phone.as_str(),
            s.village_id.as_deref().unwrap_or_default(),
            s.body.as_str(),
            self.field.map_or("", Field::code),
            if self.signed { "1" } else { "0" },
        ]
        .join("\u{1f}")
    }
}

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The column.
    pub column: Column,
    /// What is wrong there.
    pub what: What,
}

/// Reads a row. `villages` are ids and names of the commune's villages; `today` bounds the day of receipt.
///
/// # Errors
/// Everything wrong in it.
pub fn entry(head: &Head, row: &Row, villages: &[(String, String)], today: Date) -> Result<Entry, Vec<Wrong>> {
    let mut reader = Reader { head, row, wrong: Vec::new() };
    let kind_text = reader.text(Column::Kind);
    if ["khieu nai", "to cao"].iter().any(|own| fold(&kind_text).starts_with(own)) {
        return Err(vec![Wrong { column: Column::Kind, what: What::OwnLaw }]);
    }
    let kind = reader.one_of(Column::Kind, KINDS);
    if kind_text.is_empty() {
        reader.say(Column::Kind, What::Empty);
    }
    let received_on = reader.day(today);
    let channel = reader.one_of(Column::Channel, CHANNELS).unwrap_or(Channel::Import);
    let field = reader.one_of(Column::Field, FIELDS);
    let signed = reader.yes_or_no(Column::Signed);
    let village = reader.village(villages);
    let typed = Typed {
        kind: kind.unwrap_or(OpinionKind::Feedback).code().to_owned(),
        body: reader.text(Column::Body),
        village: village.unwrap_or_default(),
        full_name: reader.text(Column::Name),
        phone: phone(&reader.text(Column::Phone)),
        address: reader.text(Column::Address),
        ..Typed::default()
    };
    let number = reader.text(Column::Number);
    if number.chars().count() > 60 {
        reader.say(Column::Number, What::TooLong { max: 60 });
    }
    if signed {
        for (column, text) in [(Column::Name, &typed.full_name), (Column::Address, &typed.address)] {
            if text.is_empty() {
                reader.say(column, What::Empty);
            }
        }
    }
    let submission = submission::parse(&typed, today);
    if let Err(problems) = &submission {
        for p in problems {
            let column = match p.field {
                "full_name" => Column::Name,
                "phone" => Column::Phone,
                "address" => Column::Address,
                "village" => Column::Village,
                _ => Column::Body,
            };
            reader.say(column, p.what.clone());
        }
    }
    match (submission, received_on) {
        (Ok(submission), Some(received_on)) if reader.wrong.is_empty() => {
            Ok(Entry { number, received_on, channel, submission, field, signed })
        }
        _ => Err(reader.wrong),
    }
}

/// A table program takes the zero off a phone number that it holds for a number; nine digits get it back.
fn phone(text: &str) -> String {
    let lost = text.len() == 9 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    if lost { format!("0{text}") } else { text.to_owned() }
}

struct Reader<'a> {
    head: &'a Head,
    row: &'a Row,
    wrong: Vec<Wrong>,
}

impl Reader<'_> {
    fn say(&mut self, column: Column, what: What) {
        let wrong = Wrong { column, what };
        if !self.wrong.iter().any(|w| w.column == column) {
            self.wrong.push(wrong);
        }
    }

    fn text(&mut self, column: Column) -> String {
        let Some(place) = self.head.0.get(&column) else { return String::new() };
        match self.row.text(*place) {
            Some(text) => text.to_owned(),
            None => {
                self.say(column, What::Formula);
                String::new()
            }
        }
    }

    fn one_of<T: Copy>(&mut self, column: Column, all: Names<T>) -> Option<T> {
        let text = self.text(column);
        let key = fold(&text);
        if key.is_empty() {
            return None;
        }
        let found = all.iter().find(|(_, _, keys)| keys.contains(&key.as_str())).map(|x| x.0);
        if found.is_none() {
            self.say(column, What::NotOneOf { found: text, choices: names(all) });
        }
        found
    }

    fn day(&mut self, today: Date) -> Option<Date> {
        let text = self.text(Column::Received);
        if text.is_empty() {
            self.say(Column::Received, What::Empty);
            return None;
        }
        match date::parse(&text) {
            Ok(day) if day <= today => Some(day),
            Ok(_) => {
                self.say(Column::Received, What::DayOutOfOrder);
                None
            }
            Err(e) => {
                self.say(Column::Received, What::Day(e));
                None
            }
        }
    }

    fn yes_or_no(&mut self, column: Column) -> bool {
        let text = self.text(column);
        match fold(&text).as_str() {
            "co" | "x" | "yes" | "1" => true,
            "khong" | "" | "no" | "0" => false,
            _ => {
                self.say(column, What::NotOneOf { found: text, choices: vec!["có".to_owned(), "không".to_owned()] });
                false
            }
        }
    }

    fn village(&mut self, villages: &[(String, String)]) -> Option<String> {
        let text = self.text(Column::Village);
        let key = bare_village(&text);
        if key.is_empty() {
            return None;
        }
        let mut found = villages.iter().filter(|(_, name)| bare_village(name) == key);
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id.clone()),
            _ => {
                self.say(Column::Village, What::NotOneOf { found: text, choices: villages.iter().map(|v| v.1.clone()).collect() });
                None
            }
        }
    }
}

/// The search key of a village's name without its kind: "Thôn Hạ" and "hạ" are one.
fn bare_village(name: &str) -> String {
    let key = fold(name);
    let kinds = ["thon ", "to dan pho so ", "to dan pho ", "tdp so ", "tdp ", "khu pho ", "khu ", "ap ", "ban ", "buon ", "xom "];
    kinds.iter().find_map(|kind| key.strip_prefix(kind)).map_or(key.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
