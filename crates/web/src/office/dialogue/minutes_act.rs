//! What is done at the minute desk.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{edited::Edited, seen::Waits},
    dialogue::{
        AddAddendum, CheckMinutes, EditEntry, HoldDialogue, MoveOutEntry, RecordAttendance, RecordPresiding, SignMinutes, WriteHead,
        minutes::held_on, write_entry,
    },
};
use caunoi_domain::{
    dialogue::minutes_form::{self, Head, TypedEntry},
    problem::{Problem, What},
    text::date,
};

use super::{
    Found,
    form::{Act, Pairs},
    minutes::{Shown, entry_form, view},
    minutes_fields::{TypedChair, TypedTransfer},
};
use crate::{
    Web,
    office::drafts,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
};

type Sent = Form<Vec<(String, String)>>;

/// The dialogue of a form that carries the session's token.
async fn begin(web: &Web, desk: &Desk, id: &str, sent: Sent) -> Result<(Found, Pairs), Fault> {
    let pairs = Pairs(sent.0);
    desk.check(&pairs.get("csrf"))?;
    Ok((Found::read(&mut web.app.store.read().await?, desk, id).await?, pairs))
}

/// Back to the desk, at that place; or the form again with everything typed.
async fn end(web: &Web, desk: &Desk, id: &str, place: &str, done: Result<(), Refusal>, shown: Shown) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/bien-ban#{place}")).into_response()),
        Err(refused) => view(web, desk, id, Shown { problems: problems_of(refused)?, ..shown }).await,
    }
}

/// `POST …/bien-ban/to-chuc`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn hold(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = pairs.get("held_on");
    let done = match date::parse(&typed) {
        Ok(held_on) => {
            let verb = HoldDialogue { dialogue: found.d.public_id, held_on };
            web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await
        }
        Err(e) => Err(Refusal::problem("held_on", What::Day(e))),
    };
    end(&web, &desk, &id, "main", done, Shown { held_on: Some(typed), ..Shown::default() }).await
}

/// `POST …/bien-ban`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn head(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = Head {
        opened: pairs.get("opened"),
        closed: pairs.get("closed"),
        secretary: pairs.get("secretary"),
        bodies_present: pairs.get("bodies_present"),
        conclusion: pairs.get("conclusion"),
    };
    let done = match minutes_form::head(&typed) {
        Ok(head) => {
            let dialogue = found.d.public_id;
            pairs.change(&web, &desk, Edited::MinutesHead(dialogue), WriteHead { dialogue, head }).await
        }
        Err(all) => Err(Refusal::Invalid(all)),
    };
    end(&web, &desk, &id, "dau", done, Shown { head: Some(typed), seen: pairs.get("seen"), ..Shown::default() }).await
}

/// `POST …/bien-ban/chu-tri`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn presiding(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = TypedChair::all(&pairs);
    let mut all: Vec<Problem> = Vec::new();
    let mut presided = Vec::new();
    for chair in &typed {
        let mut said = chair.presided.clone();
        said.post = found.chairs.iter().find(|c| c.post_id == chair.post_id).map(|c| c.post_name.clone()).unwrap_or_default();
        match minutes_form::presided(&chair.mode, &said) {
            Ok(Some(p)) => presided.push((chair.post_id.clone(), p)),
            Ok(None) => {}
            Err(wrong) => all.extend(wrong),
        }
    }
    let done = if all.is_empty() {
        let dialogue = found.d.public_id;
        pairs.change(&web, &desk, Edited::Presiding(dialogue), RecordPresiding { dialogue, presided }).await
    } else {
        Err(Refusal::Invalid(all))
    };
    end(&web, &desk, &id, "presiding", done, Shown { chairs: Some(typed), seen: pairs.get("seen"), ..Shown::default() }).await
}

/// `POST …/bien-ban/du`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn attendance(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let numbers = pairs.all("invited").into_iter().zip(pairs.all("present"));
    let typed: Vec<_> = pairs.all("label").into_iter().zip(numbers).map(|(label, (invited, present))| (label, invited, present)).collect();
    let done = match minutes_form::attended(&typed) {
        Ok(groups) => {
            let dialogue = found.d.public_id;
            pairs.change(&web, &desk, Edited::Attendance(dialogue), RecordAttendance { dialogue, groups }).await
        }
        Err(all) => Err(Refusal::Invalid(all)),
    };
    end(&web, &desk, &id, "attendance", done, Shown { groups: Some(typed), seen: pairs.get("seen"), ..Shown::default() }).await
}

/// `POST …/bien-ban/phat-bieu`: a new entry, or one that is edited. Where an opinion was born the answer is the slip for
/// the person who spoke: its second secret stands in no address.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn entry(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = TypedEntry {
        speaker: pairs.get("speaker"),
        village: pairs.get("village"),
        said: pairs.get("said"),
        answer: pairs.get("answer"),
        answered_by: pairs.get("answered_by"),
        promised: pairs.get("promised"),
        link: pairs.get("link"),
        kind: pairs.get("kind"),
        full_name: pairs.get("full_name"),
        phone: pairs.get("phone"),
    };
    let editing = pairs.get("entry");
    let day = held_on(&found.d).parse().unwrap_or_else(|_| web.app.clock.today());
    let done = match minutes_form::entry(&typed, day) {
        Err(all) => Err(Refusal::Invalid(all)),
        Ok(entry) if editing.is_empty() => match write_entry(&web.app, &desk.actor, &pairs.get("key"), found.d.public_id, entry).await {
            Ok((_, Some(slip))) => {
                drafts::sent(&web, &desk, &entry_form(&id)).await?;
                return view(&web, &desk, &id, Shown { slip: Some(slip), ..Shown::default() }).await;
            }
            Ok((_, None)) => {
                drafts::sent(&web, &desk, &entry_form(&id)).await?;
                Ok(())
            }
            Err(refused) => Err(refused),
        },
        Ok(entry) => {
            let verb = EditEntry { dialogue: found.d.public_id, entry_id: editing.clone(), entry };
            pairs.change(&web, &desk, Edited::Entry(editing.clone()), verb).await
        }
    };
    end(&web, &desk, &id, "phat-bieu", done, Shown { entry: Some(typed), editing, seen: pairs.get("seen"), ..Shown::default() }).await
}

/// `POST …/bien-ban/chuyen`: a complaint or denunciation said aloud leaves the minutes (P4).
///
/// # Errors
/// Not for this officer, or not now.
pub async fn move_out(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = TypedTransfer {
        kind: pairs.get("sealed_kind"),
        paper: pairs.get("paper"),
        sent_on: pairs.get("sent_on"),
        receiver: pairs.get("receiver"),
    };
    let editing = pairs.get("entry");
    let done = match typed.read() {
        Err(all) => Err(Refusal::Invalid(all)),
        Ok(transfer) => {
            let verb = MoveOutEntry { dialogue: found.d.public_id, entry_id: editing.clone(), transfer };
            web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await.map(drop)
        }
    };
    end(&web, &desk, &id, "phat-bieu", done, Shown { transfer: typed, editing, ..Shown::default() }).await
}

/// `POST …/bien-ban/kiem-tra`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn check(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, CheckMinutes { dialogue: found.d.public_id }).await;
    end(&web, &desk, &id, "main", done, Shown::default()).await
}

/// `POST …/bien-ban/ky`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn sign(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let dialogue = found.d.public_id;
    let done = act.decide(&web, &desk, Waits::Minutes(dialogue), SignMinutes { dialogue }).await;
    end(&web, &desk, &id, "main", done.map(drop), Shown::default()).await
}

/// `POST …/bien-ban/bo-sung`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn addendum(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let text = pairs.get("addendum");
    let verb = AddAddendum { dialogue: found.d.public_id, text: text.clone() };
    let done = web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await;
    end(&web, &desk, &id, "bo-sung", done.map(drop), Shown { addendum: text, ..Shown::default() }).await
}
