//! Ngoài nội dung: what was said at a dialogue beside its topics is noted, then sent where it belongs. Nothing of it is
//! lost: the file of a dialogue is not closed while something has no place to which it went (S1.8).

use caunoi_domain::{
    dialogue::{off_topic::OffTopicWay, state::DialogueState},
    opinion::{
        kind::{Channel, OpinionKind},
        secrecy,
        submission::{BODY_MAX, LINE_MAX, PersonDetails, Submission, text},
    },
    people::{
        actor::Actor,
        policy::{Action, Scope},
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx, dialogue,
    dialogue::DialogueRow,
    item,
    off_topic::{self, OffTopicRow, Routed},
};

use crate::{
    context::{App, Cx, Verb},
    opinion::{
        receipt::{self, Slip},
        submit::SubmitOpinion,
    },
    refusal::Refusal,
};

/// Notes what was said beside the topics.
#[derive(Clone, Debug)]
pub struct NoteOffTopic {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Who spoke, as it may be shown.
    pub speaker: String,
    /// What was said.
    pub said: String,
}

impl Verb for NoteOffTopic {
    /// Its public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if !matches!(d.state, DialogueState::Held | DialogueState::Concluded) {
            return Err(Refusal::not_now(d.state));
        }
        let mut problems = Vec::new();
        let speaker = text(&self.speaker, "speaker", LINE_MAX, true, &mut problems);
        let said = text(&self.said, "said", BODY_MAX, true, &mut problems);
        sound(&[("speaker", &speaker), ("said", &said)], problems)?;
        let row = OffTopicRow {
            id: cx.id(),
            unit_id: d.unit_id.clone(),
            dialogue_id: d.id.clone(),
            public_id: cx.public_id().to_i64(),
            speaker,
            said,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
            route: None,
        };
        off_topic::add(tx, &row).await?;
        let data = vec![("off_topic", Datum::Id(row.id)), ("said_sha256", cx.commit(row.said.as_bytes()))];
        super::tell(tx, cx, &d, "off_topic.noted", data).await?;
        Ok(row.public_id)
    }
}

/// Says where it went.
#[derive(Clone, Debug)]
pub struct RouteOffTopic {
    /// Its public id.
    pub off_topic: i64,
    /// Which way.
    pub way: OffTopicWay,
    /// The receiver's name, where the way needs one.
    pub to: String,
    /// Why there.
    pub reason: String,
    /// The slip for the person who spoke, where it becomes an opinion.
    pub slip: Slip,
}

/// Routes it once for a form key. The slip is there only where it became an opinion.
///
/// # Errors
/// Why it was not routed.
pub async fn route_off_topic(
    app: &App,
    actor: &Actor,
    key: &str,
    (off_topic, way): (i64, OffTopicWay),
    to: String,
    reason: String,
) -> Result<Option<Slip>, Refusal> {
    let slip = receipt::slip(&app.keys, &app.key_of(key, &(off_topic, way, &to, &reason)));
    app.carry_out_once(actor, key, RouteOffTopic { off_topic, way, to, reason, slip }).await?;
    Ok((way == OffTopicWay::Opinion).then_some(slip))
}

impl Verb for RouteOffTopic {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let noted = off_topic::find_public(tx, self.off_topic).await?.ok_or(Refusal::NotFound("off topic"))?;
        cx.allow(Action::PrepareDialogue, Scope::unit(&noted.unit_id))?;
        if noted.route.is_some() {
            return Err(Refusal::not_now("routed"));
        }
        let d = dialogue::find(tx, &noted.dialogue_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
        let mut problems = Vec::new();
        let to = text(&self.to, "to", LINE_MAX, self.way.needs_receiver(), &mut problems);
        let reason = text(&self.reason, "reason", LINE_MAX, true, &mut problems);
        sound(&[("to", &to), ("reason", &reason)], problems)?;
        let item_id = if self.way == OffTopicWay::Opinion { Some(self.born(tx, cx, &d, &noted).await?) } else { None };
        let routed = Routed {
            way: self.way,
            to,
            reason,
            item_id,
            item_public_id: None,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        off_topic::route(tx, &noted.id, &routed).await?;
        let data = vec![
            ("off_topic", Datum::Id(noted.id)),
            ("way", Datum::Code(self.way.code().to_owned())),
            ("item", Datum::Id(routed.item_id.unwrap_or_else(|| "-".to_owned()))),
            ("reason_sha256", cx.commit(routed.reason.as_bytes())),
        ];
        super::tell(tx, cx, &d, "off_topic.routed", data).await
    }
}

impl RouteOffTopic {
    /// The opinion that it becomes, with a thread and a code of its own; answers its item's id.
    async fn born(&self, tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, noted: &OffTopicRow) -> Result<String, Refusal> {
        let submission = Submission {
            kind: OpinionKind::Petition,
            body: noted.said.clone(),
            village_id: None,
            place_note: String::new(),
            occurred_on: None,
            person: PersonDetails::default(),
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
        Ok(item::find_public(tx, received.item_public_id).await?.ok_or(Refusal::NotFound("item"))?.id)
    }
}

/// Refuses where something is wrong, or marked as a state secret (P18).
fn sound(texts: &[(&'static str, &str)], mut problems: Vec<Problem>) -> Result<(), Refusal> {
    problems.extend(texts.iter().filter(|(_, t)| secrecy::text_is_marked(t)).map(|(field, _)| Problem::new(field, What::StateSecret)));
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
}
