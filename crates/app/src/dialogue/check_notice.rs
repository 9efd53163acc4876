//! A draft notice is checked by the chief of the office (Chánh Văn phòng) before it is signed (P5): whole, or every
//! missing part is named.

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, NoticeState},
    opinion::tracking_code::PublicId,
    people::{actor::Officer, policy::Action, post::PostKind},
    problem::{MissingPart, Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Conn, Tx, notice as rows,
    people::{self, PostRow},
};

use super::notice;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Checks a draft notice.
#[derive(Clone, Copy, Debug)]
pub struct CheckNotice {
    /// The notice's public id.
    pub notice: i64,
}

impl Verb for CheckNotice {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut n, d) = notice::find(tx, cx, self.notice, Action::CheckNotice).await?;
        let officer = cx.actor.officer().ok_or(Refusal::NotAllowed(Action::CheckNotice))?;
        if !may_check(tx, officer, &n.unit_id, &cx.today_iso()).await? {
            return Err(Refusal::NotAllowed(Action::CheckNotice));
        }
        if n.state != NoticeState::Draft {
            return Err(Refusal::not_now(n.state));
        }
        let (facts, _, _) = notice::load(tx, cx, &d, &n).await?;
        let mut lacks = facts.missing();
        lacks.retain(|l| l.part != MissingPart::NoticePart("check"));
        if !lacks.is_empty() {
            return Err(Refusal::Invalid(lacks.into_iter().map(|l| Problem::new("", What::Missing(l.part))).collect()));
        }
        n.state = NoticeState::Checked;
        rows::save(tx, &n).await?;
        super::log(tx, cx, &n.unit_id, (ApprovalSubject::Notice, &n.id), ApprovalStep::Checked, "").await?;
        let data = vec![("notice", Datum::Id(PublicId::from_i64(n.public_id).to_string()))];
        super::tell(tx, cx, &d, "notice.checked", data).await
    }
}

/// Where somebody holds the post of a chief of the office of that unit on that ISO day, that post checks; otherwise any
/// officer whose role is for it.
///
/// # Errors
/// The store's failure.
pub async fn may_check(conn: &mut Conn<'_>, officer: &Officer, unit_id: &str, on: &str) -> Result<bool, Refusal> {
    Ok(is_checker(officer, &people::posts(conn, unit_id, on).await?))
}

/// The same, among the posts of the unit on the day.
#[must_use]
pub fn is_checker(officer: &Officer, posts: &[PostRow]) -> bool {
    let mut chiefs = posts.iter().filter(|p| p.kind == PostKind::ChiefOfOffice && p.holder.is_some()).peekable();
    chiefs.peek().is_none() || chiefs.any(|p| Some(&p.id) == officer.post_id.as_ref())
}
