//! Beside the story: texts that a head returns and publishes, findings and their tasks, entries of the ledger, minutes that
//! are written anew, an internal document, mails that stop, a book that lands with its mapping and its slips.

use caunoi_app::{
    demo::world,
    desk::seen::{AsSeen, Waits, Words},
    dialogue::{EditEntry, HoldDialogue, MoveOutEntry, write_entry},
    duty::{
        reckon,
        record_speech::RecordSpeech,
        remedial::{extend::ExtendRemedial, reopen::ReopenRemedial, urge::UrgeRemedial},
        set_own_limit::SetOwnLimit,
        urge_duty::UrgeDuty,
        void_entry::VoidEntry,
    },
    import::{Job, Manner, find, mapping::SaveMapping},
    opinion::{
        hand_over::{AcceptTransfer, Transfer},
        print_slips::PrintSlips,
        submit_text::{ApproveText, ReturnText, SubmitText},
    },
    outbox::{StopMail, stop_token},
    people::set_policy::SetPolicy,
    regulation::{approve_summary::ApproveSummary, register::RegisterDocument},
};
use caunoi_domain::{
    dialogue::minutes_form::{EntryForm, Link},
    import::Mapping,
    opinion::kind::SealedKind,
    people::{actor::Actor, publication_policy::Choice},
    regulation::{
        clause::DayCount,
        document::{Area, Document, DocumentKind, Visibility},
        own::{OwnLimit, OwnLimitName, SetBy},
    },
    text::table::Row,
};
use caunoi_papers::sheet;
use caunoi_store::args;
use jiff::civil::date;

use crate::{
    beside::{ADMIN, CHAIR, CLERK, Cast, unit},
    beside_dialogue::comes_in,
};

/// The clerk of the city above.
pub const CITY_CLERK: &str = "vanphong.thanhpho";

/// Where a head decides on publication: a text is laid before them, returned, laid before them again, published.
pub async fn texts(c: &Cast) {
    let decides =
        |head: i64| SetPolicy { unit_id: unit(), values: vec![(Choice::HeadDecides, head)], basis: "12/KH-UBND (dựng ra)".to_owned() };
    c.act(ADMIN, decides(1)).await;
    let item = comes_in(c, "Đèn ngõ Hạ tắt ba tuần.").await;
    let text_of = |item: i64, body: &str| SubmitText { item, title: "Đèn ngõ Hạ tắt".to_owned(), body: body.to_owned() };
    let text = |body: &str| text_of(item, body);
    c.act(CLERK, text("Đèn tắt.")).await;
    c.act(CHAIR, ReturnText { item, note: "Ghi rõ ngõ nào".to_owned() }).await;
    c.act(CLERK, text("Đèn ngõ Hạ tắt ba tuần.")).await;
    c.act(CHAIR, ApproveText { item }).await;
    // The head decides about the words that stood before them.
    let item = comes_in(c, "Đèn ngõ Thượng tắt.").await;
    c.act(CLERK, text_of(item, "Đèn ngõ tắt.")).await;
    let of = Waits::Text(item);
    let words = Words::now(&mut c.app.store.read().await.unwrap(), &of).await.unwrap().unwrap();
    c.act(CHAIR, AsSeen { of, seen: words.mark(&c.app.keys), verb: ApproveText { item } }).await;
    c.act(ADMIN, decides(0)).await;
}

/// What a superior does about findings, and what an office strikes out of the ledger again.
pub async fn ledger(c: &Cast) {
    let set = SetBy { from: date(2027, 1, 1), paper: "15/QĐ-UBND (dựng ra)".to_owned(), label: String::new() };
    let limit = OwnLimit { name: OwnLimitName::Report, days: 12, count: DayCount::Calendar, set: Some(set) };
    c.act(CITY_CLERK, SetOwnLimit { unit_id: world::unit(world::CITY), limit }).await;
    let remedial = async |state: &str| c.find("SELECT id AS v FROM remedial WHERE state = $1 ORDER BY id", args![state]).await;
    let (open, done) = (remedial("open").await, remedial("done").await);
    c.act(CITY_CLERK, ExtendRemedial { remedial: open, due: "30/12/2026".to_owned(), reason: "Bão".to_owned() }).await;
    c.act(CITY_CLERK, ReopenRemedial { remedial: done.clone(), due: "20/12/2026".to_owned(), reason: "Chưa đủ".to_owned() }).await;
    c.act(CITY_CLERK, UrgeRemedial { remedial: done, text: "Đề nghị làm ngay".to_owned() }).await;
    let (today, place) = (c.app.clock.today(), unit());
    let reckoned = {
        let mut conn = c.app.store.read().await.unwrap();
        reckon::reckon(&mut conn, &c.app.calendar(), &place, today.year()..=today.year(), today).await.unwrap()
    };
    let duty = reckoned.duties[0].id.clone();
    c.act(CITY_CLERK, UrgeDuty { unit_id: unit(), duty, text: "Sắp đến hạn".to_owned() }).await;
    let entry = "SELECT id AS v FROM duty_entry WHERE unit_id = $1 AND kind = 'reception' AND void_at IS NULL ORDER BY id";
    let entry = c.find(entry, args![unit()]).await;
    c.act(CLERK, VoidEntry { unit_id: unit(), entry }).await;
    let held = "SELECT id AS v FROM dialogue WHERE unit_id = $1 AND held_on LIKE '2026-%' ORDER BY id";
    let dialogue = c.find(held, args![unit()]).await;
    c.act(CLERK, RecordSpeech { unit_id: unit(), dialogue, people: 70, chair: 40 }).await;
}

fn transfer(paper: &str) -> Transfer {
    Transfer {
        kind: SealedKind::Complaint,
        paper: paper.to_owned(),
        sent_on: Some(date(2026, 11, 24)),
        receiver: "Thanh tra thành phố (dựng ra)".to_owned(),
        due_on: None,
    }
}

/// An entry of open minutes is written anew; another leaves them for the register of transfers, where it is accepted.
pub async fn hall(c: &Cast) {
    let ahead = "SELECT public_id AS v FROM dialogue WHERE unit_id = $1 AND state = 'announced' AND on_day > '2026-11-24' ORDER BY id";
    let dialogue = c.number(ahead, args![unit()]).await;
    c.act(CLERK, HoldDialogue { dialogue, held_on: date(2026, 11, 24) }).await;
    let entry = |said: &str| EntryForm {
        speaker: "Người dân thôn Hạ".to_owned(),
        village_id: None,
        said: said.to_owned(),
        answer: "Xã sẽ xem".to_owned(),
        answered_by: "Chủ tịch UBND xã".to_owned(),
        promised_on: None,
        link: Link::None,
    };
    for said in ["Đường thôn Hạ hẹp.", "Tôi khiếu nại việc thu hồi đất (dựng ra)."] {
        write_entry(&c.app, c.actor(CLERK), said, dialogue, entry(said)).await.unwrap();
    }
    let of = async |said: &str| c.find("SELECT id AS v FROM minute_entry WHERE said = $1", args![said]).await;
    let (first, second) = (of("Đường thôn Hạ hẹp.").await, of("Tôi khiếu nại việc thu hồi đất (dựng ra).").await);
    c.act(CLERK, EditEntry { dialogue, entry_id: first, entry: entry("Đường thôn Hạ hẹp, xe tránh nhau không được.") }).await;
    let id = c.act(CLERK, MoveOutEntry { dialogue, entry_id: second, transfer: transfer("41/PC-UBND") }).await;
    c.act(CLERK, AcceptTransfer { id, accepted_on: date(2026, 11, 24) }).await;
}

/// An internal document is registered and its summary approved.
pub async fn summary(c: &Cast) {
    let document = Document {
        id: String::new(),
        kind: DocumentKind::Regulation,
        number: "09-QC/ĐU".to_owned(),
        title: "Quy chế nội bộ (dựng ra)".to_owned(),
        issuer: "Đảng ủy xã (dựng ra)".to_owned(),
        area: Area::Unit,
        unit_id: None,
        issued_on: Some(date(2026, 10, 1)),
        known_by: None,
        valid_from: None,
        valid_to: None,
        days_confirmed: true,
        visibility: Visibility::Internal,
        source: "Dựng ra để kiểm thử".to_owned(),
        note: String::new(),
        links: Vec::new(),
        clauses: Vec::new(),
    };
    let regulation = c.act(CLERK, RegisterDocument { unit_id: unit(), id: None, issuer_unit: String::new(), document }).await;
    c.act(CHAIR, ApproveSummary { regulation, summary: "Nói về việc phối hợp chuẩn bị đối thoại.".to_owned() }).await;
}

/// A person stops the mails about their opinion.
pub async fn mail(c: &Cast) {
    let item = comes_in(c, "Xin đừng gửi thư nữa.").await;
    let of_item = "SELECT o.public_id AS v FROM opinion o JOIN item i ON i.opinion_id = o.id WHERE i.public_id = $1";
    let opinion = c.number(of_item, args![item]).await;
    let token = stop_token(&c.app.keys, opinion);
    c.app.carry_out(&Actor::Person, StopMail { token }).await.unwrap();
}

/// A book with a head of its own, and under which column of ours that stands.
pub fn own_book() -> (Vec<Row>, Mapping) {
    let kind = find("opinions").unwrap();
    let body = kind.columns().iter().find(|column| column.vi == "Nội dung").unwrap();
    let mut text = "Số;Ngày nhận;Hình thức;Loại;Dân nói gì\n".to_owned();
    for n in 1..=5 {
        text.push_str(&format!("{n};{n}/11/2026;trực tiếp;kiến nghị;Việc thứ {n} trong sổ của thôn.\n"));
    }
    (sheet::read(text.as_bytes()).unwrap(), Mapping::of(kind.columns(), [("Dân nói gì", body.code)]).unwrap())
}

/// It lands by a mapping that is remembered, and its slips are printed.
pub async fn book(c: &Cast) {
    let (kind, (table, mapping), place) = (find("opinions").unwrap(), own_book(), unit());
    c.act(CLERK, SaveMapping { unit_id: unit(), kind: kind.word(), action: kind.action(), mapping: mapping.clone() }).await;
    let job = Job { unit_id: &place, table: &table, mapping: &mapping, manner: Manner::default() };
    let taken = kind.import(&c.app, c.actor(CLERK), job, &|_, _| {}).await.unwrap();
    assert_eq!((taken.landed, taken.refused()), (5, 0));
    let slips = c.act(CLERK, PrintSlips { batch: taken.batch.unwrap() }).await;
    assert_eq!(slips.len(), 5);
}
