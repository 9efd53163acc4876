//! What directs a task on its page: transfer, extension, pause, its link, comments, and defects that it showed.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use caunoi_app::{
    Verb,
    desk::seen::{AsSeen, Waits},
    followup::{
        ask_extension::AskExtension,
        comment::Comment,
        decide_extension::DecideExtension,
        note_defect::NoteDefect,
        pause_task::{PauseTask, ResumeTask},
        task_link::{self, GiveLink, RevokeLinks},
        transfer_task::TransferTask,
    },
};
use caunoi_domain::{
    followup::delay::WaitsFor,
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{assignment, item};
use jiff::civil::Date;

use super::{
    input::{Typed, id_of, to},
    task,
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render},
};

/// A plain form.
type Sent = Form<Vec<(String, String)>>;

/// The form after its token was checked.
fn begin(desk: &Desk, Form(fields): Sent, action: Action) -> Result<Typed, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(action)?;
    Ok(typed)
}

/// Carries a verb out once, then back to the task, or its page again with what is wrong.
async fn end<V: Verb<Done = ()> + std::fmt::Debug>(web: &Web, desk: Desk, id: &str, typed: Typed, verb: V) -> Result<Response, Fault> {
    match web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await {
        Ok(()) => Ok(to(&format!("/nhiem-vu/{id}"))),
        Err(refusal) => task::page(web, desk, id, typed.refused(refusal)?).await,
    }
}

/// A day that has to be there.
fn needed_day(typed: &mut Typed, name: &'static str) -> Option<Date> {
    let day = typed.day(name);
    if day.is_none() && typed.is_sound() {
        typed.problems.push(Problem::new(name, What::Empty));
    }
    day.and_then(|d| d.parse().ok())
}

/// `POST /nhiem-vu/{id}/chuyen`
///
/// # Errors
/// Not for this officer.
pub async fn transfer(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let typed = begin(&desk, sent, Action::DirectTask)?;
    let verb =
        TransferTask { task: id_of(&id)?, to_body_id: typed.get("to_body").to_owned(), reason: typed.get("transfer_reason").to_owned() };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/xin-gia-han`
///
/// # Errors
/// Not for this officer.
pub async fn ask(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let mut typed = begin(&desk, sent, Action::ReportProgress)?;
    let Some(due_on) = needed_day(&mut typed, "extension_due") else { return task::page(&web, desk, &id, typed).await };
    let verb = AskExtension { task: id_of(&id)?, due_on, reason: typed.get("extension_reason").to_owned() };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/gia-han`
///
/// # Errors
/// Not for this officer.
pub async fn decide(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let mut typed = begin(&desk, sent, Action::DirectTask)?;
    let mut granted = None;
    if typed.chose("decision", "approve") {
        granted = needed_day(&mut typed, "granted_due");
        if granted.is_none() {
            return task::page(&web, desk, &id, typed).await;
        }
    }
    let task = id_of(&id)?;
    let verb = DecideExtension { task, granted, note: typed.get("decision_note").to_owned() };
    let verb = AsSeen { of: Waits::Extension(task), seen: typed.get("seen").to_owned(), verb };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/tam-dung`
///
/// # Errors
/// Not for this officer.
pub async fn pause(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let mut typed = begin(&desk, sent, Action::DirectTask)?;
    let Some(waits_for) = typed.word::<WaitsFor>("waits_for") else { return task::page(&web, desk, &id, typed).await };
    let (whom, reason) = (typed.get("whom").to_owned(), typed.get("pause_reason").to_owned());
    let verb = PauseTask { task: id_of(&id)?, waits_for, whom, reason };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/tiep-tuc`
///
/// # Errors
/// Not for this officer.
pub async fn resume(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let typed = begin(&desk, sent, Action::DirectTask)?;
    let verb = ResumeTask { task: id_of(&id)? };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/trao-doi`
///
/// # Errors
/// Not for this officer.
pub async fn comment(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let typed = begin(&desk, sent, Action::Comment)?;
    let verb = Comment { task: id_of(&id)?, text: typed.get("comment").to_owned() };
    end(&web, desk, &id, typed, verb).await
}

/// `POST /nhiem-vu/{id}/han-che`
///
/// # Errors
/// Not for this officer.
pub async fn defect(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let typed = begin(&desk, sent, Action::ReadDefects)?;
    let mut conn = web.app.store.read().await?;
    let task = assignment::find_public(&mut conn, id_of(&id)?).await?.ok_or(Fault::NotFound)?;
    let item = item::find(&mut conn, &task.item_id).await?.ok_or(Fault::NotFound)?;
    drop(conn);
    let verb = NoteDefect { unit_id: desk.officer.unit_id.clone(), item: Some(item.public_id), text: typed.get("defect").to_owned() };
    end(&web, desk, &id, typed, verb).await
}

#[derive(Template)]
#[template(path = "office/followup/link_made.html")]
struct LinkMade {
    page: Page,
    id: String,
    address: String,
    until: String,
}

/// `POST /nhiem-vu/{id}/lien-ket`: the answer is the link itself, which stands in no address and is shown once.
///
/// # Errors
/// Not for this officer.
pub async fn give_link(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let mut typed = begin(&desk, sent, Action::DirectTask)?;
    let Some(until) = needed_day(&mut typed, "until") else { return task::page(&web, desk, &id, typed).await };
    let token = task_link::token(&web.app.keys, id_of(&id)?, &format!("{}.{until}", typed.get("key")));
    let verb = GiveLink { task: id_of(&id)?, until, token_hash: task_link::token_hash(&web.app.keys, &token) };
    match web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await {
        Ok(()) => {
            let page = desk.page;
            let address = format!("{}/nhiem-vu/lien-ket/{token}", web.address);
            Ok(render::html(&LinkMade { until: page.weekday(&until.to_string()), page, id, address }))
        }
        Err(refusal) => task::page(&web, desk, &id, typed.refused(refusal)?).await,
    }
}

/// `POST /nhiem-vu/{id}/thu-hoi`
///
/// # Errors
/// Not for this officer.
pub async fn revoke(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let typed = begin(&desk, sent, Action::DirectTask)?;
    let verb = RevokeLinks { task: id_of(&id)? };
    end(&web, desk, &id, typed, verb).await
}
