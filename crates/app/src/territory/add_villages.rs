//! Villages are added to the list of their commune: one, or all of the office's own list at once.

use caunoi_domain::{
    problem::{Problem, What},
    text::fold::exact,
};
use caunoi_store::{
    Tx,
    village::{self, Village},
};
use jiff::civil::Date;

use super::villages;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Villages of one form at most: the largest communes of 2025 have fewer.
pub const AT_ONCE: usize = 200;

/// Adds villages that the list does not hold yet: all of them, or none.
#[derive(Clone, Debug)]
pub struct AddVillages {
    /// The commune's id.
    pub unit_id: String,
    /// Names with their kind: "Thôn Bến Gỗ". An empty line is none.
    pub names: Vec<String>,
    /// Their first day, where it is known.
    pub from_on: Option<Date>,
    /// Where they are known from: a resolution, or the office's own list.
    pub paper: String,
}

impl Verb for AddVillages {
    /// The villages' ids.
    type Done = Vec<String>;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Vec<String>, Refusal> {
        let unit = villages::commune(tx, cx, &self.unit_id).await?;
        let names = self.names(tx, &unit.id).await?;
        if self.from_on.is_some_and(|day| day > cx.today) {
            return Err(Refusal::problem("on_day", What::DayOutOfOrder));
        }
        let mut rows = Vec::new();
        for name in names {
            let row = Village {
                id: cx.id(),
                unit_id: unit.id.clone(),
                name,
                valid_from: self.from_on.map(|d| d.to_string()),
                valid_to: None,
                source: self.paper.clone(),
            };
            village::add(tx, &row).await?;
            villages::record(tx, cx, &unit, "village.added", (&row.id, &[]), None).await?;
            rows.push(row);
        }
        villages::index(tx, cx, &unit, &rows.iter().collect::<Vec<_>>()).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

impl AddVillages {
    /// The names, each once, none of them a village in force; every name that is taken is told.
    async fn names(&self, tx: &mut Tx<'_>, unit_id: &str) -> Result<Vec<String>, Refusal> {
        let typed: Vec<&String> = self.names.iter().filter(|n| !n.trim().is_empty()).collect();
        if typed.is_empty() {
            return Err(Refusal::problem("names", What::Empty));
        }
        if typed.len() > AT_ONCE {
            return Err(Refusal::problem("names", What::Number { min: 1, max: i64::try_from(AT_ONCE).unwrap_or(0) }));
        }
        let there: Vec<String> =
            village::of_unit(tx, unit_id).await?.into_iter().filter(|v| v.valid_to.is_none()).map(|v| exact(&v.name)).collect();
        let (mut names, mut wrong): (Vec<String>, Vec<Problem>) = (Vec::new(), Vec::new());
        for name in typed {
            let name = villages::name(name, "names", &mut wrong);
            // What is wrong with it is told already.
            if name.is_empty() {
                continue;
            }
            let key = exact(&name);
            if there.contains(&key) || names.iter().any(|n| exact(n) == key) {
                wrong.push(Problem::new("names", What::NameTaken { name }));
            } else {
                names.push(name);
            }
        }
        if wrong.is_empty() { Ok(names) } else { Err(Refusal::Invalid(wrong)) }
    }
}
