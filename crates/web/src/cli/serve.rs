//! `caunoi serve`: the service. It refuses to start on a wrong setting, naming it.

use std::{net::SocketAddr, sync::Arc};

use caunoi_app::{Lock, OsRandomness, SystemClock, boot};
use caunoi_store::people;
use clap::Args;

use super::{Failed, demo, mail, migrate, say, settings::Settings};
use crate::{Parts, Web, serve};

/// Arguments of `caunoi serve`.
#[derive(Args)]
pub(crate) struct Serve {
    /// Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080]
    #[arg(long, env = "CAUNOI_LISTEN", value_name = "ADDR", value_parser = super::socket)]
    listen: Option<SocketAddr>,
    /// The public address, as people type it: https://doithoai.example.gov.vn [default: the listening address]
    #[arg(long, env = "CAUNOI_ADDRESS", value_name = "URL")]
    address: Option<String>,
}

impl Serve {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let address = self.address.or_else(|| settings.address.clone()).map(|a| public_address(&a)).transpose()?;
        let database = settings.database()?;
        let _lock = Lock::take(&settings.data)?;
        let (listener, url) = demo::listen(self.listen.or(settings.listen)).await?;
        let address = address.unwrap_or_else(|| url.clone());
        let app = boot::open(&settings.data, &database, Arc::new(SystemClock), Arc::new(OsRandomness)).await?;
        if settings.data.join("demo.json").exists() {
            return Err(Failed::Use(format!(
                "{} holds a demonstration: run `caunoi demo`, or name another folder with --data",
                settings.data.display()
            )));
        }
        migrate::load_units(&app).await?;
        migrate::load_regulations(&app).await?;
        if people::nobody(&mut app.store.read().await?).await? {
            eprintln!(
                "caunoi: nobody can sign in here yet: stop this and run `caunoi init --data {}`, or add an account by `caunoi user add`",
                settings.data.display()
            );
        }
        let mailer = mail::mailer(settings, &address)?;
        say(&format!("ready {url}"))?;
        let secure = address.starts_with("https://");
        // The worker stops with the pages; what it had taken is taken again at the next start.
        let worker = tokio::spawn(crate::mail::work(app.clone(), mailer));
        let rounds = tokio::spawn(crate::rounds::work(app.clone()));
        let served = serve(listener, Web::new(Parts { app, address, secure, demo: false })).await;
        worker.abort();
        rounds.abort();
        Ok(served?)
    }
}

/// A public address: scheme and host, no path.
pub(super) fn public_address(text: &str) -> Result<String, Failed> {
    let wrong = || Failed::Use(format!("--address {text}: write scheme and host only, such as https://doithoai.example.gov.vn"));
    let plain = text.strip_suffix('/').unwrap_or(text);
    let uri: http::Uri = plain.parse().map_err(|_| wrong())?;
    match (uri.scheme_str(), uri.authority()) {
        (Some("http" | "https"), Some(a)) if !a.as_str().contains('@') && plain.ends_with(a.as_str()) => Ok(plain.to_owned()),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_scheme_and_host() {
        for good in ["https://doithoai.example.gov.vn", "http://10.0.0.5:8080/", "http://[::1]:8080"] {
            assert_eq!(public_address(good).ok().unwrap(), good.trim_end_matches('/'));
        }
        for bad in ["doithoai.example.gov.vn", "https://a/b", "ftp://a", "https://u:p@a", "https://a?x=1", ""] {
            assert!(public_address(bad).is_err(), "{bad}");
        }
    }
}
