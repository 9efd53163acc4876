//! Dialogues of other kinds: a thematic one with enterprises, one that was postponed, one of a superior head in the
//! commune; and a voter meeting beside, which is none.

use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source},
        draft::Draft,
        scope::{Audience, Scope, Trial},
        side::{Bound, Side, SideKind, Told},
        site::Site,
        state::{Basis, DialogueKind, Form},
        stop::Stopped,
    },
    opinion::kind::Field,
};
use jiff::civil::Date;

use super::{
    meeting::{self, VAN_TRACH},
    stage::{Paper, Stage},
};
use crate::{
    demo::world,
    dialogue::{
        AddDocument, AnnounceDialogue, ApproveContents, ApproveDialogue, ChooseTopic, DraftDialogue, EditDialogue, PostponeDialogue,
        PutSite, SubmitContents, SubmitDialogue,
    },
    plan::DraftFromRow,
    refusal::Refusal,
    side::{LinkSideItem, RecordSide},
};

const JOIN: &str = "Ông/bà đến dự trực tiếp, không cần giấy mời; muốn phát biểu xin ghi tên tại bàn đón tiếp.";

/// Plays them.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    with_enterprises(s).await?;
    postponed(s).await?;
    superior_head(s).await?;
    voter_meeting(s).await
}

/// A draft of Xã Vân Trạch with both heads.
fn draft(kind: DialogueKind, title: &str, on_day: Date, place: &str, audience: &str, scope: Scope) -> Draft {
    Draft {
        kind,
        basis: Basis::Party,
        title: title.to_owned(),
        on_day,
        at_time: "08:00".to_owned(),
        place: place.to_owned(),
        form: Form::InPerson,
        audience: audience.to_owned(),
        how_to_join: JOIN.to_owned(),
        expected: Some(150),
        chairs: vec![world::post(world::VAN_TRACH, "bi-thu"), world::post(world::VAN_TRACH, "chu-tich")],
        scope,
    }
}

/// Submitted, approved, its contents too, and announced so many days before today.
async fn announced(s: &Stage, office: &str, chair: &str, dialogue: i64, days: i32, topic: (&str, &str)) -> Result<(), Refusal> {
    s.act(office, SubmitDialogue { dialogue }).await?;
    s.act(chair, ApproveDialogue { dialogue }).await?;
    let choice = Choice { source: Source::None, title: topic.0.to_owned(), reason: topic.1.to_owned(), source_note: String::new() };
    s.act(office, ChooseTopic { dialogue, choice }).await?;
    s.act(office, SubmitContents { dialogue }).await?;
    s.act(chair, ApproveContents { dialogue }).await?;
    s.at(s.before(days), 14, 0);
    meeting::documented(s, office, dialogue).await?;
    s.act(office, AnnounceDialogue { dialogue, late_reason: String::new(), documents_reason: String::new() }).await
}

async fn with_enterprises(s: &Stage) -> Result<(), Refusal> {
    let (clerk, chair) = (VAN_TRACH.clerk, VAN_TRACH.chair);
    s.at(s.before(12), 9, 0);
    let (year, row) = s.row("enterprises")?;
    let dialogue = s.act(clerk, DraftFromRow { unit_id: world::unit(world::VAN_TRACH), year, row }).await?;
    let scope = Scope {
        audiences: vec![Audience::Enterprises, Audience::Workers],
        fields: vec![Field::Welfare, Field::Land],
        area: "Cụm công nghiệp Vân Đông (dựng ra)".to_owned(),
        pilot: true,
        trial: Trial {
            reach: "Doanh nghiệp, người lao động trong cụm công nghiệp của xã (dựng ra)".to_owned(),
            from: Some(s.before(60)),
            to: Some(s.after(120)),
            paper: "Thông báo 14-TB/ĐU (dựng ra)".to_owned(),
        },
        join_link: "Phòng họp trực tuyến của xã, mã phòng gửi kèm giấy mời cho doanh nghiệp".to_owned(),
        ..Scope::default()
    };
    let title = "Đối thoại với doanh nghiệp, người lao động Cụm công nghiệp Vân Đông";
    let audience = "Doanh nghiệp, người lao động Cụm công nghiệp Vân Đông";
    let place = "Hội trường Cụm công nghiệp Vân Đông";
    let draft = Draft { form: Form::Hybrid, ..draft(DialogueKind::Thematic, title, s.after(16), place, audience, scope) };
    s.act(clerk, EditDialogue { dialogue, draft }).await?;
    let file = s.evidence(Paper::Project).await?.into_iter().next();
    let title = "Dự thảo đề án nhà ở cho người lao động (dựng ra)".to_owned();
    s.act(clerk, AddDocument { dialogue, title, symbol: String::new(), file }).await?;
    announced(s, clerk, chair, dialogue, 3, ("Nhà ở, trường mầm non cho con người lao động", "Mặt trận và Công đoàn cùng đề nghị.")).await
}

async fn postponed(s: &Stage) -> Result<(), Refusal> {
    let (clerk, chair) = (VAN_TRACH.clerk, VAN_TRACH.chair);
    s.at(s.before(24), 9, 0);
    let (year, row) = s.row("postponed")?;
    let dialogue = s.act(clerk, DraftFromRow { unit_id: world::unit(world::VAN_TRACH), year, row }).await?;
    let scope = Scope {
        audiences: vec![Audience::Residents],
        fields: vec![Field::Farming],
        council_post: world::post(world::VAN_TRACH, "tt-hdnd"),
        party_invited: true,
        ..Scope::default()
    };
    let audience = "Nhân dân các thôn Hạ, Thượng";
    let title = "Đối thoại với Nhân dân các thôn Hạ, Thượng";
    let draft =
        Draft { basis: Basis::Both, ..draft(DialogueKind::Regular, title, s.before(6), "Nhà văn hóa thôn Hạ", audience, scope) };
    s.act(clerk, EditDialogue { dialogue, draft }).await?;
    for (place, time, village) in [("Nhà văn hóa thôn Hạ", "08:00", 5), ("Nhà văn hóa thôn Thượng", "14:00", 6)] {
        let villages = vec![world::village(world::VAN_TRACH, village)];
        let site = Site { place: place.to_owned(), on_day: None, at_time: time.to_owned(), villages, people: None };
        s.act(clerk, PutSite { dialogue, site_id: String::new(), site }).await?;
    }
    announced(s, clerk, chair, dialogue, 20, ("Thời vụ và nước tưới vụ đông", "Hai thôn cùng nêu tại họp thôn.")).await?;
    s.at(s.before(8), 16, 0);
    let why = Stopped {
        reason: "Mưa lớn, đường vào hai thôn bị ngập; ngày mới sẽ thông báo.".to_owned(),
        paper: "31/UBND-VP".to_owned(),
        paper_on: Some(s.before(8)),
    };
    s.act(clerk, PostponeDialogue { dialogue, why }).await
}

async fn superior_head(s: &Stage) -> Result<(), Refusal> {
    let (clerk, chair) = ("vanphong.thanhpho", "giamdoc.soxaydung");
    s.at(s.before(9), 9, 0);
    let scope = Scope {
        audiences: vec![Audience::Residents],
        fields: vec![Field::Roads],
        held_at_unit: world::unit(world::VAN_TRACH),
        ..Scope::default()
    };
    let title = "Đối thoại của Giám đốc Sở Xây dựng (vai trình diễn) với Nhân dân xã Vân Trạch";
    let place = "Hội trường UBND xã Vân Trạch";
    let draft = Draft {
        chairs: vec![world::post(world::CITY, "giam-doc-sxd")],
        ..draft(DialogueKind::AdHoc, title, s.after(23), place, "Nhân dân xã Vân Trạch", scope)
    };
    let dialogue = s.act(clerk, DraftDialogue { unit_id: world::unit(world::CITY), draft }).await?;
    announced(s, clerk, chair, dialogue, 6, ("An toàn giao thông đường tỉnh qua xã", "Kiến nghị của xã gửi lên, nhiều người nhắc lại."))
        .await
}

async fn voter_meeting(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(72), 15, 0);
    let side = Side {
        kind: SideKind::VoterMeeting,
        title: "Tiếp xúc cử tri trước kỳ họp (dựng ra)".to_owned(),
        on_day: s.before(73),
        place: "Hội trường UBND xã".to_owned(),
        host: "Tổ đại biểu HĐND thành phố (dựng ra)".to_owned(),
        people: Some(Told { bound: Bound::Over, n: 120 }),
        speeches: Some(Told { bound: Bound::Exactly, n: 14 }),
        note: "Cử tri cũng nêu việc mương tiêu Bến Gỗ – Đồng Vàng: đã có trong hệ thống, nối vào, không nhập lại.".to_owned(),
    };
    let side = s.act(VAN_TRACH.clerk, RecordSide { unit_id: world::unit(world::VAN_TRACH), side }).await?;
    let item = s.item_id(s.item("muong")?).await?;
    s.act(VAN_TRACH.clerk, LinkSideItem { side, item }).await
}
