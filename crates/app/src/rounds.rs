//! Việc chạy nền: what is done beside the pages, each on its own time: the rules of urging once a day, the stored sheets of
//! duties as soon as something happened, what a sealing left behind, files and tries that nobody needs. A piece is taken
//! by one worker; one that dies leaves it to the next. The clock is injected.

use caunoi_domain::people::actor::Actor;
use caunoi_store::{
    Tx,
    job::{self, Claimed},
};

use crate::{
    clock::instant,
    context::{App, Cx, Verb},
    duty::reckon,
    followup::rule_round,
    opinion::{seal, upload},
    people::sign_in,
    refusal::Refusal,
};

/// A worker that is not heard of for so long has lost its piece to the next one, microseconds.
const LEASE_US: i64 = 10 * 60 * 1_000_000;
/// How long the sheets rest, microseconds.
const SHEETS_US: i64 = 30 * 1_000_000;
/// The time between two looks at files that nothing is attached to, microseconds.
const FILES_US: i64 = 6 * 3_600 * 1_000_000;
/// The time between two looks at what a sealing left to be removed, and at tries that count no more, microseconds.
const SEALED_US: i64 = 5 * 60 * 1_000_000;
/// The time of day at which rules are looked at.
const MORNING: (i8, i8) = (6, 30);

/// Id and kind of each piece.
const PIECES: &[(&str, &str)] =
    &[("round-urging", "round.urging"), ("round-sheets", "round.sheets"), ("round-files", "round.files"), ("round-sealed", "round.sealed")];
/// The time after which a piece that failed is tried again, microseconds.
const FAILED_US: i64 = 60 * 1_000_000;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Reminders that were drafted or sent.
    pub reminders: usize,
    /// Sheets that were reckoned anew.
    pub sheets: usize,
    /// Files that were removed: nothing was ever attached to them.
    pub files: usize,
}

struct Claim;
impl Verb for Claim {
    type Done = Vec<Claimed>;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Vec<Claimed>, Refusal> {
        for (id, kind) in PIECES {
            job::ensure(tx, id, kind, cx.now_us).await?;
        }
        Ok(job::claim(tx, "round", cx.now_us, cx.now_us + LEASE_US, 8).await?)
    }
}

struct Again {
    piece: String,
    at: i64,
    /// Why it could not be done; empty where it was.
    error: &'static str,
}
impl Verb for Again {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, _: &Cx) -> Result<(), Refusal> {
        Ok(job::later(tx, &self.piece, self.at, self.error).await?)
    }
}

/// One round: what is due is done, and due again at its next time. A piece that fails stops none of the others; it is
/// tried again a little later.
///
/// # Errors
/// The first failure, after every other piece was done.
pub async fn run_due(app: &App) -> Result<Done, Refusal> {
    let (mut done, mut failed) = (Done::default(), None);
    for piece in app.carry_out(&Actor::System, Claim).await? {
        let (at, error) = match carry_out(app, &piece.kind, &mut done).await {
            Ok(next) => (next, ""),
            Err(e) => {
                failed.get_or_insert(e);
                (app.clock.now_us() + FAILED_US, "failed")
            }
        };
        app.carry_out(&Actor::System, Again { piece: piece.id, at, error }).await?;
    }
    failed.map_or(Ok(done), Err)
}

/// Does a piece; answers when it is due again.
async fn carry_out(app: &App, kind: &str, done: &mut Done) -> Result<i64, Refusal> {
    Ok(match kind {
        "round.urging" => {
            done.reminders += rule_round::run(app).await?;
            let tomorrow = app.clock.today().saturating_add(jiff::Span::new().days(1));
            instant(tomorrow, MORNING.0, MORNING.1)
        }
        "round.files" => {
            done.files += upload::sweep(app).await?;
            app.clock.now_us() + FILES_US
        }
        "round.sealed" => {
            seal::sweep(app).await?;
            sign_in::prune_tries(app).await?;
            app.clock.now_us() + SEALED_US
        }
        _ => {
            done.sheets += reckon::refresh_round(app).await?;
            app.clock.now_us() + SHEETS_US
        }
    })
}
