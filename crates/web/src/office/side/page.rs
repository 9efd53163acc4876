//! A meeting beside the dialogues, with the matters that were raised there too: linked, never doubled (P9).

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::side::LinkSideItem;
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
    problem::Problem,
};
use caunoi_store::beside;
use caunoi_store::side_meeting::{self, LinkedItem};

use crate::{
    Web,
    office::dialogue::{
        form::{Pairs, summary},
        select::{SelectView, option},
    },
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{self, Mark},
        problems, render, words,
    },
};

/// Matters to choose from at most: the latest.
const CANDIDATES: i64 = 200;

#[derive(Template)]
#[template(path = "office/side/page.html")]
struct SidePage {
    page: Page,
    base: String,
    title: String,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    items: Vec<(String, Option<Mark>)>,
    choice: Option<SelectView>,
}

/// `GET /cong-viec/hop-khac/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &[]).await
}

/// `POST /cong-viec/hop-khac/{id}/viec`: a matter that the unit has already is linked.
///
/// # Errors
/// Not for this officer.
pub async fn link(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let side = PublicId::parse(&id).map_err(|_| Fault::NotFound)?.to_i64();
    match web.app.carry_out_once(&desk.actor, &p.get("key"), LinkSideItem { side, item: p.get("item") }).await {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/hop-khac/{id}")).into_response()),
        Err(refused) => view(&web, &desk, &id, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, all: &[Problem]) -> Result<Response, Fault> {
    let public = PublicId::parse(id).map_err(|_| Fault::NotFound)?;
    let mut conn = web.app.store.read().await?;
    let row = side_meeting::find_public(&mut conn, public.to_i64()).await?.ok_or(Fault::NotFound)?;
    let may = |action| policy::may(&desk.actor, action, Scope::unit(&row.unit_id));
    if !may(Action::ReadFollowUp) {
        return Err(Fault::NotFound);
    }
    // Titles of matters are for those who may read opinions as given.
    let reads = may(Action::ReadOpinions);
    let links = reads && may(Action::PrepareDialogue);
    let (items, candidates) =
        beside!(&mut conn, |c| async { if reads { side_meeting::items(c, &row.id).await } else { Ok(Vec::new()) } }, |c| async {
            if links { side_meeting::candidates(c, &row.unit_id, &row.id, CANDIDATES).await } else { Ok(Vec::new()) }
        },)?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let s = &row.side;
    let some = |text: String| (!text.is_empty()).then_some(text);
    let facts = [
        (t.plan_kind(), Some(words::side_kind(t, s.kind))),
        (t.plan_col_when(), Some(page.weekday(&s.on_day.to_string()))),
        (t.plan_place(), some(s.place.clone())),
        (t.side_host(), some(s.host.clone())),
        (t.side_people(), s.people.map(|n| words::told(t, n))),
        (t.side_speeches(), s.speeches.map(|n| words::told(t, n))),
        (t.side_note(), some(s.note.clone())),
    ];
    let view = SidePage {
        base: format!("/cong-viec/hop-khac/{public}"),
        title: s.title.clone(),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        facts: facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
        items: items.iter().map(|i| (i.title.clone(), i.standing.parse().ok().map(|s| mark::standing(t, s)))).collect(),
        choice: (!candidates.is_empty()).then(|| choose(&page, all, &candidates)),
        page,
    };
    Ok(render::form(&view, all))
}

fn choose(page: &Page, all: &[Problem], candidates: &[LinkedItem]) -> SelectView {
    let t = page.t;
    SelectView {
        name: "item",
        label: t.side_link_item(),
        hint: t.side_link_hint(),
        none: t.plan_pick(),
        options: candidates.iter().map(|i| option(&i.id, i.title.clone(), "")).collect(),
        error: problems::of(t, all, "item"),
    }
}
