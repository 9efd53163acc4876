//! What follows a conclusion: tasks done with evidence, matters sent up and answered, urging, and who may do none of it.

use caunoi_app::{
    demo::world::{self, CITY, VAN_TRACH},
    opinion::{
        publish::Publish,
        receipt,
        submit::{SubmitOpinion, submit},
    },
};
use caunoi_domain::{
    opinion::{
        item::{NextCode, Standing},
        kind::{Channel, OpinionKind},
        step::Step,
        submission::{PersonDetails, Submission},
        tracking_code::PublicId,
    },
    people::actor::{Actor, Officer, Role},
};
use caunoi_store::item::ItemRow;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::kit::{Site, Visitor};
pub use crate::kit::{fill, fill_with};

pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

pub async fn opinion(site: &Site, key: &str, text: &str) -> i64 {
    let submission = Submission {
        kind: OpinionKind::Petition,
        body: text.to_owned(),
        village_id: None,
        place_note: String::new(),
        occurred_on: None,
        person: PersonDetails::default(),
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

pub async fn item(site: &Site, id: i64) -> ItemRow {
    caunoi_store::item::find_public(&mut site.app.store.read().await.unwrap(), id).await.unwrap().unwrap()
}

pub async fn steps(site: &Site, id: i64) -> Vec<Step> {
    let item = item(site, id).await;
    let all = caunoi_store::step::thread(&mut site.app.store.read().await.unwrap(), &item.id, false).await.unwrap();
    all.into_iter().map(|s| s.step).collect()
}

pub fn shown(id: i64) -> String {
    PublicId::from_i64(id).to_string()
}

/// The office gives the matter to a body; answers the task's address.
pub async fn assign(office: &mut Visitor, item: i64, body: &str, task: &str, due: &str, parent: &str) -> String {
    let path = format!("/nhiem-vu/giao/{}", shown(item));
    let form = office.get(&format!("{path}?thuoc={parent}")).await;
    let body = world::body(VAN_TRACH, body);
    let page = office
        .post(
            &path,
            &[
                ("csrf", &form.field("csrf")),
                ("key", &form.field("key")),
                ("parent", parent),
                ("task", task),
                ("body", &body),
                ("due", due),
            ],
        )
        .await;
    page.location.clone().unwrap_or_else(|| panic!("not assigned: {} {}", page.status, page.text()))
}

on_both! {
    async fn a_phong_answers_with_evidence_and_nobody_of_another_body_can(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "a", "Mương tiêu thôn Bến Gỗ tắc, ngập ruộng.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương tiêu Bến Gỗ", "", "").await;
        let page = office.get(&task).await;
        page.says("Phòng Kinh tế xã").says("Chủ nhật, 13/12/2026").says("Nạo vét mương tiêu Bến Gỗ");
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.code), (Standing::InProgress, NextCode::Body));
        assert_eq!(now.next.due_on.as_deref(), Some("2026-12-13"), "20 days where the assigner sets none");

        let mut other = site.officer("vanxa.vantrach").await;
        assert_eq!(other.get(&task).await.status, StatusCode::NOT_FOUND);
        let csrf = other.get("/cong-viec").await.field("csrf");
        let refused = other
            .upload(&format!("{task}/xong"), &[("csrf", &csrf), ("key", "k"), ("extent", "whole"), ("result", "x"), ("norm", "y")], &[])
            .await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        other.get("/nhiem-vu").await.hides("Nạo vét mương");

        let mut phong = site.officer("kinhte.vantrach").await;
        phong.get("/nhiem-vu").await.says("Nạo vét mương tiêu Bến Gỗ");
        let page = phong.get(&task).await;
        page.says("Mương tiêu thôn Bến Gỗ tắc, ngập ruộng.");
        let page =
            fill_with(&mut phong, &page, &format!("{task}/tien-do"), &[("progress", "Đã vét 200 m")], &[("evidence", "anh.png", PNG)])
                .await;
        page.says("Đã vét 200 m").says("anh.png");
        // A result without evidence or norm is not taken, and what was typed stays. (The evidence of progress would do,
        // so this is a second task.)
        let second = assign(&mut office, id, "phong-kinh-te", "Thay hai cống", "", "").await;
        let page = phong.get(&second).await;
        let none =
            fill_with(&mut phong, &page, &format!("{second}/xong"), &[("extent", "whole"), ("result", "Đã thay hai cống")], &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("Ghi kết quả, kèm minh chứng hoặc căn cứ").says("Đã thay hai cống").says("Lỗi:");
        fill_with(
            &mut phong,
            &none,
            &format!("{second}/xong"),
            &[("extent", "whole"), ("result", "Đã thay hai cống")],
            &[("files", "b.pdf", PDF)],
        )
        .await;
        assert_eq!(item(&site, id).await.standing, Standing::InProgress, "one task is still open");
        let page = phong.get(&task).await;
        fill_with(
            &mut phong,
            &page,
            &format!("{task}/xong"),
            &[("extent", "whole"), ("result", "Nạo vét 680 m")],
            &[("files", "nt.pdf", PDF)],
        )
        .await;

        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.code), (Standing::Done, NextCode::Person));
        assert!(now.disposed_at.is_some() && now.resolved_at.is_some() && now.agreed_at.is_none());
        let thread = steps(&site, id).await;
        assert!(thread.iter().any(|s| matches!(s, Step::Done { result, files: 1, .. } if result == "Nạo vét 680 m")), "{thread:?}");
        office.get(&task).await.says("Nạo vét 680 m").says("nt.pdf").says("Đã giải quyết, chờ người dân trả lời");
        let page = office.get(&task).await;
        let early = fill(&mut office, &page, &format!("{task}/bao-ket-qua"), &[("manner", "village"), ("told_on", "20/11/2026")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is told before the opinion came in");
        fill(&mut office, &early, &format!("{task}/bao-ket-qua"), &[("manner", "village"), ("told_on", "23/11/2026")]).await;
        assert!(matches!(steps(&site, id).await.last(), Some(Step::Told { .. })));
        assert_eq!(item(&site, id).await.next.due_on.as_deref(), Some("2026-12-23"));
    }

    async fn p6_the_committee_concludes_the_chair_assigns_the_phong_does(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "b", "Đèn đường chợ Cầu Đá không sáng.").await;
        let mut head = site.officer("bithu.vantrach").await;
        let lead = assign(&mut head, id, "ubnd", "Khôi phục đèn đường chợ Cầu Đá", "10/12/2026", "").await;
        let mut chair = site.officer("chutich.vantrach").await;
        let parent = lead.rsplit('/').next().unwrap().to_owned();
        let late = chair.get(&format!("/nhiem-vu/giao/{}?thuoc={parent}", shown(id))).await;
        let late = chair
            .post(
                &format!("/nhiem-vu/giao/{}", shown(id)),
                &[
                    ("csrf", &late.field("csrf")),
                    ("key", &late.field("key")),
                    ("parent", &parent),
                    ("task", "Thay bóng"),
                    ("body", &world::body(VAN_TRACH, "phong-kinh-te")),
                    ("due", "20/12/2026"),
                ],
            )
            .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "a part is not due after the whole");
        assert_eq!(late.field("due"), "20/12/2026");
        let part = assign(&mut chair, id, "phong-kinh-te", "Thay bóng đèn", "10/12/2026", &parent).await;
        chair.get(&part).await.says("Các nhiệm vụ của việc này").says("Khôi phục đèn đường chợ Cầu Đá");
        assert_eq!(item(&site, id).await.next.actor, "Phòng Kinh tế xã", "the part's body acts first");

        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&part).await;
        fill_with(
            &mut phong,
            &page,
            &format!("{part}/xong"),
            &[("extent", "whole"), ("result", "Thay 12 bóng"), ("norm", "Hợp đồng 7")],
            &[],
        )
        .await;
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.actor.as_str()), (Standing::InProgress, "Ủy ban nhân dân xã"), "then the lead body");
        assert!(now.resolved_at.is_none());
        let page = chair.get(&lead).await;
        fill_with(&mut chair, &page, &format!("{lead}/xong"), &[("extent", "whole"), ("result", "Đèn đã sáng"), ("norm", "Biên bản")], &[])
            .await;
        assert_eq!(item(&site, id).await.standing, Standing::Done);
    }

    async fn s3_2_a_partial_solution_is_told_as_such_and_does_not_resolve(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "c", "Đường bê tông nứt.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Vá đường", "", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        fill_with(&mut phong, &page, &format!("{task}/xong"), &[("extent", "partial"), ("result", "Vá 30 m"), ("norm", "BB 1")], &[]).await;
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.code), (Standing::InProgress, NextCode::Office));
        assert!(now.resolved_at.is_none() && now.disposed_at.is_some());
        assert!(steps(&site, id).await.iter().any(|s| matches!(s, Step::PartlyDone { .. })));
        office.get("/cong-viec").await.says("Việc cần giao giải quyết tiếp 1");
        office.get("/nhiem-vu/ket-qua?loc=chuyen-tiep").await.says("Đường bê tông nứt");
        let rest = assign(&mut office, id, "phong-kinh-te", "Vá phần còn lại", "", "").await;
        let page = phong.get(&rest).await;
        fill_with(&mut phong, &page, &format!("{rest}/xong"), &[("extent", "whole"), ("result", "Vá xong"), ("norm", "BB 2")], &[]).await;
        assert!(item(&site, id).await.resolved_at.is_some());
    }

    async fn s0_11_what_is_past_its_day_stands_in_the_overdue_list_and_is_urged_once_a_day(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "d", "Loa thôn Thượng hỏng.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-van-xa", "Sửa loa thôn Thượng", "27/11/2026", "").await;
        let sent = send_up(
            &mut office,
            id,
            &[("mode", "inbox"), ("to_unit", &world::unit(CITY)), ("text", "Đề nghị cấp loa"), ("due", "30/11/2026")],
        )
        .await;
        office.get("/nhiem-vu?loc=qua-han").await.says("Quá hạn 0").hides("Sửa loa");
        site.on(date(2026, 12, 2));
        let mut office = site.officer("vanthu.vantrach").await;
        office.get("/nhiem-vu?loc=qua-han").await.says("Quá hạn 1").says("Sửa loa thôn Thượng").says("Quá hạn 5 ngày");
        office.get("/cap-tren").await.says("Đề nghị cấp loa").says("Quá hạn 2 ngày");
        office.get("/cong-viec").await.says("Nhiệm vụ quá hạn 1").says("Sửa loa thôn Thượng");
        for (address, whom) in [(&task, "Phòng Văn hóa - Xã hội xã"), (&sent, "Thành phố Hải Phòng")] {
            let page = office.get(address).await;
            let done = fill(&mut office, &page, &format!("{address}/don-doc"), &[("urging", "Xin trả lời sớm")]).await;
            done.says("Xin trả lời sớm");
            let again = fill(&mut office, &done, &format!("{address}/don-doc"), &[("urging", "Nữa")]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
            again.says("Việc này hôm nay đã đôn đốc");
            let urged = steps(&site, id).await.into_iter().filter(|s| matches!(s, Step::Urged { to } if to == whom)).count();
            assert_eq!(urged, 1, "{whom}");
        }
        site.on(date(2026, 12, 3));
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get(&task).await;
        fill(&mut office, &page, &format!("{task}/don-doc"), &[]).await.says("03/12/2026");
    }

    async fn a_city_officer_answers_and_the_answer_comes_back_to_the_person(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let id = opinion(&site, "e", "Cầu Vân Đông xuống cấp, xe tải vẫn qua.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let sent = send_up(
            &mut office,
            id,
            &[("mode", "inbox"), ("to_unit", &world::unit(CITY)), ("text", "Đề nghị thành phố cắm biển hạn chế tải trọng")],
        )
        .await;
        let now = item(&site, id).await;
        assert_eq!(
            (now.standing, now.next.code, now.next.actor.as_str()),
            (Standing::Escalated, NextCode::Superior, "Thành phố Hải Phòng")
        );
        let mut neighbour = site.officer("vanthu.donglam").await;
        assert_eq!(neighbour.get(&sent).await.status, StatusCode::NOT_FOUND);

        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cong-viec").await.says("Kiến nghị từ cấp dưới chờ trả lời 1");
        city.get("/cap-tren").await.says("Xã Vân Trạch").says("Đề nghị thành phố cắm biển");
        let page = city.get(&sent).await;
        page.says("xe tải vẫn qua").says("chỉ đọc ở đây để trả lời").hides("Vũ Thị");
        let opened =
            caunoi_testkit::every_row(&database).await.lines().filter(|l| l.starts_with("access_log: ") && l.contains("item")).count();
        assert_eq!(opened, 1, "each opening is logged");
        let page = fill(&mut city, &page, &format!("{sent}/nhan"), &[]).await;
        page.says("Đã tiếp nhận").hides("Cấp trên đã nhận");
        let bare = fill_with(&mut city, &page, &format!("{sent}/tra-loi"), &[("answer", "Sẽ cắm biển.")], &[]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "an answer needs a norm or evidence");
        fill_with(
            &mut city,
            &bare,
            &format!("{sent}/tra-loi"),
            &[("answer", "Thành phố cắm biển 10 tấn trước 15/12."), ("norm", "Luật Đường bộ 2024")],
            &[],
        )
        .await
        .says("Cấp trên đã trả lời");
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.code), (Standing::SuperiorAnswered, NextCode::Office));

        office.get("/cong-viec").await.says("Cấp trên đã trả lời, chờ báo người dân 1");
        office.get("/cap-tren?loc=da-gui-xong").await.says("Cần báo người dân");
        let page = office.get(&sent).await;
        page.says("Thành phố cắm biển 10 tấn trước 15/12.").says("Luật Đường bộ 2024");
        fill(&mut office, &page, &format!("{sent}/bao-nguoi-dan"), &[("manner", "phone"), ("then", "resolved")]).await;
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.code), (Standing::Done, NextCode::Person));
        let approver = Actor::Officer(Officer {
            user_id: "u".into(),
            full_name: "N".into(),
            role: Role::Head,
            unit_id: world::unit(VAN_TRACH),
            body_id: world::body(VAN_TRACH, "ubnd"),
            body_name: "Ủy ban nhân dân xã".into(),
            post_id: None,
            post_name: Some("Chủ tịch UBND xã".into()),
            leads: true,
        });
        let publish = Publish { item: id, title: "Cầu Vân Đông xuống cấp".into(), body: "Xe tải vẫn qua cầu.".into() };
        site.app.carry_out(&approver, publish).await.unwrap();
        let public = site.visitor().get(&format!("/y-kien/{}", shown(id))).await;
        public.says("Cấp trên đã trả lời").says("Thành phố cắm biển 10 tấn trước 15/12.").says("Cấp trên đã nhận");
    }

    async fn p7_a_dispatch_waits_outside_and_its_reply_is_scanned_in(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "f", "Điện yếu buổi tối.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let path = format!("/cap-tren/gui/{}", shown(id));
        let form = office.get(&path).await;
        assert!(form.html.contains("Đội Quản lý điện khu vực"), "bodies without an account are proposed");
        let bare =
            fill(&mut office, &form, &path, &[("mode", "dispatch"), ("to_body", "Điện lực"), ("text", "Đề nghị nâng công suất trạm")])
                .await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a dispatch has a number and a day");
        assert_eq!(bare.field("to_body"), "Điện lực");
        let sent = send_up(
            &mut office,
            id,
            &[
                ("mode", "dispatch"),
                ("to_body", "Điện lực Vân Đông"),
                ("text", "Đề nghị nâng công suất trạm"),
                ("paper", "88/UBND-KT"),
                ("paper_on", "23/11/2026"),
            ],
        )
        .await;
        office.get(&sent).await.says("Đang chờ Điện lực Vân Đông trả lời bằng văn bản");
        let mut city = site.officer("vanphong.thanhpho").await;
        assert_eq!(city.get(&sent).await.status, StatusCode::NOT_FOUND, "a dispatch is nobody's inbox");
        site.on(date(2026, 12, 4));
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get(&sent).await;
        let typed = [("paper", "512/ĐLVĐ"), ("paper_on", "03/12/2026"), ("answer", "Thay máy biến áp trong quý I/2027.")];
        let no_scan = fill_with(&mut office, &page, &format!("{sent}/cong-van-tra-loi"), &typed, &[]).await;
        no_scan.says("Xin kèm bản chụp hoặc bản quét");
        let done = fill_with(&mut office, &no_scan, &format!("{sent}/cong-van-tra-loi"), &typed, &[("files", "cv512.pdf", PDF)]).await;
        done.says("cv512.pdf").says("512/ĐLVĐ").says("Thay máy biến áp");
        let told = fill(
            &mut office,
            &done,
            &format!("{sent}/bao-nguoi-dan"),
            &[
                ("manner", "village"),
                ("then", "assign"),
                ("body", &world::body(VAN_TRACH, "phong-kinh-te")),
                ("task", "Theo dõi việc thay máy biến áp"),
            ],
        )
        .await;
        told.says("Đang giải quyết");
        let now = item(&site, id).await;
        assert_eq!((now.standing, now.next.actor.as_str()), (Standing::InProgress, "Phòng Kinh tế xã"));
        assert!(now.resolved_at.is_none());
    }

    async fn s0_13_the_front_reads_the_follow_up_and_can_change_nothing(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "g", "KÍN-NGUYÊN-VĂN nhà văn hóa khóa cửa.").await;
        let other = opinion(&site, "h", "Một việc khác.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-van-xa", "Mở cửa nhà văn hóa buổi tối", "", "").await;
        let sent = send_up(&mut office, id, &[("mode", "inbox"), ("to_unit", &world::unit(CITY)), ("text", "Đề nghị cấp kinh phí")]).await;
        let before = (steps(&site, id).await.len(), steps(&site, other).await.len());
        for login in ["mttq.vantrach", "hdnd.vantrach"] {
            let mut front = site.officer(login).await;
            front.get("/cong-viec").await.says("Nhiệm vụ đang làm 1");
            for (path, words) in [
                ("/nhiem-vu", "Mở cửa nhà văn hóa buổi tối"),
                (task.as_str(), "Phòng Văn hóa - Xã hội xã"),
                ("/cap-tren", "Đề nghị cấp kinh phí"),
                (sent.as_str(), "Thành phố Hải Phòng"),
                ("/nhiem-vu/ket-qua", "Kiến nghị chưa công bố"),
            ] {
                let page = front.get(path).await;
                page.says(words).hides("KÍN-NGUYÊN-VĂN");
                assert_eq!(page.html.matches("<form").count(), 1, "{path}: the only form is signing out");
            }
            let csrf = front.get("/cong-viec").await.field("csrf");
            let fields = [
                ("csrf", csrf.as_str()),
                ("key", "k"),
                ("extent", "whole"),
                ("result", "x"),
                ("norm", "x"),
                ("progress", "x"),
                ("manner", "page"),
                ("mode", "inbox"),
                ("to_unit", "31.2025"),
                ("text", "x"),
                ("task", "x"),
                ("body", "D0001-phong-kinh-te"),
                ("answer", "x"),
                ("paper", "x"),
                ("paper_on", "23/11/2026"),
                ("then", "resolved"),
            ];
            for path in [
                format!("/nhiem-vu/giao/{}", shown(other)),
                format!("{task}/don-doc"),
                format!("{task}/bao-ket-qua"),
                format!("/cap-tren/gui/{}", shown(other)),
                format!("{sent}/nhan"),
                format!("{sent}/don-doc"),
                format!("{sent}/bao-nguoi-dan"),
            ] {
                assert_eq!(front.post(&path, &fields).await.status, StatusCode::NOT_FOUND, "{login} {path}");
            }
            for path in [format!("{task}/tien-do"), format!("{task}/xong"), format!("{sent}/tra-loi"), format!("{sent}/cong-van-tra-loi")] {
                assert_eq!(front.upload(&path, &fields, &[]).await.status, StatusCode::NOT_FOUND, "{login} {path}");
            }
        }
        assert_eq!((steps(&site, id).await.len(), steps(&site, other).await.len()), before);
    }

    async fn the_follow_up_in_english_and_the_same_form_twice(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "i", "Chó thả rông.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let path = format!("/nhiem-vu/giao/{}", shown(id));
        let form = office.get(&path).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let body = world::body(VAN_TRACH, "cong-an");
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("task", "Nhắc các hộ"), ("body", &body), ("due", "")];
        let first = office.post(&path, &fields).await;
        let twin = office.post(&path, &fields).await;
        assert!(first.location.is_some());
        assert_eq!(first.location, twin.location);
        office.get("/nhiem-vu?lang=en").await.says("Under way 1").says("Lead body");
        office.get("/cong-viec?lang=en").await.says("Waiting");
        office
            .get(&format!("{}?lang=en", first.location.unwrap()))
            .await
            .says("Urging")
            .says("set by the program for the time being, not confirmed");
        let stale = office.post(&path, &[("csrf", "x"), ("key", "y")]).await;
        assert_eq!(stale.status, StatusCode::FORBIDDEN);
    }
}

/// The office sends the matter up; answers the address of what was sent.
async fn send_up(office: &mut Visitor, item: i64, typed: &[(&str, &str)]) -> String {
    let path = format!("/cap-tren/gui/{}", shown(item));
    let form = office.get(&path).await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    fields.extend_from_slice(typed);
    let page = office.post(&path, &fields).await;
    page.location.clone().unwrap_or_else(|| panic!("not sent: {} {}", page.status, page.text()))
}
