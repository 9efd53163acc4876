//! Triage by every verb, undo, and sealing what arrived by mistake.

use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    intake::enter,
    kit::{Page, Site, Visitor},
};

/// Enters an opinion and answers the public id of its (first) item and the address of the opinion's page.
pub async fn given(v: &mut Visitor, text: &str) -> (String, String) {
    given_with(v, text, &[], &[]).await
}

pub async fn given_with(v: &mut Visitor, text: &str, changes: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> (String, String) {
    let sent = enter(v, &[text], changes, files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let opinion = v.get("/cong-viec/nhap/phieu").await.link("/cong-viec/y-kien/");
    let act = v.get(&opinion).await.link("/cong-viec/phan-loai/viec/phan-loai?chon=");
    (act.split_once("chon=").unwrap().1.to_owned(), opinion)
}

/// Carries out an act on the page of its form.
pub async fn act(v: &mut Visitor, act: &str, items: &[&str], fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
    let query = items.iter().map(|i| format!("chon={i}")).collect::<Vec<_>>().join("&");
    let form = v.get(&format!("/cong-viec/phan-loai/viec/{act}?{query}")).await;
    assert_eq!(form.status, StatusCode::OK, "{act}: {}", form.text());
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    all.extend(items.iter().map(|i| ("chon", *i)));
    all.extend_from_slice(fields);
    v.upload(&format!("/cong-viec/phan-loai/viec/{act}"), &all, files).await
}

#[track_caller]
pub fn went_on(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
}

pub async fn undo(v: &mut Visitor) -> Page {
    let csrf = v.get("/cong-viec/phan-loai").await.field("csrf");
    v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await
}

on_both! {
    async fn s1_9_an_item_is_classified_with_the_reason_of_its_judgement(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, opinion) = given(&mut v, "Nước máy đục, có mùi.").await;
        let panel = v.get(&format!("/cong-viec/phan-loai?mo={item}")).await;
        panel.says("Nước máy đục, có mùi").says("Có cơ sở hay không");
        let wrong =
            act(&mut v, "phan-loai", &[&item], &[("field", "water"), ("kind", "feedback"), ("grounded", "partly"), ("note", "")], &[])
                .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Lỗi: Phân loại").says("Xin điền chỗ này");
        went_on(
            &act(
                &mut v,
                "phan-loai",
                &[&item],
                &[("field", "water"), ("kind", "feedback"), ("grounded", "grounded"), ("note", "Đã lấy mẫu nước")],
                &[],
            )
            .await,
        );
        v.get(&opinion).await.says("Nước sạch, thủy lợi").says("Có cơ sở. Đã lấy mẫu nước").says("Đã phân loại");
        v.get("/cong-viec/phan-loai?loc=da-phan-loai")
            .await
            .says("Chờ phân loại 0")
            .says("Đã phân loại 1")
            .says("Vừa làm: Phân loại (1 ý kiến)");
        let back = undo(&mut v).await;
        went_on(&back);
        v.get(&opinion).await.says("Chưa phân loại").says("Chưa đánh giá");
        assert_eq!(undo(&mut v).await.status, StatusCode::UNPROCESSABLE_ENTITY, "there is nothing more to undo");
    }

    async fn s0_6_items_of_one_matter_are_grouped_by_hand_and_each_sender_is_told(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (a, first) = given(&mut v, "Nước máy đục.").await;
        let (b, second) = given(&mut v, "Nước sinh hoạt có cặn.").await;
        let (c, _) = given(&mut v, "Xúc xả đường ống nước.").await;
        let queue = v.get("/cong-viec/phan-loai").await;
        let (csrf, key) = (queue.field("csrf"), queue.field("key"));
        let none = v.post("/cong-viec/phan-loai", &[("csrf", &csrf), ("key", &key), ("viec", "nhom")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is ticked");
        let form = v.post("/cong-viec/phan-loai", &[("csrf", &csrf), ("key", &key), ("viec", "nhom"), ("chon", &a), ("chon", &b)]).await;
        assert_eq!(form.location.as_deref(), Some(format!("/cong-viec/phan-loai/viec/nhom?chon={a}&chon={b}").as_str()));
        let named = [("issue", ""), ("title", "Nước máy, gọi 0912 345 678"), ("field", "water")];
        act(&mut v, "nhom", &[&a, &b], &named, &[]).await.says("số điện thoại");
        went_on(&act(&mut v, "nhom", &[&a, &b], &[("issue", ""), ("title", "Nước máy thôn Mai Động"), ("field", "water")], &[]).await);
        let issues = v.get("/cong-viec/van-de").await;
        issues.says("Nước máy thôn Mai Động").says("Nước sạch, thủy lợi");
        let issue = issues.link("/cong-viec/van-de/");
        went_on(&act(&mut v, "nhom", &[&c], &[("issue", issue.rsplit('/').next().unwrap())], &[]).await);
        v.get(&issue).await.says("3 ý kiến trong nhóm");
        for opinion in [&first, &second] {
            v.get(opinion).await.says("Nước máy thôn Mai Động");
        }
        // nổi cộm, and published for everybody to find
        let page = v.get(&issue).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let edit = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("title", "Nước máy thôn Mai Động đục"),
            ("summary", "Từ đầu tháng 11."),
            ("field", "water"),
            ("hot", "yes"),
            ("publish", "yes"),
        ];
        v.submit(&issue, &edit).await.says("Nước máy thôn Mai Động đục").says("Đã công bố lúc");
        v.get("/cong-viec/van-de").await.says("Nổi cộm").says("Đã công bố");

        went_on(&act(&mut v, "tach-nhom", &[&c], &[], &[]).await);
        v.get(&issue).await.says("2 ý kiến trong nhóm");
        went_on(&undo(&mut v).await);
        v.get(&issue).await.says("3 ý kiến trong nhóm");
    }

    async fn a_group_that_is_undone_dissolves_its_issue(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (a, opinion) = given(&mut v, "Loa hỏng.").await;
        went_on(&act(&mut v, "nhom", &[&a], &[("title", "Loa truyền thanh"), ("field", "culture")], &[]).await);
        let issue = v.get("/cong-viec/van-de").await.link("/cong-viec/van-de/");
        went_on(&undo(&mut v).await);
        v.get("/cong-viec/van-de").await.says("Chưa có nhóm nào");
        v.get(&issue).await.says("Nhóm này không còn ý kiến nào");
        v.get(&opinion).await.says("Chưa phân loại");
    }

    async fn an_item_is_split_and_the_text_as_given_stays(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, opinion) = given(&mut v, "Loa hỏng. Mương tắc. Chó thả rông.").await;
        let one = [("part_title", ""), ("part", "Loa hỏng."), ("part_title", ""), ("part", "")];
        assert_eq!(act(&mut v, "tach", &[&item], &one, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let three = [
            ("part_title", "Loa"),
            ("part", "Loa hỏng."),
            ("part_title", ""),
            ("part", "Mương tắc."),
            ("part_title", ""),
            ("part", "Chó thả rông."),
        ];
        went_on(&act(&mut v, "tach", &[&item], &three, &[]).await);
        let page = v.get(&opinion).await;
        page.says("Việc 1. Loa").says("Việc 2. Mương tắc").says("Việc 3. Chó thả rông").says("Loa hỏng. Mương tắc. Chó thả rông.");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 3");
        went_on(&undo(&mut v).await);
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 1");
        v.get(&opinion).await.hides("Việc 2").says("Loa hỏng. Mương tắc. Chó thả rông.");
        // Once one of the parts has gone on, the split stands.
        went_on(&act(&mut v, "tach", &[&item], &three, &[]).await);
        let mut chief = site.officer("chanhvp.vantrach").await;
        went_on(&act(&mut chief, "phan-loai", &[&item], &[("field", "culture")], &[]).await);
        let late = undo(&mut v).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        late.says("không hoàn tác được nữa");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 2");
    }

    async fn items_are_taken_to_a_dialogue_in_bulk_and_tomorrow_it_is_no_longer_undone(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (a, opinion) = given(&mut v, "Loa hỏng.").await;
        let (b, _) = given(&mut v, "Mương tắc.").await;
        let queue = v.get("/cong-viec/phan-loai").await;
        let (csrf, key) = (queue.field("csrf"), queue.field("key"));
        went_on(
            &v.post("/cong-viec/phan-loai", &[("csrf", &csrf), ("key", &key), ("viec", "doi-thoai"), ("chon", &a), ("chon", &b)]).await,
        );
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0").says("Đã phân loại 2").says("Vừa làm: Đưa ra đối thoại (2 ý kiến)");
        v.get(&opinion).await.says("Sẽ đưa ra cuộc đối thoại");
        let foreign = v.post("/cong-viec/phan-loai", &[("csrf", "x"), ("viec", "doi-thoai"), ("chon", &a)]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
        site.on(jiff::civil::date(2026, 11, 24));
        let mut v = site.officer("vanthu.vantrach").await;
        v.get("/cong-viec/phan-loai").await.hides("hoan-tac");
        assert_eq!(undo(&mut v).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn an_item_is_published_without_private_data_or_withheld_on_a_ground(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, opinion) = given(&mut v, "Tôi là Phạm Thị Lành, 0912345678. Mương trước nhà ông Tám tắc.").await;
        let fields = |title: &'static str, body: &'static str| [("published_title", title), ("published_body", body)];
        for body in ["Gọi tôi 0912 345 678.", "Tôi là Phạm Thị Lành."] {
            let refused = act(&mut v, "cong-bo", &[&item], &fields("Mương tắc", body), &[]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            refused.says("mà còn số điện thoại");
        }
        went_on(&act(&mut v, "cong-bo", &[&item], &fields("Mương thôn Hạ tắc", "Mương trước nhà tắc."), &[]).await);
        v.get(&opinion).await.says("Đã công bố").says("Mương thôn Hạ tắc").says("nhà ông Tám");
        v.get("/cong-viec/phan-loai?loc=cong-bo").await.says("Chờ quyết định công bố 0");
        assert!(is_found(&database, "muong thon ha tac").await);

        // A head may decide too; the ground is said.
        let mut head = site.officer("chutich.vantrach").await;
        let none = act(&mut head, "khong-cong-bo", &[&item], &[], &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        went_on(&act(&mut head, "khong-cong-bo", &[&item], &[("ground", "privacy")], &[]).await);
        v.get(&opinion).await.says("Không công bố: Lộ đời tư");
        assert!(!is_found(&database, "muong thon ha tac").await);
        let mut body = site.officer("kinhte.vantrach").await;
        assert_eq!(body.get(&format!("/cong-viec/phan-loai/viec/cong-bo?chon={item}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(body.get(&opinion).await.status, StatusCode::NOT_FOUND);
    }

    async fn triage_answers_assigns_or_ends_with_what_each_needs(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (a, answered) = given(&mut v, "Xin hỏi lịch tiếp dân.").await;
        let bare = act(&mut v, "tra-loi", &[&a], &[("result", "Thứ Năm hằng tuần"), ("norm", "")], &[]).await;
        bare.says("Ghi kết quả, kèm minh chứng hoặc căn cứ");
        went_on(&act(&mut v, "tra-loi", &[&a], &[("result", "Thứ Năm hằng tuần"), ("norm", "Quy chế tiếp công dân của xã")], &[]).await);
        v.get(&answered).await.says("Đã giải quyết, chờ người dân trả lời").says("Thứ Năm hằng tuần").hides("viec/giao");

        let (b, assigned) = given(&mut v, "Đường thôn Hạ mất đèn.").await;
        let (c, _) = given(&mut v, "Đèn đường thôn Thượng hỏng.").await;
        let form = act(&mut v, "giao", &[&b, &c], &[("body", ""), ("due", "31/2/2027")], &[]).await;
        form.says("Xin chọn một mục").says("tháng 2 chỉ có 28 ngày").says("Bỏ trống thì hạn là Chủ nhật, 13/12/2026");
        went_on(
            &act(&mut v, "giao", &[&b, &c], &[("body", "D0001-phong-kinh-te"), ("partners", "D0001-cong-an"), ("due", "4/12/2026")], &[])
                .await,
        );
        v.get(&assigned).await.says("Đang giải quyết").says("Phòng Kinh tế xã").says("04/12/2026");

        let (d, ended) = given(&mut v, "Xin cấp lại bằng lái xe.").await;
        let missing = act(&mut v, "ket-thuc", &[&d], &[("manner", "guide"), ("paper", "12/VP-HD"), ("receiver", "")], &[]).await;
        missing.says("Ghi số văn bản, ngày và nơi nhận");
        assert_eq!(missing.field("paper"), "12/VP-HD");
        let paper = [("manner", "guide"), ("paper", "12/VP-HD"), ("paper_on", "23/11/2026"), ("receiver", "Phòng CSGT thành phố")];
        went_on(&act(&mut v, "ket-thuc", &[&d], &paper, &[("files", "hd.pdf", b"%PDF-1.4 x")]).await);
        v.get(&ended).await.says("Kết thúc theo thủ tục").says("12/VP-HD").says("Phòng CSGT thành phố");

        // What was transferred by law is with its receiver, who is named with the day; what was sent back is at its end.
        let (e, transferred) = given(&mut v, "Đơn về đất của hợp tác xã.").await;
        let paper =
            [("manner", "transfer"), ("paper", "13/VP-CĐ"), ("paper_on", "23/11/2026"), ("receiver", "Sở Nông nghiệp và Môi trường")];
        went_on(&act(&mut v, "ket-thuc", &[&e], &paper, &[]).await);
        went_on(&act(&mut v, "cong-bo", &[&e], &[("published_title", "Đất của hợp tác xã"), ("published_body", "Đơn về đất.")], &[]).await);
        went_on(&act(&mut v, "cong-bo", &[&d], &[("published_title", "Cấp lại bằng"), ("published_body", "Xin cấp lại.")], &[]).await);
        v.get(&transferred).await.says("Sở Nông nghiệp và Môi trường");
        let public = site.visitor().get(&format!("/y-kien/{e}")).await;
        public.says("Ai làm tiếp: Sở Nông nghiệp và Môi trường, nhận từ Thứ Hai, 23/11/2026").says("giải quyết theo thẩm quyền");
        site.visitor().get(&format!("/y-kien/{d}")).await.hides("nhận từ");

        // What is on its way is no longer triaged, and nobody else's items are.
        let again = act(&mut v, "tra-loi", &[&a], &[("result", "x"), ("norm", "y")], &[]).await;
        again.says("Việc này đã chuyển sang bước khác");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&format!("/cong-viec/phan-loai/viec/phan-loai?chon={a}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get(&answered).await.status, StatusCode::NOT_FOUND);
        v.get(&format!("{answered}?lang=en")).await.says("A person’s opinion");
    }

    async fn sealing_says_what_to_configure_where_there_is_no_key(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (item, opinion) = given(&mut v, "Tôi tố cáo.").await;
        let transfer = [("sealed_kind", "denunciation"), ("paper", "1/VP"), ("sent_on", "23/11/2026"), ("receiver", "Thanh tra")];
        let refused = act(&mut v, "niem-phong", &[&item], &transfer, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Chưa có khóa niêm phong");
        v.get(&opinion).await.says("Tôi tố cáo.");
    }

    async fn l7_what_arrived_by_mistake_leaves_every_page_row_event_and_file(db: Fresh) {
        const CANARY: &str = "Hoàng Yến Canary";
        let folder = db.folder.path().to_owned();
        let database = db.database.clone();
        caunoi_app::make_sealing_pair(&folder).unwrap();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let text = format!("Tôi là {CANARY}, tố cáo ông trưởng phòng nhận tiền.");
        let pdf = format!("%PDF-1.4 {CANARY}").into_bytes();
        let changes = [("full_name", CANARY), ("address", CANARY)];
        let name = format!("don {CANARY}.pdf");
        let (item, opinion) = given_with(&mut v, &text, &changes, &[("files", &name, &pdf)]).await;
        let (other, _) = given(&mut v, "Loa hỏng.").await;
        // The name spreads as far as triage can carry it.
        let note = format!("{CANARY} nói đúng");
        went_on(
            &act(
                &mut v,
                "phan-loai",
                &[&item],
                &[("field", "administration"), ("title", &note), ("grounded", "grounded"), ("note", "Bà Canary nói đúng")],
                &[],
            )
            .await,
        );
        went_on(&act(&mut v, "nhom", &[&item], &[("title", &note), ("field", "administration")], &[]).await);
        let parts = [("part_title", CANARY), ("part", CANARY), ("part_title", ""), ("part", "Việc khác.")];
        went_on(&act(&mut v, "tach", &[&item], &parts, &[]).await);
        let published = [("published_title", "Đơn của bà Hoàng Yến"), ("published_body", "Bà Hoàng Yến nói về cán bộ.")];
        went_on(&act(&mut v, "cong-bo", &[&item], &published, &[]).await);
        assert!(caunoi_testkit::every_row(&database).await.contains(CANARY), "the test looks where the name stands");

        let form = v.get(&format!("/cong-viec/phan-loai/viec/niem-phong?chon={item}")).await;
        form.says("không hoàn tác được");
        let missing = act(&mut v, "niem-phong", &[&item], &[("sealed_kind", "denunciation"), ("paper", "3/VP-CĐ")], &[]).await;
        missing.says("Ghi số văn bản, ngày và nơi nhận");
        let transfer =
            [("sealed_kind", "denunciation"), ("paper", "3/VP-CĐ"), ("sent_on", "23/11/2026"), ("receiver", "Thanh tra thành phố")];
        went_on(&act(&mut v, "niem-phong", &[&item], &transfer, &[]).await);

        let rows = caunoi_testkit::every_row(&database).await;
        let betraying: Vec<&str> = rows.lines().filter(|l| l.contains("Canary")).collect();
        assert!(betraying.is_empty(), "rows betray the name: {betraying:?}");
        assert!(!rows.contains("Hoàng Yến"), "nor what was edited for publication");
        assert!(!rows.to_lowercase().contains("hoang yen"), "not as a search key either");
        for path in every_file(&folder) {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!contains(&bytes, CANARY), "{} betrays the name", path.display());
        }
        for path in [
            "/cong-viec/phan-loai",
            "/cong-viec/phan-loai?loc=cong-bo",
            "/cong-viec/phan-loai?loc=da-phan-loai",
            "/cong-viec/van-de",
            "/cong-viec/chuyen-don",
            &opinion,
        ] {
            v.get(path).await.hides("Canary");
        }
        v.get(&opinion).await.says("Đã niêm phong và chuyển theo luật riêng");
        let id = caunoi_domain::opinion::tracking_code::PublicId::parse(&item).unwrap().to_i64();
        let next = crate::followup::item(&site, id).await.next;
        assert_eq!((next.code.code(), next.actor.as_str(), next.basis.as_str()), ("outside", "Thanh tra thành phố", "2026-11-23"));
        v.get("/cong-viec/chuyen-don").await.says("Tố cáo").says("3/VP-CĐ").says("Đến nhầm, đã niêm phong");
        v.get(&format!("/cong-viec/phan-loai?mo={other}")).await.says("Loa hỏng");
        assert_eq!(undo(&mut v).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a sealing is not undone, nor what was before it");

        // The receiving body opens it with its own key, the files too.
        let key: age::x25519::Identity = std::fs::read_to_string(folder.join("sealed-key.txt")).unwrap().trim().parse().unwrap();
        let ciphertext = sealed_of(&site, &opinion).await;
        let plain = String::from_utf8(age::decrypt(&key, &ciphertext).unwrap()).unwrap();
        assert!(plain.contains("tố cáo ông trưởng phòng") && plain.contains(&name));
        let sealed_file = plain.split('"').find(|w| w.len() == 64 && w.bytes().all(|b| b.is_ascii_hexdigit())).unwrap();
        assert_eq!(age::decrypt(&key, &site.app.blobs.read(sealed_file).await.unwrap()).unwrap(), pdf);
    }

    async fn s2_3_of_a_mixed_letter_the_denunciation_is_sealed_and_the_other_matters_go_on(db: Fresh) {
        const CANARY: &str = "Hoàng Yến Canary";
        let folder = db.folder.path().to_owned();
        let database = db.database.clone();
        caunoi_app::make_sealing_pair(&folder).unwrap();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let text = "Mương Đồng Vàng tắc. Ông trưởng phòng nhận tiền CANH-TÁC. Loa thôn Hạ hỏng.";
        let scan = format!("%PDF-1.4 {CANARY}").into_bytes();
        let (first, opinion) = given_with(&mut v, text, &[("full_name", CANARY)], &[("files", "thu.pdf", &scan)]).await;
        let parts = [
            ("part_title", "Mương"),
            ("part", "Mương Đồng Vàng tắc."),
            ("part_title", "Đơn"),
            ("part", "Ông trưởng phòng nhận tiền CANH-TÁC."),
            ("part_title", "Loa"),
            ("part", "Loa thôn Hạ hỏng, bà Hoàng Yến Canary nói."),
        ];
        went_on(&act(&mut v, "tach", &[&first], &parts, &[]).await);
        let page = v.get(&opinion).await;
        let ids: Vec<String> = page.html.split("id=\"m-").skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect();
        let (law, loud) = (ids[1].clone(), ids[2].clone());
        let transfer = [
            ("sealed_kind", "denunciation"),
            ("reach", "matter"),
            ("paper", "3/VP-CĐ"),
            ("sent_on", "23/11/2026"),
            ("receiver", "Thanh tra thành phố"),
        ];
        v.get(&format!("/cong-viec/phan-loai/viec/niem-phong?chon={law}"))
            .await
            .says("Chỉ việc này")
            .says("2 việc khác của thư được giải quyết tiếp");
        // The extract of another matter names who gave it: it is mended first.
        let refused = act(&mut v, "niem-phong", &[&law], &transfer, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Các việc còn lại của thư vẫn chứa nội dung cần niêm phong");
        went_on(
            &act(
                &mut v,
                "tach",
                &[&loud],
                &[("part_title", "Loa"), ("part", "Loa thôn Hạ hỏng."), ("part_title", "Cột"), ("part", "Cột loa nghiêng.")],
                &[],
            )
            .await,
        );
        went_on(&act(&mut v, "niem-phong", &[&law], &transfer, &[]).await);

        let rows = caunoi_testkit::every_row(&database).await;
        let betraying: Vec<&str> =
            rows.lines().filter(|l| l.contains("Canary") || l.contains("CANH-TÁC") || l.to_lowercase().contains("canh tac")).collect();
        assert!(betraying.is_empty(), "rows betray it: {betraying:?}");
        for path in every_file(&folder) {
            assert!(!contains(&std::fs::read(&path).unwrap(), CANARY), "{} betrays the name", path.display());
        }
        // The others are as they were: classified, published, answered, followed.
        let page = v.get(&opinion).await;
        page.says("Mương Đồng Vàng tắc.")
            .says("Loa thôn Hạ hỏng.")
            .says("Đã chuyển theo luật riêng")
            .hides("thu.pdf")
            .hides("Canary")
            .says("Không có thông tin người gửi");
        for (id, title) in [(&first, "Mương tắc"), (&loud, "Loa hỏng")] {
            went_on(&act(&mut v, "phan-loai", &[id], &[("field", "water"), ("grounded", "grounded"), ("note", "Đã xem")], &[]).await);
            went_on(&act(&mut v, "cong-bo", &[id], &[("published_title", title), ("published_body", title)], &[]).await);
            site.visitor().get(&format!("/y-kien/{id}")).await.says(title);
        }
        went_on(&act(&mut v, "tra-loi", &[&first], &[("result", "Đã nạo vét"), ("norm", "Biên bản 1")], &[]).await);
        assert_eq!(site.visitor().get(&format!("/y-kien/{law}")).await.status, StatusCode::NOT_FOUND);
        v.get("/cong-viec/chuyen-don").await.says("Tố cáo").says("3/VP-CĐ");
        // The receiving body opens the whole letter.
        let id = caunoi_domain::opinion::tracking_code::PublicId::parse(opinion.rsplit('/').next().unwrap()).unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let row = caunoi_store::opinion::find_public(&mut conn, id.to_i64()).await.unwrap().unwrap();
        assert!(!row.sealed && row.body.contains("Mương Đồng Vàng tắc."));
        let ciphertext = caunoi_store::sealed::ciphertexts(&mut conn, &row.id).await.unwrap().remove(0);
        let key: age::x25519::Identity = std::fs::read_to_string(folder.join("sealed-key.txt")).unwrap().trim().parse().unwrap();
        let plain = String::from_utf8(age::decrypt(&key, &ciphertext).unwrap()).unwrap();
        assert!(plain.contains(text) && plain.contains(CANARY) && plain.contains("thu.pdf"), "{plain}");
    }
}

async fn is_found(database: &caunoi_store::Database, key: &str) -> bool {
    caunoi_testkit::every_row(database).await.lines().any(|l| l.starts_with("search_doc: ") && l.contains(key))
}

pub async fn sealed_of(site: &Site, opinion: &str) -> Vec<u8> {
    let id = caunoi_domain::opinion::tracking_code::PublicId::parse(opinion.rsplit('/').next().unwrap()).unwrap();
    let mut conn = site.app.store.read().await.unwrap();
    let row = caunoi_store::opinion::find_public(&mut conn, id.to_i64()).await.unwrap().unwrap();
    assert!(row.sealed && row.body.is_empty());
    caunoi_store::sealed::ciphertexts(&mut conn, &row.id).await.unwrap().remove(0)
}

pub fn every_file(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(every_file(&path)) } else { all.push(path) }
    }
    all
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|w| w == words.as_bytes())
}
