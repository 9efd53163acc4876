//! Accounts, sign-in, sessions.

pub mod account;
pub mod reset_password;
pub mod sign_in;
