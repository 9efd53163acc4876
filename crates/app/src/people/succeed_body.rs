//! Kế tục: from a day on one body does what another did (S0.18). Entered anew with the paper, a day that was not confirmed
//! is superseded.

use caunoi_domain::{
    people::{
        policy::{Action, Scope},
        succession::Succession,
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, body_name, people};
use jiff::{ToSpan as _, civil::Date};

use super::{needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Enters that a body follows another.
#[derive(Clone, Debug)]
pub struct SucceedBody {
    /// The earlier body.
    pub old_id: String,
    /// The later body.
    pub new_id: String,
    /// From when the later one acts.
    pub on: Date,
    /// The paper.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

impl Verb for SucceedBody {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let old = people::body(tx, &self.old_id).await?.ok_or_else(|| Refusal::problem("old", What::NotAChoice))?;
        let new = people::body(tx, &self.new_id).await?.ok_or_else(|| Refusal::problem("new", What::NotAChoice))?;
        cx.allow(Action::Administer, Scope::unit(&new.unit_id))?;
        cx.allow(Action::Administer, Scope::unit(&old.unit_id))?;
        needed(&self.source, "source")?;
        if old.id == new.id {
            return Err(Refusal::problem("new", What::NotAChoice));
        }
        body_name::void_succession(tx, &old.id, &new.id, cx.now_us).await?;
        let line =
            Succession { old: old.id.clone(), new: new.id.clone(), on: self.on, source: self.source.clone(), confirmed: self.confirmed };
        body_name::add_succession(tx, &cx.id(), &line).await?;
        let last = self.on.checked_sub(1.day()).unwrap_or(self.on);
        body_name::end(tx, &old.id, &last.to_string()).await?;
        let data = vec![("new", Datum::Id(new.id.clone())), ("on", Datum::date(self.on))];
        tell(tx, cx, &new.unit_id, "body.succeeded", ("body", &old.id), data).await
    }
}
