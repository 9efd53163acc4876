//! A speech with its answer goes into the minutes; the item it is about is heard, or born in the hall.

use caunoi_domain::{
    dialogue::minutes_form::{EntryForm, Link},
    opinion::{kind::Channel, submission::Submission},
    people::actor::Actor,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue::DialogueRow,
    item::{self, ItemRow},
    minutes::{self as rows, EntryRow},
    unit,
};
use serde::{Deserialize, Serialize};

use super::{hear, minutes};
use crate::{
    context::{App, Cx, Verb},
    opinion::{
        receipt::{self, Slip},
        submit::SubmitOpinion,
    },
    refusal::Refusal,
};

/// Writes an entry at the end of the minutes.
#[derive(Clone, Debug)]
pub struct WriteEntry {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The entry.
    pub entry: EntryForm,
    /// The slip for the person, where an opinion is born.
    pub slip: Slip,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its place in the minutes.
    pub seq: i64,
    /// An opinion was born: the slip is for the person who spoke.
    pub born: bool,
}

/// Writes an entry once for a form key. The slip is there only where an opinion was born.
///
/// # Errors
/// Why it was not written; then nothing of it is kept.
pub async fn write_entry(app: &App, actor: &Actor, key: &str, dialogue: i64, entry: EntryForm) -> Result<(Written, Option<Slip>), Refusal> {
    let slip = receipt::slip(&app.keys, &app.key_of(key, &(dialogue, &entry)));
    let written = app.carry_out_once(actor, key, WriteEntry { dialogue, entry, slip }).await?;
    let slip = written.born.then_some(slip);
    Ok((written, slip))
}

impl Verb for WriteEntry {
    type Done = Written;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Written, Refusal> {
        let (d, m) = minutes::open(tx, cx, self.dialogue).await?;
        let e = &self.entry;
        let speaker = speaker(tx, &d, e).await?;
        let mut linked = match &e.link {
            Link::None => None,
            Link::Item(typed) => Some(hear::find(tx, &d, typed).await?),
            Link::New(..) => Some(self.born(tx, cx, &d).await?),
        };
        if let Some(i) = &mut linked {
            hear::hear(tx, cx, &d, i, &e.answer, &e.answered_by).await?;
        }
        let row = EntryRow {
            id: cx.id(),
            minutes_id: m.id,
            seq: 0,
            speaker,
            village_id: e.village_id.clone(),
            said: e.said.clone(),
            answer: e.answer.clone(),
            answered_by: e.answered_by.clone(),
            promised_on: e.promised_on.map(|day| day.to_string()),
            item_id: linked.map(|i| i.id),
            at: cx.now_us,
        };
        let seq = rows::add_entry(tx, &row).await?;
        record(tx, cx, &d, "minutes.entry_written", &row).await?;
        Ok(Written { seq, born: matches!(e.link, Link::New(..)) })
    }
}

impl WriteEntry {
    /// The opinion that is born in the hall, as if it had been handed in there.
    async fn born(&self, tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow) -> Result<ItemRow, Refusal> {
        let Link::New(kind, person) = &self.entry.link else {
            return Err(Refusal::NotFound("item"));
        };
        let submission = Submission {
            kind: *kind,
            body: self.entry.said.clone(),
            village_id: self.entry.village_id.clone(),
            place_note: String::new(),
            occurred_on: None,
            person: person.clone(),
            name_public: false,
        };
        let submit = SubmitOpinion {
            unit_id: d.unit_id.clone(),
            submission,
            channel: Channel::Hall,
            files: Vec::new(),
            signed: false,
            source: None,
            slip: self.slip,
        };
        let received = submit.carry_out(tx, cx).await?;
        item::find_public(tx, received.item_public_id).await?.ok_or(Refusal::NotFound("item"))
    }
}

/// Who spoke, as it may be shown: where only the village is known, a person of that village (S0.20), by the list of
/// villages of the day on which it was held.
pub(super) async fn speaker(tx: &mut Tx<'_>, d: &DialogueRow, e: &EntryForm) -> Result<String, Refusal> {
    let village = match &e.village_id {
        None => None,
        Some(id) => {
            let found = unit::villages_on(tx, &d.unit_id, minutes::held_on(d)).await?.into_iter().find(|v| v.id == *id);
            Some(found.ok_or_else(|| Refusal::problem("village", What::NotAChoice))?)
        }
    };
    Ok(match village {
        Some(v) if e.speaker.is_empty() => format!("Một người dân {}", lower_first(&v.name)),
        _ => e.speaker.clone(),
    })
}

fn lower_first(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// Tells the record of an entry: never its words.
pub(super) async fn record(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, kind: &'static str, e: &EntryRow) -> Result<(), Refusal> {
    let data = vec![
        ("entry", Datum::Id(e.id.clone())),
        ("item", Datum::Id(e.item_id.clone().unwrap_or_else(|| "-".to_owned()))),
        ("said_sha256", cx.commit(e.said.as_bytes())),
        ("answer_sha256", cx.commit(e.answer.as_bytes())),
    ];
    super::tell(tx, cx, d, kind, data).await
}
