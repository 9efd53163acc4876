//! Papers: what is printed, drawn and read as files of the office.

pub mod qr;
pub mod sheet;
