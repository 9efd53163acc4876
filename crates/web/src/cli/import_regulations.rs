//! `caunoi import regulations FILE.toml`: governing documents with their clauses, all of the file or nothing of it.

use std::path::Path;

use caunoi_app::{
    App,
    duty::preview,
    regulation::load::{self, LoadError},
};
use caunoi_domain::regulation::{file, ledger::preview::Change};

use super::{Failed, beside, say, settings::Settings};

/// The word of the command line.
pub(crate) const WORD: &str = "regulations";

/// A file to begin with: its form and nothing of any place.
const TEMPLATE: &str = include_str!("../../../../data/regulations/mau.toml");

/// Writes an empty file of the right form.
pub(crate) fn template(out: &Path) -> Result<(), Failed> {
    std::fs::write(out, TEMPLATE).map_err(|e| Failed::Job(format!("{}: {e}", out.display())))?;
    say(&out.display().to_string())
}

/// Loads a file; a wrong one changes nothing and is said with file, line, clause and what is expected.
pub(crate) async fn run(settings: &Settings, file: &Path, dry_run: bool) -> Result<(), Failed> {
    if !settings.data.is_dir() {
        return Err(Failed::Use(format!("--data {}: there is no installation here; name its folder", settings.data.display())));
    }
    let bytes = std::fs::read(file).map_err(|e| Failed::Use(format!("{}: {e}", file.display())))?;
    let text = String::from_utf8(bytes).map_err(|_| Failed::Job(format!("{}: write the file in UTF-8", file.display())))?;
    let (_lock, app) = beside::open(settings).await?;
    let loaded = load::load_file(&app, &file.display().to_string(), &text, dry_run).await.map_err(|e| match e {
        LoadError::File(e) => Failed::Job(e.to_string()),
        LoadError::Refused(e) => e.into(),
    })?;
    let would = if dry_run { "would be " } else { "" };
    say(&format!("{} documents {would}registered, {} {would}corrected, {} there already", loaded.new, loaded.corrected, loaded.there))?;
    if dry_run { would_change(&app, file, &text).await } else { Ok(()) }
}

/// Says which duties of this year would change, unit by unit: what the editor of clauses shows.
async fn would_change(app: &App, path: &Path, text: &str) -> Result<(), Failed> {
    let documents = file::parse(&path.display().to_string(), text).map_err(|e| Failed::Job(e.to_string()))?;
    let today = app.clock.today();
    let mut conn = app.store.read().await?;
    let (all, seen) = preview::of_all(&mut conn, &app.calendar(), None, &documents, today.year(), today).await?;
    for c in &all {
        let e = c.extent;
        say(&format!("{}\t{} appear, {} go, {} move, {} stay", c.code, e.appear, e.go, e.moved, e.same))?;
        for change in &c.changes {
            say(&format!("  {}", line(change)))?;
        }
    }
    say(&format!("duties of this year would change in {} of {seen} units with heads", all.len()))
}

fn line(c: &Change) -> String {
    match c {
        Change::Appears(d) => format!("appears\t{}\t{}\t{}", d.due, d.kind, d.id),
        Change::Goes(d) => format!("goes\t{}\t{}\t{}", d.due, d.kind, d.id),
        Change::Moves { before, after } => {
            format!("moves\t{} {} -> {} {}\t{}\t{}", before.due, before.state, after.due, after.state, after.kind, after.id)
        }
    }
}
