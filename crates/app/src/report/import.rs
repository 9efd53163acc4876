//! Tables of published figures and findings, imported by the operator. A unit is named by its code on a day: the same code
//! was another unit before 1/7/2025.

use caunoi_domain::{
    import::{Column, Reader},
    people::policy::Action,
    problem::What,
    report::{
        book::{self, FindingEntry},
        figure::Figure,
    },
};
use caunoi_store::{Tx, unit};
use jiff::civil::Date;

use super::{record_figure::RecordFigure, record_finding::RecordFinding};
use crate::{
    context::{App, Cx, Verb},
    import::{Book, From},
    refusal::Refusal,
};

/// Where imported facts stand among the others: after those that ship with the program.
const SEQ: i64 = 1_000;

/// A table of published figures.
#[derive(Clone, Debug)]
pub struct FigureBook {
    today: Date,
}

impl Book for FigureBook {
    type Entry = Figure;
    const KIND: &'static str = "figures";
    const NOUN: &'static str = "published_figure";
    const SHEET: &'static str = "Số liệu đã công bố";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = false;

    fn columns() -> &'static [&'static Column] {
        book::FIGURES
    }

    async fn open(app: &App, _unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self { today: app.clock.today() })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Figure> {
        book::figure(reader, self.today)
    }

    fn identity(&self, f: &Figure) -> Option<(From, &'static Column)> {
        Some((From { source: "key".to_owned(), source_id: f.key.clone() }, &book::KEY))
    }

    // A total lands before its parts.
    fn rank(&self, f: &Figure) -> u8 {
        u8::from(f.part_of.is_some())
    }

    fn fingerprint(&self, f: &Figure) -> String {
        format!("{f:?}")
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _from: &From, f: &Figure) -> Result<String, Refusal> {
        let unit_id = of_day(tx, &f.unit_id, f.to_on, "unit").await?;
        let mut named = Vec::new();
        for code in &f.named {
            named.push(of_day(tx, code, f.to_on, "named").await?);
        }
        RecordFigure { figure: Figure { unit_id, named, ..f.clone() }, seq: SEQ }.carry_out(tx, cx).await
    }
}

/// A table of published findings.
#[derive(Clone, Debug)]
pub struct FindingBook {
    today: Date,
}

impl Book for FindingBook {
    type Entry = FindingEntry;
    const KIND: &'static str = "findings";
    const NOUN: &'static str = "published_finding";
    const SHEET: &'static str = "Kết quả giám sát đã công bố";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = false;

    fn columns() -> &'static [&'static Column] {
        book::FINDINGS
    }

    async fn open(app: &App, _unit_id: &str) -> Result<Self, Refusal> {
        Ok(Self { today: app.clock.today() })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<FindingEntry> {
        book::finding(reader, self.today)
    }

    fn identity(&self, e: &FindingEntry) -> Option<(From, &'static Column)> {
        Some((From { source: "key".to_owned(), source_id: e.finding.key.clone() }, &book::KEY))
    }

    fn fingerprint(&self, e: &FindingEntry) -> String {
        format!("{e:?}")
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _from: &From, e: &FindingEntry) -> Result<String, Refusal> {
        let mut finding = e.finding.clone();
        for code in &mut finding.units {
            *code = of_day(tx, code, e.on, "units").await?;
        }
        RecordFinding { finding, seq: SEQ }.carry_out(tx, cx).await
    }
}

/// The id of the unit that bore the code (or key) on that day.
async fn of_day(tx: &mut Tx<'_>, code: &str, on: Date, field: &'static str) -> Result<String, Refusal> {
    let day = on.to_string();
    let there = |u: &unit::UnitRow| {
        u.valid_from.as_deref().is_none_or(|from| from <= day.as_str()) && u.valid_to.as_deref().is_none_or(|to| to >= day.as_str())
    };
    let mut all = unit::of_code(tx, code).await?;
    all.retain(there);
    all.pop().map(|u| u.id).ok_or_else(|| Refusal::problem(field, What::NotAChoice))
}
