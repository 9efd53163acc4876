//! The kit: an installation with the invented communes, users who walk through its pages as a browser without script does.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Router, body::Body};
use caunoi_app::{App, OsRandomness, Refusal, SteppedClock, Verb, boot, demo, people::sign_in};
use caunoi_domain::{people::actor::Actor, problem::What};
use caunoi_testkit::Fresh;
use caunoi_web::{Parts, Web, router};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use jiff::civil::{Date, date};
use tower::ServiceExt as _;

/// Everybody's password in tests.
pub const PASSWORD: &str = "mat-khau-thu-nghiem";

/// An installation under test. Its clock stands until a test moves it.
pub struct Site {
    pub app: App,
    pub clock: Arc<SteppedClock>,
    router: Router,
    fresh: Fresh,
}

impl Site {
    /// With the invented communes; today is Monday, 23/11/2026, 8:00.
    pub async fn new(fresh: Fresh) -> Self {
        let clock = Arc::new(SteppedClock::at(0));
        clock.set_day(date(2026, 11, 23), 8, 0);
        let app = boot::open(fresh.folder.path(), &fresh.database, clock.clone(), Arc::new(OsRandomness)).await.unwrap();
        demo::put_up_world(&app, "2025-07-01", Some(PASSWORD)).await.unwrap();
        let router = router(Web::new(Parts { app: app.clone(), address: "http://caunoi.test".into(), secure: false, demo: true }));
        Self { app, clock, router, fresh }
    }

    /// With the units of one city and nothing else: as before `caunoi init`. Today is Monday, 23/11/2026, 8:00.
    pub async fn empty(fresh: Fresh) -> Self {
        let clock = Arc::new(SteppedClock::at(0));
        clock.set_day(date(2026, 11, 23), 8, 0);
        let app = boot::open(fresh.folder.path(), &fresh.database, clock.clone(), Arc::new(OsRandomness)).await.unwrap();
        let units = caunoi_app::territory::load::LoadUnits { only_province: Some(demo::world::CITY) };
        app.carry_out(&Actor::System, units).await.unwrap();
        let router = router(Web::new(Parts { app: app.clone(), address: "http://caunoi.test".into(), secure: false, demo: false }));
        Self { app, clock, router, fresh }
    }

    /// Where its rows live, for a test that looks at all of them.
    pub fn database(&self) -> &caunoi_store::Database {
        &self.fresh.database
    }

    /// Its data folder.
    pub fn folder(&self) -> &std::path::Path {
        self.fresh.folder.path()
    }

    /// Moves the clock to that day, 8:00.
    pub fn on(&self, day: Date) {
        self.clock.set_day(day, 8, 0);
    }

    /// The officer of that login, for verbs that a test calls itself.
    pub async fn actor(&self, login: &str) -> Actor {
        let token = sign_in::sign_in(&self.app, login, PASSWORD.to_owned()).await.unwrap().unwrap();
        Actor::Officer(sign_in::signed_in(&self.app, &token).await.unwrap().unwrap().officer)
    }

    /// A person with an empty browser.
    pub fn visitor(&self) -> Visitor {
        Visitor { router: self.router.clone(), cookies: BTreeMap::new(), times: times(), alike: false }
    }

    /// An officer of that login, signed in by the form.
    pub async fn officer(&self, login: &str) -> Visitor {
        let mut v = self.visitor();
        let page = v.post("/dang-nhap", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{login} signs in: {}", page.text());
        v
    }
}

/// A browser without script.
pub struct Visitor {
    router: Router,
    cookies: BTreeMap<String, String>,
    times: usize,
    /// All answers to a form sent several times at once have one status.
    alike: bool,
}

/// Forms that are sent once whatever is asked for. Tries of passwords and codes are counted on purpose; a table that is sent
/// waits as a draft for each time; a list of people or of opinions lands once, but only the page of the first tells of it.
const ONE_BY_ONE: [&str; 8] = [
    "/dang-nhap",
    "/dang-xuat",
    "/theo-doi",
    "/doi-mat-khau",
    "/cong-viec/tra-loi-tai-quay",
    "/cong-viec/nhap-so",
    "/cong-viec/dan-bang",
    "/quan-tri/nguoi/nhap",
];

/// How often each form is sent at once: `CAUNOI_TIMES`, for `cargo xtask reliability`; once otherwise.
fn times() -> usize {
    std::env::var("CAUNOI_TIMES").ok().and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// A page as it came.
pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: http::HeaderMap,
    pub html: String,
    /// As it came, for what is no text.
    pub bytes: Vec<u8>,
}

impl Visitor {
    /// The same browser, set to that language.
    pub fn reading(mut self, lang: &str) -> Self {
        self.cookies.insert("lang".to_owned(), lang.to_owned());
        self
    }

    /// Sends a multipart form that breaks off in the middle of its file.
    pub async fn broken_upload(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Page {
        let (kind, mut body) = multipart(fields, &[file]);
        body.truncate(body.len() - file.2.len() / 2 - 40);
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind), body).await
    }

    /// The same browser, whose forms are sent so often at once: by an impatient finger, a bad line, a script. Each of them
    /// is answered as the first: none is refused for what its twin did.
    pub fn pressing(mut self, times: usize) -> Self {
        (self.times, self.alike) = (times, true);
        self
    }

    /// One answer of those that came: all that lead on lead to the same place, or the form did its work twice. Where every
    /// journey is played so, a twin may be told of what the first did (`docs/reliability.md` says by which forms): those
    /// are listed in the log.
    async fn answer(&self, request: Request<Vec<u8>>) -> http::Response<Body> {
        let times = if request.method() == http::Method::POST && !ONE_BY_ONE.contains(&request.uri().path()) { self.times } else { 1 };
        let mut running = tokio::task::JoinSet::new();
        for _ in 0..times {
            let (router, request) = (self.router.clone(), request.clone().map(Body::from));
            running.spawn(async move { router.oneshot(request).await.unwrap() });
        }
        let mut all = running.join_all().await;
        let broken = all.iter().find(|a| a.status().is_server_error()).map(http::Response::status);
        assert_eq!(broken, None, "{} sent {times} times at once", request.uri());
        let to: std::collections::BTreeSet<_> =
            all.iter().filter_map(|a| a.headers().get(header::LOCATION)).map(http::HeaderValue::as_bytes).collect();
        assert!(to.len() < 2, "{} sent {times} times at once leads to {to:?}", request.uri());
        let statuses: std::collections::BTreeSet<u16> = all.iter().map(|a| a.status().as_u16()).collect();
        assert!(!self.alike || statuses.len() == 1, "{} sent {times} times at once is answered by {statuses:?}", request.uri());
        if statuses.len() > 1 {
            eprintln!("TWINS {} {statuses:?}", request.uri().path());
        }
        let best = (0..all.len()).min_by_key(|n| (!all[*n].status().is_redirection(), !all[*n].status().is_success())).unwrap();
        all.swap_remove(best)
    }

    /// Sends a request as it is.
    pub async fn send(&mut self, request: http::request::Builder, body: Vec<u8>) -> Page {
        let cookies = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
        let mut request = request.header(header::HOST, "caunoi.test");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        let response = self.answer(request.body(body).unwrap()).await;
        let (parts, body) = response.into_parts();
        for c in parts.headers.get_all(header::SET_COOKIE) {
            let c = c.to_str().unwrap();
            let (name, value) = c.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() || c.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Page {
            status: parts.status,
            location: parts.headers.get(header::LOCATION).map(|v| v.to_str().unwrap().to_owned()),
            headers: parts.headers,
            html: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.to_vec(),
        }
    }

    /// Opens a page and follows redirects.
    pub async fn get(&mut self, path: &str) -> Page {
        let mut page = self.send(Request::get(path), Vec::new()).await;
        for _ in 0..5 {
            let Some(to) = page.location.clone().filter(|_| page.status.is_redirection()) else { break };
            page = self.send(Request::get(to), Vec::new()).await;
        }
        page
    }

    /// Asks whether the copy of that ETag is still good.
    pub async fn get_if_none_match(&mut self, path: &str, etag: &str) -> Page {
        self.send(Request::get(path).header(header::IF_NONE_MATCH, etag), Vec::new()).await
    }

    /// Opens a page; the redirect is not followed.
    pub async fn get_once(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Vec::new()).await
    }

    /// Sends a form; the redirect is not followed.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form(fields);
        self.send(Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), body.into_bytes()).await
    }

    /// Sends a form and follows where it leads.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post(path, fields).await;
        match page.location.clone() {
            Some(to) if page.status.is_redirection() => self.get(&to).await,
            _ => page,
        }
    }

    /// Presses the button that lands a table, and waits as its page does until it is through.
    pub async fn land(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut page = self.submit(path, fields).await;
        for _ in 0..600 {
            if page.headers.get("refresh").is_none() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            page = self.get(path.trim_end_matches("/nhap")).await;
        }
        page
    }

    /// Sends a multipart form with files (field, file name, bytes); the redirect is not followed.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
        let (kind, body) = multipart(fields, files);
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind), body).await
    }
}

impl Page {
    /// The page's text without markup, spaces folded: what a person reads.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in self.html.chars() {
            match c {
                '<' => {
                    inside = true;
                    out.push(' ');
                }
                '>' => inside = false,
                c if !inside => out.push(c),
                _ => {}
            }
        }
        let out = out.replace("&nbsp;", " ").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&").replace('\u{a0}', " ");
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Asserts that a person reads this here.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text().contains(words), "the page does not say {words:?}: {} {}", self.status, self.text());
        self
    }

    /// Asserts that this stands nowhere in the page, markup included.
    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.html.contains(words), "the page betrays {words:?}");
        self
    }

    /// The value of the (first) form field of that name.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let at = self.html.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name} in {}", self.text()));
        let start = self.html[..at].rfind('<').unwrap();
        let end = at + self.html[at..].find('>').unwrap();
        let tag = &self.html[start..end];
        tag.split_once("value=\"").map(|(_, v)| v.split('"').next().unwrap().to_owned()).unwrap_or_default()
    }

    /// The mark of words that the form to that address carries, empty where it has none; nothing where no form leads there.
    pub fn mark_to(&self, to: &str) -> Option<String> {
        let at = self.html.find(&format!("action=\"{to}\""))?;
        let form = self.html[at..].split("</form>").next().unwrap_or_default();
        let mark = form.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        Some(mark.unwrap_or_default().to_owned())
    }

    /// The target of the first form whose address ends so.
    #[track_caller]
    pub fn link_ending(&self, ending: &str) -> String {
        let forms = self.html.split("action=\"").skip(1).filter_map(|f| f.split('"').next());
        forms.into_iter().find(|f| f.ends_with(ending)).unwrap_or_else(|| panic!("no form to …{ending} in {}", self.text())).to_owned()
    }

    /// The target of the first link or form whose address begins with this.
    #[track_caller]
    pub fn link(&self, prefix: &str) -> String {
        for attribute in ["href=\"", "action=\""] {
            if let Some(at) = self.html.find(&format!("{attribute}{prefix}")) {
                return self.html[at + attribute.len()..].split('"').next().unwrap().to_owned();
            }
        }
        panic!("no link to {prefix}… in {}", self.text())
    }
}

/// The first wrong place of a verb that is refused: its field, empty where the whole is meant, and what is wrong.
pub async fn refused<V: Verb>(site: &Site, actor: &Actor, verb: V) -> (&'static str, What)
where
    V::Done: std::fmt::Debug,
{
    match site.app.carry_out(actor, verb).await {
        Err(Refusal::Invalid(wrong)) => (wrong[0].field, wrong[0].what.clone()),
        other => panic!("{other:?}"),
    }
}

/// Fields as they are sent.
pub fn pairs(all: &[(String, String)]) -> Vec<(&str, &str)> {
    all.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect()
}

/// What the form of that page to an address sends: the session's token, the key under its name where there is one, the mark of
/// the words that it edits, and what is typed.
pub fn filled(page: &Page, to: &str, key: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let carried = |name: &str| if page.html.contains(&format!("name=\"{name}\"")) { page.field(name) } else { String::new() };
    let mut all = vec![("csrf".to_owned(), page.field("csrf")), (key.to_owned(), carried(key))];
    // The mark of the words that stand on the page goes with its form, as it does in a browser.
    if !typed.iter().any(|(name, _)| *name == "seen") {
        all.push(("seen".to_owned(), page.mark_to(to).unwrap_or_else(|| carried("seen"))));
    }
    all.extend(typed.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
    all
}

/// Sends a form of that page and follows where it leads.
pub async fn fill(v: &mut Visitor, page: &Page, to: &str, typed: &[(&str, &str)]) -> Page {
    fill_by(v, page, to, "key", typed).await
}

/// As [`fill`], of a form whose key has a name of its own.
pub async fn fill_by(v: &mut Visitor, page: &Page, to: &str, key: &str, typed: &[(&str, &str)]) -> Page {
    v.submit(to, &pairs(&filled(page, to, key, typed))).await
}

/// As [`fill`], of a form that may carry files.
pub async fn fill_with(v: &mut Visitor, page: &Page, to: &str, typed: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
    let page = v.upload(to, &pairs(&filled(page, to, "key", typed)), files).await;
    match page.location.clone() {
        Some(to) if page.status.is_redirection() => v.get(&to).await,
        _ => page,
    }
}

/// Opens a page, presses its button with these fields, and follows where that leads.
pub async fn press(v: &mut Visitor, on: &str, to: &str, typed: &[(&str, &str)]) -> Page {
    let page = v.get(on).await;
    fill(v, &page, to, typed).await
}

/// As [`press`], of a form whose key has a name of its own.
pub async fn press_by(v: &mut Visitor, on: &str, to: &str, key: &str, typed: &[(&str, &str)]) -> Page {
    let page = v.get(on).await;
    fill_by(v, &page, to, key, typed).await
}

/// As [`press`]; the redirect is not followed.
pub async fn press_once(v: &mut Visitor, on: &str, to: &str, typed: &[(&str, &str)]) -> Page {
    let page = v.get(on).await;
    v.post(to, &pairs(&filled(&page, to, "key", typed))).await
}

fn multipart(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> (String, Vec<u8>) {
    const B: &str = "----caunoi-kit";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{B}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, file, bytes) in files {
        body.extend(format!("--{B}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{B}--\r\n").bytes());
    (format!("multipart/form-data; boundary={B}"), body)
}

pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect::<Vec<_>>().join("&")
}

fn encode(s: &str) -> String {
    s.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-_.~".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect()
}
