//! A clerk's morning: a letter with three matters, the office's book of forty rows, the queue by keyboard.

use std::fmt::Write as _;

use thirtyfour::Key;

use crate::{axe::axe_clean, site::Site};

/// Forty rows, of which row 8 has a day that does not exist.
fn book() -> String {
    let mut text = String::from("Số;Ngày nhận;Hình thức;Loại;Thôn/TDP;Nội dung\n");
    for n in 1..=40 {
        let day = if n == 7 { "30/2/2026".to_owned() } else { format!("{}/11/2026", n % 20 + 1) };
        writeln!(text, "{n};{day};trực tiếp;kiến nghị;;Việc số {n} của thôn, đề nghị xã xem.").unwrap();
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_enters_a_letter_with_three_matters_and_imports_a_book_of_forty_rows() {
    let site = Site::new().await;
    let b = site.officer("vanthu.vantrach").await;
    let folder = tempfile::tempdir().unwrap();

    b.go("/cong-viec/nhap").await.press("Nhập và in phiếu").await;
    axe_clean(&b, "clerk-entry-error").await;
    b.choose("kind", "petition").await.choose("channel", "paper").await;
    b.fill("received_on", "20/11/2026").await;
    b.one("#parts summary").await.click().await.unwrap();
    for (n, matter) in ["Loa thôn Hạ hỏng ba tuần nay.", "Mương Đồng Vàng tắc.", "Xin hỏi lịch tiêm phòng cho chó."].iter().enumerate()
    {
        b.one(&format!("#part-{}", n + 1)).await.send_keys(*matter).await.unwrap();
    }
    let scan = folder.path().join("don.pdf");
    std::fs::write(&scan, b"%PDF-1.4 ban chup").unwrap();
    b.one("#files").await.send_keys(scan.to_str().unwrap()).await.unwrap();
    b.press("Nhập và in phiếu").await;
    b.says("3 việc").await.says("Số bí mật").await;
    axe_clean(&b, "clerk-slip").await;

    let file = folder.path().join("so.csv");
    std::fs::write(&file, book()).unwrap();
    b.go("/cong-viec/nhap-so").await;
    axe_clean(&b, "clerk-book").await;
    b.one("#file").await.send_keys(file.to_str().unwrap()).await.unwrap();
    b.press("Kiểm tra sổ").await;
    b.says("39 dòng nhập được").await;
    axe_clean(&b, "clerk-book-draft").await;
    b.press("Nhập sổ").await;
    b.says("39 dòng đã nhập").await.says("1 dòng trả lại").await;
    axe_clean(&b, "clerk-book-result").await;

    // The queue: down twice, tick, open, without the mouse.
    b.go("/cong-viec/phan-loai").await;
    b.says("Chờ phân loại 42").await;
    axe_clean(&b, "clerk-queue").await;
    b.width(1280).await;
    let page = b.one("body").await;
    page.send_keys("j").await.unwrap();
    b.one(":focus").await.send_keys("jx").await.unwrap();
    let ticked = b.run("return [...document.querySelectorAll('tbody input')].map(i => i.checked).indexOf(true)", vec![]).await;
    assert_eq!(ticked, 1, "the second row is ticked");
    b.one(":focus").await.send_keys("" + Key::Enter).await.unwrap();
    b.says("Xem ý kiến và người gửi").await;
    axe_clean(&b, "clerk-queue-open").await;
}
