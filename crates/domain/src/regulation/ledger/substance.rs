//! Chỉ số thực chất: what the rows say about the substance of dialogues (S3.3, S4.17). Each indicator has its definition,
//! its base and its own sign; they are never added up to one number.

use jiff::{ToSpan as _, civil::Date};

use super::facts::DialogueFact;

const BUILTIN: &str = include_str!("../../../../../data/signs.toml");

crate::words! {
    /// What is looked at.
    Indicator {
        /// số ý kiến của Nhân dân ở mỗi cuộc
        Opinions = "opinions",
        /// tỷ lệ ý kiến đã được trả lời
        Answered = "answered",
        /// tỷ lệ ý kiến về việc đã nêu ở cuộc trước
        Repeated = "repeated",
        /// tỷ lệ thời gian Nhân dân phát biểu, nơi có đo
        PeopleSpeech = "people_speech",
    }
}

/// A number with its base: `part` of `of`. For the opinions of dialogues `of` is how many dialogues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// How many.
    pub part: u32,
    /// Of how many.
    pub of: u32,
}

impl Measure {
    fn plus(self, other: Self) -> Self {
        Self { part: self.part.saturating_add(other.part), of: self.of.saturating_add(other.of) }
    }

    /// Whole per cents, rounded down; none without a base.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        let percent = u64::from(self.part) * 100 / u64::from(if self.of == 0 { return None } else { self.of });
        u32::try_from(percent).ok()
    }
}

/// From where on an indicator of one dialogue is a sign to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Below this it is one.
    pub least: Option<u32>,
    /// Above this it is one.
    pub most: Option<u32>,
    /// With a smaller base nothing is said.
    pub base_least: u32,
    /// So many days after the dialogue at the earliest.
    pub after_days: u32,
}

impl Sign {
    /// Is this measure to be checked? A share is compared as it is, not as it is rounded; below its least base nothing is.
    fn is_shown_by(self, indicator: Indicator, m: Measure) -> bool {
        if m.of == 0 || m.of < self.base_least {
            return false;
        }
        let (part, of) = if indicator == Indicator::Opinions { (u64::from(m.part), 1) } else { (u64::from(m.part) * 100, u64::from(m.of)) };
        self.least.is_some_and(|least| part < u64::from(least) * of) || self.most.is_some_and(|most| part > u64::from(most) * of)
    }
}

/// The signs, as data with their source.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// Who says so.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    opinions: Sign,
    answered: Sign,
    repeated: Sign,
    people_speech: Sign,
}

impl Signs {
    /// Reads a file of signs.
    ///
    /// # Errors
    /// What is wrong in it, in TOML's words.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|e| e.to_string())
    }

    /// The signs that ship with the program.
    ///
    /// # Errors
    /// Never for a program that was tested.
    pub fn builtin() -> Result<Self, String> {
        Self::from_toml(BUILTIN)
    }

    /// The sign of an indicator.
    #[must_use]
    pub const fn of(&self, indicator: Indicator) -> Sign {
        match indicator {
            Indicator::Opinions => self.opinions,
            Indicator::Answered => self.answered,
            Indicator::Repeated => self.repeated,
            Indicator::PeopleSpeech => self.people_speech,
        }
    }
}

/// An indicator of one dialogue as the facts known on a day give it; none where it was not recorded. What people raised
/// counts once the minutes are signed.
#[must_use]
pub fn measure(d: &DialogueFact, indicator: Indicator, on: Date) -> Option<Measure> {
    d.held_on.filter(|h| *h <= on)?;
    if indicator == Indicator::PeopleSpeech {
        let speech = d.speech.filter(|s| s.on <= on)?;
        return Some(Measure { part: speech.people, of: speech.people.saturating_add(speech.chair) });
    }
    d.minutes_on.filter(|m| *m <= on)?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let all = count(d.raised.len());
    Some(match indicator {
        Indicator::Answered => Measure { part: count(d.raised.iter().filter(|r| r.answered_on.is_some_and(|a| a <= on)).count()), of: all },
        Indicator::Repeated => Measure { part: count(d.raised.iter().filter(|r| r.repeated).count()), of: all },
        _ => Measure { part: all, of: 1 },
    })
}

/// The sum of an indicator over dialogues, with how many of them have it.
#[must_use]
pub fn sum<'a>(dialogues: impl Iterator<Item = &'a DialogueFact>, indicator: Indicator, on: Date) -> (Measure, u32) {
    dialogues.filter_map(|d| measure(d, indicator, on)).fold((Measure::default(), 0), |(sum, n), m| (sum.plus(m), n + 1))
}

/// The first day on which an indicator of a dialogue is a sign, as the facts known on `on` give it.
#[must_use]
pub fn sign_since(d: &DialogueFact, indicator: Indicator, signs: &Signs, on: Date) -> Option<Date> {
    let sign = signs.of(indicator);
    measure(d, indicator, on).filter(|m| sign.is_shown_by(indicator, *m))?;
    let recorded = if indicator == Indicator::PeopleSpeech { d.speech.map(|s| s.on) } else { d.minutes_on };
    let patience = d.held_on?.saturating_add(i64::from(sign.after_days).days());
    Some(recorded?.max(patience)).filter(|since| *since <= on)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_are_the_systems_own_and_say_so() {
        let signs = Signs::builtin().unwrap();
        assert!(!signs.confirmed && !signs.citation.is_empty());
        assert!(Signs::from_toml("citation = \"x\"").is_err());
        for i in Indicator::ALL {
            assert!(signs.of(*i).least.is_some() != signs.of(*i).most.is_some(), "{i}");
        }
    }

    #[test]
    fn s4_17_a_share_is_compared_as_it_is_and_not_as_it_is_rounded() {
        let most = Sign { least: None, most: Some(50), base_least: 5, after_days: 0 };
        let least = Sign { least: Some(80), most: None, base_least: 5, after_days: 0 };
        for (part, of, over, under) in [
            (50, 100, false, true),
            (101, 200, true, true),
            (100, 199, true, true),
            (4, 4, false, false),
            (159, 200, true, true),
            (160, 200, true, false),
        ] {
            let m = Measure { part, of };
            assert_eq!(
                (most.is_shown_by(Indicator::Repeated, m), least.is_shown_by(Indicator::Answered, m)),
                (over, under),
                "{part} of {of}"
            );
        }
        let few = Sign { least: Some(5), most: None, base_least: 1, after_days: 0 };
        assert!(
            few.is_shown_by(Indicator::Opinions, Measure { part: 4, of: 1 })
                && !few.is_shown_by(Indicator::Opinions, Measure { part: 5, of: 1 })
        );
    }

    #[test]
    fn a_share_has_a_base_or_is_none() {
        assert_eq!(Measure { part: 2, of: 3 }.percent(), Some(66));
        assert_eq!(Measure { part: 0, of: 0 }.percent(), None);
    }
}
