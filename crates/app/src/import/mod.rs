//! Nhập bảng: an office's own tables become rows of ours. Good rows land, wrong ones come back with row, column and
//! reason; nothing lands twice; slices leave room for people who write meanwhile. How a kind is added:
//! docs/ARCHITECTURE.md, "A kind of book".

mod book;
pub mod draft;
mod kinds;
mod land;
pub mod landing;
pub mod mapping;
pub mod permit;
mod run;

pub use book::{Book, From};
pub use kinds::{Kind, Of, find, kinds};
pub use run::{Job, Manner, Progress, Taken, WrongCell, import};
