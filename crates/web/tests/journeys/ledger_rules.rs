//! Clauses with a preview of what would change, reminders by rule, and what runs beside the pages (issue D).

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    regulation::load::load_file,
    rounds::run_due,
};
use caunoi_domain::regulation::ledger::preview::Change;
use caunoi_store::urging::{self, Urged};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

pub use crate::kit::press_once as form;
use crate::{
    followup::{assign, item, opinion, steps},
    kit::{Page, Site, Visitor},
    ledger::site,
};

pub const DOCUMENT: &[(&str, &str)] = &[
    ("kind", "regulation"),
    ("number", "09-QC/ĐU"),
    ("title", "Quy chế dựng ra để kiểm thử"),
    ("issuer", "Đảng ủy xã Vân Trạch"),
    ("issued_on", "05/01/2026"),
    ("source", "bản giấy dựng ra"),
];

/// Saves what was looked at: with what its preview answered.
pub async fn save(v: &mut Visitor, editor: &str, fields: &[(&str, &str)]) -> Page {
    let look = form(v, editor, &format!("{editor}/xem-truoc"), fields).await;
    let (csrf, key, seen) = (look.field("csrf"), look.field("key"), look.field("seen"));
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("seen", seen.as_str())];
    all.extend_from_slice(fields);
    v.post(editor, &all).await
}

/// Sets a rule of urging.
pub async fn set(v: &mut Visitor, rule: &str, mode: &str, before: &str, after: &str) -> Page {
    let at = "/cong-viec/so-nhiem-vu/nhac";
    form(v, at, at, &[("rule", rule), ("mode", mode), ("before", before), ("after", after), ("again", "7")]).await
}

async fn urged(site: &Site, task: &str) -> Vec<(String, String)> {
    let public = task.rsplit('/').next().unwrap();
    let id = caunoi_domain::opinion::tracking_code::PublicId::parse(public).unwrap().to_i64();
    let mut conn = site.app.store.read().await.unwrap();
    let row = caunoi_store::assignment::find_public(&mut conn, id).await.unwrap().unwrap();
    urging::of(&mut conn, Urged::Assignment, &row.id).await.unwrap().into_iter().map(|u| (u.on_day, u.by_label)).collect()
}

on_both! {
    async fn two_clerks_write_clauses_of_one_document(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let made = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", DOCUMENT).await;
        let at = made.location.clone().unwrap();
        let editor = format!("{at}/dieu-khoan");
        let clause = |citation: &'static str, times: &'static str| {
            let fixed = [("kind", "frequency"), ("text", "Mỗi năm đối thoại."), ("per", "year"), ("confirmed", "yes")];
            [fixed.as_slice(), &[("citation", citation), ("times", times)]].concat()
        };
        // Both have looked at what their clause would change; the second's look was at a document that reads otherwise by now.
        let look = form(&mut v, &editor, &format!("{editor}/xem-truoc"), &clause("Điều 92", "4")).await;
        let (csrf, key, seen) = (look.field("csrf"), look.field("key"), look.field("seen"));
        assert_eq!(save(&mut v, &editor, &clause("Điều 91", "2")).await.status, StatusCode::SEE_OTHER);
        let late = [[("csrf", csrf.as_str()), ("key", &key), ("seen", &seen)].as_slice(), &clause("Điều 92", "4")].concat();
        let told = v.post(&editor, &late).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says("chưa được xem trước");
        assert_eq!(told.field("citation"), "Điều 92", "what was typed stays");
        v.get(&at).await.says("Điều 91").hides("Điều 92");
        let (key, seen) = (told.field("key"), told.field("seen"));
        let meant = [[("csrf", csrf.as_str()), ("key", &key), ("seen", &seen)].as_slice(), &clause("Điều 92", "4")].concat();
        assert_eq!(v.post(&editor, &meant).await.status, StatusCode::SEE_OTHER);
        v.get(&at).await.says("Điều 91").says("Điều 92");
    }

    async fn a_clause_is_seen_before_it_is_saved_and_overwrites_nothing(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let made = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", DOCUMENT).await;
        let at = made.location.clone().unwrap();
        let (editor, look) = (format!("{at}/dieu-khoan"), format!("{at}/dieu-khoan/xem-truoc"));
        let first = [
            ("kind", "frequency"),
            ("citation", "Điều 3"),
            ("text", "Mỗi năm ít nhất hai cuộc."),
            ("times", "2"),
            ("per", "year"),
            ("confirmed", "yes"),
        ];
        let seen = form(&mut v, &editor, &look, &first).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text());
        seen.says("Xã Vân Trạch, nhiệm vụ năm 2026. Chưa lưu gì.").says("Thêm 4 việc, bỏ 0 việc, đổi 0 việc").says("Lưu điều khoản");
        assert_eq!(seen.field("citation"), "Điều 3", "what was typed stays");
        v.get(&at).await.hides("Điều 3");
        v.get("/cong-viec/so-nhiem-vu?nam=2026").await.hides("lần 1 trong 2, năm 2026");
        assert_eq!(save(&mut v, &editor, &first).await.status, StatusCode::SEE_OTHER);
        v.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("lần 1 trong 2, năm 2026");
        // Another in its place: it needs its first day; what would appear, go and move is seen.
        let next = |from: &'static str| {
            vec![
                ("kind", "frequency"),
                ("citation", "Điều 3 (sửa)"),
                ("text", "Mỗi năm ít nhất ba cuộc."),
                ("times", "3"),
                ("per", "year"),
                ("confirmed", "yes"),
                ("replaces", "0"),
                ("valid_from", from),
                ("months", "3, 6, 9"),
            ]
        };
        let wrong = form(&mut v, &editor, &look, &next("")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("months"), "3, 6, 9");
        let seen = form(&mut v, &editor, &look, &next("01/07/2026")).await;
        seen.says("Thêm 2 việc, bỏ 0 việc, đổi 4 việc").says("Đang áp dụng").says("31/12/2026").says("31/3/2026");
        assert_eq!(save(&mut v, &editor, &next("01/07/2026")).await.status, StatusCode::SEE_OTHER);
        let public = at.trim_start_matches("/cong-viec").to_owned();
        site.visitor().get(&format!("{public}?ngay=01/06/2026")).await.says("Ít nhất 2 lần mỗi năm");
        site.visitor().get(&format!("{public}?ngay=01/08/2026")).await.says("Ít nhất 3 lần mỗi năm");
        // Not confirmed: shown, and nobody owes anything by it.
        let unsure = form(
            &mut v,
            &editor,
            &look,
            &[("kind", "supervision"), ("citation", "Điều 9"), ("text", "Giám sát."), ("times", "1"), ("per", "year")],
        )
        .await;
        unsure.says("nhiệm vụ năm 2026 không đổi").says("chưa giao nhiệm vụ cho ai");
        // The same seen again the year before: nothing was owed then.
        let before = form(
            &mut v,
            &editor,
            &look,
            &[
                ("kind", "supervision"),
                ("citation", "Điều 9"),
                ("text", "Giám sát."),
                ("times", "1"),
                ("per", "year"),
                ("confirmed", "yes"),
                ("nam", "2025"),
            ],
        )
        .await;
        before.says("nhiệm vụ năm 2025 không đổi");
        // A document of above is not this office's.
        assert_eq!(v.get("/cong-viec/quy-che/11-qdi-tw/dieu-khoan").await.status, StatusCode::NOT_FOUND);
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&editor).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_clause_is_saved_only_after_a_preview_of_exactly_that_text(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let at = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", DOCUMENT).await.location.unwrap();
        let editor = format!("{at}/dieu-khoan");
        let clause = |text: &'static str, times: &'static str| {
            vec![("kind", "frequency"), ("citation", "Điều 3"), ("text", text), ("times", times), ("per", "year"), ("confirmed", "yes")]
        };
        // Without a preview nothing is saved: what was typed stays, and what would change is shown.
        let blind = form(&mut v, &editor, &editor, &clause("Mỗi năm hai cuộc.", "2")).await;
        assert_eq!(blind.status, StatusCode::UNPROCESSABLE_ENTITY);
        blind.says("chưa được xem trước").says("Thêm 4 việc").says("Mỗi năm hai cuộc.");
        // Another number than the one that was seen: the same.
        let (csrf, key, seen) = (blind.field("csrf"), blind.field("key"), blind.field("seen"));
        let sent = |fields: Vec<(&'static str, &'static str)>| fields;
        let mut other = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("seen", seen.as_str())];
        other.extend(sent(clause("Mỗi năm hai cuộc.", "3")));
        let changed = v.post(&editor, &other).await;
        assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(changed.field("times"), "3");
        changed.says("Thêm 6 việc");
        v.get(&at).await.hides("Mỗi năm hai cuộc.");
        // What was seen is saved; a preview of the version before it saves nothing more.
        let mut same = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("seen", seen.as_str())];
        same.extend(sent(clause("Mỗi năm hai cuộc.", "2")));
        assert_eq!(v.post(&editor, &same).await.status, StatusCode::SEE_OTHER);
        let key = v.get(&editor).await.field("key");
        same[1] = ("key", key.as_str());
        assert_eq!(v.post(&editor, &same).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the document has changed since");
    }

    async fn the_superiors_office_edits_what_it_issued_and_takes_over_what_a_clerk_registered_for_it(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let mut fields = DOCUMENT.to_vec();
        fields[3] = ("issuer", "Ban Thường vụ Thành ủy (dựng ra)");
        fields.push(("issuer_unit", "31.2025"));
        let at = form(&mut clerk, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &fields).await.location.unwrap();
        let editor = format!("{at}/dieu-khoan");
        clerk.get(&at).await.says("do đơn vị khác ghi hộ");
        // The clerk writes what stands in the paper; it binds the own commune.
        let read = [
            ("kind", "supervision"),
            ("citation", "Điều 9"),
            ("text", "Mỗi năm giám sát một lần."),
            ("times", "1"),
            ("per", "year"),
            ("confirmed", "yes"),
        ];
        assert_eq!(save(&mut clerk, &editor, &read).await.status, StatusCode::SEE_OTHER);
        // A neighbour has no part in it; a unit that is not above is no issuer.
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&editor).await.status, StatusCode::NOT_FOUND);
        let mut wrong = fields.clone();
        wrong[6] = ("issuer_unit", "D0002.demo");
        assert_eq!(
            form(&mut clerk, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &wrong).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        // The issuer's office sees it, and its first clause takes it over: it then binds every commune below.
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cong-viec/quy-che").await.says("Văn bản của cơ quan này do đơn vị khác ghi hộ");
        let more = [
            ("kind", "frequency"),
            ("citation", "Điều 3"),
            ("text", "Mỗi năm hai cuộc."),
            ("times", "2"),
            ("per", "year"),
            ("level", "commune"),
            ("confirmed", "yes"),
        ];
        form(&mut city, &editor, &format!("{editor}/xem-truoc"), &more).await.says("Phường Đông Lãm");
        assert_eq!(save(&mut city, &editor, &more).await.status, StatusCode::SEE_OTHER);
        other.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("lần 1 trong 2, năm 2026");
        assert_eq!(clerk.get(&editor).await.status, StatusCode::NOT_FOUND, "who registered it edits it no more");
        let id = at.rsplit('/').next().unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let row = caunoi_store::regulation::find(&mut conn, id).await.unwrap().unwrap();
        assert_eq!((row.keeper.as_str(), row.document.unit_id.as_deref(), row.document.clauses.len()), ("31.2025", Some("31.2025"), 2));
        let events: Vec<String> =
            caunoi_store::event::of_subject(&mut conn, "regulation", id).await.unwrap().into_iter().map(|(k, ..)| k).collect();
        for kind in ["regulation.registered_for", "regulation.taken_over"] {
            assert_eq!(events.iter().filter(|k| *k == kind).count(), 1, "{kind}: {events:?}");
        }
    }

    async fn l8_a_superior_sets_the_limit_that_no_rule_names_from_a_day_on_and_the_steps_say_whose_it_is(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let reports = "/cong-viec/bao-cao-quy-che?nam=2026";
        let page = thu.get(reports).await;
        page.says("Bí thư cấp ủy cấp tỉnh; Ban Nội chính cấp ủy cấp tỉnh").says("15/10/2026").says("hạn chưa xác nhận");
        let href = |p: &Page, due: &str| {
            let row = p.html.split("<tr role=\"row\">").find(|r| r.contains(due)).unwrap();
            row.split("class=\"hit\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
        };
        thu.get(&href(&page, "15/10/2026")).await.says("15 ngày do phần mềm tạm đặt, chưa xác nhận");
        assert_eq!(thu.get("/cap-tren/han").await.status, StatusCode::NOT_FOUND, "a commune does not set the day by which it is judged");
        let mut city = site.officer("vanphong.thanhpho").await;
        let at = "/cap-tren/han";
        let wrong =
            form(&mut city, at, at, &[("name", "report"), ("days", "không"), ("count", "working"), ("from", "01/10/2026"), ("paper", "")])
                .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html.contains("value=\"không\""), "what was typed stays");
        let limit = |paper: &'static str, past: &'static str| {
            [("name", "report"), ("days", "5"), ("count", "working"), ("from", "01/10/2026"), ("paper", paper), ("past", past)]
        };
        // Everybody reads the paper; a day that has passed is asked about before anything is judged anew.
        let secret = form(&mut city, at, at, &limit("12-HD/TU (MẬT)", "yes")).await;
        assert_eq!(secret.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = form(&mut city, at, at, &limit("12-HD/TU", "")).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        asked.says("sẽ được tính lại");
        assert!(asked.html.contains("name=\"past\""), "the box to tick stands beside it");
        assert!(!caunoi_testkit::every_row(site.database()).await.contains("12-HD/TU"), "neither was kept");
        let set = limit("12-HD/TU", "yes");
        assert_eq!(form(&mut city, at, at, &set).await.status, StatusCode::SEE_OTHER);
        let page = thu.get(reports).await;
        page.says("15/10/2026").says("06/11/2026").hides("15/11/2026");
        thu.get(&href(&page, "06/11/2026")).await.says("đặt hạn này theo 12-HD/TU, áp dụng từ 01/10/2026");
        thu.get(&href(&page, "15/10/2026")).await.says("do phần mềm tạm đặt");
    }

    async fn a_file_says_before_it_is_taken_which_duties_would_change(db: Fresh) {
        let site = site(db).await;
        let text = crate::ledger::RULE.replace("days = 10", "days = 20").replace("times = 1", "times = 2");
        assert_eq!(load_file(&site.app, "f.toml", &text, true).await.unwrap().corrected, 1);
        let documents = caunoi_domain::regulation::file::parse("f.toml", &text).unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let (all, seen) =
            caunoi_app::duty::preview::of_all(&mut conn, &site.app.calendar(), None, &documents, 2026, date(2026, 11, 23)).await.unwrap();
        assert!(seen >= 2, "every unit with a head is looked at");
        assert_eq!(all.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["D0001"], "it binds one commune");
        assert_eq!((all[0].extent.appear, all[0].extent.go), (2, 0));
        assert!(all[0].changes.iter().all(|c| matches!(c, Change::Appears(d) if d.kind.code() == "supervision")));
    }

    async fn s0_11_a_machine_that_was_told_to_reminds_before_and_after_and_never_twice_on_a_day(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "nhac", "Mương tiêu tắc.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let task = assign(&mut thu, id, "phong-kinh-te", "Nạo vét mương", "30/11/2026", "").await;
        assert_eq!(run_due(&site.app).await.unwrap().reminders, 0, "nobody told the machine to");
        // That a machine sends is a head's decision: who may choose every other way is told so, at its place.
        let refused = set(&mut thu, "task", "automatic", "3", "1").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Chỉ người đứng đầu đặt cho hệ thống tự gửi");
        assert!(refused.html.contains("<a href=\"#mode-task\"") && refused.html.contains("id=\"mode-task\""), "{}", refused.html);
        let mut head = site.officer("chutich.vantrach").await;
        let wrong = set(&mut head, "task", "automatic", "ba", "1").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html.contains("value=\"ba\""), "what was typed stays");
        assert_eq!(set(&mut head, "task", "automatic", "3", "1").await.status, StatusCode::SEE_OTHER);
        assert_eq!(set(&mut head, "escalation", "automatic", "", "5").await.status, StatusCode::SEE_OTHER);
        let mut days = Vec::new();
        for day in 24..=30 {
            site.on(date(2026, 11, day));
            run_due(&site.app).await.unwrap();
            days.push(urged(&site, &task).await.len());
            assert_eq!(run_due(&site.app).await.unwrap().reminders, 0, "not twice on a day");
        }
        assert_eq!(days, [0, 0, 0, 1, 1, 1, 1], "once, three days before");
        let mut phong = site.officer("kinhte.vantrach").await;
        phong.get("/thong-bao").await.says("Được đôn đốc");
        for day in 1..=5 {
            site.on(date(2026, 12, day));
            run_due(&site.app).await.unwrap();
        }
        let automatic = "Nhắc tự động theo quy định của đơn vị";
        let all = urged(&site, &task).await;
        assert_eq!(
            all.iter().map(|(d, _)| d.as_str()).collect::<Vec<_>>(),
            ["2026-11-27", "2026-12-01", "2026-12-05"],
            "before, after, to the superior post"
        );
        assert!(all.iter().all(|(_, by)| by == automatic));
        let on_thread = steps(&site, id).await.iter().filter(|s| matches!(s, caunoi_domain::opinion::step::Step::Urged { .. })).count();
        assert_eq!(on_thread, 3, "every urging is on the thread");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/thong-bao").await.says("Nhiệm vụ quá hạn, báo lên cấp trên");
        assert_eq!(item(&site, id).await.reopened, 0);
    }

    async fn s0_11_what_is_drafted_waits_for_whom_the_policy_names(db: Fresh) {
        let site = site(db).await;
        let id = opinion(&site, "soan", "Mương tiêu tắc.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let task = assign(&mut thu, id, "phong-kinh-te", "Nạo vét mương", "26/11/2026", "").await;
        set(&mut thu, "task", "drafted", "5", "1").await;
        set(&mut thu, "duty", "approved", "7", "1").await;
        site.on(date(2026, 11, 25));
        assert!(run_due(&site.app).await.unwrap().reminders > 1);
        assert_eq!(urged(&site, &task).await.len(), 0, "a draft is not sent");
        let mut thu = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/so-nhiem-vu/nhac";
        let page = thu.get(at).await;
        page.says("Nhiệm vụ của Phòng Kinh tế xã đến hạn ngày 26/11/2026, còn 1 ngày.").says("Chờ người đứng đầu duyệt");
        let draft = |p: &Page| p.html.split("name=\"draft\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mine = draft(&page);
        form(&mut thu, at, "/cong-viec/so-nhiem-vu/nhac/gui", &[("draft", &mine), ("gui", "1")]).await;
        assert_eq!(urged(&site, &task).await.len(), 1);
        let page = thu.get(at).await;
        page.says("Đã gửi gần đây").hides("name=\"draft\"");
        // The head's: the office cannot send it, whatever it posts.
        let mut head = site.officer("chutich.vantrach").await;
        let theirs = draft(&head.get(at).await);
        let forged = form(&mut thu, at, "/cong-viec/so-nhiem-vu/nhac/gui", &[("draft", &theirs), ("gui", "1")]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let sent = form(&mut head, at, "/cong-viec/so-nhiem-vu/nhac/gui", &[("draft", &theirs), ("gui", "1")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        head.get("/cong-viec/so-nhiem-vu?nam=2026").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let news = thu.get("/thong-bao").await;
        news.says("Việc theo quy chế đến hạn hoặc quá hạn");
        let duty = news.link("/cong-viec/so-nhiem-vu/").replace("&#38;", "&").replace("&amp;", "&");
        thu.get(&duty).await.says("đã đôn đốc ngày 25/11/2026");
    }

    async fn one_event_reckons_its_own_unit_anew_and_a_rule_those_that_it_binds(db: Fresh) {
        let site = site(db).await;
        let first = run_due(&site.app).await.unwrap().sheets;
        assert!(first >= 2, "every unit with a head gets its sheet");
        site.clock.set_day(date(2026, 11, 23), 9, 0);
        assert_eq!(run_due(&site.app).await.unwrap().sheets, 0, "nothing happened");
        opinion(&site, "moi", "Mương tiêu tắc.").await;
        site.on(date(2026, 11, 24));
        assert_eq!(run_due(&site.app).await.unwrap().sheets, 1, "one opinion in one commune");
        let elsewhere = crate::ledger::RULE.replace("D0001.demo", "D0002.demo").replace("van-trach-quy-che-thu", "dong-lam-quy-che-thu");
        site.on(date(2026, 11, 25));
        assert_eq!(run_due(&site.app).await.unwrap().sheets, 0);
        load_file(&site.app, "f.toml", &elsewhere, false).await.unwrap();
        site.on(date(2026, 11, 26));
        assert_eq!(run_due(&site.app).await.unwrap().sheets, 1, "the rule binds one commune");
        let kept = caunoi_store::duty_sheet::cells(
            &mut site.app.store.read().await.unwrap(),
            &world::unit(VAN_TRACH),
            (2026, None),
            "2026-11-26",
            "2026-12-26",
        )
        .await
        .unwrap();
        assert!(kept.iter().any(|c| c.kind == "frequency"));
    }
}
