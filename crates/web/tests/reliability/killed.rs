//! kill -9 in the middle of intake, again and again on the same folder.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use caunoi_store::Database;

use crate::{
    browser::Browser,
    count::{Dice, of},
    place::copy,
    sending::{Opinion, follow, follow_to_file},
    server::Server,
};

const PEOPLE: u16 = 8;

/// What a person holds after sending: the browser with the sealed cookie of the slip, what they wrote and the file they gave.
struct Acknowledged {
    person: Browser,
    text: String,
    file: Option<Vec<u8>>,
}

/// A file of a kind that is taken, different each time.
fn file(number: u32) -> Vec<u8> {
    format!("%PDF-1.4\n% caunoi {number} {}\n%%EOF\n", "x".repeat(20_000)).into_bytes()
}

/// Sends one opinion after another until the server is gone; keeps what was acknowledged.
async fn send_until_gone(server: String, from: u16, numbers: Arc<AtomicU32>, heard: Arc<AtomicU32>) -> Vec<Acknowledged> {
    let mut kept = Vec::new();
    loop {
        let number = numbers.fetch_add(1, Ordering::SeqCst);
        let file = number.is_multiple_of(2).then(|| file(number));
        let opinion = Opinion::new(u64::from(number), 0, file.as_deref());
        let mut person = Browser::new(from);
        match person.send(&server, &opinion.form).await {
            Ok(answer) if answer.status == 303 => {
                heard.fetch_add(1, Ordering::SeqCst);
                kept.push(Acknowledged { person, text: opinion.text, file });
            }
            Ok(answer) => panic!("an opinion is refused: {} {}", answer.status, answer.text()),
            Err(_) => return kept,
        }
    }
}

/// Checks everything that was acknowledged since the last check, each round from other addresses: who tries many codes is
/// held up. Answers what is missing.
async fn missing(server: &str, acknowledged: &[Acknowledged], round: u32) -> Vec<String> {
    let mut missing = Vec::new();
    for (n, a) in acknowledged.iter().enumerate() {
        let from = u16::try_from(1_000 + round % 500 * 100).unwrap() + u16::try_from(n % 100).unwrap();
        let mut person = a.person.at(from);
        let found = match &a.file {
            Some(file) => follow_to_file(server, &mut person, &a.text, file).await,
            None => follow(server, &mut person, &a.text).await,
        };
        missing.extend(found.err());
    }
    missing
}

/// Kills so many times while people send, on the folder and database of that start; answers what was acknowledged.
async fn kill_during_intake(rounds: u32, start: impl Fn() -> Server) -> Vec<String> {
    let (numbers, heard) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let mut dice = Dice::new();
    let mut all_texts: Vec<String> = Vec::new();
    let mut fresh: Vec<Acknowledged> = Vec::new();
    for round in 0..rounds {
        let server = start();
        assert_eq!(missing(&server.address, &fresh, round).await, Vec::<String>::new(), "after {round} kills");
        let people: Vec<_> = (1..=PEOPLE)
            .map(|n| tokio::spawn(send_until_gone(server.address.clone(), n, Arc::clone(&numbers), Arc::clone(&heard))))
            .collect();
        // Another moment each time: a while after some were acknowledged, on a slow machine too.
        let some = heard.load(Ordering::SeqCst) + u32::try_from(dice.below(12)).unwrap();
        for _ in 0..500 {
            if heard.load(Ordering::SeqCst) >= some {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(Duration::from_micros(dice.below(40_000))).await;
        server.kill();
        fresh.clear();
        for person in people {
            fresh.append(&mut person.await.unwrap());
        }
        all_texts.extend(fresh.iter().map(|a| a.text.clone()));
    }
    let server = start();
    assert_eq!(missing(&server.address, &fresh, rounds).await, Vec::<String>::new(), "after the last kill");
    let all = all_texts.len();
    assert!(all >= rounds as usize, "only {all} opinions were acknowledged in {rounds} rounds: the test shows too little");
    eprintln!("killed {rounds} times in intake: {all} acknowledged, {} sent", numbers.load(Ordering::SeqCst));
    server.kill();
    all_texts
}

/// Each acknowledged text stands once among the rows.
async fn each_once(database: &Database, texts: &[String]) {
    let rows = caunoi_testkit::every_row(database).await;
    let opinions: Vec<&str> = rows.lines().filter(|l| l.starts_with("opinion:")).collect();
    for text in texts {
        assert_eq!(opinions.iter().filter(|r| r.contains(text)).count(), 1, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_during_intake_nothing_acknowledged_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let texts = kill_during_intake(u32::try_from(of("KILLS_OF_INTAKE", 12)).unwrap(), || Server::start(folder.path())).await;
    each_once(&Database::Sqlite(folder.path().join("caunoi.db")), &texts).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_during_intake_on_postgres_nothing_acknowledged_is_missing() {
    let fresh = caunoi_testkit::postgres().await;
    let start = || Server::start_on(fresh.folder.path(), &fresh.database);
    let texts = kill_during_intake(u32::try_from(of("KILLS_OF_INTAKE", 4)).unwrap(), start).await;
    each_once(&fresh.database, &texts).await;
}

/// The proof of the proof: what was not kept is found to be missing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_opinion_that_a_crash_took_away_is_found_missing() {
    let (before, after) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    Server::start(before.path()).kill();
    copy(before.path(), after.path());
    let server = Server::start(after.path());
    let heard = Arc::new(AtomicU32::new(0));
    let sending = tokio::spawn(send_until_gone(server.address.clone(), 1, Arc::default(), Arc::clone(&heard)));
    while heard.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    server.kill();
    let acknowledged = sending.await.unwrap();
    assert!(!acknowledged.is_empty());
    let server = Server::start(before.path());
    assert_eq!(missing(&server.address, &acknowledged, 0).await.len(), acknowledged.len());
}
