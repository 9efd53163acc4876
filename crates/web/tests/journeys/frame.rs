//! The frame: languages, headers, sign-in, error pages.

use caunoi_testkit::on_both;
use http::StatusCode;

use crate::kit::{PASSWORD, Site};

on_both! {
    async fn an_officer_signs_in_and_out(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let wrong = v.post("/dang-nhap", &[("login", "vanthu.vantrach"), ("password", "sai")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Tên đăng nhập và mật khẩu chưa khớp");
        assert_eq!(wrong.field("login"), "vanthu.vantrach", "what was typed stays");
        let page = v.submit("/dang-nhap", &[("login", "vanthu.vantrach"), ("password", PASSWORD)]).await;
        page.says("Xã Vân Trạch. Văn phòng HĐND và UBND xã");
        let csrf = page.field("csrf");
        let stale = v.post("/dang-xuat", &[("csrf", "x")]).await;
        assert_eq!(stale.status, StatusCode::FORBIDDEN);
        v.post("/dang-xuat", &[("csrf", &csrf)]).await;
        v.get("/cong-viec").await.says("Đăng nhập dành cho cán bộ");
    }

    async fn a_session_ends_after_two_idle_hours(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("chutich.vantrach").await;
        v.get("/cong-viec").await.says("Chủ tịch UBND xã");
        site.clock.set_day(jiff::civil::date(2026, 11, 23), 10, 1);
        v.get("/cong-viec").await.says("Đăng nhập dành cho cán bộ");
    }

    async fn the_same_page_in_english(db: Fresh) {
        let site = Site::new(db).await;
        site.visitor().get("/dang-nhap?lang=en").await.says("Sign in, for officers");
        let missing = site.visitor().get("/khong-co").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        missing.says("Không có trang này");
        assert!(missing.headers.contains_key("content-security-policy"));
    }

    async fn every_refusal_is_a_page_that_says_what_to_do_in_the_readers_language(db: Fresh) {
        let site = Site::new(db).await;
        let form = "application/x-www-form-urlencoded";
        let cases = [
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "/theo-doi", "application/json", "", 2, "Chưa đọc được yêu cầu này", "could not be read"),
            (StatusCode::PAYLOAD_TOO_LARGE, "/theo-doi", form, "", 3 << 20, "Nội dung gửi quá lớn", "Too much was sent at once"),
            (StatusCode::FORBIDDEN, "/theo-doi", form, "https://noi-khac.example", 2, "Mẫu gửi đã cũ", "The form is out of date"),
        ];
        for (status, path, kind, origin, size, vi, en) in cases {
            for (lang, says) in [("vi", vi), ("en", en)] {
                let mut v = site.visitor().reading(lang);
                let mut request = http::Request::post(path).header(http::header::CONTENT_TYPE, kind);
                if !origin.is_empty() {
                    request = request.header(http::header::ORIGIN, origin);
                }
                let page = v.send(request, vec![b'a'; size]).await;
                assert_eq!(page.status, status, "{}", page.html);
                page.says(says);
                assert_eq!(crate::html::faults(&page.html), Vec::<String>::new());
                assert!(page.headers.contains_key("content-security-policy"));
            }
        }
        let only_forms = site.officer("vanthu.vantrach").await.get("/cong-viec/phan-loai/hoan-tac").await;
        assert_eq!((only_forms.status, only_forms.headers["allow"].to_str().unwrap()), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
        only_forms.says("Không có trang này").link("/cong-viec");
    }

    async fn a_wrong_address_of_the_desk_stands_in_the_frame_of_the_desk(db: Fresh) {
        let site = Site::new(db).await;
        let (desk, citizens) = ("<body class=\"staff\">", "href=\"/gui-y-kien\"");
        for (login, home) in [("vanthu.vantrach", "/cong-viec"), ("quantri.vantrach", "/quan-tri"), ("vanphong.thanhpho", "/cong-viec")] {
            let mut v = site.officer(login).await;
            for path in
                ["/cong-viec/khong-co", "/cong-viec/ke-hoach/khong-co", "/nhiem-vu/x", "/cap-tren/x", "/nguoi-dung-dau/x", "/quan-tri/x"]
            {
                let page = v.get(path).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{login} {path}");
                assert!(page.html.contains(desk) && !page.html.contains(citizens), "{login} {path}: {}", page.html);
                page.says("Không có trang này").says("Đăng xuất");
                assert!(page.html.contains(&format!("class=\"btn\" href=\"{home}\"")), "{login} {path}: {}", page.html);
                assert_eq!(crate::html::faults(&page.html), Vec::<String>::new());
            }
            // What is for everybody stays so.
            v.get("/khong-co").await.hides(desk);
        }
        let mut v = site.officer("vanthu.vantrach").await;
        let old = v.post("/cong-viec/hop-khac/moi", &[("csrf", "cua-hom-qua"), ("title", "Một cuộc họp dài")]).await;
        assert_eq!(old.status, StatusCode::FORBIDDEN);
        assert!(old.says("Một cuộc họp dài").html.contains(desk));
        let nobody = site.visitor().get_once("/cong-viec/khong-co").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
        nobody.hides(desk);
    }
}

/// A citizen at a notice that is not there is led to the first page, an officer at what is the desk's to the desk.
#[test]
fn an_error_page_leads_back_to_where_its_reader_comes_from() {
    use askama::Template as _;
    use caunoi_web::page::{
        Page,
        fault::{Fault, FaultPage},
        lang::Lang,
    };
    let of = |path: &str| FaultPage::new(Page::new(Lang::Vi, path, false), &Fault::NotFound).render().unwrap();
    for path in ["/thong-bao/1a2b", "/thong-bao/1a2b/ban-tin", "/y-kien/1a2b", "/nhiem-vu/lien-ket/x", "/khong-co"] {
        assert!(!of(path).contains("href=\"/cong-viec\""), "{path}");
    }
    for path in ["/thong-bao", "/thong-bao/nhac/1a2b", "/thong-bao/da-doc", "/cong-viec/khong-co", "/nhiem-vu/1a2b", "/cap-tren"] {
        assert!(of(path).contains("href=\"/cong-viec\""), "{path}");
    }
}

/// Faults that no request brings about at will have their words too.
#[test]
fn each_fault_has_its_words_in_both_languages() {
    use askama::Template as _;
    use caunoi_web::page::{
        Page,
        fault::{Fault, FaultPage},
        lang::Lang,
    };
    // From each to the next: a new fault does not compile before it has its place.
    let next = |fault: &Fault| {
        Some(match fault {
            Fault::NotFound => Fault::Foreign,
            Fault::Foreign => Fault::Refused(Vec::new()),
            Fault::Refused(_) => Fault::TooMany(90),
            Fault::TooMany(_) => Fault::Unread,
            Fault::Unread => Fault::TooLarge,
            Fault::TooLarge => Fault::Later,
            Fault::Later => Fault::Broken,
            // The last; and two that lead to a page of their own instead of being one.
            Fault::Broken | Fault::SignIn | Fault::ChangePassword => return None,
        })
    };
    let faults: Vec<Fault> = std::iter::successors(Some(Fault::NotFound), next).collect();
    let mut titles = std::collections::BTreeSet::new();
    for fault in &faults {
        for lang in [Lang::Vi, Lang::En] {
            let html = FaultPage::new(Page::new(lang, "/theo-doi", true), fault).render().unwrap();
            assert_eq!(crate::html::faults(&html), Vec::<String>::new(), "{fault:?}");
            titles.insert(html.split("<h1>").nth(1).unwrap().split('<').next().unwrap().to_owned());
        }
    }
    assert_eq!(titles.len(), 2 * faults.len(), "each says what it is: {titles:?}");
    // Who only read is not told of something that was sent.
    for fault in &faults {
        let page = FaultPage::new(Page::new(Lang::Vi, "/xa/D0001", false), fault);
        let (sent, reading) =
            (page.render().unwrap(), FaultPage::new(Page::new(Lang::Vi, "/xa/D0001", false), fault).while_reading(fault).render().unwrap());
        let of_the_moment = matches!(fault, Fault::Later | Fault::Broken);
        assert_eq!(reading.contains("Điều vừa gửi"), !of_the_moment && sent.contains("Điều vừa gửi"), "{fault:?}");
        assert_eq!(reading.contains("Trang này chưa mở được"), of_the_moment, "{fault:?}");
    }
}
