//! Sites of a dialogue: clusters of villages, each with place and time; after it was held, how many came to each.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{edited::Edited, seen::Words},
    dialogue::{PutSite, RemoveSite},
};
use caunoi_domain::{
    dialogue::{
        site::{TypedSite, site},
        state::DialogueState,
    },
    problem::Problem,
};
use caunoi_store::{
    beside,
    dialogue_site::{self, SiteRow},
    unit::{self, VillageRow},
};
use serde::Deserialize;

use super::{
    Found, Frame,
    form::{ChoiceView, ChoicesView, FieldView, Pairs, summary},
};
use crate::{
    Web,
    page::{
        Page, dates,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render,
        stands::Stands,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/sites.html")]
struct SitesPage {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    lines: Vec<SiteLine>,
    /// Id of the site that is edited; empty for a new one.
    edited: String,
    /// The words that are edited.
    stands: Stands,
    form: bool,
    told: bool,
    fields: Vec<FieldView>,
    villages: ChoicesView,
}

struct SiteLine {
    id: String,
    place: String,
    when: String,
    villages: String,
    people: String,
}

/// Which site is edited.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    sua: String,
}

/// `GET …/diem`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &asked.sua, None, &[]).await
}

/// `POST …/diem`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn put(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let typed = TypedSite {
        place: p.get("place"),
        on_day: p.get("on_day"),
        at_time: p.get("at_time"),
        villages: p.all("villages"),
        people: p.get("people"),
    };
    let done = match site(&typed) {
        Ok(site) => {
            let dialogue = found.d.public_id;
            let of = Edited::Site { dialogue, site: p.get("row") };
            p.change(&web, &desk, of, PutSite { dialogue, site_id: p.get("row"), site }).await
        }
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/diem")).into_response()),
        Err(refused) => view(&web, &desk, &id, &p.get("row"), Some((typed, p.get("seen"))), &problems_of(refused)?).await,
    }
}

/// `POST …/diem/bo`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn remove(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let verb = RemoveSite { dialogue: found.d.public_id, site_id: p.get("row") };
    web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await?;
    Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/diem")).into_response())
}

/// `typed` comes with the mark of the words that stood in the form.
async fn view(
    web: &Web,
    desk: &Desk,
    id: &str,
    edited: &str,
    typed: Option<(TypedSite, String)>,
    all: &[Problem],
) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let d = &found.d;
    let at = if d.scope.held_at_unit.is_empty() { &d.unit_id } else { &d.scope.held_at_unit };
    let (villages, sites) = beside!(&mut conn, |c| unit::villages(c, at), |c| dialogue_site::of(c, &d.id))?;
    let page = desk.page.clone();
    let t = page.t;
    let told = d.state >= DialogueState::Announced;
    let site = sites.iter().find(|s| s.id == edited);
    let (typed, sent) = typed.unzip();
    let stands = site.map_or_else(Stands::default, |s| {
        let line = site_line(&page, s, &villages);
        let labels = [t.plan_place(), t.plan_col_when(), t.plan_site_villages(), t.plan_site_people()];
        let now = || labels.into_iter().zip([line.place, line.when, line.villages, line.people]).collect();
        Stands::of(web, &Words::of_site(s), sent.as_deref(), all, now)
    });
    let typed = typed.or_else(|| site.map(|s| typed_again(&page, s))).unwrap_or_default();
    let line = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    let view = SitesPage {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        lines: sites.iter().map(|s| site_line(&page, s, &villages)).collect(),
        stands,
        edited: site.map(|s| s.id.clone()).unwrap_or_default(),
        form: found.prepares && d.state < DialogueState::Concluded && (!told || site.is_some()),
        told,
        fields: if told {
            vec![line("people", t.plan_site_people(), &typed.people).short()]
        } else {
            vec![
                line("place", t.plan_place(), &typed.place),
                line("on_day", t.plan_day(), &typed.on_day).hint(t.plan_site_day_hint()).short(),
                line("at_time", t.plan_time(), &typed.at_time).hint(t.plan_time_hint()).short(),
            ]
        },
        villages: ChoicesView {
            name: "villages",
            legend: t.plan_site_villages(),
            hint: String::new(),
            many: true,
            choices: villages
                .iter()
                .map(|v| ChoiceView {
                    checked: typed.villages.contains(&v.id),
                    value: v.id.clone(),
                    label: v.name.clone(),
                    hint: String::new(),
                })
                .collect(),
            error: problems::of(t, all, "villages"),
        },
        page,
    };
    Ok(render::form(&view, all))
}

fn typed_again(page: &Page, s: &SiteRow) -> TypedSite {
    TypedSite {
        place: s.site.place.clone(),
        on_day: s.site.on_day.map(|d| page.day(&d.to_string())).unwrap_or_default(),
        at_time: s.site.at_time.clone(),
        villages: s.site.villages.clone(),
        people: s.site.people.map(|n| n.to_string()).unwrap_or_default(),
    }
}

fn site_line(page: &Page, s: &SiteRow, villages: &[VillageRow]) -> SiteLine {
    let day = s.site.on_day.map(|d| page.weekday(&d.to_string())).unwrap_or_default();
    let time = if s.site.at_time.is_empty() { String::new() } else { dates::clock(&s.site.at_time, page.lang) };
    let names: Vec<_> = villages.iter().filter(|v| s.site.villages.contains(&v.id)).map(|v| v.name.as_str()).collect();
    SiteLine {
        id: s.id.clone(),
        place: s.site.place.clone(),
        when: [time, day].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", "),
        villages: names.join(", "),
        people: s.site.people.map(|n| n.to_string()).unwrap_or_default(),
    }
}
