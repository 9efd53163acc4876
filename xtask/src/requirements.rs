//! `docs/requirements.md` is true: every test it names exists, and every test that bears a requirement's number is in it.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Result, bail};

use crate::tracked;

/// Compares the table with the tests in the tree; with `write` renews its column of tests first.
pub fn run(root: &Path, write: bool) -> Result<()> {
    let path = root.join("docs/requirements.md");
    let mut table = fs::read_to_string(&path)?;
    let mut functions = BTreeSet::new();
    for file in tracked(root)?.iter().filter(|f| f.ends_with(".rs")) {
        functions.extend(functions_of(&fs::read_to_string(root.join(file))?));
    }
    if write {
        table = renewed(&table, &functions);
        fs::write(&path, &table)?;
    }
    let wrong = compare(&table, &functions);
    if wrong.is_empty() {
        println!("requirements: {} rows, every test there", rows(&table).len());
        return Ok(());
    }
    bail!("docs/requirements.md:\n  {}", wrong.join("\n  "))
}

/// A row of the table: number and the tests it names.
fn rows(table: &str) -> Vec<(String, Vec<String>)> {
    table
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim().strip_prefix('|')?.split('|').map(str::trim).collect();
            let (number, tests) = (cells.first()?, cells.get(2)?);
            let tests = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            is_number(number).then(|| ((*number).to_owned(), tests))
        })
        .collect()
}

/// The table with every test beside its number; tests that bear no number stay where they exist.
fn renewed(table: &str, functions: &BTreeSet<String>) -> String {
    let mut out = String::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        match cells.as_slice() {
            [_, number, what, tests, screen, _] if is_number(number.trim()) => {
                let kept = tests.split('`').skip(1).step_by(2).filter(|t| number_of(t).is_none() && functions.contains(*t));
                let own = functions.iter().filter(|f| number_of(f).as_deref() == Some(number.trim())).map(String::as_str);
                let all: Vec<String> = own.chain(kept).map(|t| format!("`{t}`")).collect();
                out.push_str(&format!("|{number}|{what}| {} |{screen}|", all.join(", ")));
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// `S0.6`, `L2`, `P18`.
fn is_number(text: &str) -> bool {
    let mut signs = text.chars();
    matches!(signs.next(), Some('S' | 'L' | 'P'))
        && signs.next().is_some_and(|c| c.is_ascii_digit())
        && signs.all(|c| c.is_ascii_digit() || c == '.')
}

/// The number that a test's name begins with: `s4_3_…` is S4.3, `p18_…` is P18.
fn number_of(test: &str) -> Option<String> {
    let mut parts = test.split('_');
    let first = parts.next()?;
    let (letter, digits) = first.split_at_checked(1)?;
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match letter {
        "s" => parts.next().filter(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit())).map(|p| format!("S{digits}.{p}")),
        "l" | "p" => Some(format!("{}{digits}", letter.to_uppercase())),
        _ => None,
    }
}

fn functions_of(source: &str) -> Vec<String> {
    let name = |line: &str| {
        let after = line.trim_start().split_once("fn ").filter(|(before, _)| before.is_empty() || *before == "async ")?.1;
        after.split_once('(').map(|(name, _)| name.to_owned())
    };
    source.lines().filter_map(name).collect()
}

fn compare(table: &str, functions: &BTreeSet<String>) -> Vec<String> {
    let rows = rows(table);
    let mut wrong = Vec::new();
    for (number, tests) in &rows {
        let missing = tests.iter().filter(|t| !functions.contains(t.rsplit("::").next().unwrap_or(t)));
        wrong.extend(missing.map(|t| format!("{number} names the test {t}, which does not exist")));
    }
    for test in functions {
        if let Some(number) = number_of(test) {
            let named = rows.iter().any(|(n, tests)| *n == number && tests.iter().any(|t| t.ends_with(test.as_str())));
            if !named {
                wrong.push(format!("the test {test} is not named beside {number}"));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_gone_and_one_that_is_not_named_are_found() {
        let table = "| number | what | tests | screen |\n|---|---|---|---|\n| S4.3 | three outcomes | `journeys::s4_3_three` | /x |\n| P18 | secret | `gone` | /y |\n";
        let source = "    async fn s4_3_three(db: Fresh) {\nfn s0_6_new() {\n// fn s1_1_no(\nfn label(\n";
        let wrong = compare(table, &functions_of(source).into_iter().collect());
        assert_eq!(wrong, ["P18 names the test gone, which does not exist", "the test s0_6_new is not named beside S0.6"]);
    }

    #[test]
    fn the_column_of_tests_is_renewed() {
        let table = "| number | what | tests | screen |\n| S4.3 | x | `by_hand`, `gone`, `s4_3_old` | /x |\n";
        let functions = ["by_hand", "s4_3_three", "s4_31_other"].map(str::to_owned).into();
        let now = renewed(table, &functions);
        assert_eq!(now, "| number | what | tests | screen |\n| S4.3 | x | `s4_3_three`, `by_hand` | /x |\n");
    }

    #[test]
    fn numbers_in_names() {
        assert_eq!(number_of("s0_10_x"), Some("S0.10".to_owned()));
        assert_eq!(number_of("l4_x"), Some("L4".to_owned()));
        assert_eq!(number_of("s_x"), None);
        assert_eq!(number_of("p2p_x"), None);
        assert_eq!(number_of("says_x"), None);
    }
}
