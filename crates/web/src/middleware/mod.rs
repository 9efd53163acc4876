//! What stands between the network and the handlers.

pub mod copies;
pub mod faults;
pub mod headers;
pub mod language;
pub mod origin;
