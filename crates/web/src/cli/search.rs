//! `caunoi search`: over everything public, as `/tim-kiem` does; private rows are not looked at.

use caunoi_domain::text::fold;
use caunoi_store::{
    Store,
    public::place::Place,
    search::{self, Hit, Wanted},
    unit,
};
use clap::Args;
use serde_json::{Value, json};

use super::{Failed, say, settings::Settings};

/// Arguments of `caunoi search`.
#[derive(Args)]
pub(crate) struct Search {
    /// Words, a name, or a document's number
    query: String,
    /// Only in the unit of this code
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Results at most.
const MOST: i64 = 50;

impl Search {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let key = fold(&self.query);
        if key.is_empty() {
            return Err(Failed::Use("name what to look for: caunoi search \"nước sạch\"".to_owned()));
        }
        let mut conn = Store::look(&settings.database()?).await?;
        let unit_id = match &self.unit {
            None => String::new(),
            Some(code) => {
                let found = unit::find_current(&mut conn, code).await?;
                found.ok_or_else(|| Failed::Use(format!("--unit {code}: no unit has this code; see `caunoi unit show {code}`")))?.id
            }
        };
        let wanted = Wanted { unit_id: &unit_id, ..Wanted::of(&self.query, "", MOST) };
        let hits = search::find(&mut conn, wanted).await?;
        if self.json {
            let results: Vec<Value> = hits.iter().map(as_json).collect();
            return say(&json!({"query": self.query, "key": key, "results": results}).to_string());
        }
        if hits.is_empty() {
            return say(&format!("nothing found for {}", self.query));
        }
        for hit in &hits {
            say(&as_text(hit))?;
        }
        Ok(())
    }
}

/// The address of what was found, without the site's own.
fn path(hit: &Hit) -> String {
    let of = match hit.kind.as_str() {
        "item" => "y-kien",
        "issue" => "van-de",
        "dialogue" => "doi-thoai",
        "conclusion" => "ket-luan",
        "regulation" => "quy-che",
        _ => return hit.place.as_ref().map_or_else(|| "/".to_owned(), Place::href),
    };
    format!("/{of}/{}", hit.reference)
}

fn as_json(hit: &Hit) -> Value {
    json!({
        "kind": hit.kind, "ref": hit.reference, "title": hit.title, "context": hit.context,
        "unit": hit.place.as_ref().map(|p| &p.code), "unit_name": hit.place.as_ref().map(|p| &p.name),
        "province": hit.place.as_ref().map(|p| &p.province_code), "state": Some(&hit.state).filter(|s| !s.is_empty()), "path": path(hit),
    })
}

fn as_text(hit: &Hit) -> String {
    let named = |p: &Place| if p.name == p.province_name { p.name.clone() } else { format!("{}, {}", p.name, p.province_name) };
    let place = hit.place.as_ref().map(|p| format!(", {}", named(p))).unwrap_or_default();
    format!("{} {}{place} {}", hit.kind, hit.title, path(hit))
}
