//! What an officer types and has not sent is kept by the form's own address: by a script every few seconds, by a button
//! without one. It comes back with the page, and goes when the form is sent.

use caunoi_testkit::on_both;
use http::{Request, StatusCode, header};

use crate::{
    followup::{assign, opinion},
    kit::{Page, Site, Visitor},
    plan::DRAFT,
};

/// The address where the draft of the page's form is kept.
fn keep_of(page: &Page) -> String {
    page.html
        .split("formaction=\"")
        .filter_map(|f| f.split('"').next())
        .find(|f| f.starts_with("/ban-nhap?"))
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

/// Keeps these fields as the script does; answers the status.
async fn keep(v: &mut Visitor, page: &Page, fields: &[(&str, &str)]) -> StatusCode {
    let csrf = page.field("csrf");
    let mut all = vec![("csrf", csrf.as_str())];
    all.extend_from_slice(fields);
    let body = crate::kit::form(&all);
    let request = Request::post(keep_of(page))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json");
    v.send(request, body.into_bytes()).await.status
}

/// Keeps, opens the page again and finds it there; another officer's page of the same form holds nothing of it.
async fn comes_back(v: &mut Visitor, other: &mut Visitor, at: &str, fields: &[(&str, &str)]) -> Page {
    let page = v.get(at).await;
    page.hides("Đây là bản nháp");
    assert_eq!(keep(v, &page, fields).await, StatusCode::NO_CONTENT, "{at}");
    let again = v.get(at).await;
    again.says("Đây là bản nháp đồng chí lưu lúc");
    for (name, value) in fields {
        assert!(again.html.contains(*value), "{at}: {name} comes back: {}", again.text());
        other.get(at).await.hides(value);
    }
    again
}

async fn drafts(site: &Site) -> usize {
    caunoi_testkit::every_row(site.database()).await.lines().filter(|l| l.starts_with("draft:")).count()
}

on_both! {
    async fn the_counter_entry_is_kept_and_never_what_it_would_not_take(db: Fresh) {
        let site = Site::new(db).await;
        let (mut v, mut other) = (site.officer("vanthu.vantrach").await, site.officer("vanthu.donglam").await);
        let at = "/cong-viec/nhap";
        let typed = [
            ("kind", "petition"),
            ("channel", "phone"),
            ("received_on", "20/11/2026"),
            ("full_name", "Phạm Thị Lành Ghi Dở"),
            ("part_title", "Loa hỏng ghi dở"),
            ("part", "Loa thôn Hạ hỏng từ tuần trước."),
        ];
        let page = comes_back(&mut v, &mut other, at, &typed[3..]).await;
        assert_eq!(drafts(&site).await, 1);
        // A complaint or a denunciation, a paper marked Mật: nothing of it is kept, nor what was kept before.
        for bad in [("kind", "denunciation"), ("secret", "yes"), ("part", "Độ mật: Tối mật")] {
            assert_eq!(keep(&mut v, &page, &typed).await, StatusCode::NO_CONTENT);
            let mut fields = typed.to_vec();
            fields.push(bad);
            assert_eq!(keep(&mut v, &page, &fields).await, StatusCode::CONFLICT, "{bad:?}");
            assert_eq!(drafts(&site).await, 0, "{bad:?}");
        }
        assert_eq!(keep(&mut v, &page, &typed).await, StatusCode::NO_CONTENT);
        let sent = crate::intake::enter(&mut v, &["Loa thôn Hạ hỏng từ tuần trước."], &[], &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        assert_eq!(drafts(&site).await, 0, "it was sent");
        v.get(at).await.hides("Ghi Dở");
    }

    async fn a_dialogue_that_is_being_drafted_is_kept(db: Fresh) {
        let site = Site::new(db).await;
        let (mut v, mut other) = (site.officer("vanthu.vantrach").await, site.officer("vanthu.donglam").await);
        let new = "/cong-viec/doi-thoai/moi";
        comes_back(&mut v, &mut other, new, &[("title", "Đối thoại ghi dở"), ("place", "Nhà văn hóa ghi dở"), ("on_day", "29/12/2026")])
            .await;
        let made = crate::plan::draft_with(&mut v, &DRAFT).await;
        let base = made.location.unwrap();
        assert_eq!(drafts(&site).await, 0, "the draft was sent");
        v.get(new).await.hides("ghi dở");
        let page = v.get(&format!("{base}/sua")).await;
        assert_eq!(keep(&mut v, &page, &[("title", "Tên đang sửa dở"), ("chairs", "D0001-chu-tich")]).await, StatusCode::NO_CONTENT);
        v.get(&format!("{base}/sua")).await.says("Đây là bản nháp");
        assert!(v.get(&format!("{base}/sua")).await.html.contains("Tên đang sửa dở"));
        v.get(&base).await.hides("Tên đang sửa dở");
        // By the button, without a script, and thrown away.
        let csrf = page.field("csrf");
        let kept = v.submit(&keep_of(&page), &[("csrf", &csrf), ("title", "Bằng nút bấm")]).await;
        assert!(kept.html.contains("Bằng nút bấm"), "the button leads back to the form");
        let dropped = keep_of(&page).replace("/ban-nhap?", "/ban-nhap/bo?");
        let bare = v.submit(&dropped, &[("csrf", &csrf)]).await;
        assert!(!bare.html.contains("Bằng nút bấm"));
        assert_eq!(drafts(&site).await, 0);
    }

    async fn reminders_and_clauses_are_kept(db: Fresh) {
        let site = Site::new(db).await;
        let (mut v, mut other) = (site.officer("vanthu.vantrach").await, site.officer("vanthu.donglam").await);
        let id = opinion(&site, "nhac", "Mương tiêu tắc.").await;
        assign(&mut v, id, "phong-kinh-te", "Nạo vét mương", "25/11/2026", "").await;
        let at = "/cong-viec/nhac-viec";
        let page = v.get(at).await;
        page.hides("Đây là bản nháp");
        let words = [("text-D0001-phong-kinh-te", "Đề nghị đồng chí làm ngay, lời ghi dở.")];
        assert_eq!(keep(&mut v, &page, &words).await, StatusCode::NO_CONTENT);
        let again = v.get(at).await;
        again.says("Đây là bản nháp").says("lời ghi dở");
        assert!(!again.html.contains("name=\"gui\" value=\"D0001-phong-kinh-te\" checked"), "not ticked when it was kept");
        let (csrf, key, matter) = (again.field("csrf"), again.field("key"), again.field("viec-D0001-phong-kinh-te"));
        let sent = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("viec-D0001-phong-kinh-te", &matter),
            ("text-D0001-phong-kinh-te", "Đề nghị đồng chí làm ngay."),
            ("gui", "D0001-phong-kinh-te"),
        ];
        v.submit(at, &sent).await.hides("lời ghi dở");
        assert_eq!(drafts(&site).await, 0, "it was sent");
        // A clause of the own regulation.
        let rule = crate::register::registered(&mut v, &[]).await;
        let clause = format!("{rule}/dieu-khoan");
        let typed = [
            ("kind", "supervision"),
            ("citation", "Điều 9 ghi dở"),
            ("text", "Mỗi quý một lần, ghi dở."),
            ("times", "4"),
            ("level", "commune"),
        ];
        comes_back(&mut v, &mut other, &clause, &typed[1..3]).await;
        let page = v.get(&clause).await;
        assert_eq!(keep(&mut v, &page, &typed).await, StatusCode::NO_CONTENT);
        let again = v.get(&clause).await;
        assert_eq!((again.field("citation").as_str(), again.field("times").as_str()), ("Điều 9 ghi dở", "4"));
        assert!(again.html.contains("name=\"level\" value=\"commune\" checked") && again.html.contains("value=\"supervision\" selected"));
        v.get(&rule).await.hides("ghi dở");
    }
}
