//! When and where a dialogue was made public, for everybody: places and days, no names.

use caunoi_domain::publishing::{matter::ANNOUNCEMENT, proof::ProofWay};
use caunoi_store::publication_proof::{OfDialogue, ProofRow};

use crate::page::{Page, words};

/// The lines of a dialogue's page.
pub fn lines(page: &Page, all: &[(OfDialogue, ProofRow)]) -> Vec<String> {
    let t = page.t;
    let mut lines = Vec::new();
    for (of, p) in all.iter().filter(|(_, p)| p.at.is_some()) {
        let from = p.from_on.as_deref().map(|d| page.day(d)).unwrap_or_default();
        let where_ = if p.way == ProofWay::Village && !p.place.contains(&p.village) {
            format!("{}: {}", p.village, p.place)
        } else {
            p.place.clone()
        };
        lines.push(match (of.matter.as_str(), p.way.is_posted(), &p.ended_on) {
            (ANNOUNCEMENT, ..) => t.posted_announcement(where_, from),
            (_, true, Some(end)) => t.posted_results_until(where_, from, page.day(end)),
            (_, true, None) => t.posted_results(where_, from),
            (_, false, _) => t.posted_media(words::proof_way(t, p.way), where_, from),
        });
    }
    let missing = |(of, p): &&(OfDialogue, ProofRow)| p.at.is_none() && of.matter != ANNOUNCEMENT;
    let open: Vec<_> = all.iter().filter(missing).collect();
    if let Some((of, _)) = open.first() {
        lines.push(t.posted_open(i64::try_from(open.len()).unwrap_or(i64::MAX), page.weekday(&of.due_on)));
    }
    lines
}
