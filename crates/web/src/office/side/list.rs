//! Meetings beside the dialogues, the latest first; the kind stands in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{dialogue::side::SideKind, opinion::tracking_code::PublicId, people::policy::Action};
use caunoi_store::side_meeting::{self, SideRow};
use serde::Deserialize;

use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, render, words},
};

/// Lines of a page.
const LINES: usize = 30;

#[derive(Template)]
#[template(path = "office/side/list.html")]
struct List {
    page: Page,
    kinds: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    more: Option<String>,
    prepares: bool,
}

struct Line {
    href: String,
    day: String,
    title: String,
    kind: String,
    host: String,
    people: String,
    speeches: String,
}

/// What narrows the list.
#[derive(Deserialize, Default)]
pub struct Narrow {
    #[serde(default)]
    loai: String,
    /// Day and id of the last line of the page before.
    #[serde(default)]
    sau: String,
}

/// `GET /cong-viec/hop-khac`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(n): Query<Narrow>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let unit = &desk.officer.unit_id;
    let mut rows = side_meeting::list(&mut web.app.store.read().await?, unit, &n.loai, n.sau.split_once('~'), limit).await?;
    let more = (rows.len() > LINES).then(|| {
        rows.truncate(LINES);
        rows.last().map(|r| format!("/cong-viec/hop-khac?loai={}&sau={}~{}", n.loai, r.side.on_day, r.id)).unwrap_or_default()
    });
    let prepares = desk.allow(Action::PrepareDialogue).is_ok();
    let page = desk.page;
    let t = page.t;
    let link = |code: &str, label| {
        let href = if code.is_empty() { "/cong-viec/hop-khac".to_owned() } else { format!("/cong-viec/hop-khac?loai={code}") };
        (href, label, n.loai == code)
    };
    Ok(render::html(&List {
        kinds: std::iter::once(link("", t.plan_all_kinds()))
            .chain(SideKind::ALL.iter().map(|k| link(k.code(), words::side_kind(t, *k))))
            .collect(),
        lines: rows.iter().map(|r| line(&page, r)).collect(),
        more,
        prepares,
        page,
    }))
}

fn line(page: &Page, r: &SideRow) -> Line {
    let (t, s) = (page.t, &r.side);
    Line {
        href: format!("/cong-viec/hop-khac/{}", PublicId::from_i64(r.public_id)),
        day: page.weekday(&s.on_day.to_string()),
        title: s.title.clone(),
        kind: words::side_kind(t, s.kind),
        host: s.host.clone(),
        people: s.people.map(|n| words::told(t, n)).unwrap_or_default(),
        speeches: s.speeches.map(|n| words::told(t, n)).unwrap_or_default(),
    }
}
