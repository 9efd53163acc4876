//! A province's public page: its communes in Vietnamese order.

use caunoi_domain::unit::{Period, unit_id};

use crate::{args, db::Conn, error::Result, statements};

/// A commune of a province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Code.
    pub code: String,
    /// Name with its kind.
    pub name: String,
    /// Invented for the demonstration.
    pub demo: bool,
}

/// The province of that code with its communes; `None` where there is none.
///
/// # Errors
/// The engine's words.
pub async fn communes(conn: &mut Conn<'_>, code: &str) -> Result<Option<(String, String, Vec<Commune>)>> {
    let id = unit_id(code, Period::From2025);
    let rows = conn.all(COMMUNES, args![&id]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let name = first.get("province")?;
    let communes = rows
        .iter()
        .filter_map(|r| {
            let read = || -> Result<Option<Commune>> {
                let Some(code) = r.get::<Option<String>>("code")? else { return Ok(None) };
                Ok(Some(Commune { code, name: r.get("name")?, demo: r.get::<String>("period")? == Period::Demo.code() }))
            };
            read().transpose()
        })
        .collect::<Result<_>>()?;
    Ok(Some((id, name, communes)))
}

statements! {
    COMMUNES = "SELECT p.name AS province, u.code, u.name, u.period FROM unit p LEFT JOIN unit u ON u.parent_id = p.id AND u.level = 'commune' \
                WHERE p.id = $1 AND p.level = 'province' ORDER BY u.sort, u.id";
}
