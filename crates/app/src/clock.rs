//! Time, handed in. Nothing in the program reads the machine's clock but [`SystemClock`].

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Viet Nam's offset: +07:00 all year (domain §5.2).
const OFFSET_US: i64 = 7 * 3_600 * 1_000_000;
const DAY_US: i64 = 86_400 * 1_000_000;

/// What time it is.
pub trait Clock: Send + Sync {
    /// Now, in epoch microseconds.
    fn now_us(&self) -> i64;
    /// The civil day in Viet Nam.
    fn today(&self) -> Date {
        day_of(self.now_us())
    }
}

/// The civil day in Viet Nam of an instant.
#[must_use]
pub fn day_of(at_us: i64) -> Date {
    TimeZone::fixed(jiff::tz::offset(7)).to_datetime(Timestamp::from_microsecond(at_us).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}

/// The instant of a time of day in Viet Nam.
#[must_use]
pub fn instant(day: Date, hour: i8, minute: i8) -> i64 {
    TimeZone::fixed(jiff::tz::offset(7)).to_timestamp(day.at(hour, minute, 0, 0)).map_or(0, Timestamp::as_microsecond)
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;
impl Clock for SystemClock {
    fn now_us(&self) -> i64 {
        Timestamp::now().as_microsecond()
    }
}

/// A fixed civil day with the machine's time of day: `caunoi demo --today`.
#[derive(Clone, Copy, Debug)]
pub struct FixedDay(pub Date);
impl Clock for FixedDay {
    fn now_us(&self) -> i64 {
        let into_day = (SystemClock.now_us() + OFFSET_US).rem_euclid(DAY_US);
        instant(self.0, 0, 0) + into_day
    }
}

/// A clock that stands still until it is set: tests, and the making of the demonstration.
#[derive(Debug)]
pub struct SteppedClock(AtomicI64);
impl SteppedClock {
    /// Stands at that instant.
    #[must_use]
    pub const fn at(now_us: i64) -> Self {
        Self(AtomicI64::new(now_us))
    }
    /// Moves to that instant.
    pub fn set(&self, now_us: i64) {
        self.0.store(now_us, Ordering::SeqCst);
    }
    /// Moves to that time of day in Viet Nam.
    pub fn set_day(&self, day: Date, hour: i8, minute: i8) {
        self.set(instant(day, hour, minute));
    }
}
impl Clock for SteppedClock {
    /// Each reading is a microsecond later, so that events keep their order.
    fn now_us(&self) -> i64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}
