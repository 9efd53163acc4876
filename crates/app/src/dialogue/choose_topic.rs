//! A topic is chosen for a dialogue (S0.6): from an issue or a single item, or from a source named in words; a topic
//! that traces to none says so.

use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source, may_change},
        state::{DraftState, TopicState},
    },
    opinion::{item::Publication, private},
    people::policy::Action,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx, dialogue, item,
    topic::{self, Candidate, NO_SOURCE, TopicRow},
};

use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Candidates looked through at most: more matters than a commune has open at one time.
const CANDIDATES: i64 = 2_000;

/// Chooses a topic. Contents that were approved are a draft again: the chair approves the new whole.
#[derive(Clone, Debug)]
pub struct ChooseTopic {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// What is chosen, and why.
    pub choice: Choice,
}

impl Verb for ChooseTopic {
    /// The topic's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if !may_change(d.state, d.contents_state) {
            return Err(Refusal::not_now(d.state));
        }
        let candidates = topic::candidates(tx, &d.unit_id, &d.id, CANDIDATES).await?;
        let c = &self.choice;
        let found = match &c.source {
            Source::Issue(id) => Some(pick(&candidates, |x| x.issue_id.as_deref() == Some(id))?),
            Source::Item(id) => Some(pick(&candidates, |x| x.item_id.as_deref() == Some(id))?),
            Source::Named(_) | Source::None => None,
        };
        let title = title(tx, c, found).await?;
        // The reason stands on the page of the dialogue and on the thread of everybody who raised it.
        Discreet::default().check(&[("reason", &c.reason)])?;
        let last = topic::of_dialogue(tx, &d.id).await?.iter().map(|t| t.topic.seq).max().unwrap_or(0);
        let row = TopicRow {
            id: cx.id(),
            dialogue_id: d.id.clone(),
            issue_id: found.and_then(|f| f.issue_id.clone()),
            item_id: found.and_then(|f| f.item_id.clone()),
            seq: last + 1,
            title,
            reason: c.reason.clone(),
            source_note: if c.source == Source::None { NO_SOURCE.to_owned() } else { c.source_note.clone() },
            state: TopicState::Proposed,
            at: cx.now_us,
            by_label: cx.actor.label().to_owned(),
        };
        topic::add(tx, &row).await?;
        d.contents_state = DraftState::Draft;
        dialogue::save(tx, &d).await?;
        let data = vec![
            ("topic", Datum::Id(row.id.clone())),
            ("source", Datum::Id(row.issue_id.clone().or_else(|| row.item_id.clone()).unwrap_or_else(|| "-".to_owned()))),
            ("reason_sha256", cx.commit(row.reason.as_bytes())),
        ];
        super::tell(tx, cx, &d, "topic.chosen", data).await?;
        Ok(row.id)
    }
}

/// The title as people will read it: the one given, or the source's own where that is for everybody. A single item's
/// title is the office's until its text is published.
async fn title(tx: &mut Tx<'_>, c: &Choice, found: Option<&Candidate>) -> Result<String, Refusal> {
    let title = match (&c.source, found) {
        _ if !c.title.is_empty() => c.title.clone(),
        (Source::Item(id), _) => {
            let item = item::find(tx, id).await?.ok_or(Refusal::NotFound("item"))?;
            if item.publication == Publication::Published { item.published_title } else { String::new() }
        }
        (_, Some(issue)) => issue.title.clone(),
        (_, None) => String::new(),
    };
    match title {
        t if t.is_empty() => Err(Refusal::problem("title", What::Empty)),
        t if private::betrays(&t, None) => Err(Refusal::problem("title", What::PrivateDatum)),
        t => Ok(t),
    }
}

fn pick(candidates: &[Candidate], is: impl Fn(&Candidate) -> bool) -> Result<&Candidate, Refusal> {
    candidates.iter().find(|c| is(c)).ok_or_else(|| Refusal::problem("source", What::NotAChoice))
}
