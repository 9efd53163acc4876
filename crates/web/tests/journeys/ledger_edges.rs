//! Pages of the ledger where two things meet: the turn of a year, a published page and what comes in, a list and its counts, a
//! finding and the year that it belongs to, a planned row and the reason that a superior accepts (issue D).

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    duty::{
        head_record::OpenRecords,
        reckon,
        remedial::{close::CloseRemedial, open::OpenRemedial},
        set_reception::SetReception,
    },
    regulation::load::load_file,
    rounds::run_due,
};
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    regulation::{
        clause::ClauseKind,
        head_record::{Opening, RecordReader},
        ledger::FindingKind,
        reception::{NewSchedule, Pattern},
        remedial::{FindingSource, NewRemedial},
    },
};
use caunoi_papers::sheet;
use caunoi_store::{
    Change, Tx, body_name,
    people::{self, PostRow},
    urging::{self, Urged},
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::{Date, date};

use crate::{
    figures,
    hall::{held, office, opinion, press, signed},
    kit::Site,
    ledger::site,
    ledger_facts::TOLD,
    ledger_rules, year_plan,
};

const MONTHLY: &str = r#"
[[document]]
id = "van-trach-bao-cao"
kind = "regulation"
title = "Quy chế dựng ra để kiểm thử báo cáo tháng"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "report"
citation = "Điều 10"
text = "Mỗi tháng báo cáo chậm nhất 10 ngày sau khi hết tháng."
source = "fixture"
confirmed = true
posts = ["committee_chair"]
periods = ["month"]
days = 10
count = "calendar"
"#;

const PLAN_DAY: &str = r#"
[[document]]
id = "thanh-pho-ke-hoach"
kind = "regulation"
title = "Quy chế dựng ra để kiểm thử ngày của kế hoạch"
issuer = "Thành ủy (dựng ra)"
place = "31.2025"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "plan_entry"
citation = "Điều 2 của quy chế thử"
text = "Kế hoạch năm được duyệt chậm nhất ngày 28 tháng 2."
source = "fixture"
confirmed = true
levels = ["commune"]
months = [2]
day_of_month = 28
"#;

/// A body ends on that day.
struct End(&'static str, &'static str);

impl Change for End {
    type Done = ();
    type Refused = caunoi_app::Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), caunoi_app::Refusal> {
        Ok(body_name::end(tx, self.0, self.1).await?)
    }
}

/// Every waiver is void since that moment, or counts.
struct Voided(Option<i64>);

impl Change for Voided {
    type Done = ();
    type Refused = caunoi_store::StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), caunoi_store::StoreError> {
        tx.exec("UPDATE duty_entry SET void_at = $1 WHERE kind = 'waiver'", caunoi_store::args![self.0]).await?;
        Ok(())
    }
}

/// A second head called as the first one.
struct Twin;

impl Change for Twin {
    type Done = ();
    type Refused = caunoi_app::Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), caunoi_app::Refusal> {
        let all = people::posts(tx, &world::unit(VAN_TRACH), "2026-11-23").await?;
        let chair = all.into_iter().find(|p| p.id == "D0001-chu-tich").unwrap();
        Ok(people::put_post(tx, &PostRow { id: "D0001-chu-tich-2".into(), holder: None, ..chair }).await?)
    }
}

fn links(html: &str) -> Vec<String> {
    html.split("class=\"hit\" href=\"").skip(1).map(|s| s.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")).collect()
}

/// The key of the finding that a head held too few dialogues in 2026, as it stands today.
async fn too_few(site: &Site, post: &str) -> String {
    let mut conn = site.app.store.read().await.unwrap();
    let r = reckon::of_year(&mut conn, &site.app.calendar(), &world::unit(VAN_TRACH), 2026, site.app.clock.today()).await.unwrap();
    r.findings.iter().find(|f| f.kind == FindingKind::TooFew && f.post_id == post).unwrap().key()
}

/// The first dialogue that the chair owes in 2026: its id and key.
async fn june(site: &Site) -> (String, String) {
    let mut conn = site.app.store.read().await.unwrap();
    let r = reckon::of_year(&mut conn, &site.app.calendar(), &world::unit(VAN_TRACH), 2026, site.app.clock.today()).await.unwrap();
    let first = r.duties.iter().find(|d| d.kind == ClauseKind::Frequency && d.due == date(2026, 6, 30)).unwrap();
    (first.id.clone(), first.key())
}

async fn task(site: &Site, finding: String, what: &str, due: Date) -> String {
    let ask = NewRemedial { task: what.into(), due, basis: String::new() };
    let verb =
        OpenRemedial { unit_id: world::unit(VAN_TRACH), year: 2026, source: FindingSource::Ledger, finding, post_id: String::new(), ask };
    site.app.carry_out(&office(), verb).await.unwrap()
}

on_both! {
    async fn s2_11_what_december_left_open_stands_in_january_until_it_is_done(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "monthly.toml", MONTHLY, false).await.unwrap();
        site.on(date(2027, 1, 5));
        let mut thu = site.officer("vanthu.vantrach").await;
        let soon = thu.get("/cong-viec/so-nhiem-vu?nam=2027&loc=30-ngay").await;
        soon.says("01/12/2026 đến 31/12/2026").says("10/01/2027").says("việc của năm trước còn mở");
        let href = links(&soon.html).into_iter().next().unwrap();
        thu.get(&href).await.says("Mỗi tháng báo cáo chậm nhất 10 ngày sau khi hết tháng.");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/nguoi-dung-dau/nam?nam=2027").await.says("01/12/2026 đến 31/12/2026");
        let mut city = site.officer("vanphong.thanhpho").await;
        let table = city.get("/cap-tren/so-nhiem-vu?nam=2027&loc=sap-den-han").await;
        table.says("Xã Vân Trạch").says("sắp đến");
        // After its day it is overdue in the new year too, and in the old one.
        site.on(date(2027, 1, 12));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2027&loc=qua-han&viec=report").await.says("01/12/2026 đến 31/12/2026").says("Quá hạn 2 ngày");
        thu.get("/cong-viec/so-nhiem-vu?nam=2027").await.says("Thiếu báo cáo");
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cap-tren/so-nhiem-vu?nam=2027&viec=report").await.says("quá hạn");
        // Once it is done it is the old year's alone.
        let page = thu.get("/cong-viec/so-nhiem-vu/ghi?nam=2027").await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let sent = [
            ("kind", "report"),
            ("post", "D0001-chu-tich"),
            ("on_day", "12/01/2027"),
            ("period", "month"),
            ("year", "2026"),
            ("month", "12"),
            ("paper", "1-BC"),
            ("receivers", "Văn phòng Thành ủy"),
        ];
        let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
        fields.extend(sent);
        thu.submit("/cong-viec/so-nhiem-vu/ghi", &fields).await.says("1-BC").says("Gửi: Văn phòng Thành ủy");
        thu.get("/cong-viec/so-nhiem-vu?nam=2027&viec=report&chuc=D0001-chu-tich").await.hides("01/12/2026 đến 31/12/2026");
        thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=report&chuc=D0001-chu-tich").await.says("Làm muộn");
        // In spring nothing of it stands in the way any more.
        site.on(date(2027, 3, 1));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2027").await.hides("việc của năm trước còn mở");
    }

    async fn a_published_year_stays_right_when_an_opinion_comes_in(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "told.toml", TOLD, false).await.unwrap();
        let mut head = site.officer("chutich.vantrach").await;
        let csrf = head.get("/cong-viec/so-nhiem-vu?nam=2026").await.field("csrf");
        head.submit("/cong-viec/so-nhiem-vu/cong-khai", &[("csrf", &csrf), ("nam", "2026"), ("hien", "1")]).await.says("Đang công khai");
        let mut anybody = site.visitor();
        let at = "/xa/D0001/quy-che?nam=2026";
        anybody.get(at).await.says("Điều 3").says("0 trong 1").hides("0 trong 0").hides("Điều 6");
        // Nothing of it is published: the kept page stays, and it is what a fresh one would be.
        opinion(&site, "Mương tiêu tắc.").await;
        anybody.get(at).await.says("0 trong 1").hides("0 trong 0").hides("Điều 6");
        site.on(date(2026, 12, 20));
        anybody.get(at).await.says("Điều 6").says("0 trong 1").hides("0 trong 0");
    }

    async fn the_reception_days_of_a_post_that_is_no_more_are_not_shown(db: Fresh) {
        let site = site(db).await;
        let schedule = NewSchedule {
            post_id: "D0001-chu-tich".into(),
            pattern: Pattern::Month(vec![10]),
            from: date(2026, 1, 1),
            hours: "7:30 - 11:30".into(),
            place: "Trụ sở UBND xã".into(),
            paper: String::new(),
        };
        site.app.carry_out(&office(), SetReception { unit_id: world::unit(VAN_TRACH), schedule }).await.unwrap();
        let mut anybody = site.visitor();
        anybody.get("/xa/D0001/quy-che").await.says("Lịch tiếp công dân của người đứng đầu").says("7:30 - 11:30");
        site.app.store.write(End("D0001-ubnd", "2026-11-22")).await.unwrap();
        anybody.get("/xa/D0001/quy-che").await.hides("7:30 - 11:30");
    }

    async fn s4_10_a_list_of_tasks_holds_as_many_as_its_filter_says_and_so_does_its_workbook(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        task(&site, too_few(&site, "D0001-chu-tich").await, "Tổ chức cuộc còn thiếu", date(2026, 7, 20)).await;
        let done = task(&site, too_few(&site, "D0001-bi-thu").await, "Báo cáo lý do", date(2026, 7, 10)).await;
        let verb =
            CloseRemedial { remedial: done, result: "Đã báo cáo".into(), evidence: "12-BC/ĐU".into(), done_on: "02/07/2026".into() };
        site.app.carry_out(&office(), verb).await.unwrap();
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Việc khắc phục, 1 việc chưa xong");
        let mut city = site.officer("vanphong.thanhpho").await;
        for (loc, what, other) in [("", "Tổ chức cuộc còn thiếu", "Báo cáo lý do"), ("xong", "Báo cáo lý do", "Tổ chức cuộc còn thiếu")]
        {
            for v in [&mut thu, &mut city] {
                let page = v.get(&format!("/cong-viec/khac-phuc?loc={loc}&xa=D0001")).await;
                page.says(what).hides(other).says("Chưa xong 1").says("Đã khắc phục 1").says("Quá hạn 0");
                let book = v.get(&format!("/cong-viec/khac-phuc.xlsx?loc={loc}&xa=D0001")).await;
                let rows = sheet::read(&book.bytes).unwrap();
                assert_eq!(rows.len(), 2, "its head and one task");
                assert_eq!(rows[1].text(3).unwrap_or_default(), what);
            }
        }
        // A superior's own list holds those below too.
        city.get("/cong-viec/khac-phuc").await.says("Tổ chức cuộc còn thiếu").says("Xã Vân Trạch");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get("/cong-viec/khac-phuc?xa=D0001").await.status, StatusCode::NOT_FOUND);
        // In the ledger of another year nothing is said of it, least of all that it is gone.
        site.on(date(2027, 3, 1));
        let mut thu = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&loai=too_few&post=D0001-chu-tich&nam=";
        thu.get(&format!("{at}2026")).await.says("Tổ chức cuộc còn thiếu").hides("Việc khắc phục của nội dung không còn");
        assert_eq!(thu.get(&format!("{at}2027")).await.status, StatusCode::NOT_FOUND);
    }

    async fn s4_10_an_escalated_reminder_of_a_task_reaches_the_superior(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let key = too_few(&site, "D0001-chu-tich").await;
        let id = task(&site, key, "Tổ chức cuộc còn thiếu", date(2026, 7, 10)).await;
        let mut head = site.officer("chutich.vantrach").await;
        assert_eq!(ledger_rules::set(&mut head, "escalation", "automatic", "", "5").await.status, StatusCode::SEE_OTHER);
        let mut city = site.officer("vanphong.thanhpho").await;
        let news = "Việc khắc phục có bước mới";
        site.on(date(2026, 7, 14));
        run_due(&site.app).await.unwrap();
        city = {
            drop(city);
            site.officer("vanphong.thanhpho").await
        };
        city.get("/thong-bao").await.hides(news);
        site.on(date(2026, 7, 15));
        run_due(&site.app).await.unwrap();
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/thong-bao").await.says(news);
        city.get(&format!("/cong-viec/khac-phuc/{id}")).await.says("Tổ chức cuộc còn thiếu").says("Đôn đốc");
        let mut other = site.officer("vanthu.donglam").await;
        other.get("/thong-bao").await.hides(news);
    }

    async fn s4_8_a_superior_accepts_the_reason_for_a_planned_row_on_the_page_of_its_finding(db: Fresh) {
        let site = site(db).await;
        year_plan::approved(&site).await;
        site.on(date(2027, 1, 4));
        let at = "/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&nam=2026&loai=plan_not_met&post=D0001-chu-tich";
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(at).await.says("Chưa bảo đảm kế hoạch").hides("Chấp nhận lý do không tổ chức cuộc này");
        let mut clerk = site.officer("vanphong.thanhpho").await;
        clerk.get(at).await.says("Trình lý do để người đứng đầu quyết định").hides("Chấp nhận lý do không tổ chức cuộc này");
        let mut city = site.officer("chutich.thanhpho").await;
        let page = city.get(at).await;
        page.says("Chấp nhận lý do không tổ chức cuộc này");
        let (csrf, row) = (page.field("csrf"), page.field("row"));
        let key = page
            .html
            .split("name=\"form_key\" value=\"")
            .find(|k| k.split('"').next().is_some_and(|k| k.ends_with(&row)))
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let to = "/cong-viec/so-nhiem-vu/noi-dung/chap-nhan";
        let given = |paper: &'static str| {
            vec![
                ("xa", "D0001"),
                ("nam", "2026"),
                ("loai", "plan_not_met"),
                ("post", "D0001-chu-tich"),
                ("on_day", "04/01/2027"),
                ("paper", paper),
                ("note", "Bão số 2"),
            ]
        };
        let sent = |paper: &'static str| {
            let mut all = vec![("csrf", csrf.clone()), ("form_key", key.clone()), ("row", row.clone())];
            all.extend(given(paper).into_iter().map(|(k, v)| (k, v.to_owned())));
            all
        };
        let as_str = |all: &[(&'static str, String)]| all.iter().map(|(k, v)| (*k, v.clone())).collect::<Vec<_>>();
        let wrong = as_str(&sent(""));
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let bare = city.submit(to, &wrong).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        bare.says("Bão số 2");
        let good = as_str(&sent("45-CV/TU"));
        let good: Vec<(&str, &str)> = good.iter().map(|(k, v)| (*k, v.as_str())).collect();
        city.submit(to, &good).await.hides("Chưa bảo đảm kế hoạch");
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.hides("Chưa bảo đảm kế hoạch");
        // A paper that counts no more excuses nothing: no form voids one, another node's row might.
        site.app.store.write(Voided(Some(1))).await.unwrap();
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Chưa bảo đảm kế hoạch");
        site.app.store.write(Voided(None)).await.unwrap();
        // The unit itself cannot, whatever it posts.
        let csrf = thu.get("/cong-viec/so-nhiem-vu/ghi").await.field("csrf");
        let forged = thu
            .post(
                to,
                &[
                    ("csrf", &csrf),
                    ("form_key", "k"),
                    ("row", &row),
                    ("xa", "D0001"),
                    ("nam", "2026"),
                    ("loai", "plan_not_met"),
                    ("post", "D0001-chu-tich"),
                    ("on_day", "04/01/2027"),
                    ("paper", "1"),
                    ("note", "x"),
                ],
            )
            .await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
    }

    async fn l8_reports_of_two_posts_of_one_name_stand_apart_and_are_drafted_by_who_keeps_the_ledger(db: Fresh) {
        let site = Site::new(db).await;
        load_file(&site.app, "monthly.toml", MONTHLY, false).await.unwrap();
        site.app.store.write(Twin).await.unwrap();
        let at = "/cong-viec/bao-cao-quy-che?nam=2026";
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(at).await;
        assert_eq!(page.html.matches("<h2>Chủ tịch UBND xã").count(), 2, "each by its own post");
        page.says("Soạn");
        let mut front = site.officer("mttq.vantrach").await;
        let read = front.get(at).await;
        if read.status == StatusCode::OK {
            read.hides("Soạn");
        }
    }

    async fn s0_3_the_day_of_the_programme_is_one_in_the_plan_and_in_the_ledger(db: Fresh) {
        let site = site(db).await;
        year_plan::set_rule(&site, "31.2025", "programme_deadline", "31/10").await;
        let plan = "/cong-viec/ke-hoach?nam=2026";
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(plan).await.says("31/10/2026").says("Quy chế thử, Điều 5");
        load_file(&site.app, "plan.toml", PLAN_DAY, false).await.unwrap();
        thu.get(plan).await.says("28/02/2026").says("Điều 2 của quy chế thử").hides("31/10/2026");
        thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=plan_entry").await.says("28/02/2026");
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cap-tren/ke-hoach?nam=2026").await.says("28/02/2026").hides("31/10/2026");
    }

    async fn s4_15_the_record_of_one_head_is_shown_and_taken_out_alone(db: Fresh) {
        let site = site(db).await;
        let mut city = site.officer("vanphong.thanhpho").await;
        let at = "xa=D0001&nam=2026&chuc=D0001-chu-tich";
        let board = city.get(&format!("/cong-viec/so-nhiem-vu?{at}")).await;
        board.says("Chỉ của Chủ tịch UBND xã");
        let rows = |bytes: &[u8]| -> Vec<String> {
            sheet::read(bytes).unwrap().iter().skip(1).map(|r| r.text(0).unwrap_or_default().to_owned()).collect()
        };
        let one = rows(&city.get(&format!("/cong-viec/so-nhiem-vu.xlsx?{at}")).await.bytes);
        let all = rows(&city.get("/cong-viec/so-nhiem-vu.xlsx?xa=D0001&nam=2026").await.bytes);
        assert!(!one.is_empty() && one.iter().all(|p| p.starts_with("Chủ tịch UBND xã")), "{one:?}");
        assert_eq!(one.len(), all.iter().filter(|p| p.starts_with("Chủ tịch UBND xã")).count());
        let mut head = site.officer("chutich.vantrach").await;
        let mine = head.get("/nguoi-dung-dau/nam?nam=2026").await;
        let href = mine.link("/cong-viec/so-nhiem-vu.xlsx").replace("&#38;", "&").replace("&amp;", "&");
        assert_eq!(rows(&head.get(&href).await.bytes), one);
    }

    async fn l4_the_written_notice_to_a_person_is_entered_with_its_paper_and_counts(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "told.toml", TOLD, false).await.unwrap();
        let item = opinion(&site, "Mương tiêu tắc.").await;
        let code = PublicId::from_i64(item).to_string();
        site.on(date(2026, 12, 10));
        let mut thu = site.officer("vanthu.vantrach").await;
        let board = "/cong-viec/so-nhiem-vu?nam=2026&viec=person_notice";
        thu.get(board).await.says("Quá hạn");
        let at = "/cong-viec/so-nhiem-vu/ghi";
        let given = |code: &str| {
            vec![
                ("kind", "written_notice".to_owned()),
                ("post", "D0001-bi-thu".to_owned()),
                ("on_day", "05/12/2026".to_owned()),
                ("paper", "15-TB/ĐU".to_owned()),
                ("opinion", code.to_owned()),
                ("year", "2026".to_owned()),
            ]
        };
        for (code, status) in [("không có", StatusCode::UNPROCESSABLE_ENTITY), (code.as_str(), StatusCode::OK)] {
            let fields = given(code);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            assert_eq!(press(&mut thu, at, at, &fields).await.status, status, "{code}");
        }
        let done = thu.get(board).await;
        done.says("Đã làm").hides("Quá hạn 1");
        thu.get(&links(&done.html)[0]).await.says("Văn bản báo cho người kiến nghị").says("05/12/2026");
    }

    async fn only_a_province_is_offered_other_limits(db: Fresh) {
        let site = site(db).await;
        let mut city = site.officer("vanphong.thanhpho").await;
        let page = city.get("/cap-tren/han").await;
        page.says("Trả lời ý kiến đã đưa ra đối thoại").says("10 ngày").says("Đặt hạn khác");
        let set =
            [("name", "answer"), ("days", "20"), ("count", "calendar"), ("from", "01/01/2026"), ("past", "yes"), ("paper", "12-HD/TU")];
        press(&mut city, "/cap-tren/han", "/cap-tren/han", &set).await;
        let mut conn = site.app.store.read().await.unwrap();
        let bound = caunoi_store::duty_facts::bound(&mut conn, &world::unit(VAN_TRACH)).await.unwrap().unwrap();
        let own = bound.own.on(caunoi_domain::regulation::own::OwnLimitName::Answer, date(2026, 12, 1)).unwrap();
        assert_eq!(own.days, 20, "one statement reads what every unit above set");
    }

    async fn s3_1_results_of_deputies_stand_in_a_row_of_their_own_with_their_base(db: Fresh) {
        let site = site(db).await;
        let hall = held(&site, &["Cây gãy đường thôn Hạ", "Mương Bến Gỗ tắc"]).await;
        signed(&site, &hall).await;
        let at = "/cong-viec/so-nhiem-vu/thuc-chat?nam=2026";
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(at).await.says("Người đứng đầu 1 2 trong 2 (100%)").hides("Cấp phó, theo ủy quyền");
        // The same dialogue, as a deputy presided it.
        site.app.store.write(Deputy).await.unwrap();
        thu.get(at).await.hides("Người đứng đầu 1").says("Cấp phó, theo ủy quyền 1 2 trong 2 (100%)");
        // What came of the dialogues of one head is of that head's record: the Front reads it by decision only (S4.15).
        let mut front = site.officer("mttq.vantrach").await;
        let closed = front.get(at).await;
        closed.says("2 ý kiến ở 1 cuộc").says("cơ quan khác xem khi có quyết định").hides("Cấp phó, theo ủy quyền");
        let day = site.app.clock.today();
        let opening = Opening {
            reader: RecordReader::Front,
            who: "Thành ủy".into(),
            on: day,
            paper: "12-QĐ/TU".into(),
            until: None,
            withdrawn_on: None,
        };
        let city = site.actor("chutich.thanhpho").await;
        site.app.carry_out(&city, OpenRecords { unit_id: world::unit(VAN_TRACH), opening }).await.unwrap();
        front.get(at).await.says("Cấp phó, theo ủy quyền 1 2 trong 2 (100%)").hides("cơ quan khác xem khi có quyết định");
    }

    async fn s0_11_an_overdue_duty_goes_to_the_superior_unit_by_rule(db: Fresh) {
        let site = site(db).await;
        let mut head = site.officer("chutich.vantrach").await;
        assert_eq!(ledger_rules::set(&mut head, "escalation", "automatic", "", "5").await.status, StatusCode::SEE_OTHER);
        // The dialogue of June was due on 30 June; the fifth day after it is 5 July.
        for (day, told) in [(4, false), (5, true)] {
            site.on(date(2026, 7, day));
            run_due(&site.app).await.unwrap();
            let (id, key) = june(&site).await;
            let urged = urging::of(&mut site.app.store.read().await.unwrap(), Urged::Duty, &id).await.unwrap();
            assert_eq!(urged.len(), usize::from(told), "on 0{day}/07");
            let mut city = site.officer("vanphong.thanhpho").await;
            let page = city.get("/thong-bao").await;
            assert_eq!(page.html.contains(&key), told, "the superior unit is told on that day");
            if told {
                page.says("Việc theo quy chế đến hạn hoặc quá hạn");
                let duty = city.get(&format!("/cong-viec/so-nhiem-vu/{key}?xa=D0001&nam=2026")).await;
                duty.says("Người đứng đầu tổ chức mỗi năm ít nhất 2 cuộc.").says("đã đôn đốc ngày 05/7/2026");
            }
        }
    }

    async fn s4_5_s4_9_what_a_supervision_published_stands_beside_the_board_of_each_of_the_four_communes(db: Fresh) {
        let site = figures::with_history(db).await;
        let mut city = site.officer("vanphong.thanhpho").await;
        let four = ["10615.before_2025", "nam-chinh-nam-sach.earlier", "nam-hong-nam-sach.earlier", "10630.before_2025"];
        let mut without = 0;
        for unit in four {
            let board = city.get(&format!("/cong-viec/so-nhiem-vu?xa={unit}&nam=2021")).await;
            assert_eq!(board.status, StatusCode::OK, "{unit}");
            board.says("Kết luận giám sát đã công bố").hides(", </").hides("(, ");
            without += usize::from(board.text().contains("Chưa tổ chức giám sát"));
            assert_eq!(board.text().contains("Chưa bảo đảm kế hoạch"), unit.starts_with("nam-hong"), "{unit}");
        }
        assert_eq!(without, 4, "all four of them");
        let board = city.get("/cong-viec/so-nhiem-vu?xa=nam-hong-nam-sach.earlier&nam=2021").await;
        let finding = board.link("/cong-viec/so-nhiem-vu/noi-dung").replace("&#38;", "&").replace("&amp;", "&");
        city.get(&finding).await.hides("(, ").hides(", )");
    }
}

/// The dialogue that the chair held is one that a deputy presided.
struct Deputy;

impl Change for Deputy {
    type Done = ();
    type Refused = caunoi_app::Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), caunoi_app::Refusal> {
        tx.exec("UPDATE presiding SET mode = 'delegated'", Vec::new()).await?;
        Ok(())
    }
}
