//! The chronicle: what people said in the invented communes over eighteen months and what became of it, written by hand
//! in `data/demo/*.toml` and played in the order of its days by the verbs that offices and people call.

mod book;
mod cues;
mod deeds;
mod meetings;
mod rows;

use super::story::stage::Stage;
use crate::refusal::Refusal;
pub(super) use book::{Book, Told};
pub(super) use rows::{PlannedRow, planned};

/// The chronicle as far as it can have happened: the communes are there from a day on, and what would have begun
/// before is left out with everything that hangs on it.
///
/// # Errors
/// The wrong place of a file.
pub(super) fn open(s: &Stage) -> Result<Book, Refusal> {
    let mut book = book::read()?;
    cues::leave_out(&mut book, s);
    Ok(book)
}

/// Plays it, in the order of its days.
///
/// # Errors
/// What refused a verb, with the place of the chronicle.
pub(super) async fn play(s: &mut Stage, book: &Book) -> Result<(), Refusal> {
    let mut meetings = meetings::Opened::default();
    for cue in cues::in_order(book, s) {
        cue.play(s, book, &mut meetings).await.map_err(|e| cue.refused(book, &e))?;
    }
    Ok(())
}
