//! Minh chứng công bố: one dated proof that a matter is public in one way, in one place (L3).

use jiff::civil::Date;

use crate::{
    opinion::submission::text,
    problem::{Problem, What},
    text::date,
};

crate::words! {
    /// The way by which something is made public; each is a proof of its own.
    ProofWay {
        /// Phương tiện thông tin đại chúng: loa truyền thanh, trang thông tin điện tử, báo, đài
        Media = "media",
        /// Niêm yết tại trụ sở UBND
        Posted = "posted",
        /// Gửi trưởng thôn, tổ trưởng; niêm yết ở thôn: one proof for each village
        Village = "village",
    }
}

impl ProofWay {
    /// What is posted has a beginning and an end, and a paper for each (biên bản niêm yết, biên bản kết thúc niêm yết).
    #[must_use]
    pub const fn is_posted(self) -> bool {
        matches!(self, Self::Posted | Self::Village)
    }
}

/// Characters of a place, a name, a paper at most.
pub const LINE_MAX: usize = 300;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedProof {
    /// First day, day first.
    pub from_on: String,
    /// Last day that is intended, day first, or empty.
    pub to_on: String,
    /// Where: which medium, which board.
    pub place: String,
    /// Who did it: post or body.
    pub who: String,
    /// Number and symbol of the paper, or empty.
    pub paper: String,
}

/// A proof as it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofForm {
    /// First day.
    pub from_on: Date,
    /// Last day that is intended.
    pub to_on: Option<Date>,
    /// Where.
    pub place: String,
    /// Who.
    pub who: String,
    /// Paper.
    pub paper: String,
}

/// Reads a proof that an office gives: dated, with who, where, and a paper or a file.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn proof(typed: &TypedProof, way: ProofWay, files: usize, today: Date) -> Result<ProofForm, Vec<Problem>> {
    let mut problems = Vec::new();
    let from_on = day(&typed.from_on, "from_on", &mut problems);
    if typed.from_on.trim().is_empty() {
        problems.push(Problem::new("from_on", What::Empty));
    }
    if from_on.is_some_and(|d| d > today) {
        problems.push(Problem::new("from_on", What::DayOutOfOrder));
    }
    let to_on = day(&typed.to_on, "to_on", &mut problems).filter(|_| way.is_posted());
    if let (Some(from), Some(to)) = (from_on, to_on)
        && to < from
    {
        problems.push(Problem::new("to_on", What::DayOutOfOrder));
    }
    let place = text(&typed.place, "place", LINE_MAX, true, &mut problems);
    let who = text(&typed.who, "who", LINE_MAX, true, &mut problems);
    let paper = text(&typed.paper, "paper", LINE_MAX, files == 0, &mut problems);
    match from_on {
        Some(from_on) if problems.is_empty() => Ok(ProofForm { from_on, to_on, place, who, paper }),
        _ => Err(problems),
    }
}

/// The day on which a posting ended: not before it began, not in the future.
///
/// # Errors
/// What is wrong with the day.
pub fn ended(typed: &str, from_on: Date, today: Date) -> Result<Date, Vec<Problem>> {
    let mut problems = Vec::new();
    let on = day(typed, "ended_on", &mut problems);
    match on {
        Some(on) if on >= from_on && on <= today => Ok(on),
        Some(_) => Err(vec![Problem::new("ended_on", What::DayOutOfOrder)]),
        None if problems.is_empty() => Err(vec![Problem::new("ended_on", What::Empty)]),
        None => Err(problems),
    }
}

fn day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    match typed.trim() {
        "" => None,
        typed => date::parse(typed).map_err(|e| problems.push(Problem::new(field, What::Day(e)))).ok(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date as civil;

    use super::*;

    fn typed() -> TypedProof {
        TypedProof {
            from_on: "07/12/2026".into(),
            to_on: "28/12/2026".into(),
            place: "Bảng tin trụ sở UBND xã".into(),
            who: "Văn phòng HĐND và UBND xã".into(),
            paper: "12/TB-UBND".into(),
        }
    }

    #[test]
    fn l3_a_proof_is_dated_and_names_who_and_where_and_a_paper_or_a_file() {
        let today = civil(2026, 12, 8);
        let whole = proof(&typed(), ProofWay::Posted, 0, today).unwrap();
        assert_eq!((whole.from_on, whole.to_on), (civil(2026, 12, 7), Some(civil(2026, 12, 28))));
        let nothing = proof(&TypedProof::default(), ProofWay::Media, 0, today).unwrap_err();
        let fields: Vec<_> = nothing.iter().map(|p| p.field).collect();
        assert_eq!(fields, ["from_on", "place", "who", "paper"]);
        let photo = TypedProof { paper: String::new(), ..typed() };
        assert!(proof(&photo, ProofWay::Village, 1, today).is_ok(), "a photo stands for the paper");
    }

    #[test]
    fn l3_nothing_is_proved_for_a_day_to_come_and_nothing_ends_before_it_began() {
        let today = civil(2026, 12, 8);
        let ahead = TypedProof { from_on: "09/12/2026".into(), ..typed() };
        assert_eq!(proof(&ahead, ProofWay::Posted, 0, today).unwrap_err(), [Problem::new("from_on", What::DayOutOfOrder)]);
        let back = TypedProof { to_on: "06/12/2026".into(), ..typed() };
        assert_eq!(proof(&back, ProofWay::Posted, 0, today).unwrap_err(), [Problem::new("to_on", What::DayOutOfOrder)]);
        assert!(ended("07/12/2026", civil(2026, 12, 7), today).is_ok());
        assert!(ended("06/12/2026", civil(2026, 12, 7), today).is_err() && ended("09/12/2026", civil(2026, 12, 7), today).is_err());
    }
}
