//! What the ledger makes of rows: which of them are facts and which only look like one (issue D).

use std::collections::BTreeMap;

use caunoi_app::{
    Refusal,
    demo::world::{self, CITY, VAN_TRACH},
    duty::{
        coverage,
        reckon::{Reckoned, reckon},
        record_entry::RecordEntry,
        set_own_limit::SetOwnLimit,
        void_entry::VoidEntry,
        waive::WaiveDuty,
    },
    followup::{assign_task::AssignTask, tell_result::TellResult, urge_by_rule::SendDraft},
    opinion::withhold::Withhold,
    plan::{ApprovePlan, BeginPlan, DraftFromRow, PlanHead, PutRow, SubmitPlan, WritePlanHead},
    regulation::{load::load_file, record_act::RecordAct},
    rounds::run_due,
};
use caunoi_domain::{
    dialogue::year_plan::{Change as PlanChange, Row, TypedRow, row},
    followup::ToldManner,
    opinion::item::WithheldGround,
    problem::What,
    regulation::{
        act::ActKind,
        clause::{ClauseKind, DayCount},
        entry::{EntryWord, NewEntry, SupervisorKind},
        ledger::{DutyState, FindingKind, Subject},
        own::{OwnLimit, OwnLimitName, SetBy},
    },
};
use caunoi_store::{Arg, Change, StoreError, Tx, args, own_limit, reception, urging_rule};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::{Date, date};

use crate::{
    follow::number,
    followup::{assign, item, opinion},
    hall::{self, held, office, press, signed},
    kinds::drafted,
    kit::{Page, Site, Visitor},
    ledger::site,
    ledger_rules::form,
    publish::{VILLAGES, give, issued, proof_of},
};

async fn reckoned(site: &Site, year: i16) -> Reckoned {
    let today = site.app.clock.today();
    let mut conn = site.app.store.read().await.unwrap();
    reckon(&mut conn, &site.app.calendar(), &world::unit(VAN_TRACH), year..=year, today).await.unwrap()
}

/// One statement of a row that no form leaves behind so.
struct Written(&'static str, Vec<Arg>);

impl Change for Written {
    type Done = u64;
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<u64, StoreError> {
        tx.exec(self.0, self.1.clone()).await
    }
}

fn rule(id: &str, clause: &str) -> String {
    format!(
        "[[document]]\nid = \"{id}\"\nkind = \"regulation\"\ntitle = \"Quy chế dựng ra để kiểm thử\"\nissuer = \"Đảng ủy xã Vân Trạch (dựng ra)\"\n\
         place = \"D0001.demo\"\nissued = \"2026-01-05\"\nsource = \"fixture\"\n[[document.clause]]\ncitation = \"Điều 8\"\ntext = \"Điều dựng ra.\"\n\
         source = \"fixture\"\nconfirmed = true\n{clause}\n"
    )
}

fn entry(kind: EntryWord, post: &str, on: Date) -> NewEntry {
    NewEntry {
        kind,
        post_id: world::post(VAN_TRACH, post),
        on,
        period: None,
        to: None,
        percent: None,
        subject: String::new(),
        who: "Ban Thường trực MTTQ xã".into(),
        by: (kind == EntryWord::Supervision).then_some(SupervisorKind::Front),
        receivers: String::new(),
        paper: "18/BC-MTTQ".into(),
        note: String::new(),
    }
}

fn limit(days: u32, from: Date) -> OwnLimit {
    let set = Some(SetBy { from, paper: "12-HD/TU".into(), label: String::new() });
    OwnLimit { name: OwnLimitName::Report, days, count: DayCount::Working, set }
}

/// A conference of the Party secretary in that month.
fn planned(month: &str) -> Row {
    let typed = TypedRow {
        heads: vec!["D0001-bi-thu".into()],
        kind: "regular".into(),
        basis: "party".into(),
        form: "in_person".into(),
        month: month.into(),
        ..TypedRow::default()
    };
    row(&typed, 2026).unwrap()
}

/// The rule of urging of a unit, as its office sets it.
async fn urges(v: &mut Visitor, rule: &str, mode: &str) {
    let at = "/cong-viec/so-nhiem-vu/nhac";
    let set = form(v, at, at, &[("rule", rule), ("mode", mode), ("before", "7"), ("after", "1"), ("again", "30")]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
}

on_both! {
    async fn l3_results_are_proven_by_their_own_proofs_and_in_every_village(db: Fresh) {
        let site = Site::new(db).await;
        let text = rule("van-trach-cong-bo", "kind = \"publication\"\ndays = 10\ncount = \"calendar\"");
        load_file(&site.app, "fixture.toml", &text, false).await.unwrap();
        let hall = issued(&site).await;
        let proven = async || -> Vec<&'static str> {
            let own =
                |d: &caunoi_domain::regulation::ledger::Duty| d.kind == ClauseKind::Publication && d.clause.document == "van-trach-cong-bo";
            reckoned(&site, 2026)
                .await
                .duties
                .iter()
                .filter(|d| own(d) && d.state == DutyState::Met)
                .filter_map(|d| match d.subject {
                    Subject::Of { part, .. } => Some(part),
                    Subject::Nth { .. } => None,
                })
                .collect()
        };
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(&format!("{}/cong-bo", hall.base)).await;
        let given = [("from_on", "07/12/2026"), ("place", "Bảng tin"), ("who", "Văn phòng"), ("paper", "12/TB-UBND")];
        // The announcement, which has its own proof by the same way, stays unproven: it proves and hinders nothing.
        let results = page.html.split("<section").find(|s| s.contains("Thôn Hạ")).unwrap().to_owned();
        let page = Page { html: results, ..page };
        assert_eq!(proven().await, [""; 0]);
        give(&mut thu, &proof_of(&page, "Phương tiện thông tin đại chúng"), &given, &[]).await;
        assert_eq!(proven().await, ["media"]);
        let seat = proof_of(&page, "Niêm yết tại trụ sở UBND");
        give(&mut thu, &seat, &given, &[]).await;
        for (n, village) in VILLAGES.iter().enumerate() {
            assert_eq!(proven().await, ["media", "posted"], "{n} of six villages");
            give(&mut thu, &proof_of(&page, village), &given, &[]).await;
        }
        assert_eq!(proven().await, ["media", "posted", "villages"]);
        press(&mut thu, &seat, &format!("{seat}/bo"), &[("note", "Ghi nhầm")]).await;
        assert_eq!(proven().await, ["media", "villages"], "what was voided proves nothing");
    }

    async fn s4_4_a_plan_is_judged_by_the_rows_that_stand_approved(db: Fresh) {
        let site = Site::new(db).await;
        let (thu, head) = (site.actor("vanthu.vantrach").await, site.actor("bithu.vantrach").await);
        let begin = || BeginPlan { unit_id: world::unit(VAN_TRACH), year: 2026 };
        let put = |plan, change, replaces: &str, month: &str| PutRow {
            plan,
            row: String::new(),
            change,
            replaces: replaces.into(),
            planned: Some(planned(month)),
        };
        let approve = async |plan: i64| {
            site.app.carry_out(&thu, SubmitPlan { plan }).await.unwrap();
            site.app.carry_out(&head, ApprovePlan { plan }).await.unwrap();
        };
        let months = async || -> Vec<i8> {
            let mut all: Vec<i8> = reckoned(&site, 2026).await.facts.plans.iter().flat_map(|p| &p.rows).map(|r| r.by.month()).collect();
            all.sort_unstable();
            all
        };
        let plan = site.app.carry_out(&thu, begin()).await.unwrap();
        let first = site.app.carry_out(&thu, put(plan, PlanChange::Add, "", "9")).await.unwrap();
        let second = site.app.carry_out(&thu, put(plan, PlanChange::Add, "", "10")).await.unwrap();
        assert_eq!(months().await, [0_i8; 0], "nothing is approved");
        approve(plan).await;
        assert_eq!(months().await, [9, 10]);
        let findings = reckoned(&site, 2026).await.findings;
        assert_eq!(findings.iter().filter(|f| f.kind == FindingKind::PlanNotMet).count(), 2, "both months are over");
        let more = site.app.carry_out(&thu, begin()).await.unwrap();
        site.app.carry_out(&thu, put(more, PlanChange::Replace, &first, "12")).await.unwrap();
        site.app.carry_out(&thu, put(more, PlanChange::Remove, &second, "10")).await.unwrap();
        let said = PlanHead { reason: "Bão số 2".into(), ..PlanHead::default() };
        site.app.carry_out(&thu, WritePlanHead { plan: more, head: said }).await.unwrap();
        assert_eq!(months().await, [9, 10], "until the supplement is approved the plan stands");
        approve(more).await;
        assert_eq!(months().await, [12], "one was put off, one was taken away");
    }

    async fn s4_4_the_dialogue_of_a_row_that_a_supplement_replaced_is_that_of_the_row_in_its_place(db: Fresh) {
        let site = Site::new(db).await;
        let (thu, head) = (site.actor("vanthu.vantrach").await, site.actor("bithu.vantrach").await);
        let begin = || BeginPlan { unit_id: world::unit(VAN_TRACH), year: 2026 };
        let put = |plan, change, replaces: &str, month: &str| PutRow {
            plan,
            row: String::new(),
            change,
            replaces: replaces.into(),
            planned: Some(planned(month)),
        };
        let supplement = async |replaces: &str, month: &str| {
            let plan = site.app.carry_out(&thu, begin()).await.unwrap();
            let row = site.app.carry_out(&thu, put(plan, PlanChange::Replace, replaces, month)).await.unwrap();
            let said = PlanHead { reason: "Bão số 2".into(), ..PlanHead::default() };
            site.app.carry_out(&thu, WritePlanHead { plan, head: said }).await.unwrap();
            site.app.carry_out(&thu, SubmitPlan { plan }).await.unwrap();
            site.app.carry_out(&head, ApprovePlan { plan }).await.unwrap();
            row
        };
        let plan = site.app.carry_out(&thu, begin()).await.unwrap();
        let first = site.app.carry_out(&thu, put(plan, PlanChange::Add, "", "9")).await.unwrap();
        site.app.carry_out(&thu, SubmitPlan { plan }).await.unwrap();
        site.app.carry_out(&head, ApprovePlan { plan }).await.unwrap();
        // A dialogue is prepared for the row; the row is put off twice, the second time to the month in which it is held.
        site.app.carry_out(&thu, DraftFromRow { unit_id: world::unit(VAN_TRACH), year: 2026, row: first.clone() }).await.unwrap();
        let second = supplement(&first, "10").await;
        let third = supplement(&second, "11").await;
        site.on(date(2026, 12, 10));
        let named = async || reckoned(&site, 2026).await.findings.iter().filter(|f| f.kind == FindingKind::PlanNotMet).count();
        assert_eq!(named().await, 1, "planned for November and not held");
        let held = "UPDATE dialogue SET held_on = '2026-11-28' WHERE plan_row = $1";
        assert_eq!(site.app.store.write(Written(held, args![&first])).await.unwrap(), 1);
        let rows: Vec<_> = reckoned(&site, 2026).await.facts.plans.into_iter().flat_map(|p| p.rows).map(|r| (r.id, r.held_on)).collect();
        assert_eq!(rows, [(third, Some(date(2026, 11, 28)))]);
        assert_eq!(named().await, 0, "its dialogue was held");
    }

    async fn a_draft_that_waits_for_its_chair_is_no_planned_dialogue(db: Fresh) {
        let site = site(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = drafted(&mut thu, &[]).await;
        assert!(reckoned(&site, 2026).await.facts.dialogues.is_empty());
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await.says("Đã trình");
        assert!(reckoned(&site, 2026).await.facts.dialogues.is_empty(), "submitted");
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await.says("Đã duyệt");
        assert_eq!(reckoned(&site, 2026).await.facts.dialogues.len(), 1);
    }

    async fn s0_11_a_commitment_is_the_unit_s_own_task_that_stands_and_its_result_is_told_after_it(db: Fresh) {
        let site = site(db).await;
        let id = opinion(&site, "cam-ket", "Mương tiêu tắc.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let task = assign(&mut thu, id, "phong-kinh-te", "Nạo vét mương", "27/11/2026", "").await;
        let number = task.rsplit('/').next().unwrap().parse::<caunoi_domain::opinion::tracking_code::PublicId>().unwrap().to_i64();
        let part = AssignTask {
            item: id,
            parent: Some(number),
            body_id: world::body(VAN_TRACH, "van-phong"),
            partners: Vec::new(),
            task: "Lập dự toán".into(),
            due_on: Some("2026-11-25".into()),
            due_basis: String::new(),
        };
        site.app.carry_out(&site.actor("vanthu.vantrach").await, part).await.unwrap();
        assert_eq!(reckoned(&site, 2026).await.facts.tasks.len(), 1, "a part of a task is no commitment of its own");
        site.app.store.write(Written("UPDATE assignment SET state = 'cancelled'", args![])).await.unwrap();
        assert!(reckoned(&site, 2026).await.facts.tasks.is_empty(), "what was taken back is owed by nobody");
        // Done and told on the 23rd; a result of a later day has not been told by that.
        let done =
            "UPDATE assignment SET state = 'done', extent = 'whole', result = 'Đã nạo vét', done_on = '2026-11-23' WHERE parent_id IS NULL";
        site.app.store.write(Written(done, args![])).await.unwrap();
        site.app.store.write(Written("UPDATE item SET standing = 'done', resolved_at = 1", args![])).await.unwrap();
        site.app.carry_out(&office(), TellResult { item: id, manner: ToldManner::Phone, told_on: None }).await.unwrap();
        assert_eq!(reckoned(&site, 2026).await.facts.tasks[0].told_on, Some(date(2026, 11, 23)));
        site.app.store.write(Written("UPDATE assignment SET done_on = '2026-11-24' WHERE parent_id IS NULL", args![])).await.unwrap();
        assert_eq!(reckoned(&site, 2026).await.facts.tasks[0].told_on, None);
    }

    async fn l4_an_opinion_is_told_of_by_the_first_step_that_answers_and_decided_by_publishing_or_withholding(db: Fresh) {
        let site = site(db).await;
        let (id, other) = (opinion(&site, "bao-tin", "Mương tiêu tắc.").await, opinion(&site, "giu-lai", "Đường hỏng.").await);
        let fact = async |id: i64| {
            let item = item(&site, id).await.id;
            reckoned(&site, 2026).await.facts.opinions.into_iter().find(|o| o.id == item).unwrap()
        };
        assert_eq!((fact(id).await.told_on, fact(id).await.decided_on), (None, None));
        site.on(date(2026, 11, 25));
        let mut thu = site.officer("vanthu.vantrach").await;
        assign(&mut thu, id, "phong-kinh-te", "Nạo vét mương", "27/11/2026", "").await;
        let told = fact(id).await;
        assert_eq!((told.told_on, told.decided_on), (Some(date(2026, 11, 25)), None));
        site.app.carry_out(&office(), Withhold { item: other, ground: WithheldGround::ALL[0] }).await.unwrap();
        assert_eq!(fact(other).await.decided_on, Some(date(2026, 11, 25)), "to withhold is to decide");
    }

    async fn silence_on_publication_is_named_for_as_many_years_as_it_lasts(db: Fresh) {
        let site = site(db).await;
        hall::opinion(&site, "Mương Bến Gỗ tắc").await;
        for year in [2027, 2029] {
            site.on(date(year, 1, 15));
            assert!(reckoned(&site, year).await.findings.iter().any(|f| f.kind == FindingKind::PublicationSilent), "{year}");
        }
    }

    async fn s4_8_a_reason_accepted_before_the_year_holds_and_the_unit_cannot_take_it_back(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let late = reckoned(&site, 2026)
            .await
            .duties
            .into_iter()
            .find(|d| d.kind == ClauseKind::Frequency && d.state == DutyState::Breached)
            .unwrap();
        let unit_id = world::unit(VAN_TRACH);
        let waiver = NewEntry { post_id: late.post_id.clone(), by: None, ..entry(EntryWord::Waiver, "chu-tich", date(2025, 12, 20)) };
        let waive = |entry| WaiveDuty { unit_id: unit_id.clone(), subject: late.id.clone(), year: 2026, entry };
        assert!(site.app.carry_out(&office(), waive(waiver.clone())).await.is_err(), "not by the unit itself");
        for other in ["vanphong.thanhpho", "giamdoc.soxaydung"] {
            assert!(
                site.app.carry_out(&site.actor(other).await, waive(waiver.clone())).await.is_err(),
                "the yes is the head's: not {other}"
            );
        }
        let id = site.app.carry_out(&site.actor("chutich.thanhpho").await, waive(waiver)).await.unwrap();
        let state = async || reckoned(&site, 2026).await.duties.into_iter().find(|d| d.id == late.id).unwrap().state;
        assert_eq!(state().await, DutyState::Waived);
        let voided = site.app.carry_out(&office(), VoidEntry { unit_id: unit_id.clone(), entry: id }).await;
        assert!(matches!(voided, Err(Refusal::NotFound("entry"))), "{voided:?}");
        assert_eq!(state().await, DutyState::Waived);
    }

    async fn s4_8_a_reason_is_of_a_duty_of_that_head_and_nobody_writes_it_as_an_entry_of_the_own_book(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let city = site.actor("chutich.thanhpho").await;
        let duties = reckoned(&site, 2026).await.duties;
        let late = duties.iter().find(|d| d.state == DutyState::Breached).unwrap();
        let reason = NewEntry { post_id: late.post_id.clone(), by: None, ..entry(EntryWord::Waiver, "chu-tich", date(2026, 7, 1)) };
        let unit_id = world::unit(VAN_TRACH);
        let waive = |subject: &str, entry: NewEntry| WaiveDuty { unit_id: unit_id.clone(), subject: subject.into(), year: 2026, entry };
        let other = duties.iter().find(|d| d.post_id != late.post_id).unwrap();
        for (subject, entry) in [("", &reason), ("khong-co", &reason), (other.id.as_str(), &reason)] {
            let refused = site.app.carry_out(&city, waive(subject, entry.clone())).await;
            assert!(matches!(refused, Err(Refusal::NotFound("duty"))), "{subject}: {refused:?}");
        }
        let own = NewEntry { subject: late.id.clone(), ..reason.clone() };
        let refused = site.app.carry_out(&office(), RecordEntry { unit_id: unit_id.clone(), entry: own }).await;
        assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM duty_entry").await, 0);
        site.app.carry_out(&city, waive(&late.id, reason)).await.unwrap();
    }

    async fn s4_8_a_reason_accepted_by_mistake_is_taken_back_by_a_head_of_the_superior_and_stays_in_the_book(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let duties = reckoned(&site, 2026).await.duties;
        let late = duties.into_iter().find(|d| d.kind == ClauseKind::Frequency && d.state == DutyState::Breached).unwrap();
        let reason = NewEntry { post_id: late.post_id.clone(), by: None, ..entry(EntryWord::Waiver, "chu-tich", date(2026, 7, 1)) };
        let waive = WaiveDuty { unit_id: world::unit(VAN_TRACH), subject: late.id.clone(), year: 2026, entry: reason };
        site.app.carry_out(&site.actor("chutich.thanhpho").await, waive).await.unwrap();
        let state = async || reckoned(&site, 2026).await.duties.into_iter().find(|d| d.id == late.id).unwrap().state;
        assert_eq!(state().await, DutyState::Waived);
        let address = "/cong-viec/so-nhiem-vu/ly-do?xa=D0001&nam=2026";
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Lý do đã chấp nhận (1)");
        thu.get(address).await.says("18/BC-MTTQ ngày 01/7/2026").hides("Rút lại");
        let mut city = site.officer("chutich.thanhpho").await;
        let page = city.get(address).await;
        let back = "/cong-viec/so-nhiem-vu/ly-do/rut";
        let send = |why: &'static str| {
            [
                ("csrf", page.field("csrf")),
                ("key", page.field("key")),
                ("xa", "D0001".to_owned()),
                ("nam", "2026".to_owned()),
                ("entry", page.field("entry")),
                ("why", why.to_owned()),
            ]
        };
        for (who, status) in [("vanthu.vantrach", StatusCode::NOT_FOUND), ("vanphong.thanhpho", StatusCode::NOT_FOUND)] {
            let mut other = site.officer(who).await;
            let token = other.get(address).await.field("csrf");
            let form = send("Nhầm").map(|(n, v)| if n == "csrf" { (n, token.clone()) } else { (n, v) });
            assert_eq!(other.post(back, &form.each_ref().map(|(n, v)| (*n, v.as_str()))).await.status, status, "{who}");
        }
        let empty = city.post(back, &send(" ").each_ref().map(|(n, v)| (*n, v.as_str()))).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(state().await, DutyState::Waived);
        let done = city.post(back, &send("Nhầm với nhiệm vụ của quý trước").each_ref().map(|(n, v)| (*n, v.as_str()))).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(state().await, DutyState::Breached, "judged again");
        thu.get(address).await.says("đã rút lại lúc").says("Nhầm với nhiệm vụ của quý trước");
        city.get(address).await.says("đã rút lại lúc").hides("name=\"why\"");
    }

    async fn an_entry_counts_for_a_head_of_the_own_unit_only(db: Fresh) {
        let site = site(db).await;
        let foreign = NewEntry { post_id: world::post("D0002", "chu-tich"), ..entry(EntryWord::Supervision, "chu-tich", date(2026, 9, 9)) };
        let refused = site.app.carry_out(&office(), RecordEntry { unit_id: world::unit(VAN_TRACH), entry: foreign }).await;
        assert!(matches!(refused, Err(Refusal::NotFound("post"))), "{refused:?}");
    }

    async fn s1_4_a_voided_supervision_and_one_that_is_not_known_yet_are_in_no_coverage(db: Fresh) {
        let site = site(db).await;
        let unit_id = world::unit(VAN_TRACH);
        let record = async |on| {
            site.app
                .carry_out(&office(), RecordEntry { unit_id: unit_id.clone(), entry: entry(EntryWord::Supervision, "chu-tich", on) })
                .await
                .unwrap()
        };
        let (first, _) = (record(date(2026, 9, 9)).await, record(date(2026, 11, 20)).await);
        let on = async |day: Date| {
            let mut conn = site.app.store.read().await.unwrap();
            let year = coverage::of_year(&mut conn, &world::unit(CITY), 2026, day).await.unwrap();
            let listed: usize = year.units.iter().map(|u| u.seen.len()).sum();
            (year.coverage.any.times, listed)
        };
        assert_eq!(on(date(2026, 11, 23)).await, (2, 2));
        assert_eq!(on(date(2026, 11, 19)).await, (1, 1), "the list tells what the number counts");
        site.app.carry_out(&office(), VoidEntry { unit_id: unit_id.clone(), entry: first }).await.unwrap();
        assert_eq!(on(date(2026, 11, 23)).await, (1, 1));
    }

    async fn l8_of_two_limits_of_one_office_the_later_holds_from_its_day_on(db: Fresh) {
        let site = Site::new(db).await;
        let city = site.actor("vanphong.thanhpho").await;
        for (days, from) in [(5, date(2026, 3, 1)), (7, date(2026, 9, 1))] {
            site.app.carry_out(&city, SetOwnLimit { unit_id: world::unit(CITY), limit: limit(days, from) }).await.unwrap();
        }
        let set =
            own_limit::of_unit_and_above_look(&world::unit(VAN_TRACH)).alone(&mut site.app.store.read().await.unwrap()).await.unwrap();
        let own = own_limit::nearest_first(set, &[world::unit(VAN_TRACH), world::unit(CITY)]).unwrap();
        let on = |day| own.on(OwnLimitName::Report, day).unwrap().days;
        assert_eq!([on(date(2026, 2, 28)), on(date(2026, 8, 31)), on(date(2026, 9, 1))], [15, 5, 7]);
        let mine = site
            .app
            .carry_out(
                &site.actor("vanthu.vantrach").await,
                SetOwnLimit { unit_id: world::unit(VAN_TRACH), limit: limit(300, date(2026, 1, 1)) },
            )
            .await;
        assert!(matches!(mine, Err(Refusal::NotAllowed(_))), "a commune does not set the day by which it is judged: {mine:?}");
    }

    async fn l5_of_two_schedules_the_later_holds_and_the_day_instead_stands_in_its_own_month(db: Fresh) {
        let site = Site::new(db).await;
        site.on(date(2026, 4, 20));
        let mut thu = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/lich-tiep-cong-dan";
        for (month, from) in [("10, 28", "01/04/2026"), ("15", "01/05/2026")] {
            press(
                &mut thu,
                at,
                at,
                &[
                    ("post", "D0001-bi-thu"),
                    ("month", month),
                    ("from", from),
                    ("hours", "7:30 - 11:30"),
                    ("place", "Trụ sở"),
                    ("paper", "14-TB/ĐU"),
                ],
            )
            .await;
        }
        let mut off = async |on: &'static str| {
            let given =
                [("post", "D0001-bi-thu"), ("on_day", on), ("instead", "06/05/2026"), ("posted", "20/04/2026"), ("reason", "Họp Thành ủy")];
            press(&mut thu, at, &format!("{at}/huy"), &given).await.status
        };
        assert_eq!(off("11/05/2026").await, StatusCode::UNPROCESSABLE_ENTITY, "the day of the schedule that gave way");
        assert_eq!(off("15/05/2026").await, StatusCode::OK);
        assert_eq!(off("28/04/2026").await, StatusCode::OK, "the earlier one holds until then");
        let may = reception::cancels_look(&world::unit(VAN_TRACH), "2026-05-01", "2026-05-31");
        let may = may.alone(&mut site.app.store.read().await.unwrap()).await.unwrap();
        assert_eq!(may.len(), 2, "a day of April that is made good in May stands in May: {may:?}");
    }

    async fn s0_11_a_paused_task_is_not_reminded_of_and_a_draft_that_waits_is_enough(db: Fresh) {
        let site = site(db).await;
        let id = opinion(&site, "nhac-mot", "Mương tiêu tắc.").await;
        let other = opinion(&site, "nhac-hai", "Đường hỏng.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        assign(&mut thu, id, "phong-kinh-te", "Nạo vét mương", "27/11/2026", "").await;
        let paused = assign(&mut thu, other, "phong-kinh-te", "Vá đường", "27/11/2026", "").await;
        let page = thu.get(&paused).await;
        crate::followup::fill(
            &mut thu,
            &page,
            &format!("{paused}/tam-dung"),
            &[("waits_for", "central"), ("whom", "Bộ Xây dựng"), ("pause_reason", "Chờ định mức")],
        )
        .await;
        urges(&mut thu, "task", "drafted").await;
        let waiting =
            async || urging_rule::waiting(&mut site.app.store.read().await.unwrap(), &world::unit(VAN_TRACH)).await.unwrap().len();
        run_due(&site.app).await.unwrap();
        assert_eq!(waiting().await, 1, "of the one whose clock runs");
        site.on(date(2026, 11, 28));
        run_due(&site.app).await.unwrap();
        assert_eq!(waiting().await, 1, "one that waits is enough, whatever day it is");
    }

    async fn s0_11_a_duty_that_was_settled_since_it_was_drafted_is_not_reminded_of(db: Fresh) {
        let site = site(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        urges(&mut thu, "duty", "drafted").await;
        run_due(&site.app).await.unwrap();
        let unit_id = world::unit(VAN_TRACH);
        let drafts = urging_rule::waiting(&mut site.app.store.read().await.unwrap(), &unit_id).await.unwrap();
        let duties = reckoned(&site, 2026).await.duties;
        let of = |post: &str| drafts.iter().find(|d| duties.iter().any(|x| x.id == d.subject_id && x.post_id.ends_with(post))).unwrap();
        let (settled, open) = (of("chu-tich"), of("bi-thu"));
        let waiver = NewEntry { by: None, ..entry(EntryWord::Waiver, "chu-tich", date(2026, 11, 20)) };
        let accepts = WaiveDuty { unit_id, subject: settled.subject_id.clone(), year: 2026, entry: waiver };
        site.app.carry_out(&site.actor("chutich.thanhpho").await, accepts).await.unwrap();
        let clerk = site.actor("vanthu.vantrach").await;
        let send = async |d: &urging_rule::DraftRow| site.app.carry_out(&clerk, SendDraft { draft: d.id.clone() }).await;
        let refused = send(settled).await;
        assert!(matches!(&refused, Err(Refusal::Invalid(p)) if p[0].what == What::NotNow { state: "waived".into() }), "{refused:?}");
        send(open).await.unwrap();
    }

    async fn s0_11_many_duties_of_one_clause_are_one_reminder_that_says_how_many(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        urges(&mut thu, "duty", "drafted").await;
        run_due(&site.app).await.unwrap();
        let r = reckoned(&site, 2026).await;
        let mut drafts = urging_rule::waiting(&mut site.app.store.read().await.unwrap(), &world::unit(VAN_TRACH)).await.unwrap();
        drafts.retain(|d| r.duties.iter().any(|x| x.id == d.subject_id && x.kind == ClauseKind::Report && x.state == DutyState::Breached));
        let mut late: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        for d in r.duties.iter().filter(|x| x.kind == ClauseKind::Report && x.state == DutyState::Breached) {
            *late.entry((d.clause.seq, d.clause.document.as_str())).or_default() += 1;
        }
        assert!(late.values().any(|n| *n > 5), "the reports of ten months: {late:?}");
        assert_eq!(drafts.len(), late.len(), "{drafts:?}");
        for n in late.values().filter(|n| **n > 1) {
            assert!(drafts.iter().any(|d| d.text.contains(&format!("Cùng điều khoản này còn {} việc khác.", n - 1))), "{drafts:?}");
        }
    }

    async fn a_plan_to_carry_out_a_document_is_no_briefing_on_it(db: Fresh) {
        let site = site(db).await;
        let act = |kind, on| RecordAct {
            unit_id: world::unit(VAN_TRACH),
            regulation: "van-trach-quy-che-thu".into(),
            kind,
            on: Some(on),
            by_whom: "Bí thư Đảng ủy xã".into(),
            audience: "các chi bộ".into(),
            people: None,
            paper: "Giấy mời 03".into(),
            note: String::new(),
        };
        let briefed = async || reckoned(&site, 2026).await.facts.entries.len();
        site.app.carry_out(&office(), act(ActKind::Plan, date(2026, 1, 12))).await.unwrap();
        assert_eq!(briefed().await, 0);
        let ahead = site.app.carry_out(&office(), act(ActKind::Briefing, date(2026, 11, 24))).await;
        assert!(matches!(ahead, Err(Refusal::Invalid(_))), "what is to come is no fact: {ahead:?}");
        site.app.carry_out(&office(), act(ActKind::Briefing, date(2026, 1, 10))).await.unwrap();
        assert_eq!(briefed().await, 2, "of each head");
    }

    async fn a_sheet_is_reckoned_anew_after_a_rule_a_limit_or_a_day_of_the_calendar_above_it(db: Fresh) {
        let site = site(db).await;
        let city = site.actor("vanphong.thanhpho").await;
        let mut day = date(2026, 11, 24);
        let mut sheets = async || {
            site.on(day);
            day = day.tomorrow().unwrap();
            run_due(&site.app).await.unwrap().sheets
        };
        let all = sheets().await;
        assert!(all >= 2);
        assert_eq!(sheets().await, 0, "nothing happened");
        site.app.carry_out(&city, SetOwnLimit { unit_id: world::unit(CITY), limit: limit(5, date(2026, 3, 1)) }).await.unwrap();
        assert_eq!(sheets().await, all, "a limit of the city");
        let text = rule("thanh-pho-quy-che", "kind = \"supervision\"\ntimes = 1\nper = \"year\"").replace("D0001.demo", &world::unit(CITY));
        load_file(&site.app, "fixture.toml", &text, false).await.unwrap();
        assert_eq!(sheets().await, all, "a rule of the city");
        let book = "Ngày,Loại,Tên,Căn cứ,Đã xác nhận\n30/12/2026,nghỉ,Nghỉ thử,Thông báo thử,có\n";
        crate::exports::import_text(&site.app, "calendar", "", book).await;
        assert_eq!(sheets().await, all, "a day of the calendar");
        assert_eq!(sheets().await, 0);
    }

    async fn s3_3_opinions_are_what_people_said_and_a_matter_of_the_time_before_is_repeated_under_any_code(db: Fresh) {
        let site = site(db).await;
        let hall = hall::held_about_one_issue(&site, &["Nước máy đục", "Nước máy yếu"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &[("speaker", "Trưởng phòng Kinh tế"), ("said", "Giải trình chung về nước máy.")])
            .await
            .says("Giải trình chung");
        signed(&site, &hall).await;
        let raised = async || {
            let mut all: Vec<(usize, usize)> = reckoned(&site, 2026)
                .await
                .facts
                .dialogues
                .iter()
                .map(|d| (d.raised.len(), d.raised.iter().filter(|r| r.repeated).count()))
                .collect();
            all.sort_unstable();
            all
        };
        assert_eq!(raised().await, [(2, 0)], "what a head explains is no opinion, and nothing repeats itself");
        // Half a year before another person raised the same matter.
        site.on(date(2026, 11, 23));
        let before = held(&site, &["Nước máy có mùi"]).await;
        signed(&site, &before).await;
        let same = "UPDATE item SET issue_id = (SELECT max(issue_id) FROM item) WHERE issue_id IS NULL";
        site.app.store.write(Written(same, args![])).await.unwrap();
        let earlier = "UPDATE dialogue SET held_on = '2026-06-05' WHERE public_id = $1";
        site.app.store.write(Written(earlier, args![before.dialogue])).await.unwrap();
        assert_eq!(raised().await, [(1, 0), (2, 2)]);
    }
}
