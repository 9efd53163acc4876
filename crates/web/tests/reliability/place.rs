//! Folders of tests: in memory where the machine has such a place. A killed process leaves there what it leaves on a disk.

use std::{collections::BTreeSet, path::Path};

use caunoi_store::Database;
use caunoi_testkit::Fresh;
use tempfile::TempDir;

/// A fresh folder.
pub fn fresh() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// The file of SQLite in a folder.
pub fn file_in(folder: &Path) -> Database {
    Database::Sqlite(folder.join("caunoi.db"))
}

/// A fresh folder with its file of SQLite.
pub fn sqlite() -> Fresh {
    let folder = fresh();
    Fresh { database: file_in(folder.path()), folder }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).map(|_| ()).unwrap();
        }
    }
}

/// Whether the files of two folders have the same bytes. The index beside SQLite's log is left out: who opens the file first
/// after a process is gone throws it away and makes it anew.
pub fn same(one: &Path, other: &Path) -> bool {
    let names = |folder: &Path| {
        let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        all.filter(|name| name != "caunoi.db-shm").collect::<BTreeSet<_>>()
    };
    let all = names(one);
    all == names(other)
        && all
            .iter()
            .map(|name| (one.join(name), other.join(name)))
            .all(|(a, b)| if a.is_dir() { same(&a, &b) } else { std::fs::read(a).unwrap() == std::fs::read(b).unwrap() })
}
