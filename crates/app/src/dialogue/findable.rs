//! The conclusions of an item can be found by everybody while its text is published, and not a moment longer.

use caunoi_domain::opinion::{item::Publication, tracking_code::PublicId};
use caunoi_store::{
    Tx, conclusion,
    item::ItemRow,
    search::{self, Doc},
    unit,
};

use crate::{context::Cx, refusal::Refusal};

/// Puts the issued conclusions of an item into the search, or takes them out, as its publication asks.
pub(crate) async fn renew(tx: &mut Tx<'_>, cx: &Cx, i: &ItemRow) -> Result<(), Refusal> {
    let issued = conclusion::issued_of(tx, &i.id).await?;
    if issued.is_empty() {
        return Ok(());
    }
    let commune = unit::find(tx, &i.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    for c in issued {
        let reference = PublicId::from_i64(c.public_id).to_string();
        if i.publication != Publication::Published {
            search::remove(tx, "conclusion", &reference).await?;
            continue;
        }
        let doc = Doc {
            id: c.public_id,
            kind: "conclusion",
            reference: &reference,
            unit_id: &i.unit_id,
            public: true,
            title: &i.published_title,
            context: &format!("{}, {}", c.symbol, commune.name),
            text: &format!("{} {} {}", i.published_title, c.text, c.symbol),
            weight: 1,
            at: cx.now_us,
        };
        search::put(tx, &doc).await?;
    }
    Ok(())
}
