//! The form of a dialogue's draft: a new one, or an edited one.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    desk::seen::{OnRead, Waits, Words},
    dialogue::{DraftDialogue, EditDialogue},
};
use caunoi_domain::{
    dialogue::{
        draft::{TypedDraft, draft},
        scope::TypedScope,
        state::{Basis, DialogueKind, DialogueState, Form as How},
    },
    opinion::tracking_code::PublicId,
    people::{policy::Action, post::PostKind},
    problem::{Problem, What},
};
use caunoi_store::{
    Conn, beside,
    people::{self, PostRow},
    unit,
};

use super::{
    Found,
    form::{ChoiceView, ChoicesView, FieldView, Pairs, summary},
    scope_form,
    select::SelectView,
};
use crate::{
    Web,
    office::drafts,
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, words,
    },
    public::view::encode,
};

#[derive(Template)]
#[template(path = "office/dialogue/draft.html")]
struct DraftPage {
    page: Page,
    action: String,
    back: String,
    new: bool,
    key: String,
    /// The mark of the words that are edited; empty for a new one.
    seen: String,
    csrf: String,
    errs: Vec<(String, String)>,
    first: Vec<FieldView>,
    choices: Vec<ChoicesView>,
    chairs: ChoicesView,
    selects: Vec<SelectView>,
    rest: Vec<FieldView>,
    covered: Vec<ChoicesView>,
    /// What a pilot tries.
    pilot: Vec<FieldView>,
    /// The form of the meeting beside, where the title or the kind is one.
    beside: Option<String>,
    draft: DraftView,
    /// When it was kept as a draft; empty where it is none.
    found: String,
}

/// What a form shows: as it is, as it was kept, or as it was typed.
struct Shown {
    typed: TypedDraft,
    key: String,
    found: String,
    seen: String,
}

impl Shown {
    /// What the officer kept of the form, or else what stands there.
    fn kept_or(web: &Web, kept: Vec<(String, String)>, typed: TypedDraft) -> Self {
        let found = drafts::value(&kept, "nhap");
        let typed = if kept.is_empty() { typed } else { read(kept).1 };
        Self { typed, key: web.app.token(), found, seen: String::new() }
    }

    fn typed(typed: TypedDraft, key: String) -> Self {
        Self { typed, key, found: String::new(), seen: String::new() }
    }

    fn seen(self, seen: String) -> Self {
        Self { seen, ..self }
    }
}

/// The address of a new draft's form.
const NEW: &str = "/cong-viec/doi-thoai/moi";

/// `GET /cong-viec/doi-thoai/moi`
///
/// # Errors
/// Not for this officer.
pub async fn new(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::PrepareDialogue)?;
    let mut conn = web.app.store.read().await?;
    let (council_post, kept) = beside!(&mut conn, |c| council_of(c, &web, &desk), |c| drafts::fields(c, &desk, NEW, "nhap"))?;
    drop(conn);
    // Article 43 is of the commune: above it a dialogue begins with the Party committee's rule alone.
    let (basis, party_invited) = if desk.page.is_superior() { (Basis::Party, "") } else { (Basis::Both, "yes") };
    let typed = TypedDraft {
        kind: DialogueKind::Regular.code().to_owned(),
        basis: basis.code().to_owned(),
        form: How::InPerson.code().to_owned(),
        scope: TypedScope { party_invited: party_invited.to_owned(), council_post, ..TypedScope::default() },
        ..TypedDraft::default()
    };
    let shown = Shown::kept_or(&web, kept, typed);
    form(&web, &desk, None, shown, &[]).await
}

/// `POST /cong-viec/doi-thoai/moi`
///
/// # Errors
/// Not for this officer.
pub async fn create(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let (pairs, typed) = read(fields);
    desk.check(&pairs.get("csrf"))?;
    desk.allow(Action::PrepareDialogue)?;
    let problems = match draft(&typed, web.app.clock.today()) {
        Ok(draft) => {
            let verb = DraftDialogue { unit_id: desk.officer.unit_id.clone(), draft };
            match web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await {
                Ok(id) => {
                    drafts::sent(&web, &desk, NEW).await?;
                    return Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(id))).into_response());
                }
                Err(refused) => problems_of(refused)?,
            }
        }
        Err(problems) => problems,
    };
    form(&web, &desk, None, Shown::typed(typed, pairs.get("key")), &problems).await
}

/// `GET /cong-viec/doi-thoai/{id}/sua`
///
/// # Errors
/// Not for this officer, or no draft any more.
pub async fn edit(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let form_of = format!("/cong-viec/doi-thoai/{id}/sua");
    let (found, kept) = beside!(&mut conn, |c| Found::read(c, &desk, &id), |c| drafts::fields(c, &desk, &form_of, "nhap"))?;
    drop(conn);
    if !found.prepares || found.d.state != DialogueState::Draft {
        return Err(Fault::NotFound);
    }
    let d = &found.d;
    let typed = TypedDraft {
        kind: d.kind.code().to_owned(),
        basis: d.basis.code().to_owned(),
        title: d.title.clone(),
        on_day: desk.page.day(&d.on_day),
        at_time: d.at_time.clone(),
        place: d.place.clone(),
        form: d.form.code().to_owned(),
        audience: d.audience.clone(),
        how_to_join: d.how_to_join.clone(),
        expected: d.expected.map(|n| n.to_string()).unwrap_or_default(),
        chairs: found.chairs.iter().map(|c| c.post_id.clone()).collect(),
        scope: scope_form::typed(&d.scope),
    };
    let shown = Shown::kept_or(&web, kept, typed).seen(mark(&web, &found));
    form(&web, &desk, Some(&found.id), shown, &[]).await
}

/// `POST /cong-viec/doi-thoai/{id}/sua`
///
/// # Errors
/// Not for this officer, or no draft any more.
pub async fn save(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (pairs, typed) = read(fields);
    desk.check(&pairs.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let problems = match draft(&typed, web.app.clock.today()) {
        Ok(draft) => {
            let verb = EditDialogue { dialogue: found.d.public_id, draft };
            let verb = OnRead { of: Waits::Dialogue(found.d.public_id), seen: pairs.get("seen"), verb };
            match web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await {
                Ok(()) => {
                    drafts::sent(&web, &desk, &format!("/cong-viec/doi-thoai/{}/sua", found.id)).await?;
                    return Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{}", found.id)).into_response());
                }
                Err(refused) => problems_of(refused)?,
            }
        }
        Err(problems) => problems,
    };
    // Who was told that another changed it, and sends it again, means it.
    let told = problems.iter().any(|p| p.what == What::Overtaken);
    let seen = if told { mark(&web, &found) } else { pairs.get("seen") };
    form(&web, &desk, Some(&found.id), Shown::typed(typed, pairs.get("key")).seen(seen), &problems).await
}

/// The mark of the words of a dialogue.
fn mark(web: &Web, found: &Found) -> String {
    Words::of_dialogue(&found.d, &found.chairs).mark(&web.app.keys)
}

fn read(fields: Vec<(String, String)>) -> (Pairs, TypedDraft) {
    let p = Pairs(fields);
    let typed = TypedDraft {
        kind: p.get("kind"),
        basis: p.get("basis"),
        title: p.get("title"),
        on_day: p.get("on_day"),
        at_time: p.get("at_time"),
        place: p.get("place"),
        form: p.get("form"),
        audience: p.get("audience"),
        how_to_join: p.get("how_to_join"),
        expected: p.get("expected"),
        chairs: p.all("chairs"),
        scope: scope_form::read(&p),
    };
    (p, typed)
}

async fn form(web: &Web, desk: &Desk, id: Option<&str>, shown: Shown, all: &[Problem]) -> Result<Response, Fault> {
    let Shown { typed, key, found, seen } = shown;
    let typed = &typed;
    let today = web.app.clock.today().to_string();
    let mut conn = web.app.store.read().await?;
    let of = desk.officer.unit_id.as_str();
    let (posts, below) = beside!(&mut conn, |c| people::posts(c, of, &today), |c| async {
        if desk.page.is_superior() { unit::below(c, of).await } else { Ok(Vec::new()) }
    },)?;
    drop(conn);
    let t = desk.page.t;
    let line = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    let base = id.map(|id| format!("/cong-viec/doi-thoai/{id}"));
    let action = base.as_ref().map_or_else(|| NEW.to_owned(), |b| format!("{b}/sua"));
    let view = DraftPage {
        draft: DraftView::of(&action, &action),
        found,
        action,
        back: base.unwrap_or_else(|| "/cong-viec/doi-thoai".to_owned()),
        new: id.is_none(),
        key,
        seen,
        csrf: desk.csrf().to_owned(),
        errs: summary(t, all),
        first: vec![
            line("title", t.plan_title(), &typed.title).hint(t.plan_title_hint()),
            line("on_day", t.plan_day(), &typed.on_day).hint(t.plan_day_hint()).short(),
            line("at_time", t.plan_time(), &typed.at_time).hint(t.plan_time_hint()).short(),
            line("place", t.plan_place(), &typed.place),
        ],
        beside: beside(all, typed),
        choices: vec![
            scope_form::kinds(&desk.page, all, &typed.kind),
            one(&desk.page, all, "basis", t.plan_basis(), Basis::ALL.iter().map(|b| (b.code(), words::basis(t, *b))), &typed.basis),
            one(&desk.page, all, "form", t.plan_form(), How::ALL.iter().map(|f| (f.code(), words::form(t, *f))), &typed.form),
        ],
        selects: scope_form::selects(&desk.page, all, &typed.scope, &posts, &below),
        covered: covered(&desk.page, all, &typed.scope),
        pilot: scope_form::pilot(&desk.page, all, &typed.scope),
        chairs: chairs(&desk.page, all, posts, &typed.chairs),
        rest: vec![
            line("audience", t.plan_audience(), &typed.audience).hint(t.plan_audience_hint()),
            line("expected", t.plan_expected(), &typed.expected).short(),
            line("how_to_join", t.plan_how_to_join(), &typed.how_to_join).hint(t.plan_how_to_join_hint()).area(3),
        ]
        .into_iter()
        .chain(scope_form::lines(&desk.page, all, &typed.scope))
        .collect(),
        page: desk.page.clone(),
    };
    Ok(render::form(&view, all))
}

/// The post of the unit's HĐND that co-chairs, proposed in a new draft.
async fn council_of(conn: &mut Conn<'_>, web: &Web, desk: &Desk) -> Result<String, Fault> {
    let today = web.app.clock.today().to_string();
    let posts = people::posts(conn, &desk.officer.unit_id, &today).await?;
    Ok(posts.into_iter().find(|p| p.kind == PostKind::CouncilStanding).map(|p| p.id).unwrap_or_default())
}

/// The right form for what is no dialogue, with the title that was typed (S4.7).
fn beside(all: &[Problem], typed: &TypedDraft) -> Option<String> {
    let kind = all.iter().find_map(|p| if let What::NotADialogue { kind } = &p.what { Some(*kind) } else { None })?;
    Some(format!("/cong-viec/hop-khac/moi?loai={}&ten={}", kind.code(), encode(&typed.title)))
}

/// Audiences and fields, the invitation of the Party committee, the pilot.
fn covered(page: &Page, all: &[Problem], s: &TypedScope) -> Vec<ChoicesView> {
    let t = page.t;
    let mut groups = scope_form::covered(page, all, &s.audiences, &s.fields);
    groups.push(scope_form::tick("party_invited", t.plan_party(), t.plan_party_invited(), t.plan_party_hint(), &s.party_invited));
    groups.push(scope_form::tick("pilot", t.plan_pilot(), t.plan_pilot_yes(), t.plan_pilot_hint(), &s.pilot));
    groups
}

fn one<'a>(
    page: &Page,
    all: &[Problem],
    name: &'static str,
    legend: String,
    choices: impl Iterator<Item = (&'a str, String)>,
    typed: &str,
) -> ChoicesView {
    let choices =
        choices.map(|(code, label)| ChoiceView { value: code.to_owned(), label, hint: String::new(), checked: code == typed }).collect();
    ChoicesView { name, legend, hint: String::new(), many: false, choices, error: problems::of(page.t, all, name) }
}

fn chairs(page: &Page, all: &[Problem], posts: Vec<PostRow>, typed: &[String]) -> ChoicesView {
    let choices = posts
        .into_iter()
        .filter(|p| p.head)
        .map(|p| ChoiceView { checked: typed.contains(&p.id), value: p.id, label: p.name, hint: p.holder.unwrap_or_default() })
        .collect();
    ChoicesView {
        name: "chairs",
        legend: page.t.plan_chairs(),
        hint: page.t.plan_chairs_hint(),
        many: true,
        choices,
        error: problems::of(page.t, all, "chairs"),
    }
}
