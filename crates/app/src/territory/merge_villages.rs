//! Villages are merged into one.

use caunoi_domain::{
    problem::What,
    unit::village::{Basis, Change},
};
use caunoi_store::{Tx, village::Village};

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Merges two or more villages of a commune.
#[derive(Clone, Debug)]
pub struct MergeVillages {
    /// The commune's id.
    pub unit_id: String,
    /// The villages.
    pub villages: Vec<String>,
    /// The name of the one that they become; it may be one of theirs.
    pub name: String,
    /// From which day, by which paper.
    pub basis: Basis,
}

impl Verb for MergeVillages {
    /// The id of the new village.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let mut old: Vec<Village> = Vec::new();
        for id in &self.villages {
            let found = villages::settled(tx, &unit.id, id, "villages").await?;
            if old.iter().all(|v| v.id != found.id) {
                old.push(found);
            }
        }
        if old.len() < 2 || old.len() > villages::MOST {
            return Err(Refusal::problem("villages", What::Number { min: 2, max: i64::try_from(villages::MOST).unwrap_or(9) }));
        }
        let ending: Vec<&Village> = old.iter().collect();
        let name = villages::new_name(tx, &unit.id, &self.name, &ending, "name").await?;
        villages::end(tx, cx, &ending, &self.basis).await?;
        let new = villages::begin(tx, cx, &unit, &name, &ending, (Change::Merged, &self.basis)).await?;
        let touched: Vec<&Village> = ending.iter().copied().chain([&new]).collect();
        villages::index(tx, cx, &unit, &touched).await?;
        villages::record(tx, cx, &unit, "village.merged", (&new.id, &ending), Some(&self.basis)).await?;
        Ok(new.id)
    }
}
