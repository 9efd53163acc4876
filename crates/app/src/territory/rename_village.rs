//! A village is renamed: the old name ends, the new one begins, and what was said under the old one keeps it.

use caunoi_domain::unit::village::{Basis, Change};
use caunoi_store::Tx;

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Renames a village.
#[derive(Clone, Debug)]
pub struct RenameVillage {
    /// The commune's id.
    pub unit_id: String,
    /// The village.
    pub village: String,
    /// Its new name.
    pub name: String,
    /// From which day, by which paper.
    pub basis: Basis,
}

impl Verb for RenameVillage {
    /// The id of the village under its new name.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let old = villages::settled(tx, &unit.id, &self.village, "village").await?;
        let name = villages::new_name(tx, &unit.id, &self.name, &[], "name").await?;
        villages::end(tx, cx, &[&old], &self.basis).await?;
        let new = villages::begin(tx, cx, &unit, &name, &[&old], (Change::Renamed, &self.basis)).await?;
        villages::index(tx, cx, &unit, &[&old, &new]).await?;
        villages::record(tx, cx, &unit, "village.renamed", (&new.id, &[&old]), Some(&self.basis)).await?;
        Ok(new.id)
    }
}
