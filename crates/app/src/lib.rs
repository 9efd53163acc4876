//! The verbs of the institution: one file each, named as people say it.
//!
//! A verb authorises, loads, decides (pure domain) and writes, inside one transaction of the owned writer:
//! the change, its event in the record, and its steps on the thread together or not at all.

pub mod boot;
mod clock;
mod context;
mod idempotency;
mod keys;
mod lock;
mod randomness;
mod refusal;

pub mod calendar;
pub mod demo;
pub mod desk;
pub mod dialogue;
pub mod duty;
pub mod export;
pub mod followup;
pub mod import;
pub mod opinion;
pub mod outbox;
pub mod people;
pub mod plan;
pub mod publishing;
pub mod regulation;
pub mod report;
pub mod rounds;
pub mod side;
pub mod simulate;
pub mod territory;
pub mod village;

pub use clock::{Clock, FixedDay, SteppedClock, SystemClock, day_of, instant};
pub use context::{App, Cx, Happened, Verb};
pub use keys::{Keys, make_sealing_pair};
pub use lock::Lock;
pub use randomness::{OsRandomness, Randomness, SeededRandomness};
pub use refusal::Refusal;
