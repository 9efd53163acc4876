#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! Every document here is invented.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::{
    dialogue::state::DialogueKind,
    people::post::PostKind,
    regulation::{
        clause::ReportPeriod,
        document::{DocumentKind, Link, Visibility},
        file,
    },
    unit::Level,
};

fn clause(kind: ClauseKind, parameters: Parameters) -> Clause {
    let citation = format!("Điều {}", kind.code());
    Clause { kind, citation, text: "t".into(), parameters, source: "fixture".into(), confirmed: true, valid_from: None, valid_to: None }
}

fn document(id: &str, from: Date, clauses: Vec<Clause>) -> Document {
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
        links: Vec::new(),
        clauses,
    }
}

fn times(n: u32, per: Per) -> Parameters {
    Parameters { times: Some(n), per: Some(per), ..Parameters::default() }
}

fn days(n: u32, count: DayCount) -> Parameters {
    Parameters { days: Some(n), count: Some(count), ..Parameters::default() }
}

const ON: Date = date(2026, 11, 25);

/// The province asks for one a year since 2021, the commune's own rule for two since 2025.
fn two(p: Parameters, q: Parameters) -> Vec<Document> {
    vec![
        document("a", date(2021, 3, 18), vec![clause(ClauseKind::Frequency, p)]),
        document("b", date(2025, 7, 1), vec![clause(ClauseKind::Frequency, q)]),
    ]
}

/// What two clauses of one kind say otherwise, and which asks more.
fn of(kind: ClauseKind, p: Parameters, q: Parameters) -> Option<(Vec<Difference>, Stricter)> {
    let all = vec![document("a", date(2021, 3, 18), vec![clause(kind, p)]), document("b", date(2025, 7, 1), vec![clause(kind, q)])];
    conflicts(&all, ON).pop().map(|c| (c.differs, c.stricter))
}

#[test]
fn s3_9_two_rules_in_force_at_once_with_other_numbers_are_a_conflict_and_neither_falls() {
    let all = two(times(1, Per::Year), times(2, Per::Year));
    let found = conflicts(&all, ON);
    assert_eq!(found.len(), 1);
    let c = &found[0];
    assert_eq!((c.first.document.id.as_str(), c.second.document.id.as_str()), ("a", "b"), "the older first");
    assert_eq!((c.from, c.to), (Some(date(2025, 7, 1)), None), "as long as both stand");
    assert_eq!((c.differs.as_slice(), c.stricter, c.link), (&[Difference::Times][..], Stricter::Second, None));
    assert!(conflicts(&all, date(2025, 6, 30)).is_empty(), "the day before the second there is one rule only");
}

#[test]
fn s3_9_a_stated_succession_ends_the_first_and_an_unconfirmed_one_does_not() {
    let mut all = two(times(1, Per::Year), times(2, Per::Year));
    let link = |kind, confirmed| Link { kind, to: "a".into(), source: "fixture".into(), confirmed };
    all[1].links = vec![link(LinkKind::Supersedes, true)];
    assert!(conflicts(&all, ON).is_empty(), "the later one prevails where that is stated");
    all[1].links = vec![link(LinkKind::Supersedes, false)];
    assert_eq!(conflicts(&all, ON)[0].link, None, "what is not confirmed ends nothing and states nothing");
    all[1].links = vec![link(LinkKind::Guides, true)];
    assert_eq!(conflicts(&all, ON)[0].link, Some(LinkKind::Guides));
}

#[test]
fn s3_9_other_heads_levels_kinds_and_bases_do_not_meet() {
    let p = || times(1, Per::Year);
    let commune = Parameters { levels: vec![Level::Commune], ..times(2, Per::Year) };
    let province = Parameters { levels: vec![Level::Province], ..p() };
    assert!(conflicts(&two(province.clone(), commune.clone()), ON).is_empty());
    assert_eq!(conflicts(&two(p(), commune), ON).len(), 1, "a clause without levels binds every level");
    let secretary = Parameters { posts: vec![PostKind::PartySecretary], ..p() };
    let chair = Parameters { posts: vec![PostKind::CommitteeChair], ..times(2, Per::Year) };
    assert!(conflicts(&two(secretary, chair), ON).is_empty());
    let thematic = Parameters { dialogues: vec![DialogueKind::Thematic], ..p() };
    let regular = Parameters { dialogues: vec![DialogueKind::Regular], ..times(2, Per::Year) };
    assert!(conflicts(&two(thematic, regular), ON).is_empty());
    let basis = |b, n| Parameters { basis: Some(b), ..times(n, Per::Year) };
    assert!(conflicts(&two(basis(Basis::Party, 1), basis(Basis::Statutory, 2)), ON).is_empty());
    assert_eq!(conflicts(&two(basis(Basis::Party, 1), basis(Basis::Both, 2)), ON).len(), 1);
    assert_eq!(conflicts(&two(basis(Basis::Statutory, 1), times(2, Per::Year)), ON).len(), 1);
}

#[test]
fn s3_9_clauses_of_other_days_kinds_and_documents_of_nowhere_are_no_conflict() {
    let mut all = two(times(1, Per::Year), times(2, Per::Year));
    all[0].clauses[0].valid_to = Some(date(2025, 12, 31));
    assert!(conflicts(&all, ON).is_empty(), "the clause is over, though its document stands");
    let then = conflicts(&all, date(2025, 12, 31));
    assert_eq!(then[0].to, Some(date(2025, 12, 31)), "on its last day it still applies");
    all[0].clauses[0].valid_to = None;
    all[1].area = Area::Unknown;
    assert!(conflicts(&all, ON).is_empty());
    all[1].area = Area::Nation;
    all[1].clauses[0].kind = ClauseKind::Reception;
    assert!(conflicts(&all, ON).is_empty());
}

#[test]
fn s3_9_the_same_number_in_other_words_is_no_conflict_and_silence_is_none_either() {
    assert_eq!(of(ClauseKind::Frequency, times(1, Per::Quarter), times(4, Per::Year)), None);
    assert_eq!(of(ClauseKind::Frequency, times(1, Per::Year), Parameters::default()), None);
    let months = |m: &[u8]| Parameters { months: m.to_vec(), ..times(2, Per::Year) };
    assert_eq!(of(ClauseKind::Frequency, months(&[6, 12]), months(&[12, 6])), None);
    assert_eq!(of(ClauseKind::Frequency, months(&[6, 12]), times(2, Per::Year)), None);
    assert_eq!(of(ClauseKind::Frequency, months(&[6, 12]), months(&[4, 10])), Some((vec![Difference::Months], Stricter::Unclear)));
}

#[test]
fn s3_9_which_asks_more_is_reckoned_by_the_kind_of_clause() {
    use DayCount::{Calendar, Working};
    use Stricter::{First, Second, Unclear};
    let cases = [
        // Told ten days before asks more than seven; a notice within seven asks more than within ten.
        (ClauseKind::AnnouncementLead, days(10, Calendar), days(7, Calendar), First),
        (ClauseKind::NoticeLimit, days(10, Calendar), days(7, Calendar), Second),
        (ClauseKind::AnswerLimit, days(20, Working), days(20, Calendar), Second),
        (ClauseKind::AnnouncementLead, days(7, Working), days(7, Calendar), First),
        (ClauseKind::NoticeLimit, days(8, Calendar), days(10, Working), First),
        // Eight days of the calendar may be more or fewer than seven working days? Fewer never; six working days: it depends.
        (ClauseKind::NoticeLimit, days(8, Calendar), days(6, Working), Unclear),
        (ClauseKind::Reception, times(1, Per::Week), times(2, Per::Month), First),
        (ClauseKind::Attendance, people_of(Some(50), Some(300), None), people_of(Some(80), Some(300), None), Second),
        (ClauseKind::Attendance, people_of(None, Some(300), None), people_of(None, Some(200), None), Second),
        (ClauseKind::Attendance, people_of(Some(50), Some(200), None), people_of(Some(80), Some(300), None), Unclear),
        (ClauseKind::Attendance, people_of(None, None, Some(70)), people_of(None, None, Some(60)), First),
        (ClauseKind::VoterRequest, people_of(None, None, Some(10)), people_of(None, None, Some(5)), Second),
    ];
    for (kind, p, q, expected) in cases {
        let got = of(kind, p.clone(), q.clone()).map(|(_, s)| s);
        assert_eq!(got, Some(expected), "{kind} {p:?} {q:?}");
    }
    let both = Parameters { months: vec![6], ..times(1, Per::Year) };
    let more = Parameters { months: vec![12], ..times(2, Per::Year) };
    assert_eq!(of(ClauseKind::Frequency, both, more), Some((vec![Difference::Times, Difference::Months], Unclear)));
}

#[test]
fn s3_9_reports_for_more_periods_ask_more_and_other_receivers_are_told() {
    use ReportPeriod::{HalfYear, Month, Year};
    let report = |periods: &[ReportPeriod], to: &str| Parameters {
        periods: periods.to_vec(),
        receivers: vec![to.to_owned()],
        ..Parameters::default()
    };
    let got = of(ClauseKind::Report, report(&[Month, Year], "x"), report(&[Year, Month, HalfYear], "x"));
    assert_eq!(got, Some((vec![Difference::Periods], Stricter::Second)));
    let got = of(ClauseKind::Report, report(&[Month], "x"), report(&[HalfYear], "x"));
    assert_eq!(got, Some((vec![Difference::Periods], Stricter::Unclear)));
    let got = of(ClauseKind::Report, report(&[Year], "x"), report(&[Year], "y"));
    assert_eq!(got, Some((vec![Difference::Receivers], Stricter::Unclear)));
}

#[test]
fn s3_9_two_clauses_of_one_document_are_its_own_text() {
    let clauses = vec![clause(ClauseKind::Frequency, times(1, Per::Year)), clause(ClauseKind::Frequency, times(2, Per::Year))];
    assert!(conflicts(&[document("a", date(2021, 1, 1), clauses)], ON).is_empty());
}

/// The built-in register as it binds a commune of 2022 and of today: nothing of it is invented by this rule.
#[test]
fn s3_9_every_conflict_of_the_register_has_two_documents_and_two_citations() {
    let all = file::builtin().unwrap();
    for on in [date(2020, 6, 1), date(2022, 6, 1), date(2025, 12, 1), ON] {
        for c in conflicts(&all, on) {
            assert_ne!(c.first.document.id, c.second.document.id);
            assert!(!c.first.clause.citation.is_empty() && !c.second.clause.citation.is_empty());
            assert!(c.first.clause.applies_on(on) && c.second.clause.applies_on(on));
        }
    }
}

fn people_of(min: Option<u32>, max: Option<u32>, percent: Option<u8>) -> Parameters {
    Parameters { people_min: min, people_max: max, percent, ..Parameters::default() }
}

fn any_parameters() -> impl Strategy<Value = Parameters> {
    let per = prop::sample::select(Per::ALL.to_vec());
    let level = prop::collection::vec(prop::sample::select(Level::ALL.to_vec()), 0..2);
    (prop::option::of((1u32..5, per)), prop::option::of((1u32..30, any::<bool>())), level, prop::option::of(1u8..13)).prop_map(
        |(times, days, levels, month)| Parameters {
            levels,
            times: times.map(|t| t.0),
            per: times.map(|t| t.1),
            days: days.map(|d| d.0),
            count: days.map(|d| if d.1 { DayCount::Working } else { DayCount::Calendar }),
            months: month.into_iter().collect(),
            ..Parameters::default()
        },
    )
}

proptest! {
    /// The order of the register changes nothing; the one that asks more is the same seen from the other side; a clause
    /// is no conflict with its own copy.
    #[test]
    fn s3_9_a_conflict_is_seen_alike_from_both_sides(p in any_parameters(), q in any_parameters()) {
        let all = two(p.clone(), q.clone());
        let turned: Vec<Document> = all.iter().rev().cloned().collect();
        prop_assert_eq!(conflicts(&all, ON).len(), conflicts(&turned, ON).len());
        let there = of(ClauseKind::NoticeLimit, p.clone(), q.clone());
        let back = of(ClauseKind::NoticeLimit, q, p.clone());
        prop_assert_eq!(there.clone().map(|c| c.0), back.clone().map(|c| c.0));
        prop_assert_eq!(there.map(|c| c.1), back.map(|c| opposite(c.1)));
        prop_assert_eq!(of(ClauseKind::NoticeLimit, p.clone(), p), None);
    }
}

#[test]
fn s3_9_between_two_dialogues_a_longer_least_and_a_shorter_most_ask_more() {
    let between = |least, most| Parameters { gap_max: most, ..days(least, DayCount::Calendar) };
    let says = |p, q| of(ClauseKind::Interval, p, q);
    assert_eq!(says(between(20, None), between(30, None)), Some((vec![Difference::Days], Stricter::Second)));
    assert_eq!(says(between(20, Some(200)), between(20, Some(150))), Some((vec![Difference::Days], Stricter::Second)));
    assert_eq!(says(between(20, Some(150)), between(30, Some(200))), Some((vec![Difference::Days], Stricter::Unclear)));
    assert_eq!(says(between(20, Some(200)), between(20, None)), None, "where one is silent there is nothing to compare");
}

#[test]
fn s3_9_clauses_for_other_bodies_do_not_meet() {
    use crate::people::body::BodyKind::{Division, PublicService};
    let scoped = |bodies: &[crate::people::body::BodyKind], names: &[&str], n| Parameters {
        bodies: bodies.to_vec(),
        body_names: names.iter().map(|n| (*n).to_owned()).collect(),
        ..times(n, Per::Year)
    };
    let meet = |a, b| of(ClauseKind::Frequency, a, b).is_some();
    assert!(meet(scoped(&[Division], &[], 1), scoped(&[Division, PublicService], &[], 2)));
    assert!(meet(scoped(&[Division], &[], 1), scoped(&[], &[], 2)), "every body is one of them too");
    assert!(meet(scoped(&[Division], &[], 1), scoped(&[], &["Phòng Kinh tế"], 2)), "which kind it is is not known here");
    assert!(meet(scoped(&[], &["Phòng Kinh tế"], 1), scoped(&[], &["phòng kinh tế"], 2)));
    assert!(!meet(scoped(&[Division], &[], 1), scoped(&[PublicService], &[], 2)));
    assert!(!meet(scoped(&[], &["Phòng Kinh tế"], 1), scoped(&[], &["Phòng Văn hóa"], 2)));
}
