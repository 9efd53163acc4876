//! The register of documents: everybody reads it, an office keeps its own, briefings and plans are recorded.

use caunoi_app::{
    Refusal,
    regulation::{approve_summary::ApproveSummary, load},
    territory::load::LoadUnits,
};
use caunoi_domain::{people::actor::Actor, problem::What};
use caunoi_testkit::{every_row, on_both};
use http::StatusCode;

use crate::{
    kit::{Page, Site, Visitor},
    ledger_rules::{form, save},
    scene,
};

const DOCUMENT: &[(&str, &str)] = &[
    ("kind", "plan"),
    ("number", "12-KH/ĐU"),
    ("title", "Kế hoạch đối thoại năm 2026"),
    ("issuer", "Đảng ủy xã Vân Trạch"),
    ("issued_on", "05/01/2026"),
    ("source", "bản giấy lưu tại Văn phòng"),
];

/// Registers a document of the commune and answers its address at the desk.
pub async fn registered(v: &mut Visitor, changes: &[(&str, &str)]) -> String {
    let fields: Vec<(&str, &str)> = DOCUMENT
        .iter()
        .map(|(n, w)| (*n, changes.iter().find(|(c, _)| c == n).map_or(*w, |(_, x)| *x)))
        .chain(changes.iter().filter(|(n, _)| DOCUMENT.iter().all(|(d, _)| d != n)).copied())
        .collect();
    let sent = form(v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location.unwrap()
}

/// Two invented rules of the invented commune that ask for other numbers.
const TWO_RULES: &str = r#"
[[document]]
id = "van-trach-quy-che-mot"
kind = "regulation"
number = "01-QC/ĐU"
title = "Quy chế dựng ra thứ nhất"
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

[[document]]
id = "van-trach-quy-che-hai"
kind = "regulation"
number = "02-QC/ĐU"
title = "Quy chế dựng ra thứ hai"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-07-01"
source = "fixture"
[[document.clause]]
kind = "frequency"
citation = "Điều 5"
text = "Người đứng đầu tổ chức mỗi năm ít nhất 3 cuộc."
source = "fixture"
confirmed = false
times = 3
per = "year"
"#;

on_both! {
    async fn s1_11_the_rule_in_force_on_the_date_is_shown_and_reached_from_place_and_dialogue(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let commune = v.get("/xa/D0001").await;
        let now = v.get(&commune.link("/quy-che?noi=").replace("&amp;", "&")).await;
        now.says("Văn bản áp dụng cho Xã Vân Trạch, có hiệu lực ngày 23/11/2026")
            .says("Quy định số 11-QĐi/TW")
            .says("Hướng dẫn số 13-HD/BTGDVTU");
        now.says("Đang có hiệu lực").says("Luật Tiếp công dân");
        assert!(!now.html.contains("/quy-che/hai-duong-03-qc-tu"), "a rule of another province does not apply here");
        let dialogue = v.get(&scene.concluded).await;
        let then = v.get(&dialogue.link("/quy-che?noi=").replace("&amp;", "&")).await;
        then.says("có hiệu lực ngày");
        let page = v.get(&then.link("/quy-che/11-qdi-tw").replace("&amp;", "&")).await;
        page.says("Quy định số 11-QĐi/TW")
            .says("ít nhất mỗi tháng hai ngày")
            .says("10 ngày làm việc")
            .says("Được sửa đổi, bổ sung bởi")
            .says("215-KL/TW");
        // On a day before the amendment the clauses of then stand first, and those of today are said not to apply.
        let before = v.get("/quy-che/11-qdi-tw?ngay=01/06/2024").await;
        before.says("vào ngày 01/6/2024").says("trước Kết luận 215-KL/TW").says("điều khoản không áp dụng vào ngày này");
        assert_eq!(v.get("/quy-che/khong-co-van-ban").await.status, StatusCode::NOT_FOUND);
        assert_eq!(v.get("/quy-che/11-qdi-tw?ngay=31/02/2024").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        v.get("/quy-che?lang=en").await.says("Regulations").says("In force");
        assert!(
            !site
                .visitor()
                .get("/quy-che/hai-duong-03-qc-tu")
                .await
                .says("Chưa ghi điều khoản nào")
                .says("Thay thế")
                .says("Ban Thường vụ Tỉnh ủy Hải Dương")
                .headers
                .contains_key("set-cookie")
        );
    }

    async fn s3_9_rules_in_force_at_once_that_differ_are_shown_with_both_citations_and_none_is_chosen(db: Fresh) {
        let site = Site::new(db).await;
        load::load_file(&site.app, "fixture.toml", TWO_RULES, false).await.unwrap();
        let mut v = site.visitor();
        let pages = ["/quy-che?noi=D0001.demo", "/quy-che/van-trach-quy-che-hai", "/xa/D0001/quy-che"];
        for path in pages {
            let page = v.get(path).await;
            page.says("Những điểm khác nhau đang cùng có hiệu lực").says("không quyết định theo văn bản nào");
            page.says("Khác nhau về: số lần.")
                .says("Cùng có hiệu lực từ 01/7/2026.")
                .says("Quy chế số 01-QC/ĐU , Điều 3")
                .says("Quy chế số 02-QC/ĐU , Điều 5");
            page.says("Yêu cầu cao hơn: Quy chế số 02-QC/ĐU, Điều 5.").says("chưa xác nhận");
        }
        // Only where both apply, and on days of both.
        v.get("/quy-che?noi=D0001.demo&ngay=30/6/2026").await.hides("van-trach-quy-che-hai");
        v.get("/quy-che?noi=D0002.demo").await.hides("van-trach-quy-che-hai");
        v.get("/quy-che/11-qdi-tw").await.hides("van-trach-quy-che-hai");
        v.get("/quy-che/van-trach-quy-che-hai?ngay=01/6/2026").await.hides("van-trach-quy-che-mot");
        v.get("/xa/D0001/quy-che?lang=en").await.says("Asks more: Regulation (quy chế) 02-QC/ĐU, Điều 5.");
        // Of an internal rule nothing stands on a page of everybody; the office of the place reads it.
        load::load_file(
            &site.app,
            "fixture.toml",
            &TWO_RULES.replace("number = \"02-QC/ĐU\"", "number = \"02-QC/ĐU\"\nvisibility = \"internal\""),
            false,
        )
        .await
        .unwrap();
        let mut v = site.visitor();
        for path in pages {
            v.get(path).await.hides("ít nhất 3 cuộc");
        }
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/quy-che/van-trach-quy-che-hai").await.says("Những điểm khác nhau").says("ít nhất 3 cuộc");
    }

    async fn s4_1_rules_of_the_former_province_are_listed_for_a_commune_of_today_as_of_their_day(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
        let mut v = site.visitor();
        let page = v.get("/xa/10615/quy-che").await;
        page.says("Văn bản của các đơn vị cũ")
            .says("Tỉnh Hải Dương (cũ) Quy chế số 03-QC/TU")
            .says("Tỉnh Hải Dương (cũ) Quy chế số 08-QC/TU");
        // What a source states: the successor's day. What none states is not asserted.
        page.says("Đã được thay thế Hiệu lực từ 03/01/2018 đến 17/3/2021")
            .says("Chưa xác nhận còn hiệu lực: đơn vị đã sắp xếp lại Hiệu lực từ 18/3/2021");
        assert!(!page.text().contains("vi phạm"));
        // As of a day of then: the rule of then, in force.
        let then = v.get("/quy-che?noi=10615.2025&ngay=01/6/2020").await;
        then.says("Tỉnh Hải Dương (cũ) Quy chế số 08-QC/TU")
            .says("Có hiệu lực ngày 01/6/2020 Hiệu lực từ 03/01/2018")
            .hides("Quy chế số 03-QC/TU");
        v.get("/quy-che?noi=10615.2025&ngay=01/6/2022").await.says("Quy chế số 03-QC/TU").hides("Quy chế số 08-QC/TU");
        // An invented commune was formed from nothing.
        v.get("/xa/D0001/quy-che").await.hides("Văn bản của các đơn vị cũ");
    }

    async fn s4_1_a_record_of_2020_is_read_by_rule_08_and_one_of_2022_by_rule_03(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        v.get("/quy-che/hai-duong-08-qc-tu?ngay=01/06/2020")
            .await
            .says("Đang có hiệu lực")
            .says("từ 03/01/2018 đến 17/3/2021")
            .says("Được thay thế bởi");
        v.get("/quy-che/hai-duong-08-qc-tu?ngay=01/06/2022").await.says("Đã được thay thế");
        v.get("/quy-che/hai-duong-03-qc-tu?ngay=01/06/2022").await.says("Đang có hiệu lực");
        v.get("/quy-che/hai-duong-03-qc-tu?ngay=01/06/2020").await.says("Chưa có hiệu lực");
        let list = v.get("/quy-che?q=QC/TU&ngay=01/06/2020").await;
        assert!(list.html.contains("hai-duong-08-qc-tu") && !list.html.contains("hai-duong-03-qc-tu"), "{}", list.text());
        let list = v.get("/quy-che?q=QC/TU&ngay=01/06/2022").await;
        assert!(list.html.contains("hai-duong-03-qc-tu") && !list.html.contains("hai-duong-08-qc-tu"), "{}", list.text());
    }

    async fn s0_1_both_documents_of_thai_binh_are_found_whichever_spacing_is_typed(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        for typed in ["07-QC%2FTU", "07-%20QC%2FTU", "7-qc/tu"] {
            let page = v.get(&format!("/quy-che?q={typed}")).await;
            page.says("Quy chế số 07-QC/TU").says("Ban Thường vụ Tỉnh ủy Thái Bình");
            assert_eq!(page.html.matches("<h3><a href=\"/quy-che/").count(), 1, "{typed}");
        }
        v.get("/quy-che?q=37-CT/TU").await.says("Chỉ thị số 37-CT/TU").says("từ 03/11/2024");
        // The search over everything public finds them too.
        v.get("/tim-kiem?q=07-%20QC/TU").await.says("07-QC/TU").says("Văn bản");
        v.get("/tim-kiem?q=37-CT/TU&loai=van-ban").await.says("37-CT/TU");
        v.get("/quy-che?q=khongco").await.says("Chưa có văn bản nào như vậy");
    }

    async fn loading_again_changes_nothing_and_a_wrong_file_is_refused_whole(db: Fresh) {
        let site = Site::new(db).await;
        let again = load::load_builtin(&site.app).await.unwrap();
        assert_eq!((again.new, again.corrected), (0, 0));
        let text = include_str!("../../../../data/regulations/mau.toml");
        let wrong = text.replace("per = \"year\"", "per = \"nam\"");
        let refused = load::load_file(&site.app, "quy-che.toml", &wrong, false).await.unwrap_err().to_string();
        assert!(
            refused.starts_with(
                "quy-che.toml:22: document `tinh-mau-01-qc-tu`, clause 1: per `nam`; expected one of week, month, quarter, year"
            ),
            "{refused}"
        );
        let dangling = text.replace(
            "[[document.clause]]",
            "[[document.link]]\nkind = \"supersedes\"\nto = \"khong-co\"\nsource = \"x\"\n[[document.clause]]",
        );
        let refused = load::load_file(&site.app, "quy-che.toml", &dangling, false).await.unwrap_err().to_string();
        assert!(refused.contains("a link to `khong-co`") && refused.starts_with("quy-che.toml:16:"), "{refused}");
        assert_eq!(site.visitor().get("/quy-che/tinh-mau-01-qc-tu").await.status, StatusCode::NOT_FOUND);
        let would = load::load_file(&site.app, "quy-che.toml", text, true).await.unwrap();
        assert_eq!(would.new, 1);
        assert_eq!(site.visitor().get("/quy-che/tinh-mau-01-qc-tu").await.status, StatusCode::NOT_FOUND);
        assert_eq!(load::load_file(&site.app, "quy-che.toml", text, false).await.unwrap().new, 1);
        assert_eq!(load::load_file(&site.app, "quy-che.toml", text, false).await.unwrap().there, 1);
        let corrected = load::load_file(&site.app, "quy-che.toml", &text.replace("times = 2", "times = 3"), false).await.unwrap();
        assert_eq!(corrected.corrected, 1);
        site.visitor().get("/quy-che/tinh-mau-01-qc-tu").await.says("Ít nhất 3 lần mỗi năm");
    }

    async fn an_office_registers_its_own_document_with_a_clause_a_briefing_and_a_plan(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let wrong = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &[("kind", "plan"), ("title", "Kế hoạch năm")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Lỗi: ").says("Kế hoạch năm");
        let at = registered(&mut v, &[]).await;
        let clause = form(
            &mut v,
            &format!("{at}/dieu-khoan"),
            &format!("{at}/dieu-khoan"),
            &[("kind", "frequency"), ("citation", "Mục II"), ("text", "Mỗi năm hai cuộc.")],
        )
        .await;
        assert_eq!(clause.status, StatusCode::UNPROCESSABLE_ENTITY, "a number of dialogues without the number");
        let clause = save(
            &mut v,
            &format!("{at}/dieu-khoan"),
            &[
                ("kind", "frequency"),
                ("citation", "Mục II"),
                ("text", "Mỗi năm hai cuộc."),
                ("level", "commune"),
                ("times", "2"),
                ("per", "year"),
                ("confirmed", "yes"),
            ],
        )
        .await;
        assert_eq!(clause.status, StatusCode::SEE_OTHER, "{}", clause.text());
        v.get(&at).await.says("Mục II").says("Ít nhất 2 lần mỗi năm").says("Cấp: cấp xã");
        let act = form(
            &mut v,
            &at,
            &format!("{at}/viec"),
            &[("act", "briefing"), ("on", "10/01/2026"), ("by_whom", "Bí thư Đảng ủy xã"), ("paper", "GM 03")],
        )
        .await;
        assert_eq!(act.status, StatusCode::UNPROCESSABLE_ENTITY, "a briefing without an audience");
        assert_eq!(act.field("paper"), "GM 03", "what was typed stays");
        for fields in [
            [
                ("act", "briefing"),
                ("on", "10/01/2026"),
                ("by_whom", "Bí thư Đảng ủy xã"),
                ("audience", "các chi bộ"),
                ("people", "45"),
                ("paper", "Giấy mời 03 ngày 08/01/2026"),
            ],
            [
                ("act", "plan"),
                ("on", "12/01/2026"),
                ("by_whom", "UBND xã"),
                ("audience", ""),
                ("people", ""),
                ("paper", "KH 05 ngày 12/01/2026"),
            ],
        ] {
            let act = form(&mut v, &at, &format!("{at}/viec"), &fields).await;
            assert_eq!(act.status, StatusCode::SEE_OTHER, "{}", act.text());
        }
        v.get(&at).await.says("Bí thư Đảng ủy xã").says("các chi bộ").says("45 người").says("Giấy mời 03");
        let list = v.get("/cong-viec/quy-che").await;
        list.says("12-KH/ĐU").says("10/01/2026").says("12/01/2026").says("Chưa ghi");
        // A rule of above is briefed too; its words are not this office's to change.
        let act = form(
            &mut v,
            "/cong-viec/quy-che/11-qdi-tw",
            "/cong-viec/quy-che/11-qdi-tw/viec",
            &[
                ("act", "briefing"),
                ("on", "15/03/2026"),
                ("by_whom", "Bí thư Đảng ủy xã"),
                ("audience", "Ban Chấp hành"),
                ("paper", "GM 09"),
            ],
        )
        .await;
        assert_eq!(act.status, StatusCode::SEE_OTHER, "{}", act.text());
        let csrf = v.get(&at).await.field("csrf");
        let foreign = v
            .post(
                "/cong-viec/quy-che/11-qdi-tw/dieu-khoan",
                &[("csrf", &csrf), ("key", "k"), ("kind", "principle"), ("citation", "x"), ("text", "y")],
            )
            .await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        // The neighbour sees the public page and cannot correct it; the Front reads and changes nothing.
        let public = at.trim_start_matches("/cong-viec");
        site.visitor().get(public).await.says("Kế hoạch số 12-KH/ĐU").says("Mục II");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&format!("{at}/sua")).await.status, StatusCode::NOT_FOUND);
        other.get("/cong-viec/quy-che").await.hides("12-KH/ĐU");
        let mut front = site.officer("mttq.vantrach").await;
        front.get(&at).await.says("12-KH/ĐU").hides("/dieu-khoan");
        assert_eq!(front.get("/cong-viec/quy-che/moi").await.status, StatusCode::NOT_FOUND);
        // Corrected: the next version, the clause stays.
        let sent = form(
            &mut v,
            &format!("{at}/sua"),
            &format!("{at}/sua"),
            &DOCUMENT
                .iter()
                .map(|(n, w)| if *n == "title" { (*n, "Kế hoạch đối thoại năm 2026 (sửa)") } else { (*n, *w) })
                .collect::<Vec<_>>(),
        )
        .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        site.visitor().get(public).await.says("(sửa)").says("Mục II");
    }

    async fn a_document_is_linked_to_one_that_is_registered_and_only_an_internal_one_has_a_summary(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let linked = |to: &'static str| [DOCUMENT, &[("link_kind", "guides"), ("link_to", to)][..]].concat();
        let wrong = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &linked("khong-co")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a link that leads nowhere");
        let sent = form(&mut v, "/cong-viec/quy-che/moi", "/cong-viec/quy-che/moi", &linked("11-qdi-tw")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let at = sent.location.unwrap();
        site.visitor().get(at.trim_start_matches("/cong-viec")).await.link("/quy-che/11-qdi-tw");
        // Everybody reads the document itself: nobody stands between it and its words.
        let regulation = at.rsplit('/').next().unwrap().to_owned();
        let clerk = site.actor("vanthu.vantrach").await;
        let summary = site.app.carry_out(&clerk, ApproveSummary { regulation, summary: "Tóm tắt.".into() }).await;
        assert!(matches!(&summary, Err(Refusal::Invalid(wrong)) if matches!(wrong[0].what, What::NotNow { .. })), "{summary:?}");
    }

    async fn of_an_internal_document_everybody_reads_its_citation_and_the_approved_summary_only(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let at =
            registered(&mut v, &[("internal", "yes"), ("number", "07-QC/ĐU"), ("kind", "regulation"), ("title", "CANARYTRICHYEU nội bộ")])
                .await;
        let clause = save(
            &mut v,
            &format!("{at}/dieu-khoan"),
            &[("kind", "principle"), ("citation", "Điều 1"), ("text", "CANARYNOIDUNG"), ("confirmed", "yes")],
        )
        .await;
        assert_eq!(clause.status, StatusCode::SEE_OTHER, "{}", clause.text());
        v.get(&at).await.says("CANARYNOIDUNG").says("CANARYTRICHYEU");
        let public = at.trim_start_matches("/cong-viec").to_owned();
        let hidden = |page: &Page| {
            page.hides("CANARYTRICHYEU").hides("CANARYNOIDUNG");
        };
        let mut stranger = site.visitor();
        let page = stranger.get(&public).await;
        page.says("Quy chế số 07-QC/ĐU").says("văn bản nội bộ").says("Chưa có bản tóm tắt được duyệt").says("Đảng ủy xã Vân Trạch");
        hidden(&page);
        for path in [
            "/quy-che?q=07-QC/ĐU",
            "/quy-che?q=CANARYTRICHYEU",
            "/tim-kiem?q=CANARYTRICHYEU",
            "/tim-kiem?q=CANARYNOIDUNG",
            "/quy-che?noi=D0001",
        ] {
            let page = stranger.get(path).await;
            if !path.contains("CANARY") {
                hidden(&page);
            } else {
                assert!(!page.html.contains(&format!("href=\"{public}")), "{path} finds an internal text");
            }
        }
        let mut other = site.officer("vanthu.donglam").await;
        hidden(&other.get(&at).await);
        let csrf = v.get(&at).await.field("csrf");
        let approved = v.post(&format!("{at}/tom-tat"), &[("csrf", &csrf), ("summary", "Quy định cách tiếp dân của cấp ủy.")]).await;
        assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
        let page = stranger.get(&public).await;
        page.says("Quy định cách tiếp dân của cấp ủy.");
        hidden(&page);
        // The public search holds none of it.
        let rows = every_row(&database).await;
        assert!(!rows.lines().any(|l| l.starts_with("search_doc") && l.contains("CANARY")));
    }
}
