//! Opening an installation for a command that writes, beside a running server or without one.
//!
//! The engine itself serialises writers (on SQLite the server and the command wait for each other's short transactions),
//! so a command needs no server's help. What must never happen beside a running server is a change of the schema.

use std::sync::Arc;

use caunoi_app::{App, Lock, OsRandomness, SystemClock, boot};
use caunoi_store::Store;

use super::{Failed, settings::Settings};

/// The installation; with its lock where no server runs on it.
pub(crate) async fn open(settings: &Settings) -> Result<(Option<Lock>, App), Failed> {
    let database = settings.database()?;
    let lock = Lock::take_if_free(&settings.data)?;
    if lock.is_none() {
        Store::look(&database).await?;
    }
    Ok((lock, boot::open(&settings.data, &database, Arc::new(SystemClock), Arc::new(OsRandomness)).await?))
}
