//! `caunoi import`: an office's own tables. Good rows land, wrong ones come back in FILE.errors.csv; nothing lands twice.

use std::path::{Path, PathBuf};

use caunoi_app::{
    App, Refusal,
    opinion::import_book::{self, Manner, Taken},
};
use caunoi_domain::people::actor::Actor;
use caunoi_papers::sheet;
use caunoi_store::unit;
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failed, beside, say, settings::Settings};
use crate::{
    book_sheet,
    page::{lang::Lang, problems},
};

/// Arguments of `caunoi import`.
#[derive(Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A book of opinions (CSV or XLSX) becomes the triage queue of a commune
    Opinions(Opinions),
}

#[derive(Args)]
struct Opinions {
    /// The book: CSV in UTF-8, or XLSX
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Code of the commune
    #[arg(long, value_name = "CODE", required_unless_present = "template")]
    unit: Option<String>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// All rows or none
    #[arg(long)]
    strict: bool,
    /// Write an empty book with the right columns, and stop
    #[arg(long, value_name = "OUT.xlsx", conflicts_with_all = ["file", "unit"])]
    template: Option<PathBuf>,
}

impl Import {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let What::Opinions(o) = self.what;
        if let Some(out) = &o.template {
            let bytes = book_sheet::template().map_err(|_| Failed::Job("the template cannot be written".to_owned()))?;
            std::fs::write(out, bytes).map_err(|e| Failed::Job(format!("{}: {e}", out.display())))?;
            return say(&out.display().to_string());
        }
        match (&o.file, &o.unit) {
            (Some(file), Some(code)) => o.book(settings, file, code).await,
            _ => Err(Failed::Use("name the book and its commune: caunoi import opinions FILE --unit CODE".to_owned())),
        }
    }
}

impl Opinions {
    async fn book(&self, settings: &Settings, file: &Path, code: &str) -> Result<(), Failed> {
        if !settings.data.is_dir() {
            return Err(Failed::Use(format!("--data {}: there is no installation here; name its folder", settings.data.display())));
        }
        let bytes = std::fs::read(file).map_err(|e| Failed::Use(format!("{}: {e}", file.display())))?;
        let table = sheet::read(&bytes).map_err(|e| Failed::Job(format!("{}: {e}", file.display())))?;
        let (_lock, app) = beside::open(settings).await?;
        let commune = unit::find_current(&mut app.store.read().await?, code).await?;
        let commune = commune.ok_or_else(|| Failed::Use(format!("--unit {code}: no unit has this code; see `caunoi unit show {code}`")))?;
        let manner = Manner { dry_run: self.dry_run, strict: self.strict };
        let taken = import(&app, &commune.id, &table, manner).await.map_err(|e| refused(file, e))?;
        self.report(file, &taken)
    }

    /// The wrong rows beside the book, the identities of a dry run, and one line at the end.
    fn report(&self, file: &Path, taken: &Taken) -> Result<(), Failed> {
        let mut name = file.as_os_str().to_owned();
        name.push(".errors.csv");
        let errors = PathBuf::from(name);
        if taken.wrong.is_empty() {
            // What an earlier try left there is no longer true.
            match std::fs::remove_file(&errors) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(Failed::Job(format!("{}: {e}", errors.display()))),
                _ => {}
            }
        } else {
            std::fs::write(&errors, book_sheet::errors_csv(&taken.wrong)).map_err(|e| Failed::Job(format!("{}: {e}", errors.display())))?;
        }
        if self.dry_run {
            for (row, identity) in &taken.identities {
                say(&format!("row {row}: {identity}"))?;
            }
        }
        let landed = if self.dry_run { "would land" } else { "landed" };
        let refused = taken.refused();
        say(&format!("{} rows: {} {landed}, {} there already, {refused} refused", taken.rows, taken.landed, taken.there))?;
        if refused == 0 {
            return Ok(());
        }
        Err(Failed::Job(format!("{refused} rows were refused: mend them by {} and import the book again", errors.display())))
    }
}

async fn import(app: &App, unit_id: &str, table: &[caunoi_domain::text::table::Row], manner: Manner) -> Result<Taken, Refusal> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} ({eta})") {
        bar.set_style(style);
    }
    let progress = |done: usize, whole: usize| {
        bar.set_length(whole as u64);
        bar.set_position(done as u64);
    };
    let taken = import_book::import(app, &Actor::System, unit_id, table, manner, &progress).await;
    bar.finish_and_clear();
    taken
}

/// Why the book as a whole was not taken, in one line.
fn refused(file: &Path, refusal: Refusal) -> Failed {
    match refusal {
        Refusal::Invalid(all) => {
            let t = Lang::En.words();
            let why: Vec<String> = all.iter().map(|p| problems::say(t, p)).collect();
            Failed::Job(format!("{}: {}", file.display(), why.join("; ")))
        }
        other => other.into(),
    }
}
