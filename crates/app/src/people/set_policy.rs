//! Chính sách công bố: what an office publishes (product rule 11). What is less careful needs the paper of the province.

use caunoi_domain::{
    people::{
        policy::{Action, Scope},
        publication_policy::Choice,
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    publication_policy::{self, PolicyLine},
};

use super::tell;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Sets the publication policy of a unit.
#[derive(Clone, Debug)]
pub struct SetPolicy {
    /// The unit.
    pub unit_id: String,
    /// Each choice with its value.
    pub values: Vec<(Choice, i64)>,
    /// The paper of the province; empty where only defaults are kept.
    pub basis: String,
}

impl Verb for SetPolicy {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let mut wrong = Vec::new();
        for (choice, _) in self.values.iter().filter(|(c, v)| !c.allows(*v)) {
            let (min, max) = choice.bounds();
            wrong.push(Problem::new(choice.code(), What::Number { min, max }));
        }
        if self.basis.trim().is_empty() && self.values.iter().any(|(c, v)| c.needs_basis(*v)) {
            wrong.push(Problem::new("basis", What::Empty));
        }
        if !wrong.is_empty() {
            return Err(Refusal::Invalid(wrong));
        }
        let now = publication_policy::of(tx, &self.unit_id).await?;
        for (choice, value) in &self.values {
            let line = PolicyLine { name: choice.code().to_owned(), value: *value, basis: self.basis.clone() };
            if now.contains(&line) {
                continue;
            }
            publication_policy::set(tx, &cx.id(), &self.unit_id, &line, cx.now_us).await?;
            let data = vec![("choice", Datum::Code(line.name)), ("value", Datum::Int(*value))];
            tell(tx, cx, &self.unit_id, "policy.set", ("policy", &self.unit_id), data).await?;
        }
        Ok(())
    }
}
