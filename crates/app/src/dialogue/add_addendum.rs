//! An addendum to signed minutes: nothing in them is changed, its hash binds the one before it.

use caunoi_domain::{
    dialogue::{minutes as form, state::MinutesState},
    opinion::{
        secrecy,
        submission::{BODY_MAX, text},
    },
    people::policy::Action,
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    minutes::{self as rows, AddendumRow},
};

use super::minutes;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Adds an addendum.
#[derive(Clone, Debug)]
pub struct AddAddendum {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// What it says, as typed.
    pub text: String,
}

impl Verb for AddAddendum {
    /// Its hash.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let (d, m) = minutes::find(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if m.state != MinutesState::Signed {
            return Err(Refusal::not_now(m.state));
        }
        let mut problems = Vec::new();
        let words = text(&self.text, "addendum", BODY_MAX, true, &mut problems);
        if secrecy::text_is_marked(&words) {
            problems.push(Problem::new("addendum", What::StateSecret));
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let before = rows::addenda(tx, &m.dialogue_id).await?.pop().map_or(m.hash, |last| last.hash);
        let on_day = cx.today_iso();
        let canonical = form::addendum(&before, &on_day, cx.actor.label(), &words);
        let row = AddendumRow {
            id: cx.id(),
            minutes_id: m.id,
            text: words,
            hash: form::hash(&canonical),
            at: cx.now_us,
            on_day,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        rows::add_addendum(tx, &row).await?;
        let data = vec![("addendum", Datum::Id(row.id.clone())), ("addendum_sha256", cx.commit(canonical.as_bytes()))];
        super::tell(tx, cx, &d, "minutes.addendum", data).await?;
        Ok(row.hash)
    }
}
