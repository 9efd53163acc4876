//! Mails go to the office's own mail server. TLS is asked for everywhere but on this machine itself.

use std::{future::Future, path::PathBuf, pin::Pin, time::Duration};

use caunoi_app::outbox::{Mailer, Undelivered, Waiting};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, transport::smtp::authentication::Credentials};

use super::letter::{Letterhead, letter};

/// How long a server may take for one mail.
const PATIENCE: Duration = Duration::from_secs(30);

/// The mail server as the operator names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SmtpSettings {
    /// `smtps://user@host:465` (TLS from the start) or `smtp://user@host:587` (STARTTLS; without TLS on this machine only).
    pub server: String,
    /// File that holds the password.
    pub password_file: Option<PathBuf>,
}

/// Hands mails to a server.
pub struct Smtp {
    head: Letterhead,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Smtp {
    /// To that server.
    ///
    /// # Errors
    /// What is wrong with the settings, in words for the operator.
    pub fn new(head: Letterhead, settings: &SmtpSettings) -> Result<Self, String> {
        let wrong = |why: &str| format!("mail_server {}: {why}; write smtps://user@host:465 or smtp://user@host:587", settings.server);
        let uri: http::Uri = settings.server.parse().map_err(|_| wrong("not an address"))?;
        let authority = uri.authority().ok_or_else(|| wrong("no host"))?;
        let (user, host) = (authority.as_str().rsplit_once('@').map(|(u, _)| u), authority.host());
        if user.is_some_and(|u| u.contains(':')) {
            return Err(wrong("the password stands in a file of its own (mail_password_file)"));
        }
        let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let builder = match uri.scheme_str() {
            Some("smtps") => AsyncSmtpTransport::<Tokio1Executor>::relay(host).map_err(|e| wrong(&e.to_string()))?,
            Some("smtp") if here => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
            Some("smtp") => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host).map_err(|e| wrong(&e.to_string()))?,
            _ => return Err(wrong("unknown scheme")),
        };
        let port = authority.port_u16().unwrap_or(if uri.scheme_str() == Some("smtps") { 465 } else { 587 });
        let mut builder = builder.port(port).timeout(Some(PATIENCE));
        if let Some(user) = user {
            let file = settings.password_file.as_ref().ok_or_else(|| wrong("no mail_password_file for that user"))?;
            let password = std::fs::read_to_string(file).map_err(|e| format!("mail_password_file {}: {e}", file.display()))?;
            builder = builder.credentials(Credentials::new(user.to_owned(), password.trim_end_matches(['\r', '\n']).to_owned()));
        }
        Ok(Self { head, transport: builder.build() })
    }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, mail: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>> {
        Box::pin(async move {
            let message = letter(&self.head, mail)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                // Only a reply that this mail will never be taken ends it; a server that is down is asked again.
                Err(e) if e.is_permanent() => Err(Undelivered::Never(e.to_string())),
                Err(e) => Err(Undelivered::Later(e.to_string())),
            }
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_wrong_server_is_named_and_no_password_stands_in_a_setting() {
        let head = Letterhead { from: "caunoi@xa.example".parse().unwrap(), address: "https://a.example".into() };
        for bad in ["", "host", "http://host", "smtp://u:p@host:587", "smtps://u@host"] {
            let settings = SmtpSettings { server: bad.to_owned(), ..SmtpSettings::default() };
            assert!(Smtp::new(head.clone(), &settings).is_err(), "{bad}");
        }
        let settings = SmtpSettings { server: "smtp://localhost:2525".to_owned(), ..SmtpSettings::default() };
        assert!(Smtp::new(head, &settings).is_ok());
    }
}
