//! Files of people and offices: content-addressed on disk, durable before anybody is told "received".

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use crate::error::Result;

/// A folder of files named by the SHA-256 of what they hold.
#[derive(Clone, Debug)]
pub struct Blobs {
    root: PathBuf,
}

impl Blobs {
    /// Opens (or makes) the folder.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn open(root: &Path) -> Result<Self> {
        std::fs::create_dir_all(root.join("new"))?;
        Ok(Self { root: root.to_owned() })
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
        if path.metadata().is_ok_and(|m| m.len() == bytes.len() as u64) {
            return Ok(name);
        }
        let shelf = path.parent().map_or_else(|| self.root.clone(), Path::to_path_buf);
        std::fs::create_dir_all(&shelf)?;
        let aside = self.root.join("new").join(format!("{name}.{}", std::process::id()));
        let mut file = std::fs::File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&aside, &path)?;
        std::fs::File::open(&shelf)?.sync_all()?;
        std::fs::File::open(&self.root)?.sync_all()?;
        Ok(name)
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
