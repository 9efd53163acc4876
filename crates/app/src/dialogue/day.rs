//! The day of a dialogue changes: postponed, planned anew, cancelled (S3.10). What was stays in its history, with reason
//! and paper; who waited for it is not left without a next step.

use caunoi_domain::{
    dialogue::{
        scope::Stop,
        state::{ApprovalStep, ApprovalSubject, DialogueState},
        stop::{DayChange, Stopped},
    },
    opinion::{
        item::{NextCode, Standing},
        step::Step,
        tracking_code::PublicId,
    },
    people::policy::{Action, Scope},
    problem::What,
    publishing::matter::ANNOUNCEMENT,
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    day_change::{self, ChangeRow},
    dialogue::{self, DialogueRow},
    item::{self, ItemRow, Next},
    publication, search, topic,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    followup::resolve,
    refusal::Refusal,
};

/// Postpones a dialogue that was approved or announced: the office by its paper, or a chair.
#[derive(Clone, Debug)]
pub struct PostponeDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Why, by which paper.
    pub why: Stopped,
}

impl Verb for PostponeDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, _) = load_either(tx, cx, self.dialogue).await?;
        if d.stop.is_some() || !matches!(d.state, DialogueState::Approved | DialogueState::Announced) {
            return Err(Refusal::not_now(d.state));
        }
        d.stop = Some(Stop::Postponed);
        dialogue::save(tx, &d).await?;
        found_as(tx, &d, Stop::Postponed).await?;
        publication::void_of_dialogue(tx, &d.id, ANNOUNCEMENT, cx.now_us).await?;
        postponed(tx, cx, &d, &self.why).await?;
        written(tx, cx, &d, DayChange::Postponed, None, Some(&self.why)).await
    }
}

/// Gives a postponed dialogue its new day. Set by a chair it is approved; set by the office it lies before the chair.
/// It is announced again, with the lead time of its new day.
#[derive(Clone, Debug)]
pub struct ReplanDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The new day.
    pub on_day: Date,
    /// `HH:MM`, or empty: as before.
    pub at_time: String,
    /// The place, or empty: as before.
    pub place: String,
}

impl Verb for ReplanDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, chair) = load_either(tx, cx, self.dialogue).await?;
        if d.stop != Some(Stop::Postponed) {
            return Err(Refusal::not_now(d.state));
        }
        if self.on_day < cx.today {
            return Err(Refusal::problem("on_day", What::DayOutOfOrder));
        }
        let before = d.clone();
        d.stop = None;
        d.state = if chair { DialogueState::Approved } else { DialogueState::Submitted };
        d.on_day = self.on_day.to_string();
        if !self.at_time.is_empty() {
            d.at_time.clone_from(&self.at_time);
        }
        if !self.place.is_empty() {
            d.place.clone_from(&self.place);
        }
        dialogue::save(tx, &d).await?;
        if chair {
            tell_day(tx, cx, &d).await?;
        } else {
            waits_for_chair(tx, cx, &d).await?;
        }
        written(tx, cx, &before, DayChange::Replanned, Some(self.on_day), None).await
    }
}

/// Cancels a dialogue that was not held: the office by its paper, or a chair. The matters that waited for it go back to
/// the office.
#[derive(Clone, Debug)]
pub struct CancelDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Why, by which paper.
    pub why: Stopped,
}

impl Verb for CancelDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, _) = load_either(tx, cx, self.dialogue).await?;
        if d.state >= DialogueState::Held {
            return Err(Refusal::not_now(d.state));
        }
        d.stop = Some(Stop::Cancelled);
        dialogue::save(tx, &d).await?;
        found_as(tx, &d, Stop::Cancelled).await?;
        publication::void_of_dialogue(tx, &d.id, ANNOUNCEMENT, cx.now_us).await?;
        let step = Step::Cancelled {
            dialogue: PublicId::from_i64(d.public_id).to_string(),
            title: d.title.clone(),
            reason: self.why.reason.clone(),
            paper: self.why.paper.clone(),
        };
        super::drop_topic::give_back(tx, cx, &d, None, &step).await?;
        written(tx, cx, &d, DayChange::Cancelled, None, Some(&self.why)).await
    }
}

/// The dialogue, for the office that prepares it or for one of its chairs; true for a chair.
async fn load_either(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<(DialogueRow, bool), Refusal> {
    let d = dialogue::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    let chair = super::is_chair(&cx.actor, &dialogue::chairs(tx, &d.id).await?);
    if !chair {
        cx.allow(Action::PrepareDialogue, Scope::unit(&d.unit_id))?;
    }
    if d.stop == Some(Stop::Cancelled) { Err(Refusal::not_now(Stop::Cancelled)) } else { Ok((d, chair)) }
}

/// Whoever finds an announced dialogue reads that its day was given up, until it is announced anew.
async fn found_as(tx: &mut Tx<'_>, d: &DialogueRow, stop: Stop) -> Result<(), Refusal> {
    search::put_state(tx, "dialogue", &PublicId::from_i64(d.public_id).to_string(), stop.code()).await?;
    Ok(())
}

/// The items that wait for a dialogue, each once.
async fn waiting(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<Vec<ItemRow>, Refusal> {
    let mut all: Vec<ItemRow> = Vec::new();
    for (_, i) in topic::items_of_dialogue(tx, &d.id).await? {
        if i.standing == Standing::Scheduled && all.iter().all(|x| x.id != i.id) {
            all.push(i);
        }
    }
    Ok(all)
}

/// Whoever waits for the dialogue reads that it is postponed and why, and who sets a new day by when.
async fn postponed(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, why: &Stopped) -> Result<(), Refusal> {
    let office = resolve::office(tx, &d.unit_id).await?;
    let (due_on, basis) = cx.due(LimitName::NewDay);
    for mut i in waiting(tx, d).await? {
        i.next = Next { code: NextCode::Office, actor: office.clone(), due_on: Some(due_on.clone()), basis: basis.clone() };
        item::save(tx, &i, cx.now_us).await?;
        let step = Step::Postponed {
            dialogue: PublicId::from_i64(d.public_id).to_string(),
            title: d.title.clone(),
            reason: why.reason.clone(),
            paper: why.paper.clone(),
        };
        cx.step(tx, &i.province_id, &i.id, &step).await?;
    }
    Ok(())
}

/// The new day lies before the chair: nobody is told a day that nobody approved.
async fn waits_for_chair(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow) -> Result<(), Refusal> {
    let head = first_chair(tx, d).await?;
    for mut i in waiting(tx, d).await? {
        (i.next.code, i.next.actor) = (NextCode::Head, head.clone());
        item::save(tx, &i, cx.now_us).await?;
    }
    Ok(())
}

/// Whoever waits for an approved dialogue under another day reads its day.
pub(super) async fn tell_day(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow) -> Result<(), Refusal> {
    let head = first_chair(tx, d).await?;
    for mut i in waiting(tx, d).await? {
        if i.next.due_on.as_ref() == Some(&d.on_day) {
            continue;
        }
        i.next = Next { code: NextCode::Head, actor: head.clone(), due_on: Some(d.on_day.clone()), basis: d.title.clone() };
        item::save(tx, &i, cx.now_us).await?;
        let dialogue = PublicId::from_i64(d.public_id).to_string();
        let step = Step::Replanned { dialogue, title: d.title.clone(), on_day: d.on_day.clone() };
        cx.step(tx, &i.province_id, &i.id, &step).await?;
    }
    Ok(())
}

async fn first_chair(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<String, Refusal> {
    Ok(dialogue::chairs(tx, &d.id).await?.into_iter().next().map(|c| c.post_name).unwrap_or_default())
}

/// The change stands in the history, in the state log and in the record; public pages are made anew.
async fn written(
    tx: &mut Tx<'_>,
    cx: &Cx,
    d: &DialogueRow,
    kind: DayChange,
    to_day: Option<Date>,
    why: Option<&Stopped>,
) -> Result<(), Refusal> {
    let (reason, paper) = why.map(|w| (w.reason.clone(), w.paper.clone())).unwrap_or_default();
    let row = ChangeRow {
        id: cx.id(),
        dialogue_id: d.id.clone(),
        kind,
        from_day: d.on_day.clone(),
        from_time: d.at_time.clone(),
        from_place: d.place.clone(),
        to_day: to_day.map(|day| day.to_string()),
        reason,
        paper,
        paper_on: why.and_then(|w| w.paper_on).map(|day| day.to_string()),
        at: cx.now_us,
        on_day: cx.today_iso(),
        by_user: cx.actor.id().to_owned(),
        by_label: cx.actor.label().to_owned(),
    };
    day_change::append(tx, &row).await?;
    super::bump_versions(tx, d).await?;
    let (step, told) = match kind {
        DayChange::Postponed => (ApprovalStep::Postponed, "dialogue.postponed"),
        DayChange::Replanned => (ApprovalStep::Replanned, "dialogue.replanned"),
        DayChange::Cancelled => (ApprovalStep::Cancelled, "dialogue.cancelled"),
    };
    let note = if row.paper.is_empty() { row.reason.clone() } else { format!("{} ({})", row.reason, row.paper) };
    super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), step, &note).await?;
    let mut data = vec![("reason_sha256", cx.commit(row.reason.as_bytes())), ("paper_sha256", cx.commit(row.paper.as_bytes()))];
    data.extend(to_day.map(|day| ("to_day", Datum::date(day))));
    super::tell(tx, cx, d, told, data).await
}
