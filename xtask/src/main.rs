//! Chores and checks of the house: `cargo xtask check` before a change is handed in.

mod bench;
mod format;
mod hosts;
mod i18n;
mod reliability;
mod requirements;

use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::{Context as _, Result, bail};

fn main() -> ExitCode {
    let Some(root) = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned) else { return ExitCode::FAILURE };
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "check" => check(&root),
        "format" => format::run(&root, std::env::args().any(|a| a == "--write")),
        "i18n" => i18n::run(&root),
        "requirements" => requirements::run(&root, std::env::args().any(|a| a == "--write")),
        "hosts" => hosts::run(&root),
        "bench" => bench::run(&root),
        "reliability" => reliability::run(&root),
        _ => {
            eprintln!("cargo xtask check          everything below, formatting, lints, dependencies and every test");
            eprintln!("cargo xtask format         tests inside of on_both! are formatted as rustfmt would (--write formats them)");
            eprintln!("cargo xtask i18n           every message in both languages with the same variables");
            eprintln!("cargo xtask requirements   docs/requirements.md names tests that exist, and all of them (--write renews it)");
            eprintln!("cargo xtask hosts          no package registry is named in the tree");
            eprintln!("cargo xtask bench          the program beside its anchors, to docs/benchmarks.md (--opinions N, --seconds N)");
            eprintln!(
                "cargo xtask reliability    the tests of loss alone, by ./test, one at a time (--full: as often as docs/reliability.md says, some hours)"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e:#}");
            ExitCode::FAILURE
        }
    }
}

/// Every check, each of them even where one before it failed.
fn check(root: &Path) -> Result<()> {
    let cargo = |args: &[&str]| program(root, "cargo", args);
    let deny = || {
        if Command::new("cargo").args(["deny", "--version"]).output().is_ok_and(|o| o.status.success()) {
            return cargo(&["deny", "--workspace", "check", "bans", "licenses", "sources"]);
        }
        println!("deny: skipped, cargo-deny is not installed (cargo install cargo-deny)");
        Ok(())
    };
    let test = || program(root, "./test", &[]);
    let checks: [(&str, &dyn Fn() -> Result<()>); 8] = [
        ("fmt", &|| cargo(&["fmt", "--all", "--check"])),
        ("format", &|| format::run(root, false)),
        ("clippy", &|| cargo(&["clippy", "-q", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        ("deny", &deny),
        ("i18n", &|| i18n::run(root)),
        ("requirements", &|| requirements::run(root, false)),
        ("hosts", &|| hosts::run(root)),
        ("test", &test),
    ];
    let mut failed = Vec::new();
    for (name, run) in checks {
        if let Err(e) = run() {
            eprintln!("{e:#}");
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

fn program(root: &Path, name: &str, args: &[&str]) -> Result<()> {
    let status = Command::new(name).args(args).current_dir(root).status().with_context(|| name.to_owned())?;
    if status.success() { Ok(()) } else { bail!("{name} {}: {status}", args.join(" ")) }
}

/// Files that git knows, as paths from the root.
fn tracked(root: &Path) -> Result<Vec<String>> {
    let out = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output().context("git ls-files")?;
    let all = String::from_utf8(out.stdout)?;
    Ok(all.split('\0').filter(|f| !f.is_empty() && PathBuf::from(root).join(f).is_file()).map(str::to_owned).collect())
}
