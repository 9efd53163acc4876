//! Duties and findings as lines of a table.

use std::collections::HashMap;

use caunoi_app::duty::reckon::Reckoned;
use caunoi_domain::regulation::{
    clause::ClauseKind,
    document::Document,
    ledger::{Duty, DutyState, Finding},
};
use caunoi_store::{people::PostRow, remedial::RemedialRow};
use jiff::civil::Date;

use crate::page::{Page, ledger_words, mark::Mark, rule_words};

/// A duty in a table.
pub struct DutyLine {
    /// Address of its page.
    pub href: String,
    /// What is asked.
    pub kind: String,
    /// Of which period or matter.
    pub subject: String,
    /// The post.
    pub post: String,
    /// Its last day.
    pub due: String,
    /// Where it stands.
    pub state: Mark,
    /// The word under which it is counted: overdue by 12 days and by 19 days are one.
    group: String,
}

/// Duties of one kind and post that are many: a week's reception day each week, a report each month.
pub struct Many {
    /// What is asked.
    pub kind: String,
    /// The post.
    pub post: String,
    /// How many are in each state, the states in their words.
    pub states: String,
    /// Address of the first.
    pub href: String,
    /// All of them.
    pub lines: Vec<DutyLine>,
}

/// From so many on, duties of one kind and post stand together.
const MANY: usize = 4;

/// Those that stand alone, and those of which there are many, each in their order.
pub fn together(lines: Vec<DutyLine>) -> (Vec<DutyLine>, Vec<Many>) {
    let mut groups: Vec<Vec<DutyLine>> = Vec::new();
    for line in lines {
        match groups.iter_mut().find(|g| g.first().is_some_and(|f| f.kind == line.kind && f.post == line.post)) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    let (many, few): (Vec<_>, Vec<_>) = groups.into_iter().partition(|g| g.len() >= MANY);
    (few.into_iter().flatten().collect(), many.into_iter().filter_map(of_many).collect())
}

fn of_many(lines: Vec<DutyLine>) -> Option<Many> {
    let first = lines.first()?;
    let mut states: Vec<(&str, usize)> = Vec::new();
    for l in &lines {
        let word = l.group.as_str();
        match states.iter_mut().find(|(w, _)| *w == word) {
            Some((_, n)) => *n += 1,
            None => states.push((word, 1)),
        }
    }
    let states = states.iter().map(|(w, n)| format!("{w}: {n}")).collect::<Vec<_>>().join(", ");
    Some(Many { kind: first.kind.clone(), post: first.post.clone(), states, href: first.href.clone(), lines })
}

/// A finding in a list.
pub struct FindingLine {
    /// Its name.
    pub name: String,
    /// The post.
    pub post: String,
    /// Since when.
    pub since: String,
    /// How often, where the same stands several times.
    pub n: usize,
    /// What is to be done.
    pub remedy: String,
    /// Remedial tasks that were opened for it.
    pub tasks: usize,
    /// Address of its page.
    pub href: String,
}

/// Names of posts by their id.
pub struct Posts(HashMap<String, String>);

impl Posts {
    /// Of a unit's posts.
    pub fn of(rows: Vec<PostRow>) -> Self {
        Self(rows.into_iter().map(|p| (p.id, p.name)).collect())
    }

    /// The name of a post.
    pub fn name(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// The address of a duty's page.
pub fn href(d: &Duty, code: &str, year: i16) -> String {
    format!("/cong-viec/so-nhiem-vu/{}?xa={code}&nam={year}", d.key())
}

/// A duty as a line.
pub fn line(page: &Page, d: &Duty, posts: &Posts, (code, year): (&str, i16), on: Date) -> DutyLine {
    let state = ledger_words::state(page.t, d, on);
    DutyLine {
        group: if d.state == DutyState::Breached && d.kind != ClauseKind::Presiding {
            page.t.ledger_state_breached()
        } else {
            state.word.clone()
        },
        href: href(d, code, year),
        kind: rule_words::clause_kind(page.t, d.kind),
        subject: ledger_words::subject(page.t, d),
        post: posts.name(&d.post_id),
        due: ledger_words::due(page, d),
        state,
    }
}

/// Findings as lines: the same of one post once, with how often and since when.
pub fn findings(page: &Page, r: &Reckoned, tasks: &[RemedialRow], posts: &Posts, place: (&str, i16)) -> Vec<FindingLine> {
    let mut lines: Vec<(FindingLine, &Finding)> = Vec::new();
    for f in &r.findings {
        if let Some((line, _)) = lines.iter_mut().find(|(_, g)| g.kind == f.kind && g.post_id == f.post_id) {
            line.n += 1;
            continue;
        }
        let (name, remedy) = ledger_words::finding(page.t, f.kind);
        let line = FindingLine {
            name,
            remedy,
            post: posts.name(&f.post_id),
            since: page.day(&f.since.to_string()),
            n: 1,
            tasks: tasks.iter().filter(|t| t.finding_kind == f.kind.code() && t.post_id == f.post_id).count(),
            href: format!("/cong-viec/so-nhiem-vu/noi-dung?xa={}&nam={}&loai={}&post={}", place.0, place.1, f.kind, f.post_id),
        };
        lines.push((line, f));
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// A filter of a board as its word in the address.
pub fn takes(filter: &str, d: &Duty, on: Date) -> bool {
    match filter {
        "qua-han" => d.state == DutyState::Breached,
        "30-ngay" => d.at_risk(on, ledger_words::SOON_DAYS),
        "da-lam" => matches!(d.state, DutyState::Met | DutyState::Late),
        "hoan" => d.state == DutyState::Waived,
        "truoc-khi-dung" => d.state == DutyState::BeforeUse,
        _ => true,
    }
}

/// The document of a duty's clause.
pub fn document<'a>(r: &'a Reckoned, d: &Duty) -> Option<&'a Document> {
    r.documents.iter().find(|x| x.id == d.clause.document)
}
