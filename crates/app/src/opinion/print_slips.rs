//! In phiếu: the slips of the rows that one import landed, for printing. They are shown once, for half an hour, to one
//! officer: afterwards nobody in the office can see a second secret of them again (docs/adr, "Slips of imported rows").

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    book::{self as books, BatchLine},
    opinion, unit,
};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::{
        import_book,
        receipt::{self, Slip},
    },
    refusal::Refusal,
};

/// For so long the same officer may print them again: paper jams, microseconds.
const AGAIN_US: i64 = 30 * 60 * 1_000_000;

/// Shows the slips of an import, once.
#[derive(Clone, Debug)]
pub struct PrintSlips {
    /// Public id of the import.
    pub batch: i64,
}

impl Verb for PrintSlips {
    type Done = Vec<(BatchLine, Slip)>;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Self::Done, Refusal> {
        let batch = books::batch(tx, self.batch).await?.ok_or(Refusal::NotFound("batch"))?;
        cx.allow(Action::EnterOpinion, Scope::unit(&batch.unit_id))?;
        match batch.slips_at {
            None => books::mark_slips(tx, &batch.id, cx.now_us, cx.actor.id()).await?,
            Some(at) if batch.slips_by == cx.actor.id() && cx.now_us < at + AGAIN_US => {}
            Some(_) => return Err(Refusal::not_now("printed")),
        }
        let here = unit::find(tx, &batch.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let mut slips = Vec::new();
        for line in books::batch_opinions(tx, &batch.id).await? {
            let slip = import_book::slip(&cx.keys, &batch.unit_id, &line.source_id);
            // A code that was given again at the counter has another slip.
            if opinion::by_code(tx, receipt::code_hash(&cx.keys, slip.code)).await?.is_some() {
                slips.push((line, slip));
            }
        }
        cx.record(
            tx,
            Happened {
                kind: "slips.shown",
                unit_id: &here.id,
                province_id: &here.province_id,
                subject_kind: "batch",
                subject: &batch.id,
                data: vec![("slips", Datum::Int(i64::try_from(slips.len()).unwrap_or(0)))],
            },
        )
        .await?;
        Ok(slips)
    }
}

/// A row that landed, as the office is told of it: the code reads its thread; the second secret is not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landed {
    /// The code of its slip.
    pub code: String,
    /// Title of its first matter.
    pub title: String,
}

/// What an import landed.
///
/// # Errors
/// [`Refusal::NotFound`]; the store's failure.
pub async fn landed(app: &App, batch: i64) -> Result<Vec<Landed>, Refusal> {
    let mut conn = app.store.read().await?;
    let batch = books::batch(&mut conn, batch).await?.ok_or(Refusal::NotFound("batch"))?;
    let lines = books::batch_opinions(&mut conn, &batch.id).await?;
    let code = |l: &BatchLine| import_book::slip(&app.keys, &batch.unit_id, &l.source_id).code.to_string();
    Ok(lines.into_iter().map(|l| Landed { code: code(&l), title: l.title }).collect())
}
