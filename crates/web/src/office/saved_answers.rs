//! `/cong-viec/cau-tra-loi-mau`: answers that are kept with their norm, and how a form takes one.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    desk::{
        edited::{Edited, OnRead},
        seen::Words,
    },
    followup::keep_answer::{KeepAnswer, RetireAnswer, UseAnswer},
};
use caunoi_domain::{opinion::kind::Field, people::policy::Action};
use caunoi_store::{
    Conn, beside,
    saved_answer::{self, SavedAnswerRow},
};
use serde::Deserialize;

use super::followup::input::{Typed, again, id_of, shown};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::csrf, render, stands::Stands, words},
};

/// Answers of one list.
const LIST: i64 = 200;
/// Answers that a form proposes.
const PROPOSED: i64 = 5;

/// A kept answer on a page.
pub struct Line {
    /// Public id.
    pub id: String,
    /// Field in words.
    pub field: String,
    /// Name.
    pub title: String,
    /// The answer.
    pub text: String,
    /// The norm.
    pub norm: String,
    /// How often it was taken, and who keeps it since when.
    pub meta: String,
}

/// The saved answer that the address asks a form to take: `?mau=`.
#[derive(Deserialize, Default)]
pub struct Taken {
    #[serde(default)]
    mau: String,
}

impl Taken {
    /// It, where it is one of the officer's unit.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn answer(&self, conn: &mut Conn<'_>, desk: &Desk) -> Result<Option<SavedAnswerRow>, Fault> {
        find(conn, desk, &self.mau).await
    }
}

/// The saved answer of that public id, where it is one of the officer's unit.
///
/// # Errors
/// The store's failure.
pub async fn find(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<Option<SavedAnswerRow>, Fault> {
    let Ok(id) = id_of(id) else { return Ok(None) };
    let found = saved_answer::find_public(conn, id).await?;
    Ok(found.filter(|a| a.unit_id == desk.officer.unit_id))
}

/// The answers that are proposed for the topic of a prepared answer.
///
/// # Errors
/// The store's failure.
pub async fn proposed_for_topic(conn: &mut Conn<'_>, page: &Page, unit_id: &str, answer_id: &str) -> Result<Vec<Line>, Fault> {
    Ok(saved_answer::for_topic(conn, unit_id, answer_id, PROPOSED).await?.iter().map(|a| line(page, a)).collect())
}

/// The answers that are proposed for an item: of its field, of every field where it is not classified.
///
/// # Errors
/// The store's failure.
pub async fn proposed(conn: &mut Conn<'_>, page: &Page, unit_id: &str, item_id: &str) -> Result<Vec<Line>, Fault> {
    Ok(saved_answer::for_item(conn, unit_id, item_id, PROPOSED).await?.iter().map(|a| line(page, a)).collect())
}

/// A form of that key was sent that had taken one: it is counted, once.
///
/// # Errors
/// The store's failure.
pub async fn used(web: &Web, desk: &Desk, id: &str, key: &str) -> Result<(), Fault> {
    let Ok(answer) = id_of(id) else { return Ok(()) };
    let unit_id = desk.officer.unit_id.clone();
    Ok(web.app.carry_out_once(&desk.actor, key, UseAnswer { unit_id, answer }).await?)
}

#[derive(Template)]
#[template(path = "office/saved_answers.html")]
struct SavedAnswers {
    page: Page,
    csrf: String,
    key: String,
    fields: Vec<(&'static str, String)>,
    current: String,
    editing: String,
    /// The one that is changed; of a new one nothing.
    stands: Stands,
    lines: Vec<Line>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl SavedAnswers {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// Filter, and the answer that is changed, as they stand in the address.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default, rename = "linh-vuc")]
    field: String,
    #[serde(default)]
    sua: String,
}

/// `GET /cong-viec/cau-tra-loi-mau`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut typed = Typed::default();
    if let Some(a) = find(&mut web.app.store.read().await?, &desk, &asked.sua).await? {
        let pair = |n: &str, v: String| (n.to_owned(), v);
        typed = Typed::plain(vec![
            pair("answer", shown(a.public_id)),
            pair("field", a.field),
            pair("title", a.title),
            pair("text", a.text),
            pair("norm", a.norm),
        ]);
    }
    view(&web, desk, asked.field, typed).await
}

/// `POST /cong-viec/cau-tra-loi-mau`
///
/// # Errors
/// Not for this officer.
pub async fn keep(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let Some(field) = typed.word::<Field>("field") else { return view(&web, desk, String::new(), typed).await };
    let answer = match typed.get("answer") {
        "" => None,
        id => Some(id_of(id)?),
    };
    let text = |name: &str| typed.get(name).to_owned();
    let verb =
        KeepAnswer { unit_id: desk.officer.unit_id.clone(), answer, field, title: text("title"), text: text("text"), norm: text("norm") };
    let done = match answer {
        None => web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await,
        Some(id) => {
            let verb = OnRead { of: Edited::SavedAnswer(id), seen: text("seen"), verb };
            web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await
        }
    };
    match done {
        Ok(_) => Ok(Redirect::to("/cong-viec/cau-tra-loi-mau").into_response()),
        Err(refusal) => view(&web, desk, String::new(), typed.refused(refusal)?).await,
    }
}

/// `POST /cong-viec/cau-tra-loi-mau/thoi`
///
/// # Errors
/// Not for this officer.
pub async fn retire(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let verb = RetireAnswer { unit_id: desk.officer.unit_id.clone(), answer: id_of(typed.get("answer"))? };
    web.app.carry_out(&desk.actor, verb).await?;
    Ok(Redirect::to("/cong-viec/cau-tra-loi-mau").into_response())
}

async fn view(web: &Web, desk: Desk, current: String, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::PrepareAnswer)?;
    let mut conn = web.app.store.read().await?;
    let (rows, edited) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(saved_answer::of_unit(c, &desk.officer.unit_id, &current, LIST).await?) },
        |c| find(c, &desk, typed.get("answer"))
    )?;
    drop(conn);
    let page = desk.page;
    let stands = edited.map_or_else(Stands::default, |a| {
        let now = line(&page, &a);
        let t = page.t;
        let labels = [t.saved_field(), t.saved_name(), t.saved_text(), t.saved_norm()];
        let now = || labels.into_iter().zip([now.field, now.title, now.text, now.norm]).collect();
        Stands::of(web, &Words::of_saved_answer(&a), typed.sent("seen"), &typed.problems, now)
    });
    let view = SavedAnswers {
        csrf: csrf(&page),
        key: web.app.token(),
        fields: Field::ALL.iter().map(|f| (f.code(), words::field_of(page.t, *f))).collect(),
        current,
        editing: typed.get("answer").to_owned(),
        stands,
        lines: rows.iter().map(|a| line(&page, a)).collect(),
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}

fn line(page: &Page, a: &SavedAnswerRow) -> Line {
    let t = page.t;
    Line {
        id: shown(a.public_id),
        field: words::field(t, &a.field),
        title: a.title.clone(),
        text: a.text.clone(),
        norm: a.norm.clone(),
        meta: format!("{}. {}.", t.saved_used(a.used), t.saved_by(&a.by_label, page.day(&a.on_day))),
    }
}
