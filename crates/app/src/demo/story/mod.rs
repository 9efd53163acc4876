//! What happened in the invented communes: the year plans, the dialogues of every kind and the matters beside them, brought to
//! every stage by the verbs that offices and people call. Days are counted from the demonstration's own today.

mod beside;
mod first;
mod kinds;
mod ledger;
pub(super) mod meeting;
pub(super) mod office;
mod oversight;
pub(super) mod plan;
pub(super) mod proofs;
mod remedies;
mod rules;
mod second;
pub(super) mod stage;
mod tasks;
mod third;
mod waiting;

use super::{DemoCode, chronicle};
use crate::{context::App, refusal::Refusal};
use stage::Stage;

/// Plays everything; answers the codes that people hold.
///
/// # Errors
/// What refused a verb: then the demonstration is not whole and must be made anew.
pub async fn play(app: &App) -> Result<Vec<DemoCode>, Refusal> {
    let mut stage = Stage::set(app).await?;
    let book = chronicle::open(&stage)?;
    rules::play(&stage).await?;
    let planned = chronicle::planned(&stage, &book);
    plan::play(&mut stage, &planned).await?;
    chronicle::play(&mut stage, &book).await?;
    first::play(&mut stage).await?;
    second::play(&mut stage).await?;
    beside::play(&mut stage).await?;
    third::play(&mut stage).await?;
    kinds::play(&mut stage).await?;
    tasks::play(&stage).await?;
    ledger::play(&stage).await?;
    oversight::play(&mut stage).await?;
    waiting::play(&stage).await?;
    remedies::play(&stage).await?;
    stage.codes().await
}
