//! A person stops the mails about their opinion by the link that each of them carries. The link holds the opinion's
//! public id and a mark that only this server can make; it opens nothing and shows nothing.

use caunoi_domain::opinion::tracking_code::PublicId;
use caunoi_store::{Tx, mail};
use subtle::ConstantTimeEq as _;

use crate::{
    context::{Cx, Verb},
    keys::Keys,
    refusal::Refusal,
};

/// The token of the link that stops mails about the opinion of that public id.
#[must_use]
pub fn stop_token(keys: &Keys, opinion: i64) -> String {
    let mac = keys.mac("mail stop", &[&opinion.to_be_bytes()]);
    let mark = data_encoding::BASE32_NOPAD.encode(mac.get(..16).unwrap_or_default()).to_lowercase();
    format!("{}-{mark}", PublicId::from_i64(opinion))
}

/// The opinion's public id, where the token is one of this server's.
#[must_use]
pub fn stop_token_opens(keys: &Keys, token: &str) -> Option<i64> {
    let opinion = PublicId::parse(token.rsplit_once('-')?.0).ok()?.to_i64();
    bool::from(stop_token(keys, opinion).as_bytes().ct_eq(token.as_bytes())).then_some(opinion)
}

/// No more mails about an opinion. Whoever holds the link may ask for it; it may be asked again.
#[derive(Clone, Debug)]
pub struct StopMail {
    /// The token of the link.
    pub token: String,
}

impl Verb for StopMail {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let opinion = stop_token_opens(&cx.keys, &self.token).ok_or(Refusal::NotFound("link"))?;
        mail::stop(tx, opinion, cx.now_us).await?;
        Ok(())
    }
}
