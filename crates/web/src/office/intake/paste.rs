//! Dán bảng: forty rows of Excel or of a table of Word become forty proposed opinions on one page; each is ticked,
//! mended where it is wrong, and lands as an imported row does. Works without script and by keyboard alone.

use askama::Template;
use axum::{extract::State, response::Response};
use axum_extra::extract::Form;
use caunoi_app::{
    import::{self, Job, Manner, WrongCell},
    opinion::{
        import_book,
        print_slips::{self, Landed},
    },
};
use caunoi_domain::{
    import::Mapping,
    opinion::{
        book::{self, Office},
        kind::{Channel, Field, OpinionKind},
        paste::{self, PastedRow},
    },
    people::policy::Action,
    problem::What,
    text::{
        date,
        fold::fold,
        table::{Cell, Row},
    },
};
use serde::Deserialize;

use super::super::triage::shown;
use crate::{
    Web, book_sheet,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::csrf,
        icon::Icon,
        l10n::L10nLanguage,
        lang::Lang,
        problems, render, words,
    },
};

/// Columns of a pasted row, in the order in which the form sends them and the book reads them.
const CELLS: [&str; 10] = ["number", "received", "kind", "field", "lead", "full_name", "phone", "address", "village", "body"];

/// What was sent: the pasted text, or the rows of the page of review.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    csrf: String,
    viec: String,
    text: String,
    channel: String,
    day: String,
    assign: String,
    chosen: Vec<usize>,
    number: Vec<String>,
    received: Vec<String>,
    kind: Vec<String>,
    field: Vec<String>,
    lead: Vec<String>,
    full_name: Vec<String>,
    phone: Vec<String>,
    address: Vec<String>,
    village: Vec<String>,
    body: Vec<String>,
}

impl Sent {
    fn column(&self, code: &str) -> &[String] {
        match code {
            "number" => &self.number,
            "received" => &self.received,
            "kind" => &self.kind,
            "field" => &self.field,
            "lead" => &self.lead,
            "full_name" => &self.full_name,
            "phone" => &self.phone,
            "address" => &self.address,
            "village" => &self.village,
            _ => &self.body,
        }
    }
}

/// A row of the page of review: what stands in its cells, whether it is ticked, what is wrong.
struct Line {
    at: usize,
    chosen: bool,
    cells: Vec<String>,
    wrong: Vec<(String, String)>,
}

impl Line {
    fn cell(&self, code: &str) -> &str {
        CELLS.iter().position(|c| *c == code).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
    /// Is this the choice of a select? Words are compared as the book compares them.
    fn is(&self, code: &str, name: &str) -> bool {
        let key = if code == "lead" { book::bare_body } else { fold };
        key(self.cell(code)) == key(name)
    }
    /// What was typed where it is none of the choices: it stays, and the book says what is wrong with it.
    fn stray(&self, code: &str, choices: &[(String, String)]) -> Option<&str> {
        Some(self.cell(code)).filter(|typed| !typed.is_empty() && !choices.iter().any(|(value, _)| self.is(code, value)))
    }
    /// Nothing of a row that must not be entered here stays on the page.
    fn forget(&mut self) {
        self.cells = vec![String::new(); CELLS.len()];
        self.chosen = false;
    }
}

#[derive(Template)]
#[template(path = "office/paste.html")]
struct PastePage {
    page: Page,
    csrf: String,
    error: Option<String>,
    text: String,
    channel: String,
    day: String,
    assign: bool,
    lines: Vec<Line>,
    kinds: Vec<(String, String)>,
    fields: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    villages: Vec<String>,
    channels: Vec<(String, String)>,
    landed: Vec<Landed>,
    slips: Option<String>,
}

/// `GET /cong-viec/dan-bang`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    let office = import_book::office(&web.app, &desk.officer.unit_id).await?;
    let sent = Sent { day: date::vi(web.app.clock.today()), ..Sent::default() };
    Ok(respond(&view(desk.page, &office, &sent, Vec::new()), false))
}

/// `POST /cong-viec/dan-bang`: reads what was pasted, or lands the ticked rows.
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn send(State(web): State<Web>, desk: Desk, Form(sent): Form<Sent>) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    desk.check(&sent.csrf)?;
    let office = import_book::office(&web.app, &desk.officer.unit_id).await?;
    if sent.viec == "nhap" { land(&web, desk, &office, sent).await } else { Ok(review(desk, &office, &sent)) }
}

fn review(desk: Desk, office: &Office, sent: &Sent) -> Response {
    let t = desk.page.t;
    let rows = paste::read(&sent.text, &office.bodies);
    let wrong = match rows.len() {
        0 => Some(t.paste_nothing()),
        n if n > paste::ROWS_MAX => Some(t.paste_too_many(i64::try_from(paste::ROWS_MAX).unwrap_or(200))),
        _ => None,
    };
    let lines = if wrong.is_some() { Vec::new() } else { rows.iter().enumerate().map(|(at, row)| proposed(at, row)).collect() };
    let refused = wrong.is_some();
    respond(&PastePage { error: wrong, ..view(desk.page, office, sent, lines) }, refused)
}

fn proposed(at: usize, row: &PastedRow) -> Line {
    let cells: Vec<String> = CELLS.iter().map(|code| row.get(code).to_owned()).collect();
    Line { at, chosen: !row.get("body").is_empty(), cells, wrong: Vec::new() }
}

async fn land(web: &Web, desk: Desk, office: &Office, sent: Sent) -> Result<Response, Fault> {
    let mut lines: Vec<Line> = (0..sent.body.len().min(paste::ROWS_MAX))
        .map(|at| Line {
            at,
            chosen: sent.chosen.contains(&at),
            cells: CELLS.iter().map(|code| sent.column(code).get(at).cloned().unwrap_or_default()).collect(),
            wrong: Vec::new(),
        })
        .collect();
    let table = table(&sent, &lines);
    let kind = import::find("opinions").ok_or(Fault::Broken)?;
    let job = Job { unit_id: &desk.officer.unit_id, table: &table, mapping: &Mapping::default(), manner: Manner::default() };
    let taken = match kind.import(&web.app, &desk.actor, job, &|_, _| {}).await {
        Ok(taken) => taken,
        // The database could not take them now: every row stays as it was typed.
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            let error = wrong.first().map(|p| problems::say(desk.page.t, p));
            return Ok(render::form(&PastePage { error, ..view(desk.page, office, &sent, lines) }, &wrong));
        }
    };
    for line in &mut lines {
        let number = line.at + 2;
        let wrong: Vec<&WrongCell> = taken.wrong.iter().filter(|w| w.row == number).collect();
        line.wrong = wrong.iter().map(|w| said(&desk.page, w)).collect();
        if wrong.iter().any(|w| matches!(w.what, What::OwnLaw | What::StateSecret)) {
            line.forget();
        }
    }
    // What landed leaves the page; what is wrong or was not ticked stays with everything typed.
    lines.retain(|l| !l.chosen || !l.wrong.is_empty());
    let refused = lines.iter().any(|l| !l.wrong.is_empty());
    let landed = match taken.batch {
        Some(batch) => print_slips::landed(&web.app, batch).await?,
        None => Vec::new(),
    };
    let error = refused.then(|| desk.page.t.paste_some_wrong(i64::try_from(taken.refused()).unwrap_or(0)));
    let page = PastePage { error, slips: taken.batch.map(shown), landed, ..view(desk.page, office, &sent, lines) };
    Ok(respond(&page, refused))
}

/// The ticked rows as a table of the book. Without the tick "assign at once" the body in charge stays a proposal and
/// the matter goes to the triage queue.
fn table(sent: &Sent, lines: &[Line]) -> Vec<Row> {
    let text = |s: &str| Cell::Text(s.to_owned());
    let mut head: Vec<Cell> = CELLS.iter().map(|c| text(c)).collect();
    head.push(text("channel"));
    let mut rows = vec![Row { number: 1, cells: head }];
    for line in lines.iter().filter(|l| l.chosen) {
        let mut cells: Vec<Cell> = CELLS.iter().map(|code| text(value(sent, line, code))).collect();
        cells.push(text(&sent.channel));
        rows.push(Row { number: line.at + 2, cells });
    }
    rows
}

fn value<'a>(sent: &'a Sent, line: &'a Line, code: &str) -> &'a str {
    match (code, line.cell(code)) {
        ("received", "") => &sent.day,
        ("lead", _) if sent.assign != "yes" => "",
        (_, typed) => typed,
    }
}

fn said(page: &Page, w: &WrongCell) -> (String, String) {
    let column = w.column.map_or("", |c| if page.lang == Lang::Vi { c.vi } else { c.en });
    (column.to_owned(), book_sheet::reason(page.t, w))
}

fn view(page: Page, office: &Office, sent: &Sent, lines: Vec<Line>) -> PastePage {
    let t = page.t;
    PastePage {
        csrf: csrf(&page),
        error: None,
        text: sent.text.clone(),
        channel: sent.channel.clone(),
        day: sent.day.clone(),
        assign: sent.assign == "yes",
        lines,
        kinds: kinds(t),
        fields: fields(t),
        bodies: office.bodies.iter().map(|b| (b.1.clone(), b.1.clone())).collect(),
        villages: office.villages_now().map(str::to_owned).collect(),
        channels: channels(t),
        landed: Vec::new(),
        slips: None,
        page,
    }
}

/// Words of the book with their names in the reader's language.
fn kinds(t: &L10nLanguage) -> Vec<(String, String)> {
    book::KINDS.iter().map(|(w, name, _)| ((*name).to_owned(), words::kind(t, *w as OpinionKind))).collect()
}

fn fields(t: &L10nLanguage) -> Vec<(String, String)> {
    book::FIELDS.iter().map(|(w, name, _)| ((*name).to_owned(), words::field_of(t, *w as Field))).collect()
}

fn channels(t: &L10nLanguage) -> Vec<(String, String)> {
    book::CHANNELS.iter().map(|(w, name, _)| ((*name).to_owned(), words::channel(t, *w as Channel))).collect()
}

fn respond(page: &PastePage, refused: bool) -> Response {
    if refused { render::refused(page) } else { render::html(page) }
}
