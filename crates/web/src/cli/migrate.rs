//! `caunoi migrate`: the schema up to date and the national lists of units loaded.

use std::sync::Arc;

use caunoi_app::{
    App, Lock, OsRandomness, SystemClock, boot, regulation::load, report::load_history::LoadHistory, territory::load::LoadUnits,
};
use caunoi_domain::people::actor::Actor;

use super::{Failed, say, settings::Settings};

/// Brings the installation up to date.
pub(crate) async fn run(settings: &Settings) -> Result<(), Failed> {
    let database = settings.database()?;
    let _lock = Lock::take(&settings.data)?;
    let app = boot::open(&settings.data, &database, Arc::new(SystemClock), Arc::new(OsRandomness)).await?;
    load_units(&app).await?;
    load_regulations(&app).await?;
    say("up to date")
}

/// Registers the documents that ship with the program; loading them again changes nothing.
pub(crate) async fn load_regulations(app: &App) -> Result<(), Failed> {
    load::load_builtin(app).await?;
    Ok(())
}

/// Loads the lists of units and the published history where this edition of them is not there yet.
pub(crate) async fn load_units(app: &App) -> Result<(), Failed> {
    app.carry_out(&Actor::System, LoadUnits::default()).await?;
    app.carry_out(&Actor::System, LoadHistory).await?;
    Ok(())
}
