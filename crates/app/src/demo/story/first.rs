//! The dialogue before last: closed; its results are what the next one begins with.

use caunoi_domain::{
    dialogue::outcome::Substate,
    opinion::{acceptance::Acceptance, item::Grounded, kind::Field},
};

use super::{
    meeting::{self, Ends, Plan, Topic, Turn, VAN_TRACH},
    proofs,
    stage::Stage,
};
use crate::{dialogue::CloseDialogue, opinion::accept_contribution::AcceptContribution, refusal::Refusal};

/// Plays it.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    s.at(s.before(178), 19, 40);
    let rubbish = s.comes_in("rac").await?;
    s.at(s.before(176), 9, 10);
    let yard = s.comes_in("san-van-hoa").await?;
    s.at(s.before(173), 8, 30);
    s.takes_up(
        VAN_TRACH.clerk,
        "rac",
        "Thu gom rác thôn Mai Động ba buổi một tuần",
        Field::Environment,
        Grounded::Grounded,
        "Văn phòng đã xem tại điểm tập kết cạnh nhà trẻ.",
    )
    .await?;
    s.takes_up(
        VAN_TRACH.clerk,
        "san-van-hoa",
        "Mở rộng sân Nhà văn hóa thôn Trung Lễ",
        Field::Culture,
        Grounded::Grounded,
        "Sân hiện nay không đủ chỗ họp thôn.",
    )
    .await?;
    let day = s.before(140);
    let plan = Plan {
        row: "first",
        title: "Đối thoại với Nhân dân các thôn Mai Động, Trung Lễ",
        day,
        place: "Nhà văn hóa thôn Mai Động",
        audience: "Nhân dân các thôn Mai Động, Trung Lễ",
        fields: &[Field::Environment, Field::Culture],
    };
    let topics = [
        Topic {
            issue: None,
            item: Some(rubbish),
            title: "Thu gom rác thôn Mai Động",
            reason: "Ảnh hưởng nhà trẻ, nhiều người nhắc tại họp thôn.",
            body: "kinhte.vantrach",
            answer: "Tổ môi trường nhận thêm hai buổi một tuần; lịch dán tại nhà văn hóa.",
            norm: "Phương án thu gom rác của xã (ví dụ dựng ra)",
        },
        Topic {
            issue: None,
            item: Some(yard),
            title: "Sân Nhà văn hóa thôn Trung Lễ",
            reason: "Thôn đề xuất góp ngày công.",
            body: "vanxa.vantrach",
            answer: "Chưa bố trí được vốn năm nay; đưa vào danh mục khi lập dự toán năm sau.",
            norm: "Dự toán ngân sách xã (ví dụ dựng ra)",
        },
    ];
    let dialogue = meeting::prepare(s, VAN_TRACH, &plan, [168, 162, 157], &topics).await?;
    meeting::announce(s, VAN_TRACH, dialogue, 154).await?;
    proofs::give(s, VAN_TRACH, dialogue, s.before(154), &[], None).await?;
    let turns = [
        Turn {
            speaker: "Một người dân thôn Mai Động",
            village: 3,
            said: "Đề nghị gom rác ba buổi một tuần, mùa nóng mùi đến tận nhà trẻ.",
            answer: "Từ thứ Hai tuần sau Tổ môi trường gom ba buổi một tuần, lịch dán tại nhà văn hóa.",
            answered_by: "Chủ tịch UBND xã",
            item: rubbish,
        },
        Turn {
            speaker: "Một người dân thôn Trung Lễ",
            village: 4,
            said: "Đề nghị mở rộng sân nhà văn hóa, bà con góp ngày công.",
            answer: "Xã ghi nhận, năm nay chưa có vốn; sẽ đưa vào dự toán năm sau và báo lại bà con.",
            answered_by: "Chủ tịch UBND xã",
            item: yard,
        },
    ];
    let come = [("Đại biểu mời", 18, 16), ("Người dân", 100, 92)];
    meeting::hold(s, VAN_TRACH, dialogue, day, &come, &turns, "Xã làm ngay việc gom rác; việc mở rộng sân chờ dự toán năm sau.").await?;
    let ends = [
        Ends {
            text: "Tổ môi trường gom rác ba buổi một tuần, lịch dán tại Nhà văn hóa thôn Mai Động.",
            norm: "Phương án thu gom rác của xã (ví dụ dựng ra)",
            ..Ends::of(rubbish, Substate::Done)
        },
        Ends {
            text: "Đưa vào danh mục xem xét khi lập dự toán năm sau.",
            reason: "Ngân sách xã năm nay chưa bố trí được vốn.",
            body: "phong-van-xa",
            due: Some(s.after(40)),
            ..Ends::of(yard, Substate::NoResources)
        },
    ];
    meeting::conclude(
        s,
        VAN_TRACH,
        dialogue,
        s.before(133),
        "Hội nghị diễn ra dân chủ, thẳng thắn; hai nội dung đều được trả lời tại chỗ.",
        &ends,
    )
    .await?;
    proofs::give(s, VAN_TRACH, dialogue, s.before(132), &[], Some(s.before(108))).await?;
    s.at(s.before(128), 15, 30);
    s.act(
        VAN_TRACH.chair,
        AcceptContribution {
            item: yard,
            value: Acceptance::Partly,
            reason: "Tiếp thu việc mở rộng sân và lời đề nghị góp ngày công. Năm nay chưa làm vì chưa có vốn; đưa vào dự toán năm sau."
                .to_owned(),
        },
    )
    .await?;
    s.at(s.before(126), 20, 5);
    s.says("rac", 1, "agree", "").await?;
    s.at(s.before(110), 9, 0);
    s.act(VAN_TRACH.clerk, CloseDialogue { dialogue }).await
}
