//! Ghi điều khoản: a clause of a document that the office keeps, with citation and numbers.

use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
    regulation::clause::Clause,
};
use caunoi_store::Tx;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Adds a clause: the document's next version.
#[derive(Clone, Debug)]
pub struct AddClause {
    /// The document's id.
    pub regulation: String,
    /// The clause.
    pub clause: Clause,
}

/// Clauses of one document at most.
const CLAUSES_MAX: usize = 200;

impl Verb for AddClause {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let found = super::own(tx, cx, Action::KeepRegulations, &self.regulation).await?;
        let c = &self.clause;
        let mut problems: Vec<Problem> = [("citation", &c.citation), ("text", &c.text)]
            .into_iter()
            .filter(|(_, text)| text.is_empty())
            .map(|(field, _)| Problem::new(field, What::Empty))
            .collect();
        if let Some(misfit) = c.parameters.misfit(c.kind) {
            problems.push(Problem::new(misfit.key, What::Empty));
        }
        if found.document.clauses.len() >= CLAUSES_MAX {
            problems.push(Problem::new("kind", What::TooLong { max: CLAUSES_MAX }));
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let mut document = found.document;
        document.clauses.push(c.clone());
        super::keep(tx, cx, &document, &found.keeper, found.version + 1).await
    }
}
