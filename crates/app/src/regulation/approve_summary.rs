//! Duyệt bản tóm tắt: of an internal document everybody reads the citation and this summary, and nothing else.

use caunoi_domain::{opinion::secrecy, people::policy::Action, problem::What, record::event::Datum, regulation::document::Visibility};
use caunoi_store::{Tx, regulation, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Approves the summary of an internal document.
#[derive(Clone, Debug)]
pub struct ApproveSummary {
    /// The document's id.
    pub regulation: String,
    /// The summary as everybody reads it.
    pub summary: String,
}

impl Verb for ApproveSummary {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let found = super::own(tx, cx, Action::Publish, &self.regulation).await?;
        if found.document.visibility != Visibility::Internal {
            return Err(Refusal::not_now(found.document.visibility));
        }
        if self.summary.is_empty() {
            return Err(Refusal::problem("summary", What::Empty));
        }
        if secrecy::text_is_marked(&self.summary) {
            return Err(Refusal::problem("summary", What::StateSecret));
        }
        // Approved as it stands: nothing is approved anew.
        if found.summary == self.summary {
            return Ok(());
        }
        regulation::put_summary(tx, &found.document.id, &self.summary, cx.actor.label(), cx.now_us).await?;
        super::find_it(tx, cx, &found.document, &self.summary).await?;
        let keeper = unit::find(tx, &found.keeper).await?.ok_or(Refusal::NotFound("unit"))?;
        cx.record(
            tx,
            Happened {
                kind: "regulation.summary_approved",
                unit_id: &keeper.id,
                province_id: &keeper.province_id,
                subject_kind: "regulation",
                subject: &found.document.id,
                data: vec![("summary_sha256", cx.commit(self.summary.as_bytes())), ("version", Datum::Int(found.version))],
            },
        )
        .await
    }
}
