//! Published figures and findings: what others printed, with its source; and, beside a figure and never mixed with it,
//! how many rows of ours count the same.

use caunoi_domain::{
    report::{
        figure::{Bound, Counted, Figure, Quantity, Source},
        finding::{Finding, FindingKind},
    },
    unit::Level,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    place_columns,
    public::place::{self, Place},
    statements,
};

/// A source as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// Title; empty where it was not kept.
    pub title: String,
    /// Publisher; empty where it was not kept.
    pub publisher: String,
    /// ISO day of publication.
    pub published_on: Option<String>,
    /// Where it can be read.
    pub reference: String,
}

/// A figure as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// Key.
    pub id: String,
    /// The unit of then.
    pub place: Place,
    /// Units named with it.
    pub named: Vec<Place>,
    /// Level of the heads; none: all together.
    pub level: Option<Level>,
    /// What it counts.
    pub counted: Counted,
    /// The same in the words of the source.
    pub what: String,
    /// The number with its bound.
    pub quantity: Quantity,
    /// First ISO day.
    pub from_on: String,
    /// Last ISO day.
    pub to_on: String,
    /// The two days are how the source is read: it prints a month or a year only.
    pub days_assumed: bool,
    /// The period in the words of the source.
    pub period: String,
    /// Key of the total that it is a part of.
    pub part_of: Option<String>,
    /// Part of a pilot.
    pub pilot: bool,
    /// As it was printed.
    pub printed: String,
    /// Where.
    pub source: SourceRow,
    /// Dialogues of ours that were held in that unit and below it in that time, by heads of that level.
    pub rows: i64,
}

/// A finding as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// Key.
    pub id: String,
    /// What was found.
    pub kind: FindingKind,
    /// The units of then.
    pub units: Vec<Place>,
    /// Who supervised.
    pub supervisor: String,
    /// Whose dialogues.
    pub object: String,
    /// The time that it is about.
    pub period: String,
    /// Number and symbol; empty where the source names none.
    pub paper: String,
    /// As it was printed.
    pub printed: String,
    /// Where.
    pub source: SourceRow,
}

/// What narrows a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The unit's id; empty for all.
    pub unit_id: &'a str,
    /// A year; empty for all.
    pub year: &'a str,
}

/// Adds or renews a source.
///
/// # Errors
/// The engine's words.
pub async fn put_source(tx: &mut Tx<'_>, id: &str, s: &Source) -> Result<()> {
    let on = s.published_on.map(|d| d.to_string());
    tx.exec(PUT_SOURCE, args![id, &s.title, &s.publisher, on, &s.reference]).await?;
    Ok(())
}

/// Adds or renews a figure.
///
/// # Errors
/// The engine's words.
pub async fn put_figure(tx: &mut Tx<'_>, f: &Figure, source_id: &str, order: (i64, i64), by_user: &str) -> Result<()> {
    let (seq, at) = order;
    tx.exec(
        PUT_FIGURE,
        args![
            &f.key,
            &f.unit_id,
            f.level.map_or("", Level::code),
            f.counted.code(),
            &f.what,
            f.quantity.bound.code(),
            f.quantity.hundredths,
            f.quantity.percent,
            f.from_on.to_string(),
            f.to_on.to_string(),
            f.days_assumed,
            &f.period,
            &f.part_of,
            f.pilot,
            &f.printed,
            source_id,
            seq,
            at,
            by_user
        ],
    )
    .await?;
    tx.exec(DROP_FIGURE_UNITS, args![&f.key]).await?;
    for unit in &f.named {
        tx.exec(ADD_FIGURE_UNIT, args![&f.key, unit]).await?;
    }
    Ok(())
}

/// Adds or renews a finding.
///
/// # Errors
/// The engine's words.
pub async fn put_finding(tx: &mut Tx<'_>, f: &Finding, source_id: &str, order: (i64, i64), by_user: &str) -> Result<()> {
    let (seq, at) = order;
    tx.exec(
        PUT_FINDING,
        args![&f.key, f.kind.code(), &f.supervisor, &f.object, &f.period, &f.paper, &f.printed, source_id, seq, at, by_user],
    )
    .await?;
    tx.exec(DROP_FINDING_UNITS, args![&f.key]).await?;
    for unit in &f.units {
        tx.exec(ADD_FINDING_UNIT, args![&f.key, unit]).await?;
    }
    Ok(())
}

/// Whether a figure of that key is there: what a part belongs to.
///
/// # Errors
/// The engine's words.
pub async fn has_figure(conn: &mut Conn<'_>, key: &str) -> Result<bool> {
    Ok(conn.one(HAS_FIGURE, args![key], "count").await?.get::<i64>("n")? > 0)
}

/// Published figures, a total before its parts.
///
/// # Errors
/// The engine's words.
pub async fn figures(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<Vec<FigureRow>> {
    let mut all: Vec<FigureRow> = Vec::new();
    for r in conn.all(FIGURES, args![w.unit_id, w.year]).await? {
        let id: String = r.get("id")?;
        let part: String = r.get("part")?;
        if part == "unit" {
            all.push(figure(&r, id)?);
        } else if let Some(f) = all.iter_mut().find(|f| f.id == id) {
            f.named.push(place::read(&r)?);
        }
    }
    Ok(all)
}

/// Published findings.
///
/// # Errors
/// The engine's words.
pub async fn findings(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<Vec<FindingRow>> {
    let mut all: Vec<FindingRow> = Vec::new();
    for r in conn.all(FINDINGS, args![w.unit_id, w.year]).await? {
        let id: String = r.get("id")?;
        let unit = place::read(&r)?;
        match all.iter_mut().find(|f| f.id == id) {
            Some(f) => f.units.push(unit),
            None => all.push(FindingRow {
                id,
                kind: r.word("kind")?,
                units: vec![unit],
                supervisor: r.get("supervisor")?,
                object: r.get("object")?,
                period: r.get("period")?,
                paper: r.get("paper")?,
                printed: r.get("printed")?,
                source: source(&r)?,
            }),
        }
    }
    Ok(all)
}

fn figure(r: &Row, id: String) -> Result<FigureRow> {
    let level: String = r.get("level")?;
    let bound: Bound = r.word("bound")?;
    Ok(FigureRow {
        id,
        place: place::read(r)?,
        named: Vec::new(),
        level: level.parse().ok(),
        counted: r.word("counted")?,
        what: r.get("what")?,
        quantity: Quantity { bound, hundredths: r.get("hundredths")?, percent: r.get("percent")? },
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        days_assumed: r.get("days_assumed")?,
        period: r.get("period")?,
        part_of: r.get("part_of")?,
        pilot: r.get("pilot")?,
        printed: r.get("printed")?,
        source: source(r)?,
        rows: r.get("ours")?,
    })
}

fn source(r: &Row) -> Result<SourceRow> {
    Ok(SourceRow {
        title: r.get("title")?,
        publisher: r.get("publisher")?,
        published_on: r.get("published_on")?,
        reference: r.get("reference")?,
    })
}

/// The columns of a figure with its source, of figure `f` from source `s`.
macro_rules! figure_columns {
    () => {
        "f.id, f.level, f.counted, f.what, f.bound, f.hundredths, f.percent, f.from_on, f.to_on, f.period, f.part_of, f.pilot, f.printed, f.seq, \
         s.title, s.publisher, s.published_on, s.reference, f.days_assumed"
    };
}
/// What narrows figures: the unit of then or one named with them; a year of their period.
macro_rules! figures_wanted {
    () => {
        " WHERE ($1 = '' OR f.unit_id = $1 OR EXISTS (SELECT 1 FROM published_figure_unit x WHERE x.figure_id = f.id AND x.unit_id = $1)) \
         AND ($2 = '' OR (substr(f.from_on, 1, 4) <= $2 AND substr(f.to_on, 1, 4) >= $2))"
    };
}

statements! {
    PUT_SOURCE = "INSERT INTO published_source (id, title, publisher, published_on, reference) VALUES ($1, $2, $3, $4, $5) \
                  ON CONFLICT (id) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, published_on = excluded.published_on, reference = excluded.reference";
    PUT_FIGURE = "INSERT INTO published_figure (id, unit_id, level, counted, what, bound, hundredths, percent, from_on, to_on, days_assumed, period, part_of, pilot, printed, source_id, seq, at, \
                  by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) \
                  ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, level = excluded.level, counted = excluded.counted, what = excluded.what, bound = excluded.bound, \
                  hundredths = excluded.hundredths, percent = excluded.percent, from_on = excluded.from_on, to_on = excluded.to_on, days_assumed = excluded.days_assumed, period = excluded.period, part_of = excluded.part_of, \
                  pilot = excluded.pilot, printed = excluded.printed, source_id = excluded.source_id, seq = excluded.seq";
    PUT_FINDING = "INSERT INTO published_finding (id, kind, supervisor, object, period, paper, printed, source_id, seq, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
                   ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, supervisor = excluded.supervisor, object = excluded.object, period = excluded.period, paper = excluded.paper, \
                   printed = excluded.printed, source_id = excluded.source_id, seq = excluded.seq";
    DROP_FIGURE_UNITS = "DELETE FROM published_figure_unit WHERE figure_id = $1";
    ADD_FIGURE_UNIT = "INSERT INTO published_figure_unit (figure_id, unit_id) VALUES ($1, $2)";
    DROP_FINDING_UNITS = "DELETE FROM published_finding_unit WHERE finding_id = $1";
    ADD_FINDING_UNIT = "INSERT INTO published_finding_unit (finding_id, unit_id) VALUES ($1, $2)";
    HAS_FIGURE = "SELECT count(*) AS n FROM published_figure WHERE id = $1";
    // A figure, then the units named with it; rows of ours count beside it, by the level of a head who chaired.
    FIGURES = concat!("SELECT 'unit' AS part, ", figure_columns!(), ", ", place_columns!(), ", \
        (SELECT count(DISTINCT d.id) FROM unit du CROSS JOIN dialogue d CROSS JOIN dialogue_chair c CROSS JOIN post po CROSS JOIN unit pu \
         WHERE d.unit_id = du.id AND c.dialogue_id = d.id AND po.id = c.post_id AND pu.id = po.unit_id AND d.state IN ('held', 'concluded', 'closed') AND coalesce(d.held_on, d.on_day) >= f.from_on AND coalesce(d.held_on, d.on_day) <= f.to_on AND (du.id = f.unit_id OR du.parent_id = f.unit_id OR du.province_id = f.unit_id) \
         AND (f.level = '' OR pu.level = f.level) AND (f.counted NOT IN ('regular', 'ad_hoc') OR d.kind = f.counted)) AS ours \
        FROM published_figure f JOIN published_source s ON s.id = f.source_id JOIN unit u ON u.id = f.unit_id JOIN unit p ON p.id = u.province_id", figures_wanted!(), " \
        UNION ALL SELECT 'zone', ", figure_columns!(), ", ", place_columns!(), ", 0 FROM published_figure f JOIN published_source s ON s.id = f.source_id \
        JOIN published_figure_unit n ON n.figure_id = f.id JOIN unit u ON u.id = n.unit_id JOIN unit p ON p.id = u.province_id", figures_wanted!(), " ORDER BY 1, 15, 2, 22");
    FINDINGS = concat!("SELECT f.id, f.kind, f.supervisor, f.object, f.period, f.paper, f.printed, s.title, s.publisher, s.published_on, s.reference, ", place_columns!(), " \
        FROM published_finding f JOIN published_source s ON s.id = f.source_id JOIN published_finding_unit n ON n.finding_id = f.id JOIN unit u ON u.id = n.unit_id JOIN unit p ON p.id = u.province_id \
        WHERE ($1 = '' OR EXISTS (SELECT 1 FROM published_finding_unit x WHERE x.finding_id = f.id AND x.unit_id = $1)) AND ($2 = '' OR f.period LIKE '%' || $2 || '%') ORDER BY f.seq, f.id, u.sort, u.id");
}
