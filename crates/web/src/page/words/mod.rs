//! The words of the closed vocabularies, in the reader's language: by the noun that they belong to.

mod dialogue;
mod followup;
mod office;
mod opinion;
mod plan;

pub use dialogue::*;
pub use followup::*;
pub use office::*;
pub use opinion::*;
pub use plan::*;
