//! A document of the own unit is registered, or corrected: its next version.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::regulation::{as_issuer, register::RegisterDocument};
use caunoi_domain::{
    opinion::submission::{LINE_MAX, text},
    people::policy::Action,
    problem::{Problem, What},
    regulation::document::{Area, Document, DocumentKind, Link, LinkKind, Visibility},
    text::{date, symbol},
};
use caunoi_store::{
    Conn, beside, regulation,
    unit::{self, UnitRow},
};
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, csrf, day},
        problems, render, rule_words,
    },
};

const NOTE_MAX: usize = 2_000;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    kind: String,
    number: String,
    title: String,
    issuer: String,
    issued_on: String,
    valid_from: String,
    valid_to: String,
    internal: String,
    issuer_unit: String,
    source: String,
    note: String,
    link_kind: String,
    link_to: String,
}

#[derive(Template)]
#[template(path = "office/regulation_enter.html")]
struct EnterPage {
    page: Page,
    csrf: String,
    /// The document that is corrected.
    id: Option<String>,
    typed: Typed,
    kinds: Vec<(&'static str, String)>,
    link_kinds: Vec<(&'static str, String)>,
    /// Units above whose office can have issued it: id, name.
    issuers: Vec<(String, String)>,
    /// Documents that it can stand to: id, name.
    others: Vec<(String, String)>,
    errors: problems::Told,
}

/// `GET /cong-viec/quy-che/moi`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), kind: DocumentKind::Plan.code().to_owned(), ..Typed::default() };
    page(&web, desk, None, typed, &[]).await
}

/// `GET /cong-viec/quy-che/{id}/sua`
///
/// # Errors
/// Not for this officer; no document of the own office.
pub async fn again(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let own = desk.officer.unit_id.as_str();
    let (row, place) = beside!(&mut conn, |c| regulation::find(c, &id), |c| place(c, own))?;
    let row = row.map(|r| as_issuer(&r, own)).filter(|r| r.keeper == own).ok_or(Fault::NotFound)?;
    let (d, issuer_unit) = (row.document, row.issuer_unit);
    let shown = |d: Option<jiff::civil::Date>| d.map(date::vi).unwrap_or_default();
    let typed = Typed {
        key: web.app.token(),
        kind: d.kind.code().to_owned(),
        number: d.number,
        title: d.title,
        issuer: d.issuer,
        issued_on: shown(d.issued_on),
        valid_from: shown(d.valid_from),
        valid_to: shown(d.valid_to),
        internal: if d.visibility == Visibility::Internal { "yes".to_owned() } else { String::new() },
        issuer_unit,
        source: d.source,
        note: d.note,
        ..Typed::default()
    };
    at_place(conn, desk, place, Some(id), typed, &[]).await
}

/// A unit and those above it.
type Place = (Option<UnitRow>, Vec<UnitRow>);

async fn place(conn: &mut Conn<'_>, of: &str) -> caunoi_store::Result<Place> {
    conn.together((unit::find_look(of), unit::above_look(of))).await
}

async fn page(web: &Web, desk: Desk, id: Option<String>, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let place = place(&mut conn, &desk.officer.unit_id).await?;
    at_place(conn, desk, place, id, typed, wrong).await
}

async fn at_place(
    mut conn: Conn<'_>,
    desk: Desk,
    (own, above): Place,
    id: Option<String>,
    typed: Typed,
    wrong: &[Problem],
) -> Result<Response, Fault> {
    desk.allow(Action::KeepRegulations)?;
    let t = desk.page.t;
    let chain = crate::public::regulations::chain(&own.ok_or(Fault::NotFound)?);
    let units: Vec<&str> = chain.iter().map(String::as_str).collect();
    let wanted = regulation::Wanted { units: &units, limit: 200, ..regulation::Wanted::default() };
    let others = regulation::list(&mut conn, wanted).await?;
    drop(conn);
    let issuers = above.into_iter().map(|u| (u.id, u.name)).collect();
    let view = EnterPage {
        csrf: csrf(&desk.page),
        kinds: DocumentKind::ALL.iter().map(|k| (k.code(), rule_words::document_kind(t, *k))).collect(),
        link_kinds: LinkKind::ALL.iter().map(|k| (k.code(), rule_words::link(t, *k, false))).collect(),
        issuers,
        others: others
            .into_iter()
            .filter(|o| id.as_ref() != Some(&o.id))
            .map(|o| {
                let named = rule_words::named(t, o.kind, &o.number);
                let name = if o.number.is_empty() { o.title } else { named };
                (o.id, name)
            })
            .collect(),
        errors: problems::Told::of(t, wrong),
        id,
        typed,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// `POST /cong-viec/quy-che/moi`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn register(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    keep(&web, desk, None, typed).await
}

/// `POST /cong-viec/quy-che/{id}/sua`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn correct(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    keep(&web, desk, Some(id), typed).await
}

async fn keep(web: &Web, desk: Desk, id: Option<String>, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::KeepRegulations)?;
    desk.check(&typed.csrf)?;
    let verb = parse(&typed).map(|document| RegisterDocument {
        unit_id: desk.officer.unit_id.clone(),
        id: id.clone(),
        issuer_unit: typed.issuer_unit.clone(),
        document,
    });
    let wrong = match verb {
        Err(wrong) => wrong,
        Ok(verb) => match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
            Ok(id) => return Ok(Redirect::to(&format!("/cong-viec/quy-che/{id}")).into_response()),
            Err(refusal) => problems_of(refusal)?,
        },
    };
    page(web, desk, id, typed, &wrong).await
}

fn parse(typed: &Typed) -> Result<Document, Vec<Problem>> {
    let mut wrong = Vec::new();
    let kind = choice(&typed.kind, "kind", &mut wrong);
    let number = symbol::tidy(&text(&typed.number, "number", LINE_MAX, false, &mut wrong));
    let title = text(&typed.title, "title", NOTE_MAX, true, &mut wrong);
    let issuer = text(&typed.issuer, "issuer", LINE_MAX, true, &mut wrong);
    let source = text(&typed.source, "source", LINE_MAX, true, &mut wrong);
    let note = text(&typed.note, "note", NOTE_MAX, false, &mut wrong);
    let issued_on = day(&typed.issued_on, "issued_on", &mut wrong);
    let valid_from = day(&typed.valid_from, "valid_from", &mut wrong);
    let valid_to = day(&typed.valid_to, "valid_to", &mut wrong);
    if caunoi_domain::opinion::secrecy::text_is_marked(&title) || caunoi_domain::opinion::secrecy::text_is_marked(&note) {
        wrong.push(Problem::new("title", What::StateSecret));
    }
    let links = match (typed.link_to.as_str(), choice::<LinkKind>(&typed.link_kind, "link_kind", &mut Vec::new())) {
        ("", _) => Vec::new(),
        (to, Some(kind)) => vec![Link { kind, to: to.to_owned(), source: source.clone(), confirmed: true }],
        (_, None) => {
            wrong.push(Problem::new("link_kind", What::NotAChoice));
            Vec::new()
        }
    };
    match kind {
        Some(kind) if wrong.is_empty() => Ok(Document {
            id: String::new(),
            kind,
            number,
            title,
            issuer,
            area: Area::Unit,
            unit_id: None,
            issued_on,
            known_by: None,
            valid_from,
            valid_to,
            days_confirmed: true,
            visibility: if typed.internal == "yes" { Visibility::Internal } else { Visibility::Public },
            source,
            note,
            links,
            clauses: Vec::new(),
        }),
        _ => Err(wrong),
    }
}
