//! Đơn vị hành chính: loading the lists of units.

pub mod load;
