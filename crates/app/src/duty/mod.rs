//! The ledger of duties (sổ nhiệm vụ theo quy chế): reckoned from the register and the dated facts, kept for roll-ups,
//! and the dated entries that it is judged by.

pub mod cancel_reception;
pub mod coverage;
pub mod preview;
pub mod publish_year;
pub mod reckon;
pub mod record_entry;
pub mod record_speech;
pub mod remedial;
pub mod set_own_limit;
pub mod set_reception;
pub mod table;
pub mod urge_duty;
pub mod void_entry;
pub mod waive;

use caunoi_domain::people::policy::{Action, Scope};
use caunoi_store::{Tx, unit};

use crate::{context::Cx, refusal::Refusal};

/// The unit, where the actor's own unit stands above it and may oversee its ledger.
async fn below(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<unit::UnitRow, Refusal> {
    let found = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    for above in unit::above(tx, unit_id).await? {
        if cx.allow(Action::OverseeLedger, Scope::unit(&above.id)).is_ok() {
            return Ok(found);
        }
    }
    Err(Refusal::NotAllowed(Action::OverseeLedger))
}
