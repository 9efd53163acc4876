//! Hoàn tác: the clerk's last action of triage of this day is taken back, where nothing has followed it.

use caunoi_domain::{
    opinion::{step::Step, tracking_code::PublicId},
    people::policy::{Action, Scope},
    problem::What,
};
use caunoi_store::{
    Tx, issue, item, search, step,
    triage_undo::{self, UndoRow},
    unit,
};

use crate::{
    clock,
    context::{App, Cx, Verb},
    opinion::bench::{self, Before, Undoable},
    refusal::Refusal,
};
use caunoi_domain::people::actor::Officer;

/// Takes back the clerk's last action of triage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Undo;

/// What an undo would take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAction {
    /// The verb.
    pub verb: Undoable,
    /// Items it touched.
    pub items: i64,
}

/// What the officer's next undo would take back.
///
/// # Errors
/// The store's failure.
pub async fn last(app: &App, officer: &Officer) -> Result<Option<LastAction>, Refusal> {
    let since = clock::instant(app.clock.today(), 0, 0);
    let row = triage_undo::last(&mut app.store.read().await?, &officer.unit_id, &officer.user_id, since).await?;
    Ok(row.and_then(|r| Some(LastAction { verb: r.verb.parse().ok()?, items: r.label.parse().ok()? })))
}

impl Verb for Undo {
    type Done = Undoable;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Undoable, Refusal> {
        let officer = cx.actor.officer().ok_or(Refusal::NotAllowed(Action::Triage))?;
        cx.allow(Action::Triage, Scope::unit(&officer.unit_id))?;
        let nothing = || Refusal::problem("", What::CannotUndo);
        let since = clock::instant(cx.today, 0, 0);
        let row = triage_undo::last(tx, &officer.unit_id, &officer.user_id, since).await?.ok_or_else(nothing)?;
        let verb: Undoable = row.verb.parse().map_err(|_| nothing())?;
        let before: Before = serde_json::from_str(&row.before).map_err(|e| Refusal::Broken(e.to_string()))?;
        put_back(tx, cx, &row, before, nothing).await?;
        triage_undo::done(tx, &row.id, cx.now_us).await?;
        unit::bump_version(tx, &row.unit_id).await?;
        Ok(verb)
    }
}

async fn put_back(tx: &mut Tx<'_>, cx: &Cx, row: &UndoRow, before: Before, nothing: impl Fn() -> Refusal) -> Result<(), Refusal> {
    for (id, steps) in &before.made {
        if step::count(tx, id).await? != *steps {
            return Err(nothing());
        }
        step::remove(tx, id).await?;
        if let Some(made) = item::find(tx, id).await? {
            search::remove(tx, "item", &PublicId::from_i64(made.public_id).to_string()).await?;
            bench::record(tx, cx, "item.unmade", &made, Vec::new()).await?;
        }
        item::remove(tx, id).await?;
    }
    for dissolved in &before.dissolved {
        if let Some(mut again) = issue::find(tx, dissolved).await? {
            again.dissolved_at = None;
            issue::save(tx, &again).await?;
        }
    }
    for old in before.items {
        let mut i = item::find(tx, &old.id).await?.ok_or_else(&nothing)?;
        if step::count(tx, &old.id).await? != old.steps {
            return Err(nothing());
        }
        old.put_back(&mut i);
        item::save(tx, &i, cx.now_us).await?;
        cx.step(tx, &i.province_id, &i.id, &Step::Undone).await?;
        bench::record(tx, cx, "item.undone", &i, vec![("action", bench::code(&row.verb))]).await?;
    }
    if let Some(made) = &before.issue {
        super::ungroup::dissolve_if_empty(tx, cx, made).await?;
    }
    Ok(())
}
