#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn concluded(substate: Substate) -> Concluded {
    Concluded {
        substate: Some(substate),
        text: "Nạo vét mương".into(),
        norm: "Biên bản nghiệm thu".into(),
        reason: "Chờ thu hoạch lúa".into(),
        body: "Phòng Kinh tế".into(),
        due_on: "2027-01-15".into(),
        receiver: "Sở Xây dựng".into(),
        paper: "15/UBND-VP".into(),
        by_paper: true,
    }
}

fn item(id: &str, concluded: Option<Concluded>) -> Item {
    Item { id: id.into(), title: format!("Việc {id}"), concluded, by_the_other: false }
}

fn notice(items: Vec<Item>) -> Notice {
    Notice {
        minutes_signed: true,
        checked: true,
        numbering: Numbering::Issued,
        number: None,
        signed_on: "2026-12-18".into(),
        signer_name: "Nguyễn Thị Hạnh".into(),
        signer_post: "Chủ tịch UBND xã".into(),
        items,
    }
}

#[test]
fn s4_3_each_substate_needs_its_own_parts() {
    use Substate as S;
    let needs: [(S, &[&str]); 6] = [
        (S::Done, &["text", "evidence"]),
        (S::Explained, &["text"]),
        (S::InProgress, &["text", "body", "due", "reason"]),
        (S::NoResources, &["text", "body", "due", "reason"]),
        (S::Sent, &["text", "receiver", "paper"]),
        (S::Answered, &["text", "receiver", "evidence"]),
    ];
    for (substate, parts) in needs {
        assert_eq!(concluded(substate).lacks(), [""; 0], "{substate}");
        let bare = Concluded { substate: Some(substate), by_paper: true, ..Concluded::default() };
        assert_eq!(bare.lacks(), parts, "{substate}");
    }
    let inbox = Concluded { substate: Some(S::Sent), ..Concluded::default() };
    assert_eq!(inbox.lacks(), ["text", "receiver"], "an inbox needs no paper");
}

#[test]
fn s0_10_an_item_without_an_outcome_is_named() {
    let n = notice(vec![item("1", Some(concluded(Substate::Done))), item("2", None)]);
    assert_eq!(n.missing(), [Lack { item_id: Some("2".into()), part: MissingPart::Outcome { title: "Việc 2".into() } }]);
}

#[test]
fn s1_12_each_part_of_the_notice_is_named() {
    let items = || vec![item("1", Some(concluded(Substate::Done)))];
    let cases = [
        (Notice { minutes_signed: false, ..notice(items()) }, MissingPart::SignedMinutes),
        (Notice { numbering: Numbering::Entered, ..notice(items()) }, MissingPart::NoticePart("number")),
        (Notice { signed_on: String::new(), ..notice(items()) }, MissingPart::NoticePart("signed_on")),
        (Notice { signer_name: String::new(), ..notice(items()) }, MissingPart::NoticePart("signer")),
        (Notice { checked: false, ..notice(items()) }, MissingPart::NoticePart("check")),
        (notice(vec![]), MissingPart::NoticePart("items")),
    ];
    for (n, part) in cases {
        assert_eq!(n.missing(), [Lack { item_id: None, part }]);
    }
    assert_eq!(notice(items()).missing(), []);
}

#[test]
fn p5_an_item_of_the_other_notice_is_not_missing_here() {
    let other = Item { by_the_other: true, ..item("2", None) };
    assert_eq!(notice(vec![item("1", Some(concluded(Substate::Done))), other]).missing(), []);
}

#[test]
fn s3_2_a_partial_solution_is_not_in_the_group_of_the_resolved() {
    let n = notice(vec![item("1", Some(concluded(Substate::InProgress))), item("2", Some(concluded(Substate::Done)))]);
    assert_eq!(n.counts(), [1, 1, 0]);
}

proptest! {
    #[test]
    fn s4_3_the_three_groups_are_all_items_of_a_notice_that_can_be_issued(
        picks in proptest::collection::vec((proptest::option::of(0..Substate::ALL.len()), any::<bool>()), 1..30),
    ) {
        let items = picks.iter().enumerate().map(|(n, (pick, whole))| {
            let substate = pick.and_then(|p| Substate::ALL.get(p).copied());
            let c = substate.map(|s| if *whole { concluded(s) } else { Concluded { reason: "r".into(), ..Concluded::default() } });
            item(&n.to_string(), c)
        }).collect();
        let n = notice(items);
        let sum: usize = n.counts().iter().sum();
        if n.missing().is_empty() {
            prop_assert_eq!(sum, n.items.len());
        }
        let unnamed = n.items.iter().filter(|i| {
            i.concluded.as_ref().is_none_or(|c| !c.lacks().is_empty()) && n.missing().iter().all(|l| l.item_id.as_ref() != Some(&i.id))
        }).count();
        prop_assert_eq!(unnamed, 0, "every item that lacks something is named");
    }
}
