//! A posting is taken down: its end is written once (biên bản kết thúc niêm yết).

use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{Tx, publication_proof};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Ends a posting.
#[derive(Clone, Copy, Debug)]
pub struct EndPosting {
    /// Public id of the proof.
    pub proof: i64,
    /// The day on which it was taken down.
    pub on: Date,
}

impl Verb for EndPosting {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let p = super::load(tx, cx, self.proof, Action::GiveProof).await?;
        if !p.way.is_posted() {
            return Err(Refusal::not_now("not_posted"));
        }
        let on = self.on.to_string();
        if self.on > cx.today || p.from_on.as_ref().is_none_or(|from| on < *from) {
            return Err(Refusal::Invalid(vec![Problem::new("ended_on", What::DayOutOfOrder)]));
        }
        if !publication_proof::end(tx, &p.id, &on, cx.actor.label()).await? {
            return Err(Refusal::not_now("posting_ended"));
        }
        super::tell(tx, cx, &p, "publication.posting_ended", vec![("ended_on", Datum::date(self.on))]).await
    }
}
