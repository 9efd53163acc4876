//! The thread as a timeline: each dated step with its icon, actor and words, and at the end who acts next, by when.

use askama::filters::Safe;
use caunoi_domain::opinion::{
    item::{Grounded, NextCode},
    step::Step,
    tracking_code::PublicId,
};
use caunoi_store::{item::Next, step::StepView};

use super::{Page, icon::Icon, l10n::L10nLanguage, mark, number, rule_words, symbol, words};

/// Who reads the thread: the person is spoken to, others read about "the sender".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The person who gave the opinion.
    Person,
    /// Officers and the public.
    Other,
}

/// A step in words.
pub struct Row {
    /// "27/11/2026", or "Hạn 27/11/2026" for what is to come.
    pub day: String,
    /// The day for machines, ISO; empty where there is none.
    pub iso: String,
    /// Shape.
    pub icon: Icon,
    /// Class of the dot: plain, said or concluded (`dot-r`), done (`dot-d`).
    pub dot: &'static str,
    /// What happened.
    pub title: String,
    /// What belongs to it, a paragraph each, in people's own words.
    pub lines: Vec<String>,
    /// A link with its words.
    pub link: Option<(String, String)>,
    /// Files of the step that this reader may fetch.
    pub files: Vec<FileLine>,
    /// How many files came with the step.
    count: usize,
    /// Epoch microseconds, where evidence can belong to the step.
    evidence_at: Option<i64>,
    /// The post or body that acted; empty for a person.
    pub actor: String,
    /// The line that leads to what is to come.
    pub leads_on: bool,
}

/// A file to be fetched.
pub struct FileLine {
    /// Address.
    pub href: String,
    /// Name with its size.
    pub words: String,
}

impl FileLine {
    /// Of that public id, name and size.
    #[must_use]
    pub fn new(public_id: i64, name: &str, bytes: i64) -> Self {
        Self { href: format!("/tep/{}", PublicId::from_i64(public_id)), words: format!("{name} ({})", number::size(bytes)) }
    }
}

impl Row {
    /// How many files of the step this reader does not see.
    #[must_use]
    pub fn unseen(&self) -> i64 {
        i64::try_from(self.count.saturating_sub(self.files.len())).unwrap_or(i64::MAX)
    }
}

/// The timeline of one item (`templates/parts/timeline.html` draws the variable `timeline`).
pub struct Timeline {
    /// The steps, oldest first; the last one is what is to come, where somebody has to act.
    pub rows: Vec<Row>,
}

impl Timeline {
    /// From the steps and who acts next.
    #[must_use]
    pub fn of(page: &Page, steps: &[StepView], next: Option<&Next>, reader: Reader) -> Self {
        let mut rows: Vec<Row> = steps.iter().map(|s| row(page, s, reader)).collect();
        if let Some(coming) = next.and_then(|n| to_come(page, n, reader)) {
            if let Some(last) = rows.last_mut() {
                last.leads_on = true;
            }
            rows.push(coming);
        }
        Self { rows }
    }

    /// With the evidence that this reader may fetch, each file beside the step of its moment.
    #[must_use]
    pub fn with(mut self, evidence: impl IntoIterator<Item = (i64, FileLine)>) -> Self {
        for (at, file) in evidence {
            if let Some(row) = self.rows.iter_mut().rfind(|r| r.evidence_at == Some(at)) {
                row.files.push(file);
            }
        }
        self
    }
}

/// Who acts next and by when, in one line with its reason: for `.next` paragraphs.
pub struct NextLine {
    /// "Văn phòng HĐND và UBND xã, chậm nhất Thứ Sáu, 27/11/2026".
    pub text: String,
    /// Why that day; empty where there is none.
    pub basis: String,
}

impl NextLine {
    /// In the reader's words.
    #[must_use]
    pub fn of(page: &Page, next: &Next, reader: Reader) -> Self {
        let t = page.t;
        let who = match (next.code, reader) {
            (NextCode::Nobody, _) => return Self { text: t.thread_nobody(), basis: String::new() },
            (NextCode::Person, Reader::Person) => t.thread_next_you(),
            (NextCode::Person, Reader::Other) => t.thread_next_person(),
            (NextCode::Paused | NextCode::Outside | NextCode::Choice, _) => {
                return Self { text: since(page, next, reader), basis: String::new() };
            }
            _ => next.actor.clone(),
        };
        let text = match &next.due_on {
            // The person may answer after that day too, and the page may be read after it.
            Some(day) if next.code == NextCode::Person => t.thread_next_asked(who, page.weekday(day)),
            Some(day) => t.thread_next_by(who, page.weekday(day)),
            None => who,
        };
        Self { text, basis: basis(t, &next.basis) }
    }

    /// The paragraph.
    #[must_use]
    pub fn html(&self, t: &L10nLanguage) -> Safe<String> {
        let esc = |s: &str| askama::filters::escape(s, askama::filters::Html).map_or_else(|_| String::new(), |w| w.to_string());
        let why =
            if self.basis.is_empty() { String::new() } else { format!("<br><span class=\"meta\">{}</span>", symbol::whole(&self.basis).0) };
        Safe(format!(
            "<p class=\"next\">{}<span><strong>{}:</strong> {}{why}</span></p>",
            Icon::Person.svg().0,
            esc(&t.thread_next_label()),
            esc(&self.text)
        ))
    }
}

/// A citation as pages say it: the system's own sample is said to be one, and unconfirmed.
#[must_use]
pub fn source(t: &L10nLanguage, citation: &str) -> String {
    if citation == "mẫu của hệ thống" { t.thread_basis_own() } else { citation.to_owned() }
}

/// Why a day is the due day: its citation, and the truth where it is only the system's sample.
#[must_use]
pub fn basis(t: &L10nLanguage, citation: &str) -> String {
    if citation.is_empty() { String::new() } else { t.thread_basis(source(t, citation)) }
}

/// Who acts next where nobody of this institution has a day: since when, and what it waits for.
fn since(page: &Page, next: &Next, reader: Reader) -> String {
    let t = page.t;
    let day = page.weekday(&next.basis);
    match (next.code, reader) {
        (NextCode::Paused, _) => t.thread_next_paused(&next.actor, day),
        (NextCode::Choice, Reader::Person) => t.thread_next_choice_you(day),
        (NextCode::Choice, Reader::Other) => t.thread_next_choice(day),
        _ => t.thread_next_outside(&next.actor, day),
    }
}

fn to_come(page: &Page, next: &Next, reader: Reader) -> Option<Row> {
    let t = page.t;
    let title = match (next.code, reader) {
        (NextCode::Nobody, _) => return None,
        (NextCode::Person, Reader::Person) => t.thread_waiting_you(),
        (NextCode::Person, Reader::Other) => t.thread_waiting_person(),
        (NextCode::Choice, Reader::Person) => t.thread_choice_you(),
        (NextCode::Choice, Reader::Other) => t.thread_choice(),
        _ => t.thread_waiting(&next.actor),
    };
    let day = next.due_on.as_deref().map(|d| t.thread_by(page.day(d))).unwrap_or_default();
    let why = match next.code {
        NextCode::Paused => t.thread_paused_since(page.weekday(&next.basis)),
        NextCode::Outside => t.thread_outside_since(page.weekday(&next.basis)),
        NextCode::Choice => t.thread_choice_since(page.weekday(&next.basis)),
        _ => basis(t, &next.basis),
    };
    let lines = if why.is_empty() { Vec::new() } else { vec![why] };
    let iso = next.due_on.clone().unwrap_or_default();
    Some(Row {
        day,
        iso,
        icon: Icon::Ring,
        dot: "",
        title,
        lines,
        link: None,
        files: Vec::new(),
        count: 0,
        evidence_at: None,
        actor: String::new(),
        leads_on: false,
    })
}

/// What a step says beside its day and actor.
struct Said {
    icon: Icon,
    dot: &'static str,
    title: String,
    lines: Vec<String>,
    link: Option<(String, String)>,
}

impl Said {
    fn new(icon: Icon, title: String) -> Self {
        Self { icon, dot: "", title, lines: Vec::new(), link: None }
    }
    const fn dot(mut self, dot: &'static str) -> Self {
        self.dot = dot;
        self
    }
    /// A paragraph, where there is something in it.
    fn line(mut self, line: impl Into<String>) -> Self {
        let line = line.into();
        if !line.trim().is_empty() {
            self.lines.push(line);
        }
        self
    }
    fn line_if(self, there: bool, line: impl FnOnce() -> String) -> Self {
        if there { self.line(line()) } else { self }
    }
    fn link(mut self, href: String, words: String) -> Self {
        self.link = Some((href, words));
        self
    }
}

fn row(page: &Page, s: &StepView, reader: Reader) -> Row {
    let said = say(page, &s.step, reader);
    let by_person = matches!(s.step, Step::Agreed { .. } | Step::Disagreed { .. });
    // Whose work it is, where the step says so; else who recorded it.
    let actor = match &s.step {
        _ if by_person => String::new(),
        Step::Progress { body, .. } | Step::Done { body, .. } | Step::PartlyDone { body, .. } if !body.is_empty() => body.clone(),
        _ => s.actor.clone(),
    };
    Row {
        day: page.day(&s.on_day),
        iso: s.on_day.clone(),
        icon: said.icon,
        dot: said.dot,
        title: said.title,
        lines: said.lines,
        link: said.link,
        files: Vec::new(),
        count: count(&s.step),
        evidence_at: may_have_evidence(&s.step).then_some(s.at),
        actor,
        leads_on: false,
    }
}

fn say(page: &Page, step: &Step, reader: Reader) -> Said {
    match step {
        Step::Received { .. }
        | Step::Split { .. }
        | Step::Triaged { .. }
        | Step::Grouped { .. }
        | Step::Ungrouped { .. }
        | Step::ToDialogue
        | Step::Published
        | Step::Withheld { .. }
        | Step::Ended { .. }
        | Step::Sealed { .. }
        | Step::Accepted { .. }
        | Step::Restricted
        | Step::CodeReissued
        | Step::Undone => intake(page, step),
        Step::Scheduled { .. }
        | Step::Postponed { .. }
        | Step::Replanned { .. }
        | Step::Cancelled { .. }
        | Step::Heard { .. }
        | Step::Concluded { .. } => at_dialogue(page, step),
        Step::Told { .. } | Step::Agreed { .. } | Step::Disagreed { .. } | Step::Reopened { .. } | Step::FurtherPath => {
            to_the_end(page, step, reader)
        }
        _ => follow_up(page, step),
    }
}

/// How many files came with a step.
const fn count(step: &Step) -> usize {
    match step {
        Step::Received { files, .. } | Step::Progress { files, .. } | Step::Done { files, .. } | Step::PartlyDone { files, .. } => *files,
        _ => 0,
    }
}

/// Steps with which offices hand in evidence.
const fn may_have_evidence(step: &Step) -> bool {
    matches!(step, Step::Progress { .. } | Step::Done { .. } | Step::PartlyDone { .. } | Step::SuperiorAnswered { .. })
}

fn intake(page: &Page, step: &Step) -> Said {
    let t = page.t;
    match step {
        Step::Received { channel, .. } => Said::new(Icon::Mail, t.thread_received()).line(t.thread_channel(words::channel(t, *channel))),
        Step::Split { parts } => Said::new(Icon::Merge, t.thread_split(i64::try_from(*parts).unwrap_or(i64::MAX))),
        Step::Triaged { field, grounded, note } => Said::new(Icon::Paper, t.thread_triaged())
            .line_if(!field.is_empty(), || t.thread_field(words::field(t, field)))
            .line_if(*grounded != Grounded::Unknown, || format!("{}.", words::grounded(t, *grounded)))
            .line(note.as_str()),
        Step::Grouped { title, with, .. } => Said::new(Icon::Merge, t.thread_grouped(*with)).line(t.thread_issue(title)),
        Step::Ungrouped { title } => Said::new(Icon::Merge, t.thread_ungrouped()).line(t.thread_issue(title)),
        Step::ToDialogue => Said::new(Icon::Speech, t.thread_to_dialogue()).line(t.thread_to_dialogue_text()),
        Step::Published => Said::new(Icon::Paper, t.thread_published()).line(t.thread_published_text()),
        Step::Withheld { ground } => {
            Said::new(Icon::Dash, t.thread_withheld()).line(t.thread_withheld_text(words::withheld_ground(t, *ground)))
        }
        Step::Ended { manner, paper, paper_on, receiver } => Said::new(Icon::Dash, t.thread_ended())
            .line(t.thread_ended_text(words::ending_manner(t, *manner), paper, page.day(paper_on)))
            .line_if(!receiver.is_empty(), || t.thread_receiver(receiver)),
        Step::Sealed { receiver } => Said::new(Icon::Dash, t.thread_sealed()).line_if(!receiver.is_empty(), || t.thread_receiver(receiver)),
        Step::Accepted { value, reason } => Said::new(Icon::Speech, t.thread_acceptance())
            .dot("dot-d")
            .line(format!("{}.", rule_words::acceptance(t, *value)))
            .line(reason.as_str()),
        Step::Restricted => Said::new(Icon::Person, t.thread_restricted()).line(t.thread_restricted_text()),
        Step::CodeReissued => Said::new(Icon::Print, t.thread_code_reissued()).line(t.thread_code_reissued_text()),
        _ => Said::new(Icon::Arrow, t.thread_undone()),
    }
}

fn at_dialogue(page: &Page, step: &Step) -> Said {
    let t = page.t;
    match step {
        Step::Scheduled { title, reason, .. } => Said::new(Icon::Paper, t.thread_scheduled())
            .line(format!("{}.", title.trim_end_matches('.')))
            .line_if(!reason.is_empty(), || t.thread_reason(reason)),
        Step::Postponed { title, reason, paper, .. } => {
            stopped(page, t.thread_postponed(), title, reason, paper).line(t.thread_postponed_text())
        }
        Step::Replanned { title, on_day, .. } => {
            Said::new(Icon::Clock, t.thread_replanned(page.weekday(on_day))).line(format!("{}.", title.trim_end_matches('.')))
        }
        Step::Cancelled { title, reason, paper, .. } => {
            stopped(page, t.thread_cancelled(), title, reason, paper).line(t.thread_cancelled_text())
        }
        Step::Heard { dialogue, answered_by, answer } => Said::new(Icon::Speech, t.thread_heard())
            .dot("dot-r")
            .line_if(!answer.is_empty(), || if answered_by.is_empty() { answer.clone() } else { format!("{answered_by}: “{answer}”") })
            .link(format!("/doi-thoai/{dialogue}"), t.thread_see_dialogue()),
        Step::Concluded { symbol, conclusion, substate, text, .. } => Said::new(Icon::Paper, t.thread_concluded())
            .dot("dot-r")
            .line(format!("{}.", mark::substate(t, *substate).word))
            .line(text.as_str())
            .link(format!("/ket-luan/{conclusion}"), t.thread_notice(symbol)),
        _ => Said::new(Icon::Dot, String::new()),
    }
}

/// A dialogue that was postponed or cancelled: which, why, by which paper.
fn stopped(page: &Page, what: String, title: &str, reason: &str, paper: &str) -> Said {
    let t = page.t;
    Said::new(Icon::Dash, what)
        .line(format!("{}.", title.trim_end_matches('.')))
        .line_if(!reason.is_empty(), || t.thread_reason(reason))
        .line_if(!paper.is_empty(), || t.thread_paper(paper))
}

fn follow_up(page: &Page, step: &Step) -> Said {
    let t = page.t;
    let by = |who: &str, text: &str| if who.is_empty() { text.to_owned() } else { format!("{who}: {text}") };
    match step {
        Step::Assigned { body, partners, due_on } => Said::new(Icon::Person, t.thread_assigned())
            .line(t.thread_lead(body))
            .line_if(!partners.is_empty(), || t.thread_partners(partners.join(", ")))
            .line_if(!due_on.is_empty(), || t.thread_due(page.day(due_on))),
        Step::Extended { due_on, reason } => {
            Said::new(Icon::Clock, t.thread_extended(page.day(due_on))).line_if(!reason.is_empty(), || t.thread_reason(reason))
        }
        Step::Withdrawn { body } => Said::new(Icon::Dash, t.thread_withdrawn()).line(t.thread_withdrawn_text(body)),
        Step::Transferred { from, to, reason } => Said::new(Icon::Arrow, t.thread_transferred())
            .line(t.thread_transferred_text(from, to))
            .line_if(!reason.is_empty(), || t.thread_reason(reason)),
        Step::Paused { waits_for, whom, reason } => Said::new(Icon::Clock, t.thread_paused())
            .line(t.thread_paused_text(words::waits_for(t, *waits_for), whom))
            .line_if(!reason.is_empty(), || t.thread_reason(reason)),
        Step::NoResources { body, reason, paper } => Said::new(Icon::Diamond, t.thread_no_resources())
            .line(t.thread_no_resources_text(body, reason))
            .line_if(!paper.is_empty(), || t.thread_norm(paper)),
        Step::Resumed { due_on } => Said::new(Icon::Clock, t.thread_resumed(page.day(due_on))),
        Step::Progress { text, .. } => Said::new(Icon::Half, t.thread_progress()).line(text.as_str()),
        Step::Urged { to } => Said::new(Icon::Speech, t.thread_urged()).line(t.thread_urged_text(to)),
        Step::Answered { result, norm } => Said::new(Icon::Speech, t.thread_answered())
            .dot("dot-d")
            .line(result.as_str())
            .line_if(!norm.is_empty(), || t.thread_norm(norm)),
        Step::Done { result, norm, .. } => {
            Said::new(Icon::Tick, t.thread_done()).dot("dot-d").line(result.as_str()).line_if(!norm.is_empty(), || t.thread_norm(norm))
        }
        Step::PartlyDone { result, norm, .. } => {
            Said::new(Icon::Half, t.thread_partly_done()).line(result.as_str()).line_if(!norm.is_empty(), || t.thread_norm(norm))
        }
        Step::Escalated { to, mode, paper } => Said::new(Icon::Up, t.thread_escalated())
            .line(t.thread_sent_to(to))
            .line(format!("{}.", words::escalation_mode(t, *mode)))
            .line_if(!paper.is_empty(), || t.thread_paper(paper)),
        Step::Acknowledged { by } => Said::new(Icon::Up, t.thread_acknowledged()).line(format!("{by}.")),
        Step::SuperiorAnswered { by: who, answer, norm } => Said::new(Icon::Up, t.thread_superior_answered())
            .dot("dot-d")
            .line(by(who, answer))
            .line_if(!norm.is_empty(), || t.thread_norm(norm)),
        _ => Said::new(Icon::Dot, String::new()),
    }
}

fn to_the_end(page: &Page, step: &Step, reader: Reader) -> Said {
    let t = page.t;
    let you = reader == Reader::Person;
    match step {
        Step::Told { manner } => Said::new(Icon::Mail, if you { t.thread_told_you() } else { t.thread_told() })
            .dot("dot-d")
            .line(format!("{}.", words::told_manner(t, *manner))),
        Step::Agreed { at_counter } => Said::new(Icon::Tick, if you { t.thread_agreed_you() } else { t.thread_agreed() })
            .dot("dot-d")
            .line_if(*at_counter, || t.thread_at_counter()),
        Step::Disagreed { reason, at_counter } => {
            Said::new(Icon::Speech, if you { t.thread_disagreed_you() } else { t.thread_disagreed() })
                .dot("dot-r")
                .line(reason.as_str())
                .line_if(*at_counter, || t.thread_at_counter())
        }
        Step::Reopened { due_on } => {
            Said::new(Icon::Half, t.thread_reopened()).line_if(!due_on.is_empty(), || t.thread_due(page.day(due_on)))
        }
        _ => {
            // Above the person's own thread the next path has a place of its own.
            let text = if you { t.thread_further_path_you() } else { t.thread_further_path_text() };
            Said::new(Icon::Arrow, t.thread_further_path()).line(text)
        }
    }
}
