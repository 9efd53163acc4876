//! Trả lời trực tiếp: triage answers at once with result and norm; the person judges as after a dialogue.

use caunoi_domain::{
    opinion::{item::Route, step::Step},
    people::policy::Action,
    problem::{MissingPart, Problem, What},
};
use caunoi_store::{
    Tx,
    triage_ends::{self, AnswerRow},
};

use crate::{
    context::{Cx, Verb},
    followup::resolve,
    opinion::{bench, discreet::Discreet},
    refusal::Refusal,
};

/// Answers an item at once.
#[derive(Clone, Debug)]
pub struct AnswerDirectly {
    /// Public id.
    pub item: i64,
    /// What was done or explained.
    pub result: String,
    /// The norm it rests on.
    pub norm: String,
}

impl Verb for AnswerDirectly {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut i = bench::open_item(tx, cx, Action::Triage, self.item).await?;
        let problems: Vec<Problem> = [("result", &self.result), ("norm", &self.norm)]
            .into_iter()
            .filter(|(_, text)| text.is_empty())
            .map(|(field, _)| Problem::new(field, What::Missing(MissingPart::Evidence)))
            .collect();
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        Discreet::about(tx, &i).await?.check(&[("result", &self.result), ("norm", &self.norm)])?;
        let answer = AnswerRow {
            id: cx.id(),
            item_id: i.id.clone(),
            result: self.result.clone(),
            norm: self.norm.clone(),
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        triage_ends::add_answer(tx, &answer).await?;
        i.route = Route::Direct;
        cx.step(tx, &i.province_id, &i.id, &Step::Answered { result: answer.result.clone(), norm: answer.norm.clone() }).await?;
        let data = vec![("result_sha256", cx.commit(answer.result.as_bytes())), ("norm_sha256", cx.commit(answer.norm.as_bytes()))];
        bench::record(tx, cx, "item.answered", &i, data).await?;
        resolve::resolve(tx, cx, &mut i).await
    }
}
