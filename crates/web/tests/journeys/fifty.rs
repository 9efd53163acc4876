//! The same form fifty times at once: one effect, and every answer leads to the same place.

use caunoi_app::demo::world::{self, VAN_TRACH};
use caunoi_domain::opinion::{item::Standing, step::Step, tracking_code::PublicId};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    follow::{answer, number, verdict},
    followup::{PDF, assign, fill_with, item, opinion, shown, steps},
    hall,
    kit::{Site, press_once},
    send::{hidden, pairs, photo, send, slip, typed},
    triage::{act, given},
};

const TIMES: usize = 50;

/// Events of a kind that stand in the record.
async fn events(site: &Site, kind: &str) -> i64 {
    let rows = site.app.store.read().await.unwrap().all("SELECT kind FROM event", vec![]).await.unwrap();
    let of_kind = rows.iter().filter(|r| r.get::<String>("kind").unwrap() == kind).count();
    i64::try_from(of_kind).unwrap()
}

async fn number_text(site: &Site, sql: &'static str) -> String {
    let rows = site.app.store.read().await.unwrap().all(sql, vec![]).await.unwrap();
    rows[0].get("n").unwrap()
}

on_both! {
    async fn an_opinion_with_its_file_is_received_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor().pressing(TIMES);
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&typed(&page, &[])), &[("files", "anh.jpg", &photo())]).await;
        assert_eq!(check.status, StatusCode::OK, "{}", check.text());
        let sent = v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let first = slip(&v.get("/gui-y-kien/phieu").await);
        for sql in [
            "SELECT count(*) AS n FROM opinion",
            "SELECT count(*) AS n FROM item",
            "SELECT count(*) AS n FROM tracking",
            "SELECT count(*) AS n FROM file",
        ] {
            assert_eq!(number(&site, sql).await, 1, "{sql}");
        }
        assert_eq!(events(&site, "opinion.received").await, 1);
        // And once more an hour later, by who found the page still open.
        site.clock.set_day(date(2026, 11, 23), 9, 0);
        v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        assert_eq!(slip(&v.get("/gui-y-kien/phieu").await), first);
        assert_eq!(number(&site, "SELECT count(*) AS n FROM opinion").await, 1);
    }

    async fn a_verdict_is_given_once(db: Fresh) {
        let site = Site::new(db).await;
        let (code, secret) = send(&mut site.visitor(), &[]).await;
        let id = number(&site, "SELECT public_id AS n FROM item").await;
        answer(&site, id).await;
        let mut v = site.visitor().pressing(TIMES);
        v.submit("/theo-doi", &[("code", &code)]).await;
        let page = v.get("/theo-doi/y-kien").await;
        let said = verdict(&mut v, &page, &secret, "disagree", "Cống vẫn tắc.").await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
        v.get("/theo-doi/y-kien").await.says("Mở lại, đang giải quyết");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM verdict").await, 1);
        assert_eq!(number(&site, "SELECT reopened AS n FROM item").await, 1);
        assert_eq!(events(&site, "verdict.given").await, 1);
    }

    async fn a_matter_is_classified_and_answered_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (id, _) = given(&mut v, "Nước máy đục, có mùi.").await;
        let mut v = v.pressing(TIMES);
        let fields = [("field", "water"), ("kind", "feedback"), ("grounded", "grounded"), ("note", "Đã lấy mẫu nước")];
        let done = act(&mut v, "phan-loai", &[&id], &fields, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(events(&site, "item.classified").await, 1);
        let three = [("part_title", "Nước"), ("part", "Nước máy đục."), ("part_title", ""), ("part", "Có mùi.")];
        let done = act(&mut v, "tach", &[&id], &three, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(number(&site, "SELECT count(*) AS n FROM item").await, 2);
    }

    async fn a_task_is_given_and_answered_once(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "a", "Mương tiêu thôn Bến Gỗ tắc, ngập ruộng.").await;
        let mut office = site.officer("vanthu.vantrach").await.pressing(TIMES);
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương tiêu Bến Gỗ", "", "").await;
        assert_eq!(number(&site, "SELECT count(*) AS n FROM assignment").await, 1);
        let mut phong = site.officer("kinhte.vantrach").await.pressing(TIMES);
        let page = phong.get(&task).await;
        let result = [("extent", "whole"), ("result", "Nạo vét 680 m")];
        let done = fill_with(&mut phong, &page, &format!("{task}/xong"), &result, &[("files", "nt.pdf", PDF)]).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text());
        assert_eq!(item(&site, id).await.standing, Standing::Done);
        assert_eq!(steps(&site, id).await.iter().filter(|s| matches!(s, Step::Done { .. })).count(), 1, "{}", shown(id));
        assert_eq!(number(&site, "SELECT count(*) AS n FROM file").await, 1);
    }

    async fn several_tasks_are_urged_and_transferred_once_by_one_press(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let mut ids = Vec::new();
        for (key, text) in [("a", "Loa hỏng."), ("b", "Mương tắc.")] {
            let id = opinion(&site, key, text).await;
            let task = assign(&mut office, id, "phong-kinh-te", text, "", "").await;
            ids.push(task.rsplit('/').next().unwrap().to_owned());
        }
        let mut office = office.pressing(TIMES);
        let to = world::body(VAN_TRACH, "cong-an");
        for (act, event, typed) in [
            ("don-doc", "urging.recorded", vec![("urging", "Gần đến hạn")]),
            ("chuyen", "assignment.transferred", vec![("to_body", to.as_str()), ("transfer_reason", "Thuộc trật tự công cộng")]),
        ] {
            let at = format!("/nhiem-vu/nhieu/{act}");
            let chosen = [&[("chon", ids[0].as_str()), ("chon", &ids[1])], &typed[..]].concat();
            let done = press_once(&mut office, &format!("{at}?chon={}&chon={}", ids[0], ids[1]), &at, &chosen).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.text());
            assert_eq!(events(&site, event).await, 2, "{act}");
        }
    }

    async fn a_dialogue_is_announced_once(db: Fresh) {
        let site = Site::new(db).await;
        let dialogue = hall::ready(&site, "Mương tiêu").await;
        let at = format!("/cong-viec/doi-thoai/{}/bao-truoc", PublicId::from_i64(dialogue));
        let mut v = site.officer("vanthu.vantrach").await.pressing(TIMES);
        hall::press(&mut v, &at, &at, &[]).await.says("Ngày thông báo");
        assert_eq!(events(&site, "dialogue.announced").await, 1);
    }

    async fn what_stands_in_minutes_and_notice_already_is_not_written_again(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Giá nước tăng"]).await;
        let (minutes, notice) = (format!("{}/bien-ban", hall.base), format!("{}/thong-bao", hall.base));
        let mut thu = site.officer("vanthu.vantrach").await.pressing(TIMES);
        let presided = [("post", "D0001-chu-tich"), ("mode-0", "in_person"), ("post", "D0001-tt-hdnd"), ("mode-1", "in_person")];
        let came = [("label", "Nhân dân"), ("invited", "150"), ("present", "146")];
        let head = [("opened", "7:30"), ("closed", "11:15"), ("secretary", "Lương Thị Mai")];
        let said = [("village", "D0001-v1"), ("said", "Xin trả lời việc này.")];
        press_once(&mut thu, &minutes, &format!("{minutes}/phat-bieu"), &said).await;
        let entry = number_text(&site, "SELECT id AS n FROM minute_entry").await;
        let edited = [("village", "D0001-v1"), ("said", "Xin trả lời sớm việc này."), ("entry", entry.as_str())];
        for (to, typed, kind, times) in [
            ("/chu-tri", presided.as_slice(), "presiding.recorded", 2),
            ("/du", &came, "attendance.recorded", 1),
            ("", &head, "minutes.head_written", 1),
            ("/phat-bieu", &edited, "minutes.entry_edited", 1),
        ] {
            press_once(&mut thu, &minutes, &format!("{minutes}{to}"), typed).await;
            assert_eq!(events(&site, kind).await, times, "{kind}");
        }
        press_once(&mut thu, &minutes, &format!("{minutes}/kiem-tra"), &[]).await;
        // From an old page the same words come once more: what was checked stays so.
        press_once(&mut thu, &minutes, &minutes, &head).await;
        press_once(&mut thu, &minutes, &format!("{minutes}/du"), &came).await;
        thu.get(&minutes).await.says("Đã kiểm tra");
        press_once(&mut thu, &minutes, &format!("{minutes}/du"), &[("label", "Nhân dân"), ("invited", "150"), ("present", "145")]).await;
        thu.get(&minutes).await.hides("Đã kiểm tra");
        assert_eq!(events(&site, "attendance.recorded").await, 2);

        press_once(&mut thu, &notice, &format!("{notice}/soan"), &[("body", "D0001-ubnd")]).await;
        let (id, item) = (thu.get(&notice).await.field("notice"), shown(hall.items[0]));
        let head = [
            ("notice", id.as_str()),
            ("numbering", "issued"),
            ("signer_name", "Nguyễn Thị Hạnh"),
            ("signer_post", "Chủ tịch UBND xã"),
            ("assessment", "Nhân dân dự đông"),
        ];
        press_once(&mut thu, &notice, &notice, &head).await;
        assert_eq!(events(&site, "notice.head_written").await, 1);
        let done = [("notice", id.as_str()), ("item", item.as_str()), ("substate", "explained"), ("text", "Đã giải thích căn cứ")];
        press_once(&mut thu, &notice, &format!("{notice}/ket-luan"), &done).await;
        assert_eq!(events(&site, "item.concluded_in_draft").await, 1);
    }
}
