//! Roles of an account: given for a body from a day on, ended on a day. Nobody gives a role to themselves: an administrator
//! who could would open opinions (L7).

use caunoi_domain::{
    people::{
        actor::Role,
        policy::{Action, Scope},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    account::{self, AccountView},
    people::{self, GrantRow},
};
use jiff::civil::Date;

use super::tell;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Gives an account a role for a body. A head's role comes with a post only ([`super::appoint::Appoint`]).
#[derive(Clone, Debug)]
pub struct GrantRole {
    /// The administrator's unit.
    pub unit_id: String,
    /// Sign-in name.
    pub login: String,
    /// The role.
    pub role: Role,
    /// The body.
    pub body_id: String,
    /// First day.
    pub from: Date,
}

impl Verb for GrantRole {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let found = account_of(tx, cx, &self.unit_id, &self.login).await?;
        if self.role == Role::Head {
            return Err(Refusal::problem("role", What::NotAChoice));
        }
        if people::body(tx, &self.body_id).await?.is_none_or(|b| b.unit_id != self.unit_id) {
            return Err(Refusal::problem("body", What::NotAChoice));
        }
        let (id, from_on) = (cx.id(), self.from.to_string());
        let grant = GrantRow {
            id: &id,
            user_id: &found.id,
            role: self.role,
            unit_id: &self.unit_id,
            body_id: &self.body_id,
            post_id: None,
            tenure_id: "",
            from_on: &from_on,
            to_on: None,
        };
        people::grant(tx, &grant).await?;
        let data = vec![("role", Datum::Code(self.role.code().to_owned())), ("body", Datum::Id(self.body_id.clone()))];
        tell(tx, cx, &self.unit_id, "role.given", ("account", &found.id), data).await
    }
}

/// Ends a role of an account.
#[derive(Clone, Debug)]
pub struct EndRole {
    /// The administrator's unit.
    pub unit_id: String,
    /// Sign-in name.
    pub login: String,
    /// The role's id.
    pub grant_id: String,
    /// Last day.
    pub to: Date,
}

impl Verb for EndRole {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let found = account_of(tx, cx, &self.unit_id, &self.login).await?;
        if !found.roles.iter().any(|r| r.id == self.grant_id) {
            return Err(Refusal::NotFound("role"));
        }
        if !account::end_role(tx, &self.grant_id, &self.to.to_string()).await? {
            return Err(Refusal::not_now("ended"));
        }
        tell(tx, cx, &self.unit_id, "role.ended", ("account", &found.id), vec![("to", Datum::date(self.to))]).await
    }
}

/// An account of the unit that is not the administrator's own.
async fn account_of(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, login: &str) -> Result<AccountView, Refusal> {
    cx.allow(Action::Administer, Scope::unit(unit_id))?;
    let found = account::of_unit(tx, unit_id, login).await?.into_iter().next().ok_or(Refusal::NotFound("account"))?;
    if cx.actor.officer().is_some_and(|o| o.user_id == found.id) {
        return Err(Refusal::problem("role", What::OwnAccount));
    }
    Ok(found)
}
