//! Bản nháp: what an officer types is kept on the server every few seconds, or by a button, so that a lost session or a
//! closed browser loses nothing. A draft is its author's own: no other account reads it, and no event tells of it.

use caunoi_domain::{
    opinion::{kind::SealedKind, secrecy},
    people::actor::Actor,
    problem::What,
};
use caunoi_store::{Conn, Tx, draft as rows};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// A draft that nobody touches is forgotten after this time, microseconds: it may hold what people said.
const KEPT_US: i64 = 30 * 86_400 * 1_000_000;
/// Bytes of a draft at most.
const BYTES_MAX: usize = 200_000;
/// Bytes of a form's address at most.
const FORM_MAX: usize = 200;

/// A draft as it comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Fields by name, in order.
    pub fields: Vec<(String, String)>,
    /// When it was kept, epoch microseconds.
    pub at: i64,
}

/// Keeps what was typed so far, in place of the draft before. What the form itself would not take (a complaint or a
/// denunciation under its own law, a paper marked Mật) is not kept, and the draft before it goes too (L7, P18).
#[derive(Clone, Debug)]
pub struct KeepDraft {
    /// The form's address.
    pub form: String,
    /// Fields by name, in order.
    pub fields: Vec<(String, String)>,
}

impl KeepDraft {
    fn may_not_be_kept(&self) -> bool {
        self.fields.iter().any(|(name, value)| match name.as_str() {
            "kind" => value.parse::<SealedKind>().is_ok(),
            "secret" => value == "yes",
            _ => secrecy::text_is_marked(value),
        })
    }
}

impl Verb for KeepDraft {
    /// True where it was kept.
    type Done = bool;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<bool, Refusal> {
        let user = author(cx)?;
        if self.may_not_be_kept() {
            rows::forget(tx, user, &self.form).await?;
            return Ok(false);
        }
        let fields = serde_json::to_string(&self.fields).map_err(|e| Refusal::Broken(e.to_string()))?;
        if fields.len() > BYTES_MAX || self.form.len() > FORM_MAX {
            return Err(Refusal::problem("", What::TooLong { max: BYTES_MAX }));
        }
        if fields.contains("\\u0000") {
            return Err(Refusal::problem("", What::BadCharacter));
        }
        rows::put(tx, user, &self.form, &fields, cx.now_us, cx.now_us - KEPT_US).await?;
        Ok(true)
    }
}

/// Forgets a draft: the form was sent, or what was typed is thrown away.
#[derive(Clone, Debug)]
pub struct ForgetDraft {
    /// The form's address.
    pub form: String,
}

impl Verb for ForgetDraft {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        rows::forget(tx, author(cx)?, &self.form).await?;
        Ok(())
    }
}

/// The draft of a form by the acting officer.
///
/// # Errors
/// The store's failure.
pub async fn draft(conn: &mut Conn<'_>, actor: &Actor, form: &str) -> Result<Option<Draft>, Refusal> {
    let Some(officer) = actor.officer() else { return Ok(None) };
    let found = rows::find(conn, &officer.user_id, form).await?;
    Ok(found.map(|d| Draft { fields: serde_json::from_str(&d.fields).unwrap_or_default(), at: d.at }))
}

/// The account whose draft it is: every officer may keep their own.
fn author(cx: &Cx) -> Result<&str, Refusal> {
    cx.actor.officer().map(|o| o.user_id.as_str()).ok_or(Refusal::NotFound("account"))
}
