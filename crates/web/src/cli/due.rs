//! `caunoi due`: the last day of a limit, with how it was computed. The JSON form: docs/formats/due-json.md

use caunoi_app::{boot, calendar::amended};
use caunoi_domain::calendar::{Calendar, Count, MAX_DAYS, due};
use caunoi_store::{Store, StoreError};
use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use super::{Failed, day, say, settings::Settings};

/// Arguments of `caunoi due`.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("count").required(true))]
pub(crate) struct DueOn {
    /// The day of the event; it is not counted itself
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: String,
    /// How many days the limit has
    #[arg(long, value_name = "N", value_parser = number)]
    days: u32,
    /// Count every day
    #[arg(long, group = "count")]
    calendar: bool,
    /// Count working days only
    #[arg(long, group = "count")]
    working: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|n| *n <= MAX_DAYS).ok_or_else(|| format!("write a number of days from 0 to {MAX_DAYS}"))
}

#[derive(Serialize)]
struct Answer {
    due: String,
    rule: &'static str,
    unconfirmed: bool,
    steps: Vec<Passed>,
}

#[derive(Serialize)]
struct Passed {
    date: String,
    counted: bool,
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// The calendar of the installation that is named, with what was imported into it; else the built-in one.
async fn calendar(settings: &Settings) -> Result<Calendar, Failed> {
    if !settings.data_named {
        return Ok(Calendar::builtin()?);
    }
    let own = boot::calendar(&settings.data)?;
    match Store::look(&settings.database()?).await {
        Ok(mut conn) => Ok(amended(&own, &mut conn).await?),
        // A folder may hold nothing but a calendar.
        Err(StoreError::NotMade) => Ok(own),
        Err(e) => Err(e.into()),
    }
}

impl DueOn {
    pub async fn run(&self, settings: &Settings) -> Result<(), Failed> {
        let from: Date = day("--from", &self.from)?;
        let calendar = calendar(settings).await?;
        let (count, rule) = if self.working { (Count::Working, "working") } else { (Count::Calendar, "calendar") };
        let found = due(&calendar, from, self.days, count);
        if found.stopped {
            return Err(Failed::Use("--days: the count runs past the end of the calendar; ask for fewer days".to_owned()));
        }
        let answer = Answer {
            due: found.date.to_string(),
            rule,
            unconfirmed: found.unconfirmed,
            steps: found
                .steps
                .iter()
                .map(|s| Passed {
                    date: s.date.to_string(),
                    counted: s.counted,
                    why: s.why.code(),
                    name: s.why.names().map(|n| n.0.to_owned()),
                })
                .collect(),
        };
        if self.json {
            return say(&serde_json::to_string(&answer)?);
        }
        let mut lines = vec![format!("{}{}", answer.due, if answer.unconfirmed { " (unconfirmed)" } else { "" })];
        lines.extend(answer.steps.iter().map(|s| {
            let mark = if s.counted { '+' } else { ' ' };
            format!("{mark} {} {}", s.date, s.name.as_deref().unwrap_or(s.why))
        }));
        say(&lines.join("\n"))
    }
}
