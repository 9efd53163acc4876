//! A Chromium of its own for each test: free port, empty profile, nothing left behind.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    path::PathBuf,
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{
    By, WebDriver, WebElement,
    common::{capabilities::desiredcapabilities::DesiredCapabilities, command::FormatRequestData, requestdata::RequestData},
    prelude::*,
    session::handle::SessionHandle,
};

use crate::wire::Wire;

/// How long a page may take to come: so many moments.
const PATIENCE: u32 = 100;
const MOMENT: Duration = Duration::from_millis(100);

/// Whether pages may run scripts: citizens' journeys go without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

/// A browser with one window.
pub struct Browser {
    driver: Option<WebDriver>,
    chromedriver: Child,
    _said: BufReader<ChildStdout>,
    profile: tempfile::TempDir,
    address: String,
}

/// A command of the DevTools protocol through chromedriver.
#[derive(Debug)]
struct DevTools(&'static str, Value);

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &thirtyfour::SessionId) -> RequestData {
        RequestData::new(http::Method::POST, format!("session/{session}/goog/cdp/execute"))
            .add_body(json!({"cmd": self.0, "params": self.1}))
    }
}

impl Browser {
    /// Opens a browser for a site at that address.
    pub async fn open(address: &str, script: Script) -> Self {
        let mut chromedriver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts: run the tests by ./test, which installs it");
        let mut said = BufReader::new(chromedriver.stdout.take().unwrap());
        let port = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|l| l.split_once("successfully on port ").map(|(_, p)| p.trim_end_matches('.').to_owned()))
            .expect("chromedriver says its port");
        let profile = tempfile::Builder::new().prefix("caunoi-chromium-").tempdir().unwrap();
        let mut caps = DesiredCapabilities::chrome();
        for arg in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--lang=vi",
            "--accept-lang=vi",
            &format!("--user-data-dir={}", profile.path().display()),
        ] {
            caps.add_arg(arg).unwrap();
        }
        if script == Script::Off {
            caps.add_experimental_option("prefs", json!({"profile.managed_default_content_settings.javascript": 2})).unwrap();
        }
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), caps)
            .client(Wire)
            .request_timeout(Duration::from_secs(60))
            .await
            .expect("Chromium starts");
        Self { driver: Some(driver), chromedriver, _said: said, profile, address: address.to_owned() }
    }

    pub fn driver(&self) -> &SessionHandle {
        self.driver.as_ref().unwrap().handle()
    }

    fn handle(&self) -> &std::sync::Arc<SessionHandle> {
        self.driver.as_ref().unwrap().handle()
    }

    /// Opens a page of the site.
    pub async fn go(&self, path: &str) -> &Self {
        self.driver().goto(format!("{}{path}", self.address)).await.unwrap();
        self
    }

    /// The path of the page on which the browser stands.
    pub async fn path(&self) -> String {
        self.driver().current_url().await.unwrap().path().to_owned()
    }

    /// The cookies that the browser holds for the page, as it would send them.
    pub async fn cookies(&self) -> String {
        let all = self.driver().get_all_cookies().await.unwrap();
        all.iter().map(|c| format!("{}={}", c.name, c.value)).collect::<Vec<_>>().join("; ")
    }

    /// Goes on as whoever is signed in in another browser, and as nobody else.
    pub async fn take_session_of(&self, other: &Self) {
        self.go("/healthz").await;
        self.driver().delete_all_cookies().await.unwrap();
        for cookie in other.driver().get_all_cookies().await.unwrap() {
            self.driver().add_cookie(cookie).await.unwrap();
        }
    }

    /// Presses keys where the focus is, as a hand on the keyboard does.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> &Self {
        let at = self.handle().find(By::Css(":focus")).await;
        let at = if let Ok(focused) = at { focused } else { self.one("body").await };
        at.send_keys(keys).await.unwrap();
        self
    }

    /// Goes on by Tab until the focus is on an element of this CSS selector.
    pub async fn tab_to(&self, css: &str) -> &Self {
        for _ in 0..PATIENCE {
            let here = self.run("return !!document.activeElement && document.activeElement.matches(arguments[0])", vec![css.into()]).await;
            if here == true {
                return self;
            }
            self.keys("" + Key::Tab).await;
        }
        panic!("{}: Tab never comes to {css}", self.path().await)
    }

    /// What a person reads on the page.
    pub async fn text(&self) -> String {
        // Between two pages the one that is read may go away.
        self.one("body").await.text().await.unwrap_or_default()
    }

    /// Asserts that a person reads this here, when the page has come.
    #[track_caller]
    pub fn says(&self, words: &str) -> impl Future<Output = &Self> {
        let at = std::panic::Location::caller();
        async move {
            let mut text = String::new();
            for _ in 0..PATIENCE {
                text = self.text().await.split_whitespace().collect::<Vec<_>>().join(" ");
                if text.contains(words) {
                    return self;
                }
                tokio::time::sleep(MOMENT).await;
            }
            panic!("{at}: {} does not say {words:?}: {text}", self.path().await)
        }
    }

    /// The one element that a person would take for this CSS selector, when the page has come.
    pub async fn one(&self, css: &str) -> WebElement {
        for _ in 0..PATIENCE {
            if let Ok(found) = self.handle().find(By::Css(css)).await {
                return found;
            }
            tokio::time::sleep(MOMENT).await;
        }
        panic!("{} has no {css}", self.path().await)
    }

    /// Every element of this CSS selector.
    pub async fn all(&self, css: &str) -> Vec<WebElement> {
        self.handle().find_all(By::Css(css)).await.unwrap()
    }

    /// Types into a field by its name, over what stands there.
    pub async fn fill(&self, name: &str, text: &str) -> &Self {
        let field = self.one(&format!("[name=\"{name}\"]")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
        self
    }

    /// Chooses a radio button or ticks a box by its name and value.
    pub async fn choose(&self, name: &str, value: &str) -> &Self {
        self.one(&format!("[name=\"{name}\"][value=\"{value}\"]")).await.click().await.unwrap();
        self
    }

    /// Presses the button or follows the link with these words, when the page has come, and waits until it has gone.
    pub async fn press(&self, words: &str) -> &Self {
        for _ in 0..PATIENCE {
            for element in self.all("main button, main a").await {
                if element.text().await.is_ok_and(|t| t.trim() == words) && element.click().await.is_ok() {
                    return self.gone(&element, words).await;
                }
            }
            tokio::time::sleep(MOMENT).await;
        }
        panic!("{} has no button {words:?}: {}", self.path().await, self.text().await)
    }

    /// Waits until the page of an element has gone: chromedriver does not wait for an answer that is slow to begin.
    async fn gone(&self, element: &WebElement, words: &str) -> &Self {
        for _ in 0..PATIENCE {
            if element.tag_name().await.is_err() {
                return self;
            }
            tokio::time::sleep(MOMENT / 4).await;
        }
        panic!("{}: nothing follows on {words:?}", self.path().await)
    }

    /// Runs a script by WebDriver and answers what it returns.
    pub async fn run(&self, script: &str, args: Vec<Value>) -> Value {
        self.handle().execute(script, args).await.unwrap().json().clone()
    }

    /// As [`Browser::run`], where the answer comes later.
    pub async fn run_later(&self, script: &str, args: Vec<Value>) -> Value {
        self.driver().set_script_timeout(Duration::from_secs(60)).await.unwrap();
        self.handle().execute_async(script, args).await.unwrap().json().clone()
    }

    async fn devtools(&self, command: &'static str, params: Value) -> Value {
        let answer = self.driver().cmd(DevTools(command, params)).await.unwrap();
        answer.value::<Value>().unwrap()
    }

    /// Sets the width of the page in CSS pixels, as on a telephone (360) or a desk (1280).
    pub async fn width(&self, px: u32) -> &Self {
        let screen = json!({"width": px, "height": 800, "deviceScaleFactor": 1, "mobile": px < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        self
    }

    /// How much wider than the window the page is, in CSS pixels: 0 where nobody has to scroll sideways.
    pub async fn overflow(&self) -> i64 {
        let m = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let of = |key: &str, side: &str| m[key][side].as_f64().unwrap_or_default();
        (of("cssContentSize", "width") - of("cssLayoutViewport", "clientWidth")).round() as i64
    }

    /// Keeps a picture of the whole page at both widths, where `CAUNOI_SCREENS` names a folder; asserts at both that
    /// nobody has to scroll sideways.
    pub async fn shot(&self, name: &str) -> &Self {
        for px in [360, 1280] {
            self.width(px).await;
            assert!(self.overflow().await <= 0, "{name} ({}) is wider than a window of {px} px", self.path().await);
            let Some(folder) = std::env::var_os("CAUNOI_SCREENS") else { continue };
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder).unwrap();
            let size = self.devtools("Page.getLayoutMetrics", json!({})).await["cssContentSize"].clone();
            let clip = json!({"x": 0, "y": 0, "width": px, "height": size["height"], "scale": 1});
            let shot = self.devtools("Page.captureScreenshot", json!({"captureBeyondViewport": true, "clip": clip})).await;
            let png = data_encoding::BASE64.decode(shot["data"].as_str().unwrap().as_bytes()).unwrap();
            std::fs::write(folder.join(format!("{name}-{px}.png")), png).unwrap();
        }
        self
    }
}

impl Drop for Browser {
    /// Ends what was started here and nothing else: chromedriver by its id, Chromium by our own profile's name.
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            drop(driver.leak());
        }
        drop(self.chromedriver.kill());
        drop(self.chromedriver.wait());
        let profile = self.profile.path().display().to_string();
        for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
            let ours = std::fs::read(process.path().join("cmdline")).is_ok_and(|c| String::from_utf8_lossy(&c).contains(&profile));
            if ours {
                drop(Command::new("kill").arg("-9").arg(process.file_name()).stderr(Stdio::null()).status());
            }
        }
    }
}
