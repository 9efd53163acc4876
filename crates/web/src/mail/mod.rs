//! Mail at the edge: the words of a mail, the ways it is handed over, and the worker that does it beside the pages.

mod folder;
mod letter;
mod smtp;
mod worker;

pub use folder::Folder;
pub use letter::{Letterhead, letter};
pub use smtp::{Smtp, SmtpSettings};
pub use worker::work;
