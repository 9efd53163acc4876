//! Bản ghi năm của từng người đứng đầu (S4.15): by which decisions the Front or the HĐND reads it, recorded and withdrawn by the
//! head of the superior; and the page of those for whom none stands, which says who decides.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{
    head_record::{Access, OpenRecords, WithdrawOpening, access},
    leads,
};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
    regulation::head_record::{self as domain, RecordReader, TypedOpening},
};
use caunoi_store::{
    Conn, beside,
    head_record::{self, OpeningRow},
    unit::{self, UnitRow},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::address;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        l10n::L10nLanguage,
        problems, render,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    /// Id of the unit.
    unit: String,
    reader: String,
    who: String,
    on_day: String,
    paper: String,
    until: String,
    /// Id of the decision that is withdrawn, and why.
    decision: String,
    why: String,
}

struct Line {
    id: String,
    unit: String,
    reader: String,
    what: String,
    by: String,
    /// Withdrawn, or over: since when and why.
    over: String,
    stands: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/records.html")]
struct RecordsPage {
    page: Page,
    csrf: String,
    typed: Typed,
    lines: Vec<Line>,
    units: Vec<(String, String)>,
    readers: Vec<(&'static str, String)>,
    /// The officer leads the superior unit.
    decides: bool,
    errors: Vec<(&'static str, String)>,
}

impl RecordsPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

/// Which unit the form begins with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    xa: String,
}

/// `GET /cap-tren/ban-ghi-nam`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), unit: asked.xa, ..Typed::default() };
    page(&web, desk, typed, &[]).await
}

/// `POST /cap-tren/ban-ghi-nam`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn open(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::DecideLedger)?;
    desk.check(&typed.csrf)?;
    let given = TypedOpening {
        reader: typed.reader.clone(),
        who: typed.who.clone(),
        on_day: typed.on_day.clone(),
        paper: typed.paper.clone(),
        until: typed.until.clone(),
    };
    let no_unit = typed.unit.is_empty().then(|| Problem::new("unit", What::NotAChoice));
    let wrong = match (domain::opening(&given, web.app.clock.today()), no_unit) {
        (read, Some(no_unit)) => [no_unit].into_iter().chain(read.err().into_iter().flatten()).collect(),
        (Err(wrong), None) => wrong,
        (Ok(opening), None) => {
            let verb = OpenRecords { unit_id: typed.unit.clone(), opening };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(_) => return Ok(Redirect::to("/cap-tren/ban-ghi-nam").into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
    };
    page(&web, desk, typed, &wrong).await
}

/// `POST /cap-tren/ban-ghi-nam/thu-hoi`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn withdraw(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::DecideLedger)?;
    desk.check(&typed.csrf)?;
    let verb = WithdrawOpening { decision: typed.decision.clone(), why: typed.why.clone() };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(()) => Ok(Redirect::to("/cap-tren/ban-ghi-nam").into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, typed, &wrong).await
        }
    }
}

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::OverseeLedger)?;
    let own = desk.officer.unit_id.clone();
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let (unit, below, above, rows) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(unit::find(c, &own).await?) },
        |c| async { Ok::<_, Fault>(unit::below(c, &own).await?) },
        |c| async { Ok::<_, Fault>(unit::above(c, &own).await?) },
        |c| async { Ok::<_, Fault>(head_record::around(c, &own).await?) },
    )?;
    drop(conn);
    let (unit, top) = (unit.ok_or(Fault::NotFound)?, above.is_empty());
    // Of a commune its superior decides: nothing is decided here, and nothing is to be seen.
    if below.is_empty() && !top {
        return Err(Fault::NotFound);
    }
    let units: Vec<UnitRow> = below.into_iter().chain(top.then_some(unit)).filter(|u| u.valid_to.is_none()).collect();
    let page = desk.page.clone();
    let t = page.t;
    let view = RecordsPage {
        csrf: desk.csrf().to_owned(),
        lines: rows.iter().map(|r| line(&page, r, today)).collect(),
        units: units.into_iter().map(|u| (u.id, u.name)).collect(),
        readers: RecordReader::ALL.iter().map(|r| (r.code(), reader(t, *r))).collect(),
        decides: leads(&desk.actor),
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

/// Who reads by decision, in words.
fn reader(t: &L10nLanguage, r: RecordReader) -> String {
    match r {
        RecordReader::Front => t.record_reader_front(),
        RecordReader::Council => t.record_reader_council(),
    }
}

/// "Thành ủy quyết định ngày …, văn bản số …, đến hết ngày …".
fn what(page: &Page, r: &OpeningRow) -> String {
    let t = page.t;
    let o = &r.opening;
    let decided = t.record_decided(o.who.clone(), page.day(&o.on.to_string()), o.paper.clone());
    match o.until {
        Some(last) => format!("{decided} {}", t.record_until(page.day(&last.to_string()))),
        None => format!("{decided} {}", t.record_until_withdrawn()),
    }
}

fn line(page: &Page, r: &OpeningRow, today: Date) -> Line {
    let t = page.t;
    let stands = r.opening.stands(today);
    Line {
        id: r.id.clone(),
        unit: r.unit_name.clone(),
        reader: reader(t, r.opening.reader),
        what: what(page, r),
        by: t.record_by(r.by_label.clone()),
        over: match r.opening.withdrawn_on {
            Some(day) => t.record_withdrawn(r.withdrawn_label.clone(), page.day(&day.to_string()), r.withdrawn_why.clone()),
            None if !stands => t.record_over(),
            None => String::new(),
        },
        stands,
    }
}

/// What a head reads on the own page: who reads the own record by decision today.
///
/// # Errors
/// The store's failure.
pub(super) async fn readers_of(conn: &mut Conn<'_>, page: &Page, unit_id: &str, today: Date) -> Result<Vec<String>, Fault> {
    let rows = head_record::of_unit(conn, unit_id).await?;
    let standing = rows.iter().filter(|r| r.opening.stands(today));
    Ok(standing.map(|r| format!("{}: {}", reader(page.t, r.opening.reader), what(page, r))).collect())
}

#[derive(Template)]
#[template(path = "office/ledger/record_closed.html")]
struct ClosedPage {
    page: Page,
    unit: String,
    back: String,
    /// Who decides, where no unit above is known: the unit's own heads.
    above: Option<String>,
}

/// The record of one head is closed to the officer: by whom it can be opened.
pub(super) struct Closed {
    /// The name of the unit above; none where none is known: the unit's own heads decide.
    above: Option<String>,
}

impl Closed {
    /// Who decides, in a sentence.
    pub fn who(&self, t: &L10nLanguage) -> String {
        let who = self.above.as_ref().map_or_else(|| t.record_closed_own(), |name| t.record_closed_above(name.clone()));
        format!("{} {who}", t.record_closed_who())
    }

    /// The page that says so, in place of the record.
    pub fn page(self, desk: &Desk, unit: &UnitRow) -> Response {
        let back = format!("/cong-viec/so-nhiem-vu?xa={}", address(unit));
        render::forbidden(&ClosedPage { page: desk.page.clone(), unit: unit.name.clone(), back, above: self.above })
    }
}

/// Nothing where the officer may read the record of one head of that unit today. One statement for those who read by decision,
/// none for anybody else.
///
/// # Errors
/// The store's failure.
pub(super) async fn closed(conn: &mut Conn<'_>, desk: &Desk, unit_id: &str, today: Date) -> Result<Option<Closed>, Fault> {
    if RecordReader::of(desk.officer.role).is_none() {
        return Ok(None);
    }
    let (access, above) = beside!(conn, |c| async { Ok::<_, Fault>(access(c, &desk.actor, unit_id, today).await?) }, |c| async {
        Ok::<_, Fault>(unit::above(c, unit_id).await?)
    },)?;
    Ok((access == Access::Closed).then(|| Closed { above: above.into_iter().next().map(|u| u.name) }))
}
