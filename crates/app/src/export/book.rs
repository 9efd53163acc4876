//! The office's book as it comes in: the same columns, the same words, so that it can be imported elsewhere and taken
//! out again with the same rows.

use caunoi_domain::{
    followup::Extent,
    import::Names,
    opinion::{
        book::{self, BookState},
        item::Standing,
        kind::Channel,
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
}

/// What became of it, in the book's words; a state that a book cannot bring in (sent up, ended with its paper) is named
/// all the same, and an import gives such a row back.
fn followed(c: &Cells<'_>) -> Followed {
    let told = |state: String| Followed { state, lead: c.get("lead").to_owned(), due: c.day("due_on"), ..Followed::default() };
    let partly = c.word::<Extent>("extent") == Some(Extent::Partial);
    let state = match c.word::<Standing>("standing") {
        Some(Standing::Escalated | Standing::SuperiorAnswered) => return told("đã kiến nghị cấp trên".to_owned()),
        Some(Standing::Ended) => return told("kết thúc theo thủ tục".to_owned()),
        Some(Standing::NoResources) => return told("chưa có nguồn lực".to_owned()),
        Some(Standing::InProgress | Standing::Reopened) if partly => BookState::Partly,
        Some(Standing::InProgress | Standing::Reopened) => return told(name(book::STATES, BookState::Doing)),
        Some(Standing::Done | Standing::Agreed | Standing::FurtherPath) => {
            if c.word::<Extent>("extent") == Some(Extent::Explained) {
                BookState::Explained
            } else {
                BookState::Done
            }
        }
        _ => BookState::New,
    };
    let state_name = name(book::STATES, state);
    if state == BookState::New {
        return Followed { state: state_name, ..Followed::default() };
    }
    let direct = c.get("lead").is_empty();
    let (result, document, done_on) = if direct { ("answer", "answer_norm", "answered_on") } else { ("result", "norm", "done_on") };
    Followed { result: c.get(result).to_owned(), document: c.get(document).to_owned(), done_on: c.day(done_on), ..told(state_name) }
}
