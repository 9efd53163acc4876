//! Several nouns in one look: a page that shows what does not hang on each other asks for it together, in one
//! statement and one way to the server and back. Each noun keeps its own text and its own way of reading its rows.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{LazyLock, Mutex, PoisonError},
};

use crate::{
    db::{Arg, Conn, Engine, Row},
    error::{Result, StoreError},
};

/// One question to the database as a value: its text, what it is asked with, and how its rows are read.
pub struct Look<T> {
    sql: &'static str,
    args: Vec<Arg>,
    read: Box<dyn FnOnce(Vec<Row>) -> Result<T> + Send>,
}

impl<T> Look<T> {
    /// All rows, read together.
    pub(crate) fn new(sql: &'static str, args: Vec<Arg>, read: impl FnOnce(Vec<Row>) -> Result<T> + Send + 'static) -> Self {
        Self { sql, args, read: Box::new(read) }
    }

    /// The same question, its answer read further.
    #[must_use]
    pub fn map<U>(self, further: impl FnOnce(T) -> U + Send + 'static) -> Look<U>
    where
        T: 'static,
    {
        let read = self.read;
        Look { sql: self.sql, args: self.args, read: Box::new(move |rows| read(rows).map(further)) }
    }

    /// Asks for this alone.
    ///
    /// # Errors
    /// The engine's words.
    pub async fn alone(self, conn: &mut Conn<'_>) -> Result<T> {
        let rows = conn.all(self.sql, self.args).await?;
        (self.read)(rows)
    }
}

impl<T: 'static> Look<Vec<T>> {
    /// Every row, each read by itself.
    pub(crate) fn each(sql: &'static str, args: Vec<Arg>, read: fn(&Row) -> Result<T>) -> Self {
        Self::new(sql, args, move |rows| rows.iter().map(read).collect())
    }
}

impl<T: 'static> Look<Option<T>> {
    /// The first row, if any.
    pub(crate) fn maybe(sql: &'static str, args: Vec<Arg>, read: fn(&Row) -> Result<T>) -> Self {
        Self::new(sql, args, move |rows| rows.first().map(read).transpose())
    }
}

/// Looks that are asked for together: a tuple of them.
pub trait Looks {
    /// What they see, in the same order.
    type Seen;
    /// Takes them apart.
    fn parts(&mut self) -> Vec<(&'static str, Vec<Arg>)>;
    /// Reads the rows of each.
    ///
    /// # Errors
    /// What one of them cannot read.
    fn read(self, rows: Vec<Vec<Row>>) -> Result<Self::Seen>;
}

macro_rules! looks {
    ($($name:ident $ty:ident),+) => {
        impl<$($ty),+> Looks for ($(Look<$ty>,)+) {
            type Seen = ($($ty,)+);
            fn parts(&mut self) -> Vec<(&'static str, Vec<Arg>)> {
                let ($($name,)+) = self;
                vec![$(($name.sql, std::mem::take(&mut $name.args)),)+]
            }
            fn read(self, rows: Vec<Vec<Row>>) -> Result<Self::Seen> {
                let ($($name,)+) = self;
                let mut rows = rows.into_iter();
                Ok(($(($name.read)(rows.next().unwrap_or_default())?,)+))
            }
        }
    };
}
looks!(a A, b B);
looks!(a A, b B, c C);
looks!(a A, b B, c C, d D);
looks!(a A, b B, c C, d D, e E);
looks!(a A, b B, c C, d D, e E, f F);
looks!(a A, b B, c C, d D, e E, f F, g G);
looks!(a A, b B, c C, d D, e E, f F, g G, h H);
looks!(a A, b B, c C, d D, e E, f F, g G, h H, i I);

/// A text made of several, with the columns of each where the engine does not name them itself.
#[derive(Clone, Copy)]
struct Together {
    sql: &'static str,
    columns: &'static [Vec<String>],
}

/// By engine (SQLite or not) and by the texts that one was made of.
type Made = HashMap<(bool, Vec<&'static str>), Together>;

/// The texts that were made: as many as there are pages that ask so.
static MADE: LazyLock<Mutex<Made>> = LazyLock::new(Mutex::default);

impl Conn<'_> {
    /// Asks for several nouns in one statement.
    ///
    /// # Errors
    /// The engine's words; what one of them cannot read.
    pub async fn together<L: Looks>(&mut self, mut looks: L) -> Result<L::Seen> {
        let parts = looks.parts();
        let rows = self.parts(parts).await?;
        looks.read(rows)
    }

    /// The rows of several texts of one noun, in one statement; of each in its own order.
    pub(crate) async fn several<const N: usize>(&mut self, parts: [(&'static str, Vec<Arg>); N]) -> Result<[Vec<Row>; N]> {
        self.parts(parts.into()).await?.try_into().map_err(|_| StoreError::Missing("a part"))
    }

    pub(crate) async fn parts(&mut self, mut parts: Vec<(&'static str, Vec<Arg>)>) -> Result<Vec<Vec<Row>>> {
        if let Some(side) = self.as_side() {
            return side.ask(parts).await;
        }
        if parts.len() < 2 {
            return Ok(match parts.pop() {
                Some((sql, args)) => vec![self.all(sql, args).await?],
                None => Vec::new(),
            });
        }
        let texts: Vec<&'static str> = parts.iter().map(|(sql, _)| *sql).collect();
        let made = self.text_of(&texts)?;
        let args = parts.into_iter().flat_map(|(_, args)| args).collect();
        let mut rows: Vec<Vec<Row>> = texts.iter().map(|_| Vec::new()).collect();
        for r in self.all(made.sql, args).await? {
            let at = usize::try_from(r.get::<i64>("part")?).unwrap_or(usize::MAX);
            let values: serde_json::Value =
                serde_json::from_str(&r.get::<String>("content")?).map_err(|_| StoreError::Missing("a row of a part"))?;
            let part = match values {
                serde_json::Value::Object(named) => named,
                serde_json::Value::Array(all) => made.columns.get(at).into_iter().flatten().cloned().zip(all).collect(),
                _ => return Err(StoreError::Missing("columns of a part")),
            };
            rows.get_mut(at).ok_or(StoreError::Missing("a part"))?.push(Row::Part(part));
        }
        Ok(rows)
    }

    fn text_of(&mut self, texts: &[&'static str]) -> Result<Together> {
        let key = (self.engine() == Engine::Sqlite, texts.to_vec());
        if let Some(made) = MADE.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(*made);
        }
        let mut sql = String::new();
        let mut columns = Vec::new();
        let mut before = 0;
        for (at, text) in texts.iter().enumerate() {
            let (moved, places) = moved(text, before);
            let union = if at == 0 { "" } else { " UNION ALL " };
            // Writing into a string cannot fail.
            let _ = if let Some(names) = self.columns(text)? {
                // JSON holds no bytes: they are written as PostgreSQL writes them.
                let value = |(name, bytes): &(String, bool)| match bytes {
                    true => format!("CASE WHEN t.\"{name}\" IS NULL THEN NULL ELSE '\\x' || hex(t.\"{name}\") END"),
                    false => format!("t.\"{name}\""),
                };
                let list = names.iter().map(value).collect::<Vec<_>>().join(", ");
                columns.push(names.into_iter().map(|(name, _)| name).collect());
                write!(sql, "{union}SELECT {at} AS part, json_array({list}) AS content FROM ({moved}) t")
            } else {
                write!(sql, "{union}SELECT CAST({at} AS BIGINT) AS part, CAST(row_to_json(t) AS TEXT) AS content FROM ({moved}) t")
            };
            before += places;
        }
        let made = Together { sql: Box::leak(sql.into_boxed_str()), columns: Box::leak(columns.into_boxed_slice()) };
        MADE.lock().unwrap_or_else(PoisonError::into_inner).insert(key, made);
        Ok(made)
    }
}

/// A text whose places `$1, $2 …` begin after so many, and how many it has.
fn moved(text: &str, before: usize) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut last = 0;
    let mut pieces = text.split('$');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = piece.split_at(digits);
        if let Ok(place) = number.parse::<usize>() {
            last = last.max(place);
            out.push_str(&format!("${}{rest}", place + before));
        } else {
            out.push('$');
            out.push_str(piece);
        }
    }
    (out, last)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn places_are_moved_behind_those_before() {
        assert_eq!(moved("SELECT $1, '$', $12 WHERE a = $1", 0), ("SELECT $1, '$', $12 WHERE a = $1".to_owned(), 12));
        assert_eq!(moved("SELECT $1, $2", 12), ("SELECT $13, $14".to_owned(), 2));
        assert_eq!(moved("SELECT 1", 3), ("SELECT 1".to_owned(), 0));
    }
}
