//! The few named differences between SQLite and PostgreSQL.

use crate::db::Engine;

/// A migration's text for one engine. The texts are written once, with `TEXT`, `BIGINT` and `BLOB`.
/// On PostgreSQL text compares by code point (`COLLATE "C"`), as SQLite's does, so that keyset paging agrees;
/// lines between `--sqlite` / `--postgres` and `--both` belong to that engine only.
#[must_use]
pub fn migration(text: &str, engine: Engine) -> String {
    let mut only: Option<Engine> = None;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim() {
            "--sqlite" => only = Some(Engine::Sqlite),
            "--postgres" => only = Some(Engine::Postgres),
            "--both" => only = None,
            _ if only.is_none_or(|e| e == engine) => {
                match engine {
                    Engine::Sqlite => out.push_str(line),
                    Engine::Postgres => out.push_str(&line.replace(" TEXT", " TEXT COLLATE \"C\"").replace(" BLOB", " BYTEA")),
                }
                out.push('\n');
            }
            _ => {}
        }
    }
    out
}

/// Full-text query over `search_doc.fold`: the engine's own index, the same rows.
#[must_use]
pub fn pick(engine: Engine, sqlite: &'static str, postgres: &'static str) -> &'static str {
    match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    }
}
