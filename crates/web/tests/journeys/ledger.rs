//! The ledger of duties: the board, one duty with its why, entries, waiving from above, the head's year, the superior's
//! table, the public page (issue D). Its clauses are those of an invented rule of the invented commune.

use caunoi_app::regulation::load::load_file;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    hall::held,
    kit::{Site, press_by},
};

/// An invented rule of the invented commune.
pub const RULE: &str = r#"
[[document]]
id = "van-trach-quy-che-thu"
kind = "regulation"
number = "01-QC/ĐU"
title = "Quy chế dựng ra để kiểm thử"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "frequency"
citation = "Điều 3"
text = "Người đứng đầu tổ chức mỗi năm ít nhất 2 cuộc."
source = "fixture"
confirmed = true
times = 2
per = "year"
months = [6, 12]
[[document.clause]]
kind = "notice_limit"
citation = "Điều 7"
text = "Ban hành thông báo kết luận chậm nhất 10 ngày."
source = "fixture"
confirmed = true
days = 10
count = "calendar"
[[document.clause]]
kind = "supervision"
citation = "Điều 9"
text = "Mỗi năm giám sát ít nhất 1 lần."
source = "fixture"
confirmed = true
times = 1
per = "year"
"#;

pub async fn site(db: caunoi_testkit::Fresh) -> Site {
    let site = Site::new(db).await;
    load_file(&site.app, "fixture.toml", RULE, false).await.unwrap();
    site
}

on_both! {
    async fn s4_2_a_missing_notice_is_named_after_its_limit_with_the_sentence_of_the_rule(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2026, 12, 15));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Bảng theo dõi").hides("Chưa ban hành thông báo kết luận");
        site.on(date(2026, 12, 16));
        let mut thu = site.officer("vanthu.vantrach").await;
        let board = thu.get("/cong-viec/so-nhiem-vu?nam=2026&loc=qua-han").await;
        board.says("Chưa ban hành thông báo kết luận").says("soạn và ban hành thông báo kết luận");
        let href = board
            .html
            .split("class=\"hit\" href=\"")
            .skip(1)
            .map(|s| s.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&"));
        let mut seen = false;
        for h in href {
            let page = thu.get(&h).await;
            if page.text().contains("Ban hành thông báo kết luận chậm nhất 10 ngày.") {
                page.says("05/12/2026 + 10 ngày").says("15/12/2026").says("Ai làm tiếp: Chủ tịch UBND").says("Điều 7");
                seen = true;
            }
        }
        assert!(seen, "the duty says its sentence: {}", board.text());
    }

    async fn s4_5_supervision_that_is_recorded_ends_its_finding_and_a_voided_line_counts_no_more(db: Fresh) {
        let site = site(db).await;
        site.on(date(2027, 1, 4));
        let mut thu = site.officer("vanthu.vantrach").await;
        let named = "Chưa ghi cuộc giám sát nào";
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says(named);
        let at = "/cong-viec/so-nhiem-vu/ghi?nam=2026";
        let wrong = press_by(
            &mut thu,
            at,
            "/cong-viec/so-nhiem-vu/ghi",
            "key",
            &[
                ("kind", "supervision"),
                ("post", "D0001-chu-tich"),
                ("on_day", "30/2/2026"),
                ("by_kind", "front"),
                ("who", "Ban Thường trực MTTQ xã"),
                ("year", "2026"),
            ],
        )
        .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("who"), "Ban Thường trực MTTQ xã", "what was typed stays");
        for post in ["D0001-chu-tich", "D0001-bi-thu"] {
            let done = press_by(
                &mut thu,
                at,
                "/cong-viec/so-nhiem-vu/ghi",
                "key",
                &[
                    ("kind", "supervision"),
                    ("post", post),
                    ("on_day", "20/12/2026"),
                    ("by_kind", "front"),
                    ("who", "Ban Thường trực MTTQ xã"),
                    ("year", "2026"),
                ],
            )
            .await;
            done.says("Đã ghi vào sổ").says("Các việc đã ghi trong năm Giám sát việc tiếp xúc, đối thoại").says("20/12/2026");
        }
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.hides(named);
        let page = thu.get(at).await;
        let row = page.html.split("name=\"row\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        thu.submit("/cong-viec/so-nhiem-vu/bo", &[("csrf", &page.field("csrf")), ("nam", "2026"), ("row", &row)]).await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says(named);
    }

    async fn s2_11_a_head_sees_the_own_year_and_what_is_overdue(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2026, 12, 20));
        let mut head = site.officer("chutich.vantrach").await;
        let page = head.get("/nguoi-dung-dau/nam?nam=2026").await;
        page.says("Năm của tôi, 2026")
            .says("cần chủ trì 2 cuộc: đã tổ chức 1, còn 1")
            .says("Thông báo kết luận")
            .hides("Bí thư Đảng ủy xã Vân Trạch");
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get("/nguoi-dung-dau/nam").await.status, StatusCode::NOT_FOUND);
    }

    async fn s4_15_the_superior_reads_units_by_duties_and_a_stranger_nothing(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2026, 12, 20));
        let mut city = site.officer("vanphong.thanhpho").await;
        let table = city.get("/cap-tren/so-nhiem-vu?nam=2026").await;
        table.says("Xã Vân Trạch").says("Phường Đông Lãm").says("quá hạn");
        let one = table.link("/cong-viec/so-nhiem-vu?xa=D0001").replace("&#38;", "&").replace("&amp;", "&");
        city.get(&one).await.says("Chưa ban hành thông báo kết luận");
        city.get("/cap-tren/so-nhiem-vu?nam=2026&loc=danh-sach").await.says("Chưa ban hành thông báo kết luận");
        let excel = city.get("/cap-tren/so-nhiem-vu.xlsx?nam=2026").await;
        assert_eq!(excel.status, StatusCode::OK);
        assert_eq!(city.get("/cong-viec/so-nhiem-vu.xlsx?xa=D0001&nam=2026").await.status, StatusCode::OK);
        // From a cell to the sentence of the rule: the cell, the row, the sentence.
        let cell = table
            .html
            .split("<a class=\"c c-open\" href=\"")
            .skip(1)
            .find(|h| h.split('"').next().unwrap().contains("viec=notice_limit"))
            .unwrap();
        let cell = cell.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let rows = city.get(&cell).await;
        rows.says("Chỉ các việc: Thông báo kết luận");
        let row =
            rows.html.split("class=\"hit\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        city.get(&row).await.says("Ban hành thông báo kết luận chậm nhất 10 ngày.");
        city.get("/cap-tren/so-nhiem-vu?nam=2026&viec=supervision").await.says("Giám sát").hides("<th scope=\"col\">Công bố kết quả");
        // A neighbour reads nothing of it, and a commune has no table.
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026").await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get("/cap-tren/so-nhiem-vu").await.status, StatusCode::NOT_FOUND);
        let mut nobody = site.visitor();
        assert!(nobody.get_once("/cap-tren/so-nhiem-vu").await.status.is_redirection());
    }

    async fn the_public_reads_a_year_once_its_head_approved_it(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2026, 12, 20));
        let mut anybody = site.visitor();
        anybody.get("/xa/D0001/quy-che?nam=2026").await.says("chưa được duyệt công khai").hides("Điều 7");
        let mut head = site.officer("chutich.vantrach").await;
        let csrf = head.get("/cong-viec/so-nhiem-vu?nam=2026").await.field("csrf");
        head.submit("/cong-viec/so-nhiem-vu/cong-khai", &[("csrf", &csrf), ("nam", "2026"), ("hien", "1")]).await.says("Đang công khai");
        let before = site.app.store.statements();
        anybody.get("/xa/D0001/quy-che?nam=2026").await.says("Điều 7").says("0 trong 1").hides("Nguyễn Thị Hạnh");
        // Which unit; then what the page shows, the calendar, whom rules bind, the rules and every kind of fact together.
        assert_eq!(site.app.store.statements() - before, 2);
        let mut thu = site.officer("vanthu.vantrach").await;
        let csrf = thu
            .get("/cong-viec/so-nhiem-vu?nam=2026")
            .await
            .html
            .split("name=\"csrf\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(
            thu.post("/cong-viec/so-nhiem-vu/cong-khai", &[("csrf", &csrf), ("nam", "2026"), ("hien", "0")]).await.status,
            StatusCode::NOT_FOUND
        );
    }

    async fn the_public_page_counts_what_was_asked_by_today_and_not_what_is_to_come(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut head = site.officer("bithu.vantrach").await;
        let csrf = head.get("/cong-viec/so-nhiem-vu?nam=2026").await.field("csrf");
        head.submit("/cong-viec/so-nhiem-vu/cong-khai", &[("csrf", &csrf), ("nam", "2026"), ("hien", "1")]).await.says("Đang công khai");
        let page = site.visitor().get("/xa/D0001/quy-che?nam=2026").await;
        // The first of two dialogues was due in June; supervision is due by the end of the year: of that nothing is said yet.
        let of = |clause: &str| -> Vec<String> {
            let rows = page.html.split("<tr role=\"row\">").filter(|row| row.contains(&format!(">{clause}, ")));
            rows.map(|row| row.split(" trong ").nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
        };
        assert_eq!((of("Điều 3"), of("Điều 9")), (vec!["1".to_owned(); 2], vec![]), "{}", page.text());
    }

    async fn a_superior_urges_about_a_duty_once_a_day(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut city = site.officer("vanphong.thanhpho").await;
        let board = city.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026&loc=qua-han").await;
        let href = board.link("/cong-viec/so-nhiem-vu/").replace("&#38;", "&").replace("&amp;", "&");
        let path = format!("{}/don-doc", href.split('?').next().unwrap());
        let said = [("xa", "D0001"), ("nam", "2026"), ("urging", "Đề nghị tổ chức trong tháng 7")];
        press_by(&mut city, &href, &path, "form_key", &said).await.says("đã đôn đốc ngày 02/7/2026");
        let again = press_by(&mut city, &href, &path, "form_key", &said).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&href).await.says("đã đôn đốc ngày 02/7/2026");
    }
}
