//! Many rows by one statement: the national lists are 25,000 rows, and a round trip for each would take PostgreSQL half a
//! minute.

use crate::{
    db::{Arg, Tx},
    error::Result,
};

/// Rows of one statement.
pub(crate) const ROWS: usize = 100;

/// The text of one statement for [`ROWS`] rows of so many columns: `INSERT … VALUES ($1, $2), ($3, $4) … ON CONFLICT …`.
#[must_use]
pub(crate) fn text(head: &str, columns: usize, tail: &str) -> String {
    let row = |n: usize| {
        let places: Vec<String> = (1..=columns).map(|c| format!("${}", n * columns + c)).collect();
        format!("({})", places.join(", "))
    };
    format!("{head} {} {tail}", (0..ROWS).map(row).collect::<Vec<_>>().join(", "))
}

/// Writes rows: whole batches by the statement of many, the rest by that of one.
///
/// # Errors
/// The engine's words.
pub(crate) async fn write(tx: &mut Tx<'_>, many: &'static str, one: &'static str, rows: Vec<Vec<Arg>>) -> Result<()> {
    let mut rest = rows;
    while rest.len() >= ROWS {
        let later = rest.split_off(ROWS);
        tx.exec(many, rest.into_iter().flatten().collect()).await?;
        rest = later;
    }
    for row in rest {
        tx.exec(one, row).await?;
    }
    Ok(())
}
