//! Hộp thư đi: mails wait as jobs in the database until they were handed over. A mail says that there is news and where
//! to read it: no code, no secret, no text of people. Whoever hands them over is a [`Mailer`]; the clock is injected.

mod stop;
mod worker;

pub use stop::{StopMail, stop_token, stop_token_opens};
pub use worker::{Done, backoff_us, run_due};

use std::{future::Future, pin::Pin};

use caunoi_domain::people::email::Email;

/// A mail that waits, before it has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Id of its job; the same for every try, so that a mail that arrived twice is known as one.
    pub id: String,
    /// Receiver.
    pub to: Email,
    /// What it is about.
    pub about: About,
}

/// What a mail is about, as addresses of the program only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// News of a task or of a matter sent up, for an officer: path of its page.
    Work {
        /// Path, such as `/nhiem-vu/…`.
        path: String,
    },
    /// A step in a person's opinion.
    Opinion {
        /// Path of the page that stops these mails.
        stop: String,
    },
}

/// Why a mail was not handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// The server is down, or asks to come again: it is tried again, however long that takes.
    Later(String),
    /// The server refuses this mail for good.
    Never(String),
}

/// Hands mails over.
pub trait Mailer: Send + Sync {
    /// Hands over one mail; `Ok` only once somebody else answers for it.
    fn send<'a>(&'a self, mail: &'a Waiting) -> Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>>;
}
