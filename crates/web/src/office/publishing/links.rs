//! Phone links of the heads of villages: made, shown once, listed with their last use, revoked.

use askama::{Template, filters::Safe};
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::village::{MakeVillageLink, RevokeVillageLink, token};
use caunoi_domain::{people::policy::Action, problem::Problem};
use caunoi_papers::qr;
use caunoi_store::{
    unit::{self, VillageRow},
    village_link::{self, VillageLinkRow},
};
use serde::Deserialize;

use crate::{
    Web,
    office::dialogue::form::{Act, summary},
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{Mark, Tone},
        problems, render,
    },
};

/// Days that a link may open, as the form offers them; the longest is proposed.
const DAYS: [i64; 3] = [30, 90, 180];
/// Links listed at most.
const LINES: i64 = 200;

struct Line {
    id: String,
    village: String,
    mark: Mark,
    made: String,
    used: String,
    open: bool,
}

/// A link that was just made.
struct New {
    village: String,
    address: String,
    qr: Safe<String>,
}

#[derive(Template)]
#[template(path = "office/publishing/links.html")]
struct LinksPage {
    page: Page,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    new: Option<New>,
    lines: Vec<Line>,
    villages: Vec<VillageRow>,
    chosen: String,
    village_error: Option<String>,
    /// Days, their words, and whether they are chosen.
    days: Vec<(i64, String, bool)>,
    days_error: Option<String>,
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    village: String,
    days: String,
}

/// `GET /cong-viec/duong-dan-thon`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    view(&web, &desk, &Typed::default(), None, &[]).await
}

/// `POST /cong-viec/duong-dan-thon`: the link is shown in this answer and nowhere again; the same form sent twice
/// shows the same link.
///
/// # Errors
/// Not for this officer.
pub async fn make(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    // For another village, or another time, it is another link.
    let token = token(&web.app.keys, &format!("{}.{}.{}", typed.key, typed.village, typed.days));
    let verb = MakeVillageLink {
        unit_id: desk.officer.unit_id.clone(),
        village_id: typed.village.clone(),
        // What the form does not offer is said by the verb, with what it takes.
        days: typed.days.parse().unwrap_or(0),
        token: token.clone(),
    };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(_) => view(&web, &desk, &typed, Some(token), &[]).await,
        Err(refused) => view(&web, &desk, &typed, None, &problems_of(refused)?).await,
    }
}

/// `POST /cong-viec/duong-dan-thon/{id}/thu-hoi`
///
/// # Errors
/// Not for this officer, or revoked already.
pub async fn revoke(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    web.app.carry_out(&desk.actor, RevokeVillageLink { link: id }).await?;
    Ok(Redirect::to("/cong-viec/duong-dan-thon").into_response())
}

async fn view(web: &Web, desk: &Desk, typed: &Typed, made: Option<String>, all: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::HandOutLinks)?;
    let mut conn = web.app.store.read().await?;
    let links = village_link::of_unit(&mut conn, &desk.officer.unit_id, LINES).await?;
    let villages = unit::villages(&mut conn, &desk.officer.unit_id).await?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let today = web.app.clock.today().to_string();
    let new = match made {
        Some(token) => {
            let address = format!("{}/thon/{token}", web.address);
            let village = villages.iter().find(|v| v.id == typed.village).map(|v| v.name.clone()).unwrap_or_default();
            Some(New { qr: Safe(qr::svg(&address, &t.vhead_qr()).map_err(|_| Fault::Broken)?), village, address })
        }
        None => None,
    };
    let view = LinksPage {
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        new,
        lines: links.iter().map(|l| line(&page, l, &today)).collect(),
        villages,
        chosen: typed.village.clone(),
        village_error: problems::of(t, all, "village"),
        days: DAYS.iter().rev().map(|d| (*d, t.vhead_days(*d), typed.days == d.to_string())).collect(),
        days_error: problems::of(t, all, "days"),
        page,
    };
    Ok(render::form(&view, all))
}

fn line(page: &Page, l: &VillageLinkRow, today: &str) -> Line {
    let t = page.t;
    let expired = l.expires_on.as_str() < today;
    let mark = match (l.revoked_at, expired) {
        (Some(at), _) => Mark::new(Tone::Idle, Icon::Dash, t.vhead_revoked(page.moment(at))),
        (None, true) => Mark::new(Tone::Idle, Icon::Dash, t.vhead_expired(page.day(&l.expires_on))),
        (None, false) => Mark::new(Tone::Done, Icon::Tick, t.vhead_open_until(page.day(&l.expires_on))),
    };
    Line {
        id: l.id.clone(),
        village: l.village.clone(),
        mark,
        made: t.vhead_made(&l.by_label, page.moment(l.at)),
        used: l.used_at.map_or_else(|| t.vhead_never_used(), |at| t.vhead_used(page.moment(at))),
        open: l.revoked_at.is_none() && !expired,
    }
}
