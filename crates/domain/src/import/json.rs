//! A book as JSON, in the form in which it is taken away (docs/formats/exports.md): `{"rows": [{code of a column: text}]}`.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Column;
use crate::{
    problem::What,
    text::table::{Cell, Row},
};

#[derive(Deserialize)]
struct Book {
    rows: Vec<Map<String, Value>>,
}

/// The rows of the text, a head line first. Numbers and truth values are taken as text; a key that is no column's is
/// passed over, as a column of a sheet would be.
///
/// # Errors
/// [`What::Unreadable`] where it is no JSON of this form.
pub fn rows(columns: &[&Column], text: &str) -> Result<Vec<Row>, What> {
    let book: Book = serde_json::from_str(text).map_err(|_| What::Unreadable)?;
    let head = Row { number: 1, cells: columns.iter().map(|c| Cell::Text(c.vi.to_owned())).collect() };
    let mut all = vec![head];
    for (row, at) in book.rows.iter().zip(2..) {
        let cells: Result<Vec<Cell>, What> = columns.iter().map(|c| cell(row.get(c.code))).collect();
        all.push(Row { number: at, cells: cells? });
    }
    Ok(all)
}

fn cell(value: Option<&Value>) -> Result<Cell, What> {
    match value {
        None | Some(Value::Null) => Ok(Cell::Text(String::new())),
        Some(Value::String(text)) => Ok(Cell::Text(text.clone())),
        Some(Value::Bool(yes)) => Ok(Cell::Text(if *yes { "có" } else { "không" }.to_owned())),
        Some(Value::Number(n)) => Ok(Cell::Text(n.to_string())),
        Some(Value::Array(_) | Value::Object(_)) => Err(What::Unreadable),
    }
}
