//! The head of minutes and the chair's conclusion are written. What stands there already is not written again.

use caunoi_domain::dialogue::minutes_form::Head;
use caunoi_store::{Tx, minutes as rows};

use super::minutes;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes the head of minutes.
#[derive(Clone, Debug)]
pub struct WriteHead {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// What stands there from now on.
    pub head: Head,
}

impl Verb for WriteHead {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (d, before) = minutes::unsigned(tx, cx, self.dialogue).await?;
        let mut m = before.clone();
        let h = self.head.clone();
        m.opened = h.opened;
        m.closed = h.closed;
        m.secretary = h.secretary;
        m.bodies_present = h.bodies_present;
        m.chair_conclusion = h.conclusion;
        if m == before {
            return Ok(());
        }
        minutes::uncheck(tx, &mut m).await?;
        rows::save(tx, &m).await?;
        super::tell(tx, cx, &d, "minutes.head_written", vec![("conclusion_sha256", cx.commit(m.chair_conclusion.as_bytes()))]).await
    }
}
