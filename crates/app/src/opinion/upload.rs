//! Files that people and offices hand in: kind by content, bounded, photos without what they tell beside their picture,
//! durable before anybody is told "received". A file is taken whole or not at all.

use std::time::Duration;

use caunoi_domain::{
    opinion::secrecy,
    problem::{FileProblem, Problem, What},
    text::nfc,
};
use caunoi_store::{
    StoreError, Tx,
    blob::{Blobs, Claimed, Hold},
    file::FileRow,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{App, Cx},
    opinion::photo,
    refusal::Refusal,
};

/// Files of one opinion at most.
pub const FILES_MAX: usize = 5;
/// Bytes of one file at most.
pub const SIZE_MAX: u64 = 10 * 1024 * 1024;

/// A file whose bytes are durable, not attached to anything yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Media type, found from the content.
    pub media: String,
    /// Name, cleaned.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Nobody forgets it while this form is under way; a reference that went over a page holds nothing.
    #[serde(skip)]
    pub hold: Hold,
}

/// How long a file waits for the form that it was handed in with: over a long weekend.
const WAITS: Duration = Duration::from_secs(4 * 86_400);

/// Media types that are taken, by content.
const TAKEN: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/heif",
    "image/gif",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "audio/mpeg",
    "audio/m4a",
    "audio/ogg",
    "video/mp4",
];

/// Checks a file and makes its bytes durable.
///
/// # Errors
/// [`Refusal::Invalid`] saying why the file is refused; the store's failure.
pub async fn keep(app: &App, field: &'static str, name: &str, bytes: Vec<u8>) -> Result<Kept, Refusal> {
    let name = clean_name(name);
    let refused = |what| Refusal::Invalid(vec![Problem::new(field, What::File(what))]);
    if bytes.is_empty() {
        return Err(refused(FileProblem::Empty { name }));
    }
    if bytes.len() as u64 > SIZE_MAX {
        return Err(refused(FileProblem::TooLarge { name, max: SIZE_MAX }));
    }
    if secrecy::name_is_marked(&name) {
        return Err(Refusal::problem(field, What::StateSecret));
    }
    let media = infer::get(&bytes).map_or("", |t| t.mime_type());
    if !TAKEN.contains(&media) {
        return Err(refused(FileProblem::Kind { name }));
    }
    let bytes = photo::bare(media, bytes).map_err(|e| {
        // One of several files: its name says which.
        refused(if e == FileProblem::CutShort { FileProblem::Torn { name: name.clone() } } else { e })
    })?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let (sha256, hold) = app.blobs.keep(bytes).await?;
    Ok(Kept { sha256, media: media.to_owned(), name, size, hold })
}

/// Forgets durable files that nothing is attached to: those of a form that was refused for good. The same bytes in
/// another form that is under way, on this node or another one, stay: that form attaches them, or forgets them itself.
///
/// # Errors
/// The store's failure.
pub async fn forget(app: &App, files: &[Kept]) -> Result<(), Refusal> {
    for f in files {
        remove(app, &f.sha256, &f.hold).await?;
    }
    Ok(())
}

/// Removes a file where nothing is attached to it; false where a form that is under way counts on it.
pub(super) async fn remove(app: &App, sha256: &str, own: &Hold) -> Result<bool, Refusal> {
    match app.blobs.claim(sha256, own)? {
        Claimed::Gone => {}
        Claimed::Held => return Ok(false),
        Claimed::Ours(claim) => {
            // Looked at under the claim: whoever attaches it has had a hold on it until after the commit.
            if count_of(app, sha256).await? == 0 {
                claim.remove().await?;
            }
        }
    }
    Ok(true)
}

/// Removes durable files that nothing was ever attached to: of forms that were left on the way, cut off or refused.
/// Answers how many.
///
/// # Errors
/// The store's failure: the next round goes on.
pub async fn sweep(app: &App) -> Result<usize, Refusal> {
    let old = off(app, |blobs| blobs.old(WAITS)).await?;
    for sha256 in old {
        if count_of(app, &sha256).await? == 0 {
            off(app, move |blobs| blobs.set_aside(&sha256, WAITS)).await?;
        }
    }
    // Looked at again after it was set aside: another node may have attached it in between.
    let mut removed = 0;
    for sha256 in off(app, Blobs::aside).await? {
        let used = count_of(app, &sha256).await? > 0;
        removed += usize::from(off(app, move |blobs| blobs.settle_aside(&sha256, used, WAITS)).await?);
    }
    Ok(removed)
}

async fn count_of(app: &App, sha256: &str) -> Result<i64, Refusal> {
    Ok(caunoi_store::file::count_of(&mut app.store.read().await?, sha256).await?)
}

/// Something with the folder of files, off the async threads.
async fn off<T, F>(app: &App, with: F) -> Result<T, Refusal>
where
    T: Send + 'static,
    F: FnOnce(&Blobs) -> Result<T, StoreError> + Send + 'static,
{
    let blobs = app.blobs.clone();
    Ok(tokio::task::spawn_blocking(move || with(&blobs)).await.map_err(|e| Refusal::Broken(e.to_string()))??)
}

/// The name without folders, controls and quotes; `tep` where nothing is left.
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = nfc::clean_line(last, 400).unwrap_or_default().replace(['"', '<', '>'], "");
    let short: String = clean.chars().take(120).collect();
    if short.is_empty() { "tep".to_owned() } else { short }
}

/// What a file is attached to.
#[derive(Clone, Copy, Debug)]
pub struct AttachTo<'a> {
    /// The unit that holds it.
    pub unit_id: &'a str,
    /// `opinion`, `progress`, `escalation`, `minutes`, `ending` …
    pub kind: &'static str,
    /// Its id.
    pub id: &'a str,
    /// May be seen on public pages.
    pub public: bool,
}

/// Attaches durable files in the change's own transaction.
///
/// # Errors
/// The store's failure.
pub async fn attach(tx: &mut Tx<'_>, cx: &Cx, to: AttachTo<'_>, files: &[Kept]) -> Result<(), Refusal> {
    for f in files {
        caunoi_store::file::add(
            tx,
            &FileRow {
                id: cx.id(),
                unit_id: to.unit_id.to_owned(),
                public_id: cx.public_id().to_i64(),
                subject_kind: to.kind.to_owned(),
                subject_id: to.id.to_owned(),
                sha256: f.sha256.clone(),
                media: f.media.clone(),
                name: f.name.clone(),
                size: f.size,
                public: to.public,
                at: cx.now_us,
                by_user: cx.actor.officer().map(|o| o.user_id.clone()),
            },
        )
        .await?;
    }
    Ok(())
}
