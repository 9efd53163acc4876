//! A matter that must be public is entered in the register, with the place of each proof (S0.19).

use caunoi_domain::{
    opinion::submission::text,
    people::policy::{Action, Scope},
    problem::{Problem, What},
    publishing::proof::{LINE_MAX, ProofWay},
};
use caunoi_store::{Tx, publication, unit};
use jiff::civil::Date;

use super::open::{About, open};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Enters a publication.
#[derive(Clone, Debug)]
pub struct PublishMatter {
    /// The unit's id.
    pub unit_id: String,
    /// Code of the matter, or the id of one of the unit's own.
    pub matter: String,
    /// What is made public.
    pub title: String,
    /// Number and symbol of the paper, may be empty.
    pub paper: String,
    /// The day of the paper: the limit runs from it.
    pub paper_on: Date,
    /// By which ways.
    pub ways: Vec<ProofWay>,
}

impl Verb for PublishMatter {
    /// Its public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        cx.allow(Action::KeepPublication, Scope::unit(&self.unit_id))?;
        let commune = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let all = super::matters()?;
        let own = publication::own_matters(tx, &self.unit_id).await?;
        let mut problems = Vec::new();
        let known = all.of_office().any(|m| m.code == self.matter) || own.iter().any(|m| m.id == self.matter);
        if !known {
            problems.push(Problem::new("matter", What::NotAChoice));
        }
        let title = text(&self.title, "title", LINE_MAX, true, &mut problems);
        let paper = text(&self.paper, "paper", LINE_MAX, false, &mut problems);
        if self.paper_on > cx.today {
            problems.push(Problem::new("paper_on", What::DayOutOfOrder));
        }
        if self.ways.is_empty() {
            problems.push(Problem::new("ways", What::Empty));
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let limit = &all.publish_within;
        let about = About {
            province_id: &commune.province_id,
            unit_id: &commune.id,
            matter: &self.matter,
            dialogue_id: None,
            notice_id: None,
            title: &title,
            paper: &paper,
            opened_on: self.paper_on,
            due_on: limit.after(&cx.calendar, self.paper_on),
            citation: &limit.citation,
            confirmed: limit.confirmed,
            ways: &self.ways,
        };
        open(tx, cx, &about).await
    }
}
