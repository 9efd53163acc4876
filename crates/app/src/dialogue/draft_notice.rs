//! A conclusion notice is drafted for one of the bodies whose head chaired; its head is written (P5).

use caunoi_domain::{
    dialogue::{
        notice_form::Head,
        numbering::Numbering,
        state::{DialogueState, NoticeState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    notice::{self as rows, NoticeRow},
    presiding,
};

use super::notice;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Drafts a notice. Two heads may conclude one dialogue by two notices.
#[derive(Clone, Debug)]
pub struct DraftNotice {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The body that issues it.
    pub body_id: String,
}

impl Verb for DraftNotice {
    /// The notice's public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.state != DialogueState::Held {
            return Err(Refusal::not_now(d.state));
        }
        if let Some(there) = rows::of_dialogue(tx, &d.id).await?.into_iter().find(|n| n.body_id == self.body_id) {
            return Ok(there.public_id);
        }
        let chair = presiding::of(tx, &d.id)
            .await?
            .into_iter()
            .find(|c| c.body_id == self.body_id && !c.council)
            .ok_or_else(|| Refusal::problem("body", What::NotAChoice))?;
        let public_id = cx.public_id();
        let row = NoticeRow {
            id: cx.id(),
            dialogue_id: d.id.clone(),
            unit_id: d.unit_id.clone(),
            public_id: public_id.to_i64(),
            body_id: self.body_id.clone(),
            state: NoticeState::Draft,
            number: None,
            entered_number: None,
            symbol: String::new(),
            numbering: Numbering::Issued,
            series: None,
            signed_on: None,
            signer_name: chair.holder,
            signer_post: chair.post_name,
            assessment: String::new(),
            issued_at: None,
            canonical: String::new(),
            hash: String::new(),
        };
        rows::add(tx, &row).await?;
        let data = vec![("notice", Datum::Id(public_id.to_string())), ("body", Datum::Id(row.body_id.clone()))];
        super::tell(tx, cx, &d, "notice.drafted", data).await?;
        Ok(row.public_id)
    }
}

/// Writes the head of a draft.
#[derive(Clone, Debug)]
pub struct WriteNotice {
    /// The notice's public id.
    pub notice: i64,
    /// What stands there from now on.
    pub head: Head,
}

impl Verb for WriteNotice {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (before, d) = notice::unissued(tx, cx, self.notice).await?;
        let mut n = before.clone();
        let h = self.head.clone();
        n.numbering = h.numbering;
        n.entered_number = h.number;
        n.signed_on = h.signed_on.map(|day| day.to_string());
        n.signer_name = h.signer_name;
        n.signer_post = h.signer_post;
        n.assessment = h.assessment;
        if n == before {
            return Ok(());
        }
        notice::uncheck(tx, &mut n).await?;
        rows::save(tx, &n).await?;
        let data = vec![
            ("notice", Datum::Id(PublicId::from_i64(n.public_id).to_string())),
            ("assessment_sha256", cx.commit(n.assessment.as_bytes())),
        ];
        super::tell(tx, cx, &d, "notice.head_written", data).await
    }
}
