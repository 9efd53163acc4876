//! Trình công bố: where the publication policy lets a head decide, the office edits the text and lays it before a head, who
//! publishes it as it stands or returns it saying why (P1). The original stays with the office all the while.

use caunoi_domain::{
    dialogue::{
        contents::NOTE_MAX,
        state::{ApprovalStep, ApprovalSubject, DraftState},
    },
    opinion::submission::text,
    people::policy::Action,
};
use caunoi_store::{
    Tx,
    item::ItemRow,
    publication_draft::{self, TextRow},
};

use crate::{
    context::{Cx, Verb},
    opinion::{bench, publish, publish::Publish, restrict::unrestricted},
    people::published_by,
    refusal::Refusal,
};

/// Lays a text before the head, or the next text in its place. The text that waits already is not laid again.
#[derive(Clone, Debug)]
pub struct SubmitText {
    /// Public id of the item.
    pub item: i64,
    /// Title as everybody would read it.
    pub title: String,
    /// Text as everybody would read it.
    pub body: String,
}

impl Verb for SubmitText {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let i = bench::any_item(tx, cx, Action::Publish, self.item).await?;
        unrestricted(tx, &i).await?;
        // What could not be published is not laid before anybody.
        publish::check(tx, &i, (&self.title, &self.body)).await?;
        let waits = publication_draft::find(tx, &i.id).await?.filter(|t| !t.returned);
        if waits.is_some_and(|t| t.title == self.title && t.body == self.body) {
            return Ok(());
        }
        let row = TextRow {
            item_id: i.id.clone(),
            unit_id: i.unit_id.clone(),
            title: self.title.clone(),
            body: self.body.clone(),
            returned: false,
            note: String::new(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        publication_draft::put(tx, &row).await?;
        log(tx, cx, &i, ApprovalStep::Submitted, "").await?;
        // Nothing of it is published yet: public pages stay as they are.
        tx.unseen();
        let data = vec![("title_sha256", cx.commit(self.title.as_bytes())), ("body_sha256", cx.commit(self.body.as_bytes()))];
        bench::record(tx, cx, "item.text_submitted", &i, data).await
    }
}

/// Publishes a text that waits, as it stands.
#[derive(Clone, Copy, Debug)]
pub struct ApproveText {
    /// Public id of the item.
    pub item: i64,
}

impl Verb for ApproveText {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (_, waits) = waiting(tx, cx, self.item).await?;
        Publish { item: self.item, title: waits.title, body: waits.body }.carry_out(tx, cx).await
    }
}

/// Returns a text that waits to the office.
#[derive(Clone, Debug)]
pub struct ReturnText {
    /// Public id of the item.
    pub item: i64,
    /// Why.
    pub note: String,
}

impl Verb for ReturnText {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (i, waits) = waiting(tx, cx, self.item).await?;
        let mut problems = Vec::new();
        let note = text(&self.note, "note", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        publication_draft::give_back(tx, &waits.item_id, &note).await?;
        log(tx, cx, &i, ApprovalStep::Returned, &note).await?;
        tx.unseen();
        bench::record(tx, cx, "item.text_returned", &i, vec![("note_sha256", cx.commit(note.as_bytes()))]).await
    }
}

/// The text that waits, where the actor decides on publication there.
async fn waiting(tx: &mut Tx<'_>, cx: &Cx, item: i64) -> Result<(ItemRow, TextRow), Refusal> {
    let i = bench::any_item(tx, cx, Action::Publish, item).await?;
    published_by::allow(tx, cx, &i.unit_id).await?;
    let waits = publication_draft::find(tx, &i.id).await?.filter(|t| !t.returned);
    let waits = waits.ok_or_else(|| Refusal::not_now(DraftState::Draft))?;
    Ok((i, waits))
}

/// Something else is decided about the matter: a text that waited for a head, or was returned, goes, and the log says so.
pub(super) async fn end(tx: &mut Tx<'_>, cx: &Cx, i: &ItemRow) -> Result<(), Refusal> {
    if publication_draft::end(tx, &i.id).await? {
        log(tx, cx, i, ApprovalStep::Ended, "").await?;
    }
    Ok(())
}

/// These words are published: a text that waited is approved where it reads so; one that was returned, or that reads
/// otherwise, is not.
pub(super) async fn settle(tx: &mut Tx<'_>, cx: &Cx, i: &ItemRow, (title, body): (&str, &str)) -> Result<(), Refusal> {
    match publication_draft::find(tx, &i.id).await? {
        Some(t) if !t.returned && t.title == title && t.body == body => {
            publication_draft::end(tx, &i.id).await?;
            log(tx, cx, i, ApprovalStep::Approved, "").await
        }
        _ => end(tx, cx, i).await,
    }
}

/// Appends a step to the state log of a text (P1).
async fn log(tx: &mut Tx<'_>, cx: &Cx, i: &ItemRow, step: ApprovalStep, note: &str) -> Result<(), Refusal> {
    crate::dialogue::log(tx, cx, &i.unit_id, (ApprovalSubject::Publication, &i.id), step, note).await
}
