//! The administrator keeps bodies, posts and people; a post passes on; nobody gets by what is not theirs.

use caunoi_app::{
    Refusal,
    demo::world::{self, VAN_TRACH},
    opinion::{
        restrict::Restrict,
        submit_text::{ApproveText, SubmitText},
        withhold::Withhold,
    },
};
use caunoi_domain::{
    opinion::{item::WithheldGround, tracking_code::PublicId},
    problem::What,
};
use caunoi_store::approval;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    kit::{PASSWORD, Page, Site, Visitor, refused},
    scene,
};

/// Sends a form of the administration with the session's token and a new key.
async fn send(v: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Page {
    let csrf = v.get("/quan-tri/nguoi").await.field("csrf");
    let key = format!("{path}-{}", fields.iter().map(|(_, v)| *v).collect::<Vec<_>>().join("-"));
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    all.extend(fields);
    v.submit(path, &all).await
}

fn post(key: &str) -> String {
    format!("/quan-tri/chuc-danh/{}", world::post(VAN_TRACH, key))
}

/// The one-time password of the (first) slip on a page, and its sign-in name.
#[track_caller]
fn slip(page: &Page) -> (String, String) {
    let codes: Vec<&str> = page.html.split("class=\"code\">").skip(1).map(|s| s.split('<').next().unwrap()).collect();
    (codes[0].to_owned(), codes[1].to_owned())
}

on_both! {
    async fn s0_2_the_register_says_who_was_head_on_any_day_and_shows_gaps(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("quantri.vantrach").await;
        v.get("/cong-viec").await.says("Quản trị").says("Chức danh");
        let here = post("bi-thu");
        let page = v.get(&here).await;
        let tenure =
            page.html.split("<option value=\"").find(|o| o.contains("Phạm Văn Thịnh</option>") && !o.starts_with("bithu")).unwrap();
        let tenure = tenure.split('"').next().unwrap().to_owned();
        let twice =
            send(&mut v, &format!("{here}/bo-nhiem"), &[("person", "Trịnh Công Lập"), ("from_on", "01/12/2026"), ("paper", "QĐ 20-QĐ/TU")])
                .await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        twice.says("Phạm Văn Thịnh đang giữ chức vụ này từ 01/7/2025");
        assert_eq!(twice.field("person"), "Trịnh Công Lập", "what was typed stays");
        let none = send(&mut v, &format!("{here}/thoi-giu"), &[("tenure", &tenure), ("end_on", "30/11/2026"), ("end_paper", "")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "an end without a paper is not taken");
        send(&mut v, &format!("{here}/thoi-giu"), &[("tenure", &tenure), ("end_on", "30/11/2026"), ("end_paper", "QĐ 21-QĐ/TU")])
            .await
            .says("Từ 01/7/2025 đến 30/11/2026")
            .says("Chưa có người giữ");
        send(&mut v, &format!("{here}/bo-nhiem"), &[("person", "Trịnh Công Lập"), ("from_on", "15/12/2026"), ("paper", "QĐ 22-QĐ/TU")])
            .await
            .says("Từ 01/12/2026 đến 14/12/2026 Chưa có người giữ")
            .says("Từ 15/12/2026 đến nay Trịnh Công Lập");
        v.get("/quan-tri/chuc-danh?on=30/11/2026")
            .await
            .says("Bí thư Đảng ủy xã Người đứng đầu, có trách nhiệm đối thoại Đảng ủy xã Phạm Văn Thịnh");
        v.get("/quan-tri/chuc-danh?on=2026-12-01").await.says("Đảng ủy xã Chưa có người giữ");
        v.get("/quan-tri/chuc-danh?on=15/12/2026").await.says("Đảng ủy xã Trịnh Công Lập");
        // The rights of the post end with the tenure: neither the open session nor the password helps.
        let mut head = site.officer("bithu.vantrach").await;
        head.get("/nguoi-dung-dau").await.says("Bí thư Đảng ủy xã");
        site.on(date(2026, 11, 30));
        site.officer("bithu.vantrach").await.get("/nguoi-dung-dau").await.says("Bí thư Đảng ủy xã");
        site.on(date(2026, 12, 1));
        head.get("/nguoi-dung-dau").await.says("Đăng nhập dành cho cán bộ");
        let out = site.visitor().post("/dang-nhap", &[("login", "bithu.vantrach"), ("password", PASSWORD)]).await;
        assert_eq!(out.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get("/quan-tri/chuc-danh").await.status, StatusCode::NOT_FOUND);
        let mut clerk = site.officer("vanthu.vantrach").await;
        clerk.get("/quan-tri/chuc-danh?on=15/12/2026").await.says("Trịnh Công Lập").hides("Thêm chức danh");
    }

    async fn p17_whoever_acts_during_leave_stands_beside_the_holder_and_signs_until_the_last_day(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("quantri.vantrach").await;
        let here = post("chu-tich");
        let opened =
            send(&mut v, "/quan-tri/nguoi", &[("name", "Lưu Văn Kiên"), ("role", "body"), ("agency", &world::body(VAN_TRACH, "ubnd"))])
                .await;
        let (login, one_time) = slip(&opened);
        assert_eq!(login, "kienlv");
        let acts = [
            ("login", login.as_str()),
            ("from_on", "24/11/2026"),
            ("to_on", "27/11/2026"),
            ("acting", "yes"),
            ("paper", "Giấy ủy quyền 5/GUQ"),
        ];
        send(&mut v, &format!("{here}/bo-nhiem"), &acts).await.says("Ngày 24/11/2026 người giữ chức vụ có mặt");
        let page = v.get(&here).await;
        let tenure = page.html.split("<option value=\"").skip(1).find(|o| o.contains(">Nguyễn Thị Hạnh<")).unwrap();
        let tenure = tenure.split('"').next().unwrap().to_owned();
        let leave = [("tenure", tenure.as_str()), ("leave_from", "24/11/2026"), ("leave_to", "27/11/2026")];
        send(&mut v, &format!("{here}/nghi"), &leave).await.says("Nghỉ từ 24/11/2026 đến 27/11/2026");
        let key = [&acts[..], &[("lan", "2")]].concat();
        send(&mut v, &format!("{here}/bo-nhiem"), &key).await.says("Lưu Văn Kiên Phụ trách thay");
        v.get("/quan-tri/chuc-danh?on=25/11/2026").await.says("Nguyễn Thị Hạnh Đang nghỉ Lưu Văn Kiên Phụ trách thay");
        v.get("/quan-tri/chuc-danh?on=28/11/2026").await.says("Ủy ban nhân dân xã Nguyễn Thị Hạnh Thường").hides("Đang nghỉ");
        // The deputy signs in, goes on in the role of whoever acts, and is named as such.
        site.on(date(2026, 11, 27));
        let mut deputy = site.visitor();
        deputy.submit("/dang-nhap", &[("login", &login), ("password", &one_time)]).await;
        let csrf = deputy.get("/doi-mat-khau").await.field("csrf");
        let own = "phụ trách thay chủ tịch";
        deputy.submit("/doi-mat-khau", &[("csrf", &csrf), ("old", &one_time), ("new", own), ("again", own)]).await.says("Đổi vai trò");
        let roles = deputy.get("/doi-vai-tro").await;
        roles.says("Chủ tịch UBND xã (phụ trách thay) Người đứng đầu Làm việc trong vai trò này");
        let (csrf, grant) = (roles.field("csrf"), roles.field("grant"));
        deputy.submit("/doi-vai-tro", &[("csrf", &csrf), ("grant", &grant)]).await;
        deputy.get("/nguoi-dung-dau").await.says("Xã Vân Trạch. Chủ tịch UBND xã (phụ trách thay)");
        let holder = site.officer("chutich.vantrach").await.get("/nguoi-dung-dau").await;
        holder.says("Xã Vân Trạch. Chủ tịch UBND xã");
        site.on(date(2026, 11, 28));
        deputy.submit("/dang-nhap", &[("login", &login), ("password", own)]).await;
        assert_eq!(deputy.get("/nguoi-dung-dau").await.status, StatusCode::NOT_FOUND, "the holder is back");
        let csrf = deputy.get("/doi-mat-khau").await.field("csrf");
        let late = deputy.submit("/doi-vai-tro", &[("csrf", &csrf), ("grant", &grant)]).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND);
        let mut other = site.officer("vanthu.vantrach").await;
        let csrf = other.get("/doi-mat-khau").await.field("csrf");
        assert_eq!(
            other.submit("/doi-vai-tro", &[("csrf", &csrf), ("grant", &grant)]).await.status,
            StatusCode::NOT_FOUND,
            "another's role"
        );
    }

    async fn p17_what_is_open_under_a_head_is_handed_over_by_a_paper_and_kept_as_it_was(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let mut v = site.officer("vanthu.vantrach").await;
        v.get("/cong-viec").await.link("/cong-viec/ban-giao");
        v.get("/cong-viec/ban-giao").await.says("Chủ tịch UBND xã");
        let here = format!("/cong-viec/ban-giao/{}", world::post(VAN_TRACH, "chu-tich"));
        let page = v.get(&here).await;
        page.says("DANH SÁCH CÔNG VIỆC BÀN GIAO")
            .says("Cuộc đối thoại sắp tới (2)")
            .says("Đối thoại về nước sạch . Nhà văn hóa thôn Bến Gỗ. Ngày 28/11/2026");
        assert_eq!(page.field("given_by"), "Nguyễn Thị Hạnh");
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let mut fields = vec![
            ("csrf", csrf.as_str()),
            ("key", key.as_str()),
            ("given_by", "Nguyễn Thị Hạnh"),
            ("taken_by", "Lưu Văn Kiên"),
            ("on_day", "23/11/2026"),
            ("paper", ""),
        ];
        let wrong = v.post(&here, &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a handing over needs its paper");
        assert_eq!(wrong.field("taken_by"), "Lưu Văn Kiên");
        let bare: Vec<_> = fields.iter().map(|(name, typed)| (*name, if matches!(*name, "csrf" | "key") { *typed } else { "" })).collect();
        v.post(&here, &bare).await.says("còn 4 chỗ cần sửa");
        fields[5].1 = "Biên bản bàn giao 01/BB-UBND";
        let done = v.submit(&here, &fields).await;
        done.says("Bên giao: Nguyễn Thị Hạnh")
            .says("Bên nhận: Lưu Văn Kiên")
            .says("Biên bản bàn giao 01/BB-UBND")
            .says("Đối thoại về nước sạch");
        let mut bodies = site.officer("kinhte.vantrach").await;
        assert_eq!(bodies.get(&here).await.status, StatusCode::NOT_FOUND, "a phòng hands over its own post only");
        let mut admin = site.officer("quantri.vantrach").await;
        assert_eq!(admin.get(&here).await.status, StatusCode::NOT_FOUND, "the list names what people asked");
        admin
            .get(&post("chu-tich"))
            .await
            .says("Nguyễn Thị Hạnh Lưu Văn Kiên Biên bản bàn giao 01/BB-UBND")
            .hides("Đối thoại về nước sạch");
        v.get(&here).await.says("Nguyễn Thị Hạnh giao Lưu Văn Kiên, ngày 23/11/2026");
    }

    async fn s0_18_a_paper_keeps_the_name_that_a_body_bore_on_its_day(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.officer("quantri.vantrach").await;
        let here = format!("/quan-tri/co-quan/{}", world::body(VAN_TRACH, "phong-kinh-te"));
        let renamed = [("name", "Phòng Kinh tế và Môi trường xã"), ("symbol", "PKTMT"), ("from_on", "01/11/2026"), ("source", "")];
        assert_eq!(send(&mut v, &here, &renamed).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no name without its paper");
        let renamed = [&renamed[..3], &[("source", "QĐ 30/QĐ-UBND")]].concat();
        send(&mut v, &here, &renamed)
            .await
            .says("Phòng Kinh tế và Môi trường xã PKTMT 01/11/2026 QĐ 30/QĐ-UBND")
            .says("Phòng Kinh tế xã PKT Từ đầu");
        v.get("/quan-tri/co-quan?on=31/10/2026").await.says("Phòng Kinh tế xã Phòng, sở").hides("Phòng Kinh tế và Môi trường xã</a>");
        v.get("/quan-tri/co-quan?on=01/11/2026").await.says("Phòng Kinh tế và Môi trường xã Phòng, sở");
        // Concluded on 29/6/2026: printed by the name of that day.
        site.visitor().get(&scene.conclusion).await.says("Phòng Kinh tế xã").hides("Phòng Kinh tế và Môi trường");
        let mut conn = site.app.store.read().await.unwrap();
        let unit = world::unit(VAN_TRACH);
        let named = |all: Vec<caunoi_store::people::BodyRow>| all.into_iter().find(|b| b.id.ends_with("phong-kinh-te")).unwrap().name;
        assert_eq!(named(caunoi_store::people::bodies_named(&mut conn, &unit, "2026-10-31").await.unwrap()), "Phòng Kinh tế xã");
        assert_eq!(
            named(caunoi_store::people::bodies_named(&mut conn, &unit, "2026-11-01").await.unwrap()),
            "Phòng Kinh tế và Môi trường xã"
        );
    }

    async fn s0_18_a_duty_of_2024_is_done_in_2026_by_the_body_that_followed(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("quantri.vantrach").await;
        for (name, symbol) in [("Ban Dân vận Huyện ủy (dựng ra)", "BDV"), ("Ban Tuyên giáo và Dân vận (dựng ra)", "BTGDV")]
        {
            let body = [
                ("name", name),
                ("body_kind", "party_commission"),
                ("symbol", symbol),
                ("source", "Dựng ra để thử"),
                ("unconfirmed", "yes"),
            ];
            send(&mut v, "/quan-tri/co-quan", &body).await.says(name).says("Chưa xác nhận");
        }
        let all = caunoi_store::body_name::bodies(&mut site.app.store.read().await.unwrap(), &world::unit(VAN_TRACH)).await.unwrap();
        let id = |symbol: &str| all.iter().find(|b| b.symbol == symbol).unwrap().id.clone();
        let (old, new) = (id("BDV"), id("BTGDV"));
        let went =
            [("old", old.as_str()), ("new", new.as_str()), ("on_day", "01/03/2025"), ("source", "Chưa có văn bản"), ("unconfirmed", "yes")];
        send(&mut v, "/quan-tri/co-quan/ke-tuc", &went)
            .await
            .says("Ban Dân vận Huyện ủy (dựng ra) Ban Tuyên giáo và Dân vận (dựng ra) 01/3/2025 Chưa xác nhận");
        v.get("/quan-tri/co-quan?on=31/12/2024").await.says("Ban Dân vận Huyện ủy (dựng ra) Ban của cấp ủy BDV");
        v.get("/quan-tri/co-quan?on=01/01/2026").await.says("Kế tục từ 01/3/2025").hides("BDV</td>");
        let lines = caunoi_store::body_name::successions(&mut site.app.store.read().await.unwrap(), &world::unit(VAN_TRACH)).await.unwrap();
        assert_eq!(caunoi_domain::people::succession::standing_for(&lines, &old, date(2026, 1, 1)), [new.as_str()]);
        assert_eq!(caunoi_domain::people::succession::standing_for(&lines, &old, date(2024, 6, 1)), [old.as_str()]);
        // Entered anew with the paper of the province, the unconfirmed day is superseded.
        let sure = [("old", old.as_str()), ("new", new.as_str()), ("on_day", "06/02/2025"), ("source", "QĐ 15-QĐ/TU")];
        send(&mut v, "/quan-tri/co-quan/ke-tuc", &sure).await.says("06/02/2025 QĐ 15-QĐ/TU").hides("01/3/2025</td>");
    }

    async fn a_forgotten_password_is_reset_at_the_desk_without_any_mail(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let mut v = site.officer("quantri.vantrach").await;
        let page = send(&mut v, "/quan-tri/nguoi/vanthu.vantrach/mat-khau", &[]).await;
        page.says("Phiếu tài khoản").says("Lương Thị Mai").says("Trang này chỉ hiện một lần");
        assert_eq!(page.headers["cache-control"], "no-store");
        let (login, one_time) = slip(&page);
        assert_eq!(login, "vanthu.vantrach");
        clerk.get("/cong-viec/phan-loai").await.says("Đăng nhập dành cho cán bộ");
        let old = clerk.post("/dang-nhap", &[("login", &login), ("password", PASSWORD)]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the old password is void");
        // Typed as it is printed, in groups; nothing but the change is shown.
        clerk.submit("/dang-nhap", &[("login", &login), ("password", &one_time)]).await.says("Xin đặt mật khẩu riêng trước khi làm việc");
        clerk.get("/cong-viec/phan-loai").await.says("Đổi mật khẩu").hides("Chờ phân loại");
        let csrf = clerk.get("/doi-mat-khau").await.field("csrf");
        let try_ = |old: &str, new: &str, again: &str| -> Vec<(&'static str, String)> {
            vec![("csrf", csrf.clone()), ("old", old.to_owned()), ("new", new.to_owned()), ("again", again.to_owned())]
        };
        for (old, new, again, said) in [
            ("sai-mat-khau", "mùa lúa chín vàng", "mùa lúa chín vàng", "Mật khẩu hiện nay chưa đúng"),
            (one_time.as_str(), "ngắn", "ngắn", "ít nhất 12 ký tự"),
            (one_time.as_str(), "vanthu.vantrach2026", "vanthu.vantrach2026", "không chứa tên đăng nhập"),
            (one_time.as_str(), one_time.as_str(), one_time.as_str(), "khác mật khẩu hiện nay"),
            (one_time.as_str(), "mùa lúa chín vàng", "mùa lúa chín", "Hai lần gõ chưa giống nhau"),
        ] {
            let fields = try_(old, new, again);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let page = clerk.post("/doi-mat-khau", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            page.says(said).hides(new.split(' ').next().unwrap_or(new).get(..0).filter(|s| !s.is_empty()).unwrap_or("value=\"mùa"));
        }
        let fields = try_(&one_time, "mùa lúa chín vàng", "mùa lúa chín vàng");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        clerk.submit("/doi-mat-khau", &fields).await.says("Việc cần làm");
        clerk.get("/cong-viec/phan-loai").await.says("Phân loại");
        let again = site.visitor().post("/dang-nhap", &[("login", &login), ("password", &one_time)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a one-time password is good once");
        let mine = site.visitor().post("/dang-nhap", &[("login", &login), ("password", "mùa lúa chín vàng")]).await;
        assert_eq!(mine.status, StatusCode::SEE_OTHER);
        assert!(!caunoi_testkit::every_row(site.database()).await.contains(&one_time.replace(' ', "")), "it stands in no row");
    }

    async fn people_are_let_in_by_a_pasted_list_and_wrong_rows_come_back(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("quantri.vantrach").await;
        let list = "Họ và tên\tTên đăng nhập\tVai trò\tCơ quan\tChức danh\nVũ Thị Hoa\t\tTham mưu\tVP\t\nTrần Văn Bảy\tbay.tv\tCơ quan giải quyết\tPhòng Kinh tế\t\n\
                    Đặng Thị Mùi\t\tThủ kho\tKho\t\nLê Văn Tám\tvanthu.vantrach\tTham mưu\tVP\t\nMai Văn Chín\t\tLãnh đạo\tUBND\tChủ tịch UBND xã";
        let seen = send(&mut v, "/quan-tri/nguoi/nhap", &[("rows", list)]).await;
        seen.says("Vũ Thị Hoa hoavt").says("Trần Văn Bảy bay.tv").says("Mở 3 tài khoản").says("Chưa nhận được").says("“Thủ kho”");
        v.get("/quan-tri/nguoi").await.hides("Vũ Thị Hoa");
        let done = send(&mut v, "/quan-tri/nguoi/nhap", &[("rows", list), ("mo", "yes")]).await;
        done.says("Đã xong 2 phiếu").says("Còn 3 dòng chưa nhận").says("Mai Văn Chín: Nguyễn Thị Hạnh đang giữ chức vụ này");
        let (login, one_time) = slip(&done);
        v.get("/quan-tri/nguoi").await.says("Vũ Thị Hoa hoavt Cán bộ tham mưu: Văn phòng HĐND và UBND xã Chưa đổi mật khẩu dùng một lần");
        site.visitor().submit("/dang-nhap", &[("login", &login), ("password", &one_time)]).await.says("Mật khẩu dùng một lần trên phiếu");
        let again = send(&mut v, "/quan-tri/nguoi/nhap", &[("rows", list), ("mo", "yes"), ("lan", "2")]).await;
        again.says("Đã xong 0 phiếu").says("Vũ Thị Hoa: Tên này đã có ở đây rồi").says("Trần Văn Bảy: Tên đăng nhập này đã có người dùng");
    }

    async fn l7_an_administrator_gives_themselves_nothing_and_opens_no_opinion(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let mut v = site.officer("quantri.vantrach").await;
        let own = "/quan-tri/nguoi/quantri.vantrach";
        v.get(own).await.says("Không tự cấp vai trò").hides("Giao vai trò</button>");
        let office = world::body(VAN_TRACH, "van-phong");
        let grant = [("role", "secretary"), ("body", office.as_str()), ("from_on", "23/11/2026")];
        send(&mut v, &format!("{own}/vai-tro"), &grant).await.says("Không tự cấp vai trò");
        send(
            &mut v,
            &format!("{}/bo-nhiem", post("chanh-vp")),
            &[("login", "quantri.vantrach"), ("from_on", "24/11/2026"), ("paper", "x")],
        )
        .await
        .says("Không tự cấp vai trò");
        assert_eq!(send(&mut v, &format!("{own}/mat-khau"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(send(&mut v, &format!("{own}/trang-thai"), &[("active", "no")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for path in
            ["/quan-tri", "/quan-tri/nguoi", "/quan-tri/nguoi/nhap", "/quan-tri/co-quan", "/quan-tri/chuc-danh", "/quan-tri/cong-bo"]
        {
            let page = v.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for secret in scene::CANARIES.iter().filter(|c| !["Phạm Văn Thịnh", "Nguyễn Thị Hạnh"].contains(c)) {
                page.hides(secret);
            }
        }
        for path in
            ["/cong-viec/phan-loai", "/cong-viec/nhap", "/cong-viec/doi-thoai", "/nhiem-vu", "/cong-viec/ban-giao", "/cong-viec/chuyen-don"]
        {
            assert_eq!(v.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        // Of another unit nothing is shown or changed.
        assert_eq!(v.get("/quan-tri/nguoi/vanthu.donglam").await.status, StatusCode::NOT_FOUND);
        assert_eq!(send(&mut v, "/quan-tri/nguoi/vanthu.donglam/mat-khau", &[]).await.status, StatusCode::NOT_FOUND);
        let mut clerk = site.officer("vanthu.vantrach").await;
        for path in ["/quan-tri", "/quan-tri/nguoi", "/quan-tri/co-quan", "/quan-tri/cong-bo"] {
            assert_eq!(clerk.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn an_account_that_is_closed_is_out_at_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let mut v = site.officer("quantri.vantrach").await;
        send(&mut v, "/quan-tri/nguoi/vanthu.vantrach/trang-thai", &[("active", "no")]).await.says("Đã khóa").says("Mở lại tài khoản");
        clerk.get("/cong-viec").await.says("Đăng nhập dành cho cán bộ");
        send(&mut v, "/quan-tri/nguoi/vanthu.vantrach/trang-thai", &[("active", "yes")]).await.says("Đang dùng");
        site.officer("vanthu.vantrach").await.get("/cong-viec").await.says("Việc cần làm");
    }

    async fn what_is_less_careful_to_publish_needs_the_paper_of_the_province(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("quantri.vantrach").await;
        v.get("/quan-tri/cong-bo").await.says("hệ thống chưa có hai việc này").hides("Ngày Văn hóa Việt Nam");
        v.get("/quan-tri/lich").await.says("Ngày Văn hóa Việt Nam").says("Chưa xác nhận");
        let form = |least: &'static str, days: &'static str, basis: &'static str| {
            [("names_shown", "yes"), ("least_shown", least), ("decision_days", days), ("basis", basis)]
        };
        for (least, days) in [("5", "10"), ("10", "15")] {
            let wrong = send(&mut v, "/quan-tri/cong-bo", &form(least, days, "")).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{least} {days}");
        }
        send(&mut v, "/quan-tri/cong-bo", &form("2", "10", "KH 12/KH-UBND")).await.says("Xin ghi một số từ 5 đến 1000");
        send(&mut v, "/quan-tri/cong-bo", &form("10", "0", "KH 12/KH-UBND")).await.says("Xin ghi một số từ 1 đến 30");
        let kept = send(&mut v, "/quan-tri/cong-bo", &form("20", "3", "KH 12/KH-UBND")).await;
        assert_eq!(
            (kept.status, kept.field("least_shown").as_str(), kept.field("basis").as_str()),
            (StatusCode::OK, "20", "KH 12/KH-UBND")
        );
    }

    async fn p1_a_text_for_publication_is_submitted_returned_and_published_as_it_stands(db: Fresh) {
        let site = Site::new(db).await;
        let item = crate::hall::opinion(&site, "Mương Bến Gỗ tắc, nhà ông Tư ngập.").await;
        let id = PublicId::from_i64(item).to_string();
        let mut admin = site.officer("quantri.vantrach").await;
        let policy = [("names_shown", "yes"), ("head_decides", "yes"), ("least_shown", "10"), ("decision_days", "10"), ("basis", "")];
        send(&mut admin, "/quan-tri/cong-bo", &policy).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let queue = thu.get(&format!("/cong-viec/phan-loai?loc=cong-bo&mo={id}")).await;
        queue.says("Trình công bố").hides("/viec/cong-bo?").hides("/viec/khong-cong-bo?");
        let at = "/cong-viec/phan-loai/viec/trinh-cong-bo";
        let submit = async |v: &mut Visitor, body: &str| {
            let form = v.get(&format!("{at}?chon={id}")).await;
            let (csrf, key) = (form.field("csrf"), form.field("key"));
            let fields =
                [("csrf", csrf.as_str()), ("key", &key), ("chon", &id), ("published_title", "Mương Bến Gỗ tắc"), ("published_body", body)];
            v.upload(at, &fields, &[]).await
        };
        // What could not be published is not laid before anybody.
        let private = submit(&mut thu, "Gọi cho tôi số 0912 345 678").await;
        assert_eq!(private.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(submit(&mut thu, "Mương tắc, nhà ông Tư ngập.").await.status, StatusCode::SEE_OTHER);
        thu.get(&format!("{at}?chon={id}")).await.says("đang chờ người đứng đầu");
        let mut v = site.visitor();
        assert_eq!(v.get(&format!("/y-kien/{id}")).await.status, StatusCode::NOT_FOUND, "submitted is not published");

        // The head reads it beside the original, and returns it: saying why.
        let mut head = site.officer("chutich.vantrach").await;
        let decide = async |v: &mut Visitor, what: &str, note: &str| {
            let page = v.get("/nguoi-dung-dau").await;
            let (csrf, key, seen) = (page.field("csrf"), page.field("key"), page.field("seen"));
            let fields = [
                ("csrf", csrf.as_str()),
                ("key", &key),
                ("subject", "publication"),
                ("id", &id),
                ("seen", &seen),
                ("viec", what),
                ("note", note),
            ];
            v.submit("/nguoi-dung-dau/quyet-dinh", &fields).await
        };
        head.get("/nguoi-dung-dau").await.says("Mương tắc, nhà ông Tư ngập.").says("Nguyên văn Mương Bến Gỗ tắc, nhà ông Tư ngập.");
        assert_eq!(decide(&mut head, "tra-lai", " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        decide(&mut head, "tra-lai", "Bỏ tên ông Tư").await.says("Không có văn bản nào chờ quyết định");
        let again = thu.get(&format!("{at}?chon={id}")).await;
        again.says("Người đứng đầu trả lại bản này: Bỏ tên ông Tư").says("nhà ông Tư ngập.");

        // Neither the office nor a head of another commune publishes it; what is published is what was submitted.
        assert_eq!(submit(&mut thu, "Mương tắc, một nhà ngập.").await.status, StatusCode::SEE_OTHER);
        assert_eq!(refused(&site, &site.actor("vanthu.vantrach").await, ApproveText { item }).await, ("", What::HeadDecides));
        for login in ["chutich.donglam", "mttq.vantrach"] {
            let done = site.app.carry_out(&site.actor(login).await, ApproveText { item }).await;
            assert!(matches!(done, Err(Refusal::NotAllowed(_))), "{login}: {done:?}");
        }
        decide(&mut head, "duyet", "").await.says("Không có văn bản nào chờ quyết định");
        v.get(&format!("/y-kien/{id}")).await.says("Mương tắc, một nhà ngập.").hides("ông Tư");
        let row = crate::hall::item_of(&site, item).await;
        let log = approval::of(&mut site.app.store.read().await.unwrap(), &row.id).await.unwrap();
        let steps: Vec<&str> = log.iter().map(|a| a.row.step.code()).collect();
        assert_eq!(steps, ["submitted", "returned", "submitted", "approved"], "the state log by role");
        // Decided once: there is nothing left to decide about, and nothing of the text in between.
        let again = refused(&site, &site.actor("chutich.vantrach").await, ApproveText { item }).await;
        assert!(matches!(again, ("", What::NotNow { .. })), "{again:?}");
        let rows = caunoi_testkit::every_row(site.database()).await;
        assert!(!rows.lines().any(|l| l.starts_with("publication_draft:")), "it goes with the decision");
    }

    async fn p1_a_head_decides_about_the_words_they_read_and_the_log_says_what_was_not_decided(db: Fresh) {
        let site = Site::new(db).await;
        let item = crate::hall::opinion(&site, "Mương Bến Gỗ tắc, nhà ông Tư ngập.").await;
        let id = PublicId::from_i64(item).to_string();
        let (office, chair) = (crate::hall::office(), crate::hall::chair());
        let lay = |body: &str| SubmitText { item, title: "Mương tắc".into(), body: body.into() };
        site.app.carry_out(&office, lay("Bản thứ nhất.")).await.unwrap();
        let mut head = site.officer("chutich.vantrach").await;
        let read = head.get("/nguoi-dung-dau").await;
        read.says("Bản thứ nhất.");
        // Meanwhile the office lays another text in its place: neither a yes nor a no is about that one.
        site.app.carry_out(&office, lay("Bản thứ hai.")).await.unwrap();
        let press = |page: &Page, what: &'static str, note: &'static str| {
            let of = |name: &str| page.field(name);
            [
                ("csrf", of("csrf")),
                ("key", of("key")),
                ("subject", "publication".into()),
                ("id", id.clone()),
                ("seen", of("seen")),
                ("viec", what.into()),
                ("note", note.to_owned()),
            ]
        };
        let send = async |v: &mut Visitor, fields: [(&'static str, String); 7]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            v.submit("/nguoi-dung-dau/quyet-dinh", &fields).await
        };
        for (what, note) in [("duyet", ""), ("tra-lai", "Bỏ tên ông Tư")] {
            let refused = send(&mut head, press(&read, what, note)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
            refused.says("Văn bản đã được sửa sau khi trang này được mở").says("Bản thứ hai.").says(note).hides("Bản thứ nhất.");
        }
        let unread = send(
            &mut head,
            [
                ("csrf", read.field("csrf")),
                ("key", "k".into()),
                ("subject", "publication".into()),
                ("id", id.clone()),
                ("seen", String::new()),
                ("viec", "duyet".into()),
                ("note", String::new()),
            ],
        )
        .await;
        assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is a form that shows nothing");
        site.visitor().get(&format!("/y-kien/{id}")).await.hides("Bản thứ");
        // Returned; then the head publishes other words: what was returned is not what was approved.
        let again = head.get("/nguoi-dung-dau").await;
        send(&mut head, press(&again, "tra-lai", "Bỏ tên ông Tư")).await.says("Không có văn bản nào chờ quyết định");
        let publish = |body: &str| caunoi_app::opinion::publish::Publish { item, title: "Mương tắc".into(), body: body.into() };
        site.app.carry_out(&chair, publish("Bản thứ hai.")).await.unwrap();
        site.app.carry_out(&office, lay("Bản thứ ba.")).await.unwrap();
        site.app.carry_out(&chair, publish("Bản của người đứng đầu.")).await.unwrap();
        site.app.carry_out(&office, lay("Bản thứ tư.")).await.unwrap();
        site.app.carry_out(&chair, Withhold { item, ground: WithheldGround::Privacy }).await.unwrap();
        // Laid again after it was withheld, and then kept to head and secretary: nothing waits any more.
        site.app.carry_out(&office, lay("Bản thứ năm.")).await.unwrap();
        let log = async || {
            let row = crate::hall::item_of(&site, item).await;
            let log = approval::of(&mut site.app.store.read().await.unwrap(), &row.id).await.unwrap();
            log.iter().map(|a| a.row.step.code()).collect::<Vec<_>>()
        };
        let so_far = ["submitted", "submitted", "returned", "ended", "submitted", "ended", "submitted", "ended", "submitted"];
        assert_eq!(log().await, so_far, "nothing of it was approved");
        site.app.carry_out(&chair, Restrict { item }).await.unwrap();
        assert_eq!(log().await.last(), Some(&"ended"));
        head.get("/nguoi-dung-dau").await.says("Không có văn bản nào chờ quyết định");
        let rows = caunoi_testkit::every_row(site.database()).await;
        assert!(!rows.lines().any(|l| l.starts_with("publication_draft:")));
    }

    async fn p1_who_decides_on_publication_how_soon_and_whether_names_are_shown_is_policy_and_acts(db: Fresh) {
        let site = Site::new(db).await;
        let publish =
            |item, body: &'static str| caunoi_app::opinion::publish::Publish { item, title: "Mương tắc".into(), body: body.into() };
        let given = crate::hall::opinion(&site, "Mương Bến Gỗ tắc").await;
        let due = crate::hall::item_of(&site, given).await.publication_due_on;
        assert_eq!(due, "2026-12-08", "ten working days, 24/11 off");
        site.visitor().get("/gui-y-kien?xa=D0001&loai=petition").await.says("Ghi họ và tên tôi");
        let mut admin = site.officer("quantri.vantrach").await;
        let policy = [("head_decides", "yes"), ("least_shown", "5"), ("decision_days", "3"), ("basis", "KH 12/KH-UBND")];
        send(&mut admin, "/quan-tri/cong-bo", &policy).await;
        // How soon: what comes from now on.
        let later = crate::hall::opinion(&site, "Cây gãy đường thôn Hạ").await;
        assert_eq!(crate::hall::item_of(&site, later).await.publication_due_on, "2026-11-27");
        assert_eq!(crate::hall::item_of(&site, given).await.publication_due_on, due);
        // Names: the form asks no more, and a form that says yes all the same is not believed.
        let mut v = site.visitor();
        v.get("/gui-y-kien?xa=D0001&loai=petition").await.says("Nơi này không công bố tên người gửi").hides("name_public");
        // Who: the office cannot, and says why; the head can, from a queue of their own.
        let office = site.actor("vanthu.vantrach").await;
        assert_eq!(refused(&site, &office, publish(given, "Mương Bến Gỗ tắc.")).await, ("", What::HeadDecides));
        let withhold = Withhold { item: given, ground: WithheldGround::ALL[0] };
        assert_eq!(refused(&site, &office, withhold).await, ("", What::HeadDecides));
        let mut head = site.officer("chutich.vantrach").await;
        let queue = head.get("/cong-viec/phan-loai?loc=cong-bo").await;
        queue.says("Mương Bến Gỗ tắc").hides("Gộp thành nhóm");
        assert_eq!(head.get("/cong-viec/phan-loai").await.status, StatusCode::NOT_FOUND, "no other queue");
        site.app.carry_out(&site.actor("chutich.vantrach").await, publish(given, "Mương Bến Gỗ tắc.")).await.unwrap();
        // Shares: of fewer than five none, and that is said.
        v.get("/xa/D0001").await.says("khi có từ 5 ý kiến công bố trở lên mới nêu");
        // Back to the usual: the office decides again.
        send(&mut admin, "/quan-tri/cong-bo", &[("names_shown", "yes"), ("least_shown", "10"), ("decision_days", "10"), ("basis", "")])
            .await;
        site.app.carry_out(&office, publish(later, "Cây gãy chắn đường.")).await.unwrap();
    }
}
