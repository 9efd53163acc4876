//! What the invented people say, written by hand. Names, phones and addresses are invented; the phone numbers use
//! a prefix that no operator gives out.

use caunoi_domain::opinion::kind::{Channel, OpinionKind};

use super::world::{DONG_LAM, VAN_TRACH};

/// One person's opinion.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// By which the story finds it.
    pub key: &'static str,
    /// The commune's code.
    pub commune: &'static str,
    /// Number of the village in `world::VILLAGES`; 0: not said.
    pub village: usize,
    /// Kind.
    pub kind: OpinionKind,
    /// How it came in.
    pub channel: Channel,
    /// The person's words.
    pub body: &'static str,
    /// Where.
    pub place: &'static str,
    /// Invented name.
    pub name: &'static str,
    /// Invented phone number.
    pub phone: &'static str,
    /// Invented address.
    pub address: &'static str,
    /// Name, address and signature on paper.
    pub signed: bool,
}

const fn voice(key: &'static str, commune: &'static str, village: usize, kind: OpinionKind, channel: Channel, body: &'static str) -> Voice {
    Voice { key, commune, village, kind, channel, body, place: "", name: "", phone: "", address: "", signed: false }
}

const fn from(v: Voice, name: &'static str, phone: &'static str, address: &'static str) -> Voice {
    Voice { name, phone, address, ..v }
}

const fn on_paper(v: Voice) -> Voice {
    Voice { signed: true, ..v }
}

const fn at(v: Voice, place: &'static str) -> Voice {
    Voice { place, ..v }
}

/// Every voice of the demonstration.
pub const VOICES: &[Voice] = &[
    from(
        voice(
            "muong",
            VAN_TRACH,
            1,
            OpinionKind::Petition,
            Channel::Web,
            "Mưa một đêm là ruộng ngập ba ngày. Mương tiêu từ thôn Bến Gỗ sang Đồng Vàng đầy bèo và đất, nước không thoát được. \
             Đề nghị xã cho nạo vét trước vụ mùa, để sang tháng Bảy mới làm thì lúa đã hỏng rồi.",
        ),
        "Đặng Thị Sáu",
        "0100 555 001",
        "Xóm 2, thôn Bến Gỗ",
    ),
    on_paper(from(
        at(
            voice(
                "cong",
                VAN_TRACH,
                1,
                OpinionKind::Petition,
                Channel::Village,
                "Hai cống qua mương tiêu Bến Gỗ bị sập từ cơn bão năm ngoái, xe máy cày phải đi vòng gần hai cây số. \
                 Bà con đã tự kê tạm bằng tre nhưng không an toàn cho trẻ con đi học. Đề nghị xã thay cống mới.",
            ),
            "Đầu cầu đá và cuối bãi, mương tiêu Bến Gỗ",
        ),
        "Phùng Văn Lai",
        "0100 555 002",
        "Xóm 4, thôn Bến Gỗ",
    )),
    on_paper(from(
        at(
            voice(
                "giam-toc",
                VAN_TRACH,
                2,
                OpinionKind::Petition,
                Channel::Paper,
                "Trước cổng Trường Tiểu học Vân Trạch, đường tỉnh 394 không có gờ giảm tốc và biển báo trường học. Giờ tan trường xe tải chạy rất nhanh, \
                 từ đầu năm đã hai lần suýt xảy ra tai nạn. Phụ huynh chúng tôi đề nghị làm gờ giảm tốc và kẻ vạch sang đường.",
            ),
            "Đường tỉnh 394, trước cổng Trường Tiểu học Vân Trạch",
        ),
        "Trịnh Thị Hường",
        "0100 555 003",
        "Xóm 1, thôn Đồng Vàng",
    )),
    from(
        voice(
            "dien-yeu",
            VAN_TRACH,
            5,
            OpinionKind::Feedback,
            Channel::Counter,
            "Thôn Hạ buổi tối điện rất yếu, máy bơm không chạy nổi, quạt quay lờ đờ. Cả xóm cuối dùng chung một đường dây nhỏ từ mười mấy năm nay. \
             Mong ngành điện nâng trạm và thay dây.",
        ),
        "Vũ Văn Thuấn",
        "0100 555 004",
        "Thôn Hạ",
    ),
    from(
        voice(
            "rac",
            VAN_TRACH,
            3,
            OpinionKind::Petition,
            Channel::Web,
            "Rác thôn Mai Động một tuần mới gom một lần, mùa nóng bốc mùi đến tận nhà trẻ. Đề nghị xã cho gom ba buổi một tuần và dán lịch ở nhà văn hóa để bà con biết mà mang ra.",
        ),
        "Lại Thị Hồng",
        "0100 555 005",
        "Gần nhà trẻ thôn Mai Động",
    ),
    from(
        voice(
            "gia-nuoc",
            VAN_TRACH,
            3,
            OpinionKind::Question,
            Channel::Web,
            "Vì sao giá nước máy tăng từ tháng Tư? Nhà tôi dùng vẫn như trước mà tiền tăng gần một phần ba. Xã giải thích giúp cách tính và có giảm cho hộ nghèo không.",
        ),
        "Ngô Thị Lụa",
        "0100 555 006",
        "Thôn Mai Động",
    ),
    from(
        voice(
            "san-van-hoa",
            VAN_TRACH,
            4,
            OpinionKind::Proposal,
            Channel::Village,
            "Sân Nhà văn hóa thôn Trung Lễ chật, họp thôn phải đứng ra ngoài đường. Bãi đất trống bên cạnh là đất công, đề nghị xã cho mở rộng sân, bà con sẵn sàng góp ngày công.",
        ),
        "Hoàng Đình Phúc",
        "0100 555 007",
        "Thôn Trung Lễ",
    ),
    voice(
        "loa",
        VAN_TRACH,
        6,
        OpinionKind::Feedback,
        Channel::Phone,
        "Loa truyền thanh thôn Thượng hỏng ba tuần nay, các cụ không nghe được thông báo của xã. Bão số 9 vừa rồi cả xóm không biết lịch cắt điện.",
    ),
    from(
        voice(
            "nuoc-duc",
            VAN_TRACH,
            3,
            OpinionKind::Feedback,
            Channel::Web,
            "Từ đầu tháng nước máy đục, có mùi tanh vào buổi sáng. Nhà nào ở cuối đường ống cũng bị. Xin xã cho kiểm tra.",
        ),
        "Đoàn Thị Mận",
        "0100 555 009",
        "Cuối đường ống, thôn Mai Động",
    ),
    voice(
        "nuoc-can",
        VAN_TRACH,
        3,
        OpinionKind::Petition,
        Channel::Counter,
        "Nước sinh hoạt có cặn, giặt áo trắng bị ố vàng. Đề nghị xã mời đơn vị cấp nước về xem và cho biết nước có dùng để nấu ăn được không.",
    ),
    voice(
        "xuc-xa",
        VAN_TRACH,
        3,
        OpinionKind::Petition,
        Channel::Village,
        "Hai năm nay chưa xúc xả đường ống nước thôn Mai Động, cứ bơm là nước đục. Đề nghị xúc xả đường ống và báo lịch trước cho bà con.",
    ),
    from(
        voice(
            "trong-sen",
            VAN_TRACH,
            2,
            OpinionKind::Question,
            Channel::Web,
            "Nhà tôi có bốn sào ở Đồng Vàng trũng, muốn chuyển từ lúa sang trồng sen thì thủ tục thế nào, có được hỗ trợ gì không?",
        ),
        "Lê Văn Chiến",
        "0100 555 012",
        "Thôn Đồng Vàng",
    ),
    from(
        voice(
            "chan-nuoi",
            VAN_TRACH,
            4,
            OpinionKind::Feedback,
            Channel::Web,
            "Nhà ông Khoát ở sát nhà tôi nuôi hơn hai chục con lợn, nước thải chảy thẳng ra rãnh chung, mùi không chịu được. Đã nói nhiều lần mà ông ấy không sửa. Đề nghị xã kiểm tra.",
        ),
        "Mạc Thị Thơm",
        "0100 555 013",
        "Thôn Trung Lễ",
    ),
    on_paper(from(
        voice(
            "ranh-dat",
            VAN_TRACH,
            1,
            OpinionKind::Petition,
            Channel::Paper,
            "Gia đình tôi và hộ bên cạnh không thống nhất được mốc ranh giới đất vườn từ khi đo đạc lại. Đề nghị Chủ tịch xã giải quyết dứt điểm cho gia đình tôi.",
        ),
        "Phạm Thị Nết",
        "0100 555 014",
        "Xóm 3, thôn Bến Gỗ",
    )),
    voice(
        "cho-tha-rong",
        VAN_TRACH,
        0,
        OpinionKind::Feedback,
        Channel::Phone,
        "Ở chợ Cầu Đá chó thả rông nhiều, tháng Mười đã có hai cháu bị cắn. Đề nghị xã nhắc chủ nuôi rọ mõm và tiêm phòng.",
    ),
    from(
        voice(
            "mam-non",
            VAN_TRACH,
            2,
            OpinionKind::Petition,
            Channel::Web,
            "Đường bê tông thôn Đồng Vàng nứt, đọng nước ngay trước trường mầm non. Các cháu đi học phải lội, xe máy hay ngã. Đề nghị vá lại trước mùa mưa rét.",
        ),
        "Tô Thị Ngà",
        "0100 555 016",
        "Cạnh trường mầm non, thôn Đồng Vàng",
    ),
    voice(
        "khoa-cua",
        VAN_TRACH,
        5,
        OpinionKind::Consultation,
        Channel::Counter,
        "Nhà văn hóa thôn Hạ khóa cửa buổi tối. Các cụ muốn sinh hoạt thơ và thể dục, góp ý xã giao chìa khóa cho chi hội người cao tuổi giữ.",
    ),
    voice(
        "nguoi-gia",
        VAN_TRACH,
        6,
        OpinionKind::Aspiration,
        Channel::Village,
        "Con cháu đi làm xa cả, ở thôn chỉ còn người già và trẻ nhỏ. Chúng tôi mong trạm y tế mỗi tháng về thôn khám một buổi, đo huyết áp, chứ lên huyện cũ xa quá.",
    ),
    voice(
        "den-duong",
        DONG_LAM,
        3,
        OpinionKind::Petition,
        Channel::Web,
        "Tổ dân phố 3 có sáu bóng đèn đường cháy từ trước rằm, ngõ tối om, học sinh học thêm về rất sợ. Đề nghị phường thay bóng.",
    ),
    voice(
        "cho-cu",
        DONG_LAM,
        5,
        OpinionKind::Feedback,
        Channel::Counter,
        "Khu chợ cũ sau mười giờ sáng rác và nước bẩn tràn ra lòng đường, xe gom rác buổi chiều mới đến. Các hộ quanh chợ mong phường đổi giờ thu gom.",
    ),
    voice(
        "via-he",
        DONG_LAM,
        1,
        OpinionKind::Feedback,
        Channel::Web,
        "Vỉa hè trước Trường THCS Đông Lãm bị lấn hết để bán hàng, học sinh phải đi xuống lòng đường.",
    ),
];

/// The voice of that key.
#[must_use]
pub fn find(key: &str) -> Option<&'static Voice> {
    VOICES.iter().find(|v| v.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use caunoi_domain::text::nfc::nfc;

    #[test]
    fn every_voice_is_nfc_and_has_a_key_of_its_own() {
        for (n, v) in VOICES.iter().enumerate() {
            assert_eq!(nfc(v.body), v.body, "{}", v.key);
            assert!(VOICES.iter().skip(n + 1).all(|o| o.key != v.key), "{}", v.key);
        }
    }

    #[test]
    fn both_communes_speak() {
        assert!(VOICES.iter().filter(|v| v.commune == VAN_TRACH).count() >= 15);
        assert!(VOICES.iter().any(|v| v.commune == DONG_LAM));
    }
}
