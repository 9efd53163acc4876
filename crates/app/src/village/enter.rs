//! A link is opened: its token finds the village, and nothing else does. A wrong, an expired and a revoked one look alike.

use caunoi_domain::people::actor::{Actor, VillageHead, head_of_village};
use caunoi_store::{
    Tx,
    village_link::{self, VillageLinkRow},
};

use super::make_link::token_hash;
use crate::{
    context::{App, Cx, Verb},
    people::sign_in::count_try,
    refusal::Refusal,
};

/// Wrong tokens from one address inside the window of [`count_try`].
const WRONG_OF_ADDRESS: i64 = 30;
/// What one link sends inside the window: proofs and opinions.
const SENT_OF_LINK: i64 = 60;
/// A link is marked as used at most so often, microseconds.
const TOUCH_US: i64 = 5 * 60 * 1_000_000;

/// An opened link.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The link.
    pub link: VillageLinkRow,
    /// Who acts by it.
    pub actor: Actor,
}

struct Touch(String);
impl Verb for Touch {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(village_link::touch(tx, &self.0, cx.now_us).await?)
    }
}

/// Opens the link of a token that came from that address.
///
/// # Errors
/// [`Refusal::NotFound`] for a token that opens nothing; [`Refusal::TooMany`]; the store's failure.
pub async fn enter(app: &App, address: &str, token: &str) -> Result<Entered, Refusal> {
    let today = app.clock.today().to_string();
    let found = village_link::open(&mut app.store.read().await?, token_hash(&app.keys, token), &today).await?;
    let Some(link) = found else {
        count_try(app, "village link from", address, WRONG_OF_ADDRESS).await?;
        return Err(Refusal::NotFound("village_link"));
    };
    if link.used_at.is_none_or(|at| app.clock.now_us() - at > TOUCH_US) {
        app.carry_out(&Actor::System, Touch(link.id.clone())).await?;
    }
    let actor = Actor::Village(VillageHead {
        link_id: link.id.clone(),
        unit_id: link.unit_id.clone(),
        village_id: link.village_id.clone(),
        label: head_of_village(&link.village),
    });
    Ok(Entered { link, actor })
}

/// Counts what a link sends, and refuses where it is too much.
///
/// # Errors
/// [`Refusal::TooMany`]; the store's failure.
pub async fn count_sent(app: &App, link: &VillageLinkRow) -> Result<(), Refusal> {
    count_try(app, "village link sends", &link.id, SENT_OF_LINK).await
}
