//! Sổ ý kiến: an office's own book of opinions becomes the triage queue.

use caunoi_domain::{
    import::{Column, Reader},
    opinion::book::{self, Entry},
    people::policy::Action,
};
use caunoi_store::{Tx, unit};
use jiff::civil::Date;

use crate::{
    context::{App, Cx},
    import::{Book, From},
    opinion::{
        receipt,
        submit::{self, SubmitOpinion},
    },
    refusal::Refusal,
};

/// The book that an office imports: with the unit, the year and the number it is a row's identity.
const SOURCE: &str = "so-y-kien";

/// The book of one commune.
#[derive(Clone, Debug)]
pub struct OpinionBook {
    unit_id: String,
    villages: Vec<(String, String)>,
    today: Date,
}

impl Book for OpinionBook {
    type Entry = Entry;
    const KIND: &'static str = "opinions";
    const NOUN: &'static str = "opinion";
    const SHEET: &'static str = "Sổ ý kiến";
    const ACTION: Action = Action::Import;
    const OF_UNIT: bool = true;

    fn columns() -> &'static [&'static Column] {
        book::COLUMNS
    }

    async fn open(app: &App, unit_id: &str) -> Result<Self, Refusal> {
        let villages = unit::villages(&mut app.store.read().await?, unit_id).await?;
        let villages = villages.into_iter().map(|v| (v.id, v.name)).collect();
        Ok(Self { unit_id: unit_id.to_owned(), villages, today: app.clock.today() })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Entry> {
        book::read(reader, &self.villages, self.today)
    }

    fn identity(&self, e: &Entry) -> Option<(From, &'static Column)> {
        let source_id = format!("{}/{}", e.received_on.year(), e.number);
        (!e.number.is_empty()).then(|| (From { source: SOURCE.to_owned(), source_id }, &book::NUMBER))
    }

    fn fingerprint(&self, e: &Entry) -> String {
        e.fingerprint()
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, from: &From, e: &Entry) -> Result<String, Refusal> {
        let key = format!("import {} {SOURCE} {}", self.unit_id, from.source_id);
        let verb = SubmitOpinion {
            unit_id: self.unit_id.clone(),
            submission: e.submission.clone(),
            channel: e.channel,
            files: Vec::new(),
            signed: e.signed,
            source: Some((SOURCE.to_owned(), from.source_id.clone())),
            slip: receipt::slip(&cx.keys, &key),
        };
        let entry = submit::Entry { received_on: e.received_on, matters: Vec::new(), field: e.field };
        Ok(submit::receive(tx, cx, &verb, &entry).await?.public_id.to_string())
    }
}
