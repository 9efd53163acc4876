//! Runs the real program in an empty folder.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

/// An empty folder and no setting of the machine's own.
pub fn caunoi(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caunoi"));
    command.current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("CAUNOI_")) {
        command.env_remove(name);
    }
    command
}

/// What the program answers to these arguments: exit code, then standard output, then standard error.
pub fn run(folder: &Path, args: &[&str]) -> String {
    told(folder, &caunoi(folder).args(args).output().unwrap())
}

/// As [`run`], with something on standard input.
pub fn run_with(folder: &Path, args: &[&str], input: &str) -> String {
    let mut child = caunoi(folder).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    told(folder, &child.wait_with_output().unwrap())
}

fn told(folder: &Path, out: &Output) -> String {
    let text = |b: &[u8]| String::from_utf8_lossy(b).replace(&folder.display().to_string(), "DIR");
    format!("exit {}\n{}{}", out.status.code().unwrap_or(-1), text(&out.stdout), text(&out.stderr)).trim_end().to_owned()
}

/// Asserts wrong use or a failed job: that exit code and one line on standard error, nothing on standard output.
#[track_caller]
pub fn one_line(folder: &Path, args: &[&str], code: i32) -> String {
    let out = caunoi(folder).args(args).output().unwrap();
    let line = String::from_utf8_lossy(&out.stderr).replace(&folder.display().to_string(), "DIR");
    assert_eq!(out.status.code(), Some(code), "{args:?}: {line}");
    assert!(out.stdout.is_empty(), "{args:?} prints {:?}", String::from_utf8_lossy(&out.stdout));
    assert_eq!(line.lines().count(), 1, "{args:?}: {line}");
    line.trim_end().to_owned()
}
