//! Sổ các cuộc đối thoại những năm trước: each row becomes a fact with its source.

use caunoi_domain::{
    dialogue::past::{self, Past},
    import::{Column, Reader},
    people::policy::Action,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    past_dialogue::{self, PastRow},
    unit,
};
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Happened},
    import::{Book, From},
    refusal::Refusal,
};

/// The book that an office imports: with the unit, the year and the number it is a row's identity.
const SOURCE: &str = "so-doi-thoai";

/// The book of one unit.
#[derive(Clone, Debug)]
pub struct PastBook {
    unit_id: String,
    province_id: String,
    today: Date,
}

impl Book for PastBook {
    type Entry = Past;
    const KIND: &'static str = "dialogues";
    const NOUN: &'static str = "past_dialogue";
    const SHEET: &'static str = "Sổ đối thoại";
    const ACTION: Action = Action::Import;
    const OF_UNIT: bool = true;

    fn columns() -> &'static [&'static Column] {
        past::COLUMNS
    }

    async fn open(app: &App, unit_id: &str) -> Result<Self, Refusal> {
        let unit = unit::find(&mut app.store.read().await?, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        Ok(Self { unit_id: unit.id, province_id: unit.province_id, today: app.clock.today() })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Past> {
        past::read(reader, self.today)
    }

    fn identity(&self, e: &Past) -> Option<(From, &'static Column)> {
        let source_id = format!("{}/{}", e.on_day.year(), e.number);
        (!e.number.is_empty()).then(|| (From { source: SOURCE.to_owned(), source_id }, &past::NUMBER))
    }

    fn fingerprint(&self, e: &Past) -> String {
        e.fingerprint()
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, from: &From, e: &Past) -> Result<String, Refusal> {
        let row = PastRow {
            id: cx.id(),
            province_id: self.province_id.clone(),
            unit_id: self.unit_id.clone(),
            past: e.clone(),
            source_id: from.source_id.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
        };
        past_dialogue::add(tx, &row).await?;
        let happened = Happened {
            kind: "past_dialogue.imported",
            unit_id: &row.unit_id,
            province_id: &row.province_id,
            subject_kind: "past_dialogue",
            subject: &row.id,
            data: vec![("on_day", Datum::date(e.on_day)), ("row_sha256", cx.commit(e.fingerprint().as_bytes()))],
        };
        cx.record(tx, happened).await?;
        Ok(row.id)
    }
}
