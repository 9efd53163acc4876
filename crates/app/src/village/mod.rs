//! Trưởng thôn, tổ trưởng: a phone link without account, bound to one village (P14).

pub mod enter;
mod make_link;
mod revoke_link;

pub use make_link::{LASTS_MAX, MakeVillageLink, token};
pub use revoke_link::RevokeVillageLink;
