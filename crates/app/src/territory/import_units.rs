//! Danh mục đơn vị hành chính as a kind of book. A unit that is there with the same facts is there already; one that
//! stands may be ended by another paper; nothing else of it is overwritten.

use caunoi_domain::{
    import::{Column, Reader},
    people::policy::Action,
    problem::What,
    record::event::Datum,
    unit::{
        Level,
        book::{self, UnitEntry},
        unit_id,
    },
};
use caunoi_store::{
    Conn, Tx,
    unit::{self, Listed, UnitRow},
};

use super::found;
use crate::{
    context::{App, Cx, Happened},
    import::{Book, From},
    refusal::Refusal,
};

/// The units of the installation.
#[derive(Clone, Copy, Debug)]
pub struct UnitBook;

impl Book for UnitBook {
    type Entry = UnitEntry;
    const KIND: &'static str = "units";
    const NOUN: &'static str = "unit";
    const SHEET: &'static str = "Đơn vị hành chính";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = false;
    const SLICE: usize = 50;

    fn columns() -> &'static [&'static Column] {
        book::UNITS
    }

    async fn open(_app: &App, _unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self)
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<UnitEntry> {
        book::unit(reader)
    }

    // Another paper may end what an earlier one brought in; the same paper cannot say another thing.
    fn identity(&self, e: &UnitEntry) -> Option<(From, &'static Column)> {
        let source = caunoi_domain::text::fold::fold(&e.source);
        Some((From { source, source_id: unit_id(&e.code, e.period) }, &book::CODE))
    }

    fn fingerprint(&self, e: &UnitEntry) -> String {
        e.fingerprint()
    }

    // The units above come first, in whatever order the table names them.
    fn rank(&self, e: &UnitEntry) -> u8 {
        match e.level {
            Level::Province => 0,
            Level::District => 1,
            Level::Commune => 2,
        }
    }

    async fn stands(&self, conn: &mut Conn<'_>, e: &UnitEntry) -> Result<bool, Refusal> {
        let there = unit::listed(conn, &unit_id(&e.code, e.period)).await?;
        Ok(there.is_some_and(|there| there == listed(e, &there.unit.province_id)))
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _from: &From, e: &UnitEntry) -> Result<String, Refusal> {
        let id = unit_id(&e.code, e.period);
        let province_id = match e.parent.as_str() {
            "" => id.clone(),
            code => above(tx, e, code).await?.province_id,
        };
        let new = listed(e, &province_id);
        let what = match unit::listed(tx, &id).await? {
            None => {
                unit::put(tx, &new.unit).await?;
                if !new.confirmed || !new.known_in.is_empty() {
                    unit::describe(tx, &id, &new.known_in, new.confirmed).await?;
                }
                "unit.entered"
            }
            Some(there) if is_ended_by(&there, &new) => {
                unit::end(tx, &id, new.unit.valid_to.as_deref().unwrap_or_default(), &e.source).await?;
                "unit.ended"
            }
            Some(_) => return Err(Refusal::problem(book::CODE.code, What::AlreadyThere)),
        };
        found::index(tx, cx, &new.unit).await?;
        record(tx, cx, what, &new.unit).await?;
        Ok(id)
    }
}

/// The row that an entry is.
fn listed(e: &UnitEntry, province_id: &str) -> Listed {
    let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
    Listed {
        unit: UnitRow {
            id: unit_id(&e.code, e.period),
            code: e.code.clone(),
            period: e.period,
            level: e.level,
            kind: e.kind.to_owned(),
            name: e.name.clone(),
            parent_id: (!e.parent.is_empty()).then(|| unit_id(&e.parent, book::above(e.period))),
            province_id: province_id.to_owned(),
            valid_from: day(e.from),
            valid_to: day(e.to),
            source: e.source.clone(),
        },
        known_in: e.known_in.clone(),
        confirmed: e.confirmed,
    }
}

/// True where a paper says nothing new of a unit that stands but its last day.
fn is_ended_by(there: &Listed, new: &Listed) -> bool {
    let ended = Listed {
        unit: UnitRow { valid_to: new.unit.valid_to.clone(), source: new.unit.source.clone(), ..there.unit.clone() },
        ..there.clone()
    };
    there.unit.valid_to.is_none() && new.unit.valid_to.is_some() && ended == *new
}

/// The unit above, that has to be there first and to be of a higher level.
async fn above(tx: &mut Tx<'_>, e: &UnitEntry, code: &str) -> Result<UnitRow, Refusal> {
    let order = |level: Level| Level::ALL.iter().position(|l| *l == level);
    let found = unit::find(tx, &unit_id(code, book::above(e.period))).await?.filter(|u| order(u.level) < order(e.level));
    found.ok_or_else(|| Refusal::problem(book::PARENT.code, What::NoUnitOfThatCode { code: code.to_owned() }))
}

async fn record(tx: &mut Tx<'_>, cx: &Cx, kind: &'static str, u: &UnitRow) -> Result<(), Refusal> {
    let mut data = vec![("source_sha256", cx.commit(u.source.as_bytes()))];
    if let Some(last) = &u.valid_to {
        data.push(("valid_to", Datum::Date(last.clone())));
    }
    let happened = Happened { kind, unit_id: &u.id, province_id: &u.province_id, subject_kind: "unit", subject: &u.id, data };
    cx.record(tx, happened).await
}
