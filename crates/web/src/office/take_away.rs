//! Tải về Excel: a table of the institution as a workbook, by the same policy as its page.

use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_app::export::{self, Table};
use caunoi_domain::people::policy::Action;

use super::intake::download_workbook;
use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
    taken_sheet,
};

/// `GET /cong-viec/tai-ve/{table}`
///
/// # Errors
/// Not for this officer; no such table.
pub async fn workbook(State(web): State<Web>, desk: Desk, Path(table): Path<String>) -> Result<Response, Fault> {
    let table: Table = table.parse().map_err(|_| Fault::NotFound)?;
    desk.allow(match table {
        Table::Opinions => Action::ReadOpinions,
        Table::People => Action::Administer,
        _ => Action::ReadFollowUp,
    })?;
    let taken = export::take(&web.app, Some(&desk.actor), table).await?;
    let bytes = taken_sheet::xlsx(&taken).map_err(|_| Fault::Broken)?;
    let day = web.app.clock.today();
    Ok(download_workbook(&format!("{}-{day}.xlsx", taken_sheet::name(table).1), bytes))
}
