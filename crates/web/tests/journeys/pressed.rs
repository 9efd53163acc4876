//! What an unlucky hand, a bad line or a script sends: a form that was sent already with something else in it, an address
//! nobody wrote, a form of yesterday's session. Nothing typed is lost, nothing is said to be done that was not.

use caunoi_app::demo::world::{self, DONG_LAM, VAN_TRACH};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    followup::{assign, opinion},
    kit::{Page, Site, fill},
};

on_both! {
    async fn another_persons_words_in_a_form_that_was_sent_are_another_opinion(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let form = v.get("/cong-viec/nhap").await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let mut slips = Vec::new();
        // The line broke off after the first was taken: the clerk is back on the form, and the next person stands there.
        let people = [("Phạm Thị Lành", "Loa thôn Hạ hỏng"), ("Đỗ Văn Bền", "Mương Đồng Vàng tắc"), ("Phạm Thị Lành", "Loa thôn Hạ hỏng")];
        for (name, text) in people {
            let fields = [
                ("csrf", csrf.as_str()),
                ("key", key.as_str()),
                ("kind", "feedback"),
                ("channel", "counter"),
                ("received_on", ""),
                ("full_name", name),
                ("part_title", ""),
                ("part", text),
            ];
            let sent = v.upload("/cong-viec/nhap", &fields, &[]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
            let slip = v.get("/cong-viec/nhap/phieu").await;
            slip.says(text);
            slips.push(slip.text());
        }
        assert_ne!(slips[0], slips[1], "nobody gets the code and the secret of the person before");
        assert_eq!(slips[0], slips[2], "the same form again is the same slip");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 2");
    }

    async fn what_is_typed_anew_into_a_form_that_was_sent_is_written_too(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let id = opinion(&site, "hai-lan", "Mương tiêu tắc.").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Vét mương", "11/12/2026", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        for text in ["Đã vét 200 m", "Đã vét 300 m", "Đã vét 200 m"] {
            let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("comment", text)];
            assert_eq!(phong.post(&format!("{task}/trao-doi"), &fields).await.status, StatusCode::SEE_OTHER);
        }
        let page = phong.get(&task).await;
        let (first, second) = (page.text().matches("Đã vét 200 m").count(), page.text().matches("Đã vét 300 m").count());
        assert!(first > 0 && first == second, "each is there, and once: {}", page.text());
        // What nobody sees is not typed: a field of it is empty, and no name is turned by it.
        let hidden = [("csrf", csrf.as_str()), ("key", key.as_str()), ("comment", "\u{200b}\u{2060}\u{feff}")];
        assert_eq!(phong.post(&format!("{task}/trao-doi"), &hidden).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let turned = [("csrf", csrf.as_str()), ("key", key.as_str()), ("comment", "Đã vét \u{202e}400\u{202c} m")];
        assert_eq!(phong.post(&format!("{task}/trao-doi"), &turned).await.status, StatusCode::SEE_OTHER);
        phong.get(&task).await.says("Đã vét 400 m").hides("\u{202e}");
        // The link of a village opens that village and no other, whatever was chosen before under the same form.
        let page = office.get("/cong-viec/duong-dan-thon").await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let mut links = Vec::new();
        for village in [world::village(VAN_TRACH, 1), world::village(VAN_TRACH, 2)] {
            let made =
                office.post("/cong-viec/duong-dan-thon", &[("csrf", &csrf), ("key", &key), ("village", &village), ("days", "30")]).await;
            assert_eq!(made.status, StatusCode::OK, "{}", made.text());
            let at = made.html.find("/thon/").unwrap();
            links.push(made.html[at..].split(['<', '"']).next().unwrap().to_owned());
        }
        assert_ne!(links[0], links[1]);
    }

    async fn an_address_or_an_id_with_a_zero_byte_is_not_found_on_either_database(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        for path in
            ["/xa/%00", "/tim-kiem?q=%00a", "/tim-kiem?xa=%00", "/y-kien/%00", "/quy-che/a%00", "/gui-y-kien?buoc=2&xa=%00", "/thon/%00"]
        {
            let page = v.get(path).await;
            assert!(page.status.is_client_error() || page.status == StatusCode::OK, "{path}: {}", page.status);
        }
        let mut office = site.officer("vanthu.vantrach").await;
        let csrf = office.get("/cong-viec/nhap").await.field("csrf");
        for path in
            ["/cong-viec/ke-hoach/%00", "/cong-viec/tim-kiem?q=a%00b", "/cong-viec/khac-phuc/%00", "/cong-viec/chuyen-don?sau=1_%00"]
        {
            let page = office.get(path).await;
            assert!(page.status.is_client_error() || page.status == StatusCode::OK, "{path}: {}", page.status);
        }
        let sent =
            [("csrf", csrf.as_str()), ("key", "\0"), ("village", "\0"), ("name", "Thôn Mới"), ("on_day", "01/12/2026"), ("paper", "NQ 1")];
        let refused = office.post("/cong-viec/thon/doi-ten", &sent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    }

    async fn what_was_typed_is_shown_again_where_the_form_cannot_be_taken(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let id = opinion(&site, "mat-chu", "Mương tiêu tắc.").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Vét mương", "11/12/2026", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        let typed = "Đã vét 200 m, còn 300 m vướng cọc điện <b>";
        let shown = "Đã vét 200 m, còn 300 m vướng cọc điện &#60;b&#62;";
        // The form of an earlier sign-in.
        let old = [("csrf", "cua hom qua xxxxxxxxxxxxxxxx"), ("key", "k"), ("progress", typed)];
        let refused = phong.upload(&format!("{task}/tien-do"), &old, &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        refused.says("Mẫu gửi đã cũ").says("Những gì ông/bà đã gõ").hides("cua hom qua");
        assert!(refused.html.contains(shown), "{}", refused.html);
        // The session ended meanwhile: the page says so, shows the words, and leads to the sign-in.
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let now = [("csrf", csrf.as_str()), ("key", key.as_str()), ("comment", typed)];
        let mut nobody = site.visitor();
        let refused = nobody.post(&format!("{task}/trao-doi"), &now).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        refused.says("Phiên làm việc đã hết").hides(&csrf);
        assert!(refused.html.contains(shown) && refused.html.contains("href=\"/dang-nhap\""), "{}", refused.html);
        assert_eq!(nobody.get_once(&task).await.location.as_deref(), Some("/dang-nhap"), "who typed nothing just signs in");
        // Somebody else's task by now.
        let page = office.get(&task).await;
        let to = world::body(VAN_TRACH, "cong-an");
        fill(&mut office, &page, &format!("{task}/chuyen"), &[("to_body", &to), ("transfer_reason", "Thuộc trật tự công cộng")]).await;
        let refused = phong.upload(&format!("{task}/tien-do"), &[("csrf", &csrf), ("key", &key), ("progress", typed)], &[]).await;
        assert!(refused.status.is_client_error(), "{}", refused.status);
        assert!(refused.html.contains(shown), "{} {}", refused.status, refused.html);
    }

    async fn a_person_who_is_let_in_by_a_form_sent_twice_has_one_account_and_one_slip(db: Fresh) {
        let site = Site::new(db).await;
        let mut admin = site.officer("quantri.vantrach").await;
        let form = admin.get("/quan-tri/nguoi").await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let person = |name: &'static str, login: &'static str| {
            [("name", name), ("login", login), ("role", "secretary"), ("agency", "D0001-van-phong"), ("post", "")]
        };
        let carried = [("csrf", csrf.as_str()), ("key", &key)];
        let mut slips = Vec::new();
        for fields in [person("Lò Văn Thử", ""), person("Lò Văn Thử", ""), person("Hà Thị Thử", "")] {
            let slip = admin.post("/quan-tri/nguoi", &[carried.as_slice(), &fields].concat()).await;
            assert_eq!(slip.status, StatusCode::OK, "{}", slip.text());
            slip.says(fields[0].1);
            slips.push(slip.html);
        }
        assert_eq!(slips[0], slips[1], "the same form again is the same slip");
        assert_ne!(slips[0], slips[2], "who types another person into it lets another person in");
        let people = admin.get("/quan-tri/nguoi").await;
        assert_eq!((people.text().matches("Lò Văn Thử").count(), people.text().matches("Hà Thị Thử").count()), (1, 1));
        // Another form is another sending: the person is there already.
        let again = [("csrf", csrf.as_str()), ("key", "mot-mau-khac-hoan-toan")];
        let refused = admin.post("/quan-tri/nguoi", &[again.as_slice(), &person("Lò Văn Thử", "")].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        // The password of the slip opens the account.
        let mut codes = slips[1].split("<dd class=\"code\">").skip(1).map(|c| c.split('<').next().unwrap());
        let (login, password) = (codes.next().unwrap(), codes.next().unwrap());
        let signed_in = site.visitor().post("/dang-nhap", &[("login", login), ("password", password)]).await;
        assert_eq!(signed_in.status, StatusCode::SEE_OTHER, "{}", signed_in.text());
    }

    async fn a_form_without_a_key_that_is_pressed_twice_is_recorded_once(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut head = site.officer("chutich.vantrach").await;
        let at = "/cong-viec/so-nhiem-vu/nhac";
        let csrf = head.get(at).await.field("csrf");
        let rule = [("csrf", csrf.as_str()), ("rule", "task"), ("mode", "drafted"), ("before", "4"), ("after", "1"), ("again", "7")];
        let year = [("csrf", csrf.as_str()), ("nam", "2026"), ("hien", "1")];
        let mut recorded = Vec::new();
        for _ in 0..3 {
            assert_eq!(head.post(at, &rule).await.status, StatusCode::SEE_OTHER);
            assert_eq!(head.post("/cong-viec/so-nhiem-vu/cong-khai", &year).await.status, StatusCode::SEE_OTHER);
            let rows = caunoi_testkit::every_row(&database).await;
            recorded.push((rows.matches("urging.rule_set").count(), rows.matches("ledger.published").count()));
        }
        assert!(recorded[0].0 > 0 && recorded[0].1 > 0, "{recorded:?}");
        assert_eq!((recorded[1], recorded[2]), (recorded[0], recorded[0]), "what stands so already is not recorded again");
    }

    async fn what_is_wrong_in_one_of_several_matters_is_said_there_and_no_title_is_dropped(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let form = v.get("/cong-viec/nhap").await;
        let (csrf, key, long) = (form.field("csrf"), form.field("key"), "dài ".repeat(60));
        for (title, body, words) in
            [(long.as_str(), "Mương tắc.", "<a href=\"#part-title-2\">Tên việc"), ("Đèn đường", "", "<a href=\"#part-2\">Nội dung")]
        {
            let fields = [
                ("csrf", csrf.as_str()),
                ("key", &key),
                ("kind", "feedback"),
                ("channel", "counter"),
                ("part_title", ""),
                ("part", "Loa hỏng."),
                ("part_title", title),
                ("part", body),
            ];
            let again = v.upload("/cong-viec/nhap", &fields, &[]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text());
            assert!(again.html.contains(words), "{words}: {}", again.html);
        }
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0");
    }

    async fn every_line_of_a_summary_leads_to_its_place(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let leads = |page: &Page| {
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
            let summary = page.html.split("class=\"errs").nth(1).unwrap().split("</ul>").next().unwrap().to_owned();
            for to in summary.split("href=\"#").skip(1).map(|l| l.split('"').next().unwrap()) {
                assert!(page.html.contains(&format!("id=\"{to}\"")), "#{to} leads nowhere: {summary}");
            }
            assert!(summary.contains("href=\"#"), "{summary}");
        };
        let at = "/cong-viec/so-nhiem-vu/nhac";
        let csrf = v.get(at).await.field("csrf");
        leads(&v.post(at, &[("csrf", &csrf), ("rule", "duty"), ("mode", "off"), ("before", "x"), ("after", ""), ("again", "-1")]).await);
        let note = v.post("/cong-viec/han-che-noi-bo", &[("csrf", &csrf), ("key", "k1"), ("defect", "Trả lời chậm")]).await;
        assert_eq!(note.status, StatusCode::SEE_OTHER);
        let row = v.get("/cong-viec/han-che-noi-bo").await.field("row");
        leads(&v.post("/cong-viec/han-che-noi-bo/khac-phuc", &[("csrf", &csrf), ("key", "k2"), ("row", &row), ("measure", "")]).await);
        let rule = v.get("/cong-viec/quy-che").await.link("/cong-viec/quy-che/");
        let rule = if rule.ends_with("/moi") { "/cong-viec/quy-che/05-hd-vptw".to_owned() } else { rule };
        let long = "x".repeat(4_001);
        let act =
            [("csrf", csrf.as_str()), ("key", "k3"), ("act", "briefing"), ("on", "20/11/2026"), ("by_whom", "Văn phòng"), ("note", &long)];
        leads(&v.post(&format!("{rule}/viec"), &act).await);
        let links = v.get("/cong-viec/duong-dan-thon").await;
        let made =
            v.post("/cong-viec/duong-dan-thon", &[("csrf", &csrf), ("key", &links.field("key")), ("village", ""), ("days", "30")]).await;
        leads(&made);
        assert!(made.html.contains("<option value=\"30\" selected>"), "what was chosen stays: {}", made.html);
        let none = v.upload("/cong-viec/nhap-so", &[("csrf", &csrf), ("loai", "opinions")], &[]).await;
        none.says("Xin chọn tệp");
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_wrong_day_of_acceptance_is_said_at_its_line(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let page = v.get("/cong-viec/chuyen-don").await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let line = [
            ("csrf", csrf.as_str()),
            ("key", key.as_str()),
            ("kind", "complaint"),
            ("channel", "paper"),
            ("arrived_on", "20/11/2026"),
            ("paper", "12/CV"),
            ("sent_on", "21/11/2026"),
            ("receiver", "Thanh tra thành phố"),
            ("due_on", ""),
        ];
        assert_eq!(v.post("/cong-viec/chuyen-don", &line).await.status, StatusCode::SEE_OTHER);
        let accept = v.get("/cong-viec/chuyen-don").await.link_ending("/da-nhan");
        for (day, words) in
            [("", "Xin điền chỗ này"), ("30/02/2026", "Xin sửa ngày: tháng 2 chỉ có 28 ngày"), ("01/01/2026", "Xin xem lại ngày")]
        {
            let again = v.post(&accept, &[("csrf", &csrf), ("accepted_on", day)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
            again.says(&format!("Ngày cơ quan nhận: {words}")).says("12/CV");
            assert_eq!(again.field("accepted_on"), day, "what was typed stays");
        }
        let ours = format!("/cong-viec/chuyen-don/{DONG_LAM}/da-nhan");
        assert_eq!(v.post(&ours, &[("csrf", &csrf), ("accepted_on", "22/11/2026")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(v.post(&accept, &[("csrf", &csrf), ("accepted_on", "22/11/2026")]).await.status, StatusCode::SEE_OTHER);
    }
}
