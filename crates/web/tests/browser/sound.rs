//! What the page where the browser stands is made of: its HTML as it was sent is well formed, without style or script
//! inside; and what a citizen's browser loads for it stays light.

use serde_json::Value;

use crate::{chromium::Browser, html::faults};

/// What a citizen's first view weighs at most with everything it loads, as it travels.
const BYTES: i64 = 60_000;
/// How many requests it makes at most.
const REQUESTS: i64 = 5;
/// A second look at the same address in either language: what the server sends, before the browser has mended it.
const SENT: &str = "
    const done = arguments[arguments.length - 1];
    fetch(location.href, { headers: { accept: 'text/html', 'accept-language': arguments[0] } }).then(r => r.text()).then(done).catch(e => done(`<${e}`));";
const LOADED: &str = "
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return [all.length, all.reduce((sum, e) => sum + e.encodedBodySize, 0)]";

/// What is wrong with the HTML of the page in either language, one line each.
pub async fn unsound(b: &Browser) -> Vec<String> {
    let mut wrong = Vec::new();
    for lang in ["vi", "en"] {
        match b.run_later(SENT, vec![lang.into()]).await {
            Value::String(html) => wrong.extend(faults(&html).into_iter().map(|f| format!("{lang}: {f}"))),
            other => wrong.push(format!("{lang}: the page was sent as {other}")),
        }
    }
    wrong
}

/// That the page is heavier than a citizen's first view may be; to be asked before anything else is run in it.
pub async fn heavy(b: &Browser) -> Option<String> {
    let loaded = b.run(LOADED, vec![]).await;
    let (requests, bytes) = (loaded[0].as_i64().unwrap_or(i64::MAX), loaded[1].as_i64().unwrap_or(i64::MAX));
    (requests > REQUESTS || bytes > BYTES || bytes == 0).then(|| format!("{requests} requests, {bytes} bytes"))
}

mod tests {
    use super::{heavy, unsound};
    use crate::{chromium::Script, site::Site};

    /// The proof of the proof: what the browser mends silently is seen as it was sent, and a heavy page is weighed.
    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_sent_is_looked_at_and_weighed() {
        let site = Site::new().await;
        let b = site.visitor(Script::On).await;
        b.go("/").await;
        assert_eq!(heavy(&b).await, None, "weighed before anything else is asked of the page");
        assert_eq!(unsound(&b).await, Vec::<String>::new());
        b.run("window.fetch = async () => ({ text: async () => '<p><div style=\"color:red\"></div></p>' })", vec![]).await;
        let found = unsound(&b).await.join("\n");
        assert!(found.contains("<div> inside <p>") && found.contains("has style"), "{found}");
        b.run(
            "const own = performance.getEntriesByType.bind(performance);
               performance.getEntriesByType = k => [...own(k), { encodedBodySize: 70000 }]",
            vec![],
        )
        .await;
        assert!(heavy(&b).await.is_some());
    }
}
