//! A new one-time password for an account, by the operator or an administrator of its unit; every session of it ends.

use caunoi_domain::{
    people::{
        actor::Actor,
        policy::{Action, Scope},
    },
    problem::What,
};
use caunoi_store::{Tx, people};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Gives an account a new password. An administrator gives one-time passwords only, and none to themselves.
#[derive(Clone)]
pub struct ResetPassword {
    /// Sign-in name.
    pub login: String,
    /// From [`super::account::hash_password`].
    pub password_hash: String,
    /// The person sets their own at the next sign-in.
    pub must_change: bool,
}

impl std::fmt::Debug for ResetPassword {
    /// Without the hash, which is another each time that it is made.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResetPassword").field("login", &self.login).field("must_change", &self.must_change).finish_non_exhaustive()
    }
}

impl Verb for ResetPassword {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (id, unit_id, province_id) = people::home_of(tx, &self.login).await?.ok_or(Refusal::NotFound("account"))?;
        cx.allow(Action::Administer, Scope::unit(&unit_id))?;
        if cx.actor.officer().is_some_and(|o| o.user_id == id) {
            return Err(Refusal::problem("", What::OwnAccount));
        }
        people::set_password(tx, &id, &self.password_hash, self.must_change || cx.actor != Actor::System).await?;
        let happened = Happened {
            kind: "account.password_reset",
            unit_id: &unit_id,
            province_id: &province_id,
            subject_kind: "account",
            subject: &id,
            data: Vec::new(),
        };
        cx.record(tx, happened).await
    }
}
