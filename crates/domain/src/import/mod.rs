//! Nhập bảng: an office's own table of some kind (opinions, units, people …) read row by row into typed entries. A kind
//! is its columns and a function that reads a row; everything wrong comes back with row, column and reason.

mod column;
mod head;
pub mod json;
mod mapping;
mod reader;

pub use column::{Column, Names, names};
pub use head::{Head, Heading, Known, Look, look};
pub use mapping::{Mapping, MappingError};
pub use reader::{Reader, Wrong, with_its_zero};

#[cfg(test)]
mod tests;
