//! Beside the story: notices of receptions that were wrong, what is opened and taken away and leaves a line in a log, acts
//! on several matters at once, reminders by rule that an office sends or drops, a table that waits, published figures, an
//! office that is set up, mails that are handed over, a session that goes on.

use std::{future::Future, pin::Pin, sync::Arc};

use caunoi_app::{
    App, SteppedClock,
    demo::world,
    duty::{
        cancel_reception::{CorrectCancel, WithdrawCancel},
        head_record::WithdrawOpening,
        reckon,
        waive::WaiveDuty,
        waiver_draft::ReturnWaiver,
        withdraw_waiver::WithdrawWaiver,
    },
    export::{self, Table},
    followup::{
        open_sent::OpenSent,
        urge_by_rule::{DropDraft, SendDraft},
    },
    import::{
        Manner, draft, find,
        landing::{self, Landing},
    },
    opinion::{
        classify::Classify,
        open::OpenFile,
        publish::{Publish, PublishOf},
        search_staff::{OpenHit, SearchStaff},
        several::Several,
        upload::keep,
    },
    outbox::{self, Mailer, Undelivered, Waiting},
    people::{
        account::hash_password,
        set_up::{FirstAdmin, SetUpOffice, office_of},
        sign_in,
    },
    report::{record_figure::RecordFigure, record_finding::RecordFinding},
};
use caunoi_domain::{
    opinion::{item::Grounded, kind::Field, triage::Classification},
    people::{actor::Actor, template},
    regulation::{
        entry::{EntryWord, NewEntry},
        reception::NewCancel,
    },
    report::{
        figure::{Counted, Figure, Quantity, Source},
        finding::{Finding, FindingKind},
    },
    unit::Level,
};
use caunoi_store::{args, reception};
use jiff::civil::date;

use crate::{
    beside::{CHAIR, CLERK, Cast, unit},
    beside_desk::{CITY_CLERK, own_book},
    beside_dialogue::{comes_in, comes_in_with},
};

const CITY_HEAD: &str = "chutich.thanhpho";

/// The program at a later hour of the story's last day, or on the day after it.
fn at(app: &App, day: i8, hour: i8) -> App {
    let clock = SteppedClock::at(0);
    clock.set_day(date(2026, 11, day), hour, 0);
    App { clock: Arc::new(clock), ..app.clone() }
}

/// The notice of a cancelled day is corrected, then withdrawn.
pub async fn receptions(c: &Cast) {
    let cancelled = reception::cancels_look(&unit(), "2026-11-01", "2027-12-31");
    let cancelled = cancelled.alone(&mut c.app.store.read().await.unwrap()).await.unwrap().remove(0);
    let (post_id, on) = (cancelled.post_id, cancelled.cancel.on);
    let cancel = NewCancel { reason: "Dự hội nghị của thành phố (dựng ra)".to_owned(), ..cancelled.cancel };
    c.act(CLERK, CorrectCancel { unit_id: unit(), post_id: post_id.clone(), cancel }).await;
    c.act(CLERK, WithdrawCancel { unit_id: unit(), post_id, on }).await;
}

/// The head of the city returns a reason, accepts another, and closes the records of the heads to the Front again.
pub async fn decisions(c: &Cast) {
    let waiting = c.find("SELECT id AS v FROM waiver_draft WHERE state = 'submitted' ORDER BY id", args![]).await;
    c.act(CITY_HEAD, ReturnWaiver { draft: waiting, note: "Ghi rõ ngày làm bù".to_owned() }).await;
    let decision = c.find("SELECT id AS v FROM head_record_opening WHERE withdrawn_on IS NULL ORDER BY id", args![]).await;
    c.act(CITY_HEAD, WithdrawOpening { decision, why: "Hết đợt giám sát (dựng ra)".to_owned() }).await;
    let (today, place) = (c.app.clock.today(), unit());
    let reckoned = {
        let mut conn = c.app.store.read().await.unwrap();
        reckon::reckon(&mut conn, &c.app.calendar(), &place, today.year()..=today.year(), today).await.unwrap()
    };
    let duty = reckoned.duties.last().unwrap();
    let entry = NewEntry {
        kind: EntryWord::Waiver,
        post_id: duty.post_id.clone(),
        on: today,
        period: None,
        to: None,
        percent: None,
        subject: String::new(),
        who: String::new(),
        by: None,
        paper: "1470/UBND-VP (dựng ra)".to_owned(),
        receivers: String::new(),
        note: "Bão (dựng ra)".to_owned(),
    };
    let waive = WaiveDuty { unit_id: place.clone(), subject: duty.id.clone(), year: today.year(), entry };
    let entry = c.act(CITY_HEAD, waive).await;
    c.act(CITY_HEAD, WithdrawWaiver { unit_id: place, entry, why: "Ghi nhầm nhiệm vụ (dựng ra)".to_owned() }).await;
}

/// A file of an opinion is opened.
pub async fn opened(c: &Cast) {
    let pdf = b"%PDF-1.4\n% anh chup\n%%EOF\n".to_vec();
    comes_in_with(c, "Cống thôn Thượng sập, có ảnh.", vec![keep(&c.app, "files", "cong.pdf", pdf).await.unwrap()]).await;
    let file = "SELECT public_id AS v FROM file WHERE unit_id = $1 AND subject_kind = 'opinion' ORDER BY id DESC";
    c.act(CLERK, OpenFile { file: c.number(file, args![unit()]).await }).await;
}

/// A hit of a search is opened.
pub async fn found(c: &Cast) {
    let search = SearchStaff {
        unit_id: unit(),
        query: "mương".to_owned(),
        kind: String::new(),
        days: (None, None),
        standings: String::new(),
        limit: 20,
    };
    let found = c.act(CLERK, search).await;
    let hit = (found.hits[0].kind.clone(), found.hits[0].reference.clone());
    c.act(CLERK, OpenHit { log_id: found.log_id, hit }).await;
}

/// The city reads a matter that was sent up to it.
pub async fn sent_up(c: &Cast) {
    let sent = "SELECT public_id AS v FROM escalation WHERE to_unit_id = $1 AND item_id NOT IN (SELECT item_id FROM item_restriction) \
                ORDER BY id";
    c.act(CITY_CLERK, OpenSent { sent: c.number(sent, args![world::unit(world::CITY)]).await }).await;
}

/// The office takes its book away as a table.
pub async fn taken(c: &Cast) {
    export::take(&c.app, Some(c.actor(CLERK)), Table::Opinions).await.unwrap();
}

/// Several matters are judged at once, several texts published by one press.
pub async fn several(c: &Cast) {
    let items = vec![comes_in(c, "Chợ họp lấn đường.").await, comes_in(c, "Đường chợ ngập.").await];
    let class = Classification { title: None, kind: None, field: Field::Roads, grounded: Grounded::Grounded, note: "Đã xem".to_owned() };
    let sorted = c.act(CLERK, Several(Classify { items: items.clone(), class })).await;
    assert_eq!(sorted.done, items);
    for item in items {
        let text = Publish { item, title: "Việc ở chợ".to_owned(), body: "Việc ở chợ của xã.".to_owned() };
        c.act(CLERK, PublishOf { text, press: "một lần bấm".to_owned() }).await;
    }
}

/// Of the reminders that the rules drafted, one is sent and one dropped.
pub async fn rules(c: &Cast) {
    let waiting = "SELECT id AS v FROM urging_draft WHERE unit_id = $1 AND state = 'waiting' AND mode = $2 ORDER BY id DESC";
    c.act(CLERK, SendDraft { draft: c.find(waiting, args![unit(), "drafted"]).await }).await;
    c.act(CHAIR, DropDraft { draft: c.find(waiting, args![unit(), "approved"]).await }).await;
}

/// A table waits, is landed a second time, which lands nothing twice, and is thrown away.
pub async fn table(c: &Cast) {
    let kind = find("opinions").unwrap();
    let new = draft::NewDraft {
        unit_id: unit(),
        kind: kind.word(),
        action: kind.action(),
        name: "so.csv".to_owned(),
        bytes: "Số;Ngày nhận".as_bytes().to_vec(),
    };
    let key = draft::keep(&c.app, c.actor(CLERK), new).await.unwrap();
    let (rows, mapping) = own_book();
    let reason = |_: &caunoi_app::import::WrongCell| [String::new(), String::new()];
    let landing = Landing { key: key.clone(), kind, unit_id: unit(), rows, mapping, manner: Manner::default(), reason };
    landing::begin(&c.app, c.actor(CLERK), landing).await.unwrap().await.unwrap();
    c.act(CLERK, draft::DropDraft(key)).await;
}

/// A figure and a finding as a paper printed them.
pub async fn figures(c: &Cast) {
    let source = || Source {
        title: "Báo cáo (dựng ra)".to_owned(),
        publisher: String::new(),
        published_on: None,
        reference: "01-BC/HU (dựng ra)".to_owned(),
    };
    let figure = Figure {
        key: "dung-ra-2025".to_owned(),
        unit_id: unit(),
        named: Vec::new(),
        level: None,
        counted: Counted::Dialogues,
        what: "cuộc đối thoại".to_owned(),
        quantity: Quantity::parse("12").unwrap(),
        from_on: date(2025, 7, 1),
        to_on: date(2025, 12, 31),
        days_assumed: false,
        period: "6 tháng cuối năm 2025".to_owned(),
        part_of: None,
        pilot: false,
        printed: "đã tổ chức 12 cuộc đối thoại (dựng ra)".to_owned(),
        source: source(),
    };
    c.app.carry_out(&Actor::System, RecordFigure { figure, seq: 1 }).await.unwrap();
    let finding = Finding {
        key: "dung-ra-ket-luan".to_owned(),
        kind: FindingKind::FewDialogues,
        units: vec![unit()],
        supervisor: "Đoàn giám sát (dựng ra)".to_owned(),
        object: "người đứng đầu".to_owned(),
        period: "năm 2025".to_owned(),
        paper: String::new(),
        printed: "số cuộc đối thoại chưa nhiều (dựng ra)".to_owned(),
        source: source(),
    };
    c.app.carry_out(&Actor::System, RecordFinding { finding, seq: 1 }).await.unwrap();
}

/// A real office of the city's list is set up with its usual bodies.
pub async fn set_up(c: &Cast) {
    let free = "SELECT u.id AS v FROM unit u WHERE u.level = 'commune' AND u.source <> 'demo' AND NOT EXISTS \
                (SELECT b.id FROM body b WHERE b.unit_id = u.id) ORDER BY u.id";
    let bodies = template::usual(Level::Commune, "xa").unwrap();
    let verb = SetUpOffice {
        unit_id: c.find(free, args![]).await,
        successions: template::successions().unwrap(),
        policy_basis: String::new(),
        admin_body: office_of(&bodies).unwrap().to_owned(),
        admin: FirstAdmin {
            login: "quantri.moi".to_owned(),
            full_name: "Mai Tiến Dũng".to_owned(),
            password_hash: hash_password(&c.app, "mat-khau-mot-lan".to_owned()).await.unwrap(),
            must_change: true,
        },
        bodies,
    };
    c.app.carry_out(&Actor::System, verb).await.unwrap();
}

/// A server of mails that takes one, is down for the next, refuses the third, and so on.
#[derive(Default)]
struct Moody(std::sync::atomic::AtomicUsize);

impl Mailer for Moody {
    fn send<'a>(&'a self, _: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>> {
        let n = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Box::pin(async move {
            match n % 3 {
                0 => Ok(()),
                1 => Err(Undelivered::Later("451 xin gửi lại sau".to_owned())),
                _ => Err(Undelivered::Never("550 không có hộp thư này".to_owned())),
            }
        })
    }
}

/// Mails are handed over.
pub async fn mails(c: &Cast) {
    let done = outbox::run_due(&at(&c.app, 25, 8), &Moody::default()).await.unwrap();
    assert!(done.taken() > 0, "no mail waits in the story");
}

/// A session is used on.
pub async fn session(c: &Cast) {
    let token = sign_in::sign_in(&c.app, CLERK, crate::player::PASSWORD.to_owned()).await.unwrap().unwrap();
    sign_in::signed_in(&at(&c.app, 24, 9), &token).await.unwrap().unwrap();
}
