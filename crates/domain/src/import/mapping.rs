//! Ghép cột: under which heads of its own an office keeps our columns. Chosen on a screen or written in a file:
//! `"Người phản ánh" = "name"`, and `"Ghi chú" = ""` for a column that is left out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Column;
use crate::text::fold::fold;

/// Own heads (as search keys) and the codes of our columns; an empty code leaves the column out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(BTreeMap<String, String>);

/// Why a mapping was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Not TOML of the form `"own head" = "column"`.
    #[error("the mapping is not TOML of the form \"own head\" = \"column\": {message}")]
    Toml {
        /// Where and why.
        message: String,
    },
    /// There is no such column.
    #[error("\"{head}\": there is no column {found:?}; the columns are {known}")]
    NoSuchColumn {
        /// The office's own head.
        head: String,
        /// What was written.
        found: String,
        /// The codes there are.
        known: String,
    },
    /// Two heads for one column.
    #[error("two heads are mapped to the column {code:?}: leave one of them out with \"\"")]
    Twice {
        /// The column's code.
        code: String,
    },
}

impl Mapping {
    /// The mapping of pairs (own head, code of our column or ""); a head without letters is passed over.
    ///
    /// # Errors
    /// [`MappingError::NoSuchColumn`], [`MappingError::Twice`].
    pub fn of<'a>(columns: &[&Column], pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, MappingError> {
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for (head, code) in pairs {
            let key = fold(head);
            if key.is_empty() {
                continue;
            }
            let column = columns.iter().find(|c| c.code == code || (!code.is_empty() && fold(c.vi) == fold(code)));
            if column.is_none() && !code.is_empty() {
                let known = columns.iter().map(|c| c.code).collect::<Vec<_>>().join(", ");
                return Err(MappingError::NoSuchColumn { head: head.to_owned(), found: code.to_owned(), known });
            }
            let code = column.map_or("", |c| c.code);
            if !code.is_empty() && all.iter().any(|(h, c)| c == code && *h != key) {
                return Err(MappingError::Twice { code: code.to_owned() });
            }
            all.insert(key, code.to_owned());
        }
        Ok(Self(all))
    }

    /// The mapping of a TOML text: `"own head" = "column"`, a column by its code or by its head in the template.
    ///
    /// # Errors
    /// [`MappingError`].
    pub fn from_toml(columns: &[&Column], text: &str) -> Result<Self, MappingError> {
        let pairs: BTreeMap<String, String> = toml::from_str(text).map_err(|e| MappingError::Toml { message: e.message().to_owned() })?;
        Self::of(columns, pairs.iter().map(|(h, c)| (h.as_str(), c.as_str())))
    }

    /// What a head was mapped to; `Some("")` for one that is left out.
    #[must_use]
    pub fn get(&self, head: &str) -> Option<&str> {
        self.0.get(&fold(head)).map(String::as_str)
    }

    /// The same with another's choices, which go before its own.
    #[must_use]
    pub fn under(mut self, other: &Self) -> Self {
        let chosen: Vec<&String> = other.0.values().filter(|c| !c.is_empty()).collect();
        self.0.retain(|_, code| !chosen.contains(&&*code));
        self.0.extend(other.0.clone());
        self
    }

    /// True where nothing is mapped.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
