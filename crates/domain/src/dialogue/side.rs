//! What stands beside the dialogue and is never counted as one: voter meetings, receptions, seminars (S1.13, S4.7).

use super::contents::{NOTE_MAX, TITLE_MAX};
use crate::{
    opinion::submission::text,
    problem::{Problem, What},
    text::{date, fold},
};
use jiff::civil::Date;

crate::words! {
    /// Cuộc họp khác: recorded on a page of its own, with no place in any total of dialogues.
    SideKind {
        /// tiếp xúc cử tri: deputies of the National Assembly or HĐND meet voters
        VoterMeeting = "voter_meeting",
        /// tiếp công dân: a body's fixed duty
        Reception = "reception",
        /// tọa đàm
        Seminar = "seminar",
        /// họp khác
        Other = "other",
    }
}

crate::words! {
    /// How exact a published number is: "trên 10" stays a bound (product rule 6).
    Bound {
        /// đúng
        Exactly = "exactly",
        /// trên, hơn
        Over = "over",
        /// gần
        Nearly = "nearly",
        /// khoảng
        About = "about",
    }
}

/// A number as it was told: exact, or a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// How exact.
    pub bound: Bound,
    /// The number.
    pub n: i64,
}

impl Told {
    /// Reads "124", "trên 10", "hơn 1.100", "gần 70", "khoảng 300", "> 11.000".
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let key = fold(typed);
        let key = key.trim();
        let bounds = [
            ("tren ", Bound::Over),
            ("hon ", Bound::Over),
            ("over ", Bound::Over),
            ("gan ", Bound::Nearly),
            ("nearly ", Bound::Nearly),
            ("khoang ", Bound::About),
            ("about ", Bound::About),
        ];
        let (bound, rest) = match typed.trim().strip_prefix('>') {
            Some(rest) => (Bound::Over, rest),
            None => bounds.iter().find_map(|(w, b)| key.strip_prefix(w).map(|rest| (*b, rest))).unwrap_or((Bound::Exactly, typed.trim())),
        };
        let digits = rest.trim().replace(['.', ' '], "");
        let n = digits.parse().ok().filter(|n| (0..=10_000_000).contains(n))?;
        Some(Self { bound, n })
    }

    /// As a book writes it; [`Told::parse`] reads it back.
    #[must_use]
    pub fn text(self) -> String {
        let word = match self.bound {
            Bound::Exactly => "",
            Bound::Over => "trên ",
            Bound::Nearly => "gần ",
            Bound::About => "khoảng ",
        };
        format!("{word}{}", self.n)
    }
}

/// The other kind that a title names, where it names one. "Tiếp xúc cử tri" is never a dialogue, whatever stands beside
/// it (S4.7); a reception or a seminar is none where the title does not speak of a dialogue.
#[must_use]
pub fn named_in(title: &str) -> Option<SideKind> {
    let key = format!(" {} ", fold(title));
    let has = |w: &str| key.contains(&format!(" {w} "));
    if has("tiep xuc cu tri") || has("txct") || has("tiep xuc voi cu tri") {
        return Some(SideKind::VoterMeeting);
    }
    if has("doi thoai") || has("txdt") {
        return None;
    }
    if has("tiep cong dan") || has("tiep dan") {
        return Some(SideKind::Reception);
    }
    (has("toa dam") || has("hoi thao")).then_some(SideKind::Seminar)
}

/// What was typed of a meeting beside.
#[derive(Clone, Debug, Default)]
pub struct TypedSide {
    /// Code word of the kind.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Day, day first.
    pub on_day: String,
    /// Place.
    pub place: String,
    /// Who met the people: deputies, a body.
    pub host: String,
    /// People who came: exact or a bound.
    pub people: String,
    /// Speeches: exact or a bound.
    pub speeches: String,
    /// What it was about.
    pub note: String,
}

/// A meeting beside the dialogues that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Kind.
    pub kind: SideKind,
    /// Title.
    pub title: String,
    /// Day.
    pub on_day: Date,
    /// Place, or empty.
    pub place: String,
    /// Who met the people.
    pub host: String,
    /// People who came.
    pub people: Option<Told>,
    /// Speeches.
    pub speeches: Option<Told>,
    /// What it was about, or empty.
    pub note: String,
}

/// Reads a meeting beside the dialogues.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn side(typed: &TypedSide) -> Result<Side, Vec<Problem>> {
    let mut problems = Vec::new();
    let kind = typed.kind.parse().map_err(|_| problems.push(Problem::new("kind", What::NotAChoice))).ok();
    let title = text(&typed.title, "title", TITLE_MAX, true, &mut problems);
    let place = text(&typed.place, "place", TITLE_MAX, false, &mut problems);
    let host = text(&typed.host, "host", TITLE_MAX, true, &mut problems);
    let note = text(&typed.note, "note", NOTE_MAX, false, &mut problems);
    let people = told(&typed.people, "people", &mut problems);
    let speeches = told(&typed.speeches, "speeches", &mut problems);
    let on_day = if typed.on_day.trim().is_empty() {
        problems.push(Problem::new("on_day", What::Empty));
        None
    } else {
        date::parse(&typed.on_day).map_err(|e| problems.push(Problem::new("on_day", What::Day(e)))).ok()
    };
    match (kind, on_day) {
        (Some(kind), Some(on_day)) if problems.is_empty() => Ok(Side { kind, title, on_day, place, host, people, speeches, note }),
        _ => Err(problems),
    }
}

/// A number or a bound; empty is none.
pub fn told(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Told> {
    if typed.trim().is_empty() {
        return None;
    }
    let got = Told::parse(typed);
    if got.is_none() {
        problems.push(Problem::new(field, What::Number { min: 0, max: 10_000_000 }));
    }
    got
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_13_an_approximate_number_stays_a_bound() {
        for (typed, bound, n) in [
            ("124", Bound::Exactly, 124),
            ("trên 10", Bound::Over, 10),
            ("Hơn 1.100", Bound::Over, 1_100),
            ("gần 70", Bound::Nearly, 70),
            ("khoảng 300", Bound::About, 300),
            (">11.000", Bound::Over, 11_000),
        ] {
            assert_eq!(Told::parse(typed), Some(Told { bound, n }), "{typed}");
        }
        for typed in ["nhiều", "trên", "-3", "10 lượt"] {
            assert_eq!(Told::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn s4_7_a_title_that_names_a_voter_meeting_is_no_dialogue() {
        for title in ["Hội nghị tiếp xúc cử tri trước kỳ họp thứ 5", "TIẾP XÚC CỬ TRI", "Đối thoại, tiếp xúc cử tri xã", "TXCT chuyên đề"]
        {
            assert_eq!(named_in(title), Some(SideKind::VoterMeeting), "{title}");
        }
        assert_eq!(named_in("Tiếp công dân định kỳ tháng 6"), Some(SideKind::Reception));
        assert_eq!(named_in("Tọa đàm về tiếp xúc nhân dân"), Some(SideKind::Seminar));
        for title in
            ["Tiếp xúc, đối thoại với Nhân dân", "Đối thoại, tọa đàm với doanh nghiệp", "Đối thoại sau tiếp công dân", "Cử tri hỏi"]
        {
            assert_eq!(named_in(title), None, "{title}");
        }
    }
}
