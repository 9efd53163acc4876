//! The calendar as a kind of book (CSV, XLSX or TOML). What another paper says of the same day later supersedes what
//! stood; the same paper with another content is told, not overwritten.

use caunoi_domain::{
    calendar::book::{self, Entry},
    import::{Column, Reader},
    people::policy::Action,
    problem::What,
    record::event::Datum,
    text::{fold::fold, table::Row},
};
use caunoi_store::{
    Tx,
    calendar::{self, EntryRow},
};

use crate::{
    context::{App, Cx, Happened},
    import::{Book, From},
    refusal::Refusal,
};

/// The calendar of the installation.
#[derive(Clone, Copy, Debug)]
pub struct CalendarBook;

impl Book for CalendarBook {
    type Entry = Entry;
    const KIND: &'static str = "calendar";
    const NOUN: &'static str = "calendar_entry";
    const SHEET: &'static str = "Lịch làm việc";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = false;

    fn columns() -> &'static [&'static Column] {
        book::COLUMNS
    }

    async fn open(_app: &App, _unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self)
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Entry> {
        book::read(reader)
    }

    fn identity(&self, e: &Entry) -> Option<(From, &'static Column)> {
        let noun = if e.kind == book::EntryKind::Year { "year" } else { "day" };
        Some((From { source: fold(&e.source), source_id: format!("{noun} {}", e.day) }, &book::DAY))
    }

    fn fingerprint(&self, e: &Entry) -> String {
        let swap = e.swap.map_or_else(String::new, |d| d.to_string());
        let confirmed = if e.confirmed { "1" } else { "0" };
        [e.day.to_string().as_str(), e.kind.code(), &e.name, &e.name_en, &swap, &e.source, confirmed].join("\u{1f}")
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _from: &From, e: &Entry) -> Result<String, Refusal> {
        let row = EntryRow {
            id: cx.id(),
            day: e.day.to_string(),
            kind: e.kind.code().to_owned(),
            name: e.name.clone(),
            name_en: e.name_en.clone(),
            swap: e.swap.map_or_else(String::new, |d| d.to_string()),
            source: e.source.clone(),
            confirmed: e.confirmed,
        };
        calendar::put(tx, &row, cx.now_us, cx.actor.id()).await?;
        cx.record(
            tx,
            Happened {
                kind: "calendar.entered",
                // The calendar is the installation's, no unit's.
                unit_id: "-",
                province_id: "-",
                subject_kind: "calendar",
                subject: &row.id,
                data: vec![
                    ("day", Datum::Date(row.day.clone())),
                    ("kind", Datum::Code(row.kind.clone())),
                    ("source_sha256", cx.commit(row.source.as_bytes())),
                ],
            },
        )
        .await?;
        Ok(row.id)
    }

    fn from_toml(text: &str) -> Result<Vec<Row>, What> {
        book::from_toml(text).map_err(|_| What::Unreadable)
    }
}
