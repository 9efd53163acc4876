//! Sổ ý kiến, sổ theo dõi: an office's own book of opinions becomes the triage queue, and what became of each goes the
//! way of the institution: assigned, finished, answered by the same verbs as on the pages, on the days of the book.

use caunoi_domain::{
    followup::{EscalationMode, Extent},
    import::{Column, Reader},
    opinion::{
        book::{self, BookState, Entry, FollowUp, Office},
        item::{Route, Standing},
        step::Step,
    },
    people::policy::{Action, Scope},
    problem::Problem,
};
use caunoi_store::{
    Tx, beside, book as books,
    item::{self, ItemRow},
    people, unit,
};
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Verb},
    followup::{
        answer_escalation::come_back,
        assign::{self, NewTask},
        escalate::{self, NewEscalation},
        finish_task::FinishTask,
    },
    import::{Book, From},
    keys::Keys,
    opinion::{
        answer_directly::AnswerDirectly,
        discreet::Discreet,
        end_procedurally::EndProcedurally,
        receipt::{self, Slip},
        submit::{self, Received, SubmitOpinion},
    },
    refusal::Refusal,
};

/// The book that an office imports: with the unit, the year and the number it is a row's identity.
const SOURCE: &str = "so-y-kien";

/// The slip of a row: the same however often it is asked for; it is shown for printing once.
#[must_use]
pub(crate) fn slip(keys: &Keys, unit_id: &str, source_id: &str) -> Slip {
    receipt::slip(keys, &format!("import {unit_id} {SOURCE} {source_id}"))
}

/// The book of one commune.
#[derive(Clone, Debug)]
pub struct OpinionBook {
    unit_id: String,
    office: Office,
    today: Date,
}

impl Book for OpinionBook {
    type Entry = Entry;
    const KIND: &'static str = "opinions";
    const NOUN: &'static str = "opinion";
    const SHEET: &'static str = "Sổ ý kiến";
    const ACTION: Action = Action::Import;
    const OF_UNIT: bool = true;
    const SLICE: usize = 4;

    fn columns() -> &'static [&'static Column] {
        book::COLUMNS
    }

    async fn open(app: &App, unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self { unit_id: unit_id.to_owned(), office: office(app, unit_id).await?, today: app.clock.today() })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Entry> {
        book::read(reader, &self.office, self.today)
    }

    fn identity(&self, e: &Entry) -> Option<(From, &'static Column)> {
        let source_id = format!("{}/{}", e.received_on.year(), e.number);
        (!e.number.is_empty()).then(|| (From { source: SOURCE.to_owned(), source_id }, &book::NUMBER))
    }

    fn fingerprint(&self, e: &Entry) -> String {
        e.fingerprint()
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, from: &From, e: &Entry) -> Result<String, Refusal> {
        let verb = SubmitOpinion {
            unit_id: self.unit_id.clone(),
            submission: e.submission.clone(),
            channel: e.channel,
            files: Vec::new(),
            signed: e.signed,
            source: Some((from.source.clone(), from.source_id.clone())),
            slip: slip(&cx.keys, &self.unit_id, &from.source_id),
        };
        let entry = submit::Entry { received_on: e.received_on, matters: Vec::new(), field: e.field };
        let received = submit::receive(tx, cx, &verb, &entry).await?;
        self.follow(tx, cx, &received, e).await.map_err(by_column)?;
        Ok(received.public_id.to_string())
    }
}

impl OpinionBook {
    /// What became of it: a task for the body in charge, its result; the office's own answer; or to whom it went.
    async fn follow(&self, tx: &mut Tx<'_>, cx: &Cx, received: &Received, e: &Entry) -> Result<(), Refusal> {
        let f = &e.followed;
        let extent = match f.state {
            BookState::New => return Ok(()),
            BookState::Doing | BookState::NoResources => None,
            BookState::Partly => Some(Extent::Partial),
            BookState::Done => Some(Extent::Whole),
            BookState::Explained => Some(Extent::Explained),
            BookState::Escalated | BookState::SuperiorAnswered => return self.sent_up(tx, cx, received, e).await,
            BookState::Transferred | BookState::Guided | BookState::Returned | BookState::Filed => {
                return end(tx, cx, received, f).await;
            }
        };
        let done = cx.on_day(f.done_on.unwrap_or(e.received_on));
        let Some(lead) = &f.lead else {
            let answer = AnswerDirectly { item: received.item_public_id, result: f.result.clone(), norm: f.document.clone() };
            return answer.carry_out(tx, &done).await;
        };
        cx.allow(Action::Assign, Scope::unit(&self.unit_id))?;
        let mut item = found(tx, received).await?;
        item.route = Route::Assigned;
        let task = NewTask {
            conclusion_id: None,
            parent_id: None,
            body_id: lead.clone(),
            partners: Vec::new(),
            task: item.title.clone(),
            due_on: f.due_on.map(|d| d.to_string()),
            due_basis: String::new(),
            item: &mut item,
        };
        let task = assign::open(tx, &cx.on_day(e.received_on), task).await?;
        if f.state == BookState::NoResources {
            return self.no_resources(tx, &done, item, (lead, f)).await;
        }
        let Some(extent) = extent else { return Ok(()) };
        let finish = FinishTask {
            task: task.public_id,
            extent,
            result: f.result.clone(),
            norm: f.document.clone(),
            files: Vec::new(),
            files_public: false,
        };
        finish.finish(tx, &done, task).await
    }

    /// The matter is a body's, and the means are wanting: as after a conclusion that says so.
    async fn no_resources(&self, tx: &mut Tx<'_>, cx: &Cx, mut item: ItemRow, of: (&String, &FollowUp)) -> Result<(), Refusal> {
        let (lead, f) = of;
        let body = self.office.bodies.iter().find(|(id, _)| id == lead).map(|(_, name)| name.clone()).unwrap_or_default();
        Discreet::about(tx, &item).await?.check(&[("result", &f.result), ("document", &f.document)])?;
        let step = Step::NoResources { body, reason: f.result.clone(), paper: f.document.clone() };
        cx.step(tx, &item.province_id, &item.id, &step).await?;
        item.standing = Standing::NoResources;
        Ok(item::save(tx, &item, cx.now_us).await?)
    }

    /// It went up by a paper, as an imported fact: nothing comes into the inbox of a superior unit from a book of years past.
    async fn sent_up(&self, tx: &mut Tx<'_>, cx: &Cx, received: &Received, e: &Entry) -> Result<(), Refusal> {
        let f = &e.followed;
        cx.allow(Action::Escalate, Scope::unit(&self.unit_id))?;
        let mut item = found(tx, received).await?;
        let answered = f.state == BookState::SuperiorAnswered;
        Discreet::about(tx, &item).await?.check(&[("result", &f.result), ("to_body", &f.sent.to), ("paper", &f.sent.paper)])?;
        let asked = if answered || f.result.is_empty() { item.title.clone() } else { f.result.clone() };
        let new = NewEscalation {
            item: &mut item,
            conclusion_id: None,
            to_unit_id: None,
            to_body: f.sent.to.clone(),
            mode: EscalationMode::Dispatch,
            text: asked,
            paper: f.sent.paper.clone(),
            paper_on: f.sent.on.map(|d| d.to_string()),
            due_on: f.due_on.map(|d| d.to_string()),
        };
        let mut sent = escalate::open(tx, &cx.on_day(f.sent.on.unwrap_or(e.received_on)), new).await?;
        if !answered {
            return Ok(());
        }
        sent.answer = f.result.clone();
        sent.answer_paper = f.document.clone();
        sent.answered_by = sent.to_body.clone();
        sent.answered_on = f.done_on.map(|d| d.to_string());
        come_back(tx, &cx.on_day(f.done_on.unwrap_or(e.received_on)), sent, &[]).await
    }
}

/// The item of an opinion that has just been received.
async fn found(tx: &mut Tx<'_>, received: &Received) -> Result<ItemRow, Refusal> {
    item::find_public(tx, received.item_public_id).await?.ok_or(Refusal::NotFound("item"))
}

/// It ended by procedure, with paper, receiver and day.
async fn end(tx: &mut Tx<'_>, cx: &Cx, received: &Received, f: &FollowUp) -> Result<(), Refusal> {
    let Some(manner) = f.state.ending() else { return Ok(()) };
    let verb = EndProcedurally {
        item: received.item_public_id,
        manner,
        paper: f.sent.paper.clone(),
        paper_on: f.sent.on,
        receiver: f.sent.to.clone(),
        reason: f.result.clone(),
        files: Vec::new(),
    };
    verb.carry_out(tx, &cx.on_day(f.sent.on.unwrap_or(cx.today))).await
}

/// What the office has that a book may name.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such unit; the store's failure.
pub async fn office(app: &App, unit_id: &str) -> Result<Office, Refusal> {
    let mut conn = app.store.read().await?;
    let (here, villages, bodies, former) = beside!(
        &mut conn,
        |c| unit::find(c, unit_id),
        |c| books::villages(c, unit_id),
        |c| people::bodies(c, unit_id),
        |c| books::former(c, unit_id),
    )?;
    let here = here.ok_or(Refusal::NotFound("unit"))?;
    let bodies = bodies.into_iter().filter(|b| b.has_account).map(|b| (b.id, b.name)).collect();
    Ok(Office { unit: (here.code, here.name), former, villages, bodies })
}

/// The fields of the verbs' forms as columns of the book.
fn by_column(refusal: Refusal) -> Refusal {
    let Refusal::Invalid(all) = refusal else { return refusal };
    let column = |p: Problem| match p.field {
        "body" => Problem::new("lead", p.what),
        "norm" => Problem::new("document", p.what),
        "to_body" | "receiver" => Problem::new("sent_to", p.what),
        "paper" => Problem::new("sent_paper", p.what),
        "paper_on" => Problem::new("sent_on", p.what),
        "text" | "answer" => Problem::new("result", p.what),
        _ => p,
    };
    Refusal::Invalid(all.into_iter().map(column).collect())
}
