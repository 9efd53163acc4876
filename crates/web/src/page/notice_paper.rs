//! The paper of a conclusion notice, from its rows: the official one for the office, and the one for everybody, in which
//! only published texts stand and posts, not names.

use caunoi_app::dialogue::{
    minutes::{assemble, held_on},
    notice::concluded,
};
use caunoi_domain::{
    dialogue::{
        minutes::Minutes,
        outcome::Outcome,
        state::{NoticeState, PresidingMode},
    },
    opinion::{
        item::{Publication, WithheldGround},
        tracking_code::PublicId,
    },
    people::body::BodyKind,
};
use caunoi_store::{
    Conn, attendance,
    conclusion::{self, ConclusionView},
    dialogue::{self, DialogueRow},
    minutes as rows,
    notice::NoticeRow,
    people::{self, BodyRow},
    presiding,
    unit::{self, UnitRow},
};

use super::{
    dates,
    fault::Fault,
    l10n::L10nLanguage,
    lang::Lang,
    sheet::{self, NoticeSheet, SheetHead},
    words,
};

/// For whom a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// The office: every text as it was concluded.
    Office,
    /// Everybody: published texts.
    Everybody,
}

/// A notice with its paper.
pub struct Paper {
    /// Its dialogue.
    pub dialogue: DialogueRow,
    /// Its unit.
    pub unit: UnitRow,
    /// The units above that.
    pub above: Vec<UnitRow>,
    /// Its conclusions.
    pub views: Vec<ConclusionView>,
    /// The paper.
    pub sheet: NoticeSheet,
}

/// The paper of a notice in a language; `today` is the day of a draft.
///
/// # Errors
/// A row that is not there; the store's failure.
pub async fn paper(conn: &mut Conn<'_>, n: &NoticeRow, whom: For, lang: Lang, today: &str) -> Result<Paper, Fault> {
    let t = lang.words();
    let of = n.dialogue_id.as_str();
    let (d, commune, above, bodies, mut views, minutes, chairs, attended, entries) = conn
        .together((
            dialogue::find_look(of),
            unit::find_look(&n.unit_id),
            unit::above_look(&n.unit_id),
            // A paper bears the names of its own day (S0.18).
            people::bodies_named_look(&n.unit_id, n.signed_on.as_deref().unwrap_or(today)),
            conclusion::of_notice_look(&n.id),
            rows::of_dialogue_look(of),
            presiding::of_look(of),
            attendance::of_look(of),
            rows::entries_of_dialogue_look(of),
        ))
        .await?;
    let (d, commune) = (d.ok_or(Fault::NotFound)?, commune.ok_or(Fault::NotFound)?);
    let body = bodies.iter().find(|b| b.id == n.body_id).ok_or(Fault::NotFound)?;
    for v in &mut views {
        if let Some(b) = bodies.iter().find(|b| Some(&b.id) == v.conclusion.body_id.as_ref()) {
            v.body.clone_from(&b.name);
        }
    }
    let minutes = minutes.map(|m| assemble(&d, &m, (chairs, attended, entries)));
    let issued = n.state == NoticeState::Issued;
    let number = sheet::number_line(body.kind, &body.symbol, &n.symbol);
    let head = SheetHead::new((body.kind, &body.name), &commune, above.first(), number, n.signed_on.as_deref().unwrap_or(today));
    let texts: Vec<(Outcome, String, String)> = views.iter().map(|v| line(t, lang, v, whom, &bodies)).collect();
    let groups = sheet::groups(t, texts);
    let total = sheet::total(t, &groups);
    let mut opening = vec![event(t, lang, &d, minutes.as_ref(), views.len())];
    if !n.assessment.is_empty() {
        opening.push(n.assessment.clone());
    }
    opening.push(t.sheet_concludes(&n.signer_post));
    let sheet = NoticeSheet {
        abstract_: t.sheet_abstract(&n.signer_post, meeting(t, lang, &d.title)),
        opening,
        total,
        closing: t.sheet_closing(office(&bodies, head.party)),
        recipients: recipients(t, &head, &views),
        signature: sheet::signature(&head, &n.signer_post),
        signer: n.signer_name.clone(),
        signed: if issued { t.sheet_signed() } else { String::new() },
        hash: n.hash.clone(),
        groups,
        head,
    };
    Ok(Paper { dialogue: d, unit: commune, above, views, sheet })
}

/// What a paper says of an item, and under which of the three groups.
fn line(t: &L10nLanguage, lang: Lang, v: &ConclusionView, whom: For, bodies: &[BodyRow]) -> (Outcome, String, String) {
    let c = &v.conclusion;
    let name = |id: &String| bodies.iter().find(|b| b.id == *id).map(|b| b.name.clone());
    let partners: Vec<String> = c.partners.iter().filter_map(name).collect();
    // A day that has passed since stays the day that was concluded: "" is before every day.
    let said = concluded(v, "");
    let text = |title: &str| sheet::conclusion(t, lang, title, &said, &partners, c.escalate_paper_on.as_deref());
    let words = match (whom, v.item.publication) {
        (For::Office, _) => text(&v.item.title),
        (For::Everybody, Publication::Published) => text(&v.item.published_title),
        (For::Everybody, Publication::Withheld) => match v.item.withheld_ground.parse::<WithheldGround>() {
            Ok(ground) => t.sheet_withheld(words::withheld_ground(t, ground)),
            Err(_) => t.sheet_not_published(),
        },
        (For::Everybody, Publication::Received) => t.sheet_not_published(),
    };
    (c.substate.outcome(), words, PublicId::from_i64(c.public_id).to_string())
}

/// The event in a sentence: day, place, who presided, how many came, spoke, and how many matters there were.
fn event(t: &L10nLanguage, lang: Lang, d: &DialogueRow, m: Option<&Minutes>, items: usize) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(0);
    let day = dates::long(held_on(d), lang);
    let of = || meeting(t, lang, &d.title);
    let mut said = Vec::new();
    if let Some(m) = m {
        let presided: Vec<String> = m
            .presided
            .iter()
            .filter_map(|p| match p.mode? {
                PresidingMode::InPerson => Some(t.sheet_presided(&p.post)),
                PresidingMode::Delegated => Some(t.sheet_presided_by_deputy(&p.post, &p.paper)),
                PresidingMode::Absent => None,
            })
            .collect();
        said.push(if presided.is_empty() {
            t.sheet_event_bare(&day, &d.place, of())
        } else {
            t.sheet_event(&day, &d.place, presided.join(", "), of())
        });
        if let Some(p) = m.co_chair.as_ref().filter(|p| matches!(p.mode, Some(PresidingMode::InPerson | PresidingMode::Delegated))) {
            said.push(t.sheet_co_chaired(&p.post));
        }
        let present: i64 = m.attended.iter().map(|a| a.present).sum();
        // Nobody is said to have come where attendance was not written down.
        said.push(if m.attended.is_empty() {
            t.sheet_event_turns(number(m.spoken.len()), number(items))
        } else {
            t.sheet_event_numbers(present, number(m.spoken.len()), number(items))
        });
    } else {
        said.push(t.sheet_event_bare(&day, &d.place, of()));
    }
    first_upper(&said.join(" "))
}

/// The dialogue as a paper calls it: its own name where that says what it is, else in quotes.
fn meeting(t: &L10nLanguage, lang: Lang, title: &str) -> String {
    match title.strip_prefix('Đ').filter(|rest| lang == Lang::Vi && rest.starts_with("ối thoại")) {
        Some(rest) => format!("cuộc đ{rest}"),
        None => t.sheet_meeting(title),
    }
}

fn first_upper(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Who watches over what was concluded: the Party committee's own office for its notice, where there is one.
fn office(bodies: &[BodyRow], party: bool) -> String {
    let of = |kind| bodies.iter().find(|b| b.kind == kind);
    let own = if party { of(BodyKind::PartyOffice) } else { None };
    own.or_else(|| of(BodyKind::Office)).map(|b| b.name.clone()).unwrap_or_default()
}

/// Who gets the paper: those above and beside, the bodies that have something to do, the villages to post it.
fn recipients(t: &L10nLanguage, head: &SheetHead, views: &[ConclusionView]) -> Vec<String> {
    let mut all = vec![t.sheet_to_leaders(), t.sheet_to_front()];
    for body in views.iter().map(|v| &v.body).filter(|b| !b.is_empty()) {
        let line = format!("- {body};");
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all.push(t.sheet_to_villages());
    all.push(if head.party { t.sheet_to_archive_party() } else { t.sheet_to_archive() });
    all
}
