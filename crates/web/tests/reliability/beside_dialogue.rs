//! Beside the story: dialogues that are sent back, put off, planned anew and cancelled; opinions that are split, undone,
//! taken out of a group, given a new slip, sealed.

use caunoi_app::{
    demo::world,
    desk::edited::{Edited, OnRead},
    dialogue::{
        AddAddendum, AddDocument, ApproveAnswer, ApproveContents, ApproveDialogue, AskAnswer, CancelDialogue, ChooseTopic, DraftDialogue,
        DropTopic, EditDialogue, PostponeDialogue, PutSite, RemoveDocument, RemoveSite, ReplanDialogue, ReturnAnswer, ReturnContents,
        ReturnDialogue, SubmitAnswer, SubmitContents, SubmitDialogue, TakeBack, WriteAnswer,
    },
    followup::{
        assign_task::AssignTask,
        remind::{Matter, Remind},
        task_link::RevokeLinks,
    },
    opinion::{
        classify::Classify,
        group::{Group, Into},
        hand_over::Transfer,
        open::OpenOpinion,
        receipt,
        reissue_code::reissue,
        seal::seal,
        search_staff::SearchStaff,
        split::Split,
        submit::{SubmitOpinion, submit},
        undo::Undo,
        ungroup::Ungroup,
        upload::{Kept, keep},
    },
};
use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source},
        draft::Draft,
        scope::{Audience, Scope},
        site::Site,
        state::{Basis, DialogueKind, Form},
        stop::Stopped,
    },
    opinion::{
        item::Grounded,
        kind::{Channel, Field, OpinionKind, SealedKind},
        reissue::IdentityCheck,
        submission::{PersonDetails, Submission},
        triage::{Classification, Part},
    },
    people::actor::Actor,
};
use caunoi_store::{args, urging::Urged};
use jiff::civil::date;

use crate::beside::{CHAIR, CLERK, Cast, unit};

/// An opinion comes in by the web; answers its matter's public id.
pub async fn comes_in(c: &Cast, text: &str) -> i64 {
    comes_in_with(c, text, Vec::new()).await
}

/// As [`comes_in`], with files.
pub async fn comes_in_with(c: &Cast, text: &str, files: Vec<Kept>) -> i64 {
    let submission = Submission {
        kind: OpinionKind::Petition,
        body: text.to_owned(),
        village_id: None,
        place_note: String::new(),
        occurred_on: None,
        person: PersonDetails { full_name: "Người Thử Nghiệm".to_owned(), ..PersonDetails::default() },
        name_public: false,
    };
    let verb = SubmitOpinion {
        unit_id: unit(),
        submission,
        channel: Channel::Web,
        files,
        signed: false,
        source: None,
        slip: receipt::slip(&c.app.keys, text),
    };
    submit(&c.app, &Actor::Person, text, verb).await.unwrap().0.item_public_id
}

/// Opinions are opened, split, undone, judged, grouped, taken out, found; a slip is made anew.
pub async fn opinions(c: &Cast) {
    let of_item = "SELECT o.public_id AS v FROM opinion o JOIN item i ON i.opinion_id = o.id WHERE i.public_id = $1";
    let first = comes_in(c, "Loa hỏng. Mương tắc.").await;
    let second = comes_in(c, "Mương thôn Thượng tắc.").await;
    let opinion = c.number(of_item, args![first]).await;
    c.act(CLERK, OpenOpinion { opinion }).await;
    let part = |body: &str| Part { title: String::new(), body: body.to_owned() };
    c.act(CLERK, Split { item: first, parts: vec![part("Loa hỏng."), part("Mương tắc.")] }).await;
    c.act(CLERK, Undo).await;
    let class = Classification { title: None, kind: None, field: Field::Water, grounded: Grounded::Grounded, note: "Đã xem".to_owned() };
    c.act(CLERK, Classify { items: vec![first, second], class }).await;
    c.act(CLERK, Group { items: vec![first, second], into: Into::New { title: "Mương tắc".to_owned(), field: Field::Water } }).await;
    c.act(CLERK, Ungroup { item: second }).await;
    reissue(&c.app, c.actor(CLERK), "phiếu mới", opinion, IdentityCheck::PhotoPaper).await.unwrap();
    let search = SearchStaff {
        unit_id: unit(),
        query: "muong".to_owned(),
        kind: String::new(),
        days: (None, None),
        standings: String::new(),
        limit: 20,
    };
    c.act(CLERK, search).await;
}

/// A task is given, its links taken back, its body reminded.
pub async fn follow_up(c: &Cast) {
    let second = comes_in(c, "Cầu thôn Thượng mục.").await;
    let assign = AssignTask {
        item: second,
        parent: None,
        body_id: world::body(world::VAN_TRACH, "phong-kinh-te"),
        partners: Vec::new(),
        task: "Khơi mương".to_owned(),
        due_on: None,
        due_basis: String::new(),
    };
    let task = c.act(CLERK, assign).await;
    c.act(CLERK, RevokeLinks { task }).await;
    let id = c.find("SELECT id AS v FROM assignment WHERE public_id = $1", args![task]).await;
    let remind = Remind {
        body_id: world::body(world::VAN_TRACH, "phong-kinh-te"),
        matters: vec![Matter { kind: Urged::Assignment, id }],
        text: "Đề nghị báo tiến độ.".to_owned(),
    };
    c.act(CLERK, remind).await;
}

/// A dialogue is drafted and sent back at every step, postponed, planned anew, cancelled.
pub async fn dialogue(c: &Cast) {
    let draft = |title: &str| Draft {
        kind: DialogueKind::Regular,
        basis: Basis::Both,
        title: title.to_owned(),
        on_day: date(2026, 12, 28),
        at_time: "07:30".to_owned(),
        place: "Nhà văn hóa thôn Hạ".to_owned(),
        form: Form::InPerson,
        audience: "Nhân dân thôn Hạ".to_owned(),
        how_to_join: "Đến dự trực tiếp".to_owned(),
        expected: Some(80),
        chairs: vec![world::post(world::VAN_TRACH, "chu-tich")],
        scope: Scope {
            audiences: vec![Audience::Residents],
            fields: vec![Field::Roads],
            council_post: world::post(world::VAN_TRACH, "tt-hdnd"),
            party_invited: true,
            ..Scope::default()
        },
    };
    let dialogue = c.act(CLERK, DraftDialogue { unit_id: unit(), draft: draft("Đối thoại thử nghiệm") }).await;
    let edit = EditDialogue { dialogue, draft: draft("Đối thoại với Nhân dân thôn Hạ") };
    c.act(CLERK, OnRead { of: Edited::Dialogue(dialogue), seen: String::new(), verb: edit }).await;
    let pdf = b"%PDF-1.4\n% bao cao\n%%EOF\n".to_vec();
    let file = Some(keep(&c.app, "files", "bao-cao.pdf", pdf).await.unwrap());
    c.act(CLERK, AddDocument { dialogue, title: "Báo cáo năm".to_owned(), symbol: "12/BC-UBND".to_owned(), file }).await;
    let document = c
        .find("SELECT id AS v FROM dialogue_document WHERE dialogue_id = (SELECT id FROM dialogue WHERE public_id = $1)", args![dialogue])
        .await;
    c.act(CLERK, RemoveDocument { dialogue, document }).await;
    let site =
        Site {
            place: "Nhà văn hóa thôn Thượng".to_owned(), on_day: None, at_time: String::new(), villages: Vec::new(), people: None
        };
    c.act(CLERK, PutSite { dialogue, site_id: String::new(), site }).await;
    let site_id = c
        .find("SELECT id AS v FROM dialogue_site WHERE dialogue_id = (SELECT id FROM dialogue WHERE public_id = $1)", args![dialogue])
        .await;
    c.act(CLERK, RemoveSite { dialogue, site_id }).await;
    c.act(CLERK, SubmitDialogue { dialogue }).await;
    c.act(CHAIR, ReturnDialogue { dialogue, note: "Ghi rõ địa điểm".to_owned() }).await;
    c.act(CLERK, SubmitDialogue { dialogue }).await;
    c.act(CHAIR, ApproveDialogue { dialogue }).await;
    c.act(CHAIR, TakeBack::Dialogue(dialogue)).await;
    c.act(CHAIR, ApproveDialogue { dialogue }).await;
    let choice = |title: &str| Choice {
        source: Source::None,
        title: title.to_owned(),
        reason: "Nhiều người nêu".to_owned(),
        source_note: String::new(),
    };
    let dropped = c.act(CLERK, ChooseTopic { dialogue, choice: choice("Chợ") }).await;
    let topic = c.act(CLERK, ChooseTopic { dialogue, choice: choice("Đường thôn Hạ") }).await;
    c.act(CLERK, DropTopic { dialogue, topic: dropped, note: "Đã trả lời".to_owned() }).await;
    c.act(CLERK, SubmitContents { dialogue }).await;
    c.act(CHAIR, ReturnContents { dialogue, note: "Thêm số liệu".to_owned() }).await;
    c.act(CLERK, SubmitContents { dialogue }).await;
    c.act(CHAIR, ApproveContents { dialogue }).await;
    let ask = AskAnswer { dialogue, topic, body: world::body(world::VAN_TRACH, "phong-kinh-te"), due: "2026-12-20".to_owned() };
    let answer = c.act(CLERK, ask).await;
    let body = "kinhte.vantrach";
    c.act(body, WriteAnswer { answer: answer.clone(), text: "Sẽ làm".to_owned(), norm: String::new() }).await;
    let submit = || SubmitAnswer { answer: answer.clone(), text: "Làm trong quý I".to_owned(), norm: "Nghị quyết 3".to_owned() };
    c.act(body, submit()).await;
    c.act(CHAIR, ReturnAnswer { answer: answer.clone(), note: "Ghi rõ tháng".to_owned() }).await;
    c.act(body, submit()).await;
    c.act(CHAIR, ApproveAnswer { answer }).await;
    let why = || Stopped { reason: "Bão".to_owned(), paper: "40/TB-UBND".to_owned(), paper_on: Some(date(2026, 11, 24)) };
    c.act(CLERK, PostponeDialogue { dialogue, why: why() }).await;
    c.act(CHAIR, ReplanDialogue { dialogue, on_day: date(2026, 12, 30), at_time: String::new(), place: String::new() }).await;
    c.act(CLERK, CancelDialogue { dialogue, why: why() }).await;
}

/// Signed minutes get an addendum.
pub async fn minutes(c: &Cast) {
    let signed = "SELECT d.public_id AS v FROM dialogue d JOIN minutes m ON m.dialogue_id = d.id WHERE d.unit_id = $1 AND m.state = 'signed' ORDER BY d.id";
    let signed = c.number(signed, args![unit()]).await;
    c.act(CLERK, AddAddendum { dialogue: signed, text: "Bổ sung một câu (dựng ra).".to_owned() }).await;
}

/// A denunciation that came by mistake is sealed.
pub async fn sealed(c: &Cast) {
    let third = comes_in(c, "Tôi tố cáo ông Nguyễn Văn Mỗ (dựng ra).").await;
    let transfer = Transfer {
        kind: SealedKind::Denunciation,
        paper: "31/PC-UBND".to_owned(),
        sent_on: Some(date(2026, 11, 24)),
        receiver: "Thanh tra thành phố (dựng ra)".to_owned(),
        due_on: None,
    };
    seal(&c.app, c.actor(CLERK), third, transfer).await.unwrap();
}
