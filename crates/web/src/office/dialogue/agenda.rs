//! The agenda, printable. Its first item is always what became of last time's promises (P3).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::{
        agenda::{LastResults, agenda},
        state::{AgendaKind, DraftState, TopicState},
    },
    opinion::tracking_code::PublicId,
};
use caunoi_store::{
    Conn,
    agenda::{self as rows, ResultLine},
    beside,
    dialogue::DialogueRow,
    dialogue_document, topic,
};

use super::{Found, Frame};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, mark, render, words},
};

#[derive(Template)]
#[template(path = "office/dialogue/agenda.html")]
struct AgendaPage {
    page: Page,
    f: Frame,
    chairs: String,
    parts: Vec<Part>,
    decided: bool,
    last: Last,
    /// Documents of the information part.
    documents: Vec<(String, String)>,
}

struct Part {
    number: usize,
    title: String,
    topic: bool,
    last: bool,
    information: bool,
}

/// What the first item reports.
pub(super) struct Last {
    /// Title, day and address of the dialogue before; none where this is the first.
    pub before: Option<(String, String, String)>,
    pub counts: LastResults,
    pub lines: Vec<ResultView>,
}

pub(super) struct ResultView {
    title: String,
    then: mark::Mark,
    now: mark::Mark,
    due: String,
    body: String,
}

/// `GET …/chuong-trinh`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let page = desk.page.clone();
    let decided = found.d.contents_state == DraftState::Approved;
    let of = found.d.id.as_str();
    let (last, agenda_rows, topics, documents) = beside!(
        &mut conn,
        |c| last(c, &page, &found.d),
        |c| async { Ok(if decided { rows::of_dialogue(c, of).await? } else { Vec::new() }) },
        |c| async { Ok(if decided { Vec::new() } else { topic::of_dialogue(c, of).await? }) },
        |c| async { Ok(dialogue_document::of(c, of).await?) },
    )?;
    drop(conn);
    let agreed = agenda_rows.into_iter().filter(|a| a.kind == AgendaKind::Topics).map(|a| a.title);
    let chosen = topics.into_iter().filter(|t| t.topic.state != TopicState::Dropped).map(|t| t.topic.title);
    let titles: Vec<String> = agreed.chain(chosen).collect();
    let parts = (1..)
        .zip(agenda(&titles))
        .map(|(number, p)| Part {
            number,
            topic: p.kind == AgendaKind::Topics,
            last: p.kind == AgendaKind::LastResults,
            information: p.kind == AgendaKind::Information,
            title: if p.title.is_empty() { words::agenda_kind(page.t, p.kind) } else { p.title },
        })
        .collect();
    let documents = documents.into_iter().map(|d| (format!("/tep/{}", PublicId::from_i64(d.file_public_id)), d.document.title)).collect();
    Ok(render::html(&AgendaPage { documents, f: found.frame(&page), chairs: found.chair_names(), parts, decided, last, page }))
}

/// The results of the dialogue before: of the one fixed with the announcement, or of the last concluded one until then.
pub(super) async fn last(conn: &mut Conn<'_>, page: &Page, d: &DialogueRow) -> Result<Last, Fault> {
    let rows::Before { dialogue: before, results: lines } = rows::before(conn, d).await?;
    Ok(Last {
        counts: LastResults::of(lines.iter().map(|l| (l.outcome, l.standing))),
        lines: lines.iter().map(|l| result(page, l)).collect(),
        before: before.map(|b| (b.title, page.day(&b.on_day), format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(b.public_id)))),
    })
}

fn result(page: &Page, l: &ResultLine) -> ResultView {
    ResultView {
        title: if l.published_title.is_empty() { l.title.clone() } else { l.published_title.clone() },
        then: mark::substate(page.t, l.substate),
        now: mark::standing(page.t, l.standing),
        due: l.due_on.as_deref().map(|d| page.day(d)).unwrap_or_default(),
        body: l.body_name.clone().unwrap_or_default(),
    }
}
