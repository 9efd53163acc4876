//! The last dialogue: concluded. One matter done with evidence and agreed, one escalated and answered, one sent by
//! dispatch and answered on paper, one reopened.

use caunoi_domain::{
    dialogue::{notice_form::Receiver, outcome::Substate},
    followup::{Extent, ToldManner},
    opinion::{item::Grounded, kind::Field},
};

use super::{
    meeting::{self, Ends, Plan, Topic, Turn, VAN_TRACH},
    proofs,
    stage::{Paper, Stage},
};
use crate::{
    demo::world,
    followup::{
        acknowledge_escalation::AcknowledgeEscalation,
        answer_escalation::AnswerEscalation,
        finish_task::FinishTask,
        pass_on_answer::{PassOnAnswer, Then},
        record_reply::RecordReply,
        report_progress::ReportProgress,
        tell_result::TellResult,
    },
    opinion::group::{Group, Into},
    refusal::Refusal,
};

const CITY_CLERK: &str = "vanphong.thanhpho";

/// Plays it.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    let ditch = taken_up(s).await?;
    let (speed, power, price) = (s.item("giam-toc")?, s.item("dien-yeu")?, s.item("gia-nuoc")?);
    let day = s.before(58);
    let plan = Plan {
        row: "second",
        title: "Đối thoại với Nhân dân các thôn Bến Gỗ, Đồng Vàng, Hạ",
        day,
        place: "Nhà văn hóa thôn Bến Gỗ",
        audience: "Nhân dân các thôn Bến Gỗ, Đồng Vàng, Hạ",
        fields: &[Field::Water, Field::Roads, Field::Power],
    };
    let dialogue = meeting::prepare(s, VAN_TRACH, &plan, [84, 78, 74], &topics(ditch, speed, power, price)).await?;
    meeting::announce(s, VAN_TRACH, dialogue, 70).await?;
    proofs::give(s, VAN_TRACH, dialogue, s.before(70), &[], None).await?;
    let (drain, culvert) = (s.item("muong")?, s.item("cong")?);
    let come = [("Đại biểu mời", 24, 22), ("Người dân", 150, 124)];
    let words = "Xã nhận trách nhiệm chậm nạo vét mương; việc đường tỉnh và lưới điện kiến nghị lên trên và báo lại bà con.";
    meeting::hold(s, VAN_TRACH, dialogue, day, &come, &turns(drain, culvert, speed, power, price), words).await?;
    let notice_day = s.before(51);
    meeting::conclude(
        s,
        VAN_TRACH,
        dialogue,
        notice_day,
        "Nhân dân phát biểu thẳng thắn, sát việc; người chủ trì trả lời từng nội dung.",
        &ends(s, drain, culvert, speed, power, price),
    )
    .await?;
    // One village has not said that it posted the results: a proof is missing.
    proofs::give(s, VAN_TRACH, dialogue, s.before(50), &["Thôn Hạ"], None).await?;
    followed(s, drain, culvert, speed, power).await
}

async fn taken_up(s: &mut Stage) -> Result<i64, Refusal> {
    for (key, days, hour) in [("muong", 104, 20), ("cong", 102, 9), ("giam-toc", 100, 10), ("dien-yeu", 97, 14), ("gia-nuoc", 95, 21)] {
        s.at(s.before(days), hour, 12);
        s.comes_in(key).await?;
    }
    s.at(s.before(92), 8, 20);
    let o = VAN_TRACH.clerk;
    let drain = s
        .takes_up(
            o,
            "muong",
            "Mương tiêu Bến Gỗ – Đồng Vàng tắc, ngập ruộng sau mưa",
            Field::Water,
            Grounded::Grounded,
            "Xã đã kiểm tra thực địa cùng trưởng thôn.",
        )
        .await?;
    let culvert = s
        .takes_up(
            o,
            "cong",
            "Hai cống qua mương tiêu Bến Gỗ bị sập",
            Field::Water,
            Grounded::Grounded,
            "Hai cống sập từ cơn bão năm trước.",
        )
        .await?;
    s.takes_up(
        o,
        "giam-toc",
        "Gờ giảm tốc, biển báo trước cổng Trường Tiểu học Vân Trạch",
        Field::Roads,
        Grounded::Grounded,
        "Đoạn đường chưa có biển báo trường học.",
    )
    .await?;
    s.takes_up(
        o,
        "dien-yeu",
        "Điện yếu buổi tối ở thôn Hạ",
        Field::Power,
        Grounded::Grounded,
        "Trạm và đường dây cũ, thuộc ngành điện quản lý.",
    )
    .await?;
    s.takes_up(
        o,
        "gia-nuoc",
        "Vì sao giá nước máy tăng từ tháng Tư",
        Field::Water,
        Grounded::Partly,
        "Giá tăng theo bảng giá mới; hộ nghèo chưa được thông báo cách giảm.",
    )
    .await?;
    let into = Into::New { title: "Mương tiêu Bến Gỗ – Đồng Vàng".to_owned(), field: Field::Water };
    Ok(s.act(o, Group { items: vec![drain, culvert], into }).await?.issue)
}

fn topics(ditch: i64, speed: i64, power: i64, price: i64) -> [Topic<'static>; 4] {
    [
        Topic {
            issue: Some(ditch),
            item: None,
            title: "Thủy lợi nội đồng trước vụ mùa",
            reason: "Nhiều hộ cùng nêu, ảnh hưởng vụ mùa.",
            body: "kinhte.vantrach",
            answer: "Nạo vét toàn tuyến và thay hai cống sau vụ gặt; kinh phí từ nguồn thủy lợi phí của xã.",
            norm: "Kế hoạch thủy lợi nội đồng của xã (ví dụ dựng ra)",
        },
        Topic {
            issue: None,
            item: Some(speed),
            title: "An toàn giao thông trước cổng trường",
            reason: "Liên quan đến học sinh, phụ huynh kiến nghị bằng văn bản.",
            body: "congan.vantrach",
            answer: "Đường tỉnh do thành phố quản lý: xã kiến nghị; trước mắt Công an xã phân luồng giờ tan trường.",
            norm: "Phân cấp quản lý đường bộ (ví dụ dựng ra)",
        },
        Topic {
            issue: None,
            item: Some(power),
            title: "Điện sinh hoạt thôn Hạ",
            reason: "Kéo dài nhiều năm, ảnh hưởng cả xóm.",
            body: "kinhte.vantrach",
            answer: "Xã có công văn đề nghị ngành điện khảo sát trạm và đường dây.",
            norm: "",
        },
        Topic {
            issue: None,
            item: Some(price),
            title: "Giá nước máy",
            reason: "Nhiều người hỏi từ tháng Tư.",
            body: "kinhte.vantrach",
            answer: "Giá theo bảng giá nước sạch mới; hộ nghèo được giảm khi có đơn.",
            norm: "Bảng giá nước sạch của đơn vị cấp nước (ví dụ dựng ra)",
        },
    ]
}

fn turns(drain: i64, culvert: i64, speed: i64, power: i64, price: i64) -> [Turn<'static>; 5] {
    let chair = "Chủ tịch UBND xã";
    [
        Turn {
            speaker: "Một người dân thôn Bến Gỗ",
            village: 1,
            said: "Mưa một đêm là ngập ba ngày, đề nghị nạo vét trước vụ mùa.",
            answer: "Xã nhận trách nhiệm chậm nạo vét. Xã sẽ làm ngay sau vụ gặt và báo lại bà con.",
            answered_by: chair,
            item: drain,
        },
        Turn {
            speaker: "Trưởng thôn Bến Gỗ",
            village: 1,
            said: "Hai cống sập, trẻ con đi học nguy hiểm.",
            answer: "Thay hai cống cùng đợt nạo vét; trước mắt rào chắn và kê tạm.",
            answered_by: chair,
            item: culvert,
        },
        Turn {
            speaker: "Một phụ huynh thôn Đồng Vàng",
            village: 2,
            said: "Xe tải chạy nhanh giờ tan trường, đề nghị gờ giảm tốc.",
            answer: "Đường tỉnh do thành phố quản lý, xã kiến nghị bằng văn bản trong tuần; Công an xã phân luồng từ ngày mai.",
            answered_by: chair,
            item: speed,
        },
        Turn {
            speaker: "Một người dân thôn Hạ",
            village: 5,
            said: "Tối điện yếu, máy bơm không chạy.",
            answer: "Xã gửi công văn đề nghị ngành điện khảo sát và trả lời bà con.",
            answered_by: "Trưởng phòng Kinh tế xã",
            item: power,
        },
        Turn {
            speaker: "Một người dân thôn Mai Động",
            village: 3,
            said: "Giá nước tăng, hộ nghèo có được giảm không?",
            answer: "Giá theo bảng giá mới, hộ nghèo làm đơn tại xã thì được giảm.",
            answered_by: "Trưởng phòng Kinh tế xã",
            item: price,
        },
    ]
}

fn ends(s: &Stage, drain: i64, culvert: i64, speed: i64, power: i64, price: i64) -> [Ends<'static>; 5] {
    let dispatch = Receiver::Paper {
        body: "Đội Quản lý điện khu vực Vân Đông (dựng ra)".to_owned(),
        paper: "118/UBND-KT".to_owned(),
        on: Some(s.before(51)),
    };
    [
        Ends {
            text: "Nạo vét toàn tuyến mương tiêu, làm sau vụ gặt.",
            reason: "Đang mùa vụ, chưa thể tháo nước.",
            body: "phong-kinh-te",
            partners: vec!["cong-an"],
            due: Some(s.after(-10)),
            ..Ends::of(drain, Substate::InProgress)
        },
        Ends {
            text: "Thay hai cống qua mương tiêu.",
            reason: "Làm cùng đợt nạo vét.",
            body: "phong-kinh-te",
            due: Some(s.after(-10)),
            ..Ends::of(culvert, Substate::InProgress)
        },
        Ends {
            text: "Kiến nghị thành phố làm gờ giảm tốc và cắm biển báo trường học.",
            receiver: Receiver::Unit(world::unit(world::CITY)),
            ..Ends::of(speed, Substate::Sent)
        },
        Ends {
            text: "Đề nghị ngành điện nâng trạm và thay đường dây thôn Hạ.", receiver: dispatch, ..Ends::of(power, Substate::Sent)
        },
        Ends {
            text: "Đã giải thích cách tính giá và thủ tục giảm cho hộ nghèo.",
            norm: "Bảng giá nước sạch của đơn vị cấp nước (ví dụ dựng ra)",
            ..Ends::of(price, Substate::Explained)
        },
    ]
}

async fn followed(s: &Stage, drain: i64, culvert: i64, speed: i64, power: i64) -> Result<(), Refusal> {
    let up = s.escalation(speed).await?;
    s.at(s.before(46), 9, 5);
    s.act(CITY_CLERK, AcknowledgeEscalation { escalation: up }).await?;
    let by_paper = s.escalation(power).await?;
    s.at(s.before(30), 15, 0);
    s.act(
        VAN_TRACH.clerk,
        RecordReply {
            escalation: by_paper,
            answer: "Đã khảo sát; thay 600 m dây và nâng công suất trạm thôn Hạ trong quý tới, báo lịch cắt điện trước năm ngày."
                .to_owned(),
            norm: String::new(),
            paper: "47/ĐQLĐ".to_owned(),
            paper_on: Some(s.before(32).to_string()),
            files: s.evidence(Paper::Reply).await?,
        },
    )
    .await?;
    let (task, task2) = (s.task(drain).await?.0, s.task(culvert).await?.0);
    s.at(s.before(28), 10, 0);
    s.act(
        "kinhte.vantrach",
        ReportProgress {
            task, text: "Đã hợp đồng máy múc, bắt đầu từ đầu tuyến phía Bến Gỗ.".to_owned(), files: Vec::new()
        },
    )
    .await?;
    s.at(s.before(21), 9, 0);
    s.act(
        CITY_CLERK,
        AnswerEscalation {
            escalation: up,
            answer: "Đồng ý làm hai cụm gờ giảm tốc và biển báo trường học trong tháng tới; giao đơn vị bảo trì đường thực hiện."
                .to_owned(),
            norm: "Kế hoạch bảo trì đường bộ (ví dụ dựng ra)".to_owned(),
            paper: "902/SXD-KCHT".to_owned(),
            files: Vec::new(),
        },
    )
    .await?;
    s.at(s.before(19), 8, 45);
    s.act(VAN_TRACH.clerk, PassOnAnswer { escalation: up, manner: ToldManner::Paper, told_on: None, then: Then::Resolved }).await?;
    for (task, result) in
        [(task, "Nạo vét xong 680 m mương, nghiệm thu cùng đại diện hai thôn."), (task2, "Thay xong hai cống, xe máy cày đi lại được.")]
    {
        s.at(s.before(14), 16, 0);
        s.act(
            "kinhte.vantrach",
            FinishTask {
                task,
                extent: Extent::Whole,
                result: result.to_owned(),
                norm: String::new(),
                files: s.evidence(Paper::Acceptance).await?,
                files_public: true,
            },
        )
        .await?;
    }
    s.at(s.before(13), 8, 30);
    s.act(VAN_TRACH.clerk, TellResult { item: drain, manner: ToldManner::Village, told_on: None }).await?;
    s.at(s.before(9), 19, 30);
    s.says("muong", 1, "agree", "").await?;
    // Well before the task that follows from it, whatever weekend lies between.
    s.at(s.before(8), 20, 15);
    s.says("gia-nuoc", 1, "disagree", "Tôi đã hỏi ở bàn một cửa, cán bộ nói chưa có mẫu đơn giảm cho hộ nghèo. Xin hướng dẫn rõ nộp ở đâu.")
        .await
}
