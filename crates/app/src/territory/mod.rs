//! Đơn vị hành chính, thôn: loading the lists of units; keeping the list of a commune's villages.

pub mod add_villages;
pub mod divide_village;
mod found;
pub mod import_lineage;
pub mod import_units;
mod lists;
pub mod load;
pub mod merge_villages;
pub mod move_village;
pub mod rename_village;
mod villages;
