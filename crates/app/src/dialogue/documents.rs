//! Documents of the information part (S0.8, S4.14): what people can read before they come. Public from the announcement
//! on, each with the day from which it could be read.

use caunoi_domain::{
    dialogue::{contents::TITLE_MAX, state::DialogueState},
    opinion::submission::text,
    people::policy::Action,
    problem::{FileProblem, Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue_document::{self, DocumentRow},
};

use crate::{
    context::{Cx, Verb},
    opinion::upload::{AttachTo, Kept, attach},
    refusal::Refusal,
};

/// Documents of one dialogue at most.
const DOCUMENTS_MAX: usize = 40;

/// Adds a document whose bytes are durable.
#[derive(Clone, Debug)]
pub struct AddDocument {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Title; empty: the file's name.
    pub title: String,
    /// Number and symbol, or empty.
    pub symbol: String,
    /// The file.
    pub file: Option<Kept>,
}

impl Verb for AddDocument {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.state > DialogueState::Concluded {
            return Err(Refusal::not_now(d.state));
        }
        let mut problems = Vec::new();
        let title = text(&self.title, "doc_title", TITLE_MAX, false, &mut problems);
        let symbol = text(&self.symbol, "symbol", TITLE_MAX, false, &mut problems);
        let there = dialogue_document::of(tx, &d.id).await?;
        if there.len() >= DOCUMENTS_MAX {
            problems.push(Problem::new("files", What::File(FileProblem::TooMany { max: DOCUMENTS_MAX })));
        }
        let Some(file) = self.file.as_ref().filter(|_| problems.is_empty()) else {
            problems.push(Problem::new("files", What::File(FileProblem::Missing)));
            return Err(Refusal::Invalid(problems));
        };
        let announced = d.announced_on.is_some();
        let row = DocumentRow {
            id: cx.id(),
            dialogue_id: d.id.clone(),
            seq: there.iter().map(|x| x.document.seq).max().unwrap_or(0) + 1,
            title: if title.is_empty() { file.name.clone() } else { title },
            symbol,
            published_on: announced.then(|| cx.today_iso()),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        dialogue_document::add(tx, &row).await?;
        let to = AttachTo { unit_id: &d.unit_id, kind: "dialogue_document", id: &row.id, public: announced };
        attach(tx, cx, to, std::slice::from_ref(file)).await?;
        super::bump_versions(tx, &d).await?;
        let data = vec![("document", Datum::Id(row.id.clone())), ("file_sha256", cx.commit(file.sha256.as_bytes()))];
        super::tell(tx, cx, &d, "dialogue.document_added", data).await
    }
}

/// Takes a document out that people could not read yet.
#[derive(Clone, Debug)]
pub struct RemoveDocument {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The document's id.
    pub document: String,
}

impl Verb for RemoveDocument {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        let all = dialogue_document::of(tx, &d.id).await?;
        let found = all.iter().find(|x| x.document.id == self.document).ok_or(Refusal::NotFound("document"))?;
        if found.document.published_on.is_some() {
            return Err(Refusal::not_now(d.state));
        }
        dialogue_document::remove(tx, &found.document.id).await?;
        super::tell(tx, cx, &d, "dialogue.document_removed", vec![("document", Datum::Id(self.document.clone()))]).await
    }
}
