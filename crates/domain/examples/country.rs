//! The ledger of an invented country, for `cargo xtask bench`: everything reckoned, one commune after something
//! happened there, and a recount that shares nothing. Prints the middle of some turns as JSON, in milliseconds.

use std::{error::Error, hint::black_box, time::Instant};

use caunoi_domain::{
    calendar::Calendar,
    regulation::ledger::{
        Signs,
        country::{COMMUNES, Country},
    },
};

const TURNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let (calendar, signs) = (Calendar::builtin()?, Signs::builtin()?);
    let mut country = Country::invented(COMMUNES, 1);
    let mut sheets = country.whole(&calendar, &signs);
    let duties: usize = sheets.values().map(|(duties, _)| duties.len()).sum();
    let whole = middle(TURNS, |_| drop(black_box(country.whole(&calendar, &signs))));
    let naive = middle(TURNS, |_| {
        black_box(country.naive(&calendar));
    });
    let mut one = Vec::new();
    for n in 0..200 {
        let commune = n * 16 % COMMUNES;
        country.happen(commune);
        let begun = Instant::now();
        country.amend(&mut sheets, &calendar, &signs, commune);
        one.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    one.sort_by(f64::total_cmp);
    let p99 = one.get(one.len() * 99 / 100).copied().unwrap_or_default();
    println!("{{\"communes\":{COMMUNES},\"duties\":{duties},\"whole_ms\":{whole:.1},\"naive_ms\":{naive:.1},\"one_p99_ms\":{p99:.4}}}");
    Ok(())
}

fn middle(turns: usize, mut work: impl FnMut(usize)) -> f64 {
    let mut all: Vec<f64> = (0..turns)
        .map(|n| {
            let begun = Instant::now();
            work(n);
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    all.sort_by(f64::total_cmp);
    all.get(turns / 2).copied().unwrap_or_default()
}
