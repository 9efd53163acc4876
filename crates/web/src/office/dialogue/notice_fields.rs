//! The forms of the notice desk, from what is kept or from what was typed.

use caunoi_domain::{
    dialogue::{
        notice_form::{TypedConclusion, TypedHead},
        numbering::Numbering,
        outcome::{Outcome, Substate},
    },
    opinion::tracking_code::PublicId,
    problem::Problem,
};
use caunoi_store::{
    conclusion::{ConclusionView, Wanted},
    notice::NoticeRow,
    people::BodyRow,
    unit::UnitRow,
};

use super::{
    form::{ChoiceView, ChoicesView, FieldView, told},
    notice_stands::ItemStands,
    select::{SelectView, option},
};
use crate::page::{Page, l10n::L10nLanguage, mark, problems, words};

/// The form of one item.
pub struct ItemForm {
    /// Its public id.
    pub id: String,
    pub title: String,
    pub body: String,
    /// Title of its issue, where others of it wait for the same.
    pub issue: String,
    /// What was answered in the hall.
    pub answers: Vec<(String, String)>,
    /// The three groups with their sub-states.
    pub groups: Vec<(String, Vec<ChoiceView>)>,
    pub wrong: Option<String>,
    pub text: FieldView,
    pub norm: FieldView,
    pub reason: FieldView,
    pub lead: SelectView,
    pub partners: ChoicesView,
    pub due: FieldView,
    pub receiver: SelectView,
    pub up: Vec<FieldView>,
    /// Meant for every item of the issue.
    pub whole_issue: bool,
    /// The words that are edited.
    pub stands: ItemStands,
}

impl ItemForm {
    /// In the order in which a conclusion is thought: which group, what, by whom and when, or to whom.
    #[allow(clippy::too_many_arguments, reason = "what one form is made of")]
    pub fn of(
        page: &Page,
        w: &Wanted,
        c: &TypedConclusion,
        all: &[Problem],
        bodies: &[BodyRow],
        above: &[UnitRow],
        answers: Vec<(String, String)>,
    ) -> Self {
        let t = page.t;
        let field = |name, label, value: &str| FieldView::line(t, all, name, label, value);
        let own: Vec<&BodyRow> = bodies.iter().filter(|b| b.has_account).collect();
        let mut receivers: Vec<ChoiceView> = above.iter().map(|u| option(&u.id, u.name.clone(), &c.receiver)).collect();
        receivers.push(option("paper", t.notice_by_paper(), &c.receiver));
        let substates = |o: &Outcome| {
            let options = o.substates().iter().map(|s: &Substate| option(s.code(), mark::substate(t, *s).word, &c.substate));
            (words::outcome(t, *o), options.collect())
        };
        Self {
            id: PublicId::from_i64(w.item.public_id).to_string(),
            title: w.item.title.clone(),
            body: w.item.body.clone(),
            issue: w.issue.clone(),
            answers,
            groups: Outcome::ALL.iter().map(substates).collect(),
            wrong: problems::of(t, all, "substate"),
            text: field("text", t.notice_text(), &c.text).hint(t.notice_text_hint()).area(5),
            norm: field("norm", t.notice_norm(), &c.norm).hint(t.notice_norm_hint()),
            reason: field("reason", t.notice_reason(), &c.reason),
            lead: SelectView {
                name: "body",
                label: t.notice_body(),
                hint: String::new(),
                none: t.notice_body_none(),
                options: own.iter().map(|b| option(&b.id, b.name.clone(), &c.body)).collect(),
                error: problems::of(t, all, "body"),
            },
            partners: ChoicesView {
                name: "partners",
                legend: t.notice_partners(),
                hint: String::new(),
                many: true,
                choices: own
                    .iter()
                    .map(|b| ChoiceView { checked: c.partners.contains(&b.id), ..option(&b.id, b.name.clone(), "") })
                    .collect(),
                error: problems::of(t, all, "partners"),
            },
            due: field("due", t.notice_due(), &c.due).short(),
            receiver: SelectView {
                name: "receiver",
                label: t.notice_receiver(),
                hint: String::new(),
                none: t.notice_receiver_none(),
                options: receivers,
                error: problems::of(t, all, "receiver"),
            },
            up: vec![
                field("receiver_body", t.notice_receiver_body(), &c.receiver_body),
                field("paper", t.notice_paper(), &c.paper),
                field("paper_on", t.notice_paper_on(), &c.paper_on).short(),
            ],
            whole_issue: false,
            stands: ItemStands::default(),
        }
    }

    /// What stands in it, by the names of its fields; what is left empty is not told.
    pub fn told(self) -> Vec<(String, String)> {
        let chosen = |s: SelectView| (s.label, s.options.into_iter().find(|o| o.checked).map(|o| o.label).unwrap_or_default());
        let partners = self.partners.choices.into_iter().filter(|p| p.checked).map(|p| p.label).collect::<Vec<_>>();
        let mut all: Vec<(String, String)> = self
            .groups
            .into_iter()
            .flat_map(|(group, all)| all.into_iter().filter(|o| o.checked).map(move |o| (group.clone(), o.label)))
            .collect();
        all.extend(told(vec![self.text, self.norm, self.reason]));
        all.extend([chosen(self.lead), (self.partners.legend, partners.join(", "))]);
        all.extend(told(vec![self.due]));
        all.push(chosen(self.receiver));
        all.extend(told(self.up));
        all.retain(|(_, words)| !words.is_empty());
        all
    }
}

/// A conclusion that is kept, as it would be typed.
pub fn typed(page: &Page, kept: Option<&ConclusionView>) -> TypedConclusion {
    let Some(c) = kept.map(|v| v.conclusion.clone()) else {
        return TypedConclusion::default();
    };
    let day = |iso: Option<String>| iso.map(|day| page.day(&day)).unwrap_or_default();
    let up = c.substate.outcome() == Outcome::Escalated;
    TypedConclusion {
        substate: c.substate.code().to_owned(),
        text: c.text,
        norm: c.norm,
        reason: c.reason,
        body: c.body_id.unwrap_or_default(),
        partners: c.partners,
        due: day(c.due_on),
        receiver: match c.escalate_unit_id {
            Some(unit) => unit,
            None if up && !c.escalate_body.is_empty() => "paper".to_owned(),
            None => String::new(),
        },
        receiver_body: c.escalate_body,
        paper: c.escalate_paper,
        paper_on: day(c.escalate_paper_on),
    }
}

/// The head that is kept, as it would be typed.
pub fn head_of(page: &Page, n: &NoticeRow) -> TypedHead {
    TypedHead {
        numbering: n.numbering.code().to_owned(),
        number: n.entered_number.map(|n| n.to_string()).unwrap_or_default(),
        signed_on: n.signed_on.as_deref().map(|day| page.day(day)).unwrap_or_default(),
        signer_name: n.signer_name.clone(),
        signer_post: n.signer_post.clone(),
        assessment: n.assessment.clone(),
    }
}

/// Where the number comes from, and the fields of the head.
pub fn head(t: &L10nLanguage, h: &TypedHead, all: &[Problem]) -> (ChoicesView, Vec<FieldView>) {
    let choice = |n: Numbering, label, hint| ChoiceView { hint, ..option(n.code(), label, &h.numbering) };
    let numbering = ChoicesView {
        name: "numbering",
        legend: t.notice_numbering(),
        hint: String::new(),
        many: false,
        choices: vec![
            choice(Numbering::Issued, t.notice_numbering_issued(), t.notice_numbering_issued_hint()),
            choice(Numbering::Entered, t.notice_numbering_entered(), t.notice_numbering_entered_hint()),
        ],
        error: problems::of(t, all, "numbering"),
    };
    let field = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    let fields = vec![
        field("number", t.notice_number(), &h.number).short(),
        field("signed_on", t.notice_signed_on(), &h.signed_on).hint(t.notice_signed_on_hint()).short(),
        field("signer_name", t.notice_signer_name(), &h.signer_name),
        field("signer_post", t.notice_signer_post(), &h.signer_post),
        field("assessment", t.notice_assessment(), &h.assessment).area(3),
    ];
    (numbering, fields)
}
