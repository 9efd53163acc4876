//! Invited and present at a dialogue, by group. The same numbers again change nothing.

use caunoi_domain::{dialogue::minutes::Attended, record::event::Datum};
use caunoi_store::{
    Tx,
    attendance::{self, AttendanceRow},
};

use super::minutes;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes the groups in place of those before.
#[derive(Clone, Debug)]
pub struct RecordAttendance {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The groups.
    pub groups: Vec<Attended>,
}

impl Verb for RecordAttendance {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (d, mut m) = minutes::unsigned(tx, cx, self.dialogue).await?;
        let before = attendance::of(tx, &d.id).await?;
        let same = |(g, r): (&Attended, &AttendanceRow)| (&g.label, g.invited, g.present) == (&r.label, r.invited, r.present);
        if before.len() == self.groups.len() && self.groups.iter().zip(&before).all(same) {
            return Ok(());
        }
        minutes::uncheck(tx, &mut m).await?;
        let rows: Vec<AttendanceRow> = self
            .groups
            .iter()
            .map(|g| AttendanceRow { id: cx.id(), label: g.label.clone(), invited: g.invited, present: g.present })
            .collect();
        attendance::replace(tx, &d.id, &rows).await?;
        let sum = |of: fn(&Attended) -> i64| Datum::Int(self.groups.iter().map(of).sum());
        super::tell(tx, cx, &d, "attendance.recorded", vec![("invited", sum(|g| g.invited)), ("present", sum(|g| g.present))]).await
    }
}
