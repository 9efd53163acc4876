//! What is done on the page of a matter that was sent up, on either side.

use axum::{
    Form,
    extract::{Multipart, Path, State},
    response::Response,
};
use caunoi_app::{
    Refusal,
    followup::{
        acknowledge_escalation::AcknowledgeEscalation,
        answer_escalation::AnswerEscalation,
        pass_on_answer::{PassOnAnswer, Then},
        record_reply::RecordReply,
        urge_escalation::UrgeEscalation,
    },
};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
};

use super::{
    input::{Typed, id_of, to},
    matter,
};
use crate::{
    Web,
    page::{desk::Desk, fault::Fault, upload},
};

/// `POST /cap-tren/{id}/nhan`
///
/// # Errors
/// Not found where the matter is not in the own inbox.
pub async fn acknowledge(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::AnswerEscalation)?;
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), AcknowledgeEscalation { escalation: id_of(&id)? }).await;
    answered(&web, desk, &id, typed, done).await
}

/// `POST /cap-tren/{id}/tra-loi`
///
/// # Errors
/// Not found where the matter is not in the own inbox.
pub async fn answer(State(web): State<Web>, desk: Desk, Path(id): Path<String>, body: Multipart) -> Result<Response, Fault> {
    let form = upload::read(&web.app, body, "files").await?;
    desk.check(form.get("csrf"))?;
    desk.allow(Action::AnswerEscalation)?;
    let typed = Typed::with_files(&form, &["answer", "norm", "paper"]);
    if !typed.is_sound() {
        return matter::page(&web, desk, &id, typed).await;
    }
    let verb = AnswerEscalation {
        escalation: id_of(&id)?,
        answer: form.get("answer").to_owned(),
        norm: form.get("norm").to_owned(),
        paper: form.get("paper").to_owned(),
        files: form.files.clone(),
    };
    let done = web.app.carry_out_once(&desk.actor, form.get("key"), verb).await;
    answered(&web, desk, &id, typed, done).await
}

/// `POST /cap-tren/{id}/cong-van-tra-loi`
///
/// # Errors
/// Not found where the own unit sent no such dispatch.
pub async fn record_reply(State(web): State<Web>, desk: Desk, Path(id): Path<String>, body: Multipart) -> Result<Response, Fault> {
    let form = upload::read(&web.app, body, "files").await?;
    desk.check(form.get("csrf"))?;
    desk.allow(Action::Escalate)?;
    let mut typed = Typed::with_files(&form, &["answer", "norm", "paper", "paper_on"]);
    let paper_on = typed.day("paper_on");
    if !typed.is_sound() {
        return matter::page(&web, desk, &id, typed).await;
    }
    let verb = RecordReply {
        escalation: id_of(&id)?,
        answer: form.get("answer").to_owned(),
        norm: form.get("norm").to_owned(),
        paper: form.get("paper").to_owned(),
        paper_on,
        files: form.files.clone(),
    };
    let done = web.app.carry_out_once(&desk.actor, form.get("key"), verb).await;
    answered(&web, desk, &id, typed, done).await
}

/// `POST /cap-tren/{id}/don-doc`
///
/// # Errors
/// Not found where the policy does not allow it.
pub async fn urge(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::Urge)?;
    let verb = UrgeEscalation { escalation: id_of(&id)?, text: typed.get("urging").to_owned() };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answered(&web, desk, &id, typed, done).await
}

/// `POST /cap-tren/{id}/bao-nguoi-dan`
///
/// # Errors
/// Not found where the policy does not allow it.
pub async fn pass_on(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::TellResult)?;
    let (manner, told_on, due_on) = (typed.word("manner"), typed.day("told_on"), typed.day("due"));
    let then = match typed.get("then") {
        "resolved" => Some(Then::Resolved),
        "assign" => Some(Then::AssignOn { body_id: typed.get("body").to_owned(), task: typed.get("task").to_owned(), due_on }),
        _ => {
            typed.problems.push(Problem::new("then", What::NotAChoice));
            None
        }
    };
    let (Some(manner), Some(then), true) = (manner, then, typed.is_sound()) else {
        return matter::page(&web, desk, &id, typed).await;
    };
    let verb = PassOnAnswer { escalation: id_of(&id)?, manner, told_on, then };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answered(&web, desk, &id, typed, done).await
}

/// Back to the matter, or its page again with what is wrong.
async fn answered(web: &Web, desk: Desk, id: &str, typed: Typed, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(to(&format!("/cap-tren/{id}"))),
        Err(refusal) => matter::page(web, desk, id, typed.refused(refusal)?).await,
    }
}
