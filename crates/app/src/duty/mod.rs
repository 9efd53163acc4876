//! The ledger of duties (sổ nhiệm vụ theo quy chế): reckoned from the register and the dated facts, kept for roll-ups,
//! and the dated entries that it is judged by.

pub mod cancel_reception;
pub mod coverage;
pub mod head_record;
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
pub mod waiver_draft;
pub mod withdraw_waiver;

use caunoi_domain::people::{
    actor::Actor,
    policy::{self, Action, Scope},
};
use caunoi_store::{Conn, Tx, unit};

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

/// True where the actor holds a post that leads the own unit, its Party committee or its authority: never the head of one of its
/// other bodies.
#[must_use]
pub fn leads(actor: &Actor) -> bool {
    actor.officer().is_some_and(|o| o.post_id.is_some() && policy::may(actor, Action::DecideLedger, Scope::unit(&o.unit_id)))
}

/// The superior unit whose head the actor is, where what its office drafts about the ledger of this unit is theirs to decide:
/// the Party committee's or the authority's head of a unit above; of a unit with none above, its own. Never the head of one
/// of a unit's other bodies. One statement.
///
/// # Errors
/// The store's failure.
pub async fn decider_of(conn: &mut Conn<'_>, actor: &Actor, unit_id: &str) -> Result<Option<String>, Refusal> {
    let Some(own) = actor.officer().filter(|_| leads(actor)).map(|o| o.unit_id.as_str()) else { return Ok(None) };
    let above = unit::above(conn, unit_id).await?;
    let in_place = if above.is_empty() { own == unit_id } else { above.iter().any(|u| u.id == own) };
    Ok(in_place.then(|| own.to_owned()))
}
