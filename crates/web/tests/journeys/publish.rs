//! Publishing as the law asks (L3, S0.8, S0.19) and the phone link of the head of a village (P14).

use caunoi_app::{
    dialogue::{CheckNotice, ConcludeItem, DraftNotice, IssueNotice},
    territory::{divide_village::DivideVillage, merge_villages::MergeVillages, rename_village::RenameVillage},
};
use caunoi_domain::{
    dialogue::{
        notice_form::{ConclusionForm, Head, Receiver},
        numbering::Numbering,
        outcome::Substate,
    },
    opinion::{item::Publication, kind::Channel},
    people::actor::{Actor, Officer, Role},
};
use caunoi_store::{item, publication_proof, village_link};
use caunoi_testkit::{every_row, on_both};
use http::StatusCode;
use jiff::civil::date;

use crate::{
    hall::{Hall, UNIT, announced, chair, held, office, press, signed},
    kit::{Page, Site, Visitor},
};

/// A dialogue held on 05/12/2026 whose notice was issued on 07/12/2026.
pub async fn issued(site: &Site) -> Hall {
    let hall = held(site, &["Mương Bến Gỗ tắc"]).await;
    signed(site, &hall).await;
    let app = &site.app;
    let notice = app.carry_out(&office(), DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() }).await.unwrap();
    let form = ConclusionForm {
        substate: Substate::Explained,
        text: "Đã giải thích, báo lại ngày 20/12/2026".into(),
        norm: String::new(),
        reason: String::new(),
        body_id: None,
        partners: Vec::new(),
        due_on: None,
        receiver: Receiver::Unknown,
    };
    app.carry_out(&office(), ConcludeItem { notice, item: hall.items[0], form, whole_issue: false }).await.unwrap();
    let head = Head {
        numbering: Numbering::Issued,
        number: None,
        signed_on: Some(date(2026, 12, 7)),
        signer_name: "Nguyễn Thị Hạnh".into(),
        signer_post: "Chủ tịch UBND xã".into(),
        assessment: String::new(),
    };
    app.carry_out(&office(), caunoi_app::dialogue::WriteNotice { notice, head }).await.unwrap();
    let chief = Actor::Officer(Officer {
        user_id: "chanh".into(),
        full_name: "Đỗ Quang Vinh".into(),
        role: Role::Secretary,
        unit_id: UNIT.into(),
        body_id: "D0001-van-phong".into(),
        body_name: "Văn phòng".into(),
        post_id: Some("D0001-chanh-vp".into()),
        post_name: Some("Chánh Văn phòng".into()),
        leads: false,
    });
    app.carry_out(&chief, CheckNotice { notice }).await.unwrap();
    app.carry_out(&chair(), IssueNotice { notice }).await.unwrap();
    hall
}

pub const VILLAGES: [&str; 6] = ["Thôn Bến Gỗ", "Thôn Đồng Vàng", "Thôn Mai Động", "Thôn Trung Lễ", "Thôn Hạ", "Thôn Thượng"];

/// The link to the proof of that name on a page.
#[track_caller]
pub fn proof_of(page: &Page, name: &str) -> String {
    let tail = format!("\">{name}</a>");
    let at = page.html.find(&tail).unwrap_or_else(|| panic!("no proof {name} in {}", page.text()));
    let start = page.html[..at].rfind("href=\"").unwrap() + 6;
    page.html[start..at].to_owned()
}

/// Gives a proof by the form; answers what came.
pub async fn give(v: &mut Visitor, proof: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
    let page = v.get(proof).await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    all.extend_from_slice(fields);
    let sent = v.upload(proof, &all, files).await;
    match sent.location.clone() {
        Some(to) => v.get(&to).await,
        None => sent,
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

/// The clerk makes a link; answers its path.
async fn link(site: &Site, village: &str) -> String {
    let mut thu = site.officer("vanthu.vantrach").await;
    let page = thu.get("/cong-viec/duong-dan-thon").await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let form = [("csrf", csrf.as_str()), ("key", key.as_str()), ("village", village), ("days", "90")];
    let made = thu.post("/cong-viec/duong-dan-thon", &form).await;
    assert_eq!(made.status, StatusCode::OK);
    let path = path_in(&made);
    let again = thu.post("/cong-viec/duong-dan-thon", &form).await;
    assert_eq!(path_in(&again), path, "the same form is the same link");
    thu.get("/cong-viec/duong-dan-thon").await.says("Chưa dùng lần nào").hides(path.trim_start_matches("/thon/"));
    path
}

fn path_in(page: &Page) -> String {
    let at = page.html.find("http://caunoi.test/thon/").expect("the link is shown") + "http://caunoi.test".len();
    page.html[at..].split('<').next().unwrap().to_owned()
}

on_both! {
    async fn l3_the_results_need_three_separate_proofs_and_each_missing_one_is_listed(db: Fresh) {
        let site = Site::new(db).await;
        let hall = issued(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        // Announcement: one; results: mass media, seat, and each of the six villages.
        let desk = thu.get(&hall.base).await;
        desk.says("Còn thiếu 8 trong 8 minh chứng. Hạn: Thứ Ba, 15/12/2026").says("Còn thiếu 1 trong 1 minh chứng");
        desk.says("Luật Tổ chức chính quyền địa phương 2025, Điều 43");
        for name in ["Phương tiện thông tin đại chúng", "Niêm yết tại trụ sở UBND"].iter().chain(&VILLAGES) {
            desk.says(name);
        }
        let page = thu.get(&format!("{}/cong-bo", hall.base)).await;
        let seat = proof_of(&page, "Niêm yết tại trụ sở UBND");
        // Nothing is proved without day, place, who and a paper or a file; what was typed stays.
        let wrong = give(&mut thu, &seat, &[("from_on", "31/12/2026"), ("place", "Bảng tin trụ sở")], &[]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("place"), "Bảng tin trụ sở");
        let given = give(
            &mut thu,
            &seat,
            &[
                ("from_on", "07/12/2026"),
                ("to_on", "28/12/2026"),
                ("place", "Bảng tin trụ sở"),
                ("who", "Văn phòng"),
                ("paper", "12/TB-UBND"),
            ],
            &[],
        )
        .await;
        given.says("Đang niêm yết").says("Niêm yết từ 07/12/2026, dự kiến đến 28/12/2026. Bảng tin trụ sở").says("12/TB-UBND");
        let village = proof_of(&page, "Thôn Hạ");
        give(
            &mut thu,
            &village,
            &[("from_on", "07/12/2026"), ("place", "Nhà văn hóa"), ("who", "Trưởng thôn")],
            &[("files", "anh.png", PNG)],
        )
        .await
        .says("anh.png");
        let desk = thu.get(&hall.base).await;
        desk.says("Còn thiếu 6 trong 8 minh chứng").hides(">Niêm yết tại trụ sở UBND</a>").hides(">Thôn Hạ</a>");
        // After the day it is overdue, and said with its date, at the desk and in what waits.
        site.on(date(2026, 12, 18));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&hall.base).await.says("Quá hạn 3 ngày");
        thu.get("/cong-viec").await.says("Còn thiếu 6 minh chứng công bố, hạn 15/12/2026");
        // The public page says when and where, and how many are open.
        let public = site.visitor().get(&hall.base.replace("/cong-viec", "")).await;
        public
            .says("Niêm yết kết quả: Bảng tin trụ sở, từ ngày 07/12/2026")
            .says("Niêm yết kết quả: Thôn Hạ: Nhà văn hóa, từ ngày 07/12/2026");
        public.says("Còn 6 nơi chưa ghi nhận công bố kết quả, hạn Thứ Ba, 15/12/2026");
        // A wrong proof is voided with its reason and is missing again.
        let refused = press(&mut thu, &seat, &format!("{seat}/bo"), &[("note", "")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut thu, &seat, &format!("{seat}/bo"), &[("note", "Ghi nhầm ngày")]).await.says("Còn thiếu 7 trong 8 minh chứng");
        // Others of the unit read it and prove nothing.
        let mut front = site.officer("mttq.vantrach").await;
        front.get(&village).await.says("Đang niêm yết").hides("/ket-thuc\"");
    }

    async fn s0_19_a_posting_has_a_beginning_an_end_and_a_paper_for_each(db: Fresh) {
        let site = Site::new(db).await;
        let hall = issued(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(&format!("{}/cong-bo", hall.base)).await;
        let seat = proof_of(&page, "Niêm yết tại trụ sở UBND");
        thu.get(&format!("{seat}/bien-ban")).await.says("ngày … tháng … năm").says("Mẫu của hệ thống");
        assert_eq!(thu.get(&format!("{seat}/bien-ban-ket-thuc")).await.status, StatusCode::NOT_FOUND, "nothing hangs yet");
        let fields = [
            ("from_on", "07/12/2026"),
            ("to_on", "28/12/2026"),
            ("place", "Bảng tin trụ sở"),
            ("who", "Văn phòng"),
            ("paper", "12/TB-UBND"),
        ];
        give(&mut thu, &seat, &fields, &[]).await.says("Đang niêm yết");
        let paper = thu.get(&format!("{seat}/bien-ban")).await;
        paper.says("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").says("BIÊN BẢN").says("Hôm nay, ngày 07 tháng 12 năm 2026, tại Bảng tin trụ sở");
        paper.says("từ ngày 07 tháng 12 năm 2026 đến ngày 28 tháng 12 năm 2026").says("Người niêm yết: Văn phòng");
        site.on(date(2026, 12, 28));
        let mut thu = site.officer("vanthu.vantrach").await;
        let early = press(&mut thu, &seat, &format!("{seat}/ket-thuc"), &[("ended_on", "06/12/2026")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut thu, &seat, &format!("{seat}/ket-thuc"), &[("ended_on", "28/12/2026")]).await.says("Đã kết thúc niêm yết");
        thu.get(&format!("{seat}/bien-ban-ket-thuc")).await.says("Đã niêm yết từ ngày 07 tháng 12 năm 2026 đến ngày 28 tháng 12 năm 2026");
    }

    async fn s0_19_what_must_be_public_and_is_not_is_listed(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get("/cong-viec/so-cong-khai").await;
        page.says("Phải công khai mà năm 2026 chưa công khai lần nào").says("Ngày tiếp dân cố định của người đứng đầu cấp ủy");
        page.says("Chủ trương, chính sách, dự án liên quan trực tiếp đến người dân").says("chưa xác nhận");
        // The office adds its own, with the citation; without one it is refused.
        let at = "/cong-viec/so-cong-khai";
        let bare = press(&mut thu, at, "/cong-viec/so-cong-khai/noi-dung", &[("matter_title", "Dự toán ngân sách xã")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let own = press(
            &mut thu,
            at,
            "/cong-viec/so-cong-khai/noi-dung",
            &[("matter_title", "Dự toán ngân sách xã"), ("citation", "Nghị quyết 9/NQ-HĐND")],
        )
        .await;
        own.says("Dự toán ngân sách xã").says("Nghị quyết 9/NQ-HĐND");
        // A publication opens the place of each proof; the matter stays listed until one is given.
        let entry = [
            ("matter", "reception_day"),
            ("title", "Lịch tiếp dân tháng 12"),
            ("paper", "3-TB/ĐU"),
            ("paper_on", "20/11/2026"),
            ("ways", "posted"),
            ("ways", "village"),
        ];
        let opened = press(&mut thu, at, at, &entry).await;
        opened.says("Còn thiếu 7 trong 7 minh chứng. Hạn: Thứ Hai, 30/11/2026").says("Hạn này chưa xác nhận");
        let register = thu.get(at).await;
        register.says("Có 0 trong 7 minh chứng").says("Ngày tiếp dân cố định");
        let seat = proof_of(&opened, "Niêm yết tại trụ sở UBND");
        give(&mut thu, &seat, &[("from_on", "23/11/2026"), ("place", "Bảng tin"), ("who", "Văn phòng Đảng ủy"), ("paper", "3-TB/ĐU")], &[])
            .await
            .says("Đang niêm yết");
        let register = thu.get(at).await;
        register.says("Có 1 trong 7 minh chứng");
        let list = register.html.split("id=\"chua\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
        assert!(!list.contains("Ngày tiếp dân cố định") && list.contains("Dự toán ngân sách xã"), "{list}");
        let nothing = press(&mut thu, at, at, &[("title", "Thiếu"), ("paper_on", "23/11/2026")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Only those of the unit read it; a body only reads.
        assert_eq!(site.officer("ubkt.vantrach").await.get(at).await.status, StatusCode::NOT_FOUND);
        site.officer("kinhte.vantrach").await.get(at).await.says("Lịch tiếp dân tháng 12").hides("name=\"matter\"");
        site.officer("vanthu.donglam").await.get(at).await.hides("Lịch tiếp dân tháng 12");
    }

    async fn s0_8_the_announcement_is_proved_and_read_out_in_words(db: Fresh) {
        let site = Site::new(db).await;
        let hall = announced(&site, &["Mương Bến Gỗ tắc"], &["D0001-chu-tich"]).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(&format!("{}/cong-bo", hall.base)).await;
        page.says("Thông báo cuộc đối thoại").says("Còn thiếu 1 trong 1 minh chứng. Hạn: Thứ Bảy, 28/11/2026");
        let media = proof_of(&page, "Phương tiện thông tin đại chúng");
        give(
            &mut thu,
            &media,
            &[("from_on", "23/11/2026"), ("place", "Loa truyền thanh xã"), ("who", "Văn phòng"), ("paper", "Bản tin")],
            &[],
        )
        .await;
        let public = hall.base.replace("/cong-viec", "");
        site.visitor().get(&public).await.says("Thông báo cuộc đối thoại: Loa truyền thanh xã, ngày 23/11/2026");
        let loud = site.visitor().get(&format!("{public}/ban-tin")).await;
        loud.says("Thời gian: bảy giờ ba mươi phút, Thứ Bảy, ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu.");
        loud.says("Kính thưa Nhân dân xã Vân Trạch.").says("Mương Bến Gỗ tắc.");
    }

    async fn p14_a_head_of_village_posts_in_two_taps_reads_out_and_passes_on(db: Fresh) {
        let site = Site::new(db).await;
        let hall = issued(&site).await;
        let base = link(&site, "D0001-v1").await;
        let mut phone = site.visitor();
        let home = phone.get(&base).await;
        home.says("Thôn Bến Gỗ").says("Cần niêm yết").says("Kết quả: Đối thoại với Nhân dân thôn Bến Gỗ").says("Thứ Ba, 15/12/2026");
        assert_eq!(home.headers["referrer-policy"], "no-referrer");
        assert_eq!(home.headers["x-robots-tag"], "noindex");
        assert!(!home.html.contains("<script"), "no script");
        // The text to read out: the notice in words.
        phone
            .get(&format!("{}/ban-tin", home.link("/thong-bao/")))
            .await
            .says("Thứ Bảy, ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu");
        // First tap, second tap.
        let tap = home.link(&format!("{base}/niem-yet/"));
        let form = phone.get(&tap).await;
        let (key, place) = (form.field("key"), form.field("place"));
        assert_eq!(place, "Bảng tin thôn Bến Gỗ");
        let done = phone.upload(&tap, &[("key", &key), ("place", &place)], &[("files", "anh.png", PNG)]).await;
        assert_eq!(done.location.as_deref(), Some(base.as_str()));
        let home = phone.get(&base).await;
        home.says("Không có văn bản nào cần niêm yết").says("Niêm yết từ 07/12/2026");
        let proof = proof_of(&site.officer("vanthu.vantrach").await.get(&format!("{}/cong-bo", hall.base)).await, "Thôn Bến Gỗ");
        site.officer("vanthu.vantrach").await.get(&proof).await.says("Người thực hiện: Trưởng thôn Bến Gỗ").says("anh.png");
        // An opinion is passed on; the kind is asked first, a complaint finds no place to write.
        let kinds = phone.get(&format!("{base}/ghi-ho")).await;
        kinds.says("Ý kiến thuộc loại nào?").hides("<textarea");
        phone.get(&format!("{base}/ghi-ho?loai=denunciation")).await.says("Trang này không nhận nội dung").hides("<textarea");
        let form = phone.get(&format!("{base}/ghi-ho?loai=petition")).await;
        let key = form.field("key");
        let empty = phone.upload(&format!("{base}/ghi-ho"), &[("key", &key), ("kind", "petition"), ("full_name", "Bà Lụa")], &[]).await;
        assert_eq!((empty.status, empty.field("full_name")), (StatusCode::UNPROCESSABLE_ENTITY, "Bà Lụa".to_owned()));
        let fields = [("key", key.as_str()), ("kind", "petition"), ("body", "Cầu ao thôn hỏng lan can"), ("full_name", "Bà Lụa")];
        let sent = phone.upload(&format!("{base}/ghi-ho"), &fields, &[]).await;
        let slip = phone.get(&sent.location.unwrap()).await;
        slip.says("Đã nhận ý kiến").says("Số bí mật, chỉ hiện một lần").hides("Bà Lụa");
        phone.get(&format!("{base}/phieu")).await.says("Phiếu chỉ hiện một lần").hides("class=\"code\"");
        let mut conn = site.app.store.read().await.unwrap();
        let links = village_link::of_unit(&mut conn, UNIT, 10).await.unwrap();
        let (link, queue) = (&links[0], caunoi_store::opinion::find_public(&mut conn, passed_on(&site).await).await.unwrap().unwrap());
        assert_eq!(
            (queue.channel, queue.village_id.as_deref(), queue.entered_by.as_ref()),
            (Channel::Village, Some("D0001-v1"), Some(&link.id))
        );
        assert!(link.used_at.is_some());
    }

    async fn p14_a_link_follows_its_village_through_new_names_and_says_what_became_of_a_divided_one(db: Fresh) {
        let site = Site::new(db).await;
        let _ = issued(&site).await;
        let base = link(&site, "D0001-v1").await;
        let divided = link(&site, "D0001-v2").await;
        let office = site.actor("vanthu.vantrach").await;
        let basis = caunoi_domain::unit::village::Basis { on: date(2026, 12, 7), paper: "12/NQ-HĐND".into() };
        let rename =
            RenameVillage { unit_id: UNIT.into(), village: "D0001-v1".into(), name: "Thôn Bến Mới".into(), basis: basis.clone() };
        let renamed = site.app.carry_out(&office, rename).await.unwrap();
        let merge = MergeVillages {
            unit_id: UNIT.into(),
            villages: vec![renamed, "D0001-v5".into()],
            name: "Thôn Bến Hạ".into(),
            basis: basis.clone(),
        };
        site.on(date(2026, 12, 8));
        let office = site.actor("vanthu.vantrach").await;
        let merged = site
            .app
            .carry_out(
                &office,
                MergeVillages {
                    basis: caunoi_domain::unit::village::Basis { on: date(2026, 12, 8), paper: "13/NQ-HĐND".into() }, ..merge
                },
            )
            .await
            .unwrap();
        // What was asked of the old village is still there to be done, and is proved by the same link.
        let mut phone = site.visitor();
        let home = phone.get(&base).await;
        home.says("Thôn Bến Hạ").says("Gồm cả việc của").says("Thôn Bến Gỗ").says("Kết quả: Đối thoại với Nhân dân thôn Bến Gỗ");
        let tap = home.link(&format!("{base}/niem-yet/"));
        let form = phone.get(&tap).await;
        let done = phone.upload(&tap, &[("key", &form.field("key")), ("place", "Nhà văn hóa cũ")], &[]).await;
        assert_eq!(done.location.as_deref(), Some(base.as_str()));
        phone.get(&base).await.says("Niêm yết từ 08/12/2026");
        // An opinion is of the village of today.
        let form = phone.get(&format!("{base}/ghi-ho?loai=petition")).await;
        let key = form.field("key");
        let sent =
            phone.upload(&format!("{base}/ghi-ho"), &[("key", &key), ("kind", "petition"), ("body", "Cầu ao hỏng lan can")], &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let opinion =
            caunoi_store::opinion::find_public(&mut site.app.store.read().await.unwrap(), passed_on(&site).await).await.unwrap().unwrap();
        assert_eq!(opinion.village_id, Some(merged));
        // A divided village is nobody's to choose for: the link says what became of it.
        let parts = DivideVillage {
            unit_id: UNIT.into(),
            village: "D0001-v2".into(),
            names: vec!["Thôn Đồng Một".into(), "Thôn Đồng Hai".into()],
            basis,
        };
        site.app.carry_out(&office, parts).await.unwrap();
        let gone = site.visitor().get(&divided).await;
        assert_eq!(gone.status, StatusCode::GONE);
        gone.says("Thôn Đồng Vàng đã chia tách sau ngày 06/12/2026")
            .says("Thôn Đồng Một, Xã Vân Trạch")
            .says("12/NQ-HĐND")
            .says("để nhận đường dẫn mới")
            .hides("Cần niêm yết");
        assert_eq!(site.visitor().get(&format!("{divided}/ghi-ho")).await.status, StatusCode::GONE);
        // A stranger's token still says nothing.
        site.visitor().get("/thon/aaaaaaaaaaaaaaaaaaaaaaaaaa").await.says("Đường dẫn không mở được");
    }

    async fn p14_answers_are_public_texts_of_the_own_village_only(db: Fresh) {
        let site = Site::new(db).await;
        let _ = issued(&site).await;
        let base = link(&site, "D0001-v1").await;
        site.visitor().get(&base).await.says("Chưa có câu trả lời nào được công bố cho thôn").hides("Mương Bến Gỗ tắc</a>");
        site.app.carry_out(&Actor::System, PublishAll("D0001-v1")).await.unwrap();
        let home = site.visitor().get(&base).await;
        home.says("Việc đã duyệt để công bố").says("Đã giải thích, báo lại ngày 20/12/2026");
        site.app.carry_out(&Actor::System, PublishAll("D0001-v2")).await.unwrap();
        site.visitor().get(&base).await.hides("Việc đã duyệt để công bố");
    }

    async fn p14_a_wrong_an_expired_and_a_revoked_link_look_alike_and_tokens_stand_nowhere(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let hall = issued(&site).await;
        let base = link(&site, "D0001-v1").await;
        let token = base.trim_start_matches("/thon/").to_owned();
        assert_eq!(site.visitor().get(&base).await.status, StatusCode::OK);
        assert!(!every_row(&database).await.contains(&token), "the rows hold a hash only");
        let wrong = site.visitor().get("/thon/aaaaaaaaaaaaaaaaaaaaaaaaaa").await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
        wrong.says("Đường dẫn không mở được");
        // Another village's proof is not there, nor is one more step up.
        let page = site.officer("vanthu.vantrach").await.get(&format!("{}/cong-bo", hall.base)).await;
        let other = proof_of(&page, "Thôn Hạ").replace("/cong-viec/minh-chung", &format!("{base}/niem-yet"));
        assert_eq!(site.visitor().get(&other).await.status, StatusCode::NOT_FOUND);
        let forged = site.visitor().upload(&other, &[("key", "k"), ("place", "Ở đây")], &[]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let all = publication_proof::lacking(&mut site.app.store.read().await.unwrap(), UNIT, "2027-01-01", 9).await.unwrap();
        assert_eq!(all.iter().map(|l| l.missing).sum::<i64>(), 9, "nothing was proved");
        // Revoked: by the secretary of the own unit only.
        let link = village_link::of_unit(&mut site.app.store.read().await.unwrap(), UNIT, 10).await.unwrap().remove(0);
        let revoke = format!("/cong-viec/duong-dan-thon/{}/thu-hoi", link.id);
        let mut stranger = site.officer("vanthu.donglam").await;
        let csrf = stranger.get("/cong-viec").await.field("csrf");
        assert_eq!(stranger.post(&revoke, &[("csrf", &csrf)]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.visitor().get(&base).await.status, StatusCode::OK);
        let mut thu = site.officer("vanthu.vantrach").await;
        press(&mut thu, "/cong-viec/duong-dan-thon", &revoke, &[]).await.says("Đã thu hồi");
        let gone = site.visitor().get(&base).await;
        assert_eq!((gone.status, gone.text().replace(&token, "")), (StatusCode::NOT_FOUND, wrong.text()));
        // Expired: the last day opens, the next does not.
        let base = self::link(&site, "D0001-v2").await;
        site.on(date(2027, 3, 7));
        assert_eq!(site.visitor().get(&base).await.status, StatusCode::OK);
        site.on(date(2027, 3, 8));
        assert_eq!(site.visitor().get(&base).await.status, StatusCode::NOT_FOUND);
        // Guessing is bounded.
        let mut last = StatusCode::OK;
        for n in 0..40 {
            last = site.visitor().get(&format!("/thon/sai{n}")).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    }
}

/// Public id of the last opinion that came by a village.
async fn passed_on(site: &Site) -> i64 {
    struct Last(std::sync::Arc<std::sync::atomic::AtomicI64>);
    impl caunoi_app::Verb for Last {
        type Done = ();
        async fn carry_out(&self, tx: &mut caunoi_store::Tx<'_>, _: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
            let row = tx.one("SELECT public_id FROM opinion WHERE channel = 'village'", caunoi_store::args![], "opinion").await?;
            self.0.store(row.get("public_id")?, std::sync::atomic::Ordering::SeqCst);
            Ok(())
        }
    }
    let found = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(0));
    site.app.carry_out(&Actor::System, Last(found.clone())).await.unwrap();
    found.load(std::sync::atomic::Ordering::SeqCst)
}

/// Publishes every item, in that village, by rows: triage has journeys of its own.
struct PublishAll(&'static str);
impl caunoi_app::Verb for PublishAll {
    type Done = ();
    async fn carry_out(&self, tx: &mut caunoi_store::Tx<'_>, cx: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
        let rows = tx.all("SELECT public_id FROM item", caunoi_store::args![]).await?;
        for r in rows {
            let mut i = item::find_public(tx, r.get("public_id")?).await?.unwrap();
            i.publication = Publication::Published;
            i.published_title = "Việc đã duyệt để công bố".into();
            i.village_id = Some(self.0.to_owned());
            item::save(tx, &i, cx.now_us).await?;
            let set = "UPDATE item SET village_id = $2 WHERE id = $1";
            tx.exec(set, caunoi_store::args![&i.id, self.0]).await?;
        }
        Ok(())
    }
}
