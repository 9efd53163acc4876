//! Links of the demonstration, as `demo.json` lists them: the phone link of one village, and the signed link of a task
//! whose body has nobody who signs in.

use caunoi_domain::people::actor::{Actor, Officer};
use caunoi_store::{
    people,
    task_queue::{self, Whose},
};
use serde::{Deserialize, Serialize};

use super::world;
use crate::{
    context::App,
    followup::task_link::{self, GiveLink},
    refusal::Refusal,
    village::{MakeVillageLink, token},
};

/// A link that opens without account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoLink {
    /// `village`, `task`
    pub kind: String,
    /// The unit's code.
    pub unit: String,
    /// Whose it is: the village's name, the body's name.
    pub of: String,
    /// Its path, with the key.
    pub path: String,
}

/// Days that the link opens.
const DAYS: i64 = 180;

/// The clerk of Xã Vân Trạch makes a link for the first village, and one for the health station's first open task where
/// it has one on that day.
///
/// # Errors
/// What refused it.
pub async fn hand_out_links(app: &App) -> Result<Vec<DemoLink>, Refusal> {
    let today = app.clock.today().to_string();
    let clerk = people::officer(&mut app.store.read().await?, "vanthu.vantrach", &today).await?.ok_or(Refusal::NotFound("officer"))?;
    let token = token(&app.keys, &app.token());
    let village_id = world::village(world::VAN_TRACH, 1);
    let verb = MakeVillageLink { unit_id: world::unit(world::VAN_TRACH), village_id, days: DAYS, token: token.clone() };
    app.carry_out(&Actor::Officer(clerk.clone()), verb).await?;
    let mut all = vec![link("village", "Thôn Bến Gỗ", format!("/thon/{token}"))];
    all.extend(of_task(app, clerk).await?);
    Ok(all)
}

fn link(kind: &str, of: &str, path: String) -> DemoLink {
    DemoLink { kind: kind.to_owned(), unit: world::VAN_TRACH.to_owned(), of: of.to_owned(), path }
}

async fn of_task(app: &App, clerk: Officer) -> Result<Option<DemoLink>, Refusal> {
    let (unit_id, body_id) = (world::unit(world::VAN_TRACH), world::body(world::VAN_TRACH, "tram-y-te"));
    let whose = Whose { unit_id: &unit_id, body_id: &body_id };
    let open = task_queue::open(&mut app.store.read().await?, whose, ("", "9999-12-31"), ("", ""), 1).await?;
    let Some(task) = open.first() else { return Ok(None) };
    let token = task_link::token(&app.keys, task.public_id, &app.token());
    let until = app.clock.today().saturating_add(jiff::Span::new().days(task_link::DAYS));
    let token_hash = task_link::token_hash(&app.keys, &token);
    app.carry_out(&Actor::Officer(clerk), GiveLink { task: task.public_id, until, token_hash }).await?;
    Ok(Some(link("task", &task.body_name, format!("/nhiem-vu/lien-ket/{token}"))))
}
