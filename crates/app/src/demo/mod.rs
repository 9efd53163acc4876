//! The demonstration: two invented communes inside a real city, and what happened there, brought to every stage by
//! calling the verbs, never by writing rows.

mod chronicle;
mod links;
mod story;
pub mod voices;
pub mod world;

use std::sync::Arc;

use caunoi_domain::people::actor::{Actor, Role};
use serde::{Deserialize, Serialize};

use crate::{
    context::App,
    people::account::{self, OpenAccount},
    refusal::Refusal,
    regulation::load,
    territory::load::LoadUnits,
};
pub use links::{DemoLink, hand_out_links};
pub use story::play;
use world::PutUpWorld;

/// An account of the demonstration, as `demo.json` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoAccount {
    /// Role.
    pub role: Role,
    /// Sign-in name.
    pub login: String,
    /// Password, random for each demonstration.
    pub password: String,
    /// The unit's code.
    pub unit: String,
}

/// A code of the demonstration with its second secret, as `demo.json` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoCode {
    /// Tracking code.
    pub code: String,
    /// Second secret.
    pub secret: String,
    /// Where the matter stands.
    pub state: String,
}

/// Loads the lists of units, puts up the invented communes and opens an account for everybody in them, all from that
/// ISO day on. With a `password` (tests) all share it and only the city's units are loaded; otherwise each gets a random one.
///
/// # Errors
/// What refused it.
pub async fn put_up_world(app: &App, from_on: &str, password: Option<&str>) -> Result<Vec<DemoAccount>, Refusal> {
    app.carry_out(&Actor::System, LoadUnits { only_province: password.map(|_| world::CITY) }).await?;
    app.carry_out(&Actor::System, PutUpWorld).await?;
    load::load_builtin(app).await.map_err(|e| Refusal::Broken(e.to_string()))?;
    let shared = match password {
        Some(p) => Some(Arc::<str>::from(account::hash_password(app, p.to_owned()).await?)),
        None => None,
    };
    let mut accounts = Vec::new();
    for seat in world::seats() {
        let (password, password_hash) = match (&shared, password) {
            (Some(hash), Some(p)) => (p.to_owned(), hash.to_string()),
            _ => {
                let p: String = app.token().chars().take(14).collect();
                let hash = account::hash_password(app, p.clone()).await?;
                (p, hash)
            }
        };
        app.carry_out(
            &Actor::System,
            OpenAccount {
                login: seat.login.clone(),
                password_hash,
                must_change: false,
                full_name: seat.full_name.to_owned(),
                role: seat.role,
                unit_id: world::unit(seat.unit_code),
                body_id: world::body(seat.unit_code, seat.body),
                post_id: seat.post.map(|p| world::post(seat.unit_code, p)),
                from_on: from_on.to_owned(),
                paper: String::new(),
            },
        )
        .await?;
        accounts.push(DemoAccount { role: seat.role, login: seat.login, password, unit: seat.unit_code.to_owned() });
    }
    Ok(accounts)
}
