//! Accounts and their passwords (argon2id). Hashing is done before the transaction, never inside it.

use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _, password_hash::SaltString};
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
    people::{self, GrantRow},
};

use super::{
    administered,
    appoint::{NewTenure, begin},
    tell,
};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// A one-time password is printed in four groups of four: typed with the gaps or without, it is the same. It holds neither
/// 0 nor 1: whoever reads an o or an l so means the letter. Nobody's own password is changed so: `None` where it cannot be
/// a one-time one, or reads the same as typed.
fn as_on_a_slip(password: &str) -> Option<String> {
    let groups: Vec<&str> = password.split(' ').collect();
    let whole = match groups.as_slice() {
        [one] if one.len() == 16 => (*one).to_owned(),
        [_, _, _, _] if groups.iter().all(|g| g.len() == 4) => groups.concat(),
        _ => return None,
    };
    let read = whole.replace('0', "o").replace('1', "l");
    (read != password).then_some(read)
}

/// Hashes a password with argon2id as it is, off the async threads.
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

/// Whether the password is the one of that hash, off the async threads: as it was typed, or as a one-time password may be
/// read from its slip.
///
/// # Errors
/// [`Refusal::Broken`] where the hash cannot be read.
pub async fn check_password(hash: String, password: String) -> Result<bool, Refusal> {
    tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(|e| Refusal::Broken(e.to_string()))?;
        let fits = |p: &str| Argon2::default().verify_password(p.as_bytes(), &hash).is_ok();
        Ok(fits(&password) || as_on_a_slip(&password).is_some_and(|p| fits(&p)))
    })
    .await
    .map_err(|e| Refusal::Broken(e.to_string()))?
}

/// The least that a password of one's own has, in characters.
pub const PASSWORD_MIN: usize = 12;

/// Refuses a password that is too short, or that anybody would guess for this account.
///
/// # Errors
/// What is wrong with it.
pub fn good_password(login: &str, password: &str) -> Result<(), What> {
    let typed = password.to_lowercase();
    let distinct: std::collections::BTreeSet<char> = typed.chars().collect();
    let plain = distinct.len() < 5 || typed.contains(login) || "0123456789012345678901234567890".contains(&typed);
    if password.chars().count() < PASSWORD_MIN || plain { Err(What::Password { least: PASSWORD_MIN }) } else { Ok(()) }
}

/// A new account in one role. Only the program (first set-up, demonstration) and an administrator open one.
#[derive(Clone, Debug)]
pub struct OpenAccount {
    /// Sign-in name, lower case.
    pub login: String,
    /// From [`hash_password`].
    pub password_hash: String,
    /// The password is good for one sign-in: the person sets their own first.
    pub must_change: bool,
    /// Name, for pages of the office only.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's id.
    pub unit_id: String,
    /// The body's id.
    pub body_id: String,
    /// The post's id, where the role comes with one; then a tenure begins too, and the role lasts as long as it does.
    pub post_id: Option<String>,
    /// First day, ISO.
    pub from_on: String,
    /// The paper of the appointment, where there is a post.
    pub paper: String,
}

impl Verb for OpenAccount {
    type Done = String;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        if people::home_of(tx, &self.login).await?.is_some() {
            return Err(Refusal::problem("login", What::AlreadyThere));
        }
        let id = cx.id();
        people::add_account(tx, &id, &self.login, &self.password_hash, &self.full_name, self.must_change, cx.now_us).await?;
        let from = self.from_on.parse().map_err(|_| Refusal::Broken(format!("day {}", self.from_on)))?;
        match &self.post_id {
            Some(post_id) => {
                let held = administered(tx, cx, post_id).await?;
                if held.post.body_id != self.body_id || held.post.unit_id != self.unit_id {
                    return Err(Refusal::problem("post", What::NotAChoice));
                }
                let new = NewTenure {
                    user_id: Some(id.clone()),
                    person: self.full_name.clone(),
                    from,
                    to: None,
                    acting: false,
                    paper: self.paper.clone(),
                };
                begin(tx, cx, &held, &new, Some(self.role)).await?;
            }
            None => {
                let body = people::body(tx, &self.body_id).await?.filter(|b| b.unit_id == self.unit_id);
                if body.is_none() {
                    return Err(Refusal::problem("agency", What::NotAChoice));
                }
                let grant = GrantRow {
                    id: &cx.id(),
                    user_id: &id,
                    role: self.role,
                    unit_id: &self.unit_id,
                    body_id: &self.body_id,
                    post_id: None,
                    tenure_id: "",
                    from_on: &self.from_on,
                    to_on: None,
                };
                people::grant(tx, &grant).await?;
            }
        }
        let data = vec![("role", Datum::Code(self.role.code().to_owned())), ("body", Datum::Id(self.body_id.clone()))];
        tell(tx, cx, &self.unit_id, "account.opened", ("account", &id), data).await?;
        Ok(id)
    }
}
