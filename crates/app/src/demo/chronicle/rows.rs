//! The conferences of the chronicle as the year plans foresaw them.

use caunoi_domain::dialogue::year_plan::Row;

use super::book::{Book, Meeting};
use crate::demo::{
    story::{plan::regular, stage::Stage},
    world,
};

/// A conference that a commune's year plan foresees.
pub(in crate::demo) struct PlannedRow {
    /// Key of the meeting.
    pub key: String,
    /// The commune's code.
    pub commune: String,
    /// What is planned.
    pub row: Row,
}

/// Every conference of a commune's own head; a superior head's visit is in no plan of a commune.
pub(in crate::demo) fn planned(s: &Stage, book: &Book) -> Vec<PlannedRow> {
    let own = book.meeting.iter().filter(|m| m.unit != world::CITY);
    own.map(|m| PlannedRow { key: m.key.clone(), commune: m.unit.clone(), row: row(s, m) }).collect()
}

fn row(s: &Stage, m: &Meeting) -> Row {
    let day = super::meetings::day(s, m);
    Row {
        kind: m.kind,
        basis: m.basis,
        audiences: m.audiences.clone(),
        area: m.area.clone(),
        form: m.form,
        expected: Some(m.expected),
        pilot: m.pilot,
        documents: if m.documents.is_empty() {
            "Kết quả giải quyết kiến nghị kỳ trước".to_owned()
        } else {
            m.documents.join("; ")
        },
        ..regular(day, &m.audience, &m.fields)
    }
}
