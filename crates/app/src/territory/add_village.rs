//! A village is added to the list of its commune.

use caunoi_domain::problem::What;
use caunoi_store::{
    Tx,
    village::{self, Village},
};
use jiff::civil::Date;

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Adds a village that the list does not hold yet.
#[derive(Clone, Debug)]
pub struct AddVillage {
    /// The commune's id.
    pub unit_id: String,
    /// Name with its kind: "Thôn Bến Gỗ".
    pub name: String,
    /// Its first day, where it is known.
    pub from_on: Option<Date>,
    /// Where it is known from: a resolution, or the office's own list.
    pub paper: String,
}

impl Verb for AddVillage {
    /// The village's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let name = villages::new_name(tx, &unit.id, &self.name, &[], "name").await?;
        if self.from_on.is_some_and(|day| day > cx.today) {
            return Err(Refusal::problem("on_day", What::DayOutOfOrder));
        }
        let row = Village {
            id: cx.id(),
            unit_id: unit.id.clone(),
            name,
            valid_from: self.from_on.map(|d| d.to_string()),
            valid_to: None,
            source: self.paper.clone(),
        };
        village::add(tx, &row).await?;
        villages::index(tx, cx, &unit, &[&row]).await?;
        villages::record(tx, cx, &unit, "village.added", (&row.id, &[]), None).await?;
        Ok(row.id)
    }
}
