//! The office makes a link for the head of a village. The token is derived from the form's own key under the server's
//! key: the same form sent twice shows the same link, and the rows hold its hash only.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx, unit,
    village_link::{self, VillageLinkRow},
};
use jiff::ToSpan as _;

use crate::{
    context::{Cx, Happened, Verb},
    keys::Keys,
    refusal::Refusal,
};

/// Days that a link opens at most.
pub const LASTS_MAX: i64 = 366;

/// The token of a form key: 128 bits.
#[must_use]
pub fn token(keys: &Keys, form_key: &str) -> String {
    let mac = keys.mac("village link", &[form_key.as_bytes()]);
    data_encoding::BASE32_NOPAD.encode(mac.first_chunk::<16>().unwrap_or(&[0; 16])).to_lowercase()
}

/// The hash under which a token finds its link.
#[must_use]
pub(super) fn token_hash(keys: &Keys, token: &str) -> [u8; 32] {
    keys.mac("village link hash", &[token.as_bytes()])
}

/// Makes a link.
#[derive(Clone, Debug)]
pub struct MakeVillageLink {
    /// The commune's id.
    pub unit_id: String,
    /// The village's id.
    pub village_id: String,
    /// Days that it opens.
    pub days: i64,
    /// Its token: the row holds the hash.
    pub token: String,
}

impl Verb for MakeVillageLink {
    /// The link's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::HandOutLinks, Scope::unit(&self.unit_id))?;
        let commune = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let mut problems = Vec::new();
        let village = unit::villages(tx, &commune.id).await?.into_iter().find(|v| v.id == self.village_id);
        if village.is_none() {
            problems.push(Problem::new("village", What::NotAChoice));
        }
        if !(1..=LASTS_MAX).contains(&self.days) {
            problems.push(Problem::new("days", What::Number { min: 1, max: LASTS_MAX }));
        }
        let Some(village) = village.filter(|_| problems.is_empty()) else { return Err(Refusal::Invalid(problems)) };
        let expires_on = cx.today.saturating_add(self.days.days());
        let row = VillageLinkRow {
            id: cx.id(),
            province_id: commune.province_id.clone(),
            unit_id: commune.id.clone(),
            village_id: village.id,
            village: village.name,
            village_to: None,
            expires_on: expires_on.to_string(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
            used_at: None,
            revoked_at: None,
        };
        village_link::add(tx, &row, token_hash(&cx.keys, &self.token)).await?;
        cx.record(
            tx,
            Happened {
                kind: "village_link.made",
                unit_id: &commune.id,
                province_id: &commune.province_id,
                subject_kind: "village_link",
                subject: &row.id,
                data: vec![("village", Datum::Id(row.village_id.clone())), ("expires_on", Datum::date(expires_on))],
            },
        )
        .await?;
        Ok(row.id)
    }
}
