//! The person says at the counter whether the matter is solved, and a clerk writes it down. The person brings the code;
//! the second secret stays theirs. Such a verdict is marked, and counted apart.

use caunoi_domain::{
    followup::VerdictChannel,
    opinion::{item::Standing, tracking_code::TrackingCode},
    people::{
        actor::Actor,
        policy::{Action, Scope},
    },
};
use caunoi_store::{Tx, opinion};

use crate::{
    context::{App, Cx, Verb},
    followup::judge::{Parsed, Said, asked, take},
    opinion::receipt,
    refusal::Refusal,
};

/// Writes down a verdict given at the counter.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `verdict`, `reason`; why it was not taken.
pub async fn record(app: &App, clerk: &Actor, code: TrackingCode, said: &Said) -> Result<Standing, Refusal> {
    let mut problems = Vec::new();
    let parsed = said.parse(&mut problems).filter(|_| problems.is_empty()).ok_or(Refusal::Invalid(problems))?;
    let code_hash = receipt::code_hash(&app.keys, code);
    app.carry_out_once(clerk, &said.key(), RecordCounterVerdict { code_hash, parsed }).await
}

#[derive(Debug)]
struct RecordCounterVerdict {
    code_hash: [u8; 32],
    parsed: Parsed,
}

impl Verb for RecordCounterVerdict {
    type Done = Standing;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Standing, Refusal> {
        let (opinion_id, _) = opinion::by_code(tx, self.code_hash).await?.ok_or(Refusal::NotFound("code"))?;
        let of = opinion::find(tx, &opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
        cx.allow(Action::TellResult, Scope::unit(&of.unit_id))?;
        let mut item = asked(tx, &opinion_id, &self.parsed).await?;
        take(tx, cx, &mut item, &self.parsed, VerdictChannel::Counter).await
    }
}
