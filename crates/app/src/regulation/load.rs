//! Loading documents from a file: those that ship with the program, or an operator's own. Loading again changes nothing.

use caunoi_domain::{
    people::{actor::Actor, policy::Action},
    regulation::{
        document::Document,
        file::{self, FileError},
    },
};
use caunoi_store::{Tx, regulation};

use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// What became of the documents of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Registered for the first time.
    pub new: usize,
    /// Another version of one that was there.
    pub corrected: usize,
    /// There already, the same.
    pub there: usize,
}

/// Why a file was not loaded; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A wrong place of the file.
    #[error(transparent)]
    File(#[from] FileError),
    /// What refused it.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Loads what ships with the program.
///
/// # Errors
/// Never the files' own for a program that was tested; the store's failure.
pub async fn load_builtin(app: &App) -> Result<Loaded, LoadError> {
    let documents = file::builtin()?;
    Ok(app.carry_out(&Actor::System, LoadRegulations { documents, dry_run: false }).await?)
}

/// Loads a file of documents; with `dry_run` only says what would happen.
///
/// # Errors
/// The first wrong place of the file, with its line.
pub async fn load_file(app: &App, name: &str, text: &str, dry_run: bool) -> Result<Loaded, LoadError> {
    let documents = file::parse(name, text)?;
    let mut conn = app.store.read().await?;
    let mut known = Vec::new();
    for to in documents.iter().flat_map(|d| d.links.iter().map(|l| l.to.as_str())) {
        if regulation::known(&mut conn, to).await?.is_some() {
            known.push(to.to_owned());
        }
    }
    drop(conn);
    if let Some((from, to)) = file::dangling(&documents, &|id| known.iter().any(|k| k == id)) {
        return Err(file::dangling_error(name, text, from, to).into());
    }
    Ok(app.carry_out(&Actor::System, LoadRegulations { documents, dry_run }).await?)
}

impl From<caunoi_store::StoreError> for LoadError {
    fn from(e: caunoi_store::StoreError) -> Self {
        Self::Refused(e.into())
    }
}

/// Loads documents, all or none. What an office keeps itself is not overwritten.
#[derive(Clone, Debug)]
pub struct LoadRegulations {
    /// The documents.
    pub documents: Vec<Document>,
    /// Only say what would happen.
    pub dry_run: bool,
}

impl Verb for LoadRegulations {
    type Done = Loaded;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Loaded, Refusal> {
        if cx.actor != Actor::System {
            return Err(Refusal::NotAllowed(Action::Administer));
        }
        let mut loaded = Loaded::default();
        let mut changed = Vec::new();
        for d in &self.documents {
            match regulation::known(tx, &d.id).await? {
                Some((hash, _, _)) if hash == regulation::hash(d)? => loaded.there += 1,
                Some((_, _, keeper)) if !keeper.is_empty() => return Err(Refusal::NotAllowed(Action::KeepRegulations)),
                Some((_, version, _)) => {
                    loaded.corrected += 1;
                    changed.push((d, version + 1));
                }
                None => {
                    loaded.new += 1;
                    changed.push((d, 1));
                }
            }
        }
        if self.dry_run {
            return Ok(loaded);
        }
        for (d, version) in &changed {
            super::keep(tx, cx, d, "", *version).await?;
        }
        // A document may be linked to before it stands there: its days are written once more when all are.
        for (d, _) in &changed {
            super::renew_spans(tx, d).await?;
        }
        Ok(loaded)
    }
}
