//! An opinion is submitted: by a person on the page, or by a clerk for them (S0.9). The first step of the thread.

use caunoi_domain::{
    opinion::{
        item::{Grounded, NextCode, Publication, Route, Standing},
        kind::{Channel, Field},
        step::Step,
        submission::{Submission, title_of},
        triage::Part,
    },
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx, book,
    item::{self, ItemRow, Next},
    opinion::{self, OpinionRow},
    people, staff_search, unit, village,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::{
        receipt::{self, Slip},
        upload::{self, AttachTo, Kept},
    },
    people::published_by,
    refusal::Refusal,
};
use caunoi_domain::people::{actor::Actor, body::BodyKind};

/// Sends an opinion to a commune.
#[derive(Clone, Debug)]
pub struct SubmitOpinion {
    /// The commune's id.
    pub unit_id: String,
    /// What is handed in.
    pub submission: Submission,
    /// How it came in; a person without an account always sends by `web`.
    pub channel: Channel,
    /// Durable files.
    pub files: Vec<Kept>,
    /// Name, address and signature on paper (P19).
    pub signed: bool,
    /// The book and the row it was imported from; otherwise the form's own key is its identity.
    pub source: Option<(String, String)>,
    /// The slip that the person gets.
    pub slip: Slip,
}

/// What the receipt says beside the slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The opinion's public id.
    pub public_id: i64,
    /// Its first item's public id.
    pub item_public_id: i64,
    /// Epoch microseconds.
    pub received_at: i64,
    /// Who acts next.
    pub next_actor: String,
    /// ISO day by which the person is told where the matter went.
    pub notice_due_on: String,
    /// Why that day.
    pub basis: String,
}

/// Sends an opinion once for a form key: the same form again gives the same receipt. The key holds what was typed
/// ([`App::key_of`]): another text in the same form is another opinion with another slip.
///
/// # Errors
/// Why it was not taken; then nothing of it is kept.
pub async fn submit(app: &App, actor: &Actor, form_key: &str, verb: SubmitOpinion) -> Result<(Received, Slip), Refusal> {
    let slip = receipt::slip(&app.keys, form_key);
    let received = app.carry_out_once(actor, form_key, SubmitOpinion { slip, ..verb }).await?;
    Ok((received, slip))
}

/// What a clerk or a book knows besides what a person would send.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The day it arrived: every limit runs from it.
    pub received_on: Date,
    /// The matters of the letter; none: the text is one matter.
    pub matters: Vec<Part>,
    /// Field, where it is classified already.
    pub field: Option<Field>,
}

impl Verb for SubmitOpinion {
    type Done = Received;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Received, Refusal> {
        let received = receive(tx, cx, self, &Entry { received_on: cx.today, matters: Vec::new(), field: None }).await?;
        // Nothing of it is published yet: public pages stay as they are.
        tx.unseen();
        Ok(received)
    }
}

/// The name of a village of the commune or of one that it came from, of any time: what was said on an earlier day keeps
/// the village of that day. The forms offer those in force.
async fn village_of(tx: &mut Tx<'_>, commune_id: &str, id: &str) -> Result<String, Refusal> {
    let not_here = Refusal::problem("village", What::NotAChoice);
    let Some(found) = village::find(tx, id).await? else { return Err(not_here) };
    if found.unit_id == commune_id || book::former(tx, commune_id).await?.iter().any(|f| f.id == found.unit_id) {
        return Ok(found.name);
    }
    Err(not_here)
}

/// Receives an opinion with its items, whoever hands it in: rows, first steps, event.
pub(crate) async fn receive(tx: &mut Tx<'_>, cx: &Cx, asked: &SubmitOpinion, entry: &Entry) -> Result<Received, Refusal> {
    let (action, scope) = match &cx.actor {
        Actor::Person => (Action::Submit, Scope::unit(&asked.unit_id)),
        Actor::Village(_) => {
            (Action::PassOnOpinion, Scope::village(&asked.unit_id, asked.submission.village_id.as_deref().unwrap_or_default()))
        }
        Actor::Officer(_) | Actor::System => (Action::EnterOpinion, Scope::unit(&asked.unit_id)),
    };
    cx.allow(action, scope)?;
    let commune = unit::find(tx, &asked.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let village = match &asked.submission.village_id {
        None => String::new(),
        Some(id) => village_of(tx, &commune.id, id).await?,
    };
    let bodies = people::bodies(tx, &commune.id).await?;
    // "Received" is said only where somebody will read it.
    if !bodies.iter().any(|b| b.has_account) {
        return Err(Refusal::problem("commune", What::NoOffice));
    }
    let office = bodies.into_iter().find(|b| b.kind == BodyKind::Office).map_or_else(|| commune.name.clone(), |b| b.name);
    let (notice_due, basis) = cx.limits.due(&cx.calendar, entry.received_on, LimitName::PersonNotice);
    let publication_due_on = published_by::decided_by(tx, cx, &commune.id, entry.received_on).await?;
    let notice_due_on = notice_due.date.to_string();
    let received_on = entry.received_on.to_string();
    let s = &asked.submission;
    let opinion_id = cx.id();
    let public_id = cx.public_id();
    let (source, source_id) = asked.source.clone().unwrap_or_else(|| (action.code().to_owned(), public_id.to_string()));
    let name_public = s.name_public && published_by::names_shown(tx, &commune.id).await?;
    let row = OpinionRow {
        id: opinion_id.clone(),
        province_id: commune.province_id.clone(),
        unit_id: commune.id.clone(),
        public_id: public_id.to_i64(),
        kind: s.kind,
        channel: asked.channel,
        body: s.body.clone(),
        village_id: s.village_id.clone(),
        place_note: s.place_note.clone(),
        occurred_on: s.occurred_on.map(|d| d.to_string()),
        received_at: cx.now_us,
        received_on: received_on.clone(),
        entered_by: cx.actor.enterer().map(str::to_owned),
        signed: asked.signed,
        name_public,
        sealed: false,
        notice_due_on: notice_due_on.clone(),
        source,
        source_id,
    };
    opinion::add(tx, &row).await?;
    opinion::add_person(tx, &opinion_id, &s.person).await?;
    opinion::add_tracking(
        tx,
        &opinion_id,
        receipt::code_hash(&cx.keys, asked.slip.code),
        receipt::secret_hash(&cx.keys, asked.slip.code, asked.slip.secret),
    )
    .await?;
    upload::attach(tx, cx, AttachTo { unit_id: &commune.id, kind: "opinion", id: &opinion_id, public: false }, &asked.files).await?;
    let whole = [Part { title: title_of(&s.body), body: s.body.clone() }];
    let matters = if entry.matters.is_empty() { &whole } else { entry.matters.as_slice() };
    let mut item_public_id = 0;
    for (seq, matter) in (1..).zip(matters) {
        let item = ItemRow {
            id: cx.id(),
            province_id: commune.province_id.clone(),
            unit_id: commune.id.clone(),
            public_id: cx.public_id().to_i64(),
            opinion_id: opinion_id.clone(),
            seq,
            kind: s.kind,
            title: matter.title.clone(),
            body: matter.body.clone(),
            field: entry.field.map_or_else(String::new, |f| f.code().to_owned()),
            village_id: s.village_id.clone(),
            grounded: Grounded::Unknown,
            grounded_note: String::new(),
            issue_id: None,
            route: Route::None,
            standing: Standing::Received,
            next: Next { code: NextCode::Office, actor: office.clone(), due_on: Some(notice_due_on.clone()), basis: basis.to_owned() },
            disposed_at: None,
            resolved_at: None,
            agreed_at: None,
            reopened: 0,
            publication: Publication::Received,
            published_title: String::new(),
            published_body: String::new(),
            withheld_ground: String::new(),
            publication_by: String::new(),
            publication_at: None,
            publication_due_on: publication_due_on.clone(),
            received_on: received_on.clone(),
            created_at: cx.now_us,
            updated_at: cx.now_us,
        };
        item::add(tx, &item).await?;
        let step = Step::Received { channel: asked.channel, files: asked.files.len() };
        cx.step_on(tx, &item.province_id, &item.id, &step, &received_on).await?;
        if seq == 1 {
            item_public_id = item.public_id;
        }
    }
    let titles: Vec<&str> = matters.iter().map(|m| m.title.as_str()).collect();
    staff_search::put_opinion(tx, &row, &s.person, &titles, &village).await?;
    cx.record(
        tx,
        Happened {
            kind: "opinion.received",
            unit_id: &commune.id,
            province_id: &commune.province_id,
            subject_kind: "opinion",
            subject: &opinion_id,
            data: vec![
                ("public_id", Datum::Id(public_id.to_string())),
                ("channel", Datum::Code(asked.channel.code().to_owned())),
                ("kind", Datum::Code(s.kind.code().to_owned())),
                ("received_on", Datum::Date(received_on)),
                ("body_sha256", cx.commit(s.body.as_bytes())),
                ("items", Datum::Int(i64::try_from(matters.len()).unwrap_or(0))),
                ("files", Datum::Int(i64::try_from(asked.files.len()).unwrap_or(0))),
            ],
        },
    )
    .await?;
    Ok(Received {
        public_id: public_id.to_i64(),
        item_public_id,
        received_at: cx.now_us,
        next_actor: office,
        notice_due_on,
        basis: basis.to_owned(),
    })
}
