//! A new password for an account, by the operator; every session of it ends.

use caunoi_domain::people::{actor::Actor, policy::Action};
use caunoi_store::{Tx, people};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Gives an account a new password. Only the operator's command does.
#[derive(Clone, Debug)]
pub struct ResetPassword {
    /// Sign-in name.
    pub login: String,
    /// From [`super::account::hash_password`].
    pub password_hash: String,
}

impl Verb for ResetPassword {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if cx.actor != Actor::System {
            return Err(Refusal::NotAllowed(Action::Administer));
        }
        let (id, unit_id, province_id) = people::home_of(tx, &self.login).await?.ok_or(Refusal::NotFound("account"))?;
        people::set_password(tx, &id, &self.password_hash).await?;
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
