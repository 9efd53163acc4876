//! axe-core on the page where the browser stands: WCAG 2.2 A and AA, and best practice, none excepted.

use serde_json::{Value, json};

use crate::chromium::Browser;

const AXE: &str = include_str!("vendor/axe.min.js");
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .then(r => done(r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.target.join(' ')}: ${n.html.slice(0, 200)}`))))
        .catch(e => done([String(e)]));";

/// What axe-core finds wrong with the page, one line each.
pub async fn findings(b: &Browser) -> Vec<String> {
    b.run(AXE, vec![]).await;
    match b.run_later(RUN, vec![]).await {
        Value::Array(all) => all.iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect(),
        other => vec![json!({ "axe-core answered": other }).to_string()],
    }
}

/// Asserts that axe-core finds nothing wrong with the page, and that it is whole at both widths.
pub async fn axe_clean(b: &Browser, name: &str) {
    b.shot(name).await;
    let found = findings(b).await;
    assert!(found.is_empty(), "{name} ({}): {}", b.path().await, found.join("\n"));
}

mod tests {
    use super::findings;
    use crate::{chromium::Script, site::Site};

    /// The proof of the proof: a planted fault is found.
    #[tokio::test(flavor = "multi_thread")]
    async fn a_planted_fault_is_found() {
        let site = Site::new().await;
        let b = site.visitor(Script::On).await;
        b.go("/dang-nhap").await;
        assert_eq!(findings(&b).await, Vec::<String>::new());
        b.run("document.querySelector('label').remove(); document.documentElement.removeAttribute('lang')", vec![]).await;
        let found = findings(&b).await.join("\n");
        assert!(found.contains("label:") && found.contains("html-has-lang:"), "{found}");
    }
}
