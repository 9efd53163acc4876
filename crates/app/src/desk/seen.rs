//! Bản đã đọc: a head decides about the words that stood before them. What was changed after they opened the list is not
//! decided about: it is shown anew, and they read it first.

use caunoi_domain::{followup::delay::ExtensionState, problem::What};
use caunoi_store::{
    Conn, Tx, assignment,
    attendance::{self, AttendanceRow},
    conclusion::{self, ConclusionView},
    dialogue::{self, ChairRow, DialogueRow},
    extension::{self, ExtensionRow},
    item::{self, ItemRow},
    minutes::{self, EntryView, MinutesRow},
    notice::{self, NoticeRow},
    prepared_answer::{self, PreparedAnswerRow},
    presiding::{self, PresidingView},
    publication_draft::{self, TextRow},
    topic::{self, TopicView},
    waiver_draft::{self, WaiverRow},
    year_plan::{self, OfYear, PlanRow},
};

use crate::{
    context::{Cx, Verb},
    keys::Keys,
    refusal::Refusal,
};

/// Something that waits for a head, by the id that its form carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits {
    /// A dialogue.
    Dialogue(i64),
    /// The contents of a dialogue.
    Contents(i64),
    /// A prepared answer.
    Answer(String),
    /// The minutes of a dialogue.
    Minutes(i64),
    /// A conclusion notice.
    Notice(i64),
    /// A year plan, or a supplement to it.
    Plan(i64),
    /// The text of an item for publication.
    Text(i64),
    /// More time for a task.
    Extension(i64),
    /// A reason for what a unit below did not do.
    Waiver(String),
}

/// The words that are decided about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub(super) Vec<String>);

impl Words {
    /// A short mark of them that a form carries back.
    #[must_use]
    pub fn mark(&self, keys: &Keys) -> String {
        let parts: Vec<&[u8]> = self.0.iter().map(String::as_bytes).collect();
        data_encoding::BASE32_NOPAD.encode(&keys.mac("seen", &parts)).to_lowercase()
    }

    /// Of a dialogue and who chairs it.
    #[must_use]
    pub fn of_dialogue(d: &DialogueRow, chairs: &[ChairRow]) -> Self {
        let mut all: Vec<String> = [&d.title, &d.on_day, &d.at_time, &d.place, &d.audience, &d.how_to_join].map(Clone::clone).into();
        all.extend([
            d.kind.code().to_owned(),
            d.basis.code().to_owned(),
            d.form.code().to_owned(),
            format!("{:?}", d.scope),
            format!("{:?}", d.expected),
        ]);
        all.extend(chairs.iter().map(|c| c.post_id.clone()));
        Self(all)
    }

    /// Of the contents of a dialogue.
    #[must_use]
    pub fn of_contents(topics: &[TopicView]) -> Self {
        let words = |x: &TopicView| [x.topic.id.clone(), x.topic.title.clone(), x.topic.reason.clone(), x.items.to_string()];
        Self(topics.iter().flat_map(words).collect())
    }

    /// Of a prepared answer.
    #[must_use]
    pub fn of_answer(a: &PreparedAnswerRow) -> Self {
        Self(vec![a.text.clone(), a.norm.clone()])
    }

    /// Of minutes: who presided, who came, what was said.
    #[must_use]
    pub fn of_minutes(m: &MinutesRow, chairs: &[PresidingView], came: &[AttendanceRow], entries: &[EntryView]) -> Self {
        let mut all: Vec<String> = [&m.opened, &m.closed, &m.secretary, &m.bodies_present, &m.chair_conclusion].map(Clone::clone).into();
        all.extend(chairs.iter().map(|c| format!("{:?}", c.recorded)));
        all.extend(came.iter().map(|a| format!("{} {} {}", a.label, a.invited, a.present)));
        all.extend(entries.iter().map(|e| format!("{:?}", e.entry)));
        Self(all)
    }

    /// Of a conclusion notice.
    #[must_use]
    pub fn of_notice(n: &NoticeRow, conclusions: &[ConclusionView]) -> Self {
        let mut all: Vec<String> = [&n.symbol, &n.signer_name, &n.signer_post, &n.assessment].map(Clone::clone).into();
        all.extend([format!("{:?}", n.entered_number), format!("{:?}", n.signed_on)]);
        all.extend(conclusions.iter().map(|v| format!("{:?}", v.conclusion)));
        Self(all)
    }

    /// Of a year plan; `rows` are those of its year.
    #[must_use]
    pub fn of_plan(p: &PlanRow, rows: &[OfYear]) -> Self {
        let mut all: Vec<String> = [&p.basis, &p.purpose, &p.assignment, &p.recipients, &p.reason].map(Clone::clone).into();
        all.extend(rows.iter().filter(|r| r.row.plan_id == p.id).map(|r| format!("{:?}", r.row)));
        Self(all)
    }

    /// Of a text for publication, beside what was given.
    #[must_use]
    pub fn of_text(text: &TextRow, given: &ItemRow) -> Self {
        Self(vec![text.title.clone(), text.body.clone(), given.body.clone()])
    }

    /// Of more time that was asked for.
    #[must_use]
    pub fn of_extension(e: &ExtensionRow) -> Self {
        Self(vec![e.id.clone(), e.asked_due_on.clone(), e.reason.clone()])
    }

    /// Of a reason for what a unit below did not do.
    #[must_use]
    pub fn of_waiver(w: &WaiverRow) -> Self {
        Self([&w.unit_id, &w.post_id, &w.subject, &w.on_day, &w.paper, &w.note].map(Clone::clone).into())
    }

    /// As they stand now; none where there is nothing to decide about.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn now(conn: &mut Conn<'_>, of: &Waits) -> Result<Option<Self>, Refusal> {
        Ok(match of {
            Waits::Waiver(id) => waiver_draft::find(conn, id).await?.map(|w| Self::of_waiver(&w)),
            Waits::Answer(id) => prepared_answer::find(conn, id).await?.map(|v| Self::of_answer(&v.answer)),
            Waits::Dialogue(id) => match dialogue::find_public(conn, *id).await? {
                Some(d) => Some(Self::of_dialogue(&d, &dialogue::chairs(conn, &d.id).await?)),
                None => None,
            },
            Waits::Contents(id) => match dialogue::find_public(conn, *id).await? {
                Some(d) => Some(Self::of_contents(&topic::standing_of(conn, &d.id).await?)),
                None => None,
            },
            Waits::Minutes(id) => minutes_of(conn, *id).await?,
            Waits::Notice(id) => match notice::find_public(conn, *id).await? {
                Some(n) => Some(Self::of_notice(&n, &conclusion::of_notice(conn, &n.id).await?)),
                None => None,
            },
            Waits::Plan(id) => match year_plan::find_public(conn, *id).await? {
                Some(p) => Some(Self::of_plan(&p, &year_plan::rows_of_year(conn, &p.unit_id, p.year).await?)),
                None => None,
            },
            Waits::Text(id) => match item::find_public(conn, *id).await? {
                Some(i) => publication_draft::find(conn, &i.id).await?.map(|text| Self::of_text(&text, &i)),
                None => None,
            },
            Waits::Extension(id) => match assignment::find_public(conn, *id).await? {
                Some(task) => {
                    let asked = extension::of(conn, &task.id).await?.into_iter().rfind(|e| e.state == ExtensionState::Asked);
                    asked.map(|e| Self::of_extension(&e))
                }
                None => None,
            },
        })
    }
}

async fn minutes_of(conn: &mut Conn<'_>, dialogue: i64) -> Result<Option<Words>, Refusal> {
    let Some(d) = dialogue::find_public(conn, dialogue).await? else { return Ok(None) };
    let Some(m) = minutes::of_dialogue(conn, &d.id).await? else { return Ok(None) };
    let parts = (presiding::of_look(&d.id), attendance::of_look(&d.id), minutes::entries_look(&m.id));
    let (chairs, came, entries) = conn.together(parts).await?;
    Ok(Some(Words::of_minutes(&m, &chairs, &came, &entries)))
}

/// A decision about the words that were read: refused where they read otherwise by now. Whether the actor may decide at
/// all is asked first, by the decision's own verb; and where there is nothing left to decide about, it says so.
#[derive(Clone, Debug)]
pub struct AsSeen<V> {
    /// About what.
    pub of: Waits,
    /// The mark of the words that stood before the head.
    pub seen: String,
    /// The decision.
    pub verb: V,
}

impl<V: Verb> Verb for AsSeen<V> {
    type Done = V::Done;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<V::Done, Refusal> {
        let unread = Words::now(tx, &self.of).await?.is_some_and(|w| w.mark(&cx.keys) != self.seen);
        // What the verb wrote about words that were not read goes with the transaction.
        match self.verb.carry_out(tx, cx).await {
            Ok(_) if unread => Err(Refusal::problem("text", What::NotSeen)),
            done => done,
        }
    }
}
