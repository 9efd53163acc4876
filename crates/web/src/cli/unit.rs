//! `caunoi unit show`: a unit on a day, what it belongs to, what it came from and went into.

use caunoi_domain::unit::Period;
use caunoi_store::{
    Conn, Store,
    unit::{self, Kin, UnitRow},
};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Failed, day, say, settings::Settings};

/// Arguments of `caunoi unit`.
#[derive(Args)]
pub(crate) struct UnitOf {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Show a unit with its lineage
    Show {
        /// Official code
        code: String,
        /// The day on which the code was that unit's [default: the latest]
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl UnitOf {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let Verb::Show { code, on, json } = self.verb;
        let on: Option<Date> = on.as_deref().map(|d| day("--on", d)).transpose()?;
        let mut conn = Store::look(&settings.database()?).await?;
        let mut all = unit::of_code(&mut conn, &code).await?;
        if let Some(on) = on.map(|d| d.to_string()) {
            all.retain(|u| u.valid_from.as_ref().is_none_or(|f| *f <= on) && u.valid_to.as_ref().is_none_or(|t| *t >= on));
        }
        let Some(found) = all.pop() else {
            return Err(Failed::Job(unknown(&mut conn, &code, on).await?));
        };
        let parents = parents(&mut conn, &found).await?;
        let kin = unit::kin(&mut conn, &found.id).await?;
        if json { say(&as_json(&found, &parents, &kin).to_string()) } else { say(&as_text(&found, &parents, &kin)) }
    }
}

/// Units of a name at most that are told apart.
const NAMESAKES: i64 = 8;

/// What to do where nothing has the code: a name is never taken for a unit, all that bear it are named with their codes.
async fn unknown(conn: &mut Conn<'_>, code: &str, on: Option<Date>) -> Result<String, Failed> {
    let when = on.map(|d| format!(" on {d}")).unwrap_or_default();
    let mut named = if code.chars().any(char::is_alphabetic) { unit::of_name(conn, code, NAMESAKES + 1).await? } else { Vec::new() };
    if named.is_empty() {
        return Ok(format!("no unit has the code {code}{when}: see data/units for the codes"));
    }
    let more = named.len() > usize::try_from(NAMESAKES).unwrap_or(usize::MAX);
    named.truncate(usize::try_from(NAMESAKES).unwrap_or(usize::MAX));
    let told: Vec<String> = named
        .iter()
        .map(|(u, above)| format!("{} {}{}{above} ({})", u.code, u.name, if above.is_empty() { "" } else { ", " }, u.period))
        .collect();
    Ok(format!("{code} is a name, not a code: choose one of {}{}", told.join("; "), if more { "; …" } else { "" }))
}

/// The units above, the nearest first: at most district and province.
async fn parents(conn: &mut Conn<'_>, of: &UnitRow) -> Result<Vec<UnitRow>, Failed> {
    let mut above = Vec::new();
    let mut next = of.parent_id.clone();
    while let (Some(id), true) = (next, above.len() < 3) {
        let Some(parent) = unit::find(conn, &id).await? else { break };
        next = parent.parent_id.clone();
        above.push(parent);
    }
    Ok(above)
}

fn as_json(u: &UnitRow, parents: &[UnitRow], kin: &[Kin]) -> Value {
    let line = |former: bool| -> Vec<Value> {
        kin.iter()
            .filter(|k| k.former == former)
            .map(|k| {
                let code = k.period.has_codes().then_some(k.code.as_str());
                json!({"code": code, "key": k.code, "period": k.period.code(), "name": k.name, "share": k.share, "confirmed": k.confirmed})
            })
            .collect()
    };
    let code = u.period.has_codes().then_some(u.code.as_str());
    json!({
        "code": code, "key": u.code, "period": u.period.code(), "level": u.level.code(), "kind": u.kind, "name": u.name,
        "valid_from": u.valid_from, "valid_to": u.valid_to, "source": u.source, "invented": u.period == Period::Demo,
        "confirmed": u.period.has_codes(), "divided": kin.iter().any(|k| !k.former && k.share != "whole"),
        "parents": parents.iter().map(|p| json!({"code": p.code, "level": p.level.code(), "name": p.name})).collect::<Vec<_>>(),
        "from": line(true), "into": line(false),
    })
}

fn as_text(u: &UnitRow, parents: &[UnitRow], kin: &[Kin]) -> String {
    let mut lines = vec![format!("{} {}{}", u.code, u.name, parents.iter().map(|p| format!(", {}", p.name)).collect::<String>())];
    let since = u.valid_from.as_deref().map(|d| format!("from {d}"));
    let until = u.valid_to.as_deref().map(|d| format!("until {d}"));
    lines.push(format!(
        "  {}",
        [since, until].into_iter().flatten().chain([format!("source: {}", u.source)]).collect::<Vec<_>>().join(", ")
    ));
    if !u.period.has_codes() {
        lines.push("  code not known, unconfirmed".to_owned());
    }
    let believed = |k: &Kin| if k.confirmed { "" } else { ", unconfirmed" };
    lines.extend(
        kin.iter().map(|k| format!("  {} {} {} ({}{})", if k.former { "from" } else { "into" }, k.code, k.name, k.share, believed(k))),
    );
    lines.join("\n")
}
