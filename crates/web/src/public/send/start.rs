//! Where to, and what kind: the kind is asked first. A complaint or a denunciation is led to its lawful address; this
//! program takes no text of either (L7, product rule 5).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::people::published_by;
use caunoi_domain::{
    opinion::kind::{OpinionKind, SealedKind},
    problem::{Problem, What},
};
use caunoi_store::{
    people,
    unit::{self, UnitRow},
};
use serde::Deserialize;

use super::{
    content,
    draft::{Draft, commune},
};
use crate::{
    Web,
    page::{Page, fault::Fault, l10n::L10nLanguage, problems, render, words},
    public::places,
};

/// What was asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    xa: String,
    noi: String,
    loai: String,
    buoc: String,
}

/// A commune that may be meant.
struct Choice {
    code: String,
    name: String,
    within: String,
    /// Former names by which it was found.
    formers: String,
}

/// A kind with its plain explanation.
struct KindLine {
    code: &'static str,
    word: String,
    means: String,
}

#[derive(Template)]
#[template(path = "send/start.html")]
struct Start {
    page: Page,
    unit: Option<UnitRow>,
    place: String,
    choices: Vec<Choice>,
    chosen: String,
    kinds: Vec<KindLine>,
    sealed: Vec<KindLine>,
    errors: Vec<(&'static str, String)>,
    place_error: Option<String>,
    choice_error: Option<String>,
    kind_error: Option<String>,
}

#[derive(Template)]
#[template(path = "send/lawful.html")]
struct Lawful {
    page: Page,
    unit: UnitRow,
    denunciation: bool,
}

/// No office of that commune reads here: where the opinion is taken instead.
#[derive(Template)]
#[template(path = "send/no_office.html")]
struct NoOffice {
    page: Page,
    unit: UnitRow,
}

/// `GET /gui-y-kien`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, page: Page, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (unit, choices) = whereto(&web, page.t, &asked).await?;
    if let Some(unit) = &unit {
        let looks = (people::bodies_look(&unit.id), unit::villages_look(&unit.id), published_by::names_shown_look(&unit.id));
        let (bodies, villages, names_shown) = web.app.store.read().await?.together(looks).await?;
        if !bodies.iter().any(|b| b.has_account) && asked.loai.parse::<SealedKind>().is_err() {
            return Ok(render::html(&NoOffice { page, unit: unit.clone() }));
        }
        if let Ok(kind) = asked.loai.parse::<SealedKind>() {
            let denunciation = kind == SealedKind::Denunciation;
            return Ok(render::html(&Lawful { page, unit: unit.clone(), denunciation }));
        }
        if let Ok(kind) = asked.loai.parse::<OpinionKind>() {
            let draft = Draft::new(&web, unit.clone(), (villages, names_shown), kind);
            return Ok(content::page(&web, page, &draft, &[]));
        }
    }
    let mut wrong = Vec::new();
    if !asked.buoc.is_empty() {
        if unit.is_none() {
            wrong.push(match (asked.noi.trim().is_empty(), choices.is_empty()) {
                (true, _) => Problem::new("commune", What::Empty),
                (_, true) => Problem::new("commune", What::NotAChoice),
                _ => Problem::new("xa", What::NotAChoice),
            });
        }
        if asked.loai.parse::<OpinionKind>().is_err() && asked.loai.parse::<SealedKind>().is_err() {
            wrong.push(Problem::new("kind", What::NotAChoice));
        }
    }
    let t = page.t;
    let start = Start {
        unit,
        place: asked.noi,
        choices,
        chosen: asked.loai,
        kinds: OpinionKind::ALL.iter().map(|k| KindLine { code: k.code(), word: words::kind(t, *k), means: means(t, *k) }).collect(),
        sealed: SealedKind::ALL
            .iter()
            .map(|k| KindLine { code: k.code(), word: words::sealed_kind(t, *k), means: sealed_means(t, *k) })
            .collect(),
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        place_error: problems::of(t, &wrong, "commune"),
        choice_error: problems::of(t, &wrong, "xa"),
        kind_error: problems::of(t, &wrong, "kind"),
        page,
    };
    Ok(render::form(&start, &wrong))
}

/// The commune that is meant, or those that may be.
async fn whereto(web: &Web, t: &L10nLanguage, asked: &Asked) -> Result<(Option<UnitRow>, Vec<Choice>), Fault> {
    let mut conn = web.app.store.read().await?;
    if let Some(unit) = commune(&mut conn, asked.xa.trim()).await? {
        return Ok((Some(unit), Vec::new()));
    }
    if asked.noi.trim().is_empty() {
        return Ok((None, Vec::new()));
    }
    let (found, _) = places::find(&mut conn, t, asked.noi.trim()).await?;
    let sure = found.iter().all(|f| f.sure);
    let mut choices: Vec<Choice> = Vec::new();
    for (place, formers) in found.into_iter().flat_map(|f| f.communes.into_iter().map(move |c| (c, f.told.formers.clone()))) {
        if choices.iter().all(|c| c.code != place.code) {
            choices.push(Choice { code: place.code, name: place.name, within: place.province_name, formers });
        }
    }
    match choices.as_slice() {
        // Where a former unit was divided, or its successor is only believed, the person is asked even for one.
        [only] if sure => {
            let code = only.code.clone();
            Ok((commune(&mut conn, &code).await?, Vec::new()))
        }
        _ => Ok((None, choices)),
    }
}

/// What a kind means, in plain words.
pub fn means(t: &L10nLanguage, kind: OpinionKind) -> String {
    match kind {
        OpinionKind::Petition => t.send_means_petition(),
        OpinionKind::Feedback => t.send_means_feedback(),
        OpinionKind::Proposal => t.send_means_proposal(),
        OpinionKind::Consultation => t.send_means_consultation(),
        OpinionKind::Question => t.send_means_question(),
        OpinionKind::Aspiration => t.send_means_aspiration(),
    }
}

fn sealed_means(t: &L10nLanguage, kind: SealedKind) -> String {
    match kind {
        SealedKind::Complaint => t.send_means_complaint(),
        SealedKind::Denunciation => t.send_means_denunciation(),
    }
}
