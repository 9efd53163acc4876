//! A table lands beside the page that asked for it: a book of ten thousand rows takes minutes on a slow disk, and no
//! request waits so long. The page asks the database how far it is, so that any node can answer; what became of the rows
//! is kept sealed like the table itself. A landing that was cut off is begun again: nothing lands twice.

use std::sync::atomic::{AtomicUsize, Ordering};

use caunoi_domain::{import::Mapping, people::actor::Actor, text::table::Row};
use caunoi_store::{
    Tx,
    book::{self as books, DraftState},
};
use serde::{Deserialize, Serialize};
use tokio::{
    task::JoinHandle,
    time::{Duration, MissedTickBehavior, interval},
};

use super::{Job, Kind, Manner, Taken, WrongCell, draft};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// A landing that has not said how far it is for so long was cut off, microseconds.
pub const CUT_OFF_US: i64 = 60 * 1_000_000;
/// How often a landing says how far it is.
const BEAT: Duration = Duration::from_millis(500);

/// A table whose rows are to land.
pub struct Landing {
    /// The key of its address.
    pub key: String,
    /// What it holds.
    pub kind: &'static dyn Kind,
    /// The unit's id; empty for a kind that belongs to none.
    pub unit_id: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Own heads and our columns.
    pub mapping: Mapping,
    /// How it is taken.
    pub manner: Manner,
    /// What is wrong in a cell, in the words of both languages.
    pub reason: fn(&WrongCell) -> [String; 2],
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Rows that hold something.
    pub rows: usize,
    /// Rows that landed, or would.
    pub landed: usize,
    /// Rows that were there already.
    pub there: usize,
    /// Rows that were refused.
    pub refused: usize,
    /// The wrong places, by row.
    pub wrong: Vec<WrongPlace>,
    /// Public id of what landed as one import, where anything did.
    pub batch: Option<i64>,
}

/// A wrong place in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongPlace {
    /// Number of the row in the file.
    pub row: usize,
    /// The column's code; empty where the whole row is meant.
    pub column: String,
    /// The book's own head of it; empty where it is ours.
    #[serde(default)]
    pub head: String,
    /// Why, in Vietnamese and English.
    pub reason: [String; 2],
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub fn of(taken: &Taken, reason: fn(&WrongCell) -> [String; 2]) -> Self {
        let place = |w: &WrongCell| {
            let code = w.column.map_or("", |c| c.code);
            WrongPlace { row: w.row, column: code.to_owned(), head: taken.head(code).to_owned(), reason: reason(w) }
        };
        Self {
            rows: taken.rows,
            landed: taken.landed,
            there: taken.there,
            refused: taken.refused(),
            wrong: taken.wrong.iter().map(place).collect(),
            batch: taken.batch,
        }
    }
}

/// Begins a landing and answers at once; the handle ends when it has.
///
/// # Errors
/// The table is landing already, or has landed; the store's failure.
pub async fn begin(app: &App, actor: &Actor, landing: Landing) -> Result<JoinHandle<()>, Refusal> {
    let id = draft::id_of(&app.keys, &landing.key);
    let whole = i64::try_from(landing.rows.len()).unwrap_or(i64::MAX);
    app.carry_out(actor, Begin { id: id.clone(), whole }).await?;
    let (app, actor) = (app.clone(), actor.clone());
    Ok(tokio::spawn(async move {
        if let Err(e) = run(&app, &actor, &id, &landing).await {
            tracing::warn!(error = %e, "a table did not land; it waits on");
            if let Err(e) = app.carry_out(&actor, End { id, state: DraftState::Waiting, outcome: None }).await {
                tracing::error!(error = %e, "a table that did not land is taken for landing until it is cut off");
            }
        }
    }))
}

async fn run(app: &App, actor: &Actor, id: &str, l: &Landing) -> Result<(), Refusal> {
    let (done, whole) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let progress = |d: usize, w: usize| {
        done.store(d, Ordering::Relaxed);
        whole.store(w, Ordering::Relaxed);
    };
    let job = Job { unit_id: &l.unit_id, table: &l.rows, mapping: &l.mapping, manner: l.manner };
    let mut ticks = interval(BEAT);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    let mut told = 0;
    let mut import = l.kind.import(app, actor, job, &progress);
    let taken = loop {
        tokio::select! {
            taken = &mut import => break taken?,
            _ = ticks.tick() => {
                let now = done.load(Ordering::Relaxed);
                if std::mem::replace(&mut told, now) != now {
                    let beat = Beat { id: id.to_owned(), done: now, whole: whole.load(Ordering::Relaxed) };
                    app.carry_out(actor, beat).await?;
                }
            }
        }
    };
    let none = l.manner.strict && !taken.wrong.is_empty();
    let outcome = serde_json::to_vec(&Outcome::of(&taken, l.reason)).map_err(|e| Refusal::Broken(e.to_string()))?;
    let key = l.key.clone();
    let sealed = tokio::task::spawn_blocking(move || draft::seal(&key, &outcome)).await.map_err(|e| Refusal::Broken(e.to_string()))??;
    let state = if none { DraftState::Refused } else { DraftState::Landed };
    app.carry_out(actor, End { id: id.to_owned(), state, outcome: (!none).then_some(sealed) }).await
}

struct Begin {
    id: String,
    whole: i64,
}

impl Verb for Begin {
    type Done = ();

    // Whose table it is is in the statement; whether they may import it is asked by the import itself.
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let of = (self.id.as_str(), cx.actor.id());
        let begun = books::begin_landing(tx, of, self.whole, cx.now_us, cx.now_us - CUT_OFF_US).await?;
        if begun { Ok(()) } else { Err(Refusal::not_now(DraftState::Landing)) }
    }
}

struct Beat {
    id: String,
    done: usize,
    whole: usize,
}

impl Verb for Beat {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Ok(books::beat(tx, &self.id, n(self.done), n(self.whole), cx.now_us).await?)
    }
}

struct End {
    id: String,
    state: DraftState,
    outcome: Option<Vec<u8>>,
}

impl Verb for End {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, _cx: &Cx) -> Result<(), Refusal> {
        Ok(books::end_landing(tx, &self.id, self.state, self.outcome.clone()).await?)
    }
}
