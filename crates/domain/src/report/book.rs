//! Tables of published figures and findings: one row is one fact, as its source printed it.

use jiff::civil::Date;

use super::{
    figure::{Counted, Figure, Quantity, Source},
    finding::{Finding, FindingKind},
};
use crate::{
    import::{Column, Names, Reader, names},
    problem::What,
    unit::Level,
};

/// Characters of a line at most.
const LINE: usize = 300;
/// Characters of a printed sentence at most.
const SENTENCE: usize = 2_000;

/// The fact's own key.
pub static KEY: Column = Column::new("key", "Mã", "Key")
    .also(&["khoa", "ma so lieu", "ma ket qua"])
    .help("Chữ không dấu, số, dấu gạch nối; cùng mã là cùng một số liệu.")
    .needed()
    .wide(24);
/// The unit of then.
pub static UNIT: Column = Column::new("unit", "Mã đơn vị", "Code of the unit")
    .also(&["don vi", "ma don vi luc do"])
    .help("Mã của đơn vị lúc đó (theo ngày cuối của thời gian); tên không nhập được vì hay trùng.")
    .needed();
/// Units named with it.
pub static NAMED: Column =
    Column::new("named", "Mã đơn vị được nêu tên", "Codes of units named").help("Nhiều mã cách nhau bằng dấu chấm phẩy.").wide(24);
/// Level of the heads.
pub static LEVEL: Column = Column::new("level", "Cấp", "Level").help("Để trống nếu tính chung các cấp.").choices(|| names(LEVELS));
/// What is counted.
pub static COUNTED: Column = Column::new("counted", "Đếm gì", "Counts").also(&["loai so lieu"]).choices(|| names(COUNTS)).needed();
/// The same in words.
pub static WHAT: Column = Column::new("what", "Nội dung số liệu", "What it is").help("Theo lời của nguồn.").needed().wide(40);
/// The number.
pub static VALUE: Column = Column::new("value", "Số", "Number")
    .also(&["gia tri", "so lieu"])
    .help("Giữ chữ “trên”, “gần”, “khoảng”: trên 10; 23.910; 97,45 %.")
    .needed();
/// First day.
pub static FROM: Column = Column::new("from_on", "Từ ngày", "From").needed();
/// Last day.
pub static TO: Column = Column::new("to_on", "Đến ngày", "To").needed();
/// The days are assumed.
pub static ASSUMED: Column = Column::new("days_assumed", "Ngày ước (có/không)", "Days assumed (yes/no)")
    .also(&["ngay uoc", "ngay chua xac nhan"])
    .help("Có: nguồn chỉ in tháng hoặc năm, ngày là cách hiểu.");
/// The period in words.
pub static PERIOD: Column = Column::new("period", "Thời gian", "Period").help("Theo lời của nguồn.").needed().wide(24);
/// The total.
pub static PART_OF: Column =
    Column::new("part_of", "Thuộc tổng số có mã", "Part of").help("Mã của tổng số; tổng số đứng trước các phần.").wide(24);
/// Pilot.
pub static PILOT: Column = Column::new("pilot", "Thí điểm (có/không)", "Pilot (yes/no)").also(&["thi diem"]);
/// The sentence.
pub static PRINTED: Column = Column::new("printed", "Nguyên văn", "As printed").also(&["trich nguyen van"]).needed().wide(60);
/// Title of the source.
pub static TITLE: Column = Column::new("title", "Tên bài, văn bản", "Title").wide(40);
/// Publisher.
pub static PUBLISHER: Column = Column::new("publisher", "Nơi đăng", "Publisher").also(&["co quan ban hanh"]).wide(24);
/// Day of publication.
pub static PUBLISHED: Column = Column::new("published_on", "Ngày đăng", "Published on");
/// Where it can be read.
pub static REFERENCE: Column =
    Column::new("reference", "Nguồn", "Reference").also(&["dia chi nguon"]).help("Địa chỉ, số hiệu hoặc nơi lưu.").needed().wide(40);
/// Kind of a finding.
pub static KIND: Column = Column::new("kind", "Hạn chế", "Finding").also(&["loai han che"]).choices(|| names(KINDS)).needed().wide(30);
/// Units of a finding.
pub static UNITS: Column =
    Column::new("units", "Mã các đơn vị", "Codes of the units").help("Mã lúc đó, cách nhau bằng dấu chấm phẩy.").needed().wide(24);
/// The day whose units are meant.
pub static ON: Column = Column::new("on", "Ngày", "Day").help("Ngày trong thời gian được giám sát: để biết mã là của đơn vị nào.").needed();
/// Who supervised.
pub static SUPERVISOR: Column = Column::new("supervisor", "Cơ quan giám sát", "Supervisor").needed().wide(24);
/// Who was supervised.
pub static OBJECT: Column = Column::new("object", "Đối tượng giám sát", "Supervised").needed().wide(30);
/// Number and symbol.
pub static PAPER: Column = Column::new("paper", "Số, ký hiệu văn bản", "Paper");

/// The columns of figures, in the order of the template.
pub static FIGURES: &[&Column] = &[
    &KEY, &UNIT, &NAMED, &LEVEL, &COUNTED, &WHAT, &VALUE, &FROM, &TO, &ASSUMED, &PERIOD, &PART_OF, &PILOT, &PRINTED, &TITLE, &PUBLISHER,
    &PUBLISHED, &REFERENCE,
];
/// The columns of findings, in the order of the template.
pub static FINDINGS: &[&Column] =
    &[&KEY, &KIND, &UNITS, &ON, &SUPERVISOR, &OBJECT, &PERIOD, &PAPER, &PRINTED, &TITLE, &PUBLISHER, &PUBLISHED, &REFERENCE];

const LEVELS: Names<Level> = &[
    (Level::Province, "cấp tỉnh", &["tinh", "province"]),
    (Level::District, "cấp huyện", &["huyen", "district"]),
    (Level::Commune, "cấp xã", &["xa", "commune"]),
];
const COUNTS: Names<Counted> = &[
    (Counted::Dialogues, "cuộc tiếp xúc, đối thoại", &["cuoc doi thoai", "cuoc", "dialogues"]),
    (Counted::Regular, "cuộc định kỳ", &["dinh ky", "regular"]),
    (Counted::AdHoc, "cuộc đột xuất", &["dot xuat", "ad hoc"]),
    (Counted::People, "lượt người dự", &["nguoi du", "nguoi", "people"]),
    (Counted::Speeches, "lượt ý kiến tham luận", &["tham luan", "speeches"]),
    (Counted::Units, "đơn vị", &["units"]),
    (Counted::Opinions, "ý kiến, kiến nghị", &["y kien", "kien nghi", "opinions"]),
    (Counted::Other, "khác", &["other"]),
];
const KINDS: Names<FindingKind> = &[
    (FindingKind::PlanNotMet, "chưa bảo đảm kế hoạch", &["plan not met"]),
    (FindingKind::NoSupervision, "chưa tổ chức giám sát", &["no supervision"]),
    (FindingKind::IrregularSupervision, "giám sát chưa thường xuyên", &["irregular supervision"]),
    (FindingKind::LowAttendance, "tỷ lệ nhân dân tham dự còn thấp", &["tham du con thap", "low attendance"]),
    (FindingKind::NoNotice, "chưa ban hành thông báo kết luận", &["khong ban hanh thong bao ket luan", "no notice"]),
    (FindingKind::FewDialogues, "số lượng hội nghị chưa nhiều", &["few dialogues"]),
    (FindingKind::Formality, "còn hình thức", &["formality"]),
    (FindingKind::TakenForVoterMeeting, "nhầm lẫn với tiếp xúc cử tri", &["taken for voter meeting"]),
    (FindingKind::Delegated, "ủy quyền cho cấp phó", &["delegated"]),
];

/// A row of findings: its units are codes of that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingEntry {
    /// The finding; its units are codes.
    pub finding: Finding,
    /// The day whose units are meant.
    pub on: Date,
}

/// Reads a row of figures; its units are codes, of units in force on the last day of the period.
pub fn figure(r: &mut Reader<'_>, today: Date) -> Option<Figure> {
    let value = r.line(&VALUE, LINE);
    let quantity = Quantity::parse(&value);
    if quantity.is_none() && !value.is_empty() {
        r.say(&VALUE, What::NotOneOf { found: value, choices: vec!["248".into(), "trên 10".into(), "97,45 %".into()] });
    }
    let (from_on, to_on) = (r.past_day(&FROM, today), r.past_day(&TO, today));
    let (counted, level) = (r.one_of(&COUNTED, COUNTS), r.one_of(&LEVEL, LEVELS));
    let part_of = r.line(&PART_OF, LINE);
    let figure = Figure {
        key: r.line(&KEY, LINE),
        unit_id: r.line(&UNIT, LINE),
        named: codes(&r.text(&NAMED)),
        level,
        counted: counted?,
        what: r.line(&WHAT, LINE),
        quantity: quantity?,
        from_on: from_on?,
        to_on: to_on?,
        days_assumed: r.yes_or_no(&ASSUMED),
        period: r.line(&PERIOD, LINE),
        part_of: (!part_of.is_empty()).then_some(part_of),
        pilot: r.yes_or_no(&PILOT),
        printed: r.line(&PRINTED, SENTENCE),
        source: source(r, today),
    };
    r.say_all(figure.problems(), &KEY);
    Some(figure)
}

/// Reads a row of findings.
pub fn finding(r: &mut Reader<'_>, today: Date) -> Option<FindingEntry> {
    let (kind, on) = (r.one_of(&KIND, KINDS), r.past_day(&ON, today));
    let finding = Finding {
        key: r.line(&KEY, LINE),
        kind: kind?,
        units: codes(&r.text(&UNITS)),
        supervisor: r.line(&SUPERVISOR, LINE),
        object: r.line(&OBJECT, LINE),
        period: r.line(&PERIOD, LINE),
        paper: r.line(&PAPER, LINE),
        printed: r.line(&PRINTED, SENTENCE),
        source: source(r, today),
    };
    r.say_all(finding.problems(), &KEY);
    Some(FindingEntry { finding, on: on? })
}

fn source(r: &mut Reader<'_>, today: Date) -> Source {
    Source {
        title: r.line(&TITLE, LINE),
        publisher: r.line(&PUBLISHER, LINE),
        published_on: r.past_day(&PUBLISHED, today),
        reference: r.line(&REFERENCE, LINE),
    }
}

fn codes(text: &str) -> Vec<String> {
    text.split([';', ',']).map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned).collect()
}
