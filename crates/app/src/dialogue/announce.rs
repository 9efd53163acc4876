//! A dialogue is announced to the people (S0.8, L2): whole, with its documents, and in time; later, or without them, only by a
//! head, with the reason, by name.

use caunoi_domain::{
    dialogue::{
        announcement::{self, Lead, Plan},
        contents::NOTE_MAX,
        state::{ApprovalStep, ApprovalSubject, DialogueState, TopicState},
    },
    opinion::{private, submission::text, tracking_code::PublicId},
    people::policy::{Action, Scope},
    problem::{MissingPart, Problem, What},
    record::event::Datum,
    text::date,
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    dialogue_document,
    search::{self, Doc},
    topic, unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Announces a dialogue.
#[derive(Clone, Debug)]
pub struct AnnounceDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Why it is announced later than the lead time asks; empty where in time. Taken from a chair only.
    pub late_reason: String,
    /// Why it is announced without the documents that are asked for; empty where they are there. Taken from a chair only.
    pub documents_reason: String,
}

/// What a chair decided to do all the same, each by its reason; empty where nothing was to be decided.
struct Overridden {
    late: String,
    documents: String,
}

impl Verb for AnnounceDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = dialogue::find_public(tx, self.dialogue).await?.ok_or(Refusal::NotFound("dialogue"))?;
        let chair = super::is_chair(&cx.actor, &dialogue::chairs(tx, &d.id).await?);
        if !chair {
            cx.allow(Action::PrepareDialogue, Scope::unit(&d.unit_id))?;
        }
        if !d.state.can_become(DialogueState::Announced) || d.stop.is_some() {
            return Err(Refusal::not_now(d.state));
        }
        let mut topics = topic::of_dialogue(tx, &d.id).await?;
        topics.retain(|t| t.topic.state != TopicState::Dropped);
        let on_day: Date = d.on_day.parse().map_err(|_| Refusal::Broken(format!("day of dialogue {}", d.id)))?;
        let lead = announcement::lead(&cx.limits, &cx.calendar, on_day, d.basis);
        let documents = dialogue_document::of(tx, &d.id).await?.len();
        let why = self.guard(cx, &d, (topics.len(), documents), (on_day, &lead), chair)?;
        d.state = DialogueState::Announced;
        d.announced_at = Some(cx.now_us);
        d.announced_on = Some(cx.today_iso());
        d.lead_days = i64::from(lead.days);
        d.lead_citation.clone_from(&lead.citation);
        d.lead_override.clone_from(&why.late);
        d.documents_override.clone_from(&why.documents);
        d.previous_id = dialogue::previous(tx, &d.unit_id, &d.on_day, &d.id).await?.map(|p| p.id);
        dialogue::save(tx, &d).await?;
        dialogue_document::publish(tx, &d.id, &cx.today_iso()).await?;
        let titles: Vec<&str> = topics.iter().map(|t| t.topic.title.as_str()).collect();
        publish(tx, cx, &d, on_day, &titles.join(" ")).await?;
        crate::publishing::open_announcement(tx, cx, &d, &lead).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), ApprovalStep::Announced, &why.both()).await?;
        let mut data = vec![
            ("on_day", Datum::date(on_day)),
            ("announced_on", Datum::date(cx.today)),
            ("lead_days", Datum::Int(d.lead_days)),
            ("in_time", Datum::Int(i64::from(why.late.is_empty()))),
            ("documents", Datum::Int(i64::try_from(documents).unwrap_or(i64::MAX))),
        ];
        if !why.late.is_empty() {
            data.push(("override_sha256", cx.commit(why.late.as_bytes())));
        }
        if !why.documents.is_empty() {
            data.push(("documents_override_sha256", cx.commit(why.documents.as_bytes())));
        }
        super::tell(tx, cx, &d, "dialogue.announced", data).await
    }
}

impl AnnounceDialogue {
    /// Everything that is missing, said at once; answers what a chair decided all the same.
    fn guard(
        &self,
        cx: &Cx,
        d: &DialogueRow,
        (topics, documents): (usize, usize),
        (on_day, lead): (Date, &Lead),
        chair: bool,
    ) -> Result<Overridden, Refusal> {
        let plan = Plan {
            at_time: &d.at_time,
            place: &d.place,
            how_to_join: &d.how_to_join,
            topics,
            contents: d.contents_state,
            basis: d.basis,
            form: d.form,
            scope: &d.scope,
            kind: d.kind,
            documents,
        };
        let mut problems: Vec<Problem> =
            announcement::missing_parts(&plan).into_iter().map(|part| Problem::new("", What::Missing(part))).collect();
        if on_day < cx.today {
            problems.push(Problem::new("", What::DayOutOfOrder));
        }
        let late = !lead.in_time(cx.today);
        let mut given = |asked: bool, typed: &str, field: &'static str| {
            if asked && chair { text(typed, field, NOTE_MAX, false, &mut problems) } else { String::new() }
        };
        let bare = announcement::without_documents(&plan);
        let why = Overridden {
            late: given(late, &self.late_reason, "late_reason"),
            documents: given(bare.is_some(), &self.documents_reason, "documents_reason"),
        };
        if let Some(part) = bare.filter(|_| why.documents.is_empty()) {
            problems.push(Problem::new("documents_reason", What::Missing(part)));
        }
        // Everybody reads it.
        if private::betrays(&why.documents, None) {
            problems.push(Problem::new("documents_reason", What::PrivateDatum));
        }
        if late && why.late.is_empty() {
            let missing = MissingPart::LeadTime { days: i64::from(lead.days), by: lead.by.to_string() };
            problems.push(Problem::new("late_reason", What::Missing(missing)));
        }
        if problems.is_empty() { Ok(why) } else { Err(Refusal::Invalid(problems)) }
    }
}

impl Overridden {
    /// For the log of approvals.
    fn both(&self) -> String {
        [&self.late, &self.documents].map(String::as_str).into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// The dialogue can be found by everybody from now on.
async fn publish(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, on_day: Date, topics: &str) -> Result<(), Refusal> {
    let unit = unit::find(tx, &d.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let reference = PublicId::from_i64(d.public_id).to_string();
    search::put(
        tx,
        &Doc {
            id: d.public_id & i64::MAX,
            kind: "dialogue",
            reference: &reference,
            unit_id: &d.unit_id,
            public: true,
            title: &d.title,
            context: &format!("{}, {}", unit.name, date::vi(on_day)),
            text: &format!("{} {topics} {} {}", d.title, d.place, unit.name),
            weight: 2,
            at: cx.now_us,
        },
    )
    .await?;
    super::bump_versions(tx, d).await
}
