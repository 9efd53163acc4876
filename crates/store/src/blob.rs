//! Files of people and offices: content-addressed on disk, durable before anybody is told "received".

use std::{
    fs::{File, TryLockError},
    io::{ErrorKind, Write as _},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use sha2::{Digest as _, Sha256};

use crate::error::Result;

/// A folder of files named by the SHA-256 of what they hold.
#[derive(Clone, Debug)]
pub struct Blobs {
    root: PathBuf,
    /// Taken by who finds a file there and counts on it, and by who removes one that is old.
    ageing: Arc<Mutex<()>>,
}

/// As long as somebody has this, nobody who forgets the same bytes takes the file from under them, on this node or another
/// one of the same folder: the operating system's shared lock on the file.
#[derive(Clone, Default)]
pub struct Hold(Option<Arc<File>>);

impl std::fmt::Debug for Hold {
    /// What is held says nothing about what it is.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hold")
    }
}

impl PartialEq for Hold {
    /// What is held says nothing about what it is.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for Hold {}

/// What became of a wish to remove a file.
#[derive(Debug)]
pub enum Claimed {
    /// It is gone already.
    Gone,
    /// Somebody counts on it at this moment.
    Held,
    /// Nobody else can take hold of it until this is dropped.
    Ours(Claim),
}

/// A file that only its owner can remove.
#[derive(Debug)]
pub struct Claim {
    file: Arc<File>,
    path: PathBuf,
}

impl Drop for Claim {
    fn drop(&mut self) {
        drop(self.file.unlock());
    }
}

/// Distinguishes files of one process that are being written.
static WRITTEN: AtomicU64 = AtomicU64::new(0);
/// The folder of files about which a sweep has not decided yet.
const ASIDE: &str = "aside";
/// What is still in the folder of new ones after so long was cut off while it was written.
const CUT_OFF: Duration = Duration::from_secs(3_600);

impl Blobs {
    /// Opens (or makes) the folder.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn open(root: &Path) -> Result<Self> {
        std::fs::create_dir_all(root.join("new"))?;
        Ok(Self { root: root.to_owned(), ageing: Arc::default() })
    }

    /// Where the file of that hash lies.
    #[must_use]
    pub fn path(&self, sha256_hex: &str) -> PathBuf {
        let shelf = sha256_hex.get(..2).unwrap_or("00");
        self.root.join(shelf).join(sha256_hex)
    }

    /// Keeps the bytes: written aside, flushed to disk, given its name, and the folder flushed too.
    /// Answers the hash in hexadecimal, and the hold on the file. The same bytes twice are one file.
    ///
    /// # Errors
    /// The operating system's words; then nothing is kept under the name.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<(String, Hold)> {
        self.off(move |this| this.keep_now(&bytes)).await
    }

    fn keep_now(&self, bytes: &[u8]) -> Result<(String, Hold)> {
        let name = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
        let path = self.path(&name);
        if let Some(hold) = self.hold_whole(&path, bytes.len())? {
            return Ok((name, hold));
        }
        let shelf = path.parent().map_or_else(|| self.root.clone(), Path::to_path_buf);
        std::fs::create_dir_all(&shelf)?;
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let aside = self.root.join("new").join(format!("{name}.{}.{number}", std::process::id()));
        let hold = write(&aside, bytes).map_err(Into::into).and_then(|file| self.give_name(&aside, &path, (file, bytes.len())));
        // It has its name by now, or another has; where the disk is full, what got there must not fill it further.
        drop(std::fs::remove_file(&aside));
        let hold = hold?;
        File::open(&shelf)?.sync_all()?;
        File::open(&self.root)?.sync_all()?;
        Ok((name, hold))
    }

    /// Gives a file that lies aside its name, held from before it has it. Where another was quicker, that one is held: it
    /// is never put in another's place, under which somebody may count on it.
    fn give_name(&self, aside: &Path, path: &Path, (file, len): (File, usize)) -> Result<Hold> {
        wait_shared(&file)?;
        loop {
            match std::fs::hard_link(aside, path) {
                Ok(()) => return Ok(Hold(Some(Arc::new(file)))),
                Err(e) if e.kind() == ErrorKind::AlreadyExists => match self.hold_whole(path, len)? {
                    Some(hold) => return Ok(hold),
                    // Gone in between; or half of it, which is no file of anybody's.
                    None if path.try_exists()? && !is_whole(path, len) => std::fs::remove_file(path)?,
                    None => {}
                },
                // A file system without a second name.
                Err(_) => {
                    std::fs::rename(aside, path)?;
                    return Ok(Hold(Some(Arc::new(file))));
                }
            }
        }
    }

    fn hold_whole(&self, path: &Path, len: usize) -> Result<Option<Hold>> {
        if is_whole(path, len) { self.hold(path) } else { Ok(None) }
    }

    /// Takes hold of a file and makes it young again; nothing where it is not there any more. It looks once more after:
    /// where somebody has just removed the file or set it aside, either this sees it gone, or they see it young.
    fn hold(&self, path: &Path) -> Result<Option<Hold>> {
        loop {
            let file = match File::options().write(true).open(path) {
                Ok(file) => file,
                Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
                Err(e) => return Err(e.into()),
            };
            wait_shared(&file)?;
            let _held = self.ageing.lock().unwrap_or_else(PoisonError::into_inner);
            file.set_modified(SystemTime::now())?;
            if is_named(&file, path)? {
                return Ok(Some(Hold(Some(Arc::new(file)))));
            }
            if !path.try_exists()? {
                return Ok(None);
            }
        }
    }

    /// The hold on the file of that hash, where it is still there; then it is young again, and nobody removes it as left
    /// behind.
    ///
    /// # Errors
    /// The operating system's words.
    pub async fn still_there(&self, sha256_hex: &str) -> Result<Option<Hold>> {
        let path = self.path(sha256_hex);
        self.off(move |this| this.hold(&path)).await
    }

    /// Claims the file of that hash for being removed; `own` is what the claimant itself has of it, which is over with
    /// this. Whoever wants to take hold of it meanwhile waits, and finds it there or gone.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn claim(&self, sha256_hex: &str, own: &Hold) -> Result<Claimed> {
        let path = self.path(sha256_hex);
        let file = match &own.0 {
            Some(file) => Arc::clone(file),
            None => match File::options().write(true).open(&path) {
                Ok(file) => Arc::new(file),
                Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Claimed::Gone),
                Err(e) => return Err(e.into()),
            },
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Claimed::Held),
            Err(TryLockError::Error(e)) if e.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(e)) => return Err(e.into()),
        }
        let claim = Claim { file, path };
        if is_named(&claim.file, &claim.path)? { Ok(Claimed::Ours(claim)) } else { Ok(Claimed::Gone) }
    }

    /// Something with the folder, off the async threads.
    async fn off<T, F>(&self, with: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Self) -> Result<T> + Send + 'static,
    {
        let this = self.clone();
        tokio::task::spawn_blocking(move || with(&this)).await.map_err(|e| std::io::Error::other(e.to_string()))?
    }

    /// The hashes of files that nobody has handed in for so long; what was cut off while it was written goes at once.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn old(&self, age: Duration) -> Result<Vec<String>> {
        for aside in std::fs::read_dir(self.root.join("new"))? {
            let aside = aside?.path();
            if is_older(&aside, CUT_OFF) {
                std::fs::remove_file(aside)?;
            }
        }
        let mut all = Vec::new();
        for shelf in std::fs::read_dir(&self.root)? {
            let shelf = shelf?;
            if shelf.file_name().len() != 2 {
                continue;
            }
            for file in std::fs::read_dir(shelf.path())? {
                let file = file?;
                if is_older(&file.path(), age) {
                    all.push(file.file_name().to_string_lossy().into_owned());
                }
            }
        }
        Ok(all)
    }

    /// Sets the file of that hash aside where nobody has handed it in again for so long; true where it lies aside now.
    /// Whoever asks for it meanwhile, on this node or another one of the same folder, finds it gone.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn set_aside(&self, sha256_hex: &str, age: Duration) -> Result<bool> {
        let path = self.path(sha256_hex);
        let _held = self.ageing.lock().unwrap_or_else(PoisonError::into_inner);
        if !is_older(&path, age) {
            return Ok(false);
        }
        std::fs::create_dir_all(self.root.join(ASIDE))?;
        found(std::fs::rename(&path, self.root.join(ASIDE).join(sha256_hex)))
    }

    /// The hashes of files that lie aside: also those of a node that stopped before it had decided.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn aside(&self) -> Result<Vec<String>> {
        let mut all = Vec::new();
        if self.root.join(ASIDE).is_dir() {
            for file in std::fs::read_dir(self.root.join(ASIDE))? {
                all.push(file?.file_name().to_string_lossy().into_owned());
            }
        }
        Ok(all)
    }

    /// Decides about a file that lies aside: one that something is attached to, or that was made young at the last moment,
    /// is put back; another is removed. True where it is gone.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn settle_aside(&self, sha256_hex: &str, used: bool, age: Duration) -> Result<bool> {
        let aside = self.root.join(ASIDE).join(sha256_hex);
        if !used && is_older(&aside, age) {
            return found(std::fs::remove_file(&aside));
        }
        let path = self.path(sha256_hex);
        let shelf = path.parent().map_or_else(|| self.root.clone(), Path::to_path_buf);
        std::fs::create_dir_all(&shelf)?;
        if found(std::fs::rename(&aside, &path))? {
            File::options().write(true).open(&path)?.set_modified(SystemTime::now())?;
            File::open(&shelf)?.sync_all()?;
        }
        Ok(false)
    }

    /// Reads the file of that hash.
    ///
    /// # Errors
    /// The operating system's words where it is not there.
    pub async fn read(&self, sha256_hex: &str) -> Result<Vec<u8>> {
        Ok(tokio::fs::read(self.path(sha256_hex)).await?)
    }
}

impl Claim {
    /// Removes the file, and makes the removal durable.
    ///
    /// # Errors
    /// The operating system's words.
    pub async fn remove(self) -> Result<()> {
        tokio::fs::remove_file(&self.path).await?;
        if let Some(shelf) = self.path.parent() {
            tokio::fs::File::open(shelf).await?.sync_all().await?;
        }
        Ok(())
    }
}

/// True where it was done; false where the file was not there: another node was quicker.
fn found(done: std::io::Result<()>) -> Result<bool> {
    match done {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        done => Ok(done.map(|()| true)?),
    }
}

fn write(to: &Path, bytes: &[u8]) -> std::io::Result<File> {
    let mut file = File::create(to)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(file)
}

fn is_whole(path: &Path, len: usize) -> bool {
    path.metadata().is_ok_and(|m| m.len() == len as u64)
}

/// True where the open file is the one that has the name.
fn is_named(file: &File, path: &Path) -> Result<bool> {
    let ours = file.metadata()?;
    match path.metadata() {
        Ok(theirs) => Ok((ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino())),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(e.into()),
    }
}

/// Waits for a share of the file; a file system that knows no locks gives one without.
fn wait_shared(file: &File) -> Result<()> {
    match file.lock_shared() {
        Err(e) if e.kind() != ErrorKind::Unsupported => Err(e.into()),
        _ => Ok(()),
    }
}

/// By the operating system's own clock, which is the one that dates files.
fn is_older(path: &Path, than: Duration) -> bool {
    let modified = path.metadata().and_then(|m| m.modified());
    modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > than))
}
