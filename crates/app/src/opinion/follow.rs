//! A person follows by code: the code finds the opinion, and nothing else does. A code that was replaced at the counter
//! says so, and where to ask.

use caunoi_domain::{
    opinion::tracking_code::TrackingCode,
    problem::{Problem, What},
};
use caunoi_store::{code_reissue, opinion};

use crate::{clock::day_of, context::App, opinion::receipt, people::sign_in::count_try, refusal::Refusal};

/// Tries from one address inside the window of [`count_try`]: against load; 80 bits are not guessed.
const TRIES_OF_ADDRESS: i64 = 120;
/// Tries at one code.
const TRIES_OF_CODE: i64 = 40;

/// Finds the opinion of a typed code; answers the code and the opinion's id.
///
/// # Errors
/// [`Refusal::Invalid`] with field `code`, saying exactly what to check; [`Refusal::TooMany`]; the store's failure.
pub async fn follow(app: &App, address: &str, typed: &str) -> Result<(TrackingCode, String), Refusal> {
    let wrong = |what| Refusal::Invalid(vec![Problem::new("code", what)]);
    if typed.trim().is_empty() {
        return Err(wrong(What::Empty));
    }
    let code = TrackingCode::parse(typed).map_err(|e| wrong(What::Code(e)))?;
    count_try(app, "code from", address, TRIES_OF_ADDRESS).await?;
    count_try(app, "code", &code.compact(), TRIES_OF_CODE).await?;
    let hash = receipt::code_hash(&app.keys, code);
    let mut conn = app.store.read().await?;
    if let Some((opinion_id, _)) = opinion::by_code(&mut conn, hash).await? {
        return Ok((code, opinion_id));
    }
    // Only who holds a code that was good once learns that it was replaced: it is not guessed either.
    Err(wrong(match code_reissue::of_old(&mut conn, hash).await? {
        Some((at, place)) => What::CodeReplaced { on: day_of(at).to_string(), place },
        None => What::UnknownCode,
    }))
}
