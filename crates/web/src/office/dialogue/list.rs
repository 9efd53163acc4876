//! Dialogues of the unit, the latest day first; filters stand in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::state::{DialogueKind, DialogueState},
    opinion::tracking_code::PublicId,
    people::policy::Action,
};
use caunoi_store::dialogue::{self, DialogueLine, Filter};
use serde::Deserialize;

use super::when;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, mark, render, words},
};

/// Lines of a page.
const LINES: usize = 30;

#[derive(Template)]
#[template(path = "office/dialogue/list.html")]
struct List {
    page: Page,
    states: Vec<FilterLink>,
    kinds: Vec<FilterLink>,
    lines: Vec<Line>,
    more: Option<String>,
    prepares: bool,
    filtered: bool,
}

struct FilterLink {
    href: String,
    label: String,
    current: bool,
}

struct Line {
    href: String,
    title: String,
    mark: mark::Mark,
    when: String,
    place: String,
    kind: String,
    topics: i64,
}

/// What narrows the list.
#[derive(Deserialize, Default)]
pub struct Narrow {
    /// Code word of a state.
    #[serde(default)]
    trang_thai: String,
    /// Code word of a kind.
    #[serde(default)]
    loai: String,
    /// Day and id of the last line of the page before.
    #[serde(default)]
    sau: String,
}

/// `GET /cong-viec/doi-thoai`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(n): Query<Narrow>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let filter = Filter { state: &n.trang_thai, kind: &n.loai, after: n.sau.split_once('~') };
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut rows = dialogue::list(&mut web.app.store.read().await?, &desk.officer.unit_id, filter, limit).await?;
    let more = (rows.len() > LINES).then(|| {
        rows.truncate(LINES);
        rows.last().map(|l| address(&n.trang_thai, &n.loai, &format!("{}~{}", l.dialogue.on_day, l.dialogue.id))).unwrap_or_default()
    });
    let page = desk.page.clone();
    let t = page.t;
    let state = |code: &str, label| FilterLink { href: address(code, &n.loai, ""), label, current: n.trang_thai == code };
    let kind = |code: &str, label| FilterLink { href: address(&n.trang_thai, code, ""), label, current: n.loai == code };
    Ok(render::html(&List {
        states: std::iter::once(state("", t.plan_all_states()))
            .chain(DialogueState::ALL.iter().map(|s| state(s.code(), words::dialogue_state(t, *s))))
            .collect(),
        kinds: std::iter::once(kind("", t.plan_all_kinds()))
            .chain(DialogueKind::ALL.iter().map(|k| kind(k.code(), words::dialogue_kind(t, *k))))
            .collect(),
        lines: rows.iter().map(|l| line(&page, l)).collect(),
        more,
        prepares: desk.allow(Action::PrepareDialogue).is_ok(),
        filtered: !n.trang_thai.is_empty() || !n.loai.is_empty(),
        page,
    }))
}

fn line(page: &Page, l: &DialogueLine) -> Line {
    let d = &l.dialogue;
    Line {
        href: format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(d.public_id)),
        title: d.title.clone(),
        mark: mark::dialogue(page.t, d.state),
        when: when(page, d),
        place: d.place.clone(),
        kind: words::dialogue_kind(page.t, d.kind),
        topics: l.topics,
    }
}

fn address(state: &str, kind: &str, after: &str) -> String {
    let parts: Vec<String> = [("trang_thai", state), ("loai", kind), ("sau", after)]
        .iter()
        .filter(|(_, v)| !v.is_empty())
        .map(|(k, v)| format!("{k}={v}"))
        .collect();
    if parts.is_empty() { "/cong-viec/doi-thoai".to_owned() } else { format!("/cong-viec/doi-thoai?{}", parts.join("&")) }
}
