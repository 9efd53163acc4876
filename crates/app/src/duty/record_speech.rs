//! Ghi thời gian phát biểu: how many minutes people and the chair spoke at a dialogue, as somebody measured it (S3.3).

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{Tx, duty_facts, duty_matters, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Minutes of one side at most.
pub const MINUTES_MAX: u32 = 1_440;

/// Records the time of speech of a dialogue of the own heads; what was recorded before is replaced.
#[derive(Clone, Debug)]
pub struct RecordSpeech {
    /// The unit's id.
    pub unit_id: String,
    /// The dialogue's id.
    pub dialogue: String,
    /// Minutes in which people spoke.
    pub people: u32,
    /// Minutes in which the chair and the bodies spoke.
    pub chair: u32,
}

impl Verb for RecordSpeech {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let year = cx.today.year();
        let bound = duty_facts::bound(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let facts = duty_facts::of(duty_facts::told(tx, &bound.unit_id, year.saturating_sub(1), year).await?, &bound)?;
        if !facts.dialogues.iter().any(|d| d.id == self.dialogue && d.held_on.is_some()) {
            return Err(Refusal::problem("dialogue", What::NotAChoice));
        }
        let mut wrong = Vec::new();
        for (field, n) in [("people", self.people), ("chair", self.chair)] {
            if n > MINUTES_MAX {
                wrong.push(Problem::new(field, What::Number { min: 0, max: i64::from(MINUTES_MAX) }));
            }
        }
        if self.people == 0 && self.chair == 0 {
            wrong.push(Problem::new("people", What::Empty));
        }
        if !wrong.is_empty() {
            return Err(Refusal::Invalid(wrong));
        }
        let (people, chair) = (i64::from(self.people), i64::from(self.chair));
        let by = (cx.actor.id(), cx.actor.label());
        duty_matters::put_speech(tx, &self.dialogue, (people, chair), &cx.today_iso(), by, cx.now_us).await?;
        cx.record(
            tx,
            Happened {
                kind: "ledger.speech_recorded",
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "dialogue",
                subject: &self.dialogue,
                data: vec![("people", Datum::Int(people)), ("chair", Datum::Int(chair))],
            },
        )
        .await
    }
}
