//! Minutes are signed by a chair: from here on they are locked under their hash, and only addenda follow.

use caunoi_domain::{
    dialogue::{
        minutes::hash,
        state::{ApprovalStep, ApprovalSubject, MinutesState},
    },
    people::policy::Action,
    problem::{MissingPart, Problem, What},
};
use caunoi_store::{Tx, dialogue, minutes as rows, unit};

use super::{is_chair, minutes};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Signs minutes.
#[derive(Clone, Copy, Debug)]
pub struct SignMinutes {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for SignMinutes {
    /// The hash.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let (d, mut m) = minutes::find(tx, cx, self.dialogue, Action::SignMinutes).await?;
        if !is_chair(&cx.actor, &dialogue::chairs(tx, &d.id).await?) {
            return Err(Refusal::NotAllowed(Action::SignMinutes));
        }
        if m.state == MinutesState::Signed {
            return Err(Refusal::not_now(m.state));
        }
        let text = minutes::read(tx, &d, &m).await?;
        let mut missing = text.missing();
        if missing.is_empty() && m.state != MinutesState::Checked {
            missing.push(MissingPart::MinutesPart("check"));
        }
        if !missing.is_empty() {
            return Err(Refusal::Invalid(missing.into_iter().map(|part| Problem::new("", What::Missing(part))).collect()));
        }
        m.canonical = text.canonical();
        m.hash = hash(&m.canonical);
        m.state = MinutesState::Signed;
        m.signed_at = Some(cx.now_us);
        m.signed_by = cx.actor.id().to_owned();
        m.signed_label = cx.actor.label().to_owned();
        rows::save(tx, &m).await?;
        unit::bump_version(tx, &d.unit_id).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Minutes, &m.id), ApprovalStep::Approved, "").await?;
        super::tell(tx, cx, &d, "minutes.signed", vec![("minutes_sha256", cx.commit(m.canonical.as_bytes()))]).await?;
        Ok(m.hash)
    }
}
