//! Files by their hash, and the log of the database: what several nodes of one folder do at once, and what a reader holds up.

use std::{
    path::Path,
    time::{Duration, SystemTime},
};

use caunoi_store::{
    Change, Database, Result, Store, StoreError, Tx,
    blob::{Blobs, Claimed, Hold},
    idempotency,
};

const AGE: Duration = Duration::from_secs(86_400);

fn make_old(file: &Path) {
    let long_ago = SystemTime::now() - AGE * 2;
    std::fs::File::options().write(true).open(file).unwrap().set_modified(long_ago).unwrap();
}

/// An old file of a folder that two nodes share.
async fn shared(folder: &Path) -> (Blobs, Blobs, String) {
    let (a, b) = (Blobs::open(folder).unwrap(), Blobs::open(folder).unwrap());
    let (hash, _) = a.keep(b"%PDF-1.4 noi dung".to_vec()).await.unwrap();
    make_old(&a.path(&hash));
    (a, b, hash)
}

#[tokio::test]
async fn an_old_file_is_set_aside_first_and_put_back_where_something_was_attached_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b, hash) = shared(folder.path()).await;
    assert!(!a.set_aside(&hash, AGE * 9).unwrap(), "it is not that old");
    assert!(a.set_aside(&hash, AGE).unwrap());
    assert!(!b.set_aside(&hash, AGE).unwrap(), "the other node comes too late");
    assert!(b.still_there(&hash).await.unwrap().is_none(), "whoever counts on it now is told that it is gone");
    assert!(!a.settle_aside(&hash, true, AGE).unwrap());
    assert_eq!(b.read(&hash).await.unwrap(), b"%PDF-1.4 noi dung");
    assert!(b.still_there(&hash).await.unwrap().is_some() && !a.set_aside(&hash, AGE).unwrap(), "it is young again");
    // Nobody attached anything: it goes, once.
    make_old(&a.path(&hash));
    assert!(a.set_aside(&hash, AGE).unwrap());
    assert!(a.settle_aside(&hash, false, AGE).unwrap() && !b.settle_aside(&hash, false, AGE).unwrap());
    assert!(a.read(&hash).await.is_err() && a.aside().unwrap().is_empty());
}

#[tokio::test]
async fn a_file_that_another_node_made_young_at_the_last_moment_is_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let (a, _, hash) = shared(folder.path()).await;
    // The other node has it open, the sweep sets it aside, then the other node dates it.
    let held = std::fs::File::options().write(true).open(a.path(&hash)).unwrap();
    assert!(a.set_aside(&hash, AGE).unwrap());
    held.set_modified(SystemTime::now()).unwrap();
    assert!(!a.settle_aside(&hash, false, AGE).unwrap());
    assert!(a.read(&hash).await.is_ok());
}

#[tokio::test]
async fn what_a_node_left_aside_as_it_stopped_is_decided_about_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b, hash) = shared(folder.path()).await;
    a.set_aside(&hash, AGE).unwrap();
    drop(a);
    assert_eq!(b.aside().unwrap(), std::slice::from_ref(&hash));
    // Handed in again meanwhile: the two are the same bytes.
    b.keep(b"%PDF-1.4 noi dung".to_vec()).await.unwrap();
    assert!(!b.settle_aside(&hash, true, AGE).unwrap());
    assert!(b.read(&hash).await.is_ok() && b.aside().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_not_forgotten_while_another_form_with_the_same_bytes_is_under_way() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (Blobs::open(folder.path()).unwrap(), Blobs::open(folder.path()).unwrap());
    let bytes = || b"%PDF-1.4 cung noi dung".to_vec();
    let (hash, ours) = a.keep(bytes()).await.unwrap();
    let (same, theirs) = b.keep(bytes()).await.unwrap();
    assert_eq!(hash, same);
    // The first form is refused; the second one, of another node, has not attached its file yet.
    assert!(matches!(a.claim(&hash, &ours).unwrap(), Claimed::Held));
    assert!(matches!(a.claim(&hash, &Hold::default()).unwrap(), Claimed::Held));
    assert_eq!(b.read(&hash).await.unwrap(), bytes());
    // It is refused too: nobody counts on it any more. Who hands the same in at that moment waits, and has it whole.
    let Claimed::Ours(claim) = b.claim(&hash, &theirs).unwrap() else { panic!("nobody else has it") };
    let third = tokio::spawn({
        let a = a.clone();
        async move { a.keep(bytes()).await.unwrap() }
    });
    claim.remove().await.unwrap();
    let (same, third) = third.await.unwrap();
    assert_eq!(a.read(&same).await.unwrap(), bytes());
    assert!(matches!(b.claim(&hash, &Hold::default()).unwrap(), Claimed::Held), "it is the new file that is held");
    drop(third);
    let Claimed::Ours(claim) = b.claim(&hash, &Hold::default()).unwrap() else { panic!("nobody has it") };
    claim.remove().await.unwrap();
    assert!(matches!(a.claim(&hash, &Hold::default()).unwrap(), Claimed::Gone));
    assert!(a.still_there(&hash).await.unwrap().is_none());
    assert_eq!(std::fs::read_dir(folder.path().join("new")).unwrap().count(), 0, "nothing is left of the writing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_forms_with_the_same_bytes_that_are_kept_and_forgotten_at_once_never_lose_a_file_that_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let forms: Vec<_> = (0..8)
        .map(|n| {
            let node = Blobs::open(folder.path()).unwrap();
            tokio::spawn(async move {
                for round in 0..40 {
                    let (hash, hold) = node.keep(b"%PDF-1.4 cung luc".to_vec()).await.unwrap();
                    assert!(node.read(&hash).await.is_ok(), "form {n}, round {round}: held and gone");
                    tokio::task::yield_now().await;
                    assert!(node.read(&hash).await.is_ok(), "form {n}, round {round}: held and gone");
                    if let Claimed::Ours(claim) = node.claim(&hash, &hold).unwrap() {
                        claim.remove().await.unwrap();
                    }
                }
            })
        })
        .collect();
    for form in forms {
        form.await.unwrap();
    }
}

struct Keep(u8);
impl Change for Keep {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        idempotency::keep(tx, [self.0; 32], "test", "x", 1).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cutting_the_log_off_says_where_a_reader_held_it_up() {
    let db = caunoi_testkit::sqlite();
    let Database::Sqlite(file) = &db.database else { panic!("a file") };
    let store = Store::open(&db.database).await.unwrap();
    store.write(Keep(1)).await.unwrap();
    let reader = rusqlite::Connection::open(file).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM idempotency").unwrap();
    store.write(Keep(2)).await.unwrap();
    assert!(!store.shorten_log().await.unwrap(), "a reader still looks at the old pages");
    reader.execute_batch("COMMIT").unwrap();
    assert!(store.shorten_log().await.unwrap());
    let log = file.with_file_name(format!("{}-wal", file.file_name().unwrap().to_string_lossy()));
    assert_eq!(std::fs::metadata(log).map_or(0, |m| m.len()), 0, "nothing is left in it");
}
