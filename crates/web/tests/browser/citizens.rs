//! People without script.

use crate::{
    axe::axe_clean,
    chromium::Script,
    site::{PASSWORD, Site},
};

#[tokio::test(flavor = "multi_thread")]
async fn scripts_are_really_off_in_the_journeys_of_citizens() {
    let site = Site::new().await;
    let page = "data:text/html,<title>off</title><script>document.title='on'</script>";
    for (script, title) in [(Script::Off, "off"), (Script::On, "on")] {
        let b = site.visitor(script).await;
        b.driver().goto(page).await.unwrap();
        assert_eq!(b.driver().title().await.unwrap(), title);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_signs_in_without_script() {
    let site = Site::new().await;
    let b = site.visitor(Script::Off).await;
    b.go("/").await;
    b.one("footer a[href=\"/dang-nhap\"]").await.click().await.unwrap();
    b.fill("login", "vanthu.vantrach").await.fill("password", "sai").await.press("Đăng nhập").await;
    b.says("Tên đăng nhập và mật khẩu chưa khớp").await;
    b.fill("password", PASSWORD).await.press("Đăng nhập").await;
    b.says("Xã Vân Trạch").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_error_page_of_signing_in_is_clean() {
    let site = Site::new().await;
    let b = site.visitor(Script::On).await;
    b.go("/dang-nhap").await;
    b.fill("login", "vanthu.vantrach").await.fill("password", "sai").await.press("Đăng nhập").await;
    axe_clean(&b, "sign-in-error").await;
}
