//! The simulated country: the same seed gives the same rows, a run that was cut off goes on, nothing else is touched.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use caunoi_app::{
    App, Refusal, SeededRandomness, SteppedClock, boot,
    simulate::{Plan, simulate},
};
use caunoi_testkit::{Fresh, every_row, on_both};

const PLAN: Plan = Plan { communes: 3, years: 1, opinions: 60, seed: 7, only_province: Some("31") };

/// 25/11/2026, 9:00 in Viet Nam.
const NOW: i64 = 1_795_572_000_000_000;

async fn app(db: &Fresh) -> App {
    let clock = Arc::new(SteppedClock::at(NOW));
    boot::open(db.folder.path(), &db.database, clock, Arc::new(SeededRandomness::new("simulation"))).await.unwrap()
}

/// The rows of opinions, items and steps, without the order in which tables and rows stand.
async fn thread(db: &Fresh) -> Vec<String> {
    let all = every_row(&db.database).await;
    let mut lines: Vec<String> = all.lines().filter(|l| l.contains("S000")).map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

on_both! {
    async fn the_same_seed_gives_the_same_country_and_a_cut_off_run_goes_on(db: Fresh) {
        let told = AtomicUsize::new(0);
        let acts = simulate(&app(&db).await, PLAN, &|done, _| told.store(done, Ordering::SeqCst)).await.unwrap();
        assert!(acts > 150, "{acts}");
        assert_eq!(told.load(Ordering::SeqCst), acts);
        let first = thread(&db).await;
        for word in ["agreed", "withheld", "in_progress", "received"] {
            assert!(first.iter().any(|l| l.contains(word)), "nothing is {word}");
        }
        assert_eq!(simulate(&app(&db).await, PLAN, &|_, _| panic!("nothing is left to do")).await.unwrap(), acts);
        assert_eq!(thread(&db).await, first, "again is nothing twice");

        let other = caunoi_testkit::sqlite();
        simulate(&app(&other).await, PLAN, &|_, _| {}).await.unwrap();
        let words = |lines: &[String]| lines.iter().filter(|l| l.contains("Thôn")).count();
        assert_eq!(words(&thread(&other).await), words(&first));

        let bigger = Plan { opinions: 61, ..PLAN };
        let refused = simulate(&app(&db).await, bigger, &|_, _| {}).await.unwrap_err();
        assert!(matches!(&refused, Refusal::Broken(why) if why.contains("another simulation")), "{refused:?}");
    }
}
