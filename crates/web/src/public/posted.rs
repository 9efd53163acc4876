//! When and where a dialogue was made public, for everybody: places and days, no names.

use caunoi_domain::publishing::{matter::ANNOUNCEMENT, proof::ProofWay};
use caunoi_store::public::dialogue::Proof;

use crate::page::{Page, words};

/// The lines of a dialogue's page.
pub fn lines(page: &Page, all: &[Proof]) -> Vec<String> {
    let t = page.t;
    let mut lines = Vec::new();
    for p in all.iter().filter(|p| p.given) {
        let from = page.day(&p.from_on);
        let where_ = if p.way == ProofWay::Village && !p.place.contains(&p.village) {
            format!("{}: {}", p.village, p.place)
        } else {
            p.place.clone()
        };
        lines.push(match (p.matter.as_str(), p.way.is_posted(), p.ended_on.as_str()) {
            (ANNOUNCEMENT, ..) => t.posted_announcement(where_, from),
            (_, true, "") => t.posted_results(where_, from),
            (_, true, end) => t.posted_results_until(where_, from, page.day(end)),
            (_, false, _) => t.posted_media(words::proof_way(t, p.way), where_, from),
        });
    }
    let open: Vec<&Proof> = all.iter().filter(|p| !p.given && p.matter != ANNOUNCEMENT).collect();
    if let Some(p) = open.first() {
        lines.push(t.posted_open(i64::try_from(open.len()).unwrap_or(i64::MAX), page.weekday(&p.due_on)));
    }
    lines
}
