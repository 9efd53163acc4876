//! The code and the second secret of a receipt. Both are derived from the form's own key under the server's key:
//! the same form sent again shows the same slip, and the rows hold hashes only.

use caunoi_domain::opinion::tracking_code::{SecondSecret, TrackingCode};

use crate::keys::Keys;

/// What the slip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Reads the thread.
    pub code: TrackingCode,
    /// Agrees or reopens; staff never see it again.
    pub secret: SecondSecret,
}

/// The slip of a form key.
#[must_use]
pub fn slip(keys: &Keys, form_key: &str) -> Slip {
    let code_mac = keys.mac("tracking code", &[form_key.as_bytes()]);
    let secret_mac = keys.mac("second secret", &[form_key.as_bytes()]);
    let mut code = [0; 10];
    code.iter_mut().zip(code_mac).for_each(|(to, from)| *to = from);
    let mut secret = [0; 8];
    secret.iter_mut().zip(secret_mac).for_each(|(to, from)| *to = from);
    Slip { code: TrackingCode::new(code), secret: SecondSecret::new(secret) }
}

/// The hash under which a code finds its opinion.
#[must_use]
pub fn code_hash(keys: &Keys, code: TrackingCode) -> [u8; 32] {
    keys.mac("code hash", &[code.to_string().as_bytes()])
}

/// The hash by which a second secret is checked: bound to its code.
#[must_use]
pub fn secret_hash(keys: &Keys, code: TrackingCode, secret: SecondSecret) -> [u8; 32] {
    keys.mac("secret hash", &[code.to_string().as_bytes(), secret.to_string().as_bytes()])
}
