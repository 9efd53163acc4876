//! `/cap-tren`: what came up from below to this unit, and what it sent up itself, with its state.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    followup::{EscalationMode, EscalationState},
    people::{actor::Role, policy::Action},
};
use caunoi_store::superior_queue::{self, SentLine, Side};
use jiff::civil::Date;
use serde::Deserialize;

use super::{input::shown, queue::Filter};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        mark::{self, Mark},
        render,
    },
};

/// Matters of one page.
const PAGE: i64 = 30;

/// Filter and page, as they stand in the address.
#[derive(Deserialize)]
pub struct Asked {
    /// `da-tra-loi`, `da-gui`, `da-gui-xong`; what waits in the inbox otherwise.
    #[serde(default)]
    loc: String,
    /// The key (day.id) of the last matter of the page before.
    #[serde(default)]
    sau: String,
}

struct Line {
    href: String,
    text: String,
    who: String,
    sent: String,
    day: String,
    due: Option<Mark>,
    state: Mark,
    note: String,
}

#[derive(Template)]
#[template(path = "office/followup/superior.html")]
struct Superior {
    page: Page,
    inbox: bool,
    answered: bool,
    filters: Vec<Filter>,
    lines: Vec<Line>,
    more: Option<String>,
}

/// `GET /cap-tren`
///
/// # Errors
/// Not found for those who may not read the follow-up; the store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    if desk.officer.role == Role::Body {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today();
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let on = today.to_string();
    let counts = |side| superior_queue::counts_look(unit, side, &on);
    let (below, sent) = conn.together((counts(Side::Inbox), counts(Side::Sent))).await?;
    let has_inbox = desk.page.is_superior() || below.open + below.answered > 0;
    let loc = asked.loc.as_str();
    let (side, answered) = match loc {
        "da-tra-loi" => (Side::Inbox, true),
        "da-gui" => (Side::Sent, false),
        "da-gui-xong" => (Side::Sent, true),
        _ => (if has_inbox { Side::Inbox } else { Side::Sent }, false),
    };
    let key = asked.sau.split_once('.');
    let rows = if answered {
        superior_queue::answered(&mut conn, unit, side, key, PAGE + 1).await?
    } else {
        superior_queue::open(&mut conn, unit, side, key.unwrap_or(("", "")), PAGE + 1).await?
    };
    drop(conn);
    let page = desk.page;
    let t = page.t;
    let filter = |loc: &str, label, n, of| Filter { href: format!("/cap-tren?loc={loc}"), label, n, current: of == (side, answered) };
    let mut filters = Vec::new();
    if has_inbox {
        filters.push(filter("cho", t.superior_filter_inbox(), below.open, (Side::Inbox, false)));
        filters.push(filter("da-tra-loi", t.superior_filter_answered(), below.answered, (Side::Inbox, true)));
    }
    if !page.is_superior() || sent.open + sent.answered > 0 {
        filters.push(filter("da-gui", t.superior_filter_sent(), sent.open, (Side::Sent, false)));
        filters.push(filter("da-gui-xong", t.superior_filter_sent_answered(), sent.answered, (Side::Sent, true)));
    }
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = rows.get(shown - 1).filter(|_| rows.len() > shown).map(|r| {
        let loc = match (side, answered) {
            (Side::Inbox, false) => "cho",
            (Side::Inbox, true) => "da-tra-loi",
            (Side::Sent, false) => "da-gui",
            (Side::Sent, true) => "da-gui-xong",
        };
        format!("/cap-tren?loc={loc}&sau={}.{}", if answered { &r.answered_on } else { &r.due_on }, r.id)
    });
    let lines = rows.iter().take(shown).map(|r| line(&page, r, side, today)).collect();
    Ok(render::html(&Superior { inbox: side == Side::Inbox, answered, filters, lines, more, page }))
}

fn line(page: &Page, r: &SentLine, side: Side, today: Date) -> Line {
    let t = page.t;
    let open = r.state != EscalationState::Answered;
    let note = match (open, r.mode, r.to_tell) {
        (true, EscalationMode::Dispatch, _) => t.superior_waiting_reply(),
        (false, _, true) => t.superior_to_tell(),
        _ => String::new(),
    };
    Line {
        href: format!("/cap-tren/{}", shown(r.public_id)),
        text: r.text.clone(),
        who: if side == Side::Inbox { r.from_name.clone() } else { r.to_body.clone() },
        sent: page.day(&r.sent_on),
        day: page.day(if open { &r.due_on } else { &r.answered_on }),
        due: if open { mark::due(t, &r.due_on, today) } else { None },
        state: if side == Side::Inbox { mark::escalation_received(t, r.state) } else { mark::escalation(t, r.state) },
        note,
    }
}
