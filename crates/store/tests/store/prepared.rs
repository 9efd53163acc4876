//! Every SQL text is understood by both engines.

use caunoi_store::{Engine, Store};
use caunoi_testkit::on_both;

on_both! {
    async fn every_statement_is_prepared(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        let mut conn = store.read().await.unwrap();
        let own = match conn.engine() {
            Engine::Sqlite => caunoi_store::search::STATEMENTS_SQLITE,
            Engine::Postgres => caunoi_store::search::STATEMENTS_POSTGRES,
        };
        let mut failed = Vec::new();
        let all = caunoi_store::statements().into_iter().chain(own.iter().map(|(n, s)| ("search", *n, *s)));
        let jobs = caunoi_store::job::only_of(conn.engine());
        let all = all.chain(jobs.iter().map(|(n, s)| ("job", *n, *s)));
        for (noun, name, sql) in all {
            if let Err(e) = conn.prepare(sql).await {
                failed.push(format!("{noun}.{name}: {e}"));
            }
        }
        assert!(failed.is_empty(), "{}", failed.join("\n"));
    }
}
