use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn tenure(id: &str, from: Date, to: Option<Date>, acting: bool) -> Tenure {
    Tenure { id: id.to_owned(), person: format!("Ông {id}"), from, to, acting }
}

#[test]
fn s0_2_who_was_head_on_any_day_and_when_nobody_was() {
    let all = [
        tenure("a", date(2025, 7, 1), Some(date(2026, 2, 28)), false),
        tenure("b", date(2026, 3, 16), None, false),
        tenure("c", date(2026, 3, 1), None, true),
    ];
    let spans = timeline(&all, &[], Some(date(2025, 7, 1)));
    let read: Vec<_> = spans.iter().map(|s| (s.from, s.to, s.holder.map(|t| t.id.as_str()), s.acting.map(|t| t.id.as_str()))).collect();
    assert_eq!(
        read,
        [
            (date(2025, 7, 1), Some(date(2026, 2, 28)), Some("a"), None),
            (date(2026, 3, 1), Some(date(2026, 3, 15)), None, Some("c")),
            (date(2026, 3, 16), None, Some("b"), None),
        ],
        "who acts in a gap stands there until a holder comes"
    );
}

#[test]
fn p17_an_acting_head_stands_beside_the_holder_on_leave() {
    let all = [tenure("a", date(2026, 1, 1), None, false), tenure("c", date(2026, 5, 4), Some(date(2026, 5, 15)), true)];
    let leave = [Leave { tenure_id: "a".to_owned(), from: date(2026, 5, 4), to: Some(date(2026, 5, 10)) }];
    let during = on(&all, &leave, date(2026, 5, 10));
    assert_eq!((during.holder.unwrap().id.as_str(), during.away, during.acting.unwrap().id.as_str()), ("a", true, "c"));
    let back = on(&all, &leave, date(2026, 5, 11));
    assert_eq!((back.away, back.acting), (false, None), "the holder is back: nobody acts");
}

#[test]
fn s0_2_a_second_holder_or_an_acting_head_beside_one_who_is_there_is_refused() {
    let all = [tenure("a", date(2026, 1, 1), Some(date(2026, 6, 30)), false)];
    let leave = [Leave { tenure_id: "a".to_owned(), from: date(2026, 5, 4), to: Some(date(2026, 5, 10)) }];
    let held = Clash::Held { person: "Ông a".to_owned(), from: date(2026, 1, 1), to: Some(date(2026, 6, 30)) };
    assert_eq!(fits(&tenure("b", date(2026, 6, 30), None, false), &all, &leave), Err(held));
    assert_eq!(fits(&tenure("b", date(2026, 7, 1), None, false), &all, &leave), Ok(()));
    assert_eq!(fits(&tenure("b", date(2026, 7, 2), Some(date(2026, 7, 1)), false), &all, &leave), Err(Clash::Order));
    let acts = |from, to| tenure("c", from, Some(to), true);
    assert_eq!(fits(&acts(date(2026, 5, 4), date(2026, 5, 10)), &all, &leave), Ok(()));
    assert_eq!(fits(&acts(date(2026, 5, 4), date(2026, 5, 12)), &all, &leave), Err(Clash::NotAway { on: date(2026, 5, 11) }));
    assert_eq!(fits(&acts(date(2026, 7, 1), date(2026, 7, 9)), &all, &leave), Ok(()), "nobody holds the post then");
    let with = [all[0].clone(), acts(date(2026, 7, 1), date(2026, 7, 9))];
    let twice = Clash::Acting { person: "Ông c".to_owned() };
    assert_eq!(fits(&acts(date(2026, 7, 9), date(2026, 7, 20)), &with, &leave), Err(twice));
}

#[test]
fn s0_2_whoever_held_it_first_is_named_where_a_tenure_clashes_with_two() {
    let all =
        [tenure("b", date(2026, 3, 1), Some(date(2026, 5, 31)), false), tenure("a", date(2026, 1, 1), Some(date(2026, 2, 28)), false)];
    let held = Clash::Held { person: "Ông a".to_owned(), from: date(2026, 1, 1), to: Some(date(2026, 2, 28)) };
    assert_eq!(fits(&tenure("c", date(2026, 2, 1), None, false), &all, &[]), Err(held));
}

fn day(n: i64) -> Date {
    date(2025, 7, 1).checked_add(n.days()).unwrap()
}

prop_compose! {
    fn a_tenure()(n in 0_u32..1000, from in 0_i64..300, len in proptest::option::of(0_i64..120), acting in any::<bool>()) -> Tenure {
        tenure(&format!("{n:04}"), day(from), len.map(|l| day(from + l)), acting)
    }
}

fn facts() -> impl Strategy<Value = (Vec<Tenure>, Vec<Leave>)> {
    proptest::collection::vec(a_tenure(), 1..9).prop_flat_map(|mut tenures| {
        tenures.sort_by(|a, b| a.id.cmp(&b.id));
        tenures.dedup_by(|a, b| a.id == b.id);
        let ids: Vec<String> = tenures.iter().map(|t| t.id.clone()).collect();
        let leave = (proptest::sample::select(ids), 0_i64..300, proptest::option::of(0_i64..60)).prop_map(|(tenure_id, from, len)| Leave {
            tenure_id,
            from: day(from),
            to: len.map(|l| day(from + l)),
        });
        (Just(tenures), proptest::collection::vec(leave, 0..5))
    })
}

proptest! {
    /// Whatever the order of the facts, the timeline is the same.
    #[test]
    fn s0_2_any_order_of_facts_gives_the_same_timeline((tenures, leaves) in facts(), seed in any::<prop::sample::Index>()) {
        let mut turned = tenures.clone();
        turned.rotate_left(seed.index(tenures.len()));
        turned.reverse();
        let mut later = leaves.clone();
        later.reverse();
        let (a, b) = (timeline(&tenures, &leaves, None), timeline(&turned, &later, None));
        prop_assert_eq!(a, b);
    }

    /// Spans follow each other without hole or overlap; each says what the day says; a gap is exactly the days without a holder.
    #[test]
    fn s0_2_gaps_are_exactly_the_days_without_a_holder_and_no_day_has_two((tenures, leaves) in facts()) {
        let spans = timeline(&tenures, &leaves, None);
        let first = tenures.iter().map(|t| t.from).min().unwrap();
        for n in 0..460 {
            let d = day(n);
            let here: Vec<_> = spans.iter().filter(|s| s.from <= d && s.to.is_none_or(|to| d <= to)).collect();
            if d < first {
                prop_assert!(here.is_empty());
                continue;
            }
            prop_assert_eq!(here.len(), 1);
            let holds = tenures.iter().any(|t| !t.acting && t.covers(d));
            prop_assert_eq!(here[0].holder.is_some(), holds);
            let said = on(&tenures, &leaves, d);
            prop_assert_eq!((here[0].holder, here[0].away, here[0].acting), (said.holder, said.away, said.acting));
            prop_assert!(here[0].acting.is_none() || here[0].holder.is_none() || here[0].away);
        }
        prop_assert!(spans.last().unwrap().to.is_none());
    }

    /// What is let in one by one never overlaps.
    #[test]
    fn s0_2_what_fits_never_gives_a_day_two_holders((tenures, leaves) in facts()) {
        let mut let_in: Vec<Tenure> = Vec::new();
        for t in tenures {
            if fits(&t, &let_in, &leaves).is_ok() {
                let_in.push(t);
            }
        }
        for n in 0..460 {
            prop_assert!(let_in.iter().filter(|t| !t.acting && t.covers(day(n))).count() <= 1);
            prop_assert!(let_in.iter().filter(|t| t.acting && t.covers(day(n))).count() <= 1);
        }
    }
}
