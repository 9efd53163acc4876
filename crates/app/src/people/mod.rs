//! Accounts, sign-in, sessions.

pub mod account;
pub mod sign_in;
