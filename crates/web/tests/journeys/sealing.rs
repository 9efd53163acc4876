//! Sealing in parts: the matters of one letter are sealed one after the other, and no word of a sealed one is left in any
//! row of those that go on.

use caunoi_app::{
    Refusal,
    desk::KeepDraft,
    followup::{
        ask_extension::AskExtension, assign_task::AssignTask, comment::Comment, note_defect::NoteDefect, transfer_task::TransferTask,
        urge_task::UrgeTask,
    },
    opinion::{
        hand_over::Transfer,
        publish::Publish,
        seal::{self, Reach},
        split::Split,
        submit_text::SubmitText,
    },
};
use caunoi_domain::{
    opinion::{item::Standing, kind::SealedKind, tracking_code::PublicId, triage::Part},
    problem::What,
};
use caunoi_store::{item, sealed};
use caunoi_testkit::on_both;
use jiff::civil::date;

use crate::{
    hall::{chair, item_of, office},
    kit::Site,
    triage::{act, given_with, went_on},
};

/// Stands in what is to be sealed.
const CANARY: &str = "CANH-TÁC";

fn transfer(kind: SealedKind) -> Transfer {
    Transfer { kind, paper: "3/VP-CĐ".into(), sent_on: Some(date(2026, 11, 23)), receiver: "Thanh tra thành phố".into(), due_on: None }
}

/// A letter of these matters, entered at the counter and split; the public ids of the matters in their order.
async fn letter(site: &Site, matters: &[&str]) -> Vec<i64> {
    let mut v = site.officer("vanthu.vantrach").await;
    let (first, _) = given_with(&mut v, &matters.join(" "), &[], &[]).await;
    let item = PublicId::parse(&first).unwrap().to_i64();
    if matters.len() < 2 {
        return vec![item];
    }
    let parts = matters.iter().map(|m| Part { title: m.split(' ').next().unwrap().to_owned(), body: (*m).to_owned() }).collect();
    site.app.carry_out(&office(), Split { item, parts }).await.unwrap()
}

async fn seal(site: &Site, item: i64, kind: SealedKind) -> Result<(), Refusal> {
    seal::seal_so_far(&site.app, &office(), item, Reach::Matter, transfer(kind)).await
}

#[track_caller]
fn held(got: &Result<(), Refusal>) {
    assert!(matches!(got, Err(Refusal::Invalid(p)) if p[0].what == What::OthersHoldIt), "{got:?}");
}

async fn rows_with(site: &Site, word: &str) -> Vec<String> {
    let rows = caunoi_testkit::every_row(site.database()).await;
    let fold = caunoi_domain::text::fold::fold(word);
    rows.lines().filter(|l| l.contains(word) || caunoi_domain::text::fold::fold(l).contains(&fold)).map(str::to_owned).collect()
}

async fn task(site: &Site, item: i64, text: &str) -> i64 {
    let body_id = "D0001-phong-kinh-te".to_owned();
    let verb = AssignTask {
        item,
        parent: None,
        body_id,
        partners: vec![],
        task: text.into(),
        due_on: Some("2026-12-20".into()),
        due_basis: String::new(),
    };
    site.app.carry_out(&office(), verb).await.unwrap()
}

on_both! {
    async fn l7_the_other_matters_of_a_letter_are_sealed_after_the_first(db: Fresh) {
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let folder = db.folder.path().to_owned();
        let site = Site::new(db).await;
        let texts = ["Loa thôn Hạ MỘT hỏng đã lâu.", "Ông trưởng phòng HAI nhận tiền của tôi.", "Bà phó phòng BA đuổi tôi ra ngoài."];
        let items = letter(&site, &texts).await;
        seal(&site, items[1], SealedKind::Complaint).await.unwrap();
        let again = seal(&site, items[1], SealedKind::Complaint).await;
        assert!(matches!(&again, Err(Refusal::Invalid(p)) if p[0].what == What::NotNow { state: "sealed".into() }), "{again:?}");
        assert_eq!(item_of(&site, items[0]).await.standing, Standing::Received);
        seal(&site, items[2], SealedKind::Denunciation).await.unwrap();
        // By the whole letter's form: what is sealed already stays, the last open matter goes.
        let mut v = site.officer("vanthu.vantrach").await;
        let last = PublicId::from_i64(items[0]).to_string();
        let fields =
            [("sealed_kind", "complaint"), ("reach", "letter"), ("paper", "4/VP-CĐ"), ("sent_on", "23/11/2026"), ("receiver", "UBKT")];
        went_on(&act(&mut v, "niem-phong", &[&last], &fields, &[]).await);

        let mut conn = site.app.store.read().await.unwrap();
        let opinion_id = item::find_public(&mut conn, items[0]).await.unwrap().unwrap().opinion_id;
        for i in item::of_opinion(&mut conn, &opinion_id).await.unwrap() {
            assert_eq!((i.standing, i.title.as_str(), i.body.as_str()), (Standing::Sealed, "", ""));
        }
        let letter = caunoi_store::opinion::find(&mut conn, &opinion_id).await.unwrap().unwrap();
        assert!(letter.sealed && letter.body.is_empty());
        // Each receiver opens what was sealed to it: no ciphertext took another's place.
        let key: age::x25519::Identity = std::fs::read_to_string(folder.join("sealed-key.txt")).unwrap().trim().parse().unwrap();
        let all = sealed::ciphertexts(&mut conn, &opinion_id).await.unwrap();
        assert_eq!(all.len(), 3);
        let plain: Vec<String> = all.iter().map(|c| String::from_utf8(age::decrypt(&key, c).unwrap()).unwrap()).collect();
        for word in ["MỘT", "HAI", "BA", "Phạm Thị Lành"] {
            assert!(plain.iter().any(|p| p.contains(word)), "{word} is in a ciphertext");
        }
        drop(conn);
        for word in ["MỘT hỏng", "HAI nhận", "BA đuổi", "Phạm Thị Lành"] {
            assert_eq!(rows_with(&site, word).await, Vec::<String>::new(), "{word}");
        }
        v.get("/cong-viec/chuyen-don").await.says("3/VP-CĐ").says("4/VP-CĐ");
    }

    async fn l7_a_letter_of_one_matter_is_sealed_whole(db: Fresh) {
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let site = Site::new(db).await;
        let items = letter(&site, &["Ông trưởng phòng CANH-TÁC nhận tiền."]).await;
        seal(&site, items[0], SealedKind::Denunciation).await.unwrap();
        assert_eq!(item_of(&site, items[0]).await.standing, Standing::Sealed);
        assert_eq!(rows_with(&site, CANARY).await, Vec::<String>::new());
        assert_eq!(rows_with(&site, "Phạm Thị Lành").await, Vec::<String>::new());
    }

    async fn l7_no_word_of_a_sealed_matter_is_left_in_a_row_of_the_others(db: Fresh) {
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let site = Site::new(db).await;
        let app = &site.app;
        let mut v = site.officer("vanthu.vantrach").await;
        let sealed = "Ông trưởng phòng nhận tiền CANH-TÁC của dân.";
        let whole = format!("Mương Đồng Vàng tắc. {sealed}");
        let (first, _) = given_with(&mut v, &whole, &[], &[]).await;
        let first = PublicId::parse(&first).unwrap().to_i64();
        let laid = || SubmitText { item: first, title: "Mương tắc".into(), body: whole.clone() };
        // A text that was laid before the head ends with the split: it was of the whole.
        app.carry_out(&office(), laid()).await.unwrap();
        let parts =
            vec![Part { title: "Mương".into(), body: "Mương Đồng Vàng tắc.".into() }, Part { title: "Đơn".into(), body: sealed.into() }];
        let items = app.carry_out(&office(), Split { item: first, parts }).await.unwrap();
        let id = item_of(&site, first).await.id;
        assert_eq!(caunoi_store::publication_draft::find(&mut app.store.read().await.unwrap(), &id).await.unwrap(), None);
        // Published with too much and mended; laid before the head again; typed and not sent.
        for (minute, body) in [(1, whole.as_str()), (2, "Mương Đồng Vàng tắc.")] {
            site.clock.set_day(date(2026, 11, 23), 9, minute);
            app.carry_out(&chair(), Publish { item: first, title: "Mương tắc".into(), body: body.into() }).await.unwrap();
        }
        app.carry_out(&office(), laid()).await.unwrap();
        let fields = vec![("result".to_owned(), format!("Về việc:\n{sealed}"))];
        app.carry_out(&site.actor("kinhte.vantrach").await, KeepDraft { form: "/nhiem-vu/x".into(), fields }).await.unwrap();
        assert!(rows_with(&site, CANARY).await.len() >= 5, "the test looks where the word stands");
        seal(&site, items[1], SealedKind::Complaint).await.unwrap();
        assert_eq!(rows_with(&site, CANARY).await, Vec::<String>::new());
        let edits = caunoi_testkit::every_row(site.database()).await;
        assert_eq!(edits.lines().filter(|l| l.starts_with("publication_edit:")).count(), 2, "that it once read otherwise stays");
        site.visitor().get(&format!("/y-kien/{}", PublicId::from_i64(first))).await.says("Mương Đồng Vàng tắc.");
    }

    async fn l7_a_comment_a_task_or_a_group_that_holds_it_is_mended_first_or_the_letter_is_sealed_whole(db: Fresh) {
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let site = Site::new(db).await;
        let app = &site.app;
        let texts = ["Mương Đồng Vàng tắc.", "Ông trưởng phòng nhận tiền CANH-TÁC của dân. Số máy của ông ấy: 0987 654 321."];
        let phong = site.actor("kinhte.vantrach").await;
        for n in 0..6 {
            let items = letter(&site, &texts).await;
            let mine = task(&site, items[0], if n == 0 { "Xem: ông trưởng phòng nhận tiền CANH-TÁC của dân" } else { "Nạo vét" }).await;
            // Internally a number is told; where everybody reads it is refused before.
            let said = if n < 3 {
                "Gọi +84987654321 hỏi về ông trưởng phòng nhé."
            } else {
                "Vì: Ông trưởng phòng nhận tiền CANH-TÁC của dân!"
            }
            .to_owned();
            match n {
                1 => app.carry_out(&phong, Comment { task: mine, text: said }).await.unwrap(),
                2 => app
                    .carry_out(&office(), NoteDefect { unit_id: crate::hall::UNIT.into(), item: Some(items[0]), text: said })
                    .await
                    .unwrap(),
                3 => app.carry_out(&phong, AskExtension { task: mine, due_on: date(2026, 12, 30), reason: said }).await.unwrap(),
                4 => app.carry_out(&office(), TransferTask { task: mine, to_body_id: "D0001-cong-an".into(), reason: said }).await.unwrap(),
                5 => app.carry_out(&office(), UrgeTask { task: mine, text: said }).await.unwrap(),
                _ => {}
            }
            held(&seal(&site, items[1], SealedKind::Complaint).await);
            assert_eq!(item_of(&site, items[1]).await.standing, Standing::Received, "nothing of it was done: {n}");
            seal::seal_so_far(app, &office(), items[1], Reach::Letter, transfer(SealedKind::Complaint)).await.unwrap();
            assert_eq!(rows_with(&site, CANARY).await, Vec::<String>::new(), "{n}");
            let numbers: Vec<String> = rows_with(&site, "987654321").await;
            assert_eq!(numbers, Vec::<String>::new(), "{n}");
        }
    }
}
