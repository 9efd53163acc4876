//! The verbs of the program, by its source: none is left out of those that are killed unseen.

use std::{collections::BTreeSet, path::Path};

/// Verbs that the player does not play, and why.
const NOT_PLAYED: [(&str, &str); 4] = [
    ("import::landing::Beat", "said every half second of a landing: another number of times in each run"),
    ("report::load_history::LoadHistory", "RecordFigure and RecordFinding for the units of 2015 to 2024, which the story does not load"),
    ("simulate::Lived", "a country for the bench, in an installation that holds nothing else"),
    ("simulate::country::PutUp", "a country for the bench, in an installation that holds nothing else"),
];

/// Every verb by its module, as the log of the program names it, without what it is a verb of (`Several<Classify>`).
fn of_the_program() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    let mut all = BTreeSet::new();
    read(&source, &source, &mut all);
    all
}

fn read(source: &Path, folder: &Path, all: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read(source, &path, all);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let module = path.strip_prefix(source).unwrap().with_extension("").to_string_lossy().replace('/', "::");
            let module = module.trim_end_matches("::mod");
            let text = std::fs::read_to_string(&path).unwrap();
            let impls = text.lines().filter(|l| l.starts_with("impl")).filter_map(|l| l.split_once(" Verb for "));
            all.extend(impls.map(|(_, of)| format!("{module}::{}", of.split(['<', ' ', '{']).next().unwrap())));
        }
    }
}

/// What is wrong with what was heard: verbs that were not, and excuses that are none.
pub fn unheard(heard: &[&str]) -> Vec<String> {
    let heard: BTreeSet<&str> = heard.iter().map(|v| v.split('<').next().unwrap_or_default()).collect();
    let excused = |v: &str| NOT_PLAYED.iter().any(|(n, _)| *n == v);
    let all = of_the_program();
    let mut wrong: Vec<String> = all
        .iter()
        .filter(|v| !heard.contains(v.as_str()) && !excused(v))
        .map(|v| format!("{v} is not played: add it to beside_*.rs"))
        .collect();
    for (verb, _) in NOT_PLAYED {
        if heard.contains(verb) || !all.contains(verb) {
            wrong.push(format!("{verb} is named as not played, and is played, or is no verb any more"));
        }
    }
    wrong
}

/// The proof of the proof: what was not heard is named, by the names that the log gives.
#[test]
fn a_verb_that_was_not_heard_is_named() {
    let all = of_the_program();
    for verb in ["duty::cancel_reception::WithdrawCancel", "import::land::LandRows", "simulate::Lived", "opinion::several::Several"] {
        assert!(all.contains(verb), "{verb} is not found in the source");
    }
    let named = std::any::type_name::<caunoi_app::opinion::several::Several<caunoi_app::opinion::classify::Classify>>();
    assert_eq!(named.replace("caunoi_app::", "").split('<').next(), Some("opinion::several::Several"));
    let heard: Vec<&str> = all.iter().map(String::as_str).filter(|v| !NOT_PLAYED.iter().any(|(n, _)| n == v)).collect();
    assert_eq!(unheard(&heard), Vec::<String>::new());
    let without: Vec<&str> = heard.iter().copied().filter(|v| *v != "duty::cancel_reception::WithdrawCancel").collect();
    assert_eq!(unheard(&without), ["duty::cancel_reception::WithdrawCancel is not played: add it to beside_*.rs"]);
}
