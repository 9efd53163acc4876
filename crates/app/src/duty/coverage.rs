//! Ai giám sát ai: the coverage of a year by kind of supervising body, with the units and what was recorded of each (S1.4).

use std::collections::BTreeMap;

use caunoi_domain::regulation::{
    clause::ClauseKind,
    entry::SupervisorKind,
    ledger::coverage::{self, Asked, Coverage, Supervised},
};
use caunoi_store::{
    Conn, beside,
    duty_coverage::{self, SupervisionRow},
};
use jiff::civil::Date;

use super::table::{self, As, Line};
use crate::refusal::Refusal;

/// A unit with what its rules ask and what was recorded.
#[derive(Clone, Debug)]
pub struct UnitCoverage {
    /// The unit as a line of the superior's table.
    pub line: Line,
    /// What its rules ask of its heads together.
    pub asked: Asked,
    /// Recorded supervisions, by their day.
    pub seen: Vec<SupervisionRow>,
}

/// The coverage of a year as it is known on a day.
#[derive(Clone, Debug)]
pub struct YearCoverage {
    /// In numbers.
    pub coverage: Coverage,
    /// Unit by unit, in administrative order.
    pub units: Vec<UnitCoverage>,
}

/// Who supervised whom in a year: a unit and those of which it is the superior.
///
/// # Errors
/// The store's failure.
pub async fn of_year(conn: &mut Conn<'_>, above: &str, year: i16, on: Date) -> Result<YearCoverage, Refusal> {
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let (lines, rows) = beside!(conn, |c| table::table(c, above, year, on, 0, As::Then), |c| async {
        Ok(duty_coverage::supervisions(c, above, &first, &last).await?)
    },)?;
    let seen: Vec<Supervised> =
        rows.iter().filter_map(|r| Some(Supervised { unit: r.unit_id.clone(), by: kind(r), on: r.on_day.parse().ok()? })).collect();
    let mut by_unit: BTreeMap<String, Vec<SupervisionRow>> = BTreeMap::new();
    for r in rows.into_iter().filter(|r| r.on_day.parse::<Date>().is_ok_and(|d| d <= on)) {
        by_unit.entry(r.unit_id.clone()).or_default().push(r);
    }
    let units: Vec<UnitCoverage> = lines
        .into_iter()
        .map(|line| {
            let c = line.cells.get(ClauseKind::Supervision.code()).copied().unwrap_or_default();
            let done = c.met + c.late;
            let asked = Asked { unit: line.unit_id.clone(), due: done + c.breached + c.soon + c.due, done };
            UnitCoverage { asked, seen: by_unit.remove(&line.unit_id).unwrap_or_default(), line }
        })
        .collect();
    let asked: Vec<Asked> = units.iter().map(|u| u.asked.clone()).collect();
    Ok(YearCoverage { coverage: coverage::coverage(&asked, &seen, on), units })
}

/// Which kind of body supervised, where that was told.
#[must_use]
pub fn kind(r: &SupervisionRow) -> Option<SupervisorKind> {
    r.by_kind.parse().ok()
}
