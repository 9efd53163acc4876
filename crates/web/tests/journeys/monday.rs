//! The secretariat's Monday: what is due by day, noun and body; reminders drafted for each body and sent by one press;
//! the navigation that leads everywhere.

use caunoi_app::demo::world::{self, CITY, VAN_TRACH};
use caunoi_domain::opinion::step::Step;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{assign, fill, opinion, steps},
    kit::{Page, Site, Visitor},
};

const REMIND: &str = "/cong-viec/nhac-viec";

/// The fields of the form of drafts as a browser would send them, with every box ticked.
fn drafted(page: &Page) -> Vec<(String, String)> {
    let form = page.html.split("id=\"gui\"").nth(1).unwrap_or_else(|| panic!("no drafts: {}", page.text()));
    let mut fields = Vec::new();
    for tag in form.split("<input ").skip(1) {
        let of = |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned();
        fields.push((of("name"), of("value")));
    }
    for area in form.split("<textarea ").skip(1) {
        let name = area.split("name=\"").nth(1).and_then(|v| v.split('"').next()).unwrap().to_owned();
        let text = area.split('>').nth(1).and_then(|v| v.split('<').next()).unwrap().to_owned();
        fields.push((name, text));
    }
    fields.retain(|(name, _)| !name.is_empty());
    fields
}

async fn send(v: &mut Visitor, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    v.submit(REMIND, &fields).await
}

fn urged(steps: &[Step]) -> usize {
    steps.iter().filter(|s| matches!(s, Step::Urged { .. })).count()
}

async fn mails(site: &Site) -> i64 {
    caunoi_store::job::undone(&mut site.app.store.read().await.unwrap(), "mail").await.unwrap()
}

on_both! {
    async fn p12_reminders_are_drafted_for_each_body_and_several_are_sent_by_one_press(db: Fresh) {
        let site = Site::new(db).await;
        let (a, b, c) =
            (opinion(&site, "a", "Mương tắc.").await, opinion(&site, "b", "Cống vỡ.").await, opinion(&site, "c", "Xe chở đất.").await);
        let mut office = site.officer("vanthu.vantrach").await;
        let first = assign(&mut office, a, "phong-kinh-te", "Nạo vét mương", "25/11/2026", "").await;
        let second = assign(&mut office, b, "phong-kinh-te", "Thay cống", "27/11/2026", "").await;
        assign(&mut office, c, "cong-an", "Tuần tra ban đêm", "26/11/2026", "").await;
        assign(&mut office, c, "phong-van-xa", "Việc của tháng sau", "20/12/2026", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get("/thong-bao").await;
        fill_mail(&mut phong, &page).await;
        let before = mails(&site).await;

        let monday = office.get("/cong-viec").await;
        monday
            .says("việc quá hạn hoặc đến hạn tuần này")
            .says("Đã soạn sẵn 2 văn bản nhắc")
            .says("Phòng Kinh tế xã: 2 việc")
            .says("Công an xã: 1 việc");
        office.get("/cong-viec?theo=co-quan").await.says("Phòng Kinh tế xã 2 việc").says("Công an xã 1 việc");
        office.get("/cong-viec?theo=viec").await.says("Nhiệm vụ đã giao 3 việc");

        let page = office.get(&monday.link(REMIND)).await;
        page.says("Kính gửi: Phòng Kinh tế xã.")
            .says("1. Nạo vét mương: hạn 25/11/2026, còn 2 ngày.")
            .says("2. Thay cống: hạn 27/11/2026, còn 4 ngày.");
        page.hides("Việc của tháng sau");
        let mut fields = drafted(&page);
        let of_phong = format!("text-{}", world::body(VAN_TRACH, "phong-kinh-te"));
        for (name, text) in &mut fields {
            if *name == of_phong {
                text.push_str("\nXin báo trước trưa thứ Ba.");
            }
        }
        send(&mut office, &fields)
            .await
            .says("Đã gửi 2 văn bản nhắc")
            .says("Phòng Kinh tế xã: 2 việc")
            .says("Không có việc nào cần nhắc lúc này");
        send(&mut office, &fields).await.says("Đã gửi 2 văn bản nhắc");
        assert_eq!(
            (urged(&steps(&site, a).await), urged(&steps(&site, b).await), urged(&steps(&site, c).await)),
            (1, 1, 1),
            "the same press twice is one"
        );
        office.get("/cong-viec").await.says("Đã nhắc hôm nay").says("Công an xã: 1 việc");
        office.get(&first).await.says("Xin báo trước trưa thứ Ba.");

        let news = phong.get("/thong-bao").await;
        news.says("Văn bản nhắc việc");
        let letter = phong.get(&news.link("/thong-bao/nhac/")).await;
        letter.says("Xin báo trước trưa thứ Ba.").link(&first);
        letter.link(&second);
        assert_eq!(mails(&site).await - before, 1, "one mail for one paper, however many matters");
        let address = news.link("/thong-bao/nhac/");
        for other in ["congan.vantrach", "mttq.vantrach", "vanphong.thanhpho"] {
            assert_eq!(site.officer(other).await.get(&address).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get(REMIND).await.status, StatusCode::NOT_FOUND);
        let csrf = front.get("/cong-viec").await.field("csrf");
        let body = world::body(VAN_TRACH, "phong-kinh-te");
        let refused = front.post(REMIND, &[("csrf", &csrf), ("key", "k"), ("gui", &body), (&of_phong, "x")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "who reads only reminds nobody");
    }

    async fn p12_what_could_not_be_sent_stays_with_what_was_typed_and_the_rest_is_sent(db: Fresh) {
        let site = Site::new(db).await;
        let (a, b) = (opinion(&site, "a", "Mương tắc.").await, opinion(&site, "b", "Xe chở đất.").await);
        let mut office = site.officer("vanthu.vantrach").await;
        assign(&mut office, a, "phong-kinh-te", "Nạo vét mương", "25/11/2026", "").await;
        assign(&mut office, b, "cong-an", "Tuần tra ban đêm", "26/11/2026", "").await;
        let page = office.get(REMIND).await;
        let mut fields = drafted(&page);
        let of_police = format!("text-{}", world::body(VAN_TRACH, "cong-an"));
        for (name, text) in &mut fields {
            if *name == of_police {
                "MẬT\nXin làm ngay.".clone_into(text);
            }
        }
        let partly = send(&mut office, &fields).await;
        assert_eq!(partly.status, StatusCode::UNPROCESSABLE_ENTITY);
        partly.says("Đã gửi 1 văn bản nhắc").says("Công an xã:").says("MẬT Xin làm ngay.").says("Phòng Kinh tế xã: 1 việc");
        assert_eq!((urged(&steps(&site, a).await), urged(&steps(&site, b).await)), (1, 0));
        let none: Vec<(String, String)> = drafted(&partly).into_iter().filter(|(n, _)| n != "gui").collect();
        let empty = send(&mut office, &none).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        empty.says("Chọn ít nhất một văn bản để gửi");
    }

    async fn s0_11_reminders_come_before_and_after_the_day_and_what_is_late_is_listed_and_urged(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "a", "Mương tắc.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let task = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "04/12/2026", "").await;
        office.get(REMIND).await.says("Không có việc nào cần nhắc lúc này");
        site.on(date(2026, 11, 27));
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get(REMIND).await;
        page.says("hạn 04/12/2026, còn 7 ngày");
        send(&mut office, &drafted(&page)).await.says("Đã gửi 1 văn bản nhắc");
        site.on(date(2026, 12, 3));
        let mut office = site.officer("vanthu.vantrach").await;
        office.get(REMIND).await.says("Không có việc nào cần nhắc lúc này");
        office.get("/nhiem-vu?loc=qua-han").await.says("Quá hạn 0");
        site.on(date(2026, 12, 7));
        let mut office = site.officer("vanthu.vantrach").await;
        office.get("/nhiem-vu?loc=qua-han").await.says("Quá hạn 1").says("Nạo vét mương");
        office.get("/cong-viec").await.says("Quá hạn 3 ngày").says("Nạo vét mương");
        let page = office.get(REMIND).await;
        page.says("hạn 04/12/2026, quá hạn 3 ngày").says("Đã nhắc 27/11/2026");
        send(&mut office, &drafted(&page)).await.says("Đã gửi 1 văn bản nhắc");
        assert_eq!(urged(&steps(&site, id).await), 2, "both stand on the thread");
        let page = office.get(&task).await;
        let again = fill(&mut office, &page, &format!("{task}/don-doc"), &[("urging", "Nữa")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "once a day, by paper or by itself");
    }

    async fn p12_the_week_shows_clocks_announcements_and_matters_sent_up_each_with_its_act(db: Fresh) {
        let site = Site::new(db).await;
        let id = opinion(&site, "a", "Loa thôn Thượng hỏng.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let path = format!("/cap-tren/gui/{}", crate::followup::shown(id));
        let page = office.get(&path).await;
        fill(
            &mut office,
            &page,
            &path,
            &[("mode", "inbox"), ("to_unit", &world::unit(CITY)), ("text", "Đề nghị cấp loa"), ("due", "26/11/2026")],
        )
        .await;
        let plan = crate::plan::draft_with(&mut office, &crate::plan::DRAFT).await.location.unwrap();
        let page = office.get("/cong-viec?theo=viec").await;
        page.says("Kiến nghị giữa các cấp 1 việc").says("Đề nghị cấp loa");
        page.says("Cuộc đối thoại cần thông báo 1 việc").says("Thông báo chậm nhất Thứ Bảy, 28/11/2026").link(&format!("{plan}/bao-truoc"));
        // Seven days on: the decision on publication is due.
        site.on(date(2026, 12, 4));
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get("/cong-viec?theo=viec").await;
        page.says("Quyết định công bố ý kiến 1 việc").link("/cong-viec/phan-loai?loc=cong-bo");
    }

    async fn the_navigation_names_nouns_marks_where_one_is_and_leads_nowhere_in_vain(db: Fresh) {
        let site = Site::new(db).await;
        let logins = [
            "vanthu.vantrach",
            "chutich.vantrach",
            "hdnd.vantrach",
            "kinhte.vantrach",
            "mttq.vantrach",
            "ubkt.vantrach",
            "quantri.vantrach",
            "vanphong.thanhpho",
        ];
        for login in logins {
            let mut v = site.officer(login).await;
            let page = v.get("/cong-viec").await;
            let menu = page.html.split("<ul class=\"all\">").nth(1).unwrap().split("</nav>").next().unwrap().to_owned();
            let nouns = menu.matches("<strong>").count();
            assert!((2..=8).contains(&nouns), "{login}: {nouns} nouns");
            let links: Vec<String> = menu.split("href=\"").skip(1).map(|l| l.split('"').next().unwrap().to_owned()).collect();
            for link in &links {
                let at = v.get(link).await;
                assert_eq!(at.status, StatusCode::OK, "{login} {link}");
                let all = at.html.split("<ul class=\"all\">").nth(1).unwrap().split("</details>").next().unwrap();
                let marked: Vec<&str> =
                    all.split("<a href=\"").skip(1).filter(|a| a.split('>').next().unwrap().contains("aria-current")).collect();
                let one = marked.first().map(|m| m.split('"').next().unwrap());
                assert_eq!((marked.len(), one), (1, Some(link.as_str())), "{login}: one mark, on {link}");
                assert!(at.html.contains("class=\"nav nouns\"") && at.html.contains("class=\"fold\""), "{login} {link}");
            }
        }
        site.officer("kinhte.vantrach").await.get("/cong-viec").await.hides("/cong-viec/phan-loai\"").hides("/quan-tri");
        site.officer("quantri.vantrach").await.get("/quan-tri").await.hides("/cong-viec/chuyen-don\"");
        site.officer("vanthu.vantrach").await.get("/cong-viec?lang=en").await.says("Today").says("Opinions").says("Registers");
    }
}

/// The officer wants news by mail.
async fn fill_mail(v: &mut Visitor, page: &Page) {
    let fields = [("csrf", page.field("csrf")), ("address", "kinhte@xa.example".to_owned()), ("wanted", "yes".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    v.post("/thong-bao/thu-dien-tu", &fields).await;
}
