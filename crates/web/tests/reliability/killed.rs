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
    client::{ask, form},
    count::{Dice, of},
    place::copy,
    server::Server,
};

const PEOPLE: u8 = 8;

/// What a person holds after sending: the sealed cookie of the slip, what they wrote and the file they gave.
struct Acknowledged {
    cookies: String,
    text: String,
    file: Option<Vec<u8>>,
}

/// A file of a kind that is taken, different each time.
fn file(number: u32) -> Vec<u8> {
    format!("%PDF-1.4\n% caunoi {number} {}\n%%EOF\n", "x".repeat(20_000)).into_bytes()
}

/// Sends one opinion after another until the server is gone; keeps what was acknowledged.
async fn send_until_gone(server: String, from: u8, numbers: Arc<AtomicU32>, heard: Arc<AtomicU32>) -> Vec<Acknowledged> {
    let mut kept = Vec::new();
    loop {
        let number = numbers.fetch_add(1, Ordering::SeqCst);
        let text = format!("Đường ngõ số {number} của thôn bị ngập, xin cho biết khi nào được sửa.");
        let file = number.is_multiple_of(2).then(|| file(number));
        let key = format!("{number:026}");
        let fields = [("xa", "D0001"), ("key", &key), ("kind", "petition"), ("village", "khong-ro"), ("body", &text)];
        let (content_type, body) = form(&fields, file.as_ref().map(|f| ("files", "anh.pdf", f.as_slice())));
        match ask(&server, from, "POST /gui-y-kien/gui", &content_type, &body).await {
            Ok(answer) if answer.status == 303 => {
                heard.fetch_add(1, Ordering::SeqCst);
                kept.push(Acknowledged { cookies: answer.cookies(), text, file });
            }
            Ok(answer) => panic!("an opinion is refused: {} {}", answer.status, answer.text()),
            Err(_) => return kept,
        }
    }
}

/// The person opens the slip, follows by its code and finds what they wrote and gave.
async fn follow(server: &str, from: u8, a: &Acknowledged) -> Result<(), String> {
    let failed = |e: std::io::Error| e.to_string();
    let slip = ask(server, from, "GET /gui-y-kien/phieu", &format!("Cookie: {}\r\n", a.cookies), b"").await.map_err(failed)?.text();
    let code = slip
        .split(|c: char| c.is_whitespace() || "<>\"".contains(c))
        .find(|w| w.len() == 20 && w.split('-').map(str::len).eq([4, 4, 4, 5]))
        .ok_or_else(|| format!("no code on the slip: {slip}"))?;
    let body = format!("code={code}");
    let headers = "Content-Type: application/x-www-form-urlencoded\r\n";
    let entered = ask(server, from, "POST /theo-doi", headers, body.as_bytes()).await.map_err(failed)?;
    if entered.status != 303 {
        return Err(format!("the code {code} leads nowhere: {}", entered.status));
    }
    let cookie = format!("Cookie: {}\r\n", entered.cookies());
    let thread = ask(server, from, "GET /theo-doi/y-kien", &cookie, b"").await.map_err(failed)?.text();
    if !thread.contains(&a.text) {
        return Err(format!("the thread of {code} does not hold what was written"));
    }
    let Some(file) = &a.file else { return Ok(()) };
    let href = thread.split('"').find(|w| w.starts_with("/tep/")).ok_or_else(|| format!("the thread of {code} has no file"))?;
    let fetched = ask(server, from, &format!("GET {href}"), &cookie, b"").await.map_err(failed)?;
    if fetched.body == *file { Ok(()) } else { Err(format!("the file of {code} is another: {} bytes", fetched.body.len())) }
}

/// Checks everything that was acknowledged since the last check, the first of it being that one of all; answers what is
/// missing. Each is looked for from another address: tries of codes are counted by address.
async fn missing(server: &str, acknowledged: &[Acknowledged], first: usize) -> Vec<String> {
    let mut missing = Vec::new();
    for (n, a) in acknowledged.iter().enumerate() {
        let from = u8::try_from(20 + (first + n) % 230).unwrap();
        missing.extend(follow(server, from, a).await.err());
    }
    missing
}

/// Kills so many times while people send, on the folder and database of that start.
async fn kill_during_intake(rounds: u32, start: impl Fn() -> Server) {
    let (numbers, heard) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let mut dice = Dice::new();
    let mut all = 0;
    let mut fresh: Vec<Acknowledged> = Vec::new();
    for round in 0..rounds {
        let server = start();
        assert_eq!(missing(&server.address, &fresh, all).await, Vec::<String>::new(), "after {round} kills");
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
        all += fresh.len();
    }
    let server = start();
    assert_eq!(missing(&server.address, &fresh, all).await, Vec::<String>::new(), "after the last kill");
    assert!(all >= rounds as usize, "only {all} opinions were acknowledged in {rounds} rounds: the test shows too little");
    eprintln!("killed {rounds} times in intake: {all} acknowledged, {} sent", numbers.load(Ordering::SeqCst));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_during_intake_nothing_acknowledged_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    kill_during_intake(u32::try_from(of("KILLS_OF_INTAKE", 12)).unwrap(), || Server::start(folder.path())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_during_intake_on_postgres_nothing_acknowledged_is_missing() {
    let fresh = caunoi_testkit::postgres().await;
    let Database::Postgres { url, .. } = &fresh.database else { panic!("no PostgreSQL") };
    let start = || {
        Server::start_with(fresh.folder.path(), |c| {
            c.args(["--database", url]);
        })
    };
    kill_during_intake(u32::try_from(of("KILLS_OF_INTAKE", 4)).unwrap(), start).await;
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
