//! Matters beside the dialogues: answered at once, assigned at once, withheld with a ground, ended by procedure,
//! waiting to be sorted; and what goes on in Phường Đông Lãm.

use caunoi_domain::{
    followup::Extent,
    opinion::{
        item::{EndingManner, Grounded, WithheldGround},
        kind::Field,
    },
};

use super::{
    meeting::VAN_TRACH,
    stage::{Paper, Stage},
};
use crate::{
    demo::world,
    followup::{finish_task::FinishTask, urge_task::UrgeTask},
    opinion::{answer_directly::AnswerDirectly, assign_at_once::AssignAtOnce, end_procedurally::EndProcedurally, withhold::Withhold},
    refusal::Refusal,
};

/// Plays them.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    ended(s).await?;
    answered(s).await?;
    assigned(s).await?;
    withheld(s).await?;
    dong_lam(s).await?;
    for (key, days, hour) in [("cho-tha-rong", 3, 9), ("khoa-cua", 2, 15), ("nguoi-gia", 1, 8)] {
        s.at(s.before(days), hour, 30);
        s.comes_in(key).await?;
    }
    Ok(())
}

async fn ended(s: &mut Stage) -> Result<(), Refusal> {
    s.at(s.before(45), 9, 40);
    let item = s.comes_in("ranh-dat").await?;
    s.at(s.before(40), 14, 10);
    s.classifies(
        VAN_TRACH.clerk,
        "ranh-dat",
        "Không thống nhất mốc ranh giới đất vườn giữa hai hộ",
        Field::Land,
        Grounded::Partly,
        "Tranh chấp giữa hai hộ, cần hòa giải tại xã theo thủ tục riêng.",
    )
    .await?;
    s.act(
        VAN_TRACH.clerk,
        EndProcedurally {
            item,
            manner: EndingManner::Transfer,
            paper: "27/PC-UBND".to_owned(),
            paper_on: Some(s.before(40)),
            receiver: "Hội đồng hòa giải tranh chấp đất đai xã".to_owned(),
            reason: "Việc thuộc thủ tục hòa giải tranh chấp đất đai.".to_owned(),
            files: Vec::new(),
        },
    )
    .await
}

async fn answered(s: &mut Stage) -> Result<(), Refusal> {
    s.at(s.before(33), 21, 0);
    let item = s.comes_in("trong-sen").await?;
    s.at(s.before(28), 9, 20);
    s.takes_up(
        VAN_TRACH.clerk,
        "trong-sen",
        "Hỏi thủ tục, mức hỗ trợ chuyển đất lúa sang trồng sen",
        Field::Farming,
        Grounded::Grounded,
        "Ruộng trũng, nằm trong vùng được chuyển đổi.",
    )
    .await?;
    s.act(VAN_TRACH.clerk, AnswerDirectly {
        item,
        result: "Ông/bà nộp bản đăng ký chuyển đổi tại Trung tâm phục vụ hành chính công xã; xã xác nhận trong năm ngày. Mức hỗ trợ giống năm nay đã thông báo tại nhà văn hóa thôn.".to_owned(),
        norm: "Kế hoạch chuyển đổi cơ cấu cây trồng của xã (ví dụ dựng ra)".to_owned(),
    }).await?;
    s.at(s.before(24), 20, 30);
    s.says("trong-sen", 1, "agree", "").await
}

async fn assigned(s: &mut Stage) -> Result<(), Refusal> {
    s.at(s.before(38), 8, 15);
    let item = s.comes_in("loa").await?;
    s.at(s.before(35), 10, 0);
    s.takes_up(VAN_TRACH.clerk, "loa", "Loa truyền thanh thôn Thượng hỏng", Field::Culture, Grounded::Grounded, "Cụm loa hỏng bộ thu.")
        .await?;
    s.act(
        VAN_TRACH.clerk,
        AssignAtOnce {
            items: vec![item],
            body_id: world::body(world::VAN_TRACH, "phong-van-xa"),
            partners: Vec::new(),
            task: "Sửa cụm loa thôn Thượng".to_owned(),
            due_on: Some(s.before(7)),
        },
    )
    .await?;
    s.at(s.before(3), 8, 0);
    s.act(VAN_TRACH.clerk, UrgeTask { task: s.task(item).await?.0, text: "Việc đã quá hạn. Đề nghị phòng báo ngày sửa xong.".to_owned() })
        .await
}

async fn withheld(s: &mut Stage) -> Result<(), Refusal> {
    s.at(s.before(18), 20, 45);
    let item = s.comes_in("chan-nuoi").await?;
    s.at(s.before(15), 9, 50);
    s.classifies(
        VAN_TRACH.clerk,
        "chan-nuoi",
        "Chăn nuôi gây mùi, nước thải ra rãnh chung ở thôn Trung Lễ",
        Field::Environment,
        Grounded::Partly,
        "Có nước thải ra rãnh chung, đang xác minh nguồn.",
    )
    .await?;
    s.act(VAN_TRACH.clerk, Withhold { item, ground: WithheldGround::NamesPersons }).await?;
    s.act(
        VAN_TRACH.clerk,
        AssignAtOnce {
            items: vec![item],
            body_id: world::body(world::VAN_TRACH, "phong-kinh-te"),
            partners: vec![world::body(world::VAN_TRACH, "cong-an")],
            task: "Kiểm tra nước thải chăn nuôi ra rãnh chung thôn Trung Lễ".to_owned(),
            due_on: Some(s.after(6)),
        },
    )
    .await?;
    Ok(())
}

async fn dong_lam(s: &mut Stage) -> Result<(), Refusal> {
    let clerk = "vanthu.donglam";
    s.at(s.before(42), 21, 10);
    let lamps = s.comes_in("den-duong").await?;
    s.at(s.before(39), 9, 0);
    s.takes_up(clerk, "den-duong", "Đèn đường tổ dân phố 3 cháy sáu bóng", Field::Roads, Grounded::Grounded, "Đã đếm đủ sáu bóng cháy.")
        .await?;
    s.act(
        clerk,
        AssignAtOnce {
            items: vec![lamps],
            body_id: world::body(world::DONG_LAM, "phong-kinh-te"),
            partners: Vec::new(),
            task: "Thay sáu bóng đèn đường tổ dân phố 3".to_owned(),
            due_on: Some(s.before(25)),
        },
    )
    .await?;
    s.at(s.before(30), 16, 0);
    s.act(
        "kinhte.donglam",
        FinishTask {
            task: s.task(lamps).await?.0,
            extent: Extent::Whole,
            result: "Đã thay sáu bóng, ngõ sáng từ tối cùng ngày.".to_owned(),
            norm: String::new(),
            files: s.evidence(Paper::Lamps).await?,
            files_public: true,
        },
    )
    .await?;
    s.at(s.before(12), 9, 30);
    s.comes_in("cho-cu").await?;
    s.at(s.before(10), 9, 0);
    s.takes_up(
        clerk,
        "cho-cu",
        "Rác và nước bẩn khu chợ cũ buổi trưa",
        Field::Environment,
        Grounded::Grounded,
        "Xe gom rác hiện chạy lúc 16 giờ.",
    )
    .await?;
    s.at(s.before(5), 20, 0);
    s.comes_in("via-he").await?;
    Ok(())
}
