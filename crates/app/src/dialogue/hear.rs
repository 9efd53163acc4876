//! An item is heard in the hall: what an entry of the minutes does to the item it is about, and takes back where the
//! entry turns out to be about another.

use caunoi_domain::{
    opinion::{
        item::{NextCode, Route, Standing},
        step::Step,
        tracking_code::PublicId,
    },
    problem::What,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx, conclusion,
    dialogue::{self, DialogueRow},
    item::{self, ItemRow, Next},
    unit,
};

use super::minutes::held_on;
use crate::{context::Cx, followup::resolve, opinion::discreet::Discreet, refusal::Refusal};

/// The item of that public id as typed, where an entry of this dialogue can be about it: of the same unit, not gone its
/// own way.
pub(super) async fn find(tx: &mut Tx<'_>, d: &DialogueRow, typed: &str) -> Result<ItemRow, Refusal> {
    let not_a_choice = || Refusal::problem("link", What::NotAChoice);
    let id = PublicId::parse(typed).map_err(|_| not_a_choice())?;
    let i = item::find_public(tx, id.to_i64()).await?.ok_or_else(not_a_choice)?;
    if i.unit_id != d.unit_id || i.standing.is_final() { Err(not_a_choice()) } else { Ok(i) }
}

/// An entry with this answer is about the item: with words in it the item is answered and waits for the conclusion;
/// without, it waits for both. Where a task is open already, its body stays next. Saves the item.
pub(super) async fn hear(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, i: &mut ItemRow, answer: &str, by: &str) -> Result<(), Refusal> {
    i.route = Route::Dialogue;
    if !answer.is_empty() {
        Discreet::about(tx, i).await?.check(&[("answer", answer), ("answered_by", by)])?;
        i.disposed_at.get_or_insert(cx.now_us);
        let heard =
            Step::Heard { dialogue: PublicId::from_i64(d.public_id).to_string(), answered_by: by.to_owned(), answer: answer.to_owned() };
        cx.step(tx, &i.province_id, &i.id, &heard).await?;
    }
    let waits = matches!(i.standing, Standing::Received | Standing::Triaged | Standing::Scheduled | Standing::Heard);
    if waits {
        i.standing = if answer.is_empty() && i.standing != Standing::Heard { Standing::Scheduled } else { Standing::Heard };
        i.next = concluded_by(tx, cx, d).await?;
    }
    item::save(tx, i, cx.now_us).await?;
    unit::bump_version(tx, &i.unit_id).await?;
    Ok(())
}

/// The head concludes: the limit runs from the day on which the dialogue was held.
async fn concluded_by(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow) -> Result<Next, Refusal> {
    let head = dialogue::chairs(tx, &d.id).await?.into_iter().next().map(|c| c.post_name).unwrap_or_default();
    let from = held_on(d).parse().unwrap_or(cx.today);
    let (due, citation) = cx.limits.due(&cx.calendar, from, LimitName::results(d.basis));
    Ok(Next { code: NextCode::Head, actor: head, due_on: Some(due.date.to_string()), basis: citation.to_owned() })
}

/// No entry is about the item any more, which is said on its thread: what belongs to a topic waits for its answer again,
/// what does not goes back to triage. Asked after the entry was saved. Saves the item.
pub(super) async fn let_go(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, item_id: &str) -> Result<(), Refusal> {
    let mut i = item::find(tx, item_id).await?.ok_or(Refusal::NotFound("item"))?;
    if !matches!(i.standing, Standing::Heard | Standing::Scheduled) {
        return Ok(());
    }
    cx.step(tx, &i.province_id, &i.id, &Step::Undone).await?;
    i.disposed_at = None;
    if conclusion::wanted(tx, &d.id).await?.iter().any(|w| w.item.id == i.id) {
        i.standing = Standing::Scheduled;
        i.next = concluded_by(tx, cx, d).await?;
    } else {
        let (due_on, basis) = cx.due(LimitName::PersonNotice);
        i.route = Route::None;
        i.standing = Standing::Triaged;
        i.next = Next { code: NextCode::Office, actor: resolve::office(tx, &i.unit_id).await?, due_on: Some(due_on), basis };
    }
    item::save(tx, &i, cx.now_us).await?;
    unit::bump_version(tx, &i.unit_id).await?;
    Ok(())
}
