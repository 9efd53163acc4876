//! Đôn đốc theo quy định của đơn vị: the rules, what the program drafts or sends by them, and who sends a draft. Every
//! urging stands on the thread; never two for one matter on a day.

use caunoi_domain::{
    followup::{
        news::NewsKind,
        urging_rule::{Policy, UrgingMode, UrgingRule},
    },
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::{
        ledger::DutyState,
        remedial::{RemedialSide, RemedialState},
    },
};
use caunoi_store::{
    Tx, assignment,
    news::To,
    remedial, unit,
    urging::{self, Urged},
    urging_rule::{self, DraftRow},
};
use jiff::civil::Date;

use super::{
    news::{self, About},
    urge::{self, Subject},
};
use crate::{
    context::{Cx, Happened, Verb},
    duty::{reckon, remedial::urge as urge_remedial, urge_duty},
    refusal::Refusal,
};

/// Sets a rule of the own unit. That a machine sends by itself is a head's decision.
#[derive(Clone, Debug)]
pub struct SetUrgingRule {
    /// The unit's id.
    pub unit_id: String,
    /// The rule.
    pub policy: Policy,
}

impl Verb for SetUrgingRule {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let head = cx.allow(Action::PublishLedger, Scope::unit(&self.unit_id)).is_ok();
        if self.policy.mode != UrgingMode::Automatic || !head {
            cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        }
        if self.policy.mode == UrgingMode::Automatic && !head {
            return Err(Refusal::problem("mode", What::HeadDecides));
        }
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        // Saved as it stands, or pressed twice: nothing is set.
        if urging_rule::of(tx, &unit.id).await?.contains(&self.policy) {
            return Ok(());
        }
        urging_rule::put(tx, &cx.id(), &unit.id, &self.policy, cx.now_us, (cx.actor.id(), cx.actor.label())).await?;
        let p = &self.policy;
        let data = vec![("rule", Datum::Code(p.rule.code().to_owned())), ("mode", Datum::Code(p.mode.code().to_owned()))];
        record(tx, cx, &unit, "urging.rule_set", &unit.id, data).await
    }
}

/// Drafts a reminder by a rule, or sends it where the rule says so. Answers whether there is a new one.
#[derive(Clone, Debug)]
pub struct DraftByRule {
    /// The draft; its id, moment and day are set here.
    pub draft: DraftRow,
}

impl Verb for DraftByRule {
    type Done = bool;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<bool, Refusal> {
        cx.allow(Action::Urge, Scope::unit(&self.draft.unit_id))?;
        let draft = DraftRow { id: cx.id(), at: cx.now_us, on_day: cx.today_iso(), ..self.draft.clone() };
        if urged_today(tx, cx, &draft).await? {
            return Ok(false);
        }
        let automatic = draft.mode == UrgingMode::Automatic;
        let state = if automatic { "sent" } else { "waiting" };
        if !urging_rule::draft(tx, &draft, state).await? {
            return Ok(false);
        }
        if automatic {
            send(tx, cx, &draft).await?;
        }
        Ok(true)
    }
}

/// Sends a draft: the office one that it may send, a head one that waits for a yes.
#[derive(Clone, Debug)]
pub struct SendDraft {
    /// The draft's id.
    pub draft: String,
}

impl Verb for SendDraft {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let draft = own(tx, cx, &self.draft).await?;
        if urged_today(tx, cx, &draft).await? {
            return Err(Refusal::problem("urging", What::UrgedToday));
        }
        if draft.subject_kind == Urged::Duty.code() {
            owed_still(tx, cx, &draft).await?;
        }
        urging_rule::end(tx, &draft.id, "sent", cx.now_us, cx.actor.label()).await?;
        send(tx, cx, &draft).await
    }
}

/// A duty that was done since the reminder was drafted, or whose reason was accepted, is not reminded of.
async fn owed_still(tx: &mut Tx<'_>, cx: &Cx, d: &DraftRow) -> Result<(), Refusal> {
    let year = d.due_on.parse::<Date>().map_err(|e| Refusal::Broken(format!("the day of a drafted reminder: {e}")))?.year();
    // What falls due in January may be of the year before.
    let r = reckon::reckon(tx, &cx.calendar, &d.unit_id, year.saturating_sub(1)..=year, cx.today).await?;
    match r.duties.iter().find(|x| x.id == d.subject_id).map_or(DutyState::NotApplicable, |x| x.state) {
        DutyState::Due | DutyState::Breached => Ok(()),
        settled => Err(Refusal::not_now(settled)),
    }
}

/// Drops a draft: nothing is sent.
#[derive(Clone, Debug)]
pub struct DropDraft {
    /// The draft's id.
    pub draft: String,
}

impl Verb for DropDraft {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let draft = own(tx, cx, &self.draft).await?;
        urging_rule::end(tx, &draft.id, "dropped", cx.now_us, cx.actor.label()).await?;
        let unit = unit::find(tx, &draft.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        record(tx, cx, &unit, "urging.dropped", &draft.id, Vec::new()).await
    }
}

/// A draft that waits and that the actor may send or drop.
async fn own(tx: &mut Tx<'_>, cx: &Cx, id: &str) -> Result<DraftRow, Refusal> {
    let draft = urging_rule::find_waiting(tx, id).await?.ok_or(Refusal::NotFound("draft"))?;
    let action = if draft.mode == UrgingMode::Approved { Action::PublishLedger } else { Action::Urge };
    cx.allow(action, Scope::unit(&draft.unit_id))?;
    Ok(draft)
}

async fn urged_today(tx: &mut Tx<'_>, cx: &Cx, d: &DraftRow) -> Result<bool, Refusal> {
    let kinds = [Urged::Duty, Urged::Remedial];
    let kind = kinds.into_iter().find(|k| k.code() == d.subject_kind).unwrap_or(Urged::Assignment);
    Ok(urging::of(tx, kind, &d.subject_id).await?.iter().any(|u| u.on_day == cx.today_iso()))
}

/// Urges by the verb that people urge with, and tells those whom it is for.
async fn send(tx: &mut Tx<'_>, cx: &Cx, d: &DraftRow) -> Result<(), Refusal> {
    if d.subject_kind == Urged::Duty.code() {
        let unit = unit::find(tx, &d.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        urge_duty::urge(tx, cx, &unit, &d.subject_id, d.text.clone()).await?;
        let to = match d.rule {
            UrgingRule::Escalation => above(tx, &unit).await?.unwrap_or(unit.id),
            _ => unit.id,
        };
        return news::raise(tx, cx, &to, To::Deciders, NewsKind::DutyDue, About::Page(&d.path)).await;
    }
    if d.subject_kind == Urged::Remedial.code() {
        let row = remedial::find(tx, &d.subject_id).await?.ok_or(Refusal::NotFound("remedial"))?;
        if row.state != RemedialState::Open {
            return Err(Refusal::not_now(row.state));
        }
        let unit = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        // A rule is the unit's own; a superior's office sends only what it was shown of its units.
        let own = cx.actor.officer().is_none_or(|o| o.unit_id == row.unit_id);
        let side = if own { RemedialSide::Own } else { RemedialSide::Above };
        urge_remedial::urge(tx, cx, (&row, &unit, side), d.text.clone()).await?;
        return match (d.rule, above(tx, &unit).await?) {
            (UrgingRule::Escalation, Some(above)) => {
                news::raise(tx, cx, &above, To::Deciders, NewsKind::Remedial, About::Page(&d.path)).await
            }
            _ => Ok(()),
        };
    }
    let task = assignment::find(tx, &d.subject_id).await?.ok_or(Refusal::NotFound("task"))?;
    if !task.node().is_open() || !task.paused_on.is_empty() {
        return Err(Refusal::not_now(task.state));
    }
    let subject = Subject {
        kind: Urged::Assignment,
        id: &task.id,
        unit_id: &task.unit_id,
        province_id: &task.province_id,
        item_id: Some(&task.item_id),
        to: &d.receiver,
    };
    urge::urge(tx, cx, subject, &d.text).await?;
    match d.rule {
        UrgingRule::Escalation => news::raise(tx, cx, &task.unit_id, To::Deciders, NewsKind::Overdue, About::Task(&task.id)).await,
        _ => news::tell_lead(tx, cx, &task, NewsKind::Urged).await,
    }
}

/// The superior unit, where there is one.
async fn above(tx: &mut Tx<'_>, unit: &unit::UnitRow) -> Result<Option<String>, Refusal> {
    Ok(unit::above(tx, &unit.id).await?.into_iter().next().map(|u| u.id))
}

async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit: &unit::UnitRow,
    kind: &'static str,
    subject: &str,
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    let happened = Happened { kind, unit_id: &unit.id, province_id: &unit.province_id, subject_kind: "urging_rule", subject, data };
    cx.record(tx, happened).await
}
