//! Bảng tổng hợp: units × kinds of duties of a year, with the units as they were then or as they are now. A unit that was
//! divided stands apart and is marked; a district is never counted into a commune.

use std::collections::BTreeMap;

use caunoi_domain::unit::rollup::{Fold, Place, fold};
use caunoi_store::{
    Conn, beside,
    duty_sheet::{self, Cell, Successor},
};
use jiff::{ToSpan as _, civil::Date};

use super::reckon::edge;
use crate::refusal::Refusal;

/// Which units the lines are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// The units of the year.
    Then,
    /// The units of today.
    Now,
}

/// How many duties are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Done in time.
    pub met: i64,
    /// Done after their day.
    pub late: i64,
    /// Past their day and not done.
    pub breached: i64,
    /// To be done within the days ahead.
    pub soon: i64,
    /// To be done later.
    pub due: i64,
    /// Waived.
    pub waived: i64,
    /// Due before the unit's office used the program, and not on record here: counted neither as done nor as not done.
    pub before_use: i64,
}

impl Counts {
    fn add(&mut self, c: &Cell) {
        self.met += c.met;
        self.late += c.late;
        self.breached += c.breached;
        self.soon += c.soon;
        self.due += c.due;
        self.waived += c.waived;
        self.before_use += c.before_use;
    }
}

/// What is to be said of a line besides its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nothing.
    None,
    /// It ended; the last ISO day.
    Ended(String),
    /// These former units are counted in it.
    With(Vec<String>),
    /// It was divided among these and is counted into none.
    Divided(Vec<String>),
    /// A district: counted into none.
    District,
    /// What became of it is not known.
    Unknown,
}

/// A unit with its duties by kind.
#[derive(Clone, Debug)]
pub struct Line {
    /// The unit's id.
    pub unit_id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What else is to be said.
    pub note: Note,
    /// Duties by the code word of their kind.
    pub cells: BTreeMap<String, Counts>,
    /// Findings by the code word of their kind.
    pub findings: BTreeMap<String, i64>,
}

/// The table of a year on a day; `soon` days ahead count as soon.
///
/// # Errors
/// The store's failure.
pub async fn table(conn: &mut Conn<'_>, above: &str, year: i16, on: Date, soon: i64, by: As) -> Result<Vec<Line>, Refusal> {
    let edge = edge(year, on).map(|d| d.to_string());
    let (year, day) = (i64::from(year), on.to_string());
    let (of_year, soon) = ((year, edge.as_deref()), on.saturating_add(soon.days()).to_string());
    let (cells, found, successors) = beside!(
        conn,
        |c| duty_sheet::cells(c, above, of_year, &day, &soon),
        |c| duty_sheet::finding_counts(c, above, of_year, &day),
        |c| async { if by == As::Now { duty_sheet::successors(c, above).await } else { Ok(Vec::new()) } },
    )?;
    let (mut lines, mut order): (BTreeMap<String, Line>, Vec<String>) = (BTreeMap::new(), Vec::new());
    let mut home: BTreeMap<&str, String> = BTreeMap::new();
    let places = places(&cells, &successors);
    for c in &cells {
        let line = line(&mut lines, c, &successors, &places, by);
        if !home.values().any(|id| *id == line.unit_id) {
            order.push(line.unit_id.clone());
        }
        home.insert(&c.unit_id, line.unit_id.clone());
        if !c.kind.is_empty() {
            line.cells.entry(c.kind.clone()).or_default().add(c);
        }
    }
    for (unit, kind, n) in found {
        if let Some(line) = home.get(unit.as_str()).and_then(|id| lines.get_mut(id)) {
            *line.findings.entry(kind).or_default() += n;
        }
    }
    Ok(order.iter().filter_map(|id| lines.remove(id)).collect())
}

fn places(cells: &[Cell], successors: &[Successor]) -> BTreeMap<String, Place> {
    let mut all: BTreeMap<String, Place> = BTreeMap::new();
    for s in successors {
        all.entry(s.id.clone()).or_insert_with(|| Place { level: s.level, stands: s.stands, into: Vec::new() });
    }
    for c in cells {
        all.insert(c.unit_id.clone(), Place { level: c.level, stands: c.valid_to.is_none(), into: Vec::new() });
    }
    for s in successors {
        let level = cells.iter().find(|c| c.unit_id == s.old_id).map_or(s.level, |c| c.level);
        all.entry(s.old_id.clone()).or_insert_with(|| Place { level, stands: false, into: Vec::new() }).into.push(s.id.clone());
    }
    all
}

/// The line that a unit's numbers stand in.
fn line<'a>(
    lines: &'a mut BTreeMap<String, Line>,
    c: &Cell,
    successors: &[Successor],
    places: &BTreeMap<String, Place>,
    by: As,
) -> &'a mut Line {
    let name_of = |id: &String| successors.iter().find(|s| s.id == *id).map_or_else(|| id.clone(), |s| s.name.clone());
    let own = |note| (c.unit_id.clone(), c.code.clone(), c.name.clone(), note);
    let (unit_id, code, name, note) = match (by, &c.valid_to) {
        (_, None) => own(Note::None),
        (As::Then, Some(last)) => own(Note::Ended(last.clone())),
        (As::Now, Some(_)) => match fold(&c.unit_id, places) {
            Fold::Own => own(Note::None),
            Fold::Divided(into) => own(Note::Divided(into.iter().map(name_of).collect())),
            Fold::District => own(Note::District),
            Fold::Unknown => own(Note::Unknown),
            Fold::Into(id) => {
                let code = successors.iter().find(|s| s.id == id).map(|s| s.code.clone()).unwrap_or_default();
                let name = name_of(&id);
                (id, code, name, Note::With(vec![c.name.clone()]))
            }
        },
    };
    let line = lines.entry(unit_id.clone()).or_insert_with(|| Line {
        unit_id,
        code,
        name,
        note: Note::None,
        cells: BTreeMap::new(),
        findings: BTreeMap::new(),
    });
    match (&mut line.note, note) {
        (Note::With(all), Note::With(more)) => {
            let new: Vec<String> = more.into_iter().filter(|m| !all.contains(m)).collect();
            all.extend(new);
        }
        (mine, note) if note != Note::None => *mine = note,
        _ => {}
    }
    line
}
