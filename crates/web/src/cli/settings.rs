//! Settings that every command takes, also as `CAUNOI_*` variables.

use std::path::PathBuf;

use caunoi_store::Database;
use clap::Args;

use super::Failed;

/// Where the installation lies.
#[derive(Args)]
pub(crate) struct Settings {
    /// Data folder
    #[arg(long, global = true, env = "CAUNOI_DATA", default_value = "./caunoi-data", value_name = "DIR")]
    pub data: PathBuf,
    /// sqlite:FILE or postgres://user@host/name (the password in the file that CAUNOI_DATABASE_PASSWORD_FILE names)
    #[arg(long, global = true, env = "CAUNOI_DATABASE", value_name = "DATABASE")]
    pub database: Option<String>,
}

impl Settings {
    /// The database: named, or a file in the data folder.
    pub fn database(&self) -> Result<Database, Failed> {
        let Some(text) = &self.database else { return Ok(Database::Sqlite(self.data.join("caunoi.db"))) };
        let database: Database = text.parse().map_err(|e| Failed::Use(format!("--database: {e}")))?;
        match (database, std::env::var_os("CAUNOI_DATABASE_PASSWORD_FILE")) {
            (Database::Postgres { url, .. }, Some(file)) => {
                let password = std::fs::read_to_string(&file)
                    .map_err(|e| Failed::Use(format!("CAUNOI_DATABASE_PASSWORD_FILE: {}: {e}", file.display())))?;
                Ok(Database::Postgres { url, password: Some(password.trim_end_matches(['\r', '\n']).to_owned()) })
            }
            (database, _) => Ok(database),
        }
    }
}
