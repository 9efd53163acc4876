//! Tasks in full: one transferred, one whose day was moved at its body's request, one that waits for another body;
//! answers kept for the next like matter, and what the bodies said to each other.

use caunoi_domain::{followup::delay::WaitsFor, opinion::kind::Field};

use super::{meeting::VAN_TRACH, stage::Stage};
use crate::{
    demo::world,
    followup::{
        ask_extension::AskExtension, assign_task::AssignTask, comment::Comment, decide_extension::DecideExtension, keep_answer::KeepAnswer,
        note_defect::NoteDefect, pause_task::PauseTask, transfer_task::TransferTask,
    },
    refusal::Refusal,
};

/// Plays it; the stories before have brought the matters.
pub(super) async fn play(s: &Stage) -> Result<(), Refusal> {
    answers(s).await?;
    waits(s).await?;
    extended(s).await?;
    transferred(s).await
}

/// Answers that held, with their norm.
async fn answers(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(20), 15, 10);
    for (field, title, text, norm) in [
        (
            Field::Water,
            "Giảm giá nước cho hộ nghèo",
            "Hộ nghèo, hộ cận nghèo nộp đơn kèm giấy xác nhận tại Trung tâm phục vụ hành chính công; giá giảm được áp dụng từ kỳ hóa đơn sau.",
            "Bảng giá nước sạch của đơn vị cấp nước (ví dụ dựng ra)",
        ),
        (
            Field::Farming,
            "Chuyển đất lúa sang trồng sen",
            "Nộp bản đăng ký chuyển đổi; xã xác nhận trong năm ngày nếu ruộng nằm trong vùng được chuyển đổi.",
            "Kế hoạch chuyển đổi cơ cấu cây trồng của xã (ví dụ dựng ra)",
        ),
        (
            Field::Culture,
            "Sửa loa truyền thanh",
            "Phòng kiểm tra trong ba ngày; thiết bị hỏng được thay từ kinh phí sự nghiệp, thôn được báo ngày lắp.",
            "Quy chế hoạt động đài truyền thanh xã (ví dụ dựng ra)",
        ),
    ] {
        let keep = KeepAnswer {
            unit_id: world::unit(world::VAN_TRACH),
            answer: None,
            field,
            title: title.to_owned(),
            text: text.to_owned(),
            norm: norm.to_owned(),
        };
        s.act(VAN_TRACH.clerk, keep).await?;
    }
    Ok(())
}

/// The drains of Trung Lễ wait for a measurement from outside.
async fn waits(s: &Stage) -> Result<(), Refusal> {
    let drains = s.task(s.item("chan-nuoi")?).await?.0;
    s.at(s.before(8), 9, 40);
    s.act("kinhte.vantrach", Comment { task: drains, text: "Đã xem ba hộ, cần kết quả đo nước thải mới kết luận được.".to_owned() })
        .await?;
    s.at(s.before(8), 10, 15);
    s.act(
        "congan.vantrach",
        Comment {
            task: drains, text: "Công an xã cùng đi kiểm tra, đề nghị phòng báo lịch lấy mẫu trước một ngày.".to_owned()
        },
    )
    .await?;
    s.at(s.before(7), 14, 0);
    s.act(
        VAN_TRACH.clerk,
        PauseTask {
            task: drains,
            waits_for: WaitsFor::Agency,
            whom: "Trung tâm Quan trắc môi trường (dựng ra)".to_owned(),
            reason: "Chờ kết quả đo mẫu nước thải.".to_owned(),
        },
    )
    .await
}

/// The loudspeakers of Thượng are late, a later day is asked for and granted; why it was late is noted inside.
async fn extended(s: &Stage) -> Result<(), Refusal> {
    let item = s.item("loa")?;
    let loud = s.task(item).await?.0;
    s.at(s.before(2), 8, 20);
    s.act(
        "vanxa.vantrach",
        AskExtension {
            task: loud, due_on: s.after(9), reason: "Bộ thu phải đặt từ nhà sản xuất, tuần sau mới có.".to_owned()
        },
    )
    .await?;
    s.at(s.before(1), 16, 30);
    s.act(VAN_TRACH.chair, DecideExtension { task: loud, granted: Some(s.after(9)), note: "Lắp xong báo trưởng thôn.".to_owned() }).await?;
    s.at(s.before(1), 16, 45);
    s.act(
        VAN_TRACH.clerk,
        NoteDefect {
            unit_id: world::unit(world::VAN_TRACH),
            item: Some(item),
            text: "Phiếu giao việc nằm ở bộ phận một cửa mười ngày trước khi tới phòng.".to_owned(),
        },
    )
    .await
}

/// Who guides poor households was given to one body and is another's work.
async fn transferred(s: &Stage) -> Result<(), Refusal> {
    let item = s.item("gia-nuoc")?;
    s.at(s.before(5), 9, 0);
    let guide = s
        .act(
            VAN_TRACH.clerk,
            AssignTask {
                item,
                parent: None,
                body_id: world::body(world::VAN_TRACH, "phong-kinh-te"),
                partners: Vec::new(),
                task: "Hướng dẫn hộ nghèo nộp đơn giảm giá nước".to_owned(),
                due_on: Some(s.after(7).to_string()),
                due_basis: String::new(),
            },
        )
        .await?;
    s.at(s.before(4), 10, 30);
    s.act(
        VAN_TRACH.clerk,
        TransferTask {
            task: guide,
            to_body_id: world::body(world::VAN_TRACH, "hanh-chinh-cong"),
            reason: "Mẫu đơn và nơi nhận đơn do Trung tâm phục vụ hành chính công quản lý.".to_owned(),
        },
    )
    .await
}
