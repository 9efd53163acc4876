//! People let in many at once, each with a one-time password that is printed on a slip of their own.

use caunoi_domain::people::{
    actor::Actor,
    roster::{Entry, Named, Office, person_key},
};
use caunoi_store::{Conn, StoreError, account, beside, people};
use jiff::civil::Date;

use super::account::{OpenAccount, hash_password};
use crate::{context::App, refusal::Refusal};

/// An account that was opened, with the password to print once.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Name.
    pub full_name: String,
    /// Sign-in name.
    pub login: String,
    /// One-time password.
    pub password: String,
}

/// What an office has, as rows of people are read against it.
///
/// # Errors
/// The store's failure.
pub async fn office(conn: &mut Conn<'_>, unit_id: &str, today: &str) -> Result<Office, StoreError> {
    let named = |id: &str, body_id: &str, name: &str, short: &str| Named {
        id: id.to_owned(),
        body_id: body_id.to_owned(),
        name: name.to_owned(),
        short: short.to_owned(),
    };
    let (bodies, posts, there, logins) = beside!(
        conn,
        |c| people::bodies_on(c, unit_id, today),
        |c| people::posts(c, unit_id, today),
        |c| account::names(c, unit_id),
        |c| account::logins(c),
    )?;
    Ok(Office {
        bodies: bodies.iter().filter(|b| b.has_account).map(|b| named(&b.id, "", &b.name, &b.symbol)).collect(),
        posts: posts.iter().map(|p| named(&p.id, &p.body_id, &p.name, &p.id)).collect(),
        people: there.iter().map(|(name, body)| person_key(name, body)).collect(),
        taken: logins.into_iter().collect(),
    })
}

/// A new one-time password: sixteen letters and digits that are not mistaken for each other.
#[must_use]
pub fn one_time(app: &App) -> String {
    app.token().chars().take(16).collect()
}

/// The one-time password of a form: the same form sent twice prints the same slip.
#[must_use]
pub fn one_time_of(app: &App, actor: &Actor, login: &str, form_key: &str) -> String {
    let mac = app.keys.mac("one-time password", &[actor.id().as_bytes(), login.as_bytes(), form_key.as_bytes()]);
    data_encoding::BASE32_NOPAD.encode(&mac).to_lowercase().chars().take(16).collect()
}

/// One-time password as it is printed: in groups of four.
#[must_use]
pub fn in_groups(password: &str) -> String {
    let all: Vec<char> = password.chars().collect();
    all.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Lets one person in. Hashing is done before the transaction.
///
/// # Errors
/// Why not.
pub async fn open_account(app: &App, actor: &Actor, unit_id: &str, entry: &Entry, from: Date, paper: &str) -> Result<Opened, Refusal> {
    let password = one_time(app);
    let verb = OpenAccount {
        login: entry.login.clone(),
        password_hash: hash_password(app, password.clone()).await?,
        must_change: true,
        full_name: entry.name.clone(),
        role: entry.role,
        unit_id: unit_id.to_owned(),
        body_id: entry.body_id.clone(),
        post_id: entry.post_id.clone(),
        from_on: from.to_string(),
        paper: paper.to_owned(),
    };
    app.carry_out(actor, verb).await?;
    Ok(Opened { full_name: entry.name.clone(), login: entry.login.clone(), password })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_one_time_password_is_read_out_in_groups() {
        assert_eq!(in_groups("abcdefgh23"), "abcd efgh 23");
    }
}
