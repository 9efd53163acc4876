//! The forms of the minute desk, from what is kept or from what was typed.

use caunoi_app::opinion::hand_over::Transfer;
use caunoi_domain::{
    dialogue::{
        minutes::Presided,
        minutes_form::{Head, TypedEntry},
        state::{DelegationGround, PresidingMode},
    },
    opinion::{
        kind::{OpinionKind, SealedKind},
        submission::{LINE_MAX, text},
        tracking_code::PublicId,
    },
    problem::{Problem, What},
    text::date,
};
use caunoi_store::{
    minutes::{EntryView, MinutesRow},
    presiding::PresidingView,
    unit::VillageRow,
};
use jiff::civil::Date;

use super::{
    form::{ChoiceView, FieldView, Pairs},
    select::{SelectView, option},
};
use crate::page::{Page, l10n::L10nLanguage, problems, rule_words, words};

/// Empty lines for further groups of people.
const SPARE: usize = 2;

/// Who presided for one post, as typed.
#[derive(Clone, Debug)]
pub struct TypedChair {
    /// The post's id.
    pub post_id: String,
    /// Code word of the mode; empty where nothing was chosen.
    pub mode: String,
    /// The rest; its post is the post's name.
    pub presided: Presided,
}

impl TypedChair {
    /// Every chair of the form.
    pub fn all(pairs: &Pairs) -> Vec<Self> {
        let one = |(n, post_id): (usize, String)| {
            let get = |name: &str| pairs.get(&format!("{name}-{n}"));
            let presided = Presided {
                post: String::new(),
                mode: None,
                person: get("person"),
                deputy: get("deputy"),
                paper: get("paper"),
                reason: get("reason"),
                ground: get("ground").parse().ok(),
            };
            Self { mode: get("mode"), post_id, presided }
        };
        pairs.all("post").into_iter().enumerate().map(one).collect()
    }
}

/// A transfer as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedTransfer {
    pub kind: String,
    pub paper: String,
    pub sent_on: String,
    pub receiver: String,
}

impl TypedTransfer {
    /// What the register asks.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn read(&self) -> Result<Transfer, Vec<Problem>> {
        let mut all = Vec::new();
        let paper = text(&self.paper, "paper", LINE_MAX, true, &mut all);
        let receiver = text(&self.receiver, "receiver", LINE_MAX, true, &mut all);
        let sent_on: Option<Date> = date::parse(&self.sent_on).map_err(|e| all.push(Problem::new("sent_on", What::Day(e)))).ok();
        let kind: Option<SealedKind> = self.kind.parse().map_err(|_| all.push(Problem::new("sealed_kind", What::NotAChoice))).ok();
        match kind {
            Some(kind) if all.is_empty() => Ok(Transfer { kind, paper, sent_on, receiver, due_on: None }),
            _ => Err(all),
        }
    }
}

/// A chair's part of the form.
pub struct Chair {
    pub post_id: String,
    pub post: String,
    pub modes: Vec<ChoiceView>,
    pub person: String,
    pub deputy: String,
    pub paper: String,
    pub reason: String,
    /// The reason in one word, as choices.
    pub grounds: Vec<ChoiceView>,
    /// In words, where something is recorded.
    pub said: String,
}

/// A group of people.
pub struct Group {
    pub label: String,
    pub invited: String,
    pub present: String,
}

/// The form of an entry.
#[derive(Default)]
pub struct EntryFields {
    pub before: Vec<SelectView>,
    pub fields: Vec<FieldView>,
    pub link: Vec<SelectView>,
    /// Kind, name and phone of an opinion born in the hall; only with a new entry.
    pub kind: Vec<SelectView>,
    pub person: Vec<FieldView>,
}

/// The head that is kept.
pub fn head_of(m: &MinutesRow) -> Head {
    Head {
        opened: m.opened.clone(),
        closed: m.closed.clone(),
        secretary: m.secretary.clone(),
        bodies_present: m.bodies_present.clone(),
        conclusion: m.chair_conclusion.clone(),
    }
}

/// The fields of the head, and the chair's conclusion.
pub fn head(t: &L10nLanguage, h: &Head, all: &[Problem]) -> (Vec<FieldView>, FieldView) {
    let fields = vec![
        FieldView::line(t, all, "opened", t.minutes_opened(), &h.opened).short(),
        FieldView::line(t, all, "closed", t.minutes_closed(), &h.closed).short(),
        FieldView::line(t, all, "secretary", t.minutes_secretary(), &h.secretary),
        FieldView::line(t, all, "bodies_present", t.minutes_bodies(), &h.bodies_present).area(2),
    ];
    (fields, FieldView::line(t, all, "conclusion", t.minutes_conclusion(), &h.conclusion).area(5))
}

/// The head in words, where it cannot be changed.
pub fn facts(page: &Page, m: &MinutesRow, held_on: &str) -> Vec<(String, String)> {
    let t = page.t;
    [
        (t.minutes_held_on(), page.weekday(held_on)),
        (t.minutes_opened(), m.opened.clone()),
        (t.minutes_closed(), m.closed.clone()),
        (t.minutes_secretary(), m.secretary.clone()),
        (t.minutes_bodies(), m.bodies_present.clone()),
        (t.minutes_conclusion(), m.chair_conclusion.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// Every chair's part.
pub fn chairs(page: &Page, kept: &[PresidingView], typed: Option<&[TypedChair]>) -> Vec<Chair> {
    let t = page.t;
    kept.iter()
        .map(|k| {
            let typed = typed.and_then(|all| all.iter().find(|c| c.post_id == k.post_id));
            let r = k.recorded.as_ref();
            let ground = match typed {
                Some(c) => c.presided.ground,
                None => r.and_then(|r| r.ground),
            };
            let (mode, person, deputy, paper, reason) = match (typed, r) {
                (Some(c), _) => {
                    let p = &c.presided;
                    (c.mode.clone(), p.person.clone(), p.deputy.clone(), p.paper.clone(), p.reason.clone())
                }
                (None, Some(r)) => (r.mode.code().to_owned(), r.person.clone(), r.deputy.clone(), r.paper.clone(), r.reason.clone()),
                (None, None) => (String::new(), k.holder.clone(), String::new(), String::new(), String::new()),
            };
            let said = r.map_or_else(String::new, |r| said(t, r.mode, &r.person, &r.deputy, &r.paper, &r.reason));
            Chair {
                post_id: k.post_id.clone(),
                post: if k.council { t.minutes_co_chair(&k.post_name) } else { k.post_name.clone() },
                modes: PresidingMode::ALL.iter().map(|m| option(m.code(), words::presiding_mode(t, *m), &mode)).collect(),
                person,
                deputy,
                paper,
                reason,
                grounds: DelegationGround::ALL
                    .iter()
                    .map(|g| option(g.code(), rule_words::delegation_ground(t, *g), ground.map_or("", DelegationGround::code)))
                    .collect(),
                said,
            }
        })
        .collect()
}

/// Who presided, in words of the office: with names and papers.
pub fn said(t: &L10nLanguage, mode: PresidingMode, person: &str, deputy: &str, paper: &str, reason: &str) -> String {
    match mode {
        PresidingMode::InPerson => t.minutes_said_in_person(person),
        PresidingMode::Delegated => t.minutes_said_delegated(deputy, paper, reason),
        PresidingMode::Absent => t.minutes_said_absent(reason),
    }
}

/// The groups, with the usual ones where none is kept, and spare lines where they can be written in.
pub fn groups(t: &L10nLanguage, kept: Vec<(String, String, String)>, open: bool) -> Vec<Group> {
    let usual = [t.minutes_group_people(), t.minutes_group_villages(), t.minutes_group_bodies(), t.minutes_group_front()];
    let none = kept.is_empty();
    let mut all: Vec<Group> = kept.into_iter().map(|(label, invited, present)| Group { label, invited, present }).collect();
    let blank = |label| Group { label, invited: String::new(), present: String::new() };
    if open {
        if none {
            all.extend(usual.into_iter().map(blank));
        }
        all.extend((0..SPARE).map(|_| blank(String::new())));
    }
    all
}

/// An entry that is kept, as it would be typed.
pub fn typed(page: &Page, e: &EntryView) -> TypedEntry {
    let entry = e.entry.clone();
    TypedEntry {
        speaker: entry.speaker,
        village: entry.village_id.unwrap_or_default(),
        said: entry.said,
        answer: entry.answer,
        answered_by: entry.answered_by,
        promised: entry.promised_on.map(|day| page.day(&day)).unwrap_or_default(),
        link: e.item_public_id.map(|id| PublicId::from_i64(id).to_string()).unwrap_or_default(),
        ..TypedEntry::default()
    }
}

impl EntryFields {
    /// The form of an entry, in the order in which it is heard.
    pub fn of(page: &Page, e: &TypedEntry, all: &[Problem], villages: &[VillageRow], items: &[(String, String)], editing: bool) -> Self {
        let t = page.t;
        let village = SelectView {
            name: "village",
            label: t.minutes_village(),
            hint: String::new(),
            none: t.minutes_village_none(),
            options: villages.iter().map(|v| option(&v.id, v.name.clone(), &e.village)).collect(),
            error: problems::of(t, all, "village"),
        };
        let mut about: Vec<ChoiceView> = items.iter().map(|(id, title)| option(id, title.clone(), &e.link)).collect();
        if !editing {
            about.insert(0, option("new", t.minutes_link_new(), &e.link));
        }
        let link = SelectView {
            name: "link",
            label: t.minutes_link(),
            hint: t.minutes_link_hint(),
            none: t.minutes_link_none(),
            options: about,
            error: problems::of(t, all, "link"),
        };
        let kind = SelectView {
            name: "kind",
            label: t.minutes_kind(),
            hint: String::new(),
            none: t.minutes_kind_none(),
            options: OpinionKind::ALL.iter().map(|k| option(k.code(), words::kind(t, *k), &e.kind)).collect(),
            error: problems::of(t, all, "kind"),
        };
        let field = |name, label, value: &str| FieldView::line(t, all, name, label, value);
        Self {
            before: vec![village],
            fields: spoken(t, e, all),
            link: vec![link],
            kind: if editing { Vec::new() } else { vec![kind] },
            person: if editing {
                Vec::new()
            } else {
                vec![
                    field("full_name", t.minutes_full_name(), &e.full_name).hint(t.minutes_full_name_hint()),
                    field("phone", t.minutes_phone(), &e.phone).short(),
                ]
            },
        }
    }
}

/// Who spoke, what was said and answered.
pub fn spoken(t: &L10nLanguage, e: &TypedEntry, all: &[Problem]) -> Vec<FieldView> {
    let field = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    vec![
        field("speaker", t.minutes_speaker(), &e.speaker).hint(t.minutes_speaker_hint()),
        field("said", t.minutes_said(), &e.said).area(4),
        field("answer", t.minutes_answer(), &e.answer).area(4),
        field("answered_by", t.minutes_answered_by(), &e.answered_by),
        field("promised", t.minutes_promised(), &e.promised).hint(t.minutes_promised_hint()).short(),
    ]
}

/// The form of a transfer.
pub fn transfer(t: &L10nLanguage, typed: &TypedTransfer, all: &[Problem]) -> Vec<FieldView> {
    vec![
        FieldView::line(t, all, "paper", t.minutes_transfer_paper(), &typed.paper),
        FieldView::line(t, all, "sent_on", t.minutes_transfer_day(), &typed.sent_on).short(),
        FieldView::line(t, all, "receiver", t.minutes_transfer_receiver(), &typed.receiver),
    ]
}
