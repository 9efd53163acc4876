//! Dialogues of the unit, the latest day first; filters stand in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::{
        scope::Stop,
        state::{DialogueKind, DialogueState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
};
use caunoi_store::{
    dialogue::{self, DialogueLine, Filter},
    people,
};
use serde::Deserialize;

use super::when;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, mark, render, words},
    public::view::encode,
};

/// Lines of a page.
const LINES: usize = 30;

#[derive(Template)]
#[template(path = "office/dialogue/list.html")]
struct List {
    page: Page,
    states: Vec<FilterLink>,
    kinds: Vec<FilterLink>,
    years: Vec<FilterLink>,
    pilots: Vec<FilterLink>,
    /// What else narrows the list: the head, pilots; with the address without it.
    narrowed: Vec<(String, String)>,
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
    /// "Thí điểm", or empty.
    pilot: String,
    topics: i64,
}

/// What narrows the list.
#[derive(Clone, Deserialize, Default)]
pub struct Narrow {
    /// Code word of a state.
    #[serde(default)]
    trang_thai: String,
    /// Code word of a kind.
    #[serde(default)]
    loai: String,
    /// Year.
    #[serde(default)]
    nam: String,
    /// Id of a post that chairs.
    #[serde(default)]
    chu_tri: String,
    /// `1` pilots, `0` all others.
    #[serde(default)]
    thi_diem: String,
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
    let filter =
        Filter { state: &n.trang_thai, kind: &n.loai, year: &n.nam, head: &n.chu_tri, pilot: &n.thi_diem, after: n.sau.split_once('~') };
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut conn = web.app.store.read().await?;
    let mut rows = dialogue::list(&mut conn, &desk.officer.unit_id, filter, limit).await?;
    let counts = dialogue::kinds(&mut conn, &desk.officer.unit_id, filter).await?;
    drop(conn);
    let more = (rows.len() > LINES).then(|| {
        rows.truncate(LINES);
        rows.last().map(|l| n.address(|n| n.sau = format!("{}~{}", l.dialogue.on_day, l.dialogue.id))).unwrap_or_default()
    });
    let page = desk.page.clone();
    let narrowed = narrowed(&web, &page, &desk, &n).await?;
    Ok(render::html(&List {
        states: states(&page, &n),
        kinds: kinds(&page, &n, &counts),
        pilots: pilots(&page, &n),
        years: years(&page, &n, i64::from(web.app.clock.today().year())),
        narrowed,
        lines: rows.iter().map(|l| line(&page, l)).collect(),
        more,
        prepares: desk.allow(Action::PrepareDialogue).is_ok(),
        filtered: n.address(|n| n.sau.clear()) != BASE,
        page,
    }))
}

fn states(page: &Page, n: &Narrow) -> Vec<FilterLink> {
    let t = page.t;
    let link =
        |code: &str, label| FilterLink { href: n.address(|n| code.clone_into(&mut n.trang_thai)), label, current: n.trang_thai == code };
    std::iter::once(link("", t.plan_all_states()))
        .chain(DialogueState::ALL.iter().map(|s| link(s.code(), words::dialogue_state(t, *s))))
        .chain(Stop::ALL.iter().map(|s| link(s.code(), words::stop(t, *s))))
        .collect()
}

/// The three kinds, each with how many there are (S0.4).
fn kinds(page: &Page, n: &Narrow, counts: &[(DialogueKind, i64)]) -> Vec<FilterLink> {
    let t = page.t;
    let link = |code: &str, label, count: i64| FilterLink {
        href: n.address(|n| code.clone_into(&mut n.loai)),
        label: t.plan_with_count(label, count),
        current: n.loai == code,
    };
    let of = |kind| counts.iter().find(|(k, _)| *k == kind).map_or(0, |(_, c)| *c);
    std::iter::once(link("", t.plan_all_kinds(), counts.iter().map(|(_, c)| c).sum()))
        .chain(DialogueKind::ALL.iter().map(|k| link(k.code(), words::dialogue_kind(t, *k), of(*k))))
        .collect()
}

fn years(page: &Page, n: &Narrow, this: i64) -> Vec<FilterLink> {
    let link = |code: String, label| FilterLink { current: n.nam == code, href: n.address(|n| n.nam = code), label };
    std::iter::once(link(String::new(), page.t.plan_all_years()))
        .chain((this - 3..=this + 1).rev().map(|y| link(y.to_string(), y.to_string())))
        .collect()
}

/// All, pilots only, all others (S1.5).
fn pilots(page: &Page, n: &Narrow) -> Vec<FilterLink> {
    let t = page.t;
    let link = |code: &str, label| FilterLink { href: n.address(|n| code.clone_into(&mut n.thi_diem)), label, current: n.thi_diem == code };
    vec![link("", t.yp_pilot_all()), link("1", t.yp_pilot_only()), link("0", t.yp_pilot_without())]
}

/// What else narrows the list, in words, with the address of the list without it.
async fn narrowed(web: &Web, page: &Page, desk: &Desk, n: &Narrow) -> Result<Vec<(String, String)>, Fault> {
    let t = page.t;
    let mut all = Vec::new();
    if !n.chu_tri.is_empty() {
        let today = web.app.clock.today().to_string();
        let posts = people::posts(&mut web.app.store.read().await?, &desk.officer.unit_id, &today).await?;
        let name = posts.into_iter().find(|p| p.id == n.chu_tri).map(|p| p.name).unwrap_or_default();
        all.push((t.plan_narrowed_head(name), n.address(|n| n.chu_tri.clear())));
    }
    if !n.thi_diem.is_empty() {
        let words = if n.thi_diem == "1" { t.plan_narrowed_pilot() } else { t.plan_narrowed_no_pilot() };
        all.push((words, n.address(|n| n.thi_diem.clear())));
    }
    if n.trang_thai == "was_held" {
        all.push((t.plan_narrowed_held(), n.address(|n| n.trang_thai.clear())));
    }
    Ok(all)
}

fn line(page: &Page, l: &DialogueLine) -> Line {
    let d = &l.dialogue;
    Line {
        href: format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(d.public_id)),
        title: d.title.clone(),
        mark: mark::dialogue(page.t, d.state, d.stop),
        when: when(page, d),
        place: d.place.clone(),
        kind: words::dialogue_kind(page.t, d.kind),
        pilot: if d.scope.pilot { page.t.plan_pilot() } else { String::new() },
        topics: l.topics,
    }
}

/// The list without any filter.
const BASE: &str = "/cong-viec/doi-thoai";

impl Narrow {
    /// The address of the list with one thing changed, from its beginning unless that is what changes.
    fn address(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut n = Self { sau: String::new(), ..self.clone() };
        change(&mut n);
        let parts: Vec<String> = [
            ("trang_thai", &n.trang_thai),
            ("loai", &n.loai),
            ("nam", &n.nam),
            ("chu_tri", &n.chu_tri),
            ("thi_diem", &n.thi_diem),
            ("sau", &n.sau),
        ]
        .iter()
        .filter(|(_, v)| !v.is_empty())
        .map(|(k, v)| format!("{k}={}", encode(v)))
        .collect();
        if parts.is_empty() { BASE.to_owned() } else { format!("{BASE}?{}", parts.join("&")) }
    }
}
