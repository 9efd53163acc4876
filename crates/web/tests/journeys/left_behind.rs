//! Files that were handed in and never attached: they go after some days; what hangs on an opinion stays.

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use caunoi_app::{opinion::upload, rounds};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    follow::number,
    kit::Site,
    send::{hidden, pairs, photo, typed},
};

/// Every file that is kept, those in the middle of being written too.
fn kept(site: &Site) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for shelf in std::fs::read_dir(site.folder().join("files")).unwrap().flatten() {
        all.extend(std::fs::read_dir(shelf.path()).unwrap().flatten().map(|f| f.path()));
    }
    all
}

fn make_old(site: &Site) {
    let long_ago = SystemTime::now() - Duration::from_secs(5 * 86_400);
    for file in kept(site) {
        std::fs::File::options().write(true).open(file).unwrap().set_modified(long_ago).unwrap();
    }
}

on_both! {
    async fn a_file_of_a_form_that_nobody_sent_goes_and_one_of_an_opinion_stays(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let check = v.upload("/gui-y-kien/xem-lai", &pairs(&typed(&page, &[])), &[("files", "anh.jpg", &photo())]).await;
        v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        // Another looks at it once more and leaves the page open; a third broke off while the file was written.
        let page = v.get("/gui-y-kien?xa=D0001&loai=petition").await;
        let pdf: &[u8] = b"%PDF-1.4\n% left behind\n%%EOF\n";
        let left = v.upload("/gui-y-kien/xem-lai", &pairs(&typed(&page, &[])), &[("files", "don.pdf", pdf)]).await;
        assert_eq!(left.status, StatusCode::OK);
        std::fs::write(site.folder().join("files/new/half.1.1"), b"half").unwrap();
        assert_eq!(kept(&site).len(), 3);
        assert_eq!(rounds::run_due(&site.app).await.unwrap().files, 0, "they are young");
        make_old(&site);
        site.on(date(2026, 11, 28));
        assert_eq!(rounds::run_due(&site.app).await.unwrap().files, 1);
        assert_eq!(kept(&site).len(), 1);
        assert_eq!(number(&site, "SELECT count(*) AS n FROM file").await, 1);
        // A node that stopped in the middle of a sweep left aside what hangs on the opinion: it is put back.
        let one = kept(&site).pop().unwrap();
        let aside = site.folder().join("files/aside").join(one.file_name().unwrap());
        std::fs::rename(&one, &aside).unwrap();
        site.on(date(2026, 11, 29));
        assert_eq!(rounds::run_due(&site.app).await.unwrap().files, 0);
        assert!(one.is_file() && !aside.exists());
        // Who sends the page that lay open is told which file to choose again, and loses nothing else.
        let late = v.upload("/gui-y-kien/gui", &pairs(&hidden(&left)), &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        late.says("tệp “don.pdf” không còn");
        assert_eq!(number(&site, "SELECT count(*) AS n FROM opinion").await, 1);
        // And the one whose file hangs on the opinion is sent again without harm.
        let again = v.upload("/gui-y-kien/gui", &pairs(&hidden(&check)), &[]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
        assert_eq!(number(&site, "SELECT count(*) AS n FROM opinion").await, 1);
    }

    async fn a_form_that_is_refused_takes_no_file_from_one_that_is_under_way(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let pdf: &[u8] = b"%PDF-1.4\n% the same paper twice\n%%EOF\n";
        let under_way = upload::keep(&site.app, "files", "don.pdf", pdf.to_vec()).await.unwrap();
        let wrong = [("kind", "denunciation")];
        for left in [1, 0] {
            let sent = crate::intake::enter(&mut clerk, &["Tôi tố cáo ông Mỗ (dựng ra)."], &wrong, &[("files", "don.pdf", pdf)]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
            assert_eq!(kept(&site).len(), left, "what nobody counts on is gone at once, and nothing else");
            if left == 1 {
                assert!(site.app.blobs.still_there(&under_way.sha256).await.unwrap().is_some());
                site.app.blobs.claim(&under_way.sha256, &under_way.hold).map(drop).unwrap();
            }
        }
    }
}
