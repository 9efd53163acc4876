//! The working-day clock of Viet Nam (*ngày làm việc*, domain notes §5.2), with its computation shown.

mod amend;
pub mod book;
pub mod due;
pub mod error;
pub mod holidays;
pub mod working_day;

pub use due::{Count, Due, MAX_DAYS, Step, due};
pub use error::CalendarError;
pub use holidays::{Calendar, Day, DayKind, Switch, Year};
pub use working_day::{Reason, Why, is_working_day, reason};
