//! A table that an officer sent and has not landed yet: kept for a day, readable by nobody else, dropped when it lands.
//! A book may hold what must not be entered here (a denunciation, a paper marked Mật) before anybody has looked at it;
//! so its bytes are kept as ciphertext, and the key stands only in the address of the officer's page.

use std::str::FromStr as _;

use age::{secrecy::ExposeSecret as _, x25519::Identity};
use caunoi_domain::people::{
    actor::Actor,
    policy::{Action, Scope},
};
use caunoi_store::{
    Tx,
    book::{self as books, DraftRow, Landing},
};

use crate::{
    context::{App, Cx, Verb},
    keys::Keys,
    refusal::Refusal,
};

/// How long a table waits, microseconds.
const KEPT_US: i64 = 24 * 3_600 * 1_000_000;
/// How the key begins as `age` writes it; the address holds the rest.
const LEAD: &str = "AGE-SECRET-KEY-1";

/// A table to be kept.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// The unit's id.
    pub unit_id: String,
    /// The kind of book.
    pub kind: &'static str,
    /// What the policy must allow for that kind.
    pub action: Action,
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Keeps a table; answers the key that opens it, for the address of its page.
///
/// # Errors
/// [`Refusal::NotAllowed`]; the store's failure.
pub async fn keep(app: &App, actor: &Actor, new: NewDraft) -> Result<String, Refusal> {
    let broken = |e: &dyn std::fmt::Display| Refusal::Broken(format!("a draft: {e}"));
    let NewDraft { unit_id, kind, action, name, bytes } = new;
    let (key, sealed) = tokio::task::spawn_blocking(move || {
        let identity = Identity::generate();
        let key = identity.to_string().expose_secret().trim_start_matches(LEAD).to_lowercase();
        age::encrypt(&identity.to_public(), &bytes).map(|sealed| (key, sealed))
    })
    .await
    .map_err(|e| broken(&e))?
    .map_err(|e| broken(&e))?;
    let draft = DraftRow {
        id: id_of(&app.keys, &key),
        unit_id,
        user_id: actor.id().to_owned(),
        kind: kind.to_owned(),
        name,
        bytes: sealed,
        at: 0,
        landing: Landing::default(),
    };
    app.carry_out(actor, KeepDraft { draft, action }).await?;
    Ok(key)
}

/// Under what the row stands: its key cannot be found from it.
pub(super) fn id_of(keys: &Keys, key: &str) -> String {
    data_encoding::HEXLOWER.encode(&keys.mac("book draft", &[key.as_bytes()]))
}

struct KeepDraft {
    draft: DraftRow,
    action: Action,
}

impl Verb for KeepDraft {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(self.action, Scope::unit(&self.draft.unit_id))?;
        let draft = DraftRow { at: cx.now_us, ..self.draft.clone() };
        Ok(books::keep_draft(tx, &draft, cx.now_us - KEPT_US).await?)
    }
}

/// Drops a table that has landed or is no longer wanted.
#[derive(Clone, Debug)]
pub struct DropDraft(
    /// The key of its address.
    pub String,
);

impl Verb for DropDraft {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(books::drop_draft(tx, &id_of(&cx.keys, &self.0), cx.actor.id()).await?)
    }
}

/// The table that this key opens, where this actor sent it within the day; what became of its rows is opened with it.
///
/// # Errors
/// [`Refusal::NotFound`]; the store's failure.
pub async fn find(app: &App, actor: &Actor, key: &str) -> Result<DraftRow, Refusal> {
    const NONE: Refusal = Refusal::NotFound("draft");
    let found = books::draft(&mut app.store.read().await?, &id_of(&app.keys, key), actor.id()).await?;
    let mut draft = found.filter(|d| d.at > app.clock.now_us() - KEPT_US).ok_or(NONE)?;
    let identity = identity(key).ok_or(NONE)?;
    let sealed = (std::mem::take(&mut draft.bytes), draft.landing.outcome.take());
    let opened = tokio::task::spawn_blocking(move || {
        let bytes = if sealed.0.is_empty() { Ok(Vec::new()) } else { age::decrypt(&identity, &sealed.0) };
        let outcome = sealed.1.map(|o| age::decrypt(&identity, &o)).transpose();
        bytes.and_then(|bytes| Ok((bytes, outcome?)))
    })
    .await;
    let (bytes, outcome) = opened.map_err(|e| Refusal::Broken(e.to_string()))?.map_err(|_| NONE)?;
    draft.bytes = bytes;
    draft.landing.outcome = outcome;
    Ok(draft)
}

/// The key of an address as what it opens.
fn identity(key: &str) -> Option<Identity> {
    Identity::from_str(&format!("{LEAD}{}", key.to_uppercase())).ok()
}

/// Seals bytes so that the key of that address opens them.
pub(super) fn seal(key: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let identity = identity(key).ok_or(Refusal::NotFound("draft"))?;
    age::encrypt(&identity.to_public(), bytes).map_err(|e| Refusal::Broken(format!("a draft: {e}")))
}
