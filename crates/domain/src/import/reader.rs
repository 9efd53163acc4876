//! Reads one row: each cell once, into what is meant; what cannot be taken is said with its column.

use jiff::{ToSpan as _, civil::Date};

use super::{Column, Head, Names, names};
use crate::{
    problem::{Problem, What},
    text::{Symbol, date, fold::fold, nfc, table::Row},
};

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The column.
    pub column: &'static Column,
    /// What is wrong there.
    pub what: What,
}

/// Reads the cells of one row.
#[derive(Debug)]
pub struct Reader<'a> {
    columns: &'static [&'static Column],
    head: &'a Head,
    row: &'a Row,
    wrong: Vec<Wrong>,
    stopped: bool,
}

impl<'a> Reader<'a> {
    /// A reader of that row.
    #[must_use]
    pub fn new(columns: &'static [&'static Column], head: &'a Head, row: &'a Row) -> Self {
        Self { columns, head, row, wrong: Vec::new(), stopped: false }
    }

    /// The entry that was read, where nothing is wrong and every needed cell holds something.
    ///
    /// # Errors
    /// Everything wrong, in the order of the columns.
    pub fn finish<T>(mut self, entry: Option<T>) -> Result<T, Vec<Wrong>> {
        if !self.stopped {
            for column in self.columns.iter().filter(|c| c.needed) {
                if self.text(column).is_empty() {
                    self.say(column, What::Empty);
                }
            }
        }
        match entry {
            Some(entry) if self.wrong.is_empty() => Ok(entry),
            _ => {
                let place = |c: &Column| self.columns.iter().position(|o| *o == c);
                self.wrong.sort_by_key(|w| place(w.column));
                Err(self.wrong)
            }
        }
    }

    /// Something is wrong in a column; the first word about it stays.
    pub fn say(&mut self, column: &'static Column, what: What) {
        if !self.stopped && !self.wrong.iter().any(|w| w.column == column) {
            self.wrong.push(Wrong { column, what });
        }
    }

    /// What a parser of a form found wrong: its fields are codes of columns; a field that is none is said of `whole`.
    pub fn say_all(&mut self, problems: Vec<Problem>, whole: &'static Column) {
        for p in problems {
            let column = self.columns.iter().find(|c| c.code == p.field).copied().unwrap_or(whole);
            self.say(column, p.what);
        }
    }

    /// The row is refused for this alone; nothing else of it is told.
    pub fn stop(&mut self, column: &'static Column, what: What) {
        self.wrong = vec![Wrong { column, what }];
        self.stopped = true;
    }

    /// True where something is wrong already.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// The trimmed text of a cell with its letters joined (NFC); empty where there is none.
    pub fn text(&mut self, column: &'static Column) -> String {
        let Some(place) = self.head.place(column) else { return String::new() };
        if let Some(text) = self.row.text(place) {
            return nfc(text);
        }
        self.say(column, What::Formula);
        String::new()
    }

    /// A text of one line and at most `max` characters.
    pub fn line(&mut self, column: &'static Column, max: usize) -> String {
        let text = self.text(column).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > max {
            self.say(column, What::TooLong { max });
            return String::new();
        }
        if text.chars().any(char::is_control) {
            self.say(column, What::BadCharacter);
        }
        text
    }

    /// A day: day first, as ISO, or the number by which a table program keeps it.
    pub fn day(&mut self, column: &'static Column) -> Option<Date> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        if let Some(day) = serial(&text) {
            return Some(day);
        }
        date::parse(&text).map_err(|e| self.say(column, What::Day(e))).ok()
    }

    /// A day that has come: not after `today`.
    pub fn past_day(&mut self, column: &'static Column, today: Date) -> Option<Date> {
        let day = self.day(column)?;
        if day <= today {
            return Some(day);
        }
        self.say(column, What::DayOutOfOrder);
        None
    }

    /// A whole number within bounds; points and spaces between groups of three are passed over.
    pub fn number(&mut self, column: &'static Column, min: i64, max: i64) -> Option<i64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let found = whole(&text).filter(|n| (min..=max).contains(n));
        if found.is_none() {
            self.say(column, What::Number { min, max });
        }
        found
    }

    /// One of the column's words, however it was typed.
    pub fn one_of<T: Copy>(&mut self, column: &'static Column, all: Names<T>) -> Option<T> {
        let text = self.text(column);
        let key = fold(&text);
        if key.is_empty() {
            return None;
        }
        let found = all.iter().find(|(_, name, keys)| keys.contains(&key.as_str()) || fold(name) == key).map(|x| x.0);
        if found.is_none() {
            self.say(column, What::NotOneOf { found: text, choices: names(all) });
        }
        found
    }

    /// One of things that have a name (bodies, villages): its id. Names are compared by their search keys, `bare`
    /// takes away what offices leave out of them; two of the same name are not told apart and therefore refused.
    pub fn pick(&mut self, column: &'static Column, all: &[(String, String)], bare: fn(&str) -> String) -> Option<String> {
        let text = self.text(column);
        let key = bare(&text);
        if key.is_empty() {
            return None;
        }
        let mut found = all.iter().filter(|(_, name)| bare(name) == key);
        if let (Some((id, _)), None) = (found.next(), found.next()) {
            return Some(id.clone());
        }
        self.say(column, What::NotOneOf { found: text, choices: all.iter().map(|x| x.1.clone()).collect() });
        None
    }

    /// Yes or no; an empty cell is no.
    pub fn yes_or_no(&mut self, column: &'static Column) -> bool {
        let text = self.text(column);
        match fold(&text).as_str() {
            "co" | "x" | "yes" | "1" | "true" => true,
            "khong" | "" | "no" | "0" | "false" => false,
            _ => {
                self.say(column, What::NotOneOf { found: text, choices: vec!["có".to_owned(), "không".to_owned()] });
                false
            }
        }
    }

    /// Number and symbol of a document in its one right form, however it was spelled.
    pub fn symbol(&mut self, column: &'static Column) -> Option<Symbol> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        Symbol::parse(&text).map_err(|_| self.say(column, What::Symbol { found: text })).ok()
    }
}

/// The day that a table program keeps as a number of days (1900 system), in a cell that was not formatted as a day.
fn serial(text: &str) -> Option<Date> {
    let days: i64 = Some(text).filter(|t| t.len() == 5 && t.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    // 1 October 1954 to 3 July 2064: no day that an office writes down lies outside, and no year is taken for one.
    if !(20_000..=60_099).contains(&days) {
        return None;
    }
    Date::new(1899, 12, 30).ok()?.checked_add(days.days()).ok()
}

/// A whole number as offices write it: `1.250`, `1 250`, `1250`.
fn whole(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let groups: Vec<&str> = digits.split(['.', ' ', '\u{a0}']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|g| g.len() == 3));
    let all: String = groups.concat();
    let plain = grouped && !first.is_empty() && all.len() <= 15 && all.bytes().all(|b| b.is_ascii_digit());
    all.parse::<i64>().ok().filter(|_| plain).map(|n| sign * n)
}

/// A phone number as typed; a table program takes the zero off one that it holds for a number: nine digits get it back.
#[must_use]
pub fn with_its_zero(text: &str) -> String {
    let lost = text.len() == 9 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    if lost { format!("0{text}") } else { text.to_owned() }
}
