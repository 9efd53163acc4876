//! What an office lacks before its first dialogue, for its administrator's page and for `caunoi init`.

use caunoi_domain::{
    calendar::Calendar,
    people::{readiness::Ready, tenure},
    unit::Level,
};
use caunoi_store::{Conn, account, beside, tenure as rows, unit};
use jiff::civil::Date;

/// How far the office of a unit has come.
///
/// # Errors
/// The store's failure.
pub async fn of(conn: &mut Conn<'_>, calendar: &Calendar, unit_id: &str, today: Date) -> caunoi_store::Result<Ready> {
    let (n, held, unit) = beside!(conn, |c| account::progress(c, unit_id), |c| rows::of_unit(c, unit_id), |c| unit::find(c, unit_id))?;
    let level = unit.map_or(Level::Commune, |u| u.level);
    let vacant = held.iter().filter(|h| tenure::on(&h.tenures, &h.leaves, today).holder.is_none()).count();
    Ok(Ready {
        level,
        secretaries: n.secretaries,
        heads: n.heads,
        villages: n.villages,
        councils: n.councils,
        vacant: i64::try_from(vacant).unwrap_or(i64::MAX),
        one_time: n.one_time,
        rules: n.rules,
        unconfirmed: n.unconfirmed,
        calendar: confirmed(calendar, today),
    })
}

/// The days off of this year and the next are listed and confirmed, and every switch is decided.
fn confirmed(calendar: &Calendar, today: Date) -> bool {
    let year = |y: i16| calendar.years().any(|k| i64::from(k.year) == i64::from(y) && k.confirmed);
    year(today.year()) && year(today.year() + 1) && calendar.switches().iter().all(|s| s.confirmed)
}
