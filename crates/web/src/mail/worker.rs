//! The worker beside the pages: round after round as long as the program runs.

use std::{sync::Arc, time::Duration};

use caunoi_app::{
    App,
    outbox::{Mailer, run_due},
};

/// How long it rests where nothing was due.
const REST: Duration = Duration::from_secs(5);

/// Works until it is dropped. A round that fails is told to the log and tried again: what waits stays in the database.
pub async fn work(app: App, mailer: Arc<dyn Mailer>) {
    loop {
        match run_due(&app, &*mailer).await {
            Ok(done) if done.taken() > done.later => continue,
            Ok(_) => {}
            Err(e) => tracing::warn!(error = %e, "mails wait"),
        }
        tokio::time::sleep(REST).await;
    }
}
