//! `caunoi import`: an office's own tables. Good rows land, wrong ones come back in FILE.errors.csv; nothing lands twice.

use std::path::{Path, PathBuf};

use caunoi_app::{
    App, Refusal,
    import::{self, Job, Kind, Manner, Taken, landing::Outcome, mapping},
};
use caunoi_domain::{
    import::{Mapping, json},
    people::actor::Actor,
    problem::What,
    text::table::Row,
};
use caunoi_papers::sheet;
use caunoi_store::unit;
use clap::{Args, builder::PossibleValuesParser};
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failed, beside, import_regulations, say, settings::Settings};
use crate::{
    book_sheet,
    page::{lang::Lang, problems},
};

/// Arguments of `caunoi import`.
#[derive(Args)]
pub(crate) struct Import {
    /// What the table holds
    #[arg(value_parser = PossibleValuesParser::new(import::kinds().iter().map(|k| k.word()).chain([import_regulations::WORD])))]
    kind: String,
    /// The table: CSV in UTF-8, XLSX, JSON as it is taken away, or TOML where the kind has such a form
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Code of the unit whose book it is
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Own heads and our columns: TOML of the form "own head" = "column"
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The sheet of the workbook [default: the first]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// All rows or none
    #[arg(long)]
    strict: bool,
    /// Write an empty table with the right columns, and stop
    #[arg(long, value_name = "OUT.xlsx", conflicts_with_all = ["file", "unit"])]
    template: Option<PathBuf>,
}

impl Import {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        if self.kind == import_regulations::WORD {
            return self.regulations(settings).await;
        }
        let kind = import::find(&self.kind).ok_or_else(|| Failed::Use(format!("there is no kind {}", self.kind)))?;
        if let Some(out) = &self.template {
            let bytes = book_sheet::template(kind).map_err(|_| Failed::Job("the template cannot be written".to_owned()))?;
            std::fs::write(out, bytes).map_err(|e| Failed::Job(format!("{}: {e}", out.display())))?;
            return say(&out.display().to_string());
        }
        let Some(file) = &self.file else { return Err(Failed::Use(format!("name the table: caunoi import {} FILE", self.kind))) };
        if kind.of_unit() && self.unit.is_none() {
            return Err(Failed::Use(format!("name the unit whose book it is: caunoi import {} FILE --unit CODE", self.kind)));
        }
        self.table(settings, kind, file).await
    }

    async fn regulations(&self, settings: &Settings) -> Result<(), Failed> {
        match (&self.template, &self.file) {
            (Some(out), _) => import_regulations::template(out),
            (None, Some(file)) => import_regulations::run(settings, file, self.dry_run).await,
            (None, None) => Err(Failed::Use("name the file: caunoi import regulations FILE.toml".to_owned())),
        }
    }

    async fn table(&self, settings: &Settings, kind: &'static dyn Kind, file: &Path) -> Result<(), Failed> {
        if !settings.data.is_dir() {
            return Err(Failed::Use(format!("--data {}: there is no installation here; name its folder", settings.data.display())));
        }
        let named = self.mapping(kind)?;
        let table = rows(kind, file, self.sheet.as_deref())?;
        let (_lock, app) = beside::open(settings).await?;
        let unit_id = match &self.unit {
            None => String::new(),
            Some(code) => {
                let found = unit::find_current(&mut app.store.read().await?, code).await?;
                found.ok_or_else(|| Failed::Use(format!("--unit {code}: no unit has this code; see `caunoi unit show {code}`")))?.id
            }
        };
        let mapping = mapping::saved(&app, &unit_id, kind.word()).await?.under(&named);
        let manner = Manner { dry_run: self.dry_run, strict: self.strict };
        let job = Job { unit_id: &unit_id, table: &table, mapping: &mapping, manner };
        let taken = import(&app, kind, job).await.map_err(|e| refused(file, e))?;
        self.report(kind, file, &taken)
    }

    /// The mapping of the file that was named: it goes before the unit's own that was saved on its page.
    fn mapping(&self, kind: &dyn Kind) -> Result<Mapping, Failed> {
        let Some(path) = &self.mapping else { return Ok(Mapping::default()) };
        let text = std::fs::read_to_string(path).map_err(|e| Failed::Use(format!("--mapping {}: {e}", path.display())))?;
        Mapping::from_toml(kind.columns(), &text).map_err(|e| Failed::Use(format!("--mapping {}: {e}", path.display())))
    }

    /// The wrong rows beside the book, the identities of a dry run, and one line at the end.
    fn report(&self, kind: &dyn Kind, file: &Path, taken: &Taken) -> Result<(), Failed> {
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
            let text = book_sheet::errors_csv(kind, &Outcome::of(taken, book_sheet::reasons));
            std::fs::write(&errors, text).map_err(|e| Failed::Job(format!("{}: {e}", errors.display())))?;
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

/// The rows of the file: a table, or TOML by its name.
fn rows(kind: &dyn Kind, file: &Path, sheet: Option<&str>) -> Result<Vec<Row>, Failed> {
    let named = |e: &dyn std::fmt::Display| Failed::Job(format!("{}: {e}", file.display()));
    let open = std::fs::File::open(file).map_err(|e| Failed::Use(format!("{}: {e}", file.display())))?;
    let bytes = sheet::bytes(open).map_err(|e| named(&e))?;
    let called = |form: &str| file.extension().is_some_and(|e| e.eq_ignore_ascii_case(form));
    if called("toml") || called("json") {
        let text = std::str::from_utf8(&bytes).map_err(|e| named(&e))?;
        let read = if called("json") { json::rows(kind.columns(), text) } else { kind.rows_of_toml(text) };
        return read.map_err(|_| named(&"it is not of this kind's form; see docs/formats"));
    }
    sheet::read_sheet(&bytes, sheet).map_err(|e| named(&e))
}

async fn import(app: &App, kind: &dyn Kind, job: Job<'_>) -> Result<Taken, Refusal> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} ({eta})") {
        bar.set_style(style);
    }
    let progress = |done: usize, whole: usize| {
        bar.set_length(whole as u64);
        bar.set_position(done as u64);
    };
    let taken = kind.import(app, &Actor::System, job, &progress).await;
    bar.finish_and_clear();
    taken
}

/// Why the book as a whole was not taken, in one line.
fn refused(file: &Path, refusal: Refusal) -> Failed {
    match refusal {
        Refusal::Invalid(all) => {
            let t = Lang::En.words();
            let why: Vec<String> = all.iter().map(|p| problems::say(t, p)).collect();
            let heads = all.iter().any(|p| matches!(p.what, What::NoSuchColumn { .. }));
            let how = if heads { " (own heads: --mapping FILE; the template: --template OUT.xlsx)" } else { "" };
            Failed::Job(format!("{}: {}{how}", file.display(), why.join("; ")))
        }
        other => other.into(),
    }
}
