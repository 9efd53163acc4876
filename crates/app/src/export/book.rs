//! The office's book as it comes in: the same columns, the same words, so that it can be imported elsewhere and taken
//! out again with the same rows.

use caunoi_domain::{
    followup::Extent,
    import::Names,
    opinion::{
        book::{self, BookState},
        item::{EndingManner, Standing},
        kind::Channel,
        step::Step,
        tracking_code::PublicId,
    },
    text::date,
};
use caunoi_store::export::{BOOK_COLUMNS, Line};
use jiff::civil::Date;

use super::{Table, Taken};

/// The book's rows from the store's.
pub(super) fn taken(lines: &[Line]) -> Taken {
    let mut rows: Vec<(String, String, Vec<String>)> = lines
        .iter()
        .map(|l| {
            let row = row(&Cells(l));
            (Cells(l).get("received_on").to_owned(), row.first().cloned().unwrap_or_default(), row)
        })
        .collect();
    // By day, then by number as a clerk counts, so that two installations give one order.
    rows.sort_by(|a, b| (&a.0, a.1.len(), &a.2).cmp(&(&b.0, b.1.len(), &b.2)));
    Taken {
        table: Table::Opinions,
        keys: book::COLUMNS.iter().map(|c| c.code).collect(),
        heads: book::COLUMNS.iter().map(|c| c.vi).collect(),
        rows: rows.into_iter().map(|r| r.2).collect(),
    }
}

struct Cells<'a>(&'a Line);

impl Cells<'_> {
    fn get(&self, column: &str) -> &str {
        BOOK_COLUMNS.iter().position(|c| *c == column).and_then(|at| self.0.get(at)).map_or("", String::as_str)
    }
    fn word<T: std::str::FromStr>(&self, column: &str) -> Option<T> {
        self.get(column).parse().ok()
    }
    fn day(&self, column: &str) -> String {
        self.get(column).parse::<Date>().map(date::vi).unwrap_or_default()
    }
}

fn row(c: &Cells<'_>) -> Vec<String> {
    let channel: Option<Channel> = c.word("channel").filter(|c| *c != Channel::Import);
    let followed = followed(c);
    let cell = |code: &str| match code {
        "number" => number(c),
        "received" => c.day("received_on"),
        "channel" => channel.map_or_else(String::new, |w| name(book::CHANNELS, w)),
        "kind" => c.word("kind").map_or_else(String::new, |w| name(book::KINDS, w)),
        "field" => c.word("field").map_or_else(String::new, |w| name(book::FIELDS, w)),
        "signed" => if c.get("signed") == "1" { "có" } else { "không" }.to_owned(),
        "unit" => c.get("place_note").strip_suffix(" (cũ)").unwrap_or_default().to_owned(),
        "lead" => followed.lead.clone(),
        "due" => followed.due.clone(),
        "state" => followed.state.clone(),
        "result" => followed.result.clone(),
        "document" => followed.document.clone(),
        "done_on" => followed.done_on.clone(),
        "sent_to" => followed.sent_to.clone(),
        "sent_paper" => followed.sent_paper.clone(),
        "sent_on" => followed.sent_on.clone(),
        other => c.get(other).to_owned(),
    };
    book::COLUMNS.iter().map(|column| cell(column.code)).collect()
}

fn name<T: Copy + PartialEq>(all: Names<T>, word: T) -> String {
    all.iter().find(|(w, _, _)| *w == word).map(|(_, name, _)| (*name).to_owned()).unwrap_or_default()
}

/// The number in the book: its own; of what came another way its public id. Further matters of a letter get theirs
/// behind a hyphen, since each is a row.
fn number(c: &Cells<'_>) -> String {
    let own = match (c.get("source"), c.get("source_id")) {
        ("so-y-kien", id) => id.split_once('/').map_or(id, |(_, number)| number).to_owned(),
        ("hash", _) => String::new(),
        _ => c.word("public_id").map_or_else(String::new, |id| PublicId::from_i64(id).to_string()),
    };
    match c.get("seq") {
        "1" => own,
        _ if own.is_empty() => own,
        seq => format!("{own}-{seq}"),
    }
}

#[derive(Default)]
struct Followed {
    lead: String,
    due: String,
    state: String,
    result: String,
    document: String,
    done_on: String,
    sent_to: String,
    sent_paper: String,
    sent_on: String,
}

/// What became of it, in the book's words. What stands elsewhere in the thread (put down for a dialogue, heard) is new to
/// another office.
fn followed(c: &Cells<'_>) -> Followed {
    let partly = c.word::<Extent>("extent") == Some(Extent::Partial);
    match c.word::<Standing>("standing") {
        Some(Standing::Escalated) => sent_up(c, BookState::Escalated),
        Some(Standing::SuperiorAnswered) => sent_up(c, BookState::SuperiorAnswered),
        Some(Standing::Ended) => ended(c),
        Some(Standing::NoResources) => no_resources(c),
        Some(Standing::InProgress | Standing::Reopened) if partly => done(c, BookState::Partly),
        Some(Standing::InProgress | Standing::Reopened) if c.get("lead").is_empty() => named(BookState::New),
        Some(Standing::InProgress | Standing::Reopened) => led(c, BookState::Doing),
        Some(Standing::Done | Standing::Agreed | Standing::FurtherPath) => {
            let explained = c.word::<Extent>("extent") == Some(Extent::Explained) || c.get("substate") == "explained";
            done(c, if explained { BookState::Explained } else { BookState::Done })
        }
        _ => named(BookState::New),
    }
}

fn named(state: BookState) -> Followed {
    Followed { state: name(book::STATES, state), ..Followed::default() }
}

fn led(c: &Cells<'_>, state: BookState) -> Followed {
    Followed { lead: c.get("lead").to_owned(), due: c.day("due_on"), ..named(state) }
}

/// The result: of the task, of the office's own answer, of the superior that was asked, or of the conclusion itself.
fn done(c: &Cells<'_>, state: BookState) -> Followed {
    let first = |columns: &[&str]| columns.iter().map(|k| c.get(k)).find(|v| !v.is_empty()).unwrap_or_default().to_owned();
    let (result, document, done_on) = if !c.get("result").is_empty() {
        (c.get("result").to_owned(), c.get("norm").to_owned(), c.day("done_on"))
    } else if !c.get("answer").is_empty() {
        (c.get("answer").to_owned(), c.get("answer_norm").to_owned(), c.day("answered_on"))
    } else if !c.get("up_answer").is_empty() {
        (c.get("up_answer").to_owned(), first(&["up_norm", "up_paper"]), c.day("up_answered_on"))
    } else {
        (c.get("concluded").to_owned(), first(&["concluded_norm", "notice"]), c.day("notice_on"))
    };
    Followed { result, document, done_on, ..led(c, state) }
}

/// To whom it went up. What went through the inbox of the system without a paper is named by its id there.
fn sent_up(c: &Cells<'_>, state: BookState) -> Followed {
    let id = || c.word("up_id").map_or_else(String::new, |id| format!("Cầu Nối {}", PublicId::from_i64(id)));
    let paper = if c.get("up_paper").is_empty() { id() } else { c.get("up_paper").to_owned() };
    let sent =
        Followed { due: c.day("up_due"), sent_to: c.get("up_to").to_owned(), sent_paper: paper, sent_on: c.day("up_on"), ..named(state) };
    match state {
        BookState::SuperiorAnswered => {
            let document = if c.get("up_norm").is_empty() { sent.sent_paper.clone() } else { c.get("up_norm").to_owned() };
            Followed { result: c.get("up_answer").to_owned(), document, done_on: c.day("up_answered_on"), ..sent }
        }
        _ => Followed { result: c.get("up_text").to_owned(), ..sent },
    }
}

fn ended(c: &Cells<'_>) -> Followed {
    Followed {
        result: c.get("end_why").to_owned(),
        sent_to: c.get("end_to").to_owned(),
        sent_paper: c.get("end_paper").to_owned(),
        sent_on: c.day("end_on"),
        ..named(BookState::ended(c.word("ending").unwrap_or(EndingManner::File)))
    }
}

/// Why there are no means: the conclusion says it, or the book that it came from.
fn no_resources(c: &Cells<'_>) -> Followed {
    let state = led(c, BookState::NoResources);
    match serde_json::from_str(c.get("poor")) {
        Ok(Step::NoResources { reason, paper, .. }) => Followed { result: reason, document: paper, done_on: c.day("poor_on"), ..state },
        _ => {
            let why = if c.get("concluded_why").is_empty() { c.get("concluded") } else { c.get("concluded_why") };
            Followed { result: why.to_owned(), document: c.get("notice").to_owned(), done_on: c.day("notice_on"), ..state }
        }
    }
}
