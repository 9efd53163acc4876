//! A table that an office hands in (CSV, XLSX), as rows of text: what readers of files make and books are read from.

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// What stands in it, as text: numbers without decimals of the program, days as 18/08/2022.
    Text(String),
    /// A formula: its value is not known to be what the office saw.
    Formula,
}

/// A row with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Number of the row as the program that wrote the file shows it, from 1.
    pub number: usize,
    /// Cells from the first column on.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The trimmed text of a column from 0; empty where there is no such cell; `None` for a formula.
    #[must_use]
    pub fn text(&self, column: usize) -> Option<&str> {
        match self.cells.get(column) {
            Some(Cell::Text(t)) => Some(t.trim()),
            Some(Cell::Formula) => None,
            None => Some(""),
        }
    }

    /// True where nothing stands in the row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|c| matches!(c, Cell::Text(t) if t.trim().is_empty()))
    }
}
