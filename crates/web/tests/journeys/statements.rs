//! How many statements the pages that everybody opens run: at most two each, counted by the store.

use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{kit::Site, scene};

on_both! {
    async fn the_pages_that_everybody_opens_run_at_most_two_statements(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let mut counted = Vec::new();
        for (path, most) in [
            ("/", 2),
            ("/xa/D0001", 2),
            ("/xa/D0001/y-kien", 2),
            ("/xa/D0001/doi-thoai", 2),
            ("/tinh/31", 2),
            (scene.done.as_str(), 2),
            (scene.issue.as_str(), 2),
            (scene.concluded.as_str(), 2),
            (scene.conclusion.as_str(), 2),
            ("/tim-kiem?q=muong", 2),
            ("/quy-che", 2),
            ("/quy-che/11-qdi-tw", 2),
        ] {
            let before = site.app.store.statements();
            let page = v.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            counted.push((path.to_owned(), site.app.store.statements() - before, most));
        }
        let over: Vec<_> = counted.iter().filter(|(_, n, most)| n > most).collect();
        assert!(over.is_empty(), "{over:?}");
    }
}
