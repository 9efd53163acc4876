//! Công khai: what must be public is opened with its proofs, each proof is given, ended or corrected (L3, S0.19).

mod add_matter;
mod end_posting;
mod give_proof;
mod open;
mod publish_matter;
mod void_proof;

pub use add_matter::AddMatter;
pub use end_posting::EndPosting;
pub use give_proof::{GiveProof, Given};
pub(crate) use open::{open_announcement, open_results};
pub use publish_matter::PublishMatter;
pub use void_proof::VoidProof;

use caunoi_domain::{
    people::policy::{Action, Scope},
    publishing::matter::Matters,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    publication_proof::{self, ProofRow},
};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The matters that must be public.
///
/// # Errors
/// [`Refusal::Broken`] where the list that ships with the program cannot be read: a defect.
pub fn matters() -> Result<Matters, Refusal> {
    Matters::builtin().map_err(|e| Refusal::Broken(e.to_string()))
}

/// Where a proof belongs, for the policy: the villages prove their own.
pub(crate) fn scope(p: &ProofRow) -> Scope<'_> {
    p.village_id.as_deref().map_or_else(|| Scope::unit(&p.unit_id), |v| Scope::village(&p.unit_id, v))
}

/// The proof of that public id, where the actor may do the action with it.
async fn load(tx: &mut Tx<'_>, cx: &Cx, public_id: i64, action: Action) -> Result<ProofRow, Refusal> {
    let p = publication_proof::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("proof"))?;
    cx.allow(action, scope(&p))?;
    Ok(p)
}

/// Tells the record what happened to a proof.
async fn tell(tx: &mut Tx<'_>, cx: &Cx, p: &ProofRow, kind: &'static str, mut data: Vec<(&'static str, Datum)>) -> Result<(), Refusal> {
    data.push(("way", Datum::Code(p.way.code().to_owned())));
    data.push(("publication", Datum::Id(p.publication_id.clone())));
    if let Some(village) = &p.village_id {
        data.push(("village", Datum::Id(village.clone())));
    }
    cx.record(
        tx,
        Happened { kind, unit_id: &p.unit_id, province_id: &p.province_id, subject_kind: "publication_proof", subject: &p.id, data },
    )
    .await?;
    Ok(caunoi_store::unit::bump_version(tx, &p.unit_id).await?)
}
