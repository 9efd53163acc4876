//! The parent of a player: starts it, hears what it acknowledges, stops it in the middle of a verb, or kills it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use caunoi_store::Database;
use caunoi_testkit::Fresh;

use crate::player::{CHILD, DATABASE, FOLDER, STOPS};

/// What the player says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// This verb, by number and name, is committed and answered.
    Done(u64, String),
    /// It waits before the next verb.
    At(u64),
    /// The story is over.
    End,
}

/// A player at work; killed when dropped.
pub struct Story {
    child: Child,
    stdin: ChildStdin,
    says: Receiver<(Instant, Said)>,
    /// A stop that was heard of before it was waited for.
    stands_at: Option<u64>,
}

impl Story {
    /// Begins to play on a database and its folder; waits for [`Story::go`] after the verbs of those numbers.
    pub fn begin(on: &Fresh, stops: &[u64]) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        if let Database::Postgres { url, .. } = &on.database {
            command.env(DATABASE, url);
        }
        let mut child = command
            .args(["--exact", CHILD, "--ignored", "--nocapture", "--test-threads=1"])
            .env(FOLDER, on.folder.path())
            .env(STOPS, stops.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (tell, says) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let line = line.rsplit("... ").next().unwrap_or_default();
                let said = match line.split(' ').collect::<Vec<_>>()[..] {
                    ["done", n, verb] => Said::Done(n.parse().unwrap(), verb.to_owned()),
                    ["at", n] => Said::At(n.parse().unwrap()),
                    ["end"] => Said::End,
                    _ => continue,
                };
                if tell.send((Instant::now(), said)).is_err() {
                    return;
                }
            }
        });
        Self { child, stdin, says, stands_at: None }
    }

    /// The next thing that it says; nothing where it is gone.
    pub fn next(&self) -> Option<(Instant, Said)> {
        match self.says.recv_timeout(Duration::from_secs(120)) {
            Ok(said) => Some(said),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("the player says nothing any more"),
        }
    }

    /// What it has said by now; a moment is given for what is still in the pipe.
    pub fn said_by_now(&mut self) -> Vec<Said> {
        let mut all = Vec::new();
        while let Ok((_, said)) = self.says.recv_timeout(Duration::from_millis(3)) {
            if let Said::At(n) = said {
                self.stands_at = Some(n);
            }
            all.push(said);
        }
        all
    }

    /// Waits until it stands at a stop; answers its number, or nothing at the end of the story.
    pub fn until_stop(&mut self) -> Option<u64> {
        if let Some(n) = self.stands_at.take() {
            return Some(n);
        }
        loop {
            match self.next() {
                Some((_, Said::At(n))) => return Some(n),
                Some((_, Said::Done(..))) => {}
                Some((_, Said::End)) => return None,
                None => panic!("the player ended in the middle"),
            }
        }
    }

    /// Lets it go on from a stop.
    pub fn go(&mut self) {
        self.stdin.write_all(b"\n").and_then(|()| self.stdin.flush()).unwrap();
    }

    /// kill -9; answers what it had said before.
    pub fn kill(mut self) -> Vec<Said> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.says.iter().map(|(_, said)| said).collect()
    }

    /// Its process number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A shell that sends signals without starting a program for each.
pub struct Signals {
    shell: Child,
    stdin: ChildStdin,
}

impl Signals {
    pub fn new() -> Self {
        let mut shell = Command::new("sh").stdin(Stdio::piped()).spawn().unwrap();
        let stdin = shell.stdin.take().unwrap();
        Self { shell, stdin }
    }

    fn send(&mut self, signal: &str, to: u32) {
        writeln!(self.stdin, "kill -{signal} {to}").and_then(|()| self.stdin.flush()).unwrap();
    }

    /// Stops a process where it is; back when each of its threads stands.
    pub fn stop(&mut self, process: u32) {
        self.send("STOP", process);
        let stands = |task: &Path| {
            let stat = std::fs::read_to_string(task.join("stat")).unwrap_or_default();
            stat.rsplit(") ").next().is_none_or(|s| s.starts_with('T'))
        };
        let tasks = format!("/proc/{process}/task");
        let asked = Instant::now();
        while !std::fs::read_dir(&tasks).is_ok_and(|all| all.flatten().all(|t| stands(&t.path()))) {
            assert!(asked.elapsed() < Duration::from_secs(60), "the process {process} does not stop");
            std::thread::sleep(Duration::from_micros(50));
        }
    }

    /// Lets it go on.
    pub fn go_on(&mut self, process: u32) {
        self.send("CONT", process);
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        drop(self.shell.kill());
        drop(self.shell.wait());
    }
}
