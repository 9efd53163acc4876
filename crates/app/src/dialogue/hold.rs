//! A dialogue was held: the actual day is written down and its minutes are opened.

use caunoi_domain::{dialogue::state::DialogueState, people::policy::Action, problem::What, record::event::Datum};
use caunoi_store::{Tx, dialogue, minutes};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes down that a dialogue was held.
#[derive(Clone, Copy, Debug)]
pub struct HoldDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The day on which it was held.
    pub held_on: Date,
}

impl Verb for HoldDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if !d.state.can_become(DialogueState::Held) || d.stop.is_some() {
            return Err(Refusal::not_now(d.state));
        }
        let day = self.held_on.to_string();
        if self.held_on > cx.today || d.announced_on.as_ref().is_some_and(|announced| day < *announced) {
            return Err(Refusal::problem("held_on", What::DayOutOfOrder));
        }
        d.state = DialogueState::Held;
        d.held_on = Some(day);
        dialogue::save(tx, &d).await?;
        let secretary = cx.actor.officer().map_or("", |o| o.full_name.as_str());
        minutes::add(tx, &cx.id(), &d.id, &d.at_time, secretary).await?;
        super::bump_versions(tx, &d).await?;
        super::tell(tx, cx, &d, "dialogue.held", vec![("held_on", Datum::date(self.held_on))]).await
    }
}
