//! Ghi văn bản vào danh mục: an office registers a document of its own unit, or corrects one that it registered.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
    regulation::document::{Area, Document, Link},
};
use caunoi_store::{Tx, regulation, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Registers a document, or its next version where `id` names one.
#[derive(Clone, Debug)]
pub struct RegisterDocument {
    /// The unit whose office keeps it and where it applies.
    pub unit_id: String,
    /// The document to correct; absent for a new one.
    pub id: Option<String>,
    /// The unit above whose office issued it, where it is registered for that one; empty: the own office's, or that of
    /// nobody here.
    pub issuer_unit: String,
    /// The document; its id, area, unit and clauses are set here, its links are checked.
    pub document: Document,
}

impl Verb for RegisterDocument {
    /// The document's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::KeepRegulations, Scope::unit(&self.unit_id))?;
        let mut problems = self.problems(cx);
        let mut issuer = self.issuer_unit.as_str();
        let (id, version, links, clauses) = match &self.id {
            Some(id) => {
                let found = super::own(tx, cx, Action::KeepRegulations, id).await?;
                // Whose it is was said when it was registered: who took it over does not give it away again.
                if found.issuer_unit == self.unit_id {
                    issuer = "";
                }
                (id.clone(), found.version + 1, found.document.links, found.document.clauses)
            }
            None => (format!("vb-{}", cx.public_id()), 1, Vec::new(), Vec::new()),
        };
        if !issuer.is_empty() && !unit::above(tx, &self.unit_id).await?.iter().any(|u| u.id == issuer) {
            problems.push(Problem::new("issuer_unit", What::NotAChoice));
        }
        let mut all: Vec<Link> = links;
        for l in &self.document.links {
            if l.to == id || regulation::known(tx, &l.to).await?.is_none() {
                problems.push(Problem::new("link_to", What::NotAChoice));
            } else if !all.iter().any(|a| a.kind == l.kind && a.to == l.to) {
                all.push(l.clone());
            }
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let document = Document {
            id: id.clone(),
            area: Area::Unit,
            unit_id: Some(self.unit_id.clone()),
            links: all,
            clauses,
            ..self.document.clone()
        };
        super::keep(tx, cx, &document, &self.unit_id, version).await?;
        regulation::put_issuer(tx, &id, issuer).await?;
        if !issuer.is_empty() {
            let own = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
            cx.record(
                tx,
                Happened {
                    kind: "regulation.registered_for",
                    unit_id: &own.id,
                    province_id: &own.province_id,
                    subject_kind: "regulation",
                    subject: &id,
                    data: vec![("issuer", Datum::Id(issuer.to_owned())), ("version", Datum::Int(version))],
                },
            )
            .await?;
        }
        Ok(id)
    }
}

impl RegisterDocument {
    fn problems(&self, cx: &Cx) -> Vec<Problem> {
        let d = &self.document;
        let mut problems = Vec::new();
        for (field, text) in [("title", &d.title), ("issuer", &d.issuer), ("source", &d.source)] {
            if text.is_empty() {
                problems.push(Problem::new(field, What::Empty));
            }
        }
        if d.issued_on.is_none() {
            problems.push(Problem::new("issued_on", What::Empty));
        }
        if d.issued_on.is_some_and(|on| on > cx.today) {
            problems.push(Problem::new("issued_on", What::DayOutOfOrder));
        }
        let begins = d.valid_from.or(d.issued_on);
        if matches!((begins, d.valid_to), (Some(from), Some(to)) if to < from) {
            problems.push(Problem::new("valid_to", What::DayOutOfOrder));
        }
        problems
    }
}
