//! A dialogue is drafted: by the office, for posts that chair it. One head alone or several together.

use caunoi_domain::{
    dialogue::{
        draft::Draft,
        state::{DialogueState, DraftState},
    },
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    people, unit,
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Drafts a dialogue of a unit.
#[derive(Clone, Debug)]
pub struct DraftDialogue {
    /// The unit's id.
    pub unit_id: String,
    /// The draft.
    pub draft: Draft,
}

impl Verb for DraftDialogue {
    /// The dialogue's public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        cx.allow(Action::PrepareDialogue, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        chairs_are_heads(tx, cx, &unit.id, &self.draft.chairs).await?;
        let d = &self.draft;
        let public_id = cx.public_id();
        let row = DialogueRow {
            id: cx.id(),
            province_id: unit.province_id,
            unit_id: unit.id,
            public_id: public_id.to_i64(),
            kind: d.kind,
            basis: d.basis,
            title: d.title.clone(),
            state: DialogueState::Draft,
            on_day: d.on_day.to_string(),
            at_time: d.at_time.clone(),
            place: d.place.clone(),
            form: d.form,
            audience: d.audience.clone(),
            how_to_join: d.how_to_join.clone(),
            expected: d.expected,
            previous_id: None,
            contents_state: DraftState::Draft,
            announced_at: None,
            announced_on: None,
            lead_days: 0,
            lead_citation: String::new(),
            lead_override: String::new(),
            held_on: None,
            closed_at: None,
            created_at: cx.now_us,
            created_by: cx.actor.id().to_owned(),
        };
        dialogue::add(tx, &row).await?;
        dialogue::put_chairs(tx, &row.id, &d.chairs).await?;
        let data = vec![
            ("public_id", Datum::Id(public_id.to_string())),
            ("kind", Datum::Code(d.kind.code().to_owned())),
            ("basis", Datum::Code(d.basis.code().to_owned())),
            ("on_day", Datum::date(d.on_day)),
            ("title_sha256", cx.commit(d.title.as_bytes())),
        ];
        super::tell(tx, cx, &row, "dialogue.drafted", data).await?;
        Ok(row.public_id)
    }
}

/// Refuses where a chair is not a post of a head in the unit.
pub(super) async fn chairs_are_heads(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, chairs: &[String]) -> Result<(), Refusal> {
    let posts = people::posts(tx, unit_id, &cx.today_iso()).await?;
    let all = chairs.iter().all(|id| posts.iter().any(|p| p.head && p.id == *id));
    if all && !chairs.is_empty() { Ok(()) } else { Err(Refusal::problem("chairs", What::NotAChoice)) }
}
