//! A conclusion notice as it stands in the store, read for pages, checks and the issue.

use caunoi_domain::{
    dialogue::{
        notice::{Concluded, Item, Notice},
        numbering::Numbering,
        state::{MinutesState, NoticeState},
    },
    people::policy::{Action, Scope},
};
use caunoi_store::{
    Tx,
    conclusion::{self, ConclusionView, Wanted},
    dialogue::{self, DialogueRow},
    minutes,
    notice::{self, NoticeRow},
};

use crate::{context::Cx, refusal::Refusal};

/// The notice of that public id and its dialogue, where the actor may do the action.
pub(super) async fn find(tx: &mut Tx<'_>, cx: &Cx, public_id: i64, action: Action) -> Result<(NoticeRow, DialogueRow), Refusal> {
    let n = notice::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("notice"))?;
    cx.allow(action, Scope::unit(&n.unit_id))?;
    let d = dialogue::find(tx, &n.dialogue_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    Ok((n, d))
}

/// As [`find`], where the draft can still be written in.
pub(super) async fn unissued(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<(NoticeRow, DialogueRow), Refusal> {
    let (n, d) = find(tx, cx, public_id, Action::PrepareDialogue).await?;
    if n.state == NoticeState::Issued { Err(Refusal::not_now(n.state)) } else { Ok((n, d)) }
}

/// What was checked goes back to a draft, because other words have to be checked again.
pub(super) async fn uncheck(tx: &mut Tx<'_>, n: &mut NoticeRow) -> Result<(), Refusal> {
    if n.state == NoticeState::Checked {
        n.state = NoticeState::Draft;
        notice::save(tx, n).await?;
    }
    Ok(())
}

/// What a conclusion says, in the words of papers. A day that has passed is no day by which anything can be done.
#[must_use]
pub fn concluded(v: &ConclusionView, today: &str) -> Concluded {
    let c = &v.conclusion;
    let by_paper = c.escalate_unit_id.is_none();
    Concluded {
        substate: Some(c.substate),
        text: c.text.clone(),
        norm: c.norm.clone(),
        reason: c.reason.clone(),
        body: v.body.clone(),
        due_on: c.due_on.clone().filter(|day| day.as_str() >= today).unwrap_or_default(),
        receiver: if by_paper { c.escalate_body.clone() } else { v.escalate_unit.clone() },
        paper: if c.escalate_paper_on.is_some() { c.escalate_paper.clone() } else { String::new() },
        by_paper,
    }
}

/// A draft with everything that its check asks about: whether the minutes are signed, and every item that the dialogue has
/// to answer.
#[must_use]
pub fn assemble(n: &NoticeRow, minutes_signed: bool, wanted: &[Wanted], views: &[ConclusionView], today: &str) -> Notice {
    let items = wanted.iter().map(|w| Item {
        id: w.item.id.clone(),
        title: w.item.title.clone(),
        concluded: views.iter().find(|v| v.item.id == w.item.id).map(|v| concluded(v, today)),
        by_the_other: w.notice_id.as_ref().is_some_and(|id| *id != n.id),
    });
    Notice {
        minutes_signed,
        checked: n.state != NoticeState::Draft,
        numbering: n.numbering,
        number: n.entered_number,
        signed_on: match n.numbering {
            // What is issued here is signed by issuing it.
            Numbering::Issued => today.to_owned(),
            Numbering::Entered => n.signed_on.clone().unwrap_or_default(),
        },
        signer_name: n.signer_name.clone(),
        signer_post: n.signer_post.clone(),
        items: items.collect(),
    }
}

/// As [`assemble`], loading what it needs.
pub(super) async fn load(
    tx: &mut Tx<'_>,
    cx: &Cx,
    d: &DialogueRow,
    n: &NoticeRow,
) -> Result<(Notice, Vec<Wanted>, Vec<ConclusionView>), Refusal> {
    let wanted = conclusion::wanted(tx, &d.id).await?;
    let views = conclusion::of_notice(tx, &n.id).await?;
    let minutes_signed = minutes::of_dialogue(tx, &d.id).await?.is_some_and(|m| m.state == MinutesState::Signed);
    let facts = assemble(n, minutes_signed, &wanted, &views, &cx.today_iso());
    Ok((facts, wanted, views))
}
