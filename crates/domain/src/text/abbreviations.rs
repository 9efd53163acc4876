//! What offices shorten and people write out, or the other way round (S3.12): a query is widened by this table, so
//! that "đối thoại" finds "TX, ĐT" and not every "ĐT" (điện thoại, đường tỉnh, đầu tư).
//!
//! All forms are folded keys (see [`super::fold()`]). A short form that means several things stands only inside the
//! phrases in which it means this one.

/// One meaning and how it is written.
struct Entry {
    /// Written out.
    long: &'static str,
    /// Short forms that mean nothing else: typed, they find the long form; the long form finds them.
    short: &'static [&'static str],
    /// Phrases with an ambiguous short form in this meaning: found by the long form only.
    within: &'static [&'static str],
}

const fn plain(long: &'static str, short: &'static [&'static str]) -> Entry {
    Entry { long, short, within: &[] }
}

const TABLE: &[Entry] = &[
    plain("tiep xuc doi thoai", &["txdt", "tx dt"]),
    Entry {
        long: "doi thoai",
        short: &[],
        within: &[
            "txdt",
            "tx dt",
            "tiep xuc dt",
            "cuoc dt",
            "buoi dt",
            "hoi nghi dt",
            "to chuc dt",
            "noi dung dt",
            "quy che dt",
            "ke hoach dt",
        ],
    },
    Entry { long: "tiep xuc", short: &[], within: &["txdt", "tx dt", "txct", "tx cu tri"] },
    plain("tiep xuc cu tri", &["txct"]),
    plain("tiep cong dan", &["tcd"]),
    plain("uy ban nhan dan", &["ubnd"]),
    plain("hoi dong nhan dan", &["hdnd"]),
    plain("mat tran to quoc", &["mttq"]),
    plain("ban cong tac mat tran", &["ctmt"]),
    plain("ban thuong vu", &["btv"]),
    plain("ban chap hanh", &["bch"]),
    plain("chinh tri xa hoi", &["ct xh", "ctxh"]),
    plain("an ninh chinh tri trat tu an toan xa hoi", &["anct ttatxh"]),
    plain("an ninh chinh tri", &["anct"]),
    plain("trat tu an toan xa hoi", &["ttatxh"]),
    Entry { long: "trung uong", short: &["tw"], within: &["t u", "t w"] },
    plain("lien hiep phu nu", &["lhpn"]),
    plain("cuu chien binh", &["ccb"]),
    plain("can bo cong chuc", &["cbcc"]),
    plain("khieu nai to cao", &["kntc"]),
    plain("quy che dan chu", &["qcdc"]),
    plain("thu tuc hanh chinh", &["tthc"]),
    plain("cai cach hanh chinh", &["cchc"]),
    plain("giai phong mat bang", &["gpmb"]),
    plain("quyen su dung dat", &["qsdd"]),
    plain("giay chung nhan quyen su dung dat", &["gcnqsdd", "gcn qsdd"]),
    plain("an toan giao thong", &["atgt"]),
    plain("ve sinh moi truong", &["vsmt"]),
    plain("phong chay chua chay", &["pccc"]),
    plain("bao hiem y te", &["bhyt"]),
    plain("bao hiem xa hoi", &["bhxh"]),
    plain("nong thon moi", &["ntm"]),
    plain("nha van hoa", &["nvh"]),
    plain("to dan pho", &["tdp"]),
    plain("khu dan cu", &["kdc"]),
    plain("khu cong nghiep", &["kcn"]),
    plain("cum cong nghiep", &["ccn"]),
    plain("hop tac xa", &["htx"]),
    plain("trung hoc co so", &["thcs"]),
    plain("trung hoc pho thong", &["thpt"]),
    plain("kinh te xa hoi", &["ktxh", "kt xh"]),
    plain("van hoa xa hoi", &["vhxh", "vh xh"]),
    plain("quoc phong an ninh", &["qpan", "qp an"]),
];

/// A part of a widened query: the words as typed, or any of the phrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term<'a> {
    /// Folded words as typed; all of them are to be found.
    pub typed: Vec<&'a str>,
    /// Folded phrases that mean the same; one of them instead of `typed` is enough.
    pub phrases: Vec<&'static str>,
}

/// Widens a folded query by the table, the longest form first; every word of the query is in exactly one term.
#[must_use]
pub fn widen(key: &str) -> Vec<Term<'_>> {
    let words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
    let mut terms = Vec::new();
    let mut rest = words.as_slice();
    while let [first, tail @ ..] = rest {
        let (taken, phrases) = longest(rest).unwrap_or((1, Vec::new()));
        match rest.split_at_checked(taken) {
            Some((typed, after)) => {
                terms.push(Term { typed: typed.to_vec(), phrases });
                rest = after;
            }
            None => {
                terms.push(Term { typed: vec![first], phrases: Vec::new() });
                rest = tail;
            }
        }
    }
    terms
}

/// A folded text with what its short forms mean, and with the short forms of what it writes out, added at its end: words
/// of a query are then found one by one, without widening the query.
#[must_use]
pub fn expand(key: &str) -> String {
    let spaced = format!(" {key} ");
    let there = |form: &str| spaced.contains(&format!(" {form} "));
    let mut out = key.to_owned();
    for entry in TABLE {
        if !std::iter::once(&entry.long).chain(entry.short).chain(entry.within).any(|form| there(form)) {
            continue;
        }
        for form in std::iter::once(&entry.long).chain(entry.short).filter(|form| !there(form)) {
            out.push(' ');
            out.push_str(form);
        }
    }
    out
}

/// The longest form of the table with which these words begin: how many words, and what means the same.
fn longest(words: &[&str]) -> Option<(usize, Vec<&'static str>)> {
    let mut best: Option<(usize, Vec<&'static str>)> = None;
    for entry in TABLE {
        for form in std::iter::once(&entry.long).chain(entry.short) {
            let Some(n) = begins(words, form) else { continue };
            if best.as_ref().is_some_and(|(most, _)| *most >= n) {
                continue;
            }
            let mut same: Vec<&'static str> =
                std::iter::once(entry.long).chain(entry.short.iter().copied()).filter(|f| f != form).collect();
            if *form == entry.long {
                same.extend(entry.within);
            }
            best = Some((n, same));
        }
    }
    best
}

/// How many words the form has, where `words` begin with it.
fn begins(words: &[&str], form: &str) -> Option<usize> {
    let mut n = 0;
    for part in form.split(' ') {
        if words.get(n) != Some(&part) {
            return None;
        }
        n += 1;
    }
    Some(n)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn s3_12_a_short_form_and_what_it_means_stand_for_each_other() {
        let key = fold("UBND xã");
        let terms = widen(&key);
        assert_eq!(terms, [Term { typed: vec!["ubnd"], phrases: vec!["uy ban nhan dan"] }, Term { typed: vec!["xa"], phrases: vec![] }]);
        let key = fold("Ủy ban Mặt trận Tổ quốc");
        assert_eq!(widen(&key).last().map(|t| t.phrases.clone()), Some(vec!["mttq"]));
        let key = fold("TX, ĐT");
        assert_eq!(widen(&key), [Term { typed: vec!["tx", "dt"], phrases: vec!["tiep xuc doi thoai", "txdt"] }]);
    }

    #[test]
    fn s3_12_an_ambiguous_short_form_is_taken_only_inside_its_phrases() {
        let key = fold("đối thoại");
        let terms = widen(&key);
        let phrases = terms.first().map(|t| t.phrases.clone()).unwrap_or_default();
        assert!(phrases.contains(&"tx dt") && phrases.contains(&"hoi nghi dt"));
        assert!(!phrases.contains(&"dt"));
        let key = fold("ĐT 394");
        assert!(widen(&key).iter().all(|t| t.phrases.is_empty()), "a road is not a dialogue");
    }

    #[test]
    fn s3_12_a_text_is_found_by_what_its_short_forms_mean() {
        assert_eq!(expand("ubnd xa"), "ubnd xa uy ban nhan dan");
        assert_eq!(expand("uy ban nhan dan xa"), "uy ban nhan dan xa ubnd");
        assert!(expand("moi du tx dt").contains("doi thoai"));
        assert_eq!(expand("duong dt 394"), "duong dt 394", "a road is not a dialogue");
        assert_eq!(expand(""), "");
    }

    #[test]
    fn s3_12_the_short_forms_of_the_seeds_are_in_the_table() {
        for (short, long) in [
            ("TXĐT", "tiếp xúc, đối thoại"),
            ("TX, ĐT", "tiếp xúc, đối thoại"),
            ("BTV", "Ban Thường vụ"),
            ("MTTQ", "Mặt trận Tổ quốc"),
            ("CT-XH", "chính trị - xã hội"),
            ("KT-XH", "kinh tế - xã hội"),
            ("UBND", "Ủy ban nhân dân"),
            ("HĐND", "Hội đồng nhân dân"),
            ("T.Ư", "Trung ương"),
            ("ANCT-TTATXH", "an ninh chính trị, trật tự an toàn xã hội"),
            ("ANCT - TTATXH", "an ninh chính trị - trật tự an toàn xã hội"),
        ] {
            let (short, long) = (fold(short), fold(long));
            assert!(expand(&short).contains(&long), "{short} is read as {long}: {}", expand(&short));
            let all: String = widen(&long).iter().flat_map(|t| t.phrases.iter().copied()).collect::<Vec<_>>().join("|");
            let words: Vec<&str> = short.split(' ').collect();
            assert!(all.contains(&short) || words.iter().all(|w| all.contains(w)), "{long} finds {short}: {all}");
        }
    }

    #[test]
    fn the_longest_form_wins_and_the_table_is_folded() {
        let key = fold("giấy chứng nhận quyền sử dụng đất");
        assert_eq!(widen(&key).len(), 1);
        for e in TABLE {
            for form in std::iter::once(&e.long).chain(e.short).chain(e.within) {
                assert_eq!(fold(form), **form);
            }
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in any::<String>()) {
            let key = fold(&text);
            let all: Vec<&str> = widen(&key).into_iter().flat_map(|t| t.typed).collect();
            prop_assert_eq!(all.join(" "), key);
        }
    }
}
