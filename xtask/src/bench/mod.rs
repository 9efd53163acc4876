//! `cargo xtask bench`: the program beside its anchors, in one run on one machine, in turns; written to
//! `docs/benchmarks.md`. What it measures and the goals are in the rows below; a timing is never an assertion in a test.

mod machine;
mod page;
mod served;

use std::{fs, path::Path, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::program;
use served::Served;

/// How often each side is asked, in turns.
const TURNS: usize = 3;

/// A job that both sides do.
struct Row {
    job: &'static str,
    goal: &'static str,
    /// What a miss comes from, as profiles show it.
    cause: &'static str,
    /// Least ratio of answers a second that reaches the goal.
    least: f64,
    clients: u16,
    ours: Vec<f64>,
    theirs: Vec<f64>,
    p99: (Vec<f64>, Vec<f64>),
}

const QUEUE: &str = "An officer's page is made for this officer: who is signed in, the counts of what waits, undo, saved texts, and \
    thirty rows with a form, 35 kB in place of the anchor's 4. Of the time half is three statements that put together what ten readers \
    ask (a third of it SQLite alone), a quarter words and markup, the rest session, tokens and HTTP.";
const KEPT: &str = "The page is not made: it is kept, and given while its rows stand. What is left is HTTP: the address and the language \
    are looked at, security headers are added, and more bytes go out than the anchor's plain page has.";
const INTAKE: &str = "Half of the time is the writer, whose inserts are the anchor's; before them it asks whether the form came before, \
    which calendar holds, whether an office reads here and what the policy says, and makes event, hashes and search text. The other half \
    is the multipart form, its checks, the sealed slip of the receipt.";

/// Runs all rows with so many simulated opinions, `--seconds` for each turn; `--built` takes the binaries as they are.
pub fn run(root: &Path) -> Result<()> {
    let number = |flag: &str, or: u32| -> Result<u32> {
        let mut args = std::env::args().skip_while(|a| a != flag);
        args.next().map_or(Ok(or), |_| args.next().and_then(|n| n.parse().ok()).with_context(|| format!("{flag} wants a number")))
    };
    let (opinions, seconds) = (number("--opinions", 100_000)?, number("--seconds", 5)?);
    let anchors = root.join("bench/anchors");
    if std::env::args().all(|a| a != "--built") {
        program(root, "cargo", &["build", "--release", "--workspace", "--bin", "caunoi"])?;
        program(root, "cargo", &["build", "--release", "--workspace", "--example", "country"])?;
        program(&anchors, "cargo", &["build", "--release"])?;
    }
    let country = served::lines(&root.join("target/release/examples/country"), &[])?;
    let (caunoi, anchors) = (root.join("target/release/caunoi"), anchors.join("target/release/anchors"));
    let data = root.join(format!("target/bench/{opinions}"));
    let made = made(&caunoi, &data, opinions)?;
    // Both sides have their own copy: what one writes slows nobody else down.
    let (ours, bare) = (copy(&data, "ours")?, copy(&data, "bare")?);
    let db = bare.join("caunoi.db");
    let sample = served::lines(&anchors, &["sample", &db.to_string_lossy()])?.trim().to_owned();
    let program_served = Served::start(&caunoi, &["serve", "--data", &ours.to_string_lossy(), "--listen", "127.0.0.1:0"])?;
    let bare_served = Served::start(&anchors, &["bare", &db.to_string_lossy(), "127.0.0.1:0"])?;
    let cookie = page::sign_in(&program_served.addr, &made.login, &made.password)?;
    let public = page::public_id(&program_served.addr, "/xa/S0001/y-kien")?;
    let seconds = seconds.to_string();
    let mut rows = vec![
        Row::new("public page: list of 20 of a commune", "≥ 0.7 × bare", 0.7, 16).because(KEPT),
        Row::new("public page: thread of one opinion", "≥ 0.7 × bare", 0.7, 16).because(KEPT),
        Row::new("the same list, made anew each time", "none", 0.0, 16),
        Row::new("signed-in page: the queue, 30 rows beside the anchor's 20", "≥ 0.35 × bare", 0.35, 16).because(QUEUE),
        Row::new("durable intake: POST to receipt, 64 clients", "≥ 0.5 × raw SQLite", 0.5, 64).because(INTAKE),
    ];
    for _ in 0..TURNS {
        for (n, row) in rows.iter_mut().enumerate() {
            let clients = row.clients.to_string();
            let load = |served: &Served, path: &str, cookie: &str| {
                served::lines(&anchors, &["load", &served.addr, &clients, &seconds, path, cookie])
            };
            let send = |served: &Served| served::lines(&anchors, &["send", &served.addr, &clients, &seconds, "S0002"]);
            let (a, b) = match n {
                0 => (load(&program_served, "/xa/S0001/y-kien", "")?, load(&bare_served, "/list/S0001", "")?),
                1 => (load(&program_served, &format!("/y-kien/{public}"), "")?, load(&bare_served, &format!("/thread/{sample}"), "")?),
                2 => (load(&program_served, "/xa/S0001/y-kien?lan={n}", "")?, load(&bare_served, "/list/S0001", "")?),
                3 => (load(&program_served, "/cong-viec/phan-loai", &cookie)?, load(&bare_served, "/list/S0001", "")?),
                _ => (send(&program_served)?, send(&bare_served)?),
            };
            row.take(&a, &b)?;
        }
    }
    let memory = program_served.memory_kb();
    drop((program_served, bare_served));
    let page = written(&rows, opinions, &seconds, memory) + &ledger(&country)?;
    fs::write(root.join("docs/benchmarks.md"), &page)?;
    print!("{page}");
    Ok(())
}

struct Made {
    login: String,
    password: String,
}

/// The simulated country, made once and kept.
fn made(caunoi: &Path, data: &Path, opinions: u32) -> Result<Made> {
    let note = data.join("account.txt");
    if !note.is_file() {
        let _ = fs::remove_dir_all(data);
        fs::create_dir_all(data)?;
        let communes = (opinions / 300).clamp(2, 3_321).to_string();
        let told = served::lines(
            caunoi,
            &["simulate", "--data", &data.to_string_lossy(), "--opinions", &opinions.to_string(), "--communes", &communes, "--years", "2"],
        )?;
        fs::write(&note, told.lines().find(|l| l.starts_with("account ")).context("simulate told no account")?)?;
    }
    let told = fs::read_to_string(&note)?;
    let words: Vec<&str> = told.split_whitespace().collect();
    match words.as_slice() {
        ["account", login, "password", password] => Ok(Made { login: (*login).to_owned(), password: (*password).to_owned() }),
        _ => bail!("{}: not an account", note.display()),
    }
}

fn copy(data: &Path, name: &str) -> Result<std::path::PathBuf> {
    let to = data.with_extension(name);
    let _ = fs::remove_dir_all(&to);
    let done = Command::new("cp").arg("-a").args([data, &to]).status()?;
    if done.success() { Ok(to) } else { bail!("cp {}: {done}", data.display()) }
}

impl Row {
    const fn new(job: &'static str, goal: &'static str, least: f64, clients: u16) -> Self {
        Self { job, goal, cause: "", least, clients, ours: Vec::new(), theirs: Vec::new(), p99: (Vec::new(), Vec::new()) }
    }

    fn because(self, cause: &'static str) -> Self {
        Self { cause, ..self }
    }

    fn take(&mut self, ours: &str, theirs: &str) -> Result<()> {
        let of = |text: &str, name: &str| -> Result<f64> {
            let all: serde_json::Value = serde_json::from_str(text)?;
            all.get(name).and_then(serde_json::Value::as_f64).with_context(|| format!("no {name} in {text}"))
        };
        self.ours.push(of(ours, "per_second")?);
        self.theirs.push(of(theirs, "per_second")?);
        self.p99.0.push(of(ours, "p99_ms")?);
        self.p99.1.push(of(theirs, "p99_ms")?);
        Ok(())
    }
}

fn middle(all: &[f64]) -> f64 {
    let mut all = all.to_vec();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(0.0)
}

fn written(rows: &[Row], opinions: u32, seconds: &str, memory_kb: u64) -> String {
    let mut out = format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench --opinions {opinions} --seconds {seconds}`: the program and its anchor in turns on one \
         machine, {TURNS} turns each, the middle one counts. Anchors: `bench/anchors` (bare axum and rusqlite on a copy of the same rows, \
         plain HTML, no language, policy, session or headers; intake: the same rows written raw with group commit and \
         `synchronous=FULL`). Load: clients that keep their connection and ask again at once, on the same machine.\n\n{}\n\n\
         | job | answers/s | anchor | ratio | goal | p99 | anchor p99 |\n|---|---|---|---|---|---|---|\n",
        machine::told()
    );
    for r in rows {
        let (ours, theirs) = (middle(&r.ours), middle(&r.theirs));
        let ratio = if theirs > 0.0 { ours / theirs } else { 0.0 };
        let mark = match r.least {
            0.0 => "",
            least if ratio >= least => " (reached)",
            _ => " (missed)",
        };
        out += &format!(
            "| {} | {ours:.0} | {theirs:.0} | {ratio:.2}{mark} | {} | {:.1} ms | {:.1} ms |\n",
            r.job,
            r.goal,
            middle(&r.p99.0),
            middle(&r.p99.1)
        );
    }
    let missed = |r: &&Row| r.least > 0.0 && middle(&r.ours) < r.least * middle(&r.theirs) && !r.cause.is_empty();
    for r in rows.iter().filter(missed) {
        out += &format!("\nMissed, {}: {}\n", r.job, r.cause);
    }
    out += &format!("\nThe program's resident memory after all of it: {} MB.\n", memory_kb / 1024);
    out
}

/// The rows of the ledger: the whole country for a year beside a recount that shares nothing.
fn ledger(told: &str) -> Result<String> {
    let all: serde_json::Value = serde_json::from_str(told.trim())?;
    let of = |name: &str| all.get(name).and_then(serde_json::Value::as_f64).with_context(|| format!("no {name} in {told}"));
    Ok(format!(
        "\n## The ledger of duties\nAn invented country of {:.0} communes with {:.0} duties in a year \
         (`crates/domain/examples/country.rs`), in memory, one thread.\n\n\
         | job | took | beside | goal |\n|---|---|---|---|\n\
         | the whole country for a year | {:.0} ms | {:.0} ms: a recount that shares nothing | under 10 s |\n\
         | one commune after a changed event, p99 | {:.3} ms | | under 5 ms |\n",
        of("communes")?,
        of("duties")?,
        of("whole_ms")?,
        of("naive_ms")?,
        of("one_p99_ms")?,
    ))
}
