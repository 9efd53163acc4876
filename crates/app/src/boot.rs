//! Opening an installation: its folder, keys, files and rows.

use std::{path::Path, sync::Arc};

use caunoi_domain::{calendar::Calendar, regulation::clock::Limits};
use caunoi_store::{Database, Store, blob::Blobs};

use crate::{calendar::LiveCalendar, clock::Clock, context::App, keys::Keys, randomness::Randomness, refusal::Refusal};

/// Opens (or makes) an installation in a data folder.
///
/// # Errors
/// What is wrong with the folder, the key or the database, in words for the operator.
pub async fn open(data: &Path, database: &Database, clock: Arc<dyn Clock>, randomness: Arc<dyn Randomness>) -> Result<App, Refusal> {
    std::fs::create_dir_all(data).map_err(|e| Refusal::Broken(format!("{}: {e}", data.display())))?;
    let keys = Keys::open(data, &*randomness)?;
    let store = Store::open(database).await?;
    let blobs = Blobs::open(&data.join("files"))?;
    let live = LiveCalendar::open(calendar(data)?, &mut store.read().await?).await?;
    let limits = Limits::builtin().map_err(|e| Refusal::Broken(e.to_string()))?;
    let app = App { store, blobs, clock, randomness, keys: Arc::new(keys), live: Arc::new(live), limits: Arc::new(limits) };
    // What a sealing that was cut short left readable.
    crate::opinion::seal::sweep(&app).await?;
    crate::opinion::search_staff::fill(&app).await?;
    Ok(app)
}

/// The working calendar: the office's own `calendar.toml` in its data folder, else the one that ships with the program.
///
/// # Errors
/// Which entry of the office's file is wrong.
pub fn calendar(data: &Path) -> Result<Calendar, Refusal> {
    let file = data.join("calendar.toml");
    match std::fs::read_to_string(&file) {
        Ok(text) => Calendar::from_toml(&text).map_err(|e| Refusal::Broken(format!("{}: {e}", file.display()))),
        Err(e) if matches!(e.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => {
            Calendar::builtin().map_err(|e| Refusal::Broken(e.to_string()))
        }
        Err(e) => Err(Refusal::Broken(format!("{}: {e}", file.display()))),
    }
}
