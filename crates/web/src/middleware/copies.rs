//! Pages that everybody may read are made once for what stands in the rows, and given again while it stands
//! ([`caunoi_store::public_change`]). They carry a strong ETag of their bytes: a browser asks whether its own copy is
//! still good, and gets 304 and no bytes where it is. No cookie is set on them.
//!
//! A debug build makes each page anew all the same and compares: a page that depends on anything but rows, day,
//! language and address, or a change that does not move the mark, fails there and in every test.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest as _, Sha256};

use crate::{
    Web,
    page::{fault::Fault, lang::Lang},
};

/// Bytes that all copies take together.
const ROOM: u64 = 24 * 1024 * 1024;
/// A longer address is not kept: it is nobody's link.
const LONGEST_ADDRESS: usize = 512;
/// About how many copies the room holds.
const COPIES: usize = 1_500;

/// The copies of one server.
#[derive(Clone)]
pub struct Copies {
    web: Web,
    held: Arc<Cache<Key, Arc<Copy>, Weight>>,
}

/// What a page depends on besides the rows.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    day: jiff::civil::Date,
    english: bool,
    address: Box<str>,
}

struct Copy {
    /// What stood in the rows before it was made.
    mark: String,
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Copy>> for Weight {
    fn weight(&self, key: &Key, copy: &Arc<Copy>) -> u64 {
        u64::try_from(key.address.len() + copy.body.len() + 1024).unwrap_or(u64::MAX)
    }
}

impl Copies {
    /// No copy yet.
    #[must_use]
    pub fn of(web: &Web) -> Self {
        Self { web: web.clone(), held: Arc::new(Cache::with_weighter(COPIES, ROOM, Weight)) }
    }

    fn key(&self, request: &Request) -> Option<Key> {
        let address = request.uri().path_and_query()?.as_str();
        (address.len() <= LONGEST_ADDRESS).then(|| Key {
            day: self.web.app.clock.today(),
            english: Lang::of(request.uri(), request.headers()) == Lang::En,
            address: address.into(),
        })
    }
}

/// Answers with a good copy, or makes the page and keeps it.
pub async fn answer(State(copies): State<Copies>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let held = request.headers().get(header::IF_NONE_MATCH).cloned();
    let Some(key) = copies.key(&request) else {
        return match made(next.run(request).await, String::new()).await {
            Ok(copy) => copy.given(held.as_ref()),
            Err(other) => other,
        };
    };
    let mark = match copies.web.app.store.public_mark().await {
        Ok(mark) => mark,
        Err(e) => return Fault::from(e).into_response(),
    };
    let kept = copies.held.get(&key).filter(|c| c.mark == mark);
    if let Some(copy) = &kept
        && !cfg!(debug_assertions)
    {
        return copy.given(held.as_ref());
    }
    // The mark was read before the page is: what changes in between makes the copy old, never wrong.
    match made(next.run(request).await, mark).await {
        Ok(fresh) => {
            if let Some(copy) = kept
                && !copies.same(&copy, &fresh, &key).await
            {
                return Fault::Broken.into_response();
            }
            let fresh = Arc::new(fresh);
            copies.held.insert(key, Arc::clone(&fresh));
            fresh.given(held.as_ref())
        }
        Err(other) => other,
    }
}

impl Copies {
    /// Whether a copy that passes for good is what the page would be; true where something changed meanwhile.
    async fn same(&self, copy: &Copy, fresh: &Copy, key: &Key) -> bool {
        let good = copy.body == fresh.body || self.web.app.store.public_mark().await.is_ok_and(|now| now != copy.mark);
        if !good {
            tracing::error!(address = %key.address, "a kept page is not what its rows give");
        }
        good
    }
}

/// The answer as a copy; anything but a page is given through.
async fn made(response: Response, mark: String) -> Result<Copy, Response> {
    if response.status() != StatusCode::OK {
        return Err(response);
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|_| Fault::Broken.into_response())?;
    let digest = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(&body));
    let tag = format!("\"{}\"", digest.get(..22).unwrap_or_default());
    let etag = HeaderValue::from_str(&tag).map_err(|_| Fault::Broken.into_response())?;
    parts.headers.insert(header::ETAG, etag.clone());
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    Ok(Copy { mark, headers: parts.headers, etag, body })
}

impl Copy {
    /// The page, or that the reader's own copy is good.
    fn given(&self, held: Option<&HeaderValue>) -> Response {
        let tag = self.etag.to_str().unwrap_or_default();
        let good = held.and_then(|h| h.to_str().ok()).is_some_and(|h| {
            h.split(',').any(|t| {
                let t = t.trim().trim_start_matches("W/");
                t == tag || t == "*"
            })
        });
        let mut response = if good { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(self.body.clone()).into_response() };
        response.headers_mut().extend(self.headers.iter().map(|(n, v)| (n.clone(), v.clone())));
        if good {
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response.headers_mut().remove(header::CONTENT_TYPE);
        }
        response
    }
}
