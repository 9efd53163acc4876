//! An opinion is submitted: by a person on the page, or by a clerk for them (S0.9). The first step of the thread.

use caunoi_domain::{
    opinion::{
        item::{Grounded, NextCode, Publication, Route, Standing},
        kind::Channel,
        step::Step,
        submission::{Submission, title_of},
    },
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow, Next},
    opinion::{self, OpinionRow},
    people, unit,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::{
        receipt::{self, Slip},
        upload::{self, AttachTo, Kept},
    },
    refusal::Refusal,
};
use caunoi_domain::people::{actor::Actor, body::BodyKind};

/// Sends an opinion to a commune.
#[derive(Clone, Debug)]
pub struct SubmitOpinion {
    /// The commune's id.
    pub unit_id: String,
    /// What is handed in.
    pub submission: Submission,
    /// How it came in; a person without an account always sends by `web`.
    pub channel: Channel,
    /// Durable files.
    pub files: Vec<Kept>,
    /// Name, address and signature on paper (P19).
    pub signed: bool,
    /// The book and the row it was imported from; otherwise the form's own key is its identity.
    pub source: Option<(String, String)>,
    /// The slip that the person gets.
    pub slip: Slip,
}

/// What the receipt says beside the slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The opinion's public id.
    pub public_id: i64,
    /// Its first item's public id.
    pub item_public_id: i64,
    /// Epoch microseconds.
    pub received_at: i64,
    /// Who acts next.
    pub next_actor: String,
    /// ISO day by which the person is told where the matter went.
    pub notice_due_on: String,
    /// Why that day.
    pub basis: String,
}

/// Sends an opinion once for a form key: the same form again gives the same receipt.
///
/// # Errors
/// Why it was not taken; then nothing of it is kept.
pub async fn submit(app: &App, actor: &Actor, form_key: &str, verb: SubmitOpinion) -> Result<(Received, Slip), Refusal> {
    let slip = receipt::slip(&app.keys, form_key);
    let received = app.carry_out_once(actor, form_key, SubmitOpinion { slip, ..verb }).await?;
    Ok((received, slip))
}

impl Verb for SubmitOpinion {
    type Done = Received;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Received, Refusal> {
        let action = if cx.actor == Actor::Person { Action::Submit } else { Action::EnterOpinion };
        cx.allow(action, Scope::unit(&self.unit_id))?;
        let commune = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if let Some(village) = &self.submission.village_id {
            if !unit::villages(tx, &commune.id).await?.iter().any(|v| v.id == *village) {
                return Err(Refusal::Invalid(vec![Problem::new("village", What::NotAChoice)]));
            }
        }
        let office = people::bodies(tx, &commune.id)
            .await?
            .into_iter()
            .find(|b| b.kind == BodyKind::Office)
            .map_or_else(|| commune.name.clone(), |b| b.name);
        let (notice_due_on, basis) = cx.due(LimitName::PersonNotice);
        let (publication_due_on, _) = cx.due(LimitName::PublicationDecision);
        let s = &self.submission;
        let opinion_id = cx.id();
        let public_id = cx.public_id();
        let (source, source_id) = self.source.clone().unwrap_or_else(|| (action.code().to_owned(), public_id.to_string()));
        opinion::add(
            tx,
            &OpinionRow {
                id: opinion_id.clone(),
                province_id: commune.province_id.clone(),
                unit_id: commune.id.clone(),
                public_id: public_id.to_i64(),
                kind: s.kind,
                channel: self.channel,
                body: s.body.clone(),
                village_id: s.village_id.clone(),
                place_note: s.place_note.clone(),
                occurred_on: s.occurred_on.map(|d| d.to_string()),
                received_at: cx.now_us,
                received_on: cx.today_iso(),
                entered_by: cx.actor.officer().map(|o| o.user_id.clone()),
                signed: self.signed,
                name_public: s.name_public,
                sealed: false,
                notice_due_on: notice_due_on.clone(),
                source,
                source_id,
            },
        )
        .await?;
        opinion::add_person(tx, &opinion_id, &s.person).await?;
        opinion::add_tracking(
            tx,
            &opinion_id,
            receipt::code_hash(&cx.keys, self.slip.code),
            receipt::secret_hash(&cx.keys, self.slip.code, self.slip.secret),
        )
        .await?;
        upload::attach(tx, cx, AttachTo { unit_id: &commune.id, kind: "opinion", id: &opinion_id, public: false }, &self.files).await?;
        let item_id = cx.id();
        let item_public_id = cx.public_id();
        item::add(
            tx,
            &ItemRow {
                id: item_id.clone(),
                province_id: commune.province_id.clone(),
                unit_id: commune.id.clone(),
                public_id: item_public_id.to_i64(),
                opinion_id: opinion_id.clone(),
                seq: 1,
                kind: s.kind,
                title: title_of(&s.body),
                body: s.body.clone(),
                field: String::new(),
                village_id: s.village_id.clone(),
                grounded: Grounded::Unknown,
                grounded_note: String::new(),
                issue_id: None,
                route: Route::None,
                standing: Standing::Received,
                next: Next { code: NextCode::Office, actor: office.clone(), due_on: Some(notice_due_on.clone()), basis: basis.clone() },
                disposed_at: None,
                resolved_at: None,
                agreed_at: None,
                reopened: 0,
                publication: Publication::Received,
                published_title: String::new(),
                published_body: String::new(),
                withheld_ground: String::new(),
                publication_by: String::new(),
                publication_at: None,
                publication_due_on,
                received_on: cx.today_iso(),
                created_at: cx.now_us,
                updated_at: cx.now_us,
            },
        )
        .await?;
        cx.step(tx, &commune.province_id, &item_id, &Step::Received { channel: self.channel, files: self.files.len() }).await?;
        cx.record(
            tx,
            Happened {
                kind: "opinion.received",
                unit_id: &commune.id,
                province_id: &commune.province_id,
                subject_kind: "opinion",
                subject: &opinion_id,
                data: vec![
                    ("public_id", Datum::Id(public_id.to_string())),
                    ("channel", Datum::Code(self.channel.code().to_owned())),
                    ("kind", Datum::Code(s.kind.code().to_owned())),
                    ("body_sha256", cx.commit(s.body.as_bytes())),
                    ("files", Datum::Int(i64::try_from(self.files.len()).unwrap_or(0))),
                ],
            },
        )
        .await?;
        Ok(Received {
            public_id: public_id.to_i64(),
            item_public_id: item_public_id.to_i64(),
            received_at: cx.now_us,
            next_actor: office,
            notice_due_on,
            basis,
        })
    }
}
