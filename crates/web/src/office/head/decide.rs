//! What a head decides from the list: the verb of each kind, the same as from its own page.

use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal, Verb,
    desk::seen::{AsSeen, Waits},
    dialogue::{
        ApproveAnswer, ApproveContents, ApproveDialogue, IssueNotice, ReturnAnswer, ReturnContents, ReturnDialogue, SignMinutes, TakeBack,
    },
    duty::waiver_draft::{ApproveWaiver, ReturnWaiver},
    followup::decide_extension::DecideExtension,
    opinion::submit_text::{ApproveText, ReturnText},
    plan::{ApprovePlan, ReturnPlan},
};
use caunoi_domain::{dialogue::state::ApprovalSubject, followup::delay::ExtensionState, people::policy::Action};
use caunoi_store::{assignment, extension};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Refused, card, page};
use crate::{
    Web,
    office::followup::input::id_of,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
};

/// What was decided.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    /// Code word of what it is.
    subject: String,
    id: String,
    /// `duyet` or `tra-lai`.
    viec: String,
    /// The mark of the words that were read.
    seen: String,
    note: String,
}

/// `POST /nguoi-dung-dau/quyet-dinh`
///
/// # Errors
/// Not for this officer; that it is decided already.
pub async fn decide(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    desk.allow(Action::ApproveDialogue)?;
    let yes = typed.viec == "duyet";
    if !yes && typed.viec != "tra-lai" {
        return Err(Fault::NotFound);
    }
    let done = run(&web, &desk, &typed, yes).await?;
    finish(&web, desk, typed, done, if yes { "duyet" } else { "tra-lai" }).await
}

/// `POST /nguoi-dung-dau/thu-lai`: a yes of today is taken back.
///
/// # Errors
/// Not for this officer; that something followed.
pub async fn take_back(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    desk.allow(Action::ApproveDialogue)?;
    let verb = match typed.subject.parse() {
        Ok(ApprovalSubject::Dialogue) => TakeBack::Dialogue(id_of(&typed.id)?),
        Ok(ApprovalSubject::PreparedAnswer) => TakeBack::Answer(typed.id.clone()),
        _ => return Err(Fault::NotFound),
    };
    let done = web.app.carry_out_once(&desk.actor, &typed.key, verb).await;
    finish(&web, desk, typed, done, "thu-lai").await
}

async fn finish(web: &Web, desk: Desk, typed: Typed, done: Result<(), Refusal>, word: &str) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/nguoi-dung-dau?xong={word}")).into_response()),
        Err(refusal) => {
            let problems = problems_of(refusal)?;
            let refused = Refused { card: card::anchor(&typed.subject, &typed.id), note: typed.note, problems };
            page(web, desk, None, Some(refused)).await
        }
    }
}

/// Carries out the verb; the outer result is an address that leads nowhere.
async fn run(web: &Web, desk: &Desk, typed: &Typed, yes: bool) -> Result<Result<(), Refusal>, Fault> {
    let of = card::waits(&typed.subject, &typed.id).ok_or(Fault::NotFound)?;
    let once = Once { web, desk, key: &typed.key, of, seen: &typed.seen };
    let note = typed.note.clone();
    if typed.subject == card::EXTENSION {
        let task = id_of(&typed.id)?;
        let granted = if yes { asked_day(web, task).await? } else { None };
        let asked = format!("{task}.{yes}.{note}");
        return Ok(once.asking(&asked, DecideExtension { task, granted, note }).await);
    }
    let subject: ApprovalSubject = typed.subject.parse().map_err(|_| Fault::NotFound)?;
    Ok(match (subject, yes) {
        (ApprovalSubject::PreparedAnswer, true) => once.of(ApproveAnswer { answer: typed.id.clone() }).await,
        (ApprovalSubject::PreparedAnswer, false) => once.of(ReturnAnswer { answer: typed.id.clone(), note }).await,
        (ApprovalSubject::Dialogue, true) => once.of(ApproveDialogue { dialogue: id_of(&typed.id)? }).await,
        (ApprovalSubject::Dialogue, false) => once.of(ReturnDialogue { dialogue: id_of(&typed.id)?, note }).await,
        (ApprovalSubject::Contents, true) => once.of(ApproveContents { dialogue: id_of(&typed.id)? }).await,
        (ApprovalSubject::Contents, false) => once.of(ReturnContents { dialogue: id_of(&typed.id)?, note }).await,
        (ApprovalSubject::YearPlan, true) => once.of(ApprovePlan { plan: id_of(&typed.id)? }).await,
        (ApprovalSubject::YearPlan, false) => once.of(ReturnPlan { plan: id_of(&typed.id)?, note }).await,
        (ApprovalSubject::Publication, true) => once.of(ApproveText { item: id_of(&typed.id)? }).await,
        (ApprovalSubject::Publication, false) => once.of(ReturnText { item: id_of(&typed.id)?, note }).await,
        (ApprovalSubject::Waiver, true) => once.of(ApproveWaiver { draft: typed.id.clone() }).await,
        (ApprovalSubject::Waiver, false) => once.of(ReturnWaiver { draft: typed.id.clone(), note }).await,
        (ApprovalSubject::Minutes, true) => once.of(SignMinutes { dialogue: id_of(&typed.id)? }).await,
        (ApprovalSubject::Notice, true) => once.of(IssueNotice { notice: id_of(&typed.id)? }).await,
        _ => return Err(Fault::NotFound),
    })
}

/// The day that the body asked for; absent where it was decided: then the form's twin gets the first answer again, and
/// another form is told so by the verb.
async fn asked_day(web: &Web, task: i64) -> Result<Option<jiff::civil::Date>, Fault> {
    let mut conn = web.app.store.read().await?;
    let task = assignment::find_public(&mut conn, task).await?.ok_or(Fault::NotFound)?;
    let asked = extension::of(&mut conn, &task.id).await?.into_iter().rfind(|e| e.state == ExtensionState::Asked);
    Ok(asked.and_then(|e| e.asked_due_on.parse().ok()))
}

/// Carries a verb out once for the form, about the words that were read.
struct Once<'a> {
    web: &'a Web,
    desk: &'a Desk,
    key: &'a str,
    of: Waits,
    seen: &'a str,
}

impl Once<'_> {
    async fn of<V: Verb + std::fmt::Debug>(self, verb: V) -> Result<(), Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        let asked = format!("{verb:?}");
        self.asking(&asked, verb).await
    }

    /// The same for a verb that is made of rows too: its twin is known by what the form asked for.
    async fn asking<V: Verb>(self, asked: &str, verb: V) -> Result<(), Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        let verb = AsSeen { of: self.of, seen: self.seen.to_owned(), verb };
        self.web.app.carry_out_once_as(&self.desk.actor, self.key, asked, verb).await.map(drop)
    }
}
