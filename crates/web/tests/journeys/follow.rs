//! Following by code to the end: what the person sees, what a stranger never finds, and the person's verdict.

use caunoi_app::opinion::answer_directly::AnswerDirectly;
use caunoi_domain::opinion::tracking_code::{PublicId, TrackingCode};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    kit::{Page, Site, Visitor},
    send::{TEXT, hidden, pairs, photo, send, slip, typed},
};

/// Public ids of all items, oldest first.
pub async fn items(site: &Site) -> Vec<i64> {
    let mut conn = site.app.store.read().await.unwrap();
    conn.all("SELECT public_id FROM item ORDER BY created_at, seq", vec![])
        .await
        .unwrap()
        .iter()
        .map(|r| r.get("public_id").unwrap())
        .collect()
}

async fn word(site: &Site, sql: &'static str) -> String {
    site.app.store.read().await.unwrap().one(sql, vec![], "row").await.unwrap().get("w").unwrap()
}

pub async fn number(site: &Site, sql: &'static str) -> i64 {
    site.app.store.read().await.unwrap().one(sql, vec![], "row").await.unwrap().get("n").unwrap()
}

/// The office answers, so that the person is asked for a verdict.
pub async fn answer(site: &Site, item: i64) {
    let office = site.actor("vanthu.vantrach").await;
    let verb = AnswerDirectly { item, result: "Đã nạo vét 680 m mương.".into(), norm: "Nghị quyết 12/NQ-HĐND".into() };
    site.app.carry_out(&office, verb).await.unwrap();
}

pub async fn verdict(v: &mut Visitor, page: &Page, secret: &str, value: &str, reason: &str) -> Page {
    let (item, round) = (page.field("item"), page.field("round"));
    v.post("/theo-doi/tra-loi", &[("item", &item), ("round", &round), ("secret", secret), ("verdict", value), ("reason", reason)]).await
}

on_both! {
    async fn s1_3_by_code_a_person_sees_state_and_day_and_no_personal_data(db: Fresh) {
        let site = Site::new(db).await;
        let (code, _) = send(&mut site.visitor(), &[]).await;
        let mut v = site.visitor();
        v.get("/theo-doi/y-kien").await.says("Nhập mã in trên phiếu");
        let typed = code.to_lowercase().replace('-', " ");
        let page = v.submit("/theo-doi", &[("code", &typed)]).await;
        page.says("Đã tiếp nhận").says("23/11/2026").says("Ai làm tiếp: Văn phòng HĐND và UBND xã, hạn Thứ Ba, 08/12/2026");
        page.says("Quy định 11-QĐi/TW").says(TEXT).hides("CANARY");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        v.submit("/theo-doi/dong", &[]).await.says("Nhập mã in trên phiếu");
        v.get("/theo-doi/y-kien").await.hides(TEXT);
        // The slip's QR leads on at once, and the code stands in no page's address.
        let scanned = site.visitor().get_once(&format!("/theo-doi/{code}")).await;
        assert_eq!(scanned.status, StatusCode::SEE_OTHER);
        assert_eq!(scanned.location.as_deref(), Some("/theo-doi/y-kien"));
        assert_eq!(scanned.headers["referrer-policy"], "no-referrer");
        assert_eq!(scanned.headers["x-robots-tag"], "noindex");
        site.visitor().get(&format!("/theo-doi/{code}")).await.says(TEXT);
    }

    async fn a_wrong_code_says_exactly_what_to_check(db: Fresh) {
        let site = Site::new(db).await;
        let (code, _) = send(&mut site.visitor(), &[]).await;
        let mut v = site.visitor();
        let short = &code[..code.len() - 1];
        let signs: Vec<char> = code.chars().collect();
        let other = if signs[0] == '7' { '8' } else { '7' };
        let slip_of_pen = format!("{other}{}", &code[1..]);
        let unknown = TrackingCode::new([9; 10]).to_string();
        for (typed, words) in [
            ("", "Xin nhập mã theo dõi in trên phiếu"),
            (short, "cần 17 chữ và số, ông/bà mới gõ 16"),
            ("VU7K-4M2P-9300-00000", "Ký tự thứ 2 là “U”"),
            (slip_of_pen.as_str(), "Có một chữ hoặc số gõ nhầm"),
            (unknown.as_str(), "Không có ý kiến nào mang mã này"),
        ] {
            let page = v.post("/theo-doi", &[("code", typed)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            page.says(words);
            assert_eq!(page.field("code"), typed, "what was typed stays");
            assert!(page.html.contains("<title>Lỗi: "));
        }
        for _ in 0..40 {
            v.post("/theo-doi", &[("code", &unknown)]).await;
        }
        let limited = v.post("/theo-doi", &[("code", &unknown)]).await;
        assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
        limited.says("Thử quá nhiều lần");
    }

    async fn a_stranger_finds_no_private_datum_and_no_file(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let fields = typed(&page, &[("body", "Mương CANARYMUONG tắc. Đề nghị nạo vét.")]);
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", "CANARYANH.jpg", &photo())]).await;
        v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        let (code, _) = slip(&v.get("/gui-y-kien/phieu").await);
        let item = PublicId::from_i64(items(&site).await[0]);
        let file = PublicId::from_i64(number(&site, "SELECT public_id AS n FROM file").await);
        let mut stranger = site.visitor();
        let mut seen = std::collections::BTreeSet::new();
        let mut queue: Vec<String> = [
            "/",
            "/xa/D0001",
            "/xa/D0001/y-kien",
            "/tim-kiem?q=canary",
            "/tim-kiem?q=CANARYMUONG",
            "/gui-y-kien",
            "/theo-doi",
            "/tro-giup",
            "/rieng-tu",
            "/gui-y-kien/phieu",
            "/theo-doi/y-kien",
        ]
        .map(String::from)
        .to_vec();
        queue.extend([format!("/y-kien/{item}"), format!("/tep/{file}")]);
        while let Some(path) = queue.pop() {
            if !seen.insert(path.clone()) || seen.len() > 120 {
                continue;
            }
            let page = stranger.get(&path).await;
            for canary in ["CANARYTEN", "0987 246", "CANARYNHA", "CANARYANH", "GPS-CANARY", code.as_str()] {
                page.hides(canary);
            }
            if !path.contains("q=") {
                page.hides("CANARYMUONG");
            }
            for link in page.html.split("href=\"/").skip(1) {
                let link = format!("/{}", link.split('"').next().unwrap().replace("&#38;", "&"));
                if !link.starts_with("/tai-nguyen") {
                    queue.push(link);
                }
            }
        }
        assert!(seen.len() > 12, "{seen:?}");
        assert_eq!(stranger.get(&format!("/tep/{file}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.officer("mttq.vantrach").await.get(&format!("/tep/{file}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.officer("vanthu.donglam").await.get(&format!("/tep/{file}")).await.status, StatusCode::NOT_FOUND);
        let officer = site.officer("vanthu.vantrach").await.get(&format!("/tep/{file}")).await;
        assert_eq!(officer.status, StatusCode::OK);
        let mut person = site.visitor();
        person.submit("/theo-doi", &[("code", &code)]).await.says("CANARYANH.jpg");
        let own = person.get(&format!("/tep/{file}")).await;
        assert_eq!(own.status, StatusCode::OK);
        assert!(own.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert_eq!(own.headers["x-content-type-options"], "nosniff");
        assert!(own.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    }

    async fn s4_12_agree_ends_it_and_the_same_verdict_twenty_times_counts_once(db: Fresh) {
        let site = Site::new(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        let mut v = site.visitor();
        v.submit("/theo-doi", &[("code", &code)]).await.hides("name=\"secret\"");
        answer(&site, items(&site).await[0]).await;
        let page = v.get("/theo-doi/y-kien").await;
        page.says("Ông/bà thấy việc này đã được giải quyết chưa?").says("Đã nạo vét 680 m mương.").says("Nghị quyết 12/NQ-HĐND");
        let nothing = verdict(&mut v, &page, "", "", "").await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        nothing.says("Ông/bà nhập số bí mật 6 chữ số").says("Ông/bà chọn đồng ý hoặc chưa đồng ý");
        let other = if secret == "111 111" { "222222" } else { "111111" };
        let wrong = verdict(&mut v, &page, other, "agree", "").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Số này không phải số bí mật trên phiếu");
        let (item, round) = (page.field("item"), page.field("round"));
        let mut running = tokio::task::JoinSet::new();
        for _ in 0..19 {
            let (mut v, code, secret, item, round) = (site.visitor(), code.clone(), secret.clone(), item.clone(), round.clone());
            running.spawn(async move {
                v.post("/theo-doi", &[("code", &code)]).await;
                v.post("/theo-doi/tra-loi", &[("item", &item), ("round", &round), ("secret", &secret), ("verdict", "agree")]).await.status
            });
        }
        let answers = running.join_all().await;
        assert!(answers.iter().all(|s| *s == StatusCode::SEE_OTHER), "{answers:?}");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM verdict").await, 1);
        assert_eq!(number(&site, "SELECT count(*) AS n FROM step WHERE kind = 'agreed'").await, 1);
        assert_eq!(word(&site, "SELECT standing AS w FROM item").await, "agreed");
        assert_eq!(
            number(
                &site,
                "SELECT count(*) AS n FROM item WHERE agreed_at IS NOT NULL AND resolved_at IS NOT NULL AND disposed_at IS NOT NULL"
            )
            .await,
            1
        );
        v.get("/theo-doi/y-kien")
            .await
            .says("Ông/bà đồng ý với kết quả")
            .says("Ai làm tiếp: không ai phải làm gì thêm")
            .hides("name=\"secret\"");
        // Another verdict comes too late.
        let late = verdict(&mut v, &page, &secret, "disagree", "Đổi ý").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        late.says("Việc này đã chuyển sang bước khác");
    }

    async fn s1_9_a_person_who_lets_the_day_pass_is_asked_still_and_is_never_called_late(db: Fresh) {
        let site = Site::new(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        answer(&site, items(&site).await[0]).await;
        let mut v = site.visitor();
        v.submit("/theo-doi", &[("code", &code)])
            .await
            .says("Cơ quan giải quyết báo kết quả: Đã nạo vét 680 m mương.")
            .says("Mời ông/bà trả lời, chậm nhất");
        site.on(jiff::civil::date(2027, 11, 26));
        let page = v.submit("/theo-doi", &[("code", &code)]).await;
        page.says("đã qua, ông/bà vẫn trả lời được").says("Đã nạo vét 680 m mương.").hides("Quá hạn");
        assert_eq!(verdict(&mut v, &page, &secret, "agree", "").await.status, StatusCode::SEE_OTHER);
        v.get("/theo-doi/y-kien")
            .await
            .says("Ông/bà đồng ý với kết quả")
            .says("Câu trả lời của ông/bà đã được lưu ngày 26/11/2027: đồng ý với kết quả.");
    }

    async fn s1_9_a_disagreement_reopens_once_and_then_a_further_path_is_named(db: Fresh) {
        let site = Site::new(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        let item = items(&site).await[0];
        let mut v = site.visitor();
        v.submit("/theo-doi", &[("code", &code)]).await;
        answer(&site, item).await;
        let page = v.get("/theo-doi/y-kien").await;
        let no_reason = verdict(&mut v, &page, &secret, "disagree", " ").await;
        assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
        no_reason.says("Xin ghi lý do");
        let once = verdict(&mut v, &page, &secret, "disagree", "Cống vẫn tắc.").await;
        assert_eq!(once.status, StatusCode::SEE_OTHER, "{}", once.text());
        let reopened = v.get("/theo-doi/y-kien").await;
        reopened.says("Mở lại, đang giải quyết").says("Cống vẫn tắc.").says("Mở lại để giải quyết tiếp").hides("name=\"secret\"");
        reopened.says("Ai làm tiếp: Văn phòng HĐND và UBND xã, hạn");
        reopened.says("Câu trả lời của ông/bà đã được lưu ngày 23/11/2026: chưa đồng ý.");
        assert_eq!(
            number(&site, "SELECT count(*) AS n FROM item WHERE standing = 'reopened' AND resolved_at IS NULL AND reopened = 1").await,
            1,
            "it counts as open again"
        );
        // The first answer posted again changes nothing.
        assert_eq!(verdict(&mut v, &page, &secret, "disagree", "Cống vẫn tắc.").await.status, StatusCode::SEE_OTHER);
        assert_eq!(number(&site, "SELECT reopened AS n FROM item").await, 1);
        answer(&site, item).await;
        let second = v.get("/theo-doi/y-kien").await;
        second.says("hệ thống chỉ rõ bước tiếp theo").hides("đã được lưu ngày");
        assert_eq!(verdict(&mut v, &second, &secret, "disagree", "Vẫn chưa xong.").await.status, StatusCode::SEE_OTHER);
        let end = v.get("/theo-doi/y-kien").await;
        end.says("Bước tiếp theo của ông/bà")
            .says("buổi tiếp công dân của xã Vân Trạch")
            .says("Khiếu nại theo Luật Khiếu nại")
            .hides("name=\"secret\"");
        assert_eq!(word(&site, "SELECT standing AS w FROM item").await, "further_path");
        v.get("/theo-doi/y-kien").await.says("Ai làm tiếp: ông/bà chọn bước tiếp theo, từ").hides("không ai phải làm gì thêm");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM verdict WHERE value = 'disagree' AND channel = 'web'").await, 2);
    }

    async fn a_verdict_at_the_counter_is_marked_and_needs_no_secret(db: Fresh) {
        let site = Site::new(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        answer(&site, items(&site).await[0]).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let form = clerk.get("/cong-viec/tra-loi-tai-quay").await;
        let csrf = form.field("csrf");
        clerk.post("/cong-viec/tra-loi-tai-quay", &[("csrf", &csrf), ("code", "abc")]).await.says("mới gõ 3");
        let found = clerk.post("/cong-viec/tra-loi-tai-quay", &[("csrf", &csrf), ("code", &code)]).await;
        found.says("Mương tiêu thôn Bến Gỗ tắc").hides(&secret).hides("name=\"secret\"");
        let (item, round) = (found.field("item"), found.field("round"));
        let say = |verdict: &'static str| {
            [
                ("csrf", csrf.clone()),
                ("code", code.clone()),
                ("item", item.clone()),
                ("round", round.clone()),
                ("verdict", verdict.to_owned()),
            ]
        };
        let refused = say("disagree");
        let refused: Vec<(&str, &str)> = refused.iter().map(|(k, v)| (*k, v.as_str())).collect();
        clerk.post("/cong-viec/tra-loi-tai-quay/ghi", &refused).await.says("Xin ghi lý do");
        let agreed = say("agree");
        let agreed: Vec<(&str, &str)> = agreed.iter().map(|(k, v)| (*k, v.as_str())).collect();
        clerk.post("/cong-viec/tra-loi-tai-quay/ghi", &agreed).await.says("Đã ghi. Việc này nay là: Người dân đồng ý");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM verdict WHERE channel = 'counter' AND clerk IS NOT NULL").await, 1);
        let mut v = site.visitor();
        v.submit("/theo-doi", &[("code", &code)]).await.says("Trả lời trực tiếp tại trụ sở, cán bộ ghi lại");
        // Another commune's clerk and those who may not tell results have no such form.
        let mut other = site.officer("vanthu.donglam").await;
        let csrf = other.get("/cong-viec/tra-loi-tai-quay").await.field("csrf");
        other
            .post("/cong-viec/tra-loi-tai-quay", &[("csrf", &csrf), ("code", &code)])
            .await
            .says("Mã này không thuộc đơn vị")
            .hides("Bến Gỗ");
        for login in ["mttq.vantrach", "chutich.vantrach", "kinhte.vantrach"] {
            assert_eq!(site.officer(login).await.get("/cong-viec/tra-loi-tai-quay").await.status, StatusCode::NOT_FOUND, "{login}");
        }
    }
}
