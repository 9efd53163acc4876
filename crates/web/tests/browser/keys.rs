//! Queues by keyboard, and the head's list on a phone.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    dialogue::{DraftDialogue, SubmitDialogue},
    opinion::{
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

use crate::{axe::axe_clean, chromium::Browser, site::Site};

async fn opinion(site: &Site, n: usize) {
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
    submit(&site.app, &Actor::Person, &key, verb).await.unwrap();
}

/// Ticks so many rows from the first, by j and x alone.
async fn tick(b: &Browser, rows: usize) {
    b.one("body").await.send_keys("j").await.unwrap();
    for row in 0..rows {
        b.one(":focus").await.send_keys("x").await.unwrap();
        if row + 1 < rows {
            b.one(":focus").await.send_keys("j").await.unwrap();
        }
    }
    let ticked = b.run("return document.querySelectorAll('tbody input:checked').length", vec![]).await;
    assert_eq!(ticked.as_u64(), u64::try_from(rows).ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_triages_twenty_opinions_by_keyboard() {
    let site = Site::new().await;
    for n in 1..=20 {
        opinion(&site, n).await;
    }
    let b = site.officer("vanthu.vantrach").await;
    b.width(1280).await;
    b.go("/cong-viec/phan-loai").await.says("Chờ phân loại 20").await;
    tick(&b, 20).await;
    b.one(":focus").await.send_keys("c").await.unwrap();
    b.says("20 ý kiến được chọn").await;
    b.one("#field").await.send_keys("" + Key::Down).await.unwrap();
    b.one("main form:last-of-type button.btn").await.send_keys("" + Key::Enter).await.unwrap();
    b.says("Đã xong: Phân loại").await.says("Chờ phân loại 0").await;
    b.one("body").await.send_keys("z").await.unwrap();
    b.says("Chờ phân loại 20").await;
    tick(&b, 3).await;
    b.one(":focus").await.send_keys("d").await.unwrap();
    b.says("Chờ phân loại 17").await;
    axe_clean(&b, "queue-keys").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_reads_and_decides_on_a_phone() {
    let site = Site::new().await;
    let office = site.actor("vanthu.vantrach").await;
    for (title, day) in [("Đối thoại thôn Hạ", "12/12/2026"), ("Đối thoại thôn Thượng", "19/12/2026")] {
        let typed = TypedDraft {
            kind: "regular".into(),
            basis: "party".into(),
            form: "in_person".into(),
            title: title.into(),
            on_day: day.into(),
            chairs: vec!["D0001-chu-tich".into()],
            ..TypedDraft::default()
        };
        let draft = draft(&typed, site.app.clock.today()).unwrap();
        let dialogue = site.app.carry_out(&office, DraftDialogue { unit_id: world::unit(VAN_TRACH), draft }).await.unwrap();
        site.app.carry_out(&office, SubmitDialogue { dialogue }).await.unwrap();
    }
    let b = site.officer("chutich.vantrach").await;
    b.width(360).await;
    b.says("Có 2 văn bản chờ quyết định").await;
    assert_eq!(b.path().await, "/nguoi-dung-dau", "the first page after signing in");
    axe_clean(&b, "head").await;
    for left in ["Có 1 văn bản chờ quyết định", "Có 0 văn bản chờ quyết định"] {
        b.one("article.card summary").await.click().await.unwrap();
        assert_eq!(b.overflow().await, 0);
        b.one("article.card button[value=duyet]").await.click().await.unwrap();
        b.says(left).await;
    }
    b.says("Vừa duyệt").await;
    axe_clean(&b, "head-decided").await;
}
