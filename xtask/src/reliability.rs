//! `cargo xtask reliability`: the tests of loss alone. They run in their short form by `./test`; `--full` asks for as many
//! kills, cuts and restarts as `docs/reliability.md` reports, and plays every journey with each form sent twenty times at once.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result, bail};

/// How often, in the long form: names as the tests read them behind `CAUNOI_RELIABILITY_`.
const FULL: &[(&str, &str)] = &[
    ("KILLS_OF_INTAKE", "200"),
    ("KILLS_PER_FORM", "20"),
    ("PICTURES_PER_VERB", "20"),
    ("KILLS_PER_VERB", "20"),
    ("LOOK_AT_EVERY", "1"),
    ("CUT_UPLOADS", "500"),
    ("TURNED_UPLOADS", "500"),
    ("KILLS_OF_UPLOADS", "50"),
    ("RESTARTS_OF_POSTGRES", "100"),
];

/// Runs them. A number of another run can be given in the environment, as can `CAUNOI_RELIABILITY_SEED`.
pub fn run(root: &Path) -> Result<()> {
    let full = std::env::args().any(|a| a == "--full");
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--test", "reliability", "--", "--nocapture", "--test-threads=1"]);
    if full {
        for (name, number) in FULL {
            let name = format!("CAUNOI_RELIABILITY_{name}");
            if std::env::var_os(&name).is_none() {
                tests.env(name, number);
            }
        }
    }
    passes(tests.current_dir(root), "the tests of loss")?;
    if full {
        let mut journeys = Command::new("./test");
        passes(journeys.args(["--test", "journeys"]).env("CAUNOI_TIMES", "20").current_dir(root), "the journeys, each form twenty times")?;
    }
    Ok(())
}

fn passes(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| what.to_owned())?;
    if status.success() { Ok(()) } else { bail!("{what}: {status}") }
}
