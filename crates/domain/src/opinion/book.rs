//! Sổ ý kiến: an office's own book of opinions, a kind of [`crate::import`] (P10). Words are found however they were typed.

use jiff::civil::Date;

use super::{
    kind::{Channel, Field, OpinionKind},
    secrecy,
    submission::{self, Submission, Typed},
};
use crate::{
    import::{Column, Names, Reader, names, phone},
    problem::What,
    text::fold::fold,
};

/// Number in the book.
pub static NUMBER: Column = Column::new("number", "Số", "Number")
    .also(&["stt", "so tt", "so thu tu", "so vao so"])
    .help("Số thứ tự trong sổ của cơ quan. Nhập lại cùng số, cùng năm thì không thêm lần nữa.");
/// Day of receipt.
pub static RECEIVED: Column = Column::new("received", "Ngày nhận", "Day of receipt")
    .also(&["ngay tiep nhan", "ngay"])
    .help("Ngày trước, tháng sau: 12/11/2026.")
    .needed();
/// How it came in.
pub static CHANNEL: Column = Column::new("channel", "Hình thức", "Channel")
    .also(&["hinh thuc tiep nhan", "nguon"])
    .help("Để trống nếu không rõ.")
    .choices(|| names(CHANNELS));
/// Kind.
pub static KIND: Column = Column::new("kind", "Loại", "Kind")
    .also(&["loai y kien"])
    .help("Khiếu nại, tố cáo không nhập ở đây.")
    .choices(|| names(KINDS))
    .needed();
/// Name.
pub static NAME: Column = Column::new("full_name", "Họ và tên", "Name")
    .also(&["ho ten", "nguoi gui"])
    .help("Họ và tên người gửi. Bắt buộc nếu có ký tên.")
    .wide(24);
/// Address.
pub static ADDRESS: Column = Column::new("address", "Địa chỉ", "Address").help("Địa chỉ người gửi. Bắt buộc nếu có ký tên.").wide(24);
/// Phone.
pub static PHONE: Column =
    Column::new("phone", "Điện thoại", "Phone").also(&["so dien thoai", "sdt"]).help("Để dạng văn bản, giữ số 0 ở đầu.");
/// Village.
pub static VILLAGE: Column = Column::new("village", "Thôn/TDP", "Village")
    .also(&["thon", "thon to dan pho", "to dan pho", "khu dan cu"])
    .help("Tên thôn, tổ dân phố của xã. Để trống nếu không rõ.")
    .wide(24);
/// Text.
pub static BODY: Column = Column::new("body", "Nội dung", "Text")
    .also(&["noi dung y kien", "noi dung kien nghi"])
    .help("Ghi đúng ý người dân; mỗi dòng một ý kiến.")
    .needed()
    .wide(60);
/// Field.
pub static FIELD: Column =
    Column::new("field", "Lĩnh vực", "Field").help("Để trống nếu chưa phân loại.").choices(|| names(FIELDS)).wide(24);
/// Signed by hand.
pub static SIGNED: Column = Column::new("signed", "Ký tên (có/không)", "Signed (yes/no)")
    .also(&["ky ten"])
    .help("Để trống là không.")
    .choices(|| vec!["có".to_owned(), "không".to_owned()]);

/// The columns of the book, in the order of the template.
pub static COLUMNS: &[&Column] = &[&NUMBER, &RECEIVED, &CHANNEL, &KIND, &NAME, &ADDRESS, &PHONE, &VILLAGE, &BODY, &FIELD, &SIGNED];

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

/// Reads a row. `villages` are ids and names of the commune's villages; `today` bounds the day of receipt.
pub fn read(r: &mut Reader<'_>, villages: &[(String, String)], today: Date) -> Option<Entry> {
    let own_law = fold(&r.text(&KIND));
    if ["khieu nai", "to cao"].iter().any(|law| own_law.starts_with(law)) {
        r.stop(&KIND, What::OwnLaw);
        return None;
    }
    let kind = r.one_of(&KIND, KINDS);
    let received_on = r.past_day(&RECEIVED, today);
    let channel = r.one_of(&CHANNEL, CHANNELS).unwrap_or(Channel::Import);
    let field = r.one_of(&FIELD, FIELDS);
    let signed = r.yes_or_no(&SIGNED);
    let village = r.pick(&VILLAGE, villages, bare_village);
    let number = r.line(&NUMBER, 60);
    let typed = Typed {
        kind: kind.unwrap_or(OpinionKind::Feedback).code().to_owned(),
        body: r.text(&BODY),
        village: village.unwrap_or_default(),
        full_name: r.text(&NAME),
        phone: phone(&r.text(&PHONE)),
        address: r.text(&ADDRESS),
        ..Typed::default()
    };
    if signed {
        for (column, text) in [(&NAME, &typed.full_name), (&ADDRESS, &typed.address)] {
            if text.is_empty() {
                r.say(column, What::Empty);
            }
        }
    }
    if secrecy::text_is_marked(&typed.address) {
        r.say(&ADDRESS, What::StateSecret);
    }
    match submission::parse(&typed, today) {
        Ok(submission) => Some(Entry { number, received_on: received_on?, channel, submission, field, signed }),
        Err(problems) => {
            r.say_all(problems, &BODY);
            None
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
