//! Issues at the office's desk: what is in each, its words and flags, and its publication.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    desk::{
        edited::{Edited, OnRead},
        seen::Words,
    },
    opinion::edit_issue::EditIssue,
};
use caunoi_domain::{
    opinion::{
        kind::Field,
        submission::{LINE_MAX, text},
    },
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::{
    issue::{self, IssueRow},
    item,
};
use serde::Deserialize;

use super::{act::Choices, public_id, shown};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, csrf},
        mark::{self, Mark},
        problems, render,
        stands::Stands,
        words,
    },
};

struct InList {
    id: String,
    title: String,
    field: String,
    items: i64,
    hot: bool,
    urgent: bool,
    published: bool,
}

#[derive(Template)]
#[template(path = "office/issues.html")]
struct IssuesPage {
    page: Page,
    issues: Vec<InList>,
}

/// `GET /cong-viec/van-de`
///
/// # Errors
/// Not for this officer.
pub async fn list(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Triage)?;
    let t = desk.page.t;
    let all = issue::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id).await?;
    let issues = all
        .into_iter()
        .map(|l| InList {
            id: shown(l.issue.public_id),
            title: l.issue.title,
            field: words::field(t, &l.issue.field),
            items: l.items,
            hot: l.issue.hot,
            urgent: l.issue.urgent,
            published: l.issue.published_at.is_some(),
        })
        .collect();
    Ok(render::html(&IssuesPage { page: desk.page, issues }))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    title: String,
    summary: String,
    field: String,
    hot: String,
    urgent: String,
    publish: String,
    /// The mark of the words that stood on the page.
    seen: String,
}

struct Inside {
    opinion_item: String,
    title: String,
    standing: Mark,
    day: String,
    ungroup: String,
}

#[derive(Template)]
#[template(path = "office/issue.html")]
struct IssuePage {
    page: Page,
    csrf: String,
    id: String,
    typed: Typed,
    stands: Stands,
    choices: Choices,
    items: Vec<Inside>,
    published: Option<String>,
    dissolved: bool,
    errors: problems::Told,
}

/// `GET /cong-viec/van-de/{id}`
///
/// # Errors
/// Not for this officer; no such issue.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    page(&web, desk, &id, None, &[]).await
}

async fn page(web: &Web, desk: Desk, id: &str, typed: Option<Typed>, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Triage)?;
    let t = desk.page.t;
    let mut conn = web.app.store.read().await?;
    let found = issue::find_public(&mut conn, public_id(id)?).await?;
    let i = found.filter(|i| i.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    let items = item::of_issue(&mut conn, &i.id).await?;
    drop(conn);
    let sent = typed.as_ref().map(|f| f.seen.as_str());
    let stands = Stands::of(web, &Words::of_issue(&i), sent, wrong, || told(&desk.page, &i));
    let view = IssuePage {
        stands,
        csrf: csrf(&desk.page),
        id: shown(i.public_id),
        published: i.published_at.map(|at| desk.page.moment(at)),
        dissolved: i.dissolved_at.is_some(),
        typed: typed.unwrap_or_else(|| filled(&i, web.app.token())),
        choices: Choices::words(t),
        items: items
            .into_iter()
            .map(|x| Inside {
                opinion_item: format!("/cong-viec/phan-loai?mo={}#o", shown(x.public_id)),
                ungroup: super::act::Act::Ungroup.href(&[shown(x.public_id).as_str()]),
                title: x.title,
                standing: mark::standing(t, x.standing),
                day: desk.page.day(&x.received_on),
            })
            .collect(),
        errors: problems::Told::of(t, wrong),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// What stands there now, by the names of the fields.
fn told(page: &Page, i: &IssueRow) -> Vec<(String, String)> {
    let t = page.t;
    let flags = [(i.hot, t.issue_hot()), (i.urgent, t.issue_urgent())];
    let flags: Vec<String> = flags.into_iter().filter(|(on, _)| *on).map(|(_, words)| words).collect();
    vec![
        (t.act_issue_title(), i.title.clone()),
        (t.issue_summary(), i.summary.clone()),
        (t.act_field(), words::field(t, &i.field)),
        (t.issue_flags(), flags.join(", ")),
    ]
}

fn filled(i: &IssueRow, key: String) -> Typed {
    let tick = |on: bool| if on { "yes" } else { "" }.to_owned();
    Typed {
        key,
        title: i.title.clone(),
        summary: i.summary.clone(),
        field: i.field.clone(),
        hot: tick(i.hot),
        urgent: tick(i.urgent),
        ..Typed::default()
    }
}

/// `POST /cong-viec/van-de/{id}`
///
/// # Errors
/// Not for this officer; no such issue.
pub async fn edit(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::Triage)?;
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let title = text(&typed.title, "title", LINE_MAX, true, &mut wrong);
    let summary = text(&typed.summary, "summary", 4_000, false, &mut wrong);
    let field: Option<Field> = choice(&typed.field, "field", &mut wrong);
    let Some(field) = field.filter(|_| wrong.is_empty()) else { return page(&web, desk, &id, Some(typed), &wrong).await };
    let issue = public_id(&id)?;
    let verb =
        EditIssue { issue, title, summary, field, hot: typed.hot == "yes", urgent: typed.urgent == "yes", publish: typed.publish == "yes" };
    let verb = OnRead { of: Edited::Issue(issue), seen: typed.seen.clone(), verb };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/van-de/{id}")).into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, &id, Some(typed), &wrong).await
        }
    }
}
