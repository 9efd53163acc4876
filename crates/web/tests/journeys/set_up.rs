//! A real office from nothing: set up as `caunoi init` does, its administrator lets people in, its clerk enters the first opinion.

use caunoi_app::people::{
    account::hash_password,
    set_up::{FirstAdmin, SetUpOffice, office_of},
};
use caunoi_domain::{
    people::{actor::Actor, template},
    problem::What,
    unit::{Level, Period, unit_id},
};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    intake,
    kit::{Page, Site, Visitor},
};

/// Sets up a unit with its usual bodies, as the command does.
pub async fn set_up(site: &Site, code: &str, level: Level, kind: &str, one_time: &str) {
    let bodies = template::usual(level, kind).unwrap();
    let verb = SetUpOffice {
        unit_id: unit_id(code, Period::From2025),
        successions: template::successions().unwrap(),
        policy_basis: String::new(),
        admin_body: office_of(&bodies).unwrap().to_owned(),
        admin: FirstAdmin {
            login: "quantri".to_owned(),
            full_name: "Mai Tiến Dũng".to_owned(),
            password_hash: hash_password(&site.app, one_time.to_owned()).await.unwrap(),
            must_change: true,
        },
        bodies,
    };
    site.app.carry_out(&Actor::System, verb).await.unwrap();
}

/// Signs in with a one-time password and sets one of one's own.
pub async fn first_sign_in(v: &mut Visitor, login: &str, one_time: &str, own: &str) -> Page {
    v.submit("/dang-nhap", &[("login", login), ("password", one_time)]).await.says("Xin đặt mật khẩu riêng trước khi làm việc");
    let csrf = v.get("/doi-mat-khau").await.field("csrf");
    v.submit("/doi-mat-khau", &[("csrf", &csrf), ("old", one_time), ("new", own), ("again", own)]).await
}

#[track_caller]
pub fn code(page: &Page, n: usize) -> String {
    page.html.split("class=\"code\">").nth(n + 1).unwrap().split('<').next().unwrap().to_owned()
}

on_both! {
    async fn an_office_set_up_from_nothing_enters_its_first_opinion(db: Fresh) {
        let site = Site::empty(db).await;
        set_up(&site, "10615", Level::Commune, "xa", "abcdefgh23456777").await;
        let mut admin = site.visitor();
        let home = first_sign_in(&mut admin, "quantri", "abcd efgh 2345 6777", "lúa chín vàng đồng làng").await;
        home.says("Còn thiếu trước cuộc đối thoại đầu tiên")
            .says("Chưa có cán bộ tham mưu")
            .says("Bắt buộc")
            .says("Chưa có thôn, tổ dân phố nào");
        home.says("Lịch làm việc chưa xác nhận").says("caunoi import regulations").says("Chính sách công bố");
        home.says("Các bước thiết lập").says("Cần làm tiếp").says("chưa có người giữ");
        admin
            .get("/quan-tri/co-quan")
            .await
            .says("Phòng Kinh tế xã")
            .says("Nghị định 150/2025/NĐ-CP")
            .says("Chưa xác nhận")
            .hides("Hạ tầng và Đô thị");
        let form = admin.get("/quan-tri/nguoi").await;
        let list = "Vũ Thị Hoa\t\tTham mưu\tVăn phòng HĐND và UBND\t\nBùi Văn Nam\t\tNgười đứng đầu\tUBND\tChủ tịch UBND xã";
        let rows = [("csrf", form.field("csrf")), ("rows", list.to_owned()), ("mo", "yes".to_owned())];
        let rows: Vec<(&str, &str)> = rows.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let slips = admin.submit("/quan-tri/nguoi/nhap", &rows).await;
        slips.says("Đã xong 2 phiếu");
        admin.get("/quan-tri/chuc-danh").await.says("Ủy ban nhân dân xã Bùi Văn Nam");
        let mut clerk = site.visitor();
        first_sign_in(&mut clerk, &code(&slips, 0), &code(&slips, 1), "gió đưa cành trúc la đà").await.says("Việc cần làm");
        let sent = intake::enter(&mut clerk, &["Đường liên thôn lầy lội, học sinh khó đi."], &[], &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        clerk.get("/cong-viec/nhap/phieu").await.says("Mã theo dõi").says("Văn phòng HĐND và UBND xã báo ông/bà");
        clerk.get("/cong-viec/phan-loai").await.says("Chờ phân loại 1").says("Đường liên thôn lầy lội");
        let mut chair = site.visitor();
        first_sign_in(&mut chair, &code(&slips, 2), &code(&slips, 3), "mái đình cây đa bến nước").await;
        chair.get("/nguoi-dung-dau").await.says("Chủ tịch UBND xã");
        // What was mended is no longer missing, the rest still is; each leads to where it is mended.
        let home = admin.get("/quan-tri").await;
        home.hides("Chưa có cán bộ tham mưu").hides("Chưa có người đứng đầu").says("Chưa có thôn, tổ dân phố nào");
        for at in ["/cong-viec/thon", "/cong-viec/quy-che", "/quan-tri/cong-bo", "/quan-tri/co-quan", "/quan-tri/chuc-danh"] {
            assert!(home.html.contains(&format!("href=\"{at}")), "{at}");
            assert_eq!(admin.get(at).await.status, StatusCode::OK, "{at}");
        }
    }

    async fn s0_18_a_province_has_the_body_of_2024_and_the_one_of_2026_by_their_names(db: Fresh) {
        let site = Site::empty(db).await;
        set_up(&site, "31", Level::Province, "thanh_pho_tw", "abcdefgh23456777").await;
        let mut admin = site.visitor();
        first_sign_in(&mut admin, "quantri", "abcdefgh23456777", "lúa chín vàng đồng làng").await;
        let then = admin.get("/quan-tri/co-quan?on=01/6/2024").await;
        then.says("Ban Dân vận Thành ủy Ban của cấp ủy BDV").says("Ban cán sự đảng UBND thành phố Cấp ủy").says("Văn phòng Thành ủy");
        then.hides("BTGDV</td>");
        let now = admin.get("/quan-tri/co-quan?on=01/6/2026").await;
        now.says("Ban Tuyên giáo và Dân vận Thành ủy Kế tục từ 01/3/2025").says("Đảng ủy UBND thành phố Kế tục từ").hides("BDV</td>");
        now.says("Ban Dân vận Thành ủy Ban Tuyên giáo và Dân vận Thành ủy 01/3/2025 Chưa xác nhận");
    }

    async fn an_office_is_set_up_once(db: Fresh) {
        let site = Site::empty(db).await;
        set_up(&site, "10615", Level::Commune, "xa", "abcdefgh23456777").await;
        let bodies = template::usual(Level::Commune, "xa").unwrap();
        let again = SetUpOffice {
            unit_id: unit_id("10615", Period::From2025),
            bodies,
            successions: Vec::new(),
            policy_basis: String::new(),
            admin_body: "van-phong".to_owned(),
            admin: FirstAdmin { login: "khac".to_owned(), full_name: "Khác".to_owned(), password_hash: String::new(), must_change: true },
        };
        assert!(matches!(crate::kit::refused(&site, &Actor::System, again).await.1, What::NotNow { .. }));
        let accounts = caunoi_store::people::accounts(&mut site.app.store.read().await.unwrap(), "10615", "2026-11-23").await.unwrap();
        assert_eq!(accounts.len(), 1, "nothing of a second set-up is kept");
    }
}
