//! `caunoi duties`: what the rules ask of a unit on a day, with the facts and the why of each (docs/formats/duties-json.md).

use caunoi_app::{
    Clock as _, SystemClock, boot,
    calendar::amended,
    duty::reckon::{self, Reckoned},
};
use caunoi_domain::calendar::Calendar;
use caunoi_domain::regulation::ledger::{Duty, Finding, Subject};
use caunoi_store::{Store, unit};
use clap::Args;
use serde_json::{Value, json};

use super::{Failed, day, say, settings::Settings};
use crate::page::{Page, lang::Lang, ledger_words};

/// Arguments of `caunoi duties`.
#[derive(Args)]
pub(crate) struct Duties {
    /// Code of the unit
    #[arg(long, value_name = "CODE")]
    unit: String,
    /// The day of the question (today otherwise)
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Duties {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let on = match &self.on {
            Some(text) => day("--on", text)?,
            None => SystemClock.today(),
        };
        let own = boot::calendar(&settings.data)?;
        let mut conn = Store::look(&settings.database()?).await?;
        let calendar = amended(&own, &mut conn).await?;
        let unit = unit::find_current(&mut conn, &self.unit).await?;
        let unit =
            unit.ok_or_else(|| Failed::Use(format!("--unit {}: no unit has this code; see `caunoi unit show {}`", self.unit, self.unit)))?;
        let r = reckon::of_year(&mut conn, &calendar, &unit.id, on.year(), on).await?;
        if self.json {
            let duties: Vec<Value> = r.duties.iter().map(|d| duty(&r, d, &calendar)).collect();
            let findings: Vec<Value> = r.findings.iter().map(finding).collect();
            let all = json!({ "unit": unit.code, "on": on.to_string(), "duties": duties, "findings": findings });
            return say(&serde_json::to_string_pretty(&all)?);
        }
        for d in &r.duties {
            say(&format!("{}\t{}\t{}\t{}", d.due, d.state, d.kind, d.id))?;
        }
        for f in &r.findings {
            say(&format!("{}\tfinding\t{}\t{}", f.since, f.kind, f.post_id))?;
        }
        Ok(())
    }
}

fn duty(r: &Reckoned, d: &Duty, calendar: &Calendar) -> Value {
    let page = Page::new(Lang::Vi, "", false);
    let clause = r.documents.iter().find(|x| x.id == d.clause.document).and_then(|x| x.clauses.get(d.clause.seq));
    let period = match &d.subject {
        Subject::Nth { from, to, n, of } => json!({ "from": from.to_string(), "to": to.to_string(), "n": n, "of": of }),
        Subject::Of { kind, id, part, day } => json!({ "of": kind.code(), "id": id, "part": part, "day": day.to_string() }),
    };
    json!({
        "id": d.id,
        "clause": { "document": d.clause.document, "seq": d.clause.seq, "citation": clause.map(|c| c.citation.as_str()), "text": clause.map(|c| c.text.as_str()) },
        "kind": d.kind.code(),
        "post": d.post_id,
        "period": period,
        "state": d.state.code(),
        "due": d.due.to_string(),
        "due_unconfirmed": d.day_unconfirmed(),
        "facts": d.facts.iter().map(|f| json!({ "kind": f.kind.code(), "id": f.id, "on": f.on.to_string() })).collect::<Vec<_>>(),
        "explanation": ledger_words::reckoning(&page, d, calendar),
    })
}

fn finding(f: &Finding) -> Value {
    let page = Page::new(Lang::Vi, "", false);
    json!({
        "kind": f.kind.code(),
        "post": f.post_id,
        "since": f.since.to_string(),
        "evidence": f.evidence.iter().map(|e| json!({ "kind": e.kind.code(), "id": e.id, "on": e.on.to_string() })).collect::<Vec<_>>(),
        "explanation": ledger_words::finding(page.t, f.kind).0,
        "source": f.duty,
    })
}
