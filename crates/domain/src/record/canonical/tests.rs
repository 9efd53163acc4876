#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use proptest::prelude::*;

/// A conclusion item of a notice, with one datum of each type.
fn sample() -> Event {
    Event::new(
        EventHead {
            id: "019ab3c4-5d6e-7f80-8123-456789abcdef".into(),
            at_us: 1_795_000_000_123_456,
            kind: "conclusion.recorded".into(),
            unit: "10663/2025-07-01".into(),
            subject_kind: "conclusion".into(),
            subject: "7zq0k4m2p9r1d".into(),
            actor: "post:4f2a".into(),
        },
        [
            ("due".to_owned(), Datum::Date("2026-12-07".into())),
            ("notice".to_owned(), Datum::Id("3c8e1t5w0a6bg".into())),
            ("outcome".to_owned(), Datum::Code("unresolved".into())),
            ("place".to_owned(), Datum::Int(-3)),
            ("text".to_owned(), Datum::Hash(std::array::from_fn(|n| n as u8))),
        ],
    )
    .unwrap()
}

fn empty() -> Event {
    let dash = || "-".to_owned();
    Event::new(
        EventHead { id: "0".into(), at_us: 0, kind: "x".into(), unit: dash(), subject_kind: dash(), subject: dash(), actor: dash() },
        [],
    )
    .unwrap()
}

const SAMPLE: &str = r#"caunoi event v1
{"actor":"post:4f2a","at_us":1795000000123456,"data":{"due":{"date":"2026-12-07"},"notice":{"id":"3c8e1t5w0a6bg"},"outcome":{"code":"unresolved"},"place":{"int":-3},"text":{"hash":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"}},"id":"019ab3c4-5d6e-7f80-8123-456789abcdef","kind":"conclusion.recorded","subject":"7zq0k4m2p9r1d","subject_kind":"conclusion","unit":"10663/2025-07-01"}"#;
const EMPTY: &str = r#"caunoi event v1
{"actor":"-","at_us":0,"data":{},"id":"0","kind":"x","subject":"-","subject_kind":"-","unit":"-"}"#;

#[test]
fn golden_bytes_never_change() {
    assert_eq!(String::from_utf8(canonical(&sample())).unwrap(), SAMPLE);
    assert_eq!(String::from_utf8(canonical(&empty())).unwrap(), EMPTY);
}

/// The expected values come from Python's hashlib (docs/formats/event-v1.md has the lines), not from this code.
#[test]
fn golden_leaves_never_change() {
    let counting: [u8; 16] = std::array::from_fn(|n| n as u8);
    assert_eq!(hex(&leaf(counting, SAMPLE.as_bytes())), "c789affd5867728fd7950f65d511ca23a2dff0f70b69dc7c6a1e23cd1a9d7ca5");
    assert_eq!(hex(&leaf([0; 16], SAMPLE.as_bytes())), "f699bb509a2961bc7ec3d032dd1ca79e72b9e9db3915260d781fd1e894a16074");
    assert_eq!(hex(&leaf([0; 16], EMPTY.as_bytes())), "e02d4173c24cfa3d3a099d376caa5af4f9deed69c12fd9fd2a1bc5e5d5c75a87");
}

#[test]
fn only_the_canonical_form_is_read() {
    assert_eq!(parse(SAMPLE.as_bytes()).unwrap(), sample());
    assert_eq!(parse(SAMPLE.replace("v1", "v2").as_bytes()), Err(CanonicalError::NotVersion1));
    assert_eq!(parse(b"{}"), Err(CanonicalError::NotVersion1));
    for other in [
        format!("{EMPTY}\n"),
        EMPTY.replace(",\"at_us\"", ", \"at_us\""),
        EMPTY.replace("\"x\"", "\"\\u0078\""),
        EMPTY.replace(r#""data":{},"id":"0""#, r#""id":"0","data":{}"#),
        EMPTY.replace(r#""id":"0""#, r#""id":"1","id":"0""#),
        SAMPLE.replace("1e1f", "1E1F"),
    ] {
        assert_eq!(parse(other.as_bytes()), Err(CanonicalError::NotCanonical), "{other}");
    }
    for (from, to, at) in [
        (r#""kind":"x","#, "", "kind"),
        (r#""unit":"-""#, r#""unit":"-","zeal":1"#, "zeal"),
        (r#""at_us":0"#, r#""at_us":0.5"#, "at_us"),
        (r#""at_us":0"#, r#""at_us":9223372036854775808"#, "at_us"),
        (r#""data":{}"#, r#""data":[]"#, "data"),
        (r#""data":{}"#, r#""data":{"a":{"text":"b"}}"#, "a"),
        (r#""data":{}"#, r#""data":{"a":{"id":"b","code":"c"}}"#, "a"),
        (r#""data":{}"#, r#""data":{"a":{"hash":"+1"}}"#, "a"),
        (r#""data":{}"#, r#""data":{"a":"b"}"#, "a"),
    ] {
        assert_eq!(parse(EMPTY.replace(from, to).as_bytes()), Err(CanonicalError::Shape { at: at.into() }), "{to}");
    }
    let spoken = EMPTY.replace(r#""data":{}"#, r#""data":{"a":{"code":"hai lời"}}"#);
    assert!(matches!(parse(spoken.as_bytes()), Err(CanonicalError::Event(EventError::BadCharacter { .. }))));
    assert_eq!(parse(&EMPTY.as_bytes()[..EMPTY.len() - 1]), Err(CanonicalError::Shape { at: "JSON".into() }));
}

#[test]
fn every_field_changes_the_bytes() {
    let base = sample();
    let (head, data) = (base.head(), base.data());
    let mut seen = std::collections::BTreeSet::from([canonical(&base)]);
    let mut differs = |head: EventHead, data: BTreeMap<String, Datum>| {
        assert!(seen.insert(canonical(&Event::new(head, data).unwrap())));
    };
    let fields: [fn(&mut EventHead) -> &mut String; 6] =
        [|h| &mut h.id, |h| &mut h.kind, |h| &mut h.unit, |h| &mut h.subject_kind, |h| &mut h.subject, |h| &mut h.actor];
    for field in fields {
        let mut other = head.clone();
        field(&mut other).push('0');
        differs(other, data.clone());
    }
    differs(EventHead { at_us: head.at_us + 1, ..head.clone() }, data.clone());
    // The type of a datum is part of it.
    for datum in [
        Datum::Id("7".into()),
        Datum::Code("7".into()),
        Datum::Int(7),
        Datum::Date("2026-07-07".into()),
        Datum::Id("2026-07-07".into()),
        Datum::Hash([7; 32]),
    ] {
        let mut other = data.clone();
        other.insert("due".into(), datum);
        differs(head.clone(), other);
    }
    let mut fewer = data.clone();
    fewer.remove("due");
    differs(head.clone(), fewer);
}

fn word() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._:/-]{1,128}"
}

fn any_datum() -> impl Strategy<Value = Datum> {
    prop_oneof![
        word().prop_map(Datum::Id),
        any::<[u8; 32]>().prop_map(Datum::Hash),
        any::<i64>().prop_map(Datum::Int),
        (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Datum::date(jiff::civil::date(y, m, d))),
        word().prop_map(Datum::Code),
    ]
}

prop_compose! {
    fn any_event()(id in word(), at_us in any::<i64>(), kind in word(), unit in word(), subject_kind in word(),
        subject in word(), actor in word(), data in proptest::collection::btree_map(word(), any_datum(), 0..6)) -> Event {
        Event::new(EventHead { id, at_us, kind, unit, subject_kind, subject, actor }, data).unwrap()
    }
}

proptest! {
    #[test]
    fn reads_back_what_it_writes(event in any_event()) {
        let bytes = canonical(&event);
        prop_assert!(bytes.starts_with(b"caunoi event v1\n"));
        prop_assert!(bytes.is_ascii());
        prop_assert_eq!(parse(&bytes).unwrap(), event);
    }

    #[test]
    fn another_event_has_other_bytes(a in any_event(), b in any_event()) {
        prop_assert_eq!(canonical(&a) == canonical(&b), a == b);
    }

    #[test]
    fn another_salt_has_another_leaf(a in any::<[u8; 16]>(), b in any::<[u8; 16]>()) {
        prop_assert_eq!(leaf(a, EMPTY.as_bytes()) == leaf(b, EMPTY.as_bytes()), a == b);
    }

    #[test]
    fn hostile_bytes_never_panic(bytes in any::<Vec<u8>>(), tail in ".*") {
        let _ = (parse(&bytes), parse(format!("{VERSION_LINE}{tail}").as_bytes()));
    }
}
