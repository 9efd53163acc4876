//! Accounts and their passwords (argon2id). Hashing is done before the transaction, never inside it.

use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _, password_hash::SaltString};
use caunoi_domain::{people::actor::Role, record::event::Datum};
use caunoi_store::{Tx, people, unit};

use crate::{
    context::{App, Cx, Happened, Verb},
    refusal::Refusal,
};

/// Hashes a password with argon2id, off the async threads.
///
/// # Errors
/// [`Refusal::Broken`] where the hasher fails.
pub async fn hash_password(app: &App, password: String) -> Result<String, Refusal> {
    let mut salt = [0; 16];
    app.randomness.fill(&mut salt);
    tokio::task::spawn_blocking(move || {
        let salt = SaltString::encode_b64(&salt).map_err(|e| Refusal::Broken(e.to_string()))?;
        Argon2::default().hash_password(password.as_bytes(), &salt).map(|h| h.to_string()).map_err(|e| Refusal::Broken(e.to_string()))
    })
    .await
    .map_err(|e| Refusal::Broken(e.to_string()))?
}

/// Whether the password is the one of that hash, off the async threads.
///
/// # Errors
/// [`Refusal::Broken`] where the hash cannot be read.
pub async fn check_password(hash: String, password: String) -> Result<bool, Refusal> {
    tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(|e| Refusal::Broken(e.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
    .map_err(|e| Refusal::Broken(e.to_string()))?
}

/// A new account in one role. Only the program (first set-up, demonstration) and an administrator's command open one.
#[derive(Clone, Debug)]
pub struct OpenAccount {
    /// Sign-in name, lower case.
    pub login: String,
    /// From [`hash_password`].
    pub password_hash: String,
    /// Name, for pages of the office only.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's id.
    pub unit_id: String,
    /// The body's id.
    pub body_id: String,
    /// The post's id, where the role comes with one; then a tenure begins too.
    pub post_id: Option<String>,
    /// First day, ISO.
    pub from_on: String,
}

impl Verb for OpenAccount {
    type Done = String;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        use caunoi_domain::people::policy::{Action, Scope};
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let commune = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if people::home_of(tx, &self.login).await?.is_some() {
            return Err(Refusal::not_now("login"));
        }
        let id = cx.id();
        people::add_account(tx, &id, &self.login, &self.password_hash, &self.full_name, cx.now_us).await?;
        people::grant(tx, &cx.id(), &id, self.role, &self.unit_id, &self.body_id, self.post_id.as_deref(), &self.from_on).await?;
        if let Some(post) = &self.post_id {
            people::put_tenure(tx, &cx.id(), post, Some(&id), &self.full_name, &self.from_on).await?;
        }
        cx.record(
            tx,
            Happened {
                kind: "account.opened",
                unit_id: &self.unit_id,
                province_id: &commune.province_id,
                subject_kind: "account",
                subject: &id,
                data: vec![("role", Datum::Code(self.role.code().to_owned())), ("body", Datum::Id(self.body_id.clone()))],
            },
        )
        .await?;
        Ok(id)
    }
}
