//! `cargo xtask format`: rustfmt inside of `on_both! { … }` too, which it passes by as it passes by every macro with braces.
//! What stands in such a block is tests; for the time of formatting the block is a module.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

use crate::tracked;

/// How a block begins, at the beginning of a line.
const BLOCK: &str = "\non_both! {\n";
/// How it begins while it is formatted, before its number.
const MODULE: &str = "\nmod on_both_";

/// Says which tests are formatted otherwise, or formats them.
pub fn run(root: &Path, write: bool) -> Result<()> {
    let mut wrong = Vec::new();
    for file in tracked(root)?.into_iter().filter(|f| f.ends_with(".rs")) {
        let path = root.join(&file);
        let text = fs::read_to_string(&path).with_context(|| file.clone())?;
        if !text.contains(BLOCK) {
            continue;
        }
        let formatted = as_blocks(&rustfmt(root, &as_modules(&text)).with_context(|| file.clone())?);
        if formatted != text {
            if write {
                fs::write(&path, formatted).with_context(|| file.clone())?;
            }
            wrong.push(file);
        }
    }
    match (wrong.is_empty(), write) {
        (true, _) => println!("format: what stands in on_both! is formatted"),
        (false, true) => println!("format: {} files formatted", wrong.len()),
        (false, false) => bail!("format: `cargo xtask format --write` changes\n  {}", wrong.join("\n  ")),
    }
    Ok(())
}

fn as_modules(text: &str) -> String {
    let mut parts = text.split(BLOCK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (n, part) in parts.enumerate() {
        out.push_str(&format!("{MODULE}{n} {{\n{part}"));
    }
    out
}

fn as_blocks(text: &str) -> String {
    let mut parts = text.split(MODULE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(BLOCK);
        out.push_str(part.split_once(" {\n").map_or(part, |(_, rest)| rest));
    }
    out
}

/// What rustfmt makes of a text, by the settings of the house.
fn rustfmt(root: &Path, text: &str) -> Result<String> {
    let mut command = Command::new("rustfmt");
    command.arg("--config-path").arg(root).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().context("rustfmt")?;
    let mut stdin = child.stdin.take().context("rustfmt")?;
    stdin.write_all(text.as_bytes())?;
    drop(stdin);
    let out = child.wait_with_output()?;
    if !out.status.success() {
        bail!("rustfmt: {}", out.status);
    }
    Ok(String::from_utf8(out.stdout)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    /// What rustfmt alone leaves as it is, is seen and mended; what is formatted stays.
    #[test]
    fn the_inside_of_a_block_is_formatted() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let bad = "use a::b;\n\non_both! {\n    async fn one(db: Fresh) {\n        let x=1; let y = 2;\n    }\n}\n";
        let good = "use a::b;\n\non_both! {\n    async fn one(db: Fresh) {\n        let x = 1;\n        let y = 2;\n    }\n}\n";
        let made = |text: &str| super::as_blocks(&super::rustfmt(root, &super::as_modules(text)).unwrap());
        assert_eq!(super::rustfmt(root, bad).unwrap(), bad, "rustfmt passes by a macro with braces");
        assert_eq!((made(bad).as_str(), made(good).as_str()), (good, good));
    }
}
