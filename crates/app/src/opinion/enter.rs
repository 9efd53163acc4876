//! Nhập ý kiến: a clerk enters an opinion for a person, by paper, speech or telephone; one letter may hold several
//! matters, each an item of its own under one code (S0.9).

use caunoi_domain::{
    opinion::triage::Part,
    people::actor::Actor,
    problem::{Problem, What},
};
use caunoi_store::Tx;
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Verb},
    opinion::{
        receipt::{self, Slip},
        submit::{self, Entry, Received, SubmitOpinion},
    },
    refusal::Refusal,
};

/// Enters an opinion for a person.
#[derive(Clone, Debug)]
pub struct EnterOpinion {
    /// As a person would send it.
    pub submit: SubmitOpinion,
    /// The day it arrived.
    pub received_on: Date,
    /// The matters of the letter; none: the text is one matter.
    pub matters: Vec<Part>,
}

/// Enters once for a form key: the same form again gives the same slip, and another text in it is another opinion.
///
/// # Errors
/// Why it was not taken; then nothing of it is kept.
pub async fn enter(app: &App, actor: &Actor, form_key: &str, verb: EnterOpinion) -> Result<(Received, Slip), Refusal> {
    let slip = receipt::slip(&app.keys, &app.key_of(form_key, &verb));
    let verb = EnterOpinion { submit: SubmitOpinion { slip, ..verb.submit }, ..verb };
    Ok((app.carry_out_once(actor, form_key, verb).await?, slip))
}

impl Verb for EnterOpinion {
    type Done = Received;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Received, Refusal> {
        let mut problems = Vec::new();
        if self.received_on > cx.today {
            problems.push(Problem::new("received_on", What::DayOutOfOrder));
        }
        let person = &self.submit.submission.person;
        if self.submit.signed {
            for (field, text) in [("full_name", &person.full_name), ("address", &person.address)] {
                if text.is_empty() {
                    problems.push(Problem::new(field, What::Empty));
                }
            }
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        submit::receive(tx, cx, &self.submit, &Entry { received_on: self.received_on, matters: self.matters.clone(), field: None }).await
    }
}
