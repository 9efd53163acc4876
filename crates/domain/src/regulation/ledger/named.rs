#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
//! Every finding appears when and only when it should: in an invented commune whose year is in order nothing is found;
//! one planted shortcoming is found alone, from its day on; a near miss of it is not found.
//!
//! Faults that were planted into the rules one at a time, each seen to fail a test of the ledger: one duty too few asked
//! for; a planned row late on its own day, or without its accepted excuse; the plan of another year; late announcements
//! not named, the last day in time not in time; the day held taken for the notice; one proof taken for all; absence taken
//! for delegation; the threshold itself too few, of people and as a share; attendance counted with one number of two;
//! the shortest distance too close; a gap that was closed late forgotten; receptions taken for supervision; an answer
//! taken for the notice to the person; silence named on its last day; a paused commitment overdue, one overdue before
//! its pause forgiven, an extension known before its decision; eleven days for telling; two entries of a day two
//! reception days; the half year's report taken for the year's; another document briefed; ten per cent too few; a voter
//! meeting beside forgotten, one in a total; each sign on its threshold; open opinions taken for answered; the time of
//! the chair as the whole; the deputy's results the head's; a waiver ignored; a pause that stops no limit; a year without
//! rules not told; a day that moved not seen in the preview.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};

use super::{
    facts::{
        Chair, DialogueFact, Entry, EntryKind, ExtensionFact, OpinionFact, PauseFact, PlanFact, PlannedFact, Proof, RaisedFact, Speech,
        TaskFact, VoterMeetingFact,
    },
    tests::{CHAIR, SECRETARY, bound, clause, dialogue, document, entry, opinion, register, task, within},
    *,
};
use crate::{
    dialogue::state::{DelegationGround, DialogueKind, PresidingMode},
    regulation::{
        clause::{ClauseKind, DayCount, Parameters, ReportPeriod},
        document::Document,
    },
};

const ON: Date = Date::constant(2027, 1, 20);

/// The fixture rules; numbers are for regular dialogues, intervals for thematic ones, and a document of 2026 is briefed.
fn rules() -> Vec<Document> {
    let mut all = register();
    let clauses = &mut all[1].clauses;
    clauses[0].parameters.dialogues = vec![DialogueKind::Regular];
    let between = Parameters { dialogues: vec![DialogueKind::Thematic], gap_max: Some(200), ..within(20, DayCount::Calendar) };
    clauses.push(clause(ClauseKind::Interval, between));
    if let Some(presiding) = clauses.iter_mut().find(|c| c.kind == ClauseKind::Presiding) {
        presiding.parameters.dialogues = vec![DialogueKind::Regular];
    }
    all.push(document("brief", date(2026, 2, 1), None, vec![clause(ClauseKind::Briefing, within(30, DayCount::Calendar))]));
    all
}

fn found(facts: &Facts, on: Date) -> Vec<Finding> {
    let (rules, calendar) = (rules(), Calendar::builtin().unwrap());
    let duties = ledger(&Rules::new(&rules), &calendar, &bound(), facts, 2026..=2026, on);
    findings(&duties, &calendar, &bound(), facts, &Signs::builtin().unwrap(), 2026..=2026, on)
}

fn thematic(id: &str, on: Date) -> DialogueFact {
    DialogueFact { kind: DialogueKind::Thematic, ..dialogue(id, on, &[CHAIR]) }
}

/// A year in which everything was done in time.
fn in_order() -> Facts {
    let both = [SECRETARY, CHAIR];
    let mut entries: Vec<Entry> = Vec::new();
    for post in both {
        let mut add = |id: String, on, what| entries.push(entry(&format!("{id}-{post}"), post, on, what));
        add("s".into(), date(2026, 9, 9), EntryKind::Supervision);
        add("b".into(), date(2026, 2, 20), EntryKind::Briefing { document: "brief".into() });
        add(
            "h".into(),
            date(2026, 7, 8),
            EntryKind::Report { period: ReportPeriod::HalfYear, to: date(2026, 6, 30), receivers: Vec::new() },
        );
        add("y".into(), date(2027, 1, 8), EntryKind::Report { period: ReportPeriod::Year, to: date(2026, 12, 31), receivers: Vec::new() });
        for m in 1..=12 {
            add(format!("r{m}-1"), date(2026, m, 5), EntryKind::Reception);
            add(format!("r{m}-2"), date(2026, m, 20), EntryKind::Reception);
        }
    }
    entries.push(entry("v", CHAIR, date(2026, 4, 1), EntryKind::VoterList { percent: 12, answered_on: Some(date(2026, 4, 20)) }));
    let row = PlannedFact {
        id: "row".into(),
        posts: vec![CHAIR.into()],
        by: date(2026, 10, 31),
        held_on: Some(date(2026, 10, 30)),
        excused_on: None,
    };
    Facts {
        dialogues: vec![
            dialogue("d1", date(2026, 6, 10), &both),
            dialogue("d2", date(2026, 11, 20), &both),
            thematic("t1", date(2026, 3, 2)),
            thematic("t2", date(2026, 8, 20)),
        ],
        plans: vec![PlanFact { id: "p".into(), year: 2026, approved_on: Some(date(2026, 1, 20)), rows: vec![row] }],
        opinions: vec![OpinionFact { decided_on: Some(date(2026, 12, 1)), ..opinion(Some(date(2026, 12, 1))) }],
        tasks: vec![TaskFact { done_on: Some(date(2026, 5, 20)), told_on: Some(date(2026, 5, 22)), ..task() }],
        entries,
        voter_meetings: Vec::new(),
        past: Vec::new(),
    }
}

type Change = fn(&mut Facts);

fn drop_entry(f: &mut Facts, id: &str) {
    let before = f.entries.len();
    f.entries.retain(|e| e.id != id);
    assert_eq!(f.entries.len() + 1, before, "{id}");
}

fn entry_of<'a>(f: &'a mut Facts, id: &str) -> &'a mut Entry {
    f.entries.iter_mut().find(|e| e.id == id).unwrap()
}

fn raised(f: &mut Facts, change: impl Fn(usize, &mut RaisedFact)) {
    f.dialogues[0].raised.iter_mut().enumerate().for_each(|(n, r)| change(n, r));
}

fn deputy(f: &mut Facts, ground: DelegationGround) {
    let chair = &mut f.dialogues[0].chairs[1];
    (chair.presided, chair.ground) = (Some(PresidingMode::Delegated), Some(ground));
}

/// Kind, what is planted, what nearly is.
const CASES: &[(FindingKind, Change, Change)] = &[
    (
        FindingKind::TooFew,
        |f| f.dialogues[1].chairs.retain(|c| c.post_id == CHAIR),
        |f| f.dialogues[1] = dialogue("d2", date(2026, 12, 31), &[SECRETARY, CHAIR]),
    ),
    (
        FindingKind::PlanNotMet,
        |f| f.plans[0].rows[0].held_on = None,
        |f| (f.plans[0].rows[0].held_on, f.plans[0].rows[0].excused_on) = (None, Some(date(2026, 10, 20))),
    ),
    (FindingKind::NoApprovedPlan, |f| f.plans[0].approved_on = None, |f| f.plans[0].approved_on = Some(date(2026, 1, 31))),
    (
        FindingKind::AnnouncedLate,
        |f| f.dialogues[0].announced_on = Some(date(2026, 6, 4)),
        |f| f.dialogues[0].announced_on = Some(date(2026, 6, 3)),
    ),
    (
        FindingKind::NoNotice,
        |f| f.dialogues[0].chairs[1].notice_on = None,
        |f| f.dialogues[0].chairs[1].notice_on = Some(date(2026, 6, 20)),
    ),
    (
        FindingKind::ProofMissing,
        |f| f.dialogues[0].proofs.retain(|(p, _)| *p != Proof::Villages),
        |f| f.dialogues[0].proofs.iter_mut().for_each(|p| p.1 = date(2026, 6, 20)),
    ),
    (FindingKind::DeputyPresided, |f| deputy(f, DelegationGround::Leave), |f| deputy(f, DelegationGround::Mission)),
    (
        FindingKind::HeadAbsent,
        |f| f.dialogues[0].chairs[1].presided = Some(PresidingMode::Absent),
        |f| f.dialogues[2].chairs[0].presided = Some(PresidingMode::Absent),
    ),
    (FindingKind::PresidingNotRecorded, |f| f.dialogues[0].chairs[1].presided = None, |f| f.dialogues[2].chairs[0].presided = None),
    (FindingKind::LowAttendance, |f| f.dialogues[0].present = Some(49), |f| f.dialogues[0].present = Some(50)),
    (FindingKind::AttendanceNotRecorded, |f| f.dialogues[0].present = None, |f| f.dialogues[0].invited = None),
    (
        FindingKind::TooClose,
        |f| f.dialogues.push(thematic("t1b", date(2026, 3, 21))),
        |f| f.dialogues.push(thematic("t1b", date(2026, 3, 22))),
    ),
    (
        FindingKind::GapTooLong,
        |f| f.dialogues[3] = thematic("t2", date(2026, 3, 2).saturating_add(201.days())),
        |f| f.dialogues[3] = thematic("t2", date(2026, 3, 2).saturating_add(200.days())),
    ),
    (FindingKind::NoSupervision, |f| drop_entry(f, "s-chu-tich"), |f| entry_of(f, "s-chu-tich").on = date(2026, 12, 31)),
    (FindingKind::NoAnswer, |f| f.opinions[0].told_on = None, |f| f.opinions[0].told_on = Some(date(2026, 12, 7))),
    (
        FindingKind::Unanswered,
        |f| f.opinions[0].taken_on = Some(date(2026, 12, 5)),
        |f| (f.opinions[0].taken_on, f.opinions[0].answered_on) = (Some(date(2026, 12, 5)), Some(date(2026, 12, 7))),
    ),
    (FindingKind::PublicationSilent, |f| f.opinions[0].decided_on = None, |f| f.opinions[0].decided_on = Some(date(2026, 12, 4))),
    (
        FindingKind::CommitmentOverdue,
        |f| (f.tasks[0].done_on, f.tasks[0].told_on) = (None, None),
        |f| {
            (f.tasks[0].done_on, f.tasks[0].told_on) = (None, None);
            f.tasks[0].pauses = vec![PauseFact { from: date(2026, 5, 20), ended: None }];
        },
    ),
    (FindingKind::ResultNotTold, |f| f.tasks[0].told_on = None, |f| f.tasks[0].told_on = Some(date(2026, 6, 3))),
    (
        FindingKind::ReceptionNotHeld,
        |f| entry_of(f, "r5-2-chu-tich").on = date(2026, 5, 5),
        |f| entry_of(f, "r5-2-chu-tich").on = date(2026, 5, 31),
    ),
    (FindingKind::ReportMissing, |f| drop_entry(f, "y-bi-thu"), |f| entry_of(f, "y-bi-thu").on = date(2027, 1, 10)),
    (FindingKind::NotBriefed, |f| drop_entry(f, "b-bi-thu"), |f| entry_of(f, "b-bi-thu").on = date(2026, 3, 3)),
    (
        FindingKind::VotersUnanswered,
        |f| entry_of(f, "v").what = EntryKind::VoterList { percent: 10, answered_on: None },
        |f| entry_of(f, "v").what = EntryKind::VoterList { percent: 9, answered_on: None },
    ),
    (
        FindingKind::VoterMeetingAsDialogue,
        |f| f.dialogues[0].beside = Some("m".into()),
        |f| f.voter_meetings.push(VoterMeetingFact { id: "m".into(), on: date(2026, 6, 10) }),
    ),
    (FindingKind::FewOpinions, |f| f.dialogues[0].raised.truncate(4), |f| f.dialogues[0].raised.truncate(5)),
    (
        FindingKind::FewAnswered,
        |f| raised(f, |n, r| r.answered_on = r.answered_on.filter(|_| n < 7)),
        |f| raised(f, |n, r| r.answered_on = r.answered_on.filter(|_| n < 8)),
    ),
    (FindingKind::ManyRepeated, |f| raised(f, |n, r| r.repeated = n < 6), |f| raised(f, |n, r| r.repeated = n < 5)),
    (
        FindingKind::PeopleSpokeLittle,
        |f| f.dialogues[0].speech = Some(Speech { on: date(2026, 6, 10), people: 35, chair: 85 }),
        |f| f.dialogues[0].speech = Some(Speech { on: date(2026, 6, 10), people: 36, chair: 84 }),
    ),
];

fn kinds(all: &[Finding]) -> Vec<FindingKind> {
    let mut kinds: Vec<_> = all.iter().map(|f| f.kind).collect();
    kinds.dedup();
    kinds
}

#[test]
fn in_a_year_in_order_nothing_is_found() {
    assert_eq!(found(&in_order(), ON), []);
}

#[test]
fn every_finding_has_its_case() {
    for kind in FindingKind::ALL {
        assert_eq!(CASES.iter().filter(|c| c.0 == *kind).count(), 1, "{kind}");
    }
}

#[test]
fn every_finding_appears_when_and_only_when_it_should() {
    for (kind, planted, near) in CASES {
        let mut facts = in_order();
        planted(&mut facts);
        let all = found(&facts, ON);
        assert_eq!(kinds(&all), [*kind], "planted");
        for f in &all {
            let (since, before) = (f.since, f.since.yesterday().unwrap());
            assert!(found(&facts, since).iter().any(|g| g == f), "{kind} stands from {since} on");
            assert!(!found(&facts, before).iter().any(|g| g.kind == f.kind && g.post_id == f.post_id), "{kind} does not stand on {before}");
        }
        let mut facts = in_order();
        near(&mut facts);
        assert_eq!(kinds(&found(&facts, ON)), [], "a near miss of {kind}");
    }
}

#[test]
fn s4_10_the_key_of_a_finding_is_the_same_on_every_later_day_and_of_no_other_finding() {
    let mut keys = std::collections::BTreeSet::new();
    for (kind, planted, _) in CASES {
        let mut facts = in_order();
        planted(&mut facts);
        for f in found(&facts, ON) {
            let later = found(&facts, ON.tomorrow().unwrap());
            assert!(later.iter().any(|g| g.key() == f.key()), "{kind}");
            assert!(keys.insert(f.key()), "{kind}: a key of its own");
        }
    }
}

#[test]
fn every_finding_names_post_evidence_or_duty() {
    for (kind, planted, _) in CASES {
        let mut facts = in_order();
        planted(&mut facts);
        for f in found(&facts, ON) {
            assert!(bound().posts.iter().any(|p| p.id == f.post_id), "{kind}");
            assert!(f.duty.is_some() || !f.evidence.is_empty(), "{kind}");
        }
    }
}

#[test]
fn s4_6_three_of_four_invented_communes_are_named_at_the_share_that_the_clause_sets() {
    let rule = [document(
        "share",
        date(2021, 1, 1),
        None,
        vec![clause(ClauseKind::Attendance, Parameters { percent: Some(70), ..Parameters::default() })],
    )];
    let named = |invited, present| {
        let d = DialogueFact { invited, present, ..dialogue("a", date(2026, 5, 5), &[CHAIR]) };
        let facts = Facts { dialogues: vec![d], ..Facts::default() };
        let calendar = Calendar::builtin().unwrap();
        let duties = ledger(&Rules::new(&rule), &calendar, &bound(), &facts, 2026..=2026, date(2026, 12, 31));
        let all = findings(&duties, &calendar, &bound(), &facts, &Signs::builtin().unwrap(), 2026..=2026, date(2026, 12, 31));
        kinds(&all)
    };
    let communes = [(120, 60), (200, 139), (80, 20), (150, 105)];
    let low = communes.iter().filter(|(i, p)| named(Some(*i), Some(*p)) == [FindingKind::LowAttendance]).count();
    assert_eq!(low, 3);
    assert_eq!(named(Some(150), Some(105)), [], "70 of 100 is the threshold itself");
    assert_eq!(named(None, Some(105)), [FindingKind::AttendanceNotRecorded], "a share without its base is none");
}

#[test]
fn s3_3_a_sign_is_of_one_dialogue_and_says_nothing_without_a_base() {
    let mut facts = in_order();
    // Two opinions, none answered: too few for a share; that they are few is said.
    facts.dialogues[0].raised.truncate(2);
    raised(&mut facts, |_, r| r.answered_on = None);
    assert_eq!(kinds(&found(&facts, ON)), [FindingKind::FewOpinions]);
    // Unsigned minutes tell nothing.
    facts.dialogues[0].minutes_on = None;
    assert_eq!(kinds(&found(&facts, ON)), []);
}

#[test]
fn s4_17_each_sign_of_form_stands_by_itself_and_they_are_never_added_up() {
    let mut facts = in_order();
    raised(&mut facts, |n, r| (r.answered_on, r.repeated) = (r.answered_on.filter(|_| n < 7), n < 6));
    facts.dialogues[0].speech = Some(Speech { on: date(2026, 6, 10), people: 10, chair: 110 });
    let all = found(&facts, ON);
    assert_eq!(kinds(&all), [FindingKind::FewAnswered, FindingKind::ManyRepeated, FindingKind::PeopleSpokeLittle]);
    assert!(all.iter().all(|f| f.kind.is_sign() && f.evidence.len() == 1));
    assert!(FindingKind::ALL.iter().filter(|k| k.is_sign()).count() == 4);
}

#[test]
fn a_commitment_that_was_overdue_before_its_pause_stays_so_and_an_extension_counts_from_its_decision() {
    let open = |change: &dyn Fn(&mut TaskFact)| {
        let mut facts = in_order();
        (facts.tasks[0].done_on, facts.tasks[0].told_on) = (None, None);
        change(&mut facts.tasks[0]);
        facts
    };
    let late = open(&|t| t.pauses = vec![PauseFact { from: date(2026, 5, 25), ended: None }]);
    assert_eq!(kinds(&found(&late, ON)), [FindingKind::CommitmentOverdue]);
    let granted = open(&|t| t.extensions = vec![ExtensionFact { on: date(2026, 5, 28), to: date(2027, 2, 1) }]);
    assert!(found(&granted, date(2026, 5, 27)).iter().any(|f| f.kind == FindingKind::CommitmentOverdue), "not decided yet");
    assert_eq!(kinds(&found(&granted, ON)), []);
    let resumed = open(&|t| t.pauses = vec![PauseFact { from: date(2026, 5, 20), ended: Some((date(2026, 6, 20), date(2026, 6, 25))) }]);
    assert_eq!(kinds(&found(&resumed, date(2026, 6, 26))).last(), Some(&FindingKind::CommitmentOverdue));
    assert!(!kinds(&found(&resumed, date(2026, 6, 25))).contains(&FindingKind::CommitmentOverdue));
}

#[test]
fn what_is_open_from_the_year_before_is_named_in_this_one() {
    let old = TaskFact { assigned_on: date(2025, 11, 1), due_on: date(2025, 12, 1), ..task() };
    let facts = Facts { tasks: vec![old], ..in_order() };
    assert_eq!(kinds(&found(&facts, ON)), [FindingKind::CommitmentOverdue]);
    let chairs =
        vec![Chair { post_id: CHAIR.into(), presided: Some(PresidingMode::Delegated), ground: None, notice_on: Some(date(2025, 12, 5)) }];
    let before = DialogueFact { chairs, ..dialogue("z", date(2025, 12, 1), &[CHAIR]) };
    let mut facts = in_order();
    facts.dialogues.push(before);
    assert_eq!(kinds(&found(&facts, ON)), [], "a dialogue belongs to its own year");
}
