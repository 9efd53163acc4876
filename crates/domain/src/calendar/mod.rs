//! Calendar
