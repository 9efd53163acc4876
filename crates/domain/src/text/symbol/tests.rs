#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use proptest::prelude::*;

fn party(number: u32, kind: &str, organ: &str) -> Symbol {
    Symbol { number, year: None, kind: kind.into(), organ: organ.into(), style: Style::Party }
}

fn admin(number: u32, year: Option<u16>, kind: &str, organ: &str) -> Symbol {
    Symbol { number, year, kind: kind.into(), organ: organ.into(), style: Style::Admin }
}

#[test]
fn s0_1_symbols_found_whichever_spacing() {
    for (spellings, canonical) in [
        (&["37-CT/TU", "37 - CT/TU", "37-CT / TU", "số 37-CT/TU", "Chỉ thị số 37-CT/TU,", "37–ct/tu"][..], "37-CT/TU"),
        (&["07- QC/TU", "07-QC/TU", "7-QC/TU", "07 -QC/ TU", "Quy chế số 07- QC/TU, ngày 08/8/2019"], "07-QC/TU"),
        (&["Số: 12/TB-UBND", "12/TB-UBND", "số:12 / TB - UBND", "12/tb-ubnd.", "Số 12/TB\u{2013}UBND"], "12/TB-UBND"),
    ] {
        let expected = Symbol::parse(canonical).unwrap();
        assert_eq!(expected.to_string(), canonical);
        for typed in spellings {
            let found = Symbol::parse(typed).unwrap_or_else(|e| panic!("{typed}: {e}"));
            assert_eq!(found, expected, "{typed}");
            assert_eq!(found.key(), expected.key(), "{typed}");
        }
    }
}

#[test]
fn reads_the_symbols_of_the_seeds_and_norms() {
    for (typed, expected) in [
        ("1222-TB/TU", party(1222, "TB", "TU")),
        ("số 03-QC/TU ngày 18.3.2021", party(3, "QC", "TU")),
        ("08-QC/TU", party(8, "QC", "TU")),
        ("156-KL/TU", party(156, "KL", "TU")),
        ("232-QĐ/TU", party(232, "QĐ", "TU")),
        ("367-QĐ/TU", party(367, "QĐ", "TU")),
        ("25-NQ/TW", party(25, "NQ", "TW")),
        ("11-QĐi/TW", party(11, "QĐi", "TW")),
        ("215-KL/TW", party(215, "KL", "TW")),
        ("218-QĐ/T.Ư", party(218, "QĐ", "TW")),
        ("13-HD/BTGDVTU", party(13, "HD", "BTGDVTU")),
        ("Số 12-NQ/ĐU, ngày 05/9/2026", party(12, "NQ", "ĐU")),
        ("05-ctr/đu", party(5, "CTr", "ĐU")),
        ("232-QĐ/TU", party(232, "QĐ", "TU")),
        ("12/UBND-VX", admin(12, None, "", "UBND-VX")),
        ("12/UBND - VX ngày 05/9", admin(12, None, "", "UBND-VX")),
        ("12/ubnd- vx", admin(12, None, "", "UBND-VX")),
        ("1207/QĐ-UBND", admin(1207, None, "QĐ", "UBND")),
        ("9/ttr-ubnd-vp", admin(9, None, "TTr", "UBND-VP")),
        ("Nghị định 42/2022/NĐ-CP", admin(42, Some(2022), "NĐ", "CP")),
        ("Luật 10/2022/QH15", admin(10, Some(2022), "", "QH15")),
        ("05/2021/TT-TTCP", admin(5, Some(2021), "TT", "TTCP")),
    ] {
        assert_eq!(Symbol::parse(typed).unwrap(), expected, "{typed}");
    }
}

#[test]
fn writes_the_canonical_form() {
    assert_eq!(party(7, "QC", "TU").to_string(), "07-QC/TU");
    assert_eq!(admin(9, None, "TB", "UBND").to_string(), "09/TB-UBND");
    assert_eq!(admin(12, None, "", "UBND-VX").to_string(), "12/UBND-VX");
    assert_eq!(admin(5, Some(2021), "TT", "TTCP").to_string(), "05/2021/TT-TTCP");
    assert_eq!(admin(10, Some(2022), "", "QH15").to_string(), "10/2022/QH15");
    assert_eq!(party(11, "QĐi", "TW").key(), "11-qđi/tw");
}

#[test]
fn kinds_that_differ_stay_apart() {
    assert_ne!(Symbol::parse("11-QĐi/TW").unwrap().key(), Symbol::parse("11-QĐ/TW").unwrap().key());
    assert_ne!(Symbol::parse("12-TB/UBND").unwrap().key(), Symbol::parse("12/TB-UBND").unwrap().key());
}

#[test]
fn says_what_is_missing() {
    assert_eq!(Symbol::parse("  "), Err(SymbolError::Empty));
    assert_eq!(Symbol::parse("CT/TU"), Err(SymbolError::NoNumber { found: "CT/TU".into() }));
    assert_eq!(Symbol::parse("0-CT/TU"), Err(SymbolError::NumberOutOfRange { found: "0".into() }));
    assert_eq!(Symbol::parse("99999999999-CT/TU"), Err(SymbolError::NumberOutOfRange { found: "99999999999".into() }));
    assert_eq!(Symbol::parse("37"), Err(SymbolError::NoKind { number: 37 }));
    assert_eq!(Symbol::parse("37-"), Err(SymbolError::NoKind { number: 37 }));
    assert_eq!(Symbol::parse("37-CT"), Err(SymbolError::NoOrgan { number: 37, kind: "CT".into() }));
    assert_eq!(Symbol::parse("37-CT/"), Err(SymbolError::NoOrgan { number: 37, kind: "CT".into() }));
    assert_eq!(Symbol::parse("12/TB"), Err(SymbolError::NoOrgan { number: 12, kind: "TB".into() }));
    assert_eq!(Symbol::parse("12/UBND"), Err(SymbolError::NoOrgan { number: 12, kind: "UBND".into() }));
    assert_eq!(Symbol::parse("12/UBND-"), Err(SymbolError::NoOrgan { number: 12, kind: "UBND".into() }));
    assert_eq!(Symbol::parse("37-CT/TU/2"), Err(SymbolError::Trailing { rest: "/2".into() }));
    for day in ["18/08/2022", "24/9", "3.2.1930", "18-08-2022", "12/2022/"] {
        assert!(matches!(Symbol::parse(day), Err(SymbolError::NoKind { .. })), "{day}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn never_panics_and_what_it_reads_it_writes(text in any::<String>()) {
        if let Ok(symbol) = Symbol::parse(&text) {
            prop_assert_eq!(Symbol::parse(&symbol.to_string()).unwrap(), symbol);
        }
    }

    #[test]
    fn reads_what_it_writes_near_the_grammar(text in "[0-9]{1,4} ?[-/–] ?(2022/)?[A-Za-zĐđƯư.]{0,5} ?[-/] ?[A-ZĐa-z0-9.]{0,5}(-[A-Z]{0,2})?") {
        if let Ok(symbol) = Symbol::parse(&text) {
            prop_assert_eq!(Symbol::parse(&symbol.to_string()).unwrap(), symbol.clone());
            prop_assert_eq!(Symbol::parse(&symbol.key()).unwrap(), symbol);
        }
    }

    #[test]
    fn spacing_never_matters(n in 1u32..5000, a in " {0,2}", b in " {0,2}", c in " {0,2}", d in " {0,2}") {
        prop_assert_eq!(Symbol::parse(&format!("{n}{a}-{b}QĐi{c}/{d}TU")).unwrap(), party(n, "QĐi", "TU"));
        prop_assert_eq!(Symbol::parse(&format!("{n}{a}/{b}TB{c}-{d}UBND")).unwrap(), admin(n, None, "TB", "UBND"));
    }
}
