//! Tasks in full: transfer, extension, pause, the signed link of a body, comments, saved answers, what was said beside the
//! topics, defects inside, drafts, news and mail.

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    opinion::{
        publish::Publish,
        receipt,
        submit::{SubmitOpinion, submit},
    },
    outbox::{About, Mailer, Undelivered, Waiting, run_due},
};
use caunoi_domain::{
    opinion::{
        item::NextCode,
        kind::{Channel, OpinionKind},
        step::Step,
        submission::{PersonDetails, Submission},
    },
    people::actor::Actor,
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{PNG, assign, fill, fill_with, item, opinion, shown, steps},
    hall,
    kit::{Page, Site, Visitor},
};

/// Publishes an item and answers what everybody reads of it.
async fn public_page(site: &Site, id: i64) -> Page {
    let head = site.actor("chutich.vantrach").await;
    let verb = Publish { item: id, title: "Mương tiêu tắc".into(), body: "Ruộng ngập.".into() };
    site.app.carry_out(&head, verb).await.unwrap();
    site.visitor().get(&format!("/y-kien/{}", shown(id))).await
}

/// The office makes a link; answers its path.
async fn link_of(office: &mut Visitor, task: &str, until: &str) -> String {
    let page = office.get(task).await;
    let made = fill(office, &page, &format!("{task}/lien-ket"), &[("until", until)]).await;
    let at = made.html.find("http://caunoi.test/nhiem-vu/lien-ket/").unwrap_or_else(|| panic!("no link: {}", made.text()));
    made.html[at + "http://caunoi.test".len()..].split('<').next().unwrap().to_owned()
}

/// A mail server that can be down.
#[derive(Default)]
struct Recorder {
    down: AtomicBool,
    refuses: AtomicBool,
    sent: Mutex<Vec<Waiting>>,
}

impl Mailer for Recorder {
    fn send<'a>(&'a self, mail: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>> {
        Box::pin(async move {
            if self.down.load(Ordering::SeqCst) {
                return Err(Undelivered::Later("connection refused".to_owned()));
            }
            if self.refuses.load(Ordering::SeqCst) {
                return Err(Undelivered::Never("550 no such mailbox".to_owned()));
            }
            self.sent.lock().unwrap().push(mail.clone());
            Ok(())
        })
    }
}

impl Recorder {
    fn sent(&self) -> Vec<Waiting> {
        self.sent.lock().unwrap().clone()
    }
}

async fn undone(site: &Site) -> i64 {
    caunoi_store::job::undone(&mut site.app.store.read().await.unwrap(), "mail").await.unwrap()
}

/// An opinion of a person who left an address.
async fn opinion_with_address(site: &Site, key: &str) -> i64 {
    let submission = Submission {
        kind: OpinionKind::Petition,
        body: "KÍN-NGUYÊN-VĂN mương tắc.".into(),
        village_id: None,
        place_note: String::new(),
        occurred_on: None,
        person: PersonDetails { email: "ba.hoa@thon.example".into(), ..PersonDetails::default() },
        name_public: false,
    };
    let verb = SubmitOpinion {
        unit_id: world::unit(VAN_TRACH),
        submission,
        channel: Channel::Web,
        files: Vec::new(),
        signed: false,
        source: None,
        slip: receipt::slip(&site.app.keys, key),
    };
    submit(&site.app, &Actor::Person, key, verb).await.unwrap().0.item_public_id
}

on_both! {
    async fn s3_6_each_transfer_has_sender_receiver_day_and_reason(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "chuyen", "Mương tiêu tắc, ruộng ngập.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "11/12/2026", "").await;
        let page = office.get(&task).await;
        let bare = fill(&mut office, &page, &format!("{task}/chuyen"), &[("to_body", &world::body(VAN_TRACH, "cong-an"))]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a transfer has its reason");
        let same = fill(
            &mut office,
            &page,
            &format!("{task}/chuyen"),
            &[("to_body", &world::body(VAN_TRACH, "phong-kinh-te")), ("transfer_reason", "x")],
        )
        .await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY, "not to the body that has it");
        site.on(date(2026, 11, 25));
        let typed = [("to_body", world::body(VAN_TRACH, "phong-van-xa")), ("transfer_reason", "Tuyến mương thuộc khu di tích".to_owned())];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get(&task).await;
        let done = fill(&mut office, &page, &format!("{task}/chuyen"), &typed).await;
        done.says("Phòng Kinh tế xã → Phòng Văn hóa - Xã hội xã").says("Tuyến mương thuộc khu di tích");
        done.says("25/11/2026. Văn phòng HĐND và UBND xã").says("Thứ Sáu, 11/12/2026");
        let now = item(&site, id).await;
        assert_eq!((now.next.actor.as_str(), now.next.due_on.as_deref()), ("Phòng Văn hóa - Xã hội xã", Some("2026-12-11")));
        let wanted = Step::Transferred {
            from: "Phòng Kinh tế xã".into(),
            to: "Phòng Văn hóa - Xã hội xã".into(),
            reason: "Tuyến mương thuộc khu di tích".into(),
        };
        assert!(steps(&site, id).await.contains(&wanted));
        let mut before = site.officer("kinhte.vantrach").await;
        assert_eq!(before.get(&task).await.status, StatusCode::NOT_FOUND, "the former body has it no more");
        before.get("/thong-bao").await.says("Nhiệm vụ đã chuyển cơ quan khác");
        let mut after = site.officer("vanxa.vantrach").await;
        after.get("/thong-bao").await.says("Nhận nhiệm vụ chuyển đến").says("Nạo vét mương");
        let csrf = after.get("/cong-viec").await.field("csrf");
        let refused = after
            .post(&format!("{task}/chuyen"), &[("csrf", &csrf), ("key", "k"), ("to_body", "D0001-cong-an"), ("transfer_reason", "x")])
            .await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "a body does not pass its task on by itself");
        public_page(&site, id).await.says("Từ Phòng Kinh tế xã sang Phòng Văn hóa - Xã hội xã.");
    }

    async fn s3_6_comments_between_bodies_are_internal_and_never_public(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "trao-doi", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "", "").await;
        let page = office.get(&task).await;
        fill(&mut office, &page, &format!("{task}/trao-doi"), &[("comment", "KÍN-TRAO-ĐỔI hai phòng thống nhất trước")])
            .await
            .says("KÍN-TRAO-ĐỔI")
            .says("Văn phòng HĐND và UBND xã");
        let mut phong = site.officer("kinhte.vantrach").await;
        phong.get("/thong-bao").await.says("Có trao đổi mới").hides("KÍN-TRAO-ĐỔI");
        let page = phong.get(&task).await;
        page.says("KÍN-TRAO-ĐỔI hai phòng thống nhất trước");
        fill(&mut phong, &page, &format!("{task}/trao-doi"), &[("comment", "Đã thống nhất")]).await.says("Đã thống nhất");
        for login in ["mttq.vantrach", "hdnd.vantrach"] {
            site.officer(login).await.get(&task).await.says("Nạo vét mương").hides("KÍN-TRAO-ĐỔI");
        }
        let mut other = site.officer("vanxa.vantrach").await;
        let csrf = other.get("/cong-viec").await.field("csrf");
        let refused = other.post(&format!("{task}/trao-doi"), &[("csrf", &csrf), ("key", "k"), ("comment", "x")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "a body that takes no part says nothing");
        public_page(&site, id).await.hides("KÍN-TRAO-ĐỔI").hides("Đã thống nhất");
        site.visitor().get("/tim-kiem?q=thong+nhat").await.hides("KÍN-TRAO-ĐỔI");
        assert!(steps(&site, id).await.iter().all(|s| !format!("{s:?}").contains("KÍN-TRAO-ĐỔI")));
    }

    async fn an_extension_is_asked_and_decided_and_the_first_day_stays(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "gia-han", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "04/12/2026", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        let early =
            fill(&mut phong, &page, &format!("{task}/xin-gia-han"), &[("extension_due", "03/12/2026"), ("extension_reason", "Mưa lũ")])
                .await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "not to an earlier day");
        assert_eq!(early.field("extension_due"), "03/12/2026");
        let asked = fill(
            &mut phong,
            &early,
            &format!("{task}/xin-gia-han"),
            &[("extension_due", "18/12/2026"), ("extension_reason", "Mưa lũ kéo dài")],
        )
        .await;
        asked.says("Đang chờ quyết định").says("Thứ Sáu, 04/12/2026");
        assert!(!asked.html.contains("/xin-gia-han\""), "one is asked at a time");
        assert!(!asked.html.contains("value=\"approve\""), "nobody decides on their own extension");
        assert_eq!(item(&site, id).await.next.due_on.as_deref(), Some("2026-12-04"), "nothing changes before it is decided");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/thong-bao").await.says("Xin gia hạn");
        let page = head.get(&task).await;
        page.says("Phòng Kinh tế xã xin gia hạn từ 04/12/2026 đến 18/12/2026.");
        let no_note = fill(&mut head, &page, &format!("{task}/gia-han"), &[("decision", "refuse")]).await;
        assert_eq!(no_note.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal has its reason");
        let done = fill(&mut head, &page, &format!("{task}/gia-han"), &[("decision", "approve"), ("granted_due", "15/12/2026")]).await;
        done.says("Thứ Ba, 15/12/2026").says("Hạn ban đầu: Thứ Sáu, 04/12/2026").says("Chủ tịch UBND xã quyết định ngày 23/11/2026.");
        assert_eq!(item(&site, id).await.next.due_on.as_deref(), Some("2026-12-15"));
        assert!(steps(&site, id).await.contains(&Step::Extended { due_on: "2026-12-15".into(), reason: "Mưa lũ kéo dài".into() }));
        phong.get("/thong-bao").await.says("Được gia hạn");
        public_page(&site, id).await.says("Gia hạn đến 15/12/2026").says("Mưa lũ kéo dài");
    }

    async fn a_pause_stops_the_clock_says_for_whom_and_gives_back_what_was_left(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "tam-dung", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "27/11/2026", "").await;
        let page = office.get(&task).await;
        let none =
            fill(&mut office, &page, &format!("{task}/tam-dung"), &[("waits_for", "central"), ("pause_reason", "Chờ hướng dẫn")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "it is said for whom");
        let typed = [("waits_for", "central"), ("whom", "Bộ Nông nghiệp và Môi trường"), ("pause_reason", "Chờ hướng dẫn định mức")];
        let done = fill(&mut office, &none, &format!("{task}/tam-dung"), &typed).await;
        done.says("Tạm dừng tính hạn từ Thứ Hai, 23/11/2026, chờ Bộ Nông nghiệp và Môi trường");
        let now = item(&site, id).await;
        assert_eq!(
            (now.next.code, now.next.actor.as_str(), now.next.due_on.as_deref()),
            (NextCode::Paused, "Bộ Nông nghiệp và Môi trường", None)
        );
        done.says("Ai làm tiếp: Bộ Nông nghiệp và Môi trường; tạm dừng tính hạn từ Thứ Hai, 23/11/2026");
        site.on(date(2026, 12, 7));
        let mut office = site.officer("vanthu.vantrach").await;
        office.get("/nhiem-vu?loc=qua-han").await.says("Quá hạn 0").hides("Nạo vét mương");
        office.get("/nhiem-vu").await.says("Nạo vét mương").says("Tạm dừng từ 23/11/2026, chờ Bộ Nông nghiệp và Môi trường");
        office.get("/cong-viec").await.says("Nhiệm vụ quá hạn 0");
        let page = office.get(&task).await;
        let done = fill(&mut office, &page, &format!("{task}/tiep-tuc"), &[]).await;
        // 23/11 to 27/11 with the day off on 24/11: three working days were left.
        done.says("Thứ Năm, 10/12/2026").says("từ 23/11/2026 đến 07/12/2026");
        assert_eq!(item(&site, id).await.next.due_on.as_deref(), Some("2026-12-10"));
        let page = public_page(&site, id).await;
        page.says("Chờ Trung ương: Bộ Nông nghiệp và Môi trường.")
            .says("Chờ hướng dẫn định mức")
            .says("Tiếp tục tính hạn, hạn mới 10/12/2026");
    }

    async fn p8_a_phong_answers_by_one_link_that_expires_is_revoked_and_opens_one_task(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "lien-ket", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương Bến Gỗ", "", "").await;
        let other = assign(&mut office, id, "phong-kinh-te", "Thay hai cống", "", "").await;
        let link = link_of(&mut office, &task, "30/11/2026").await;
        office.get(&task).await.says("Phòng Kinh tế xã: mở được đến 30/11/2026").hides(link.rsplit('/').next().unwrap());

        let mut phong = site.visitor();
        let page = phong.get(&link).await;
        page.says("Nạo vét mương Bến Gỗ").says("Phòng Kinh tế xã").says("Chủ nhật, 13/12/2026").hides("Thay hai cống");
        assert_eq!(page.headers.get("referrer-policy").unwrap(), "no-referrer");
        assert!(page.headers.get("x-robots-tag").unwrap().to_str().unwrap().contains("noindex"));
        assert!(page.headers.get("set-cookie").is_none(), "no account, no cookie");
        let page = {
            let fields = [("key", page.field("key")), ("progress", "Đã vét 200 m".to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let done = phong.upload(&format!("{link}/tien-do"), &fields, &[("evidence", "anh.png", PNG)]).await;
            assert_eq!(done.location.as_deref(), Some(link.as_str()));
            phong.get(&link).await
        };
        page.says("Đã vét 200 m");
        office.get(&task).await.says("Phòng Kinh tế xã (qua liên kết)").says("anh.png");
        office.get("/thong-bao").await.says("Có tiến độ mới");

        // Nothing but its own task: the other task's address takes no form from it, and the link leads to no desk.
        assert_eq!(phong.get_once(&other).await.location.as_deref(), Some("/dang-nhap"));
        let wrong = phong.get("/nhiem-vu/lien-ket/aaaaaaaaaaaaaaaaaaaaaaaaaa").await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
        wrong.says("Xin gọi Văn phòng HĐND và UBND nơi giao nhiệm vụ để nhận liên kết mới");

        let page = phong.get(&link).await;
        let key = page.field("key");
        let fields =
            [("key", key.as_str()), ("extent", "whole"), ("result", "Đã vét xong 680 m"), ("norm", "Biên bản 12"), ("files_public", "")];
        let first = phong.upload(&format!("{link}/xong"), &fields, &[]).await;
        let twin = phong.upload(&format!("{link}/xong"), &fields, &[]).await;
        assert_eq!((first.status, twin.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "the same form twice is one");
        let done =
            steps(&site, id).await.into_iter().filter(|s| matches!(s, Step::Done { body, .. } if body == "Phòng Kinh tế xã")).count();
        assert_eq!(done, 1);
        phong.get(&link).await.says("Nhiệm vụ này đã báo xong").says("Đã vét xong 680 m");

        let second = link_of(&mut office, &other, "30/11/2026").await;
        let third = link_of(&mut office, &other, "02/12/2026").await;
        assert_eq!(phong.get(&second).await.status, StatusCode::NOT_FOUND, "a new link takes the old one back");
        assert_eq!(phong.get(&third).await.status, StatusCode::OK);
        site.on(date(2026, 12, 3));
        assert_eq!(phong.get(&third).await.status, StatusCode::NOT_FOUND, "after its last day");
        let mut office = site.officer("vanthu.vantrach").await;
        let fourth = link_of(&mut office, &other, "10/12/2026").await;
        assert_eq!(phong.get(&fourth).await.status, StatusCode::OK);
        let page = office.get(&other).await;
        fill(&mut office, &page, &format!("{other}/thu-hoi"), &[]).await.says("Chưa có liên kết nào đang mở");
        let gone = phong.upload(&format!("{fourth}/tien-do"), &[("key", "k"), ("progress", "x")], &[]).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "taken back");
        let page = office.get(&other).await;
        let far = fill(&mut office, &page, &format!("{other}/lien-ket"), &[("until", "10/12/2027")]).await;
        assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY, "no link for ever");
        // Guessing is slow.
        let mut last = StatusCode::NOT_FOUND;
        for n in 0..30 {
            last = phong.get(&format!("/nhiem-vu/lien-ket/{n:026}")).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    }

    async fn s2_10_lead_and_co_operating_bodies_are_visible_to_everybody(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "phoi-hop", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let path = format!("/nhiem-vu/giao/{}", shown(id));
        let form = office.get(&path).await;
        let (csrf, key, lead) = (form.field("csrf"), form.field("key"), world::body(VAN_TRACH, "phong-kinh-te"));
        let (front, police) = (world::body(VAN_TRACH, "mttq"), world::body(VAN_TRACH, "cong-an"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("body", &lead),
            ("partners", &front),
            ("partners", &police),
            ("task", "Nạo vét mương"),
            ("due", ""),
        ];
        let task = office.post(&path, &fields).await.location.unwrap();
        office.get(&task).await.says("Phòng Kinh tế xã").says("Ủy ban MTTQ Việt Nam xã").says("Công an xã");
        let mut police = site.officer("congan.vantrach").await;
        police.get("/thong-bao").await.says("Được mời phối hợp").says("Nạo vét mương");
        // In its own list the task of another body says what this one has to do with it.
        police.get("/nhiem-vu").await.says("Phòng Kinh tế xã cơ quan đồng chí phối hợp");
        site.officer("kinhte.vantrach").await.get("/nhiem-vu").await.says("Nạo vét mương").hides("phối hợp");
        public_page(&site, id).await.says("Phòng Kinh tế xã chủ trì.").says("Phối hợp:").says("Ủy ban MTTQ Việt Nam xã").says("Công an xã");
    }

    async fn s3_11_a_saved_answer_has_its_norm_is_proposed_by_field_and_the_answer_cites_it(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get("/cong-viec/cau-tra-loi-mau").await;
        let typed = [("field", "water"), ("title", "Nạo vét mương"), ("text", "Xã nạo vét mương nội đồng mỗi năm hai lần."), ("norm", "")];
        let bare = fill(&mut office, &page, "/cong-viec/cau-tra-loi-mau", &typed).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        bare.says("Ghi căn cứ").says("Xã nạo vét mương nội đồng mỗi năm hai lần.");
        let typed = [typed[0], typed[1], typed[2], ("norm", "Quy chế thủy lợi nội đồng, Điều 5")];
        fill(&mut office, &bare, "/cong-viec/cau-tra-loi-mau", &typed).await.says("Nạo vét mương").says("Đã dùng 0 lần");
        let typed = [("field", "roads"), ("title", "Vá đường"), ("text", "Vá trong tuần."), ("norm", "Điều 9")];
        fill(&mut office, &bare, "/cong-viec/cau-tra-loi-mau", &typed).await;

        let id = opinion(&site, "mau", "Bao giờ nạo vét mương?").await;
        let typed = [
            ("chon", shown(id)),
            ("title", "Hỏi lịch nạo vét".into()),
            ("kind", "question".into()),
            ("field", "water".into()),
            ("grounded", "unknown".into()),
        ];
        let act = format!("/cong-viec/phan-loai/viec/phan-loai?chon={}", shown(id));
        let page = office.get(&act).await;
        let fields: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fill_with(&mut office, &page, "/cong-viec/phan-loai/viec/phan-loai", &fields, &[]).await;
        let task = assign(&mut office, id, "phong-kinh-te", "Trả lời lịch nạo vét", "", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        page.says("Câu trả lời mẫu cùng lĩnh vực (1)").says("Xã nạo vét mương nội đồng").hides("Vá trong tuần.");
        let take = page.link(&format!("{task}?mau=")).split('#').next().unwrap().to_owned();
        let page = phong.get(&take).await;
        assert_eq!(page.field("norm"), "Quy chế thủy lợi nội đồng, Điều 5");
        let taken = [
            ("extent", "explained"),
            ("result", "Xã nạo vét mương nội đồng mỗi năm hai lần, đợt tới tháng 12."),
            ("norm", "Quy chế thủy lợi nội đồng, Điều 5"),
            ("mau", &page.field("mau")),
        ];
        fill_with(&mut phong, &page, &format!("{task}/xong"), &taken, &[]).await.says("Quy chế thủy lợi nội đồng, Điều 5");
        office.get("/cong-viec/cau-tra-loi-mau").await.says("Đã dùng 1 lần");
        public_page(&site, id).await.says("Căn cứ: Quy chế thủy lợi nội đồng, Điều 5");
        let mut head = site.officer("mttq.vantrach").await;
        assert_eq!(head.get("/cong-viec/cau-tra-loi-mau").await.status, StatusCode::NOT_FOUND);
        site.officer("vanthu.donglam").await.get("/cong-viec/cau-tra-loi-mau").await.hides("Nạo vét mương");
    }

    async fn s4_13_a_defect_inside_is_on_no_public_page_and_for_nobody_but_office_and_heads(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "han-che", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "", "").await;
        let page = office.get(&task).await;
        fill(&mut office, &page, &format!("{task}/han-che"), &[("defect", "KÍN-HẠN-CHẾ phòng để quên đơn ba tuần")]).await;
        let mut head = site.officer("bithu.vantrach").await;
        let page = head.get("/cong-viec/han-che-noi-bo").await;
        page.says("KÍN-HẠN-CHẾ phòng để quên đơn ba tuần").says("Chưa khắc phục");
        let row = page.field("row");
        let done =
            fill(&mut head, &page, "/cong-viec/han-che-noi-bo/khac-phuc", &[("row", &row), ("measure", "Đã kiểm điểm, lập sổ nhận đơn")])
                .await;
        done.says("Đã kiểm điểm, lập sổ nhận đơn").says("Đã khắc phục, Bí thư Đảng ủy xã, ngày 23/11/2026");
        for login in ["kinhte.vantrach", "mttq.vantrach", "hdnd.vantrach", "ubkt.vantrach", "quantri.vantrach", "vanthu.donglam"] {
            let mut v = site.officer(login).await;
            let page = v.get("/cong-viec/han-che-noi-bo").await;
            page.hides("KÍN-HẠN-CHẾ");
            assert!(login == "vanthu.donglam" || page.status == StatusCode::NOT_FOUND, "{login}");
            v.get(&task).await.hides("KÍN-HẠN-CHẾ");
            v.get("/thong-bao").await.hides("KÍN-HẠN-CHẾ");
        }
        public_page(&site, id).await.hides("KÍN-HẠN-CHẾ");
        for path in [format!("/xa/{VAN_TRACH}"), format!("/xa/{VAN_TRACH}/y-kien"), "/tim-kiem?q=quen+don".to_owned(), "/".to_owned()] {
            site.visitor().get(&path).await.hides("KÍN-HẠN-CHẾ");
        }
        assert!(steps(&site, id).await.iter().all(|s| !format!("{s:?}").contains("KÍN-HẠN-CHẾ")));
    }

    async fn s1_8_what_was_said_beside_the_topics_is_routed_and_listed_and_none_is_lost(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Mương tiêu tắc"]).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let path = format!("{}/ngoai-noi-dung", hall.base);
        let page = office.get(&path).await;
        let bare = fill(&mut office, &page, &path, &[("speaker", "Một người dân thôn Hạ"), ("said", "")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bare.field("speaker"), "Một người dân thôn Hạ");
        for said in ["Xe buýt không vào thôn", "Lương hưu trả chậm"] {
            let page = office.get(&path).await;
            fill(&mut office, &page, &path, &[("speaker", "Một người dân thôn Hạ"), ("said", said)])
                .await
                .says(said)
                .says("Chưa có nơi nhận");
        }
        let close = |n: usize| (format!("{}/khep", hall.base), n);
        let csrf = page.field("csrf");
        let (khep, _) = close(2);
        let refused = office.post(&khep, &[("csrf", &csrf), ("key", "k1")]).await;
        refused.says("Điều đã nói ngoài nội dung chưa có nơi nhận: “Xe buýt không vào thôn”").says("Lương hưu trả chậm");
        let page = office.get(&path).await;
        let row = page.field("row");
        let chuyen = format!("{path}/chuyen");
        let nobody = fill_row(&mut office, &page, &chuyen, &row, &[("way", "superior"), ("to", ""), ("reason", "Không thuộc xã")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY, "a receiver is named");
        let page =
            fill_row(&mut office, &page, &chuyen, &row, &[("way", "superior"), ("to", "Sở Xây dựng"), ("reason", "Không thuộc xã")]).await;
        page.says("Chuyển cấp trên, cơ quan ngoài đơn vị")
            .says("Sở Xây dựng")
            .says("Không thuộc xã")
            .says("Văn phòng HĐND và UBND xã chuyển ngày 07/12/2026");
        let row = page.field("row");
        let page = fill_row(&mut office, &page, &chuyen, &row, &[("way", "opinion"), ("reason", "Việc riêng của người nói")]).await;
        page.says("Phiếu theo dõi dành cho người phát biểu").says("Ghi nhận thành một ý kiến, có mã theo dõi").hides("Chưa có nơi nhận");
        office.get("/cong-viec/phan-loai").await.says("Lương hưu trả chậm");
        let refused = office.post(&khep, &[("csrf", &csrf), ("key", "k2")]).await;
        refused.hides("Điều đã nói ngoài nội dung chưa có nơi nhận");
        let mut phong = site.officer("kinhte.vantrach").await;
        assert_eq!(phong.get(&path).await.status, StatusCode::NOT_FOUND);
    }

    async fn nothing_is_lost_while_the_mail_server_is_down(db: Fresh) {
        let site = Site::new(db).await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get("/thong-bao").await;
        let csrf = page.field("csrf");
        for bad in ["khong phai thu", "a@b.vn\r\nBcc: c@d.vn", "a@b.vn, c@d.vn"] {
            let wrong = phong.post("/thong-bao/thu-dien-tu", &[("csrf", &csrf), ("address", bad), ("wanted", "yes")]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
        }
        phong.submit("/thong-bao/thu-dien-tu", &[("csrf", &csrf), ("address", "duc@xa.example"), ("wanted", "yes")]).await;
        let id = opinion_with_address(&site, "thu").await;
        let mailer = Recorder::default();
        run_due(&site.app, &mailer).await.unwrap();
        assert!(mailer.sent().is_empty(), "the slip has said that it was received");
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "KÍN-VIỆC nạo vét", "", "").await;
        assert_eq!(undone(&site).await, 2);
        mailer.down.store(true, Ordering::SeqCst);
        for hours in [1, 2, 4, 8, 20, 40] {
            site.clock.set_day(date(2026, 11, 24), 0, 0);
            site.clock.set(caunoi_app::instant(date(2026, 11, 24), 0, 0) + hours * 3_600_000_000);
            run_due(&site.app, &mailer).await.unwrap();
            assert_eq!(undone(&site).await, 2, "after {hours} hours nothing is given up");
        }
        mailer.down.store(false, Ordering::SeqCst);
        site.on(date(2026, 11, 27));
        let done = run_due(&site.app, &mailer).await.unwrap();
        assert_eq!((done.sent, undone(&site).await), (2, 0));
        let again = run_due(&site.app, &mailer).await.unwrap();
        assert_eq!((again.taken(), mailer.sent().len()), (0, 2), "none twice");
        let mut to: Vec<String> = mailer.sent().iter().map(|m| m.to.as_str().to_owned()).collect();
        to.sort();
        assert_eq!(to, ["ba.hoa@thon.example", "duc@xa.example"]);
        let words = format!("{:?}", mailer.sent());
        assert!(!words.contains("KÍN") && words.contains(&task), "only that there is news, and where: {words}");

        // Several steps before the mail is sent are one mail; its link stops them.
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        let page = fill_with(&mut phong, &page, &format!("{task}/tien-do"), &[("progress", "Đã vét 100 m")], &[]).await;
        fill_with(&mut phong, &page, &format!("{task}/tien-do"), &[("progress", "Đã vét 200 m")], &[]).await;
        site.on(date(2026, 11, 28));
        run_due(&site.app, &mailer).await.unwrap();
        let person: Vec<Waiting> = mailer.sent().into_iter().filter(|m| matches!(m.about, About::Opinion { .. })).collect();
        assert_eq!(person.len(), 2, "two steps, one mail");
        let About::Opinion { stop } = &person[1].about else { panic!("not of an opinion") };
        let mut v = site.visitor();
        v.get(stop).await.says("Thôi nhận thư").hides("KÍN-NGUYÊN-VĂN");
        assert_eq!(v.get(&format!("{stop}x")).await.status, StatusCode::NOT_FOUND);
        v.post(stop, &[]).await.says("Ông/bà sẽ không nhận thư về ý kiến này nữa");
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        fill_with(&mut phong, &page, &format!("{task}/tien-do"), &[("progress", "Đã vét 300 m")], &[]).await;
        site.on(date(2026, 11, 29));
        run_due(&site.app, &mailer).await.unwrap();
        let person = mailer.sent().into_iter().filter(|m| matches!(m.about, About::Opinion { .. })).count();
        assert_eq!(person, 2, "stopped");
    }

    async fn a_mail_that_is_refused_for_good_ends_and_a_dead_worker_loses_nothing(db: Fresh) {
        let site = Site::new(db).await;
        opinion_and_step(&site).await;
        let mailer = Recorder::default();
        mailer.refuses.store(true, Ordering::SeqCst);
        site.on(date(2026, 11, 24));
        let done = run_due(&site.app, &mailer).await.unwrap();
        assert_eq!((done.refused, undone(&site).await), (1, 0));
        // A worker that took a mail and was never heard of again: the next one takes it after the lease.
        opinion_and_step(&site).await;
        mailer.refuses.store(false, Ordering::SeqCst);
        site.on(date(2026, 11, 25));
        struct Hangs;
        impl Mailer for Hangs {
            fn send<'a>(&'a self, _: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>> {
                Box::pin(std::future::pending())
            }
        }
        let cut_off = tokio::time::timeout(std::time::Duration::from_millis(300), run_due(&site.app, &Hangs)).await;
        assert!(cut_off.is_err());
        assert_eq!(run_due(&site.app, &mailer).await.unwrap().taken(), 0, "it is still the first worker's");
        site.clock.set(caunoi_app::instant(date(2026, 11, 25), 8, 20));
        assert_eq!(run_due(&site.app, &mailer).await.unwrap().sent, 1);
    }

    async fn a_lost_session_loses_nothing_that_was_typed(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "nhap", "Mương tiêu tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        assert!(page.html.contains("Lưu nháp") && page.html.contains("/tai-nguyen/draft-"), "a button without script, a script beside it");
        let keep = page.html.split("formaction=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let csrf = page.field("csrf");
        let typed = [
            ("csrf", csrf.as_str()),
            ("key", "k"),
            ("extent", "partial"),
            ("result", "Đã vét 300 m, còn đoạn cuối"),
            ("norm", "Biên bản 5"),
        ];
        let kept = phong.post(&keep, &typed).await;
        assert_eq!(kept.location.as_deref(), Some(format!("{task}#xong").as_str()));
        let foreign = phong.post(&keep, &[("csrf", "x"), ("result", "x")]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
        // The browser is closed, the session gone.
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        page.says("Đã vét 300 m, còn đoạn cuối").says("Đây là bản nháp đồng chí lưu lúc");
        assert_eq!(page.field("norm"), "Biên bản 5");
        let mut colleague = site.officer("vanthu.vantrach").await;
        colleague.get(&task).await.hides("còn đoạn cuối");
        fill_with(
            &mut phong,
            &page,
            &format!("{task}/xong"),
            &[("extent", "partial"), ("result", "Đã vét 300 m, còn đoạn cuối"), ("norm", "Biên bản 5")],
            &[],
        )
        .await;
        let next = assign(&mut office, id, "phong-kinh-te", "Vét đoạn cuối", "", "").await;
        phong.get(&next).await.hides("Đây là bản nháp");
        let mut out = site.visitor();
        let ended = out.post(&keep, &typed).await;
        assert_eq!(ended.status, StatusCode::UNAUTHORIZED);
        ended.says("Phiên làm việc đã hết").says("Những gì ông/bà đã gõ");
    }

    async fn waiting_time_by_body_is_for_staff_and_a_body_reads_its_own(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        for (key, body) in [("w1", "phong-kinh-te"), ("w2", "phong-kinh-te"), ("w3", "phong-van-xa")] {
            let id = opinion(&site, key, "Một việc.").await;
            assign(&mut office, id, body, "Một việc", "27/11/2026", "").await;
        }
        site.on(date(2026, 12, 3));
        let mut phong = site.officer("kinhte.vantrach").await;
        let task = phong.get("/nhiem-vu").await.html.split("class=\"hit\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = phong.get(&task).await;
        fill_with(&mut phong, &page, &format!("{task}/xong"), &[("extent", "whole"), ("result", "Xong"), ("norm", "BB")], &[]).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get("/nhiem-vu/co-quan").await;
        page.says("Phòng Kinh tế xã 1 1 0 10 ngày 10 ngày (n = 1)").says("Phòng Văn hóa - Xã hội xã 1 1 0 10 ngày Chưa có việc xong");
        phong.get("/nhiem-vu/co-quan").await.says("Phòng Kinh tế xã 1 1 0").hides("Phòng Văn hóa");
        assert_eq!(site.visitor().get_once("/nhiem-vu/co-quan").await.location.as_deref(), Some("/dang-nhap"));
    }
}

/// Fills the form of one row, whose key ends with the row.
async fn fill_row(v: &mut Visitor, page: &Page, path: &str, row: &str, typed: &[(&str, &str)]) -> Page {
    let (csrf, key) = (page.field("csrf"), format!("{}-{row}", page.field("key")));
    let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("row", row)];
    fields.extend_from_slice(typed);
    v.submit(path, &fields).await
}

/// An opinion with an address, and a public step of it.
async fn opinion_and_step(site: &Site) {
    let key = format!("thu-{}", site.app.token());
    let id = opinion_with_address(site, &key).await;
    let mut office = site.officer("vanthu.vantrach").await;
    assign(&mut office, id, "phong-kinh-te", "Nạo vét", "", "").await;
}
