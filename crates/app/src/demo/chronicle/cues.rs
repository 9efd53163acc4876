//! What comes when: every opinion, deed and step of a meeting with its day and time.

use std::collections::HashSet;

use jiff::{
    Span,
    civil::{Date, DateTime},
};

use super::{
    book::{Book, Deed, Meeting, Shared},
    deeds,
    meetings::{self, Opened, Part},
};
use crate::{
    demo::{story::stage::Stage, world},
    refusal::Refusal,
};

/// Something that happens at a time.
#[derive(Clone, Copy)]
pub(super) struct Cue<'a> {
    at: DateTime,
    what: Thing<'a>,
}

#[derive(Clone, Copy)]
enum Thing<'a> {
    /// The opinion of that place in the book comes in.
    ComesIn(usize),
    /// Something is done with the opinion of that key in that commune.
    Deed { key: &'a str, commune: &'a str, deed: &'a Deed },
    /// Opinions are grouped: the issue of that place.
    Group(usize),
    /// A part of the meeting of that place.
    Meeting(usize, Part),
}

impl Cue<'_> {
    /// Plays it at its time.
    pub(super) async fn play(&self, s: &mut Stage, book: &Book, opened: &mut Opened) -> Result<(), Refusal> {
        s.at(self.at.date(), self.at.hour(), self.at.minute());
        match self.what {
            Thing::ComesIn(n) => match book.opinion.get(n) {
                Some(told) => s.is_told(told).await,
                None => Ok(()),
            },
            Thing::Deed { key, commune, deed } => deeds::play(s, commune, key, deed).await,
            Thing::Group(n) => match book.issue.get(n) {
                Some(shared) => deeds::group(s, shared).await,
                None => Ok(()),
            },
            Thing::Meeting(n, part) => match book.meeting.get(n) {
                Some(meeting) => meetings::play(s, meeting, part, opened).await,
                None => Ok(()),
            },
        }
    }

    /// What refused it, with its place in the chronicle.
    pub(super) fn refused(&self, book: &Book, e: &Refusal) -> Refusal {
        let of = match self.what {
            Thing::ComesIn(n) => book.opinion.get(n).map_or_else(String::new, |o| o.key.clone()),
            Thing::Deed { key, deed, .. } => format!("{key}: {:?}", deed.what),
            Thing::Group(n) => book.issue.get(n).map_or_else(String::new, |i| i.key.clone()),
            Thing::Meeting(n, part) => format!("{} {part:?}", book.meeting.get(n).map_or("", |m| m.key.as_str())),
        };
        Refusal::Broken(format!("chronicle, {}, {of}: {e:?}", self.at))
    }
}

/// Leaves out what would have begun before the communes were there, and what hangs on it.
pub(super) fn leave_out(book: &mut Book, s: &Stage) {
    let first = world::first_day();
    let late = |days: i32| s.after(-days) < first;
    let mut missing: HashSet<String> = book.meeting.iter().filter(|m| late(m.drafted)).map(|m| m.key.clone()).collect();
    missing.extend(book.opinion.iter().filter(|o| late(o.days) && !o.meeting.is_empty()).map(|o| o.meeting.clone()));
    book.meeting.retain(|m| !missing.contains(&m.key));
    book.issue.retain(|i| !missing.contains(&i.meeting) && !late(i.days));
    book.opinion.retain(|o| !missing.contains(&o.meeting) && !late(o.days));
    let there: HashSet<&str> = book.opinion.iter().map(|o| o.key.as_str()).collect();
    book.issue.retain(|i| i.opinions.iter().all(|o| there.contains(o.as_str())));
}

/// Every cue, by day and time.
pub(super) fn in_order<'a>(book: &'a Book, s: &Stage) -> Vec<Cue<'a>> {
    let mut cues = Vec::new();
    for (n, o) in book.opinion.iter().enumerate() {
        let at = time(s.after(-o.days), &o.at);
        cues.push(Cue { at, what: Thing::ComesIn(n) });
        cues.extend(deeds_of(s, (&o.key, &o.commune), &o.then, at));
    }
    for (n, i) in book.issue.iter().enumerate() {
        cues.push(Cue { at: time(s.office_day(i.days), "10:40").max(when_taken_up(s, book, i)), what: Thing::Group(n) });
    }
    for (n, m) in book.meeting.iter().enumerate() {
        cues.extend(parts(m).into_iter().map(|(part, days, at)| Cue { at: time(s.office_day(days), at), what: Thing::Meeting(n, part) }));
        let held = time(s.office_day(m.held), &m.closes);
        cues.extend(m.turn.iter().flat_map(|t| deeds_of(s, (&t.opinion, &m.unit), &t.then, held)));
    }
    cues.sort_by_key(|c| c.at);
    cues
}

/// The time after which the last opinion of a group is taken up.
fn when_taken_up(s: &Stage, book: &Book, shared: &Shared) -> DateTime {
    let of_group = book.opinion.iter().filter(|o| shared.opinions.contains(&o.key));
    let taken_up = of_group.filter_map(|o| deeds_of(s, (&o.key, &o.commune), &o.then, time(s.after(-o.days), &o.at)).first().map(|c| c.at));
    taken_up.max().unwrap_or(DateTime::MIN).saturating_add(Span::new().minutes(1))
}

/// The deeds of one opinion in their order: none before the one that is written before it, although offices act on
/// working days only and what people say comes on any.
fn deeds_of<'a>(s: &Stage, (key, commune): (&'a str, &'a str), deeds: &'a [Deed], from: DateTime) -> Vec<Cue<'a>> {
    let mut last = from;
    let mut cues = Vec::new();
    for deed in deeds {
        let day = if deed.what.is_of_a_person() { s.after(-deed.days) } else { s.office_day(deed.days) };
        last = time(day, &deed.at).max(last.saturating_add(Span::new().minutes(1)));
        cues.push(Cue { at: last, what: Thing::Deed { key, commune, deed } });
    }
    cues
}

fn parts(m: &Meeting) -> Vec<(Part, i32, &'static str)> {
    let mut all = vec![
        (Part::Drafted, m.drafted, "08:40"),
        (Part::Contents, m.contents, "14:10"),
        (Part::Answers, m.answered, "15:30"),
        (Part::Announced, m.announced, "16:00"),
    ];
    let later = [(Part::Concluded, m.concluded, "08:30"), (Part::Proved, m.proved, "16:10"), (Part::Closed, m.closed, "09:20")];
    if m.held > 0 {
        all.push((Part::Held, m.held, "17:00"));
        all.extend(later.into_iter().filter_map(|(part, days, at)| Some((part, days?, at))));
    }
    all
}

/// A day with HH:MM; nine in the morning where nothing is said.
fn time(day: Date, hhmm: &str) -> DateTime {
    let (h, m) = hhmm.split_once(':').unwrap_or(("9", "0"));
    day.at(h.parse().unwrap_or(9), m.parse().unwrap_or(0), 0, 0)
}
