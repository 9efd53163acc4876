//! Gộp thành nhóm vấn đề: items that are the same matter share an issue; each person is told on the thread (S0.6).

use caunoi_domain::{
    opinion::{item::Standing, kind::Field, private, step::Step, tracking_code::PublicId},
    people::policy::Action,
    problem::What,
};
use caunoi_store::{
    Tx,
    issue::{self, IssueRow},
    item, unit,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Cx, Verb},
    opinion::{
        bench::{self, Before, ItemBefore, Undoable},
        restrict, ungroup,
    },
    refusal::Refusal,
};

/// The issue that items are grouped into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Into {
    /// One that is there: its public id.
    Existing(i64),
    /// A new one.
    New {
        /// Title: posts and places, no persons.
        title: String,
        /// Its field.
        field: Field,
    },
}

/// Groups items into an issue.
#[derive(Clone, Debug)]
pub struct Group {
    /// Public ids.
    pub items: Vec<i64>,
    /// The issue.
    pub into: Into,
}

/// The issue, and how many items are in it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grouped {
    /// The issue's public id.
    pub issue: i64,
    /// Items in it.
    pub items: i64,
}

impl Verb for Group {
    type Done = Grouped;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Grouped, Refusal> {
        let mut items = bench::open_items(tx, cx, Action::Triage, &self.items).await?;
        let Some(first) = items.first().cloned() else { return Err(Refusal::NotFound("item")) };
        let mut before = Before { items: items.iter().map(ItemBefore::of).collect(), ..Before::default() };
        let group = self.issue(tx, cx, &first.unit_id, &first.province_id).await?;
        if matches!(self.into, Into::New { .. }) {
            before.issue = Some(group.id.clone());
        }
        let left: Vec<String> = items.iter().filter_map(|i| i.issue_id.clone()).filter(|id| *id != group.id).collect();
        for i in &items {
            restrict::unrestricted(tx, i).await?;
        }
        for i in &mut items {
            if i.unit_id != group.unit_id {
                return Err(Refusal::NotFound("item"));
            }
            i.issue_id = Some(group.id.clone());
            if i.field.is_empty() {
                i.field.clone_from(&group.field);
            }
            i.standing = Standing::Triaged;
            item::save(tx, i, cx.now_us).await?;
        }
        let size = issue::size(tx, &group.id).await?;
        for i in &items {
            let shown = PublicId::from_i64(group.public_id).to_string();
            cx.step(tx, &i.province_id, &i.id, &Step::Grouped { issue: shown, title: group.title.clone(), with: size - 1 }).await?;
            bench::record(tx, cx, "item.grouped", i, vec![("issue", bench::shown(group.public_id))]).await?;
        }
        for id in left {
            if ungroup::dissolve_if_empty(tx, cx, &id).await? {
                before.dissolved.push(id);
            }
        }
        unit::bump_version(tx, &group.unit_id).await?;
        bench::remember(tx, cx, Undoable::Group, &group.unit_id, before).await?;
        Ok(Grouped { issue: group.public_id, items: size })
    }
}

impl Group {
    async fn issue(&self, tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, province_id: &str) -> Result<IssueRow, Refusal> {
        let (title, field) = match &self.into {
            Into::Existing(public_id) => {
                let found = issue::find_public(tx, *public_id).await?;
                return found
                    .filter(|i| i.unit_id == unit_id && i.dissolved_at.is_none())
                    .ok_or(Refusal::problem("issue", What::NotAChoice));
            }
            Into::New { title, field } => (title, field),
        };
        if title.is_empty() {
            return Err(Refusal::problem("title", What::Empty));
        }
        // The title stands on the thread of everybody who is in the group.
        if private::betrays(title, None) {
            return Err(Refusal::problem("title", What::PrivateDatum));
        }
        let new = IssueRow {
            id: cx.id(),
            province_id: province_id.to_owned(),
            unit_id: unit_id.to_owned(),
            public_id: cx.public_id().to_i64(),
            title: title.clone(),
            summary: String::new(),
            field: field.code().to_owned(),
            hot: false,
            urgent: false,
            published_at: None,
            created_at: cx.now_us,
            created_by: cx.actor.id().to_owned(),
            dissolved_at: None,
        };
        issue::add(tx, &new).await?;
        Ok(new)
    }
}
