#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
//! Fixture clauses of invented rules: no real document is given a clause here that was not read in it.

use jiff::civil::{Date, date};

use super::{
    facts::{
        Answers, Chair, DialogueFact, Entry, EntryKind, ExtensionFact, OpinionFact, PauseFact, PlanFact, PlannedFact, Post, Proof,
        RaisedFact, TaskFact,
    },
    *,
};
use crate::{
    dialogue::state::{Basis, DelegationGround, DialogueKind, PresidingMode},
    people::{body::BodyKind, post::PostKind},
    regulation::{
        clause::{Clause, ClauseKind, DayCount, Delegation, Parameters, Per, ReportPeriod},
        document::{Area, Document, DocumentKind, Link, LinkKind, Visibility},
        own::{OwnLimit, OwnLimitName, OwnLimits, SetBy},
    },
    unit::Level,
};

pub(super) const UNIT: &str = "D9.demo";
pub(super) const SECRETARY: &str = "bi-thu";
pub(super) const CHAIR: &str = "chu-tich";

pub(super) fn clause(kind: ClauseKind, parameters: Parameters) -> Clause {
    Clause {
        kind,
        citation: "Điều 1".into(),
        text: "t".into(),
        parameters,
        source: "fixture".into(),
        confirmed: true,
        valid_from: None,
        valid_to: None,
    }
}

pub(super) fn document(id: &str, from: Date, supersedes: Option<&str>, clauses: Vec<Clause>) -> Document {
    Document {
        id: id.into(),
        kind: DocumentKind::Regulation,
        number: String::new(),
        title: "t".into(),
        issuer: "i".into(),
        area: Area::Nation,
        unit_id: None,
        issued_on: Some(from),
        known_by: None,
        valid_from: None,
        valid_to: None,
        days_confirmed: true,
        visibility: Visibility::Public,
        source: "fixture".into(),
        note: String::new(),
        links: supersedes
            .map(|to| Link { kind: LinkKind::Supersedes, to: to.into(), source: "fixture".into(), confirmed: true })
            .into_iter()
            .collect(),
        clauses,
    }
}

pub(super) fn times(n: u32, per: Per) -> Parameters {
    Parameters { times: Some(n), per: Some(per), ..Parameters::default() }
}

pub(super) fn within(days: u32, count: DayCount) -> Parameters {
    Parameters { days: Some(days), count: Some(count), ..Parameters::default() }
}

/// A rule of 2018 that asks for one dialogue a year and one of 2021 in its place that asks for two, and everything else.
pub(super) fn register() -> Vec<Document> {
    let calendar = |days| within(days, DayCount::Calendar);
    vec![
        document("old", date(2018, 1, 3), None, vec![clause(ClauseKind::Frequency, times(1, Per::Year))]),
        document(
            "new",
            date(2021, 3, 18),
            Some("old"),
            vec![
                clause(ClauseKind::Frequency, Parameters { months: vec![6, 12], ..times(2, Per::Year) }),
                clause(ClauseKind::PlanEntry, Parameters { months: vec![1], day_of_month: Some(31), ..Parameters::default() }),
                clause(ClauseKind::AnnouncementLead, calendar(7)),
                clause(ClauseKind::NoticeLimit, calendar(10)),
                clause(ClauseKind::Publication, calendar(10)),
                clause(ClauseKind::AnswerLimit, calendar(20)),
                clause(ClauseKind::PersonNotice, within(10, DayCount::Working)),
                clause(ClauseKind::Attendance, Parameters { people_min: Some(50), people_max: Some(300), ..Parameters::default() }),
                clause(ClauseKind::Supervision, times(1, Per::Year)),
                clause(ClauseKind::Reception, times(2, Per::Month)),
                clause(ClauseKind::Report, Parameters { periods: vec![ReportPeriod::HalfYear, ReportPeriod::Year], ..calendar(10) }),
                clause(ClauseKind::Briefing, calendar(30)),
                clause(ClauseKind::VoterRequest, Parameters { percent: Some(10), ..calendar(30) }),
                clause(
                    ClauseKind::Presiding,
                    Parameters {
                        delegation: Some(Delegation::Conditional),
                        grounds: vec![DelegationGround::Mission],
                        dialogues: vec![DialogueKind::Thematic],
                        ..Parameters::default()
                    },
                ),
            ],
        ),
    ]
}

pub(super) fn bound() -> Bound {
    Bound {
        unit_id: UNIT.into(),
        level: Level::Commune,
        chain: vec![UNIT.into(), "31.2025".into()],
        from: None,
        to: None,
        used_from: None,
        posts: vec![
            Post {
                id: SECRETARY.into(), kind: PostKind::PartySecretary, body: BodyKind::PartyCommittee, body_name: "Đảng ủy xã".into()
            },
            Post { id: CHAIR.into(), kind: PostKind::CommitteeChair, body: BodyKind::PeoplesCommittee, body_name: "UBND xã".into() },
        ],
        own: OwnLimits::builtin().unwrap(),
    }
}

pub(super) fn dialogue(id: &str, on: Date, posts: &[&str]) -> DialogueFact {
    DialogueFact {
        id: id.into(),
        kind: DialogueKind::Regular,
        basis: Basis::Party,
        on_day: on,
        chairs: posts
            .iter()
            .map(|p| Chair {
                post_id: (*p).into(),
                presided: Some(PresidingMode::InPerson),
                ground: None,
                notice_on: on.checked_add(jiff::Span::new().days(5)).ok(),
            })
            .collect(),
        announced_on: on.checked_sub(jiff::Span::new().days(10)).ok(),
        held_on: Some(on),
        called_off: false,
        proofs: Proof::ALL.iter().map(|p| (*p, on.saturating_add(jiff::Span::new().days(6)))).collect(),
        invited: Some(120),
        present: Some(90),
        minutes_on: Some(on),
        raised: (0..10).map(|n| RaisedFact { id: format!("{id}-{n}"), answered_on: Some(on), repeated: false }).collect(),
        speech: None,
        concluded: Vec::new(),
        named_voter_meeting: false,
        beside: None,
    }
}

pub(super) fn entry(id: &str, post: &str, on: Date, what: EntryKind) -> Entry {
    Entry { id: id.into(), post_id: post.into(), on, what }
}

pub(super) fn run(facts: &Facts, years: RangeInclusive<i16>, on: Date) -> Vec<Duty> {
    run_for(&bound(), facts, years, on)
}

pub(super) fn run_for(bound: &Bound, facts: &Facts, years: RangeInclusive<i16>, on: Date) -> Vec<Duty> {
    let register = register();
    ledger(&Rules::new(&register), &Calendar::builtin().unwrap(), bound, facts, years, on)
}

pub(super) fn of(duties: &[Duty], kind: ClauseKind, post: &str) -> Vec<(Date, DutyState)> {
    duties.iter().filter(|d| d.kind == kind && d.post_id == post).map(|d| (d.due, d.state)).collect()
}

pub(super) fn names(facts: &Facts, years: RangeInclusive<i16>, on: Date) -> Vec<FindingKind> {
    let mut all: Vec<_> = found(facts, years, on).iter().map(|f| f.kind).collect();
    all.dedup();
    all
}

pub(super) fn found(facts: &Facts, years: RangeInclusive<i16>, on: Date) -> Vec<Finding> {
    let duties = run(facts, years.clone(), on);
    findings(&duties, &Calendar::builtin().unwrap(), &bound(), facts, &Signs::builtin().unwrap(), years, on)
}

#[test]
fn s4_1_2020_is_judged_by_the_rule_of_2020_and_2022_by_that_of_2022() {
    let facts =
        Facts { dialogues: vec![dialogue("a", date(2020, 5, 5), &[CHAIR]), dialogue("b", date(2022, 5, 5), &[CHAIR])], ..Facts::default() };
    let on = date(2023, 1, 1);
    assert_eq!(of(&run(&facts, 2020..=2020, on), ClauseKind::Frequency, CHAIR), [(date(2020, 12, 31), DutyState::Met)]);
    assert_eq!(
        of(&run(&facts, 2022..=2022, on), ClauseKind::Frequency, CHAIR),
        [(date(2022, 6, 30), DutyState::Met), (date(2022, 12, 31), DutyState::Breached)]
    );
    // The old rule asked for no notice: none is owed for an event of its time.
    let notices: Vec<_> = run(&facts, 2020..=2022, on).into_iter().filter(|d| d.kind == ClauseKind::NoticeLimit).collect();
    assert_eq!(notices.len(), 1);
    assert!(notices[0].id.contains("/b"));
}

#[test]
fn s0_5_below_the_number_is_a_finding_of_that_post_only() {
    let facts = Facts {
        dialogues: vec![dialogue("a", date(2026, 5, 5), &[CHAIR]), dialogue("b", date(2026, 11, 5), &[CHAIR])],
        ..Facts::default()
    };
    let all = found(&facts, 2026..=2026, date(2027, 1, 2));
    let few: Vec<_> = all.iter().filter(|f| f.kind == FindingKind::TooFew).map(|f| (f.post_id.as_str(), f.since)).collect();
    assert_eq!(few, [(SECRETARY, date(2026, 7, 1)), (SECRETARY, date(2027, 1, 1))]);
}

#[test]
fn s1_14_a_joint_conference_counts_for_both_heads() {
    let facts = Facts { dialogues: vec![dialogue("a", date(2026, 5, 5), &[CHAIR, SECRETARY])], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2026, 7, 2));
    for post in [CHAIR, SECRETARY] {
        assert_eq!(of(&duties, ClauseKind::Frequency, post)[0], (date(2026, 6, 30), DutyState::Met), "{post}");
    }
}

/// The Party's rule and the law ask for one each: an event under both meets both and is one event; one of the Party alone
/// is none of the law.
#[test]
fn an_event_under_both_rules_meets_each_of_them() {
    let asks = |id, basis| {
        let one = Parameters { basis: Some(basis), ..times(1, Per::Year) };
        document(id, date(2026, 1, 1), None, vec![clause(ClauseKind::Frequency, one)])
    };
    let rules = [asks("luat", Basis::Statutory), asks("quy-che", Basis::Party)];
    let states = |basis| {
        let event = DialogueFact { basis, ..dialogue("a", date(2026, 5, 5), &[CHAIR]) };
        let facts = Facts { dialogues: vec![event], ..Facts::default() };
        let calendar = Calendar::builtin().unwrap();
        let duties = ledger(&Rules::new(&rules), &calendar, &bound(), &facts, 2026..=2026, date(2027, 1, 2));
        let own: Vec<_> = duties.into_iter().filter(|d| d.post_id == CHAIR).map(|d| (d.clause.document, d.state)).collect();
        own
    };
    let both = [("luat".to_owned(), DutyState::Met), ("quy-che".to_owned(), DutyState::Met)];
    assert_eq!(states(Basis::Both), both);
    assert_eq!(states(Basis::Party), [("luat".to_owned(), DutyState::Breached), both[1].clone()]);
    assert_eq!(states(Basis::Statutory), [both[0].clone(), ("quy-che".to_owned(), DutyState::Breached)]);
}

#[test]
fn s3_10_a_dialogue_put_off_is_not_held_and_a_waiver_with_a_paper_shows_apart() {
    let mut off = dialogue("a", date(2026, 5, 5), &[CHAIR]);
    (off.held_on, off.called_off) = (None, true);
    let facts = Facts { dialogues: vec![off], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2026, 7, 2));
    let first = duties.iter().find(|d| d.kind == ClauseKind::Frequency && d.post_id == CHAIR).unwrap();
    assert_eq!(first.state, DutyState::Breached);
    assert!(of(&duties, ClauseKind::AnnouncementLead, CHAIR).is_empty());
    let waiver = entry("w", CHAIR, date(2026, 6, 1), EntryKind::Waiver { duty: first.id.clone() });
    let facts = Facts { entries: vec![waiver], ..facts };
    let duties = run(&facts, 2026..=2026, date(2026, 7, 2));
    assert_eq!(of(&duties, ClauseKind::Frequency, CHAIR)[0].1, DutyState::Waived);
    let named = found(&facts, 2026..=2026, date(2026, 7, 2));
    assert!(!named.iter().any(|f| f.kind == FindingKind::TooFew && f.post_id == CHAIR), "an accepted reason is no finding");
    assert!(named.iter().any(|f| f.kind == FindingKind::TooFew && f.post_id == SECRETARY));
}

#[test]
fn s4_2_missing_conclusion_notice_is_named() {
    let mut d = dialogue("a", date(2026, 5, 5), &[CHAIR]);
    d.chairs[0].notice_on = None;
    let facts = Facts { dialogues: vec![d], ..Facts::default() };
    assert!(!names(&facts, 2026..=2026, date(2026, 5, 15)).contains(&FindingKind::NoNotice));
    assert!(names(&facts, 2026..=2026, date(2026, 5, 16)).contains(&FindingKind::NoNotice));
}

#[test]
fn l3_each_missing_proof_is_a_duty_of_its_own() {
    let mut d = dialogue("a", date(2026, 5, 5), &[CHAIR]);
    d.proofs.retain(|(p, _)| *p != Proof::Villages);
    let facts = Facts { dialogues: vec![d], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2026, 5, 16));
    let open: Vec<_> =
        duties.iter().filter(|d| d.kind == ClauseKind::Publication && d.state == DutyState::Breached).map(|d| d.id.clone()).collect();
    assert_eq!(open.len(), 1);
    assert!(open[0].ends_with("/villages"));
}

#[test]
fn l2_six_days_before_is_late_and_seven_is_in_time() {
    for (lead, state) in [(7, DutyState::Met), (6, DutyState::Late)] {
        let mut d = dialogue("a", date(2026, 5, 15), &[CHAIR]);
        d.announced_on = Some(date(2026, 5, 15 - lead));
        let facts = Facts { dialogues: vec![d], ..Facts::default() };
        let duties = run(&facts, 2026..=2026, date(2026, 5, 20));
        assert_eq!(of(&duties, ClauseKind::AnnouncementLead, CHAIR), [(date(2026, 5, 8), state)]);
        let named = names(&facts, 2026..=2026, date(2026, 5, 20)).contains(&FindingKind::AnnouncedLate);
        assert_eq!(named, state == DutyState::Late);
    }
}

#[test]
fn s3_1_a_deputy_who_presided_is_noted() {
    let mut d = dialogue("a", date(2026, 5, 5), &[CHAIR]);
    d.chairs[0].presided = Some(PresidingMode::Delegated);
    let facts = Facts { dialogues: vec![d], ..Facts::default() };
    assert!(names(&facts, 2026..=2026, date(2026, 5, 6)).contains(&FindingKind::DeputyPresided));
    assert!(!names(&facts, 2026..=2026, date(2026, 5, 4)).contains(&FindingKind::DeputyPresided));
}

/// A rule on who presides, and the state and the finding of the chair's one dialogue under it.
fn presided(delegation: Option<Delegation>, grounds: &[DelegationGround], chair: Chair) -> (Vec<DutyState>, Vec<FindingKind>) {
    let parameters = Parameters { delegation, grounds: grounds.to_vec(), ..Parameters::default() };
    let rule = [document("presiding", date(2021, 1, 1), None, vec![clause(ClauseKind::Presiding, parameters)])];
    let facts =
        Facts { dialogues: vec![DialogueFact { chairs: vec![chair], ..dialogue("a", date(2026, 5, 5), &[CHAIR]) }], ..Facts::default() };
    let (calendar, on) = (Calendar::builtin().unwrap(), date(2026, 6, 1));
    let duties = ledger(&Rules::new(&rule), &calendar, &bound(), &facts, 2026..=2026, on);
    let all = findings(&duties, &calendar, &bound(), &facts, &Signs::builtin().unwrap(), 2026..=2026, on);
    assert!(all.iter().all(|f| f.duty.is_some() == (delegation.is_some()) && !f.evidence.is_empty()), "each with its evidence");
    (duties.iter().map(|d| d.state).collect(), all.iter().map(|f| f.kind).collect())
}

#[test]
fn s3_1_a_rule_on_delegation_gives_each_dialogue_of_the_head_a_state() {
    use DelegationGround::{Leave, Mission};
    let chair = |presided, ground| Chair { post_id: CHAIR.into(), presided, ground, notice_on: None };
    let deputy = |ground| chair(Some(PresidingMode::Delegated), ground);
    let own = || chair(Some(PresidingMode::InPerson), None);
    let (forbidden, conditional) = (Some(Delegation::Forbidden), Some(Delegation::Conditional));
    let (met, breached) = (vec![DutyState::Met], vec![DutyState::Breached]);
    for (rule, grounds) in [(forbidden, &[][..]), (conditional, &[Leave][..])] {
        assert_eq!(presided(rule, grounds, own()), (met.clone(), vec![]), "presided oneself");
        assert_eq!(presided(rule, grounds, deputy(Some(Mission))), (breached.clone(), vec![FindingKind::DeputyPresided]));
        assert_eq!(presided(rule, grounds, deputy(None)), (breached.clone(), vec![FindingKind::DeputyPresided]), "no reason told");
        let away = chair(Some(PresidingMode::Absent), Some(Leave));
        assert_eq!(presided(rule, grounds, away), (breached.clone(), vec![FindingKind::HeadAbsent]));
        assert_eq!(presided(rule, grounds, chair(None, None)), (breached.clone(), vec![FindingKind::PresidingNotRecorded]));
    }
    assert_eq!(presided(conditional, &[Leave], deputy(Some(Leave))), (met, vec![]), "for a reason that the rule permits");
    assert_eq!(presided(forbidden, &[], deputy(Some(Leave))), (breached, vec![FindingKind::DeputyPresided]));
    // A clause that does not speak of delegation asks for nothing; that a deputy presided is noted as before.
    assert_eq!(presided(None, &[], deputy(Some(Leave))), (vec![], vec![FindingKind::DeputyPresided]));
    assert_eq!(presided(None, &[], own()), (vec![], vec![]));
}

#[test]
fn s3_1_a_permitted_delegation_rests_on_its_paper_and_presiding_on_the_dialogue() {
    let parameters =
        Parameters { delegation: Some(Delegation::Conditional), grounds: vec![DelegationGround::Leave], ..Parameters::default() };
    let rule = [document("presiding", date(2021, 1, 1), None, vec![clause(ClauseKind::Presiding, parameters)])];
    let mut d = dialogue("a", date(2026, 5, 5), &[CHAIR, SECRETARY]);
    (d.chairs[0].presided, d.chairs[0].ground) = (Some(PresidingMode::Delegated), Some(DelegationGround::Leave));
    let facts = Facts { dialogues: vec![d], ..Facts::default() };
    let duties = ledger(&Rules::new(&rule), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2026, 5, 5));
    let kinds: Vec<_> = duties.iter().map(|d| (d.post_id.as_str(), d.facts[0].kind)).collect();
    assert_eq!(kinds, [(SECRETARY, FactKind::Dialogue), (CHAIR, FactKind::Delegation)]);
    let before = ledger(&Rules::new(&rule), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2026, 5, 4));
    assert_eq!(before, [], "owed once it was held");
}

#[test]
fn s4_4_plan_against_held_and_an_accepted_reason_shows_apart() {
    let row = |id: &str, by, held_on| PlannedFact { id: id.into(), posts: vec![CHAIR.into()], by, held_on, excused_on: None };
    let mut plan = PlanFact {
        id: "p".into(),
        year: 2026,
        approved_on: Some(date(2026, 1, 20)),
        rows: vec![row("1", date(2026, 4, 30), Some(date(2026, 4, 20))), row("2", date(2026, 6, 30), None)],
    };
    let count = |plan: &PlanFact, on| {
        let facts = Facts { plans: vec![plan.clone()], ..Facts::default() };
        found(&facts, 2026..=2026, on).iter().filter(|f| f.kind == FindingKind::PlanNotMet).count()
    };
    assert_eq!((count(&plan, date(2026, 6, 30)), count(&plan, date(2026, 7, 1))), (0, 1));
    plan.rows[1].excused_on = Some(date(2026, 6, 25));
    assert_eq!(count(&plan, date(2026, 7, 1)), 0);
}

#[test]
fn s0_3_a_plan_that_is_not_approved_by_its_day_is_named() {
    let plan = |approved_on| PlanFact { id: "p".into(), year: 2026, approved_on, rows: Vec::new() };
    let state = |plan, on| of(&run(&Facts { plans: vec![plan], ..Facts::default() }, 2026..=2026, on), ClauseKind::PlanEntry, CHAIR)[0].1;
    assert_eq!(state(plan(None), date(2026, 1, 31)), DutyState::Due);
    assert_eq!(state(plan(None), date(2026, 2, 1)), DutyState::Breached);
    assert_eq!(state(plan(Some(date(2026, 2, 3))), date(2026, 2, 4)), DutyState::Late);
}

#[test]
fn s4_5_a_year_without_supervision_is_named() {
    let facts = Facts::default();
    assert_eq!(
        of(&run(&facts, 2026..=2026, date(2027, 1, 1)), ClauseKind::Supervision, CHAIR),
        [(date(2026, 12, 31), DutyState::Breached)]
    );
    assert!(names(&facts, 2026..=2026, date(2027, 1, 1)).contains(&FindingKind::NoSupervision));
    assert!(!names(&facts, 2026..=2026, date(2026, 12, 31)).contains(&FindingKind::NoSupervision));
}

#[test]
fn s3_4_supervision_less_often_than_a_clause_asks_is_listed_period_by_period() {
    let rule = [document("quarters", date(2021, 1, 1), None, vec![clause(ClauseKind::Supervision, times(1, Per::Quarter))])];
    let supervised = |id: &str, on| entry(id, CHAIR, on, EntryKind::Supervision);
    let facts = Facts { entries: vec![supervised("a", date(2026, 2, 5)), supervised("b", date(2026, 8, 5))], ..Facts::default() };
    let duties = ledger(&Rules::new(&rule), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2027, 1, 1));
    assert_eq!(
        of(&duties, ClauseKind::Supervision, CHAIR),
        [
            (date(2026, 3, 31), DutyState::Met),
            (date(2026, 6, 30), DutyState::Breached),
            (date(2026, 9, 30), DutyState::Met),
            (date(2026, 12, 31), DutyState::Breached)
        ]
    );
}

#[test]
fn l5_a_month_with_one_reception_day_is_named() {
    let entries = vec![
        entry("r1", CHAIR, date(2026, 5, 5), EntryKind::Reception),
        entry("r2", CHAIR, date(2026, 5, 19), EntryKind::Reception),
        entry("r3", CHAIR, date(2026, 6, 5), EntryKind::Reception),
    ];
    let facts = Facts { entries, ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2027, 1, 1));
    let month = |m: i8| -> Vec<DutyState> {
        duties
            .iter()
            .filter(|d| d.kind == ClauseKind::Reception && d.post_id == CHAIR && d.due == date(2026, m, 1).last_of_month())
            .map(|d| d.state)
            .collect()
    };
    assert_eq!(month(5), [DutyState::Met, DutyState::Met]);
    assert_eq!(month(6), [DutyState::Met, DutyState::Breached]);
    assert!(names(&facts, 2026..=2026, date(2026, 7, 1)).contains(&FindingKind::ReceptionNotHeld));
}

#[test]
fn s4_6_too_few_people_is_judged_by_the_threshold_of_the_clause() {
    for (present, state) in
        [(Some(49), DutyState::Breached), (Some(50), DutyState::Met), (Some(301), DutyState::Breached), (None, DutyState::Breached)]
    {
        let mut d = dialogue("a", date(2026, 5, 5), &[CHAIR]);
        d.present = present;
        let facts = Facts { dialogues: vec![d], ..Facts::default() };
        assert_eq!(of(&run(&facts, 2026..=2026, date(2026, 5, 6)), ClauseKind::Attendance, CHAIR)[0].1, state, "{present:?}");
    }
}

#[test]
fn l8_reports_of_each_period_and_a_missing_one_is_named() {
    let sent = entry(
        "r",
        CHAIR,
        date(2026, 7, 8),
        EntryKind::Report { period: ReportPeriod::HalfYear, to: date(2026, 6, 30), receivers: Vec::new() },
    );
    let facts = Facts { entries: vec![sent], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, date(2027, 1, 11));
    assert_eq!(of(&duties, ClauseKind::Report, CHAIR), [(date(2026, 7, 10), DutyState::Met), (date(2027, 1, 10), DutyState::Breached)]);
    assert!(names(&facts, 2026..=2026, date(2027, 1, 11)).contains(&FindingKind::ReportMissing));
}

#[test]
fn l8_a_report_of_one_month_is_that_of_no_other() {
    let asks = Parameters { periods: vec![ReportPeriod::Month], ..within(10, DayCount::Calendar) };
    let monthly = [document("thang", date(2021, 1, 1), None, vec![clause(ClauseKind::Report, asks)])];
    let sent = entry(
        "r",
        CHAIR,
        date(2026, 10, 5),
        EntryKind::Report { period: ReportPeriod::Month, to: date(2026, 9, 30), receivers: Vec::new() },
    );
    let facts = Facts { entries: vec![sent], ..Facts::default() };
    let duties = ledger(&Rules::new(&monthly), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2026, 10, 20));
    let done = duties.iter().filter(|d| d.post_id == CHAIR && matches!(d.state, DutyState::Met | DutyState::Late));
    assert_eq!(done.map(|d| d.due).collect::<Vec<_>>(), [date(2026, 10, 10)]);
}

#[test]
fn l1_ten_per_cent_of_voters_open_a_duty_and_nine_do_not() {
    for (percent, n) in [(10, 1), (9, 0)] {
        let list = entry("v", CHAIR, date(2026, 5, 5), EntryKind::VoterList { percent, answered_on: None });
        let facts = Facts { entries: vec![list], ..Facts::default() };
        let duties = run(&facts, 2026..=2026, date(2026, 6, 5));
        assert_eq!(of(&duties, ClauseKind::VoterRequest, CHAIR), vec![(date(2026, 6, 4), DutyState::Breached); n]);
    }
}

#[test]
fn l1_where_the_law_names_no_day_the_duty_opens_and_its_day_is_marked_unconfirmed() {
    let law = crate::regulation::file::builtin().unwrap();
    let list = entry("v", CHAIR, date(2026, 5, 5), EntryKind::VoterList { percent: 10, answered_on: None });
    let facts = Facts { entries: vec![list], ..Facts::default() };
    let duties = ledger(&Rules::new(&law), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2026, 6, 5));
    let open: Vec<_> = duties.iter().filter(|d| d.kind == ClauseKind::VoterRequest).collect();
    assert_eq!(open.len(), 1);
    assert!(open[0].day_unconfirmed() && open[0].state == DutyState::Breached && open[0].due == date(2026, 6, 4));
}

#[test]
fn l8_where_the_rule_names_no_day_the_limit_is_data_marked_unconfirmed_and_an_office_sets_another_from_a_day_on() {
    let asks = Parameters { periods: vec![ReportPeriod::QuarterOne, ReportPeriod::HalfYear], ..Parameters::default() };
    let rule = [document("reports", date(2021, 1, 1), None, vec![clause(ClauseKind::Report, asks)])];
    let own = |set: Vec<OwnLimit>| {
        let bound = Bound { own: OwnLimits::builtin().unwrap().with(set), ..bound() };
        let duties = ledger(&Rules::new(&rule), &Calendar::builtin().unwrap(), &bound, &Facts::default(), 2026..=2026, date(2026, 1, 1));
        duties.iter().filter(|d| d.post_id == CHAIR).map(|d| (d.due, d.day_unconfirmed())).collect::<Vec<_>>()
    };
    assert_eq!(own(vec![]), [(date(2026, 4, 15), true), (date(2026, 7, 15), true)]);
    let set = SetBy { from: date(2026, 6, 1), paper: "12-HD/TU".into(), label: "Văn phòng".into() };
    let limit = OwnLimit { name: OwnLimitName::Report, days: 5, count: DayCount::Calendar, set: Some(set) };
    assert_eq!(own(vec![limit]), [(date(2026, 4, 15), true), (date(2026, 7, 5), false)], "what was due before keeps its limit");
}

pub(super) fn opinion(told_on: Option<Date>) -> OpinionFact {
    OpinionFact {
        id: "o".into(),
        received_on: date(2026, 11, 20),
        told_on,
        publication_due: date(2026, 12, 4),
        decided_on: None,
        answered_on: None,
        taken_on: None,
        reopened: None,
    }
}

#[test]
fn l4_ten_working_days_from_the_day_received_and_silence_on_publication() {
    let facts = |told| Facts { opinions: vec![opinion(told)], ..Facts::default() };
    let duties = run(&facts(None), 2026..=2026, date(2026, 12, 7));
    assert_eq!(of(&duties, ClauseKind::PersonNotice, SECRETARY), [(date(2026, 12, 7), DutyState::Due)]);
    assert_eq!(
        duties.iter().find(|d| d.kind == ClauseKind::PersonNotice).unwrap().reckoning.steps(&Calendar::builtin().unwrap()).len(),
        17
    );
    assert!(names(&facts(None), 2026..=2026, date(2026, 12, 8)).contains(&FindingKind::NoAnswer));
    assert!(names(&facts(None), 2026..=2026, date(2026, 12, 5)).contains(&FindingKind::PublicationSilent));
    assert!(!names(&facts(None), 2026..=2026, date(2026, 12, 4)).contains(&FindingKind::PublicationSilent));
    assert!(!names(&facts(Some(date(2026, 12, 7))), 2026..=2026, date(2026, 12, 8)).contains(&FindingKind::NoAnswer));
}

#[test]
fn silence_on_publication_that_began_in_december_is_found_in_january_until_it_is_decided() {
    let silent = |decided_on| Facts {
        opinions: vec![OpinionFact { publication_due: date(2026, 12, 30), decided_on, ..opinion(Some(date(2026, 12, 1))) }],
        ..Facts::default()
    };
    let named = |facts: &Facts, year, on| names(facts, year..=year, on).contains(&FindingKind::PublicationSilent);
    assert!(named(&silent(None), 2027, date(2027, 1, 5)), "still open in the new year");
    assert!(named(&silent(None), 2026, date(2026, 12, 31)), "and in its own");
    assert!(!named(&silent(Some(date(2027, 1, 4))), 2027, date(2027, 1, 5)));
    assert!(named(&silent(Some(date(2027, 1, 4))), 2027, date(2027, 1, 3)), "not decided yet");
    // A clock that runs out in January is January's.
    let facts =
        Facts { opinions: vec![OpinionFact { publication_due: date(2027, 1, 4), ..opinion(Some(date(2026, 12, 1))) }], ..Facts::default() };
    assert!(!named(&facts, 2026, date(2027, 1, 5)) && named(&facts, 2027, date(2027, 1, 5)) && !named(&facts, 2027, date(2027, 1, 4)));
}

pub(super) fn task() -> TaskFact {
    TaskFact {
        id: "t".into(),
        of: "i".into(),
        post_id: CHAIR.into(),
        answers: Answers::Concluded,
        assigned_on: date(2026, 5, 4),
        due_on: date(2026, 5, 24),
        extensions: Vec::new(),
        pauses: Vec::new(),
        done_on: None,
        told_on: None,
    }
}

#[test]
fn s0_11_a_commitment_past_its_day_and_a_result_not_told() {
    let facts = |t: TaskFact| Facts { tasks: vec![t], ..Facts::default() };
    assert!(!names(&facts(task()), 2026..=2026, date(2026, 5, 24)).contains(&FindingKind::CommitmentOverdue));
    assert!(names(&facts(task()), 2026..=2026, date(2026, 5, 25)).contains(&FindingKind::CommitmentOverdue));
    let extended = TaskFact { extensions: vec![ExtensionFact { on: date(2026, 5, 20), to: date(2026, 6, 10) }], ..task() };
    assert!(!names(&facts(extended.clone()), 2026..=2026, date(2026, 6, 10)).contains(&FindingKind::CommitmentOverdue));
    assert_eq!(of(&run(&facts(extended), 2026..=2026, date(2026, 6, 1)), ClauseKind::AnswerLimit, CHAIR)[0].0, date(2026, 6, 10));
    let done = TaskFact { done_on: Some(date(2026, 5, 20)), ..task() };
    assert!(!names(&facts(done.clone()), 2026..=2026, date(2026, 6, 3)).contains(&FindingKind::ResultNotTold));
    assert!(names(&facts(done), 2026..=2026, date(2026, 6, 4)).contains(&FindingKind::ResultNotTold));
}

#[test]
fn days_on_which_another_body_must_act_are_not_counted() {
    let limit = |pauses, on| {
        of(&run(&Facts { tasks: vec![TaskFact { pauses, ..task() }], ..Facts::default() }, 2026..=2026, on), ClauseKind::AnswerLimit, CHAIR)
            [0]
    };
    let ended = PauseFact { from: date(2026, 5, 9), ended: Some((date(2026, 5, 14), date(2026, 5, 29))) };
    assert_eq!(limit(vec![ended], date(2026, 5, 20)), (date(2026, 5, 29), DutyState::Due));
    assert_eq!(limit(vec![ended], date(2026, 5, 30)).1, DutyState::Breached);
    // While it stands still there is no day; a limit that was over before stays over.
    let open = PauseFact { from: date(2026, 5, 9), ended: None };
    assert_eq!(limit(vec![open], date(2026, 12, 31)).1, DutyState::Due);
    assert_eq!(limit(vec![PauseFact { from: date(2026, 5, 25), ended: None }], date(2026, 6, 1)), (date(2026, 5, 24), DutyState::Breached));
}

#[test]
fn s4_7_a_voter_meeting_under_its_own_name_is_no_dialogue_and_one_beside_is_named() {
    let on = date(2026, 7, 2);
    let mut named = dialogue("m", date(2026, 5, 5), &[CHAIR]);
    named.named_voter_meeting = true;
    let facts = Facts { dialogues: vec![named], ..Facts::default() };
    let duties = run(&facts, 2026..=2026, on);
    assert_eq!(of(&duties, ClauseKind::Frequency, CHAIR)[0].1, DutyState::Breached, "it stands in no total");
    assert!(of(&duties, ClauseKind::NoticeLimit, CHAIR).is_empty());
    assert!(names(&facts, 2026..=2026, on).contains(&FindingKind::VoterMeetingAsDialogue));
    let mut beside = dialogue("d", date(2026, 5, 5), &[CHAIR]);
    beside.beside = Some("side".into());
    let facts = Facts { dialogues: vec![beside], ..Facts::default() };
    assert_eq!(of(&run(&facts, 2026..=2026, on), ClauseKind::Frequency, CHAIR)[0].1, DutyState::Met, "to be checked, still counted");
    let all = found(&facts, 2026..=2026, on);
    let f = all.iter().find(|f| f.kind == FindingKind::VoterMeetingAsDialogue).unwrap();
    assert_eq!(f.evidence.iter().map(|e| e.kind).collect::<Vec<_>>(), [FactKind::Dialogue, FactKind::VoterMeeting]);
}

#[test]
fn s3_1_results_of_head_and_deputy_stand_beside_each_other_with_how_many_they_are() {
    use super::{chairs::by_chair, facts::ConcludedFact};
    let concluded = |id: &str, resolved_on| ConcludedFact { id: id.into(), on: date(2026, 5, 10), resolved_on, agreed_on: resolved_on };
    let mut head = dialogue("h", date(2026, 5, 5), &[CHAIR]);
    head.concluded = vec![concluded("1", Some(date(2026, 6, 1))), concluded("2", None)];
    let mut deputy = dialogue("d", date(2026, 6, 5), &[CHAIR, SECRETARY]);
    deputy.chairs[0].presided = Some(PresidingMode::Delegated);
    deputy.raised[0].answered_on = None;
    let mut unknown = dialogue("u", date(2026, 6, 6), &[CHAIR]);
    unknown.chairs[0].presided = None;
    let facts = Facts { dialogues: vec![head, deputy, unknown], ..Facts::default() };
    let year = |post, on| by_chair(&facts, post, date(2026, 1, 1), date(2026, 12, 31), on);
    let all = year(CHAIR, date(2026, 6, 30));
    assert_eq!((all.head.dialogues, all.deputy.dialogues, all.unknown.dialogues), (1, 1, 1));
    assert_eq!((all.head.concluded, all.head.resolved, all.head.agreed), (2, 1, 1));
    assert_eq!((all.deputy.opinions, all.deputy.answered), (10, 9));
    assert_eq!(year(CHAIR, date(2026, 5, 20)).head.resolved, 0, "not known yet");
    assert_eq!((year(SECRETARY, date(2026, 6, 30)).head.dialogues, year(SECRETARY, date(2026, 6, 30)).deputy.dialogues), (1, 0));
}

#[test]
fn s0_4_each_kind_of_dialogue_has_its_own_number_and_lead_time() {
    let about = |kind, p: Parameters| Parameters { dialogues: vec![kind], ..p };
    let rule = [document(
        "kinds",
        date(2021, 1, 1),
        None,
        vec![
            clause(ClauseKind::Frequency, about(DialogueKind::Regular, times(1, Per::Year))),
            clause(ClauseKind::Frequency, about(DialogueKind::Thematic, times(2, Per::Year))),
            clause(ClauseKind::AnnouncementLead, about(DialogueKind::Regular, within(7, DayCount::Calendar))),
            clause(ClauseKind::AnnouncementLead, about(DialogueKind::AdHoc, within(2, DayCount::Calendar))),
        ],
    )];
    let mut ad_hoc = dialogue("a", date(2026, 5, 15), &[CHAIR]);
    (ad_hoc.kind, ad_hoc.announced_on) = (DialogueKind::AdHoc, Some(date(2026, 5, 13)));
    let mut regular = dialogue("r", date(2026, 5, 20), &[CHAIR]);
    regular.announced_on = Some(date(2026, 5, 18));
    let facts = Facts { dialogues: vec![ad_hoc, regular], ..Facts::default() };
    let duties = ledger(&Rules::new(&rule), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, date(2027, 1, 1));
    let frequency: Vec<_> = of(&duties, ClauseKind::Frequency, CHAIR).into_iter().map(|(_, s)| s).collect();
    assert_eq!(frequency, [DutyState::Met, DutyState::Breached, DutyState::Breached]);
    let lead = [(date(2026, 5, 13), DutyState::Late), (date(2026, 5, 13), DutyState::Met)];
    assert_eq!(of(&duties, ClauseKind::AnnouncementLead, CHAIR), lead);
}

#[test]
fn duties_of_a_unit_end_with_it() {
    let facts = Facts { dialogues: vec![dialogue("a", date(2025, 3, 5), &[CHAIR])], ..Facts::default() };
    let ended = Bound { to: Some(date(2025, 6, 30)), ..bound() };
    let duties = run_for(&ended, &facts, 2025..=2026, date(2026, 12, 31));
    assert_eq!(
        of(&duties, ClauseKind::Frequency, CHAIR),
        [(date(2025, 6, 30), DutyState::Met), (date(2025, 12, 31), DutyState::NotApplicable)]
    );
    assert!(duties.iter().all(|d| d.state != DutyState::Breached || d.due <= date(2025, 6, 30)));
}

#[test]
fn duties_of_a_unit_begin_with_it() {
    let young = Bound { from: Some(date(2025, 7, 1)), ..bound() };
    let of_chair = |kind, years| of(&run_for(&young, &Facts::default(), years, date(2026, 12, 31)), kind, CHAIR);
    let (before, breached) = (DutyState::NotApplicable, DutyState::Breached);
    assert_eq!(of_chair(ClauseKind::Frequency, 2025..=2025), [(date(2025, 6, 30), before), (date(2025, 12, 31), breached)]);
    assert_eq!(of_chair(ClauseKind::PlanEntry, 2025..=2026), [(date(2025, 1, 31), before), (date(2026, 1, 31), breached)]);
    assert_eq!(of_chair(ClauseKind::Report, 2025..=2025), [(date(2026, 1, 10), breached)], "of the half year before it nobody reports");
    assert_eq!(of_chair(ClauseKind::Reception, 2025..=2025).first(), Some(&(date(2025, 7, 31), breached)));
    assert_eq!(run_for(&young, &Facts::default(), 2024..=2024, date(2026, 12, 31)), []);
    // The first day itself is its own.
    let on_the_day = Bound { from: Some(date(2025, 6, 30)), ..bound() };
    let first = run_for(&on_the_day, &Facts::default(), 2025..=2025, date(2026, 12, 31));
    assert_eq!(of(&first, ClauseKind::Frequency, CHAIR)[0], (date(2025, 6, 30), breached));
    assert_eq!(of(&first, ClauseKind::Report, CHAIR)[0], (date(2025, 7, 10), breached));
}

#[test]
fn a_superior_post_is_not_bound_by_a_clause_for_communes() {
    let mut register = register();
    register[1].clauses[0].parameters.levels = vec![Level::Commune];
    register[1].clauses[0].parameters.posts = vec![PostKind::PartySecretary];
    let calendar = Calendar::builtin().unwrap();
    let rules = Rules::new(&register);
    let duties = ledger(&rules, &calendar, &bound(), &Facts::default(), 2026..=2026, date(2026, 1, 1));
    assert_eq!(of(&duties, ClauseKind::Frequency, CHAIR), []);
    assert_eq!(of(&duties, ClauseKind::Frequency, SECRETARY).len(), 2);
    let province = Bound { level: Level::Province, ..bound() };
    let duties = ledger(&rules, &calendar, &province, &Facts::default(), 2026..=2026, date(2026, 1, 1));
    assert_eq!(of(&duties, ClauseKind::Frequency, SECRETARY), []);
}

#[test]
fn an_unconfirmed_clause_binds_nobody() {
    let mut register = register();
    for c in &mut register[1].clauses {
        c.confirmed = false;
    }
    let calendar = Calendar::builtin().unwrap();
    assert_eq!(ledger(&Rules::new(&register), &calendar, &bound(), &Facts::default(), 2026..=2026, date(2026, 6, 1)), []);
}
