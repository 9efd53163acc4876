//! A dialogue is drafted: by the office, for posts that chair it. One head alone or several together.

use caunoi_domain::{
    dialogue::{
        draft::Draft,
        scope::Scope as Whom,
        state::{DialogueState, DraftState},
    },
    people::{
        policy::{Action, Scope},
        post::PostKind,
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    people,
    unit::{self, UnitRow},
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
        draft_it(tx, cx, &self.unit_id, &self.draft, "").await
    }
}

/// Drafts a dialogue; `plan_row` is the row of the year plan that it is made of, or empty.
pub(crate) async fn draft_it(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, d: &Draft, plan_row: &str) -> Result<i64, Refusal> {
    cx.allow(Action::PrepareDialogue, Scope::unit(unit_id))?;
    let unit = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    chairs_are_heads(tx, cx, &unit.id, &d.chairs, "chairs").await?;
    scope_is_sound(tx, cx, &unit, &d.scope).await?;
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
        documents_override: String::new(),
        held_on: None,
        closed_at: None,
        created_at: cx.now_us,
        created_by: cx.actor.id().to_owned(),
        scope: d.scope.clone(),
        stop: None,
        plan_row: plan_row.to_owned(),
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

/// Refuses where a chair is not a post of a head in the unit: of the Party committee, the authority, or any other body.
pub(crate) async fn chairs_are_heads(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit_id: &str,
    chairs: &[String],
    field: &'static str,
) -> Result<(), Refusal> {
    let posts = people::posts(tx, unit_id, &cx.today_iso()).await?;
    let all = chairs.iter().all(|id| posts.iter().any(|p| p.head && p.id == *id));
    if all && !chairs.is_empty() { Ok(()) } else { Err(Refusal::problem(field, What::NotAChoice)) }
}

/// Refuses where the co-chair is no post of the unit's HĐND, or where the unit in which it is held does not lie below the
/// one that holds it (S4.16).
pub(super) async fn scope_is_sound(tx: &mut Tx<'_>, cx: &Cx, unit: &UnitRow, scope: &Whom) -> Result<(), Refusal> {
    if !scope.council_post.is_empty() {
        let posts = people::posts(tx, &unit.id, &cx.today_iso()).await?;
        if !posts.iter().any(|p| p.kind == PostKind::CouncilStanding && p.id == scope.council_post) {
            return Err(Refusal::problem("council_post", What::NotAChoice));
        }
    }
    if !scope.held_at_unit.is_empty() {
        let at = unit::find(tx, &scope.held_at_unit).await?;
        if !at.is_some_and(|at| at.id != unit.id && (at.province_id == unit.id || at.parent_id.as_deref() == Some(unit.id.as_str()))) {
            return Err(Refusal::problem("held_at", What::NotAChoice));
        }
    }
    Ok(())
}
