#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

fn presided(mode: Option<PresidingMode>) -> Presided {
    Presided {
        post: "Chủ tịch UBND xã".into(),
        mode,
        person: "Nguyễn Thị Hạnh".into(),
        deputy: String::new(),
        paper: String::new(),
        reason: String::new(),
        ground: None,
    }
}

fn spoken(said: &str) -> Spoken {
    Spoken {
        speaker: "một người dân thôn Bến Gỗ".into(),
        village: "Thôn Bến Gỗ".into(),
        said: said.into(),
        answer: String::new(),
        answered_by: String::new(),
        promised_on: None,
        item: None,
    }
}

fn whole() -> Minutes {
    Minutes {
        dialogue: "K7Q2".into(),
        title: "Đối thoại định kỳ".into(),
        held_on: "2026-12-10".into(),
        place: "Nhà văn hóa thôn Bến Gỗ".into(),
        opened: "08:00".into(),
        closed: "11:30".into(),
        secretary: "Lương Thị Mai".into(),
        bodies_present: "Văn phòng, Phòng Kinh tế".into(),
        presided: vec![presided(Some(PresidingMode::InPerson))],
        co_chair: None,
        attended: vec![Attended { label: "Nhân dân".into(), invited: 150, present: 146 }],
        spoken: vec![spoken("Mương tắc")],
        conclusion: "Giao Phòng Kinh tế.".into(),
    }
}

#[test]
fn whole_minutes_lack_nothing() {
    assert_eq!(whole().missing(), []);
}

#[test]
fn s1_12_every_missing_part_is_named() {
    let post = "Chủ tịch UBND xã".to_owned();
    let cases: Vec<(Minutes, MissingPart)> = vec![
        (Minutes { presided: vec![presided(None)], ..whole() }, MissingPart::Presiding { post: post.clone() }),
        (Minutes { opened: String::new(), ..whole() }, MissingPart::MinutesPart("opened")),
        (Minutes { closed: "25:00".into(), ..whole() }, MissingPart::MinutesPart("closed")),
        (Minutes { closed: "07:59".into(), ..whole() }, MissingPart::MinutesPart("order")),
        (Minutes { secretary: " ".into(), ..whole() }, MissingPart::MinutesPart("secretary")),
        (Minutes { spoken: vec![], ..whole() }, MissingPart::MinuteEntry),
    ];
    for (minutes, part) in cases {
        assert_eq!(minutes.missing(), [part]);
    }
    assert_eq!(Minutes { opened: String::new(), closed: String::new(), ..whole() }.missing().len(), 2);
}

/// Whoever co-chairs for the HĐND's Standing Committee.
fn council(mode: Option<PresidingMode>) -> Presided {
    Presided { post: "Thường trực HĐND xã".into(), person: "Vũ Đình Kha".into(), ..presided(mode) }
}

#[test]
fn p9_whoever_co_chairs_for_the_council_is_recorded_and_presides_for_no_head() {
    let with = |p| Minutes { co_chair: Some(p), ..whole() };
    assert_eq!(with(council(None)).missing(), [MissingPart::Presiding { post: "Thường trực HĐND xã".into() }]);
    assert_eq!(with(council(Some(PresidingMode::InPerson))).missing(), []);
    let absent = Presided { reason: "Họp tổ đại biểu".into(), ..council(Some(PresidingMode::Absent)) };
    assert_eq!(with(absent).missing(), [], "who was not there is written down with the reason");
    // The council's member does not take the head's place.
    let head = Presided { reason: "Ốm".into(), ..presided(Some(PresidingMode::Absent)) };
    let alone = Minutes { presided: vec![head], ..with(council(Some(PresidingMode::InPerson))) };
    assert_eq!(alone.missing(), [MissingPart::MinutesPart("presider")]);
}

#[test]
fn p9_the_hash_covers_the_co_chair_and_minutes_without_one_keep_theirs() {
    let without = whole().canonical();
    assert!(!without.contains("co_chair"));
    let with = |mode| Minutes { co_chair: Some(council(mode)), ..whole() }.canonical();
    assert!(
        with(Some(PresidingMode::InPerson)).contains("co_chair#1\npost=") && with(Some(PresidingMode::InPerson)).contains("Vũ Đình Kha")
    );
    assert_ne!(with(Some(PresidingMode::InPerson)), with(Some(PresidingMode::Absent)));
    // A co-chair is no second head.
    let second = Minutes { presided: vec![presided(Some(PresidingMode::InPerson)), council(Some(PresidingMode::InPerson))], ..whole() };
    assert_ne!(second.canonical(), with(Some(PresidingMode::InPerson)));
}

#[test]
fn s3_1_a_delegation_needs_deputy_paper_and_reason() {
    let delegated = Presided {
        deputy: "Trần Văn Phúc, Phó Chủ tịch UBND xã".into(),
        paper: "31/UQ-UBND ngày 08/12/2026".into(),
        reason: "Chủ tịch họp Hội đồng nhân dân thành phố".into(),
        ..presided(Some(PresidingMode::Delegated))
    };
    assert_eq!(delegated.missing(), None);
    for without in [
        Presided { deputy: String::new(), ..delegated.clone() },
        Presided { paper: " ".into(), ..delegated.clone() },
        Presided { reason: String::new(), ..delegated.clone() },
    ] {
        assert_eq!(without.missing(), Some(MissingPart::DelegationPaper { post: "Chủ tịch UBND xã".into() }));
    }
}

#[test]
fn s3_1_somebody_presided() {
    let absent = Presided { reason: "ốm".into(), ..presided(Some(PresidingMode::Absent)) };
    assert_eq!(absent.missing(), None);
    assert_eq!(Minutes { presided: vec![absent.clone()], ..whole() }.missing(), [MissingPart::MinutesPart("presider")]);
    assert_eq!(Minutes { presided: vec![absent, presided(Some(PresidingMode::InPerson))], ..whole() }.missing(), []);
}

#[test]
fn the_canonical_text_is_fixed() {
    // A golden vector: a change here changes the hash of minutes that are signed already.
    let text = whole().canonical();
    assert!(text.starts_with("caunoi/minutes/v1\ndialogue=4:K7Q2\ntitle=27:Đối thoại định kỳ\n"), "{text}");
    assert!(text.ends_with("conclusion=22:Giao Phòng Kinh tế.\n"), "{text}");
    assert_eq!(hash(&text), GOLDEN);
}
const GOLDEN: &str = "1c21c042fef8eaa357425e3a570855be048e253cd0c5377c71b065e9c5dc71f5";

#[test]
fn an_addendum_binds_the_hash_before_it() {
    let first = hash(&addendum("a", "2026-12-20", "Văn phòng", "Sửa tên thôn."));
    let second = hash(&addendum(&first, "2026-12-20", "Văn phòng", "Sửa tên thôn."));
    assert_ne!(first, second);
}

#[test]
fn times_of_day() {
    for (text, minutes) in
        [("07:30", Some(450)), ("7:30", Some(450)), ("24:00", None), ("12:60", None), ("", None), ("+7:00", None), ("0730", None)]
    {
        assert_eq!(time(text), minutes, "{text}");
    }
}

proptest! {
    #[test]
    fn two_minutes_with_other_words_have_another_text(a in ".{0,12}", b in ".{0,12}", c in ".{0,12}", d in ".{0,12}") {
        let one = Minutes { title: a.clone(), place: b.clone(), ..whole() };
        let other = Minutes { title: c.clone(), place: d.clone(), ..whole() };
        let same = nfc(&a) == nfc(&c) && nfc(&b) == nfc(&d);
        prop_assert_eq!(one.canonical() == other.canonical(), same);
    }
}
