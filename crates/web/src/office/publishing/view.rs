//! Proofs as pages show them: each with its mark, what it says, and the missing ones by name.

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    publishing::{matter::ANNOUNCEMENT, proof::ProofWay},
};
use caunoi_store::publication_proof::{OfDialogue, ProofRow};
use jiff::civil::Date;

use crate::page::{
    Page,
    icon::Icon,
    l10n::L10nLanguage,
    mark::{self, Mark, Tone},
    thread, words,
};

/// A proof in a list.
pub struct ProofView {
    pub href: String,
    pub name: String,
    pub mark: Mark,
    pub facts: Vec<String>,
    pub missing: bool,
}

/// The proofs of one publication.
pub struct Group {
    pub anchor: i64,
    pub title: String,
    pub mark: Option<Mark>,
    pub whole: Mark,
    pub due: String,
    pub basis: String,
    pub asked: i64,
    pub missing: i64,
    pub proofs: Vec<ProofView>,
}

impl Group {
    /// Only its missing proofs; `None` where none is.
    pub fn lacking(mut self) -> Option<Self> {
        self.proofs.retain(|p| p.missing);
        (!self.proofs.is_empty()).then_some(self)
    }
}

/// What a proof is of: mass media, the seat, or the village by its name.
pub fn name(t: &L10nLanguage, p: &ProofRow) -> String {
    if p.way == ProofWay::Village && !p.village.is_empty() { p.village.clone() } else { words::proof_way(t, p.way) }
}

/// The address of a proof.
pub fn href(p: &ProofRow) -> String {
    format!("/cong-viec/minh-chung/{}", PublicId::from_i64(p.public_id))
}

/// A proof with what it says.
pub fn proof(page: &Page, p: &ProofRow) -> ProofView {
    let t = page.t;
    let mark = match (p.at, &p.ended_on) {
        (None, _) => Mark::new(Tone::Idle, Icon::Ring, t.proof_state_missing()),
        (Some(_), Some(_)) => Mark::new(Tone::Done, Icon::Tick, t.proof_state_ended()),
        (Some(_), None) if p.way.is_posted() => Mark::new(Tone::Done, Icon::Tick, t.proof_state_posted()),
        (Some(_), None) => Mark::new(Tone::Done, Icon::Tick, t.proof_state_given()),
    };
    let facts = if p.at.is_some() { facts(page, p) } else { Vec::new() };
    ProofView { href: href(p), name: name(t, p), mark, facts, missing: p.at.is_none() }
}

/// When, where, who, which paper, how many files, who said so.
pub fn facts(page: &Page, p: &ProofRow) -> Vec<String> {
    let t = page.t;
    let day = |iso: &Option<String>| iso.as_deref().map(|d| page.day(d)).unwrap_or_default();
    let when = match (&p.to_on, &p.ended_on) {
        (_, Some(_)) => t.proof_from_until(day(&p.from_on), day(&p.ended_on)),
        (Some(_), None) => t.proof_from_to(day(&p.from_on), day(&p.to_on)),
        (None, None) if p.way.is_posted() => t.proof_from(day(&p.from_on)),
        (None, None) => t.proof_on(day(&p.from_on)),
    };
    let mut said = vec![format!("{when} {}", p.place).trim_end().to_owned(), t.proof_by(&p.who)];
    if !p.paper.is_empty() {
        said.push(t.proof_by_paper(&p.paper));
    }
    if p.files > 0 {
        said.push(t.proof_files(p.files));
    }
    said
}

/// The proofs of a dialogue, publication by publication.
pub fn groups(page: &Page, all: Vec<(OfDialogue, ProofRow)>, today: Date) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (of, p) in all {
        if groups.last().is_none_or(|g| g.anchor != of.publication & i64::MAX) {
            groups.push(head(page, &of, today));
        }
        if let Some(g) = groups.last_mut() {
            g.asked += 1;
            g.missing += i64::from(p.at.is_none());
            g.proofs.push(proof(page, &p));
        }
    }
    groups
}

fn head(page: &Page, of: &OfDialogue, today: Date) -> Group {
    let t = page.t;
    let title = match (of.matter.as_str(), of.published.as_str()) {
        (ANNOUNCEMENT, _) => t.proof_of_announcement(),
        (_, "") => t.proof_of_results(),
        (_, symbol) => t.proof_of_results_by(symbol),
    };
    group(page, of.publication, title, &of.due_on, &of.citation, today)
}

/// A publication without its proofs yet.
pub fn group(page: &Page, publication: i64, title: String, due_on: &str, citation: &str, today: Date) -> Group {
    Group {
        anchor: publication & i64::MAX,
        title,
        mark: mark::due(page.t, due_on, today),
        whole: Mark::new(Tone::Done, Icon::Tick, page.t.proof_whole()),
        due: page.weekday(due_on),
        basis: thread::basis(page.t, citation),
        asked: 0,
        missing: 0,
        proofs: Vec::new(),
    }
}
