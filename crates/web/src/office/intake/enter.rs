//! Entering an opinion for a person: counter, paper, telephone, village, hall. A complaint or a denunciation has no
//! text here: it leads to the register of transfers. A paper marked Mật is refused and nothing of it is kept.

use askama::Template;
use axum::{
    extract::{Multipart, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_app::opinion::{
    enter::{self, EnterOpinion},
    receipt,
    submit::SubmitOpinion,
    upload as files,
};
use caunoi_domain::{
    opinion::{
        kind::{Channel, OpinionKind, SealedKind},
        submission::{self, Typed},
        triage,
    },
    people::policy::Action,
    problem::{Problem, What},
    text::date,
};
use caunoi_store::unit::{self, VillageRow};

use super::slip;
use crate::{
    Web,
    office::drafts,
    page::form::{csrf, day},
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::{Fault, problems_of},
        l10n::L10nLanguage,
        problems, render, upload, words,
    },
};

/// The form's address, under which its draft is kept, and the name of the moment of keeping.
const FORM: &str = "/cong-viec/nhap";
const FOUND: &str = "nhap";
/// Places for matters that the form shows.
const MATTERS: usize = 5;

/// Channels by which a clerk enters.
const CHANNELS: [Channel; 5] = [Channel::Counter, Channel::Paper, Channel::Phone, Channel::Village, Channel::Hall];

#[derive(Default)]
struct Entered {
    key: String,
    channel: String,
    received_on: String,
    kind: String,
    village: String,
    full_name: String,
    phone: String,
    address: String,
    signed: bool,
    secret: bool,
    parts: Vec<(String, String)>,
    /// The moment at which it was kept as a draft; empty where it is none.
    found: String,
}

impl Entered {
    fn of(f: &upload::Form) -> Self {
        Self::read(|name| f.get(name).to_owned(), |name| f.all(name).map(str::to_owned).collect())
    }

    /// From the fields of a draft.
    fn kept(fields: &[(String, String)]) -> Self {
        let all = |name: &str| fields.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect();
        Self { found: drafts::value(fields, FOUND), ..Self::read(|name| drafts::value(fields, name), all) }
    }

    fn read(get: impl Fn(&str) -> String, all: impl Fn(&str) -> Vec<String>) -> Self {
        let mut parts: Vec<_> = all("part_title").into_iter().zip(all("part")).collect();
        parts.resize(parts.len().max(MATTERS), (String::new(), String::new()));
        Self {
            key: get("key"),
            channel: get("channel"),
            received_on: get("received_on"),
            kind: get("kind"),
            village: get("village"),
            full_name: get("full_name"),
            phone: get("phone"),
            address: get("address"),
            signed: get("signed") == "yes",
            secret: get("secret") == "yes",
            parts,
            found: String::new(),
        }
    }
}

#[derive(Template)]
#[template(path = "office/enter.html")]
struct EnterPage {
    page: Page,
    csrf: String,
    e: Entered,
    channels: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    sealed: Vec<(&'static str, String)>,
    villages: Vec<VillageRow>,
    errors: Vec<(&'static str, String)>,
    draft: DraftView,
}

impl EnterPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

/// `GET /cong-viec/nhap`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    let kept = drafts::fields(&mut web.app.store.read().await?, &desk, FORM, FOUND).await?;
    if !kept.is_empty() {
        return page(&web, desk, Entered { key: web.app.token(), ..Entered::kept(&kept) }, &[]).await;
    }
    let e = Entered {
        key: web.app.token(),
        channel: Channel::Counter.code().to_owned(),
        received_on: date::vi(web.app.clock.today()),
        parts: vec![(String::new(), String::new()); MATTERS],
        ..Entered::default()
    };
    page(&web, desk, e, &[]).await
}

async fn page(web: &Web, desk: Desk, e: Entered, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::EnterOpinion)?;
    let t = desk.page.t;
    let villages = unit::villages(&mut web.app.store.read().await?, &desk.officer.unit_id).await?;
    let view = EnterPage {
        csrf: csrf(&desk.page),
        channels: CHANNELS.iter().map(|c| (c.code(), words::channel(t, *c))).collect(),
        kinds: OpinionKind::ALL.iter().map(|k| (k.code(), words::kind(t, *k))).collect(),
        sealed: sealed(t),
        villages,
        errors: wrong.iter().map(|p| (place(p.field), problems::say(t, p))).collect(),
        draft: DraftView::of(FORM, FORM),
        e,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// Where the page has a field: what is wrong with the matters leads to the text of the first.
fn place(field: &'static str) -> &'static str {
    if field == "parts" { "part-1" } else { field }
}

fn sealed(t: &L10nLanguage) -> Vec<(&'static str, String)> {
    SealedKind::ALL.iter().map(|k| (k.code(), words::sealed_kind(t, *k))).collect()
}

/// `POST /cong-viec/nhap`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn enter(State(web): State<Web>, desk: Desk, jar: PrivateCookieJar, form: Multipart) -> Result<Response, Fault> {
    desk.allow(Action::EnterOpinion)?;
    let form = upload::read(&web.app, form, "files").await?;
    let typed = Entered::of(&form);
    let kept = form.files.clone();
    if let Err(fault) = desk.check(form.get("csrf")) {
        files::forget(&web.app, &kept).await?;
        return Err(fault);
    }
    if typed.kind.parse::<SealedKind>().is_ok() {
        // Nothing that was typed or attached is kept.
        files::forget(&web.app, &kept).await?;
        drafts::sent(&web, &desk, FORM).await?;
        return Ok(Redirect::to(&format!("/cong-viec/chuyen-don?loai={}#them", typed.kind)).into_response());
    }
    match parse(&web, &desk, &typed, form) {
        Ok(verb) => match enter::enter(&web.app, &desk.actor, &typed.key, verb).await {
            Ok((received, slip)) => {
                drafts::sent(&web, &desk, FORM).await?;
                let jar = slip::keep(jar, &web, &received, slip);
                Ok((jar, Redirect::to("/cong-viec/nhap/phieu")).into_response())
            }
            Err(refusal) => {
                let wrong = problems_of(refusal)?;
                files::forget(&web.app, &kept).await?;
                page(&web, desk, typed, &wrong).await
            }
        },
        Err(wrong) => {
            files::forget(&web.app, &kept).await?;
            if is_secret(&wrong) {
                drafts::sent(&web, &desk, FORM).await?;
            }
            page(&web, desk, forgotten(typed, &wrong), &wrong).await
        }
    }
}

/// Of a paper marked Mật not even the page keeps what was typed.
fn forgotten(typed: Entered, wrong: &[Problem]) -> Entered {
    if is_secret(wrong) {
        Entered {
            key: typed.key,
            channel: typed.channel,
            received_on: typed.received_on,
            parts: vec![(String::new(), String::new()); MATTERS],
            ..Entered::default()
        }
    } else {
        typed
    }
}

fn is_secret(wrong: &[Problem]) -> bool {
    wrong.iter().any(|p| p.what == What::StateSecret)
}

fn parse(web: &Web, desk: &Desk, typed: &Entered, form: upload::Form) -> Result<EnterOpinion, Vec<Problem>> {
    if typed.secret {
        return Err(vec![Problem::new("secret", What::StateSecret)]);
    }
    let today = web.app.clock.today();
    let mut wrong = form.problems;
    let channel = typed.channel.parse().ok().filter(|c| CHANNELS.contains(c));
    if channel.is_none() {
        wrong.push(Problem::new("channel", What::NotAChoice));
    }
    let received_on = day(&typed.received_on, "received_on", &mut wrong).unwrap_or(today);
    let matters = triage::parts(&typed.parts, 1).map_err(|p| wrong.extend(said(p))).unwrap_or_default();
    let body = matters.iter().map(|m| m.body.as_str()).collect::<Vec<_>>().join("\n\n");
    let as_typed = Typed {
        kind: typed.kind.clone(),
        body,
        village: typed.village.clone(),
        full_name: typed.full_name.clone(),
        phone: typed.phone.clone(),
        address: typed.address.clone(),
        ..Typed::default()
    };
    let submission = submission::parse(&as_typed, today).map_err(|p| wrong.extend(p.into_iter().filter(|p| p.field != "body"))).ok();
    match (submission, channel) {
        (Some(submission), Some(channel)) if wrong.is_empty() => Ok(EnterOpinion {
            submit: SubmitOpinion {
                unit_id: desk.officer.unit_id.clone(),
                submission,
                channel,
                files: form.files,
                signed: typed.signed,
                source: None,
                slip: receipt::slip(&web.app.keys, &typed.key),
            },
            received_on,
            matters,
        }),
        _ => {
            wrong.sort_by_key(|p| ORDER.iter().position(|field| *field == p.field || (*field == "parts" && p.field.starts_with("part-"))));
            Err(wrong)
        }
    }
}

/// The fields in the order of the page: the summary of what is wrong goes by it.
const ORDER: [&str; 9] = ["kind", "channel", "received_on", "parts", "village", "full_name", "phone", "address", "files"];

/// "No matter at all" is said as an empty text.
fn said(problems: Vec<Problem>) -> impl Iterator<Item = Problem> {
    problems.into_iter().map(|p| match p.what {
        What::Number { min: 1, .. } => Problem::new("parts", What::Empty),
        _ => p,
    })
}
