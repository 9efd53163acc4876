//! Ghi việc quán triệt, kế hoạch thực hiện: what the own unit did with a document that binds it.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
    regulation::{act::ActKind, validity},
};
use caunoi_store::{
    Tx, regulation,
    regulation_act::{self, ActRow},
    unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records a briefing or a plan of the own unit.
#[derive(Clone, Debug)]
pub struct RecordAct {
    /// The unit's id.
    pub unit_id: String,
    /// The document's id.
    pub regulation: String,
    /// Briefing or plan.
    pub kind: ActKind,
    /// The day.
    pub on: Option<Date>,
    /// The post or body that briefed, or that issued the plan.
    pub by_whom: String,
    /// Who was briefed.
    pub audience: String,
    /// How many, where it was counted.
    pub people: Option<i64>,
    /// Number and day of the paper.
    pub paper: String,
    /// What else is to be said.
    pub note: String,
}

impl Verb for RecordAct {
    /// The line's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::KeepRegulations, Scope::unit(&self.unit_id))?;
        let found = regulation::find(tx, &self.regulation).await?.ok_or(Refusal::NotFound("regulation"))?;
        let own = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let chain = [own.id.as_str(), own.parent_id.as_deref().unwrap_or_default(), own.province_id.as_str()];
        if !validity::applies_to(&found.document, &chain) {
            return Err(Refusal::NotFound("regulation"));
        }
        let on = self.check(cx, &found.document)?;
        let row = ActRow {
            id: cx.id(),
            regulation_id: found.document.id.clone(),
            unit_id: own.id.clone(),
            kind: self.kind,
            on_day: on.to_string(),
            by_whom: self.by_whom.clone(),
            audience: if self.kind == ActKind::Briefing { self.audience.clone() } else { String::new() },
            people: self.people.filter(|_| self.kind == ActKind::Briefing),
            paper: self.paper.clone(),
            note: self.note.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
        };
        regulation_act::add(tx, &row).await?;
        cx.record(
            tx,
            Happened {
                kind: "regulation.act_recorded",
                unit_id: &own.id,
                province_id: &own.province_id,
                subject_kind: "regulation",
                subject: &found.document.id,
                data: vec![
                    ("kind", Datum::Code(row.kind.code().to_owned())),
                    ("on", Datum::Date(row.on_day.clone())),
                    ("act", Datum::Id(row.id.clone())),
                ],
            },
        )
        .await?;
        Ok(row.id)
    }
}

impl RecordAct {
    fn check(&self, cx: &Cx, d: &caunoi_domain::regulation::document::Document) -> Result<Date, Refusal> {
        let mut problems = Vec::new();
        if self.by_whom.is_empty() {
            problems.push(Problem::new("by_whom", What::Empty));
        }
        if self.paper.is_empty() {
            problems.push(Problem::new("paper", What::Empty));
        }
        if self.kind == ActKind::Briefing && self.audience.is_empty() {
            problems.push(Problem::new("audience", What::Empty));
        }
        let begins = validity::begins(d);
        match self.on {
            None => problems.push(Problem::new("on", What::Empty)),
            Some(on)
                if on > cx.today
                    || d.issued_on.is_some_and(|i| on < i)
                    || (d.issued_on.is_none() && begins.is_some_and(|b| on < b && d.known_by.is_none())) =>
            {
                problems.push(Problem::new("on", What::DayOutOfOrder));
            }
            Some(on) if problems.is_empty() => return Ok(on),
            Some(_) => {}
        }
        Err(Refusal::Invalid(problems))
    }
}
