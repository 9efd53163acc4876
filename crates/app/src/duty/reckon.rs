//! Reckons the duties of a unit from the register and its facts; keeps them for the tables of superior units.

use std::{collections::BTreeMap, ops::RangeInclusive};

use caunoi_domain::{
    calendar::Calendar,
    people::actor::Actor,
    regulation::{
        document::Document,
        ledger::{self, Bound, Duty, DutyState, Facts, Finding, Rules, Signs},
    },
};
use caunoi_store::{
    Conn, Tx, beside, beside_each, duty_facts,
    duty_sheet::{self, KeptDuty, KeptFinding},
    regulation, unit,
};
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// Units that one round of the background reckons anew at most.
const ROUND: i64 = 200;
/// Units that a page reckons anew before it is shown at most.
const FEW: i64 = 40;

/// What a unit owes, and what was found.
#[derive(Clone, Debug)]
pub struct Reckoned {
    /// The unit with its head posts.
    pub bound: Bound,
    /// The documents that apply to it.
    pub documents: Vec<Document>,
    /// What is known of it.
    pub facts: Facts,
    /// Where the dialogues, opinions and tasks among the facts are shown: public ids by id.
    pub public_ids: BTreeMap<String, i64>,
    /// Its duties, by their day.
    pub duties: Vec<Duty>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// What a unit's duties follow from: whom the clauses bind, which documents, and what is known.
#[derive(Clone, Debug)]
pub struct Known {
    /// The unit with its head posts.
    pub bound: Bound,
    /// The documents that apply to it.
    pub documents: Vec<Document>,
    /// What is known of it, of the years that were asked for.
    pub facts: Facts,
    /// Where the dialogues, opinions and tasks among the facts are shown: public ids by id.
    pub public_ids: BTreeMap<String, i64>,
}

/// Asks in one statement for all that a unit's duties of some years follow from.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such unit; the store's failure.
pub async fn known(conn: &mut Conn<'_>, unit_id: &str, years: &RangeInclusive<i16>) -> Result<Known, Refusal> {
    let (bound, documents, told) =
        beside!(conn, |c| duty_facts::bound(c, unit_id), |c| regulation::applying(c, unit_id), |c| duty_facts::told(
            c,
            unit_id,
            *years.start(),
            *years.end()
        ),)?;
    let bound = bound.ok_or(Refusal::NotFound("unit"))?;
    let public_ids = told.public_ids()?;
    let facts = duty_facts::of(told, &bound)?;
    Ok(Known { bound, documents, facts, public_ids })
}

/// Reckons a unit's duties of some years as the facts known on a day make them.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such unit; the store's failure.
pub async fn reckon(
    conn: &mut Conn<'_>,
    calendar: &Calendar,
    unit_id: &str,
    years: RangeInclusive<i16>,
    on: Date,
) -> Result<Reckoned, Refusal> {
    from(known(conn, unit_id, &years).await?, calendar, years, on)
}

/// The duties that follow from what is known.
///
/// # Errors
/// A table of signs that cannot be read.
pub fn from(known: Known, calendar: &Calendar, years: RangeInclusive<i16>, on: Date) -> Result<Reckoned, Refusal> {
    let Known { bound, documents, facts, public_ids } = known;
    let duties = ledger::ledger(&Rules::new(&documents), calendar, &bound, &facts, years.clone(), on);
    let signs = Signs::builtin().map_err(Refusal::Broken)?;
    let findings = ledger::findings(&duties, calendar, &bound, &facts, &signs, years, on);
    Ok(Reckoned { bound, documents, facts, public_ids, duties, findings })
}

/// How long what the last year left undone stands beside the new one, days.
const EDGE_DAYS: i64 = 31;

/// What of the year before stands beside a year: what is still open and fell due on this day or later. Nothing where the
/// year is not the one that runs.
#[must_use]
pub fn edge(year: i16, today: Date) -> Option<Date> {
    (today.year() == year).then(|| today.saturating_sub(jiff::Span::new().days(EDGE_DAYS)))
}

/// Reckons a unit's year as it is worked with on a day: beside the duties of the year that runs stands what December left
/// open, so that nobody loses sight of it on New Year's morning.
///
/// # Errors
/// As [`reckon`].
pub async fn of_year(conn: &mut Conn<'_>, calendar: &Calendar, unit_id: &str, year: i16, today: Date) -> Result<Reckoned, Refusal> {
    let Some(edge) = edge(year, today) else { return reckon(conn, calendar, unit_id, year..=year, today).await };
    let before = year.saturating_sub(1);
    let mut all = reckon(conn, calendar, unit_id, before..=year, today).await?;
    let open = |d: &Duty| matches!(d.state, DutyState::Due | DutyState::Breached) && d.due >= edge;
    all.duties.retain(|d| d.year() == year || open(d));
    let signs = Signs::builtin().map_err(Refusal::Broken)?;
    all.findings = ledger::findings(&all.duties, calendar, &all.bound, &all.facts, &signs, year..=year, today);
    Ok(all)
}

/// Keeps the duties of a unit and year, reckoned as if every day had passed: the state on any day follows from the
/// day that each is due and the day of its deed.
#[derive(Clone, Debug)]
pub struct KeepSheet {
    /// The unit's id.
    pub unit_id: String,
    /// The year.
    pub year: i16,
}

impl Verb for KeepSheet {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if cx.actor != Actor::System {
            return Err(Refusal::NotAllowed(caunoi_domain::people::policy::Action::Administer));
        }
        let province = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?.province_id;
        let end = Date::new(9998, 12, 31).map_err(|e| Refusal::Broken(e.to_string()))?;
        let r = reckon(tx, &cx.calendar, &self.unit_id, self.year..=self.year, end).await?;
        let duties: Vec<KeptDuty> = r.duties.iter().map(kept).collect();
        let findings: Vec<KeptFinding> = r.findings.iter().map(kept_finding).collect();
        duty_sheet::replace(tx, (&self.unit_id, &province, i64::from(self.year)), &duties, &findings, cx.now_us).await?;
        Ok(())
    }
}

fn kept(d: &Duty) -> KeptDuty {
    KeptDuty {
        duty_id: d.id.clone(),
        post_id: d.post_id.clone(),
        kind: d.kind.code().to_owned(),
        document_id: d.clause.document.clone(),
        clause: i64::try_from(d.clause.seq).unwrap_or(i64::MAX),
        due_on: d.due.to_string(),
        done_on: match d.state {
            DutyState::Met | DutyState::Late => d.facts.iter().map(|f| f.on).min().map(|d| d.to_string()),
            _ => None,
        },
        settled: match d.state {
            DutyState::Waived | DutyState::NotApplicable | DutyState::BeforeUse => d.state.code().to_owned(),
            _ => String::new(),
        },
    }
}

fn kept_finding(f: &Finding) -> KeptFinding {
    let evidence = f.evidence.first();
    KeptFinding {
        post_id: f.post_id.clone(),
        kind: f.kind.code().to_owned(),
        since_on: f.since.to_string(),
        duty_id: f.duty.clone(),
        evidence_kind: evidence.map(|e| e.kind.code().to_owned()).unwrap_or_default(),
        evidence_id: evidence.map(|e| e.id.clone()).unwrap_or_default(),
    }
}

/// Units below one whose sheets are older than what happened there, year by year; a few of each year.
#[derive(Clone, Debug, Default)]
pub struct Stale(Vec<(i16, Vec<String>)>);

impl Stale {
    /// Nothing is: what was read beside it is of now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, units)| units.is_empty())
    }
}

/// The years that stand beside a year as it is worked with: itself and, while December's rest is shown, the one before.
#[must_use]
pub fn years_of(year: i16, today: Date) -> Vec<i16> {
    edge(year, today).map(|_| year.saturating_sub(1)).into_iter().chain([year]).collect()
}

/// Which of the units below one are stale in these years: asked for beside their table, in one statement.
///
/// # Errors
/// The store's failure.
pub async fn stale(conn: &mut Conn<'_>, above: &str, years: &[i16]) -> Result<Stale, Refusal> {
    let found = beside_each!(conn, years, |c, year| duty_sheet::stale(c, above, i64::from(*year), FEW))?;
    Ok(Stale(years.iter().copied().zip(found).collect()))
}

/// Reckons these anew, so that the table read next is that of now; the rest is the background's. Answers by year how many
/// wait.
///
/// # Errors
/// The store's failure.
pub async fn refresh(app: &App, above: &str, stale: Stale) -> Result<BTreeMap<i16, i64>, Refusal> {
    let mut waiting = BTreeMap::new();
    for (year, units) in stale.0 {
        // Fewer than were asked for: none is left.
        let more = i64::try_from(units.len()).unwrap_or(FEW) >= FEW;
        for unit_id in units {
            app.carry_out(&Actor::System, KeepSheet { unit_id, year }).await?;
        }
        if more {
            waiting.insert(year, duty_sheet::stale_count(&mut app.store.read().await?, above, i64::from(year)).await?);
        }
    }
    Ok(waiting)
}

/// Reckons anew units anywhere whose sheet is older than what happened there, or that have none of this year: a round of
/// the background. Answers how many were.
///
/// # Errors
/// The store's failure.
pub async fn refresh_round(app: &App) -> Result<usize, Refusal> {
    let year = i64::from(app.clock.today().year());
    let stale = duty_sheet::stale_anywhere(&mut app.store.read().await?, year, ROUND).await?;
    for (unit_id, year) in &stale {
        let Ok(year) = i16::try_from(*year) else { continue };
        app.carry_out(&Actor::System, KeepSheet { unit_id: unit_id.clone(), year }).await?;
    }
    Ok(stale.len())
}
