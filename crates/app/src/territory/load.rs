//! The lists of units before and after 1/7/2025 with their lineage, from `data/units` (MIT, licence beside them).

use std::collections::HashMap;

use caunoi_domain::unit::{Level, Period, unit_id};
use caunoi_store::{
    Tx,
    search::{self, Doc},
    unit::{self, UnitRow},
};
use serde::Deserialize;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

const UNITS_2025: &str = include_str!("../../../../data/units/units_2025.csv");
const UNITS_BEFORE: &str = include_str!("../../../../data/units/units_before_2025.csv");
const LINEAGE: &str = include_str!("../../../../data/units/lineage_2025.csv");
const SOURCE: &str = "vietnamadminunits 1.0.4 (MIT)";

#[derive(Deserialize)]
struct UnitLine {
    code: String,
    level: String,
    kind: String,
    name: String,
    parent_code: String,
}

#[derive(Deserialize)]
struct LineageLine {
    old_code: String,
    new_code: String,
    share: String,
}

/// Loads the national lists of units; loading them again changes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadUnits {
    /// Only this province of 2025 (by code), without its former units: small installations of tests.
    pub only_province: Option<&'static str>,
}

impl Verb for LoadUnits {
    /// How many units stand in the lists.
    type Done = usize;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<usize, Refusal> {
        if cx.actor != caunoi_domain::people::actor::Actor::System {
            return Err(Refusal::NotAllowed(caunoi_domain::people::policy::Action::Administer));
        }
        if unit::count(tx).await? > 0 {
            return Ok(0);
        }
        let only = self.only_province.map(|code| unit_id(code, Period::From2025));
        let mut before = parse(UNITS_BEFORE, Period::Before2025, None, Some("2025-06-30"))?;
        let mut now = parse(UNITS_2025, Period::From2025, Some("2025-07-01"), None)?;
        if let Some(province) = only {
            before.clear();
            now.retain(|u| u.province_id == province);
        }
        let mut formerly: HashMap<String, Vec<&str>> = HashMap::new();
        let by_id: HashMap<&str, &str> = before.iter().map(|u| (u.id.as_str(), u.name.as_str())).collect();
        // People name a former commune with its district.
        let with_district = |u: &UnitRow| match u.parent_id.as_deref().and_then(|p| by_id.get(p)) {
            Some(district) if u.level == Level::Commune => format!("{} {district}", u.name),
            _ => u.name.clone(),
        };
        let old_names: HashMap<&str, String> = before.iter().map(|u| (u.code.as_str(), with_district(u))).collect();
        let lineage = read::<LineageLine>(LINEAGE)?;
        for line in &lineage {
            if let Some(name) = old_names.get(line.old_code.as_str()) {
                formerly.entry(line.new_code.clone()).or_default().push(name);
            }
        }
        let names: HashMap<&str, &str> = now.iter().map(|u| (u.id.as_str(), u.name.as_str())).collect();
        for u in before.iter().chain(&now) {
            unit::put(tx, u).await?;
        }
        for (n, u) in now.iter().enumerate() {
            let province = names.get(u.province_id.as_str()).copied().unwrap_or_default();
            let old = formerly.get(&u.code).map(|v| v.join(", ")).unwrap_or_default();
            let text = format!("{} {province} {old}", u.name);
            let context = if u.level == Level::Commune { province } else { "" };
            search::put(
                tx,
                &Doc {
                    id: i64::try_from(n).unwrap_or(0) + 1,
                    kind: "unit",
                    reference: &u.code,
                    unit_id: &u.id,
                    public: true,
                    title: &u.name,
                    context,
                    text: &text,
                    weight: if u.level == Level::Province { 2 } else { 1 },
                    at: 0,
                },
            )
            .await?;
        }
        let known: std::collections::HashSet<&str> = before.iter().chain(&now).map(|u| u.id.as_str()).collect();
        for line in &lineage {
            let (old, new) = (unit_id(&line.old_code, Period::Before2025), unit_id(&line.new_code, Period::From2025));
            if known.contains(old.as_str()) && known.contains(new.as_str()) {
                unit::put_lineage(tx, &old, &new, &line.share, SOURCE).await?;
            }
        }
        Ok(before.len() + now.len())
    }
}

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Vec<T>, Refusal> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|e| Refusal::Broken(format!("data/units: {e}")))
}

fn parse(text: &str, period: Period, from: Option<&str>, to: Option<&str>) -> Result<Vec<UnitRow>, Refusal> {
    let lines = read::<UnitLine>(text)?;
    let parents: HashMap<String, String> = lines.iter().map(|l| (l.code.clone(), l.parent_code.clone())).collect();
    lines
        .into_iter()
        .map(|l| {
            let level: Level = l.level.parse().map_err(|e| Refusal::Broken(format!("data/units, unit {}: {e}", l.code)))?;
            let mut province = l.code.clone();
            while let Some(parent) = parents.get(&province).filter(|p| !p.is_empty()) {
                province.clone_from(parent);
            }
            Ok(UnitRow {
                id: unit_id(&l.code, period),
                code: l.code,
                period,
                level,
                kind: l.kind,
                name: l.name,
                parent_id: (!l.parent_code.is_empty()).then(|| unit_id(&l.parent_code, period)),
                province_id: unit_id(&province, period),
                valid_from: from.map(str::to_owned),
                valid_to: to.map(str::to_owned),
                source: SOURCE.to_owned(),
            })
        })
        .collect()
}
