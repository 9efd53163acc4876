//! Dán bảng: rows copied from Excel or from a table of Word, as a browser gives them: cells with tabs between, rows with
//! line ends. With a head line its columns are known; without one they are guessed from what stands in them.

use super::{
    book::{self, COLUMNS},
    kind::OpinionKind,
    proposal::{self, propose},
};
use crate::{
    import::{Mapping, look},
    text::{
        date,
        fold::fold,
        table::{Cell, Row},
    },
};

/// Rows of one paste at most.
pub const ROWS_MAX: usize = 200;

/// A row as it was pasted, by the codes of our columns, with what is proposed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedRow(Vec<(&'static str, String)>);

impl PastedRow {
    /// What stands in a column.
    #[must_use]
    pub fn get(&self, code: &str) -> &str {
        self.0.iter().find(|(c, _)| *c == code).map_or("", |(_, v)| v.as_str())
    }

    fn put(&mut self, code: &'static str, value: String) {
        match self.0.iter_mut().find(|(c, _)| *c == code) {
            Some(cell) => cell.1 = value,
            None => self.0.push((code, value)),
        }
    }
}

/// The cells of a pasted text. Excel puts a cell that holds line ends between quotes; Word does not.
#[must_use]
pub fn rows(text: &str) -> Vec<Row> {
    let (mut rows, mut cells, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(&chars) => quoted = true,
            '\t' if !quoted => cells.push(Cell::Text(std::mem::take(&mut cell))),
            '\n' if !quoted => {
                cells.push(Cell::Text(std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut cells));
            }
            c => cell.push(c),
        }
    }
    cells.push(Cell::Text(cell));
    rows.push(cells);
    let numbered = rows.into_iter().enumerate().map(|(at, cells)| Row { number: at + 1, cells });
    numbered.filter(|r| !r.is_empty()).collect()
}

/// True where a quote that opens here is closed before a tab or a line end: a name in quotes is no quoted cell.
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut rest = rest.clone();
    while let Some(c) = rest.next() {
        if c == '"' {
            match rest.next() {
                Some('"') => {}
                None | Some('\t' | '\n') => return true,
                Some(_) => return false,
            }
        }
    }
    false
}

/// The pasted rows with their columns known or guessed, and kind, field and body proposed where they are missing.
#[must_use]
pub fn read(text: &str, bodies: &[(String, String)]) -> Vec<PastedRow> {
    let all = rows(text);
    let seen = look(COLUMNS, &all, &Mapping::default());
    let known: Vec<(&'static str, usize)> = seen.headings.iter().filter_map(|h| h.column.map(|(c, _)| (c.code, h.place))).collect();
    let headed = known.len() >= 2 && known.iter().any(|(code, _)| *code == book::BODY.code);
    let (places, below) = if headed { (known, all.get(seen.line + 1..).unwrap_or_default()) } else { (guess(&all), all.as_slice()) };
    below.iter().map(|row| proposed(&places, row, bodies)).collect()
}

fn proposed(places: &[(&'static str, usize)], row: &Row, bodies: &[(String, String)]) -> PastedRow {
    let mut pasted = PastedRow::default();
    for (code, place) in places {
        pasted.put(code, row.text(*place).unwrap_or_default().to_owned());
    }
    let guessed = propose(pasted.get(book::BODY.code), bodies);
    let missing = |p: &PastedRow, code: &str| p.get(code).is_empty();
    if missing(&pasted, book::KIND.code) {
        // What asks for nothing and puts no question reports something.
        pasted.put(book::KIND.code, name(book::KINDS, guessed.kind.unwrap_or(OpinionKind::Feedback)));
    }
    let own = pasted.get(book::FIELD.code).to_owned();
    let field = book::FIELDS.iter().find(|(_, _, keys)| keys.contains(&fold(&own).as_str())).map(|f| f.0);
    if let Some(field) = guessed.field.filter(|_| own.is_empty()) {
        pasted.put(book::FIELD.code, name(book::FIELDS, field));
    }
    let body = field.map_or(guessed.body, |f| proposal::body_for(f, bodies));
    if let Some(body) = body.and_then(|id| bodies.iter().find(|b| b.0 == id)).filter(|_| missing(&pasted, book::LEAD.code)) {
        pasted.put(book::LEAD.code, body.1.clone());
    }
    pasted
}

fn name<T: Copy + PartialEq>(all: crate::import::Names<T>, word: T) -> String {
    all.iter().find(|(w, _, _)| *w == word).map(|(_, name, _)| (*name).to_owned()).unwrap_or_default()
}

/// Columns of a table without a head line, by what stands in most of their cells; the longest texts are the opinion.
fn guess(rows: &[Row]) -> Vec<(&'static str, usize)> {
    let width = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let column = |place: usize| rows.iter().filter_map(move |r| r.text(place)).filter(|t| !t.is_empty());
    let length = |place: usize| column(place).map(|t| t.chars().count()).sum::<usize>();
    let mostly = |place: usize, is: fn(&str) -> bool| {
        let (all, so) = (column(place).count(), column(place).filter(|t| is(t)).count());
        all > 0 && so * 10 >= all * 7
    };
    let Some(body) = (0..width).max_by_key(|p| (length(*p), std::cmp::Reverse(*p))) else { return Vec::new() };
    let mut places = vec![(book::BODY.code, body)];
    /// A column by its code, and what its cells look like.
    type Looks = (&'static str, fn(&str) -> bool);
    let kinds: [Looks; 6] = [
        (book::RECEIVED.code, |t| date::parse(t).is_ok()),
        (book::PHONE.code, is_phone),
        (book::NUMBER.code, |t| t.len() <= 6 && t.chars().any(|c| c.is_ascii_digit()) && t.chars().all(|c| c.is_ascii_digit() || c == '.')),
        (book::KIND.code, |t| book::KINDS.iter().any(|(_, _, keys)| keys.contains(&fold(t).as_str()))),
        (book::VILLAGE.code, is_village),
        (book::NAME.code, is_name),
    ];
    for (code, is) in kinds {
        let free = |p: &usize| places.iter().all(|(_, taken)| taken != p);
        if let Some(place) = (0..width).filter(free).find(|p| mostly(*p, is)) {
            places.push((code, place));
        }
    }
    places
}

fn is_phone(t: &str) -> bool {
    let digits = t.chars().filter(char::is_ascii_digit).count();
    (9..=11).contains(&digits) && t.chars().all(|c| c.is_ascii_digit() || " .+-()".contains(c))
}

fn is_village(t: &str) -> bool {
    let key = fold(t);
    ["thon ", "to dan pho", "tdp ", "khu ", "ap ", "ban ", "buon ", "xom "].iter().any(|lead| key.starts_with(lead))
}

/// Two to six words, each with a capital: how people here write names.
fn is_name(t: &str) -> bool {
    let words: Vec<&str> = t.split_whitespace().collect();
    (2..=6).contains(&words.len()) && words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn p10_a_table_of_excel_is_read_with_its_head_line_and_line_ends_in_cells() {
        let text = "STT\tHọ tên\tNội dung kiến nghị\r\n1\tNguyễn Văn A\t\"Đề nghị nạo vét mương.\r\nÔng nói \"\"gấp\"\".\"\r\n2\tTrần Thị B\tLoa hỏng\r\n";
        let got = read(text, &[]);
        assert_eq!(got.len(), 2);
        assert_eq!(got[0].get("body"), "Đề nghị nạo vét mương.\nÔng nói \"gấp\".");
        assert_eq!((got[0].get("number"), got[0].get("full_name"), got[0].get("field")), ("1", "Nguyễn Văn A", "nước sạch, thủy lợi"));
    }

    #[test]
    fn p10_a_table_of_word_without_a_head_line_is_guessed() {
        let text = "1\tPhạm Thị Lành\t0912345678\tthôn Hạ\t20/11/2026\t\"Xóm Đình\" mất điện luôn, đề nghị xem lại\n2\tVũ Văn Bền\t0912345679\tthôn Hạ\t21/11/2026\tRác ùn ở chợ, mùi hôi cả ngày\n";
        let got = read(text, &[]);
        assert_eq!(got.len(), 2);
        for (code, value) in
            [("number", "1"), ("full_name", "Phạm Thị Lành"), ("phone", "0912345678"), ("village", "thôn Hạ"), ("received", "20/11/2026")]
        {
            assert_eq!(got[0].get(code), value, "{code}");
        }
        assert!(got[0].get("body").starts_with("\"Xóm Đình\" mất điện"), "{}", got[0].get("body"));
        assert_eq!(got[1].get("field"), "môi trường");
    }

    #[test]
    fn lines_without_tabs_are_one_opinion_each() {
        let got = read("Loa thôn hỏng\n\nMương tắc\n", &[]);
        assert_eq!(got.iter().map(|r| r.get("body")).collect::<Vec<_>>(), ["Loa thôn hỏng", "Mương tắc"]);
    }
}
