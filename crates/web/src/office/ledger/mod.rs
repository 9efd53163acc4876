//! Sổ nhiệm vụ theo quy chế: the board of a unit, one duty with its why, entries, the head's year, the superior's table.

mod accepted;
mod act;
mod board;
mod coverage;
mod duty;
mod entry;
mod finding;
mod finding_excuse;
mod limits;
pub(crate) mod lines;
pub(super) mod mine;
mod reception;
mod record;
mod remedial;
mod remedials;
mod reports;
mod substance;
mod substance_lines;
mod superior;
mod urging;
pub(super) mod waiver;
mod years;

use axum::{
    Router,
    routing::{get, post},
};
use caunoi_app::duty::reckon::{self, Reckoned};
use caunoi_domain::{people::policy::Action, regulation::head_record::RecordReader};
use caunoi_store::{
    Conn, beside, duty_sheet, people,
    unit::{self, UnitRow},
};

use self::lines::Posts;
use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
};

/// Addresses of the ledger.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/so-nhiem-vu", get(board::show))
        .route("/cong-viec/so-nhiem-vu/ghi", get(entry::show).post(entry::record))
        .route("/cong-viec/so-nhiem-vu/bo", post(entry::void))
        .route("/cong-viec/so-nhiem-vu/cong-khai", post(act::publish))
        .route("/cong-viec/so-nhiem-vu/thuc-chat", get(substance::show).post(substance::record))
        .route("/cong-viec/so-nhiem-vu/nhac", get(urging::show).post(urging::set))
        .route("/cong-viec/so-nhiem-vu/nhac/gui", post(urging::send))
        .route("/cong-viec/so-nhiem-vu/noi-dung", get(finding::show).post(finding::open))
        .route("/cong-viec/so-nhiem-vu/ly-do", get(accepted::show))
        .route("/cong-viec/so-nhiem-vu/ly-do/rut", post(accepted::withdraw))
        .route("/cong-viec/so-nhiem-vu/noi-dung/chap-nhan", post(finding_excuse::excuse))
        .route("/cong-viec/bao-cao-quy-che", get(reports::show))
        .route("/cong-viec/bao-cao-quy-che/{key}", get(reports::draft))
        .route("/cong-viec/so-nhiem-vu/{key}", get(duty::show))
        .route("/cong-viec/khac-phuc", get(remedials::list))
        .route("/cong-viec/khac-phuc.xlsx", get(remedials::excel))
        .route("/cong-viec/khac-phuc/{id}", get(remedial::show).post(remedial::act))
        .route("/cong-viec/giam-sat", get(coverage::show))
        .route("/cong-viec/giam-sat.xlsx", get(coverage::excel))
        .route("/cong-viec/lich-tiep-cong-dan", get(reception::show).post(reception::set))
        .route("/cong-viec/lich-tiep-cong-dan/huy", post(reception::cancel))
        .route("/cap-tren/han", get(limits::show).post(limits::set))
        .route("/cap-tren/ban-ghi-nam", get(record::show).post(record::open))
        .route("/cap-tren/ban-ghi-nam/thu-hoi", post(record::withdraw))
        .route("/cong-viec/so-nhiem-vu/{key}/don-doc", post(act::urge))
        .route("/cong-viec/so-nhiem-vu/{key}/mien", post(act::waive))
        .route("/nguoi-dung-dau/nam", get(mine::show))
        .route("/cong-viec/nhieu-nam", get(years::of_unit))
        .route("/cong-viec/so-nhiem-vu.xlsx", get(board::excel))
        .route("/cap-tren/so-nhiem-vu/nhieu-nam", get(years::of_superior))
        .route("/cap-tren/so-nhiem-vu", get(superior::show))
        .route("/cap-tren/so-nhiem-vu.xlsx", get(superior::excel))
}

/// The unit whose ledger is asked for by its code: the officer's own, or one below it.
///
/// # Errors
/// Not found for anybody else.
async fn unit_of(web: &Web, desk: &Desk, code: &str) -> Result<UnitRow, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = named(&mut conn, desk, code).await?;
    may_read(&mut conn, desk, &found.id).await?;
    Ok(found)
}

/// The unit of that code, or the officer's own. Whether its ledger may be read is asked beside what is shown of it.
async fn named(conn: &mut Conn<'_>, desk: &Desk, code: &str) -> Result<UnitRow, Fault> {
    desk.allow(Action::ReadLedger)?;
    // A former unit is named by code and period: its code may be another unit's today.
    let found = match code {
        "" => unit::find(conn, &desk.officer.unit_id).await?,
        _ if code.contains('.') => unit::find(conn, code).await?,
        _ => unit::find_current(conn, code).await?,
    };
    found.ok_or(Fault::NotFound)
}

/// A unit's year as its ledger has it, and who holds its posts, where the officer may read it: one statement.
async fn reckoned(web: &Web, conn: &mut Conn<'_>, desk: &Desk, unit_id: &str, year: i16) -> Result<(Reckoned, Posts), Fault> {
    let today = web.app.clock.today();
    let on = today.to_string();
    let ((), r, posts) = beside!(
        conn,
        |c| may_read(c, desk, unit_id),
        |c| async { Ok(reckon::of_year(c, &web.app.calendar(), unit_id, year, today).await?) },
        |c| async { Ok(people::posts(c, unit_id, &on).await?) },
    )?;
    Ok((r, Posts::of(posts)))
}

/// Of the officer's own unit, or of one below it ([`reads_below`]).
///
/// # Errors
/// Not found for anybody else.
async fn may_read(conn: &mut Conn<'_>, desk: &Desk, unit_id: &str) -> Result<(), Fault> {
    desk.allow(Action::ReadLedger)?;
    let own = &desk.officer.unit_id;
    if unit_id == own {
        return Ok(());
    }
    if !reads_below(desk) {
        return Err(Fault::NotFound);
    }
    let (above, below) = beside!(conn, |c| unit::above(c, unit_id), |c| duty_sheet::is_below(c, own, unit_id))?;
    if below || above.iter().any(|u| u.id == *own) { Ok(()) } else { Err(Fault::NotFound) }
}

/// True for who oversees the units below, and for the Front and the HĐND: not for the head of a department.
fn reads_below(desk: &Desk) -> bool {
    RecordReader::of(desk.officer.role).is_some() || desk.allow(Action::OverseeLedger).is_ok()
}

/// The address of a unit's pages: its code today, code and period of a former one.
fn address(unit: &UnitRow) -> String {
    if unit.valid_to.is_some() { unit.id.clone() } else { unit.code.clone() }
}

/// A published source by its title and who published it, whichever of them is told.
fn source(title: &str, publisher: &str) -> String {
    [title, publisher].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The year asked for, within what the ledger can tell; this year otherwise.
fn year_of(asked: &str, today: jiff::civil::Date) -> i16 {
    asked.parse::<i16>().ok().filter(|y| (2014..=today.year() + 1).contains(y)).unwrap_or(today.year())
}
