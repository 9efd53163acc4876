//! Places found by name: always with their province, because names repeat; by a former name too, said as such (S1.6).

use caunoi_domain::text::fold;
use caunoi_store::{
    Conn, Result,
    public::place::{self, Former},
    search::{self, Hit, Wanted},
};

use crate::page::l10n::L10nLanguage;

/// A place that was found.
pub struct FoundPlace {
    /// Address of its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// The commune (of a village) and the province.
    pub within: String,
    /// Invented for the demonstration.
    pub demo: bool,
    /// Former names by which it was found; empty where today's name did.
    pub formers: String,
}

/// Places at most on one page.
pub const MOST: usize = place::MOST;

/// Communes, provinces and villages by a name; true where there are more than [`MOST`].
///
/// # Errors
/// The store's failure.
pub async fn find(conn: &mut Conn<'_>, t: &L10nLanguage, query: &str) -> Result<(Vec<FoundPlace>, bool)> {
    let limit = i64::try_from(MOST).unwrap_or(0) + 1;
    let mut hits = search::find(conn, Wanted::of(query, "unit village", limit)).await?;
    let more = hits.len() > MOST;
    hits.retain(|h| names(query, h));
    hits.truncate(MOST);
    let all = former_names(conn, t, query, &hits).await?;
    Ok((hits.iter().zip(all).filter_map(|(h, formers)| found(h, formers?)).collect(), more))
}

/// False for a village that was found by the name of its commune only: the commune itself is found, and lists it.
#[must_use]
pub fn names(query: &str, hit: &Hit) -> bool {
    let title = fold(&hit.title);
    hit.kind != "village" || fold(query).split(' ').any(|w| title.split(' ').any(|t| t.starts_with(w)))
}

/// For each hit the former names by which it was found; empty where today's name did, `None` where only words of
/// several former names together did: that is no place of this name.
///
/// # Errors
/// The store's failure.
pub async fn former_names(conn: &mut Conn<'_>, t: &L10nLanguage, query: &str, hits: &[Hit]) -> Result<Vec<Option<String>>> {
    let key = fold(query);
    let missing: Vec<Vec<&str>> = hits.iter().map(|h| missing(&key, h)).collect();
    let asked: Vec<&str> = hits
        .iter()
        .zip(&missing)
        .filter(|(h, m)| h.kind == "unit" && !m.is_empty())
        .filter_map(|(h, _)| h.place.as_ref())
        .map(|p| p.id.as_str())
        .take(MOST)
        .collect();
    if asked.is_empty() {
        return Ok(hits.iter().map(|_| Some(String::new())).collect());
    }
    let formers = place::formers(conn, &asked).await?;
    Ok(hits
        .iter()
        .zip(&missing)
        .map(|(h, m)| {
            let own = h.place.as_ref().map_or("", |p| p.id.as_str());
            let asked = h.kind == "unit" && !m.is_empty() && asked.contains(&own);
            if asked { of_one(t, m, formers.iter().filter(|f| f.new_id == own)) } else { Some(String::new()) }
        })
        .collect())
}

/// Words of the query that today's names do not begin with.
fn missing<'a>(key: &'a str, hit: &Hit) -> Vec<&'a str> {
    let place = hit.place.as_ref().map(|p| format!("{} {}", p.name, p.province_name)).unwrap_or_default();
    let today = fold(&format!("{} {place}", hit.title));
    key.split(' ').filter(|w| !today.split(' ').any(|t| t.starts_with(w))).collect()
}

/// The former names each of which, with the unit above it then, holds every missing word.
fn of_one<'a>(t: &L10nLanguage, missing: &[&str], formers: impl Iterator<Item = &'a Former>) -> Option<String> {
    let holding: Vec<String> = formers
        .filter(|f| {
            let name = fold(&format!("{} {}", f.name, f.above));
            missing.iter().all(|w| name.split(' ').any(|n| n.starts_with(*w)))
        })
        .take(3)
        .map(|f| {
            let above = Some(f.above.clone()).filter(|a| !a.is_empty());
            let told: Vec<String> = above.into_iter().chain(f.in_part.then(|| t.find_in_part())).collect();
            if told.is_empty() { f.name.clone() } else { format!("{} ({})", f.name, told.join(", ")) }
        })
        .collect();
    (!holding.is_empty()).then(|| holding.join("; "))
}

fn found(hit: &Hit, formers: String) -> Option<FoundPlace> {
    let p = hit.place.as_ref()?;
    let within = match (hit.kind.as_str(), p.code == p.province_code) {
        ("village", _) => format!("{}, {}", p.name, p.province_name),
        (_, true) => String::new(),
        _ => p.province_name.clone(),
    };
    Some(FoundPlace { href: p.href(), name: hit.title.clone(), within, demo: p.is_demo(), formers })
}
