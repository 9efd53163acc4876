//! What was found at moments in the middle of verbs.

use caunoi_testkit::Fresh;

use crate::{count::of, picture};

/// What must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// What was there before the verb: it is not committed.
    Before,
    /// What is there after it: it is committed, or was even acknowledged.
    After,
    /// The one or the other, nothing in between: nobody can say whether it was committed.
    Either,
}

/// Rows as one hash, before a verb and after it.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub before: &'a [u8; 32],
    pub after: &'a [u8; 32],
}

/// What came of the moments.
#[derive(Default)]
pub struct Tally {
    pub not_there: u32,
    pub there: u32,
    /// Of those that are there: they had to be.
    pub had_to: u32,
    /// The folder lay there byte by byte as at the moment before, which was looked at.
    pub as_before: u32,
    pub wrong: Vec<String>,
}

impl Tally {
    /// Judges rows by those before the verb and after it.
    pub fn judge(&mut self, verb: &str, rows: &[u8; 32], must: Must, around: Around<'_>) {
        let wrong = match (rows == around.before, rows == around.after) {
            (false, false) => "is there in part",
            (true, false) if must == Must::After => "was committed and is gone",
            (false, true) if must == Must::Before => "is there before its commit",
            (before, _) => {
                *(if before { &mut self.not_there } else { &mut self.there }) += 1;
                self.had_to += u32::from(must == Must::After);
                return;
            }
        };
        self.wrong.push(format!("{verb} {wrong}"));
    }

    /// Judges a folder by its rows, and looks at the whole of it: in the short form at some of them.
    pub async fn look(&mut self, verb: &str, at: &Fresh, must: Must, around: Around<'_>) {
        let rows = picture::digest(&picture::rows(&at.database).await);
        self.judge(verb, &rows, must, around);
        if self.all().is_multiple_of(u32::try_from(of("LOOK_AT_EVERY", 6)).unwrap()) {
            self.wrong.extend(picture::wrong(at.folder.path(), &at.database).await.into_iter().map(|w| format!("{verb}: {w}")));
        }
    }

    /// How many were looked at.
    pub fn all(&self) -> u32 {
        self.not_there + self.there
    }

    /// In one line.
    pub fn tell(&self, what: &str) {
        let (all, not_there, there, had_to) = (self.all(), self.not_there, self.there, self.had_to);
        eprintln!(
            "{what}: {all} moments, not there {not_there}, there {there} ({had_to} had to be), {} more as the one before",
            self.as_before
        );
    }
}
