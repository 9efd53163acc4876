//! Queues and answers by keyboard alone, and the head's list on a phone.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    dialogue::{DraftDialogue, SubmitDialogue},
    opinion::{
        answer_directly::AnswerDirectly,
        publish::Publish,
        receipt,
        submit::{SubmitOpinion, submit},
    },
};
use caunoi_domain::{
    dialogue::draft::{TypedDraft, draft},
    opinion::{
        kind::{Channel, OpinionKind},
        submission::{PersonDetails, Submission},
    },
    people::actor::Actor,
};
use thirtyfour::Key;

use crate::{
    axe::axe_clean,
    chromium::{Browser, Script},
    site::Site,
};

/// An opinion of the commune; answers its matter's public id.
pub async fn opinion(site: &Site, n: usize) -> i64 {
    let submission = Submission {
        kind: OpinionKind::Petition,
        body: format!("Việc số {n} của thôn, đề nghị xã xem."),
        village_id: None,
        place_note: String::new(),
        occurred_on: None,
        person: PersonDetails::default(),
        name_public: false,
    };
    let key = format!("phim-{n}");
    let verb = SubmitOpinion {
        unit_id: world::unit(VAN_TRACH),
        submission,
        channel: Channel::Web,
        files: Vec::new(),
        signed: false,
        source: None,
        slip: receipt::slip(&site.app.keys, &key),
    };
    submit(&site.app, &Actor::Person, &key, verb).await.unwrap().0.item_public_id
}

/// Ticks so many rows from the first, by j and x alone.
async fn tick(b: &Browser, rows: usize) {
    b.keys("j").await;
    for row in 0..rows {
        b.keys(if row + 1 < rows { "xj" } else { "x" }).await;
    }
    let ticked = b.run("return document.querySelectorAll('tbody input:checked').length", vec![]).await;
    assert_eq!(ticked.as_u64(), u64::try_from(rows).ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn s2_6_a_clerk_triages_twenty_opinions_by_keyboard_alone() {
    let site = Site::new().await;
    for n in 1..=20 {
        opinion(&site, n).await;
    }
    let b = site.officer("vanthu.vantrach").await;
    b.width(1280).await;
    b.go("/cong-viec/phan-loai").await.says("Chờ phân loại 20").await;
    // Twenty are ticked and judged at once, by a form that is filled by keys.
    tick(&b, 20).await;
    b.keys("c").await.says("20 ý kiến được chọn").await;
    b.tab_to("#field").await.keys("" + Key::Down).await;
    b.tab_to("#note").await.keys("Đã xem sổ").await;
    b.tab_to("main form button.btn").await.keys("" + Key::Enter).await;
    b.says("Đã xong: Phân loại").await.says("Chờ phân loại 0").await;
    // Taken back by one key; then one by one: open, look, back; three go to a dialogue by one key.
    b.keys("z").await.says("Chờ phân loại 20").await;
    b.keys("j").await.keys("" + Key::Enter).await.says("Xem ý kiến và người gửi").await;
    b.go("/cong-viec/phan-loai").await.says("Chờ phân loại 20").await;
    tick(&b, 3).await;
    b.keys("d").await.says("Chờ phân loại 17").await;
    axe_clean(&b, "queue-keys").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s2_6_a_person_finds_an_answer_in_three_steps_by_keyboard_alone() {
    let site = Site::new().await;
    let item = opinion(&site, 1).await;
    let office = site.actor("vanthu.vantrach").await;
    let title = "Loa thôn Hạ hỏng ba tuần".to_owned();
    site.app.carry_out(&office, Publish { item, title, body: "Loa thôn Hạ hỏng ba tuần nay.".to_owned() }).await.unwrap();
    let answer =
        AnswerDirectly { item, result: "Đã thay loa mới ngày 20/11.".to_owned(), norm: "Biên bản nghiệm thu 7".to_owned() };
    site.app.carry_out(&office, answer).await.unwrap();
    let b = site.visitor(Script::Off).await;
    // One: where they live. Two: the matter in the list of the place. Three: the answer is read.
    b.go("/").await.tab_to("#q").await.keys("van trach" + Key::Enter).await;
    b.says("Xã Vân Trạch").await.tab_to("a[href=\"/xa/D0001\"]").await.keys("" + Key::Enter).await;
    b.says("Loa thôn Hạ hỏng").await.tab_to("a[href^=\"/y-kien/\"]").await.keys("" + Key::Enter).await;
    b.says("Đã thay loa mới ngày 20/11").await;
    // By its words the same answer is two steps away.
    b.go("/tim-kiem").await.tab_to("#q").await.keys("loa thon ha" + Key::Enter).await;
    b.says("Loa thôn Hạ hỏng").await.tab_to("a[href^=\"/y-kien/\"]").await.keys("" + Key::Enter).await;
    b.says("Đã thay loa mới ngày 20/11").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_works_through_ten_drafts_on_a_phone() {
    const DRAFTS: usize = 10;
    let site = Site::new().await;
    let office = site.actor("vanthu.vantrach").await;
    for n in 1..=DRAFTS {
        let typed = TypedDraft {
            kind: "regular".into(),
            basis: "party".into(),
            form: "in_person".into(),
            title: format!("Đối thoại với Nhân dân thôn số {n}"),
            on_day: format!("{}/12/2026", n + 5),
            chairs: vec!["D0001-chu-tich".into()],
            ..TypedDraft::default()
        };
        let draft = draft(&typed, site.app.clock.today()).unwrap();
        let dialogue = site.app.carry_out(&office, DraftDialogue { unit_id: world::unit(VAN_TRACH), draft }).await.unwrap();
        site.app.carry_out(&office, SubmitDialogue { dialogue }).await.unwrap();
    }
    let b = site.officer("chutich.vantrach").await;
    b.width(360).await;
    b.says(&format!("Có {DRAFTS} văn bản chờ quyết định")).await;
    assert_eq!(b.path().await, "/nguoi-dung-dau", "the first page after signing in");
    axe_clean(&b, "head").await;
    for decided in 1..=DRAFTS {
        b.width(360).await;
        // The whole text is read in its place, without a way to another page or to the side.
        b.one("article.card summary").await.click().await.unwrap();
        assert!(b.one("article.card dl.read").await.text().await.unwrap().contains("12/2026"), "the day is read");
        assert_eq!(b.overflow().await, 0);
        if decided % 4 == 0 {
            b.one("article.card form summary").await.click().await.unwrap();
            b.one("article.card textarea[name=note]").await.send_keys("Ghi rõ địa điểm").await.unwrap();
            assert_eq!(b.overflow().await, 0);
            b.one("article.card button[value=tra-lai]").await.click().await.unwrap();
        } else {
            b.one("article.card button[value=duyet]").await.click().await.unwrap();
        }
        let left = DRAFTS - decided;
        let wait = if left > 0 {
            format!("Có {left} văn bản chờ quyết định")
        } else {
            "Không có văn bản nào chờ quyết định".to_owned()
        };
        b.says(&wait).await;
        assert_eq!(b.path().await, "/nguoi-dung-dau", "the next stands on the same page");
    }
    b.says("Không có văn bản nào chờ quyết định").await.says("Vừa duyệt").await;
    axe_clean(&b, "head-decided").await;
    let mut conn = site.app.store.read().await.unwrap();
    let rows = conn.all("SELECT state FROM dialogue", vec![]).await.unwrap();
    let of = |state: &str| rows.iter().filter(|r| r.get::<String>("state").unwrap() == state).count();
    assert_eq!((of("approved"), of("draft")), (8, 2), "two were returned");
}
