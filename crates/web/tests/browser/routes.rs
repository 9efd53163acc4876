//! The addresses of the program's pages as its source names them, so that no kind of page is left out unseen.

use std::path::Path;

/// A kind of address: `/van-de/{id}`.
#[derive(Clone, Debug)]
pub struct Routes(Vec<String>);

impl Routes {
    /// Every address that answers GET, by the source of the program.
    pub fn of_the_program() -> Self {
        let mut all = Vec::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        all.sort();
        all.dedup();
        assert!(all.len() > 100, "the source names only {} addresses", all.len());
        Self(all)
    }

    /// The kind of a path: of several that fit the one with most words of its own.
    pub fn kind(&self, address: &str) -> Option<&str> {
        let path: Vec<&str> = address.split(['?', '#']).next().unwrap_or_default().split('/').collect();
        let fits = |kind: &&String| {
            let parts: Vec<&str> = kind.split('/').collect();
            parts.len() == path.len()
                && parts.iter().zip(&path).all(|(k, p)| k == p || k.starts_with('{') && !k.contains("}.") && !p.is_empty())
        };
        self.0.iter().filter(fits).min_by_key(|k| k.matches('{').count()).map(String::as_str)
    }

    /// All kinds.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

fn read(folder: &Path, all: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read(&path, all);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            for after in source.split(".route(").skip(1) {
                let Some(address) = after.trim_start().strip_prefix('"').and_then(|a| a.split('"').next()) else { continue };
                let handlers = after.split(".route(").next().unwrap_or_default().lines().next().unwrap_or_default();
                if handlers.contains("get(") {
                    all.push(address.to_owned());
                }
            }
        }
    }
}

#[test]
fn a_path_is_of_the_kind_with_most_words_of_its_own() {
    let routes = Routes::of_the_program();
    for (path, kind) in [
        ("/", "/"),
        ("/nhiem-vu/KQ3M?loc=qua-han", "/nhiem-vu/{id}"),
        ("/nhiem-vu/ket-qua", "/nhiem-vu/ket-qua"),
        ("/quan-tri/nguoi/vanthu.vantrach", "/quan-tri/nguoi/{login}"),
        ("/xa/D0001/y-kien#dau", "/xa/{code}/y-kien"),
    ] {
        assert_eq!(routes.kind(path), Some(kind), "{path}");
    }
    assert_eq!(routes.kind("/khong-co"), None);
}
