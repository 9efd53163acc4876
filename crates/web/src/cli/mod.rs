//! The command line. Wrong use ends in one line that says what to do (exit 2); a failed job in one line (exit 1).

mod beside;
mod demo;
mod due;
mod duties;
mod export;
mod fold;
mod import;
mod import_regulations;
mod init;
mod mail;
mod migrate;
mod search;
mod serve;
mod settings;
mod simulate;
mod unit;
mod user;

use std::{io::Write as _, net::SocketAddr, process::ExitCode};

use clap::{Parser, Subcommand, error::ErrorKind};
use jiff::civil::Date;

use settings::SettingArgs;

/// Threads of the server: more than its cores, since a long look at SQLite holds one of them.
const THREADS: usize = 8;

/// Tiếp xúc, đối thoại: from the regulation that obliges to the day a person says "this was solved".
#[derive(Parser)]
#[command(name = "caunoi", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    settings: SettingArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make (or reopen) a demonstration and serve it
    Demo(demo::Demo),
    /// Serve an installation
    Serve(serve::Serve),
    /// First set-up of a real commune or province
    Init(init::Init),
    /// Bring the database's schema and the lists of units up to date
    Migrate,
    /// Accounts: add, reset, list
    User(user::User),
    /// Import an office's own tables
    Import(import::Import),
    /// Take a table away: what is published, or what an account may see
    Export(export::Export),
    /// Show a unit with its lineage
    Unit(unit::UnitOf),
    /// The last day of a limit, with how it was computed
    Due(due::DueOn),
    /// Search over everything public
    Search(search::Search),
    /// What the rules ask of a unit on a day, and where each duty stands
    Duties(duties::Duties),
    /// The search key of a text
    Fold(fold::Fold),
    /// Fill a new folder with a believable invented country, for load
    Simulate(simulate::Simulate),
}

/// Why a command ended without having done its job.
pub(crate) enum Failed {
    /// Wrong use: exit 2.
    Use(String),
    /// The job failed: exit 1.
    Job(String),
}

impl<E: std::error::Error> From<E> for Failed {
    fn from(e: E) -> Self {
        Self::Job(e.to_string())
    }
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) if matches!(e.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            print!("{e}");
            return ExitCode::SUCCESS;
        }
        Err(e) => {
            eprintln!("caunoi: {}; see caunoi --help", complaint(&e));
            return ExitCode::from(2);
        }
    };
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_env("CAUNOI_LOG").unwrap_or_else(|_| "warn".into()))
        .init();
    let done = match tokio::runtime::Builder::new_multi_thread().worker_threads(THREADS).enable_all().build() {
        Ok(runtime) => runtime.block_on(run(cli)),
        Err(e) => Err(e.into()),
    };
    let (line, code) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failed::Use(line)) => (line, ExitCode::from(2)),
        Err(Failed::Job(line)) => (line, ExitCode::FAILURE),
    };
    eprintln!("caunoi: {}", line.split('\n').map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("; "));
    code
}

async fn run(cli: Cli) -> Result<(), Failed> {
    let settings = cli.settings.read()?;
    match cli.command {
        Command::Demo(demo) => demo.run(&settings).await,
        Command::Serve(serve) => serve.run(&settings).await,
        Command::Init(init) => init.run(&settings).await,
        Command::Migrate => migrate::run(&settings).await,
        Command::User(user) => user.run(&settings).await,
        Command::Import(import) => import.run(&settings).await,
        Command::Export(export) => export.run(&settings).await,
        Command::Unit(unit) => unit.run(&settings).await,
        Command::Search(search) => search.run(&settings).await,
        Command::Duties(duties) => duties.run(&settings).await,
        Command::Due(due) => due.run(&settings).await,
        Command::Fold(fold) => fold.run(),
        Command::Simulate(simulate) => simulate.run(&settings).await,
    }
}

/// What is wrong with the command line, in one line.
fn complaint(e: &clap::Error) -> String {
    if e.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "name a command, such as `caunoi demo`".to_owned();
    }
    let text = e.to_string();
    let lines: Vec<&str> = text.lines().take_while(|l| !l.trim().is_empty()).map(str::trim).collect();
    lines.join(" ").trim_start_matches("error: ").to_owned()
}

/// Prints to standard output; a reader that has gone away (`caunoi … | head`) is no failure.
pub(crate) fn say(text: &str) -> Result<(), Failed> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}

/// A day typed behind a flag.
pub(crate) fn day(flag: &str, text: &str) -> Result<Date, Failed> {
    text.parse().map_err(|_| Failed::Use(format!("{flag} {text}: write the day as YYYY-MM-DD, such as 2026-11-24")))
}

/// An address to listen on.
pub(crate) fn socket(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "write address and port, such as 127.0.0.1:8080".to_owned())
}
