//! A province's page: its communes in Vietnamese order, by kind, and the dialogues to come there.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_domain::unit::Level;
use caunoi_store::public::{
    province::{self, Commune},
    site,
};

use super::{commune::Asked, unit, view::DialogueLine};
use crate::{
    Web,
    page::{Page, fault::Fault, render},
};

#[derive(Template)]
#[template(path = "public/province.html")]
struct ProvincePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    name: String,
    count: i64,
    /// Heading and communes of a kind.
    kinds: Vec<(String, Vec<Commune>)>,
    coming: Vec<DialogueLine>,
}

/// `GET /tinh/{code}`
pub async fn show(page: Page, State(web): State<Web>, Path(code): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    if !asked.on.is_empty() {
        return unit::of_day(page, &mut conn, &code, Level::Province, &asked.on).await;
    }
    let Some((id, name, communes)) = province::communes(&mut conn, &code).await? else {
        return unit::of_day(page, &mut conn, &code, Level::Province, "").await;
    };
    let today = web.app.clock.today();
    let coming = site::coming(&mut conn, &today.to_string(), &id, 6).await?;
    let count = communes.iter().filter(|c| !c.demo).count();
    let view = ProvincePage {
        crumbs: Vec::new(),
        name,
        count: i64::try_from(count).unwrap_or(i64::MAX),
        kinds: kinds(&page, communes),
        coming: coming.into_iter().map(|d| DialogueLine::of(&page, d, today)).collect(),
        page,
    };
    Ok(render::html(&view))
}

fn kinds(page: &Page, communes: Vec<Commune>) -> Vec<(String, Vec<Commune>)> {
    let t = page.t;
    let mut all = vec![
        (t.province_wards(), Vec::new()),
        (t.province_rural(), Vec::new()),
        (t.province_zones(), Vec::new()),
        (t.province_demo(), Vec::new()),
    ];
    for c in communes {
        // By the name that people read: four rows of the national list have a kind that contradicts it.
        let place = match &c.name {
            _ if c.demo => 3,
            n if n.starts_with("Phường ") => 0,
            n if n.starts_with("Đặc khu ") => 2,
            _ => 1,
        };
        if let Some((_, list)) = all.get_mut(place) {
            list.push(c);
        }
    }
    all.retain(|(_, list)| !list.is_empty());
    all
}
