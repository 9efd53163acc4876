//! Bản đang sửa: what two people of one office may have before them in a form at one time. Nobody's words are written over
//! unread: a form carries the mark of the words that stood in it, and a change is refused where they read otherwise by now.

use caunoi_domain::problem::What;
use caunoi_store::{
    Conn, Tx, attendance, conclusion, dialogue, dialogue_site, issue,
    item::{self, ItemRow},
    minutes, notice, prepared_answer, presiding, publication_draft, reception, regulation, saved_answer, waiver_draft, year_plan,
};

use super::seen::Words;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Something that is edited, by the id that its form carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The draft of a dialogue.
    Dialogue(i64),
    /// A prepared answer.
    Answer(String),
    /// The head of a dialogue's minutes.
    MinutesHead(i64),
    /// Who presided over a dialogue.
    Presiding(i64),
    /// Who came to a dialogue.
    Attendance(i64),
    /// An entry of minutes.
    Entry(String),
    /// The head of a conclusion notice.
    NoticeHead(i64),
    /// What a notice concludes.
    Conclusion {
        /// Public id of the notice.
        notice: i64,
        /// Public id of the item.
        item: i64,
        /// With every item of the same issue.
        whole_issue: bool,
    },
    /// The texts of a year plan.
    PlanHead(i64),
    /// A planned conference.
    PlanRow {
        /// Public id of the plan.
        plan: i64,
        /// The row's id.
        row: String,
    },
    /// A site of a dialogue.
    Site {
        /// Public id of the dialogue.
        dialogue: i64,
        /// The site's id.
        site: String,
    },
    /// An issue.
    Issue(i64),
    /// What an item is classified as.
    Class(i64),
    /// The text of an item as everybody reads it, or will.
    Text(i64),
    /// A saved answer.
    SavedAnswer(i64),
    /// The summary of an internal document.
    Summary(String),
    /// A reason for what a unit below did not do.
    Waiver {
        /// The unit below.
        unit: String,
        /// The duty, or the planned row.
        subject: String,
        /// The superior that drafts it.
        giver: String,
    },
    /// The notice that a reception day is not held.
    Cancel {
        /// The unit.
        unit: String,
        /// The post.
        post: String,
        /// The day, ISO.
        on: String,
    },
}

impl Words {
    /// As they stand now; none where there is nothing to edit.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn standing(conn: &mut Conn<'_>, of: &Edited) -> Result<Option<Self>, Refusal> {
        Ok(match of {
            Edited::Answer(id) => prepared_answer::find(conn, id).await?.map(|v| Self::of_answer(&v.answer)),
            Edited::Entry(id) => minutes::find_entry(conn, id).await?.map(|e| Self::of_entry(&e)),
            Edited::NoticeHead(id) => notice::find_public(conn, *id).await?.map(|n| Self::of_notice_head(&n)),
            Edited::PlanHead(id) => year_plan::find_public(conn, *id).await?.map(|p| Self::of_plan_head(&p)),
            Edited::Issue(id) => issue::find_public(conn, *id).await?.map(|i| Self::of_issue(&i)),
            Edited::SavedAnswer(id) => saved_answer::find_public(conn, *id).await?.map(|a| Self::of_saved_answer(&a)),
            Edited::Summary(id) => regulation::find(conn, id).await?.map(|r| Self::of_summary(&r)),
            Edited::Class(id) => item::find_public(conn, *id).await?.map(|i| class_of(&i)),
            Edited::Dialogue(_) | Edited::MinutesHead(_) | Edited::Presiding(_) | Edited::Attendance(_) | Edited::Site { .. } => {
                of_dialogue(conn, of).await?
            }
            Edited::Conclusion { notice, item, whole_issue } => concluded(conn, *notice, *item, *whole_issue).await?,
            Edited::PlanRow { plan, row } => match year_plan::find_public(conn, *plan).await? {
                Some(p) => {
                    let rows = year_plan::rows_of_year(conn, &p.unit_id, p.year).await?;
                    rows.iter().find(|r| r.row.id == *row).map(|r| Self::of_plan_row(&r.row))
                }
                None => None,
            },
            Edited::Text(id) => match item::find_public(conn, *id).await? {
                Some(i) => {
                    let laid = publication_draft::find(conn, &i.id).await?;
                    Some(Self::of_published(laid.as_ref(), (&i.published_title, &i.published_body)))
                }
                None => None,
            },
            Edited::Waiver { unit, subject, giver } => {
                let open = waiver_draft::open_of(conn, unit, giver).await?;
                Some(Self::of_drafted_waiver(open.iter().find(|w| w.subject == *subject)))
            }
            Edited::Cancel { unit, post, on } => {
                let cancels = reception::cancels_look(unit, on, on).alone(conn).await?;
                cancels.iter().find(|c| c.post_id == *post && c.cancel.on.to_string() == *on).map(Self::of_cancel)
            }
        })
    }
}

fn class_of(i: &ItemRow) -> Words {
    Words::of_class((&i.title, i.kind.code(), &i.field), (i.grounded.code(), &i.grounded_note))
}

/// What belongs to one dialogue.
async fn of_dialogue(conn: &mut Conn<'_>, of: &Edited) -> Result<Option<Words>, Refusal> {
    let (Edited::Dialogue(id)
    | Edited::MinutesHead(id)
    | Edited::Presiding(id)
    | Edited::Attendance(id)
    | Edited::Site { dialogue: id, .. }) = of
    else {
        return Ok(None);
    };
    let Some(d) = dialogue::find_public(conn, *id).await? else { return Ok(None) };
    Ok(match of {
        Edited::MinutesHead(_) => minutes::of_dialogue(conn, &d.id).await?.map(|m| Words::of_minutes_head(&m)),
        Edited::Presiding(_) => Some(Words::of_presiding(&presiding::of(conn, &d.id).await?)),
        Edited::Attendance(_) => Some(Words::of_attendance(&attendance::of(conn, &d.id).await?)),
        Edited::Site { site, .. } => dialogue_site::of(conn, &d.id).await?.iter().find(|s| s.id == *site).map(Words::of_site),
        _ => Some(Words::of_dialogue(&d, &dialogue::chairs(conn, &d.id).await?)),
    })
}

/// What is concluded about an item of a notice's dialogue, or about every item of its issue.
async fn concluded(conn: &mut Conn<'_>, notice: i64, item: i64, whole_issue: bool) -> Result<Option<Words>, Refusal> {
    let Some(n) = notice::find_public(conn, notice).await? else { return Ok(None) };
    let wanted = conclusion::wanted(conn, &n.dialogue_id).await?;
    let Some(chosen) = wanted.iter().find(|w| w.item.public_id == item) else { return Ok(None) };
    let items = if whole_issue { conclusion::of_one_issue(&wanted, chosen, &n.id) } else { vec![chosen] };
    Ok(Some(Words::of_conclusions(&conclusion::of_dialogue(conn, &n.dialogue_id).await?, &items)))
}

/// A change of words that somebody has before them: refused where another changed them meanwhile, so that nobody's words are
/// written over unread. The page then carries the new mark: sent again, it is meant. Who sends what stands there already
/// writes over nobody.
#[derive(Clone, Debug)]
pub struct OnRead<V> {
    /// Of what.
    pub of: Edited,
    /// The mark of the words that stood on the page; without one nothing is compared.
    pub seen: String,
    /// The change.
    pub verb: V,
}

impl<V: Verb> Verb for OnRead<V> {
    type Done = V::Done;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<V::Done, Refusal> {
        let before = if self.seen.is_empty() { None } else { Words::standing(tx, &self.of).await? };
        let overtaken = before.filter(|w| w.mark(&cx.keys) != self.seen);
        // Whether the actor may change it at all is asked by the verb; what it wrote goes with the transaction.
        let done = self.verb.carry_out(tx, cx).await?;
        match overtaken {
            Some(before) if Words::standing(tx, &self.of).await?.as_ref() != Some(&before) => Err(Refusal::problem("", What::Overtaken)),
            _ => Ok(done),
        }
    }
}
