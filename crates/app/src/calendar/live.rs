//! The calendar that a running server reckons with. An import beside it, by the command or another node, raises a
//! number in the database; whoever sees another number than the one held reads the entries anew. So every verb reckons
//! with the calendar of its own transaction, and every page with the one of its session's look.

use std::sync::{Arc, PoisonError, RwLock};

use caunoi_domain::calendar::Calendar;
use caunoi_store::{Conn, calendar};

use super::amended;
use crate::refusal::Refusal;

/// The calendar as it was read, and the number it was read under.
#[derive(Clone, Debug)]
pub struct Read {
    /// The number.
    pub revision: i64,
    /// The calendar.
    pub calendar: Arc<Calendar>,
}

/// The calendar of an installation.
#[derive(Debug)]
pub struct LiveCalendar {
    /// What ships with the program, or stands in the data folder.
    own: Calendar,
    held: RwLock<Read>,
}

impl LiveCalendar {
    /// Reads the calendar for the first time.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn open(own: Calendar, conn: &mut Conn<'_>) -> Result<Self, Refusal> {
        let revision = calendar::revision(conn).await?;
        let calendar = Arc::new(amended(&own, conn).await?);
        Ok(Self { own, held: RwLock::new(Read { revision, calendar }) })
    }

    /// The calendar as it was last read.
    #[must_use]
    pub fn held(&self) -> Read {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The calendar of this number: the one that is held, or read anew. It is not kept: inside a transaction it may yet
    /// come to nothing.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn of(&self, conn: &mut Conn<'_>, revision: i64) -> Result<Read, Refusal> {
        let held = self.held();
        if held.revision == revision {
            return Ok(held);
        }
        Ok(Read { revision, calendar: Arc::new(amended(&self.own, conn).await?) })
    }

    /// The calendar as it stands in the database now.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn now(&self, conn: &mut Conn<'_>) -> Result<Read, Refusal> {
        let revision = calendar::revision(conn).await?;
        self.of(conn, revision).await
    }

    /// Holds what was read outside a transaction, or in one that was committed; an older one does not push out a later.
    pub fn hold(&self, read: Read) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if read.revision > held.revision {
            *held = read;
        }
    }
}
