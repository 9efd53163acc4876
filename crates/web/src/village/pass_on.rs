//! Ghi hộ ý kiến: the head of a village passes on what somebody of the village says. The kind is asked first; a complaint
//! or a denunciation finds no place to write here either (product rule 5).

use askama::Template;
use axum::{
    extract::{Multipart, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_app::{
    opinion::{
        receipt,
        submit::{self, SubmitOpinion},
        upload as files,
    },
    village::enter::count_sent,
};
use caunoi_domain::{
    opinion::{
        kind::{Channel, OpinionKind, SealedKind},
        submission::{self, Typed},
    },
    problem::Problem,
};
use caunoi_store::unit;
use serde::Deserialize;

use super::{Village, slip};
use crate::{
    Web,
    page::{
        Page,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, upload, words,
    },
    public::send::means,
};

/// What was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    loai: String,
}

#[derive(Template)]
#[template(path = "village/kind.html")]
struct KindPage {
    page: Page,
    base: String,
    village: String,
    kinds: Vec<(&'static str, String, String)>,
    sealed: Vec<(&'static str, String)>,
    /// Who receives what has its own law.
    lawful: Option<(bool, String)>,
}

#[derive(Template)]
#[template(path = "village/pass_on.html")]
struct PassOnPage {
    page: Page,
    base: String,
    village: String,
    key: String,
    kind: String,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
    problems: Vec<Problem>,
}

impl PassOnPage {
    fn error(&self, field: &str) -> Option<String> {
        problems::of(self.page.t, &self.problems, field)
    }
}

/// `GET /thon/{token}/ghi-ho`
///
/// # Errors
/// The link opens nothing; the store's failure.
pub async fn show(State(web): State<Web>, v: Village, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if asked.loai.parse::<OpinionKind>().is_ok() {
        let key = web.app.token();
        return Ok(form(v, key, Typed { kind: asked.loai, ..Typed::default() }, Vec::new()));
    }
    let lawful = match asked.loai.parse::<SealedKind>() {
        Ok(kind) => {
            let commune = unit::find(&mut web.app.store.read().await?, &v.entered.link.unit_id).await?.ok_or(Fault::NotFound)?;
            Some((kind == SealedKind::Denunciation, commune.name))
        }
        Err(_) => None,
    };
    let t = v.page.t;
    Ok(render::html(&KindPage {
        village: v.entered.link.village.clone(),
        kinds: OpinionKind::ALL.iter().map(|k| (k.code(), words::kind(t, *k), means(t, *k))).collect(),
        sealed: SealedKind::ALL.iter().map(|k| (k.code(), words::sealed_kind(t, *k))).collect(),
        lawful,
        base: v.base,
        page: v.page,
    }))
}

/// `POST /thon/{token}/ghi-ho`
///
/// # Errors
/// The link opens nothing; too many; the store's failure.
pub async fn send(State(web): State<Web>, v: Village, jar: PrivateCookieJar, sent: Multipart) -> Result<Response, Fault> {
    count_sent(&web.app, &v.entered.link).await?;
    let sent = upload::read(&web.app, sent, "files").await?;
    let get = |name: &str| sent.get(name).to_owned();
    let key = get("key");
    let typed = Typed {
        kind: get("kind"),
        body: get("body"),
        village: v.entered.link.village_id.clone(),
        full_name: get("full_name"),
        phone: get("phone"),
        address: get("address"),
        ..Typed::default()
    };
    let mut wrong = sent.problems.clone();
    let parsed = submission::parse(&typed, web.app.clock.today()).map_err(|p| wrong.splice(0..0, p).count()).ok();
    if let (Some(submission), true) = (parsed, wrong.is_empty()) {
        // Other words in a form that was sent are another opinion, of another person.
        let form_key = web.app.key_of(&key, &(&submission, sent.files.iter().map(|f| f.sha256.as_str()).collect::<Vec<_>>()));
        let verb = SubmitOpinion {
            unit_id: v.entered.link.unit_id.clone(),
            submission,
            channel: Channel::Village,
            files: sent.files.clone(),
            signed: false,
            source: None,
            slip: receipt::slip(&web.app.keys, &form_key),
        };
        match submit::submit(&web.app, &v.entered.actor, &form_key, verb).await {
            Ok((received, slip)) => {
                let jar = slip::keep(jar, &web, &received, slip)?;
                return Ok((jar, Redirect::to(&format!("{}/phieu", v.base))).into_response());
            }
            Err(refused) => wrong = problems_of(refused)?,
        }
    }
    files::forget(&web.app, &sent.files).await?;
    Ok(form(v, key, typed, wrong))
}

fn form(v: Village, key: String, typed: Typed, wrong: Vec<Problem>) -> Response {
    let t = v.page.t;
    let view = PassOnPage {
        village: v.entered.link.village.clone(),
        key,
        kind: typed.kind.parse().map(|k| words::kind(t, k)).unwrap_or_default(),
        typed,
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        problems: wrong,
        base: v.base,
        page: v.page,
    };
    render::form(&view, &view.problems)
}
