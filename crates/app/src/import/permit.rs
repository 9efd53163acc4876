//! Who may import which book: a unit's own by its officers; the installation's (calendar, units, published facts) by the
//! operator, and by an administrator whose unit is above every other unit that has an administrator here.

use caunoi_domain::people::{
    actor::Actor,
    policy::{self, Action, Scope},
};
use caunoi_store::{Conn, people};

use super::Book;
use crate::refusal::Refusal;

/// Refuses an actor who may not import this kind of book for that unit.
///
/// # Errors
/// [`Refusal::NotAllowed`]; the store's failure.
pub async fn check<B: Book>(conn: &mut Conn<'_>, actor: &Actor, unit_id: &str) -> Result<(), Refusal> {
    let may = match actor {
        Actor::Officer(o) if !B::OF_UNIT => keeps(conn, actor, B::ACTION, &o.unit_id).await?,
        _ => policy::may(actor, B::ACTION, Scope::unit(unit_id)),
    };
    if may { Ok(()) } else { Err(Refusal::NotAllowed(B::ACTION)) }
}

/// True where that officer keeps what belongs to the whole installation.
///
/// # Errors
/// The store's failure.
pub async fn keeps(conn: &mut Conn<'_>, actor: &Actor, action: Action, unit_id: &str) -> Result<bool, Refusal> {
    Ok(policy::may(actor, action, Scope::unit(unit_id)) && alone(conn, unit_id).await?)
}

/// True where no other unit of the installation has administrators.
///
/// # Errors
/// The store's failure.
pub async fn alone(conn: &mut Conn<'_>, unit_id: &str) -> Result<bool, Refusal> {
    Ok(!people::has_other_administrators(conn, unit_id).await?)
}
