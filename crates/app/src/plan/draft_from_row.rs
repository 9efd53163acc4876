//! A planned conference becomes the draft of a dialogue, by one button.

use caunoi_domain::{
    dialogue::{
        draft::Draft,
        scope::Scope as Whom,
        state::{Basis, DraftState},
        year_plan::{first_day, in_force, title},
    },
    people::{
        policy::{Action, Scope},
        post::PostKind,
    },
    problem::What,
};
use caunoi_store::{
    Tx, people, year_events,
    year_plan::{self, OfYear},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Makes the draft of a dialogue of a row that is in force and has none yet.
#[derive(Clone, Debug)]
pub struct DraftFromRow {
    /// The unit's id.
    pub unit_id: String,
    /// The year.
    pub year: i64,
    /// The row's id.
    pub row: String,
}

impl Verb for DraftFromRow {
    /// The dialogue's public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        cx.allow(Action::PrepareDialogue, Scope::unit(&self.unit_id))?;
        let all = year_plan::rows_of_year(tx, &self.unit_id, self.year).await?;
        let lines: Vec<_> = all.iter().map(OfYear::line).collect();
        let stands = in_force(&lines).into_iter().find(|(id, _)| *id == self.row);
        let found = all.iter().find(|r| r.row.id == self.row && r.state == DraftState::Approved);
        let (Some((_, before)), Some(found)) = (stands, found) else { return Err(Refusal::NotFound("plan_row")) };
        let events = year_events::of_year(tx, &self.unit_id, self.year).await?;
        if events.iter().any(|e| e.plan_row == self.row || before.contains(&e.plan_row)) {
            return Err(Refusal::problem("", What::AlreadyThere));
        }
        let p = &found.row.planned;
        let year = i16::try_from(self.year).map_err(|_| Refusal::NotFound("year"))?;
        let statutory = p.basis != Basis::Party;
        let posts = people::posts(tx, &self.unit_id, &cx.today_iso()).await?;
        let council = posts.into_iter().find(|x| x.kind == PostKind::CouncilStanding).map(|x| x.id).filter(|_| statutory);
        let draft = Draft {
            kind: p.kind,
            basis: p.basis,
            title: title(p, year),
            on_day: first_day(p.on_day, p.month, year, cx.today),
            at_time: String::new(),
            place: p.place.clone(),
            form: p.form,
            audience: p.audience.clone(),
            how_to_join: String::new(),
            expected: p.expected,
            chairs: p.heads.clone(),
            scope: Whom {
                audiences: p.audiences.clone(),
                fields: p.fields.clone(),
                area: p.area.clone(),
                pilot: p.pilot,
                council_post: council.unwrap_or_default(),
                ..Whom::default()
            },
        };
        crate::dialogue::draft_it(tx, cx, &self.unit_id, &draft, &self.row).await
    }
}
