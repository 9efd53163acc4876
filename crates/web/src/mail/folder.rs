//! Where no mail server is named, mails are written into `outbox/` of the data folder, one `.eml` file each: an operator
//! sees what would be sent, and the demonstration needs no network.

use std::{future::Future, io::Write as _, path::PathBuf, pin::Pin};

use caunoi_app::outbox::{Mailer, Undelivered, Waiting};

use super::letter::{Letterhead, letter};

/// Writes mails into a folder.
pub struct Folder {
    head: Letterhead,
    folder: PathBuf,
}

impl Folder {
    /// Into that folder, which is made where it is not there.
    ///
    /// # Errors
    /// The operating system's words.
    pub fn new(head: Letterhead, folder: PathBuf) -> std::io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self { head, folder })
    }

    /// Whole or not at all, under the mail's own id: a second try writes the same file.
    fn write(&self, mail: &Waiting) -> Result<(), Undelivered> {
        let bytes = letter(&self.head, mail)?.formatted();
        let later = |e: std::io::Error| Undelivered::Later(e.to_string());
        let aside = self.folder.join(format!("{}.new", mail.id));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&aside).map_err(later)?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(later)?;
        std::fs::rename(&aside, self.folder.join(format!("{}.eml", mail.id))).map_err(later)
    }
}

impl Mailer for Folder {
    fn send<'a>(&'a self, mail: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>> {
        Box::pin(async move { self.write(mail) })
    }
}
