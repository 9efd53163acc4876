//! Accounts, sign-in, sessions; bodies, posts and tenures of an office.

pub mod account;
pub mod add_body;
pub mod add_post;
pub mod appoint;
pub mod change_password;
pub mod end_tenure;
pub mod grant_role;
pub mod hand_over_post;
pub mod import_people;
pub mod let_in;
pub mod open_accounts;
pub mod published_by;
pub mod ready;
pub mod rename_body;
pub mod reset_password;
pub mod set_active;
pub mod set_policy;
pub mod set_up;
pub mod sign_in;
pub mod succeed_body;
pub mod take_leave;
pub mod void_tenure;

use caunoi_domain::{
    people::{
        policy::{Action, Scope},
        tenure::{self as rules, Clash, Tenure},
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    tenure::{self, Held},
    unit,
};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The post of that id with everything known of who held it, for an administrator of its unit.
async fn administered(tx: &mut Tx<'_>, cx: &Cx, post_id: &str) -> Result<Held, Refusal> {
    let post = tenure::post(tx, post_id).await?.ok_or(Refusal::NotFound("post"))?;
    cx.allow(Action::Administer, Scope::unit(&post.unit_id))?;
    Ok(tenure::held(tx, post).await?)
}

/// Refuses a tenure that does not stand beside the others of its post.
fn fits(new: &Tenure, held: &Held) -> Result<(), Refusal> {
    rules::fits(new, &held.tenures, &held.leaves).map_err(|clash| match clash {
        Clash::Order => Refusal::problem("to_on", What::DayOutOfOrder),
        Clash::Held { person, from, to } => {
            let to = to.map_or_else(String::new, |d| d.to_string());
            Refusal::problem("from_on", What::PostHeld { person, from: from.to_string(), to })
        }
        Clash::Acting { person } => Refusal::problem("from_on", What::PostActed { person }),
        Clash::NotAway { on } => Refusal::problem("from_on", What::HolderThere { on: on.to_string() }),
    })
}

/// Records something that happened to the people or bodies of a unit.
async fn tell(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit_id: &str,
    kind: &'static str,
    (subject_kind, subject): (&'static str, &str),
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    let province_id = unit::find(tx, unit_id).await?.map_or_else(|| "-".to_owned(), |u| u.province_id);
    cx.record(tx, Happened { kind, unit_id, province_id: &province_id, subject_kind, subject, data }).await
}

/// A line that must be there.
fn needed(text: &str, field: &'static str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Invalid(vec![Problem::new(field, What::Empty)])) } else { Ok(()) }
}
