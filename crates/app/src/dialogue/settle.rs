//! What an issued conclusion does to its item: the step on its thread, and who acts next.

use caunoi_domain::{
    dialogue::outcome::Substate,
    followup::{EscalationMode, EscalationState},
    opinion::{
        item::{NextCode, Standing},
        step::Step,
        tracking_code::PublicId,
    },
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    conclusion::{ConclusionRow, ConclusionView},
    escalation::{self, EscalationRow},
    item::{self, ItemRow, Next},
    notice::NoticeRow,
};

use super::findable;
use crate::{
    context::Cx,
    followup::{
        assign::{self, NewTask},
        escalate::{self, NewEscalation},
        resolve,
    },
    refusal::Refusal,
};

/// Settles an item by its conclusion.
pub(super) async fn settle(tx: &mut Tx<'_>, cx: &Cx, n: &NoticeRow, v: ConclusionView) -> Result<(), Refusal> {
    let ConclusionView { conclusion: c, item: mut i, escalate_unit, .. } = v;
    let step = Step::Concluded {
        notice: PublicId::from_i64(n.public_id).to_string(),
        symbol: n.symbol.clone(),
        conclusion: PublicId::from_i64(c.public_id).to_string(),
        outcome: c.substate.outcome(),
        substate: c.substate,
        text: c.text.clone(),
    };
    cx.step(tx, &i.province_id, &i.id, &step).await?;
    i.disposed_at.get_or_insert(cx.now_us);
    findable::renew(tx, cx, &i).await?;
    match c.substate {
        Substate::Done | Substate::Explained => resolve::resolve(tx, cx, &mut i).await,
        Substate::InProgress => assigned(tx, cx, n, &c, &mut i).await,
        Substate::NoResources => {
            assigned(tx, cx, n, &c, &mut i).await?;
            i.standing = Standing::NoResources;
            Ok(item::save(tx, &i, cx.now_us).await?)
        }
        Substate::Sent => sent(tx, cx, c, &mut i).await,
        Substate::Answered => answered(tx, cx, c, &escalate_unit, &mut i).await,
    }
}

async fn assigned(tx: &mut Tx<'_>, cx: &Cx, n: &NoticeRow, c: &ConclusionRow, i: &mut ItemRow) -> Result<(), Refusal> {
    let task = NewTask {
        item: i,
        conclusion_id: Some(c.id.clone()),
        parent_id: None,
        body_id: c.body_id.clone().unwrap_or_default(),
        partners: c.partners.clone(),
        task: c.text.clone(),
        due_on: c.due_on.clone(),
        due_basis: format!("Thông báo {}", n.symbol),
    };
    assign::open(tx, cx, task).await?;
    Ok(())
}

async fn sent(tx: &mut Tx<'_>, cx: &Cx, c: ConclusionRow, i: &mut ItemRow) -> Result<(), Refusal> {
    let up = NewEscalation {
        item: i,
        conclusion_id: Some(c.id),
        mode: if c.escalate_unit_id.is_some() { EscalationMode::Inbox } else { EscalationMode::Dispatch },
        to_unit_id: c.escalate_unit_id,
        to_body: c.escalate_body,
        text: c.text,
        paper: c.escalate_paper,
        paper_on: c.escalate_paper_on,
        due_on: c.due_on,
    };
    escalate::open(tx, cx, up).await?;
    Ok(())
}

/// The superior had answered before the notice was issued: the matter is written down as sent and answered, and the
/// office passes the answer on to the person.
async fn answered(tx: &mut Tx<'_>, cx: &Cx, c: ConclusionRow, escalate_unit: &str, i: &mut ItemRow) -> Result<(), Refusal> {
    let inbox = c.escalate_unit_id.is_some();
    let to = if inbox { escalate_unit.to_owned() } else { c.escalate_body };
    let row = EscalationRow {
        id: cx.id(),
        province_id: i.province_id.clone(),
        public_id: cx.public_id().to_i64(),
        item_id: i.id.clone(),
        conclusion_id: Some(c.id),
        from_unit_id: i.unit_id.clone(),
        to_unit_id: c.escalate_unit_id,
        to_body: to.clone(),
        mode: if inbox { EscalationMode::Inbox } else { EscalationMode::Dispatch },
        text: i.title.clone(),
        paper: c.escalate_paper,
        paper_on: c.escalate_paper_on,
        due_on: None,
        state: EscalationState::Answered,
        sent_at: cx.now_us,
        sent_on: cx.today_iso(),
        acknowledged_on: None,
        acknowledged_by: String::new(),
        answered_at: Some(cx.now_us),
        answered_on: Some(cx.today_iso()),
        answered_by: to,
        answer: c.text,
        answer_norm: c.norm,
        answer_paper: String::new(),
    };
    escalation::add(tx, &row).await?;
    escalation::answer(tx, &row).await?;
    let (due_on, basis) = cx.due(LimitName::PersonNotice);
    i.standing = Standing::SuperiorAnswered;
    i.next = Next { code: NextCode::Office, actor: resolve::office(tx, &i.unit_id).await?, due_on: Some(due_on), basis };
    item::save(tx, i, cx.now_us).await?;
    Ok(())
}
