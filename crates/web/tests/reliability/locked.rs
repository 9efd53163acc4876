//! Another program holds the database file locked: for less time than the program waits, and for more.

use caunoi_testkit::Holding;
use tokio::time::{Duration, sleep};

use crate::{
    browser::{Browser, Filled},
    client::Answer,
    picture, place,
    sending::{Opinion, follow},
    server::Server,
};

/// Sends a form beside what else goes on.
fn send(mut who: Browser, server: &str, form: &Filled) -> tokio::task::JoinHandle<(Answer, Browser)> {
    let (server, form) = (server.to_owned(), form.clone());
    tokio::spawn(async move { (who.send(&server, &form).await.unwrap(), who) })
}

/// Opinions that hold these words.
async fn opinions(folder: &std::path::Path, text: &str) -> usize {
    picture::rows(&place::file_in(folder)).await.iter().filter(|r| r.starts_with("opinion:") && r.contains(text)).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_program_holds_the_file_for_a_moment_the_form_waits() {
    let folder = place::fresh();
    let server = Server::start(folder.path());
    let held = Holding::take(&folder.path().join("caunoi.db"));
    let opinion = Opinion::new(1, 0, None);
    let sending = send(Browser::new(1), &server.address, &opinion.form);
    sleep(Duration::from_millis(800)).await;
    assert!(!sending.is_finished(), "it waits for as long as the file is held");
    held.let_go();
    let (answer, mut person) = sending.await.unwrap();
    assert_eq!(answer.status, 303);
    follow(&server.address, &mut person, &opinion.text).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_program_holds_the_file_people_and_offices_keep_what_they_typed() {
    const LETTER: &str = "Cống thôn Hạ sập từ tháng trước.";
    let folder = place::fresh();
    let server = Server::start(folder.path());
    let mut clerk = Browser::officer(&server.address, folder.path(), "vanthu.vantrach", 3).await;
    let entry = clerk.get(&server.address, "/cong-viec/nhap").await.unwrap();
    let (csrf, key) = (entry.field("csrf"), entry.field("key"));
    let fields = [("csrf", csrf.as_str()), ("key", &key), ("kind", "petition"), ("channel", "paper"), ("received_on", "20/11/2026")];
    let more = [("full_name", "Phạm Thị Lành"), ("address", "Thôn Hạ"), ("part_title", ""), ("part", LETTER)];
    let letter = Filled::new("/cong-viec/nhap", &[&fields[..], &more].concat(), None);
    let sign_in = Browser::sign_in_form(folder.path(), "chutich.vantrach");
    let opinion = Opinion::new(2, 0, None);

    // For longer than the program waits: a page in words with everything typed; meanwhile everything can be read.
    let held = Holding::take(&folder.path().join("caunoi.db"));
    let at_home = send(Browser::new(2), &server.address, &opinion.form);
    let at_the_desk = send(clerk.clone(), &server.address, &letter);
    let signing_in = send(Browser::new(4), &server.address, &sign_in);
    for page in ["/", "/xa/D0001", "/xa/D0001/y-kien", "/cong-viec/phan-loai"] {
        assert_eq!(clerk.get(&server.address, page).await.unwrap().status, 200, "{page}");
    }
    assert!(!at_home.is_finished() && !at_the_desk.is_finished(), "who reads does not wait for who writes");
    let (told, mut person) = at_home.await.unwrap();
    let (told_clerk, mut clerk) = at_the_desk.await.unwrap();
    let (told_chair, mut chair) = signing_in.await.unwrap();
    held.let_go();
    for (answer, typed) in [(&told, opinion.text.as_str()), (&told_clerk, LETTER), (&told_clerk, "Phạm Thị Lành")] {
        assert_eq!(answer.status, 503);
        assert!(answer.text().contains(typed) && answer.text().contains("Máy chủ chưa ghi được"), "{}", answer.text());
    }
    assert_eq!(told_chair.status, 503, "{}", told_chair.text());
    assert!(told_chair.text().contains("Máy chủ đang bận"), "a password is not shown again: {}", told_chair.text());

    // The same forms again: once, however often; and who wanted to sign in has not lost a try.
    for _ in 0..3 {
        for (who, form) in [(&mut person, &opinion.form), (&mut clerk, &letter), (&mut chair, &sign_in)] {
            let again = who.send(&server.address, form).await.unwrap();
            assert_eq!(again.status, 303, "{}", again.text());
        }
    }
    follow(&server.address, &mut person, &opinion.text).await.unwrap();
    server.kill();
    for text in [&opinion.text, LETTER] {
        assert_eq!(opinions(folder.path(), text).await, 1, "{text}");
    }
}
