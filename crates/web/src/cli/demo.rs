//! `caunoi demo`: two invented communes and what happened there, served at once.

use std::{io::Write as _, net::SocketAddr, path::Path, sync::Arc};

use caunoi_app::{
    App, Clock, FixedDay, Lock, OsRandomness, SystemClock, boot,
    demo::{self, DemoAccount, DemoCode, DemoLink},
};
use clap::Args;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Failed, day, mail, say, serve, settings::Settings};
use crate::{Parts, Web};

/// Arguments of `caunoi demo`.
#[derive(Args)]
pub(crate) struct Demo {
    /// Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080]
    #[arg(long, env = "CAUNOI_LISTEN", value_name = "ADDR", value_parser = super::socket)]
    listen: Option<SocketAddr>,
    /// The civil day that the demonstration takes for today
    #[arg(long, env = "CAUNOI_TODAY", value_name = "YYYY-MM-DD")]
    today: Option<String>,
    /// The public address that pages print: https://doithoai.example.gov.vn [default: the listening address]
    #[arg(long, env = "CAUNOI_ADDRESS", value_name = "URL")]
    address: Option<String>,
}

/// `demo.json`: docs/formats/demo-json.md
#[derive(Serialize, Deserialize)]
struct DemoFile {
    url: String,
    accounts: Vec<DemoAccount>,
    codes: Vec<DemoCode>,
    #[serde(default)]
    links: Vec<DemoLink>,
}

impl Demo {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let today: Option<Date> = self.today.as_deref().map(|d| day("--today", d)).transpose()?;
        let clock: Arc<dyn Clock> = match today {
            Some(day) => Arc::new(FixedDay(day)),
            None => Arc::new(SystemClock),
        };
        let address = self.address.or_else(|| settings.address.clone()).map(|a| serve::public_address(&a)).transpose()?;
        let database = settings.database()?;
        let _lock = Lock::take(&settings.data)?;
        let (listener, url) = listen(self.listen.or(settings.listen)).await?;
        caunoi_app::make_sealing_pair(&settings.data)?;
        let app = boot::open(&settings.data, &database, clock, Arc::new(OsRandomness)).await?;
        let path = settings.data.join("demo.json");
        let (accounts, codes, links) = match std::fs::read(&path).ok().and_then(|b| serde_json::from_slice::<DemoFile>(&b).ok()) {
            Some(kept) => {
                super::migrate::load_units(&app).await?;
                (kept.accounts, kept.codes, kept.links)
            }
            None => make(&app, &settings.data).await?,
        };
        keep(&path, &DemoFile { url: url.clone(), accounts, codes, links })?;
        say(&format!("ready {url}"))?;
        let address = address.unwrap_or(url);
        let worker = tokio::spawn(crate::mail::work(app.clone(), mail::folder(settings, &address)?));
        let rounds = tokio::spawn(crate::rounds::work(app.clone()));
        let served = crate::serve(listener, Web::new(Parts { app, address, secure: false, demo: true })).await;
        worker.abort();
        rounds.abort();
        Ok(served?)
    }
}

/// Listens, and the address at which it does.
pub(super) async fn listen(on: Option<SocketAddr>) -> Result<(tokio::net::TcpListener, String), Failed> {
    let on = on.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    let listener = tokio::net::TcpListener::bind(on)
        .await
        .map_err(|e| Failed::Job(format!("cannot listen on {on}: {e}; choose another address with --listen")))?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

async fn make(app: &App, data: &Path) -> Result<(Vec<DemoAccount>, Vec<DemoCode>, Vec<DemoLink>), Failed> {
    if caunoi_store::unit::count(&mut app.store.read().await?).await? > 0 {
        return Err(Failed::Job(format!(
            "{} holds an installation without demo.json, or a demonstration that was cut off while it was made: name another folder with --data, or delete this one",
            data.display()
        )));
    }
    let accounts = demo::put_up_world(app, "2025-07-01", None).await?;
    super::migrate::load_units(app).await?;
    let codes = demo::play(app).await?;
    Ok((accounts, codes, demo::hand_out_links(app).await?))
}

/// Keeps `demo.json` readable by its owner only, whole or not at all.
fn keep(path: &Path, file: &DemoFile) -> Result<(), Failed> {
    let aside = path.with_extension("json.new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&aside)?;
    out.write_all(&serde_json::to_vec_pretty(file)?)?;
    out.sync_all()?;
    std::fs::rename(&aside, path)?;
    Ok(())
}
