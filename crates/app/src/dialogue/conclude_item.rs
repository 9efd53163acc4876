//! An item is concluded in a draft notice: one of three outcomes, with what that outcome needs (S4.3). The same conclusion
//! again changes nothing: what was checked stays checked.

use caunoi_domain::{
    dialogue::{
        notice_form::{ConclusionForm, Receiver},
        state::NoticeState,
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    conclusion::{self, ConclusionRow, Wanted},
    dialogue::DialogueRow,
    notice::NoticeRow,
    people, unit,
};

use super::notice;
use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Concludes an item.
#[derive(Clone, Debug)]
pub struct ConcludeItem {
    /// The notice's public id.
    pub notice: i64,
    /// The item's public id.
    pub item: i64,
    /// The conclusion.
    pub form: ConclusionForm,
    /// For every item of the same issue that nothing else concludes.
    pub whole_issue: bool,
}

impl Verb for ConcludeItem {
    /// How many items have this conclusion.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let (mut n, d) = notice::unissued(tx, cx, self.notice).await?;
        self.check(tx, &d).await?;
        let wanted = conclusion::wanted(tx, &d.id).await?;
        let chosen = wanted.iter().find(|w| w.item.public_id == self.item).ok_or(Refusal::NotFound("item"))?;
        if chosen.notice_state == Some(NoticeState::Issued) {
            return Err(Refusal::not_now(NoticeState::Issued));
        }
        let before = conclusion::of_notice(tx, &n.id).await?;
        let mut count = 0;
        let together = if self.whole_issue { conclusion::of_one_issue(&wanted, chosen, &n.id) } else { vec![chosen] };
        for (seq, w) in (1..).zip(&wanted) {
            if together.iter().any(|x| x.item.id == w.item.id) {
                let f = &self.form;
                Discreet::about(tx, &w.item).await?.check(&[("text", &f.text), ("norm", &f.norm), ("reason", &f.reason)])?;
                let row = self.row(cx, &n, w, seq);
                if !before.iter().any(|v| v.conclusion.says_as(&row)) {
                    notice::uncheck(tx, &mut n).await?;
                    put(tx, w, &row).await?;
                    self.tell(tx, cx, &d, w).await?;
                }
                count += 1;
            }
        }
        Ok(count)
    }
}

impl ConcludeItem {
    /// Bodies of this unit that have an account; a superior unit above this one.
    async fn check(&self, tx: &mut Tx<'_>, d: &DialogueRow) -> Result<(), Refusal> {
        let mut problems = Vec::new();
        let bodies = people::bodies(tx, &d.unit_id).await?;
        let known = |id: &String| bodies.iter().any(|b| b.id == *id && b.has_account);
        if !self.form.body_id.iter().all(known) {
            problems.push(Problem::new("body", What::NotAChoice));
        }
        if !self.form.partners.iter().all(known) {
            problems.push(Problem::new("partners", What::NotAChoice));
        }
        if let Receiver::Unit(id) = &self.form.receiver {
            let own = unit::find(tx, &d.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
            if own.id == *id || !(own.parent_id.as_ref() == Some(id) || own.province_id == *id) {
                problems.push(Problem::new("receiver", What::NotAChoice));
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
    }

    fn row(&self, cx: &Cx, n: &NoticeRow, w: &Wanted, seq: i64) -> ConclusionRow {
        let f = self.form.clone();
        let (escalate_unit_id, escalate_body, escalate_paper, escalate_paper_on) = match f.receiver {
            Receiver::Unknown => (None, String::new(), String::new(), None),
            Receiver::Unit(id) => (Some(id), String::new(), String::new(), None),
            Receiver::Paper { body, paper, on } => (None, body, paper, on.map(|day| day.to_string())),
        };
        ConclusionRow {
            id: cx.id(),
            notice_id: n.id.clone(),
            unit_id: n.unit_id.clone(),
            public_id: cx.public_id().to_i64(),
            item_id: w.item.id.clone(),
            seq,
            substate: f.substate,
            text: f.text,
            norm: f.norm,
            reason: f.reason,
            body_id: f.body_id,
            partners: f.partners,
            due_on: f.due_on.map(|day| day.to_string()),
            escalate_unit_id,
            escalate_body,
            escalate_paper,
            escalate_paper_on,
        }
    }

    async fn tell(&self, tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, w: &Wanted) -> Result<(), Refusal> {
        let data = vec![
            ("item", Datum::Id(w.item.id.clone())),
            ("outcome", Datum::Code(self.form.substate.outcome().code().to_owned())),
            ("substate", Datum::Code(self.form.substate.code().to_owned())),
            ("text_sha256", cx.commit(self.form.text.as_bytes())),
        ];
        super::tell(tx, cx, d, "item.concluded_in_draft", data).await
    }
}

/// Writes the conclusion of an item in place of another, in this notice or in the draft of the other body.
async fn put(tx: &mut Tx<'_>, w: &Wanted, row: &ConclusionRow) -> Result<(), Refusal> {
    if let Some(other) = w.notice_id.as_ref().filter(|id| **id != row.notice_id) {
        conclusion::remove(tx, other, &w.item.id).await?;
    }
    conclusion::put(tx, row).await?;
    Ok(())
}
