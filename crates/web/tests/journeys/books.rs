//! Real books: a follow-up book with twenty wrong rows, columns under an office's own heads, forty pasted rows, slips that
//! are shown once, and the book taken out and brought in again.

use std::fmt::Write as _;

use caunoi_app::{
    Cx, Refusal, Verb,
    demo::world::{self, VAN_TRACH},
    export::{self, Table},
    import::{self, Job, Manner, Taken},
};
use caunoi_domain::{
    import::Mapping,
    people::{actor::Actor, policy::Action},
    problem::What,
    unit::{Level, Period},
};
use caunoi_papers::sheet;
use caunoi_store::{Tx, unit};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    intake::import as send_book,
    kit::{Page, Site, Visitor},
};

const HEAD: &str = "Số,Ngày nhận,Hình thức,Loại,Họ và tên,Địa chỉ,Điện thoại,Thôn/TDP,Nội dung,Lĩnh vực,Ký tên,Xã/phường,\
                    Cơ quan chủ trì,Hạn giải quyết,Tình trạng,Kết quả,Số thông báo,Ngày trả lời\r\n";

/// A commune of an earlier period that became Xã Vân Trạch.
pub struct PutFormer;

impl Verb for PutFormer {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, _cx: &Cx) -> Result<(), Refusal> {
        let now = unit::find(tx, &world::unit(VAN_TRACH)).await?.unwrap();
        let old = unit::UnitRow {
            id: "D0091.before_2025".to_owned(),
            code: "D0091".to_owned(),
            period: Period::Before2025,
            level: Level::Commune,
            name: "Xã Vân Cũ".to_owned(),
            valid_to: Some("2025-06-30".to_owned()),
            ..now.clone()
        };
        unit::put(tx, &old).await?;
        Ok(unit::put_lineage(tx, &old.id, &now.id, "whole", "demo").await?)
    }
}

/// The follow-up book: 500 rows, twenty of them wrong in ten ways, the others odd and right.
fn follow_up_book() -> String {
    let mut text = format!("\u{feff}SỔ THEO DÕI Ý KIẾN NHÂN DÂN NĂM 2026\r\n\r\n{HEAD}");
    for n in 1..=500_usize {
        // Names with letters and tones apart, phones without their zero, days in five spellings, one number in three.
        let name = if n % 3 == 0 { "Nguye\u{302}\u{303}n Thi\u{323} Ha\u{302}\u{323}u" } else { "Trần Văn Bền" };
        let phone = if n % 2 == 0 { format!("912000{n:03}") } else { format!("0912000{n:03}") };
        let mut day = ["05/10/2026", "5.10.2026", "2026-10-05", "46300", "ngày 05 tháng 10 năm 2026"][n % 5].to_owned();
        let (mut kind, mut body, mut unit) = ("kiến nghị", format!("Việc số {n} cần xem xét."), ["", "D0001", "Xã Vân Trạch"][n % 3]);
        let mut number = n.to_string();
        let (mut lead, mut due, mut state, mut result, mut paper, mut done) = ("", "", "", "", "", "");
        match n % 4 {
            1 => (lead, due) = ("Phòng Kinh tế", "46350"),
            2 => {
                (lead, due, state, result, paper, done) = (
                    "Công an xã",
                    "20/10/2026",
                    "đã giải quyết",
                    "Đã làm xong.",
                    ["12/TB-UBND", "Số: 12 / TB-UBND", "12/tb-ubnd"][n % 3],
                    "19/10/2026",
                );
            }
            3 => (state, result, paper, done) = ("đã giải thích", "Đã trả lời.", "Điều 10 Luật Đất đai", "9/10/2026"),
            _ => {}
        }
        match n {
            25 | 50 => day = "30/2/2026".to_owned(),
            75 | 100 => body = String::new(),
            125 | 150 => kind = "",
            175 | 200 => body = "=1+1".to_owned(),
            225 | 250 => unit = "Xã Vân Cũ",
            275 | 300 => number = (n - 1).to_string(),
            325 | 350 => body = "dài ".repeat(15_000),
            375 | 400 => (state, result, paper, done) = ("đã giải quyết", "", "", ""),
            425 | 450 => lead = "Phòng Không Có",
            475 | 499 => (lead, due) = ("Phòng Kinh tế", "1/9/2026"),
            _ => {}
        }
        if matches!(n, 375 | 400) {
            (lead, due) = ("", "");
        }
        writeln!(
            text,
            "{number},{day},đơn thư,{kind},{name},Xóm {n},{phone},thôn hạ,\"{body}\",giao thông,có,{unit},{lead},{due},{state},{result},{paper},{done}\r"
        )
        .unwrap();
    }
    text
}

pub async fn import_as(site: &Site, actor: &Actor, text: &str, manner: Manner) -> Taken {
    let table = sheet::read(text.as_bytes()).unwrap();
    let unit_id = world::unit(VAN_TRACH);
    let job = Job { unit_id: &unit_id, table: &table, mapping: &Mapping::default(), manner };
    import::find("opinions").unwrap().import(&site.app, actor, job, &|_, _| {}).await.unwrap()
}

pub async fn book_of(site: &Site, login: &str) -> export::Taken {
    export::take(&site.app, Some(&site.actor(login).await), Table::Opinions).await.unwrap()
}

/// The codes and second secrets on a page of slips.
fn slips(page: &Page) -> Vec<(String, String)> {
    let codes: Vec<String> = page.html.split("<p class=\"code\">").skip(1).map(|c| c.split('<').next().unwrap().to_owned()).collect();
    codes.chunks(2).map(|c| (c[0].clone(), c[1].clone())).collect()
}

on_both! {
    async fn b_a_follow_up_book_of_500_rows_lands_480_in_one_pass_and_none_in_the_second(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, PutFormer).await.unwrap();
        let clerk = site.actor("vanthu.vantrach").await;
        let book = follow_up_book();
        let taken = import_as(&site, &clerk, &book, Manner::default()).await;
        let wrong: Vec<(usize, &str)> = taken.wrong.iter().map(|w| (w.row, w.column.map_or("", |c| c.code))).collect();
        assert_eq!((taken.rows, taken.landed, taken.there, taken.refused()), (500, 480, 0, 20), "{wrong:?}");
        let mut first = wrong.clone();
        first.dedup_by_key(|w| w.0);
        let columns: Vec<&str> = first.iter().map(|w| w.1).collect();
        assert_eq!(
            columns,
            [
                "received", "received", "body", "body", "kind", "kind", "body", "body", "unit", "unit", "number", "number", "body", "body",
                "result", "result", "lead", "lead", "due", "due",
            ]
        );
        let again = import_as(&site, &clerk, &book, Manner::default()).await;
        assert_eq!((again.landed, again.there, again.refused()), (0, 480, 20));

        let out = book_of(&site, "vanthu.vantrach").await;
        assert_eq!(out.rows.len(), 480);
        let at = |code: &str| out.keys.iter().position(|k| *k == code).unwrap();
        let of = |number: &str| out.rows.iter().find(|r| r[at("number")] == number).unwrap();
        for row in &out.rows {
            assert_eq!(row[at("received")], "05/10/2026");
            assert!(row[at("phone")].starts_with("0912000"), "{row:?}");
        }
        assert_eq!(of("3")[at("full_name")], "Nguyễn Thị Hậu");
        let papers: Vec<&str> = ["2", "6", "10"].into_iter().map(|n| of(n)[at("document")].as_str()).collect();
        assert_eq!(papers, ["12/TB-UBND"; 3], "three spellings of one number");
        assert_eq!((of("1")[at("state")].as_str(), of("1")[at("due")].as_str()), ("đang giải quyết", "24/11/2026"));
        assert_eq!((of("2")[at("state")].as_str(), of("2")[at("done_on")].as_str()), ("đã giải quyết", "19/10/2026"));
        assert_eq!((of("4")[at("state")].as_str(), of("4")[at("lead")].as_str()), ("mới tiếp nhận", ""));
        let mut v = site.officer("vanthu.vantrach").await;
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 121");
        // The errors file: row, column and why, for each of the twenty.
        let errors = send_book(&mut v, book.as_bytes(), &[("dry_run", "yes")]).await.field("csv");
        let errors = errors.replace("&#34;", "\"").replace("&quot;", "\"");
        let lines: Vec<Vec<&str>> = errors.trim().lines().skip(1).map(|l| l.trim_matches('"').split("\",\"").collect()).collect();
        let mut rows: Vec<&str> = lines.iter().map(|l| l[0]).collect();
        rows.dedup();
        assert_eq!(rows.len(), 20, "{errors}");
        assert!(
            errors.contains("\"Số thông báo (Văn bản, căn cứ)\"") && errors.contains("\"Cơ quan chủ trì\""),
            "as the book calls it: {errors}"
        );
        assert!(lines.iter().all(|l| l.len() == 3 && !l[1].is_empty() && l[2].chars().count() > 10), "{errors}");
        // That of a book in which nearly every row is wrong comes too.
        let (csrf, many) = (v.get("/cong-viec").await.field("csrf"), "ố".repeat(900_000));
        let file = v.post("/cong-viec/nhap-so/loi.csv", &[("csrf", &csrf), ("csv", &many)]).await;
        assert_eq!((file.status, file.html == many), (StatusCode::OK, true));
    }

    async fn strict_lands_all_or_nothing_and_a_refusal_while_landing_names_its_row(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let strict = Manner { strict: true, ..Manner::default() };
        let taken = import_as(
            &site,
            &clerk,
            &format!("{HEAD}1,1/10/2026,,hỏi,,,,,Việc một,,,,,,,,,\r\n2,30/2/2026,,hỏi,,,,,Việc hai,,,,,,,,,\r\n"),
            strict,
        )
        .await;
        assert_eq!((taken.landed, taken.refused()), (0, 1));
        assert!(book_of(&site, "vanthu.vantrach").await.rows.is_empty());
        let taken = import_as(&site, &clerk, &format!("{HEAD}1,1/10/2026,,hỏi,,,,,Việc một,,,,,,,,,\r\n"), strict).await;
        assert_eq!((taken.landed, taken.refused()), (1, 0));
        // What only the verb refuses while landing comes back with its row and column; its neighbours stand.
        let rows = "2,1/10/2026,,hỏi,,,,,Việc hai,,,,,,đã giải quyết,Xong.,Mật,2/10/2026\r\n3,1/10/2026,,hỏi,,,,,Việc ba,,,,,,,,,\r\n";
        let book = format!("{HEAD}{}", rows.replace(",,,,,,đã", ",,,,Công an,,đã"));
        let taken = import_as(&site, &clerk, &book, Manner::default()).await;
        assert_eq!((taken.landed, taken.refused()), (1, 1));
        assert_eq!(taken.wrong.iter().map(|w| (w.row, w.column.map(|c| c.code))).collect::<Vec<_>>(), [(2, Some("document"))]);
        let strict = import_as(&site, &clerk, &book.replace("3,1/10", "4,1/10"), strict).await;
        assert_eq!((strict.landed, strict.refused()), (0, 1));
        assert_eq!(book_of(&site, "vanthu.vantrach").await.rows.len(), 2);
    }

    async fn strict_lands_none_of_many_where_only_the_verb_refuses_the_last(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        // More rows than one transaction takes otherwise; the last is refused while it lands.
        let mut book = HEAD.to_owned();
        for n in 1..=9 {
            write!(book, "{n},1/10/2026,,hỏi,,,,,Việc {n},,,,,,,,,\r\n").unwrap();
        }
        book.push_str("10,1/10/2026,,hỏi,,,,,Việc mười,,,,Công an,,đã giải quyết,Xong.,Mật,2/10/2026\r\n");
        let taken = import_as(&site, &clerk, &book, Manner { strict: true, ..Manner::default() }).await;
        assert_eq!((taken.landed, taken.refused(), taken.wrong[0].row), (0, 1, 11));
        assert!(book_of(&site, "vanthu.vantrach").await.rows.is_empty(), "all or none");
        // Otherwise its neighbours stand, and it is not among what landed.
        let taken = import_as(&site, &clerk, &book, Manner::default()).await;
        assert_eq!((taken.landed, taken.refused()), (9, 1));
        assert!(taken.identities.iter().all(|(row, _)| *row != 11) && taken.identities.len() == 9, "{:?}", taken.identities);
    }

    async fn a_table_is_kept_for_a_day_for_who_may_import_and_a_book_has_an_end(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let front = site.actor("mttq.vantrach").await;
        let unit_id = world::unit(VAN_TRACH);
        let new = || import::draft::NewDraft {
            unit_id: unit_id.clone(),
            kind: "opinions",
            action: Action::Import,
            name: "so.csv".to_owned(),
            bytes: b"x".to_vec(),
        };
        assert!(matches!(import::draft::keep(&site.app, &front, new()).await, Err(Refusal::NotAllowed(_))), "the Front keeps no table");
        let mapping = |pairs: &[(&str, &str)]| Mapping::of(import::find("opinions").unwrap().columns(), pairs.iter().copied()).unwrap();
        let save =
            |mapping: Mapping| import::mapping::SaveMapping { unit_id: unit_id.clone(), kind: "opinions", action: Action::Import, mapping };
        assert!(matches!(site.app.carry_out(&front, save(mapping(&[("Việc", "body")]))).await, Err(Refusal::NotAllowed(_))));
        let key = import::draft::keep(&site.app, &clerk, new()).await.unwrap();
        assert_eq!(import::draft::find(&site.app, &clerk, &key).await.unwrap().bytes, b"x");
        site.clock.set_day(jiff::civil::date(2026, 11, 24), 8, 1);
        assert!(matches!(import::draft::find(&site.app, &clerk, &key).await, Err(Refusal::NotFound(_))), "after a day it is gone");

        // What is chosen for one import goes before what the office saved.
        site.app.carry_out(&clerk, save(mapping(&[("Việc", "body")]))).await.unwrap();
        let table = sheet::read("Ngày nhận,Loại,Việc,Việc khác\n1/10/2026,hỏi,Việc cũ,Việc đúng\n".as_bytes()).unwrap();
        let chosen = mapping(&[("Việc khác", "body")]);
        let job = Job { unit_id: &unit_id, table: &table, mapping: &chosen, manner: Manner::default() };
        let kind = import::find("opinions").unwrap();
        assert_eq!(kind.import(&site.app, &clerk, job, &|_, _| {}).await.unwrap().landed, 1);
        let out = book_of(&site, "vanthu.vantrach").await;
        let body = out.keys.iter().position(|k| *k == "body").unwrap();
        assert_eq!(out.rows[0][body], "Việc đúng");

        // More than twenty thousand rows are no book: refused before one is read.
        let long = vec![table[1].clone(); 20_001];
        let job = Job { unit_id: &unit_id, table: &long, mapping: &chosen, manner: Manner { dry_run: true, ..Manner::default() } };
        let Err(Refusal::Invalid(wrong)) = kind.import(&site.app, &clerk, job, &|_, _| {}).await else { panic!("taken") };
        assert_eq!((wrong[0].field, &wrong[0].what), ("file", &What::Unreadable));
    }

    async fn b_an_imported_row_is_walked_to_a_verdict_by_its_printed_slip(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let book = format!(
            "{HEAD}7,1/10/2026,đơn thư,kiến nghị,Nguyễn Văn A,Xóm 1,912345678,thôn hạ,Mương Đồng Vàng tắc.,thủy lợi,có,,Phòng Kinh tế,20/10/2026,đã giải quyết,Đã nạo vét.,5/TB-UBND,19/10/2026\r\n"
        );
        let done = send_book(&mut clerk, book.as_bytes(), &[]).await;
        done.says("1 dòng đã nhập");
        let path = done.link("/cong-viec/nhap-so/phieu/");
        let ask = clerk.get(&path).await;
        ask.says("1 phiếu, bốn phiếu một trang A4");
        let csrf = ask.field("csrf");
        let printed = clerk.post(&path, &[("csrf", &csrf)]).await;
        let (code, secret) = slips(&printed)[0].clone();
        // The printer failed: the same officer, within half an hour. Nobody else, and not later.
        assert_eq!(slips(&clerk.post(&path, &[("csrf", &csrf)]).await), [(code.clone(), secret.clone())]);
        let mut other = site.officer("chanhvp.vantrach").await;
        let csrf_of_other = other.get(&path).await.field("csrf");
        let gone = other.post(&path, &[("csrf", &csrf_of_other)]).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        gone.says("không hiện lại nữa").hides(&secret);
        site.clock.set_day(jiff::civil::date(2026, 11, 23), 8, 31);
        let gone = clerk.post(&path, &[("csrf", &csrf)]).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        gone.hides(&secret);
        let mut body = site.officer("kinhte.vantrach").await;
        assert_eq!(body.get(&path).await.status, StatusCode::NOT_FOUND);

        let mut person = site.visitor();
        let thread = person.submit("/theo-doi", &[("code", &code)]).await;
        thread.says("Mương Đồng Vàng tắc").says("Đã nạo vét.").says("05/TB-UBND").says("Phòng Kinh tế");
        let (item, round) = (thread.field("item"), thread.field("round"));
        let said = person
            .post("/theo-doi/tra-loi", &[("item", &item), ("round", &round), ("secret", &secret), ("verdict", "agree"), ("reason", "")])
            .await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
        person.get("/theo-doi/y-kien").await.says("Ông/bà đồng ý với kết quả");
    }

    async fn p10_columns_under_own_heads_are_proposed_chosen_and_remembered(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let book =
            "UBND XÃ VÂN TRẠCH\nSỔ GHI Ý KIẾN\nTT;Ngày tháng nhận đơn;Phân loại đơn;Ý kiến của công dân\n1;1/11/2026;kiến nghị;Loa hỏng\n";
        let csrf = v.get("/cong-viec/nhap-so").await.field("csrf");
        let sent = v.upload("/cong-viec/nhap-so", &[("csrf", &csrf)], &[("file", "so.csv", book.as_bytes())]).await;
        let draft = sent.location.clone().unwrap();
        let page = v.get(&draft).await;
        page.says("thiếu cột").says("Ngày tháng nhận đơn").says("Gần giống, xin xem lại rồi lưu");
        let heads = ["TT", "Ngày tháng nhận đơn", "Phân loại đơn", "Ý kiến của công dân"];
        let mut fields = vec![("csrf", csrf.as_str())];
        fields.extend(heads.iter().map(|h| ("head", *h)));
        let twice = [("column", "number"), ("column", "received"), ("column", "body"), ("column", "body")];
        let wrong = v.post(&format!("{draft}/ghep"), &[&fields[..], &twice].concat()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Hai tiêu đề cùng ghép vào cột “Nội dung”");
        let right = [("column", "number"), ("column", "received"), ("column", "kind"), ("column", "body")];
        v.submit(&format!("{draft}/ghep"), &[&fields[..], &right].concat()).await.says("1 dòng nhập được").says("Đã chọn");
        v.land(&format!("{draft}/nhap"), &[("csrf", &csrf)]).await.says("1 dòng đã nhập");
        // For the rest of the day the page says what became of it; it does not land again.
        v.get(&draft).await.says("1 dòng đã nhập").hides("Ngày tháng nhận đơn");
        v.land(&format!("{draft}/nhap"), &[("csrf", &csrf)]).await;
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 1");
        // The next book of the office is understood at once, on the page and by the command's own way.
        let next = book.replace("1;1/11", "2;2/11");
        send_book(&mut v, next.as_bytes(), &[("dry_run", "yes")]).await.says("1 dòng nhập được");
        assert_eq!(import_as(&site, &Actor::System, &next, Manner::default()).await.landed, 1);
        // Nobody else opens what an officer sent.
        let sent = v.upload("/cong-viec/nhap-so", &[("csrf", &csrf)], &[("file", "so.csv", book.as_bytes())]).await;
        let mut other = site.officer("chanhvp.vantrach").await;
        assert_eq!(other.get(&sent.location.unwrap()).await.status, StatusCode::NOT_FOUND);
    }

    async fn p10_forty_pasted_rows_are_forty_proposed_opinions(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let mut text = "STT\tHọ tên\tĐiện thoại\tThôn\tNội dung kiến nghị\n".to_owned();
        for n in 1..=40 {
            let body = ["Đề nghị xã nạo vét mương", "Xin hỏi bao giờ trạm y tế có bác sĩ", "Trộm chó ban đêm ở chợ"][n % 3];
            let village = if n == 9 { "Thôn Không Có" } else { "thôn Hạ" };
            writeln!(text, "{n}\tNguyễn Văn A\t0912000{n:03}\t{village}\t{body}, việc {n}").unwrap();
        }
        text.push_str("41\tTrần Thị B\t\t\tTôi tố cáo ông Chim Lạc\n");
        let csrf = v.get("/cong-viec/dan-bang").await.field("csrf");
        let review = v.post("/cong-viec/dan-bang", &[("csrf", &csrf), ("viec", "doc"), ("text", &text), ("day", "20/11/2026")]).await;
        assert_eq!(review.status, StatusCode::OK);
        review.says("đề xuất theo từ khóa");
        let rows = rows_of(&review);
        assert_eq!(rows.len(), 41);
        assert_eq!(rows[0]["kind"], "hỏi");
        assert_eq!((rows[0]["field"].as_str(), rows[0]["lead"].as_str()), ("y tế", "Phòng Văn hóa - Xã hội xã"));
        assert_eq!((rows[1]["field"].as_str(), rows[1]["lead"].as_str()), ("an ninh, trật tự", "Công an xã"));
        assert_eq!((rows[2]["field"].as_str(), rows[2]["lead"].as_str()), ("nước sạch, thủy lợi", "Phòng Kinh tế xã"));

        // The clerk changes one, leaves one out, calls the last what it is.
        let mut rows = rows;
        rows[4].insert("field", "môi trường".to_owned());
        rows[40].insert("kind", "tố cáo".to_owned());
        let ticked: Vec<usize> = (0..41).filter(|n| *n != 5).collect();
        let landed = land(&mut v, &csrf, &rows, &ticked).await;
        assert_eq!(landed.status, StatusCode::UNPROCESSABLE_ENTITY);
        landed.says("38 ý kiến đã được tiếp nhận").says("2 dòng chưa nhập được");
        landed.says("Không có “Thôn Không Có” trong danh sách").says("Khiếu nại, tố cáo có luật riêng").hides("Chim Lạc");
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 38");
        let left = rows_of(&landed);
        assert_eq!(left.iter().map(|r| r["number"].as_str()).collect::<Vec<_>>(), ["6", "9", ""], "what was typed stays");
        let code = landed.html.split("<strong class=\"nb num\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        site.visitor().submit("/theo-doi", &[("code", &code)]).await.says("việc 1");

        // Mended, and assigned at once to the body that is chosen.
        let mut left = left;
        left[1].insert("village", "Thôn Hạ".to_owned());
        let mut fields = fields_of(&csrf, &left, &[1]);
        fields.push(("assign".to_owned(), "yes".to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        v.post("/cong-viec/dan-bang", &fields).await.says("1 ý kiến đã được tiếp nhận");
        site.officer("kinhte.vantrach").await.get("/nhiem-vu").await.says("việc 9");
        // The same rows again are there already.
        let again = land(&mut v, &csrf, &rows[..4], &[0, 1, 2, 3]).await;
        assert_eq!(again.status, StatusCode::OK);
        v.get("/cong-viec/phan-loai").await.says("Chờ phân loại 38");
        v.post("/cong-viec/dan-bang", &[("csrf", &csrf), ("viec", "doc"), ("text", " \n")]).await.says("Chưa có dòng nào");
        assert_eq!(site.officer("mttq.vantrach").await.get("/cong-viec/dan-bang").await.status, StatusCode::NOT_FOUND);
    }

    async fn s2_7_the_book_taken_out_comes_in_elsewhere_and_goes_out_again_the_same(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let mut book = format!("{HEAD}1,1/10/2026,,hỏi,,,+84 912 345 678,,\"=HYPERLINK(\"\"x\"\")\",,,,,,,,,\r\n");
        assert_eq!(import_as(&site, &clerk, &book, Manner::default()).await.refused(), 1, "a formula is no text");
        book = book.replace("\"=HYP", "\"'=HYP");
        book.push_str(&follow_up_book().lines().skip(3).take(24).collect::<Vec<_>>().join("\r\n").replace("\n1,", "\n901,"));
        assert_eq!(import_as(&site, &clerk, &book, Manner::default()).await.refused(), 1, "number 1 is another's");
        crate::scene::send(&site, "thu").await;
        let first = book_of(&site, "vanthu.vantrach").await;
        assert_eq!(first.rows.len(), 25);

        // Nothing of it is computed by a table program, and what was typed is not changed.
        let csv = sheet::comma(&first.heads, &first.rows);
        assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\"") && csv.contains("\"'+84 912 345 678\""), "{csv}");
        let workbook = sheet::workbook("Sổ", &first.heads, &first.rows).unwrap();
        for bytes in [csv.into_bytes(), workbook] {
            let fresh = caunoi_testkit::sqlite();
            let elsewhere = Site::new(fresh).await;
            let unit_id = world::unit(VAN_TRACH);
            let table = sheet::read(&bytes).unwrap();
            let job = Job { unit_id: &unit_id, table: &table, mapping: &Mapping::default(), manner: Manner::default() };
            let taken = import::find("opinions").unwrap().import(&elsewhere.app, &Actor::System, job, &|_, _| {}).await.unwrap();
            assert_eq!((taken.landed, taken.refused()), (25, 0), "{:?}", taken.wrong);
            assert_eq!(book_of(&elsewhere, "vanthu.vantrach").await, first);
        }

        // Everybody has what is published; the Front no private book; the button gives the officer's.
        assert!(export::take(&site.app, None, Table::Opinions).await.unwrap().rows.is_empty());
        let front = export::take(&site.app, Some(&site.actor("mttq.vantrach").await), Table::Opinions).await.unwrap();
        assert!(front.rows.is_empty() && !front.keys.contains(&"phone"));
        assert!(matches!(export::take(&site.app, None, Table::People).await, Err(Refusal::NotAllowed(_))));
        let admin = export::take(&site.app, Some(&site.actor("quantri.vantrach").await), Table::People).await.unwrap();
        assert!(admin.rows.iter().any(|r| r[1] == "vanthu.vantrach") && !format!("{admin:?}").contains("argon2"));
        let mut v = site.officer("vanthu.vantrach").await;
        let link = v.get("/cong-viec/phan-loai").await.link("/cong-viec/tai-ve/");
        let file = v.get(&link).await;
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("so-y-kien-2026-11-23.xlsx"));
        assert_eq!(site.officer("mttq.vantrach").await.get(&link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.officer("mttq.vantrach").await.get("/cong-viec/tai-ve/conclusions").await.status, StatusCode::OK);
    }

    async fn b_what_is_no_table_is_refused_and_nothing_lands(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let good = format!("{HEAD}1,1/10/2026,,hỏi,,,,,Việc một,,,,,,,,,\r\n");
        let table = sheet::read(good.as_bytes()).unwrap();
        let cells = |r: &caunoi_domain::text::table::Row| (0..18).map(|c| r.text(c).unwrap().to_owned()).collect::<Vec<_>>();
        let head = cells(&table[0]);
        let heads: Vec<&str> = head.iter().map(String::as_str).collect();
        let workbook = sheet::workbook("Sổ", &heads, &[cells(&table[1])]).unwrap();
        let cut = &workbook[..workbook.len() - 200];
        let unclosed = good.replace("Việc một,", "\"Việc một,");
        for bytes in [cut, unclosed.as_bytes(), &bomb()] {
            let refused = send_book(&mut v, bytes, &[]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert!(book_of(&site, "vanthu.vantrach").await.rows.is_empty());
        send_book(&mut v, &workbook, &[]).await.says("1 dòng đã nhập");
    }
}

/// A small archive that unpacks to 70 MB.
fn bomb() -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..70 {
        archive.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub type Pasted = std::collections::BTreeMap<&'static str, String>;

const NAMES: [&str; 10] = ["body", "kind", "field", "lead", "number", "received", "full_name", "phone", "address", "village"];

/// The rows of the page of review: what stands in each field.
pub fn rows_of(page: &Page) -> Vec<Pasted> {
    let plain = |s: &str| s.replace("&#39;", "'").replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
    let of = |name: &'static str| -> Vec<String> {
        let field = format!(" name=\"{name}\"");
        let parts = page.html.split(&field).skip(1);
        let value = |part: &str| match name {
            "body" => part.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned(),
            "kind" | "field" | "lead" => {
                let select = part.split("</select>").next().unwrap();
                let chosen = select.split("<option").find(|o| o.contains(" selected"));
                chosen.map_or_else(String::new, |o| o.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
            }
            _ => part.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned(),
        };
        parts.map(|p| plain(&value(p))).collect()
    };
    let columns: Vec<(&'static str, Vec<String>)> = NAMES.iter().map(|n| (*n, of(n))).collect();
    (0..columns[0].1.len()).map(|at| columns.iter().map(|(n, all)| (*n, all[at].clone())).collect()).collect()
}

fn fields_of(csrf: &str, rows: &[Pasted], ticked: &[usize]) -> Vec<(String, String)> {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let mut fields = vec![pair("csrf", csrf), pair("viec", "nhap"), pair("day", "20/11/2026"), pair("channel", "trực tiếp")];
    fields.extend(ticked.iter().map(|n| pair("chosen", &n.to_string())));
    for row in rows {
        fields.extend(row.iter().map(|(n, v)| pair(n, v)));
    }
    fields
}

pub async fn land(v: &mut Visitor, csrf: &str, rows: &[Pasted], ticked: &[usize]) -> Page {
    let fields = fields_of(csrf, rows, ticked);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    v.post("/cong-viec/dan-bang", &fields).await
}
