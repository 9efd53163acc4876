//! What units became, as a kind of book: one line for each former unit and what it, or a part of it, went into.

use caunoi_domain::{
    import::{Column, Reader},
    people::policy::Action,
    problem::What,
    record::event::Datum,
    unit::{
        Period,
        book::{self, LineageEntry},
        unit_id,
    },
};
use caunoi_store::{Conn, Tx, unit};

use super::found;
use crate::{
    context::{App, Cx, Happened},
    import::{Book, From},
    refusal::Refusal,
};

/// The lineage of the installation's units.
#[derive(Clone, Copy, Debug)]
pub struct LineageBook;

impl Book for LineageBook {
    type Entry = LineageEntry;
    const KIND: &'static str = "lineage";
    const NOUN: &'static str = "unit_lineage";
    const SHEET: &'static str = "Nguồn gốc đơn vị";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = false;
    const SLICE: usize = 50;

    fn columns() -> &'static [&'static Column] {
        book::LINEAGE
    }

    async fn open(_app: &App, _unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self)
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<LineageEntry> {
        book::lineage(reader)
    }

    fn identity(&self, e: &LineageEntry) -> Option<(From, &'static Column)> {
        let (old, new) = ids(e);
        Some((From { source: "lineage".to_owned(), source_id: format!("{old} {new}") }, &book::SHARE))
    }

    fn fingerprint(&self, e: &LineageEntry) -> String {
        e.fingerprint()
    }

    async fn stands(&self, conn: &mut Conn<'_>, e: &LineageEntry) -> Result<bool, Refusal> {
        let (old, new) = ids(e);
        Ok(unit::lineage(conn, &old, &new).await? == Some((e.share.code().to_owned(), e.source.clone(), e.confirmed)))
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _from: &From, e: &LineageEntry) -> Result<String, Refusal> {
        let (old, new) = ids(e);
        let former = there(tx, &e.old, book::OLD.code).await?;
        let later = there(tx, &e.new, book::NEW.code).await?;
        if former.valid_to.zip(later.valid_from.as_ref()).is_some_and(|(last, first)| last >= *first) {
            return Err(Refusal::problem(book::NEW.code, What::DayOutOfOrder));
        }
        if unit::lineage(tx, &old, &new).await?.is_some() {
            return Err(Refusal::problem(book::SHARE.code, What::AlreadyThere));
        }
        if e.confirmed {
            unit::put_lineage(tx, &old, &new, e.share.code(), &e.source).await?;
        } else {
            unit::put_believed_lineage(tx, &old, &new, e.share.code(), &e.source).await?;
        }
        // What people called it before finds what it is now.
        let later = unit::find(tx, &new).await?.ok_or(Refusal::NotFound("unit"))?;
        found::index(tx, cx, &later).await?;
        let happened = Happened {
            kind: "unit.succeeded",
            unit_id: &later.id,
            province_id: &later.province_id,
            subject_kind: "unit",
            subject: &old,
            data: vec![("share", Datum::Code(e.share.code().to_owned())), ("source_sha256", cx.commit(e.source.as_bytes()))],
        };
        cx.record(tx, happened).await?;
        Ok(new)
    }
}

fn ids(e: &LineageEntry) -> (String, String) {
    (unit_id(&e.old.0, e.old.1), unit_id(&e.new.0, e.new.1))
}

async fn there(tx: &mut Tx<'_>, of: &(String, Period), field: &'static str) -> Result<unit::UnitRow, Refusal> {
    let found = unit::find(tx, &unit_id(&of.0, of.1)).await?;
    found.ok_or_else(|| Refusal::problem(field, What::NoUnitOfThatCode { code: of.0.clone() }))
}
