//! Another program holds the database file locked: for less time than the program waits, and for more.

use std::time::{Duration, Instant};

use caunoi_testkit::Holding;

use crate::{
    browser::Browser,
    place,
    sending::{Opinion, follow},
    server::Server,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_program_holds_the_file_people_keep_what_they_typed() {
    let folder = place::fresh();
    let server = Server::start(folder.path());
    let file = folder.path().join("caunoi.db");
    let mut clerk = Browser::officer(&server.address, folder.path(), "vanthu.vantrach", 3).await;

    // For a moment: the form waits, and is received.
    let held = Holding::take(&file);
    let (mut patient, address) = (Browser::new(1), server.address.clone());
    let first = Opinion::new(1, 0, None);
    let form = first.form.clone();
    let sending = tokio::spawn(async move { (patient.send(&address, &form).await.unwrap().status, patient) });
    tokio::time::sleep(Duration::from_millis(800)).await;
    held.let_go();
    let (status, mut patient) = sending.await.unwrap();
    assert_eq!(status, 303);
    follow(&server.address, &mut patient, &first.text).await.unwrap();

    // For longer than the program waits: a page in words with everything typed; meanwhile everything can be read.
    let held = Holding::take(&file);
    let second = Opinion::new(2, 0, None);
    let (mut person, address, form) = (Browser::new(2), server.address.clone(), second.form.clone());
    let sending = tokio::spawn(async move { (person.send(&address, &form).await.unwrap(), person) });
    let asked = Instant::now();
    for page in ["/", "/xa/D0001", "/xa/D0001/y-kien"] {
        assert_eq!(clerk.get(&server.address, page).await.unwrap().status, 200, "{page}");
    }
    assert_eq!(clerk.get(&server.address, "/cong-viec/phan-loai").await.unwrap().status, 200);
    assert!(asked.elapsed() < Duration::from_secs(5), "who reads does not wait for who writes: {:?}", asked.elapsed());
    let (answer, mut person) = sending.await.unwrap();
    held.let_go();
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains(&second.text) && answer.text().contains("Máy chủ chưa ghi được"), "{}", answer.text());

    // The same form again: once, however often.
    for _ in 0..3 {
        let again = person.send(&server.address, &second.form).await.unwrap();
        assert_eq!(again.status, 303, "{}", again.text());
    }
    follow(&server.address, &mut person, &second.text).await.unwrap();
    server.kill();
    let rows = crate::picture::rows(folder.path()).await;
    assert_eq!(rows.iter().filter(|r| r.starts_with("opinion:") && r.contains(&second.text)).count(), 1);
}
