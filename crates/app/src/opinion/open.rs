//! Opening an opinion as given, with who gave it, or one of its files: only the office that it was sent to, and each opening is logged.

use caunoi_domain::{
    opinion::submission::PersonDetails,
    people::policy::{Action, Scope},
};
use caunoi_store::{
    Tx, access_log, file,
    file::FileRow,
    item::{self, ItemRow},
    opinion::{self, OpinionRow},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Opens an opinion by its public id.
#[derive(Clone, Copy, Debug)]
pub struct OpenOpinion {
    /// Public id.
    pub opinion: i64,
}

/// An opinion with everything that belongs to it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The opinion as given.
    pub opinion: OpinionRow,
    /// Who gave it; empty once sealed or erased.
    pub person: PersonDetails,
    /// Its items.
    pub items: Vec<ItemRow>,
    /// Its files, and the scanned papers by which items of it ended.
    pub files: Vec<FileRow>,
}

impl Verb for OpenOpinion {
    type Done = Opened;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Opened, Refusal> {
        let opinion = opinion::find_public(tx, self.opinion).await?.ok_or(Refusal::NotFound("opinion"))?;
        cx.allow(Action::ReadOpinions, Scope::unit(&opinion.unit_id))?;
        access_log::add(tx, &cx.id(), cx.actor.id(), "opinion", &opinion.id, cx.now_us).await?;
        Ok(Opened {
            person: opinion::person(tx, &opinion.id).await?.unwrap_or_default(),
            items: item::of_opinion(tx, &opinion.id).await?,
            files: file::given_and_ended(tx, &opinion.id).await?,
            opinion,
        })
    }
}

/// Opens a file of an opinion, or of a procedural ending, by its public id.
#[derive(Clone, Copy, Debug)]
pub struct OpenFile {
    /// Public id.
    pub file: i64,
}

impl Verb for OpenFile {
    type Done = FileRow;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<FileRow, Refusal> {
        let found = file::find_public(tx, self.file).await?.ok_or(Refusal::NotFound("file"))?;
        cx.allow(Action::ReadOpinions, Scope::unit(&found.unit_id))?;
        if !matches!(found.subject_kind.as_str(), "opinion" | "ending") {
            return Err(Refusal::NotFound("file"));
        }
        access_log::add(tx, &cx.id(), cx.actor.id(), "file", &found.id, cx.now_us).await?;
        Ok(found)
    }
}
