//! `/cong-viec/so-nhiem-vu/thuc-chat`: what the rows say about the substance of a year's dialogues, each indicator with
//! its definition and its base; the head's beside the deputies'; how many came of those invited (S3.1, S3.3, S4.6). What
//! came of the dialogues of one head is of that head's yearly record: to whom it is closed the page says who opens it (S4.15).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{
    reckon,
    record_speech::{MINUTES_MAX, RecordSpeech},
};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
    regulation::ledger::{Signs, substance::Indicator},
};
use caunoi_store::{beside, people, year_events};
use serde::Deserialize;

use super::{
    board::Asked,
    lines::Posts,
    may_read, named, record,
    substance_lines::{self, ChairLine, DialogueLine},
    year_of,
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        ledger_words, problems, render,
    },
};

struct Definition {
    name: String,
    is: String,
    sign: String,
    base: String,
}

/// Time of speech as typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    nam: String,
    dialogue: String,
    people: String,
    chair: String,
}

#[derive(Template)]
#[template(path = "office/ledger/substance.html")]
struct SubstancePage {
    page: Page,
    csrf: String,
    code: String,
    year: i16,
    lead: String,
    beside: Option<String>,
    names: Vec<String>,
    lines: Vec<DialogueLine>,
    total: Vec<String>,
    /// By post; of none where the record of one head is closed to this reader.
    chairs: Vec<(String, Vec<ChairLine>)>,
    /// Who decides who reads them, where they are closed.
    closed: Option<String>,
    definitions: Vec<Definition>,
    unconfirmed: Option<String>,
    may_record: bool,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
}

impl SubstancePage {
    /// The name of an indicator by its place: stands beside its number on a phone.
    fn name(&self, place: &i64) -> &str {
        usize::try_from(place - 1).ok().and_then(|at| self.names.get(at)).map_or("", String::as_str)
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

/// `GET /cong-viec/so-nhiem-vu/thuc-chat`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), nam: asked.nam.clone(), ..Typed::default() };
    page(&web, desk, &asked.xa, typed, &[]).await
}

async fn page(web: &Web, desk: Desk, code: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let (year, on) = (year_of(&typed.nam, today), today.to_string());
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, code).await?;
    let ((), r, posts, public_ids, closed) = beside!(
        &mut conn,
        |c| may_read(c, &desk, &unit.id),
        |c| async { Ok::<_, Fault>(reckon::reckon(c, &web.app.calendar(), &unit.id, year..=year, today).await?) },
        |c| async { Ok::<_, Fault>(Posts::of(people::posts(c, &unit.id, &on).await?)) },
        |c| async { Ok::<_, Fault>(year_events::of_year(c, &unit.id, i64::from(year)).await?) },
        |c| record::closed(c, &desk, &unit.id, today),
    )?;
    drop(conn);
    let held = r.facts.dialogues.iter().filter(|d| d.is_dialogue() && d.held_on.is_some_and(|h| h.year() == year && h <= today));
    let public_id = |id: &str| public_ids.iter().find(|e| e.event.id == id).map(|e| e.public_id);
    let mut dialogues: Vec<_> = held.map(|d| (d, public_id(&d.id))).collect();
    dialogues.sort_by_key(|(d, _)| d.held_on);
    let signs = Signs::builtin().map_err(|_| Fault::Broken)?;
    let page = desk.page.clone();
    let t = page.t;
    let meetings = i64::try_from(r.facts.voter_meetings.iter().filter(|m| m.on <= today).count()).unwrap_or(0);
    let view = SubstancePage {
        csrf: desk.csrf().to_owned(),
        lead: t.substance_lead(unit.name.clone(), i64::from(year), page.day(&today.to_string())),
        beside: (meetings > 0).then(|| t.substance_beside(meetings)),
        names: Indicator::ALL.iter().map(|i| ledger_words::indicator(t, *i).0).collect(),
        lines: dialogues.iter().map(|(d, id)| substance_lines::dialogue(&page, d, *id, &r.findings, today)).collect(),
        total: Indicator::ALL.iter().map(|i| substance_lines::total(&page, dialogues.iter().map(|(d, _)| *d), *i, today)).collect(),
        chairs: r
            .bound
            .posts
            .iter()
            .filter(|_| closed.is_none())
            .map(|p| (posts.name(&p.id), substance_lines::chairs(&page, &r.facts, &p.id, year, today)))
            .collect(),
        closed: closed.map(|c| c.who(t)),
        definitions: Indicator::ALL.iter().map(|i| definition(&page, &signs, *i)).collect(),
        unconfirmed: (!signs.confirmed).then(|| t.substance_sign_unconfirmed()),
        may_record: unit.id == desk.officer.unit_id && desk.allow(Action::KeepLedger).is_ok(),
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        code: unit.code,
        year,
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

fn definition(page: &Page, signs: &Signs, i: Indicator) -> Definition {
    let t = page.t;
    let (name, is) = ledger_words::indicator(t, i);
    let s = signs.of(i);
    let sign = match (i, s.least, s.most) {
        (Indicator::Opinions, Some(n), _) => t.substance_sign_count(i64::from(n)),
        (_, Some(n), _) => t.substance_sign_least(i64::from(n)),
        (_, None, Some(n)) => t.substance_sign_most(i64::from(n)),
        (_, None, None) => String::new(),
    };
    let base = i64::from(s.base_least);
    let base = if s.after_days == 0 { t.substance_sign_base_at_once(base) } else { t.substance_sign_base(base, i64::from(s.after_days)) };
    Definition { name, is, sign, base }
}

/// `POST /cong-viec/so-nhiem-vu/thuc-chat`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn record(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let mut minutes = |typed: &str, field| {
        let read = typed.trim().parse::<u32>().ok().filter(|n| *n <= MINUTES_MAX);
        if read.is_none() {
            wrong.push(Problem::new(field, What::Number { min: 0, max: i64::from(MINUTES_MAX) }));
        }
        read.unwrap_or(0)
    };
    let (people, chair) = (minutes(&typed.people, "people"), minutes(&typed.chair, "chair"));
    if wrong.is_empty() {
        let verb = RecordSpeech { unit_id: desk.officer.unit_id.clone(), dialogue: typed.dialogue.clone(), people, chair };
        match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
            Ok(()) => {
                let year = year_of(&typed.nam, web.app.clock.today());
                return Ok(Redirect::to(&format!("/cong-viec/so-nhiem-vu/thuc-chat?nam={year}")).into_response());
            }
            Err(refusal) => wrong = problems_of(refusal)?,
        }
    }
    page(&web, desk, "", typed, &wrong).await
}
