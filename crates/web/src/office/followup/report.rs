//! What is done on a task's page: progress, the result, urging, and that the result was told.

use axum::{
    Form,
    extract::{Multipart, Path, State},
    response::Response,
};
use caunoi_app::{
    Refusal,
    followup::{finish_task::FinishTask, report_progress::ReportProgress, tell_result::TellResult, urge_task::UrgeTask},
};
use caunoi_domain::people::policy::Action;
use caunoi_store::{assignment, item};

use super::{
    input::{Typed, id_of, to},
    task,
};
use crate::{
    Web,
    office::{drafts, saved_answers},
    page::{desk::Desk, fault::Fault, upload},
};

/// `POST /nhiem-vu/{id}/tien-do`
///
/// # Errors
/// Not found where the task is not of the own body.
pub async fn progress(State(web): State<Web>, desk: Desk, Path(id): Path<String>, body: Multipart) -> Result<Response, Fault> {
    let form = upload::read(&web.app, body, "evidence").await?;
    desk.check(form.get("csrf"))?;
    desk.allow(Action::ReportProgress)?;
    let typed = Typed::with_files(&form, &["progress"]);
    let verb = ReportProgress { task: id_of(&id)?, text: form.get("progress").to_owned(), files: form.files.clone() };
    if !typed.is_sound() {
        return task::page(&web, desk, &id, typed).await;
    }
    let done = web.app.carry_out_once(&desk.actor, form.get("key"), verb).await;
    if done.is_ok() {
        drafts::sent(&web, &desk, &format!("/nhiem-vu/{id}/tien-do")).await?;
    }
    answer(&web, desk, &id, typed, done).await
}

/// `POST /nhiem-vu/{id}/xong`
///
/// # Errors
/// Not found where the own body does not lead the task.
pub async fn finish(State(web): State<Web>, desk: Desk, Path(id): Path<String>, body: Multipart) -> Result<Response, Fault> {
    let form = upload::read(&web.app, body, "files").await?;
    desk.check(form.get("csrf"))?;
    desk.allow(Action::ReportProgress)?;
    let mut typed = Typed::with_files(&form, &["extent", "result", "norm", "files_public", "mau"]);
    let extent = typed.word("extent");
    let Some(extent) = extent.filter(|_| typed.is_sound()) else {
        return task::page(&web, desk, &id, typed).await;
    };
    let verb = FinishTask {
        task: id_of(&id)?,
        extent,
        result: form.get("result").to_owned(),
        norm: form.get("norm").to_owned(),
        files: form.files.clone(),
        files_public: typed.chose("files_public", "yes"),
    };
    let done = web.app.carry_out_once(&desk.actor, form.get("key"), verb).await;
    if done.is_ok() {
        drafts::sent(&web, &desk, &format!("/nhiem-vu/{id}/xong")).await?;
        saved_answers::used(&web, &desk, form.get("mau"), form.get("key")).await?;
    }
    answer(&web, desk, &id, typed, done).await
}

/// `POST /nhiem-vu/{id}/don-doc`
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
    let verb = UrgeTask { task: id_of(&id)?, text: typed.get("urging").to_owned() };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answer(&web, desk, &id, typed, done).await
}

/// `POST /nhiem-vu/{id}/bao-ket-qua`
///
/// # Errors
/// Not found where the policy does not allow it.
pub async fn tell(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::TellResult)?;
    let (manner, told_on) = (typed.word("manner"), typed.day("told_on"));
    let Some(manner) = manner.filter(|_| typed.is_sound()) else {
        return task::page(&web, desk, &id, typed).await;
    };
    let mut conn = web.app.store.read().await?;
    let task = assignment::find_public(&mut conn, id_of(&id)?).await?.ok_or(Fault::NotFound)?;
    let item = item::find(&mut conn, &task.item_id).await?.ok_or(Fault::NotFound)?;
    drop(conn);
    let verb = TellResult { item: item.public_id, manner, told_on };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answer(&web, desk, &id, typed, done).await
}

/// Back to the task, or its page again with what is wrong.
async fn answer(web: &Web, desk: Desk, id: &str, typed: Typed, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(to(&format!("/nhiem-vu/{id}"))),
        Err(refusal) => task::page(web, desk, id, typed.refused(refusal)?).await,
    }
}
