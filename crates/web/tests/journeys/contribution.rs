//! Acceptance of contributions (S3.7), search at the desk and a lost code (P15).

use caunoi_app::{
    Refusal,
    demo::world,
    opinion::{accept_contribution::AcceptContribution, classify::Classify},
    territory::rename_village::RenameVillage,
};
use caunoi_domain::{
    opinion::{
        acceptance::Acceptance,
        tracking_code::{PublicId, TrackingCode},
        triage::{TypedClass, classification},
    },
    unit::village::Basis,
};
use caunoi_testkit::{every_row, on_both};
use http::StatusCode;
use jiff::civil::date;

use crate::{
    intake::enter,
    kit::{Page, Site, Visitor},
};

/// The number of an item as a page shows it.
fn number(shown: &str) -> i64 {
    shown.parse::<PublicId>().unwrap().to_i64()
}

/// Enters an opinion; answers its item, the address of its page, its code and its second secret.
async fn given(v: &mut Visitor, text: &str, changes: &[(&str, &str)]) -> (String, String, String, String) {
    let sent = enter(v, &[text], changes, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let (code, secret, opinion) = slip(&v.get("/cong-viec/nhap/phieu").await);
    let act = v.get(&opinion).await.link("/cong-viec/phan-loai/viec/phan-loai?chon=");
    (act.split_once("chon=").unwrap().1.to_owned(), opinion, code, secret)
}

/// Code, second secret and the opinion's page, from the slip that the clerk prints.
fn slip(page: &Page) -> (String, String, String) {
    let mut codes = page.html.split("<p class=\"code\">").skip(1).map(|c| c.split('<').next().unwrap().to_owned());
    (codes.next().unwrap(), codes.next().unwrap(), page.link("/cong-viec/y-kien/"))
}

async fn accept(v: &mut Visitor, item: &str, value: &str, reason: &str) -> Page {
    let at = format!("/cong-viec/tiep-thu/{item}");
    let form = v.get(&at).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    v.post(&at, &[("csrf", &form.field("csrf")), ("key", &form.field("key")), ("value", value), ("reason", reason)]).await
}

async fn publish(v: &mut Visitor, item: &str, title: &str) -> Page {
    let form = v.get(&format!("/cong-viec/phan-loai/viec/cong-bo?chon={item}")).await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    v.upload(
        "/cong-viec/phan-loai/viec/cong-bo",
        &[("csrf", csrf.as_str()), ("key", key.as_str()), ("chon", item), ("published_title", title), ("published_body", title)],
        &[],
    )
    .await
}

on_both! {
    async fn s3_7_a_contribution_is_accepted_partly_or_not_with_its_reason(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, opinion, code, _) = given(&mut v, "Góp ý: nên họp dân vào buổi tối.", &[("kind", "consultation")]).await;
        v.get(&opinion).await.says("Tiếp thu, giải trình");
        let none = accept(&mut v, &item, "", "").await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let no_reason = accept(&mut v, &item, "partly", " ").await;
        assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
        no_reason.says("Lỗi: ").says("Tiếp thu một phần");
        // However it is sent: without a reason nothing is decided.
        let silent = AcceptContribution { item: number(&item), value: Acceptance::Accepted, reason: String::new() };
        let clerk = site.actor("vanthu.vantrach").await;
        assert!(matches!(site.app.carry_out(&clerk, silent).await, Err(Refusal::Invalid(_))));
        assert_eq!(
            accept(&mut v, &item, "partly", "Gọi cho 0912 345 678").await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "no phone number in what people read"
        );
        for (value, reason) in
            [("not_accepted", "Buổi tối chưa có điện ở nhà văn hóa."), ("accepted", "Từ tháng 12 họp buổi tối tại nhà văn hóa mới.")]
        {
            assert_eq!(accept(&mut v, &item, value, reason).await.status, StatusCode::SEE_OTHER);
        }
        let page = v.get(&format!("/cong-viec/tiep-thu/{item}")).await;
        page.says("Chưa tiếp thu, đã giải trình").says("Từ tháng 12 họp buổi tối").says("23/11/2026, Văn phòng HĐND và UBND xã");
        // The person reads it with their code.
        let mut person = site.visitor();
        person
            .submit("/theo-doi", &[("code", &code)])
            .await
            .says("Tiếp thu, giải trình")
            .says("Chưa tiếp thu, đã giải trình.")
            .says("Từ tháng 12 họp buổi tối");
        // Nobody else, until the item is published.
        let mut stranger = site.visitor();
        assert_eq!(stranger.get(&format!("/y-kien/{item}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(publish(&mut v, &item, "Nên họp dân vào buổi tối").await.status, StatusCode::SEE_OTHER);
        stranger.get(&format!("/y-kien/{item}")).await.says("Từ tháng 12 họp buổi tối tại nhà văn hóa mới.");
        stranger.get(&format!("/y-kien/{item}?lang=en")).await.says("Accepted or explained");
    }

    async fn s3_7_a_petition_has_none_and_only_head_and_secretary_decide(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (petition, opinion, _, _) = given(&mut v, "Đề nghị sửa mương.", &[]).await;
        v.get(&opinion).await.hides("/cong-viec/tiep-thu/");
        assert_eq!(v.get(&format!("/cong-viec/tiep-thu/{petition}")).await.status, StatusCode::NOT_FOUND);
        let forged = AcceptContribution { item: number(&petition), value: Acceptance::Accepted, reason: "Đã ghi nhận.".to_owned() };
        let clerk = site.actor("vanthu.vantrach").await;
        assert!(matches!(site.app.carry_out(&clerk, forged).await, Err(Refusal::Invalid(_))), "a petition is solved, not accepted");
        let (item, _, _, _) = given(&mut v, "Đề xuất trồng cây.", &[("kind", "proposal")]).await;
        let at = format!("/cong-viec/tiep-thu/{item}");
        for login in
            ["mttq.vantrach", "hdnd.vantrach", "kinhte.vantrach", "ubkt.vantrach", "quantri.vantrach", "vanthu.donglam", "chutich.donglam"]
        {
            assert_eq!(site.officer(login).await.get(&at).await.status, StatusCode::NOT_FOUND, "{login}");
        }
        let mut head = site.officer("chutich.vantrach").await;
        assert_eq!(accept(&mut head, &item, "accepted", "Trồng vào Tết trồng cây.").await.status, StatusCode::SEE_OTHER);
    }

    async fn s3_7_a_contribution_about_an_officer_is_read_by_head_and_secretary_only(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, _, code, _) = given(&mut v, "CANARYGOPY về thái độ của một cán bộ.", &[("kind", "feedback")]).await;
        let at = format!("/cong-viec/tiep-thu/{item}");
        let csrf = v.get(&at).await.field("csrf");
        assert_eq!(v.post(&format!("{at}/han-che"), &[("csrf", &csrf)]).await.status, StatusCode::SEE_OTHER);
        v.get(&at).await.says("chỉ người đứng đầu và Văn phòng đọc được").hides("/han-che\"");
        // It cannot be published, given away or taken to a dialogue.
        let refused = publish(&mut v, &item, "CANARYGOPY").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
        for (act, fields) in [
            ("doi-thoai", &[][..]),
            ("nhom", &[("new_title", "Nhóm"), ("title", "Nhóm"), ("new_field", "other"), ("field", "other"), ("into", "new")]),
            ("giao", &[("body", "D0001-phong-kinh-te"), ("task", "Xem")]),
        ] {
            let form = v.get(&format!("/cong-viec/phan-loai/viec/{act}?chon={item}")).await;
            let (csrf, key) = (form.field("csrf"), form.field("key"));
            let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("chon", item.as_str())];
            all.extend_from_slice(fields);
            let page = v.upload(&format!("/cong-viec/phan-loai/viec/{act}"), &all, &[]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}: {}", page.text());
        }
        // Answered at once: the person reads it, and the others who follow up still see nothing of it.
        assert_eq!(accept(&mut v, &item, "accepted", "Đã nhắc nhở.").await.status, StatusCode::SEE_OTHER);
        let form = v.get(&format!("/cong-viec/phan-loai/viec/tra-loi?chon={item}")).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let answered = v
            .upload(
                "/cong-viec/phan-loai/viec/tra-loi",
                &[
                    ("csrf", csrf.as_str()),
                    ("key", key.as_str()),
                    ("chon", item.as_str()),
                    ("result", "Đã nhắc nhở."),
                    ("norm", "Quy chế làm việc"),
                ],
                &[],
            )
            .await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text());
        site.visitor().submit("/theo-doi", &[("code", &code)]).await.says("Đã nhắc nhở.").says("Hạn chế người xem");
        for login in ["chutich.vantrach", "bithu.vantrach"] {
            site.officer(login).await.get(&at).await.says("CANARYGOPY");
        }
        for login in ["mttq.vantrach", "hdnd.vantrach", "kinhte.vantrach", "quantri.vantrach", "vanthu.donglam"] {
            let mut other = site.officer(login).await;
            for path in ["/cong-viec", "/nhiem-vu", "/nhiem-vu/ket-qua", "/cong-viec/tim-kiem?q=canarygopy", "/cap-tren"] {
                let page = other.get(path).await;
                assert!(!page.html.replace("canarygopy", "").contains("CANARYGOPY"), "{login} {path}");
                assert!(!page.html.contains(&item), "{login} {path}");
            }
        }
        let mut stranger = site.visitor();
        for path in [format!("/y-kien/{item}"), "/tim-kiem?q=CANARYGOPY".to_owned(), "/xa/D0001".to_owned()] {
            let page = stranger.get(&path).await;
            assert!(!page.html.contains(&format!("/y-kien/{item}\"")), "{path}");
        }
    }

    async fn p15_an_officer_finds_by_person_village_phrase_and_number_and_each_search_is_logged(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let village = world::village("D0001", 1);
        given(
            &mut v,
            "Mương tiêu tắc, nước ngập ruộng lúa.",
            &[("full_name", "Lò Thị Hiền"), ("phone", "0977111222"), ("village", &village)],
        )
        .await;
        given(&mut v, "Đèn đường hỏng ở ngã ba.", &[("full_name", "Đặng Văn Hiển"), ("phone", "0966333444")]).await;
        for (query, found) in [
            ("L%C3%B2%20Th%E1%BB%8B%20Hi%E1%BB%81n", "Mương tiêu tắc"),
            ("lo thi hien", "Mương tiêu tắc"),
            ("LO%20THI", "Mương tiêu tắc"),
            ("0977111222", "Mương tiêu tắc"),
            ("ben%20go", "Mương tiêu tắc"),
            ("ngap%20ruong", "Mương tiêu tắc"),
            ("Hi%E1%BB%83n", "Đèn đường hỏng"),
        ] {
            let page = v.get(&format!("/cong-viec/tim-kiem?q={}", query.replace(' ', "%20"))).await;
            page.says(found);
        }
        // Right accents first: Hiền before Hiển for "hiền", and the other way round.
        let page = v.get("/cong-viec/tim-kiem?q=hi%E1%BB%81n").await;
        assert!(page.text().find("Lò Thị Hiền").unwrap() < page.text().find("Đặng Văn Hiển").unwrap());
        // Filters stand in the address.
        v.get("/cong-viec/tim-kiem?q=hien&tu=21/11/2026").await.says("Chưa tìm thấy gì");
        v.get("/cong-viec/tim-kiem?q=hien&tinh_trang=da-giai-quyet").await.says("Chưa tìm thấy gì");
        v.get("/cong-viec/tim-kiem?q=hien&loai=opinion&den=30/11/2026&tinh_trang=cho-phan-loai").await.says("Đặng Văn Hiển");
        assert_eq!(v.get("/cong-viec/tim-kiem?q=hien&tu=31/02/2026").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A paper by its number.
        let form = v.get("/cong-viec/chuyen-don?loai=complaint").await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let sent = v
            .post(
                "/cong-viec/chuyen-don",
                &[
                    ("csrf", &csrf),
                    ("key", &key),
                    ("kind", "complaint"),
                    ("channel", "paper"),
                    ("arrived_on", "20/11/2026"),
                    ("paper", "Phiếu chuyển số 15/PC-UBND"),
                    ("sent_on", "21/11/2026"),
                    ("receiver", "Thanh tra thành phố"),
                ],
            )
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        v.get("/cong-viec/tim-kiem?q=15/PC-UBND").await.says("Phiếu chuyển số 15/PC-UBND").says("Chuyển đơn");
        // What is opened is logged by the search's own line; another officer's line leads nowhere.
        let hit = v.get("/cong-viec/tim-kiem?q=lo%20thi%20hien").await.link("/cong-viec/tim-kiem/mo/");
        v.get(&hit).await.says("Lò Thị Hiền");
        assert_eq!(site.officer("chanhvp.vantrach").await.get_once(&hit).await.status, StatusCode::NOT_FOUND);
        let rows = every_row(&database).await;
        let log: Vec<&str> = rows.lines().filter(|l| l.starts_with("access_log")).collect();
        assert!(log.iter().filter(|l| l.contains("search") && !l.contains("search_hit")).count() >= 13, "{log:?}");
        assert_eq!(log.iter().filter(|l| l.contains("search_hit") && l.contains("opinion ")).count(), 1);
        assert!(
            log.iter().all(|l| !l.to_lowercase().contains("hien") && !l.contains("0977111222")),
            "the log holds no word that was typed"
        );
        assert!(
            !rows
                .lines()
                .any(|l| (l.starts_with("search_doc") || l.starts_with("event")) && (l.contains("Lò Thị") || l.contains("lo thi"))),
            "no private name in a public row"
        );
        // By role and unit.
        for login in ["vanthu.donglam", "mttq.vantrach", "kinhte.vantrach", "ubkt.vantrach"] {
            let page = site.officer(login).await.get("/cong-viec/tim-kiem?q=hien").await;
            page.hides("Lò Thị Hiền").hides("0977111222");
        }
        assert_eq!(site.officer("quantri.vantrach").await.get("/cong-viec/tim-kiem?q=hien").await.status, StatusCode::NOT_FOUND);
        site.officer("ubkt.vantrach").await.get("/cong-viec/tim-kiem?q=15/PC-UBND").await.says("Phiếu chuyển số 15/PC-UBND");
        site.officer("mttq.vantrach").await.get("/cong-viec/tim-kiem?q=15/PC-UBND").await.hides("Phiếu chuyển số");
    }

    async fn p15_an_opinion_is_found_by_the_village_of_its_day_after_the_village_has_another_name(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let village = world::village("D0001", 1);
        let (item, ..) = given(&mut v, "Mương tiêu tắc.", &[("village", &village)]).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let basis = Basis { on: date(2026, 11, 23), paper: "12/NQ-HĐND".into() };
        let renamed = RenameVillage { unit_id: world::unit("D0001"), village, name: "Thôn Bến Mới".into(), basis };
        site.app.carry_out(&clerk, renamed).await.unwrap();
        v.get("/cong-viec/tim-kiem?q=ben%20go").await.says("Mương tiêu tắc");
        // Its words are read anew when it is classified: it still comes from where it came from.
        let typed =
            TypedClass {
                field: "water".into(), grounded: "grounded".into(), note: "Đúng như phản ánh".into(), ..TypedClass::default()
            };
        let class = classification(&typed).unwrap();
        site.app.carry_out(&clerk, Classify { items: vec![number(&item)], class }).await.unwrap();
        v.get("/cong-viec/tim-kiem?q=ben%20go").await.says("Mương tiêu tắc");
    }

    async fn p15_the_office_finds_a_dialogue_from_its_draft_on_and_nobody_else_does(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let mut fields = crate::plan::DRAFT.to_vec();
        fields[3] = ("title", "Đối thoại về bến đò Đồng Vàng");
        let draft = crate::plan::draft_with(&mut clerk, &fields).await.location.unwrap();
        for query in ["%C4%91%E1%BB%91i%20tho%E1%BA%A1i%20b%E1%BA%BFn%20%C4%91%C3%B2", "ben%20do%20dong%20vang"] {
            let found = clerk.get(&format!("/cong-viec/tim-kiem?q={query}")).await;
            found.says("Đối thoại về bến đò Đồng Vàng").says("Cuộc đối thoại");
            let opened = clerk.get_once(&found.link("/cong-viec/tim-kiem/mo/")).await;
            assert_eq!(opened.location.as_deref(), Some(draft.as_str()));
        }
        clerk.get("/cong-viec/tim-kiem?q=ben%20do%20dong%20vang&loai=opinion").await.hides("Đối thoại về bến đò");
        for login in ["mttq.vantrach", "kinhte.vantrach", "vanthu.donglam"] {
            let page = site.officer(login).await.get("/cong-viec/tim-kiem?q=ben%20do%20dong%20vang").await;
            page.hides("Đối thoại về bến đò");
        }
    }

    async fn p15_a_lost_code_is_replaced_at_the_counter_and_the_old_one_ends(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (_, opinion, old_code, old_secret) = given(&mut v, "Mương tiêu tắc.", &[("full_name", "Lò Thị Hiền")]).await;
        let mut reading = site.visitor();
        reading.submit("/theo-doi", &[("code", &old_code)]).await.says("Mương tiêu tắc");
        let found = v.get("/cong-viec/tim-kiem?q=hien").await;
        let at = found.link("/cong-viec/cap-lai-ma/");
        let form = v.get(&at).await;
        form.says("Lò Thị Hiền").says("0912345678").says("Mã cũ và số bí mật cũ hết hiệu lực ngay");
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let unchecked = v.post(&at, &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(unchecked.status, StatusCode::UNPROCESSABLE_ENTITY, "how the person was known is asked");
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("check", "photo_paper")];
        let done = v.submit(&at, &fields).await;
        let (code, secret, again) = slip(&done);
        assert_eq!(again, opinion);
        assert!(code != old_code);
        // The same form sent twice is one new code.
        assert_eq!(slip(&v.submit(&at, &fields).await).0, code);
        // Whoever still reads by the old code reads no more.
        assert!(!reading.get("/theo-doi/y-kien").await.text().contains("Mương tiêu tắc"));
        let mut person = site.visitor();
        let dead = person.submit("/theo-doi", &[("code", &old_code)]).await;
        assert_eq!(dead.status, StatusCode::UNPROCESSABLE_ENTITY);
        dead.says("Mã này đã hết dùng: Xã Vân Trạch đã cấp phiếu mới cho ý kiến này ngày 23/11/2026")
            .says("Văn phòng HĐND và UBND")
            .hides("Mương tiêu tắc");
        // Who holds no code learns nothing: a code that never was says so and no more.
        let never = TrackingCode::new([7; 10]).to_string();
        site.visitor().submit("/theo-doi", &[("code", &never)]).await.says("Không có ý kiến nào mang mã này").hides("phiếu mới");
        person.submit("/theo-doi", &[("code", &code)]).await.says("Mương tiêu tắc").says("Đã cấp lại mã theo dõi");
        // No row holds the new code or secret, and no officer reads them again once the slip is gone.
        let rows = every_row(&database).await;
        for word in [&code, &secret, &old_code] {
            assert!(!rows.contains(word.as_str()), "{word}");
        }
        assert!(rows.lines().any(|l| l.starts_with("event") && l.contains("opinion.code_reissued")));
        assert!(rows.lines().any(|l| l.starts_with("step") && l.contains("code_reissued")));
        let mut colleague = site.officer("chanhvp.vantrach").await;
        for path in [opinion.as_str(), at.as_str(), "/cong-viec/nhap/phieu"] {
            colleague.get(path).await.hides(&code).hides(&secret).hides(&old_secret);
        }
        for login in ["chutich.vantrach", "mttq.vantrach", "quantri.vantrach", "vanthu.donglam"] {
            assert_eq!(site.officer(login).await.get(&at).await.status, StatusCode::NOT_FOUND, "{login}");
        }
    }

    async fn what_is_sealed_is_found_by_nobody_any_more(db: Fresh) {
        let database = db.database.clone();
        caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, _, _, _) = given(&mut v, "CANARYTOCAO một việc.", &[("full_name", "Canh Thị Mật"), ("kind", "feedback")]).await;
        v.get("/cong-viec/tim-kiem?q=canh%20thi%20mat").await.says("CANARYTOCAO");
        let form = v.get(&format!("/cong-viec/phan-loai/viec/niem-phong?chon={item}")).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let sealed = v
            .upload(
                "/cong-viec/phan-loai/viec/niem-phong",
                &[
                    ("csrf", csrf.as_str()),
                    ("key", key.as_str()),
                    ("chon", item.as_str()),
                    ("sealed_kind", "denunciation"),
                    ("kind", "denunciation"),
                    ("paper", "PC 01"),
                    ("paper_on", "23/11/2026"),
                    ("sent_on", "23/11/2026"),
                    ("receiver", "UBKT"),
                ],
                &[],
            )
            .await;
        assert_eq!(sealed.status, StatusCode::SEE_OTHER, "{}", sealed.text());
        v.get("/cong-viec/tim-kiem?q=canh%20thi%20mat").await.says("Chưa tìm thấy gì");
        let rows = every_row(&database).await;
        assert!(
            !rows
                .lines()
                .any(|l| l.starts_with("staff_doc")
                    && (l.contains("CANARYTOCAO") || l.contains("Canh Thị Mật") || l.contains("canh thi mat")))
        );
    }
}
