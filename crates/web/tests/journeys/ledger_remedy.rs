//! What follows from a finding and what stands beside the ledger: presiding judged by its rule, remedial tasks, who supervised
//! whom, reception days, reports, and that what is exported is the sum of what was recorded (issue D).

use std::collections::{BTreeMap, BTreeSet};

use caunoi_app::{
    Refusal,
    demo::world::{self, VAN_TRACH},
    duty::{reckon, record_entry::RecordEntry, void_entry::VoidEntry, waive::WaiveDuty},
    regulation::load::load_file,
};
use caunoi_domain::regulation::{
    clause::ReportPeriod,
    entry::{EntryWord, NewEntry, SupervisorKind},
    ledger::{DutyState, FindingKind},
};
use caunoi_papers::sheet;
use caunoi_store::{duty_entry, event};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::{Date, date};

use crate::{
    hall::{held, office, opinion, press},
    kit::{Page, Site, Visitor, fill_by},
    ledger::site,
};

const PRESIDING: &str = r#"
[[document]]
id = "van-trach-chu-tri"
kind = "regulation"
title = "Quy chế dựng ra để kiểm thử việc chủ trì"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "presiding"
citation = "Điều 5"
text = "Trực tiếp chủ trì; chỉ ủy quyền khi nghỉ phép, ốm."
source = "fixture"
confirmed = true
delegation = "conditional"
grounds = ["leave"]
"#;

async fn found(site: &Site) -> Vec<FindingKind> {
    let today = site.app.clock.today();
    let mut conn = site.app.store.read().await.unwrap();
    let unit = world::unit(VAN_TRACH);
    let r = reckon::reckon(&mut conn, &site.app.calendar(), &unit, today.year()..=today.year(), today).await.unwrap();
    r.findings.iter().map(|f| f.kind).collect()
}

/// The rows of a workbook as texts, each with ten columns.
pub fn table(page: &Page) -> Vec<Vec<String>> {
    let rows = sheet::read(&page.bytes).unwrap();
    rows.iter().map(|r| (0..10).map(|n| r.text(n).unwrap_or_default().to_owned()).collect()).collect()
}

fn plain(href: &str) -> String {
    href.replace("&#38;", "&").replace("&amp;", "&")
}

fn new_entry(kind: EntryWord, post: &str, on: Date) -> NewEntry {
    let by = (kind == EntryWord::Supervision).then_some(SupervisorKind::Front);
    NewEntry {
        kind,
        post_id: world::post(VAN_TRACH, post),
        on,
        period: None,
        to: None,
        percent: None,
        subject: String::new(),
        who: "Ban Thường trực MTTQ xã".into(),
        by,
        paper: "18/BC-MTTQ".into(),
        receivers: String::new(),
        note: String::new(),
    }
}

async fn record(site: &Site, entry: NewEntry) -> String {
    site.app.carry_out(&office(), RecordEntry { unit_id: world::unit(VAN_TRACH), entry }).await.unwrap()
}

/// An invented rule whose numbers are recounted by hand.
const COUNTED: &str = r#"
[[document]]
id = "van-trach-dem"
kind = "regulation"
title = "Quy chế dựng ra để đếm lại"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-01"
source = "fixture"
[[document.clause]]
kind = "reception"
citation = "Điều 71"
text = "Mỗi tháng hai ngày."
source = "fixture"
confirmed = true
times = 2
per = "month"
[[document.clause]]
kind = "supervision"
citation = "Điều 72"
text = "Mỗi quý một lần."
source = "fixture"
confirmed = true
times = 1
per = "quarter"
[[document.clause]]
kind = "report"
citation = "Điều 73"
text = "Báo cáo 6 tháng, năm."
source = "fixture"
confirmed = true
periods = ["half_year", "year"]
days = 10
count = "calendar"
"#;

/// Numbers that look like luck and are the same each time.
struct Luck(u64);

impl Luck {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// met, late, breached, soon, due, waived.
type Counts = [i64; 6];

/// Which of them a state's word is.
fn bucket(word: &str) -> Option<usize> {
    Some(match word {
        "Đã làm" | "Trực tiếp chủ trì" => 0,
        "Làm muộn" => 1,
        "Sắp đến hạn" => 3,
        "Chưa đến hạn" => 4,
        "Được miễn, hoãn" => 5,
        w if w.starts_with("Quá hạn") || w == "Chưa thực hiện" || w == "Cần kiểm tra" => 2,
        _ => return None,
    })
}

/// By post and clause, what the rows and events of the book make of the counted rule on 23/11/2026: a naive recount that
/// shares nothing with the ledger.
async fn recount(site: &Site, recorded: &[String]) -> BTreeMap<(String, &'static str), Counts> {
    let mut conn = site.app.store.read().await.unwrap();
    let unit = world::unit(VAN_TRACH);
    let rows = duty_entry::of_unit(&mut conn, &unit, "2026-01-01", "2026-12-31").await.unwrap();
    // The rows that count are what the events recorded and did not void.
    let mut alive = Vec::new();
    for id in recorded {
        if !event::of_subject(&mut conn, "entry", id).await.unwrap().iter().any(|(kind, ..)| kind == "ledger.entry_voided") {
            alive.push(id.clone());
        }
    }
    let mut of_rows: Vec<String> = rows.iter().filter(|r| r.kind != "waiver").map(|r| r.id.clone()).collect();
    of_rows.sort();
    alive.sort();
    assert_eq!(of_rows, alive, "rows and events tell the same");
    let mut all = BTreeMap::new();
    for post in ["chu-tich", "bi-thu"] {
        let id = world::post(VAN_TRACH, post);
        let mine = |kind: &str| rows.iter().filter(|r| r.post_id == id && r.kind == kind).collect::<Vec<_>>();
        let mut reception = [0; 6];
        for month in 1..=12 {
            let at = format!("2026-{month:02}");
            let mut days: Vec<&str> = mine("reception").iter().map(|r| r.on_day.as_str()).filter(|d| d.starts_with(&at)).collect();
            days.sort_unstable();
            days.dedup();
            let met = i64::try_from(days.len()).unwrap().min(2);
            reception[0] += met;
            reception[if month < 11 {
                2
            } else if month == 11 {
                3
            } else {
                4
            }] += 2 - met;
        }
        let mut supervision = [0; 6];
        for quarter in 0..4 {
            let done = mine("supervision").iter().any(|r| (r.on_day[5..7].parse::<usize>().unwrap() - 1) / 3 == quarter);
            supervision[if done {
                0
            } else if quarter < 3 {
                2
            } else {
                4
            }] += 1;
        }
        let half = mine("report").iter().filter(|r| r.to_on.as_deref() == Some("2026-06-30")).map(|r| r.on_day.clone()).min();
        let mut report = [0, 0, 0, 0, 1, 0];
        report[match half.as_deref() {
            Some(day) if day <= "2026-07-10" => 0,
            Some(_) => 1,
            None => 2,
        }] += 1;
        for (n, (name, counts)) in
            [("Điều 71", &mut reception), ("Điều 72", &mut supervision), ("Điều 73", &mut report)].into_iter().enumerate()
        {
            let waived = mine("waiver").iter().filter(|r| r.subject.starts_with(&format!("van-trach-dem#{n}/"))).count();
            counts[2] -= i64::try_from(waived).unwrap();
            counts[5] += i64::try_from(waived).unwrap();
            all.insert((post.to_owned(), name), *counts);
        }
    }
    all
}

on_both! {
    async fn s3_1_a_deputy_is_judged_by_the_rule_with_reason_paper_and_remedial_task(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "fixture.toml", PRESIDING, false).await.unwrap();
        let hall = held(&site, &["Cây gãy đường thôn Hạ"]).await;
        assert!(found(&site).await.contains(&FindingKind::PresidingNotRecorded));
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let deputy = |ground: &'static str| {
            vec![
                ("post", "D0001-chu-tich"),
                ("mode-0", "delegated"),
                ("person-0", "Nguyễn Thị Hạnh"),
                ("deputy-0", "Phó Chủ tịch"),
                ("paper-0", "31/UQ-UBND"),
                ("reason-0", "Nghỉ phép"),
                ("ground-0", ground),
            ]
        };
        press(&mut thu, &at, &format!("{at}/chu-tri"), &deputy("mission")).await;
        assert!(found(&site).await.contains(&FindingKind::DeputyPresided), "a reason that the rule does not permit");
        let board = thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=presiding").await;
        board.says("Cấp phó chủ trì thay người đứng đầu").says("Cần kiểm tra").hides("vi phạm");
        // The superior's table says the same of it: to be looked at, not a day that passed.
        site.officer("vanphong.thanhpho").await.get("/cap-tren/so-nhiem-vu?nam=2026&viec=presiding").await.says("1 cần xem");
        let finding = plain(&board.link("/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&#38;nam=2026&#38;loai=deputy_presided"));
        thu.get(&finding).await.says("Văn bản ủy quyền").says("Cuộc đối thoại").says("Giao việc khắc phục");
        press(&mut thu, &at, &format!("{at}/chu-tri"), &deputy("leave")).await;
        assert!(!found(&site).await.contains(&FindingKind::DeputyPresided), "a reason that it permits");
        thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=presiding").await.says("Đã ủy quyền, đúng trường hợp quy chế cho phép");
        press(
            &mut thu,
            &at,
            &format!("{at}/chu-tri"),
            &[("post", "D0001-chu-tich"), ("mode-0", "in_person"), ("person-0", "Nguyễn Thị Hạnh")],
        )
        .await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=presiding").await.says("Trực tiếp chủ trì").hides("Ủy quyền, lý do");
    }

    async fn s1_4_who_supervised_whom_is_counted_with_its_base_and_goes_to_excel(db: Fresh) {
        let site = site(db).await;
        for post in ["chu-tich", "bi-thu"] {
            record(&site, new_entry(EntryWord::Supervision, post, date(2026, 9, 9))).await;
        }
        record(
            &site,
            NewEntry {
                by: Some(SupervisorKind::PeopleInspection),
                who: "Ban Thanh tra nhân dân xã".into(),
                ..new_entry(EntryWord::Supervision, "chu-tich", date(2026, 10, 1))
            },
        )
        .await;
        let mut city = site.officer("vanphong.thanhpho").await;
        let page = city.get("/cong-viec/giam-sat?nam=2026").await;
        page.says("MTTQ và các tổ chức chính trị - xã hội 1 1 trong")
            .says("Ban Thanh tra nhân dân 1 1 trong")
            .says("Ban Giám sát đầu tư của cộng đồng 0 0 trong");
        page.says("Ít nhất một cơ quan 2 1 trong").says("1 trong 1 (100%)").says("09/9/2026").says("Chưa ghi cuộc giám sát nào");
        let drill = plain(&page.link("/cong-viec/so-nhiem-vu?xa=D0001"));
        city.get(&drill).await.says("Chỉ các việc: Giám sát");
        city.get("/cong-viec/giam-sat?nam=2026&boi=people_inspection").await.says("Xã Vân Trạch").hides("Phường Đông Lãm</a>");
        city.get("/cong-viec/giam-sat?nam=2025").await.hides("09/9/2026");
        // The same in the export: one line for each supervision, one for each unit without.
        let rows = table(&city.get("/cong-viec/giam-sat.xlsx?nam=2026").await);
        let of = |unit: &str, by: &str| rows.iter().filter(|r| r[0].contains(unit) && r[3] == by).count();
        assert_eq!(of("Xã Vân Trạch", "MTTQ và các tổ chức chính trị - xã hội"), 1, "two posts, one supervision");
        assert_eq!(of("Xã Vân Trạch", "Ban Thanh tra nhân dân"), 1);
        assert_eq!(of("Phường Đông Lãm", "Chưa ghi cuộc giám sát nào"), 1);
        // The Front reads the own commune's; a body does not.
        let mut front = site.officer("mttq.vantrach").await;
        front.get("/cong-viec/giam-sat?nam=2026").await.says("Xã Vân Trạch").hides("Phường Đông Lãm");
        let mut phong = site.officer("kinhte.vantrach").await;
        assert_eq!(phong.get("/cong-viec/giam-sat").await.status, StatusCode::NOT_FOUND);
    }

    async fn s4_10_a_finding_gets_a_task_with_post_and_day_and_stays_whatever_becomes_of_it(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut city = site.officer("vanphong.thanhpho").await;
        let board = city.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026").await;
        board.says("Số cuộc đối thoại ít hơn quy định");
        let at = plain(&board.link("/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&#38;nam=2026&#38;loai=too_few"));
        let page = city.get(&at).await;
        let (key, post) = (page.field("finding"), page.field("post"));
        let given = |task: &'static str, due: &'static str| {
            vec![("xa", "D0001"), ("nam", "2026"), ("loai", "too_few"), ("task", task), ("due", due), ("basis", "45-CV/TU")]
        };
        let to = "/cong-viec/so-nhiem-vu/noi-dung";
        let mut wrong = given("Tổ chức cuộc còn thiếu", "01/07/2026");
        wrong.extend([("finding", key.as_str()), ("post", post.as_str())]);
        let wrong = fill_by(&mut city, &page, to, "form_key", &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Tổ chức cuộc còn thiếu");
        let mut good = given("Tổ chức cuộc còn thiếu", "20/07/2026");
        good.extend([("finding", key.as_str()), ("post", post.as_str())]);
        let task = fill_by(&mut city, &page, to, "form_key", &good).await;
        task.says("Tổ chức cuộc còn thiếu")
            .says("20/7/2026")
            .says("Giao việc")
            .says("Theo hồ sơ đã ghi, nội dung này vẫn còn")
            .says("45-CV/TU");
        // No other finding can be made up, and a neighbour has no part in it.
        let mut forged = given("x", "20/07/2026");
        forged.extend([("finding", "0000000000000000"), ("post", post.as_str())]);
        let again = city.get(&at).await;
        assert_eq!(fill_by(&mut city, &again, to, "form_key", &forged).await.status, StatusCode::NOT_FOUND);
        let mut thu = site.officer("vanthu.vantrach").await;
        let own = thu.get("/cong-viec/so-nhiem-vu?nam=2026").await;
        own.says("Đã giao 1 việc khắc phục").says("1 việc chưa xong");
        thu.get("/thong-bao").await.says("Việc khắc phục có bước mới");
        let list = thu.get("/cong-viec/khac-phuc").await;
        list.says("Tổ chức cuộc còn thiếu").says("Đang khắc phục");
        let here = plain(&list.link("/cong-viec/khac-phuc/"));
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&here).await.status, StatusCode::NOT_FOUND);
        // What a superior asked for is a superior's to put off; without evidence nothing is closed.
        let page = thu.get(&here).await;
        page.hides("value=\"extend\"").says("Văn bản yêu cầu: 45-CV/TU").hides("có thể để trống: 45");
        assert_eq!(
            fill_by(&mut thu, &page, &here, "key", &[("viec", "extend"), ("new_due", "30/07/2026"), ("reason", "Bão")]).await.status,
            StatusCode::NOT_FOUND
        );
        let bare = fill_by(&mut thu, &page, &here, "key", &[("viec", "close"), ("result", "Đã tổ chức"), ("done_on", "02/07/2026")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bare.field("evidence"), "");
        bare.says("Đã tổ chức");
        let page = city.get(&here).await;
        fill_by(&mut city, &page, &here, "key", &[("viec", "extend"), ("new_due", "30/07/2026"), ("reason", "Bão số 2")])
            .await
            .says("30/7/2026")
            .says("hạn giao lần đầu 20/7/2026");
        // Past its day it is overdue; urged once a day.
        site.on(date(2026, 8, 1));
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cong-viec/khac-phuc?loc=qua-han").await.says("Quá hạn 2 ngày");
        let page = city.get(&here).await;
        fill_by(&mut city, &page, &here, "key", &[("viec", "urge"), ("urging", "Đề nghị làm ngay")]).await.says("Đề nghị làm ngay");
        let page = city.get(&here).await;
        assert_eq!(fill_by(&mut city, &page, &here, "key", &[("viec", "urge")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(&here).await;
        fill_by(&mut thu, &page, &here, "key", &[("viec", "progress"), ("progress", "Đã lên lịch ngày 05/8")])
            .await
            .says("Đã lên lịch ngày 05/8");
        let page = thu.get(&here).await;
        let done = fill_by(
            &mut thu,
            &page,
            &here,
            "key",
            &[("viec", "close"), ("result", "Đã tổ chức"), ("evidence", "12-BB/ĐU"), ("done_on", "01/08/2026")],
        )
        .await;
        done.says("Đã khắc phục").says("Minh chứng: 12-BB/ĐU").says("Theo hồ sơ đã ghi, nội dung này vẫn còn");
        // The finding still stands, with its task beside it: it goes when the facts say so.
        assert!(found(&site).await.contains(&FindingKind::TooFew));
        thu.get(&at).await.says("Đã khắc phục");
        let rows = table(&thu.get("/cong-viec/khac-phuc.xlsx?loc=xong").await);
        assert!(rows.iter().any(|r| r.iter().any(|c| c == "12-BB/ĐU")));
        let page = city.get(&here).await;
        fill_by(&mut city, &page, &here, "key", &[("viec", "reopen"), ("new_due", "20/08/2026"), ("reason", "Chưa có thông báo kết luận")])
            .await
            .says("Yêu cầu làm tiếp")
            .says("20/8/2026");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/cong-viec/khac-phuc").await.says("Tổ chức cuộc còn thiếu");
    }

    async fn s4_10_one_finding_has_one_open_task_and_each_step_says_from_which_side_it_comes(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut city = site.officer("vanphong.thanhpho").await;
        let board = city.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026").await;
        let at = plain(&board.link("/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&#38;nam=2026&#38;loai=too_few"));
        let page = city.get(&at).await;
        let (key, post) = (page.field("finding"), page.field("post"));
        let to = "/cong-viec/so-nhiem-vu/noi-dung";
        let give = |task: &'static str| {
            [
                ("xa", "D0001"),
                ("nam", "2026"),
                ("loai", "too_few"),
                ("task", task),
                ("due", "20/07/2026"),
                ("finding", key.as_str()),
                ("post", post.as_str()),
            ]
        };
        fill_by(&mut city, &page, to, "form_key", &give("Tổ chức cuộc còn thiếu")).await.says("Đang khắc phục");
        let page = city.get(&at).await;
        let second = fill_by(&mut city, &page, to, "form_key", &give("Làm lần nữa")).await;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        second.says("Nội dung này đã có một việc khắc phục chưa xong").says("Làm lần nữa");
        let mut thu = site.officer("vanthu.vantrach").await;
        let here = plain(&thu.get("/cong-viec/khac-phuc").await.link("/cong-viec/khac-phuc/"));
        // What the superior says goes to the commune, what the commune says to the superior; each step says whose it is.
        let news = async |v: &mut Visitor| v.get("/thong-bao").await.html.matches("/cong-viec/khac-phuc/").count();
        let (up, down) = (news(&mut city).await, news(&mut thu).await);
        let page = city.get(&here).await;
        fill_by(&mut city, &page, &here, "key", &[("viec", "progress"), ("progress", "Đã nhắc qua điện thoại")]).await.says("cấp trên ghi");
        assert_eq!((news(&mut city).await, news(&mut thu).await), (up, down + 1), "to the commune, not to who said it");
        let page = thu.get(&here).await;
        fill_by(&mut thu, &page, &here, "key", &[("viec", "progress"), ("progress", "Đã lên lịch")]).await.says("đơn vị ghi");
        assert_eq!((news(&mut city).await, news(&mut thu).await), (up + 1, down + 1));
        let page = thu.get(&here).await;
        fill_by(
            &mut thu,
            &page,
            &here,
            "key",
            &[("viec", "close"), ("result", "Đã tổ chức"), ("evidence", "12-BB/ĐU"), ("done_on", "02/07/2026")],
        )
        .await
        .says("Đã khắc phục");
        // Closed: another one may be opened; then the first is not opened again beside it.
        let page = city.get(&at).await;
        fill_by(&mut city, &page, to, "form_key", &give("Bổ sung thông báo")).await.says("Bổ sung thông báo");
        let page = city.get(&here).await;
        let both = fill_by(&mut city, &page, &here, "key", &[("viec", "reopen"), ("new_due", "20/08/2026"), ("reason", "Chưa đủ")]).await;
        assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
        both.says("Nội dung này đã có một việc khắc phục chưa xong").says("Chưa đủ");
    }

    async fn s4_15_the_export_equals_the_sum_of_the_events_after_random_edits(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "fixture.toml", COUNTED, false).await.unwrap();
        let mut luck = Luck(11);
        let mut recorded: Vec<String> = Vec::new();
        let mut struck: BTreeSet<String> = BTreeSet::new();
        for round in 0..3 {
            for _ in 0..14 {
                let post = ["chu-tich", "bi-thu"][usize::try_from(luck.below(2)).unwrap()];
                let day = |n: u64| date(2026, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(n).unwrap()));
                match luck.below(10) {
                    0 | 1 if !recorded.is_empty() => {
                        let at = usize::try_from(luck.below(recorded.len() as u64)).unwrap();
                        let verb = VoidEntry { unit_id: world::unit(VAN_TRACH), entry: recorded[at].clone() };
                        let done = site.app.carry_out(&office(), verb).await;
                        // Voided twice is refused: the row counts no more already.
                        let again = !struck.insert(recorded[at].clone());
                        assert!(
                            if again { matches!(done, Err(Refusal::NotFound("entry"))) } else { done.is_ok() },
                            "again {again}: {done:?}"
                        );
                    }
                    2 | 3 => recorded.push(record(&site, new_entry(EntryWord::Supervision, post, day(luck.below(320)))).await),
                    4 => {
                        let on = date(2026, 7, 1).saturating_add(jiff::Span::new().days(i64::try_from(luck.below(20)).unwrap()));
                        let entry = NewEntry {
                            period: Some(ReportPeriod::HalfYear),
                            to: Some(date(2026, 6, 30)),
                            receivers: "Bí thư cấp ủy cấp tỉnh; Ban Nội chính cấp ủy cấp tỉnh; Ban Tuyên giáo và Dân vận cấp ủy cấp tỉnh"
                                .into(),
                            ..new_entry(EntryWord::Report, post, on)
                        };
                        recorded.push(record(&site, entry).await);
                    }
                    _ => recorded.push(record(&site, new_entry(EntryWord::Reception, post, day(luck.below(320)))).await),
                }
            }
            if round == 2 {
                let unit = world::unit(VAN_TRACH);
                let r =
                    reckon::reckon(&mut site.app.store.read().await.unwrap(), &site.app.calendar(), &unit, 2026..=2026, date(2026, 11, 23))
                        .await
                        .unwrap();
                let late = r.duties.iter().find(|d| d.state == DutyState::Breached && d.id.starts_with("van-trach-dem#0/")).unwrap();
                let entry = NewEntry {
                    post_id: late.post_id.clone(),
                    kind: EntryWord::Waiver,
                    note: "Bão".into(),
                    by: None,
                    ..new_entry(EntryWord::Waiver, "chu-tich", date(2026, 11, 20))
                };
                let city = site.actor("chutich.thanhpho").await;
                site.app.carry_out(&city, WaiveDuty { unit_id: unit, subject: late.id.clone(), year: 2026, entry }).await.unwrap();
            }
            let want = recount(&site, &recorded).await;
            let mut thu = site.officer("vanthu.vantrach").await;
            let rows = table(&thu.get("/cong-viec/so-nhiem-vu.xlsx?nam=2026").await);
            let names = BTreeMap::from([("chu-tich", "Chủ tịch UBND xã"), ("bi-thu", "Bí thư Đảng ủy xã")]);
            let mut by_kind: BTreeMap<String, Counts> = BTreeMap::new();
            let mut by_post: BTreeMap<String, Counts> = BTreeMap::new();
            let mut counted: BTreeMap<(String, &str), Counts> = BTreeMap::new();
            for r in rows.iter().skip(1) {
                let Some(n) = bucket(&r[6]) else { continue };
                by_kind.entry(r[1].clone()).or_default()[n] += 1;
                by_post.entry(r[0].clone()).or_default()[n] += 1;
                let post = names.iter().find(|(_, name)| **name == r[0]).map(|(p, _)| (*p).to_owned());
                for clause in ["Điều 71", "Điều 72", "Điều 73"] {
                    if let (Some(post), true) = (&post, r[3].contains(clause)) {
                        counted.entry((post.clone(), clause)).or_default()[n] += 1;
                    }
                }
            }
            assert_eq!(counted, want, "round {round}: the export is what rows and events make of it");
            // The superior's roll-up is the sum of the unit's rows, kind by kind.
            let mut city = site.officer("vanphong.thanhpho").await;
            let up = table(&city.get("/cap-tren/so-nhiem-vu.xlsx?nam=2026").await);
            let rolled: BTreeMap<String, Counts> = up
                .iter()
                .filter(|r| r[0].contains("(D0001)"))
                .map(|r| (r[2].clone(), std::array::from_fn(|n| r[3 + n].parse().unwrap())))
                .collect();
            let some =
                |all: BTreeMap<String, Counts>| all.into_iter().filter(|(_, c)| c.iter().sum::<i64>() > 0).collect::<BTreeMap<_, _>>();
            assert_eq!(some(rolled), some(by_kind), "round {round}: the roll-up is the sum of the rows");
            // And a head's own record is the rows of that post.
            let mut head = site.officer("chutich.vantrach").await;
            let mine = by_post[names["chu-tich"]];
            head.get("/nguoi-dung-dau/nam?nam=2026").await.says(&format!(
                "{} đã làm đúng hạn {} làm muộn {} chưa thực hiện {} chưa đến hạn",
                mine[0],
                mine[1],
                mine[2],
                mine[3] + mine[4]
            ));
        }
    }

    async fn silence_on_publication_goes_on_into_the_next_year(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 12, 10));
        opinion(&site, "Mương Bến Gỗ tắc").await;
        site.on(date(2027, 1, 15));
        assert!(found(&site).await.contains(&FindingKind::PublicationSilent));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2027").await.says("Quá hạn quyết định công bố ý kiến");
    }

    async fn l5_fixed_days_are_public_move_off_holidays_and_are_cancelled_by_a_notice(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 4, 20));
        let mut anybody = site.visitor();
        anybody.get("/xa/D0001/quy-che").await.hides("tiep-cong-dan");
        let mut thu = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/lich-tiep-cong-dan";
        let given = |month: &'static str| {
            vec![
                ("post", "D0001-bi-thu"),
                ("month", month),
                ("from", "01/04/2026"),
                ("hours", "7:30 - 11:30"),
                ("place", "Trụ sở Đảng ủy xã"),
                ("paper", "14-TB/ĐU"),
            ]
        };
        let wrong = press(&mut thu, at, at, &given("5, 42")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("month"), "5, 42");
        press(&mut thu, at, at, &given("10, 30")).await.says("Ngày 10, 30 hằng tháng. 7:30 - 11:30. Trụ sở Đảng ủy xã. Theo 14-TB/ĐU");
        // 30/4 and 1/5 are off, 2 and 3 May the weekend.
        let page = anybody.get("/xa/D0001/quy-che").await;
        page.says("Lịch tiếp công dân của người đứng đầu").says("04/5/2026").says("lùi từ 30/4/2026, là ngày nghỉ").says("11/5/2026");
        thu.get(at).await.says("10/4/2026").says("Chưa ghi");
        record(&site, new_entry(EntryWord::Reception, "bi-thu", date(2026, 4, 10))).await;
        thu.get(at).await.says("Đã tiếp").hides("Chưa ghi");
        // A day that is not fixed cannot be cancelled; a notice that comes late says so.
        let off = |on: &'static str| {
            vec![("post", "D0001-bi-thu"), ("on_day", on), ("instead", "06/05/2026"), ("posted", "20/04/2026"), ("reason", "Họp Thành ủy.")]
        };
        let cancel = format!("{at}/huy");
        let not_fixed = press(&mut thu, at, &cancel, &off("05/05/2026")).await;
        assert_eq!(not_fixed.status, StatusCode::UNPROCESSABLE_ENTITY);
        not_fixed.says("Ngày này không phải ngày tiếp công dân theo lịch của chức danh đã chọn");
        // What was typed into one form stands in that form; the other keeps its own defaults.
        assert_eq!((not_fixed.field("from").as_str(), not_fixed.field("on_day").as_str()), ("20/4/2026", "05/05/2026"));
        // Everybody reads the reason; the day instead is a day of work, none that is fixed anyway, and not over already.
        for (field, value, words) in [
            ("reason", "Gọi ông Tư 0912 345 678", "ai cũng đọc được"),
            ("instead", "09/05/2026", "Xin chọn một ngày làm việc"),
            ("instead", "11/05/2026", "Xin chọn một ngày làm việc"),
            ("instead", "17/04/2026", "Xin xem lại ngày"),
        ] {
            let mut bad = off("04/05/2026");
            bad.iter_mut().filter(|(n, _)| *n == field).for_each(|f| f.1 = value);
            let refused = press(&mut thu, at, &cancel, &bad).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
            refused.says(words).says(if field == "reason" { "" } else { "Họp Thành ủy" });
        }
        anybody.get("/xa/D0001/quy-che").await.hides("0912").hides("Không tiếp");
        press(&mut thu, at, &cancel, &off("04/05/2026"))
            .await
            .says("Không tiếp")
            .says("Họp Thành ủy. Thông báo niêm yết ngày 20/4/2026")
            .hides("Niêm yết muộn");
        anybody.get("/xa/D0001/quy-che").await.says("Không tiếp").says("Tiếp bù").says("06/5/2026");
        site.on(date(2026, 5, 10));
        let mut thu = site.officer("vanthu.vantrach").await;
        let late = [("post", "D0001-bi-thu"), ("on_day", "11/05/2026"), ("posted", "10/05/2026"), ("reason", "Mưa lũ")];
        press(&mut thu, at, &cancel, &late).await.says("Niêm yết muộn: chậm nhất là 07/5/2026");
        let again = press(&mut thu, at, &cancel, &late).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "cancelled already");
        again.says("Ngày này đã ghi là không tiếp theo lịch");
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get(at).await.status, StatusCode::NOT_FOUND);
        // A notice that was wrong is corrected, and withdrawn where the day is held after all; what it said stays in the book.
        let mend = |lam: &'static str, instead: &'static str| {
            [
                ("post", "D0001-bi-thu"),
                ("on_day", "11/05/2026"),
                ("instead", instead),
                ("posted", "07/05/2026"),
                ("reason", "Bão số 1"),
                ("lam", lam),
            ]
        };
        let wrong = press(&mut thu, at, &cancel, &mend("sua", "16/05/2026")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Xin chọn một ngày làm việc").says("Bão số 1");
        press(&mut thu, at, &cancel, &mend("sua", "13/05/2026")).await.says("Bão số 1. Thông báo niêm yết ngày 07/5/2026").hides("Mưa lũ");
        anybody.get("/xa/D0001/quy-che").await.says("13/5/2026").hides("Mưa lũ");
        press(&mut thu, at, &cancel, &mend("bo", "")).await.hides("Bão số 1");
        anybody.get("/xa/D0001/quy-che").await.hides("13/5/2026").hides("Bão số 1");
        let rows = caunoi_testkit::every_row(site.database()).await;
        let was: Vec<&str> = rows.lines().filter(|l| l.starts_with("reception_cancel_was:")).collect();
        assert!(was.len() == 2 && was.iter().any(|l| l.contains("Mưa lũ")) && was.iter().any(|l| l.contains("Bão số 1")), "{was:?}");
        assert_eq!(press(&mut thu, at, &cancel, &mend("bo", "")).await.status, StatusCode::NOT_FOUND, "nothing stands any more");
        press(&mut thu, at, &cancel, &late).await.says("Mưa lũ");
    }

    async fn l8_the_set_of_reports_of_a_secretary_has_its_receivers_and_its_figures(db: Fresh) {
        let site = Site::new(db).await;
        record(&site, new_entry(EntryWord::Reception, "bi-thu", date(2026, 10, 6))).await;
        record(&site, new_entry(EntryWord::Reception, "bi-thu", date(2026, 10, 6))).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/bao-cao-quy-che?nam=2026";
        let set = thu.get(at).await;
        set.says("Bí thư Đảng ủy xã").says("Ban Tuyên giáo và Dân vận cấp ủy cấp tỉnh").hides("Chủ tịch UBND xã</h2>");
        assert_eq!(set.html.matches("class=\"hit\"").count(), 16, "twelve months, quarter I, 6 and 9 months, the year");
        let october = set.html.split("<tr role=\"row\">").find(|r| r.contains("31/10/2026")).unwrap();
        let draft = plain(october.split("href=\"/cong-viec/bao-cao-quy-che/").nth(1).unwrap().split('"').next().unwrap());
        let page = thu.get(&format!("/cong-viec/bao-cao-quy-che/{draft}")).await;
        page.says("Số ngày tiếp công dân 1").says("từ 01/10/2026 đến 31/10/2026").says("Mẫu của hệ thống").says("11-QĐi/TW");
        let sent = [
            ("kind", page.field("kind")),
            ("post", page.field("post")),
            ("period", page.field("period")),
            ("year", page.field("year")),
            ("month", page.field("month")),
            ("receivers", page.field("receivers")),
        ];
        let mut fields: Vec<(&str, &str)> = sent.iter().map(|(k, v)| (*k, v.as_str())).collect();
        fields.extend([("on_day", "10/11/2026"), ("paper", "33-BC/ĐU")]);
        fill_by(&mut thu, &page, "/cong-viec/so-nhiem-vu/ghi", "key", &fields).await.says("33-BC/ĐU");
        let set = thu.get(at).await;
        let october = set.html.split("<tr role=\"row\">").find(|r| r.contains("31/10/2026")).unwrap();
        assert!(october.contains("Đã làm"), "{october}");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get("/cong-viec/bao-cao-quy-che?xa=D0001").await.status, StatusCode::NOT_FOUND);
    }
}
