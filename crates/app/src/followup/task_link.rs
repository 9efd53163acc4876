//! The signed link of a task (P8): a body answers by it without an account and without learning the program. The token
//! has 128 random bits and is derived from the form's key, so that the same form sent twice shows the same link; rows
//! hold its hash only. It opens one task, for the body that leads it, until its last day or until it is taken back.

use caunoi_domain::{
    people::{
        actor::{Actor, Officer, Role},
        policy::{Action, Scope},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    beside, people,
    task_link::{self, LinkRow},
};
use jiff::{ToSpan as _, civil::Date};

use super::direct;
use crate::{
    context::{App, Cx, Verb},
    keys::Keys,
    people::sign_in::count_try,
    refusal::Refusal,
};

/// Days that a link opens where nothing else was typed.
pub const DAYS: i64 = 30;
/// Days that a link opens at most.
const DAYS_MAX: i64 = 90;
/// Wrong tokens from one address inside the window.
const TRIES: i64 = 20;

/// Makes a link for the body that leads a task; links made before open no more.
#[derive(Clone, Debug)]
pub struct GiveLink {
    /// The task's public id.
    pub task: i64,
    /// Last day on which it opens.
    pub until: Date,
    /// Hash of its token.
    pub token_hash: [u8; 32],
}

impl Verb for GiveLink {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = direct::load(tx, cx, self.task).await?;
        let last = cx.today.saturating_add(DAYS_MAX.days());
        if self.until < cx.today || self.until > last {
            return Err(Refusal::problem("until", What::DayOutOfOrder));
        }
        task_link::revoke(tx, &task.id, cx.now_us).await?;
        let row = LinkRow {
            id: cx.id(),
            assignment_id: task.id.clone(),
            body_id: task.body_id.clone(),
            body_name: task.body_name.clone(),
            unit_id: task.unit_id.clone(),
            until_on: self.until.to_string(),
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_label: cx.actor.label().to_owned(),
            revoked_at: None,
        };
        task_link::add(tx, &row, self.token_hash, cx.actor.id()).await?;
        let data = vec![("link", Datum::Id(row.id)), ("body", Datum::Id(row.body_id)), ("until_on", Datum::Date(row.until_on))];
        direct::record(tx, cx, &task, "task_link.given", data).await
    }
}

/// Takes back every link of a task.
#[derive(Clone, Copy, Debug)]
pub struct RevokeLinks {
    /// The task's public id.
    pub task: i64,
}

impl Verb for RevokeLinks {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        cx.allow(Action::DirectTask, Scope::unit(&task.unit_id))?;
        let links = i64::try_from(task_link::revoke(tx, &task.id, cx.now_us).await?).unwrap_or(0);
        direct::record(tx, cx, &task, "task_link.revoked", vec![("links", Datum::Int(links))]).await
    }
}

/// The token that belongs to a form's key.
#[must_use]
pub fn token(keys: &Keys, task: i64, key: &str) -> String {
    let mac = keys.mac("task link token", &[&task.to_be_bytes(), key.as_bytes()]);
    data_encoding::BASE32_NOPAD.encode(mac.get(..16).unwrap_or_default()).to_lowercase()
}

/// What the rows hold of a token.
#[must_use]
pub fn token_hash(keys: &Keys, token: &str) -> [u8; 32] {
    keys.mac("task link", &[token.as_bytes()])
}

/// Opens a link: the task, and the body as which its reader acts. Wrong tokens from one address are counted.
///
/// # Errors
/// [`Refusal::NotFound`] for a wrong, expired or revoked link alike; [`Refusal::TooMany`]; the store's failure.
pub async fn open(app: &App, from: &str, token: &str) -> Result<(Actor, LinkRow, AssignmentRow), Refusal> {
    let mut conn = app.store.read().await?;
    let today = app.clock.today().to_string();
    let Some(link) = task_link::open(&mut conn, token_hash(&app.keys, token), &today).await? else {
        drop(conn);
        count_try(app, "task link", from, TRIES).await?;
        return Err(Refusal::NotFound("link"));
    };
    let (task, body) = beside!(&mut conn, |c| assignment::find(c, &link.assignment_id), |c| people::body(c, &link.body_id))?;
    let (task, body) = (task.ok_or(Refusal::NotFound("task"))?, body.ok_or(Refusal::NotFound("body"))?);
    // Whoever holds the link acts as the body: no account, no name; the link's id stands where an account's would.
    let actor = Actor::Officer(Officer {
        user_id: format!("{BY_LINK}{}", link.id),
        full_name: String::new(),
        role: Role::Body,
        unit_id: body.unit_id,
        body_id: body.id,
        body_name: body.name,
        post_id: None,
        post_name: None,
        leads: false,
    });
    Ok((actor, link, task))
}

/// What the id of an actor begins with who came by a link.
pub const BY_LINK: &str = "link:";
