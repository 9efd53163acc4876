//! What `data/units` and `data/history/villages.csv` say, read into rows. Where a list's column contradicts the name of a
//! unit, the name is believed (data/units/README.md says which seven rows, and why).

use std::collections::HashMap;

use caunoi_domain::unit::{Level, Period, Share, key_without_code, kind_of_name, unit_id};
use caunoi_store::unit::UnitRow;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::refusal::Refusal;

const UNITS_2025: &str = include_str!("../../../../data/units/units_2025.csv");
const UNITS_BEFORE: &str = include_str!("../../../../data/units/units_before_2025.csv");
const LINEAGE: &str = include_str!("../../../../data/units/lineage_2025.csv");
const SEEDS: &str = include_str!("../../../../data/units/supplement_seeds.csv");
const VILLAGES: &str = include_str!("../../../../data/history/villages.csv");
/// Where the national lists come from.
pub(super) const SOURCE: &str = "vietnamadminunits 1.0.4 (MIT)";
/// Renewed where the same files are to be read in another way.
const READING: &str = "3";

#[derive(Deserialize)]
struct UnitLine {
    code: String,
    level: String,
    kind: String,
    name: String,
    parent_code: String,
}

/// A line of lineage.
#[derive(Deserialize)]
pub(super) struct LineageLine {
    pub(super) old_code: String,
    pub(super) new_code: String,
    pub(super) share: String,
}

#[derive(Deserialize)]
struct SeedLine {
    name: String,
    kind: String,
    parent_code: String,
    seed: String,
    known_in: String,
    note: String,
}

/// A village that a seed names.
#[derive(Deserialize)]
pub(super) struct VillageLine {
    pub(super) name: String,
    pub(super) unit_code: String,
    pub(super) known_in: String,
    pub(super) seed: String,
}

/// A unit that only a seed names.
pub(super) struct Known {
    pub(super) unit: UnitRow,
    pub(super) known_in: String,
    /// The unit of the list before 2025 that it is believed to have gone into.
    pub(super) believed: Option<String>,
}

/// The edition of all these files: what was loaded by it need not be loaded again.
pub(super) fn edition() -> String {
    let mut hash = Sha256::new();
    for text in [READING, UNITS_2025, UNITS_BEFORE, LINEAGE, SEEDS, VILLAGES] {
        hash.update(text.len().to_be_bytes());
        hash.update(text);
    }
    data_encoding::HEXLOWER.encode(&hash.finalize())
}

/// The units of mid-2025, in force until 30/6/2025.
pub(super) fn before() -> Result<Vec<UnitRow>, Refusal> {
    units(UNITS_BEFORE, Period::Before2025, None)
}

/// The units of today.
pub(super) fn now() -> Result<Vec<UnitRow>, Refusal> {
    units(UNITS_2025, Period::From2025, Some("2025-07-01"))
}

/// What went into what on 1/7/2025.
pub(super) fn lineage() -> Result<Vec<LineageLine>, Refusal> {
    read(LINEAGE)
}

/// The villages that seeds name.
pub(super) fn villages() -> Result<Vec<VillageLine>, Refusal> {
    read(VILLAGES)
}

/// Where a fact of a seed comes from.
pub(super) fn seed_source(seed: &str) -> String {
    format!("seed {}", seed.trim_end_matches(".txt"))
}

/// The units that seeds name and neither list holds.
pub(super) fn known(before: &[UnitRow]) -> Result<Vec<Known>, Refusal> {
    let districts: HashMap<&str, &UnitRow> = before.iter().filter(|u| u.level == Level::District).map(|u| (u.code.as_str(), u)).collect();
    read::<SeedLine>(SEEDS)?
        .into_iter()
        .map(|l| {
            let above = districts.get(l.parent_code.as_str()).ok_or_else(|| wrong(&format!("no district {}", l.parent_code)))?;
            let key = key_without_code(&l.name, &above.name);
            Ok(Known {
                believed: believed(&l.note),
                known_in: l.known_in,
                unit: UnitRow {
                    id: unit_id(&key, Period::Earlier),
                    code: key,
                    period: Period::Earlier,
                    level: Level::Commune,
                    kind: l.kind,
                    name: l.name,
                    parent_id: Some(above.id.clone()),
                    province_id: above.province_id.clone(),
                    valid_from: None,
                    valid_to: None,
                    source: seed_source(&l.seed),
                },
            })
        })
        .collect()
}

/// "… believed a part of Xã Tuấn Việt 10768; unconfirmed" → the id of that unit.
fn believed(note: &str) -> Option<String> {
    let (_, into) = note.split_once("believed a part of ")?;
    let code = into.split(|c: char| !c.is_ascii_digit()).find(|w| w.len() == 5)?;
    Some(unit_id(code, Period::Before2025))
}

/// A share of the list that is one of ours.
pub(super) fn share(line: &LineageLine) -> Result<Share, Refusal> {
    line.share.parse().map_err(|e| wrong(&format!("lineage of {}: {e}", line.old_code)))
}

fn wrong(what: &str) -> Refusal {
    Refusal::Broken(format!("data/units: {what}"))
}

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Vec<T>, Refusal> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().map_err(|e| wrong(&e.to_string()))
}

fn units(text: &str, period: Period, from: Option<&str>) -> Result<Vec<UnitRow>, Refusal> {
    let lines = read::<UnitLine>(text)?;
    let parents: HashMap<String, String> = lines.iter().map(|l| (l.code.clone(), l.parent_code.clone())).collect();
    lines
        .into_iter()
        .map(|l| {
            let level: Level = l.level.parse().map_err(|e| wrong(&format!("unit {}: {e}", l.code)))?;
            let mut province = l.code.clone();
            while let Some(parent) = parents.get(&province).filter(|p| !p.is_empty()) {
                province.clone_from(parent);
            }
            Ok(UnitRow {
                id: unit_id(&l.code, period),
                code: l.code,
                period,
                level,
                kind: kind_of_name(&l.name, level).map_or(l.kind, str::to_owned),
                name: l.name,
                parent_id: (!l.parent_code.is_empty()).then(|| unit_id(&l.parent_code, period)),
                province_id: unit_id(&province, period),
                valid_from: from.map(str::to_owned),
                valid_to: period.last_day().map(str::to_owned),
                source: SOURCE.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn kinds(units: &[UnitRow], level: Level) -> BTreeMap<&str, usize> {
        let mut all = BTreeMap::new();
        units.iter().filter(|u| u.level == level).for_each(|u| *all.entry(u.kind.as_str()).or_default() += 1);
        all
    }

    #[test]
    fn l10_the_lists_hold_what_the_decisions_say() {
        let (now, before) = (now().unwrap(), before().unwrap());
        let of = |units: &[UnitRow], level| kinds(units, level).values().sum::<usize>();
        assert_eq!((of(&now, Level::Province), of(&now, Level::Commune)), (34, 3321));
        assert_eq!(kinds(&now, Level::Commune), BTreeMap::from([("xa", 2621), ("phuong", 687), ("dac_khu", 13)]));
        assert_eq!((of(&before, Level::Province), of(&before, Level::District), of(&before, Level::Commune)), (63, 696, 10035));
    }

    #[test]
    fn l10_a_kind_that_contradicts_the_name_gives_way_to_the_name() {
        // Two wards are called xa by the column and two xã are called phuong: they cancel, so the totals are the same.
        let now = now().unwrap();
        let column: BTreeMap<String, String> = read::<UnitLine>(UNITS_2025).unwrap().into_iter().map(|l| (l.code, l.kind)).collect();
        let differ: Vec<(&str, &str, &str)> = now
            .iter()
            .filter(|u| column[&u.code] != u.kind)
            .map(|u| (u.code.as_str(), column[&u.code].as_str(), u.kind.as_str()))
            .collect();
        assert_eq!(differ, [("10543", "xa", "phuong"), ("11848", "phuong", "xa"), ("31213", "xa", "phuong"), ("31299", "phuong", "xa")]);
        // Three of the former list: the totals by kind are those of the names.
        let communes = kinds(&before().unwrap(), Level::Commune).into_iter().map(|(k, n)| (k.to_owned(), n)).collect::<Vec<_>>();
        assert_eq!(communes, [("phuong".to_owned(), 1726), ("thi_tran".to_owned(), 617), ("xa".to_owned(), 7692)]);
    }

    #[test]
    fn l10_471_units_were_divided_and_one_part_is_never_the_whole() {
        let mut into: BTreeMap<String, Vec<Share>> = BTreeMap::new();
        for line in lineage().unwrap() {
            into.entry(line.old_code.clone()).or_default().push(share(&line).unwrap());
        }
        let divided: Vec<_> = into.values().filter(|s| s.len() > 1).collect();
        assert_eq!(divided.len(), 471);
        assert!(divided.iter().all(|s| s.iter().all(|s| s.is_part())));
        assert!(into.values().filter(|s| s.len() == 1).all(|s| s == &[Share::Whole]));
    }

    #[test]
    fn s1_6_units_that_only_a_seed_names_have_no_code_and_no_namesake() {
        let before = before().unwrap();
        let known = known(&before).unwrap();
        let told: Vec<_> = known.iter().map(|k| (k.unit.code.as_str(), k.known_in.as_str(), k.believed.as_deref())).collect();
        assert_eq!(
            told,
            [
                ("nam-hong-nam-sach", "2021-2022", None),
                ("nam-chinh-nam-sach", "2022", Some("10633.before_2025")),
                ("tuan-hung-kim-thanh", "2014", Some("10768.before_2025"))
            ]
        );
        assert!(known.iter().all(|k| before.iter().all(|u| u.code != k.unit.code)));
        assert_eq!(known[2].unit.source, "seed 001_b59b47a52acf7f31");
    }
}
