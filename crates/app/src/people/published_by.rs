//! What the publication policy of a unit says, where it acts: whether names may be shown, who decides on a text, within
//! which days, from how many opinions on shares are shown.

use caunoi_domain::{
    calendar::due::{Count, due},
    people::{
        actor::Actor,
        publication_policy::{self as rules, Choice},
    },
    problem::What,
    regulation::clock::LimitName,
};
use caunoi_store::{Conn, Look, Tx, publication_policy};
use jiff::civil::Date;

use crate::{context::Cx, refusal::Refusal};

/// What holds in a unit today: what was set, else the default.
///
/// # Errors
/// The store's failure.
pub async fn value(conn: &mut Conn<'_>, unit_id: &str, choice: Choice) -> caunoi_store::Result<i64> {
    value_look(unit_id, choice).alone(conn).await
}

fn value_look(unit_id: &str, choice: Choice) -> Look<i64> {
    publication_policy::value_look(unit_id, choice.code()).map(move |set| set.unwrap_or(choice.default_value()))
}

/// True where a person's name may be published if the person chose so.
///
/// # Errors
/// The store's failure.
pub async fn names_shown(conn: &mut Conn<'_>, unit_id: &str) -> caunoi_store::Result<bool> {
    names_shown_look(unit_id).alone(conn).await
}

/// As [`names_shown`], to be asked for with other nouns.
#[must_use]
pub fn names_shown_look(unit_id: &str) -> Look<bool> {
    value_look(unit_id, Choice::NamesShown).map(|set| set == 1)
}

/// May this officer decide on publication in that unit?
///
/// # Errors
/// The store's failure.
pub async fn decides(conn: &mut Conn<'_>, unit_id: &str, actor: &Actor) -> caunoi_store::Result<bool> {
    decides_look(unit_id, actor).alone(conn).await
}

/// As [`decides`], to be asked for with other nouns.
#[must_use]
pub fn decides_look(unit_id: &str, actor: &Actor) -> Look<bool> {
    let role = actor.officer().map(|o| o.role);
    value_look(unit_id, Choice::HeadDecides).map(move |set| role.is_none_or(|role| rules::decides(set == 1, role)))
}

/// Refuses whoever does not decide on publication there.
pub(crate) async fn allow(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<(), Refusal> {
    if decides(tx, unit_id, &cx.actor).await? { Ok(()) } else { Err(Refusal::problem("", What::HeadDecides)) }
}

/// The ISO day by which publication is decided for what was received on `from`.
pub(crate) async fn decided_by(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, from: Date) -> Result<String, Refusal> {
    let days = value(tx, unit_id, Choice::DecisionDays).await?;
    let by = if days == Choice::DecisionDays.default_value() {
        cx.limits.due(&cx.calendar, from, LimitName::PublicationDecision).0
    } else {
        due(&cx.calendar, from, u32::try_from(days).unwrap_or_default(), Count::Working)
    };
    Ok(by.date.to_string())
}
