//! Xem trước: what the duties of units would be under documents as they would stand, before anything is saved.

use caunoi_domain::{
    calendar::Calendar,
    regulation::{
        document::Document,
        ledger::{
            self, Duty, Rules,
            preview::{Change, Extent, compare},
        },
        validity,
    },
};
use caunoi_store::{Conn, duty_sheet, unit};
use jiff::civil::Date;

use super::reckon::{Reckoned, reckon};
use crate::refusal::Refusal;

/// Units that one preview looks at, at most.
pub const UNITS_MAX: i64 = 400;

/// What would change for one unit.
#[derive(Clone, Debug)]
pub struct UnitChange {
    /// The unit's id.
    pub unit_id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What is touched.
    pub changes: Vec<Change>,
    /// How many of each.
    pub extent: Extent,
}

/// What a unit would owe in a year if these documents stood as they are given, beside what it owes now.
///
/// # Errors
/// The store's failure.
pub async fn of_unit(
    conn: &mut Conn<'_>,
    calendar: &Calendar,
    unit: &unit::UnitRow,
    proposed: &[Document],
    year: i16,
    on: Date,
) -> Result<UnitChange, Refusal> {
    let now = reckon(conn, calendar, &unit.id, year..=year, on).await?;
    let then = proposed_duties(&now, calendar, proposed, year, on);
    let (changes, extent) = compare(&now.duties, &then);
    Ok(UnitChange { unit_id: unit.id.clone(), code: unit.code.clone(), name: unit.name.clone(), changes, extent })
}

/// The unit's duties under the register with the proposed documents in place of those of the same id.
fn proposed_duties(now: &Reckoned, calendar: &Calendar, proposed: &[Document], year: i16, on: Date) -> Vec<Duty> {
    let chain: Vec<&str> = now.bound.chain.iter().map(String::as_str).collect();
    let kept = now.documents.iter().filter(|d| !proposed.iter().any(|p| p.id == d.id)).cloned();
    let documents: Vec<Document> = kept.chain(proposed.iter().filter(|d| validity::applies_to(d, &chain)).cloned()).collect();
    ledger::ledger(&Rules::new(&documents), calendar, &now.bound, &now.facts, year..=year, on)
}

/// What would change in a year for every unit with a head that the proposed documents can bind, itself and those below
/// `above` (everywhere where none is named); units for which nothing would change are left out. Answers how many were
/// looked at.
///
/// # Errors
/// The store's failure.
pub async fn of_all(
    conn: &mut Conn<'_>,
    calendar: &Calendar,
    above: Option<&str>,
    proposed: &[Document],
    year: i16,
    on: Date,
) -> Result<(Vec<UnitChange>, usize), Refusal> {
    let (mut all, mut seen) = (Vec::new(), 0);
    for id in duty_sheet::headed(conn, above.unwrap_or_default(), UNITS_MAX).await? {
        let Some(unit) = unit::find(conn, &id).await? else { continue };
        seen += 1;
        let change = of_unit(conn, calendar, &unit, proposed, year, on).await?;
        if !change.extent.is_nothing() {
            all.push(change);
        }
    }
    Ok((all, seen))
}
