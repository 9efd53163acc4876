//! A real-looking workbook from the upload to a verdict; a landing that says how far it is; the calendar of a running server.

use std::sync::Arc;

use caunoi_app::{
    App, Cx, OsRandomness, Refusal, Verb, boot,
    demo::world::{self, DONG_LAM, VAN_TRACH},
    import::{self, Job, Manner, Taken, permit},
    people::account::OpenAccount,
};
use caunoi_domain::{
    import::Mapping,
    people::{
        actor::{Actor, Role},
        policy::Action,
    },
    regulation::clock::LimitName,
};
use caunoi_papers::sheet;
use caunoi_store::Tx;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::{intake::import as send_book, kit::Site};

/// The follow-up book of an office as it lies on a desk: title rows, heads of its own, days as days and as text, phones as
/// numbers, a sum at the end that is a formula.
fn workbook() -> Vec<u8> {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let mut book = Workbook::new();
    let s = book.add_worksheet().set_name("Năm 2026").unwrap();
    s.write_string(0, 0, "UBND XÃ VÂN TRẠCH").unwrap();
    s.write_string(1, 0, "SỔ THEO DÕI GIẢI QUYẾT Ý KIẾN, KIẾN NGHỊ NĂM 2026").unwrap();
    let heads = [
        "STT",
        "Ngày tiếp nhận",
        "Họ tên",
        "Số điện thoại",
        "Thôn",
        "Loại ý kiến",
        "Nội dung kiến nghị",
        "Cơ quan giải quyết",
        "Thời hạn",
        "Tình hình giải quyết",
        "Kết quả giải quyết",
        "Số văn bản",
        "Ngày trả lời",
    ];
    for (at, head) in (0u16..).zip(heads) {
        s.write_string(3, at, head).unwrap();
    }
    for n in 1..=30_u32 {
        let row = n + 3;
        s.write_number(row, 0, f64::from(n)).unwrap();
        let on = ExcelDateTime::from_ymd(2026, 10, 5).unwrap();
        match n % 3 {
            0 => s.write_string(row, 1, "05/10/2026").unwrap(),
            1 => s.write_datetime_with_format(row, 1, &on, &day).unwrap(),
            _ => s.write_number(row, 1, 46_300).unwrap(),
        };
        s.write_string(row, 2, "Nguye\u{302}\u{303}n Thi\u{323} Ha\u{302}\u{323}u").unwrap();
        s.write_number(row, 3, f64::from(912_000_000 + n)).unwrap();
        s.write_string(row, 4, "thôn hạ").unwrap();
        s.write_string(row, 5, "Kiến nghị").unwrap();
        s.write_string(row, 6, format!("Mương số {n} tắc, đề nghị nạo vét.")).unwrap();
        if n % 2 == 0 {
            s.write_string(row, 7, "P. Kinh tế").unwrap();
            s.write_number(row, 8, 46_350).unwrap();
            s.write_string(row, 9, "Đã giải quyết").unwrap();
            s.write_string(row, 10, format!("Đã nạo vét mương số {n}.")).unwrap();
            s.write_string(row, 11, "Số: 5/TB-UBND").unwrap();
            s.write_datetime_with_format(row, 12, ExcelDateTime::from_ymd(2026, 10, 19).unwrap(), &day).unwrap();
        }
    }
    s.write_string(34, 0, "Cộng").unwrap();
    s.write_formula(34, 6, Formula::new("=COUNTA(G5:G34)").set_result("30")).unwrap();
    book.save_to_buffer().unwrap()
}

/// Tells what a verb reckons with: the day on which an answer is due.
struct Reckon;

impl Verb for Reckon {
    type Done = String;
    async fn carry_out(&self, _tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        Ok(cx.due(LimitName::PersonNotice).0)
    }
}

/// The command on the same database, beside the server.
async fn beside(site: &Site) -> App {
    let folder = site.folder().to_owned();
    boot::open(&folder, site.database(), site.clock.clone(), Arc::new(OsRandomness)).await.unwrap()
}

async fn import_calendar(app: &App, text: &str) -> Taken {
    let table = sheet::read(text.as_bytes()).unwrap();
    let job = Job { unit_id: "", table: &table, mapping: &Mapping::default(), manner: Manner::default() };
    import::find("calendar").unwrap().import(app, &Actor::System, job, &|_, _| {}).await.unwrap()
}

/// Sets where the landing of the only waiting table stands, as a landing of another process would.
struct Stands(i64, i64, i64);

impl caunoi_store::Change for Stands {
    type Done = ();
    type Refused = caunoi_store::StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> caunoi_store::Result<()> {
        let sql = "UPDATE book_draft SET state = 'landing', done = $1, whole = $2, beat_at = $3";
        tx.exec(sql, caunoi_store::args![self.0, self.1, self.2]).await?;
        Ok(())
    }
}

on_both! {
    async fn b_a_real_looking_workbook_is_imported_twice_and_one_row_walked_to_a_verdict(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let first = send_book(&mut clerk, &workbook(), &[]).await;
        // The row of the sum is given back: it is no opinion.
        first.says("30 dòng đã nhập").says("1 dòng trả lại").says("35 Nội dung kiến nghị (Nội dung) Ô này là công thức");
        send_book(&mut clerk, &workbook(), &[]).await.says("0 dòng đã nhập").says("30 dòng đã có từ trước");
        clerk.get("/cong-viec/phan-loai").await.says("Chờ phân loại 15");

        // Row 2 is solved by the book; its slip is printed, handed over, and the person says so.
        let path = first.link("/cong-viec/nhap-so/phieu/");
        let csrf = clerk.get(&path).await.field("csrf");
        let printed = clerk.post(&path, &[("csrf", &csrf)]).await;
        let slips: Vec<&str> = printed.html.split("<p class=\"code\">").skip(1).map(|c| c.split('<').next().unwrap()).collect();
        assert_eq!(slips.len(), 60);
        let mut person = site.visitor();
        let thread = person.submit("/theo-doi", &[("code", slips[2])]).await;
        thread.says("Mương số 2 tắc").says("Đã nạo vét mương số 2.").says("05/TB-UBND").says("Phòng Kinh tế");
        let (item, round) = (thread.field("item"), thread.field("round"));
        let verdict = [("item", item.as_str()), ("round", &round), ("secret", slips[3]), ("verdict", "agree"), ("reason", "")];
        assert_eq!(person.post("/theo-doi/tra-loi", &verdict).await.status, StatusCode::SEE_OTHER);
        person.get("/theo-doi/y-kien").await.says("Ông/bà đồng ý với kết quả");
    }

    async fn b_a_landing_says_how_far_it_is_and_one_that_was_cut_off_goes_on(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let csrf = v.get("/cong-viec/nhap-so").await.field("csrf");
        let sent = v.upload("/cong-viec/nhap-so", &[("csrf", &csrf)], &[("file", "so.csv", &crate::intake::book())]).await;
        let draft = sent.location.unwrap();
        let now = site.app.clock.now_us();
        site.app.store.write(Stands(300, 500, now)).await.unwrap();
        let page = v.get(&draft).await;
        page.says("Đang nhập").says("Dòng 300 trên 500").says("Trang tự tải lại");
        assert_eq!(page.headers["refresh"], "2");
        // Pressed again meanwhile: it is landing already, nothing is begun twice.
        v.submit(&format!("{draft}/nhap"), &[("csrf", &csrf)]).await.says("Dòng 300 trên 500");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0");
        // Nothing was heard of it for a minute: it was cut off, and goes on.
        site.clock.set_day(date(2026, 11, 23), 8, 2);
        let page = v.get(&draft).await;
        page.says("Việc nhập bị dừng giữa chừng");
        assert!(page.headers.get("refresh").is_none());
        v.land(&format!("{draft}/nhap"), &[("csrf", &csrf)]).await.says("36 dòng đã nhập").says("4 dòng trả lại");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 36");
        // What became of the rows is kept sealed like the table.
        let rows = caunoi_testkit::every_row(site.database()).await;
        assert!(!rows.contains("Thôn Không Có"), "a wrong cell stands in the clear");
        assert_eq!(site.officer("chanhvp.vantrach").await.get(&draft).await.status, StatusCode::NOT_FOUND);
    }

    async fn l4_a_calendar_imported_beside_a_running_server_or_in_the_browser_moves_limits_at_once(db: Fresh) {
        let site = Site::new(db).await;
        let due = async || site.app.carry_out(&Actor::System, Reckon).await.unwrap();
        let before = due().await;
        let other = beside(&site).await;
        let head = "Ngày,Loại,Tên,Căn cứ,Đã xác nhận\n";
        let taken = import_calendar(&other, &format!("{head}25/11/2026,nghỉ,Nghỉ thử,Thông báo thử,có\n")).await;
        assert_eq!(taken.landed, 1);
        // The running server knows nothing of the import but the database.
        assert_ne!(due().await, before, "a verb reckons with the calendar of its own transaction");
        let seen = due().await;
        assert_eq!(site.app.calendar().day(date(2026, 11, 25)).unwrap().name, "Nghỉ thử", "and what it read is held");

        // A page, before any verb: the session's look is enough.
        let taken = import_calendar(&other, &format!("{head}26/11/2026,nghỉ,Nghỉ thử tiếp,Thông báo sau,có\n")).await;
        assert_eq!(taken.landed, 1);
        let mut admin = site.officer("quantri.vantrach").await;
        admin.get("/quan-tri/lich").await.says("Nghỉ thử tiếp").says("Thông báo sau");
        assert_ne!(due().await, seen);

        // In the browser, by who keeps the installation; the other process sees it as well.
        let page = admin.get("/cong-viec/nhap-so?loai=calendar").await;
        let (csrf, word) = (page.field("csrf"), page.field("loai"));
        assert_eq!(word, "calendar");
        let file = format!("{head}27/11/2026,nghỉ,Nghỉ ba,Thông báo ba,không\n");
        let fields = [("csrf", csrf.as_str()), ("loai", "calendar")];
        let sent = admin.upload("/cong-viec/nhap-so", &fields, &[("file", "lich.csv", file.as_bytes())]).await;
        let draft = sent.location.unwrap();
        admin.get(&draft).await.says("1 dòng nhập được");
        let seen = due().await;
        admin.land(&format!("{draft}/nhap"), &[("csrf", &csrf)]).await.says("1 dòng đã nhập");
        assert_ne!(due().await, seen);
        let elsewhere = other.carry_out(&Actor::System, Reckon).await.unwrap();
        assert_eq!(elsewhere, due().await);
        admin.get("/quan-tri/lich").await.says("Nghỉ ba").says("chưa xác nhận");
        // Where an office beside has an administrator of its own, nobody but the operator sets what belongs to all.
        let keeps = async || {
            let actor = site.actor("quantri.vantrach").await;
            let mut conn = site.app.store.read().await.unwrap();
            permit::keeps(&mut conn, &actor, Action::Administer, &world::unit(VAN_TRACH)).await.unwrap()
        };
        assert!(keeps().await);
        let beside = OpenAccount {
            login: "quantri.donglam".to_owned(),
            password_hash: "-".to_owned(),
            must_change: true,
            full_name: "Đặng Văn Kiên".to_owned(),
            role: Role::Admin,
            unit_id: world::unit(DONG_LAM),
            body_id: "D0002-van-phong".to_owned(),
            post_id: None,
            from_on: "2026-01-01".to_owned(),
            paper: String::new(),
        };
        site.app.carry_out(&Actor::System, beside).await.unwrap();
        assert!(!keeps().await);
        // A clerk does not set the calendar.
        let mut clerk = site.officer("vanthu.vantrach").await;
        assert_eq!(clerk.get("/cong-viec/nhap-so?loai=calendar").await.status, StatusCode::NOT_FOUND);
        assert_eq!(world::unit(VAN_TRACH), "D0001.demo");
    }
}
