//! No package registry or mirror is named in the tree but in lock files: a build takes its packages from where the
//! machine is told to.

use std::{fs, path::Path};

use anyhow::{Result, bail};

use crate::tracked;

/// Host names, written so that this file does not hold them.
const HOSTS: [&str; 9] = [
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("crates.io", "-index"),
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("files.", "pythonhosted.org"),
    concat!("proxy.", "golang.org"),
    concat!("deb.", "debian.org"),
    concat!("artifact", "ory"),
];

/// Looks through every tracked text.
pub fn run(root: &Path) -> Result<()> {
    let mut found = Vec::new();
    for file in tracked(root)? {
        if file.ends_with(".lock") {
            continue;
        }
        // What is not text cannot be configuration.
        let Ok(text) = fs::read_to_string(root.join(&file)) else { continue };
        found.extend(HOSTS.iter().filter(|h| text.contains(*h)).map(|h| format!("{file} names {h}")));
    }
    if found.is_empty() {
        println!("hosts: no registry is named");
        return Ok(());
    }
    bail!("hosts:\n  {}", found.join("\n  "))
}
