//! What is typed at the minute desk, read field by field. Minutes grow bit by bit: only what cannot be kept is refused.

use jiff::civil::Date;

use super::{
    minutes::{Attended, Presided, time},
    state::PresidingMode,
};
use crate::{
    opinion::{
        kind::OpinionKind,
        secrecy,
        submission::{BODY_MAX, LINE_MAX, PersonDetails, phone, text},
    },
    problem::{Problem, What},
    text::date,
};

/// People of one group at most: more than any hall holds.
pub const PEOPLE_MAX: i64 = 100_000;

/// The head of minutes, as typed or as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// HH:MM, or empty.
    pub opened: String,
    /// HH:MM, or empty.
    pub closed: String,
    /// Who writes them.
    pub secretary: String,
    /// The bodies present.
    pub bodies_present: String,
    /// The chair's conclusion.
    pub conclusion: String,
}

/// Reads the head of minutes.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn head(typed: &Head) -> Result<Head, Vec<Problem>> {
    let mut problems = Vec::new();
    let head = Head {
        opened: time_of_day(&typed.opened, "opened", &mut problems),
        closed: time_of_day(&typed.closed, "closed", &mut problems),
        secretary: text(&typed.secretary, "secretary", LINE_MAX, false, &mut problems),
        bodies_present: text(&typed.bodies_present, "bodies_present", BODY_MAX, false, &mut problems),
        conclusion: free_text(&typed.conclusion, "conclusion", false, &mut problems),
    };
    if problems.is_empty() { Ok(head) } else { Err(problems) }
}

/// Reads who presided for one post: the papers of a delegation are asked at once (S3.1). A post with no choice is left out.
///
/// # Errors
/// Every wrong part, by the name of the post.
pub fn presided(mode: &str, typed: &Presided) -> Result<Option<Presided>, Vec<Problem>> {
    if mode.is_empty() {
        return Ok(None);
    }
    let mut problems = Vec::new();
    let mode: Option<PresidingMode> = mode.parse().map_err(|_| problems.push(Problem::new("presiding", What::NotAChoice))).ok();
    let mut line = |typed: &str| text(typed, "presiding", LINE_MAX, false, &mut problems);
    let p = Presided {
        post: typed.post.clone(),
        mode,
        person: line(&typed.person),
        deputy: line(&typed.deputy),
        paper: line(&typed.paper),
        reason: line(&typed.reason),
        ground: typed.ground,
    };
    if mode.is_some() {
        problems.extend(p.missing().map(|part| Problem::new("presiding", What::Missing(part))));
    }
    if problems.is_empty() { Ok(Some(p)) } else { Err(problems) }
}

/// Reads the groups of those invited and present (label, invited, present); a line without a label is left out.
///
/// # Errors
/// Every wrong number.
pub fn attended(typed: &[(String, String, String)]) -> Result<Vec<Attended>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut groups = Vec::new();
    for (label, invited, present) in typed {
        let label = text(label, "attendance", LINE_MAX, false, &mut problems);
        let mut number = |typed: &str| match typed.trim() {
            "" => 0,
            digits => digits.parse().ok().filter(|n| (0..=PEOPLE_MAX).contains(n)).unwrap_or_else(|| {
                problems.push(Problem::new("attendance", What::Number { min: 0, max: PEOPLE_MAX }));
                0
            }),
        };
        let (invited, present) = (number(invited), number(present));
        if !label.is_empty() && (invited > 0 || present > 0) {
            groups.push(Attended { label, invited, present });
        }
    }
    if problems.is_empty() { Ok(groups) } else { Err(problems) }
}

/// An entry as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedEntry {
    /// Who spoke, as it may be shown; may be empty where the village says it.
    pub speaker: String,
    /// Id of the village, or empty.
    pub village: String,
    /// What was said.
    pub said: String,
    /// The answer.
    pub answer: String,
    /// The post or body that answered.
    pub answered_by: String,
    /// The promised day, day first.
    pub promised: String,
    /// `` | `new` | public id of an item.
    pub link: String,
    /// Kind of the new opinion.
    pub kind: String,
    /// Name of who spoke, for the new opinion: kept apart.
    pub full_name: String,
    /// Phone of who spoke.
    pub phone: String,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Nothing that has a thread.
    None,
    /// An opinion born in the hall, of that kind, by that person.
    New(OpinionKind, PersonDetails),
    /// The item of that public id.
    Item(String),
}

/// An entry that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryForm {
    /// Who spoke; empty: a person of the village.
    pub speaker: String,
    /// Village.
    pub village_id: Option<String>,
    /// What was said, NFC.
    pub said: String,
    /// The answer.
    pub answer: String,
    /// The post or body that answered.
    pub answered_by: String,
    /// The promised day.
    pub promised_on: Option<Date>,
    /// What it is about.
    pub link: Link,
}

/// Reads an entry. A promise lies on the day of the dialogue or after it.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn entry(typed: &TypedEntry, held_on: Date) -> Result<EntryForm, Vec<Problem>> {
    let mut problems = Vec::new();
    let village_id = Some(typed.village.trim().to_owned()).filter(|v| !v.is_empty());
    let speaker = text(&typed.speaker, "speaker", LINE_MAX, village_id.is_none(), &mut problems);
    let said = free_text(&typed.said, "said", true, &mut problems);
    let answer = free_text(&typed.answer, "answer", false, &mut problems);
    let answered_by = text(&typed.answered_by, "answered_by", LINE_MAX, !answer.is_empty(), &mut problems);
    let promised_on = match typed.promised.trim() {
        "" => None,
        day => match date::parse(day) {
            Ok(day) if day < held_on => {
                problems.push(Problem::new("promised", What::DayOutOfOrder));
                None
            }
            Ok(day) => Some(day),
            Err(e) => {
                problems.push(Problem::new("promised", What::Day(e)));
                None
            }
        },
    };
    let link = match typed.link.trim() {
        "" => Link::None,
        "new" => {
            let person = PersonDetails {
                full_name: text(&typed.full_name, "full_name", LINE_MAX, false, &mut problems),
                phone: phone(&typed.phone, &mut problems),
                ..PersonDetails::default()
            };
            match typed.kind.parse() {
                Ok(kind) => Link::New(kind, person),
                Err(_) => {
                    problems.push(Problem::new("kind", What::NotAChoice));
                    Link::None
                }
            }
        }
        item => Link::Item(item.to_owned()),
    };
    if problems.is_empty() { Ok(EntryForm { speaker, village_id, said, answer, answered_by, promised_on, link }) } else { Err(problems) }
}

/// A text of several lines that bears no secrecy mark (P18).
pub(super) fn free_text(typed: &str, field: &'static str, needed: bool, problems: &mut Vec<Problem>) -> String {
    let clean = text(typed, field, BODY_MAX, needed, problems);
    if secrecy::text_is_marked(&clean) {
        problems.push(Problem::new(field, What::StateSecret));
    }
    clean
}

fn time_of_day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> String {
    match typed.trim() {
        "" => String::new(),
        t => match time(t) {
            Some(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
            None => {
                problems.push(Problem::new(field, What::Time));
                String::new()
            }
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn typed() -> TypedEntry {
        TypedEntry { village: "v1".into(), said: "Mương tắc".into(), ..TypedEntry::default() }
    }

    #[test]
    fn s0_20_a_village_is_enough_to_say_who_spoke() {
        let e = entry(&typed(), day(2026, 12, 10)).unwrap();
        assert_eq!((e.speaker.as_str(), e.village_id.as_deref(), e.link), ("", Some("v1"), Link::None));
        let nobody = entry(&TypedEntry { village: String::new(), ..typed() }, day(2026, 12, 10)).unwrap_err();
        assert_eq!(nobody, [Problem::new("speaker", What::Empty)]);
    }

    #[test]
    fn an_answer_has_somebody_who_gave_it_and_a_promise_a_day_after() {
        let wrong = TypedEntry { answer: "Sẽ nạo vét".into(), promised: "09/12/2026".into(), ..typed() };
        let fields: Vec<_> = entry(&wrong, day(2026, 12, 10)).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["answered_by", "promised"]);
    }

    #[test]
    fn p18_no_marked_text_comes_into_the_minutes() {
        let marked = TypedEntry { said: "MẬT\nkế hoạch".into(), ..typed() };
        assert_eq!(entry(&marked, day(2026, 12, 10)).unwrap_err(), [Problem::new("said", What::StateSecret)]);
    }

    #[test]
    fn an_opinion_born_in_the_hall_has_a_kind() {
        let new = TypedEntry { link: "new".into(), ..typed() };
        assert_eq!(entry(&new, day(2026, 12, 10)).unwrap_err(), [Problem::new("kind", What::NotAChoice)]);
        let got = entry(&TypedEntry { kind: "petition".into(), ..new }, day(2026, 12, 10)).unwrap();
        assert!(matches!(got.link, Link::New(OpinionKind::Petition, _)));
    }

    #[test]
    fn times_are_written_one_way_and_numbers_are_bounded() {
        let got = head(&Head { opened: "7:30".into(), ..Head::default() }).unwrap();
        assert_eq!(got.opened, "07:30");
        assert_eq!(head(&Head { closed: "tám giờ".into(), ..Head::default() }).unwrap_err(), [Problem::new("closed", What::Time)]);
        let group = |n: &str| attended(&[("Nhân dân".into(), "150".into(), n.into())]);
        assert_eq!(group("146").unwrap(), [Attended { label: "Nhân dân".into(), invited: 150, present: 146 }]);
        assert!(group("-1").is_err() && group("nhiều").is_err());
        assert_eq!(attended(&[("Nhân dân".into(), String::new(), "0".into())]).unwrap(), []);
    }

    #[test]
    fn s3_1_a_delegation_without_paper_is_refused_at_once() {
        let p = Presided {
            post: "Chủ tịch".into(),
            mode: None,
            person: String::new(),
            deputy: "Phó Chủ tịch".into(),
            paper: String::new(),
            reason: "họp".into(),
            ground: None,
        };
        assert!(presided("delegated", &p).is_err());
        assert!(presided("delegated", &Presided { paper: "31/UQ-UBND".into(), ..p.clone() }).unwrap().is_some());
        assert_eq!(presided("", &p).unwrap(), None);
        assert!(presided("x", &p).is_err());
    }
}
