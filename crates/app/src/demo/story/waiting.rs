//! What lies on somebody's desk today: a dialogue and next year's plan that wait for a head's yes, letters that were handed
//! over by their own laws, meetings beside, answers kept, a defect inside.

use caunoi_domain::{
    dialogue::{
        draft::Draft,
        scope::{Audience, Scope},
        side::{Bound, Side, SideKind, Told},
        state::{Basis, DialogueKind, Form},
        year_plan::{Change, Row},
    },
    opinion::kind::{Channel, Field, SealedKind},
};

use super::{
    meeting::{self, JOIN},
    office::{DONG_LAM, Office, VAN_TRACH},
    plan::regular,
    stage::Stage,
};
use caunoi_store::{
    assignment,
    task_queue::{self, Whose},
    urging::Urged,
};

use crate::{
    demo::world,
    dialogue::DraftDialogue,
    followup::{
        keep_answer::KeepAnswer,
        note_defect::NoteDefect,
        remind::{Matter, Remind},
    },
    opinion::hand_over::{RegisterTransfer, Transfer},
    people::hand_over_post::HandOverPost,
    plan::{BeginPlan, PlanHead, PutRow, SubmitPlan, WritePlanHead},
    refusal::Refusal,
    side::RecordSide,
};

/// Plays it.
pub(super) async fn play(s: &Stage) -> Result<(), Refusal> {
    handed_over(s).await?;
    beside(s).await?;
    inside(s).await?;
    chief(s).await?;
    for (o, days) in [(VAN_TRACH, 2), (DONG_LAM, 1)] {
        next_plan(s, o, days).await?;
        with_women(s, o, days).await?;
    }
    begun(s).await?;
    reminded(s).await
}

/// A post changed hands with the list of what was open under it.
async fn chief(s: &Stage) -> Result<(), Refusal> {
    let on = s.before(210);
    if on <= world::first_day() {
        return Ok(());
    }
    s.at(on, 16, 0);
    let over = HandOverPost {
        post_id: world::post(world::VAN_TRACH, "chanh-vp"),
        given_by: "Tống Văn Khải".to_owned(),
        taken_by: "Đỗ Quang Vinh".to_owned(),
        on,
        paper: "Biên bản bàn giao 02/BB-VP (dựng ra)".to_owned(),
    };
    s.act(VAN_TRACH.clerk, over).await.map(drop)
}

/// What the office has begun and not submitted: a dialogue, and a supplement to the plan.
async fn begun(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(1), 10, 0);
    let unit_id = world::unit(world::VAN_TRACH);
    let draft = Draft {
        kind: DialogueKind::Thematic,
        basis: Basis::Party,
        title: "Đối thoại với phụ huynh về bữa ăn bán trú".to_owned(),
        on_day: s.weekend(52),
        at_time: "14:00".to_owned(),
        place: String::new(),
        form: Form::InPerson,
        audience: "Phụ huynh các trường trong xã".to_owned(),
        how_to_join: String::new(),
        expected: None,
        chairs: VAN_TRACH.posts(),
        scope: Scope { audiences: vec![Audience::Residents], fields: vec![Field::Education], ..Scope::default() },
    };
    s.act(VAN_TRACH.clerk, DraftDialogue { unit_id: unit_id.clone(), draft }).await?;
    s.act(VAN_TRACH.clerk, BeginPlan { unit_id, year: i64::from(s.after(0).year()) }).await.map(drop)
}

/// One paper reminded a division of what it had open on that day.
async fn reminded(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(1), 11, 0);
    let (unit_id, body_id) = (world::unit(world::VAN_TRACH), world::body(world::VAN_TRACH, "phong-van-xa"));
    let whose = Whose { unit_id: &unit_id, body_id: &body_id };
    let mut conn = s.app().store.read().await?;
    let mut matters = Vec::new();
    for line in task_queue::open(&mut conn, whose, ("", "9999-12-31"), ("", ""), 5).await? {
        let task = assignment::find_public(&mut conn, line.public_id).await?.ok_or(Refusal::NotFound("task"))?;
        if task.body_id == body_id && task.paused_on.is_empty() && task.at < s.app().clock.now_us() {
            matters.push(Matter { kind: Urged::Assignment, id: task.id });
        }
    }
    drop(conn);
    if matters.is_empty() {
        return Ok(());
    }
    let text = "Kính gửi Phòng Văn hóa - Xã hội xã. Đề nghị phòng báo tiến độ các việc dưới đây trước thứ Sáu, việc nào vướng thì nêu rõ."
        .to_owned();
    match s.act(VAN_TRACH.clerk, Remind { body_id, matters, text }).await {
        // Urged that day already.
        Err(Refusal::Invalid(_)) => Ok(()),
        other => other.map(drop),
    }
}

/// Letters under their own laws: number, day and receiver only, never their text.
async fn handed_over(s: &Stage) -> Result<(), Refusal> {
    for (o, days, kind, channel, paper, receiver) in [
        (VAN_TRACH, 118, SealedKind::Complaint, Channel::Paper, "17/PC-UBND", "Chủ tịch UBND xã, theo Luật Khiếu nại"),
        (VAN_TRACH, 47, SealedKind::Denunciation, Channel::Counter, "24/PC-UBND", "Ủy ban Kiểm tra Đảng ủy xã"),
        (DONG_LAM, 66, SealedKind::Complaint, Channel::Paper, "31/PC-UBND", "Chủ tịch UBND phường, theo Luật Khiếu nại"),
        (VAN_TRACH, 9, SealedKind::Complaint, Channel::Paper, "36/PC-UBND", "Tòa án nhân dân khu vực (dựng ra)"),
    ] {
        let arrived = s.before(days);
        if arrived <= world::first_day() {
            continue;
        }
        s.at(arrived, 10, 10);
        let transfer = Transfer {
            kind,
            paper: paper.to_owned(),
            sent_on: Some(arrived),
            receiver: receiver.to_owned(),
            due_on: Some(arrived.saturating_add(jiff::Span::new().days(14))),
        };
        s.act(o.clerk, RegisterTransfer { unit_id: world::unit(o.code), channel, arrived_on: arrived, transfer }).await?;
    }
    Ok(())
}

/// Meetings beside, which are no dialogues.
async fn beside(s: &Stage) -> Result<(), Refusal> {
    for (o, days, kind, title, host, people) in [
        (DONG_LAM, 84, SideKind::VoterMeeting, "Tiếp xúc cử tri phường trước kỳ họp (dựng ra)", "Tổ đại biểu HĐND thành phố (dựng ra)", 96),
        (DONG_LAM, 31, SideKind::Seminar, "Tọa đàm phân loại rác tại nguồn (dựng ra)", "Ủy ban MTTQ Việt Nam phường", 40),
        (VAN_TRACH, 37, SideKind::Seminar, "Tọa đàm liên kết tiêu thụ vải, ổi (dựng ra)", "Hội Nông dân xã", 55),
    ] {
        let on = s.before(days);
        s.at(on, 16, 30);
        let side = Side {
            kind,
            title: title.to_owned(),
            on_day: on,
            place: format!("Hội trường UBND {}", o.unit_word()),
            host: host.to_owned(),
            people: Some(Told { bound: Bound::Exactly, n: people }),
            speeches: Some(Told { bound: Bound::Over, n: 9 }),
            note: String::new(),
        };
        s.act(o.clerk, RecordSide { unit_id: world::unit(o.code), side }).await?;
    }
    Ok(())
}

/// An answer kept in Đông Lãm, and a defect that its office noted.
async fn inside(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(19), 11, 0);
    let unit_id = world::unit(world::DONG_LAM);
    let keep = KeepAnswer {
        unit_id: unit_id.clone(),
        answer: None,
        field: Field::Health,
        title: "Thẻ bảo hiểm y tế ghi địa chỉ cũ".to_owned(),
        text: "Thẻ ghi địa chỉ cũ vẫn dùng được, không phải đổi; ai muốn đổi thì nộp tại Trung tâm phục vụ hành chính công.".to_owned(),
        norm: "Thông báo của cơ quan bảo hiểm (ví dụ dựng ra)".to_owned(),
    };
    s.act(DONG_LAM.clerk, keep).await?;
    let text =
        "Thông báo kết luận cuộc đối thoại với thanh niên soạn xong nhưng chưa trình; đề nghị Văn phòng trình trong tuần.".to_owned();
    s.act(DONG_LAM.clerk, NoteDefect { unit_id, item: None, text }).await
}

/// Next year's plan lies before the head.
async fn next_plan(s: &Stage, o: Office, days: i32) -> Result<(), Refusal> {
    let year = i64::from(s.after(0).year()) + 1;
    s.at(s.before(days), 14, 0);
    let plan = s.act(o.clerk, BeginPlan { unit_id: world::unit(o.code), year }).await?;
    let head = PlanHead {
        basis: "Chương trình công tác năm của Đảng ủy, UBND (dựng ra để trình diễn)".to_owned(),
        purpose: "Đối thoại buổi tối nhiều hơn; mỗi thôn, tổ ít nhất một lượt.".to_owned(),
        assignment: "Văn phòng HĐND và UBND tham mưu, theo dõi; Ủy ban MTTQ Việt Nam giám sát.".to_owned(),
        recipients: "Đảng ủy, HĐND, UBND\nỦy ban MTTQ Việt Nam\nLưu: VT".to_owned(),
        // A year's first plan supplements none.
        reason: String::new(),
    };
    s.act(o.clerk, WritePlanHead { plan, head }).await?;
    for month in [4, 9] {
        let day = i16::try_from(year).ok().and_then(|y| jiff::civil::Date::new(y, month, 15).ok()).ok_or(Refusal::NotFound("day"))?;
        let planned = Row { heads: o.posts(), body: world::body(o.code, "van-phong"), ..regular(day, "Nhân dân trong địa bàn", &[]) };
        s.act(o.clerk, PutRow { plan, row: String::new(), change: Change::Add, replaces: String::new(), planned: Some(planned) }).await?;
    }
    s.act(o.clerk, SubmitPlan { plan }).await
}

/// A thematic dialogue, submitted and not approved yet.
async fn with_women(s: &Stage, o: Office, days: i32) -> Result<(), Refusal> {
    s.at(s.before(days), 15, 30);
    let unit = o.unit_word();
    let draft = Draft {
        kind: DialogueKind::Thematic,
        basis: Basis::Party,
        title: format!("Đối thoại với phụ nữ {unit} về việc làm tại nhà, bán hàng qua mạng"),
        on_day: s.weekend(38),
        at_time: "19:00".to_owned(),
        place: format!("Hội trường UBND {unit}"),
        form: Form::InPerson,
        audience: format!("Hội viên phụ nữ {unit}"),
        how_to_join: JOIN.to_owned(),
        expected: Some(110),
        chairs: o.posts(),
        scope: Scope { audiences: vec![Audience::Women], fields: vec![Field::Welfare], ..Scope::default() },
    };
    meeting::draft(s, o, None, draft).await.map(drop)
}
