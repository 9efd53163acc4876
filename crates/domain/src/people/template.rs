//! What an office starts from: the bodies and posts that units of a level usually have, as data with sources
//! (`data/offices/*.toml`), to be struck out and added to by each office.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{body::BodyKind, post::PostKind};
use crate::unit::Level;

const COMMUNE: &str = include_str!("../../../../data/offices/commune.toml");
const PROVINCE: &str = include_str!("../../../../data/offices/province.toml");
const SUCCESSION: &str = include_str!("../../../../data/offices/succession.toml");

/// A template cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the list of bodies cannot be read: {0}")]
pub struct TemplateError(String);

/// A post of a body in a list of bodies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostLine {
    /// Key inside the unit.
    pub key: String,
    /// Kind.
    pub kind: PostKind,
    /// Name.
    pub name: String,
    /// Owes dialogues by the regulations.
    pub head: bool,
}

/// A body in a list of bodies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyLine {
    /// Key inside the unit.
    pub key: String,
    /// Kind.
    pub kind: BodyKind,
    /// Name.
    pub name: String,
    /// Organ in document symbols.
    pub symbol: String,
    /// Only in units of these kinds; in all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// Another body has followed it: it is kept for papers of its time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub former: bool,
    /// False: is reached by a dispatch on paper.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub has_account: bool,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// What it rests on.
    pub source: String,
    /// Its posts.
    #[serde(default)]
    pub posts: Vec<PostLine>,
}

/// A succession between bodies of a unit, by their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuccessionLine {
    /// Keys of the earlier bodies.
    pub from: Vec<String>,
    /// Key of the later body.
    pub to: String,
    /// ISO day from which the later one acts.
    pub on: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// What it rests on.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    level: String,
    #[serde(rename = "body")]
    bodies: Vec<BodyLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SuccessionFile {
    succession: Vec<SuccessionLine>,
}

const fn yes() -> bool {
    true
}

/// The usual bodies and posts of a unit of that level and kind, their names filled in.
///
/// # Errors
/// Never for a program that was tested: [`TemplateError`].
pub fn usual(level: Level, unit_kind: &str) -> Result<Vec<BodyLine>, TemplateError> {
    let text = if level == Level::Commune { COMMUNE } else { PROVINCE };
    let file: ListFile = toml::from_str(text).map_err(|e| TemplateError(e.to_string()))?;
    if file.level != if level == Level::Commune { Level::Commune.code() } else { Level::Province.code() } {
        return Err(TemplateError(format!("level {}", file.level)));
    }
    let fill = |name: &str| name.replace("{đv}", within(unit_kind)).replace("{ủy}", committee(unit_kind));
    let here = file.bodies.into_iter().filter(|b| b.only.is_empty() || b.only.iter().any(|k| k == unit_kind));
    Ok(here
        .map(|mut b| {
            b.name = fill(&b.name);
            b.only.clear();
            for p in &mut b.posts {
                p.name = fill(&p.name);
            }
            b
        })
        .collect())
}

/// The known successions between the usual bodies.
///
/// # Errors
/// Never for a program that was tested: [`TemplateError`].
pub fn successions() -> Result<Vec<(SuccessionLine, Date)>, TemplateError> {
    let file: SuccessionFile = toml::from_str(SUCCESSION).map_err(|e| TemplateError(e.to_string()))?;
    file.succession
        .into_iter()
        .map(|s| {
            let on = s.on.parse().map_err(|_| TemplateError(format!("succession on {}", s.on)))?;
            Ok((s, on))
        })
        .collect()
}

/// How a unit of that kind is named inside a sentence.
fn within(kind: &str) -> &'static str {
    match kind {
        "phuong" => "phường",
        "dac_khu" => "đặc khu",
        "tinh" => "tỉnh",
        "thanh_pho_tw" => "thành phố",
        _ => "xã",
    }
}

fn committee(kind: &str) -> &'static str {
    if kind == "thanh_pho_tw" { "Thành ủy" } else { "Tỉnh ủy" }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_kind_of_unit_has_a_list_whose_every_line_says_where_it_comes_from() {
        for (level, kind) in [
            (Level::Commune, "xa"),
            (Level::Commune, "phuong"),
            (Level::Commune, "dac_khu"),
            (Level::Province, "tinh"),
            (Level::Province, "thanh_pho_tw"),
        ] {
            let all = usual(level, kind).unwrap();
            let keys: BTreeSet<&str> = all.iter().map(|b| b.key.as_str()).collect();
            assert_eq!(keys.len(), all.len(), "{kind}: a key twice");
            assert!(all.iter().all(|b| !b.source.is_empty() && !b.name.contains('{')), "{kind}");
            assert!(all.iter().any(|b| b.kind == BodyKind::Office), "{kind}: somebody does the papers");
            let heads: Vec<&str> = all.iter().flat_map(|b| &b.posts).filter(|p| p.head).map(|p| p.key.as_str()).collect();
            assert_eq!(heads, ["bi-thu", "chu-tich"], "{kind}");
        }
        assert!(usual(Level::Commune, "phuong").unwrap().iter().any(|b| b.name == "Phòng Kinh tế, Hạ tầng và Đô thị phường"));
        assert!(usual(Level::Commune, "xa").unwrap().iter().any(|b| b.name == "Phòng Kinh tế xã"));
        assert!(usual(Level::Province, "thanh_pho_tw").unwrap().iter().any(|b| b.name == "Ban Tuyên giáo và Dân vận Thành ủy"));
    }

    #[test]
    fn s0_18_every_former_body_of_a_list_has_one_that_followed_it() {
        let all = usual(Level::Province, "tinh").unwrap();
        let known = successions().unwrap();
        for former in all.iter().filter(|b| b.former) {
            let (line, _) = known.iter().find(|(s, _)| s.from.contains(&former.key)).unwrap();
            assert!(all.iter().any(|b| b.key == line.to && !b.former), "{}", former.name);
            assert!(!line.confirmed && !line.source.is_empty(), "a day that differs from province to province is not confirmed here");
        }
    }
}
