//! Minutes are checked by the office before they are signed: whole, or every missing part is named (S1.12).

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, MinutesState},
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{Tx, minutes as rows};

use super::minutes;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Checks minutes.
#[derive(Clone, Copy, Debug)]
pub struct CheckMinutes {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for CheckMinutes {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (d, mut m) = minutes::find(tx, cx, self.dialogue, Action::CheckMinutes).await?;
        if m.state != MinutesState::Draft {
            return Err(Refusal::not_now(m.state));
        }
        let missing = minutes::read(tx, &d, &m).await?.missing();
        if !missing.is_empty() {
            return Err(Refusal::Invalid(missing.into_iter().map(|part| Problem::new("", What::Missing(part))).collect()));
        }
        m.state = MinutesState::Checked;
        rows::save(tx, &m).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Minutes, &m.id), ApprovalStep::Checked, "").await?;
        super::tell(tx, cx, &d, "minutes.checked", Vec::new()).await
    }
}
