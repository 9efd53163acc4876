//! The file of a dialogue is closed: not while its notice is missing, nor while an item that was taken to it is neither
//! answered nor assigned (S0.10).

use caunoi_domain::{
    dialogue::state::DialogueState,
    opinion::item::Standing,
    people::policy::Action,
    problem::{MissingPart, Problem, What},
    record::event::Datum,
};
use caunoi_store::{Tx, conclusion, dialogue, item::ItemRow, off_topic, unit};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Closes a dialogue.
#[derive(Clone, Copy, Debug)]
pub struct CloseDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for CloseDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if !matches!(d.state, DialogueState::Held | DialogueState::Concluded) {
            return Err(Refusal::not_now(d.state));
        }
        let wanted = conclusion::wanted(tx, &d.id).await?;
        let mut missing: Vec<MissingPart> =
            wanted.iter().filter(|w| is_left_alone(&w.item)).map(|w| MissingPart::Unanswered { title: w.item.title.clone() }).collect();
        let said = off_topic::of_dialogue(tx, &d.id).await?;
        missing.extend(said.into_iter().filter(|o| o.route.is_none()).map(|o| MissingPart::OffTopic { said: o.said }));
        if d.state == DialogueState::Held {
            missing.push(MissingPart::Notice);
        }
        if !missing.is_empty() {
            return Err(Refusal::Invalid(missing.into_iter().map(|part| Problem::new("", What::Missing(part))).collect()));
        }
        d.state = DialogueState::Closed;
        d.closed_at = Some(cx.now_us);
        dialogue::save(tx, &d).await?;
        unit::bump_version(tx, &d.unit_id).await?;
        let data = vec![("items", Datum::Int(i64::try_from(wanted.len()).unwrap_or(0)))];
        super::tell(tx, cx, &d, "dialogue.closed", data).await
    }
}

/// Nobody has answered it and nobody has it to do.
fn is_left_alone(i: &ItemRow) -> bool {
    i.disposed_at.is_none() && matches!(i.standing, Standing::Received | Standing::Triaged | Standing::Scheduled | Standing::Heard)
}
