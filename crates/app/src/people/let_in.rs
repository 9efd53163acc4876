//! One person is let in from the form of an administrator. The form sent twice opens one account and prints one slip.

use caunoi_domain::people::{
    actor::Actor,
    policy::{Action, Scope},
    roster::{self, Typed},
};
use caunoi_store::Tx;
use jiff::civil::Date;

use super::{
    account::{OpenAccount, hash_password},
    open_accounts::{office, one_time_of},
};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// Opens the account of whoever is typed into the form, read against the office as it is now.
#[derive(Clone, Debug)]
pub struct LetIn {
    /// The unit's id.
    pub unit_id: String,
    /// What was typed.
    pub typed: Typed,
    /// From [`hash_password`].
    pub password_hash: String,
    /// First day.
    pub from: Date,
}

impl Verb for LetIn {
    /// Sign-in name of the account.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let mut office = office(tx, &self.unit_id, &cx.today_iso()).await?;
        let entry = roster::read(&self.typed, &mut office).map_err(Refusal::Invalid)?;
        let open = OpenAccount {
            login: entry.login.clone(),
            password_hash: self.password_hash.clone(),
            must_change: true,
            full_name: entry.name,
            role: entry.role,
            unit_id: self.unit_id.clone(),
            body_id: entry.body_id,
            post_id: entry.post_id,
            from_on: self.from.to_string(),
            paper: String::new(),
        };
        open.carry_out(tx, cx).await?;
        Ok(entry.login)
    }
}

/// Lets one person in by a form of that key. Answers the sign-in name and the one-time password: of the same form sent again
/// the same.
///
/// # Errors
/// Why not.
pub async fn let_in(app: &App, actor: &Actor, key: &str, unit_id: &str, typed: &Typed) -> Result<(String, String), Refusal> {
    let asked = format!("{unit_id} {typed:?}");
    let password = one_time_of(app, actor, "", &app.key_of(key, &asked));
    let password_hash = hash_password(app, password.clone()).await?;
    let verb = LetIn { unit_id: unit_id.to_owned(), typed: typed.clone(), password_hash, from: app.clock.today() };
    let login = app.carry_out_once_as(actor, key, &asked, verb).await?;
    Ok((login, password))
}
