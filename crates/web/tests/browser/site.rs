//! The real site on a free port, with the invented communes, on SQLite.

use std::{net::SocketAddr, sync::Arc};

use axum::{Router, body::Body};
use caunoi_app::{App, OsRandomness, SteppedClock, boot, demo, people::sign_in};
use caunoi_domain::people::actor::Actor;
use caunoi_store::{Database, assignment, item};
use caunoi_testkit::Fresh;
use caunoi_web::{Parts, Web, router};
use http::{Request, header};
use http_body_util::BodyExt as _;
use jiff::civil::date;
use tower::ServiceExt as _;

use crate::chromium::{Browser, Script};

/// Everybody's password in tests.
pub const PASSWORD: &str = "mat-khau-thu-nghiem";

/// A page as it was sent, after where it led.
pub struct Fetched {
    pub status: u16,
    /// Empty where it is no page.
    pub html: String,
    /// How many statements it took.
    pub statements: u64,
}

/// A site that listens.
pub struct Site {
    pub app: App,
    pub clock: Arc<SteppedClock>,
    pub address: String,
    router: Router,
    server: tokio::task::JoinHandle<()>,
    /// Where its rows live.
    pub database: Database,
    _fresh: Fresh,
}

impl Site {
    /// With the invented communes; today is Monday, 23/11/2026, 8:00.
    pub async fn new() -> Self {
        let fresh = caunoi_testkit::sqlite();
        let clock = Arc::new(SteppedClock::at(0));
        clock.set_day(date(2026, 11, 23), 8, 0);
        caunoi_app::make_sealing_pair(fresh.folder.path()).unwrap();
        let app = boot::open(fresh.folder.path(), &fresh.database, clock.clone(), Arc::new(OsRandomness)).await.unwrap();
        demo::put_up_world(&app, "2025-07-01", Some(PASSWORD)).await.unwrap();
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = router(Web::new(Parts { app: app.clone(), address: address.clone(), secure: false, demo: true }));
        let service = router.clone().into_make_service_with_connect_info::<SocketAddr>();
        let server = tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        Self { app, clock, address, router, server, database: fresh.database.clone(), _fresh: fresh }
    }

    /// As [`Site::new`], with everything that happened in the demonstration; and the codes that people hold.
    pub async fn with_story() -> (Self, Vec<demo::DemoCode>) {
        let site = Self::new().await;
        let codes = demo::play(&site.app).await.unwrap();
        (site, codes)
    }

    /// An officer of that login, signed in by the form.
    pub async fn officer(&self, login: &str) -> Browser {
        let b = self.visitor(Script::On).await;
        self.sign_in(&b, login).await;
        b
    }

    /// A person with an empty browser.
    pub async fn visitor(&self, script: Script) -> Browser {
        Browser::open(&self.address, script).await
    }

    /// A page as it is sent to whoever holds these cookies and reads that language, without a browser.
    pub async fn fetch(&self, path: &str, cookies: &str, lang: &str) -> Fetched {
        let mut at = path.to_owned();
        for _ in 0..6 {
            let request = Request::get(&at).header(header::HOST, "caunoi.test").header(header::COOKIE, format!("lang={lang}; {cookies}"));
            let before = self.app.store.statements();
            let (parts, body) = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
            if let Some(to) = parts.headers.get(header::LOCATION).filter(|_| parts.status.is_redirection()) {
                at = to.to_str().unwrap().to_owned();
                continue;
            }
            let page = parts.headers.get(header::CONTENT_TYPE).is_some_and(|t| t.to_str().unwrap().starts_with("text/html"));
            let bytes = body.collect().await.unwrap().to_bytes();
            let html = if page { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() };
            return Fetched { status: parts.status.as_u16(), html, statements: self.app.store.statements() - before };
        }
        panic!("{path} leads in a circle");
    }

    /// The officer of that login, for verbs between the pages of a journey.
    pub async fn actor(&self, login: &str) -> Actor {
        let token = sign_in::sign_in(&self.app, login, PASSWORD.to_owned()).await.unwrap().unwrap();
        Actor::Officer(sign_in::signed_in(&self.app, &token).await.unwrap().unwrap().officer)
    }

    /// The public id of the one task that an item has.
    pub async fn task_of(&self, item: i64) -> i64 {
        let mut conn = self.app.store.read().await.unwrap();
        let item = item::find_public(&mut conn, item).await.unwrap().unwrap();
        match assignment::of_item(&mut conn, &item.id).await.unwrap().as_slice() {
            [task] => task.public_id,
            all => panic!("{} tasks", all.len()),
        }
    }

    /// Signs an officer in, in a browser that has no session.
    pub async fn sign_in(&self, b: &Browser, login: &str) {
        b.go("/dang-nhap").await;
        b.fill("login", login).await.fill("password", PASSWORD).await.press("Đăng nhập").await;
        for _ in 0..100 {
            if b.path().await != "/dang-nhap" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{login} does not sign in: {}", b.text().await);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}
