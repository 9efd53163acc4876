//! The minutes as a paper, and the text that was signed, byte for byte, so that anybody can compute its hash again.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use caunoi_app::dialogue::minutes::{assemble, held_on};
use caunoi_domain::dialogue::{
    minutes::Presided,
    state::{MinutesState, PresidingMode},
};
use caunoi_store::{attendance, beside, minutes as rows, people, presiding, unit};
use http::header;

use super::{Found, Frame, minutes_fields};
use crate::{
    Web,
    page::{Page, dates, desk::Desk, fault::Fault, icon::Icon, l10n::L10nLanguage, lang::Lang, render, sheet::SheetHead},
};

#[derive(Template)]
#[template(path = "office/dialogue/minutes_print.html")]
struct Paper {
    page: Page,
    /// The words of papers.
    v: &'static L10nLanguage,
    f: Frame,
    head: SheetHead,
    abstract_: String,
    opened: String,
    closed: String,
    day: String,
    place: String,
    chairs: Vec<(String, String)>,
    secretary: String,
    bodies: String,
    groups: Vec<Numbers>,
    spoken: Vec<Speech>,
    conclusion_title: String,
    conclusion: String,
    chair: String,
    signed: bool,
    /// Whoever stands under the minutes as the chair signed them.
    by_own_hand: bool,
    signed_by: String,
    hash: String,
    addenda: Vec<(String, String, String)>,
}

struct Numbers {
    label: String,
    invited: i64,
    present: i64,
}

struct Speech {
    speaker: String,
    village: String,
    said: String,
    answer: String,
    answered_by: String,
    promised: String,
}

/// `GET …/bien-ban/in`
///
/// # Errors
/// Not for this officer, or there are none yet.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let d = &found.d;
    let body_id = found.chairs.first().map(|c| c.body_id.as_str()).unwrap_or_default();
    let (m, chairs, groups, entries, addenda, commune, mut above, body) = beside!(
        &mut conn,
        |c| rows::of_dialogue(c, &d.id),
        |c| presiding::of(c, &d.id),
        |c| attendance::of(c, &d.id),
        |c| rows::entries_of_dialogue(c, &d.id),
        |c| rows::addenda(c, &d.id),
        |c| unit::find(c, &d.unit_id),
        |c| unit::above(c, &d.unit_id),
        |c| people::body(c, body_id),
    )?;
    drop(conn);
    let (m, commune, body) = (m.ok_or(Fault::NotFound)?, commune.ok_or(Fault::NotFound)?, body.ok_or(Fault::NotFound)?);
    above.retain(|u| commune.parent_id.as_ref() == Some(&u.id));
    let above = above.into_iter().next();
    let text = assemble(d, &m, (chairs, groups.clone(), entries));
    let page = desk.page.clone();
    let v = Lang::Vi.words();
    let clock = |hh_mm: &str| if hh_mm.is_empty() { "…".to_owned() } else { dates::clock(hh_mm, Lang::Vi) };
    let said =
        |p: &Presided| p.mode.map_or_else(|| "…".to_owned(), |m| minutes_fields::said(v, m, &p.person, &p.deputy, &p.paper, &p.reason));
    let heads = text.presided.iter().map(|p| (v.minutes_presiding(), format!("{}: {}", p.post, said(p))));
    let co_chair = text.co_chair.iter().map(|p| (v.dialogue_council(), format!("{}: {}", p.post, said(p))));
    let presided = heads.chain(co_chair);
    let presided_in_fact = |p: &Presided| match p.mode {
        Some(PresidingMode::InPerson) => Some(p.person.clone()),
        Some(PresidingMode::Delegated) => Some(p.deputy.clone()),
        _ => None,
    };
    // Whoever of them signed stands under the minutes; before that, whoever presided first.
    let signer = text.presided.iter().find(|p| p.post == m.signed_label).and_then(presided_in_fact);
    // A deputy who presided has not signed: the head's account locked the record, which the line with the hash says.
    let by_own_hand = text.presided.iter().any(|p| p.post == m.signed_label && p.mode == Some(PresidingMode::InPerson));
    let chair = signer.or_else(|| text.presided.iter().find_map(presided_in_fact));
    Ok(render::html(&Paper {
        f: found.frame(&page),
        head: SheetHead::new((body.kind, &body.name), &commune, above.as_ref(), String::new(), held_on(d)),
        abstract_: d.title.clone(),
        opened: clock(&m.opened),
        closed: clock(&m.closed),
        day: dates::long(held_on(d), Lang::Vi),
        place: d.place.clone(),
        chairs: presided.collect(),
        secretary: m.secretary.clone(),
        bodies: m.bodies_present.trim_end_matches('.').to_owned(),
        groups: groups.into_iter().map(|g| Numbers { label: g.label, invited: g.invited, present: g.present }).collect(),
        spoken: text
            .spoken
            .into_iter()
            .map(|s| Speech {
                speaker: s.speaker,
                village: s.village,
                said: s.said,
                answer: s.answer,
                answered_by: s.answered_by,
                promised: s.promised_on.map(|day| dates::day(&day)).unwrap_or_default(),
            })
            .collect(),
        conclusion_title: v.minutes_conclusion().to_uppercase(),
        conclusion: m.chair_conclusion.clone(),
        chair: chair.unwrap_or_default(),
        signed: m.state == MinutesState::Signed,
        by_own_hand,
        signed_by: m.signed_at.map(|at| v.minutes_signed_by(&m.signed_label, dates::moment(at, Lang::Vi))).unwrap_or_default(),
        hash: m.hash.clone(),
        addenda: addenda.into_iter().map(|a| (a.text, a.by_label, dates::day(&a.on_day))).collect(),
        v,
        page,
    }))
}

/// `GET …/bien-ban/van-ban-goc`: its SHA-256 is the hash of the minutes.
///
/// # Errors
/// Not for this officer, or not signed.
pub async fn canonical(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let m = rows::of_dialogue(&mut conn, &found.d.id).await?.filter(|m| m.state == MinutesState::Signed).ok_or(Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], m.canonical).into_response())
}
