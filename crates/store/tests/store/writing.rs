//! The owned writer: a change is there whole or not at all, whoever goes away meanwhile.

use caunoi_store::{Change, Result, Store, StoreError, Tx, idempotency};
use caunoi_testkit::on_both;

struct Keep {
    key: [u8; 32],
    result: &'static str,
    then: Then,
}
#[derive(Clone, Copy, PartialEq)]
enum Then {
    Succeed,
    Fail,
    Panic,
}
impl Change for Keep {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        idempotency::keep(tx, self.key, "test", self.result, 1).await?;
        match self.then {
            Then::Succeed => Ok(()),
            Then::Fail => Err(StoreError::Missing("asked for")),
            Then::Panic => panic!("asked for"),
        }
    }
}

on_both! {
    async fn a_change_that_fails_leaves_nothing_and_its_neighbours_stand(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        let change = |n: u8, then| store.write(Keep { key: [n; 32], result: "x", then });
        let (a, b, c, d) = tokio::join!(change(1, Then::Succeed), change(2, Then::Fail), change(3, Then::Panic), change(4, Then::Succeed));
        assert!(a.is_ok() && d.is_ok());
        assert!(matches!(b, Err(StoreError::Missing(_))));
        assert!(matches!(c, Err(StoreError::Panicked)));
        let mut conn = store.read().await.unwrap();
        let mut there = Vec::new();
        for n in 1..=4u8 {
            there.push(idempotency::find(&mut conn, [n; 32]).await.unwrap().is_some());
        }
        assert_eq!(there, [true, false, false, true]);
    }

    async fn a_caller_who_goes_away_does_not_cancel_the_change(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        {
            let write = store.write(Keep { key: [7; 32], result: "kept", then: Then::Succeed });
            tokio::pin!(write);
            // Polled once, then dropped: the request is gone, the change is under way.
            tokio::select! { biased; _ = &mut write => {}, () = std::future::ready(()) => {} }
        }
        store.write(Keep { key: [8; 32], result: "after", then: Then::Succeed }).await.unwrap();
        for _ in 0..200 {
            let mut conn = store.read().await.unwrap();
            if idempotency::find(&mut conn, [7; 32]).await.unwrap().as_deref() == Some("kept") {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("the change was cancelled with its caller");
    }
}
