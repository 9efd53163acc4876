//! The overview of a dialogue: where it is, what is missing for the next step, who did what.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::seen::{Waits, Words},
    dialogue::{ApproveDialogue, ReturnDialogue, SubmitDialogue},
};
use caunoi_domain::{
    dialogue::{
        announcement::{lead, missing, without_documents},
        scope::Stop,
        state::{Basis, DialogueState, DraftState, Form as How, TopicState},
    },
    problem::{MissingPart, Problem, What},
};
use caunoi_store::{
    Conn,
    approval::{self, ApprovalView},
    beside,
    dialogue::DialogueRow,
    dialogue_document, people, prepared_answer, topic, unit,
};

use super::{
    Found, Frame,
    clash::{self, Warning},
    form::{Act, FieldView, summary},
    proofs,
};
use crate::{
    Web,
    office::publishing::view::Group,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{self, Mark, Tone},
        problems, render, thread, words,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/desk.html")]
struct DeskPage {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    note: FieldView,
    next: String,
    steps: Vec<Check>,
    facts: Vec<(String, String)>,
    log: Vec<LogLine>,
    late: Option<String>,
    clashes: Vec<Warning>,
    proofs: Vec<Group>,
    /// The mark of the dialogue that is decided about.
    seen: String,
    may_edit: bool,
    may_decide: bool,
    may_return: bool,
}

/// One condition of the next steps: met or not, and where to see to it.
struct Check {
    mark: Mark,
    text: String,
    href: String,
}

pub(in crate::office) struct LogLine {
    pub when: String,
    pub what: String,
    pub who: String,
    pub note: String,
}

/// `GET /cong-viec/doi-thoai/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, "", &[]).await
}

/// `POST …/trinh`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn submit(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, SubmitDialogue { dialogue: found.d.public_id }).await;
    answer(&web, &desk, &id, "", done).await
}

/// `POST …/duyet`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn approve(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let dialogue = found.d.public_id;
    let done = act.decide(&web, &desk, Waits::Dialogue(dialogue), ApproveDialogue { dialogue }).await;
    answer(&web, &desk, &id, "", done).await
}

/// `POST …/tra-lai`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn send_back(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let dialogue = found.d.public_id;
    let verb = ReturnDialogue { dialogue, note: act.note.clone() };
    let done = act.decide(&web, &desk, Waits::Dialogue(dialogue), verb).await;
    answer(&web, &desk, &id, &act.note, done).await
}

async fn answer(web: &Web, desk: &Desk, id: &str, note: &str, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}")).into_response()),
        Err(refused) => view(web, desk, id, note, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, note: &str, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let of = found.d.id.as_str();
    let (seen, clashes, scoped, proofs) = beside!(
        &mut conn,
        |c| async {
            let looks =
                (topic::of_dialogue_look(of), prepared_answer::of_dialogue_look(of), approval::of_look(of), dialogue_document::of_look(of));
            Ok::<_, Fault>(c.together(looks).await?)
        },
        |c| clash::warnings(c, &desk.page, &found),
        |c| scoped(c, &desk.page, &found.d),
        |c| proofs::of_dialogue(&desk.page, c, of, web.app.clock.today()),
    )?;
    drop(conn);
    let (mut topics, answers, log, documents) = seen;
    let documents = documents.len();
    topics.retain(|t| t.topic.state != TopicState::Dropped);
    let ready = answers.iter().filter(|a| a.answer.state == DraftState::Approved).count();
    let proofs = proofs::lacking(proofs);
    let page = desk.page.clone();
    let t = page.t;
    let d = &found.d;
    let live = d.stop != Some(Stop::Cancelled);
    let view = DeskPage {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        note: FieldView::line(t, all, "note", t.plan_return_note(), note).area(2),
        next: next(&page, &found),
        clashes,
        steps: if d.state < DialogueState::Announced && d.stop.is_none() {
            checks(web, &page, &found, [topics.len(), documents, ready, answers.len()])
        } else {
            Vec::new()
        },
        facts: facts(&page, &found).into_iter().chain(scoped).collect(),
        log: log.iter().map(|l| log_line(&page, l)).collect(),
        late: (!d.lead_override.is_empty()).then(|| d.lead_override.clone()),
        proofs,
        seen: Words::of_dialogue(d, &found.chairs).mark(&web.app.keys),
        may_edit: live && found.prepares && d.state == DialogueState::Draft,
        may_decide: live && found.chair && d.state == DialogueState::Submitted,
        may_return: live && found.chair && d.state.can_become(DialogueState::Draft),
        page,
    };
    Ok(render::form(&view, all))
}

/// Who acts next.
fn next(page: &Page, found: &Found) -> String {
    let t = page.t;
    match (found.d.stop, found.d.state) {
        (Some(Stop::Cancelled), _) => return t.plan_next_cancelled(),
        (Some(Stop::Postponed), _) => return t.plan_next_postponed(),
        (None, _) => {}
    }
    match found.d.state {
        DialogueState::Draft => t.plan_next_office_submits(),
        DialogueState::Submitted => t.plan_next_chair_approves(found.chair_names()),
        DialogueState::Approved => t.plan_next_office_announces(),
        DialogueState::Announced => t.plan_next_hold(page.weekday(&found.d.on_day)),
        DialogueState::Held => t.plan_next_notice(),
        DialogueState::Concluded => t.plan_next_follow(),
        DialogueState::Closed => t.plan_next_nobody(),
    }
}

/// What is there and what is missing before the announcement, each with where to see to it.
fn checks(web: &Web, page: &Page, found: &Found, [topics, documents, ready, asked]: [usize; 4]) -> Vec<Check> {
    let (t, d) = (page.t, &found.d);
    let base = format!("/cong-viec/doi-thoai/{}", found.id);
    let plan = super::plan_of(d, topics, documents);
    let lacking = missing(&plan);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let check = |met: bool, text: String, tail: &str| Check {
        mark: if met { Mark::new(Tone::Done, Icon::Tick, t.plan_there()) } else { Mark::new(Tone::Idle, Icon::Ring, t.plan_missing()) },
        text,
        href: format!("{base}{tail}"),
    };
    let part = |m: MissingPart, there: String, tail: &str| {
        let met = !lacking.contains(&m);
        let words = if met { there } else { problems::say(t, &Problem::new("", What::Missing(m))) };
        check(met, words, tail)
    };
    let edit = if found.prepares && d.state == DialogueState::Draft { "/sua" } else { "" };
    let mut all = vec![
        part(MissingPart::Announcement("time"), t.plan_check_time(super::when(page, d)), edit),
        part(MissingPart::Announcement("place"), t.plan_check_place(&d.place), edit),
        part(MissingPart::Announcement("how_to_join"), t.plan_check_join(), edit),
        check(d.state == DialogueState::Approved, t.plan_check_approved(), ""),
        part(MissingPart::Announcement("content"), t.plan_check_topics(count(topics)), "/noi-dung"),
        part(MissingPart::ContentsApproval, t.plan_check_contents(), "/noi-dung"),
    ];
    let scope = [("council", t.plan_council()), ("party_invited", t.plan_party_invited()), ("join_link", t.plan_join_link())];
    let statutory = d.basis != Basis::Party;
    for (name, there) in scope {
        if (name == "join_link" && d.form != How::InPerson) || (name != "join_link" && statutory) {
            all.push(part(MissingPart::Announcement(name), there, edit));
        }
    }
    for (name, there) in [("pilot_reach", t.plan_pilot_reach()), ("pilot_paper", t.plan_pilot_paper())] {
        if d.scope.pilot {
            all.push(part(MissingPart::Announcement(name), there, edit));
        }
    }
    let words = match without_documents(&plan) {
        Some(part) => problems::say(t, &Problem::new("", What::Missing(part))),
        None if documents == 0 => t.plan_check_no_documents(),
        None => t.plan_check_documents(count(documents)),
    };
    all.push(check(documents > 0, words, "/tai-lieu"));
    if found.reads_brief {
        let words = if asked == 0 { t.plan_check_nobody_asked() } else { t.plan_check_answers(count(ready), count(asked)) };
        all.push(check(asked > 0 && ready == asked, words, "/tong-hop"));
    }
    if let Ok(on_day) = d.on_day.parse() {
        let lead = lead(&web.app.limits, &web.app.calendar(), on_day, d.basis);
        let by = lead.by.to_string();
        all.push(Check {
            mark: mark::due(t, &by, web.app.clock.today()).unwrap_or_else(|| Mark::new(Tone::Idle, Icon::Clock, t.plan_missing())),
            text: t.plan_check_lead(page.weekday(&by), i64::from(lead.days), thread::source(t, &lead.citation)),
            href: format!("{base}/bao-truoc"),
        });
    }
    all
}

/// Whom and what it is for, where it stands, from which plan it comes.
async fn scoped(conn: &mut Conn<'_>, page: &Page, d: &DialogueRow) -> Result<Vec<(String, String)>, Fault> {
    let (t, s) = (page.t, &d.scope);
    let (held_at, posts) = conn.together((unit::find_look(&s.held_at_unit), people::posts_look(&d.unit_id, &d.on_day))).await?;
    let held_at = held_at.map(|u| u.name);
    let council = posts.into_iter().find(|p| p.id == s.council_post).map(|p| p.name);
    let some = |text: String| (!text.is_empty()).then_some(text);
    let facts = [
        (t.plan_council(), council),
        (t.plan_party(), s.party_invited.then(|| t.plan_party_invited())),
        (t.plan_audiences(), some(s.audiences.iter().map(|a| words::audience(t, *a)).collect::<Vec<_>>().join("; "))),
        (t.plan_fields(), some(s.fields.iter().map(|f| words::field_of(t, *f)).collect::<Vec<_>>().join("; "))),
        (t.plan_area(), some(s.area.clone())),
        (t.plan_join_link(), some(s.join_link.clone())),
        (t.plan_held_at(), held_at),
        (t.plan_pilot(), s.pilot.then(|| words::pilot(page, &s.trial))),
        (t.plan_from_plan(), (!d.plan_row.is_empty()).then(|| t.plan_from_plan_yes(d.on_day.get(..4).unwrap_or_default()))),
    ];
    Ok(facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

fn facts(page: &Page, found: &Found) -> Vec<(String, String)> {
    let (t, d) = (page.t, &found.d);
    let said = |text: &str| if text.is_empty() { t.plan_not_yet() } else { text.to_owned() };
    let mut facts = vec![
        (t.plan_kind(), words::dialogue_kind(t, d.kind)),
        (t.plan_basis(), words::basis(t, d.basis)),
        (t.plan_chairs(), found.chair_names()),
        (t.plan_form(), words::form(t, d.form)),
        (t.plan_place(), said(&d.place)),
        (t.plan_audience(), said(&d.audience)),
        (t.plan_how_to_join(), said(&d.how_to_join)),
        (t.plan_expected(), d.expected.map_or_else(|| t.plan_not_yet(), |n| n.to_string())),
    ];
    if let Some(on) = &d.announced_on {
        facts.push((t.plan_announced_on(), page.weekday(on)));
    }
    facts
}

/// A line of the state log: with the role and the post, and for the office the name.
pub(in crate::office) fn log_line(page: &Page, l: &ApprovalView) -> LogLine {
    let t = page.t;
    let role = l.row.by_role.parse().map_or_else(|_| String::new(), |r| words::role(t, r));
    LogLine {
        when: page.moment(l.row.at),
        what: format!("{}: {}", words::approval_subject(t, l.row.subject), words::approval_step(t, l.row.step)),
        who: t.plan_log_who(&l.row.by_label, role, &l.by_name),
        note: l.row.note.clone(),
    }
}
