//! A person sets their own password: after a one-time one nothing else is done before.

use caunoi_domain::{
    people::actor::Actor,
    problem::{Problem, What},
};
use caunoi_store::{Tx, people};

use super::{
    account::{check_password, good_password, hash_password},
    sign_in::{self, SignedInAs},
    tell,
};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

struct ChangePassword {
    user_id: String,
    unit_id: String,
    password_hash: String,
}

impl Verb for ChangePassword {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        people::set_password(tx, &self.user_id, &self.password_hash, false).await?;
        tell(tx, cx, &self.unit_id, "account.password_changed", ("account", &self.user_id), Vec::new()).await
    }
}

/// Sets a password of one's own; every session ends and a new one begins, whose token this answers.
///
/// # Errors
/// What is wrong with what was typed; the store's failure.
pub async fn change_password(app: &App, actor: &Actor, old: String, new: String, again: &str) -> Result<String, Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotFound("account"))?;
    let (login, hash) = people::credentials(&mut app.store.read().await?, &officer.user_id).await?.ok_or(Refusal::NotFound("account"))?;
    sign_in::count_try(app, "password", &officer.user_id, 10).await?;
    let mut wrong = Vec::new();
    if !check_password(hash.clone(), old).await? {
        wrong.push(Problem::new("old", What::WrongPassword));
    }
    if let Err(what) = good_password(&login, &new) {
        wrong.push(Problem::new("new", what));
    } else if check_password(hash, new.clone()).await? {
        wrong.push(Problem::new("new", What::SamePassword));
    } else if new != again {
        wrong.push(Problem::new("again", What::NotTheSame));
    }
    if !wrong.is_empty() {
        return Err(Refusal::Invalid(wrong));
    }
    let verb = ChangePassword {
        user_id: officer.user_id.clone(),
        unit_id: officer.unit_id.clone(),
        password_hash: hash_password(app, new).await?,
    };
    app.carry_out(actor, verb).await?;
    sign_in::forget_tries(app, "password", &officer.user_id).await?;
    sign_in::begin(app, &SignedInAs { login, user_id: officer.user_id.clone() }).await?.ok_or(Refusal::NotFound("account"))
}
