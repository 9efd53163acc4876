//! The command line. Wrong use ends in one line that says what to do (exit 2); a failed job in one line (exit 1).

mod demo;
mod settings;

use std::process::ExitCode;

use clap::{Parser, Subcommand, error::ErrorKind};

use settings::Settings;

/// Tiếp xúc, đối thoại: from the regulation that obliges to the day a person says "this was solved".
#[derive(Parser)]
#[command(name = "caunoi", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make (or reopen) a demonstration and serve it
    Demo(demo::Demo),
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
            let text = e.to_string();
            let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            eprintln!("caunoi: {line}; see caunoi --help");
            return ExitCode::from(2);
        }
    };
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_env("CAUNOI_LOG").unwrap_or_else(|_| "warn".into()))
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            eprintln!("caunoi: {e}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Demo(demo) => demo.run(&cli.settings).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed::Use(line)) => {
            eprintln!("caunoi: {line}");
            ExitCode::from(2)
        }
        Err(Failed::Job(line)) => {
            eprintln!("caunoi: {line}");
            ExitCode::FAILURE
        }
    }
}
