//! How mails leave: to the office's mail server where one is named, else into `outbox/` of the data folder.

use std::sync::Arc;

use caunoi_app::outbox::Mailer;
use caunoi_domain::people::email::Email;
use lettre::message::Mailbox;

use super::{Failed, settings::Settings};
use crate::mail::{Folder, Letterhead, Smtp, SmtpSettings};

/// Sender where none is named: mails stay in the folder.
const NOBODY: &str = "caunoi@localhost.invalid";

/// The way that the settings name.
pub(crate) fn mailer(settings: &Settings, address: &str) -> Result<Arc<dyn Mailer>, Failed> {
    let Some(server) = &settings.mail_server else { return folder(settings, address) };
    let from = settings.mail_from.clone().ok_or_else(|| Failed::Use("mail_from: name the sender of mails".to_owned()))?;
    let head = letterhead(&from, address)?;
    let smtp = SmtpSettings { server: server.clone(), password_file: settings.mail_password_file.clone() };
    Ok(Arc::new(Smtp::new(head, &smtp).map_err(Failed::Use)?))
}

/// Into the folder, whatever the settings name: a demonstration writes to nobody.
pub(crate) fn folder(settings: &Settings, address: &str) -> Result<Arc<dyn Mailer>, Failed> {
    let head = letterhead(settings.mail_from.as_deref().unwrap_or(NOBODY), address)?;
    Ok(Arc::new(Folder::new(head, settings.data.join("outbox"))?))
}

fn letterhead(from: &str, address: &str) -> Result<Letterhead, Failed> {
    let wrong = || Failed::Use(format!("mail_from {from}: write an address such as caunoi@xa.example"));
    let checked = Email::parse(from).ok_or_else(wrong)?;
    let mailbox = Mailbox::new(Some("Cầu Nối".to_owned()), checked.as_str().parse().map_err(|_| wrong())?);
    Ok(Letterhead { from: mailbox, address: address.into() })
}
