//! Khoảng cách giữa hai cuộc: not closer than a clause says, and not further apart (S2.4).

use jiff::civil::Date;

use super::{
    Desk, Owed,
    duty::{FactKind, FactRef, Reckoning, Subject},
    facts::{DialogueFact, Post},
    rules::{InForce, View},
};
use crate::regulation::clause::{ClauseKind, DayCount};

/// Writes up what is owed between the dialogues of each post: for the second of two in the year in which it was held,
/// for the next one in the year in which it is due.
pub(super) fn duties(desk: &mut Desk<'_>, view: &View<'_>, year: i16) {
    let bound = desk.bound;
    for post in &bound.posts {
        let mut held: Vec<(Date, &DialogueFact)> = desk
            .facts
            .dialogues
            .iter()
            .filter(|d| d.is_dialogue() && d.chairs.iter().any(|c| c.post_id == post.id))
            .filter_map(|d| d.held_on.filter(|h| *h <= desk.on).map(|h| (h, d)))
            .collect();
        held.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        for (at, (day, d)) in held.iter().enumerate() {
            for clause in view.on(ClauseKind::Interval, *day).filter(|c| c.binds(post) && c.about(d)) {
                let mut before = held.iter().take(at).rev().filter(|(_, x)| clause.about(x));
                let mut after = held.iter().skip(at + 1).filter(|(_, x)| clause.about(x));
                if day.year() == year {
                    closer(desk, &clause, post, (*day, d), before.next());
                }
                further(desk, view, &clause, post, year, (*day, d), after.next());
            }
        }
    }
}

type Held<'a> = (Date, &'a DialogueFact);

/// At least so many days after the one before.
fn closer(desk: &mut Desk<'_>, clause: &InForce<'_>, post: &Post, (day, d): Held<'_>, before: Option<&Held<'_>>) {
    let (Some(days), Some((from, _))) = (clause.clause.parameters.days, before) else { return };
    let count = clause.clause.parameters.count.unwrap_or(DayCount::Calendar);
    let earliest = Reckoning::After { from: *from, days, count, pauses: Vec::new() }.day(desk.calendar);
    let reckoning = Reckoning::NotBefore { from: *from, days, count, event: day };
    owe(desk, clause, post, (day, d), "interval", reckoning, (earliest <= day).then(|| (day, d.id.clone())));
}

/// At most so many days until the next.
fn further(
    desk: &mut Desk<'_>,
    view: &View<'_>,
    clause: &InForce<'_>,
    post: &Post,
    year: i16,
    (day, d): Held<'_>,
    after: Option<&Held<'_>>,
) {
    let Some(days) = clause.clause.parameters.gap_max else { return };
    let reckoning = Reckoning::After { from: day, days, count: DayCount::Calendar, pauses: Vec::new() };
    let due = reckoning.day(desk.calendar);
    // The rule has to stand on the last day too.
    if due.year() == year && view.on(ClauseKind::Interval, due).any(|c| c.at == clause.at) {
        owe(desk, clause, post, (day, d), "gap", reckoning, after.map(|(on, x)| (*on, x.id.clone())));
    }
}

fn owe(
    desk: &mut Desk<'_>,
    clause: &InForce<'_>,
    post: &Post,
    (day, d): Held<'_>,
    part: &'static str,
    reckoning: Reckoning,
    deed: Option<(Date, String)>,
) {
    let subject = Subject::Of { kind: FactKind::Dialogue, id: d.id.clone(), part, day };
    let done = deed.as_ref().map(|(on, _)| *on);
    let facts = deed.map(|(on, id)| FactRef { on, kind: FactKind::Dialogue, id }).into_iter().collect();
    desk.owe(clause, &post.id, subject, Owed { reckoning, done, facts, own: None, unsent: Vec::new() });
}
