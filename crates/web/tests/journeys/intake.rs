//! Intake at the desk: a clerk enters for a person, papers marked Mật, complaints and denunciations, the book of forty rows.

use caunoi_testkit::on_both;
use http::StatusCode;

use crate::kit::{Page, Site, Visitor};

/// What the form of entry sends, with these parts and changes.
pub async fn enter(v: &mut Visitor, parts: &[&str], changes: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
    let form = v.get("/cong-viec/nhap").await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    for (name, value) in [
        ("kind", "petition"),
        ("channel", "paper"),
        ("received_on", "20/11/2026"),
        ("full_name", "Phạm Thị Lành"),
        ("phone", "0912345678"),
        ("address", "Số 5, thôn Hạ"),
    ] {
        let changed = changes.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
        fields.push((name, changed.unwrap_or(value)));
    }
    fields.extend(changes.iter().filter(|(n, _)| !fields.iter().any(|(f, _)| f == n)).copied().collect::<Vec<_>>());
    for part in parts {
        fields.push(("part_title", ""));
        fields.push(("part", part));
    }
    v.upload("/cong-viec/nhap", &fields, files).await
}

/// Files in the readable store of an installation.
fn kept(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder.join("files"))
        .unwrap()
        .map(|shelf| shelf.unwrap().path())
        .filter(|shelf| !shelf.ends_with("new"))
        .map(|shelf| std::fs::read_dir(shelf).unwrap().count())
        .sum()
}

on_both! {
    async fn s0_9_a_clerk_enters_a_letter_with_three_matters_under_one_code(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let parts = ["Loa thôn Hạ hỏng ba tuần nay.", "Mương Đồng Vàng tắc.", "Xin hỏi lịch tiêm phòng cho chó."];
        let pdf: &[u8] = b"%PDF-1.4 ban chup";
        let sent = enter(&mut v, &parts, &[("signed", "yes")], &[("files", "don.pdf", pdf)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let slip = v.get("/cong-viec/nhap/phieu").await;
        slip.says("Mã theo dõi").says("3 việc").says("Loa thôn Hạ hỏng ba tuần nay").says("Số bí mật").says("ông/bà được báo bằng văn bản");
        // 10 working days from Friday, 20/11/2026, 24/11 is no holiday in the calendar's law.
        slip.says("Văn phòng HĐND và UBND xã báo ông/bà nơi giải quyết, chậm nhất");
        let opinion = v.get(&slip.link("/cong-viec/y-kien/")).await;
        opinion.says("Việc 1. Loa thôn Hạ hỏng").says("Việc 2. Mương Đồng Vàng tắc").says("Việc 3. Xin hỏi lịch tiêm phòng");
        opinion.says("Phạm Thị Lành").says("Thứ Sáu, 20/11/2026").says("don.pdf").says("nhật ký truy cập");
        let scan = v.get(&opinion.link("/cong-viec/tep/")).await;
        assert_eq!(scan.html.as_bytes(), pdf);
        assert!(scan.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 3").says("Thư, đơn giấy").says("20/11/2026");
    }

    async fn the_same_entry_sent_twice_is_one_opinion(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let form = v.get("/cong-viec/nhap").await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("key", key.as_str()),
            ("kind", "feedback"),
            ("channel", "phone"),
            ("received_on", ""),
            ("part_title", ""),
            ("part", "Chó thả rông ở chợ."),
        ];
        for _ in 0..3 {
            assert_eq!(v.upload("/cong-viec/nhap", &fields, &[]).await.status, StatusCode::SEE_OTHER);
        }
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 1");
    }

    async fn everything_typed_stays_and_every_wrong_place_is_said(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let changes = [("received_on", "24/11/2026"), ("signed", "yes"), ("address", ""), ("channel", "web")];
        let again = enter(&mut v, &["Đường làng mất điện."], &changes, &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        again.says("Xin chọn một mục").says("Đường làng mất điện.");
        assert_eq!(again.field("full_name"), "Phạm Thị Lành");
        let again =
            enter(&mut v, &["Đường làng mất điện."], &[("received_on", "24/11/2026"), ("signed", "yes"), ("address", "")], &[]).await;
        again.says("không ghi ngày chưa đến").says("Xin điền chỗ này");
        let phone = enter(&mut v, &["Đường làng mất điện."], &[("phone", "không nhớ")], &[]).await;
        phone.says("Ghi số điện thoại bằng chữ số");
        assert_eq!((phone.status, phone.field("phone").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "không nhớ"));
        let empty = enter(&mut v, &[" "], &[("kind", "")], &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        empty.says("Có lỗi: còn 2 chỗ cần sửa Loại: Xin chọn một loại Nội dung: Xin viết nội dung ý kiến, ít nhất một câu");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0").says("Không có ý kiến nào ở đây");
    }

    async fn p18_a_paper_marked_mat_is_refused_with_a_warning_and_nothing_is_kept(db: Fresh) {
        let folder = db.folder.path().to_owned();
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let pdf: &[u8] = b"%PDF-1.4 ke hoach kin";
        let secret = "Kế hoạch phòng thủ khu vực";
        for (parts, changes, file) in [
            (secret.to_owned(), vec![("secret", "yes")], "ke-hoach.pdf"),
            (format!("Độ mật: Mật\n{secret}"), vec![], "ke-hoach.pdf"),
            (secret.to_owned(), vec![], "ke-hoach (MẬT).pdf"),
        ] {
            let refused = enter(&mut v, &[&parts], &changes, &[("files", file, pdf)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            refused.says("Tài liệu có dấu mật không được đưa vào hệ thống này").hides(secret);
            assert_eq!(kept(&folder), 0, "no byte of the paper is kept");
            assert!(!caunoi_testkit::every_row(&database).await.contains("phòng thủ"));
        }
    }

    async fn l7_a_complaint_or_denunciation_on_paper_is_registered_and_its_text_is_never_taken(db: Fresh) {
        let folder = db.folder.path().to_owned();
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let led = enter(
            &mut v,
            &["Tôi tố cáo ông Chim Lạc"],
            &[("kind", "denunciation"), ("full_name", "Người Kín Tên")],
            &[("files", "d.pdf", b"%PDF-1.4 Chim Lac")],
        )
        .await;
        assert_eq!(led.location.as_deref(), Some("/cong-viec/chuyen-don?loai=denunciation#them"));
        assert_eq!(kept(&folder), 0);
        let rows = caunoi_testkit::every_row(&database).await;
        assert!(!rows.contains("Chim Lạc") && !rows.contains("Người Kín Tên"));

        let register = v.get("/cong-viec/chuyen-don?loai=denunciation").await;
        let (csrf, key) = (register.field("csrf"), register.field("key"));
        let base =
            [("csrf", csrf.as_str()), ("key", key.as_str()), ("kind", "denunciation"), ("channel", "paper"), ("arrived_on", "20/11/2026")];
        let missing = v.post("/cong-viec/chuyen-don", &[&base[..], &[("paper", "45/VP-CĐ"), ("sent_on", "23/11/2026")]].concat()).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        missing.says("Ghi số văn bản, ngày và nơi nhận");
        assert_eq!(missing.field("paper"), "45/VP-CĐ");
        let whole =
            [&base[..], &[("paper", "45/VP-CĐ"), ("sent_on", "23/11/2026"), ("receiver", "Thanh tra thành phố"), ("due_on", "30/11/2026")]]
                .concat();
        v.submit("/cong-viec/chuyen-don", &whole).await.says("Tố cáo").says("45/VP-CĐ").says("Thanh tra thành phố").says("Còn 7 ngày");

        let mut inspector = site.officer("ubkt.vantrach").await;
        let read = inspector.get("/cong-viec/chuyen-don").await;
        read.says("Thanh tra thành phố").hides("da-nhan");
        // What is not accepted yet is what is due to it: by kind and paper.
        inspector
            .get("/cong-viec")
            .await
            .says("Có 1 việc đến hạn")
            .says("Tố cáo, 45/VP-CĐ")
            .says("Chờ Thanh tra thành phố nhận, hạn 30/11/2026");
        let mut admin = site.officer("quantri.vantrach").await;
        assert_eq!(admin.get("/cong-viec/chuyen-don").await.status, StatusCode::NOT_FOUND);
        let mut other = site.officer("vanthu.donglam").await;
        other.get("/cong-viec/chuyen-don").await.hides("Thanh tra thành phố");

        let accept = v.get("/cong-viec/chuyen-don").await.link_ending("/da-nhan");
        let wrong = v.post(&accept, &[("csrf", &csrf), ("accepted_on", "1/11/2026")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        v.submit(&accept, &[("csrf", &csrf), ("accepted_on", "23/11/2026")]).await.says("Đã nhận ngày 23/11/2026");
        inspector.get("/cong-viec").await.says("Không có việc nào đến hạn").hides("45/VP-CĐ");
    }

    async fn p10_a_book_of_forty_rows_lands_its_good_rows_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let csv = book();
        let checked = import(&mut v, &csv, &[("dry_run", "yes")]).await;
        checked.says("36 dòng nhập được").says("4 dòng trả lại").says("40 dòng trong sổ");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0");
        let strict = import(&mut v, &csv, &[("strict", "yes")]).await;
        strict.says("0 dòng nhập được").says("Còn dòng sai nên chưa nhập dòng nào");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0");

        let first = import(&mut v, &csv, &[]).await;
        first.says("36 dòng đã nhập").says("0 dòng đã có từ trước").says("4 dòng trả lại");
        first.says("Ngày nhận Xin sửa ngày: tháng 2 chỉ có 28 ngày");
        first.says("Thôn/TDP Không có “Thôn Không Có” trong danh sách");
        first.says("Nội dung Xin viết nội dung ý kiến");
        first.says("Loại Không có “khen” trong danh sách");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 36").says("Trang sau");

        // The same book as a workbook, and once more as CSV: nothing lands twice.
        for bytes in [workbook(&csv), csv.clone()] {
            import(&mut v, &bytes, &[]).await.says("0 dòng đã nhập").says("36 dòng đã có từ trước").says("4 dòng trả lại");
        }
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 36");

        let csrf = first.field("csrf");
        let file = v.post("/cong-viec/nhap-so/loi.csv", &[("csrf", &csrf), ("csv", &first.field("csv"))]).await;
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("errors.csv"));

        let mut number_again = String::from_utf8(csv).unwrap();
        number_again = number_again.replace("Việc số 1 của thôn", "Việc khác hẳn của thôn");
        import(&mut v, number_again.as_bytes(), &[]).await.says("Số này đã có trong sổ với nội dung khác").says("35 dòng đã có từ trước");
    }

    async fn a_book_first_read_as_a_workbook_gives_the_same_queue(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        import(&mut v, &workbook(&book()), &[]).await.says("36 dòng đã nhập").says("4 dòng trả lại");
        import(&mut v, &book(), &[]).await.says("0 dòng đã nhập").says("36 dòng đã có từ trước");
    }

    async fn a_table_that_is_no_book_says_what_to_do(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        import(&mut v, b"a,b\n1,2\n", &[]).await.says("thiếu cột: Ngày nhận, Loại, Nội dung");
        import(&mut v, b"\xff\xfe", &[]).await.says("Không đọc được bảng này");
        import(&mut v, b"", &[]).await.says("trống. Xin chọn lại tệp");
        let own_law = "Ngày nhận,Loại,Nội dung\n1/11/2026,Tố cáo,Tôi tố cáo ông Chim Lạc\n";
        let refused = import(&mut v, own_law.as_bytes(), &[]).await;
        refused.says("Khiếu nại, tố cáo có luật riêng").hides("Chim Lạc");
        assert!(!caunoi_testkit::every_row(&database).await.contains("Chim Lạc"), "what waits is kept as ciphertext");
        let template = v.get("/cong-viec/nhap-so/mau.xlsx").await;
        assert_eq!(template.status, StatusCode::OK);
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get("/cong-viec/nhap-so").await.status, StatusCode::NOT_FOUND);
    }
}

/// Sends a book, looks at what would happen, and lands it unless only that was asked.
pub async fn import(v: &mut Visitor, bytes: &[u8], manner: &[(&str, &str)]) -> Page {
    let csrf = v.get("/cong-viec/nhap-so").await.field("csrf");
    let sent = v.upload("/cong-viec/nhap-so", &[("csrf", csrf.as_str())], &[("file", "so.csv", bytes)]).await;
    let Some(draft) = sent.location.clone() else { return sent };
    let checked = v.get(&draft).await;
    if manner.contains(&("dry_run", "yes")) || !checked.html.contains(&format!("action=\"{draft}/nhap\"")) {
        return checked;
    }
    v.land(&format!("{draft}/nhap"), &[&[("csrf", csrf.as_str())], manner].concat()).await
}

/// Forty rows: thirty-six good ones and four wrong ones.
pub fn book() -> Vec<u8> {
    let villages = ["Thôn Bến Gỗ", "đồng vàng", "Thôn Hạ", ""];
    let kinds = ["Kiến nghị", "phản ánh", "Hỏi", "góp ý"];
    let mut text =
        "\u{feff}Số;Ngày nhận;Hình thức;Loại;Họ và tên;Địa chỉ;Điện thoại;Thôn/TDP;Nội dung;Lĩnh vực;Ký tên (có/không)\r\n".to_owned();
    for n in 1..=40 {
        let day = if n == 7 { "30/2/2026".to_owned() } else { format!("{}/11/2026", n % 20 + 1) };
        let village = if n == 13 { "Thôn Không Có" } else { villages[n % 4] };
        let kind = if n == 21 { "khen" } else { kinds[n % 4] };
        let body = if n == 30 { String::new() } else { format!("Việc số {n} của thôn, đề nghị xã xem.") };
        text.push_str(&format!("{n};{day};đơn thư;{kind};Người {n};Xóm {n};0912000{n:03};{village};{body};giao thông;có\r\n"));
    }
    text.into_bytes()
}

/// The same table as a workbook, phones as text.
fn workbook(csv: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(csv).unwrap().trim_start_matches('\u{feff}');
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split(';').enumerate() {
            let at = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            match cell.parse::<f64>() {
                Ok(number) if column == 0 => sheet.write_number(at.0, at.1, number).unwrap(),
                _ => sheet.write_string(at.0, at.1, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// The command beside a running server, on the same file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_the_command_imports_beside_a_running_server() {
    let db = caunoi_testkit::sqlite();
    let folder = db.folder.path().to_owned();
    let site = Site::new(db).await;
    let file = folder.join("so.csv");
    std::fs::write(&file, book()).unwrap();
    let run = |arguments: &[&str]| {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_caunoi"))
            .args(["import", "opinions"])
            .args(arguments)
            .arg("--data")
            .arg(&folder)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
    };
    let so = file.to_str().unwrap();
    let (code, out, _) = run(&[so, "--unit", "D0001", "--dry-run"]);
    assert_eq!(code, 1);
    assert!(out.contains("row 2: 2026/1\n") && out.ends_with("40 rows: 36 would land, 0 there already, 4 refused\n"), "{out}");
    let (code, out, err) = run(&[so, "--unit", "D0001"]);
    assert_eq!(code, 1);
    assert!(out.ends_with("40 rows: 36 landed, 0 there already, 4 refused\n"), "{out}");
    assert!(err.contains("so.csv.errors.csv"), "{err}");
    let errors = std::fs::read_to_string(folder.join("so.csv.errors.csv")).unwrap();
    assert!(errors.starts_with("\u{feff}Dòng,Cột,Lý do\r\n\"8\",\"Ngày nhận\",\"Xin sửa ngày: tháng 2 chỉ có 28 ngày\"\r\n"), "{errors}");
    let (_, out, _) = run(&[so, "--unit", "D0001"]);
    assert!(out.ends_with("40 rows: 0 landed, 36 there already, 4 refused\n"), "{out}");
    site.officer("vanthu.vantrach").await.get("/cong-viec/phan-loai").await.says("Chờ phân loại 36");

    let (code, _, err) = run(&[so, "--unit", "X"]);
    assert_eq!((code, err.lines().count()), (2, 1), "{err}");
    let (code, _, err) = run(&[so]);
    assert_eq!((code, err.lines().count()), (2, 1), "{err}");
    let template = folder.join("mau.xlsx");
    assert_eq!(run(&["--template", template.to_str().unwrap()]).0, 0);
    let rows = caunoi_papers::sheet::read(&std::fs::read(template).unwrap()).unwrap();
    let columns = caunoi_domain::opinion::book::COLUMNS;
    assert!(caunoi_domain::import::look(columns, &rows, &caunoi_domain::import::Mapping::default()).head(columns, &rows).is_ok());
}
