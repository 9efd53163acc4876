//! What clashes before a dialogue is announced (S3.6): one head at two places on a day, one village invited twice within
//! a period that is data. Warnings with links, never a lock: the office decides.

use jiff::civil::Date;

/// Something that is planned for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Id.
    pub id: String,
    /// Its day.
    pub on_day: Date,
    /// `HH:MM`, or empty where none is set.
    pub at_time: String,
    /// Posts that chair it, or take part as hosts.
    pub heads: Vec<String>,
    /// Villages invited, by id.
    pub villages: Vec<String>,
}

/// Why two clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The same head on the same day; true where the times are the same, or one is not known.
    Head {
        /// The post.
        post: String,
        /// At the same time, as far as is known.
        same_time: bool,
    },
    /// The same village again after so many days.
    Village {
        /// The village.
        village: String,
        /// Days between the two.
        days: i64,
    },
}

/// A clash with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Id of the other.
    pub with: String,
    /// Why.
    pub why: Why,
}

/// What clashes with `one` among the others. `again_days`: a village is not invited twice within so many days; where the
/// number is not set only the same day is told.
#[must_use]
pub fn clashes(one: &Planned, others: &[Planned], again_days: Option<i64>) -> Vec<Clash> {
    let mut all = Vec::new();
    for other in others.iter().filter(|o| o.id != one.id) {
        let days = one.on_day.until(other.on_day).map_or(i64::MAX, |s| i64::from(s.get_days()).abs());
        if days == 0 {
            let same_time = one.at_time.is_empty() || other.at_time.is_empty() || one.at_time == other.at_time;
            for post in one.heads.iter().filter(|h| other.heads.contains(h)) {
                all.push(Clash { with: other.id.clone(), why: Why::Head { post: post.clone(), same_time } });
            }
        }
        if days <= again_days.unwrap_or(0) {
            for village in one.villages.iter().filter(|v| other.villages.contains(v)) {
                all.push(Clash { with: other.id.clone(), why: Why::Village { village: village.clone(), days } });
            }
        }
    }
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn planned(id: &str, day: Date, time: &str, heads: &[&str], villages: &[&str]) -> Planned {
        let all = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        Planned { id: id.into(), on_day: day, at_time: time.into(), heads: all(heads), villages: all(villages) }
    }

    #[test]
    fn s3_6_one_head_at_two_places_on_a_day_is_told() {
        let one = planned("1", date(2026, 12, 5), "07:30", &["bi-thu"], &[]);
        let others = [
            planned("2", date(2026, 12, 5), "07:30", &["bi-thu"], &[]),
            planned("3", date(2026, 12, 5), "14:00", &["bi-thu", "chu-tich"], &[]),
            planned("4", date(2026, 12, 6), "07:30", &["bi-thu"], &[]),
            planned("5", date(2026, 12, 5), "07:30", &["chu-tich"], &[]),
        ];
        let got = clashes(&one, &others, None);
        let head = |same_time| Why::Head { post: "bi-thu".into(), same_time };
        assert_eq!(got, [Clash { with: "2".into(), why: head(true) }, Clash { with: "3".into(), why: head(false) }]);
    }

    #[test]
    fn s3_6_a_village_invited_twice_within_the_period_that_is_data() {
        let one = planned("1", date(2026, 12, 5), "", &[], &["ben-go"]);
        let others = [planned("2", date(2026, 11, 20), "", &[], &["ben-go"]), planned("3", date(2026, 9, 1), "", &[], &["ben-go"])];
        assert!(clashes(&one, &others, None).is_empty(), "no period is invented");
        let got = clashes(&one, &others, Some(30));
        assert_eq!(got, [Clash { with: "2".into(), why: Why::Village { village: "ben-go".into(), days: 15 } }]);
        assert_eq!(clashes(&one, &others, Some(15)), got, "the last day of the period is in it");
        assert!(clashes(&one, &others, Some(14)).is_empty());
    }

    proptest! {
        #[test]
        fn s3_6_a_clash_is_seen_from_both_sides(a in 0..40_i8, b in 0..40_i8, days in 0..30_i64) {
            let day = |n: i8| date(2026, 1, 1).checked_add(jiff::Span::new().days(i64::from(n))).unwrap();
            let one = planned("1", day(a), "", &["h"], &["v"]);
            let two = planned("2", day(b), "08:00", &["h"], &["v"]);
            let there = clashes(&one, std::slice::from_ref(&two), Some(days));
            let back = clashes(&two, std::slice::from_ref(&one), Some(days));
            prop_assert_eq!(there.iter().map(|c| &c.why).collect::<Vec<_>>(), back.iter().map(|c| &c.why).collect::<Vec<_>>());
            prop_assert!(clashes(&one, std::slice::from_ref(&one), Some(days)).is_empty());
        }
    }
}
