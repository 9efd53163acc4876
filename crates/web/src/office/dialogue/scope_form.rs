//! The parts of a draft's form that say whom and what the dialogue is for and where it stands.

use caunoi_domain::{
    dialogue::{
        scope::{Audience, Scope, TypedScope},
        side::SideKind,
        state::DialogueKind,
    },
    opinion::kind::Field,
    people::post::PostKind,
    problem::Problem,
    text::date,
};
use caunoi_store::{people::PostRow, unit::UnitRow};

use super::{
    form::{ChoiceView, ChoicesView, FieldView, Pairs},
    select::{SelectView, option},
};
use crate::page::{Page, problems, words};

/// What was typed of the scope.
pub fn read(p: &Pairs) -> TypedScope {
    TypedScope {
        audiences: p.all("audiences"),
        fields: p.all("fields"),
        area: p.get("area"),
        pilot: p.get("pilot"),
        pilot_reach: p.get("pilot_reach"),
        pilot_from: p.get("pilot_from"),
        pilot_to: p.get("pilot_to"),
        pilot_paper: p.get("pilot_paper"),
        join_link: p.get("join_link"),
        held_at: p.get("held_at"),
        council_post: p.get("council_post"),
        party_invited: p.get("party_invited"),
    }
}

/// A kept scope as it is typed again.
pub fn typed(s: &Scope) -> TypedScope {
    let yes = |there: bool| if there { "yes".to_owned() } else { String::new() };
    TypedScope {
        audiences: s.audiences.iter().map(|a| a.code().to_owned()).collect(),
        fields: s.fields.iter().map(|f| f.code().to_owned()).collect(),
        area: s.area.clone(),
        pilot: yes(s.pilot),
        pilot_reach: s.trial.reach.clone(),
        pilot_from: s.trial.from.map(date::vi).unwrap_or_default(),
        pilot_to: s.trial.to.map(date::vi).unwrap_or_default(),
        pilot_paper: s.trial.paper.clone(),
        join_link: s.join_link.clone(),
        held_at: s.held_at_unit.clone(),
        council_post: s.council_post.clone(),
        party_invited: yes(s.party_invited),
    }
}

/// The kinds of dialogues, and below them what is none: choosing one of these leads to the right form (S4.7).
pub fn kinds(page: &Page, all: &[Problem], chosen: &str) -> ChoicesView {
    let t = page.t;
    let choice = |code: &str, label, hint| ChoiceView { value: code.to_owned(), label, hint, checked: code == chosen };
    let kinds = DialogueKind::ALL.iter().map(|k| choice(k.code(), words::dialogue_kind(t, *k), String::new()));
    let beside = [SideKind::VoterMeeting, SideKind::Reception, SideKind::Seminar];
    let beside = beside.iter().map(|k| choice(k.code(), words::side_kind(t, *k), t.plan_kind_beside_hint()));
    ChoicesView {
        name: "kind",
        legend: t.plan_kind(),
        hint: String::new(),
        many: false,
        choices: kinds.chain(beside).collect(),
        error: problems::of(t, all, "kind"),
    }
}

/// Audiences and fields: several of each.
pub fn covered(page: &Page, all: &[Problem], audiences: &[String], fields: &[String]) -> Vec<ChoicesView> {
    let t = page.t;
    let choice = |code: &str, label, chosen: &[String]| ChoiceView {
        value: code.to_owned(),
        label,
        hint: String::new(),
        checked: chosen.iter().any(|c| c == code),
    };
    let group = |name, legend, hint, choices| ChoicesView { name, legend, hint, many: true, choices, error: problems::of(t, all, name) };
    vec![
        group(
            "audiences",
            t.plan_audiences(),
            t.plan_audiences_hint(),
            Audience::ALL.iter().map(|a| choice(a.code(), words::audience(t, *a), audiences)).collect(),
        ),
        group(
            "fields",
            t.plan_fields(),
            String::new(),
            Field::ALL.iter().map(|f| choice(f.code(), words::field_of(t, *f), fields)).collect(),
        ),
    ]
}

/// One box to tick.
pub fn tick(name: &'static str, legend: String, label: String, hint: String, chosen: &str) -> ChoicesView {
    let choices = vec![ChoiceView { value: "yes".to_owned(), label, hint, checked: chosen == "yes" }];
    ChoicesView { name, legend, hint: String::new(), many: true, choices, error: None }
}

/// What a pilot tries; read where it is one.
pub fn pilot(page: &Page, all: &[Problem], s: &TypedScope) -> Vec<FieldView> {
    let t = page.t;
    vec![
        FieldView::line(t, all, "pilot_reach", t.plan_pilot_reach(), &s.pilot_reach).hint(t.plan_pilot_reach_hint()),
        FieldView::line(t, all, "pilot_paper", t.plan_pilot_paper(), &s.pilot_paper),
        FieldView::line(t, all, "pilot_from", t.plan_pilot_from(), &s.pilot_from).short(),
        FieldView::line(t, all, "pilot_to", t.plan_pilot_to(), &s.pilot_to).short(),
    ]
}

/// The area and the way to join online.
pub fn lines(page: &Page, all: &[Problem], s: &TypedScope) -> Vec<FieldView> {
    let t = page.t;
    vec![
        FieldView::line(t, all, "area", t.plan_area(), &s.area).hint(t.plan_area_hint()),
        FieldView::line(t, all, "join_link", t.plan_join_link(), &s.join_link).hint(t.plan_join_link_hint()),
    ]
}

/// The co-chair of the HĐND; and for a unit above communes the commune in which it is held.
pub fn selects(page: &Page, all: &[Problem], s: &TypedScope, posts: &[PostRow], below: &[UnitRow]) -> Vec<SelectView> {
    let t = page.t;
    let council = posts.iter().filter(|p| p.kind == PostKind::CouncilStanding);
    let mut selects = vec![SelectView {
        name: "council_post",
        label: t.plan_council(),
        hint: t.plan_council_hint(),
        none: t.plan_council_none(),
        options: council.map(|p| option(&p.id, p.name.clone(), &s.council_post)).collect(),
        error: problems::of(t, all, "council_post"),
    }];
    if !below.is_empty() {
        selects.push(SelectView {
            name: "held_at",
            label: t.plan_held_at(),
            hint: t.plan_held_at_hint(),
            none: t.plan_held_at_none(),
            options: below.iter().map(|u| option(&u.id, u.name.clone(), &s.held_at)).collect(),
            error: problems::of(t, all, "held_at"),
        });
    }
    selects
}
