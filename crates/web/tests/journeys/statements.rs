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
            ("/quy-che?noi=D0001", 2),
            ("/quy-che?noi=31.2025&ngay=1/3/2026", 2),
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

    /// The frame is one statement; a list two more at most; a page of one matter asks once for each noun it shows, and
    /// never once for each row (docs/adr/0012): with fifty opinions more, the number is the same.
    async fn the_pages_of_the_desk_run_a_fixed_number_of_statements(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let lists = [
            ("/cong-viec/phan-loai", 3),
            ("/cong-viec/doi-thoai", 3),
            ("/thong-bao", 3),
            ("/cong-viec/chuyen-don", 3),
            ("/nhiem-vu", 3),
        ];
        let opinion = v.get("/cong-viec/phan-loai").await.link("/cong-viec/y-kien/");
        let count = async |v: &mut crate::kit::Visitor, path: &str| {
            let before = site.app.store.statements();
            let page = v.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            site.app.store.statements() - before
        };
        let paths: Vec<&str> = lists.iter().map(|(p, _)| *p).chain([opinion.as_str(), "/cong-viec"]).collect();
        let mut few = Vec::new();
        for path in &paths {
            few.push((*path, count(&mut v, path).await));
        }
        let over: Vec<_> = few.iter().zip(lists).filter(|((_, n), (_, most))| n > most).collect();
        assert!(over.is_empty(), "{over:?}");
        crate::intake::import(&mut v, &crate::intake::book(), &[]).await.says("36 dòng đã nhập");
        let mut many = Vec::new();
        for path in &paths {
            many.push((*path, count(&mut v, path).await));
        }
        assert_eq!(few, many, "statements do not grow with the rows");
    }
}
