//! A meeting beside the dialogues is written down.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{Refusal, side::RecordSide};
use caunoi_domain::{
    dialogue::side::{SideKind, TypedSide, side},
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::Problem,
};

use crate::{
    Web,
    office::dialogue::form::{ChoiceView, ChoicesView, FieldView, Pairs, summary},
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, words,
    },
};

#[derive(Template)]
#[template(path = "office/side/enter.html")]
struct EnterPage {
    page: Page,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    kinds: ChoicesView,
    fields: Vec<FieldView>,
}

/// `GET /cong-viec/hop-khac/moi`: the kind and the title may come from the form of a dialogue that refused them.
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.allow(Action::PrepareDialogue)?;
    let p = Pairs(asked);
    let typed = TypedSide { kind: p.get("loai"), title: p.get("ten"), ..TypedSide::default() };
    Ok(view(&desk, &typed, &[], web.app.token()))
}

/// `POST /cong-viec/hop-khac/moi`
///
/// # Errors
/// Not for this officer.
pub async fn record(State(web): State<Web>, desk: Desk, Form(f): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    desk.allow(Action::PrepareDialogue)?;
    let typed = TypedSide {
        kind: p.get("kind"),
        title: p.get("title"),
        on_day: p.get("on_day"),
        place: p.get("place"),
        host: p.get("host"),
        people: p.get("people"),
        speeches: p.get("speeches"),
        note: p.get("note"),
    };
    let done = match side(&typed) {
        Ok(side) => {
            let verb = RecordSide { unit_id: desk.officer.unit_id.clone(), side };
            web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await
        }
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/cong-viec/hop-khac/{}", PublicId::from_i64(id))).into_response()),
        Err(refused) => Ok(view(&desk, &typed, &problems_of(refused)?, p.get("key"))),
    }
}

fn view(desk: &Desk, typed: &TypedSide, all: &[Problem], key: String) -> Response {
    let page = desk.page.clone();
    let t = page.t;
    let line = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    let choice = |k: &SideKind| ChoiceView {
        value: k.code().to_owned(),
        label: words::side_kind(t, *k),
        hint: kind_hint(&page, *k),
        checked: typed.kind == k.code(),
    };
    let view = EnterPage {
        csrf: desk.csrf().to_owned(),
        key,
        errs: summary(t, all),
        kinds: ChoicesView {
            name: "kind",
            legend: t.plan_kind(),
            hint: String::new(),
            many: false,
            choices: SideKind::ALL.iter().map(choice).collect(),
            error: problems::of(t, all, "kind"),
        },
        fields: vec![
            line("title", t.side_name(), &typed.title),
            line("on_day", t.plan_day(), &typed.on_day).hint(t.plan_day_hint()).short(),
            line("place", t.plan_place(), &typed.place),
            line("host", t.side_host(), &typed.host).hint(t.side_host_hint()),
            line("people", t.side_people(), &typed.people).hint(t.side_told_hint()).short(),
            line("speeches", t.side_speeches(), &typed.speeches).hint(t.side_told_hint()).short(),
            line("note", t.side_note(), &typed.note).area(3),
        ],
        page,
    };
    render::form(&view, all)
}

fn kind_hint(page: &Page, kind: SideKind) -> String {
    let t = page.t;
    match kind {
        SideKind::VoterMeeting => t.side_hint_voter_meeting(),
        SideKind::Reception => t.side_hint_reception(),
        SideKind::Seminar => t.side_hint_seminar(),
        SideKind::Other => String::new(),
    }
}
