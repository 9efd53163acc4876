//! Duties about one matter: a dialogue that is announced, concluded and published; an opinion; a task; a document; a
//! list of voters.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Desk, Owed,
    duty::{FactKind, FactRef, Reckoning, Subject},
    facts::{Chair, DialogueFact, EntryKind, OpinionFact, Post, Proof, TaskFact},
    periods,
    rules::{InForce, View},
};
use crate::{
    dialogue::state::PresidingMode,
    regulation::{
        clause::{ClauseKind, DayCount, Delegation, Per},
        own::OwnLimitName,
    },
};

/// Writes up every duty about matters whose day lies in a year.
pub(super) fn duties(desk: &mut Desk<'_>, view: &View<'_>, year: i16) {
    let (facts, on) = (desk.facts, desk.on);
    for d in facts.dialogues.iter().filter(|d| d.is_dialogue() && !d.called_off && base(d).year() == year) {
        for post in chairing(desk, d) {
            dialogue(desk, view, d, &post);
        }
    }
    let mut written: BTreeMap<&str, FactRef> = BTreeMap::new();
    for e in &facts.entries {
        let EntryKind::WrittenNotice { opinion } = &e.what else { continue };
        let notice = FactRef { on: e.on, kind: FactKind::WrittenNotice, id: e.id.clone() };
        let first = written.entry(opinion).or_insert_with(|| notice.clone());
        if notice < *first {
            *first = notice;
        }
    }
    for o in facts.opinions.iter().filter(|o| o.received_on.year() == year && o.received_on <= on) {
        opinion(desk, view, o, written.get(o.id.as_str()));
    }
    for t in facts.tasks.iter().filter(|t| t.assigned_on.year() == year && t.assigned_on <= on) {
        task(desk, view, t);
    }
    briefings(desk, view, year);
    voter_lists(desk, view, year);
}

/// The day that a dialogue is judged by: when it was held, or stands planned.
fn base(d: &DialogueFact) -> Date {
    d.held_on.unwrap_or(d.on_day)
}

/// The unit's posts that chair a dialogue: joint heads each owe what it asks.
fn chairing(desk: &Desk<'_>, d: &DialogueFact) -> Vec<Post> {
    desk.bound.posts.iter().filter(|p| d.chairs.iter().any(|c| c.post_id == p.id)).cloned().collect()
}

fn dialogue(desk: &mut Desk<'_>, view: &View<'_>, d: &DialogueFact, post: &Post) {
    let day = base(d);
    let of = |kind, part| Subject::Of { kind, id: d.id.clone(), part, day };
    for clause in view.on(ClauseKind::AnnouncementLead, day).filter(|c| c.binds(post) && c.about(d)) {
        let reckoning = Reckoning::Before { event: day, days: days(&clause), count: count(&clause) };
        let owed = owed(reckoning, FactKind::Announcement, &d.id, d.announced_on);
        desk.owe(&clause, &post.id, of(FactKind::Announcement, ""), owed);
    }
    // What follows a dialogue is owed once it was held, as far as is known on the day of the question.
    let Some(held) = d.held_on.filter(|h| *h <= desk.on) else { return };
    for clause in view.on(ClauseKind::NoticeLimit, held).filter(|c| c.binds(post) && c.about(d)) {
        let own = chair_of(d, post).and_then(|c| c.notice_on);
        let owed = owed(after(&clause, held), FactKind::Notice, &d.id, own);
        desk.owe(&clause, &post.id, of(FactKind::Notice, ""), owed);
    }
    for clause in view.on(ClauseKind::Publication, held).filter(|c| c.binds(post) && c.about(d) && c.clause.parameters.days.is_some()) {
        for proof in Proof::ALL {
            let given = d.proofs.iter().filter(|(p, _)| p == proof).map(|(_, on)| *on).min();
            let owed = owed(after(&clause, held), FactKind::Proof, &d.id, given);
            desk.owe(&clause, &post.id, of(FactKind::Proof, proof.code()), owed);
        }
    }
    for clause in view.on(ClauseKind::Attendance, held).filter(|c| c.binds(post) && c.about(d)) {
        let enough = attended(&clause, d);
        let owed = owed(Reckoning::OfEvent(held), FactKind::Dialogue, &d.id, enough.then_some(held));
        desk.owe(&clause, &post.id, of(FactKind::Dialogue, "attendance"), owed);
    }
    for clause in view.on(ClauseKind::Presiding, held).filter(|c| c.binds(post) && c.about(d)) {
        let Some(delegation) = clause.clause.parameters.delegation else { continue };
        let kept = chair_of(d, post).and_then(|c| kept(&clause, delegation, c));
        let owed = owed(Reckoning::OfEvent(held), kept.unwrap_or(FactKind::Dialogue), &d.id, kept.map(|_| held));
        desk.owe(&clause, &post.id, of(FactKind::Dialogue, "presiding"), owed);
    }
}

/// What was recorded of a post at a dialogue.
fn chair_of<'a>(d: &'a DialogueFact, post: &Post) -> Option<&'a Chair> {
    d.chairs.iter().find(|c| c.post_id == post.id)
}

/// What keeps a clause on delegation: the head presided, or a deputy did for a reason that the clause permits. A head who
/// was not there and let nobody preside kept nothing.
fn kept(clause: &InForce<'_>, delegation: Delegation, chair: &Chair) -> Option<FactKind> {
    let permitted = || chair.ground.is_some_and(|g| clause.clause.parameters.grounds.contains(&g));
    match chair.presided? {
        PresidingMode::InPerson => Some(FactKind::Dialogue),
        PresidingMode::Delegated if delegation == Delegation::Conditional && permitted() => Some(FactKind::Delegation),
        PresidingMode::Delegated | PresidingMode::Absent => None,
    }
}

/// True where as many came as the clause asks. Nothing recorded is not enough.
fn attended(clause: &InForce<'_>, d: &DialogueFact) -> bool {
    let p = &clause.clause.parameters;
    let Some(present) = d.present else { return false };
    let share = p.percent.is_none_or(|percent| {
        d.invited.is_some_and(|invited| invited > 0 && u64::from(present) * 100 >= u64::from(percent) * u64::from(invited))
    });
    p.people_min.is_none_or(|min| present >= min) && p.people_max.is_none_or(|max| present <= max) && share
}

/// The head tells the petitioner: owed by the first post that the clause binds. A paper of its own counts, and so does what
/// the person reads on the thread; the earlier of both.
fn opinion(desk: &mut Desk<'_>, view: &View<'_>, o: &OpinionFact, written: Option<&FactRef>) {
    let on_thread = o.told_on.map(|on| FactRef { on, kind: FactKind::Opinion, id: o.id.clone() });
    let told = on_thread.into_iter().chain(written.cloned()).min();
    for clause in view.on(ClauseKind::PersonNotice, o.received_on) {
        let Some(post) = desk.bound.posts.iter().find(|p| clause.binds(p)).cloned() else { continue };
        let (done, facts) = (told.as_ref().map(|f| f.on), told.clone().into_iter().collect());
        let owed = Owed { reckoning: after(&clause, o.received_on), done, facts, own: None, unsent: Vec::new() };
        let subject = Subject::Of { kind: FactKind::Opinion, id: o.id.clone(), part: "", day: o.received_on };
        desk.owe(&clause, &post.id, subject, owed);
    }
}

/// Bodies answer within the clause's days; an extension approved by name moves the day, a pause stops the clock.
fn task(desk: &mut Desk<'_>, view: &View<'_>, t: &TaskFact) {
    for clause in view.on(ClauseKind::AnswerLimit, t.assigned_on) {
        let owed = owed(limit(desk, &clause, t), FactKind::Task, &t.id, t.done_on);
        let subject = Subject::Of { kind: FactKind::Task, id: t.id.clone(), part: "", day: t.assigned_on };
        desk.owe(&clause, &t.post_id, subject, owed);
    }
}

/// The last day of a task by the clause, with what is known of its extensions and pauses.
fn limit(desk: &Desk<'_>, clause: &InForce<'_>, t: &TaskFact) -> Reckoning {
    let ended = t.pauses.iter().filter_map(|p| p.ended.map(|(day, _)| (p.from, day))).filter(|(_, day)| *day <= desk.on);
    let pauses = ended.map(|(from, day)| (super::noted::next(from), day)).filter(|(first, last)| first <= last).collect();
    let by_rule = Reckoning::After { from: t.assigned_on, days: days(clause), count: count(clause), pauses };
    let promised = t.promised(desk.on);
    let granted = t.extensions.iter().any(|e| e.on <= desk.on);
    let reckoning = if granted && promised > by_rule.day(desk.calendar) { Reckoning::Extended(promised) } else { by_rule };
    match t.paused(desk.on) {
        Some(since) if since <= reckoning.day(desk.calendar) => Reckoning::Standing { since },
        _ => reckoning,
    }
}

/// A document that came into force is explained to those who carry it out, where a clause says by when.
fn briefings(desk: &mut Desk<'_>, view: &View<'_>, year: i16) {
    let Some((from, to)) = periods::periods(Per::Year, year).into_iter().next() else { return };
    for (begun, clause) in view.begun(ClauseKind::Briefing, from, to).filter(|(_, c)| c.clause.parameters.days.is_some()) {
        for post in desk.bound.posts.iter().filter(|p| clause.binds(p)).cloned().collect::<Vec<_>>() {
            let deed = desk
                .facts
                .entries
                .iter()
                .filter(|e| e.post_id == post.id && matches!(&e.what, EntryKind::Briefing { document } if *document == clause.document.id))
                .map(|e| (e.on, e.id.clone()))
                .min();
            let (done, id) = deed.map_or((None, clause.document.id.clone()), |(on, id)| (Some(on), id));
            let owed = owed(after(&clause, begun), FactKind::Briefing, &id, done);
            let subject = Subject::Of { kind: FactKind::Briefing, id: clause.document.id.clone(), part: "", day: begun };
            desk.owe(&clause, &post.id, subject, owed);
        }
    }
}

/// A confirmed list of enough voters opens a duty (L1).
fn voter_lists(desk: &mut Desk<'_>, view: &View<'_>, year: i16) {
    let (facts, on) = (desk.facts, desk.on);
    for e in facts.entries.iter().filter(|e| e.on.year() == year && e.on <= on) {
        let EntryKind::VoterList { percent, answered_on } = &e.what else { continue };
        for clause in view.on(ClauseKind::VoterRequest, e.on) {
            let p = &clause.clause.parameters;
            if p.percent.is_none_or(|least| *percent < least) {
                continue;
            }
            let Some((days, count, own)) = periods::limit(desk, p, OwnLimitName::VoterDialogue, e.on) else { continue };
            let reckoning = Reckoning::After { from: e.on, days, count, pauses: Vec::new() };
            let owed = Owed { own, ..owed(reckoning, FactKind::VoterList, &e.id, *answered_on) };
            let subject = Subject::Of { kind: FactKind::VoterList, id: e.id.clone(), part: "", day: e.on };
            desk.owe(&clause, &e.post_id, subject, owed);
        }
    }
}

fn owed(reckoning: Reckoning, kind: FactKind, id: &str, done: Option<Date>) -> Owed {
    let facts = done.map(|on| FactRef { on, kind, id: id.to_owned() }).into_iter().collect();
    Owed { reckoning, done, facts, own: None, unsent: Vec::new() }
}

fn after(clause: &InForce<'_>, from: Date) -> Reckoning {
    Reckoning::After { from, days: days(clause), count: count(clause), pauses: Vec::new() }
}

fn days(clause: &InForce<'_>) -> u32 {
    clause.clause.parameters.days.unwrap_or(0)
}

fn count(clause: &InForce<'_>) -> DayCount {
    clause.clause.parameters.count.unwrap_or(DayCount::Calendar)
}
