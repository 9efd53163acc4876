//! What the public record (*sổ công bố*) holds: events as salted hashes of fixed bytes, so that anyone can check
//! that nothing was changed afterwards, and nobody can read a person out of it.

pub mod canonical;
pub mod event;

pub use canonical::{CanonicalError, canonical, leaf, parse};
pub use event::{Datum, Event, EventError, EventHead};
