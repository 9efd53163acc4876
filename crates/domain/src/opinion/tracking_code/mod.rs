//! The codes a person holds: the tracking code that reads (*mã theo dõi*), the second secret that decides, and the
//! public id in an address. Randomness comes from the caller; reasons in `docs/adr/0003-tracking-code.md`.

mod base32;
mod check;
mod code;
mod public_id;
mod second_secret;

pub use base32::CodeError;
pub use code::TrackingCode;
pub use public_id::PublicId;
pub use second_secret::SecondSecret;
