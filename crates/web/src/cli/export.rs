//! `caunoi export`: a table for a table program or a program: what is published, or what an account may see.

use std::path::PathBuf;

use caunoi_app::{
    App, Refusal,
    export::{self, Table, Taken},
};
use caunoi_domain::people::actor::Actor;
use caunoi_store::people;
use clap::{Args, ValueEnum, builder::PossibleValuesParser};

use super::{Failed, beside, say, settings::Settings};
use crate::taken_sheet;

/// Arguments of `caunoi export`.
#[derive(Args)]
pub(crate) struct Export {
    /// What to take away
    #[arg(value_parser = PossibleValuesParser::new(Table::ALL.iter().map(|t| t.code())))]
    table: String,
    /// The file's form
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// As this account may see it; without it, what everybody may
    #[arg(long = "as", value_name = "LOGIN")]
    login: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Json,
    /// The register of governing documents only
    Toml,
}

impl Export {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        if !settings.data.is_dir() {
            return Err(Failed::Use(format!("--data {}: there is no installation here; name its folder", settings.data.display())));
        }
        let table: Table = self.table.parse()?;
        let (_lock, app) = beside::open(settings).await?;
        let actor = match &self.login {
            None => None,
            Some(login) => {
                let today = app.clock.today().to_string();
                let officer = people::officer(&mut app.store.read().await?, login, &today).await?;
                let officer = officer
                    .ok_or_else(|| Failed::Use(format!("--as {login}: no account in force has this name; see `caunoi user list`")))?;
                Some(Actor::Officer(officer))
            }
        };
        if matches!(self.format, Format::Toml) {
            return self.toml(&app, actor.as_ref(), table).await;
        }
        let taken = export::take(&app, actor.as_ref(), table).await.map_err(|e| refused(table, e))?;
        let bytes = self.bytes(&taken)?;
        std::fs::write(&self.out, bytes).map_err(|e| Failed::Job(format!("{}: {e}", self.out.display())))?;
        say(&format!("{}: {} rows", self.out.display(), taken.rows.len()))
    }

    /// The register as the file that `caunoi import regulations` takes.
    async fn toml(&self, app: &App, actor: Option<&Actor>, table: Table) -> Result<(), Failed> {
        if table != Table::Regulations {
            return Err(Failed::Use(format!("--format toml: only regulations have such a form; take {table} as csv, xlsx or json")));
        }
        let text = export::regulations_toml(app, actor).await?;
        std::fs::write(&self.out, &text).map_err(|e| Failed::Job(format!("{}: {e}", self.out.display())))?;
        say(&format!("{}: {} documents", self.out.display(), text.matches("[[document]]").count()))
    }

    fn bytes(&self, taken: &Taken) -> Result<Vec<u8>, Failed> {
        match self.format {
            Format::Csv => Ok(taken_sheet::csv(taken).into_bytes()),
            Format::Xlsx => taken_sheet::xlsx(taken).map_err(|_| Failed::Job("the workbook cannot be written".to_owned())),
            Format::Json | Format::Toml => Ok(format!("{}\n", taken_sheet::json(taken)).into_bytes()),
        }
    }
}

fn refused(table: Table, refusal: Refusal) -> Failed {
    match refusal {
        Refusal::NotAllowed(_) => Failed::Use(format!("nothing of {table} is published; name an account that may see it: --as LOGIN")),
        other => other.into(),
    }
}
