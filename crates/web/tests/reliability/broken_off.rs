//! Forms that do not arrive whole: cut off at any byte, with bits turned over, with empty files, and the program killed
//! while one is under way. Nothing of them lands, and the program lives.

use tokio::io::AsyncWriteExt as _;

use crate::{
    browser::Browser,
    client::{answer, ask, connect, form},
    count::{Dice, of},
    picture, place,
    sending::Opinion,
    server::Server,
};

fn pdf() -> Vec<u8> {
    format!("%PDF-1.4\n% {}\n%%EOF\n", "cống sập ".repeat(2_000)).into_bytes()
}

fn whole(number: u64) -> (String, Vec<u8>) {
    let key = format!("{number:026}");
    let fields = [("xa", "D0001"), ("key", &key), ("kind", "petition"), ("village", "khong-ro"), ("body", "Cống thôn Hạ sập.")];
    form(&fields, Some(("files", "anh.pdf", &pdf())))
}

/// Opinions in the folder.
async fn opinions(folder: &std::path::Path) -> usize {
    picture::rows(&place::file_in(folder)).await.iter().filter(|r| r.starts_with("opinion:") && r.contains("Cống thôn Hạ sập.")).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_cut_off_turned_over_or_empty_lands_nowhere() {
    let folder = place::fresh();
    let mut server = Server::start(folder.path());
    let mut dice = Dice::new();
    let (content_type, body) = whole(1);

    // Cut off, the line closed: at places all over the form, and at each of its last bytes.
    let some = of("CUT_UPLOADS", 60);
    let mut cuts: Vec<usize> = (0..some).map(|_| dice.below(body.len() as u64) as usize).collect();
    // Without its last two bytes, the end of a line, it is whole.
    cuts.extend(body.len() - 30..body.len() - 2);
    for (n, cut) in cuts.iter().enumerate() {
        let from = u8::try_from(20 + n % 100).unwrap();
        let mut line = connect(&server.address, from).await.unwrap();
        let head = format!(
            "POST /gui-y-kien/gui HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{content_type}Content-Length: {}\r\n\r\n",
            server.address,
            body.len()
        );
        line.write_all(head.as_bytes()).await.unwrap();
        line.write_all(&body[..*cut]).await.unwrap();
        line.shutdown().await.unwrap();
        if let Ok(page) = answer(&mut line).await {
            assert!((400..500).contains(&page.status), "cut at {cut}: {} {}", page.status, page.text());
        }
        // The same, but the form says itself that it ends there.
        let short = ask(&server.address, from, "POST /gui-y-kien/gui", &content_type, &body[..*cut]).await.unwrap();
        assert!((400..500).contains(&short.status), "short at {cut}: {}", short.status);
    }
    assert_eq!(opinions(folder.path()).await, 0);
    // What was cut was a form that lands: whole, or without the two bytes that end its last line, it does, and once.
    for end in [body.len(), body.len() - 2] {
        let landed = ask(&server.address, 9_u8, "POST /gui-y-kien/gui", &content_type, &body[..end]).await.unwrap();
        assert_eq!(landed.status, 303, "whole: {}", landed.text());
        assert_eq!(opinions(folder.path()).await, 1);
    }

    // Turned over: it is another form or none, and never a fault of the program.
    for n in 0..of("TURNED_UPLOADS", 60) {
        let (content_type, mut turned) = whole(1_000 + n);
        let at = dice.below(turned.len() as u64) as usize;
        turned[at] ^= 1 << dice.below(8);
        let page = ask(&server.address, u8::try_from(20 + n % 100).unwrap(), "POST /gui-y-kien/gui", &content_type, &turned).await.unwrap();
        assert!(page.status == 303 || (400..500).contains(&page.status), "turned at {at}: {} {}", page.status, page.text());
    }
    // Empty: the file, the form.
    let empty = Browser::new(5).send(&server.address, &Opinion::new(7, 0, Some(b"")).form).await.unwrap();
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Tệp “anh.pdf” trống"), "{}", empty.text());
    assert!((400..500).contains(&ask(&server.address, 6_u8, "POST /gui-y-kien/gui", &content_type, b"").await.unwrap().status));

    // Killed while a form is under way.
    let before = opinions(folder.path()).await;
    for n in 0..of("KILLS_OF_UPLOADS", 4) {
        let (content_type, body) = whole(9_000 + n);
        let mut line = connect(&server.address, 7_u8).await.unwrap();
        let head =
            format!("POST /gui-y-kien/gui HTTP/1.1\r\nHost: {}\r\n{content_type}Content-Length: {}\r\n\r\n", server.address, body.len());
        line.write_all(head.as_bytes()).await.unwrap();
        line.write_all(&body[..dice.below(body.len() as u64) as usize]).await.unwrap();
        server.kill();
        server = Server::start(folder.path());
    }
    assert_eq!(opinions(folder.path()).await, before);
    // The form that was under way when it was killed, sent whole: it lands now.
    let (content_type, body) = whole(9_000);
    assert_eq!(ask(&server.address, 9_u8, "POST /gui-y-kien/gui", &content_type, &body).await.unwrap().status, 303);
    assert_eq!(opinions(folder.path()).await, before + 1);
    assert_eq!(Browser::new(8).get(&server.address, "/xa/D0001").await.unwrap().status, 200);
    server.kill();
    assert_eq!(picture::wrong(folder.path(), &place::file_in(folder.path())).await, Vec::<String>::new());
    // What lies among the files is whole: no half of one bears the name of a whole.
    for shelf in std::fs::read_dir(folder.path().join("files")).unwrap().flatten().filter(|s| s.file_name() != "new") {
        for file in std::fs::read_dir(shelf.path()).unwrap().flatten() {
            assert_eq!(file.file_name().to_string_lossy(), picture::name(&std::fs::read(file.path()).unwrap()));
        }
    }
}
