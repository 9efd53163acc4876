#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! What is on record and what is not: the time before an office used the program, opinions that nobody answered, each
//! head's own notice; whom a clause binds, who received a report, who answers for a matter.

use jiff::civil::{Date, date};

use super::{
    facts::{EntryKind, OpinionFact, PastFact, PauseFact, PlanFact, PlannedFact, ReopenedFact, TaskFact, called},
    tests::{CHAIR, SECRETARY, bound, clause, dialogue, document, entry, found, opinion, register, run, run_for, task},
    *,
};
use crate::{
    calendar::Calendar,
    people::{body::BodyKind, post::PostKind},
    regulation::clause::{ClauseKind, Parameters, Per, ReportPeriod},
};

/// The office set itself up on that day.
const FIRST: Date = Date::constant(2026, 9, 1);
const ON: Date = Date::constant(2027, 1, 20);

fn used() -> Bound {
    Bound { used_from: Some(FIRST), ..bound() }
}

fn named(facts: &Facts, on: Date) -> Vec<Finding> {
    let (rules, calendar) = (register(), Calendar::builtin().unwrap());
    let duties = ledger(&Rules::new(&rules), &calendar, &used(), facts, 2026..=2026, on);
    findings(&duties, &calendar, &used(), facts, &Signs::builtin().unwrap(), 2026..=2026, on)
}

#[test]
fn what_fell_due_before_the_office_used_the_program_is_not_known_and_nothing_is_found_in_it() {
    let facts = Facts::default();
    let (then, now) = (run_for(&bound(), &facts, 2026..=2026, ON), run_for(&used(), &facts, 2026..=2026, ON));
    assert_eq!(then.len(), now.len(), "every duty stands");
    for (a, b) in then.iter().zip(&now) {
        let expected = if a.state == DutyState::Breached && a.due < FIRST { DutyState::BeforeUse } else { a.state };
        assert_eq!((b.state, &b.id), (expected, &a.id));
    }
    assert!(now.iter().any(|d| d.state == DutyState::BeforeUse) && now.iter().any(|d| d.state == DutyState::Breached));
    assert!(named(&facts, ON).iter().all(|f| f.since > FIRST), "a finding begins on the day after its duty was due");
    // The first day itself is the office's own: what falls due on it is judged.
    let due_on_first = Bound { used_from: Some(date(2026, 6, 30)), ..bound() };
    let june = run_for(&due_on_first, &facts, 2026..=2026, ON);
    let first = june.iter().find(|d| d.kind == ClauseKind::Frequency && d.post_id == CHAIR).unwrap();
    assert_eq!((first.due, first.state), (date(2026, 6, 30), DutyState::Breached));
}

#[test]
fn the_past_that_somebody_enters_counts_as_what_it_was() {
    let mut facts = Facts::default();
    facts.entries.push(entry("r1", CHAIR, date(2026, 3, 5), EntryKind::Reception));
    facts.dialogues.push(dialogue("d", date(2026, 5, 5), &[CHAIR]));
    let duties = run_for(&used(), &facts, 2026..=2026, ON);
    let of = |kind, n: usize| duties.iter().filter(|d| d.kind == kind && d.post_id == CHAIR).nth(n).unwrap().state;
    assert_eq!((of(ClauseKind::Frequency, 0), of(ClauseKind::Frequency, 1)), (DutyState::Met, DutyState::Breached));
    let march: Vec<DutyState> = duties
        .iter()
        .filter(|d| d.kind == ClauseKind::Reception && d.post_id == CHAIR && d.due == date(2026, 3, 31))
        .map(|d| d.state)
        .collect();
    assert_eq!(march, [DutyState::Met, DutyState::BeforeUse]);
}

#[test]
fn a_superior_may_still_accept_a_reason_for_it_and_a_planned_row_of_that_time_is_no_finding() {
    let first = run_for(&used(), &Facts::default(), 2026..=2026, ON)[0].clone();
    assert_eq!(first.state, DutyState::BeforeUse);
    let waiver = entry("w", &first.post_id, date(2026, 9, 2), EntryKind::Waiver { duty: first.id.clone() });
    let facts = Facts { entries: vec![waiver], ..Facts::default() };
    assert_eq!(run_for(&used(), &facts, 2026..=2026, ON)[0].state, DutyState::Waived);
    let row = |id: &str, by| PlannedFact { id: id.into(), posts: vec![CHAIR.into()], by, held_on: None, excused_on: None };
    let rows = vec![row("before", date(2026, 8, 31)), row("since", date(2026, 9, 30))];
    let facts =
        Facts { plans: vec![PlanFact { id: "p".into(), year: 2026, approved_on: Some(date(2026, 1, 5)), rows }], ..Facts::default() };
    let plan: Vec<String> =
        named(&facts, ON).into_iter().filter(|f| f.kind == FindingKind::PlanNotMet).map(|f| f.evidence[0].id.clone()).collect();
    assert_eq!(plan, ["since"]);
}

fn unanswered(facts: &Facts, on: Date) -> Vec<(Date, String)> {
    found(facts, 2026..=2026, on).into_iter().filter(|f| f.kind == FindingKind::Unanswered).map(|f| (f.since, f.post_id)).collect()
}

#[test]
fn s1_9_an_opinion_taken_to_a_dialogue_that_nobody_answered_is_named_after_the_limit_of_the_place() {
    let taken = OpinionFact { taken_on: Some(date(2026, 12, 5)), ..opinion(Some(date(2026, 11, 25))) };
    let facts = |o: &OpinionFact| Facts { opinions: vec![o.clone()], ..Facts::default() };
    assert_eq!(unanswered(&facts(&taken), date(2026, 12, 15)), [], "ten days after it was held");
    assert_eq!(unanswered(&facts(&taken), date(2026, 12, 16)), [(date(2026, 12, 16), SECRETARY.to_owned())]);
    let answered = OpinionFact { answered_on: Some(date(2026, 12, 7)), ..taken.clone() };
    assert_eq!(unanswered(&facts(&answered), date(2026, 12, 31)), []);
    assert_eq!(unanswered(&facts(&answered), date(2026, 12, 6)), [], "before its limit");
    let later = OpinionFact { answered_on: Some(date(2026, 12, 20)), ..taken.clone() };
    assert_eq!(unanswered(&facts(&later), date(2026, 12, 19)).len(), 1, "not answered yet");
    let neither = OpinionFact { taken_on: None, ..taken };
    assert_eq!(unanswered(&facts(&neither), date(2026, 12, 31)), [], "without dialogue and task no day is set; the notice has its own");
}

#[test]
fn s1_9_an_opinion_given_to_a_body_that_nobody_answered_is_named_after_the_day_that_the_task_promises() {
    let o = OpinionFact { received_on: date(2026, 5, 1), ..opinion(Some(date(2026, 5, 4))) };
    let with = |t: TaskFact| Facts { opinions: vec![o.clone()], tasks: vec![TaskFact { of: "o".into(), ..t }], ..Facts::default() };
    assert_eq!(unanswered(&with(task()), date(2026, 5, 24)), []);
    assert_eq!(unanswered(&with(task()), date(2026, 5, 25)), [(date(2026, 5, 25), CHAIR.to_owned())]);
    let paused = TaskFact { pauses: vec![PauseFact { from: date(2026, 5, 20), ended: None }], ..task() };
    assert_eq!(unanswered(&with(paused), date(2026, 6, 30)), [], "its clock stands still");
    // A task that ended without an answer to the person leaves the opinion open.
    let partly = TaskFact { done_on: Some(date(2026, 5, 20)), ..task() };
    assert_eq!(unanswered(&with(partly), date(2026, 5, 25)).len(), 1);
    let of_another = Facts { opinions: vec![o.clone()], tasks: vec![task()], ..Facts::default() };
    assert_eq!(unanswered(&of_another, date(2026, 6, 30)), []);
}

#[test]
fn s1_9_an_opinion_opened_again_and_never_answered_again_is_named_after_the_day_that_the_person_was_told() {
    let again = ReopenedFact { on: date(2026, 6, 1), by: Some(date(2026, 6, 15)), answered_on: None };
    let of = |r: &ReopenedFact| OpinionFact {
        received_on: date(2026, 5, 1),
        answered_on: Some(date(2026, 5, 20)),
        reopened: Some(r.clone()),
        ..opinion(Some(date(2026, 5, 4)))
    };
    let facts = |r: &ReopenedFact| Facts { opinions: vec![of(r)], ..Facts::default() };
    assert_eq!(unanswered(&facts(&again), date(2026, 6, 15)), [], "on its last day");
    assert_eq!(unanswered(&facts(&again), date(2026, 6, 16)), [(date(2026, 6, 16), SECRETARY.to_owned())]);
    let named = found(&facts(&again), 2026..=2026, date(2026, 6, 16)).into_iter().find(|f| f.kind == FindingKind::Unanswered).unwrap();
    let seen: Vec<_> = named.evidence.iter().map(|e| (e.kind, e.on)).collect();
    assert_eq!(seen, [(FactKind::Opinion, date(2026, 5, 1)), (FactKind::Reopening, date(2026, 6, 1))]);
    let answered = ReopenedFact { answered_on: Some(date(2026, 6, 20)), ..again.clone() };
    assert_eq!(unanswered(&facts(&answered), date(2026, 6, 19)).len(), 1, "not answered yet");
    assert_eq!(unanswered(&facts(&answered), date(2026, 6, 20)), []);
    let unknown = ReopenedFact { by: None, ..again.clone() };
    assert_eq!(unanswered(&facts(&unknown), date(2026, 12, 31)), [], "no day was told");
    // The first answer was in time and stays so; the first wait's dialogue and task say nothing of the second.
    let taken = OpinionFact { taken_on: Some(date(2026, 6, 10)), ..of(&unknown) };
    let first = TaskFact { of: "o".into(), assigned_on: date(2026, 5, 2), done_on: Some(date(2026, 5, 20)), ..task() };
    let of_both = Facts { opinions: vec![taken], tasks: vec![first], ..Facts::default() };
    assert_eq!(unanswered(&of_both, date(2026, 12, 31)), []);
}

#[test]
fn s1_9_where_an_opinion_opened_again_is_given_to_a_body_the_later_day_is_waited_for_and_that_body_answers() {
    let again = ReopenedFact { on: date(2026, 5, 5), by: Some(date(2026, 5, 19)), answered_on: None };
    let o = OpinionFact {
        received_on: date(2026, 4, 1),
        answered_on: Some(date(2026, 4, 20)),
        reopened: Some(again),
        ..opinion(Some(date(2026, 4, 4)))
    };
    let with = |t: TaskFact| Facts { opinions: vec![o.clone()], tasks: vec![TaskFact { of: "o".into(), ..t }], ..Facts::default() };
    let given = TaskFact { assigned_on: date(2026, 5, 5), ..task() };
    assert_eq!(unanswered(&with(given.clone()), date(2026, 5, 24)), [], "the day that the task promises");
    assert_eq!(unanswered(&with(given.clone()), date(2026, 5, 25)), [(date(2026, 5, 25), CHAIR.to_owned())]);
    let paused = TaskFact { pauses: vec![PauseFact { from: date(2026, 5, 20), ended: None }], ..given.clone() };
    assert_eq!(unanswered(&with(paused), date(2026, 6, 30)), [], "its clock stands still");
    let before = TaskFact { assigned_on: date(2026, 5, 4), ..given };
    assert_eq!(unanswered(&with(before), date(2026, 5, 20)), [(date(2026, 5, 20), SECRETARY.to_owned())], "of the first wait");
}

#[test]
fn s1_9_where_a_dialogue_and_a_task_each_set_a_day_the_later_one_is_waited_for() {
    let taken = |on| OpinionFact { received_on: date(2026, 5, 1), taken_on: Some(on), ..opinion(Some(date(2026, 5, 4))) };
    let since = |held| {
        let handed = TaskFact { of: "o".into(), ..task() };
        let facts = Facts { opinions: vec![taken(held)], tasks: vec![handed], ..Facts::default() };
        (unanswered(&facts, date(2026, 5, 24)).len(), unanswered(&facts, date(2026, 12, 31)))
    };
    assert_eq!(since(date(2026, 5, 5)), (0, vec![(date(2026, 5, 25), CHAIR.to_owned())]), "the day of the task");
    assert_eq!(since(date(2026, 5, 20)), (0, vec![(date(2026, 5, 31), CHAIR.to_owned())]), "ten days after the dialogue");
}

#[test]
fn s1_14_of_two_who_chair_each_owes_a_notice_of_the_own() {
    let mut d = dialogue("a", date(2026, 5, 5), &[SECRETARY, CHAIR]);
    d.chairs[0].notice_on = None;
    let facts = Facts { dialogues: vec![d], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2026, 5, 16));
    let of = |post: &str| duties.iter().find(|d| d.kind == ClauseKind::NoticeLimit && d.post_id == post).unwrap().state;
    assert_eq!((of(SECRETARY), of(CHAIR)), (DutyState::Breached, DutyState::Met));
}

#[test]
fn a_dialogue_of_the_offices_old_book_counts_as_held_and_owes_nothing_else() {
    let book = |on| PastFact { id: "b".into(), posts: vec![CHAIR.into()], kind: crate::dialogue::state::DialogueKind::Regular, on };
    let facts = Facts { past: vec![book(date(2026, 5, 5))], ..Facts::default() };
    let (with, without) = (run_for(&used(), &facts, 2026..=2026, ON), run_for(&used(), &Facts::default(), 2026..=2026, ON));
    assert_eq!(with.len(), without.len(), "no duty of its own: no notice, no announcement");
    let changed: Vec<&Duty> = with.iter().zip(&without).filter(|(a, b)| a.state != b.state).map(|(a, _)| a).collect();
    assert_eq!(
        changed.iter().map(|d| (d.kind, d.state, d.post_id.as_str())).collect::<Vec<_>>(),
        [(ClauseKind::Frequency, DutyState::Met, CHAIR)]
    );
    let later = Facts { past: vec![book(date(2027, 2, 1))], ..Facts::default() };
    assert_eq!(run_for(&used(), &later, 2026..=2026, ON), without, "not held yet");
}

#[test]
fn who_chaired_is_read_as_the_book_called_them() {
    let posts =
        [("s", "Bí thư Đảng ủy xã Vân Trạch"), ("c", "Chủ tịch UBND xã Vân Trạch")].map(|(id, name)| (id.to_owned(), name.to_owned()));
    let of = |head: &str| called(head, &posts);
    assert_eq!((of("Chủ tịch UBND xã"), of("chu tich ubnd xa van trach")), (vec!["c"], vec!["c"]));
    assert_eq!(of("Bí thư Đảng ủy, Chủ tịch UBND xã"), ["s", "c"]);
    assert_eq!(of("Bí thư Đảng ủy và Bí thư Đảng uỷ xã"), ["s"], "once, whichever way the tone is written");
    assert_eq!((of("Bí thư Huyện ủy"), of("Phó Chủ tịch UBND xã"), of("")), (vec![], vec![], vec![]));
    let twins = [("a", "Chủ tịch UBND xã"), ("b", "Chủ tịch UBND xã")].map(|(id, name)| (id.to_owned(), name.to_owned()));
    assert_eq!(called("Chủ tịch UBND xã", &twins), Vec::<&str>::new(), "which of two is meant nobody knows");
}

#[test]
fn l4_a_written_notice_is_a_fact_of_its_own() {
    let silent = Facts { opinions: vec![opinion(None)], ..Facts::default() };
    let written =
        |on| Facts { entries: vec![entry("n", SECRETARY, on, EntryKind::WrittenNotice { opinion: "o".into() })], ..silent.clone() };
    let state = |facts: &Facts| {
        let duties = run(facts, 2026..=2026, date(2026, 12, 31));
        let d = duties.iter().find(|d| d.kind == ClauseKind::PersonNotice).unwrap().clone();
        (d.state, d.facts.first().map(|f| f.kind))
    };
    assert_eq!(state(&silent), (DutyState::Breached, None));
    assert_eq!(state(&written(date(2026, 12, 7))), (DutyState::Met, Some(FactKind::WrittenNotice)), "the tenth working day");
    assert_eq!(state(&written(date(2026, 12, 8))), (DutyState::Late, Some(FactKind::WrittenNotice)));
    let of_another = Facts {
        entries: vec![entry("n", SECRETARY, date(2026, 12, 7), EntryKind::WrittenNotice { opinion: "x".into() })],
        ..silent.clone()
    };
    assert_eq!(state(&of_another).0, DutyState::Breached);
    let both = Facts { opinions: vec![opinion(Some(date(2026, 11, 25)))], ..written(date(2026, 12, 8)) };
    assert_eq!(state(&both), (DutyState::Met, Some(FactKind::Opinion)), "the earlier of both");
}

/// The fixture rules with receivers of the reports.
fn with_receivers(named: &[&str]) -> Vec<crate::regulation::document::Document> {
    let mut all = register();
    for c in all.iter_mut().flat_map(|d| &mut d.clauses).filter(|c| c.kind == ClauseKind::Report) {
        c.parameters.receivers = named.iter().map(|n| (*n).to_owned()).collect();
    }
    all
}

#[test]
fn l8_a_report_that_went_to_fewer_than_the_clause_names_is_missing_for_the_others_by_name() {
    let rules = with_receivers(&["Tỉnh ủy", "Ban Nội chính Tỉnh ủy"]);
    let calendar = Calendar::builtin().unwrap();
    let report = |id: &str, on, to: &[&str]| {
        let receivers = to.iter().map(|r| (*r).to_owned()).collect();
        entry(id, CHAIR, on, EntryKind::Report { period: ReportPeriod::HalfYear, to: date(2026, 6, 30), receivers })
    };
    let run = |entries: Vec<facts::Entry>| {
        let facts = Facts { entries, ..Facts::default() };
        let on = date(2026, 8, 1);
        let duties = ledger(&Rules::new(&rules), &calendar, &bound(), &facts, 2026..=2026, on);
        let found = findings(&duties, &calendar, &bound(), &facts, &Signs::builtin().unwrap(), 2026..=2026, on);
        let named = found.into_iter().find(|f| f.kind == FindingKind::ReportMissing && f.post_id == CHAIR && f.since == date(2026, 7, 11));
        let d = duties.into_iter().find(|d| d.kind == ClauseKind::Report && d.post_id == CHAIR && d.due == date(2026, 7, 10)).unwrap();
        (d.state, d.facts.iter().map(|f| f.on).collect::<Vec<_>>(), named.map(|f| (f.unsent, f.evidence.len())))
    };
    let (eighth, ninth) = (date(2026, 7, 8), date(2026, 7, 9));
    let missing = |who: &str, n| Some((vec![who.to_owned()], n));
    assert_eq!(run(vec![report("a", eighth, &["Tỉnh ủy"])]), (DutyState::Breached, vec![eighth], missing("Ban Nội chính Tỉnh ủy", 1)));
    // A name within another is another receiver; how it is written is not.
    assert_eq!(run(vec![report("a", eighth, &["Văn phòng Tỉnh ủy", "ban nội chính Tỉnh uỷ"])]).2, missing("Tỉnh ủy", 1));
    // Near misses: everybody by one report, by two of which the second completes it, by one that does not say to whom.
    assert_eq!(run(vec![report("a", eighth, &["Ban Nội chính Tỉnh ủy", "Tỉnh ủy", "Mặt trận"])]), (DutyState::Met, vec![eighth], None));
    let two = vec![report("b", ninth, &["Ban Nội chính Tỉnh ủy"]), report("a", eighth, &["Tỉnh ủy"])];
    assert_eq!(run(two), (DutyState::Met, vec![ninth], None));
    let late = vec![report("a", eighth, &["Tỉnh ủy"]), report("b", date(2026, 7, 20), &["Ban Nội chính Tỉnh ủy"])];
    assert_eq!(run(late), (DutyState::Late, vec![date(2026, 7, 20)], None));
    assert_eq!(run(vec![report("a", eighth, &[])]), (DutyState::Met, vec![eighth], None));
    // Where nothing was sent the report is missing, not one receiver's.
    assert_eq!(run(Vec::new()), (DutyState::Breached, vec![], Some((vec![], 0))));
}

#[test]
fn l8_whom_the_rules_name_is_told_for_the_post_and_the_period_that_report() {
    let rules = with_receivers(&["Tỉnh ủy"]);
    let of = |post, period| receivers(&Rules::new(&rules), &bound(), post, period, date(2026, 6, 30));
    assert_eq!(of(None, None), ["Tỉnh ủy"]);
    assert_eq!(of(Some(CHAIR), Some(ReportPeriod::HalfYear)), ["Tỉnh ủy"]);
    assert_eq!(of(Some(CHAIR), Some(ReportPeriod::Month)), Vec::<String>::new(), "no clause asks for it");
    assert_eq!(of(Some("of another unit"), None), Vec::<String>::new());
    assert_eq!(facts::received_by("Tỉnh ủy; Ban Nội chính,\n Mặt trận ;"), ["Tỉnh ủy", "Ban Nội chính", "Mặt trận"]);
}

#[test]
fn s0_2_a_clause_for_the_heads_of_some_bodies_binds_these_alone() {
    const HEAD: &str = "truong-phong";
    let post = |id: &str, kind, body, name: &str| facts::Post { id: id.into(), kind, body, body_name: name.into() };
    let mut place = bound();
    place.posts.push(post(HEAD, PostKind::BodyHead, BodyKind::Division, "Phòng Kinh tế xã"));
    place.posts.push(post("giam-doc", PostKind::BodyHead, BodyKind::PublicService, "Trường THCS Vân Trạch"));
    let asked = |bodies: Vec<BodyKind>, names: &[&str], posts: Vec<PostKind>| {
        let body_names = names.iter().map(|n| (*n).to_owned()).collect();
        let asks = Parameters { bodies, body_names, posts, times: Some(1), per: Some(Per::Year), ..Parameters::default() };
        let rules = [document("co-quan", date(2021, 1, 1), None, vec![clause(ClauseKind::Frequency, asks)])];
        let duties = ledger(&Rules::new(&rules), &Calendar::builtin().unwrap(), &place, &Facts::default(), 2026..=2026, ON);
        duties.into_iter().map(|d| d.post_id).collect::<Vec<_>>()
    };
    assert_eq!(asked(vec![BodyKind::Division], &[], vec![]), [HEAD]);
    assert_eq!(asked(vec![], &["phòng kinh tế xã"], vec![]), [HEAD], "by its name, however it is written");
    assert_eq!(asked(vec![BodyKind::PublicService], &["Phòng Kinh tế xã"], vec![]).len(), 2, "either is enough");
    assert_eq!(asked(vec![BodyKind::PeoplesCommittee], &[], vec![]), [CHAIR]);
    assert_eq!(asked(vec![], &[], vec![]).len(), 4, "no scope is every head");
    // Near misses: another kind, a part of the name, the kind of body with another kind of post.
    assert_eq!(asked(vec![BodyKind::ServiceCentre], &[], vec![]), Vec::<String>::new());
    assert_eq!(asked(vec![], &["Phòng Kinh tế"], vec![]), Vec::<String>::new());
    assert_eq!(asked(vec![BodyKind::Division], &[], vec![PostKind::CommitteeChair]), Vec::<String>::new());
}

#[test]
fn s1_9_for_a_matter_handed_to_a_body_its_head_answers() {
    let o = OpinionFact { received_on: date(2026, 5, 1), ..opinion(Some(date(2026, 5, 4))) };
    let handed = TaskFact { of: "o".into(), post_id: "truong-phong".into(), answers: facts::Answers::Handed, ..task() };
    let facts = Facts { opinions: vec![o], tasks: vec![handed], ..Facts::default() };
    assert_eq!(unanswered(&facts, date(2026, 5, 25)), [(date(2026, 5, 25), "truong-phong".to_owned())]);
    let late = found(&facts, 2026..=2026, date(2026, 5, 25)).into_iter().find(|f| f.kind == FindingKind::CommitmentOverdue).unwrap();
    assert_eq!(late.post_id, "truong-phong");
    // The body gets its first head: what was asked to remedy it stands under the same key.
    let mut in_place = facts.clone();
    (in_place.tasks[0].post_id, in_place.tasks[0].answers) = (CHAIR.into(), facts::Answers::InPlace);
    let keys = |facts: &Facts| -> Vec<String> {
        let all = found(facts, 2026..=2026, date(2026, 5, 25)).into_iter();
        all.filter(|f| f.kind.is_of_a_matter()).map(|f| f.key()).collect()
    };
    assert_eq!(keys(&facts), keys(&in_place));
    assert_eq!(keys(&facts).len(), 2);
}
