//! Đề xuất phân loại: kind, field and body of a pasted row, guessed by words that are data (`data/proposals.toml`).
//! A proposal decides nothing: a clerk confirms or changes each row (P10).

use std::sync::LazyLock;

use serde::Deserialize;

use super::{
    book::bare_body,
    kind::{Field, OpinionKind},
};
use crate::text::fold::fold;

const RULES: &str = include_str!("../../../../data/proposals.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    kind: Vec<KindRule>,
    field: Vec<FieldRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRule {
    code: OpinionKind,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldRule {
    code: Field,
    words: Vec<String>,
    /// Search keys that the name of a responsible body holds, the likeliest first.
    bodies: Vec<String>,
}

// A file that does not parse proposes nothing; the test below keeps it from happening.
static ALL: LazyLock<Rules> = LazyLock::new(|| toml::from_str(RULES).unwrap_or_default());

/// What is proposed for a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Its kind, where a word speaks for one.
    pub kind: Option<OpinionKind>,
    /// Its field.
    pub field: Option<Field>,
    /// The id of the body in charge.
    pub body: Option<String>,
}

/// Proposes for a text; `bodies` are ids and names of the unit's bodies that have an account.
#[must_use]
pub fn propose(text: &str, bodies: &[(String, String)]) -> Proposal {
    let key = format!(" {} ", fold(text));
    let kind = best(ALL.kind.iter().map(|r| (r, found(&key, &r.words)))).map(|r| r.code);
    let field = best(ALL.field.iter().map(|r| (r, found(&key, &r.words))));
    let body = field.and_then(|r| body_of(r, bodies));
    Proposal { kind, field: field.map(|r| r.code), body }
}

/// The body in charge of a field, where exactly that is proposed by hand.
#[must_use]
pub fn body_for(field: Field, bodies: &[(String, String)]) -> Option<String> {
    ALL.field.iter().find(|r| r.code == field).and_then(|r| body_of(r, bodies))
}

fn body_of(rule: &FieldRule, bodies: &[(String, String)]) -> Option<String> {
    let named = |word: &String| bodies.iter().find(|(_, name)| bare_body(name).contains(word.as_str()));
    rule.bodies.iter().find_map(named).map(|(id, _)| id.clone())
}

/// Letters of the words that stand in the text: a longer word says more than a short one.
fn found(key: &str, words: &[String]) -> usize {
    words.iter().filter(|w| key.contains(&format!(" {w} "))).map(String::len).sum()
}

fn best<T>(all: impl Iterator<Item = (T, usize)>) -> Option<T> {
    let mut top: Option<(T, usize)> = None;
    for (rule, score) in all.filter(|(_, score)| *score > 0) {
        if top.as_ref().is_none_or(|(_, most)| score > *most) {
            top = Some((rule, score));
        }
    }
    top.map(|(rule, _)| rule)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_read_and_every_word_is_a_search_key() {
        let rules: Rules = toml::from_str(RULES).unwrap();
        assert_eq!(rules.kind.len(), OpinionKind::ALL.len());
        assert_eq!(rules.field.len(), Field::ALL.len() - 1, "every field but the last, which is none of them");
        let words = rules.kind.iter().flat_map(|r| &r.words).chain(rules.field.iter().flat_map(|r| r.words.iter().chain(&r.bodies)));
        for word in words {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn p10_kind_field_and_body_are_proposed_by_words() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let bodies = [pair("k", "Phòng Kinh tế xã"), pair("v", "Phòng Văn hóa - Xã hội xã"), pair("c", "Công an xã")];
        let of = |text: &str| propose(text, &bodies);
        let muong = of("Đề nghị xã nạo vét mương Đồng Vàng");
        assert_eq!((muong.kind, muong.field, muong.body.as_deref()), (Some(OpinionKind::Petition), Some(Field::Water), Some("k")));
        let school = of("Xin hỏi bao giờ trường mầm non tuyển giáo viên?");
        assert_eq!((school.kind, school.field, school.body.as_deref()), (Some(OpinionKind::Question), Some(Field::Education), Some("v")));
        assert_eq!(of("Trộm chó ban đêm").body.as_deref(), Some("c"));
        assert_eq!(of("Cảm ơn xã"), Proposal::default());
    }
}
