//! The worker of what is done beside the pages: round after round as long as the program runs.

use std::time::Duration;

use caunoi_app::{App, rounds::run_due};

/// How long it rests.
const REST: Duration = Duration::from_secs(20);

/// Works until it is dropped. A round that fails is told to the log and tried again.
pub async fn work(app: App) {
    loop {
        if let Err(e) = run_due(&app).await {
            tracing::warn!(error = %e, "a round beside the pages failed");
        }
        tokio::time::sleep(REST).await;
    }
}
