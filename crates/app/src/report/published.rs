//! What figures and findings share: where a fact was published.

use caunoi_domain::report::figure::Source;
use caunoi_store::{Tx, published};
use sha2::{Digest as _, Sha256};

use crate::refusal::Refusal;

/// Keeps the source; the same source twice is one.
pub(super) async fn keep(tx: &mut Tx<'_>, s: &Source) -> Result<String, Refusal> {
    let mut hash = Sha256::new();
    let day = s.published_on.map(|d| d.to_string()).unwrap_or_default();
    for part in [&s.title, &s.publisher, &day, &s.reference] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let id: String = data_encoding::HEXLOWER.encode(&hash.finalize()).chars().take(32).collect();
    published::put_source(tx, &id, s).await?;
    Ok(id)
}
