//! `/cong-viec/quy-che/{id}/dieu-khoan`: the editor of clauses. What would change is seen before it is saved: the duties
//! of a year under the rule as it stands and as it would be, side by side; saving makes the document's next version.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    duty::preview::{self, UnitChange},
    regulation::{add_clause::AddClause, as_issuer},
};
use caunoi_domain::{
    dialogue::state::{Basis, DelegationGround, DialogueKind},
    people::{body::BodyKind, policy::Action, post::PostKind},
    problem::{Problem, What},
    regulation::{
        clause::{ClauseKind, DayCount, Delegation, Per, ReportPeriod},
        ledger::{
            Duty,
            preview::{Change, Extent},
        },
    },
    unit::Level,
};
use caunoi_store::{Conn, beside, people, regulation};
use serde::Deserialize;

use super::clause_typed::{ClauseTyped, preview_year};
use crate::{
    Web,
    office::{drafts, ledger::lines::Posts},
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::{Fault, problems_of},
        form::csrf,
        ledger_words,
        mark::Mark,
        problems, render, rule_words, words,
    },
};

type Choices = Vec<(&'static str, String)>;

/// What the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Place of the clause that is replaced.
    thay: String,
}

struct Side {
    due: String,
    state: Mark,
}

struct ChangeLine {
    what: String,
    kind: String,
    subject: String,
    post: String,
    before: Option<Side>,
    after: Option<Side>,
}

struct Seen {
    lead: String,
    counts: String,
    lines: Vec<ChangeLine>,
    others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/regulation_clause.html")]
struct ClausePage {
    page: Page,
    csrf: String,
    id: String,
    named: String,
    typed: ClauseTyped,
    /// Clauses that it can take the place of: place, name.
    clauses: Vec<(String, String)>,
    kinds: Choices,
    pers: Choices,
    counts: Choices,
    levels: Choices,
    posts: Choices,
    bodies: Choices,
    dialogues: Choices,
    bases: Choices,
    periods: Choices,
    delegations: Choices,
    grounds: Choices,
    /// Units that the preview can be of: code, name.
    units: Vec<(String, String)>,
    seen: Option<Seen>,
    errors: problems::Told,
    draft: DraftView,
}

/// `GET /cong-viec/quy-che/{id}/dieu-khoan`
///
/// # Errors
/// Not for this officer; no document of the own office.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let (row, kept) = beside!(&mut conn, |c| own(c, &desk, &id), |c| drafts::fields(c, &desk, form_of(&id), "nhap"))?;
    drop(conn);
    let replaced = asked.thay.parse::<usize>().ok().and_then(|seq| row.document.clauses.get(seq));
    // A clause that was asked for by its place is shown as it stands, whatever was begun before.
    if !kept.is_empty() && replaced.is_none() {
        let typed = ClauseTyped { key: web.app.token(), ..ClauseTyped::kept(&kept) };
        return page(&web, desk, row, typed, None, &[]).await;
    }
    let typed = ClauseTyped {
        key: web.app.token(),
        replaces: replaced.map(|_| asked.thay.clone()).unwrap_or_default(),
        ..replaced.map(ClauseTyped::of).unwrap_or_default()
    };
    page(&web, desk, row, typed, None, &[]).await
}

/// `POST /cong-viec/quy-che/{id}/dieu-khoan/xem-truoc`: what would change; nothing is saved.
///
/// # Errors
/// Not for this officer; no document of the own office.
pub async fn look(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<ClauseTyped>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let row = own(&mut web.app.store.read().await?, &desk, &id).await?;
    preview_page(&web, desk, row, typed, &[]).await
}

/// The page with what would change, or with what is wrong; `wrong` is why the page is shown again.
async fn preview_page(
    web: &Web,
    desk: Desk,
    row: regulation::RegulationRow,
    mut typed: ClauseTyped,
    wrong: &[Problem],
) -> Result<Response, Fault> {
    let read = verb(&row, &typed);
    match read.and_then(|verb| verb.proposed(&row.document).map(|next| (verb, next))) {
        Err(wrong) => page(web, desk, row, typed, None, &wrong).await,
        Ok((verb, next)) => {
            let today = web.app.clock.today();
            let year = preview_year(&typed, Some(&verb.clause), today);
            let mut conn = web.app.store.read().await?;
            let above = desk.officer.unit_id.as_str();
            let (all, units) = preview::of_all(&mut conn, &web.app.calendar(), Some(above), &[next], year, today).await?;
            let first = all.iter().find(|c| c.code == typed.xa).or(all.first());
            let posts = match first {
                Some(c) => Posts::of(people::posts(&mut conn, &c.unit_id, &today.to_string()).await?),
                None => Posts::of(Vec::new()),
            };
            drop(conn);
            let seen = seen(&desk.page, &all, first, units, &posts, year, today);
            typed.seen = verb.token(&web.app.keys, &row)?;
            page(web, desk, row, typed, Some(seen), wrong).await
        }
    }
}

/// What was typed as what is to be done.
fn verb(row: &regulation::RegulationRow, typed: &ClauseTyped) -> Result<AddClause, Vec<Problem>> {
    let clause = typed.clause()?;
    Ok(AddClause { regulation: row.document.id.clone(), clause, replaces: typed.replaced(), seen: typed.seen.clone() })
}

/// `POST /cong-viec/quy-che/{id}/dieu-khoan`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn save(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<ClauseTyped>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let row = own(&mut web.app.store.read().await?, &desk, &id).await?;
    let wrong = match verb(&row, &typed) {
        Err(wrong) => wrong,
        Ok(verb) => match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
            Ok(()) => {
                drafts::sent(&web, &desk, &form_of(&id)).await?;
                return Ok(Redirect::to(&format!("/cong-viec/quy-che/{id}")).into_response());
            }
            Err(refusal) => problems_of(refusal)?,
        },
    };
    // Another text than the one that was seen: it is kept, and what it would change is shown.
    if wrong.iter().any(|p| p.what == What::NotSeen) {
        return preview_page(&web, desk, row, typed, &wrong).await;
    }
    page(&web, desk, row, typed, None, &wrong).await
}

/// The address of the editor, under which its draft is kept.
fn form_of(id: &str) -> String {
    format!("/cong-viec/quy-che/{id}/dieu-khoan")
}

/// The document, where the officer's own office keeps it or issued it: as that office would write its next version.
async fn own(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<regulation::RegulationRow, Fault> {
    desk.allow(Action::KeepRegulations)?;
    let row = regulation::find(conn, id).await?;
    let own = desk.officer.unit_id.as_str();
    row.map(|r| as_issuer(&r, own)).filter(|r| r.keeper == own).ok_or(Fault::NotFound)
}

async fn page(
    web: &Web,
    desk: Desk,
    row: regulation::RegulationRow,
    typed: ClauseTyped,
    seen: Option<Seen>,
    wrong: &[Problem],
) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let below = caunoi_store::unit::below(&mut conn, &desk.officer.unit_id).await?;
    drop(conn);
    let t = desk.page.t;
    let d = &row.document;
    let view = ClausePage {
        csrf: csrf(&desk.page),
        id: d.id.clone(),
        named: rule_words::named(t, d.kind, &d.number),
        clauses: d
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, c)| c.valid_to.is_none())
            .map(|(n, c)| (n.to_string(), format!("{}: {}", rule_words::clause_kind(t, c.kind), c.citation)))
            .collect(),
        kinds: ClauseKind::ALL.iter().map(|k| (k.code(), rule_words::clause_kind(t, *k))).collect(),
        pers: Per::ALL.iter().map(|k| (k.code(), rule_words::per(t, *k))).collect(),
        counts: DayCount::ALL.iter().map(|k| (k.code(), rule_words::day_count(t, *k))).collect(),
        levels: Level::ALL.iter().map(|k| (k.code(), rule_words::level(t, *k))).collect(),
        posts: PostKind::ALL.iter().map(|k| (k.code(), words::post_kind(t, *k))).collect(),
        bodies: BodyKind::ALL.iter().map(|k| (k.code(), words::body_kind(t, *k))).collect(),
        dialogues: DialogueKind::ALL.iter().map(|k| (k.code(), words::dialogue_kind(t, *k))).collect(),
        bases: Basis::ALL.iter().map(|k| (k.code(), words::basis(t, *k))).collect(),
        periods: ReportPeriod::ALL.iter().map(|k| (k.code(), rule_words::period(t, *k))).collect(),
        delegations: Delegation::ALL.iter().map(|k| (k.code(), rule_words::delegation(t, *k))).collect(),
        grounds: DelegationGround::ALL.iter().map(|k| (k.code(), rule_words::delegation_ground(t, *k))).collect(),
        units: below.into_iter().map(|u| (u.code, u.name)).collect(),
        errors: problems::Told::of(t, wrong),
        draft: DraftView::of(&form_of(&d.id), &form_of(&d.id)),
        seen,
        typed,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn seen(
    page: &Page,
    all: &[UnitChange],
    first: Option<&UnitChange>,
    units: usize,
    posts: &Posts,
    year: i16,
    on: jiff::civil::Date,
) -> Seen {
    let t = page.t;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Seen {
        lead: match first {
            Some(c) => t.clause_seen_lead(c.name.clone(), i64::from(year)),
            None => t.clause_seen_nothing(number(units), i64::from(year)),
        },
        counts: first.map(|c| counts(page, c.extent)).unwrap_or_default(),
        lines: first.map(|c| c.changes.iter().map(|x| change(page, x, posts, on)).collect()).unwrap_or_default(),
        others: all
            .iter()
            .filter(|c| first.is_none_or(|f| f.unit_id != c.unit_id))
            .map(|c| (c.name.clone(), counts(page, c.extent)))
            .collect(),
    }
}

/// "3 việc thêm, 1 việc bỏ, 2 việc đổi; 20 việc giữ nguyên".
fn counts(page: &Page, e: Extent) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    page.t.clause_seen_counts(number(e.appear), number(e.go), number(e.moved), number(e.same))
}

fn change(page: &Page, c: &Change, posts: &Posts, on: jiff::civil::Date) -> ChangeLine {
    let t = page.t;
    let side = |d: &Duty| Side { due: ledger_words::due(page, d), state: ledger_words::state(t, d, on) };
    let (what, d, before, after) = match c {
        Change::Appears(d) => (t.clause_seen_appears(), d, None, Some(side(d))),
        Change::Goes(d) => (t.clause_seen_goes(), d, Some(side(d)), None),
        Change::Moves { before, after } => (t.clause_seen_moves(), after.as_ref(), Some(side(before)), Some(side(after))),
    };
    ChangeLine {
        what,
        kind: rule_words::clause_kind(t, d.kind),
        subject: ledger_words::subject(t, d),
        post: posts.name(&d.post_id),
        before,
        after,
    }
}
