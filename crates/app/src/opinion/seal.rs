//! Niêm phong: a complaint or a denunciation that arrived as an opinion by mistake leaves every readable row. Its text,
//! its person and its files become ciphertext under the public key of the competent body; nobody here can open it,
//! the administrator neither (product rule 5, L7).
//!
//! Encryption happens before the transaction. The readable bytes of files go after COMMIT, and again at the next start
//! where that was cut short.

use std::str::FromStr as _;

use caunoi_domain::{
    opinion::{item::Standing, kind::SealedKind, sealing::Secret, step::Step, tracking_code::PublicId, triage},
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Conn, Tx,
    blob::Hold,
    draft,
    file::FileRow,
    issue,
    item::{self, ItemRow},
    job,
    opinion::{self, OpinionRow},
    publication_draft,
    sealed::{self, Paper, SealedRow},
    search, staff_search, unit,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::{hand_over, hand_over::Transfer, upload},
    refusal::Refusal,
};

/// Kind of the job that removes readable bytes.
const REMOVE: &str = "blob.remove";

/// Kind of the job that cuts the log of the database off.
const SHORTEN: &str = "log.shorten";

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

/// How far a sealing reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole letter, with every matter of it.
    Letter,
    /// One matter; the others of the letter go on by the clerk's extracts, without the letter's text and its files.
    Matter,
}

/// Seals the opinion of an item, with every item of it, and registers the transfer.
///
/// # Errors
/// As [`seal_so_far`].
pub async fn seal(app: &App, actor: &Actor, item_public_id: i64, transfer: Transfer) -> Result<(), Refusal> {
    seal_so_far(app, actor, item_public_id, Reach::Letter, transfer).await
}

/// Seals a letter, or one matter of it, and registers the transfer. Where nothing else of the letter is open, one matter
/// is the letter.
///
/// # Errors
/// [`What::NoSealingKey`] where none is configured; what the register misses; the state, where the text stands in
/// minutes or in a notice already; that the other matters still hold what is to be sealed.
pub async fn seal_so_far(app: &App, actor: &Actor, item_public_id: i64, reach: Reach, transfer: Transfer) -> Result<(), Refusal> {
    let recipient = app.keys.sealed_to.clone().ok_or_else(|| Refusal::problem("", What::NoSealingKey))?;
    let given = Given::load(app, actor, item_public_id, reach).await?;
    // What the register misses is said before anything is encrypted.
    let arrived: jiff::civil::Date = given.opinion.received_on.parse().map_err(|_| Refusal::Broken("received_on".to_owned()))?;
    transfer.check(arrived, app.clock.today()).map_err(Refusal::Invalid)?;
    let (mut files, mut holds) = (Vec::new(), Vec::new());
    for f in &given.files {
        let ciphertext = encrypt(&recipient, app.blobs.read(&f.sha256).await?).await?;
        let size = i64::try_from(ciphertext.len()).unwrap_or(i64::MAX);
        let (sha256, hold) = app.blobs.keep(ciphertext).await?;
        holds.push(hold);
        files.push(SealedFile { id: f.id.clone(), was: f.sha256.clone(), sha256, size });
    }
    let plain = given.plain(&files)?;
    let seen = given.fingerprint(app);
    let ciphertext = encrypt(&recipient, plain).await?;
    let sealed = given.sealed().map(|i| i.id.clone()).collect();
    let verb = SealOpinion { opinion_id: given.opinion.id, sealed, seen, ciphertext, recipient, files, transfer, arrived };
    app.carry_out(actor, verb).await?;
    drop(holds);
    sweep(app).await
}

/// Removes the readable bytes of files that were sealed, and what the log of the database still holds of the texts: after
/// each sealing, at every start, and again while somebody's reading holds the log up.
///
/// # Errors
/// The store's failure; then the next round removes them.
pub async fn sweep(app: &App) -> Result<(), Refusal> {
    let logs = job::waiting(&mut app.store.read().await?, SHORTEN).await?;
    if !logs.is_empty() && app.store.shorten_log().await? {
        for (id, _) in logs {
            app.carry_out(&Actor::System, JobDone(id)).await?;
        }
    }
    let waiting = job::waiting(&mut app.store.read().await?, REMOVE).await?;
    for (id, sha256) in waiting {
        // A form with the same bytes that is under way: the next round looks again.
        if upload::remove(app, &sha256, &Hold::default()).await? {
            app.carry_out(&Actor::System, JobDone(id)).await?;
        }
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
    /// The one matter that is sealed; absent where the letter is.
    matter: Option<String>,
}

impl Given {
    async fn load(app: &App, actor: &Actor, item_public_id: i64, reach: Reach) -> Result<Self, Refusal> {
        let mut conn = app.store.read().await?;
        let item = item::find_public(&mut conn, item_public_id).await?.ok_or(Refusal::NotFound("item"))?;
        if !policy::may(actor, Action::Seal, Scope::unit(&item.unit_id)) {
            return Err(Refusal::NotAllowed(Action::Seal));
        }
        if !triage::can_be_sealed(item.standing) {
            return Err(Refusal::not_now(item.standing));
        }
        let opinion = opinion::find(&mut conn, &item.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
        let items = item::of_opinion(&mut conn, &opinion.id).await?;
        let others = items.iter().any(|i| i.id != item.id && i.standing != Standing::Sealed);
        let matter = (reach == Reach::Matter && others).then_some(item.id);
        let person = opinion::person(&mut conn, &opinion.id).await?.unwrap_or_default();
        let mut given = Self { person, items, files: Vec::new(), opinion, matter };
        let ids: Vec<&str> = given.sealed().map(|i| i.id.as_str()).collect();
        given.files = files_of(&mut conn, &ids).await?;
        Ok(given)
    }

    /// The matters that are sealed now. One of the letter that was sealed before stays as it is, with its ciphertext.
    fn sealed(&self) -> impl Iterator<Item = &ItemRow> {
        let open = self.items.iter().filter(|i| triage::can_be_sealed(i.standing));
        open.filter(|i| self.matter.as_deref().is_none_or(|m| m == i.id))
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
            items: self.sealed().map(|i| (i.title.clone(), i.body.clone())).collect(),
            files: self.files.iter().zip(files).map(|(f, s)| (f.name.clone(), f.media.clone(), s.sha256.clone())).collect(),
        };
        serde_json::to_vec(&sealed).map_err(|e| Refusal::Broken(e.to_string()))
    }

    /// What was encrypted, so that nothing written meanwhile is lost: the transaction compares.
    fn fingerprint(&self, app: &App) -> [u8; 32] {
        fingerprint(&app.keys, &self.opinion, &self.items, &self.files)
    }
}

/// Every file of these matters and of their letter, each once.
async fn files_of(conn: &mut Conn<'_>, items: &[&str]) -> Result<Vec<FileRow>, Refusal> {
    let mut all: Vec<FileRow> = Vec::new();
    for id in items {
        for f in sealed::files(conn, id).await? {
            if !all.iter().any(|g| g.id == f.id) {
                all.push(f);
            }
        }
    }
    Ok(all)
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
    /// Ids of the matters that are sealed.
    sealed: Vec<String>,
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
        let (sealed, rest): (Vec<&ItemRow>, Vec<&ItemRow>) = items.iter().partition(|i| self.sealed.contains(&i.id));
        let ids: Vec<&str> = sealed.iter().map(|i| i.id.as_str()).collect();
        let files = files_of(tx, &ids).await?;
        if o.sealed || sealed.iter().any(|i| !triage::can_be_sealed(i.standing)) {
            return Err(Refusal::not_now("sealed"));
        }
        for id in &ids {
            match sealed::paper(tx, id).await? {
                Paper::None => {}
                Paper::Open => return Err(Refusal::problem("", What::InOpenMinutes)),
                Paper::Locked => return Err(Refusal::problem("", What::OnPaper)),
            }
        }
        let rest: Vec<&ItemRow> = rest.into_iter().filter(|i| i.standing != Standing::Sealed).collect();
        let person = opinion::person(tx, &o.id).await?.unwrap_or_default();
        let texts = sealed.iter().map(|i| (i.title.as_str(), i.body.as_str()));
        let secret = Secret::of(self.transfer.kind, texts, &person);
        self.apart(tx, &o, &secret).await?;
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
        let sent_on = self.transfer.sent_on.map(|d| d.to_string()).unwrap_or_default();
        for id in &ids {
            sealed::blank(tx, id, cx.now_us, (&self.transfer.receiver, &sent_on)).await?;
        }
        job::add(tx, &cx.id(), SHORTEN, "", cx.now_us).await?;
        for f in &self.files {
            sealed::replace_file(tx, &f.id, &f.sha256, f.size).await?;
            job::add(tx, &cx.id(), REMOVE, &f.was, cx.now_us).await?;
        }
        for i in &sealed {
            search::remove(tx, "item", &PublicId::from_i64(i.public_id).to_string()).await?;
            if let Some(issue_id) = &i.issue_id {
                blank_issue_of_one(tx, cx, issue_id).await?;
            }
            cx.step(tx, &i.province_id, &i.id, &Step::Sealed { receiver: self.transfer.receiver.clone() }).await?;
        }
        if rest.is_empty() {
            sealed::blank_letter(tx, &o.id).await?;
        } else {
            self.keep_rest(tx, &o, &rest).await?;
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
                    ("matters", Datum::Int(i64::try_from(ids.len()).unwrap_or(0))),
                    ("go_on", Datum::Int(i64::try_from(rest.len()).unwrap_or(0))),
                ],
            },
        )
        .await?;
        unit::bump_version(tx, &o.unit_id).await?;
        Ok(())
    }
}

impl SealOpinion {
    /// Nothing that goes on holds what is sealed: what nobody has decided about yet, or what only tells how a text once
    /// read, loses it; anything else is refused, for the office to mend.
    async fn apart(&self, tx: &mut Tx<'_>, o: &OpinionRow, secret: &Secret) -> Result<(), Refusal> {
        for w in sealed::words_about(tx, &o.id, &self.sealed.join(",")).await? {
            // A step is JSON: a new line stands in it as two characters.
            if !secret.is_in(&w.text.replace("\\n", "\n")) {
                continue;
            }
            match w.place.as_str() {
                "publication_edit" => sealed::blank_edit(tx, &w.id).await?,
                "publication_draft" => {
                    publication_draft::end(tx, &w.id).await?;
                }
                _ => return Err(Refusal::problem("", What::OthersHoldIt)),
            }
        }
        for (user, form, fields) in sealed::drafts_about(tx, &o.id).await? {
            let typed: Vec<(String, String)> = serde_json::from_str(&fields).unwrap_or_default();
            if typed.iter().any(|(_, value)| secret.is_in(value)) {
                draft::forget(tx, &user, &form).await?;
            }
        }
        Ok(())
    }

    /// What is left of the letter: the words of its other matters; of a denunciation nobody here knows any more who gave it.
    async fn keep_rest(&self, tx: &mut Tx<'_>, o: &OpinionRow, rest: &[&ItemRow]) -> Result<(), Refusal> {
        let words: Vec<&str> = rest.iter().map(|i| i.body.as_str()).collect();
        sealed::keep_rest(tx, &o.id, &words.join("\n")).await?;
        for i in rest {
            sealed::forget_undo(tx, &i.id).await?;
        }
        if self.transfer.kind == SealedKind::Denunciation {
            sealed::forget_person(tx, &o.id).await?;
        }
        staff_search::renew(tx, &o.id).await?;
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
