//! The office adds a matter that must be public, with the citation that asks it.

use caunoi_domain::{
    opinion::submission::text,
    people::policy::{Action, Scope},
    publishing::proof::LINE_MAX,
};
use caunoi_store::{
    Tx,
    publication::{self, OwnMatter},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Adds a matter.
#[derive(Clone, Debug)]
pub struct AddMatter {
    /// The unit's id.
    pub unit_id: String,
    /// What must be public.
    pub title: String,
    /// Who says so: document and clause.
    pub citation: String,
}

impl Verb for AddMatter {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::KeepPublication, Scope::unit(&self.unit_id))?;
        let commune = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let mut problems = Vec::new();
        let title = text(&self.title, "matter_title", LINE_MAX, true, &mut problems);
        let citation = text(&self.citation, "citation", LINE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let row = OwnMatter {
            id: cx.id(),
            province_id: commune.province_id.clone(),
            unit_id: commune.id.clone(),
            title,
            citation,
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        publication::add_matter(tx, &row).await?;
        let data = vec![("title_sha256", cx.commit(row.title.as_bytes())), ("citation_sha256", cx.commit(row.citation.as_bytes()))];
        let (unit_id, province_id) = (&commune.id, &commune.province_id);
        cx.record(
            tx,
            Happened { kind: "publication.matter_added", unit_id, province_id, subject_kind: "public_matter", subject: &row.id, data },
        )
        .await
    }
}
