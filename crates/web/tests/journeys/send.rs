//! A grandmother with a cheap phone sends an opinion: no account, no script, five screens; what goes wrong keeps what
//! was typed and says how to mend it.

use caunoi_testkit::on_both;
use http::StatusCode;

pub use crate::kit::pairs;
use crate::kit::{Page, Site, Visitor};

/// A small true JPEG with a place in its EXIF block.
pub fn photo() -> Vec<u8> {
    let exif = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0 GPS-CANARY 20.86N";
    let mut b = vec![0xff, 0xd8, 0xff, 0xe1];
    b.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    b.extend(exif);
    b.extend([0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 4, 1, 2, 0x11, 0x22, 0xff, 0xd9]);
    b
}

pub const TEXT: &str = "Mương tiêu thôn Bến Gỗ tắc, mưa một đêm là ruộng ngập ba ngày. Đề nghị xã nạo vét.";

/// What a person types, over the page they were given.
pub fn typed<'a>(page: &Page, over: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = [
        ("xa", page.field("xa").as_str()),
        ("key", page.field("key").as_str()),
        ("kind", page.field("kind").as_str()),
        ("body", TEXT),
        ("village", "D0001-v1"),
        ("place", "đầu mương phía đông"),
        ("occurred", "15/11/2026"),
        ("full_name", "Vũ Thị CANARYTEN"),
        ("phone", "0987 246 654"),
        ("address", "Số 7 ngõ CANARYNHA"),
        ("name_public", "no"),
    ]
    .into_iter()
    .map(|(k, v)| (k.to_owned(), v.to_owned()))
    .collect();
    for (k, v) in over {
        match all.iter_mut().find(|(n, _)| n == k) {
            Some(slot) => slot.1 = (*v).to_owned(),
            None => all.push(((*k).to_owned(), (*v).to_owned())),
        }
    }
    all
}

/// Every hidden field of the last look, as a browser would send it.
pub fn hidden(page: &Page) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for part in page.html.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = part.split_once('"').unwrap();
        let value = rest.split_once("value=\"").unwrap().1.split('"').next().unwrap();
        all.push((name.to_owned(), unescape(value)));
    }
    all
}

fn unescape(s: &str) -> String {
    s.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&")
}

/// Sends an opinion from the first screen to the slip; answers code and secret.
pub async fn send(v: &mut Visitor, over: &[(&str, &str)]) -> (String, String) {
    let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
    let fields = typed(&page, over);
    let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[]).await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.text());
    let sent = v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    slip(&v.get(&sent.location.unwrap()).await)
}

/// Code and secret of a slip.
pub fn slip(page: &Page) -> (String, String) {
    let mut codes = page.html.split("<p class=\"code\">").skip(1).map(|p| p.split('<').next().unwrap().to_owned());
    (codes.next().unwrap(), codes.next().unwrap())
}

async fn opinions(site: &Site) -> Vec<String> {
    let mut conn = site.app.store.read().await.unwrap();
    conn.all("SELECT id FROM opinion", vec![]).await.unwrap().iter().map(|r| r.get("id").unwrap()).collect()
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    site.app.store.read().await.unwrap().one(sql, vec![], "count").await.unwrap().get("n").unwrap()
}

on_both! {
    async fn p19_the_form_says_which_clock_applies_and_that_paper_gives_more(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        // Before anything is typed, on the last look, and on the slip's page.
        let form = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        form.says("chưa có chữ ký, nên được tiếp nhận và xử lý như phản ánh").says("Bản giấy có đủ họ tên, địa chỉ và chữ ký");
        form.says("ông/bà được báo nơi giải quyết trong 10 ngày làm việc").says("Quy định 11-QĐi/TW ngày 18/02/2019");
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&typed(&form, &[])), &[]).await;
        check.says("như phản ánh");
        v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        v.get("/gui-y-kien/phieu").await.says("như phản ánh").says("Thứ Ba, 08/12/2026").says("Quy định 11-QĐi/TW");
        // What is kept says the same: not signed, so that the written notice is not promised.
        let signed = count(&site, "SELECT count(*) AS n FROM opinion WHERE signed <> 0").await;
        assert_eq!((signed, opinions(&site).await.len()), (0, 1));
        v.get("/gui-y-kien?xa=D0001&loai=petition&lang=en").await.says("10 working days");
    }

    async fn where_nobody_reads_nothing_is_taken_and_the_page_says_where_to_go(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        for path in ["/gui-y-kien?xa=10660", "/gui-y-kien?xa=10660&loai=petition"] {
            v.get(path)
                .await
                .says("Phường Ái Quốc chưa nhận ý kiến qua trang này")
                .says("Đến trụ sở phường Ái Quốc")
                .hides("name=\"body\"");
        }
        v.get("/gui-y-kien?xa=10660&loai=denunciation").await.says("Tố cáo");
        // A form that was made by hand is refused too.
        let form = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&typed(&form, &[("village", "khong-ro")])), &[]).await;
        check.says("Đọc lại trước khi gửi");
        let mut forged = hidden(&check);
        forged.iter_mut().filter(|(k, _)| k == "xa").for_each(|(_, v)| *v = "10660".to_owned());
        v.upload("/gui-y-kien/gui", &pairs(&forged), &[]).await.says("Nơi này chưa nhận ý kiến");
        assert!(opinions(&site).await.is_empty());
    }

    async fn s0_9_a_grandmother_sends_in_five_screens_without_account_or_script(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let home = v.get("/").await;
        let start = v.get(&home.link("/gui-y-kien")).await;
        start.says("Kiến nghị").says("Đề nghị địa phương làm, sửa hoặc giải quyết một việc").says("Tâm tư, nguyện vọng");
        let content = v.get("/gui-y-kien?buoc=1&noi=van+trach&loai=petition").await;
        content.says("Gửi tới xã Vân Trạch").says("Thôn Bến Gỗ").says("10 ngày làm việc").says("Quy định 11-QĐi/TW").says("như phản ánh");
        let fields = typed(&content, &[]);
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", "mương.jpg", &photo())]).await;
        assert_eq!(check.status, StatusCode::OK);
        check.says(TEXT).says("Thôn Bến Gỗ").says("Chủ nhật, 15/11/2026").says("mương.jpg").says("Ý kiến chưa được gửi");
        assert!(opinions(&site).await.is_empty(), "nothing is received before it is sent");
        let sent = v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let receipt = v.get(&sent.location.unwrap()).await;
        receipt.says("Xã Vân Trạch đã nhận ý kiến của ông/bà").says("Ý kiến và 1 tệp đã được lưu lúc 8 giờ, Thứ Hai, 23/11/2026");
        receipt.says("Văn phòng HĐND và UBND xã báo nơi giải quyết, chậm nhất Thứ Ba, 08/12/2026").says("Qua mạng, người dân tự gửi");
        let (code, secret) = slip(&receipt);
        assert_eq!((code.len(), secret.len()), (20, 7));
        assert!(receipt.html.contains("<svg class=\"qr\""));
        assert!(v.get("/gui-y-kien/phieu?chu=to").await.html.contains("large"));
        // The bytes are durable, and tell no place.
        let sha: String =
            site.app.store.read().await.unwrap().one("SELECT sha256 FROM file", vec![], "file").await.unwrap().get("sha256").unwrap();
        let kept = site.app.blobs.read(&sha).await.unwrap();
        assert!(!String::from_utf8_lossy(&kept).contains("CANARY") && kept.ends_with(&[0x11, 0x22, 0xff, 0xd9]));
        // Half an hour later, or in another browser, the slip is not shown any more.
        site.visitor().get("/gui-y-kien/phieu").await.says("Phiếu không còn hiện ở đây").hides(&secret);
        site.clock.set_day(jiff::civil::date(2026, 11, 23), 8, 31);
        v.get("/gui-y-kien/phieu").await.says("Phiếu không còn hiện ở đây").hides(&secret);
    }

    async fn the_same_post_twenty_times_at_once_makes_one_opinion_and_one_code(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let page = v.get("/gui-y-kien?xa=D0001&loai=feedback").await;
        let fields = typed(&page, &[]);
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[]).await;
        let hidden = hidden(&check);
        let mut running = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (mut v, hidden) = (site.visitor(), hidden.clone());
            running.spawn(async move {
                let sent = v.upload("/gui-y-kien/gui", &pairs(&hidden), &[]).await;
                assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
                slip(&v.get("/gui-y-kien/phieu").await)
            });
        }
        let slips: std::collections::HashSet<_> = running.join_all().await.into_iter().collect();
        assert_eq!(slips.len(), 1);
        assert_eq!(opinions(&site).await.len(), 1);
        assert_eq!(count(&site, "SELECT count(*) AS n FROM tracking").await, 1);
        // Who goes back, changes something and sends again, sends another opinion; nothing is silently dropped.
        let fields = typed(&page, &[("body", "Một việc khác hẳn: loa thôn hỏng.")]);
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[]).await;
        let sent = v.upload("/gui-y-kien/gui", &pairs(&self::hidden(&check)), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert_eq!(opinions(&site).await.len(), 2);
    }

    async fn l7_a_complaint_or_denunciation_finds_no_place_to_write(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        for (kind, law) in [("denunciation", "Tố cáo gửi theo Luật Tố cáo"), ("complaint", "Khiếu nại gửi theo Luật Khiếu nại")]
        {
            let page = v.get(&format!("/gui-y-kien?buoc=1&xa=D0001&loai={kind}")).await;
            page.says(law).says("tiếp công dân").hides("<textarea").hides("type=\"text\"").hides("type=\"file\"");
            // A hand-made form of such a kind is not taken either.
            let other = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
            let fields = typed(&other, &[("kind", kind)]);
            for path in ["/gui-y-kien/xem-lai", "/gui-y-kien/gui"] {
                let refused = v.upload(path, &pairs(&fields), &[]).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
                refused.says("Xin chọn một loại");
            }
        }
        assert!(opinions(&site).await.is_empty());
    }

    async fn every_error_keeps_what_was_typed_and_says_how_to_mend_it(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let nowhere = v.get("/gui-y-kien?buoc=1&noi=khong+co+xa+nay&loai=").await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        nowhere.says("Chưa tìm thấy nơi này").says("Xin chọn một loại");
        assert!(nowhere.html.contains("khong co xa nay") && nowhere.html.contains("<title>Lỗi: "));
        let several = v.get("/gui-y-kien?buoc=1&noi=hai+phong&loai=question").await;
        several.says("Có nhiều nơi gần với tên này").link("#xa");
        assert!(several.html.contains("id=\"xa\""));
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let long = "a".repeat(300);
        let fields = typed(&page, &[("body", "  "), ("village", ""), ("occurred", "31/11/2026"), ("phone", "abc"), ("address", &long)]);
        let again = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", "anh.jpg", &photo())]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        again.says("Có lỗi: còn 5 chỗ cần sửa").says("Xin viết nội dung ý kiến, ít nhất một câu");
        again.says("Xin chọn một thôn, tổ dân phố trong danh sách").says("tháng 11 chỉ có 30 ngày").says("nhiều nhất 200 ký tự");
        assert!(again.html.contains("<title>Lỗi: Ý kiến của ông/bà"));
        again.says("Ghi số điện thoại bằng chữ số, ví dụ 0912 345 678 hoặc +84 912 345 678");
        assert_eq!(again.field("phone"), "abc");
        for link in ["#body", "#village", "#occurred", "#phone", "#address"] {
            again.link(link);
            assert!(again.html.contains(&format!("id=\"{}\"", &link[1..])), "{link} leads somewhere");
        }
        assert_eq!(again.field("occurred"), "31/11/2026");
        assert_eq!(again.field("full_name"), "Vũ Thị CANARYTEN");
        assert_eq!(again.field("address"), long);
        // The file need not be chosen again.
        let kept = again.field("kept");
        let fields = typed(&again, &[("kept", &kept)]);
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", "", b"")]).await;
        assert_eq!(check.status, StatusCode::OK, "{}", check.text());
        check.says("anh.jpg");
        // And back from the last look everything is still there.
        let mend = v.upload("/gui-y-kien/sua", &pairs(&hidden(&check)), &[]).await;
        mend.says(TEXT).says("anh.jpg");
        assert_eq!(mend.field("phone"), "0987 246 654");
        // A reference that this installation did not give is no file.
        let fields = typed(&mend, &[("kept", &kept.replace('.', ".00"))]);
        v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[]).await.hides("anh.jpg");
    }

    async fn p18_a_text_that_bears_a_secrecy_mark_is_refused_with_a_warning(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let fields = typed(&page, &[("body", "TỐI MẬT\nKế hoạch gì đó")]);
        let refused = v.upload("/gui-y-kien/gui", &pairs(&fields), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Tài liệu có dấu mật không được đưa vào hệ thống này");
        let fields = typed(&page, &[]);
        let refused = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", "12-BC (MẬT).jpg", &photo())]).await;
        refused.says("Tài liệu có dấu mật không được đưa vào hệ thống này");
        assert!(opinions(&site).await.is_empty());
    }

    async fn files_that_are_empty_cut_short_or_not_what_their_name_says_are_refused_whole(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let fields = typed(&page, &[]);
        let exe = [&b"MZ\x90\0"[..], &[0; 300]].concat();
        let cut = &photo()[..photo().len() - 3];
        let large = vec![0x20; 10 * 1024 * 1024 + 1];
        for (name, bytes, words) in [
            ("trong.jpg", &b""[..], "Tệp “trong.jpg” trống"),
            ("anh.jpg", &exe[..], "Tệp “anh.jpg” không phải ảnh"),
            ("nua.jpg", cut, "Tệp “nua.jpg” bị hỏng hoặc chưa đến đủ"),
            ("to.pdf", &large[..], "Tệp “to.pdf” quá lớn. Mỗi tệp nhiều nhất 10 MB"),
        ] {
            let refused = v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &[("files", name, bytes)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            refused.says(words).says(TEXT);
            assert!(!refused.html.contains("name=\"kept\""), "{name}: nothing of it is kept");
        }
        let six: Vec<(&str, &str, Vec<u8>)> = (0..6).map(|n| ("files", "a.jpg", [photo(), vec![n]].concat())).collect();
        let six: Vec<(&str, &str, &[u8])> = six.iter().map(|(f, n, b)| (*f, *n, b.as_slice())).collect();
        v.upload("/gui-y-kien/xem-lai", &pairs(&fields), &six).await.says("Nhiều nhất 5 tệp");
        // A body that breaks off in the middle of a file keeps what was typed before it.
        let broken = v.broken_upload("/gui-y-kien/xem-lai", &pairs(&fields), ("files", "anh.jpg", &photo())).await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
        broken.says("Tệp chưa đến đủ").says(TEXT);
        assert_eq!(count(&site, "SELECT count(*) AS n FROM file").await, 0);
        assert!(opinions(&site).await.is_empty());
    }

    async fn the_whole_way_in_english(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor().reading("en");
        v.get("/gui-y-kien?xa=D0001").await.says("What kind of opinion is it?").says("Petition");
        v.get("/gui-y-kien?buoc=1&xa=D0001&loai=denunciation").await.says("Denunciations go by the Law on Denunciations");
        let (code, _) = send(&mut v, &[]).await;
        v.get("/gui-y-kien/phieu").await.says("has received your opinion").says("Secret digits");
        v.submit("/theo-doi", &[("code", &code)]).await.says("Who acts next").says("What you wrote");
        v.get("/tro-giup").await.says("Without internet").says("10 working days");
        v.get("/rieng-tu").await.says("91/2025/QH15");
        site.visitor().get("/tro-giup").await.says("Không dùng được mạng").says("10 ngày làm việc");
        site.visitor().get("/rieng-tu").await.says("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15");
    }
}
