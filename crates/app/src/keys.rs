//! The server's own key: codes, secrets and form tokens are derived from it or checked by it. It lies outside the database.

use std::{io::Write as _, path::Path, str::FromStr as _};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::{randomness::Randomness, refusal::Refusal};

/// Keys of one installation.
#[derive(Clone)]
pub struct Keys {
    server: [u8; 32],
    /// Public key (age X25519 recipient) to which texts are sealed that arrived by mistake.
    pub sealed_to: Option<String>,
}

impl Keys {
    /// Keys from bytes: tests.
    #[must_use]
    pub const fn from_bytes(server: [u8; 32]) -> Self {
        Self { server, sealed_to: None }
    }

    /// Reads `server.key` in the data folder, or makes it (mode 0600) at the first start.
    ///
    /// # Errors
    /// The operating system's words, or that the file is not one of ours.
    pub fn open(dir: &Path, randomness: &dyn Randomness) -> Result<Self, Refusal> {
        let path = dir.join("server.key");
        let broken = |e: std::io::Error| Refusal::Broken(format!("{}: {e}", path.display()));
        match std::fs::read(&path) {
            Ok(bytes) => {
                let server = bytes.try_into().map_err(|_| {
                    Refusal::Broken(format!("{} does not hold 32 bytes: put the right key back from the backup", path.display()))
                })?;
                Ok(Self { server, sealed_to: sealed_to(dir)? })
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                std::fs::create_dir_all(dir).map_err(broken)?;
                let mut server = [0; 32];
                randomness.fill(&mut server);
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(&path).map_err(broken)?;
                file.write_all(&server).and_then(|()| file.sync_all()).map_err(broken)?;
                Ok(Self { server, sealed_to: sealed_to(dir)? })
            }
            Err(e) => Err(broken(e)),
        }
    }

    /// HMAC-SHA-256 of the parts under the server's key, for one purpose.
    #[must_use]
    pub fn mac(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        // HMAC takes a key of any length: 32 bytes cannot be refused.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.server) else { return [0; 32] };
        mac.update(purpose.as_bytes());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// The public key in `sealed-to.txt` of the data folder: one line that begins with `age1`.
fn sealed_to(dir: &Path) -> Result<Option<String>, Refusal> {
    let path = dir.join(SEALED_TO);
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            let key = text.trim();
            age::x25519::Recipient::from_str(key).map_err(|_| {
                Refusal::Broken(format!("{} holds no age public key: put in one line that begins with age1", path.display()))
            })?;
            Ok(Some(key.to_owned()))
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Refusal::Broken(format!("{}: {e}", path.display()))),
    }
}

/// Name of the file that holds the public key to which texts are sealed.
const SEALED_TO: &str = "sealed-to.txt";

/// Makes a pair of keys for the demonstration where there is none: the public one in `sealed-to.txt`, the private one
/// beside it in `sealed-key.txt`, readable by its owner only. A real installation gets its public key from the
/// competent body and never sees the private one.
///
/// # Errors
/// The operating system's words.
pub fn make_sealing_pair(dir: &Path) -> Result<(), Refusal> {
    use age::secrecy::ExposeSecret as _;
    let public = dir.join(SEALED_TO);
    if public.exists() {
        return Ok(());
    }
    let broken = |e: std::io::Error| Refusal::Broken(format!("{}: {e}", dir.display()));
    std::fs::create_dir_all(dir).map_err(broken)?;
    let identity = age::x25519::Identity::generate();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut private = options.open(dir.join("sealed-key.txt")).map_err(broken)?;
    writeln!(private, "{}", identity.to_string().expose_secret()).and_then(|()| private.sync_all()).map_err(broken)?;
    std::fs::write(&public, format!("{}\n", identity.to_public())).map_err(broken)
}
