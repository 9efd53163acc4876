//! Where a row says that it was: the commune, one that it came from, and a village as it was on the day of receipt.

use jiff::civil::Date;

use super::{UNIT, VILLAGE};
use crate::{
    import::Reader,
    problem::What,
    text::fold::{exact, fold},
};

/// A unit that the commune came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The last ISO day it stood, or that of what followed it; empty where no source says.
    pub last: String,
}

/// A village that a row may name, with the days on which it was there (S0.20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// Its id.
    pub id: String,
    /// Its name, with its kind.
    pub name: String,
    /// The former commune that it was of; `None` for one of the commune itself.
    pub former_id: Option<String>,
    /// First ISO day, where known.
    pub from: Option<String>,
    /// Last ISO day; `None` while it is in force.
    pub to: Option<String>,
}

/// What the office has that a book may name.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// The commune's code, then its name.
    pub unit: (String, String),
    /// Units that the commune came from.
    pub former: Vec<Former>,
    /// Villages of every day: its own first, then those of the units that it came from.
    pub villages: Vec<Village>,
    /// Ids and names of its bodies that have an account.
    pub bodies: Vec<(String, String)>,
}

impl Office {
    /// Names of the villages of today.
    pub fn villages_now(&self) -> impl Iterator<Item = &str> {
        self.villages.iter().filter(|v| v.former_id.is_none() && v.to.is_none()).map(|v| v.name.as_str())
    }

    /// The unit that the commune came from, by its code or name.
    fn former_of(&self, text: &str) -> Option<&Former> {
        let key = fold(text);
        let bare = key.strip_suffix(" cu").unwrap_or(&key);
        let named = |f: &&Former| text == f.code || [key.as_str(), bare].contains(&fold(&f.name).as_str());
        self.former.iter().find(named)
    }

    /// A village of a former commune as a row names it where no other cell names the commune.
    fn said(&self, v: &Village) -> Option<String> {
        let former = self.former.iter().find(|f| Some(&f.id) == v.former_id.as_ref())?;
        Some(format!("{}, {} (cũ)", v.name, former.name))
    }
}

impl Former {
    fn stood(&self, on: Option<Date>) -> bool {
        self.last.is_empty() || on.is_none_or(|d| d.to_string() <= self.last)
    }
}

impl Village {
    fn stood(&self, day: &str) -> bool {
        self.from.as_deref().is_none_or(|from| from <= day) && self.to.as_deref().is_none_or(|to| day <= to)
    }
}

/// The former commune that the row names, for what was received while it stood. The commune itself is no place of its
/// own; any other unit is another office's matter.
pub(super) fn former<'a>(r: &mut Reader<'_>, office: &'a Office, received_on: Option<Date>) -> Option<&'a Former> {
    let text = r.text(&UNIT);
    let key = fold(&text);
    let (code, name) = &office.unit;
    if key.is_empty() {
        return parted(office, &r.text(&VILLAGE)).map(|(_, f)| f).filter(|f| f.stood(received_on));
    }
    if text == *code || key == fold(name) {
        return None;
    }
    let Some(found) = office.former_of(&text) else {
        r.say(&UNIT, What::NotOneOf { found: text, choices: vec![name.clone()] });
        return None;
    };
    if found.stood(received_on) {
        return Some(found);
    }
    r.say(&UNIT, What::UnitOfAnotherPeriod { found: found.name.clone(), last: found.last.clone(), now: name.clone() });
    None
}

/// The village that the row names: the one of that name on the day of receipt, of the former commune where the row names
/// one, otherwise of the commune itself. What was divided since stays whole: nobody guesses which part was meant.
pub(super) fn village(r: &mut Reader<'_>, office: &Office, former: Option<&Former>, received_on: Option<Date>) -> Option<String> {
    let typed = r.text(&VILLAGE);
    let text = parted(office, &typed).filter(|(_, f)| former == Some(*f)).map_or(typed.as_str(), |(village, _)| village).to_owned();
    if bare_village(&text).is_empty() {
        return None;
    }
    let all: Vec<&Village> = office.villages.iter().collect();
    let Some(day) = received_on.map(|d| d.to_string()) else {
        // Without a day the row is refused for its day; a name of no day at all is said beside it.
        if named(&all, &text).is_empty() {
            let choices = office.villages_now().map(str::to_owned).collect();
            r.say(&VILLAGE, What::NotOneOf { found: text, choices });
        }
        return None;
    };
    let own = of(&all, None);
    let told = former.map(|f| of(&all, Some(&f.id))).unwrap_or_default();
    let (own_then, told_then) = (on(&own, &day), on(&told, &day));
    let found = Some(named(&told_then, &text)).filter(|f| !f.is_empty()).unwrap_or_else(|| named(&own_then, &text));
    if let [one] = found[..] {
        return Some(one.id.clone());
    }
    let mut choices: Vec<String> = told_then.iter().chain(&own_then).map(|v| v.name.clone()).collect();
    if former.is_none() {
        // A village of a former commune is taken where the row names that commune too.
        choices.extend(on(&all, &day).into_iter().filter_map(|v| office.said(v)));
    }
    let at_all = named(&[told, own].concat(), &text);
    let what = if found.is_empty() { another_day(&at_all, &day, &choices) } else { None };
    r.say(&VILLAGE, what.unwrap_or(What::NotOneOf { found: text, choices }));
    None
}

/// "Thôn Hương, Xã Xuân Hòa (cũ)": a village and the former commune that its cell names too.
fn parted<'a, 't>(office: &'a Office, village: &'t str) -> Option<(&'t str, &'a Former)> {
    let (village, commune) = village.rsplit_once(',')?;
    Some((village.trim(), office.former_of(commune.trim())?))
}

/// Those of a former commune, or the commune's own.
fn of<'a>(all: &[&'a Village], former_id: Option<&str>) -> Vec<&'a Village> {
    all.iter().copied().filter(|v| v.former_id.as_deref() == former_id).collect()
}

/// Those that were there on an ISO day.
fn on<'a>(all: &[&'a Village], day: &str) -> Vec<&'a Village> {
    all.iter().copied().filter(|v| v.stood(day)).collect()
}

/// Villages of that name: as it was typed, otherwise without accents, otherwise without its kind and the mark "(cũ)".
fn named<'a>(all: &[&'a Village], text: &str) -> Vec<&'a Village> {
    let alike = |key: fn(&str) -> String| -> Vec<&'a Village> {
        let typed = key(text);
        all.iter().copied().filter(|v| key(&v.name) == typed).collect()
    };
    let keys: [fn(&str) -> String; 4] = [exact, fold, bare_exact, bare_village];
    keys.into_iter().map(alike).find(|found| !found.is_empty()).unwrap_or_default()
}

/// A village of that name that was there on other days only: the last one before the day, otherwise the first one after.
fn another_day(named: &[&Village], day: &str, choices: &[String]) -> Option<What> {
    let choices = choices.to_vec();
    let ended = named.iter().filter_map(|v| Some((v.to.as_deref().filter(|to| *to < day)?, v))).max_by_key(|(to, _)| *to);
    if let Some((last, v)) = ended {
        return Some(What::VillageNoLonger { found: v.name.clone(), last: last.to_owned(), day: day.to_owned(), choices });
    }
    let begun = named.iter().filter_map(|v| Some((v.from.as_deref()?, v))).min_by_key(|(from, _)| *from);
    begun.map(|(first, v)| What::VillageNotYet { found: v.name.clone(), first: first.to_owned(), day: day.to_owned(), choices })
}

/// The search key of a village's name without its kind: "Thôn Hạ", "hạ" and "Thôn Hạ (cũ)" are one.
#[must_use]
pub fn bare_village(name: &str) -> String {
    bare(name, fold)
}

/// As [`bare_village`], with its accents.
fn bare_exact(name: &str) -> String {
    bare(name, exact)
}

/// A key of a name without the words of its kind and of the mark "(cũ)" behind it.
fn bare(name: &str, key: fn(&str) -> String) -> String {
    const KINDS: [&str; 11] = ["thon", "to dan pho so", "to dan pho", "tdp so", "tdp", "khu pho", "khu", "ap", "ban", "buon", "xom"];
    let folded = fold(name);
    let kind = KINDS.iter().find(|k| folded.strip_prefix(**k).is_some_and(|rest| rest.starts_with(' ')));
    let over = name.trim_end().ends_with(')') && folded.ends_with(" cu");
    let words = key(name);
    let mut words: Vec<&str> = words.split(' ').skip(kind.map_or(0, |k| k.split(' ').count())).collect();
    if over {
        words.pop();
    }
    words.join(" ")
}
