//! Prepared answers: those that a body is asked for, the form to write one, and the yes of a chair or the office's check.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{
        edited::{Edited, OnRead},
        seen::{Waits, Words},
    },
    dialogue::{ApproveAnswer, ReturnAnswer, SubmitAnswer, WriteAnswer},
};
use caunoi_domain::{
    dialogue::state::{DialogueState, DraftState},
    opinion::{item::Publication, tracking_code::PublicId},
    people::policy::{self, Action, Scope},
    problem::Problem,
};
use caunoi_store::{
    Conn, approval, beside, dialogue,
    prepared_answer::{self, PreparedAnswerView},
    topic,
};
use serde::Deserialize;

use super::{
    Found,
    brief::{shown, state},
    desk::{LogLine, log_line},
    form::{Act, FieldView, summary, told},
};
use crate::{
    Web,
    office::{
        drafts,
        saved_answers::{self, Line as Saved, Taken},
    },
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::Mark,
        render,
        stands::Stands,
    },
};

/// Lines of a page.
const LINES: usize = 30;

#[derive(Template)]
#[template(path = "office/dialogue/answers.html")]
struct List {
    page: Page,
    /// What is still to be written, or everything: address, words, the one shown.
    tabs: Vec<(String, String, bool)>,
    all: bool,
    lines: Vec<Line>,
    more: Option<String>,
}

/// The filter that shows those too that are written.
const ALL: &str = "tat-ca";

struct Line {
    href: String,
    topic: String,
    dialogue: String,
    day: String,
    mark: Mark,
    due: String,
}

/// Where the list goes on.
#[derive(Deserialize, Default)]
pub struct After {
    #[serde(default)]
    sau: String,
    /// `tat-ca`; what is still to be written otherwise.
    #[serde(default)]
    loc: String,
}

/// `GET /nhiem-vu/tra-loi`
///
/// # Errors
/// Not for this officer.
pub async fn list(State(web): State<Web>, desk: Desk, Query(after): Query<After>) -> Result<Response, Fault> {
    desk.allow(Action::PrepareAnswer)?;
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let all = after.loc == ALL;
    let mut conn = web.app.store.read().await?;
    let mut rows =
        prepared_answer::of_body(&mut conn, &desk.officer.body_id, if all { "" } else { "open" }, after.sau.split_once('~'), limit).await?;
    let more = (rows.len() > LINES).then(|| {
        rows.truncate(LINES);
        let key = |v: &PreparedAnswerView| format!("{}~{}", v.answer.due_on.as_deref().unwrap_or("9999"), v.answer.id);
        let loc = if all { ALL } else { "" };
        format!("/nhiem-vu/tra-loi?loc={loc}&sau={}", rows.last().map(key).unwrap_or_default())
    });
    let page = desk.page.clone();
    let lines = rows
        .iter()
        .map(|v| Line {
            href: format!("/nhiem-vu/tra-loi/{}", v.answer.id),
            topic: v.topic_title.clone(),
            dialogue: v.dialogue_title.clone(),
            day: page.day(&v.dialogue_day),
            mark: state(&web, &page, v),
            due: v.answer.due_on.as_deref().map(|d| page.weekday(d)).unwrap_or_default(),
        })
        .collect();
    let tabs = vec![
        ("/nhiem-vu/tra-loi".to_owned(), page.t.plan_answers_open(), !all),
        (format!("/nhiem-vu/tra-loi?loc={ALL}"), page.t.plan_answers_all(), all),
    ];
    Ok(render::html(&List { page, tabs, all, lines, more }))
}

#[derive(Template)]
#[template(path = "office/dialogue/answer.html")]
struct AnswerPage {
    page: Page,
    id: String,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    topic: String,
    dialogue: String,
    dialogue_href: String,
    day: String,
    body: String,
    mark: Mark,
    due: String,
    opinions: Vec<(String, String)>,
    text: FieldView,
    norm: FieldView,
    note: FieldView,
    log: Vec<LogLine>,
    /// The mark of the answer that is decided about.
    seen: String,
    /// The words that are written.
    stands: Stands,
    may_write: bool,
    may_decide: bool,
    saved: Vec<Saved>,
    take: String,
    mau: String,
    draft: DraftView,
    found: String,
}

/// What was typed.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    norm: String,
    /// `submit` lays it before the chair; anything else keeps a draft.
    #[serde(default)]
    act: String,
    /// The saved answer that was taken.
    #[serde(default)]
    mau: String,
    /// The mark of the words that stood on the page.
    #[serde(default)]
    seen: String,
    /// The moment at which it was kept as a draft; empty where it is none.
    #[serde(skip)]
    found: String,
}

/// `GET /nhiem-vu/tra-loi/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(taken): Query<Taken>) -> Result<Response, Fault> {
    let form = format!("/nhiem-vu/tra-loi/{id}");
    let mut conn = web.app.store.read().await?;
    let (asked, kept, taken) =
        beside!(&mut conn, |c| find(c, &desk, &id), |c| drafts::fields(c, &desk, &form, "nhap"), |c| taken.answer(c, &desk),)?;
    let mut typed = (!kept.is_empty()).then(|| Typed {
        text: drafts::value(&kept, "text"),
        norm: drafts::value(&kept, "norm"),
        found: drafts::value(&kept, "nhap"),
        seen: drafts::value(&kept, "seen"),
        ..Typed::default()
    });
    if let Some(a) = taken {
        let seen = Words::of_answer(&asked.0.answer).mark(&web.app.keys);
        typed = Some(Typed { text: a.text, norm: a.norm, mau: PublicId::from_i64(a.public_id).to_string(), seen, ..Typed::default() });
    }
    of_answer(&web, conn, &desk, asked, typed.as_ref(), "", &[]).await
}

/// What a body is asked, and the dialogue that it is for, where the officer may read it.
async fn find(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<(PreparedAnswerView, Found), Fault> {
    let (v, found) = beside!(conn, |c| prepared_answer::find(c, id), |c| dialogue::find_of_answer(c, id))?;
    Ok((v.ok_or(Fault::NotFound)?, Found::of(desk, found)?))
}

/// `POST /nhiem-vu/tra-loi/{id}`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn write(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let (answer, text, norm) = (id.clone(), typed.text.clone(), typed.norm.clone());
    let (of, seen) = (Edited::Answer(id.clone()), typed.seen.clone());
    let done = if typed.act == "submit" {
        let verb = OnRead { of, seen, verb: SubmitAnswer { answer, text, norm } };
        web.app.carry_out_once(&desk.actor, &typed.key, verb).await
    } else {
        let verb = OnRead { of, seen, verb: WriteAnswer { answer, text, norm } };
        web.app.carry_out_once(&desk.actor, &typed.key, verb).await
    };
    match done {
        Ok(()) => {
            drafts::sent(&web, &desk, &format!("/nhiem-vu/tra-loi/{id}")).await?;
            saved_answers::used(&web, &desk, &typed.mau, &typed.key).await?;
            Ok(back(&id))
        }
        Err(refused) => view(&web, &desk, &id, Some(&typed), "", &problems_of(refused)?).await,
    }
}

/// `POST /nhiem-vu/tra-loi/{id}/duyet`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn approve(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let done = act.decide(&web, &desk, Waits::Answer(id.clone()), ApproveAnswer { answer: id.clone() }).await;
    decided(&web, &desk, &id, "", done).await
}

/// `POST /nhiem-vu/tra-loi/{id}/tra-lai`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn send_back(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let verb = ReturnAnswer { answer: id.clone(), note: act.note.clone() };
    let done = act.decide(&web, &desk, Waits::Answer(id.clone()), verb).await;
    decided(&web, &desk, &id, &act.note, done).await
}

fn back(id: &str) -> Response {
    Redirect::to(&format!("/nhiem-vu/tra-loi/{id}")).into_response()
}

async fn decided(web: &Web, desk: &Desk, id: &str, note: &str, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(back(id)),
        Err(refused) => view(web, desk, id, None, note, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: Option<&Typed>, note: &str, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let asked = find(&mut conn, desk, id).await?;
    of_answer(web, conn, desk, asked, typed, note, all).await
}

async fn of_answer(
    web: &Web,
    mut conn: Conn<'_>,
    desk: &Desk,
    (v, found): (PreparedAnswerView, Found),
    typed: Option<&Typed>,
    note: &str,
    all: &[Problem],
) -> Result<Response, Fault> {
    let id = v.answer.id.as_str();
    let writes = policy::may(&desk.actor, Action::PrepareAnswer, Scope::body(&found.d.unit_id, &v.answer.body_id));
    if !writes && !policy::may(&desk.actor, Action::ReadOpinions, Scope::unit(&found.d.unit_id)) {
        return Err(Fault::NotFound);
    }
    let (items, log, saved) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(topic::items_of_dialogue(c, &found.d.id).await?) },
        |c| async { Ok(approval::of(c, id).await?) },
        |c| async {
            match writes {
                true => saved_answers::proposed_for_topic(c, &desk.page, &found.d.unit_id, id).await,
                false => Ok(Vec::new()),
            }
        },
    )?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let open = found.d.state <= DialogueState::Announced;
    let may_write = writes && open && matches!(v.answer.state, DraftState::Asked | DraftState::Draft);
    // Whoever does not write reads what was submitted, not what they once began themselves.
    let typed = typed.filter(|_| may_write);
    let (text, norm) = typed.map_or((&v.answer.text, &v.answer.norm), |f| (&f.text, &f.norm));
    let fields = |all: &[Problem], text: &str, norm: &str| {
        let text = FieldView::line(t, all, "text", t.plan_answer_text(), text).hint(t.plan_answer_text_hint()).area(8);
        (text, FieldView::line(t, all, "norm", t.plan_answer_norm(), norm).hint(t.plan_answer_norm_hint()))
    };
    let (text, norm) = fields(all, text, norm);
    let words = Words::of_answer(&v.answer);
    let stands = Stands::of(web, &words, typed.map(|f| f.seen.as_str()), all, || {
        let (text, norm) = fields(&[], &v.answer.text, &v.answer.norm);
        told(vec![text, norm])
    });
    let view = AnswerPage {
        id: id.to_owned(),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        mark: state(web, &page, &v),
        due: v.answer.due_on.as_deref().map(|d| page.weekday(d)).unwrap_or_default(),
        opinions: items
            .iter()
            .filter(|(topic, _)| *topic == v.answer.topic_id)
            .map(|(_, i)| (shown(i), if i.publication == Publication::Published { i.published_body.clone() } else { i.body.clone() }))
            .collect(),
        text,
        norm,
        note: FieldView::line(t, all, "note", t.plan_return_note(), note).area(2),
        log: log.iter().map(|l| log_line(&page, l)).collect(),
        seen: words.mark(&web.app.keys),
        stands,
        may_write,
        may_decide: (found.chair || found.prepares) && open && v.answer.state == DraftState::Submitted,
        saved,
        take: format!("/nhiem-vu/tra-loi/{id}?mau="),
        mau: typed.map(|f| f.mau.clone()).unwrap_or_default(),
        draft: DraftView::of(&format!("/nhiem-vu/tra-loi/{id}"), &format!("/nhiem-vu/tra-loi/{id}#soan")),
        found: typed.map(|f| f.found.clone()).unwrap_or_default(),
        day: page.weekday(&v.dialogue_day),
        topic: v.topic_title,
        dialogue: v.dialogue_title,
        dialogue_href: format!("/cong-viec/doi-thoai/{}", found.id),
        body: v.body_name,
        page,
    };
    Ok(render::form(&view, all))
}
