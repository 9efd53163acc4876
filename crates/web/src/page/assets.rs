//! Style, script and mark: embedded, named by what they hold so that a browser may keep them for a year.

use std::sync::LazyLock;

use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use http::header;
use sha2::{Digest as _, Sha256};

use super::{fault::Fault, light::light};
use crate::Web;

struct Asset {
    name: &'static str,
    media: &'static str,
    bytes: &'static [u8],
}

const TOKENS: &str = include_str!("../../assets/tokens.css");
const COMPONENTS: &str = include_str!("../../assets/components.css");
const DESK: &str = include_str!("../../assets/desk.js");
const DRAFT: &str = include_str!("../../assets/draft.js");
const MARK: &str = include_str!("../../assets/mark.svg");

static STYLE: LazyLock<String> = LazyLock::new(|| light(&format!("{TOKENS}\n{COMPONENTS}")));
static STYLE_PATH: LazyLock<String> = LazyLock::new(|| named("caunoi", "css", STYLE.as_bytes()));
static DESK_PATH: LazyLock<String> = LazyLock::new(|| named("desk", "js", DESK.as_bytes()));

static DRAFT_PATH: LazyLock<String> = LazyLock::new(|| named("draft", "js", DRAFT.as_bytes()));

fn named(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
    format!("/tai-nguyen/{stem}-{}.{ending}", hash.get(..12).unwrap_or_default())
}

/// Address of the style.
#[must_use]
pub fn style() -> &'static str {
    &STYLE_PATH
}

/// Address of the script of staff pages: keys of queues, nothing that a page needs.
#[must_use]
pub fn desk_script() -> &'static str {
    &DESK_PATH
}

/// Address of the script of staff pages that keeps what is typed; a button does the same without it.
#[must_use]
pub fn draft_script() -> &'static str {
    &DRAFT_PATH
}

/// The assets' addresses.
pub fn routes() -> Router<Web> {
    Router::new().route("/tai-nguyen/{name}", get(serve))
}

async fn serve(Path(name): Path<String>) -> Result<Response, Fault> {
    let all = [
        Asset { name: STYLE_PATH.rsplit('/').next().unwrap_or_default(), media: "text/css; charset=utf-8", bytes: STYLE.as_bytes() },
        Asset { name: DESK_PATH.rsplit('/').next().unwrap_or_default(), media: "text/javascript; charset=utf-8", bytes: DESK.as_bytes() },
        Asset { name: DRAFT_PATH.rsplit('/').next().unwrap_or_default(), media: "text/javascript; charset=utf-8", bytes: DRAFT.as_bytes() },
        Asset { name: "mark.svg", media: "image/svg+xml", bytes: MARK.as_bytes() },
    ];
    let found = all.iter().find(|a| a.name == name).ok_or(Fault::NotFound)?;
    let keep = if found.name == "mark.svg" { "public, max-age=86400" } else { "public, max-age=31536000, immutable" };
    Ok(([(header::CONTENT_TYPE, found.media), (header::CACHE_CONTROL, keep)], found.bytes).into_response())
}
