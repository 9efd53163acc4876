//! Ghi điều khoản: a clause of a document that the office keeps, with citation, numbers and days; where it takes the
//! place of another, that one ends on the day before and stays. Nothing is overwritten: the document gets its next version.

use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
    regulation::{clause::Clause, document::Document, validity},
};
use caunoi_store::{Tx, regulation::RegulationRow};

use crate::{
    context::{Cx, Verb},
    keys::Keys,
    refusal::Refusal,
};

/// Adds a clause: the document's next version.
#[derive(Clone, Debug)]
pub struct AddClause {
    /// The document's id.
    pub regulation: String,
    /// The clause.
    pub clause: Clause,
    /// Place of the clause that it takes the place of.
    pub replaces: Option<usize>,
    /// What the preview of exactly this answered ([`AddClause::token`]): nothing is saved that was not seen before.
    pub seen: String,
}

/// Clauses of one document at most.
const CLAUSES_MAX: usize = 200;

impl AddClause {
    /// What only a preview of exactly this clause, of this version of the document and by this office can answer.
    ///
    /// # Errors
    /// [`Refusal::Broken`] where the clause cannot be written down, which it always can.
    pub fn token(&self, keys: &Keys, row: &RegulationRow) -> Result<String, Refusal> {
        let clause = serde_json::to_vec(&self.clause).map_err(|e| Refusal::Broken(e.to_string()))?;
        let replaces = self.replaces.map_or_else(String::new, |n| n.to_string());
        let version = row.version.to_string();
        let parts: [&[u8]; 5] = [row.document.id.as_bytes(), version.as_bytes(), row.keeper.as_bytes(), &clause, replaces.as_bytes()];
        Ok(data_encoding::HEXLOWER.encode(&keys.mac("clause-preview", &parts)))
    }

    /// The document as it would stand with the clause.
    ///
    /// # Errors
    /// Every wrong field with what is wrong there.
    pub fn proposed(&self, document: &Document) -> Result<Document, Vec<Problem>> {
        let c = &self.clause;
        let mut problems: Vec<Problem> = [("citation", &c.citation), ("text", &c.text), ("source", &c.source)]
            .into_iter()
            .filter(|(_, text)| text.is_empty())
            .map(|(field, _)| Problem::new(field, What::Empty))
            .collect();
        if let Some(misfit) = c.parameters.misfit(c.kind) {
            problems.push(Problem::new(misfit.key, What::Empty));
        }
        if document.clauses.len() >= CLAUSES_MAX {
            problems.push(Problem::new("kind", What::TooLong { max: CLAUSES_MAX }));
        }
        if matches!((c.valid_from, c.valid_to), (Some(from), Some(to)) if to < from) {
            problems.push(Problem::new("valid_to", What::DayOutOfOrder));
        }
        if matches!((c.valid_from, validity::begins(document)), (Some(from), Some(begins)) if from < begins) {
            problems.push(Problem::new("valid_from", What::DayOutOfOrder));
        }
        let mut next = document.clone();
        if let Some(seq) = self.replaces
            && let Err(problem) = give_way(&mut next, seq, c)
        {
            problems.push(problem);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        next.clauses.push(c.clone());
        Ok(next)
    }
}

/// Ends a clause on the day before the new one begins.
fn give_way(document: &mut Document, seq: usize, new: &Clause) -> Result<(), Problem> {
    let old = document.clauses.get_mut(seq).ok_or(Problem::new("replaces", What::NotAChoice))?;
    let first = new.valid_from.ok_or(Problem::new("valid_from", What::Empty))?;
    let last = first.yesterday().map_err(|_| Problem::new("valid_from", What::DayOutOfOrder))?;
    if old.valid_to.is_some_and(|to| to < first) {
        return Err(Problem::new("replaces", What::NotAChoice));
    }
    if old.valid_from.is_some_and(|from| first <= from) {
        return Err(Problem::new("valid_from", What::DayOutOfOrder));
    }
    old.valid_to = Some(last);
    Ok(())
}

impl Verb for AddClause {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let found = super::own(tx, cx, Action::KeepRegulations, &self.regulation).await?;
        let next = self.proposed(&found.document).map_err(Refusal::Invalid)?;
        if self.seen != self.token(&cx.keys, &found)? {
            return Err(Refusal::problem("seen", What::NotSeen));
        }
        super::keep(tx, cx, &next, &found.keeper, found.version + 1).await
    }
}
