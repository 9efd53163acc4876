//! Thu lại ý kiến duyệt: within a day a head takes back a yes that nothing has followed: a dialogue that is not announced,
//! a prepared answer that was not read out. It waits again for a decision; the log keeps both steps. What people were
//! told of (contents, notices, plans, extensions) is not taken back.

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, DialogueState, DraftState},
    people::policy::Action,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, approval, dialogue, prepared_answer};

use super::{answer, is_chair};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// How long a yes can be taken back, microseconds.
pub const TAKE_BACK_US: i64 = 24 * 3_600 * 1_000_000;

/// Takes back one's own yes.
#[derive(Clone, Debug)]
pub enum TakeBack {
    /// To the plan of a dialogue, by its public id.
    Dialogue(i64),
    /// To a prepared answer, by its id.
    Answer(String),
}

impl Verb for TakeBack {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        match self {
            Self::Dialogue(public_id) => {
                let (mut d, _) = super::load_as_chair(tx, cx, *public_id).await?;
                if d.state != DialogueState::Approved {
                    return Err(Refusal::not_now(d.state));
                }
                own_and_fresh(tx, cx, ApprovalSubject::Dialogue, &d.id).await?;
                d.state = DialogueState::Submitted;
                dialogue::save(tx, &d).await?;
                super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), ApprovalStep::TakenBack, "").await?;
                super::tell(tx, cx, &d, "dialogue.approval_taken_back", Vec::new()).await
            }
            Self::Answer(id) => {
                let (mut a, d) = answer::load(tx, id).await?;
                if !is_chair(&cx.actor, &dialogue::chairs(tx, &d.id).await?) {
                    return Err(Refusal::NotAllowed(Action::ApproveDialogue));
                }
                if a.state != DraftState::Approved || d.state > DialogueState::Announced {
                    return Err(Refusal::not_now(a.state));
                }
                own_and_fresh(tx, cx, ApprovalSubject::PreparedAnswer, &a.id).await?;
                a.state = DraftState::Submitted;
                a.at = cx.now_us;
                prepared_answer::save(tx, &a).await?;
                super::log(tx, cx, &d.unit_id, (ApprovalSubject::PreparedAnswer, &a.id), ApprovalStep::TakenBack, "").await?;
                let data = vec![("answer", Datum::Id(a.id.clone()))];
                super::tell(tx, cx, &d, "answer.approval_taken_back", data).await
            }
        }
    }
}

/// The last step on it is the actor's own yes of less than a day ago.
async fn own_and_fresh(tx: &mut Tx<'_>, cx: &Cx, subject: ApprovalSubject, id: &str) -> Result<(), Refusal> {
    let log = approval::of(tx, id).await?;
    let last = log.iter().rev().find(|l| l.row.subject == subject);
    let own = |l: &approval::ApprovalView| {
        l.row.step == ApprovalStep::Approved && l.row.by_user == cx.actor.id() && l.row.at > cx.now_us - TAKE_BACK_US
    };
    if last.is_some_and(own) { Ok(()) } else { Err(Refusal::problem("items", What::CannotUndo)) }
}
