//! The real program as a child process.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use caunoi_store::Database;

/// A running `caunoi demo`; killed without warning when dropped.
pub struct Server {
    child: Child,
    _said: BufReader<ChildStdout>,
    /// `127.0.0.1:PORT`
    pub address: String,
}

impl Server {
    /// Starts on a data folder and waits for the line `ready URL`.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, |_| {})
    }

    /// As [`Server::start`], with its rows on that database.
    pub fn start_on(data: &Path, database: &Database) -> Self {
        Self::start_with(data, |c| {
            if let Database::Postgres { url, .. } = database {
                c.args(["--database", url]);
            }
        })
    }

    /// As [`Server::start`], with more settings.
    pub fn start_with(data: &Path, settings: impl FnOnce(&mut Command)) -> Self {
        // Another build of the program can be named, such as one made for release.
        let program = std::env::var("CAUNOI_RELIABILITY_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_caunoi").to_owned());
        let mut command = Command::new(program);
        command.args(["demo", "--listen", "127.0.0.1:0", "--today", "2026-11-23", "--data"]).arg(data).env_remove("CAUNOI_DATABASE");
        settings(&mut command);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("ready ") {
            line.clear();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "the server ended before it was ready");
        }
        let address = line.trim().strip_prefix("ready http://").unwrap().to_owned();
        Self { child, _said: said, address }
    }

    /// kill -9.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
