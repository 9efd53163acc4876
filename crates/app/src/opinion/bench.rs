//! What the verbs of triage share: loading items that the office still decides about, and what undo puts back.

use caunoi_domain::{
    opinion::{
        item::{Grounded, NextCode, Publication, Route, Standing},
        kind::OpinionKind,
        tracking_code::PublicId,
        triage,
    },
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow, Next},
    step,
    triage_undo::{self, Touched, UndoRow},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

caunoi_domain::words! {
    /// An action of triage that can be undone.
    Undoable {
        /// phân loại
        Classify = "classify",
        /// gộp thành nhóm
        Group = "group",
        /// tách khỏi nhóm
        Ungroup = "ungroup",
        /// tách thành nhiều việc
        Split = "split",
        /// đưa ra đối thoại
        ToDialogue = "to_dialogue",
        /// giao cơ quan
        Assign = "assign",
        /// công bố
        Publish = "publish",
    }
}

/// Items of one bulk action at most.
pub const ITEMS_MAX: usize = 100;

/// Loads an item for an action of triage and refuses where the office no longer decides about it.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`], or that it is on its way already.
pub(crate) async fn open_item(tx: &mut Tx<'_>, cx: &Cx, action: Action, public_id: i64) -> Result<ItemRow, Refusal> {
    let item = any_item(tx, cx, action, public_id).await?;
    if triage::is_open(item.standing, item.route) { Ok(item) } else { Err(Refusal::not_now(item.standing)) }
}

/// Loads an item wherever it stands, but for a sealed one.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`], or that it is sealed.
pub(crate) async fn any_item(tx: &mut Tx<'_>, cx: &Cx, action: Action, public_id: i64) -> Result<ItemRow, Refusal> {
    let item = item::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("item"))?;
    cx.allow(action, Scope::unit(&item.unit_id))?;
    if item.standing == Standing::Sealed { Err(Refusal::not_now(item.standing)) } else { Ok(item) }
}

/// Loads the items of a bulk action; the same twice is once, and nothing chosen is a problem of `items`.
///
/// # Errors
/// As [`open_item`]; nothing chosen, or too many.
pub(crate) async fn open_items(tx: &mut Tx<'_>, cx: &Cx, action: Action, public_ids: &[i64]) -> Result<Vec<ItemRow>, Refusal> {
    use caunoi_domain::problem::What;
    if public_ids.is_empty() || public_ids.len() > ITEMS_MAX {
        return Err(Refusal::problem("items", What::Number { min: 1, max: i64::try_from(ITEMS_MAX).unwrap_or(100) }));
    }
    let mut items: Vec<ItemRow> = Vec::new();
    for id in public_ids {
        if !items.iter().any(|i| i.public_id == *id) {
            items.push(open_item(tx, cx, action, *id).await?);
        }
    }
    Ok(items)
}

/// Records what happened to an item.
///
/// # Errors
/// The store's failure.
pub(crate) async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    kind: &'static str,
    item: &ItemRow,
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    let happened = Happened { kind, unit_id: &item.unit_id, province_id: &item.province_id, subject_kind: "item", subject: &item.id, data };
    cx.record(tx, happened).await
}

/// A public id as a datum.
pub(crate) fn shown(public_id: i64) -> Datum {
    Datum::Id(PublicId::from_i64(public_id).to_string())
}

/// An item as it was before an action.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ItemBefore {
    pub id: String,
    kind: OpinionKind,
    title: String,
    body: String,
    field: String,
    grounded: Grounded,
    grounded_note: String,
    pub issue_id: Option<String>,
    route: Route,
    standing: Standing,
    next_code: NextCode,
    next_actor: String,
    next_due_on: Option<String>,
    due_basis: String,
    /// How it stood towards the public; kept by acts of publication only.
    #[serde(default)]
    publication: Option<PublicationBefore>,
}

/// What everybody read of an item before it was published, or published anew.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct PublicationBefore {
    state: Publication,
    title: String,
    body: String,
    ground: String,
    by: String,
    at: Option<i64>,
}

impl ItemBefore {
    /// The item as it is now.
    pub fn of(i: &ItemRow) -> Self {
        Self {
            id: i.id.clone(),
            kind: i.kind,
            title: i.title.clone(),
            body: i.body.clone(),
            field: i.field.clone(),
            grounded: i.grounded,
            grounded_note: i.grounded_note.clone(),
            issue_id: i.issue_id.clone(),
            route: i.route,
            standing: i.standing,
            next_code: i.next.code,
            next_actor: i.next.actor.clone(),
            next_due_on: i.next.due_on.clone(),
            due_basis: i.next.basis.clone(),
            publication: None,
        }
    }

    /// The item as it is now, with what everybody reads of it.
    pub fn with_publication(i: &ItemRow) -> Self {
        let publication = PublicationBefore {
            state: i.publication,
            title: i.published_title.clone(),
            body: i.published_body.clone(),
            ground: i.withheld_ground.clone(),
            by: i.publication_by.clone(),
            at: i.publication_at,
        };
        Self { publication: Some(publication), ..Self::of(i) }
    }

    /// Puts everything back into the item.
    pub fn put_back(self, i: &mut ItemRow) {
        i.kind = self.kind;
        i.title = self.title;
        i.body = self.body;
        i.field = self.field;
        i.grounded = self.grounded;
        i.grounded_note = self.grounded_note;
        i.issue_id = self.issue_id;
        i.route = self.route;
        i.standing = self.standing;
        i.next = Next { code: self.next_code, actor: self.next_actor, due_on: self.next_due_on, basis: self.due_basis };
        if let Some(p) = self.publication {
            (i.publication, i.published_title, i.published_body) = (p.state, p.title, p.body);
            (i.withheld_ground, i.publication_by, i.publication_at) = (p.ground, p.by, p.at);
        }
    }
}

/// Everything that an undo puts back.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Before {
    pub items: Vec<ItemBefore>,
    /// Items that the action made.
    pub made: Vec<String>,
    /// Tasks that the action opened: item and task.
    #[serde(default)]
    pub tasks: Vec<(String, String)>,
    /// The issue that the action made.
    pub issue: Option<String>,
    /// Issues that the action dissolved.
    pub dissolved: Vec<String>,
}

/// Keeps what undo puts back, after the action has written its steps.
///
/// # Errors
/// The store's failure.
pub(crate) async fn remember(tx: &mut Tx<'_>, cx: &Cx, verb: Undoable, unit_id: &str, before: Before) -> Result<(), Refusal> {
    remember_press(tx, cx, verb, unit_id, before, "").await
}

/// As [`remember`]; the rows of one press of a form are one action, which one undo takes back.
///
/// # Errors
/// The store's failure.
pub(crate) async fn remember_press(
    tx: &mut Tx<'_>,
    cx: &Cx,
    verb: Undoable,
    unit_id: &str,
    mut before: Before,
    press: &str,
) -> Result<(), Refusal> {
    let touched = touched(tx, &before).await?;
    let begun = if press.is_empty() { None } else { triage_undo::of_press(tx, unit_id, cx.actor.id(), press).await? };
    if let Some(row) = &begun {
        let mut all: Before = serde_json::from_str(&row.before).map_err(|e| Refusal::Broken(e.to_string()))?;
        all.items.append(&mut before.items);
        before = all;
    }
    let row = UndoRow {
        id: begun.as_ref().map_or_else(|| cx.id(), |row| row.id.clone()),
        unit_id: unit_id.to_owned(),
        user_id: cx.actor.id().to_owned(),
        verb: verb.code().to_owned(),
        label: before.items.len().to_string(),
        before: serde_json::to_string(&before).map_err(|e| Refusal::Broken(e.to_string()))?,
        at: cx.now_us,
        press: press.to_owned(),
    };
    if begun.is_some() {
        triage_undo::grow(tx, &row, &touched).await?;
    } else {
        triage_undo::add(tx, &row, &touched).await?;
    }
    Ok(())
}

/// What an action touched, with the steps that stand on each thread now.
async fn touched(tx: &mut Tx<'_>, before: &Before) -> Result<Vec<Touched>, Refusal> {
    let mut all = Vec::new();
    for item_id in before.items.iter().map(|i| &i.id).chain(&before.made) {
        let task = before.tasks.iter().find(|(item, _)| item == item_id);
        all.push(Touched {
            item_id: item_id.clone(),
            steps: step::count(tx, item_id).await?,
            task_id: task.map(|(_, task)| task.clone()).unwrap_or_default(),
        });
    }
    Ok(all)
}

/// A code word as a datum.
pub(crate) fn code(word: &str) -> Datum {
    Datum::Code(word.to_owned())
}
