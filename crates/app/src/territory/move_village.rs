//! A village goes to another commune: its own office gives it away, and the other one receives it into its list. Nobody
//! writes in the list of another commune.

use caunoi_domain::{
    problem::What,
    unit::{
        Level,
        village::{Basis, Change},
    },
};
use caunoi_store::{
    Tx, unit,
    village::{self, Move},
};

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Gives a village away to another commune.
#[derive(Clone, Debug)]
pub struct GiveVillageAway {
    /// The commune's id.
    pub unit_id: String,
    /// The village.
    pub village: String,
    /// Code of the commune that it goes to.
    pub to_code: String,
    /// From which day, by which paper.
    pub basis: Basis,
}

impl Verb for GiveVillageAway {
    /// The id of the move.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let old = villages::settled(tx, &unit.id, &self.village, "village").await?;
        let to = unit::find_current(tx, self.to_code.trim()).await?.filter(|u| u.level == Level::Commune && u.id != unit.id);
        let to = to.ok_or_else(|| Refusal::problem("to", What::NotAChoice))?;
        let began = old.valid_from.as_deref().and_then(|d| d.parse().ok());
        self.basis.check(&[began], cx.today).map_err(Refusal::Invalid)?;
        let row = Move {
            id: villages::move_id(cx),
            village_id: old.id.clone(),
            village: old.name.clone(),
            from_unit_id: unit.id.clone(),
            from_name: unit.name.clone(),
            to_unit_id: to.id,
            to_name: to.name,
            on_day: self.basis.on.to_string(),
            paper: self.basis.paper.clone(),
        };
        village::send(tx, &row, cx.now_us, cx.actor.id()).await?;
        villages::record(tx, cx, &unit, "village.given_away", (&old.id, &[]), Some(&self.basis)).await?;
        Ok(row.id)
    }
}

/// Receives a village that another commune gives away.
#[derive(Clone, Debug)]
pub struct ReceiveVillage {
    /// The receiving commune's id.
    pub unit_id: String,
    /// The id of the move.
    pub id: String,
}

impl Verb for ReceiveVillage {
    /// The id of the village in its new commune.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let found = village::find_move(tx, &self.id).await?.filter(|m| m.to_unit_id == unit.id);
        let m = found.ok_or(Refusal::NotFound("village_move"))?;
        let from = unit::find(tx, &m.from_unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let old = villages::in_force(tx, &from.id, &m.village_id, "village").await?;
        let on = m.on_day.parse().map_err(|_| Refusal::Broken(format!("village_move {}: {}", m.id, m.on_day)))?;
        let basis = Basis { on, paper: m.paper.clone() };
        let name = villages::new_name(tx, &unit.id, &old.name, &[], "village").await?;
        villages::end(tx, cx, &[&old], &basis).await?;
        let new = villages::begin(tx, cx, &unit, &name, &[&old], (Change::Moved, &basis)).await?;
        village::receive(tx, &m.id, cx.now_us).await?;
        villages::index(tx, cx, &from, &[&old]).await?;
        villages::index(tx, cx, &unit, &[&new]).await?;
        villages::record(tx, cx, &unit, "village.moved", (&new.id, &[&old]), Some(&basis)).await?;
        Ok(new.id)
    }
}
