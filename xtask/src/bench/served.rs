//! A server that runs while something is measured.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

/// It is killed when this goes.
pub struct Served {
    child: Child,
    /// `127.0.0.1:port`.
    pub addr: String,
}

impl Served {
    /// Starts it and waits for its line `ready URL`.
    pub fn start(program: &Path, args: &[&str]) -> Result<Self> {
        let mut child = Command::new(program).args(args).stdout(Stdio::piped()).spawn().with_context(|| program.display().to_string())?;
        let out = child.stdout.take().context("no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        match line.trim().strip_prefix("ready http://") {
            Some(addr) => Ok(Self { child, addr: addr.to_owned() }),
            None => bail!("{} said {line:?}", program.display()),
        }
    }

    /// Resident memory.
    pub fn memory_kb(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        status
            .lines()
            .find_map(|l| l.strip_prefix("VmRSS:"))
            .and_then(|l| l.split_whitespace().next())
            .and_then(|n| n.parse().ok())
            .unwrap_or(0)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a program prints.
pub fn lines(program: &Path, args: &[&str]) -> Result<String> {
    let out = Command::new(program).args(args).stderr(Stdio::inherit()).output().with_context(|| program.display().to_string())?;
    if out.status.success() {
        Ok(String::from_utf8(out.stdout)?)
    } else {
        bail!("{} {}: {}", program.display(), args.join(" "), out.status)
    }
}
