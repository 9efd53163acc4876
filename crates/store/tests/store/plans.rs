//! Query plans of the pages that everybody opens and of the desk, at 1,000 and 100,000 items. SQLite's plans are
//! snapshots: it chooses without statistics, so they do not hang on how many rows there are. PostgreSQL's are snapshots
//! of what is read and by which index, without costs, after ANALYZE at 100,000 items; at both sizes no table that grows
//! with the country is read whole.

use caunoi_store::{Arg, Change, Engine, Result, Store, StoreError, Tx, args, statements};
use caunoi_testkit::Fresh;

use crate::fill::{FILL, numbers};

/// Units of the corpus: an item of every two hundredth belongs to the unit that is asked about.
const UNITS: i64 = 200;

/// Tables that grow with the country; the others are read whole without harm.
const LARGE: &[&str] = &[
    "item",
    "opinion",
    "opinion_person",
    "step",
    "issue",
    "dialogue",
    "topic",
    "assignment",
    "escalation",
    "notice",
    "conclusion",
    "minutes",
    "minute_entry",
    "search_doc",
    "staff_doc",
    "file",
    "village",
    "verdict",
    "prepared_answer",
    "urging",
    "approval",
    "attendance",
    "agenda_item",
    "news",
    "publication",
    "publication_proof",
    "duty",
    "finding",
    "event",
    "job",
    "side_meeting",
    "duty_entry",
    "urging",
    "reminder",
    "progress",
    "extension",
    "access_log",
    "tracking",
    "dialogue_chair",
    "speech_time",
];

/// Indexes that hold few rows of a large table by their own condition.
const PARTIAL: &[&str] = &["minutes_checked"];

/// Those of them that have no row, or few, in this corpus: PostgreSQL rightly reads them whole.
const FEW: &[&str] = &[
    "file",
    "opinion_person",
    "verdict",
    "prepared_answer",
    "urging",
    "approval",
    "attendance",
    "agenda_item",
    "village",
    "dialogue_chair",
    "speech_time",
    "finding",
    "duty_entry",
    "reminder",
    "progress",
    "extension",
    "access_log",
    "tracking",
];

struct Corpus(i64);

impl Change for Corpus {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        let unit = "INSERT INTO unit (id, code, period, level, kind, name, fold, sort, parent_id, province_id, source) VALUES ('p.2025', 'p', '2025', 'province', 'tinh', 'Tỉnh', 'tinh', 'tinh', NULL, 'p.2025', 'test')";
        tx.exec(unit, args![]).await?;
        tx.exec(numbers!("unit", "id, code, period, level, kind, name, fold, sort, parent_id, province_id, source", "'u' || CAST(i - 1 AS TEXT) || '.2025', 'u' || CAST(i - 1 AS TEXT), '2025', 'commune', 'xa', 'Xã', 'xa', 'xa', CASE WHEN i % 10 = 8 THEN 'p.2025' END, CASE WHEN i % 10 = 8 THEN 'p.2025' ELSE 'q.2025' END, 'test'"), args![UNITS]).await?;
        tx.exec(
            numbers!(
                "body",
                "id, unit_id, kind, name, symbol, has_account, sort",
                "'b' || CAST(i - 1 AS TEXT), 'u' || CAST(i - 1 AS TEXT) || '.2025', 'office', 'Phòng', 'P', 1, 'p'"
            ),
            args![UNITS],
        )
        .await?;
        tx.exec(
            numbers!(
                "village",
                "id, unit_id, name, fold, sort, source",
                "'v' || CAST(i - 1 AS TEXT), 'u' || CAST(i % 200 AS TEXT) || '.2025', 'Thôn', 'thon', 'thon', 'test'"
            ),
            args![2000_i64],
        )
        .await?;
        tx.exec(
            numbers!(
                "user_account",
                "id, login, password_hash, full_name, sort, active, created_at",
                "'o' || CAST(i - 1 AS TEXT), 'o' || CAST(i - 1 AS TEXT), '', 'An', 'an', 1, 1"
            ),
            args![UNITS],
        )
        .await?;
        for (sql, times, of) in FILL {
            tx.exec(sql, args![(self.0 * times / of).max(1)]).await?;
        }
        match tx.engine() {
            Engine::Sqlite => tx.exec("INSERT INTO search_index (rowid, fold) SELECT id, fold FROM search_doc", args![]).await?,
            Engine::Postgres => {
                // Every row is looked at, not a drawn part of them: the same rows give the same plans.
                tx.exec("SET LOCAL default_statistics_target = 1000", args![]).await?;
                tx.exec("ANALYZE", args![]).await?
            }
        };
        Ok(())
    }
}

/// The statements of the hot pages: noun, name, arguments as the page gives them.
fn hot() -> Vec<(&'static str, &'static str, Vec<Arg>)> {
    let (u, body, day, far) = ("u7.2025", "b7", "2026-01-15", "9999-12-31");
    vec![
        ("public_commune", "HEAD", args!["u7.demo", u, day]),
        ("public_commune", "LISTS", args![u, day]),
        ("public_commune", "DIALOGUES", args![u, far, i64::MAX, 21_i64, false]),
        ("public_item", "LIST", args![u, "tat-ca", "", day, i64::MAX, i64::MAX, 21_i64]),
        ("public_item", "OF_ISSUE", args![7_i64, i64::MAX, i64::MAX, 21_i64]),
        ("public_thread", "FIND", args![7_i64]),
        ("public_thread", "STEPS", args!["i7"]),
        ("public_thread", "ISSUE", args![7_i64]),
        ("public_dialogue", "FIND", args![7_i64]),
        ("public_dialogue", "PARTS", args!["d7"]),
        ("public_conclusion", "FIND", args![7_i64]),
        ("public_site", "COMING", args![day, "", 6_i64]),
        ("public_site", "RESOLVED", args![6_i64]),
        ("queue", "TRIAGE", args![u, "", "", 41_i64, day]),
        ("queue", "DUE_SOON", args![u, "", "", 41_i64, day]),
        ("queue", "TRIAGED", args![u, "", "", 41_i64, day]),
        ("queue", "PUBLICATION", args![u, "", "", 41_i64, day]),
        ("queue", "COUNTS", args![u, day]),
        ("task_queue", "OPEN", args![u, body, "", far, "", "", 41_i64]),
        ("task_queue", "DONE", args![u, body, far, "", 41_i64]),
        ("task_queue", "COUNTS", args![u, body, day, far]),
        ("todo", "WAITING", args![u, body, day]),
        ("todo", "DUE", args![u, body, day, true, true, 31_i64]),
        ("todo", "MATTERS", args![u, "", false, i64::MAX, "", 41_i64, true]),
        ("dialogue", "LIST", args![u, "", "", "", "", 41_i64, "", "", ""]),
        ("superior_queue", "INBOX_OPEN", args![u, "", "", 41_i64]),
        (
            "staff_search",
            "FIND",
            args![u, " opinion ", "", "9999", "", "% muong%", "% %", "% %", "% %", "% %", "% %", "% mương%", "% muong%", 41_i64],
        ),
        ("handover", "PAGE", args![u, i64::MAX, "", 51_i64]),
        // A person's own thread, a notice, a province.
        ("followed", "OUTCOMES", args!["o7"]),
        ("followed", "STEPS", args!["o7"]),
        ("followed", "FILES", args!["o7"]),
        ("progress", "EVIDENCE", args!["a7"]),
        ("dialogue_document", "OF", args!["d7"]),
        ("file", "GIVEN_AND_ENDED", args!["o7"]),
        ("sealed", "FILES", args!["i7"]),
        ("notice", "FIND_PUBLIC", args![7_i64]),
        ("conclusion", "OF_NOTICE", args!["c7"]),
        ("minutes", "ENTRIES_OF_DIALOGUE", args!["d7"]),
        ("presiding", "OF", args!["d7"]),
        ("attendance", "OF", args!["d7"]),
        ("topic", "OF_DIALOGUE", args!["d7"]),
        ("public_province", "COMMUNES", args!["p.2025"]),
        ("village", "OF_UNIT", args![u]),
        ("year_events", "OF_YEAR", args![u, "2026-01-01", "2026-12-31"]),
        ("side_meeting", "LIST", args![u, "", "", "", 41_i64]),
        // The register of publications, what is lacking in it, news, the week of an office and of a head.
        ("publication", "REGISTER", args![u, 0_i64, i64::MAX, "", 41_i64]),
        ("publication_proof", "LACKING", args![u, day, 41_i64]),
        ("publication_proof", "LACKING_COUNT", args![u]),
        ("news", "OF_USER", args!["o7", u, i64::MAX, "", 41_i64, body]),
        ("monday", "CLOCKS", args![u, day, 41_i64]),
        ("monday", "SENT_UP", args![u, day, 41_i64]),
        ("monday", "MEETINGS", args![u, day, 41_i64]),
        ("head_brief", "PROMISES", args![u, day, 41_i64]),
        ("head_brief", "ASKED", args![u, "", day]),
        ("reminder", "OPEN", args![u, day, 41_i64]),
        ("waiting_time", "OPEN", args![u, "", day]),
        ("job", "DUE", args!["mail", 1_i64 << 40, 41_i64]),
        // The ledger of a province, from the sheets that were kept, and what a sheet is reckoned from.
        ("duty_sheet", "CELLS", args!["p.2025", 2026_i64, day, day, "2026-01-01", "2026-12-31", "2026-01-01"]),
        ("duty_sheet", "YEAR", args!["p.2025", 2026_i64, day, "2026-01-01", "2026-12-31"]),
        ("duty_sheet", "FINDING_COUNTS", args!["p.2025", 2026_i64, day, "2026-01-01"]),
        ("duty_sheet", "STALE", args!["p.2025", 2026_i64, 41_i64]),
        ("duty_matters", "RAISED", args![u, "2026-01-01", "2026-12-31"]),
        ("duty_matters", "TASKS", args![u, "2026-01-01"]),
        ("duty_coverage", "SUPERVISIONS", args!["p.2025", "2026-01-01", "2026-12-31"]),
    ]
}

fn sql(noun: &str, name: &str) -> &'static str {
    statements().into_iter().find(|(n, m, _)| *n == noun && *m == name).unwrap_or_else(|| panic!("{noun}.{name} is no statement")).2
}

/// The plan of a statement in the engine's own words.
async fn plan(store: &Store, explain: &str, sql: &str, args: Vec<Arg>) -> Vec<String> {
    let text: &'static str = Box::leak(format!("{explain} {sql}").into_boxed_str());
    let mut conn = store.read().await.unwrap();
    let column = if conn.engine() == Engine::Sqlite { "detail" } else { "QUERY PLAN" };
    conn.all(text, args).await.unwrap().iter().map(|r| r.get::<String>(column).unwrap()).collect()
}

async fn filled(db: &Fresh, items: i64) -> Store {
    let store = Store::open(&db.database).await.unwrap();
    store.write(Corpus(items)).await.unwrap();
    store
}

/// The large tables that a plan of SQLite reads whole. A name that the plan itself defines is a subquery's, once for
/// each time it is defined.
fn whole_of_sqlite(plan: &[String], sql: &str) -> Vec<String> {
    let defined = |name: &str| plan.iter().filter(|l| [format!("CO-ROUTINE {name}"), format!("MATERIALIZE {name}")].contains(l)).count();
    let mut scanned: Vec<&str> = plan
        .iter()
        .filter_map(|line| line.strip_prefix("SCAN "))
        .filter(|rest| !rest.contains(" USING INDEX") && !rest.contains(" USING COVERING INDEX") && !rest.contains("VIRTUAL TABLE"))
        .filter_map(|rest| rest.split(' ').next())
        .collect();
    scanned.sort_unstable();
    let own = scanned.chunk_by(|a, b| a == b).filter(|same| same.len() > defined(same[0])).map(|same| same[0]);
    own.map(|alias| table_of(sql, alias)).filter(|table| LARGE.contains(&table.as_str())).collect()
}

/// The table that an alias stands for.
fn table_of(sql: &str, alias: &str) -> String {
    let words: Vec<&str> = sql.split_whitespace().collect();
    words
        .windows(3)
        .find(|w| matches!(w[0].trim_start_matches('('), "FROM" | "JOIN") && w[2].trim_end_matches([',', ')']) == alias)
        .map_or_else(|| alias.to_owned(), |w| w[1].to_owned())
}

/// The plans of all hot statements, and what of them reads a large table whole.
async fn sqlite_plans(store: &Store) -> (String, Vec<String>) {
    let (mut out, mut whole) = (String::new(), Vec::new());
    for (noun, name, args) in hot() {
        let sql = sql(noun, name);
        let plan = plan(store, "EXPLAIN QUERY PLAN", sql, args).await;
        whole.extend(whole_of_sqlite(&plan, sql).into_iter().map(|t| format!("{noun}.{name}: {t}")));
        // The index over the whole country's results is for the page of the whole country only.
        let country = plan
            .iter()
            .filter(|l| (l.contains("INDEX item_resolved") || l.contains("(publication=?")) && (noun, name) != ("public_site", "RESOLVED"));
        whole.extend(country.map(|l| format!("{noun}.{name}: {l}")));
        // A search by the kind of a thing alone reads all of the kind.
        let kind = plan.iter().filter(|l| l.contains("(subject_kind=?)"));
        whole.extend(kind.map(|l| format!("{noun}.{name}: {l}")));
        out.push_str(&format!("{noun}.{name}\n"));
        for line in &plan {
            out.push_str(&format!("  {line}\n"));
        }
    }
    (out, whole)
}

/// Statements that read a large table whole, each with why it may.
const WHOLE: &[(&str, &str)] =
    &[("export.ITEMS", "open data of the whole country, in parts"), ("export.DIALOGUES", "the same"), ("export.CONCLUSIONS", "the same")];

/// Not the hot ones alone: no statement of the program reads whole a table that grows with the country, nor all of a kind.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_seeks_its_rows_on_sqlite() {
    let db = caunoi_testkit::sqlite();
    let store = Store::open(&db.database).await.unwrap();
    let mut found = std::collections::BTreeSet::new();
    for (noun, name, sql) in statements() {
        let places = sql.split('$').skip(1).filter_map(|p| p.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()).max();
        let nothing = vec![Arg::Text(None); places.unwrap_or(0)];
        let plan = plan(&store, "EXPLAIN QUERY PLAN", sql, nothing).await;
        let kinds = plan.iter().filter(|l| l.contains("(subject_kind=?)")).cloned();
        let indexes = plan.iter().filter_map(|l| l.strip_prefix("SCAN ")?.split_once(" USING ")).map(|(alias, _)| table_of(sql, alias));
        let indexes = indexes.filter(|table| LARGE.contains(&table.as_str()));
        for table in whole_of_sqlite(&plan, sql).into_iter().chain(kinds).chain(indexes) {
            found.insert(format!("{noun}.{name}: {table}"));
        }
    }
    found.retain(|f| !WHOLE.iter().any(|(known, _)| f.starts_with(&format!("{known}: "))));
    assert!(found.is_empty(), "{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_reads_a_large_table_whole_on_sqlite() {
    let mut seen = Vec::new();
    for items in [1_000, 100_000] {
        let db = caunoi_testkit::sqlite();
        let store = filled(&db, items).await;
        let (plans, whole) = sqlite_plans(&store).await;
        assert!(whole.is_empty(), "{items}: {}\n{plans}", whole.join("\n"));
        seen.push(plans);
    }
    assert_eq!(seen[0], seen[1], "the plan does not hang on how many there are");
    insta::assert_snapshot!("plans_of_sqlite", seen[1]);
}

/// What a plan of PostgreSQL reads: by which index, or whole; and the large tables among what is read whole. An index
/// that is read without a condition is read whole too, unless a limit stops it.
fn reads_of_postgres(plan: &[String], free: bool) -> (Vec<String>, Vec<String>) {
    let (mut reads, mut whole) = (Vec::new(), Vec::new());
    for (at, line) in plan.iter().enumerate() {
        let bare = line.split("  (cost").next().unwrap_or(line).trim().trim_start_matches("->").trim();
        let own = plan[at + 1..].iter().take_while(|l| !l.trim_start().starts_with("->"));
        let bounded = own.clone().any(|l| l.trim_start().starts_with("Index Cond"));
        let by_index = bare.starts_with("Index") && bare.contains(" using ") || bare.starts_with("Bitmap Index Scan");
        let table = bare.split(" on ").nth(1).and_then(|t| t.split(' ').next()).unwrap_or_default();
        let partial = PARTIAL.iter().any(|i| bare.contains(&format!(" using {i} ")));
        if bare.contains("Seq Scan on ") || (free && bare.starts_with("Index") && !bounded && !partial && !is_limited(plan, at)) {
            whole.push(table.to_owned());
        }
        if bare.contains("Seq Scan on ") {
            reads.push(format!("Seq Scan on {table}"));
        } else if by_index {
            reads.push(if bounded { bare.to_owned() } else { format!("{bare} in its order") });
        }
    }
    reads.sort();
    reads.dedup();
    (reads, whole)
}

/// True where a limit stands above a line of a plan with nothing between that would read everything first.
fn is_limited(plan: &[String], at: usize) -> bool {
    let depth = |l: &str| l.find(|c: char| c != ' ').unwrap_or(0);
    let mut below = depth(&plan[at]);
    for line in plan[..at].iter().rev().filter(|l| l.trim_start().starts_with("->") || depth(l) == 0) {
        if depth(line) < below {
            below = depth(line);
            let node = line.trim().trim_start_matches("->").trim();
            if node.starts_with("Limit") {
                return true;
            }
            if ["Sort", "Hash", "Aggregate", "HashAggregate", "GroupAggregate"].iter().any(|n| node.starts_with(n)) {
                return false;
            }
        }
    }
    false
}

/// The plans of all hot statements on PostgreSQL: by which indexes, and what of them reads a large table whole.
async fn postgres_plans(store: &Store, planner: &[&'static str]) -> (String, Vec<String>) {
    let (mut out, mut whole) = (String::new(), Vec::new());
    for (noun, name, args) in hot() {
        let text: &'static str = Box::leak(format!("EXPLAIN {}", sql(noun, name)).into_boxed_str());
        let mut conn = store.read().await.unwrap();
        for set in planner {
            conn.all(set, args![]).await.unwrap();
        }
        let plan: Vec<String> = conn.all(text, args).await.unwrap().iter().map(|r| r.get::<String>("QUERY PLAN").unwrap()).collect();
        let (reads, all) = reads_of_postgres(&plan, planner.is_empty());
        let large = all.iter().filter(|t| LARGE.contains(&t.as_str()) && !FEW.contains(&t.as_str()));
        whole.extend(large.map(|t| format!("{noun}.{name}: {t}\n{}", plan.join("\n"))));
        out.push_str(&format!("{noun}.{name}\n"));
        reads.iter().for_each(|r| out.push_str(&format!("  {r}\n")));
    }
    (out, whole)
}

/// At 1,000 items PostgreSQL reads a table of one page whole because that is less work; there the question is put to it
/// without that choice, so that the answer is whether an index serves. At 100,000 its own choice is held.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_reads_a_large_table_whole_on_postgres() {
    let mut plans = String::new();
    let small: &[&'static str] = &["SET enable_seqscan = off", "SET enable_hashjoin = off", "SET enable_mergejoin = off"];
    for (items, planner) in [(1_000, small), (100_000, &[])] {
        let db = caunoi_testkit::postgres().await;
        let store = filled(&db, items).await;
        let (seen, whole) = postgres_plans(&store, planner).await;
        assert!(whole.is_empty(), "{items}: {}", whole.join("\n\n"));
        plans = seen;
    }
    insta::assert_snapshot!("plans_of_postgres", plans);
}

/// The search goes through the engine's own full-text index.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_search_goes_through_its_index() {
    for db in [caunoi_testkit::sqlite(), caunoi_testkit::postgres().await] {
        let store = filled(&db, 20_000).await;
        let mut conn = store.read().await.unwrap();
        let (explain, own, matching) = match conn.engine() {
            Engine::Sqlite => ("EXPLAIN QUERY PLAN", caunoi_store::search::STATEMENTS_SQLITE, "\"muong\" AND \"4711\"*"),
            Engine::Postgres => ("EXPLAIN", caunoi_store::search::STATEMENTS_POSTGRES, "'muong' & '4711':*"),
        };
        let find = own.iter().find(|(name, _)| name.starts_with("FIND")).unwrap().1;
        let found =
            conn.all(find, args![matching, "mương số 4711", "", "", 31_i64, "muong so 4711", i64::MIN, i64::MAX, ""]).await.unwrap();
        assert_eq!(found.len(), 4);
        drop(conn);
        let plan = plan(&store, explain, find, args![matching, "mương số 4711", "", "", 31_i64, "muong so 4711", i64::MIN, i64::MAX, ""])
            .await
            .join("\n");
        assert!(plan.contains("VIRTUAL TABLE INDEX") || plan.contains("search_index"), "{plan}");
        assert!(!plan.contains("Seq Scan on search_doc") && !plan.contains("SCAN d"), "{plan}");
    }
}
