//! What is done at the notice desk.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{
        edited::{Edited, OnRead},
        seen::Waits,
    },
    dialogue::{CheckNotice, CloseDialogue, ConcludeItem, DraftNotice, IssueNotice, WriteNotice, minutes::held_on},
};
use caunoi_domain::{
    dialogue::notice_form::{self, TypedConclusion, TypedHead},
    opinion::tracking_code::PublicId,
};

use super::{
    Found,
    form::{Act, Pairs},
    notice::{Shown, head_form, view},
};
use crate::{
    Web,
    office::drafts,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
    public::view::encode,
};

type Sent = Form<Vec<(String, String)>>;

async fn begin(web: &Web, desk: &Desk, id: &str, sent: Sent) -> Result<(Found, Pairs), Fault> {
    let pairs = Pairs(sent.0);
    desk.check(&pairs.get("csrf"))?;
    Ok((Found::read(&mut web.app.store.read().await?, desk, id).await?, pairs))
}

fn public(id: &str) -> Result<i64, Fault> {
    PublicId::parse(id).map(PublicId::to_i64).map_err(|_| Fault::NotFound)
}

/// Back to the desk of that notice; or the page again with what is missing and everything typed.
async fn end(web: &Web, desk: &Desk, id: &str, done: Result<(), Refusal>, shown: Shown) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/thong-bao?tb={}", encode(&shown.notice))).into_response()),
        Err(refused) => view(web, desk, id, Shown { problems: problems_of(refused)?, ..shown }).await,
    }
}

/// `POST …/thong-bao/soan`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn draft(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let verb = DraftNotice { dialogue: found.d.public_id, body_id: pairs.get("body") };
    let drafted = web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await;
    let notice = drafted.as_ref().map(|id| PublicId::from_i64(*id).to_string()).unwrap_or_default();
    end(&web, &desk, &id, drafted.map(drop), Shown { notice, ..Shown::default() }).await
}

/// `POST …/thong-bao`: the head.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn head(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (found, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = TypedHead {
        numbering: pairs.get("numbering"),
        number: pairs.get("number"),
        signed_on: pairs.get("signed_on"),
        signer_name: pairs.get("signer_name"),
        signer_post: pairs.get("signer_post"),
        assessment: pairs.get("assessment"),
    };
    let today = web.app.clock.today();
    let day = held_on(&found.d).parse().unwrap_or(today);
    let notice = pairs.get("notice");
    let done = match notice_form::head(&typed, day, today) {
        Ok(head) => {
            let notice = public(&notice)?;
            pairs.change(&web, &desk, Edited::NoticeHead(notice), WriteNotice { notice, head }).await
        }
        Err(all) => Err(Refusal::Invalid(all)),
    };
    if done.is_ok() {
        drafts::sent(&web, &desk, &head_form(&id)).await?;
    }
    end(&web, &desk, &id, done, Shown { notice, head: Some(typed), seen: pairs.get("seen"), ..Shown::default() }).await
}

/// `POST …/thong-bao/ket-luan`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn conclude(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response, Fault> {
    let (_, pairs) = begin(&web, &desk, &id, sent).await?;
    let typed = TypedConclusion {
        substate: pairs.get("substate"),
        text: pairs.get("text"),
        norm: pairs.get("norm"),
        reason: pairs.get("reason"),
        body: pairs.get("body"),
        partners: pairs.all("partners"),
        due: pairs.get("due"),
        receiver: pairs.get("receiver"),
        receiver_body: pairs.get("receiver_body"),
        paper: pairs.get("paper"),
        paper_on: pairs.get("paper_on"),
    };
    let (notice, item) = (pairs.get("notice"), pairs.get("item"));
    let (seen, seen_issue, whole_issue) = (pairs.get("seen"), pairs.get("seen_issue"), pairs.get("whole_issue") == "yes");
    let done = match notice_form::conclusion(&typed, web.app.clock.today()) {
        Ok(form) => {
            let (notice, item) = (public(&notice)?, public(&item)?);
            let of = Edited::Conclusion { notice, item, whole_issue };
            let seen = if whole_issue { seen_issue.clone() } else { seen.clone() };
            let verb = OnRead { of, seen, verb: ConcludeItem { notice, item, form, whole_issue } };
            web.app.carry_out_once(&desk.actor, &pairs.get("key"), verb).await.map(drop)
        }
        Err(all) => Err(Refusal::Invalid(all)),
    };
    let shown = Shown { notice, item, conclusion: Some(typed), seen, seen_issue, whole_issue, ..Shown::default() };
    end(&web, &desk, &id, done, shown).await
}

/// `POST …/thong-bao/kiem-tra`; the row is the notice.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn check(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, CheckNotice { notice: public(&act.row)? }).await;
    end(&web, &desk, &id, done, Shown { notice: act.row, ..Shown::default() }).await
}

/// `POST …/thong-bao/ban-hanh`; the row is the notice.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn issue(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let notice = public(&act.row)?;
    let done = act.decide(&web, &desk, Waits::Notice(notice), IssueNotice { notice }).await;
    end(&web, &desk, &id, done.map(drop), Shown { notice: act.row, ..Shown::default() }).await
}

/// `POST …/khep`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn close(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, CloseDialogue { dialogue: found.d.public_id }).await;
    end(&web, &desk, &id, done, Shown { notice: act.row, ..Shown::default() }).await
}
