//! A wrong proof is voided with its reason, and is missing again: what was said stays readable, superseded.

use caunoi_domain::{
    opinion::submission::text,
    people::policy::Action,
    problem::{Problem, What},
    publishing::proof::LINE_MAX,
};
use caunoi_store::{Tx, publication, publication_proof};

use super::open::missing;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Voids a proof.
#[derive(Clone, Debug)]
pub struct VoidProof {
    /// Public id of the proof.
    pub proof: i64,
    /// Why.
    pub reason: String,
}

impl Verb for VoidProof {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let p = publication_proof::find_public(tx, self.proof).await?.ok_or(Refusal::NotFound("proof"))?;
        cx.allow(Action::KeepPublication, caunoi_domain::people::policy::Scope::unit(&p.unit_id))?;
        let mut problems: Vec<Problem> = Vec::new();
        let reason = text(&self.reason, "note", LINE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        if !publication_proof::void(tx, &p.id, cx.now_us, cx.actor.label(), &reason).await? {
            return Err(Refusal::Invalid(vec![Problem::new("", What::NotNow { state: "proof_missing".to_owned() })]));
        }
        let of = publication::find(tx, &p.publication_id).await?.ok_or(Refusal::NotFound("publication"))?;
        publication_proof::open(tx, &missing(cx, &of, p.way, p.village_id.clone())).await?;
        super::tell(tx, cx, &p, "publication.proof_voided", vec![("reason_sha256", cx.commit(reason.as_bytes()))]).await
    }
}
