//! What simulated people write: a matter, how it begins and how it ends, with the place and a number of their own. All
//! invented; they exist to load the program with text of believable length and words, not to be read as anybody's.

use caunoi_domain::opinion::kind::Field;

use super::draw::Draw;

struct Matter {
    field: Field,
    title: &'static str,
    body: &'static str,
}

const fn of(field: Field, title: &'static str, body: &'static str) -> Matter {
    Matter { field, title, body }
}

/// `{t}`: the village; `{n}`: a small number.
const MATTERS: &[Matter] = &[
    of(
        Field::Roads,
        "Đường trục {t} xuống cấp",
        "Đường trục {t} có đoạn dài {n} mét bong tróc, ổ gà, mưa xuống đọng nước, các cháu đi học dễ ngã.",
    ),
    of(
        Field::Roads,
        "Ngõ số {n} {t} chưa đổ bê tông",
        "Ngõ số {n} của {t} vẫn là đường đất, {n} hộ đi chung, đề nghị được đổ bê tông theo chương trình của xã.",
    ),
    of(Field::Roads, "Cống qua đường {t} bị sập", "Cống ngang đường ở đầu {t} sập một nửa, xe tải phải tránh sang ruộng, đã báo {n} lần."),
    of(
        Field::Roads,
        "Thiếu gờ giảm tốc trước trường học",
        "Đoạn đường trước trường gần {t} xe chạy nhanh, một tháng xảy ra {n} vụ va chạm, đề nghị lắp gờ giảm tốc và biển báo.",
    ),
    of(
        Field::Water,
        "Mương tiêu {t} bị bồi lấp",
        "Mương tiêu của {t} bèo và đất bồi kín, {n} mẫu ruộng ngập sau mỗi trận mưa, đề nghị nạo vét trước vụ tới.",
    ),
    of(Field::Water, "Nước sạch {t} yếu và đục", "Nước máy về {t} buổi chiều rất yếu, có hôm đục, {n} hộ phải hứng từ nửa đêm."),
    of(
        Field::Water,
        "Rãnh thoát nước {t} chưa có nắp",
        "Rãnh thoát nước dọc {t} dài {n} mét không nắp, trẻ nhỏ và người già qua lại nguy hiểm, mùa mưa tràn vào sân.",
    ),
    of(
        Field::Environment,
        "Rác tồn đọng ở điểm tập kết {t}",
        "Điểm tập kết rác cạnh {t} {n} ngày chưa chuyển đi, mùi hôi bay vào nhà dân.",
    ),
    of(Field::Environment, "Khói đốt rơm rạ ở {t}", "Sau gặt, rơm rạ ở {t} đốt ngay cạnh đường, khói kín cả xóm {n} tối liền."),
    of(
        Field::Environment,
        "Nước thải làng nghề chảy ra kênh",
        "Nước thải từ các xưởng gần {t} chảy ra kênh, cá chết {n} lần từ đầu năm, đề nghị kiểm tra.",
    ),
    of(Field::Power, "Đèn đường {t} không sáng", "Dãy đèn đường {t} có {n} bóng không sáng hơn một tháng, tối đi lại khó."),
    of(
        Field::Power,
        "Điện yếu giờ cao điểm ở {t}",
        "Buổi tối điện {t} yếu, bơm nước và nồi cơm không chạy được, đề nghị tách tải trạm số {n}.",
    ),
    of(Field::Land, "Chậm cấp giấy chứng nhận đất ở {t}", "Hồ sơ cấp giấy chứng nhận của {n} hộ {t} nộp đã lâu mà chưa có giấy hẹn mới."),
    of(
        Field::Land,
        "Đề nghị công khai quy hoạch khu dân cư {t}",
        "Bà con {t} nghe nói có quy hoạch khu dân cư mới, đề nghị công khai bản đồ và phương án bồi thường tại nhà văn hóa trong {n} ngày.",
    ),
    of(
        Field::Farming,
        "Thiếu nước tưới vụ chiêm xuân ở {t}",
        "Trạm bơm cạnh {t} chỉ chạy {n} ngày một tuần, lúa đẻ nhánh thiếu nước, đề nghị xếp lại lịch bơm.",
    ),
    of(
        Field::Farming,
        "Chuột phá lúa ở cánh đồng {t}",
        "Chuột phá {n} sào lúa ở cánh đồng {t}, đề nghị hợp tác xã tổ chức diệt chuột đồng loạt.",
    ),
    of(
        Field::Education,
        "Lớp mẫu giáo {t} quá đông",
        "Lớp mẫu giáo gần {t} có hơn {n} cháu một cô, đề nghị tách lớp hoặc bổ sung giáo viên.",
    ),
    of(Field::Education, "Mái nhà để xe trường tiểu học dột", "Mái nhà để xe của trường gần {t} dột {n} chỗ, xe các cháu ướt hết khi mưa."),
    of(
        Field::Health,
        "Trạm y tế thiếu thuốc thông thường",
        "Người già {t} ra trạm lấy thuốc huyết áp {n} lần không có, phải lên tuyến trên.",
    ),
    of(
        Field::Welfare,
        "Chậm trả trợ cấp người cao tuổi",
        "Trợ cấp tháng trước của {n} cụ ở {t} đến nay chưa nhận được, đề nghị cho biết bao giờ có.",
    ),
    of(
        Field::Welfare,
        "Xét hộ nghèo ở {t} chưa rõ",
        "Việc xét hộ nghèo ở {t} chưa họp đủ dân, đề nghị niêm yết danh sách {n} hộ và lý do.",
    ),
    of(
        Field::Security,
        "Thanh niên tụ tập khuya ở {t}",
        "Nhà văn hóa {t} tối nào cũng có nhóm thanh niên tụ tập, rú ga đến {n} giờ đêm, đề nghị công an xã tuần tra.",
    ),
    of(Field::Culture, "Loa truyền thanh {t} hỏng", "Cụm loa {t} hỏng {n} tuần nay, thông báo của xã bà con không nghe được."),
    of(
        Field::Administration,
        "Phải đi lại nhiều lần làm thủ tục khai sinh",
        "Nhà tôi ở {t} đi {n} lần chưa xong khai sinh cho cháu, mỗi lần thiếu một giấy, đề nghị hướng dẫn một lần cho đủ.",
    ),
];

const OPENINGS: &[&str] =
    &["", "", "Kính gửi UBND xã. ", "Tôi là người dân {t}. ", "Bà con chúng tôi có ý kiến: ", "Việc này đã nói ở họp thôn. "];
const CLOSINGS: &[&str] = &[
    "",
    " Mong xã sớm xem xét.",
    " Đề nghị trả lời bằng văn bản để bà con được biết.",
    " Xin cảm ơn.",
    " Nếu chưa làm được ngay thì cho biết bao giờ làm.",
    " Bà con sẵn sàng góp công.",
];

/// Village names of a simulated commune, in the order of their numbers.
pub(super) const VILLAGES: &[&str] = &["Thôn Thượng", "Thôn Hạ", "Thôn Trung", "Thôn Đông", "Thôn Đoài", "Thôn Bến"];

/// A text that is about to be sent.
pub(super) struct Said {
    pub(super) field: Field,
    pub(super) title: String,
    pub(super) body: String,
}

/// What somebody of that village writes.
pub(super) fn say(draw: &mut Draw, village: &str) -> Said {
    let small = village.get(..1).map_or_else(String::new, str::to_lowercase) + village.get(1..).unwrap_or_default();
    let n = (2 + draw.below(38)).to_string();
    let fill = |text: &str| text.replace("{t}", &small).replace("{n}", &n);
    let (Some(m), Some(opening), Some(closing)) = (draw.of(MATTERS), draw.of(OPENINGS), draw.of(CLOSINGS)) else {
        return Said { field: Field::Other, title: String::new(), body: String::new() };
    };
    Said { field: m.field, title: fill(m.title), body: fill(&format!("{opening}{}{closing}", m.body)) }
}
