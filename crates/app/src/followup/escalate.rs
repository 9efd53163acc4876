//! Kiến nghị cấp trên: a matter goes up to the inbox of a superior unit, or by dispatch to a body without an account (P7).

use caunoi_domain::{
    followup::{EscalationMode, EscalationState, news::NewsKind},
    opinion::{
        item::{NextCode, Standing},
        step::Step,
        submission::LINE_MAX,
        tracking_code::PublicId,
    },
    problem::{Problem, What},
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    escalation::{self, EscalationRow},
    item::{self, ItemRow, Next},
    news::To,
    staff_search::{self, StaffDoc},
    unit,
};

use super::news::{self, About};
use crate::{
    context::{Cx, Happened},
    opinion::restrict,
    refusal::Refusal,
};

/// A matter to be sent up. Whether the actor may send it is asked by the verb that does.
pub struct NewEscalation<'a> {
    /// The item, as it was loaded in this transaction.
    pub item: &'a mut ItemRow,
    /// The conclusion it follows.
    pub conclusion_id: Option<String>,
    /// The superior unit, for [`EscalationMode::Inbox`]: one above the item's own.
    pub to_unit_id: Option<String>,
    /// The body without an account, for [`EscalationMode::Dispatch`].
    pub to_body: String,
    /// How.
    pub mode: EscalationMode,
    /// What is asked.
    pub text: String,
    /// Number and symbol of the paper; needed for a dispatch.
    pub paper: String,
    /// ISO day of the paper; needed for a dispatch.
    pub paper_on: Option<String>,
    /// ISO day by which an answer is asked; absent: [`LimitName::SuperiorAnswer`].
    pub due_on: Option<String>,
}

/// Sends a matter up: row, step, event; the item stands at "escalated" and the superior acts next. Saves the item.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `to_unit`, `to_body`, `text`, `paper`, `paper_on`, `due`; the store's failure.
pub async fn open(tx: &mut Tx<'_>, cx: &Cx, new: NewEscalation<'_>) -> Result<EscalationRow, Refusal> {
    restrict::unrestricted(tx, new.item).await?;
    let to = receiver(tx, &new).await?;
    check(cx, &new)?;
    let due_on = new.due_on.unwrap_or_else(|| cx.due(LimitName::SuperiorAnswer).0);
    let row = EscalationRow {
        id: cx.id(),
        province_id: new.item.province_id.clone(),
        public_id: cx.public_id().to_i64(),
        item_id: new.item.id.clone(),
        conclusion_id: new.conclusion_id,
        from_unit_id: new.item.unit_id.clone(),
        to_unit_id: new.to_unit_id.filter(|_| new.mode == EscalationMode::Inbox),
        to_body: to,
        mode: new.mode,
        text: new.text,
        paper: new.paper,
        paper_on: new.paper_on,
        due_on: Some(due_on.clone()),
        state: EscalationState::Sent,
        sent_at: cx.now_us,
        sent_on: cx.today_iso(),
        acknowledged_on: None,
        acknowledged_by: String::new(),
        answered_at: None,
        answered_on: None,
        answered_by: String::new(),
        answer: String::new(),
        answer_norm: String::new(),
        answer_paper: String::new(),
    };
    escalation::add(tx, &row).await?;
    staff_search::put(
        tx,
        &StaffDoc {
            kind: "escalation",
            reference: &PublicId::from_i64(row.public_id).to_string(),
            unit_id: &row.from_unit_id,
            // Goes with the opinion where that is sealed.
            subject_id: &new.item.opinion_id,
            title: &row.paper,
            person: "",
            text: &format!("{} {}", row.paper, row.to_body),
            on_day: &row.sent_on,
        },
    )
    .await?;
    let step = Step::Escalated { to: row.to_body.clone(), mode: row.mode, paper: row.paper.clone() };
    cx.step(tx, &row.province_id, &row.item_id, &step).await?;
    if let Some(unit_id) = &row.to_unit_id {
        news::raise(tx, cx, unit_id, To::Office, NewsKind::CameUp, About::Sent(&row.id)).await?;
    }
    cx.record(
        tx,
        Happened {
            kind: "escalation.opened",
            unit_id: &row.from_unit_id,
            province_id: &row.province_id,
            subject_kind: "escalation",
            subject: &row.id,
            data: vec![
                ("public_id", Datum::Id(PublicId::from_i64(row.public_id).to_string())),
                ("item", Datum::Id(row.item_id.clone())),
                ("mode", Datum::Code(row.mode.code().to_owned())),
                ("due_on", Datum::Date(due_on)),
                ("text_sha256", cx.commit(row.text.as_bytes())),
            ],
        },
    )
    .await?;
    new.item.standing = Standing::Escalated;
    new.item.next = next_superior(&row);
    item::save(tx, new.item, cx.now_us).await?;
    unit::bump_version(tx, &row.from_unit_id).await?;
    Ok(row)
}

/// The superior acts next. The limit is a request, so its basis is the paper that asks.
pub(crate) fn next_superior(e: &EscalationRow) -> Next {
    Next { code: NextCode::Superior, actor: e.to_body.clone(), due_on: e.due_on.clone(), basis: e.paper.clone() }
}

/// To whom, as it stands on the thread.
async fn receiver(tx: &mut Tx<'_>, new: &NewEscalation<'_>) -> Result<String, Refusal> {
    if new.mode == EscalationMode::Dispatch {
        return Ok(new.to_body.clone());
    }
    let wanted = new.to_unit_id.as_deref().unwrap_or_default();
    let own = unit::find(tx, &new.item.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let above = own.parent_id.as_deref() == Some(wanted) || (own.province_id == wanted && own.id != wanted);
    match unit::find(tx, wanted).await? {
        Some(superior) if above => Ok(superior.name),
        _ => Err(Refusal::problem("to_unit", What::NotAChoice)),
    }
}

fn check(cx: &Cx, new: &NewEscalation<'_>) -> Result<(), Refusal> {
    let mut problems = Vec::new();
    let mut needed = |field, there: bool| {
        if !there {
            problems.push(Problem::new(field, What::Empty));
        }
    };
    needed("text", !new.text.is_empty());
    if new.mode == EscalationMode::Dispatch {
        needed("to_body", !new.to_body.is_empty());
        needed("paper", !new.paper.is_empty());
        needed("paper_on", new.paper_on.is_some());
    }
    for (field, text) in [("to_body", &new.to_body), ("paper", &new.paper)] {
        if text.chars().count() > LINE_MAX {
            problems.push(Problem::new(field, What::TooLong { max: LINE_MAX }));
        }
    }
    let today = cx.today_iso();
    if new.paper_on.as_ref().is_some_and(|day| *day > today) {
        problems.push(Problem::new("paper_on", What::DayOutOfOrder));
    }
    if new.due_on.as_ref().is_some_and(|day| *day < today) {
        problems.push(Problem::new("due", What::DayOutOfOrder));
    }
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
}
