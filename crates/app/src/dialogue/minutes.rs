//! Minutes as they stand in the store, read for pages, checks and the signature.

use caunoi_domain::{
    dialogue::{
        minutes::{Attended, Minutes, Presided, Spoken},
        state::{DialogueState, MinutesState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
};
use caunoi_store::{
    Conn, Tx,
    attendance::{self, AttendanceRow},
    dialogue::DialogueRow,
    minutes::{self, EntryView, MinutesRow},
    presiding::{self, PresidingView},
};

use crate::{context::Cx, refusal::Refusal};

/// The dialogue of that public id and its minutes, where they can still be written in: held, not signed.
pub(super) async fn unsigned(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<(DialogueRow, MinutesRow), Refusal> {
    let (d, m) = find(tx, cx, public_id, Action::PrepareDialogue).await?;
    if m.state == MinutesState::Signed { Err(Refusal::not_now(m.state)) } else { Ok((d, m)) }
}

/// As [`unsigned`], for words that stand there from now on: what was checked has to be checked again.
pub(super) async fn open(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<(DialogueRow, MinutesRow), Refusal> {
    let (d, mut m) = unsigned(tx, cx, public_id).await?;
    uncheck(tx, &mut m).await?;
    Ok((d, m))
}

/// What was checked goes back to a draft, because other words have to be checked again.
pub(super) async fn uncheck(tx: &mut Tx<'_>, m: &mut MinutesRow) -> Result<(), Refusal> {
    if m.state == MinutesState::Checked {
        m.state = MinutesState::Draft;
        minutes::save(tx, m).await?;
    }
    Ok(())
}

/// The dialogue of that public id and its minutes, where the actor may do the action.
pub(super) async fn find(tx: &mut Tx<'_>, cx: &Cx, public_id: i64, action: Action) -> Result<(DialogueRow, MinutesRow), Refusal> {
    let d = super::load(tx, cx, public_id, action).await?;
    if d.state < DialogueState::Held {
        return Err(Refusal::not_now(d.state));
    }
    let m = minutes::of_dialogue(tx, &d.id).await?.ok_or(Refusal::NotFound("minutes"))?;
    Ok((d, m))
}

/// The ISO day on which a dialogue was held, or is to be.
#[must_use]
pub fn held_on(d: &DialogueRow) -> &str {
    d.held_on.as_deref().unwrap_or(&d.on_day)
}

/// Minutes with everything that their hash covers.
///
/// # Errors
/// The store's failure.
pub async fn read(conn: &mut Conn<'_>, d: &DialogueRow, m: &MinutesRow) -> caunoi_store::Result<Minutes> {
    let parts = (presiding::of_look(&d.id), attendance::of_look(&d.id), minutes::entries_look(&m.id));
    Ok(assemble(d, m, conn.together(parts).await?))
}

/// Minutes from their rows: who presided, who came, what was said.
#[must_use]
pub fn assemble(
    d: &DialogueRow,
    m: &MinutesRow,
    (chairs, attended, entries): (Vec<PresidingView>, Vec<AttendanceRow>, Vec<EntryView>),
) -> Minutes {
    let (mut presided, mut co_chair) = (Vec::new(), None);
    for p in chairs {
        let (mode, person, deputy, paper, reason, ground) = match p.recorded {
            Some(r) => (Some(r.mode), r.person, r.deputy, r.paper, r.reason, r.ground),
            None => (None, p.holder, String::new(), String::new(), String::new(), None),
        };
        let one = Presided { post: p.post_name, mode, person, deputy, paper, reason, ground };
        if p.council { co_chair = Some(one) } else { presided.push(one) }
    }
    let spoken = entries.into_iter().map(|e| Spoken {
        speaker: e.entry.speaker,
        village: e.village,
        said: e.entry.said,
        answer: e.entry.answer,
        answered_by: e.entry.answered_by,
        promised_on: e.entry.promised_on,
        item: e.item_public_id.map(|id| PublicId::from_i64(id).to_string()),
    });
    Minutes {
        dialogue: PublicId::from_i64(d.public_id).to_string(),
        title: d.title.clone(),
        held_on: held_on(d).to_owned(),
        place: d.place.clone(),
        opened: m.opened.clone(),
        closed: m.closed.clone(),
        secretary: m.secretary.clone(),
        bodies_present: m.bodies_present.clone(),
        presided,
        co_chair,
        attended: attended.into_iter().map(|a| Attended { label: a.label, invited: a.invited, present: a.present }).collect(),
        spoken: spoken.collect(),
        conclusion: m.chair_conclusion.clone(),
    }
}
