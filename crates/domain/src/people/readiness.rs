//! Còn thiếu gì trước cuộc đối thoại đầu tiên: what an office that was set up still lacks, in the order in which it is
//! mended. Without what is needed no dialogue comes about; the rest makes it right.

use crate::unit::Level;

crate::words! {
    /// Something that an office still lacks.
    Lack {
        /// Nobody prepares: no account of the secretariat
        Secretary = "secretary",
        /// Nobody approves and signs: no account of a head
        Head = "head",
        /// No village: nobody's origin, no proof of posting
        Villages = "villages",
        /// Nobody co-chairs the statutory dialogue for the HĐND's Standing Committee
        Council = "council",
        /// Head posts without a holder
        Vacant = "vacant",
        /// One-time passwords that nobody has changed yet
        OneTime = "one_time",
        /// No document of the unit or of the province is registered
        Rules = "rules",
        /// Bodies that no paper confirms
        Unconfirmed = "unconfirmed",
        /// The days off of this year or the next are not confirmed
        Calendar = "calendar",
    }
}

impl Lack {
    /// True where no dialogue comes about without it.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Secretary | Self::Head | Self::Villages)
    }
}

/// How far an office has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Level of its unit.
    pub level: Level,
    /// Accounts of the secretariat that may sign in.
    pub secretaries: i64,
    /// Accounts of heads that may sign in.
    pub heads: i64,
    /// Villages in force.
    pub villages: i64,
    /// Holders of the HĐND's Standing Committee.
    pub councils: i64,
    /// Posts without a holder today.
    pub vacant: i64,
    /// Accounts with a one-time password.
    pub one_time: i64,
    /// Documents of the unit and of those above it.
    pub rules: i64,
    /// Bodies that are not confirmed.
    pub unconfirmed: i64,
    /// The days off of this year and the next are confirmed.
    pub calendar: bool,
}

/// Everything that is lacking, what is needed first.
#[must_use]
pub fn lacks(r: &Ready) -> Vec<Lack> {
    let commune = r.level == Level::Commune;
    let lacking = |lack: &Lack| match lack {
        Lack::Secretary => r.secretaries == 0,
        Lack::Head => r.heads == 0,
        Lack::Villages => commune && r.villages == 0,
        Lack::Council => commune && r.councils == 0,
        Lack::Vacant => r.vacant > 0,
        Lack::OneTime => r.one_time > 0,
        Lack::Rules => r.rules == 0,
        Lack::Unconfirmed => r.unconfirmed > 0,
        Lack::Calendar => !r.calendar,
    };
    Lack::ALL.iter().copied().filter(lacking).collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn whole() -> Ready {
        Ready {
            level: Level::Commune,
            secretaries: 1,
            heads: 1,
            villages: 6,
            councils: 1,
            vacant: 0,
            one_time: 0,
            rules: 1,
            unconfirmed: 0,
            calendar: true,
        }
    }

    #[test]
    fn an_office_that_lacks_nothing_is_ready_and_each_lack_is_named_alone() {
        assert_eq!(lacks(&whole()), []);
        let cases = [
            (Ready { secretaries: 0, ..whole() }, Lack::Secretary),
            (Ready { heads: 0, ..whole() }, Lack::Head),
            (Ready { villages: 0, ..whole() }, Lack::Villages),
            (Ready { councils: 0, ..whole() }, Lack::Council),
            (Ready { vacant: 2, ..whole() }, Lack::Vacant),
            (Ready { one_time: 1, ..whole() }, Lack::OneTime),
            (Ready { rules: 0, ..whole() }, Lack::Rules),
            (Ready { unconfirmed: 3, ..whole() }, Lack::Unconfirmed),
            (Ready { calendar: false, ..whole() }, Lack::Calendar),
        ];
        for (ready, lack) in cases {
            assert_eq!(lacks(&ready), [lack]);
        }
    }

    #[test]
    fn a_province_needs_no_village_and_no_council_and_what_is_needed_comes_first() {
        let province = Ready { level: Level::Province, villages: 0, councils: 0, ..whole() };
        assert_eq!(lacks(&province), []);
        let bare = Ready {
            secretaries: 0,
            heads: 0,
            villages: 0,
            councils: 0,
            vacant: 4,
            one_time: 1,
            rules: 0,
            unconfirmed: 3,
            calendar: false,
            ..whole()
        };
        let all = lacks(&bare);
        assert_eq!(all.len(), Lack::ALL.len());
        assert!(all.windows(2).all(|two| two[0].is_needed() || !two[1].is_needed()), "{all:?}");
    }
}
