//! What every handler has at hand, and the listening server.

use std::{ops::Deref, sync::Arc};

use axum::extract::FromRef;
use axum_extra::extract::cookie::Key;
use caunoi_app::App;
use tokio::net::TcpListener;

/// State of the pages, shared: every layer and handler of a request holds it, so that holding it costs one count.
#[derive(Clone)]
pub struct Web(Arc<Parts>);

impl Web {
    /// The state that these parts make.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for Web {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What the pages are made with.
pub struct Parts {
    /// The verbs and their means.
    pub app: App,
    /// The public address, without a slash at its end: receipts and QR codes carry it.
    pub address: String,
    /// Cookies go over TLS only.
    pub secure: bool,
    /// True for the demonstration: every page says so.
    pub demo: bool,
}

impl FromRef<Web> for Key {
    /// The key of sealed cookies (the slip between sending and its receipt).
    fn from_ref(web: &Web) -> Self {
        let a = web.app.keys.mac("cookie", &[b"a"]);
        let b = web.app.keys.mac("cookie", &[b"b"]);
        Self::from(&[a, b].concat())
    }
}

/// Serves until the process is told to stop; what is under way is finished first.
///
/// # Errors
/// The listener's words.
pub async fn serve(listener: TcpListener, web: Web) -> std::io::Result<()> {
    let service = crate::router(web).into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop()).await
}

async fn stop() {
    let interrupt = async {
        if let Err(e) = tokio::signal::ctrl_c().await {
            tracing::warn!(error = %e, "interrupts are not heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut s) => drop(s.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
