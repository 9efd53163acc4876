//! Whom a dialogue is for, what it is about, and where it stands beside its unit (S0.7, S1.5, S2.4, S2.5, S4.16, P9).

use jiff::civil::Date;

use super::state::{Basis, Form};
use crate::{
    opinion::{kind::Field, submission::text},
    problem::{MissingPart, Problem, What},
    text::date,
};

/// Characters of an area and of a link at most.
const LINE_MAX: usize = 300;

crate::words! {
    /// Đối tượng: whom a dialogue is for, by area, sector or group (S0.7).
    Audience {
        /// Nhân dân theo địa bàn thôn, tổ dân phố
        Residents = "residents",
        /// doanh nghiệp, hợp tác xã, hộ kinh doanh (S2.4)
        Enterprises = "enterprises",
        /// người lao động trong khu, cụm công nghiệp (S2.5)
        Workers = "workers",
        /// nông dân
        Farmers = "farmers",
        /// phụ nữ
        Women = "women",
        /// thanh niên
        Youth = "youth",
        /// cựu chiến binh, người có công
        Veterans = "veterans",
        /// người cao tuổi
        Elderly = "elderly",
        /// giáo viên, phụ huynh, học sinh
        Schools = "schools",
        /// cán bộ, công chức, viên chức, đảng viên
        Officials = "officials",
        /// đối tượng khác
        Other = "other",
    }
}

crate::words! {
    /// What stopped a dialogue on its way (S3.10).
    Stop {
        /// hoãn: it will be held on another day
        Postponed = "postponed",
        /// hủy: it will not be held
        Cancelled = "cancelled",
    }
}

/// What was typed of a scope.
#[derive(Clone, Debug, Default)]
pub struct TypedScope {
    /// Code words of the audiences.
    pub audiences: Vec<String>,
    /// Code words of the fields.
    pub fields: Vec<String>,
    /// The place or group that is no commune: an industrial cluster, a market.
    pub area: String,
    /// `yes` for a pilot.
    pub pilot: String,
    /// What the pilot reaches: which units, which people.
    pub pilot_reach: String,
    /// From which day it is tried.
    pub pilot_from: String,
    /// Until which day.
    pub pilot_to: String,
    /// By which paper.
    pub pilot_paper: String,
    /// Link or channel by which people join online.
    pub join_link: String,
    /// Id of the unit in which it is held, where it is another than the one that holds it.
    pub held_at: String,
    /// Id of the post of the HĐND's Standing Committee that co-chairs.
    pub council_post: String,
    /// `yes` where the Party committee is invited.
    pub party_invited: String,
}

/// The scope of a dialogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Whom it is for, each once.
    pub audiences: Vec<Audience>,
    /// What it is about, each once.
    pub fields: Vec<Field>,
    /// The place or group that is no commune, or empty.
    pub area: String,
    /// Thí điểm: shown apart (S1.5).
    pub pilot: bool,
    /// What the pilot reaches, from when to when, by which paper; nothing of it where it is none.
    pub trial: Trial,
    /// Link or channel to join, or empty.
    pub join_link: String,
    /// Id of the unit in which it is held, where a superior head comes to it; empty otherwise (S4.16).
    pub held_at_unit: String,
    /// The post of the HĐND's Standing Committee that co-chairs the statutory dialogue, or empty (P9).
    pub council_post: String,
    /// The Party committee is invited (Đ.43).
    pub party_invited: bool,
}

/// What a pilot tries (S1.5): it is one where a paper says so, for some units or people, for some time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Which units, which people.
    pub reach: String,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Number, symbol and day of the paper.
    pub paper: String,
}

/// Reads what a pilot tries; of a dialogue that is none nothing is kept.
fn trial(typed: &TypedScope, problems: &mut Vec<Problem>) -> Trial {
    if typed.pilot != "yes" {
        return Trial::default();
    }
    let from = day(&typed.pilot_from, "pilot_from", problems);
    let to = day(&typed.pilot_to, "pilot_to", problems);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        problems.push(Problem::new("pilot_to", What::DayOutOfOrder));
    }
    Trial {
        reach: text(&typed.pilot_reach, "pilot_reach", LINE_MAX, false, problems),
        from,
        to,
        paper: text(&typed.pilot_paper, "pilot_paper", LINE_MAX, false, problems),
    }
}

fn day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    if typed.trim().is_empty() {
        return None;
    }
    date::parse(typed).map_err(|e| problems.push(Problem::new(field, What::Day(e)))).ok()
}

/// Reads a scope. Whether the unit and the post are there, the verb finds out.
pub fn scope(typed: &TypedScope, problems: &mut Vec<Problem>) -> Scope {
    Scope {
        audiences: chosen(&typed.audiences, "audiences", problems),
        fields: chosen(&typed.fields, "fields", problems),
        area: text(&typed.area, "area", LINE_MAX, false, problems),
        pilot: typed.pilot == "yes",
        trial: trial(typed, problems),
        join_link: text(&typed.join_link, "join_link", LINE_MAX, false, problems),
        held_at_unit: text(&typed.held_at, "held_at", 40, false, problems),
        council_post: text(&typed.council_post, "council_post", 80, false, problems),
        party_invited: typed.party_invited == "yes",
    }
}

/// The chosen words of a vocabulary, each once; empty choices are left out.
pub fn chosen<T: std::str::FromStr + PartialEq>(typed: &[String], field: &'static str, problems: &mut Vec<Problem>) -> Vec<T> {
    let mut all = Vec::new();
    for word in typed.iter().filter(|w| !w.is_empty()) {
        match word.parse::<T>() {
            Ok(w) if all.contains(&w) => {}
            Ok(w) => all.push(w),
            Err(_) => problems.push(Problem::new(field, What::NotAChoice)),
        }
    }
    all
}

/// What the scope still lacks before people are told: the way to join online; for the statutory dialogue the co-chair of
/// the HĐND's Standing Committee and the invitation of the Party committee (Đ.43); for a pilot what it reaches and by
/// which paper.
#[must_use]
pub fn missing(basis: Basis, form: Form, scope: &Scope) -> Vec<MissingPart> {
    let statutory = matches!(basis, Basis::Statutory | Basis::Both);
    let lacks = [
        ("join_link", form != Form::InPerson && scope.join_link.is_empty()),
        ("council", statutory && scope.council_post.is_empty()),
        ("party_invited", statutory && !scope.party_invited),
        ("pilot_reach", scope.pilot && scope.trial.reach.is_empty()),
        ("pilot_paper", scope.pilot && scope.trial.paper.is_empty()),
    ];
    lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(part, _)| MissingPart::Announcement(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(parts: &[MissingPart]) -> Vec<&'static str> {
        parts.iter().map(|p| if let MissingPart::Announcement(w) = p { *w } else { "" }).collect()
    }

    #[test]
    fn p9_the_statutory_dialogue_needs_the_councils_co_chair_and_invites_the_party() {
        let bare = Scope::default();
        for basis in [Basis::Statutory, Basis::Both] {
            assert_eq!(words(&missing(basis, Form::InPerson, &bare)), ["council", "party_invited"], "{basis}");
        }
        assert!(missing(Basis::Party, Form::InPerson, &bare).is_empty(), "the Party's own dialogue asks neither");
        let whole = Scope { council_post: "p".into(), party_invited: true, ..bare };
        assert!(missing(Basis::Statutory, Form::InPerson, &whole).is_empty());
    }

    #[test]
    fn s1_5_a_pilot_says_what_it_reaches_from_when_to_when_and_by_which_paper() {
        let typed = TypedScope {
            pilot: "yes".into(),
            pilot_reach: "Hai xã An Hạ, An Thượng; doanh nghiệp".into(),
            pilot_from: "01/3/2026".into(),
            pilot_to: "28/02/2026".into(),
            pilot_paper: "12-TB/TU ngày 10/02/2026".into(),
            ..TypedScope::default()
        };
        let mut problems = Vec::new();
        scope(&typed, &mut problems);
        assert_eq!(problems, [Problem::new("pilot_to", What::DayOutOfOrder)]);
        problems.clear();
        let whole = scope(&TypedScope { pilot_to: "01/3/2026".into(), ..typed.clone() }, &mut problems);
        assert_eq!((problems.as_slice(), whole.trial.from, whole.trial.to), (&[][..], whole.trial.to, whole.trial.from));
        assert!(missing(Basis::Party, Form::InPerson, &whole).is_empty());
        // Without its paper it is not announced as a pilot; what is no pilot keeps none of it.
        let bare = scope(&TypedScope { pilot: "yes".into(), ..TypedScope::default() }, &mut problems);
        assert_eq!(words(&missing(Basis::Party, Form::InPerson, &bare)), ["pilot_reach", "pilot_paper"]);
        assert_eq!(scope(&TypedScope { pilot: String::new(), ..typed }, &mut problems).trial, Trial::default());
    }

    #[test]
    fn online_and_hybrid_need_a_way_to_join() {
        for form in [Form::Online, Form::Hybrid] {
            assert_eq!(words(&missing(Basis::Party, form, &Scope::default())), ["join_link"]);
            let with = Scope { join_link: "Kênh truyền thanh xã".into(), ..Scope::default() };
            assert!(missing(Basis::Party, form, &with).is_empty());
        }
    }

    #[test]
    fn s0_7_audiences_and_fields_are_words_of_a_vocabulary_each_once() {
        let mut problems = Vec::new();
        let typed = TypedScope {
            audiences: vec!["workers".into(), "workers".into(), String::new()],
            fields: vec!["land".into(), "moon".into()],
            ..TypedScope::default()
        };
        let got = scope(&typed, &mut problems);
        assert_eq!((got.audiences, got.fields), (vec![Audience::Workers], vec![Field::Land]));
        assert_eq!(problems, [Problem::new("fields", What::NotAChoice)]);
    }
}
