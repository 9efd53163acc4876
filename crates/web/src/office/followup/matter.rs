//! `/cap-tren/{id}`: one matter that was sent up, as both sides see it: the superior acknowledges and answers, the
//! commune urges, records the reply to a dispatch, and passes the answer on to the person.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_app::followup::open_sent::OpenSent;
use caunoi_domain::{
    followup::{EscalationMode, EscalationState, ToldManner},
    opinion::item::{Publication, Standing},
    people::{
        actor::Role,
        policy::{self, Action, Scope},
    },
};
use caunoi_store::{
    beside,
    escalation::{self, EscalationRow},
    file, item,
    people::{self, BodyRow},
    unit,
    urging::{self, Urged},
};

use super::{
    input::{FileLine, Typed, again, id_of, shown},
    task::{Line, Matter, lines, matter, reads_all},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        mark::{self, Mark},
        render, words,
    },
};

/// Which forms the reader sees.
#[derive(Clone, Copy, Debug, Default)]
struct May {
    acknowledge: bool,
    answer: bool,
    urge: bool,
    reply: bool,
    pass_on: bool,
}

#[derive(Template)]
#[template(path = "office/followup/matter.html")]
struct MatterPage {
    page: Page,
    key: String,
    csrf: String,
    id: String,
    sent: EscalationRow,
    from_name: String,
    mode: String,
    state: Mark,
    due: Option<Mark>,
    waits_outside: bool,
    matter: Matter,
    /// Not published: read here only to be answered.
    unpublished: bool,
    standing: Mark,
    files: Vec<FileLine>,
    urgings: Vec<Line>,
    bodies: Vec<BodyRow>,
    may: May,
    manners: Vec<(&'static str, String)>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl MatterPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET /cap-tren/{id}`
///
/// # Errors
/// Not found where there is no such matter or the reader may not know of it.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    page(&web, desk, &id, Typed::default()).await
}

/// The page, with what was typed into one of its forms.
///
/// # Errors
/// As [`show`].
pub async fn page(web: &Web, desk: Desk, id: &str, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let mut conn = web.app.store.read().await?;
    let sent = escalation::find_public(&mut conn, id_of(id)?).await?.ok_or(Fault::NotFound)?;
    let own = desk.officer.unit_id.as_str();
    let (below, above) = (sent.from_unit_id == own, sent.to_unit_id.as_deref() == Some(own));
    if (!below && !above) || desk.officer.role == Role::Body {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today().to_string();
    let (item, from, files, urged, bodies) = beside!(
        &mut conn,
        |c| item::find(c, &sent.item_id),
        |c| unit::find(c, &sent.from_unit_id),
        |c| file::of(c, "escalation", &sent.id),
        |c| urging::of(c, Urged::Escalation, &sent.id),
        |c| people::bodies_on(c, own, &today),
    )?;
    drop(conn);
    let (item, from) = (item.ok_or(Fault::NotFound)?, from.ok_or(Fault::NotFound)?);
    let may = may(&desk, &sent, item.standing);
    let bodies = if may.pass_on { bodies } else { Vec::new() };
    // Who has to answer it reads it as given, though it is not published.
    let hidden = item.publication != Publication::Published && item.standing != Standing::Sealed;
    let answers = above && hidden && policy::may(&desk.actor, Action::AnswerEscalation, Scope::unit(own));
    let mut matter = matter(&item, &sent.text, below && reads_all(&desk, false));
    if answers {
        let given = web.app.carry_out(&desk.actor, OpenSent { sent: sent.public_id }).await?;
        matter = Matter { text: lines(&given.body), title: given.title };
    }
    let page = desk.page.clone();
    let t = page.t;
    let open = sent.state != EscalationState::Answered;
    let view = MatterPage {
        key: web.app.token(),
        csrf: page.desk.as_ref().map(|d| d.csrf.clone()).unwrap_or_default(),
        id: shown(sent.public_id),
        from_name: from.name,
        mode: words::escalation_mode(t, sent.mode),
        state: if above { mark::escalation_received(t, sent.state) } else { mark::escalation(t, sent.state) },
        due: sent.due_on.as_deref().filter(|_| open).and_then(|d| mark::due(t, d, web.app.clock.today())),
        waits_outside: open && sent.mode == EscalationMode::Dispatch,
        matter,
        unpublished: answers,
        standing: mark::standing(t, item.standing),
        files: files.iter().map(FileLine::of).collect(),
        urgings: urged.into_iter().map(|u| Line { day: page.day(&u.on_day), by: u.by_label, text: u.text, files: Vec::new() }).collect(),
        bodies: bodies.into_iter().filter(|b| b.has_account).collect(),
        may,
        manners: ToldManner::ALL.iter().map(|m| (m.code(), words::told_manner(t, *m))).collect(),
        errors: typed.errors(&page),
        typed,
        sent,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}

fn may(desk: &Desk, sent: &EscalationRow, standing: Standing) -> May {
    let below = |action| policy::may(&desk.actor, action, Scope::unit(&sent.from_unit_id));
    let above = sent.to_unit_id.as_deref().is_some_and(|u| policy::may(&desk.actor, Action::AnswerEscalation, Scope::unit(u)));
    let open = sent.state != EscalationState::Answered;
    May {
        acknowledge: above && sent.state == EscalationState::Sent,
        answer: above && open,
        urge: open && below(Action::Urge),
        reply: open && sent.mode == EscalationMode::Dispatch && below(Action::Escalate),
        pass_on: !open && standing == Standing::SuperiorAnswered && below(Action::TellResult),
    }
}
