//! Sổ ý kiến, sổ theo dõi: an office's own book of opinions becomes the triage queue, and what became of each goes the
//! way of the institution: assigned, finished, answered by the same verbs as on the pages, on the days of the book.

use caunoi_domain::{
    followup::Extent,
    import::{Column, Reader},
    opinion::{
        book::{self, BookState, Entry, Office},
        item::Route,
    },
    people::policy::{Action, Scope},
    problem::Problem,
};
use caunoi_store::{Tx, book as books, item, people, unit};
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Verb},
    followup::{
        assign::{self, NewTask},
        finish_task::FinishTask,
    },
    import::{Book, From},
    keys::Keys,
    opinion::{
        answer_directly::AnswerDirectly,
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
    /// What became of it: a task for the body in charge, its result; or the office's own answer.
    async fn follow(&self, tx: &mut Tx<'_>, cx: &Cx, received: &Received, e: &Entry) -> Result<(), Refusal> {
        let f = &e.followed;
        let extent = match f.state {
            BookState::New => return Ok(()),
            BookState::Doing => None,
            BookState::Partly => Some(Extent::Partial),
            BookState::Done => Some(Extent::Whole),
            BookState::Explained => Some(Extent::Explained),
        };
        let done = cx.on_day(f.done_on.unwrap_or(e.received_on));
        let Some(lead) = &f.lead else {
            let answer = AnswerDirectly { item: received.item_public_id, result: f.result.clone(), norm: f.document.clone() };
            return answer.carry_out(tx, &done).await;
        };
        cx.allow(Action::Assign, Scope::unit(&self.unit_id))?;
        let mut item = item::find_public(tx, received.item_public_id).await?.ok_or(Refusal::NotFound("item"))?;
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
}

/// What the office has that a book may name.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such unit; the store's failure.
pub async fn office(app: &App, unit_id: &str) -> Result<Office, Refusal> {
    let mut conn = app.store.read().await?;
    let here = unit::find(&mut conn, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let villages = unit::villages(&mut conn, unit_id).await?.into_iter().map(|v| (v.id, v.name)).collect();
    let bodies = people::bodies(&mut conn, unit_id).await?.into_iter().filter(|b| b.has_account).map(|b| (b.id, b.name)).collect();
    Ok(Office { unit: (here.code, here.name), former: books::former(&mut conn, unit_id).await?, villages, bodies })
}

/// The fields of the verbs' forms as columns of the book.
fn by_column(refusal: Refusal) -> Refusal {
    let Refusal::Invalid(all) = refusal else { return refusal };
    let column = |p: Problem| match p.field {
        "body" => Problem::new("lead", p.what),
        "norm" => Problem::new("document", p.what),
        _ => p,
    };
    Refusal::Invalid(all.into_iter().map(column).collect())
}
