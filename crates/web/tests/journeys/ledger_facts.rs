//! What the ledger takes for a fact and what not: acts that the desk took back, an opinion that nobody answered, each head's
//! own notice, the program's own first day, dialogues of the old book; and that a schema that grew mends what older
//! versions wrote (issue D).

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    dialogue::DraftNotice,
    duty::reckon::{self, Reckoned},
    import::{Job, Manner},
    opinion::{assign_at_once::AssignAtOnce, publish::Publish, search_staff, to_dialogue::ToDialogue, undo::Undo},
    regulation::load::load_file,
    rounds::run_due,
};
use caunoi_domain::{
    dialogue::notice_form::TypedConclusion,
    import::Mapping,
    people::actor::Actor,
    regulation::{
        clause::ClauseKind,
        ledger::{
            DutyState, FindingKind,
            facts::{OpinionFact, ReopenedFact},
        },
    },
    unit::Level,
};
use caunoi_store::{Change, Tx, duty_facts, duty_sheet, job, migrate::STEPS, people};
use caunoi_testkit::on_both;
use jiff::civil::date;

use crate::{
    follow::{answer, items, number, verdict},
    hall::{held, held_by, office, opinion, signed},
    kit::Site,
    ledger::{RULE, site},
    send::send,
    set_up,
    year_plan::book,
};

/// An invented rule: the person is told within ten working days.
pub const TOLD: &str = r#"
[[document]]
id = "van-trach-bao-tin"
kind = "regulation"
title = "Quy chế dựng ra để kiểm thử việc báo tin"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "person_notice"
citation = "Điều 6"
text = "Báo cho người gửi trong 10 ngày làm việc."
source = "fixture"
confirmed = true
days = 10
count = "working"
"#;

/// A statement that is run as it stands.
struct Raw(&'static str);

impl Change for Raw {
    type Done = ();
    type Refused = caunoi_app::Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), caunoi_app::Refusal> {
        tx.exec(self.0, Vec::new()).await?;
        Ok(())
    }
}

async fn raw(site: &Site, sql: &'static str) {
    site.app.store.write(Raw(sql)).await.unwrap();
}

async fn reckoned(site: &Site, unit: &str, year: i16) -> Reckoned {
    let mut conn = site.app.store.read().await.unwrap();
    reckon::of_year(&mut conn, &site.app.calendar(), unit, year, site.app.clock.today()).await.unwrap()
}

async fn found(site: &Site) -> Vec<FindingKind> {
    reckoned(site, &world::unit(VAN_TRACH), site.app.clock.today().year()).await.findings.iter().map(|f| f.kind).collect()
}

/// The only opinion as the ledger sees it.
async fn fact(site: &Site) -> OpinionFact {
    let mut conn = site.app.store.read().await.unwrap();
    let bound = duty_facts::bound(&mut conn, &world::unit(VAN_TRACH)).await.unwrap().unwrap();
    let mut all = duty_facts::of(duty_facts::told(&mut conn, &bound.unit_id, 2026, 2026).await.unwrap(), &bound).unwrap().opinions;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// The duties of chair and secretary to issue the notice of the year's one dialogue.
async fn notices(site: &Site) -> (DutyState, DutyState) {
    let r = reckoned(site, &world::unit(VAN_TRACH), 2026).await;
    let of = |post: &str| r.duties.iter().find(|d| d.kind == ClauseKind::NoticeLimit && d.post_id == post).unwrap().state;
    (of("D0001-chu-tich"), of("D0001-bi-thu"))
}

on_both! {
    async fn s1_9_what_the_desk_took_back_is_no_fact(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "told.toml", TOLD, false).await.unwrap();
        let item = opinion(&site, "Mương tiêu tắc.").await;
        let day = |n| date(2026, 11, n);
        let publish = || Publish { item, title: "Mương tiêu tắc".into(), body: "Mương tiêu tắc.".into() };
        let app = &site.app;
        app.carry_out(&office(), publish()).await.unwrap();
        assert_eq!(fact(&site).await.decided_on, Some(day(23)));
        app.carry_out(&office(), Undo).await.unwrap();
        app.carry_out(&office(), ToDialogue { items: vec![item] }).await.unwrap();
        assert_eq!(fact(&site).await.told_on, Some(day(23)));
        app.carry_out(&office(), Undo).await.unwrap();
        let assign = || AssignAtOnce {
            items: vec![item],
            body_id: "D0001-phong-kinh-te".into(),
            partners: vec![],
            task: "Nạo vét".into(),
            due_on: None,
        };
        app.carry_out(&office(), assign()).await.unwrap();
        app.carry_out(&office(), Undo).await.unwrap();
        let back = fact(&site).await;
        assert_eq!((back.told_on, back.decided_on), (None, None), "each of them was taken back");
        site.on(date(2026, 12, 20));
        let all = found(&site).await;
        assert!(all.contains(&FindingKind::PublicationSilent) && all.contains(&FindingKind::NoAnswer), "{all:?}");
        // What stands in the end counts from its own day, not from that of the act that was taken back.
        app.carry_out(&office(), publish()).await.unwrap();
        app.carry_out(&office(), assign()).await.unwrap();
        let stands = fact(&site).await;
        assert_eq!((stands.decided_on, stands.told_on), (Some(date(2026, 12, 20)), Some(date(2026, 12, 20))));
    }

    async fn s1_9_an_opinion_that_was_taken_to_a_dialogue_and_never_answered_is_named(db: Fresh) {
        let site = site(db).await;
        let hall = held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2026, 12, 15));
        assert!(!found(&site).await.contains(&FindingKind::Unanswered), "ten days after it was held");
        site.on(date(2026, 12, 16));
        assert!(found(&site).await.contains(&FindingKind::Unanswered), "nothing tells that it was answered");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Ý kiến đã đưa ra đối thoại, đã giao hoặc mở lại, chưa có trả lời");
        signed(&site, &hall).await;
        assert!(!found(&site).await.contains(&FindingKind::Unanswered), "the minutes have the answer");
    }

    async fn s1_9_an_opinion_that_was_opened_again_and_never_answered_again_is_named(db: Fresh) {
        let site = site(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        let item = items(&site).await[0];
        site.app.carry_out(&office(), Publish { item, title: "Mương tiêu tắc".into(), body: "Mương tiêu tắc.".into() }).await.unwrap();
        answer(&site, item).await;
        site.on(date(2026, 11, 25));
        let mut person = site.visitor();
        let page = person.submit("/theo-doi", &[("code", &code)]).await;
        verdict(&mut person, &page, &secret, "disagree", "Mương vẫn tắc.").await;
        person.get("/theo-doi/y-kien").await.says("Mở lại để giải quyết tiếp").says("09/12/2026");
        let wait = |answered_on| ReopenedFact { on: date(2026, 11, 25), by: Some(date(2026, 12, 9)), answered_on };
        let known = fact(&site).await;
        assert_eq!((known.answered_on, known.reopened), (Some(date(2026, 11, 23)), Some(wait(None))), "the answer in time stays so");
        site.on(date(2026, 12, 9));
        assert!(!found(&site).await.contains(&FindingKind::Unanswered), "on the day that the person was told");
        site.on(date(2026, 12, 10));
        assert!(found(&site).await.contains(&FindingKind::Unanswered), "nobody answered again");
        let mut thu = site.officer("vanthu.vantrach").await;
        let board = thu.get("/cong-viec/so-nhiem-vu?nam=2026").await;
        board.says("Ý kiến đã đưa ra đối thoại, đã giao hoặc mở lại, chưa có trả lời");
        let finding = board.link("/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&#38;nam=2026&#38;loai=unanswered").replace("&#38;", "&");
        thu.get(&finding).await.says("Mở lại vì người gửi chưa đồng ý").says("25/11/2026");
        site.on(date(2027, 1, 5));
        assert!(found(&site).await.contains(&FindingKind::Unanswered), "still open in the next year");
        answer(&site, item).await;
        assert_eq!(fact(&site).await.reopened, Some(wait(Some(date(2027, 1, 5)))));
        assert!(!found(&site).await.contains(&FindingKind::Unanswered), "answered again");
    }

    async fn s1_14_a_conference_with_one_notice_has_one_for_both_heads(db: Fresh) {
        let site = site(db).await;
        let hall = held_by(&site, &["Cây gãy đường thôn Hạ"], &["D0001-bi-thu", "D0001-chu-tich"]).await;
        signed(&site, &hall).await;
        let form = crate::privacy::concluded("explained", "Đã giải thích", TypedConclusion::default());
        crate::hall::issued(&site, &hall, vec![form]).await;
        site.on(date(2026, 12, 16));
        assert_eq!(notices(&site).await, (DutyState::Met, DutyState::Met));
    }

    async fn s1_14_the_notice_of_one_head_is_not_that_of_the_other(db: Fresh) {
        let site = site(db).await;
        let hall = held_by(&site, &["Cây gãy đường thôn Hạ"], &["D0001-bi-thu", "D0001-chu-tich"]).await;
        signed(&site, &hall).await;
        // The committee makes a notice of its own: that one is the secretary's, and it is not issued.
        site.app.carry_out(&office(), DraftNotice { dialogue: hall.dialogue, body_id: "D0001-dang-uy".into() }).await.unwrap();
        let form = crate::privacy::concluded("explained", "Đã giải thích", TypedConclusion::default());
        crate::hall::issued(&site, &hall, vec![form]).await;
        site.on(date(2026, 12, 16));
        assert_eq!(notices(&site).await, (DutyState::Met, DutyState::Breached));
    }

    async fn a_new_office_reads_the_time_before_it_apart_and_enters_it(db: Fresh) {
        let site = Site::empty(db).await;
        set_up::set_up(&site, "10615", Level::Commune, "xa", "abcdefgh23456777").await;
        load_file(&site.app, "fixture.toml", &RULE.replace("D0001.demo", "10615.2025"), false).await.unwrap();
        let mut admin = site.visitor();
        set_up::first_sign_in(&mut admin, "quantri", "abcdefgh23456777", "lúa chín vàng đồng làng").await;
        let form = admin.get("/quan-tri/nguoi").await;
        let rows = "Vũ Thị Hoa\t\tTham mưu\tVăn phòng HĐND và UBND\t".to_owned();
        let fields = [("csrf", form.field("csrf")), ("rows", rows), ("mo", "yes".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let slips = admin.submit("/quan-tri/nguoi/nhap", &fields).await;
        let login = set_up::code(&slips, 0);
        let mut clerk = site.visitor();
        set_up::first_sign_in(&mut clerk, &login, &set_up::code(&slips, 1), "gió đưa cành trúc la đà").await;
        let before = |r: &Reckoned| r.duties.iter().filter(|d| d.state == DutyState::BeforeUse).count();
        let r = reckoned(&site, "10615.2025", 2026).await;
        assert_eq!(r.bound.used_from, Some(date(2026, 11, 23)));
        let all = before(&r);
        assert!(all >= 2 && r.duties.iter().all(|d| d.state != DutyState::Breached), "the dialogue of June of each head");
        assert!(r.findings.is_empty(), "{:?}", r.findings);
        let at = "/cong-viec/so-nhiem-vu?nam=2026";
        let board = clerk.get(at).await;
        board
            .says(&format!("{all} việc có hạn trước ngày 23/11/2026"))
            .says("Chưa có ghi trong phần mềm")
            .says("Trước khi dùng phần mềm")
            .hides("Quá hạn 1");
        let duty = clerk.get(&format!("{at}&loc=truoc-khi-dung")).await;
        let href =
            duty.html.split("class=\"hit\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        clerk
            .get(&href)
            .await
            .says("Hạn này trước ngày đơn vị bắt đầu dùng phần mềm (23/11/2026)")
            .says("Văn phòng ghi bổ sung nếu việc này đã làm");
        for link in ["/cong-viec/so-nhiem-vu/ghi", "/cong-viec/nhap-so?loai=dialogues"] {
            assert_eq!(clerk.get(link).await.status, http::StatusCode::OK, "{link}");
        }
        // The sheets that a superior's table counts say the same.
        run_due(&site.app).await.unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let cells = duty_sheet::cells(&mut conn, "10615.2025", (2026, None), "2026-11-23", "2026-12-23").await.unwrap();
        drop(conn);
        let sum = |of: &dyn Fn(&duty_sheet::Cell) -> i64| cells.iter().map(of).sum::<i64>();
        assert_eq!((sum(&|c| c.before_use), sum(&|c| c.breached)), (i64::try_from(all).unwrap(), 0));
        // What the office's old book tells of June counts as held, and asks for nothing more.
        // One that another unit of then held is that unit's.
        let own = ["1", "05/05/2026", "Đối thoại với Nhân dân", "Chủ tịch UBND xã", "định kỳ", "", "", "", ""];
        let of_then = ["2", "06/05/2026", "Đối thoại với Nhân dân", "Bí thư Đảng ủy xã", "định kỳ", "Xã Trạch (cũ)", "", "", ""];
        let table = book(&[own, of_then]);
        let officer = people::officer(&mut site.app.store.read().await.unwrap(), &login, "2026-11-23").await.unwrap().unwrap();
        let mapping = Mapping::default();
        let job = Job { unit_id: "10615.2025", table: &table, mapping: &mapping, manner: Manner::default() };
        let kind = caunoi_app::import::find("dialogues").unwrap();
        assert_eq!(kind.import(&site.app, &Actor::Officer(officer), job, &|_, _| {}).await.unwrap().landed, 2);
        let now = reckoned(&site, "10615.2025", 2026).await;
        assert_eq!((before(&now), now.duties.len()), (all - 1, r.duties.len()));
        clerk.get(&format!("{at}&loc=da-lam")).await.says("Đã làm");
    }

    async fn what_older_versions_wrote_is_mended_by_the_step_of_the_schema(db: Fresh) {
        let site = Site::new(db).await;
        opinion(&site, "Mương tiêu tắc.").await;
        crate::hall::ready(&site, "Mương Bến Gỗ").await;
        raw(&site, "UPDATE item SET standing = 'further_path', next_code = 'nobody', next_actor = '', due_basis = ''").await;
        raw(&site, "INSERT INTO step (id, province_id, item_id, at, on_day, kind, actor, data, public) SELECT 's', province_id, id, 1, '2026-10-02', 'further_path', '', '{}', 1 FROM item").await;
        raw(&site, "DELETE FROM staff_doc WHERE kind = 'dialogue'").await;
        raw(&site, "DELETE FROM job WHERE id = '0024-staff-search-dialogues'").await;
        let step = STEPS.iter().find(|s| s.0 == 24).unwrap().1;
        // What it mends is mended again; what it adds to the schema is there.
        let mends = |s: &&str| s.lines().any(|l| l.starts_with("UPDATE item") || l.starts_with("INSERT INTO job"));
        for statement in step.split(";\n").filter(mends) {
            raw(&site, statement).await;
        }
        assert_eq!(number(&site, "SELECT count(*) AS n FROM item WHERE next_code = 'choice' AND due_basis = '2026-10-02'").await, 1);
        assert_eq!(number(&site, "SELECT count(*) AS n FROM staff_doc WHERE kind = 'dialogue'").await, 0);
        search_staff::fill(&site.app).await.unwrap();
        assert_eq!(number(&site, "SELECT count(*) AS n FROM staff_doc WHERE kind = 'dialogue'").await, 1);
        assert!(job::waiting(&mut site.app.store.read().await.unwrap(), "staff_search.fill_dialogues").await.unwrap().is_empty());
    }

    async fn a_piece_that_fails_stops_no_other_and_is_tried_again(db: Fresh) {
        let site = site(db).await;
        raw(&site, "INSERT INTO urging_rule (id, unit_id, rule, mode, before_days, after_days, again_days, at, by_user, by_label) VALUES ('x', 'D0001.demo', 'unheard-of', 'off', 1, 1, 1, 1, '', '')").await;
        assert!(run_due(&site.app).await.is_err(), "the failure is told");
        assert!(number(&site, "SELECT count(*) AS n FROM duty_sheet").await >= 2, "the sheets are reckoned all the same");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM job WHERE kind = 'round.urging' AND error = 'failed'").await, 1);
        raw(&site, "DELETE FROM urging_rule").await;
        site.on(date(2026, 11, 24));
        run_due(&site.app).await.unwrap();
        assert_eq!(number(&site, "SELECT count(*) AS n FROM job WHERE kind LIKE 'round.%' AND error <> ''").await, 0);
        assert_eq!(number(&site, "SELECT count(*) AS n FROM job WHERE kind LIKE 'ledger.%'").await, 0);
    }
}
