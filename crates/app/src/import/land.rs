//! Rows land in slices, one transaction each; a row that its verb refuses comes back, its neighbours stand.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use caunoi_domain::{import::Column, people::actor::Actor};
use caunoi_store::{
    Tx,
    book::{self as books, BatchRow},
    import_row::{self, Became},
};

use super::{
    book::{Book, From},
    permit,
    run::{Job, Progress, Taken, WrongCell, identity},
};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// A row that can land.
#[derive(Clone, Debug)]
pub(super) struct Good<E> {
    pub row: usize,
    pub from: From,
    /// Where its identity stands, for telling that it is another row's.
    pub column: Option<&'static Column>,
    pub hash: String,
    pub entry: E,
}

/// Lands the rows: in slices, or for a strict import all in one transaction.
pub(super) async fn land<B: Book>(
    app: &App,
    actor: &Actor,
    book: &B,
    job: &Job<'_>,
    new: Vec<Good<B::Entry>>,
    progress: Progress<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let whole = new.len();
    let cx = app.cx(actor);
    let batch = BatchRow {
        id: cx.id(),
        unit_id: job.unit_id.to_owned(),
        kind: B::KIND.to_owned(),
        public_id: cx.public_id().to_i64(),
        at: cx.now_us,
        by_user: actor.id().to_owned(),
        slips_at: None,
        slips_by: String::new(),
    };
    let mut done = 0;
    let size = if job.manner.strict { whole.max(1) } else { B::SLICE };
    for slice in new.chunks(size) {
        let refused = attempt(app, actor, book, &batch, slice, taken).await?;
        match refused {
            Some(wrong) if job.manner.strict => {
                taken.wrong.extend(wrong);
                taken.landed = 0;
            }
            Some(_) => {
                for row in slice {
                    let alone = attempt(app, actor, book, &batch, std::slice::from_ref(row), taken).await?;
                    taken.wrong.extend(alone.unwrap_or_default());
                }
            }
            None => {}
        }
        done += slice.len();
        progress(done, whole);
    }
    let refused: Vec<usize> = taken.wrong.iter().map(|w| w.row).collect();
    taken.identities.retain(|(row, _)| !refused.contains(row));
    Ok(())
}

/// Tries some rows in one transaction; answers the wrong places of the row for which none of them landed.
async fn attempt<B: Book>(
    app: &App,
    actor: &Actor,
    book: &B,
    batch: &BatchRow,
    rows: &[Good<B::Entry>],
    taken: &mut Taken,
) -> Result<Option<Vec<WrongCell>>, Refusal> {
    let at = Arc::new(AtomicUsize::new(0));
    let verb = LandRows { book: book.clone(), batch: batch.clone(), rows: rows.to_vec(), at: Arc::clone(&at) };
    match app.carry_out(actor, verb).await {
        Ok((landed, there)) => {
            taken.landed += landed;
            if landed > 0 {
                taken.batch = Some(batch.public_id);
            }
            taken.there += there;
            Ok(None)
        }
        Err(Refusal::Invalid(problems)) => {
            let row = at.load(Ordering::Relaxed);
            let column = |field: &str| B::columns().iter().find(|c| c.code == field).copied();
            Ok(Some(problems.into_iter().map(|p| WrongCell { row, column: column(p.field), what: p.what }).collect()))
        }
        Err(other) => Err(other),
    }
}

/// Lands some rows in one transaction.
struct LandRows<B: Book> {
    book: B,
    batch: BatchRow,
    rows: Vec<Good<B::Entry>>,
    /// The row that is being landed, so that a refusal can name it.
    at: Arc<AtomicUsize>,
}

impl<B: Book> Verb for LandRows<B> {
    /// How many landed, how many another import had landed meanwhile.
    type Done = (usize, usize);

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(usize, usize), Refusal> {
        permit::check::<B>(tx, &cx.actor, &self.batch.unit_id).await?;
        let (mut landed, mut there) = (0, 0);
        for g in &self.rows {
            self.at.store(g.row, Ordering::Relaxed);
            let identity = identity::<B>(&self.batch.unit_id, &g.from);
            if import_row::find(tx, identity).await?.is_some() || self.book.stands(tx, &g.entry).await? {
                there += 1;
                continue;
            }
            let target = self.book.land(tx, cx, &g.from, &g.entry).await?;
            books::open_batch(tx, &self.batch).await?;
            let seq = i64::try_from(g.row).unwrap_or(i64::MAX);
            let became = Became { row_hash: &g.hash, target_id: &target, batch_id: &self.batch.id, seq };
            import_row::add(tx, identity, became, cx.now_us).await?;
            landed += 1;
        }
        Ok((landed, there))
    }
}
