//! The head's own page, made for a phone: what waits for my yes, and my next dialogues.

use askama::Template;
use axum::{extract::State, response::Response};
use caunoi_domain::{
    dialogue::{
        announcement::lead,
        state::{ApprovalSubject, DialogueState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
};
use caunoi_store::{
    approval::{self, Waiting},
    dialogue::{self, DialogueLine},
};

use super::when;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, l10n::L10nLanguage, mark, render, words},
};

/// Lines of each list at most.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "office/dialogue/head_page.html")]
struct HeadPage {
    page: Page,
    post: String,
    waiting: Vec<Card>,
    next: Vec<Meeting>,
}

struct Card {
    what: String,
    title: String,
    detail: String,
    href: String,
    /// Days left until the last day on which it can be announced in time.
    due: Option<mark::Mark>,
    why: String,
}

struct Meeting {
    title: String,
    href: String,
    when: String,
    place: String,
    mark: mark::Mark,
    topics: i64,
}

/// `GET /nguoi-dung-dau`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::ApproveDialogue)?;
    let post = desk.officer.post_id.clone().ok_or(Fault::NotFound)?;
    let today = web.app.clock.today().to_string();
    let mut conn = web.app.store.read().await?;
    let waiting = approval::waiting(&mut conn, &post, LINES).await?;
    let next = dialogue::chaired(&mut conn, &post, &today, LINES).await?;
    let page = desk.page.clone();
    Ok(render::html(&HeadPage {
        post: desk.officer.label().to_owned(),
        waiting: waiting.iter().map(|w| card(&web, &page, w)).collect(),
        next: next.iter().filter(|l| l.dialogue.state <= DialogueState::Announced).map(|l| meeting(&page, l)).collect(),
        page,
    }))
}

fn card(web: &Web, page: &Page, w: &Waiting) -> Card {
    let t = page.t;
    let base = format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(w.dialogue_public_id));
    let href = match w.subject {
        ApprovalSubject::Contents => format!("{base}/noi-dung"),
        ApprovalSubject::PreparedAnswer => format!("/nhiem-vu/tra-loi/{}", w.subject_id),
        ApprovalSubject::Notice => format!("{base}/thong-bao"),
        ApprovalSubject::Minutes => format!("{base}/bien-ban"),
        ApprovalSubject::YearPlan => format!("/cong-viec/ke-hoach/{}", PublicId::from_i64(w.dialogue_public_id)),
        ApprovalSubject::Dialogue | ApprovalSubject::Publication => base,
    };
    let plan = w.subject == ApprovalSubject::YearPlan;
    let before = matches!(w.subject, ApprovalSubject::Dialogue | ApprovalSubject::Contents);
    let lead = w.on_day.parse().ok().filter(|_| before).map(|day| lead(&web.app.limits, &web.app.calendar(), day));
    Card {
        what: words::approval_subject(t, w.subject),
        title: if plan { plan_title(t, w) } else { w.dialogue_title.clone() },
        detail: if plan || w.detail.is_empty() { page.weekday(&w.on_day) } else { w.detail.clone() },
        href,
        due: lead.as_ref().and_then(|l| mark::due(t, &l.by.to_string(), web.app.clock.today())),
        why: lead.map_or_else(String::new, |l| t.plan_head_lead(page.weekday(&l.by.to_string()), i64::from(l.days), l.citation)),
    }
}

/// "Kế hoạch năm 2026", or which supplement to it.
fn plan_title(t: &L10nLanguage, w: &Waiting) -> String {
    super::super::plan::title(t, w.dialogue_title.parse().unwrap_or(0), w.detail.parse().unwrap_or(0))
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
