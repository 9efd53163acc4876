//! `cargo xtask reliability`: the tests of loss alone, by `./test`, which starts the PostgreSQL that some of them need; one
//! at a time, so that each has the machine to itself. They run in their short form with all others; `--full` asks for as
//! many kills, cuts and restarts as `docs/reliability.md` names, and plays every journey with each form sent twenty times
//! at once.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result, bail};

/// How often, in the long form: names as the tests read them behind `CAUNOI_RELIABILITY_`.
const FULL: &[(&str, &str)] = &[
    ("KILLS_OF_INTAKE", "200"),
    ("KILLS_PER_FORM", "20"),
    ("CUTS_PER_VERB", "20"),
    ("KINDS_CUT", "1000"),
    ("CUTS_PER_VERB_ON_POSTGRES", "20"),
    ("KINDS_CUT_ON_POSTGRES", "1000"),
    ("KILLS_PER_VERB", "20"),
    ("KILLS_ON_POSTGRES", "60"),
    ("LOOK_AT_EVERY", "1"),
    ("CUT_UPLOADS", "500"),
    ("TURNED_UPLOADS", "500"),
    ("KILLS_OF_UPLOADS", "50"),
    ("RESTARTS_OF_POSTGRES", "100"),
];

/// Runs them. A number of another run can be given in the environment, as can `CAUNOI_RELIABILITY_SEED`.
pub fn run(root: &Path) -> Result<()> {
    let full = std::env::args().any(|a| a == "--full");
    passes(&mut of_loss(root, full), "the tests of loss")?;
    if full {
        passes(&mut journeys(root), "the journeys, each form twenty times")?;
    }
    Ok(())
}

/// The tests of loss, and what they say of what they found. The runner that is installed reads its own of the settings.
fn of_loss(root: &Path, full: bool) -> Command {
    let mut tests = Command::new(root.join("test"));
    tests.args(["--test", "reliability"]).current_dir(root);
    tests.envs([("NEXTEST_TEST_THREADS", "1"), ("RUST_TEST_THREADS", "1"), ("NEXTEST_NO_CAPTURE", "1"), ("RUST_TEST_NOCAPTURE", "1")]);
    for (name, number) in FULL.iter().filter(|_| full) {
        let name = format!("CAUNOI_RELIABILITY_{name}");
        if std::env::var_os(&name).is_none() {
            tests.env(name, number);
        }
    }
    tests
}

/// Every journey with each form sent twenty times at once.
fn journeys(root: &Path) -> Command {
    let mut journeys = Command::new(root.join("test"));
    journeys.args(["--test", "journeys"]).env("CAUNOI_TIMES", "20").current_dir(root);
    journeys
}

fn passes(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| what.to_owned())?;
    if status.success() { Ok(()) } else { bail!("{what}: {status}") }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    /// Some need PostgreSQL, which the script starts; two at once would take each other's time.
    #[test]
    fn they_run_by_the_script_one_at_a_time() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let run = super::of_loss(root, true);
        assert!(run.get_program() == root.join("test") && root.join("test").is_file());
        let set = |name: &str| run.get_envs().find(|(n, _)| *n == name).and_then(|(_, v)| v?.to_str());
        assert_eq!((set("NEXTEST_TEST_THREADS"), set("RUST_TEST_THREADS")), (Some("1"), Some("1")));
        assert_eq!(set("CAUNOI_RELIABILITY_KILLS_PER_VERB"), Some("20"));
        let short = super::of_loss(root, false);
        assert!(!short.get_envs().any(|(n, _)| n.to_string_lossy().starts_with("CAUNOI_RELIABILITY_")));
    }
}
