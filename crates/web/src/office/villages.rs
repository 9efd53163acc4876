//! Danh sách thôn, tổ dân phố of the commune: added, renamed, merged, divided, moved, nothing lost.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use axum_extra::extract::Form;
use caunoi_app::{
    Refusal, Verb,
    territory::{
        add_villages::AddVillages,
        divide_village::DivideVillage,
        merge_villages::MergeVillages,
        move_village::{GiveVillageAway, ReceiveVillage},
        rename_village::RenameVillage,
    },
};
use caunoi_domain::{
    opinion::submission::{LINE_MAX, text},
    people::policy::Action,
    problem::{Problem, What},
    unit::village::{Basis, Change},
};
use caunoi_store::village::{self, Became, Move, Village};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{csrf, day},
        problems, render,
    },
};

/// What was typed into one of the forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    name: String,
    names: String,
    village: String,
    villages: Vec<String>,
    on_day: String,
    paper: String,
    to: String,
}

/// Which form was sent; its details open again where something is wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormOf {
    None,
    Add,
    Rename,
    Merge,
    Divide,
    Move,
}

impl FormOf {
    /// What the ids of its fields begin with.
    const fn id(self) -> &'static str {
        match self {
            Self::None | Self::Add => "add",
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::Divide => "divide",
            Self::Move => "move",
        }
    }
}

struct Line {
    id: String,
    name: String,
    from: String,
    source: String,
    /// The commune that it is on its way to; empty where it stays.
    moving: String,
}

struct ChangeLine {
    before: String,
    change: String,
    after: String,
    day: String,
    paper: String,
}

#[derive(Template)]
#[template(path = "office/villages.html")]
struct VillagesPage {
    page: Page,
    csrf: String,
    title: String,
    lines: Vec<Line>,
    /// Id of the move and what it says.
    arriving: Vec<(String, String)>,
    changes: Vec<ChangeLine>,
    open: FormOf,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
}

impl VillagesPage {
    /// What is wrong in that field of that form.
    fn error(&self, form: FormOf, field: &str) -> Option<&str> {
        self.errors.iter().filter(|_| self.open == form).find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }

    fn value<'a>(&'a self, form: FormOf, value: &'a str) -> &'a str {
        if self.open == form { value } else { "" }
    }

    fn chosen(&self, form: FormOf, id: &str) -> bool {
        self.open == form && (self.typed.village == id || self.typed.villages.iter().any(|v| v == id))
    }
}

/// Addresses of the list of villages.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/thon", get(show).post(add))
        .route("/cong-viec/thon/doi-ten", post(rename))
        .route("/cong-viec/thon/nhap", post(merge))
        .route("/cong-viec/thon/chia", post(divide))
        .route("/cong-viec/thon/chuyen", post(give_away))
        .route("/cong-viec/thon/tiep-nhan/{id}", post(receive))
}

/// `GET /cong-viec/thon`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, FormOf::None, Typed::default(), &[]).await
}

async fn page(web: &Web, desk: Desk, open: FormOf, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::KeepVillages)?;
    if desk.page.is_superior() {
        return Err(Fault::NotFound);
    }
    let t = desk.page.t;
    let mut conn = web.app.store.read().await?;
    let here = desk.officer.unit_id.as_str();
    let looks = (village::on_the_way_look(here), village::of_unit_look(here), village::changes_look(here));
    let (moves, all, changes) = conn.together(looks).await?;
    drop(conn);
    let unit = desk.page.desk.as_ref().map(|d| d.unit_name.clone()).unwrap_or_default();
    let view = VillagesPage {
        csrf: csrf(&desk.page),
        title: t.villages_title_of(unit),
        lines: all.into_iter().filter(|v| v.valid_to.is_none()).map(|v| line(&desk.page, v, &moves)).collect(),
        arriving: moves.iter().filter(|m| m.to_unit_id == here).map(|m| (m.id.clone(), arriving(&desk.page, m))).collect(),
        changes: changes.into_iter().map(|c| change(&desk.page, c)).collect(),
        open,
        typed: Typed { key: if typed.key.is_empty() { web.app.token() } else { typed.key.clone() }, ..typed },
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn line(page: &Page, v: Village, moves: &[Move]) -> Line {
    let t = page.t;
    Line {
        moving: moves.iter().find(|m| m.village_id == v.id).map(|m| t.villages_moving(&m.to_name)).unwrap_or_default(),
        from: v.valid_from.as_deref().map_or_else(|| t.villages_since_unknown(), |d| page.day(d)),
        source: if v.source == "demo" { t.villages_demo() } else { v.source },
        name: v.name,
        id: v.id,
    }
}

fn arriving(page: &Page, m: &Move) -> String {
    page.t.villages_arriving_line(&m.village, &m.from_name, page.day(&m.on_day), &m.paper)
}

fn change(page: &Page, c: Became) -> ChangeLine {
    let t = page.t;
    let (before, after) = match c.change {
        Change::Moved => (format!("{}, {}", c.old_name, c.old_unit), format!("{}, {}", c.new_name, c.new_unit)),
        _ => (c.old_name, c.new_name),
    };
    let change = match c.change {
        Change::Renamed => t.villages_change_renamed(),
        Change::Merged => t.villages_change_merged(),
        Change::Divided => t.villages_change_divided(),
        Change::Moved => t.villages_change_moved(),
    };
    ChangeLine { before, change, after, day: page.day(&c.on_day), paper: c.paper }
}

/// Carries a verb out once for its form; what is wrong opens the form again with what was typed.
async fn act<V>(web: Web, desk: Desk, form: FormOf, typed: Typed, verb: Result<V, Vec<Problem>>) -> Result<Response, Fault>
where
    V: Verb + std::fmt::Debug,
    V::Done: Serialize + DeserializeOwned,
{
    desk.allow(Action::KeepVillages)?;
    desk.check(&typed.csrf)?;
    let done = match verb {
        Ok(verb) => web.app.carry_out_once(&desk.actor, &typed.key, verb).await.map(drop),
        Err(wrong) => Err(Refusal::Invalid(wrong)),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/cong-viec/thon").into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, form, typed, &wrong).await
        }
    }
}

/// Day and paper of a change; the day is needed.
fn basis(typed: &Typed) -> Result<Basis, Vec<Problem>> {
    let mut wrong = Vec::new();
    let on = day(&typed.on_day, "on_day", &mut wrong);
    if typed.on_day.trim().is_empty() {
        wrong.push(Problem::new("on_day", What::Empty));
    }
    let paper = text(&typed.paper, "paper", LINE_MAX, true, &mut wrong);
    match on {
        Some(on) if wrong.is_empty() => Ok(Basis { on, paper }),
        _ => Err(wrong),
    }
}

/// `POST /cong-viec/thon`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn add(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let mut wrong = Vec::new();
    let from_on = day(&typed.on_day, "on_day", &mut wrong);
    let paper = text(&typed.paper, "paper", LINE_MAX, true, &mut wrong);
    let names = typed.names.lines().map(str::to_owned).collect();
    let verb = AddVillages { unit_id: desk.officer.unit_id.clone(), names, from_on, paper };
    act(web, desk, FormOf::Add, typed, if wrong.is_empty() { Ok(verb) } else { Err(wrong) }).await
}

/// `POST /cong-viec/thon/doi-ten`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn rename(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let verb = basis(&typed).map(|basis| RenameVillage {
        unit_id: desk.officer.unit_id.clone(),
        village: typed.village.clone(),
        name: typed.name.clone(),
        basis,
    });
    act(web, desk, FormOf::Rename, typed, verb).await
}

/// `POST /cong-viec/thon/nhap`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn merge(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let verb = basis(&typed).map(|basis| MergeVillages {
        unit_id: desk.officer.unit_id.clone(),
        villages: typed.villages.clone(),
        name: typed.name.clone(),
        basis,
    });
    act(web, desk, FormOf::Merge, typed, verb).await
}

/// `POST /cong-viec/thon/chia`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn divide(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let verb = basis(&typed).map(|basis| DivideVillage {
        unit_id: desk.officer.unit_id.clone(),
        village: typed.village.clone(),
        names: typed.names.lines().map(str::to_owned).collect(),
        basis,
    });
    act(web, desk, FormOf::Divide, typed, verb).await
}

/// `POST /cong-viec/thon/chuyen`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn give_away(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let verb = basis(&typed).map(|basis| GiveVillageAway {
        unit_id: desk.officer.unit_id.clone(),
        village: typed.village.clone(),
        to_code: typed.to.clone(),
        basis,
    });
    act(web, desk, FormOf::Move, typed, verb).await
}

/// `POST /cong-viec/thon/tiep-nhan/{id}`
///
/// # Errors
/// Not for this officer; no such move; a form without the session's token.
pub async fn receive(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let verb = ReceiveVillage { unit_id: desk.officer.unit_id.clone(), id };
    act(web, desk, FormOf::None, typed, Ok(verb)).await
}
