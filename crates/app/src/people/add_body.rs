//! A body that a unit has (S0.2: sở, hospitals and schools too), with where it is known from.

use caunoi_domain::{
    people::{
        body::BodyKind,
        policy::{Action, Scope},
        succession::BodyName,
    },
    problem::What,
    record::event::Datum,
    text::fold::fold,
};
use caunoi_store::{
    Tx, body_name,
    people::{self, BodyRow},
};
use jiff::civil::Date;

use super::{needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Adds a body to a unit.
#[derive(Clone, Debug)]
pub struct AddBody {
    /// The unit.
    pub unit_id: String,
    /// Kind.
    pub kind: BodyKind,
    /// Name as it stands on papers.
    pub name: String,
    /// Organ in document symbols.
    pub symbol: String,
    /// False: is reached by a dispatch on paper.
    pub has_account: bool,
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day, for a body that is no more.
    pub to: Option<Date>,
    /// What it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

impl Verb for AddBody {
    /// The body's id.
    type Done = String;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        needed(&self.name, "name")?;
        needed(&self.symbol, "symbol")?;
        needed(&self.source, "source")?;
        if self.to.zip(self.from).is_some_and(|(to, from)| to < from) {
            return Err(Refusal::problem("to_on", What::DayOutOfOrder));
        }
        let (name, there) = (fold(&self.name), people::bodies(tx, &self.unit_id).await?);
        if there.iter().any(|b| fold(&b.name) == name) {
            return Err(Refusal::problem("name", What::AlreadyThere));
        }
        let row = BodyRow {
            id: cx.id(),
            unit_id: self.unit_id.clone(),
            kind: self.kind,
            name: self.name.clone(),
            symbol: self.symbol.clone(),
            has_account: self.has_account,
        };
        people::put_body(tx, &row).await?;
        let (from, to) = (self.from.map(|d| d.to_string()), self.to.map(|d| d.to_string()));
        body_name::set_period(tx, &row.id, from.as_deref(), to.as_deref(), &self.source, self.confirmed).await?;
        let first = BodyName {
            id: cx.id(),
            name: self.name.clone(),
            symbol: self.symbol.clone(),
            from: None,
            source: self.source.clone(),
            confirmed: self.confirmed,
        };
        body_name::add_name(tx, &row.id, &first).await?;
        let data = vec![("kind", Datum::Code(self.kind.code().to_owned())), ("name", cx.commit(self.name.as_bytes()))];
        tell(tx, cx, &self.unit_id, "body.added", ("body", &row.id), data).await?;
        Ok(row.id)
    }
}
