//! Whether anything changed that everybody may read: by this a kept copy of a public page is known to be good.
//!
//! The mark moves in the same transaction as the change, so a copy made before the change is never taken for good
//! after it, whichever process made the change. On SQLite it is a number that a commit raises where one of its
//! changes wrote a table that public pages read; on PostgreSQL it is the snapshot that the look itself has, and the
//! moment at which its server started: two equal snapshots of one run of a server see the same rows, while a server that
//! was brought back from a backup counts on from an earlier number and may come to the same snapshot with other rows.

use crate::{args, db::Conn, dialect, error::Result};

/// Tables that no public page reads; a change of these alone leaves every copy good.
pub const UNREAD: [&str; 22] = [
    "access_log",
    "attempt",
    "book_draft",
    "book_mapping",
    "code_reissue",
    "draft",
    "event",
    "head_record_opening",
    "idempotency",
    "import_batch",
    "import_row",
    "job",
    "mail_stop",
    "news",
    "opinion_person",
    "saved_answer",
    "session",
    "staff_doc",
    "tracking",
    "urging_draft",
    "user_mail",
    "waiver_draft",
];

/// What stands now. Equal marks: everything that public pages read is the same.
///
/// # Errors
/// [`crate::StoreError::Engine`].
pub(crate) async fn mark(conn: &mut Conn<'_>) -> Result<String> {
    conn.one(dialect::pick(conn.engine(), NUMBER, SNAPSHOT), args![], "public_change").await?.get("mark")
}

/// Whether a writing statement writes a table that public pages may read; what is not understood does.
pub(crate) fn shows(sql: &str) -> bool {
    let mut words = sql.split_ascii_whitespace();
    let table = match words.next().unwrap_or_default() {
        "INSERT" => words.find(|w| *w == "INTO").and_then(|_| words.next()),
        "UPDATE" => words.next(),
        "DELETE" => words.find(|w| *w == "FROM").and_then(|_| words.next()),
        _ => None,
    };
    table.is_none_or(|t| !UNREAD.contains(&t))
}

/// Raises the number: SQLite's writer, once for a commit.
pub(crate) const RAISE: &str = "UPDATE public_change SET n = n + 1";

const SNAPSHOT: &str = "SELECT extract(epoch FROM pg_postmaster_start_time())::text || ' ' || pg_current_snapshot()::text AS mark";
const NUMBER: &str = "SELECT CAST(n AS TEXT) AS mark FROM public_change";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_no_page_shows_leaves_the_copies() {
        assert!(!shows("INSERT INTO session (id) VALUES ($1)"));
        assert!(!shows("DELETE FROM draft WHERE id = $1"));
        assert!(!shows("UPDATE job SET due_at = $1"));
        for sql in [
            "INSERT INTO item (id) VALUES ($1)",
            "INSERT OR IGNORE INTO item VALUES ($1)",
            "UPDATE item SET a = 1",
            "DELETE FROM step",
            "WITH x AS (SELECT 1) DELETE FROM draft",
        ] {
            assert!(shows(sql), "{sql}");
        }
    }

    /// The nouns that only public pages have name none of the tables that they are said not to read.
    #[test]
    fn public_nouns_read_none_of_the_unread_tables() {
        use crate::public;
        let all = [
            public::commune::STATEMENTS,
            public::dialogue::STATEMENTS,
            public::item::STATEMENTS,
            public::place::STATEMENTS,
            public::province::STATEMENTS,
            public::site::STATEMENTS,
            public::thread::STATEMENTS,
            public::unit::STATEMENTS,
            public::village::STATEMENTS,
            crate::search::STATEMENTS,
            crate::search::STATEMENTS_SQLITE,
            crate::search::STATEMENTS_POSTGRES,
            crate::notice::STATEMENTS,
            crate::published::STATEMENTS,
            crate::regulation::STATEMENTS,
        ];
        for (name, sql) in all.iter().flat_map(|s| s.iter()) {
            for table in UNREAD {
                assert!(!reads(sql, table), "{name} reads {table}");
            }
        }
    }

    fn reads(sql: &str, table: &str) -> bool {
        let named = sql.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect::<Vec<_>>();
        named.windows(2).any(|w| matches!(w, [a, b] if matches!(*a, "FROM" | "JOIN" | "INTO" | "UPDATE") && *b == table))
    }

    /// The complement: every other text of the store that names one of these tables belongs to a noun of the desk, of the
    /// sender or of the program itself. A noun that is new here is looked at before it is let in.
    #[test]
    fn whatever_reads_an_unread_table_is_no_noun_of_public_pages() {
        let mut nouns: Vec<&str> = crate::statements()
            .into_iter()
            .filter(|(_, _, sql)| UNREAD.iter().any(|table| reads(sql, table)))
            .map(|(noun, ..)| noun)
            .collect();
        nouns.sort_unstable();
        nouns.dedup();
        assert_eq!(nouns, NOT_PUBLIC);
    }

    /// Nouns with a text that names an unread table. Of those that public pages ask all the same it says why it does no harm.
    const NOT_PUBLIC: &[&str] = &[
        "access_log",
        "approval",
        "book",
        "code_reissue",
        "draft",
        // The day from which an office uses the program: its event stands beside the bodies and posts of the same change.
        "duty_facts",
        "duty_sheet",
        "event",
        "export",
        "head_record",
        "idempotency",
        "import_row",
        "job",
        "mail",
        "news",
        "opinion",
        "people",
        "saved_answer",
        "sealed",
        "staff_search",
        "urging_rule",
        "waiver_draft",
    ];

    /// A server that was restored from a backup may come to a snapshot that was there before: its start tells them apart.
    #[test]
    fn the_mark_of_postgresql_names_the_run_of_its_server() {
        assert!(SNAPSHOT.contains("pg_postmaster_start_time()") && SNAPSHOT.contains("pg_current_snapshot()"));
    }
}
