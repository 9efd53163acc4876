//! The draft of a dialogue is edited. What lies before the chair or before the people is not touched. The
//! same words again change nothing.

use caunoi_domain::{
    dialogue::{
        draft::Draft,
        state::{DialogueState, DraftState},
    },
    opinion::item::Standing,
    people::policy::Action,
    record::event::Datum,
};
use caunoi_store::{Tx, dialogue, item, topic, unit};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Edits the draft of a dialogue.
#[derive(Clone, Debug)]
pub struct EditDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// What it says now.
    pub draft: Draft,
}

impl Verb for EditDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let before = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        let mut row = before.clone();
        if row.state != DialogueState::Draft {
            return Err(Refusal::not_now(row.state));
        }
        super::chairs_are_heads(tx, cx, &row.unit_id, &self.draft.chairs, "chairs").await?;
        let unit = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        super::draft::scope_is_sound(tx, cx, &unit, &self.draft.scope).await?;
        let d = &self.draft;
        let moved = row.on_day != d.on_day.to_string();
        row.kind = d.kind;
        row.basis = d.basis;
        row.title.clone_from(&d.title);
        row.on_day = d.on_day.to_string();
        row.at_time.clone_from(&d.at_time);
        row.place.clone_from(&d.place);
        row.form = d.form;
        row.audience.clone_from(&d.audience);
        row.how_to_join.clone_from(&d.how_to_join);
        row.expected = d.expected;
        row.scope.clone_from(&d.scope);
        let chairs: Vec<String> = dialogue::chairs(tx, &row.id).await?.into_iter().map(|c| c.post_id).collect();
        if row == before && chairs == d.chairs {
            return Ok(());
        }
        dialogue::save(tx, &row).await?;
        dialogue::put_chairs(tx, &row.id, &d.chairs).await?;
        if moved && row.contents_state == DraftState::Approved {
            // Whoever waits for the dialogue reads its new day.
            for (_, mut i) in topic::items_of_dialogue(tx, &row.id).await? {
                if i.standing == Standing::Scheduled {
                    i.next.due_on = Some(row.on_day.clone());
                    item::save(tx, &i, cx.now_us).await?;
                }
            }
            unit::bump_version(tx, &row.unit_id).await?;
        }
        let data = vec![("on_day", Datum::date(d.on_day)), ("title_sha256", cx.commit(d.title.as_bytes()))];
        super::tell(tx, cx, &row, "dialogue.edited", data).await
    }
}
