//! What a clerk typed for an act of triage, field by field, untouched; and the verbs it is read into.

use caunoi_app::opinion::{
    answer_directly::AnswerDirectly,
    assign_at_once::AssignAtOnce,
    end_procedurally::EndProcedurally,
    group::{Group, Into},
    hand_over::Transfer,
    publish::Publish,
    submit_text::SubmitText,
    upload::Kept,
    withhold::Withhold,
};
use caunoi_domain::{
    opinion::{
        submission::{BODY_MAX, LINE_MAX, text},
        triage::{self, Classification, Part, TypedClass},
    },
    problem::{Problem, What},
};

use super::public_id;
use crate::{
    office::many::Place,
    page::{
        form::{choice, day},
        upload::Form,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub csrf: String,
    pub key: String,
    pub chosen: Vec<String>,
    /// Where in the queue the officer was.
    pub place: Place,
    pub title: String,
    pub kind: String,
    pub field: String,
    pub grounded: String,
    pub note: String,
    pub parts: Vec<(String, String)>,
    pub issue: String,
    pub body_id: String,
    pub partners: Vec<String>,
    pub task: String,
    pub due: String,
    pub result: String,
    pub norm: String,
    pub manner: String,
    pub paper: String,
    pub paper_on: String,
    pub receiver: String,
    pub reason: String,
    pub published_title: String,
    pub published_body: String,
    pub ground: String,
    pub sealed_kind: String,
    /// `letter` where the whole letter is sealed, with every matter of it.
    pub reach: String,
    pub sent_on: String,
    pub due_on: String,
    pub files: Vec<Kept>,
    /// The saved answer that was taken.
    pub mau: String,
    /// The moment at which the answer was kept as a draft; empty where it is none.
    pub found: String,
    /// The mark of the words that stood in the form.
    pub seen: String,
}

impl From<Form> for Typed {
    fn from(f: Form) -> Self {
        let get = |name: &str| f.get(name).to_owned();
        Self {
            csrf: get("csrf"),
            key: get("key"),
            chosen: f.all("chon").map(str::to_owned).collect(),
            place: Place::of(f.get("loc"), f.get("sau")),
            title: get("title"),
            kind: get("kind"),
            field: get("field"),
            grounded: get("grounded"),
            note: get("note"),
            parts: f.all("part_title").map(str::to_owned).zip(f.all("part").map(str::to_owned)).collect(),
            issue: get("issue"),
            body_id: get("body"),
            partners: f.all("partners").map(str::to_owned).collect(),
            task: get("task"),
            due: get("due"),
            result: get("result"),
            norm: get("norm"),
            manner: get("manner"),
            paper: get("paper"),
            paper_on: get("paper_on"),
            receiver: get("receiver"),
            reason: get("reason"),
            published_title: get("published_title"),
            published_body: get("published_body"),
            ground: get("ground"),
            sealed_kind: get("sealed_kind"),
            reach: get("reach"),
            sent_on: get("sent_on"),
            due_on: get("due_on"),
            mau: get("mau"),
            found: String::new(),
            seen: get("seen"),
            files: f.files,
        }
    }
}

type Read<T> = Result<T, Vec<Problem>>;

impl Typed {
    /// Public ids of the chosen items.
    pub fn items(&self) -> Vec<i64> {
        self.chosen.iter().filter_map(|c| public_id(c).ok()).collect()
    }

    /// Address of the form that answers the chosen item: where its draft is kept.
    pub fn form(&self) -> String {
        let chosen: Vec<&str> = self.chosen.iter().map(String::as_str).collect();
        super::act::Act::Answer.href(&chosen)
    }

    fn one(&self) -> i64 {
        self.items().first().copied().unwrap_or_default()
    }

    pub fn class(&self) -> Read<Classification> {
        triage::classification(&TypedClass {
            title: self.title.clone(),
            kind: self.kind.clone(),
            field: self.field.clone(),
            grounded: self.grounded.clone(),
            note: self.note.clone(),
        })
    }

    pub fn split(&self) -> Read<(i64, Vec<Part>)> {
        Ok((self.one(), triage::parts(&self.parts, 2)?))
    }

    pub fn single(&self) -> i64 {
        self.one()
    }

    pub fn group(&self) -> Read<Group> {
        let mut problems = Vec::new();
        let into = if self.issue.is_empty() {
            let title = text(&self.title, "title", LINE_MAX, true, &mut problems);
            let field = choice(&self.field, "field", &mut problems);
            field.map(|field| Into::New { title, field })
        } else {
            public_id(&self.issue).map(Into::Existing).map_err(|_| problems.push(Problem::new("issue", What::NotAChoice))).ok()
        };
        done(problems, into.map(|into| Group { items: self.items(), into }))
    }

    pub fn assignment(&self) -> Read<AssignAtOnce> {
        let mut problems = Vec::new();
        if self.body_id.is_empty() {
            problems.push(Problem::new("body", What::NotAChoice));
        }
        let task = text(&self.task, "task", 2_000, false, &mut problems);
        let due_on = day(&self.due, "due", &mut problems);
        let verb = AssignAtOnce { items: self.items(), body_id: self.body_id.clone(), partners: self.partners.clone(), task, due_on };
        done(problems, Some(verb))
    }

    pub fn answer(&self) -> Read<AnswerDirectly> {
        let mut problems = Vec::new();
        let result = text(&self.result, "result", BODY_MAX, false, &mut problems);
        let norm = text(&self.norm, "norm", 2_000, false, &mut problems);
        done(problems, Some(AnswerDirectly { item: self.one(), result, norm }))
    }

    pub fn ending(&self) -> Read<EndProcedurally> {
        let mut problems = Vec::new();
        let manner = choice(&self.manner, "manner", &mut problems);
        let paper = text(&self.paper, "paper", LINE_MAX, false, &mut problems);
        let receiver = text(&self.receiver, "receiver", LINE_MAX, false, &mut problems);
        let reason = text(&self.reason, "reason", 2_000, false, &mut problems);
        let paper_on = day(&self.paper_on, "paper_on", &mut problems);
        let files = self.files.clone();
        let item = self.one();
        done(problems, manner.map(|manner| EndProcedurally { item, manner, paper, paper_on, receiver, reason, files }))
    }

    pub fn publication(&self) -> Read<Publish> {
        let mut problems = Vec::new();
        let title = text(&self.published_title, "published_title", LINE_MAX, true, &mut problems);
        let body = text(&self.published_body, "published_body", BODY_MAX, true, &mut problems);
        done(problems, Some(Publish { item: self.one(), title, body }))
    }

    pub fn to_submit(&self) -> Read<SubmitText> {
        self.publication().map(|p| SubmitText { item: p.item, title: p.title, body: p.body })
    }

    pub fn withholding(&self) -> Read<Withhold> {
        let mut problems = Vec::new();
        let ground = choice(&self.ground, "ground", &mut problems);
        done(problems, ground.map(|ground| Withhold { item: self.one(), ground }))
    }

    pub fn transfer(&self) -> Read<Transfer> {
        let mut problems = Vec::new();
        let kind = choice(&self.sealed_kind, "sealed_kind", &mut problems);
        let paper = text(&self.paper, "paper", LINE_MAX, false, &mut problems);
        let receiver = text(&self.receiver, "receiver", LINE_MAX, false, &mut problems);
        let sent_on = day(&self.sent_on, "sent_on", &mut problems);
        let due_on = day(&self.due_on, "due_on", &mut problems);
        done(problems, kind.map(|kind| Transfer { kind, paper, sent_on, receiver, due_on }))
    }
}

fn done<T>(problems: Vec<Problem>, verb: Option<T>) -> Read<T> {
    match verb {
        Some(verb) if problems.is_empty() => Ok(verb),
        _ => Err(problems),
    }
}
