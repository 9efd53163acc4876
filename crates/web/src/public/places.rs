//! Places found by name: always with what is above them, because names repeat; by a former name too, said as such with
//! what it is now (S1.6). A bare name never resolves to a namesake: who has several sees them all.

use caunoi_domain::{
    opinion::book::bare_village,
    text::fold::fold,
    unit::{Level, Period, bare_name},
};
use caunoi_store::{
    Conn, Result,
    public::place::{self, Beside, Former, Now, Place},
    search::{self, Hit, Wanted},
};

use crate::page::l10n::L10nLanguage;

/// A unit of today that a former one is in.
#[derive(Clone)]
pub struct NowLine {
    /// Address of its page.
    pub href: String,
    /// The village of today, where a village was found, and the unit.
    pub name: String,
    /// Its province.
    pub within: String,
}

/// What is told beside a found place.
#[derive(Clone, Default)]
pub struct Told {
    /// Former names by which it was found; empty where today's name did.
    pub formers: String,
    /// The same without what was above them.
    former_names: Vec<String>,
    /// Why it is not a place of today: until when, or by which source; empty for one of today.
    pub over: String,
    /// What leads to the units of today: they are it, one of them is, or they are only believed to be.
    pub leads: String,
    /// The units of today.
    pub now: Vec<NowLine>,
    /// The communes of today that may be meant.
    communes: Vec<Place>,
    /// Whether exactly one place of today is meant, with nothing to ask.
    sure: bool,
}

/// A place that was found.
pub struct FoundPlace {
    /// Address of its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What is above it: the commune (of a village), the district of then, the province.
    pub within: String,
    /// Invented for the demonstration.
    pub demo: bool,
    /// What is told beside it.
    pub told: Told,
    /// The communes of today that may be meant, with their province.
    pub communes: Vec<Place>,
    /// Whether exactly one commune is meant: nobody has to be asked.
    pub sure: bool,
}

/// The place of a hit. What is found without one (a regulation of the nation) is nowhere.
fn at(hit: &Hit) -> &Place {
    static NOWHERE: Place = Place {
        id: String::new(),
        code: String::new(),
        name: String::new(),
        level: Level::Province,
        period: Period::From2025,
        province_code: String::new(),
        province_name: String::new(),
    };
    hit.place.as_ref().unwrap_or(&NOWHERE)
}

/// Places at most on one page.
pub const MOST: usize = place::MOST;

/// Units and villages by a name; true where there are more than [`MOST`].
///
/// # Errors
/// The store's failure.
pub async fn find(conn: &mut Conn<'_>, t: &L10nLanguage, query: &str) -> Result<(Vec<FoundPlace>, bool)> {
    let (query, former) = without_mark(query);
    let limit = i64::try_from(MOST).unwrap_or(0) + 1;
    let mut hits = search::find(conn, Wanted::of(&query, "unit village", limit)).await?;
    let more = hits.len() > MOST;
    hits.retain(|h| names(&query, h));
    hits.truncate(MOST);
    let all = tell(conn, t, &query, &hits).await?;
    let key = fold(&query);
    let mut found: Vec<((usize, bool), FoundPlace)> =
        hits.iter().zip(all).filter_map(|(h, told)| told.map(|told| (named_at(&key, h, &told), found(h, told)))).collect();
    found.sort_by_key(|(at, f)| (former && f.told.formers.is_empty() && f.told.over.is_empty(), *at));
    Ok((found.into_iter().map(|(_, f)| f).collect(), more))
}

/// Where in the query the whole name stands by which a place was found: "Kim Tân Kim Thành" means Kim Tân of Kim Thành
/// before whatever else has all of these words; the last place where it stands nowhere. Of namesakes the one comes first of
/// which what was typed behind the name is told: what was above it.
fn named_at(key: &str, hit: &Hit, told: &Told) -> (usize, bool) {
    let query = format!(" {key} ");
    let own = if hit.kind == "village" { bare_village(&hit.title) } else { fold(bare_name(&hit.title)) };
    let formers = told.former_names.iter().map(|name| fold(bare_name(name)));
    let above = format!(" {} ", fold(&format!("{} {}", told.formers, hit.context).replace(['(', ')', ',', '.', ';'], " ")));
    let stands = |name: String| {
        let at = query.find(&format!(" {name} "))?;
        let behind = query.get(at + name.len() + 1..).unwrap_or_default().trim();
        Some((at, !behind.is_empty() && !above.contains(&format!(" {behind} "))))
    };
    std::iter::once(own).chain(formers).filter_map(stands).min().unwrap_or((usize::MAX, true))
}

/// A query without the mark of a former place, "Tuấn Hưng (cũ)", and whether it had one.
#[must_use]
pub fn without_mark(query: &str) -> (String, bool) {
    let marked = ["(cũ)", "(Cũ)", "(CŨ)", "(cu\u{303})", "(cu)"].iter().find_map(|m| query.split_once(m));
    marked.map_or_else(|| (query.trim().to_owned(), false), |(before, after)| (format!("{before}{after}").trim().to_owned(), true))
}

/// False for a village that was found by the name of its commune only: the commune itself is found, and lists it.
#[must_use]
pub fn names(query: &str, hit: &Hit) -> bool {
    let title = fold(&hit.title);
    hit.kind != "village" || fold(query).split(' ').any(|w| title.split(' ').any(|t| t.starts_with(w)))
}

/// What is told beside each hit; `None` where only words of several former names together found it: that is no place of
/// this name.
///
/// # Errors
/// The store's failure.
pub async fn tell(conn: &mut Conn<'_>, t: &L10nLanguage, query: &str, hits: &[Hit]) -> Result<Vec<Option<Told>>> {
    let key = fold(query);
    let missing: Vec<Vec<&str>> = hits.iter().map(|h| missing(&key, h)).collect();
    let mut units: Vec<&str> = Vec::new();
    for (h, m) in hits.iter().zip(&missing) {
        let asks = (h.kind == "unit" && !m.is_empty()) || (matches!(h.kind.as_str(), "unit" | "village") && !at(h).period.is_today());
        if asks && !units.contains(&at(h).id.as_str()) && units.len() < MOST {
            units.push(&at(h).id);
        }
    }
    let villages: Vec<&str> = hits.iter().filter(|h| h.kind == "village").map(|h| h.reference.as_str()).take(MOST).collect();
    let beside = if units.is_empty() && villages.is_empty() { Beside::default() } else { place::beside(conn, &units, &villages).await? };
    Ok(hits
        .iter()
        .zip(&missing)
        .map(|(h, m)| {
            let asked = h.kind == "unit" && at(h).period.is_today() && !m.is_empty() && units.contains(&at(h).id.as_str());
            let mut told = if asked { formers_of(t, m, beside.formers.iter().filter(|f| f.new_id == at(h).id))? } else { Told::new(h) };
            told.over = over(t, h, &beside);
            told.lead_on(t, h, &beside);
            Some(told)
        })
        .collect())
}

impl Told {
    /// Of a place found by its own name.
    fn new(hit: &Hit) -> Self {
        let here = at(hit).level == Level::Commune && at(hit).period.is_today();
        Self { sure: here, communes: if here { vec![at(hit).clone()] } else { Vec::new() }, ..Self::default() }
    }

    /// Where what is over is now: its own successors, those of its unit for a village whose unit is over.
    fn lead_on(&mut self, t: &L10nLanguage, hit: &Hit, beside: &Beside) {
        let of = |id: &str| beside.now.iter().filter(|n| n.of == id).cloned().collect::<Vec<Now>>();
        let mut now = if hit.kind == "village" { of(&hit.reference) } else { Vec::new() };
        if now.is_empty() && !at(hit).period.is_today() {
            now = of(&at(hit).id);
        }
        if now.is_empty() {
            return;
        }
        let ask = now.len() > 1 || now.iter().any(|n| n.in_part);
        let believed = now.iter().any(|n| !n.confirmed);
        self.sure = !ask && !believed;
        self.leads = match (believed, ask) {
            (true, _) => t.find_now_believed(),
            (false, true) => t.find_now_ask(),
            (false, false) => t.find_now(),
        };
        self.communes = now.iter().map(|n| n.place.clone()).filter(|p| p.level == Level::Commune).collect();
        self.now = now
            .into_iter()
            .map(|n| {
                let province = if n.place.level == Level::Province { String::new() } else { n.place.province_name.clone() };
                let (name, within) = if n.village.is_empty() {
                    (n.place.name.clone(), province)
                } else {
                    (n.village, format!("{}, {province}", n.place.name))
                };
                NowLine { href: n.place.href(), name, within }
            })
            .collect();
    }
}

/// Words of the query that neither the place's name nor what is above it begins with.
fn missing<'a>(key: &'a str, hit: &Hit) -> Vec<&'a str> {
    let known = fold(&format!("{} {} {} {}", hit.title, at(hit).name, at(hit).province_name, hit.context));
    key.split(' ').filter(|w| !known.split(' ').any(|t| t.starts_with(w))).collect()
}

/// The former names each of which, with the unit above it then, holds every missing word.
fn formers_of<'a>(t: &L10nLanguage, missing: &[&str], formers: impl Iterator<Item = &'a Former>) -> Option<Told> {
    let holding: Vec<&Former> = formers
        .filter(|f| {
            let name = fold(&format!("{} {}", f.name, f.above));
            missing.iter().all(|w| name.split(' ').any(|n| n.starts_with(*w)))
        })
        .take(3)
        .collect();
    let say = |f: &&Former| {
        let above = Some(f.above.clone()).filter(|a| !a.is_empty());
        let told: Vec<String> = above.into_iter().chain(f.in_part.then(|| t.find_in_part())).collect();
        if told.is_empty() { f.name.clone() } else { format!("{} ({})", f.name, told.join(", ")) }
    };
    let formers = holding.iter().map(say).collect::<Vec<_>>().join("; ");
    let former_names = holding.iter().map(|f| f.name.clone()).collect();
    (!holding.is_empty()).then(|| Told { formers, former_names, sure: holding.iter().all(|f| !f.in_part), ..Told::default() })
}

/// Why a hit is not a place of today.
fn over(t: &L10nLanguage, hit: &Hit, beside: &Beside) -> String {
    match (hit.kind.as_str(), at(hit).period) {
        ("unit", Period::Before2025) => t.find_until_2025(),
        ("unit", Period::Earlier) => t.find_earlier(),
        ("village", p) if !p.is_today() || beside.now.iter().any(|n| n.of == hit.reference) => t.find_village_over(),
        _ => String::new(),
    }
}

/// What is above a hit: for a village its commune and province, for a former unit the units above it then.
#[must_use]
pub fn within(hit: &Hit) -> String {
    let p = at(hit);
    match hit.kind.as_str() {
        "village" => format!("{}, {}", p.name, p.province_name),
        "unit" if p.level == Level::Province => String::new(),
        "unit" if !p.period.is_today() => hit.context.clone(),
        _ => p.province_name.clone(),
    }
}

fn found(hit: &Hit, told: Told) -> FoundPlace {
    let p = at(hit);
    let mut communes = told.communes.clone();
    if communes.is_empty() && p.level == Level::Commune && p.period.is_today() {
        communes.push(p.clone());
    }
    FoundPlace { href: p.href(), name: hit.title.clone(), within: within(hit), demo: p.is_demo(), sure: told.sure, communes, told }
}

#[cfg(test)]
mod tests {
    use super::without_mark;

    #[test]
    fn s1_6_the_mark_of_a_former_place_is_no_part_of_its_name() {
        assert_eq!(without_mark("Tuấn Hưng (cũ)"), ("Tuấn Hưng".to_owned(), true));
        assert_eq!(without_mark("xã Tuấn Hưng (cũ) Kim Thành"), ("xã Tuấn Hưng  Kim Thành".to_owned(), true));
        assert_eq!(without_mark("Khu phố Chợ Cũ"), ("Khu phố Chợ Cũ".to_owned(), false));
    }
}
