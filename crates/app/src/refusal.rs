//! Why a verb was not carried out. Each reaches people in their language; none of it betrays what they may not know.

use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{Failure, StoreError};

/// A verb's refusal.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The policy does not allow it: told as "not found" to those who may not know that it exists.
    #[error("not allowed: {0}")]
    NotAllowed(Action),
    /// There is no such thing, or the actor may not know of it.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// What was typed cannot be taken: every wrong place with what is wrong.
    #[error("{} problem(s)", .0.len())]
    Invalid(Vec<Problem>),
    /// Too many tries; after how many seconds the next is taken.
    #[error("too many tries; again in {0} s")]
    TooMany(i64),
    /// The program cannot keep the change now; nothing of it was kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A part of the program failed (hashing, sealing): a defect or a wrong setting.
    #[error("{0}")]
    Broken(String),
}

impl Refusal {
    /// One wrong place.
    #[must_use]
    pub fn problem(field: &'static str, what: What) -> Self {
        Self::Invalid(vec![Problem::new(field, what)])
    }

    /// The matter is not in the state that the verb needs.
    #[must_use]
    pub fn not_now(state: impl std::fmt::Display) -> Self {
        Self::problem("", What::NotNow { state: state.to_string() })
    }
}

impl Failure for Refusal {
    fn store(&self) -> Option<&StoreError> {
        match self {
            Self::Store(e) => Some(e),
            _ => None,
        }
    }
}
