//! A body bears another name from a day on: papers of earlier days keep the earlier one (S0.18).

use caunoi_domain::{
    people::{
        policy::{Action, Scope},
        succession::{BodyName, name_on},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, body_name, people};
use jiff::civil::Date;

use super::{needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Gives a body a name from a day on; an earlier day fills in its history.
#[derive(Clone, Debug)]
pub struct RenameBody {
    /// The body.
    pub body_id: String,
    /// The name.
    pub name: String,
    /// Organ in document symbols.
    pub symbol: String,
    /// First day of the name, not after today.
    pub from: Date,
    /// What it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

impl Verb for RenameBody {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let body = people::body(tx, &self.body_id).await?.ok_or(Refusal::NotFound("body"))?;
        cx.allow(Action::Administer, Scope::unit(&body.unit_id))?;
        needed(&self.name, "name")?;
        needed(&self.symbol, "symbol")?;
        needed(&self.source, "source")?;
        if self.from > cx.today {
            return Err(Refusal::problem("from_on", What::DayOutOfOrder));
        }
        let mut names: Vec<BodyName> =
            body_name::names(tx, &body.unit_id).await?.into_iter().filter(|(id, _)| *id == body.id).map(|(_, n)| n).collect();
        if names.is_empty() {
            let first = BodyName {
                id: cx.id(),
                name: body.name.clone(),
                symbol: body.symbol.clone(),
                from: None,
                source: String::new(),
                confirmed: true,
            };
            body_name::add_name(tx, &body.id, &first).await?;
            names.push(first);
        }
        let new = BodyName {
            id: cx.id(),
            name: self.name.clone(),
            symbol: self.symbol.clone(),
            from: Some(self.from),
            source: self.source.clone(),
            confirmed: self.confirmed,
        };
        body_name::add_name(tx, &body.id, &new).await?;
        names.push(new);
        if let Some(now) = name_on(&names, cx.today) {
            body_name::set_name(tx, &body.id, &now.name, &now.symbol).await?;
        }
        let data = vec![("from", Datum::date(self.from)), ("name", cx.commit(self.name.as_bytes()))];
        tell(tx, cx, &body.unit_id, "body.named", ("body", &body.id), data).await
    }
}
