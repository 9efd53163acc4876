//! The figures and findings that the seed documents and the sources of domain notes §6 publish, from `data/history`. Only
//! what stands there: no other text of a source becomes a fact (S2.12).

use std::collections::BTreeMap;

use caunoi_domain::{
    report::{
        figure::{Counted, Figure, Quantity, Source},
        finding::{Finding, FindingKind},
    },
    unit::Level,
};
use caunoi_store::{Tx, data_set, unit};
use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::{record_figure::RecordFigure, record_finding::RecordFinding};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

const FIGURES: &str = include_str!("../../../../data/history/figures.toml");
const FINDINGS: &str = include_str!("../../../../data/history/findings.toml");
/// Under which name the edition is kept.
const NAME: &str = "history";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    #[serde(default)]
    title: String,
    #[serde(default)]
    publisher: String,
    published_on: Option<String>,
    reference: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureText {
    key: String,
    unit: String,
    #[serde(default)]
    named: Vec<String>,
    level: Option<Level>,
    counted: Counted,
    what: String,
    value: String,
    from: String,
    to: String,
    #[serde(default)]
    days_assumed: bool,
    period: String,
    part_of: Option<String>,
    #[serde(default)]
    pilot: bool,
    printed: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingText {
    key: String,
    kind: FindingKind,
    units: Vec<String>,
    supervisor: String,
    object: String,
    period: String,
    #[serde(default)]
    paper: String,
    printed: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: BTreeMap<String, SourceText>,
    #[serde(default)]
    figure: Vec<FigureText>,
    #[serde(default)]
    finding: Vec<FindingText>,
}

/// Loads the published history; an edition is loaded once. The lists of units are loaded before: without them nothing is
/// loaded.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadHistory;

impl Verb for LoadHistory {
    /// How many figures and findings were recorded.
    type Done = (usize, usize);

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(usize, usize), Refusal> {
        let edition = data_encoding::HEXLOWER.encode(&Sha256::digest(format!("{FIGURES}\0{FINDINGS}")));
        let (figures, findings) = (figures()?, findings()?);
        let known = data_set::mark(tx, NAME).await?.as_deref() == Some(edition.as_str());
        let there = match figures.first() {
            Some(f) => unit::find(tx, &f.unit_id).await?.is_some(),
            None => false,
        };
        if known || !there {
            return Ok((0, 0));
        }
        for (seq, figure) in (1..).zip(&figures) {
            RecordFigure { figure: figure.clone(), seq }.carry_out(tx, cx).await?;
        }
        for (seq, finding) in (1..).zip(&findings) {
            RecordFinding { finding: finding.clone(), seq }.carry_out(tx, cx).await?;
        }
        data_set::keep(tx, NAME, &edition, cx.now_us).await?;
        Ok((figures.len(), findings.len()))
    }
}

fn wrong(what: impl std::fmt::Display) -> Refusal {
    Refusal::Broken(format!("data/history: {what}"))
}

fn day(text: &str) -> Result<Date, Refusal> {
    text.parse().map_err(|e| wrong(format!("{text}: {e}")))
}

fn source(file: &File, key: &str) -> Result<Source, Refusal> {
    let s = file.source.get(key).ok_or_else(|| wrong(format!("no source {key}")))?;
    Ok(Source {
        title: s.title.clone(),
        publisher: s.publisher.clone(),
        published_on: s.published_on.as_deref().map(day).transpose()?,
        reference: s.reference.clone(),
    })
}

fn figures() -> Result<Vec<Figure>, Refusal> {
    let file: File = toml::from_str(FIGURES).map_err(wrong)?;
    file.figure
        .iter()
        .map(|f| {
            Ok(Figure {
                key: f.key.clone(),
                unit_id: f.unit.clone(),
                named: f.named.clone(),
                level: f.level,
                counted: f.counted,
                what: f.what.clone(),
                quantity: Quantity::parse(&f.value).ok_or_else(|| wrong(format!("{}: {} is no number", f.key, f.value)))?,
                from_on: day(&f.from)?,
                to_on: day(&f.to)?,
                days_assumed: f.days_assumed,
                period: f.period.clone(),
                part_of: f.part_of.clone(),
                pilot: f.pilot,
                printed: f.printed.clone(),
                source: source(&file, &f.source)?,
            })
        })
        .collect()
}

fn findings() -> Result<Vec<Finding>, Refusal> {
    let file: File = toml::from_str(FINDINGS).map_err(wrong)?;
    file.finding
        .iter()
        .map(|f| {
            Ok(Finding {
                key: f.key.clone(),
                kind: f.kind,
                units: f.units.clone(),
                supervisor: f.supervisor.clone(),
                object: f.object.clone(),
                period: f.period.clone(),
                paper: f.paper.clone(),
                printed: f.printed.clone(),
                source: source(&file, &f.source)?,
            })
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use caunoi_domain::{
        report::figure::{Bound, Sum, sum},
        text::nfc,
    };

    use super::*;

    const SEEDS: &[(&str, &str)] =
        &[("seed 001_b59b47a52acf7f31", "Kim Thành"), ("seed 003_6d5aa8abcd2beda6", "Hòa Bình"), ("seed 004_bb4950e856a5eaac", "Nam Sách")];

    #[test]
    fn s1_1_n1_and_n2_are_kept_with_parts_that_give_their_total() {
        let all = figures().unwrap();
        for (total, numbers) in [("kim-thanh-2016-2022", ["248", "12", "236"]), ("kim-thanh-2021-2023", ["98", "4", "94"])] {
            let whole = all.iter().find(|f| f.key == total).unwrap();
            let parts: Vec<Quantity> = all.iter().filter(|f| f.part_of.as_deref() == Some(total)).map(|f| f.quantity).collect();
            let told: Vec<String> = std::iter::once(&whole.quantity).chain(&parts).map(Quantity::number).collect();
            assert_eq!(told, numbers);
            assert_eq!(sum(whole.quantity, &parts), Sum::Holds);
        }
    }

    #[test]
    fn s1_13_the_speeches_of_a_seminar_are_a_bound_and_no_dialogues() {
        let all = figures().unwrap();
        let seminar = all.iter().find(|f| f.key == "kim-thanh-toa-dam-2022").unwrap();
        assert_eq!((seminar.quantity.bound, seminar.quantity.number().as_str(), seminar.counted), (Bound::Over, "10", Counted::Speeches));
        assert!(!seminar.counted.has_rows() && seminar.part_of.is_none());
    }

    #[test]
    fn s2_12_every_fact_has_its_sentence_and_its_source_and_nothing_else_becomes_one() {
        let (figures, findings) = (figures().unwrap(), findings().unwrap());
        assert!(figures.iter().all(|f| f.problems().is_empty()) && findings.iter().all(|f| f.problems().is_empty()));
        for s in figures.iter().map(|f| &f.source).chain(findings.iter().map(|f| &f.source)) {
            let known = SEEDS.iter().any(|(reference, _)| *reference == s.reference);
            assert!(
                known || ["baohaiduong.vn/print/351802", "daidoanket.vn, tin 419070"].contains(&s.reference.as_str()),
                "{}",
                s.reference
            );
        }
        // Bình Dương's page carries a caption, a commendation and news of Hưng Yên: none of them is a figure of dialogues.
        let texts = format!("{FIGURES}{FINDINGS}");
        for noise in ["Hưng Yên", "Bình Dương", "Bằng khen", "27/7", "71 năm"] {
            assert!(!nfc(&texts).contains(noise), "{noise}");
        }
    }

    #[test]
    fn s4_4_the_findings_of_nam_sach_name_their_communes_and_no_number() {
        let all = findings().unwrap();
        let of = |key: &str| all.iter().find(|f| f.key == key).unwrap();
        assert_eq!(of("nam-sach-2022-ke-hoach").units, ["nam-hong-nam-sach.earlier"]);
        assert_eq!(of("nam-sach-2022-giam-sat").units.len(), 4);
        assert_eq!(of("nam-sach-2022-tham-du").units.len(), 3);
        assert!(all.iter().filter(|f| f.key.starts_with("nam-sach")).all(|f| !f.printed.contains("vi phạm") && !f.printed.contains('%')));
    }
}
