//! A conclusion notice is signed and issued: its number is taken, its conclusions are frozen under a hash, and every
//! item goes on from here: resolved, assigned, or sent up. It is refused while anything is missing (S0.10, S1.12).

use caunoi_domain::{
    dialogue::{
        notice::{Issued, canonical},
        numbering::{self, Numbering},
        state::{ApprovalStep, ApprovalSubject, DialogueState, NoticeState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    conclusion::{self, ConclusionView, Wanted},
    dialogue::{self, DialogueRow},
    minutes,
    notice::{self as rows, NoticeRow},
    people,
    staff_search::{self, StaffDoc},
    unit,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{notice, settle};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Signs and issues a notice: only the head of the body that issues it.
#[derive(Clone, Copy, Debug)]
pub struct IssueNotice {
    /// The notice's public id.
    pub notice: i64,
}

/// What was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeIssued {
    /// Its number.
    pub number: i64,
    /// Its symbol.
    pub symbol: String,
    /// Its hash.
    pub hash: String,
}

impl Verb for IssueNotice {
    type Done = NoticeIssued;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<NoticeIssued, Refusal> {
        let (mut n, mut d) = notice::find(tx, cx, self.notice, Action::IssueNotice).await?;
        if cx.actor.officer().is_none_or(|o| o.body_id != n.body_id) {
            return Err(Refusal::NotAllowed(Action::IssueNotice));
        }
        if n.state == NoticeState::Issued {
            return Err(Refusal::not_now(n.state));
        }
        let (facts, wanted, mut views) = notice::load(tx, cx, &d, &n).await?;
        let lacks = facts.missing();
        if !lacks.is_empty() {
            return Err(Refusal::Invalid(lacks.into_iter().map(|l| Problem::new("", What::Missing(l.part))).collect()));
        }
        drop_what_left(tx, &n, &wanted, &mut views).await?;
        take_number(tx, cx, &mut n, &facts.signed_on).await?;
        freeze(tx, cx, &d, &mut n, &views).await?;
        rows::save(tx, &n).await?;
        if wanted.iter().all(|w| w.notice_id.as_ref() == Some(&n.id) || w.notice_state == Some(NoticeState::Issued)) {
            d.state = DialogueState::Concluded;
            dialogue::save(tx, &d).await?;
        }
        for v in views {
            settle::settle(tx, cx, &n, v).await?;
        }
        crate::publishing::open_results(tx, cx, &d, &n).await?;
        unit::bump_version(tx, &n.unit_id).await?;
        staff_search::put(
            tx,
            &StaffDoc {
                kind: "notice",
                reference: &PublicId::from_i64(n.public_id).to_string(),
                unit_id: &n.unit_id,
                subject_id: &n.id,
                title: &n.symbol,
                person: "",
                text: &format!("{} {} {} {}", n.symbol, d.title, d.place, n.assessment),
                on_day: n.signed_on.as_deref().unwrap_or_default(),
            },
        )
        .await?;
        super::log(tx, cx, &n.unit_id, (ApprovalSubject::Notice, &n.id), ApprovalStep::Approved, "").await?;
        tell(tx, cx, &d, &n).await?;
        Ok(NoticeIssued { number: n.number.unwrap_or_default(), symbol: n.symbol, hash: n.hash })
    }
}

/// What was sealed or ended by its own procedure after it had been concluded in the draft is no conclusion any more.
async fn drop_what_left(tx: &mut Tx<'_>, n: &NoticeRow, wanted: &[Wanted], views: &mut Vec<ConclusionView>) -> Result<(), Refusal> {
    for v in views.iter().filter(|v| !wanted.iter().any(|w| w.item.id == v.item.id)) {
        conclusion::remove(tx, &n.id, &v.item.id).await?;
    }
    views.retain(|v| wanted.iter().any(|w| w.item.id == v.item.id));
    Ok(())
}

/// The number: the next of its series, or the one entered where it is free (L9). Both inside this transaction, so that
/// two at once get two numbers and a refused one leaves no gap.
async fn take_number(tx: &mut Tx<'_>, cx: &Cx, n: &mut NoticeRow, signed_on: &str) -> Result<(), Refusal> {
    let body = people::body(tx, &n.body_id).await?.ok_or(Refusal::NotFound("body"))?;
    let style = numbering::style(body.kind);
    let day: Date = signed_on.parse().unwrap_or(cx.today);
    let series = numbering::series(style, day);
    let next = numbering::next(rows::last_number(tx, &n.body_id, series).await?);
    let number = match (n.numbering, n.entered_number) {
        (Numbering::Entered, Some(entered)) => entered,
        _ => next,
    };
    if rows::is_taken(tx, &n.body_id, series, number).await? {
        return Err(Refusal::problem("number", What::NumberTaken { next }));
    }
    n.series = Some(series);
    n.number = Some(number);
    n.signed_on = Some(day.to_string());
    n.symbol = numbering::symbol(style, u32::try_from(number).unwrap_or(u32::MAX), &body.symbol).to_string();
    Ok(())
}

/// From here on the notice and its conclusions do not change.
async fn freeze(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, n: &mut NoticeRow, views: &[ConclusionView]) -> Result<(), Refusal> {
    let minutes_hash = minutes::of_dialogue(tx, &d.id).await?.map(|m| m.hash).unwrap_or_default();
    let today = cx.today_iso();
    let conclusions: Vec<_> =
        views.iter().map(|v| (PublicId::from_i64(v.item.public_id).to_string(), notice::concluded(v, &today))).collect();
    let head = Issued {
        notice: &PublicId::from_i64(n.public_id).to_string(),
        dialogue: &PublicId::from_i64(d.public_id).to_string(),
        symbol: &n.symbol,
        signed_on: n.signed_on.as_deref().unwrap_or_default(),
        signer_name: &n.signer_name,
        signer_post: &n.signer_post,
        assessment: &n.assessment,
        minutes: &minutes_hash,
    };
    n.canonical = canonical(head, &conclusions);
    n.hash = caunoi_domain::dialogue::minutes::hash(&n.canonical);
    n.state = NoticeState::Issued;
    n.issued_at = Some(cx.now_us);
    Ok(())
}

async fn tell(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, n: &NoticeRow) -> Result<(), Refusal> {
    let data = vec![
        ("notice", Datum::Id(PublicId::from_i64(n.public_id).to_string())),
        ("number", Datum::Int(n.number.unwrap_or_default())),
        ("numbering", Datum::Code(n.numbering.code().to_owned())),
        ("signed_on", Datum::Date(n.signed_on.clone().unwrap_or_default())),
        ("notice_sha256", cx.commit(n.canonical.as_bytes())),
    ];
    super::tell(tx, cx, d, "notice.issued", data).await
}
