//! Settings that every command takes: on the command line, as `CAUNOI_*` variables, or in a TOML file, in this order.

use std::{net::SocketAddr, path::PathBuf};

use caunoi_store::Database;
use clap::Args;
use serde::Deserialize;

use super::Failed;

/// Settings as typed.
#[derive(Args)]
pub(crate) struct SettingArgs {
    /// Settings file (TOML): data, database, database_password_file, listen, address, mail_server, mail_from, mail_password_file
    #[arg(long, global = true, env = "CAUNOI_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Data folder [default: ./caunoi-data]
    #[arg(long, global = true, env = "CAUNOI_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// sqlite:FILE or postgres://user@host/name (the password in the file that CAUNOI_DATABASE_PASSWORD_FILE names)
    #[arg(long, global = true, env = "CAUNOI_DATABASE", value_name = "DATABASE")]
    database: Option<String>,
}

/// The settings file. An entry that is not one of these is refused, so that a slip of the pen is not passed over.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    data: Option<PathBuf>,
    database: Option<String>,
    database_password_file: Option<PathBuf>,
    listen: Option<SocketAddr>,
    address: Option<String>,
    mail_server: Option<String>,
    mail_from: Option<String>,
    mail_password_file: Option<PathBuf>,
}

/// Where the installation lies and where it is reached.
pub(crate) struct Settings {
    /// Data folder.
    pub data: PathBuf,
    /// True where a data folder was named.
    pub data_named: bool,
    /// Address to listen on, from the file.
    pub listen: Option<SocketAddr>,
    /// Public address, from the file.
    pub address: Option<String>,
    /// Mail server: `CAUNOI_MAIL_SERVER`, or from the file.
    pub mail_server: Option<String>,
    /// Sender of mails: `CAUNOI_MAIL_FROM`, or from the file.
    pub mail_from: Option<String>,
    /// Password of the mail server: `CAUNOI_MAIL_PASSWORD_FILE`, or from the file.
    pub mail_password_file: Option<PathBuf>,
    database: Option<String>,
    password_file: Option<PathBuf>,
}

impl SettingArgs {
    /// Reads the settings file, if one is named, behind what was typed.
    pub fn read(self) -> Result<Settings, Failed> {
        let file: SettingsFile = match &self.config {
            None => SettingsFile::default(),
            Some(path) => {
                let wrong = |e: &dyn std::fmt::Display| Failed::Use(format!("--config {}: {e}", path.display()));
                let text = std::fs::read_to_string(path).map_err(|e| wrong(&e))?;
                toml::from_str(&text).map_err(|e| wrong(&format!("{} (line {})", e.message(), line_of(&text, &e))))?
            }
        };
        let data = self.data.or(file.data);
        Ok(Settings {
            data_named: data.is_some(),
            data: data.unwrap_or_else(|| PathBuf::from("./caunoi-data")),
            listen: file.listen,
            address: file.address,
            mail_server: std::env::var("CAUNOI_MAIL_SERVER").ok().filter(|s| !s.is_empty()).or(file.mail_server),
            mail_from: std::env::var("CAUNOI_MAIL_FROM").ok().filter(|s| !s.is_empty()).or(file.mail_from),
            mail_password_file: std::env::var_os("CAUNOI_MAIL_PASSWORD_FILE").map(PathBuf::from).or(file.mail_password_file),
            database: self.database.or(file.database),
            password_file: std::env::var_os("CAUNOI_DATABASE_PASSWORD_FILE").map(PathBuf::from).or(file.database_password_file),
        })
    }
}

fn line_of(text: &str, e: &toml::de::Error) -> usize {
    let at = e.span().map_or(0, |s| s.start);
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

impl Settings {
    /// The database: named, or a file in the data folder.
    pub fn database(&self) -> Result<Database, Failed> {
        let Some(text) = &self.database else { return Ok(Database::Sqlite(self.data.join("caunoi.db"))) };
        let database: Database = text.parse().map_err(|e| Failed::Use(format!("--database: {e}")))?;
        match (database, &self.password_file) {
            (Database::Postgres { url, .. }, Some(file)) => {
                let password = std::fs::read_to_string(file)
                    .map_err(|e| Failed::Use(format!("CAUNOI_DATABASE_PASSWORD_FILE: {}: {e}", file.display())))?;
                Ok(Database::Postgres { url, password: Some(password.trim_end_matches(['\r', '\n']).to_owned()) })
            }
            (database, _) => Ok(database),
        }
    }
}
