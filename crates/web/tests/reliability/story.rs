//! The parent of a player: starts it, hears what it acknowledges, lets it wait in the middle of a verb, or kills it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use caunoi_store::Database;
use caunoi_testkit::Fresh;

use crate::player::{CHILD, DATABASE, FOLDER, STOPS, Stop};

/// What the player says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// This verb, by number and name, is committed and answered; so many writing statements of SQLite it took.
    Done(u64, String, u64),
    /// It waits there.
    At(Stop),
    /// The story is over.
    End,
}

/// A player at work; killed when dropped.
pub struct Story {
    child: Child,
    stdin: ChildStdin,
    says: Receiver<(Instant, Said)>,
    /// The verb that was told last, by name, with its statements.
    last: (String, u64),
}

impl Story {
    /// Begins to play on a database and its folder; waits for [`Story::go`] at those places.
    pub fn begin(on: &Fresh, stops: &[Stop]) -> Self {
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
                    ["done", n, verb, statements] => Said::Done(n.parse().unwrap(), verb.to_owned(), statements.parse().unwrap()),
                    ["at", n] => Said::At(n.parse().unwrap()),
                    ["end"] => Said::End,
                    _ => continue,
                };
                if tell.send((Instant::now(), said)).is_err() {
                    return;
                }
            }
        });
        Self { child, stdin, says, last: Default::default() }
    }

    /// The next thing that it says; nothing where it is gone.
    pub fn next(&self) -> Option<(Instant, Said)> {
        match self.says.recv_timeout(Duration::from_secs(600)) {
            Ok(said) => Some(said),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("the player says nothing any more"),
        }
    }

    /// Waits until it stands at a stop; answers which, or nothing at the end of the story.
    pub fn until_stop(&mut self) -> Option<Stop> {
        loop {
            match self.next() {
                Some((_, Said::At(stop))) => return Some(stop),
                Some((_, Said::Done(_, verb, statements))) => self.last = (verb, statements),
                Some((_, Said::End)) => return None,
                None => panic!("the player ended in the middle"),
            }
        }
    }

    /// The verb that was told last before the stop, by name, with its statements.
    pub fn last(&self) -> &(String, u64) {
        &self.last
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
}

impl Drop for Story {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
