//! The announcement as a paper to post, and as a text to read out over the loudspeaker.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::state::{DialogueState, TopicState},
    people::body::BodyKind,
};
use caunoi_store::{topic, unit};

use super::{Found, Frame};
use crate::{
    Web,
    page::{Page, dates, desk::Desk, fault::Fault, icon::Icon, render, words},
};

#[derive(Template)]
#[template(path = "office/dialogue/print.html")]
struct Sheet {
    page: Page,
    f: Frame,
    /// The issuing body in capitals, its place on a line of its own; and whether it is of the Party: the two have heads of their own.
    issuer: (String, String),
    party: bool,
    /// The unit inside a sentence: "xã Vân Trạch".
    unit: String,
    /// The place that stands before the date.
    seat: String,
    draft: bool,
    /// Its day was given up: the paper invites nobody, on paper too.
    stopped: bool,
    basis: String,
    time: String,
    day: String,
    form: String,
    place: String,
    audience: String,
    how_to_join: String,
    chairs: Vec<String>,
    topics: Vec<String>,
    today: String,
    send: String,
    signer: String,
}

/// `GET …/giay-moi`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let (unit, topics) = conn.together((unit::find_look(&found.d.unit_id), topic::of_dialogue_look(&found.d.id))).await?;
    drop(conn);
    let unit = unit.ok_or(Fault::NotFound)?;
    let page = desk.page.clone();
    let d = &found.d;
    let first = found.chairs.first();
    let issued = d.announced_on.clone().unwrap_or_else(|| web.app.clock.today().to_string());
    Ok(render::html(&Sheet {
        f: found.frame(&page),
        issuer: first.map(|c| issuer(&c.body_name, &unit.name)).unwrap_or_default(),
        party: first.is_some_and(|c| c.body_kind == BodyKind::PartyCommittee),
        draft: d.state < DialogueState::Announced,
        stopped: d.stop.is_some() && d.state >= DialogueState::Announced,
        basis: words::basis(page.t, d.basis),
        time: if d.at_time.is_empty() { "…".to_owned() } else { dates::clock(&d.at_time, page.lang) },
        day: page.weekday(&d.on_day),
        form: words::form(page.t, d.form),
        place: d.place.clone(),
        audience: d.audience.clone(),
        how_to_join: d.how_to_join.clone(),
        chairs: found.chairs.iter().map(|c| c.post_name.clone()).collect(),
        topics: topics.into_iter().filter(|t| t.topic.state != TopicState::Dropped).map(|t| t.topic.title).collect(),
        today: dates::long(&issued, page.lang),
        send: format!("{}/gui-y-kien", web.address),
        signer: first.map(|c| c.post_name.to_uppercase()).unwrap_or_default(),
        seat: bare_name(&unit.name).to_owned(),
        unit: within(&unit.name),
        page,
    }))
}

/// The kinds of communes as a unit's name begins with them.
const KINDS: [&str; 3] = ["Đặc khu ", "Phường ", "Xã "];

/// The place of a paper: the unit's name without its kind.
fn bare_name(unit: &str) -> &str {
    KINDS.iter().find_map(|k| unit.strip_prefix(k)).unwrap_or(unit)
}

/// The kind that a unit's name begins with, as it stands inside a sentence: "xã".
fn kind(unit: &str) -> String {
    KINDS.iter().find(|k| unit.starts_with(**k)).map(|k| k.trim_end().to_lowercase()).unwrap_or_default()
}

/// "Xã Vân Trạch" inside a sentence: "xã Vân Trạch".
fn within(unit: &str) -> String {
    format!("{} {}", kind(unit), bare_name(unit)).trim_start().to_owned()
}

/// The issuing body on a paper: "Ủy ban nhân dân xã" of Xã Vân Trạch is "ỦY BAN NHÂN DÂN" over "XÃ VÂN TRẠCH".
fn issuer(body: &str, unit: &str) -> (String, String) {
    let kind = kind(unit);
    match body.strip_suffix(kind.as_str()) {
        Some(rest) if !kind.is_empty() => (rest.trim_end().to_uppercase(), unit.to_uppercase()),
        _ => (body.to_uppercase(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_paper_names_body_and_place() {
        for (body, unit, first, second, inside, seat) in [
            ("Ủy ban nhân dân xã", "Xã Vân Trạch", "ỦY BAN NHÂN DÂN", "XÃ VÂN TRẠCH", "xã Vân Trạch", "Vân Trạch"),
            ("Đảng ủy phường", "Phường Đông Lãm", "ĐẢNG ỦY", "PHƯỜNG ĐÔNG LÃM", "phường Đông Lãm", "Đông Lãm"),
            ("Sở Xây dựng", "Thành phố Hải Phòng", "SỞ XÂY DỰNG", "", "Thành phố Hải Phòng", "Thành phố Hải Phòng"),
        ] {
            assert_eq!(issuer(body, unit), (first.to_owned(), second.to_owned()));
            assert_eq!((within(unit).as_str(), bare_name(unit)), (inside, seat));
        }
    }
}
