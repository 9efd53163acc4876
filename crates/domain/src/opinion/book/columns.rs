//! The columns of the office's book and the words that stand in them.

use crate::{
    import::{Column, Names, names},
    opinion::{
        item::EndingManner,
        kind::{Channel, Field, OpinionKind},
    },
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

/// The commune, where the book names it in every row.
pub static UNIT: Column = Column::new("unit", "Xã/phường", "Commune")
    .also(&["xa", "phuong", "don vi", "xa phuong dac khu", "ten xa"])
    .help("Mã hoặc tên của xã đang nhập sổ. Để trống cũng được. Tên xã cũ chỉ dùng cho ý kiến nhận trước khi sáp nhập.")
    .wide(20);
/// The body in charge.
pub static LEAD: Column = Column::new("lead", "Cơ quan chủ trì", "Body in charge")
    .also(&["co quan giai quyet", "don vi giai quyet", "don vi chu tri", "co quan phu trach", "phong phu trach", "giao"])
    .help("Tên phòng, cơ quan của xã có tài khoản. Để trống nếu chưa giao.")
    .wide(24);
/// By when it is to be solved.
pub static DUE: Column = Column::new("due", "Hạn giải quyết", "Due day")
    .also(&["han", "thoi han", "han tra loi", "han xu ly", "thoi han giai quyet"])
    .help("Ngày trước, tháng sau. Để trống thì tính theo thời hạn của hệ thống.");
/// What became of it.
pub static STATE: Column = Column::new("state", "Tình trạng", "State")
    .also(&["trang thai", "tinh hinh giai quyet", "ket qua xu ly"])
    .help("Để trống là mới tiếp nhận; có cơ quan chủ trì là đang giải quyết.")
    .choices(|| names(STATES))
    .wide(20);
/// What was done or answered.
pub static RESULT: Column = Column::new("result", "Kết quả", "Result")
    .also(&["ket qua giai quyet", "ket qua tra loi", "noi dung tra loi", "tra loi"])
    .help("Bắt buộc nếu đã giải quyết: đã làm gì, trả lời thế nào. Người dân đọc được.")
    .wide(40);
/// The paper or norm that the result rests on.
pub static DOCUMENT: Column = Column::new("document", "Văn bản, căn cứ", "Document or norm")
    .also(&[
        "van ban",
        "so van ban",
        "so ky hieu",
        "van ban tra loi",
        "thong bao ket luan",
        "so thong bao",
        "can cu",
        "so thong bao ket luan",
    ])
    .help("Bắt buộc nếu đã giải quyết: số thông báo kết luận, công văn hoặc căn cứ, như 12/TB-UBND.")
    .wide(20);
/// The day of the result.
pub static DONE_ON: Column = Column::new("done_on", "Ngày có kết quả", "Day of the result")
    .also(&["ngay giai quyet", "ngay tra loi", "ngay hoan thanh", "ngay giai quyet xong"])
    .help("Bắt buộc nếu đã giải quyết.");

/// To whom it went: the superior that was asked, the office that received it.
pub static SENT_TO: Column = Column::new("sent_to", "Nơi nhận", "Sent to")
    .also(&["noi chuyen den", "chuyen den", "co quan nhan", "cap tren", "noi nhan don"])
    .help("Bắt buộc nếu đã kiến nghị cấp trên hoặc kết thúc theo thủ tục: cơ quan, người nhận.")
    .wide(24);
/// The paper by which it went.
pub static SENT_PAPER: Column = Column::new("sent_paper", "Văn bản gửi đi", "Paper it was sent by")
    .also(&["van ban chuyen", "so van ban chuyen", "van ban kien nghi", "phieu chuyen"])
    .help("Bắt buộc nếu có nơi nhận: số, ký hiệu văn bản kiến nghị, chuyển đơn, hướng dẫn, trả lại.")
    .wide(20);
/// The day of that paper.
pub static SENT_ON: Column = Column::new("sent_on", "Ngày gửi đi", "Day it was sent")
    .also(&["ngay chuyen", "ngay kien nghi"])
    .help("Bắt buộc nếu có nơi nhận: ngày của văn bản gửi đi.");

/// The columns of the book, in the order of the template.
pub static COLUMNS: &[&Column] = &[
    &NUMBER,
    &RECEIVED,
    &CHANNEL,
    &KIND,
    &NAME,
    &ADDRESS,
    &PHONE,
    &VILLAGE,
    &BODY,
    &FIELD,
    &SIGNED,
    &UNIT,
    &LEAD,
    &DUE,
    &STATE,
    &RESULT,
    &DOCUMENT,
    &DONE_ON,
    &SENT_TO,
    &SENT_PAPER,
    &SENT_ON,
];

crate::words! {
    /// What the book says became of a matter.
    BookState {
        /// mới tiếp nhận
        New = "new",
        /// đang giải quyết
        Doing = "doing",
        /// giải quyết một phần
        Partly = "partly",
        /// đã giải quyết
        Done = "done",
        /// đã giải thích
        Explained = "explained",
        /// chưa có nguồn lực
        NoResources = "no_resources",
        /// đã kiến nghị cấp trên
        Escalated = "escalated",
        /// cấp trên đã trả lời
        SuperiorAnswered = "superior_answered",
        /// đã chuyển đơn
        Transferred = "transferred",
        /// đã hướng dẫn
        Guided = "guided",
        /// đã trả lại đơn
        Returned = "returned",
        /// đã lưu đơn
        Filed = "filed",
    }
}

impl BookState {
    /// The manner in which it ended by procedure, where it did.
    #[must_use]
    pub const fn ending(self) -> Option<EndingManner> {
        match self {
            Self::Transferred => Some(EndingManner::Transfer),
            Self::Guided => Some(EndingManner::Guide),
            Self::Returned => Some(EndingManner::Return),
            Self::Filed => Some(EndingManner::File),
            _ => None,
        }
    }

    /// The state of what ended in that manner.
    #[must_use]
    pub const fn ended(manner: EndingManner) -> Self {
        match manner {
            EndingManner::Transfer => Self::Transferred,
            EndingManner::Guide => Self::Guided,
            EndingManner::Return => Self::Returned,
            EndingManner::File => Self::Filed,
        }
    }

    /// True where it went to somebody else, by a paper of a day.
    #[must_use]
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::Escalated | Self::SuperiorAnswered) || self.ending().is_some()
    }
}

/// The states as the book names them.
pub const STATES: Names<BookState> = &[
    (BookState::New, "mới tiếp nhận", &["moi tiep nhan", "moi nhan", "tiep nhan", "chua giai quyet", "chua xu ly", "new"]),
    (BookState::Doing, "đang giải quyết", &["dang giai quyet", "dang xu ly", "dang thuc hien", "da giao", "doing"]),
    (BookState::Partly, "giải quyết một phần", &["giai quyet mot phan", "da giai quyet mot phan", "mot phan", "partly"]),
    (BookState::Done, "đã giải quyết", &["da giai quyet", "da xu ly", "da xong", "xong", "hoan thanh", "da tra loi", "done"]),
    (BookState::Explained, "đã giải thích", &["da giai thich", "da giai thich cung cap thong tin", "giai thich", "explained"]),
    (BookState::NoResources, "chưa có nguồn lực", &["chua co kinh phi", "chua bo tri duoc nguon luc", "no resources"]),
    (BookState::Escalated, "đã kiến nghị cấp trên", &["kien nghi cap tren", "kien nghi cap tren giai quyet", "da kien nghi", "escalated"]),
    (BookState::SuperiorAnswered, "cấp trên đã trả lời", &["cap tren tra loi", "superior answered"]),
    (BookState::Transferred, "đã chuyển đơn", &["chuyen don", "da chuyen", "transferred"]),
    (BookState::Guided, "đã hướng dẫn", &["huong dan", "guided"]),
    (BookState::Returned, "đã trả lại đơn", &["tra lai don", "tra lai", "da tra lai", "returned"]),
    (BookState::Filed, "đã lưu đơn", &["luu don", "luu", "da luu", "filed"]),
];
/// The kinds as the book names them.
pub const KINDS: Names<OpinionKind> = &[
    (OpinionKind::Petition, "kiến nghị", &["kien nghi", "petition"]),
    (OpinionKind::Feedback, "phản ánh", &["phan anh", "feedback"]),
    (OpinionKind::Proposal, "đề xuất", &["de xuat", "de nghi", "proposal"]),
    (OpinionKind::Consultation, "góp ý", &["gop y", "gop y tham van", "tham van", "consultation"]),
    (OpinionKind::Question, "hỏi", &["hoi", "cau hoi", "question"]),
    (OpinionKind::Aspiration, "tâm tư, nguyện vọng", &["tam tu nguyen vong", "nguyen vong", "tam tu", "aspiration"]),
];
/// The channels as the book names them.
pub const CHANNELS: Names<Channel> = &[
    (Channel::Counter, "trực tiếp", &["truc tiep", "truc tiep tai xa", "tai xa", "tai phuong", "counter"]),
    (Channel::Paper, "đơn thư", &["don thu", "thu don giay", "don", "thu", "giay", "buu dien", "paper"]),
    (Channel::Phone, "điện thoại", &["dien thoai", "phone"]),
    (Channel::Village, "trưởng thôn", &["truong thon", "truong thon ghi ho", "qua truong thon", "to truong", "village"]),
    (Channel::Hall, "hội nghị", &["hoi nghi", "hoi nghi doi thoai", "tai hoi nghi doi thoai", "hall"]),
    (Channel::Web, "trang mạng", &["trang mang", "mang", "web"]),
];
/// The fields as the book names them.
pub const FIELDS: Names<Field> = &[
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
