//! Vietnamese text as the institution writes, types, searches and sorts it (domain notes §4.3, §5.3).
//!
//! One road for every input: [`nfc::clean`] when it comes in, [`fold`] to find it, [`sort_key`] to list it.
//! [`symbol`] and [`date`] read what people type of a document's number and day.

pub mod abbreviations;
pub mod date;
pub mod fold;
pub mod nfc;
pub mod sort_key;
pub mod spoken;
pub mod symbol;
pub mod table;
pub mod tone_style;

pub use date::DateError;
pub use fold::{exact, fold};
pub use nfc::{TextError, clean, clean_line, nfc};
pub use sort_key::{person_sort_key, sort_key};
pub use symbol::{Style, Symbol, SymbolError};
pub use tone_style::{ToneStyle, tone_style};
