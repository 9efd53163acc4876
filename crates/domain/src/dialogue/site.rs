//! Sites of a dialogue: a large unit holds one conference per cluster of villages (domain notes §1.3). How many count is a
//! setting, one conference = one by default.

use jiff::civil::Date;

use super::{
    contents::TITLE_MAX,
    draft::{EXPECTED_MAX, time},
};
use crate::{
    opinion::submission::text,
    problem::{Problem, What},
    text::date,
};

/// Sites of one dialogue at most.
pub const SITES_MAX: usize = 30;

/// A site as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedSite {
    /// Place.
    pub place: String,
    /// Day, day first; empty: the dialogue's own.
    pub on_day: String,
    /// Time of day, or empty.
    pub at_time: String,
    /// Ids of the villages that come here.
    pub villages: Vec<String>,
    /// People who came, once it was held; or empty.
    pub people: String,
}

/// A site that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Place.
    pub place: String,
    /// Day; none: the dialogue's own.
    pub on_day: Option<Date>,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Ids of the villages.
    pub villages: Vec<String>,
    /// People who came.
    pub people: Option<i64>,
}

/// Reads a site.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn site(typed: &TypedSite) -> Result<Site, Vec<Problem>> {
    let mut problems = Vec::new();
    let place = text(&typed.place, "place", TITLE_MAX, true, &mut problems);
    let at_time = time(&typed.at_time, &mut problems);
    let on_day = if typed.on_day.trim().is_empty() {
        None
    } else {
        date::parse(&typed.on_day).map_err(|e| problems.push(Problem::new("on_day", What::Day(e)))).ok()
    };
    let people = match typed.people.trim().replace(['.', ' '], "") {
        plain if plain.is_empty() => None,
        plain => match plain.parse::<i64>() {
            Ok(n) if (0..=EXPECTED_MAX).contains(&n) => Some(n),
            _ => {
                problems.push(Problem::new("people", What::Number { min: 0, max: EXPECTED_MAX }));
                None
            }
        },
    };
    let mut villages: Vec<String> = typed.villages.iter().filter(|v| !v.is_empty()).cloned().collect();
    villages.sort();
    villages.dedup();
    if problems.is_empty() { Ok(Site { place, on_day, at_time, villages, people }) } else { Err(problems) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_a_place_and_its_villages_each_once() {
        let typed = TypedSite {
            place: "Nhà văn hóa thôn Hạ".into(),
            at_time: "14 giờ".into(),
            villages: vec!["b".into(), "a".into(), "b".into()],
            ..TypedSite::default()
        };
        let got = site(&typed).unwrap();
        assert_eq!((got.at_time.as_str(), got.villages.as_slice()), ("14:00", &["a".to_owned(), "b".to_owned()][..]));
        let wrong = TypedSite { place: String::new(), on_day: "31/11/2026".into(), people: "đông".into(), ..typed };
        assert_eq!(site(&wrong).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["place", "on_day", "people"]);
    }
}
