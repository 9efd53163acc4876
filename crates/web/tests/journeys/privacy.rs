//! What is for everybody tells nobody's secrets, and what is taken back is gone: words of public steps, evidence, search.

use caunoi_app::{
    Refusal,
    opinion::{hand_over::Transfer, upload},
};
use caunoi_app::{
    dialogue::ConcludeItem,
    followup::{assign_task::AssignTask, finish_task::FinishTask, report_progress::ReportProgress},
    opinion::{answer_directly::AnswerDirectly, classify::Classify, publish::Publish, seal, upload::Kept, withhold::Withhold},
};
use caunoi_domain::{
    dialogue::notice_form::{ConclusionForm, TypedConclusion, conclusion},
    followup::Extent,
    opinion::{
        item::{Standing, WithheldGround},
        kind::SealedKind,
        tracking_code::PublicId,
        triage::{TypedClass, classification},
    },
    problem::{Problem, What},
};
use caunoi_store::search::{self, Wanted};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    hall::{Hall, chair, held, issued, item_of, office, opinion, press, signed},
    kit::Site,
    scene,
};

pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A conclusion of the notice desk.
pub fn concluded(substate: &str, text: &str, more: TypedConclusion) -> ConclusionForm {
    conclusion(&TypedConclusion { substate: substate.into(), text: text.into(), ..more }, date(2026, 12, 7)).unwrap()
}

/// A task of Phòng Kinh tế until the end of January.
pub fn task() -> TypedConclusion {
    let (body, due, reason) = ("D0001-phong-kinh-te".into(), "31/01/2027".into(), "Chờ thu hoạch".into());
    TypedConclusion { body, due, reason, ..TypedConclusion::default() }
}

pub async fn publish(site: &Site, item: i64, title: &str) {
    let verb = Publish { item, title: title.into(), body: format!("{title}, đề nghị xã giải quyết.") };
    site.app.carry_out(&office(), verb).await.unwrap();
}

pub async fn found(site: &Site, query: &str) -> Vec<String> {
    let wanted = Wanted::of(query, "", 20);
    search::find(&mut site.app.store.read().await.unwrap(), wanted).await.unwrap().into_iter().map(|h| h.kind).collect()
}

/// The address of the only conclusion of an item.
pub async fn conclusion_of(site: &Site, item: i64) -> String {
    let row = item_of(site, item).await;
    let of = caunoi_store::conclusion::issued_of(&mut site.app.store.read().await.unwrap(), &row.id).await.unwrap();
    assert_eq!(of.len(), 1, "exactly one");
    format!("/ket-luan/{}", PublicId::from_i64(of[0].public_id))
}

async fn evidence(site: &Site, name: &str) -> Vec<Kept> {
    vec![upload::keep(&site.app, "files", name, PDF.to_vec()).await.unwrap()]
}

#[track_caller]
fn refused<T: std::fmt::Debug>(got: &Result<T, Refusal>, fields: &[&'static str]) {
    let expected: Vec<Problem> = fields.iter().map(|f| Problem::new(f, What::PrivateDatum)).collect();
    assert!(matches!(got, Err(Refusal::Invalid(p)) if *p == expected), "{fields:?}: {got:?}");
}

on_both! {
    async fn what_is_withheld_after_its_notice_leaves_the_search_and_every_page_and_comes_back_when_published(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let item = hall.items[0];
        publish(&site, item, "Mương tiêu Bến Gỗ tắc").await;
        signed(&site, &hall).await;
        let notice = issued(&site, &hall, vec![concluded("in_progress", "Nạo vét toàn tuyến KÍN-KẾT-LUẬN", task())]).await;
        let page = conclusion_of(&site, item).await;
        let open = [
            "/tim-kiem?q=nao+vet+toan+tuyen".to_owned(),
            page.clone(),
            format!("/thong-bao/{}", PublicId::from_i64(notice)),
            format!("/doi-thoai/{}", PublicId::from_i64(hall.dialogue)),
        ];
        assert_eq!(found(&site, "nạo vét toàn tuyến").await, ["conclusion"]);
        for path in &open {
            site.visitor().get(path).await.says("Mương tiêu Bến Gỗ tắc");
        }
        site.app.carry_out(&chair(), Withhold { item, ground: WithheldGround::Privacy }).await.unwrap();
        assert_eq!(found(&site, "nạo vét toàn tuyến").await, Vec::<String>::new());
        assert_eq!(found(&site, "mương tiêu bến gỗ").await, Vec::<String>::new());
        for path in &open {
            site.visitor().get(path).await.hides("Mương tiêu Bến Gỗ tắc").hides("KÍN-KẾT-LUẬN");
        }
        publish(&site, item, "Mương Bến Gỗ ngập ruộng").await;
        assert_eq!(found(&site, "nạo vét toàn tuyến").await, ["conclusion"]);
        site.visitor().get("/tim-kiem?q=nao+vet+toan+tuyen").await.says("Mương Bến Gỗ ngập ruộng").hides("Mương tiêu Bến Gỗ tắc");
    }

    async fn words_of_public_steps_tell_nobodys_phone_and_not_who_sent_it(db: Fresh) {
        let site = Site::new(db).await;
        let received = scene::send(&site, "k").await;
        let item = received.item_public_id;
        let app = &site.app;
        for said in ["Bà Cầm Hoàng Oanh nói đúng", "Đã gọi 0912.345.678", "Thư oanh@tu.example"] {
            let class = classification(&TypedClass {
                field: "roads".into(),
                grounded: "grounded".into(),
                note: said.into(),
                ..TypedClass::default()
            })
            .unwrap();
            refused(&app.carry_out(&office(), Classify { items: vec![item], class }).await, &["note"]);
            refused(&app.carry_out(&office(), AnswerDirectly { item, result: said.into(), norm: said.into() }).await, &["result", "norm"]);
        }
        // On its way through a phòng.
        let body_id = "D0001-phong-kinh-te".to_owned();
        let assign = AssignTask {
            item,
            parent: None,
            body_id,
            partners: vec![],
            task: "Gặp bà Cầm Hoàng Oanh".into(),
            due_on: None,
            due_basis: String::new(),
        };
        let task = app.carry_out(&office(), assign).await.unwrap();
        let phong = site.actor("kinhte.vantrach").await;
        let bad = || "Đã gặp bà Cầm Hoàng Oanh".to_owned();
        refused(&app.carry_out(&phong, ReportProgress { task, text: bad(), files: vec![] }).await, &["progress"]);
        let finish = |result: String| FinishTask {
            task,
            extent: Extent::Whole,
            result,
            norm: "Biên bản 7".into(),
            files: vec![],
            files_public: false,
        };
        refused(&app.carry_out(&phong, finish(bad())).await, &["result"]);
        // The screen keeps what was typed and says what to do.
        let mut v = site.officer("kinhte.vantrach").await;
        let at = format!("/nhiem-vu/{}", PublicId::from_i64(task));
        let form = v.get(&at).await;
        let fields = [("csrf", form.field("csrf")), ("key", form.field("key")), ("progress", bad())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let page = v.upload(&format!("{at}/tien-do"), &fields, &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Phần này ai cũng đọc được").says("Đã gặp bà Cầm Hoàng Oanh");
        app.carry_out(&phong, finish("Đã vá 30 m đường, hỗ trợ 2.500.000 đồng.".into())).await.unwrap();
        assert_eq!(item_of(&site, item).await.standing, Standing::Done);
    }

    async fn neither_do_answers_in_the_hall_and_conclusions(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let link = PublicId::from_i64(hall.items[0]).to_string();
        let entry = [
            ("village", "D0001-v1"),
            ("said", "Xin trả lời."),
            ("answer", "Bà gọi 0912 345 678."),
            ("answered_by", "Trưởng phòng Kinh tế"),
            ("link", link.as_str()),
        ];
        let page = press(&mut thu, &at, &format!("{at}/phat-bieu"), &entry).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Phần này ai cũng đọc được").says("Bà gọi 0912 345 678.");
        signed(&site, &hall).await;
        let notice = site
            .app
            .carry_out(&office(), caunoi_app::dialogue::DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() })
            .await
            .unwrap();
        let form = concluded("in_progress", "Nạo vét, báo bà con qua số 0912345678", task());
        refused(&site.app.carry_out(&office(), ConcludeItem { notice, item: hall.items[0], form, whole_issue: false }).await, &["text"]);
    }

    async fn evidence_marked_public_is_fetched_from_the_public_thread_while_the_matter_is_published(db: Fresh) {
        let site = Site::new(db).await;
        let item = opinion(&site, "Đường thôn Hạ nứt").await;
        publish(&site, item, "Đường thôn Hạ nứt").await;
        let assign = |task: &str| AssignTask {
            item,
            parent: None,
            body_id: "D0001-phong-kinh-te".into(),
            partners: vec![],
            task: task.into(),
            due_on: None,
            due_basis: String::new(),
        };
        let (first, second) = (
            site.app.carry_out(&office(), assign("Vá đường")).await.unwrap(),
            site.app.carry_out(&office(), assign("Kẻ vạch")).await.unwrap(),
        );
        let phong = site.actor("kinhte.vantrach").await;
        let finish = |task, files, files_public| FinishTask {
            task,
            extent: Extent::Whole,
            result: "Đã làm xong".into(),
            norm: String::new(),
            files,
            files_public,
        };
        site.app.carry_out(&phong, finish(first, evidence(&site, "nghiem-thu.pdf").await, true)).await.unwrap();
        site.app.carry_out(&phong, finish(second, evidence(&site, "noi-bo.pdf").await, false)).await.unwrap();
        let at = format!("/y-kien/{}", PublicId::from_i64(item));
        let page = site.visitor().get(&at).await;
        page.says("nghiem-thu.pdf (1 kB)").hides("noi-bo.pdf").says("Kèm 1 tệp.");
        let file = page.link("/tep/");
        let got = site.visitor().get(&file).await;
        assert_eq!((got.status, got.html.as_bytes()), (StatusCode::OK, PDF));
        assert!(got.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        site.app.carry_out(&chair(), Withhold { item, ground: WithheldGround::Privacy }).await.unwrap();
        assert_eq!(site.visitor().get(&file).await.status, StatusCode::NOT_FOUND, "what is withheld takes its evidence along");
        assert_eq!(site.officer("kinhte.vantrach").await.get(&file).await.status, StatusCode::OK);
    }

    async fn l7_sealing_says_what_to_do_where_papers_hold_the_matter(db: Fresh) {
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc", "Đường thôn Hạ lầy"]).await;
        let transfer = || Transfer {
            kind: SealedKind::Denunciation,
            paper: "3/VP".into(),
            sent_on: Some(date(2026, 12, 7)),
            receiver: "Thanh tra".into(),
            due_on: None,
        };
        let says = |got: Result<(), Refusal>, what: What| assert!(matches!(&got, Err(Refusal::Invalid(p)) if p[0].what == what), "{got:?}");
        // An entry of open minutes: unlinked first, then it can be sealed.
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let link = PublicId::from_i64(hall.items[0]).to_string();
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &[("village", "D0001-v1"), ("said", "Ông A nhận tiền."), ("link", &link)]).await;
        says(seal::seal(&site.app, &office(), hall.items[0], transfer()).await, What::InOpenMinutes);
        let form = thu.get(&format!("/cong-viec/phan-loai/viec/niem-phong?chon={link}")).await;
        let fields = [
            ("csrf", form.field("csrf")),
            ("key", form.field("key")),
            ("chon", link.clone()),
            ("sealed_kind", "denunciation".into()),
            ("paper", "3/VP".into()),
            ("sent_on", "07/12/2026".into()),
            ("receiver", "Thanh tra".into()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        thu.upload("/cong-viec/phan-loai/viec/niem-phong", &fields, &[]).await.says("chọn “Không gắn với việc nào”");
        let minutes = caunoi_store::minutes::of_dialogue(&mut site.app.store.read().await.unwrap(), &item_dialogue(&site, &hall).await)
            .await
            .unwrap()
            .unwrap();
        let entry =
            caunoi_store::minutes::entries(&mut site.app.store.read().await.unwrap(), &minutes.id).await.unwrap()[0].entry.id.clone();
        press(
            &mut thu,
            &at,
            &format!("{at}/phat-bieu"),
            &[("entry", &entry), ("village", "D0001-v1"), ("said", "Ông A nhận tiền."), ("link", "")],
        )
        .await;
        seal::seal(&site.app, &office(), hall.items[0], transfer()).await.unwrap();
        assert_eq!(item_of(&site, hall.items[0]).await.standing, Standing::Sealed);
        // Signed minutes: it stays, and the way out is named.
        let rest = Hall { dialogue: hall.dialogue, base: hall.base.clone(), items: vec![hall.items[1]] };
        signed(&site, &rest).await;
        says(seal::seal(&site.app, &office(), hall.items[1], transfer()).await, What::OnPaper);
    }
}

async fn item_dialogue(site: &Site, hall: &Hall) -> String {
    caunoi_store::dialogue::find_public(&mut site.app.store.read().await.unwrap(), hall.dialogue).await.unwrap().unwrap().id
}
