//! The proof that something is public is given: by the office with who, where and a paper or a file, or by the head of
//! a village in two taps (P14).

use caunoi_domain::{
    people::{actor::Actor, policy::Action},
    publishing::proof::ProofForm,
    record::event::Datum,
};
use caunoi_store::{Tx, publication_proof};

use crate::{
    context::{Cx, Verb},
    opinion::upload::{self, AttachTo, Kept},
    refusal::Refusal,
};

/// How a proof is given.
#[derive(Clone, Debug)]
pub enum Given {
    /// By the office.
    Form(ProofForm),
    /// By the link of the village: posted today, at the village's usual place.
    Tapped {
        /// Where the village posts.
        place: String,
    },
}

/// Gives a proof.
#[derive(Clone, Debug)]
pub struct GiveProof {
    /// Public id of the proof.
    pub proof: i64,
    /// What is said.
    pub given: Given,
    /// Durable files: a photo, a scan.
    pub files: Vec<Kept>,
}

impl Verb for GiveProof {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut p = super::load(tx, cx, self.proof, Action::GiveProof).await?;
        match &self.given {
            Given::Form(form) if matches!(cx.actor, Actor::Officer(_)) => {
                p.from_on = Some(form.from_on.to_string());
                p.to_on = form.to_on.map(|d| d.to_string());
                p.place.clone_from(&form.place);
                p.who.clone_from(&form.who);
                p.paper.clone_from(&form.paper);
            }
            Given::Tapped { place } if matches!(cx.actor, Actor::Village(_)) => {
                p.from_on = Some(cx.today_iso());
                p.place.clone_from(place);
                p.who = cx.actor.label().to_owned();
            }
            _ => return Err(Refusal::NotAllowed(Action::GiveProof)),
        }
        p.at = Some(cx.now_us);
        cx.actor.id().clone_into(&mut p.by_user);
        cx.actor.label().clone_into(&mut p.by_label);
        if !publication_proof::give(tx, &p).await? {
            return Err(Refusal::not_now("proof_given"));
        }
        upload::attach(tx, cx, AttachTo { unit_id: &p.unit_id, kind: "publication_proof", id: &p.id, public: false }, &self.files).await?;
        let mut data = vec![
            ("from_on", Datum::Date(p.from_on.clone().unwrap_or_default())),
            ("place_sha256", cx.commit(p.place.as_bytes())),
            ("who_sha256", cx.commit(p.who.as_bytes())),
            ("paper_sha256", cx.commit(p.paper.as_bytes())),
            ("files", Datum::Int(i64::try_from(self.files.len()).unwrap_or(0))),
        ];
        if let Some(to) = &p.to_on {
            data.push(("to_on", Datum::Date(to.clone())));
        }
        super::tell(tx, cx, &p, "publication.proved", data).await
    }
}
