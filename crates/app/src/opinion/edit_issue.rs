//! Nhóm vấn đề: its title, summary, field and flags (nổi cộm, bức xúc), and its publication.

use caunoi_domain::{
    opinion::{kind::Field, private, secrecy, tracking_code::PublicId},
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    issue::{self, IssueRow},
    search::{self, Doc},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Edits an issue; with `publish` it is published too, or published again with the new words. What stands there already is
/// not written again.
#[derive(Clone, Debug)]
pub struct EditIssue {
    /// Public id.
    pub issue: i64,
    /// Title.
    pub title: String,
    /// A few sentences.
    pub summary: String,
    /// Field.
    pub field: Field,
    /// nổi cộm
    pub hot: bool,
    /// bức xúc
    pub urgent: bool,
    /// Publish it.
    pub publish: bool,
}

impl Verb for EditIssue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let before = issue::find_public(tx, self.issue).await?.ok_or(Refusal::NotFound("issue"))?;
        let mut i = before.clone();
        cx.allow(Action::Triage, Scope::unit(&i.unit_id))?;
        if self.publish {
            cx.allow(Action::Publish, Scope::unit(&i.unit_id))?;
        }
        if i.dissolved_at.is_some() {
            return Err(Refusal::not_now("dissolved"));
        }
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        i.title.clone_from(&self.title);
        i.summary.clone_from(&self.summary);
        self.field.code().clone_into(&mut i.field);
        i.hot = self.hot;
        i.urgent = self.urgent;
        if self.publish {
            i.published_at.get_or_insert(cx.now_us);
        }
        if i == before {
            return Ok(());
        }
        issue::save(tx, &i).await?;
        if i.published_at.is_some() {
            publish(tx, cx, &i).await?;
        }
        cx.record(
            tx,
            Happened {
                kind: if self.publish { "issue.published" } else { "issue.edited" },
                unit_id: &i.unit_id,
                province_id: &i.province_id,
                subject_kind: "issue",
                subject: &i.id,
                data: vec![
                    ("title_sha256", cx.commit(i.title.as_bytes())),
                    ("hot", Datum::Int(i64::from(i.hot))),
                    ("urgent", Datum::Int(i64::from(i.urgent))),
                ],
            },
        )
        .await?;
        unit::bump_version(tx, &i.unit_id).await?;
        Ok(())
    }
}

impl EditIssue {
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.title.is_empty() {
            problems.push(Problem::new("title", What::Empty));
        }
        for (field, text) in [("title", &self.title), ("summary", &self.summary)] {
            if secrecy::text_is_marked(text) {
                problems.push(Problem::new(field, What::StateSecret));
            } else if private::betrays(text, None) {
                problems.push(Problem::new(field, What::PrivateDatum));
            }
        }
        problems
    }
}

async fn publish(tx: &mut Tx<'_>, cx: &Cx, i: &IssueRow) -> Result<(), Refusal> {
    let commune = unit::find(tx, &i.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    search::put(
        tx,
        &Doc {
            id: i64::try_from(cx.public_id().get() >> 1).unwrap_or(0),
            kind: "issue",
            reference: &PublicId::from_i64(i.public_id).to_string(),
            unit_id: &i.unit_id,
            public: true,
            title: &i.title,
            context: &commune.name,
            text: &format!("{} {}", i.title, i.summary),
            weight: 2,
            at: cx.now_us,
        },
    )
    .await?;
    Ok(())
}
