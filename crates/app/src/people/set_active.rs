//! An account is closed, or opened again: its sessions end at once; roles and tenures stay as they were.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, account, people};

use super::tell;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Lets an account of the unit sign in, or no longer.
#[derive(Clone, Debug)]
pub struct SetActive {
    /// The administrator's unit.
    pub unit_id: String,
    /// Sign-in name.
    pub login: String,
    /// May sign in.
    pub active: bool,
}

impl Verb for SetActive {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let found = account::of_unit(tx, &self.unit_id, &self.login).await?.into_iter().next().ok_or(Refusal::NotFound("account"))?;
        if cx.actor.officer().is_some_and(|o| o.user_id == found.id) {
            return Err(Refusal::problem("", What::OwnAccount));
        }
        // Pressed twice: it is so.
        if found.active == self.active {
            return Ok(());
        }
        account::set_active(tx, &found.id, self.active).await?;
        people::close_sessions_of(tx, &found.id).await?;
        let state = if self.active { "open" } else { "closed" };
        tell(tx, cx, &self.unit_id, "account.state", ("account", &found.id), vec![("state", Datum::Code(state.to_owned()))]).await
    }
}
