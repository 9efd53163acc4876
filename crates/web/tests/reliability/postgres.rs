//! PostgreSQL is restarted while people send: what was acknowledged is there once, and the program goes on by itself.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use caunoi_store::Database;

use crate::{
    browser::Browser,
    count::{Dice, of},
    place,
    sending::{Opinion, follow},
    server::Server,
};

/// How long one opinion is sent again and again before that is a fault.
const PATIENCE: Duration = Duration::from_secs(120);

/// A PostgreSQL of its own.
struct Cluster {
    at: tempfile::TempDir,
    programs: PathBuf,
    port: u16,
}

impl Cluster {
    fn start() -> Self {
        let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let programs = versions.map(|v| v.path().join("bin")).filter(|b| b.join("initdb").exists()).max();
        let programs = programs.expect("PostgreSQL is installed: run the tests by ./test, which installs it");
        let at = tempfile::Builder::new().prefix("caunoi-own-pg").tempdir().unwrap();
        let mut cluster = Self { at, programs, port: 0 };
        std::fs::set_permissions(cluster.at.path(), std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
        assert!(cluster.run("initdb", &["-U", "caunoi", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N"]));
        // Another may take the port between our look and its start: then another port.
        for _ in 0..20 {
            cluster.port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            if cluster.control("start", &[]) {
                return cluster;
            }
        }
        panic!("PostgreSQL does not start");
    }

    /// Runs one of its programs as a user that is not root, which it refuses; answers whether it did its work.
    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let data = self.at.path().join("data");
        let root = std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0);
        let mut command = if root { Command::new("runuser") } else { Command::new(self.programs.join(program)) };
        if root {
            command.args(["-u", "postgres", "--"]).arg(self.programs.join(program));
        }
        let done = command.arg("-D").arg(data).args(arguments).current_dir("/").stdout(std::process::Stdio::null()).status();
        done.unwrap().success()
    }

    fn control(&self, what: &str, more: &[&str]) -> bool {
        let log = self.at.path().join("log");
        let options = format!("-p {} -k {} -c listen_addresses=127.0.0.1 -c shared_buffers=64MB", self.port, self.at.path().display());
        let mut all = vec!["-w", "-l", log.to_str().unwrap(), "-o", &options];
        all.extend(more);
        all.push(what);
        self.run("pg_ctl", &all)
    }

    fn url(&self) -> String {
        format!("postgres://caunoi@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.control("stop", &["-m", "immediate"]);
    }
}

/// Sends one opinion after another, each again and again until it is acknowledged.
async fn send_until(
    server: String,
    from: u16,
    numbers: Arc<AtomicU64>,
    end: Arc<AtomicBool>,
    refused: Arc<AtomicU64>,
) -> Vec<(Browser, Opinion)> {
    let mut kept = Vec::new();
    while !end.load(Ordering::SeqCst) {
        let opinion = Opinion::new(numbers.fetch_add(1, Ordering::SeqCst), 0, None);
        let mut person = Browser::new(from);
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < PATIENCE, "{} is not taken again after a restart", opinion.text);
            let answer = person.send(&server, &opinion.form).await.unwrap();
            match answer.status {
                303 => break,
                503 => refused.fetch_add(1, Ordering::SeqCst),
                other => panic!("{other}: {}", answer.text()),
            };
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        kept.push((person, opinion));
    }
    kept
}

async fn every_row(url: &str) -> String {
    caunoi_testkit::every_row(&Database::Postgres { url: url.to_owned(), password: None }).await
}

fn start(data: &Path, url: &str) -> Server {
    Server::start_with(data, |c| {
        c.args(["--database", url]);
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_restarts_under_load_and_no_acknowledged_opinion_is_lost() {
    let cluster = Cluster::start();
    let folder = place::fresh();
    let server = start(folder.path(), &cluster.url());
    let (numbers, end, refused) = (Arc::new(AtomicU64::new(1)), Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let people: Vec<_> = (1..=6)
        .map(|n| tokio::spawn(send_until(server.address.clone(), n, Arc::clone(&numbers), Arc::clone(&end), Arc::clone(&refused))))
        .collect();
    let mut dice = Dice::new();
    for restart in 0..of("RESTARTS_OF_POSTGRES", 2) {
        // In the middle of what people send, on a slow machine too: some of it was begun since the last time.
        let some = numbers.load(Ordering::SeqCst) + 8 + dice.below(20);
        for _ in 0..1_000 {
            if numbers.load(Ordering::SeqCst) >= some {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let how = if restart % 2 == 0 { "immediate" } else { "fast" };
        assert!(cluster.control("stop", &["-m", how]));
        tokio::time::sleep(Duration::from_millis(dice.below(400))).await;
        let mut tries = 0;
        while !cluster.control("start", &[]) {
            tries += 1;
            assert!(tries < 20, "PostgreSQL does not start again");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    end.store(true, Ordering::SeqCst);
    let mut kept = Vec::new();
    for person in people {
        kept.append(&mut person.await.unwrap());
    }
    let started = Instant::now();
    let mut missing = Vec::new();
    for (n, (person, opinion)) in kept.iter_mut().enumerate() {
        // Tries of codes are counted by address.
        let mut other = person.at(u16::try_from(20 + n % 200).unwrap());
        missing.extend(follow(&server.address, &mut other, &opinion.text).await.err());
    }
    assert_eq!(missing, Vec::<String>::new());
    server.kill();
    let rows = every_row(&cluster.url()).await;
    let rows: Vec<&str> = rows.lines().filter(|l| l.starts_with("opinion:")).collect();
    for (_, opinion) in &kept {
        assert_eq!(rows.iter().filter(|r| r.contains(&opinion.text)).count(), 1, "{}", opinion.text);
    }
    assert!(kept.len() > 6, "only {} opinions were acknowledged", kept.len());
    eprintln!(
        "{} acknowledged, {} times told to try again; looked for in {:?}",
        kept.len(),
        refused.load(Ordering::SeqCst),
        started.elapsed()
    );
}
