//! A list inside one column, as JSON text: code words and ids.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    db::Row,
    error::{Result, StoreError},
};

/// The column's text.
#[must_use]
pub fn write<T: Serialize>(all: &[T]) -> String {
    serde_json::to_string(all).unwrap_or_else(|_| "[]".to_owned())
}

/// Reads the column of that name.
///
/// # Errors
/// [`StoreError::Vocabulary`] where it holds no such list.
pub fn read<T: DeserializeOwned>(row: &Row, name: &'static str) -> Result<Vec<T>> {
    let value: String = row.get(name)?;
    serde_json::from_str(&value).map_err(|_| StoreError::Vocabulary { what: name, value })
}
