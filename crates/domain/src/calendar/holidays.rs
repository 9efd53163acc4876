//! Which days are off and which Saturdays are worked: data with its sources, read from `data/calendar/vn.toml`
//! or from an office's own file of the same form. No holiday is written into code.

use super::error::CalendarError;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use std::collections::BTreeMap;

const BUILTIN: &str = include_str!("../../../../data/calendar/vn.toml");

/// The working calendar: Monday to Friday, changed by the days, switches and years of its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i16, Year>,
    days: BTreeMap<Date, Day>,
    switches: Vec<Switch>,
}

/// What an entry does to its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// nghỉ: nobody works, whatever the weekday
    Off,
    /// làm bù: a Saturday or Sunday on which offices work in exchange for another day
    Worked,
}

/// One day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Off or worked.
    pub kind: DayKind,
    /// Its name in Vietnamese, as `Tết Nguyên đán`.
    pub name: String,
    /// Its name in English; the Vietnamese one where none is given.
    pub name_en: String,
    /// The day it was exchanged for (*hoán đổi*), which names this one back.
    pub swap: Option<Date>,
    /// The paper or publication it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// A year whose days off are known; any other year knows weekdays only and is unconfirmed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// False while the year's decree is not out: every count through it is unconfirmed.
    pub confirmed: bool,
    /// What the year's list rests on.
    pub source: String,
}

/// A yearly day off of which it is not verified whether it is law (24/11): on or off as the administrator decides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// Its name in settings, as `culture_day`.
    pub code: String,
    /// The day's name in Vietnamese.
    pub name: String,
    /// The day's name in English.
    pub name_en: String,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
    /// The first year it may be off.
    pub from_year: i16,
    /// Is the day off?
    pub on: bool,
    /// False until an administrator has decided ([`Calendar::with_switch`]) or the law is cited.
    pub confirmed: bool,
    /// What it rests on.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    year: Vec<Year>,
    #[serde(default)]
    switch: Vec<Switch>,
    #[serde(default)]
    day: Vec<RawDay>,
}

/// Dates as text, so that an impossible one is named instead of failing the whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDay {
    date: String,
    kind: DayKind,
    name: String,
    name_en: Option<String>,
    swap: Option<String>,
    source: String,
    confirmed: bool,
}

impl Calendar {
    /// The calendar of a TOML text in the form of `data/calendar/vn.toml`.
    ///
    /// # Errors
    /// [`CalendarError`] naming the entry that is wrong.
    pub fn from_toml(text: &str) -> Result<Self, CalendarError> {
        let file: File = toml::from_str(text).map_err(|e| CalendarError::Toml { message: e.to_string() })?;
        let days = file.day.into_iter().enumerate().map(|(n, raw)| raw.read(n + 1)).collect::<Result<_, _>>()?;
        Self::new(file.year, days, file.switch)
    }

    /// The calendar that ships with the program: 2024 to 2027, 24/11 off from 2026.
    ///
    /// # Errors
    /// Never for a program that was tested; [`CalendarError`] all the same, so that nothing can panic.
    pub fn builtin() -> Result<Self, CalendarError> {
        Self::from_toml(BUILTIN)
    }

    /// The text of the calendar that ships with the program, with a switch as an office has decided it: what an office
    /// keeps as its own file.
    ///
    /// # Errors
    /// [`CalendarError`] where there is no such switch.
    pub fn builtin_text_with(code: &str, on: bool) -> Result<String, CalendarError> {
        let own = Self::builtin()?.with_switch(code, on)?;
        let (before, after) = BUILTIN.split_once("\non = true\nconfirmed = false\n").unwrap_or((BUILTIN, ""));
        let text = format!("{before}\non = {on}\nconfirmed = true\n{after}");
        if Self::from_toml(&text)? == own { Ok(text) } else { Err(CalendarError::Toml { message: format!("switch {code}") }) }
    }

    /// The calendar of these parts, as an office keeps them in its database.
    ///
    /// # Errors
    /// [`CalendarError`] naming the entry that is wrong.
    pub fn new(years: Vec<Year>, days: Vec<Day>, switches: Vec<Switch>) -> Result<Self, CalendarError> {
        let mut calendar = Self { years: BTreeMap::new(), days: BTreeMap::new(), switches: Vec::new() };
        for year in years {
            let entry = year.year.to_string();
            filled(&entry, "source", &year.source)?;
            if calendar.years.insert(year.year, year).is_some() {
                return Err(CalendarError::Twice { entry });
            }
        }
        for switch in switches {
            calendar.add_switch(switch)?;
        }
        for day in days {
            calendar.add_day(day)?;
        }
        calendar.check_swaps()?;
        Ok(calendar)
    }

    fn add_switch(&mut self, switch: Switch) -> Result<(), CalendarError> {
        let entry = switch.code.clone();
        filled(&entry, "code", &switch.code)?;
        filled(&entry, "name", &switch.name)?;
        filled(&entry, "source", &switch.source)?;
        // 2024 is a leap year: 29/2 is a day that exists.
        if Date::new(2024, switch.month, switch.day).is_err() {
            return Err(CalendarError::SwitchDay { code: entry, day: switch.day, month: switch.month });
        }
        if self.switches.iter().any(|s| s.code == entry) {
            return Err(CalendarError::Twice { entry });
        }
        self.switches.push(switch);
        Ok(())
    }

    fn add_day(&mut self, day: Day) -> Result<(), CalendarError> {
        let date = day.date;
        filled(&date.to_string(), "name", &day.name)?;
        filled(&date.to_string(), "source", &day.source)?;
        if !self.years.contains_key(&date.year()) {
            return Err(CalendarError::YearNotListed { date });
        }
        if day.kind == DayKind::Worked && !is_weekend(date) {
            return Err(CalendarError::WorkedOnWeekday { date });
        }
        match self.days.insert(date, day) {
            Some(_) => Err(CalendarError::Twice { entry: date.to_string() }),
            None => Ok(()),
        }
    }

    fn check_swaps(&self) -> Result<(), CalendarError> {
        for day in self.days.values() {
            let Some(other) = day.swap else { continue };
            let fits = self.days.get(&other).is_some_and(|o| o.swap == Some(day.date) && o.kind != day.kind);
            if !fits {
                return Err(CalendarError::HalfSwap { date: day.date, other });
            }
        }
        Ok(())
    }

    /// The same calendar with a switch set by an administrator, which also confirms it for this office.
    ///
    /// # Errors
    /// [`CalendarError::NoSuchSwitch`].
    pub fn with_switch(&self, code: &str, on: bool) -> Result<Self, CalendarError> {
        let mut calendar = self.clone();
        let switch = calendar.switches.iter_mut().find(|s| s.code == code);
        let switch = switch.ok_or_else(|| CalendarError::NoSuchSwitch { code: code.to_owned() })?;
        switch.on = on;
        switch.confirmed = true;
        Ok(calendar)
    }

    /// The years whose days off are known, in order.
    pub fn years(&self) -> impl Iterator<Item = &Year> {
        self.years.values()
    }

    /// The days that are not what their weekday says, in order; days of switches apart.
    pub fn days(&self) -> impl Iterator<Item = &Day> {
        self.days.values()
    }

    /// The switches, in the order of the data.
    #[must_use]
    pub fn switches(&self) -> &[Switch] {
        &self.switches
    }

    /// The entry of a day, if it has one.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&Day> {
        self.days.get(&date)
    }

    /// The switch that decides about a day, on or off, in the years that are known.
    #[must_use]
    pub fn switch_on(&self, date: Date) -> Option<&Switch> {
        self.years.get(&date.year())?;
        let decides = |s: &&Switch| (s.month, s.day) == (date.month(), date.day()) && date.year() >= s.from_year;
        self.switches.iter().find(decides)
    }

    /// Is the list of days off of this year known and confirmed?
    #[must_use]
    pub fn year_confirmed(&self, year: i16) -> bool {
        self.years.get(&year).is_some_and(|y| y.confirmed)
    }
}

impl RawDay {
    fn read(self, entry: usize) -> Result<Day, CalendarError> {
        let date = |text: String| text.parse().map_err(|_| CalendarError::BadDate { entry, found: text });
        let Self { kind, name, name_en, source, confirmed, .. } = self;
        let name_en = name_en.unwrap_or_else(|| name.clone());
        Ok(Day { date: date(self.date)?, kind, name, name_en, swap: self.swap.map(date).transpose()?, source, confirmed })
    }
}

fn filled(entry: &str, field: &'static str, value: &str) -> Result<(), CalendarError> {
    if value.trim().is_empty() {
        return Err(CalendarError::Empty { entry: entry.to_owned(), field });
    }
    Ok(())
}

/// Saturday and Sunday.
pub(super) fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests;
