//! A village is divided. What was said in it stays with it: nobody guesses to which part it belongs.

use caunoi_domain::{
    problem::What,
    text::fold::exact,
    unit::village::{Basis, Change},
};
use caunoi_store::{Tx, village::Village};

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Divides a village into two or more.
#[derive(Clone, Debug)]
pub struct DivideVillage {
    /// The commune's id.
    pub unit_id: String,
    /// The village.
    pub village: String,
    /// The names of its parts; one of them may keep the old name.
    pub names: Vec<String>,
    /// From which day, by which paper.
    pub basis: Basis,
}

impl Verb for DivideVillage {
    /// The ids of the parts.
    type Done = Vec<String>;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Vec<String>, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let old = villages::settled(tx, &unit.id, &self.village, "village").await?;
        let mut names: Vec<String> = Vec::new();
        for typed in self.names.iter().filter(|n| !n.trim().is_empty()) {
            let name = villages::new_name(tx, &unit.id, typed, &[&old], "names").await?;
            if names.iter().any(|n| exact(n) == exact(&name)) {
                return Err(Refusal::problem("names", What::SameName));
            }
            names.push(name);
        }
        if names.len() < 2 || names.len() > villages::MOST {
            return Err(Refusal::problem("names", What::Number { min: 2, max: i64::try_from(villages::MOST).unwrap_or(9) }));
        }
        villages::end(tx, cx, &[&old], &self.basis).await?;
        let mut parts: Vec<Village> = Vec::new();
        for name in &names {
            parts.push(villages::begin(tx, cx, &unit, name, &[&old], (Change::Divided, &self.basis)).await?);
        }
        let touched: Vec<&Village> = [&old].into_iter().chain(&parts).collect();
        villages::index(tx, cx, &unit, &touched).await?;
        let parts: Vec<&Village> = parts.iter().collect();
        villages::record(tx, cx, &unit, "village.divided", (&old.id, &parts), Some(&self.basis)).await?;
        Ok(parts.iter().map(|v| v.id.clone()).collect())
    }
}
