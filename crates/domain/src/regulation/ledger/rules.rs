//! Which clauses bind a unit's posts on a day.

use jiff::civil::Date;

use super::{
    duty::ClauseRef,
    facts::{Bound, DialogueFact, Post},
};
use crate::{
    dialogue::state::Basis,
    regulation::{
        clause::{Clause, ClauseKind},
        document::Document,
        validity::{self, Span},
    },
    text::fold,
};

/// The register with the days of each document reckoned once.
#[derive(Debug)]
pub struct Rules<'a> {
    documents: Vec<(Span, &'a Document)>,
}

impl<'a> Rules<'a> {
    /// Reckons the days of every document of the register.
    #[must_use]
    pub fn new(register: &'a [Document]) -> Self {
        Self { documents: register.iter().map(|d| (validity::span(d, register), d)).collect() }
    }

    /// The clauses that can bind a unit, on whatever day.
    pub(super) fn of(&self, bound: &Bound) -> View<'a> {
        let chain: Vec<&str> = bound.chain.iter().map(String::as_str).collect();
        let mut clauses: Vec<Candidate<'a>> = self
            .documents
            .iter()
            .filter(|(_, d)| validity::applies_to(d, &chain))
            .flat_map(|(span, d)| {
                d.clauses.iter().enumerate().filter(|(_, c)| c.confirmed).map(|(seq, clause)| Candidate {
                    at: ClauseRef { document: d.id.clone(), seq },
                    span: *span,
                    clause,
                    issued: d,
                })
            })
            .filter(|c| c.clause.parameters.levels.is_empty() || c.clause.parameters.levels.contains(&bound.level))
            .collect();
        clauses.sort_by(|a, b| a.at.cmp(&b.at));
        View { clauses }
    }
}

/// A clause that can bind the unit.
pub(super) struct Candidate<'a> {
    at: ClauseRef,
    span: Span,
    clause: &'a Clause,
    issued: &'a Document,
}

/// A clause in force on the day of the question.
pub(super) struct InForce<'a> {
    /// Which.
    pub at: ClauseRef,
    /// What it asks.
    pub clause: &'a Clause,
    /// Where it stands.
    pub document: &'a Document,
}

/// The clauses that can bind one unit.
pub(super) struct View<'a> {
    clauses: Vec<Candidate<'a>>,
}

impl<'a> View<'a> {
    /// Clauses of a kind that are in force on a day.
    pub fn on(&self, kind: ClauseKind, day: Date) -> impl Iterator<Item = InForce<'a>> + '_ {
        self.clauses
            .iter()
            .filter(move |c| c.clause.kind == kind && c.span.on(day) == validity::Force::InForce && c.clause.applies_on(day))
            .map(|c| InForce { at: c.at.clone(), clause: c.clause, document: c.issued })
    }

    /// Clauses of a kind of documents that came into force within these days.
    pub fn begun(&self, kind: ClauseKind, from: Date, to: Date) -> impl Iterator<Item = (Date, InForce<'a>)> + '_ {
        self.clauses.iter().filter(move |c| c.clause.kind == kind).filter_map(move |c| {
            let day = c.span.from.filter(|d| from <= *d && *d <= to)?;
            Some((day, InForce { at: c.at.clone(), clause: c.clause, document: c.issued }))
        })
    }
}

impl InForce<'_> {
    /// True where the clause binds that post: its kind, and the body that it heads by kind or by name.
    pub fn binds(&self, post: &Post) -> bool {
        let scope = &self.clause.parameters;
        let kind = scope.posts.is_empty() || scope.posts.contains(&post.kind);
        let every_body = scope.bodies.is_empty() && scope.body_names.is_empty();
        let named = || scope.body_names.iter().any(|name| fold(name) == fold(&post.body_name));
        kind && (every_body || scope.bodies.contains(&post.body) || named())
    }

    /// True where the clause is about such a dialogue. One event that serves both rules is about both.
    pub fn about(&self, d: &DialogueFact) -> bool {
        let scope = &self.clause.parameters;
        let kind = scope.dialogues.is_empty() || scope.dialogues.contains(&d.kind);
        let basis = scope.basis.is_none_or(|b| b == d.basis || d.basis == Basis::Both || b == Basis::Both);
        kind && basis
    }
}
