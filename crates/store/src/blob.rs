//! Files of people and offices: content-addressed on disk, durable before anybody is told "received".

use std::{
    io::Write as _,
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

    /// Keeps the bytes: written aside, flushed to disk, moved to its name, and the folder flushed too.
    /// Answers the hash in hexadecimal. The same bytes twice are one file.
    ///
    /// # Errors
    /// The operating system's words; then nothing is kept under the name.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<String> {
        let this = self.clone();
        tokio::task::spawn_blocking(move || this.keep_now(&bytes)).await.map_err(|e| std::io::Error::other(e.to_string()))?
    }

    fn keep_now(&self, bytes: &[u8]) -> Result<String> {
        let name = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
        let path = self.path(&name);
        if path.metadata().is_ok_and(|m| m.len() == bytes.len() as u64) && self.renew(&path)? {
            return Ok(name);
        }
        let shelf = path.parent().map_or_else(|| self.root.clone(), Path::to_path_buf);
        std::fs::create_dir_all(&shelf)?;
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let aside = self.root.join("new").join(format!("{name}.{}.{number}", std::process::id()));
        if let Err(e) = write(&aside, bytes).and_then(|()| std::fs::rename(&aside, &path)) {
            // Where the disk is full, what got there must not fill it further.
            drop(std::fs::remove_file(&aside));
            return Err(e.into());
        }
        std::fs::File::open(&shelf)?.sync_all()?;
        std::fs::File::open(&self.root)?.sync_all()?;
        Ok(name)
    }

    /// Makes a file young again; false where it is not there any more. It looks once more after: where another node has
    /// just set the file aside, either this sees it gone, or that node sees it young.
    fn renew(&self, path: &Path) -> Result<bool> {
        let _held = self.ageing.lock().unwrap_or_else(PoisonError::into_inner);
        match std::fs::File::options().write(true).open(path) {
            Ok(file) => {
                file.set_modified(SystemTime::now())?;
                Ok(path.try_exists()?)
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(e.into()),
        }
    }

    /// True where the file of that hash is still there; then it is young again, and nobody removes it as left behind.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn still_there(&self, sha256_hex: &str) -> Result<bool> {
        self.renew(&self.path(sha256_hex))
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
            std::fs::File::options().write(true).open(&path)?.set_modified(SystemTime::now())?;
            std::fs::File::open(&shelf)?.sync_all()?;
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

    /// Removes the file of that hash, and makes the removal durable. One that is not there is removed already.
    ///
    /// # Errors
    /// The operating system's words.
    pub async fn remove(&self, sha256_hex: &str) -> Result<()> {
        let path = self.path(sha256_hex);
        match tokio::fs::remove_file(&path).await {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
            _ => {
                if let Some(shelf) = path.parent().filter(|s| s.is_dir()) {
                    tokio::fs::File::open(shelf).await?.sync_all().await?;
                }
                Ok(())
            }
        }
    }
}

/// True where it was done; false where the file was not there: another node was quicker.
fn found(done: std::io::Result<()>) -> Result<bool> {
    match done {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(false),
        done => Ok(done.map(|()| true)?),
    }
}

fn write(to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(to)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// By the operating system's own clock, which is the one that dates files.
fn is_older(path: &Path, than: Duration) -> bool {
    let modified = path.metadata().and_then(|m| m.modified());
    modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > than))
}
