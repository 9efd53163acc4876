//! `/nguoi-dung-dau`: the head's first page, made for a phone: my year, what waits for my yes with its text to read, my
//! next dialogues each with its one page, what I concluded.

mod card;
mod decide;
pub(in crate::office) mod reading;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::{get, post},
};
use caunoi_app::{dialogue::TAKE_BACK_US, duty::reckon};
use caunoi_domain::{
    dialogue::state::{ApprovalSubject, DialogueState},
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::{
    Conn, approval, beside, beside_each,
    dialogue::{self, DialogueLine},
    extension, head_brief,
};
use serde::Deserialize;

use self::card::Card;
use super::{dialogue::when, ledger::mine};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, l10n::L10nLanguage, mark, problems, render, words},
};

/// Lines of each list at most.
const LINES: i64 = 30;

/// Addresses of the head's page.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/nguoi-dung-dau", get(show))
        .route("/nguoi-dung-dau/quyet-dinh", post(decide::decide))
        .route("/nguoi-dung-dau/thu-lai", post(decide::take_back))
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was just done: `duyet`, `tra-lai`, `thu-lai`.
    xong: String,
}

struct Meeting {
    title: String,
    href: String,
    when: String,
    place: String,
    mark: mark::Mark,
    topics: i64,
}

/// A yes that can be taken back.
struct Given {
    subject: &'static str,
    id: String,
    title: String,
}

#[derive(Template)]
#[template(path = "office/head.html")]
struct HeadPage {
    page: Page,
    csrf: String,
    key: String,
    post: String,
    year: mine::Year,
    waiting: Vec<Card>,
    given: Vec<Given>,
    next: Vec<Meeting>,
    concluded: Vec<(i64, String)>,
    done: Option<String>,
    errors: Vec<(String, String)>,
}

/// `GET /nguoi-dung-dau`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let t = desk.page.t;
    let done = match asked.xong.as_str() {
        "duyet" => Some(t.head_done_approved()),
        "tra-lai" => Some(t.head_done_returned()),
        "thu-lai" => Some(t.head_done_taken_back()),
        _ => None,
    };
    page(&web, desk, done, None).await
}

/// What is wrong, with the name of its field: on this page a card is marked, not a field.
fn said(t: &L10nLanguage, p: &Problem) -> String {
    let words = problems::say(t, p);
    if p.field == "note" { format!("{}: {words}", t.plan_return_note()) } else { words }
}

/// What was decided and refused: on which card, what was typed, and why.
struct Refused {
    card: String,
    note: String,
    problems: Vec<Problem>,
}

async fn page(web: &Web, desk: Desk, done: Option<String>, refused: Option<Refused>) -> Result<Response, Fault> {
    desk.allow(Action::ApproveDialogue)?;
    let post = desk.officer.post_id.clone().ok_or(Fault::NotFound)?;
    let (unit, today) = (desk.officer.unit_id.clone(), web.app.clock.today());
    let iso = today.to_string();
    let mut conn = web.app.store.read().await?;
    let first = mine::first_day(today.year());
    let (mut waiting, given, of_year, concluded, mut r) = beside!(
        &mut conn,
        |c| cards(web, c, &desk, &post),
        |c| async { Ok(approval::given(c, &desk.officer.user_id, web.app.clock.now_us() - TAKE_BACK_US).await?) },
        |c| async { Ok(dialogue::chaired(c, &post, &first, mine::OF_YEAR).await?) },
        |c| async { Ok(head_brief::concluded(c, &post, &iso).await?) },
        |c| async { Ok(reckon::of_year(c, &web.app.calendar(), &unit, today.year(), today).await?) },
    )?;
    drop(conn);
    r.duties.retain(|d| d.post_id == post);
    let page = desk.page.clone();
    let t = page.t;
    let mut errors = Vec::new();
    let mut wrong = Vec::new();
    if let Some(refused) = refused {
        errors = refused.problems.iter().map(|p| (refused.card.clone(), said(t, p))).collect();
        for c in waiting.iter_mut().filter(|c| c.anchor() == refused.card) {
            c.note.clone_from(&refused.note);
            c.error = errors.first().map(|(_, words)| words.clone());
        }
        wrong = refused.problems;
    }
    let mut year = mine::year(&page, &r.duties, today.year(), today);
    for l in &of_year {
        year.shows(&page, &l.dialogue, (today.year(), today));
    }
    let coming: Vec<&DialogueLine> =
        of_year.iter().filter(|l| l.dialogue.state <= DialogueState::Announced && l.dialogue.on_day >= iso).collect();
    let view = HeadPage {
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        post: desk.officer.label().to_owned(),
        year,
        waiting,
        given: given.into_iter().map(|w| given_line(&page, w)).collect(),
        next: coming.into_iter().map(|l| meeting(&page, l)).collect(),
        concluded: vec![
            (concluded.all, t.head_concluded_all()),
            (concluded.done, t.head_concluded_done()),
            (concluded.open, t.head_concluded_open()),
            (concluded.late, t.head_concluded_late()),
        ],
        done,
        errors,
        page,
    };
    Ok(render::form(&view, &wrong))
}

/// What waits for this post, each with its text; extensions last, since they have no dialogue's day.
async fn cards(web: &Web, conn: &mut Conn<'_>, desk: &Desk, post: &str) -> Result<Vec<Card>, Fault> {
    let directs = desk.allow(Action::DirectTask).is_ok();
    let (waiting, asked) = beside!(conn, |c| approval::waiting(c, post, LINES), |c| async {
        if directs { extension::asked(c, &desk.officer.unit_id).await } else { Ok(Vec::new()) }
    },)?;
    let readings = beside_each!(conn, &waiting, |c, w| reading::of(web, c, &desk.page, w))?;
    let mut cards: Vec<Card> = waiting.iter().zip(readings).map(|(w, reading)| card::of(web, &desk.page, w, reading)).collect();
    cards.extend(asked.iter().map(|(task, title, e)| card::of_extension(web, &desk.page, *task, title, e)));
    Ok(cards)
}

fn given_line(page: &Page, w: approval::Waiting) -> Given {
    let answer = w.subject == ApprovalSubject::PreparedAnswer;
    let of = if answer { &w.detail } else { &w.dialogue_title };
    Given {
        subject: w.subject.code(),
        title: format!("{}: {of}", words::approval_subject(page.t, w.subject)),
        id: if answer { w.subject_id } else { PublicId::from_i64(w.dialogue_public_id).to_string() },
    }
}

fn meeting(page: &Page, l: &DialogueLine) -> Meeting {
    Meeting {
        title: l.dialogue.title.clone(),
        href: format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(l.dialogue.public_id)),
        when: when(page, &l.dialogue),
        place: l.dialogue.place.clone(),
        mark: mark::dialogue(page.t, l.dialogue.state, l.dialogue.stop),
        topics: l.topics,
    }
}
