//! Niêm phong: a complaint or a denunciation that arrived as an opinion by mistake leaves every readable row. Its text,
//! its person and its files become ciphertext under the public key of the competent body; nobody here can open it,
//! the administrator neither (product rule 5, L7).
//!
//! Encryption happens before the transaction. The readable bytes of files go after COMMIT, and again at the next start
//! where that was cut short.

use std::str::FromStr as _;

use caunoi_domain::{
    opinion::{step::Step, tracking_code::PublicId, triage},
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    file::{self, FileRow},
    issue,
    item::{self, ItemRow},
    job,
    opinion::{self, OpinionRow},
    sealed::{self, Paper, SealedRow},
    search, unit,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::{hand_over, hand_over::Transfer},
    refusal::Refusal,
};

/// Kind of the job that removes readable bytes.
const REMOVE: &str = "blob.remove";

/// What the ciphertext holds, as JSON: docs/formats/sealed-v1.md.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sealed {
    /// 1
    pub version: u32,
    /// Public id of the opinion.
    pub opinion: String,
    /// The text as given.
    pub body: String,
    /// Where, in the person's words.
    pub place: String,
    /// Village id.
    pub village: Option<String>,
    /// ISO day of receipt.
    pub received_on: String,
    /// Name, phone, address, e-mail.
    pub person: [String; 4],
    /// Titles and texts of the items.
    pub items: Vec<(String, String)>,
    /// Name as given, media type, SHA-256 of the ciphertext of each file.
    pub files: Vec<(String, String, String)>,
}

/// Seals the opinion of an item, with every item of it, and registers the transfer.
///
/// # Errors
/// [`What::NoSealingKey`] where none is configured; what the register misses; the state, where the text stands in
/// minutes or in a notice already.
pub async fn seal(app: &App, actor: &Actor, item_public_id: i64, transfer: Transfer) -> Result<(), Refusal> {
    let recipient = app.keys.sealed_to.clone().ok_or_else(|| Refusal::problem("", What::NoSealingKey))?;
    let given = Given::load(app, actor, item_public_id).await?;
    // What the register misses is said before anything is encrypted.
    let arrived: jiff::civil::Date = given.opinion.received_on.parse().map_err(|_| Refusal::Broken("received_on".to_owned()))?;
    transfer.check(arrived, app.clock.today()).map_err(Refusal::Invalid)?;
    let mut files = Vec::new();
    for f in &given.files {
        let ciphertext = encrypt(&recipient, app.blobs.read(&f.sha256).await?).await?;
        let size = i64::try_from(ciphertext.len()).unwrap_or(i64::MAX);
        let sha256 = app.blobs.keep(ciphertext).await?;
        files.push(SealedFile { id: f.id.clone(), was: f.sha256.clone(), sha256, size });
    }
    let plain = given.plain(&files)?;
    let seen = given.fingerprint(app);
    let ciphertext = encrypt(&recipient, plain).await?;
    let verb = SealOpinion { opinion_id: given.opinion.id, seen, ciphertext, recipient, files, transfer, arrived };
    app.carry_out(actor, verb).await?;
    app.store.shorten_log()?;
    sweep(app).await
}

/// Removes the readable bytes of files that were sealed: after each sealing, and at every start.
///
/// # Errors
/// The store's failure; then the next start removes them.
pub async fn sweep(app: &App) -> Result<(), Refusal> {
    let waiting = job::waiting(&mut app.store.read().await?, REMOVE).await?;
    for (id, sha256) in waiting {
        if file::count_of(&mut app.store.read().await?, &sha256).await? == 0 {
            app.blobs.remove(&sha256).await?;
        }
        app.carry_out(&Actor::System, JobDone(id)).await?;
    }
    Ok(())
}

struct JobDone(String);
impl Verb for JobDone {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(job::done(tx, &self.0, cx.now_us).await?)
    }
}

/// Encrypts off the async threads.
async fn encrypt(recipient: &str, plain: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let recipient = age::x25519::Recipient::from_str(recipient).map_err(|e| Refusal::Broken(format!("the sealing key: {e}")))?;
    tokio::task::spawn_blocking(move || age::encrypt(&recipient, &plain))
        .await
        .map_err(|e| Refusal::Broken(e.to_string()))?
        .map_err(|e| Refusal::Broken(e.to_string()))
}

/// Everything readable of an opinion.
struct Given {
    opinion: OpinionRow,
    person: caunoi_domain::opinion::submission::PersonDetails,
    items: Vec<ItemRow>,
    files: Vec<FileRow>,
}

impl Given {
    async fn load(app: &App, actor: &Actor, item_public_id: i64) -> Result<Self, Refusal> {
        let mut conn = app.store.read().await?;
        let item = item::find_public(&mut conn, item_public_id).await?.ok_or(Refusal::NotFound("item"))?;
        if !policy::may(actor, Action::Seal, Scope::unit(&item.unit_id)) {
            return Err(Refusal::NotAllowed(Action::Seal));
        }
        let opinion = opinion::find(&mut conn, &item.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
        Ok(Self {
            person: opinion::person(&mut conn, &opinion.id).await?.unwrap_or_default(),
            items: item::of_opinion(&mut conn, &opinion.id).await?,
            files: sealed::files(&mut conn, &opinion.id).await?,
            opinion,
        })
    }

    fn plain(&self, files: &[SealedFile]) -> Result<Vec<u8>, Refusal> {
        let sealed = Sealed {
            version: 1,
            opinion: PublicId::from_i64(self.opinion.public_id).to_string(),
            body: self.opinion.body.clone(),
            place: self.opinion.place_note.clone(),
            village: self.opinion.village_id.clone(),
            received_on: self.opinion.received_on.clone(),
            person: [self.person.full_name.clone(), self.person.phone.clone(), self.person.address.clone(), self.person.email.clone()],
            items: self.items.iter().map(|i| (i.title.clone(), i.body.clone())).collect(),
            files: self.files.iter().zip(files).map(|(f, s)| (f.name.clone(), f.media.clone(), s.sha256.clone())).collect(),
        };
        serde_json::to_vec(&sealed).map_err(|e| Refusal::Broken(e.to_string()))
    }

    /// What was encrypted, so that nothing written meanwhile is lost: the transaction compares.
    fn fingerprint(&self, app: &App) -> [u8; 32] {
        fingerprint(&app.keys, &self.opinion, &self.items, &self.files)
    }
}

fn fingerprint(keys: &crate::keys::Keys, o: &OpinionRow, items: &[ItemRow], files: &[FileRow]) -> [u8; 32] {
    let mut parts: Vec<&[u8]> = vec![o.id.as_bytes(), o.body.as_bytes(), o.place_note.as_bytes()];
    for i in items {
        parts.extend([i.id.as_bytes(), i.title.as_bytes(), i.body.as_bytes()]);
    }
    for f in files {
        parts.extend([f.id.as_bytes(), f.sha256.as_bytes()]);
    }
    keys.mac("seal", &parts)
}

struct SealedFile {
    id: String,
    was: String,
    sha256: String,
    size: i64,
}

/// The transaction of a sealing.
struct SealOpinion {
    opinion_id: String,
    seen: [u8; 32],
    ciphertext: Vec<u8>,
    recipient: String,
    files: Vec<SealedFile>,
    transfer: Transfer,
    arrived: jiff::civil::Date,
}

impl Verb for SealOpinion {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let o = opinion::find(tx, &self.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
        cx.allow(Action::Seal, Scope::unit(&o.unit_id))?;
        let items = item::of_opinion(tx, &o.id).await?;
        let files = sealed::files(tx, &o.id).await?;
        if o.sealed || items.iter().any(|i| !triage::can_be_sealed(i.standing)) {
            return Err(Refusal::not_now("sealed"));
        }
        match sealed::paper(tx, &o.id).await? {
            Paper::None => {}
            Paper::Open => return Err(Refusal::problem("", What::InOpenMinutes)),
            Paper::Locked => return Err(Refusal::problem("", What::OnPaper)),
        }
        if fingerprint(&cx.keys, &o, &items, &files) != self.seen {
            return Err(Refusal::not_now("changed"));
        }
        let row = SealedRow {
            id: cx.id(),
            opinion_id: o.id.clone(),
            unit_id: o.unit_id.clone(),
            kind: self.transfer.kind,
            ciphertext: self.ciphertext.clone(),
            recipient: self.recipient.clone(),
            sealed_at: cx.now_us,
            sealed_by: cx.actor.id().to_owned(),
        };
        sealed::add(tx, &row).await?;
        sealed::blank(tx, &o.id, cx.now_us).await?;
        for f in &self.files {
            sealed::replace_file(tx, &f.id, &f.sha256, f.size).await?;
            job::add(tx, &cx.id(), REMOVE, &f.was, cx.now_us).await?;
        }
        for i in &items {
            search::remove(tx, "item", &PublicId::from_i64(i.public_id).to_string()).await?;
            if let Some(issue_id) = &i.issue_id {
                blank_issue_of_one(tx, cx, issue_id).await?;
            }
            cx.step(tx, &i.province_id, &i.id, &Step::Sealed { receiver: self.transfer.receiver.clone() }).await?;
        }
        hand_over::register(tx, cx, &o.unit_id, Some(&o.id), o.channel, self.arrived, &self.transfer).await?;
        cx.record(
            tx,
            Happened {
                kind: "opinion.sealed",
                unit_id: &o.unit_id,
                province_id: &o.province_id,
                subject_kind: "opinion",
                subject: &o.id,
                data: vec![
                    ("kind", Datum::Code(self.transfer.kind.code().to_owned())),
                    ("ciphertext_sha256", cx.commit(&self.ciphertext)),
                    ("files", Datum::Int(i64::try_from(self.files.len()).unwrap_or(0))),
                ],
            },
        )
        .await?;
        unit::bump_version(tx, &o.unit_id).await?;
        Ok(())
    }
}

/// An issue that held nothing but sealed items may carry their words in its title: it is blanked and dissolved.
async fn blank_issue_of_one(tx: &mut Tx<'_>, cx: &Cx, issue_id: &str) -> Result<(), Refusal> {
    let Some(mut i) = issue::find(tx, issue_id).await? else { return Ok(()) };
    if issue::size(tx, issue_id).await? == 0 {
        i.title = String::new();
        i.summary = String::new();
        i.dissolved_at = Some(cx.now_us);
        issue::save(tx, &i).await?;
        search::remove(tx, "issue", &PublicId::from_i64(i.public_id).to_string()).await?;
    }
    Ok(())
}
