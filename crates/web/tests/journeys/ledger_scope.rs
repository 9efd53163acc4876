//! Whom a clause binds and who is meant: heads of some bodies (S0.2), each receiver of a report (L8), the head of the body that a
//! matter was handed to (S1.9), the day on which a dialogue was held.

use caunoi_app::{
    demo::world, dialogue::HoldDialogue, duty::reckon, people::add_post::AddPost, regulation::load::load_file,
    territory::add_villages::AddVillages,
};
use caunoi_domain::{dialogue::notice_form::TypedConclusion, people::post::PostKind, regulation::ledger::Duty};
use caunoi_store::{Change, StoreError, Tx, args};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{assign, opinion},
    hall,
    kit::{Site, Visitor, pairs, press, press_by},
    ledger_rules::{DOCUMENT, form, save},
    privacy::concluded,
};

/// An invented rule of the city for the heads of its divisions, and one of a body by its name.
const BODIES: &str = r#"
[[document]]
id = "thu-co-quan"
kind = "regulation"
number = "02-QC/TU"
title = "Quy chế dựng ra để kiểm thử phạm vi cơ quan"
issuer = "Thành ủy (dựng ra)"
place = "31.2025"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "frequency"
citation = "Điều 4"
text = "Giám đốc sở tổ chức mỗi năm ít nhất 1 cuộc."
source = "fixture"
confirmed = true
levels = ["province"]
bodies = ["division"]
times = 1
per = "year"
[[document.clause]]
kind = "frequency"
citation = "Điều 5"
text = "Cơ quan nêu tên tổ chức mỗi năm ít nhất 1 cuộc."
source = "fixture"
confirmed = true
levels = ["province"]
body_names = ["Sở Y tế"]
times = 1
per = "year"
"#;

/// An invented rule: a month's report goes to two receivers.
const RECEIVERS: &str = r#"
[[document]]
id = "thu-noi-nhan"
kind = "regulation"
number = "03-QC/ĐU"
title = "Quy chế dựng ra để kiểm thử nơi nhận"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "report"
citation = "Điều 10"
text = "Mỗi tháng báo cáo Thành ủy và Ban Nội chính Thành ủy."
source = "fixture"
confirmed = true
posts = ["committee_chair"]
periods = ["month"]
receivers = ["Thành ủy", "Ban Nội chính Thành ủy"]
days = 10
count = "calendar"
"#;

async fn duties(site: &Site, code: &str, document: &str) -> Vec<Duty> {
    let (unit, today) = (world::unit(code), site.app.clock.today());
    let mut conn = site.app.store.read().await.unwrap();
    let r = reckon::reckon(&mut conn, &site.app.calendar(), &unit, 2026..=2026, today).await.unwrap();
    r.duties.into_iter().filter(|d| d.clause.document == document).collect()
}

/// The dialogue stood planned for the fifth of January and was held a month before; the proofs of its notice were given.
struct HeldEarly(i64);

impl Change for HeldEarly {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.exec("UPDATE dialogue SET on_day = '2027-01-05' WHERE public_id = $1", args![self.0]).await?;
        tx.exec("UPDATE publication_proof SET at = 1, from_on = '2026-12-14'", args![]).await?;
        Ok(())
    }
}

async fn report(v: &mut Visitor, to: &[(&str, &str)]) -> crate::kit::Page {
    let at = "/cong-viec/so-nhiem-vu/ghi";
    let mut all = vec![
        ("kind", "report"),
        ("post", "D0001-chu-tich"),
        ("on_day", "05/12/2026"),
        ("period", "month"),
        ("year", "2026"),
        ("month", "11"),
        ("paper", "11-BC/UBND"),
    ];
    all.extend_from_slice(to);
    press_by(v, at, at, "key", &all).await
}

on_both! {
    async fn s0_2_a_clause_for_the_heads_of_some_bodies_binds_these_and_is_edited_with_its_preview(db: Fresh) {
        let site = Site::new(db).await;
        load_file(&site.app, "fixture.toml", BODIES, false).await.unwrap();
        let bound: Vec<String> = duties(&site, world::CITY, "thu-co-quan").await.into_iter().map(|d| d.post_id).collect();
        assert_eq!(bound, [world::post(world::CITY, "giam-doc-sxd")], "not the chair of the city, and no body of that name is there");
        site.visitor().get("/quy-che/thu-co-quan").await.says("Người đứng đầu các cơ quan:").says("Sở Y tế");
        // A file with a wrong word is refused with its line and clause, and nothing of it is taken.
        let wrong =
            load_file(&site.app, "sai.toml", &BODIES.replace("\"division\"", "\"divsion\"").replace("thu-co-quan", "thu-sai"), false)
                .await
                .unwrap_err();
        assert!(
            wrong.to_string().contains("sai.toml:18: document `thu-sai`, clause 1: bodies `divsion`; expected one of party_committee"),
            "{wrong}"
        );
        assert_eq!(site.visitor().get("/quy-che/thu-sai").await.status, StatusCode::NOT_FOUND);
        // The editor: what would change is seen for the heads of those bodies alone.
        let mut v = site.officer("vanthu.vantrach").await;
        let at = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", DOCUMENT).await.location.unwrap();
        let (editor, look) = (format!("{at}/dieu-khoan"), format!("{at}/dieu-khoan/xem-truoc"));
        let clause = |body: &'static str, names: &'static str| {
            vec![
                ("kind", "frequency"),
                ("citation", "Điều 3"),
                ("text", "Mỗi năm ít nhất hai cuộc."),
                ("times", "2"),
                ("per", "year"),
                ("confirmed", "yes"),
                ("body", body),
                ("body_names", names),
            ]
        };
        let wrong = form(&mut v, &editor, &look, &clause("sở", "Trạm Y tế xã")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Trạm Y tế xã");
        form(&mut v, &editor, &look, &clause("public_service", "")).await.hides("Thêm 2 việc");
        let seen = form(&mut v, &editor, &look, &clause("peoples_committee", "")).await;
        seen.says("Thêm 2 việc, bỏ 0 việc, đổi 0 việc").says("Chủ tịch UBND xã").hides("Bí thư Đảng ủy xã Vân Trạch</span>");
        assert_eq!(save(&mut v, &editor, &clause("peoples_committee", "Đảng ủy xã")).await.status, StatusCode::SEE_OTHER);
        v.get(&at).await.says("Người đứng đầu các cơ quan: ").says("Đảng ủy xã");
        let id = at.rsplit('/').next().unwrap();
        assert_eq!(duties(&site, world::VAN_TRACH, id).await.len(), 4, "by kind and by name");
    }

    async fn l8_a_report_sent_to_fewer_than_the_clause_names_is_missing_for_the_others_by_name(db: Fresh) {
        let site = Site::new(db).await;
        load_file(&site.app, "fixture.toml", RECEIVERS, false).await.unwrap();
        site.on(date(2026, 12, 15));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu/ghi").await.says("Đã gửi những nơi quy chế nêu").says("Ban Nội chính Thành ủy");
        let silent = report(&mut thu, &[]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "who received it is a part of it");
        assert_eq!(silent.field("paper"), "11-BC/UBND");
        report(&mut thu, &[("to", "Thành ủy"), ("receivers", "Mặt trận xã")]).await.says("Gửi: Thành ủy; Mặt trận xã");
        let finding = "/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&nam=2026&loai=report_missing&post=D0001-chu-tich";
        let november = |d: &Duty| d.due == date(2026, 12, 10);
        let of = async || duties(&site, world::VAN_TRACH, "thu-noi-nhan").await.into_iter().find(november).unwrap();
        let d = of().await;
        assert_eq!((d.state.code(), d.unsent.as_slice()), ("breached", ["Ban Nội chính Thành ủy".to_owned()].as_slice()));
        thu.get(finding).await.says("Chưa gửi: Ban Nội chính Thành ủy").hides("Chưa gửi: Thành ủy");
        thu.get(&format!("/cong-viec/so-nhiem-vu/{}?xa=D0001&nam=2026", d.key())).await.says("Chưa gửi: Ban Nội chính Thành ủy");
        thu.get("/cong-viec/bao-cao-quy-che?nam=2026").await.says("Chưa gửi: Ban Nội chính Thành ủy");
        // A name that holds the other is not the other; the missing one by its own name is.
        report(&mut thu, &[("receivers", "Văn phòng Ban Nội chính Thành ủy")]).await;
        assert_eq!(of().await.state.code(), "breached");
        report(&mut thu, &[("to", "Ban Nội chính Thành ủy")]).await;
        let d = of().await;
        assert_eq!((d.state.code(), d.unsent.len()), ("met", 0));
        thu.get(finding).await.hides("Chưa gửi: Ban Nội chính Thành ủy");
    }

    async fn s1_9_for_a_matter_handed_to_a_body_its_head_is_named_and_the_chair_only_in_its_place(db: Fresh) {
        let site = Site::new(db).await;
        let item = opinion(&site, "khoa-1", "Cây đổ chắn đường thôn Hạ.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        assign(&mut thu, item, "phong-kinh-te", "Dọn cây đổ", "04/12/2026", "").await;
        site.on(date(2026, 12, 10));
        let mut thu = site.officer("vanthu.vantrach").await;
        let finding = |post: &str| format!("/cong-viec/so-nhiem-vu/noi-dung?xa=D0001&nam=2026&loai=commitment_overdue&post={post}");
        let words = "Cơ quan được giao chưa có chức danh người đứng đầu trong phần mềm";
        let page = thu.get(&finding("D0001-chu-tich")).await;
        page.says("Cam kết quá hạn").says("Chủ tịch UBND xã").says(words);
        let post = AddPost {
            body_id: "D0001-phong-kinh-te".into(),
            kind: PostKind::BodyHead,
            name: "Trưởng phòng Kinh tế xã".into(),
            head: false,
        };
        let head = site.app.carry_out(&site.actor("quantri.vantrach").await, post).await.unwrap();
        thu.get(&finding(&head)).await.says("Cam kết quá hạn").says("Trưởng phòng Kinh tế xã").hides(words);
        assert_eq!(thu.get(&finding("D0001-chu-tich")).await.status, StatusCode::NOT_FOUND, "it is the chair's no more");
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Trưởng phòng Kinh tế xã");
    }

    async fn s1_9_for_a_matter_that_a_notice_concluded_the_head_whose_notice_it_is_answers_and_not_the_body(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        hall::signed(&site, &hall).await;
        let post = AddPost {
            body_id: "D0001-phong-kinh-te".into(),
            kind: PostKind::BodyHead,
            name: "Trưởng phòng Kinh tế xã".into(),
            head: false,
        };
        let head = site.app.carry_out(&site.actor("quantri.vantrach").await, post).await.unwrap();
        hall::issued(&site, &hall, vec![concluded("in_progress", "Đang dọn", crate::privacy::task())]).await;
        let tasks = async || {
            let mut conn = site.app.store.read().await.unwrap();
            let unit = world::unit(world::VAN_TRACH);
            let r = reckon::reckon(&mut conn, &site.app.calendar(), &unit, 2026..=2026, date(2026, 12, 31)).await.unwrap();
            r.facts.tasks.into_iter().map(|t| (t.post_id, t.answers.code())).collect::<Vec<_>>()
        };
        assert_eq!(tasks().await, [("D0001-chu-tich".to_owned(), "concluded")]);
        let item = opinion(&site, "khoa-2", "Cây đổ chắn đường thôn Thượng.").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        assign(&mut thu, item, "phong-kinh-te", "Dọn cây đổ", "20/12/2026", "").await;
        assert!(tasks().await.contains(&(head, "handed")), "without a notice its own head does");
    }

    async fn s0_20_the_minutes_know_the_villages_of_the_day_on_which_the_dialogue_was_held(db: Fresh) {
        let site = Site::new(db).await;
        // Planned for 05/12, held on 07/12: a village of the sixth speaks there, one of the eighth does not.
        let hall = hall::announced(&site, &["Cây gãy đường thôn Hạ"], &["D0001-chu-tich"]).await;
        site.on(date(2026, 12, 9));
        let add = |name: &str, on| AddVillages {
            unit_id: world::unit(world::VAN_TRACH),
            names: vec![name.into()],
            from_on: Some(on),
            paper: "12/NQ-HĐND".into(),
        };
        let sixth = site.app.carry_out(&hall::office(), add("Thôn Mồng Sáu", date(2026, 12, 6))).await.unwrap();
        let eighth = site.app.carry_out(&hall::office(), add("Thôn Mồng Tám", date(2026, 12, 8))).await.unwrap();
        site.app.carry_out(&hall::office(), HoldDialogue { dialogue: hall.dialogue, held_on: date(2026, 12, 7) }).await.unwrap();
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&at).await.says("Thôn Mồng Sáu").hides("Thôn Mồng Tám");
        let said =
            |village: &str| vec![("village".to_owned(), village.to_owned()), ("said".to_owned(), "Xin trả lời việc này.".to_owned())];
        let mut speak = async |village: &str| press(&mut thu, &at, &format!("{at}/phat-bieu"), &pairs(&said(village))).await;
        assert_eq!(speak(&eighth[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        speak(&sixth[0]).await.says("Một người dân thôn Mồng Sáu");
    }

    async fn l3_proofs_are_those_of_the_year_in_which_the_dialogue_was_held(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        hall::signed(&site, &hall).await;
        let norm = TypedConclusion { norm: "Ảnh hiện trường".into(), ..TypedConclusion::default() };
        hall::issued(&site, &hall, vec![concluded("done", "Đã dọn xong", norm)]).await;
        site.app.store.write(HeldEarly(hall.dialogue)).await.unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let r =
            reckon::reckon(&mut conn, &site.app.calendar(), &world::unit(world::VAN_TRACH), 2026..=2026, date(2026, 12, 31)).await.unwrap();
        let held = r.facts.dialogues.iter().find(|d| d.held_on == Some(date(2026, 12, 5))).unwrap();
        assert!(!held.proofs.is_empty(), "planned for January, held in December");
    }
}
