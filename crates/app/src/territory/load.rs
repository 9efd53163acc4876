//! The lists of units before and after 1/7/2025 with their lineage, from `data/units` (MIT, licence beside them), and the
//! units and villages that only the seeds name. An installation loads each edition once, an old one on its next
//! `caunoi migrate`.

use std::collections::{HashMap, HashSet};

use caunoi_domain::unit::{Level, Period, Share, unit_id};
use caunoi_store::{
    Tx, data_set,
    search::{self, Doc},
    unit::{self, UnitRow},
    village::{self, Village},
};

use super::lists::{self, Known, LineageLine, SOURCE};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// The search rows of communes are numbered by their codes from here on.
const COMMUNE_DOCS: i64 = 1_000_000;
/// Those of provinces.
const PROVINCE_DOCS: i64 = 2_000_000;
/// Those of former units, one after another.
const FORMER_DOCS: i64 = 3_000_000;
/// Those of villages that seeds name.
const VILLAGE_DOCS: i64 = 4_000_000;

/// Loads the national lists of units; loading them again changes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadUnits {
    /// Only this province of 2025 (by code), without its former units: small installations of tests.
    pub only_province: Option<&'static str>,
}

impl Verb for LoadUnits {
    /// How many units stand in the lists; 0 where this edition is loaded already.
    type Done = usize;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<usize, Refusal> {
        if cx.actor != caunoi_domain::people::actor::Actor::System {
            return Err(Refusal::NotAllowed(caunoi_domain::people::policy::Action::Administer));
        }
        let name = self.only_province.map_or_else(|| "units".to_owned(), |code| format!("units.{code}"));
        let edition = lists::edition();
        if data_set::mark(tx, &name).await?.as_deref() == Some(edition.as_str()) {
            return Ok(0);
        }
        let lists = Lists::read(self.only_province)?;
        unit::put_all(tx, &lists.before).await?;
        unit::put_all(tx, &lists.now).await?;
        for k in &lists.known {
            unit::put(tx, &k.unit).await?;
        }
        lists.join(tx).await?;
        lists.index(tx).await?;
        lists.name_villages(tx).await?;
        data_set::keep(tx, &name, &edition, cx.now_us).await?;
        Ok(lists.before.len() + lists.known.len() + lists.now.len())
    }
}

/// Everything that the files say.
struct Lists {
    before: Vec<UnitRow>,
    known: Vec<Known>,
    now: Vec<UnitRow>,
    lineage: Vec<LineageLine>,
}

impl Lists {
    fn read(only_province: Option<&str>) -> Result<Self, Refusal> {
        let (mut before, mut now) = (lists::before()?, lists::now()?);
        let mut known = lists::known(&before)?;
        if let Some(code) = only_province {
            let province = unit_id(code, Period::From2025);
            before.clear();
            known.clear();
            now.retain(|u| u.province_id == province);
        }
        Ok(Self { before, known, now, lineage: lists::lineage()? })
    }

    /// Writes lineage: what the list says as it stands, what a seed lets believe as unconfirmed.
    async fn join(&self, tx: &mut Tx<'_>) -> Result<(), Refusal> {
        let there: HashSet<&str> = self.before.iter().chain(&self.now).map(|u| u.id.as_str()).collect();
        let mut lines = Vec::new();
        for line in &self.lineage {
            let (old, new) = (unit_id(&line.old_code, Period::Before2025), unit_id(&line.new_code, Period::From2025));
            if there.contains(old.as_str()) && there.contains(new.as_str()) {
                lines.push((old, new, lists::share(line)?.code()));
            }
        }
        unit::put_lineage_all(tx, &lines, SOURCE).await?;
        for k in &self.known {
            unit::doubt(tx, &k.unit.id, &k.known_in).await?;
            if let Some(into) = k.believed.as_deref().filter(|id| there.contains(id)) {
                unit::put_believed_lineage(tx, &k.unit.id, into, Share::Whole.code(), &k.unit.source).await?;
            }
        }
        Ok(())
    }

    /// Every unit of today is found by its name and by those of the units that went into it; a former district, a former
    /// province and a unit that only a seed names are found as themselves.
    async fn index(&self, tx: &mut Tx<'_>) -> Result<(), Refusal> {
        let names: HashMap<&str, &str> = self.before.iter().chain(&self.now).map(|u| (u.id.as_str(), u.name.as_str())).collect();
        let name_of = |id: Option<&str>| id.and_then(|id| names.get(id)).copied().unwrap_or_default();
        let mut formerly: HashMap<&str, Vec<String>> = HashMap::new();
        let old: HashMap<&str, &UnitRow> = self.before.iter().map(|u| (u.code.as_str(), u)).collect();
        for line in &self.lineage {
            if let Some(u) = old.get(line.old_code.as_str()) {
                // People name a former commune with its district.
                let above = if u.level == Level::Commune { name_of(u.parent_id.as_deref()) } else { "" };
                formerly.entry(line.new_code.as_str()).or_default().push(format!("{} {above}", u.name));
            }
        }
        let mut found: Vec<Found<'_>> = Vec::new();
        for u in &self.now {
            let province = name_of(Some(&u.province_id));
            let old = formerly.get(u.code.as_str()).map(|v| v.join(", ")).unwrap_or_default();
            let (first, context, weight) =
                if u.level == Level::Commune { (COMMUNE_DOCS, province.to_owned(), 1) } else { (PROVINCE_DOCS, String::new(), 2) };
            let text = format!("{} {province} {old}", u.name);
            found.push(Found { id: first + number(&u.code), unit: u, reference: &u.code, context, text, weight });
        }
        let still: HashSet<(&str, &str)> = self.now.iter().map(|u| (u.code.as_str(), u.name.as_str())).collect();
        let gone = self.before.iter().filter(|u| u.level != Level::Commune && !still.contains(&(u.code.as_str(), u.name.as_str())));
        for (id, u) in (FORMER_DOCS..).zip(gone.chain(self.known.iter().map(|k| &k.unit))) {
            let (above, province) = (name_of(u.parent_id.as_deref()), name_of(Some(&u.province_id)));
            let context = match u.level {
                Level::Province => String::new(),
                Level::District => province.to_owned(),
                Level::Commune => format!("{above}, {province}"),
            };
            found.push(Found { id, unit: u, reference: &u.id, text: format!("{} {context}", u.name), context, weight: 0 });
        }
        let docs: Vec<Doc<'_>> = found.iter().map(Found::doc).collect();
        search::remove_units(tx).await?;
        Ok(search::put_all(tx, &docs).await?)
    }

    /// Villages that seeds name, in their commune of then; found by the names of the commune of today as well (S0.20).
    async fn name_villages(&self, tx: &mut Tx<'_>) -> Result<(), Refusal> {
        for (n, line) in (VILLAGE_DOCS..).zip(lists::villages()?) {
            let Some(commune) = self.before.iter().find(|u| u.code == line.unit_code) else { continue };
            let row = Village {
                id: format!("{}-{}", commune.id, caunoi_domain::text::fold::fold(&line.name).replace(' ', "-")),
                unit_id: commune.id.clone(),
                name: line.name,
                valid_from: None,
                valid_to: None,
                source: format!("{}, {}", lists::seed_source(&line.seed), line.known_in),
            };
            village::add(tx, &row).await?;
            let mut text = format!("{} {}", row.name, commune.name);
            for above in unit::above(tx, &commune.id).await? {
                text.push_str(&format!(" {}", above.name));
            }
            for kin in unit::kin(tx, &commune.id).await?.into_iter().filter(|k| !k.former) {
                text.push_str(&format!(" {}", kin.name));
            }
            let doc = Doc {
                id: n,
                kind: "village",
                reference: &row.id,
                unit_id: &commune.id,
                public: true,
                title: &row.name,
                context: &commune.name,
                text: &text,
                weight: 0,
                at: 0,
            };
            search::put(tx, &doc).await?;
        }
        Ok(())
    }
}

/// A unit as the search finds it.
struct Found<'a> {
    id: i64,
    unit: &'a UnitRow,
    reference: &'a str,
    context: String,
    text: String,
    weight: i64,
}

impl Found<'_> {
    fn doc(&self) -> Doc<'_> {
        Doc {
            id: self.id,
            kind: "unit",
            reference: self.reference,
            unit_id: &self.unit.id,
            public: true,
            title: &self.unit.name,
            context: &self.context,
            text: &self.text,
            weight: self.weight,
            at: 0,
        }
    }
}

/// The number of a code; codes of the lists are digits.
fn number(code: &str) -> i64 {
    code.parse().unwrap_or(0)
}
