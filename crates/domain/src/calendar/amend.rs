//! A calendar with the entries of an installation laid over it.

use super::holidays::{Calendar, Day, Year};

impl Calendar {
    /// The same calendar with these years and days in place of its own of the same year and day. A swap whose
    /// counterpart is not in it is only a day: entries arrive one by one, and half an exchange must not stop the office.
    #[must_use]
    pub fn amended(&self, years: Vec<Year>, days: Vec<Day>) -> Self {
        let mut all_years: Vec<Year> = self.years().filter(|y| years.iter().all(|n| n.year != y.year)).cloned().collect();
        all_years.extend(years);
        let mut all: Vec<Day> = self.days().filter(|d| days.iter().all(|n| n.date != d.date)).cloned().collect();
        all.extend(days.into_iter().filter(|d| all_years.iter().any(|y| y.year == d.date.year())));
        let whole: Vec<Day> = all
            .iter()
            .map(|d| {
                let named_back = |o: &Day| Some(o.date) == d.swap && o.swap == Some(d.date) && o.kind != d.kind;
                Day { swap: d.swap.filter(|_| all.iter().any(named_back)), ..d.clone() }
            })
            .collect();
        Self::new(all_years, whole, self.switches().to_vec()).unwrap_or_else(|_| self.clone())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::{Count, DayKind, due};

    #[test]
    fn an_imported_day_off_moves_a_limit_and_half_a_swap_is_only_a_day() {
        let builtin = Calendar::builtin().unwrap();
        let day = Day {
            date: date(2026, 11, 26),
            kind: DayKind::Off,
            name: "Ngày nghỉ".into(),
            name_en: "Day off".into(),
            swap: Some(date(2026, 11, 28)),
            source: "test".into(),
            confirmed: true,
        };
        let amended = builtin.amended(Vec::new(), vec![day]);
        let last = |c: &Calendar| due(c, date(2026, 11, 25), 1, Count::Working).date;
        assert_eq!((last(&builtin), last(&amended)), (date(2026, 11, 26), date(2026, 11, 27)));
        assert_eq!(amended.day(date(2026, 11, 26)).unwrap().swap, None);
        assert_eq!(amended.switches(), builtin.switches());
    }
}
