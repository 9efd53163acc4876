//! How many statements pages run: at most two for what they show, counted by the store.

use caunoi_domain::opinion::tracking_code::PublicId;
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{kit::Site, scene};

on_both! {
    async fn the_pages_that_everybody_opens_run_at_most_two_statements(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let notice = format!("/thong-bao/{}", PublicId::from_i64(41));
        let loud = format!("{notice}/ban-tin");
        let announced = format!("{}/ban-tin", scene.announced);
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
            ("/so-lieu/theo-cap?noi=31.2025&tu=1/1/2026", 2),
            // Of a place also what its rules say otherwise, and the rules of the units it was formed from.
            ("/quy-che?noi=D0001", 2),
            ("/quy-che?noi=31.2025&ngay=1/3/2026", 2),
            ("/quy-che/11-qdi-tw", 2),
            ("/so-lieu", 2),
            (notice.as_str(), 2),
            (loud.as_str(), 2),
            (announced.as_str(), 2),
            ("/tim-kiem?q=Tu%E1%BA%A5n+H%C6%B0ng", 2),
            ("/gui-y-kien", 2),
            ("/gui-y-kien?xa=D0001&loai=petition", 2),
            ("/theo-doi", 2),
            ("/rieng-tu", 2),
            ("/xa/D0001/quy-che", 2),
        ] {
            let before = site.app.store.statements();
            let page = v.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            counted.push((path.to_owned(), site.app.store.statements() - before, most));
        }
        let over: Vec<_> = counted.iter().filter(|(_, n, most)| n > most).collect();
        assert!(over.is_empty(), "{over:?}");
    }

    /// The frame is one statement, the page two more at most, and never one for each row (docs/adr/0012): with thirty-six
    /// opinions more, the number is the same. That it holds of every page is seen by the crawl.
    async fn the_pages_of_the_desk_run_at_most_two_statements_of_their_own(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let dialogue = format!("/cong-viec{}", scene.concluded);
        let pages = [
            ("/cong-viec/doi-thoai", 3),
            ("/thong-bao", 3),
            ("/cong-viec/chuyen-don", 3),
            ("/nhiem-vu", 3),
            ("/nhiem-vu/co-quan", 3),
            ("/cong-viec/van-de", 3),
            ("/cong-viec/tim-kiem", 3),
            // What a page shows besides its list is asked for with it.
            ("/cong-viec/phan-loai", 2),
            ("/cong-viec/quy-che", 3),
            ("/cap-tren", 3),
            ("/cong-viec/thon", 2),
            ("/cong-viec/so-cong-khai", 2),
            ("/cong-viec/ke-hoach/quy-dinh", 2),
            // The week of an office puts all its nouns together.
            ("/cong-viec", 3),
            ("/cong-viec/ke-hoach", 2),
            (dialogue.as_str(), 3),
        ];
        let count = async |v: &mut crate::kit::Visitor| {
            let mut counted = Vec::new();
            for (path, most) in pages {
                let before = site.app.store.statements();
                let page = v.get(path).await;
                counted.push((path, page.status, site.app.store.statements() - before, most));
            }
            counted
        };
        let few = count(&mut v).await;
        crate::intake::import(&mut v, &crate::intake::book(), &[]).await.says("36 dòng đã nhập");
        assert_eq!(few, count(&mut v).await, "statements do not grow with the rows");
        let over: Vec<_> = few.iter().filter(|(_, status, n, most)| *status != StatusCode::OK || n > most).collect();
        assert!(over.is_empty(), "{over:#?}");
    }
}
