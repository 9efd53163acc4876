//! An office's own table of any kind: its template, and its wrong rows in words. Shared by the page and the command.

use caunoi_app::import::{
    Kind, WrongCell,
    landing::{Outcome, WrongPlace},
};
use caunoi_domain::problem::{Problem, What};
use caunoi_papers::sheet::{self, TemplateColumn};

use crate::page::{l10n::L10nLanguage, lang::Lang, problems};

/// What is wrong in a cell, in words.
#[must_use]
pub fn reason(t: &L10nLanguage, w: &WrongCell) -> String {
    // Only these two fields of forms have words of their own that fit a cell of a book too.
    let field = w.column.map_or("", |c| c.code);
    let field = if matches!(field, "kind" | "body") { field } else { "" };
    problems::say(t, &Problem::new(field, w.what.clone()))
}

/// As [`reason`], in both languages.
#[must_use]
pub fn reasons(w: &WrongCell) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| reason(lang.words(), w))
}

/// The head of the column that is wrong there, as the book itself has it, with our name where it is another.
#[must_use]
pub fn column(kind: &dyn Kind, w: &WrongPlace) -> String {
    let ours = kind.columns().iter().find(|c| c.code == w.column).map_or("", |c| c.vi);
    if w.head.is_empty() { ours.to_owned() } else { format!("{} ({ours})", w.head) }
}

/// The wrong rows as CSV for a table program: row, column, reason, in Vietnamese like the book itself.
#[must_use]
pub fn errors_csv(kind: &dyn Kind, outcome: &Outcome) -> String {
    let mut out = "\u{feff}Dòng,Cột,Lý do\r\n".to_owned();
    for w in &outcome.wrong {
        let [why, _] = &w.reason;
        let line = [&w.row.to_string(), &column(kind, w), why].map(|cell| sheet::quoted(cell)).join(",");
        out.push_str(&line);
        out.push_str("\r\n");
    }
    out
}

/// The template of a kind as a workbook.
///
/// # Errors
/// [`What::Unreadable`] where the workbook cannot be written: a defect.
pub fn template(kind: &dyn Kind) -> Result<Vec<u8>, What> {
    let columns: Vec<TemplateColumn> =
        kind.columns().iter().map(|c| TemplateColumn { title: c.vi, guide: c.guide(), choices: (c.choices)(), width: c.width }).collect();
    sheet::template(kind.sheet(), &columns).map_err(|_| What::Unreadable)
}
