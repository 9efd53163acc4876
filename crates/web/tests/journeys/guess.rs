//! Tries at a secret, and passwords as people type them.

use caunoi_app::{
    Refusal,
    people::{
        account::{check_password, hash_password},
        change_password::change_password,
        open_accounts::one_time,
        sign_in,
    },
    rounds,
};
use caunoi_testkit::on_both;
use jiff::civil::date;

use crate::kit::{PASSWORD, Site};

on_both! {
    async fn tries_count_in_their_window_only_and_leave_no_row_behind(db: Fresh) {
        let site = Site::new(db).await;
        let at = |minute| site.clock.set_day(date(2026, 11, 23), 9, minute);
        let guess = async |word: &str| match sign_in::count_guess(&site.app, "thu", "ma", word, 3).await {
            Ok(()) => true,
            Err(Refusal::TooMany(_)) => false,
            Err(e) => panic!("{e}"),
        };
        at(0);
        for word in ["a", "b", "c", "c", "c"] {
            assert!(guess(word).await, "{word}: the same guess is one");
        }
        at(14);
        assert!(!guess("d").await, "the fourth in a quarter of an hour");
        // That window is over; the guess that was refused in its last minute is taken.
        at(16);
        for word in ["d", "d", "e", "f"] {
            assert!(guess(word).await, "{word}");
        }
        assert!(!guess("g").await && !guess("a").await);
        at(50);
        rounds::run_due(&site.app).await.unwrap();
        let rows = caunoi_testkit::every_row(site.database()).await;
        assert_eq!(rows.lines().filter(|l| l.starts_with("attempt:")).count(), 0, "what counts no more is taken away");
    }

    async fn a_password_of_ones_own_is_kept_as_it_was_typed_and_a_slip_is_read_with_patience(db: Fresh) {
        let site = Site::new(db).await;
        let actor = site.actor("kinhte.vantrach").await;
        let mut old = PASSWORD;
        for (own, other) in [("mo10 ca01 ha11 xe00", "molocaolhallxeoo"), ("0123abcd1234efgh", "ol23abcdl234efgh")] {
            change_password(&site.app, &actor, old.to_owned(), own.to_owned(), own).await.unwrap();
            assert!(sign_in::sign_in(&site.app, "kinhte.vantrach", own.to_owned()).await.unwrap().is_some(), "{own}");
            assert!(sign_in::sign_in(&site.app, "kinhte.vantrach", other.to_owned()).await.unwrap().is_none(), "{other} is another one");
            old = own;
        }
        let slip = one_time(&site.app);
        let hash = hash_password(&site.app, slip.clone()).await.unwrap();
        let groups: Vec<&str> = (0..4).map(|n| &slip[n * 4..n * 4 + 4]).collect();
        for typed in [slip.clone(), groups.join(" "), slip.replace('o', "0"), groups.join(" ").replace('l', "1")] {
            assert!(check_password(hash.clone(), typed.clone()).await.unwrap(), "{typed}");
        }
        assert!(!check_password(hash, slip.replacen(|_| true, "?", 1)).await.unwrap());
    }
}
