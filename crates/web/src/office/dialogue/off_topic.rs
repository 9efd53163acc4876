//! `…/ngoai-noi-dung`: what was said at a dialogue beside its topics, and where each of it went (S1.8).

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    dialogue::{NoteOffTopic, route_off_topic},
    opinion::receipt::Slip,
};
use caunoi_domain::{
    dialogue::{off_topic::OffTopicWay, state::DialogueState},
    people::policy::Action,
};
use caunoi_store::off_topic::{self, OffTopicRow};

use super::{Found, Frame};
use crate::{
    Web,
    office::followup::input::{Typed, again, id_of, shown},
    page::{Page, desk::Desk, fault::Fault, form::csrf, icon::Icon, render, words},
};

struct Line {
    id: String,
    speaker: String,
    said: String,
    noted: String,
    way: Option<String>,
    to: String,
    reason: String,
    routed: String,
    thread: Option<String>,
}

#[derive(Template)]
#[template(path = "office/dialogue/off_topic.html")]
struct OffTopic {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    open: bool,
    lines: Vec<Line>,
    ways: Vec<(&'static str, String)>,
    slip: Option<(String, String)>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl OffTopic {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET …/ngoai-noi-dung`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, desk, &id, Typed::default(), None).await
}

/// `POST …/ngoai-noi-dung`: something that was said is noted.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn note(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let verb = NoteOffTopic { dialogue: id_of(&id)?, speaker: typed.get("speaker").to_owned(), said: typed.get("said").to_owned() };
    match web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await {
        Ok(_) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/ngoai-noi-dung")).into_response()),
        Err(refusal) => view(&web, desk, &id, typed.refused(refusal)?, None).await,
    }
}

/// `POST …/ngoai-noi-dung/chuyen`: where it went. Where it became an opinion the answer is the slip for the person who
/// spoke: its second secret stands in no address.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn route(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::PrepareDialogue)?;
    let Some(way) = typed.word::<OffTopicWay>("way") else { return view(&web, desk, &id, typed, None).await };
    let row = id_of(typed.get("row"))?;
    let (to, reason) = (typed.get("to").to_owned(), typed.get("reason").to_owned());
    match route_off_topic(&web.app, &desk.actor, typed.get("key"), (row, way), to, reason).await {
        Ok(None) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/ngoai-noi-dung")).into_response()),
        Ok(slip) => view(&web, desk, &id, Typed::default(), slip).await,
        Err(refusal) => view(&web, desk, &id, typed.refused(refusal)?, None).await,
    }
}

async fn view(web: &Web, desk: Desk, id: &str, typed: Typed, slip: Option<Slip>) -> Result<Response, Fault> {
    desk.allow(Action::PrepareDialogue)?;
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, id).await?;
    let rows = off_topic::of_dialogue(&mut conn, &found.d.id).await?;
    drop(conn);
    let page = desk.page;
    let view = OffTopic {
        f: found.frame(&page),
        csrf: csrf(&page),
        key: web.app.token(),
        open: matches!(found.d.state, DialogueState::Held | DialogueState::Concluded),
        lines: rows.into_iter().map(|o| line(&page, o)).collect(),
        ways: OffTopicWay::ALL.iter().map(|w| (w.code(), words::off_topic_way(page.t, *w))).collect(),
        slip: slip.map(|s| (s.code.to_string(), s.secret.to_string())),
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}

fn line(page: &Page, o: OffTopicRow) -> Line {
    let t = page.t;
    let mut line = Line {
        id: shown(o.public_id),
        speaker: o.speaker,
        said: o.said,
        noted: format!("{}. {}", page.day(&o.on_day), o.by_label),
        way: None,
        to: String::new(),
        reason: String::new(),
        routed: String::new(),
        thread: None,
    };
    if let Some(r) = o.route {
        line.way = Some(words::off_topic_way(t, r.way));
        line.routed = t.off_topic_routed_by(&r.by_label, page.day(&r.on_day));
        line.thread = r.item_public_id.map(|i| format!("/cong-viec/phan-loai?mo={}#o", shown(i)));
        (line.to, line.reason) = (r.to, r.reason);
    }
    line
}
