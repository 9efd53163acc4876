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
}
