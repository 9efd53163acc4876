//! Links of the demonstration, as `demo.json` lists them: the phone link of one village.

use caunoi_domain::people::actor::Actor;
use caunoi_store::people;
use serde::{Deserialize, Serialize};

use super::world;
use crate::{
    context::App,
    refusal::Refusal,
    village::{MakeVillageLink, token},
};

/// A link that opens without account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoLink {
    /// `village`
    pub kind: String,
    /// The unit's code.
    pub unit: String,
    /// Whose it is: the village's name.
    pub of: String,
    /// Its path, with the key.
    pub path: String,
}

/// Days that the link opens.
const DAYS: i64 = 180;

/// The clerk of Xã Vân Trạch makes a link for the first village.
///
/// # Errors
/// What refused it.
pub async fn hand_out_links(app: &App) -> Result<Vec<DemoLink>, Refusal> {
    let today = app.clock.today().to_string();
    let clerk = people::officer(&mut app.store.read().await?, "vanthu.vantrach", &today).await?.ok_or(Refusal::NotFound("officer"))?;
    let token = token(&app.keys, &app.token());
    let village_id = world::village(world::VAN_TRACH, 1);
    let verb = MakeVillageLink { unit_id: world::unit(world::VAN_TRACH), village_id, days: DAYS, token: token.clone() };
    app.carry_out(&Actor::Officer(clerk), verb).await?;
    Ok(vec![DemoLink {
        kind: "village".to_owned(),
        unit: world::VAN_TRACH.to_owned(),
        of: "Thôn Bến Gỗ".to_owned(),
        path: format!("/thon/{token}"),
    }])
}
