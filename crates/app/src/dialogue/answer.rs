//! What the verbs of a prepared answer share: loading it with its dialogue, keeping what was typed.

use caunoi_domain::{
    dialogue::state::{DialogueState, DraftState},
    opinion::submission::text,
    people::policy::{Action, Scope},
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    prepared_answer::{self, PreparedAnswerRow},
};

use crate::{context::Cx, refusal::Refusal};

/// Characters of a prepared answer at most.
const TEXT_MAX: usize = 8_000;
/// Characters of what it rests on at most.
const NORM_MAX: usize = 1_000;

/// The answer and its dialogue, while the dialogue has not been held.
pub(super) async fn load(tx: &mut Tx<'_>, id: &str) -> Result<(PreparedAnswerRow, DialogueRow), Refusal> {
    let view = prepared_answer::find(tx, id).await?.ok_or(Refusal::NotFound("prepared answer"))?;
    let d = dialogue::find_public(tx, view.dialogue_public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    Ok((view.answer, d))
}

/// Loads an answer for the body that is asked (or the office for it) and puts into it what was typed.
pub(super) async fn write(tx: &mut Tx<'_>, cx: &Cx, id: &str, body: &str, norm: &str) -> Result<(PreparedAnswerRow, DialogueRow), Refusal> {
    let (mut answer, d) = load(tx, id).await?;
    cx.allow(Action::PrepareAnswer, Scope::body(&d.unit_id, &answer.body_id))?;
    if !matches!(answer.state, DraftState::Asked | DraftState::Draft) || d.state > DialogueState::Announced {
        return Err(Refusal::not_now(answer.state));
    }
    let mut problems = Vec::new();
    answer.text = text(body, "text", TEXT_MAX, true, &mut problems);
    answer.norm = text(norm, "norm", NORM_MAX, false, &mut problems);
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    answer.at = cx.now_us;
    cx.actor.label().clone_into(&mut answer.by_label);
    Ok((answer, d))
}
