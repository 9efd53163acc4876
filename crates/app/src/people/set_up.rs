//! First set-up of a real office: its bodies and posts, from the usual list or the office's own, with what followed what.

use std::collections::HashMap;

use caunoi_domain::{
    people::{
        actor::Role,
        body::BodyKind,
        policy::{Action, Scope},
        publication_policy::Choice,
        succession::{BodyName, Succession},
        template::{BodyLine, SuccessionLine},
    },
    problem::{Problem, What},
    record::event::Datum,
    unit::Level,
};
use caunoi_store::{
    Tx, body_name,
    people::{self, BodyRow, PostRow},
    publication_policy::{self, PolicyLine},
    unit,
};
use jiff::{ToSpan as _, civil::Date};

use super::{account::OpenAccount, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Sets up the office of a unit that has none.
#[derive(Clone, Debug)]
pub struct SetUpOffice {
    /// The unit.
    pub unit_id: String,
    /// Its bodies with their posts, names filled in.
    pub bodies: Vec<BodyLine>,
    /// What followed what, by the keys of bodies.
    pub successions: Vec<(SuccessionLine, Date)>,
    /// The paper of the province on what is published; empty where the safe defaults are kept.
    pub policy_basis: String,
    /// The key of the body that the administrator belongs to.
    pub admin_body: String,
    /// The first administrator.
    pub admin: FirstAdmin,
}

/// The first administrator of an office.
#[derive(Clone, Debug)]
pub struct FirstAdmin {
    /// Sign-in name.
    pub login: String,
    /// Name.
    pub full_name: String,
    /// From [`super::account::hash_password`].
    pub password_hash: String,
    /// The password is good for one sign-in.
    pub must_change: bool,
}

/// The key of the body that does the papers, to which an administrator belongs where the office names no other.
#[must_use]
pub fn office_of(bodies: &[BodyLine]) -> Option<&str> {
    let office = bodies.iter().find(|b| b.kind == BodyKind::Office && !b.former);
    office.or_else(|| bodies.iter().find(|b| !b.former && b.has_account)).map(|b| b.key.as_str())
}

impl Verb for SetUpOffice {
    /// The ids of bodies by their keys.
    type Done = HashMap<String, String>;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<HashMap<String, String>, Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let here = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if !people::bodies(tx, &self.unit_id).await?.is_empty() {
            return Err(Refusal::not_now("set_up"));
        }
        let mut ids = HashMap::new();
        for line in &self.bodies {
            let id = cx.id();
            if ids.insert(line.key.clone(), id.clone()).is_some() {
                return Err(Refusal::Invalid(vec![Problem::new("key", What::AlreadyThere)]));
            }
            // Bodies of a commune of 2025 begin with it; those of a province were there before, since when is not known.
            let since = here.valid_from.as_deref().filter(|_| here.level == Level::Commune);
            put(tx, cx, &here.id, since, &id, line).await?;
        }
        for (line, on) in &self.successions {
            let Some(new) = ids.get(&line.to) else { continue };
            for old in line.from.iter().filter_map(|key| ids.get(key)) {
                let s = Succession { old: old.clone(), new: new.clone(), on: *on, source: line.source.clone(), confirmed: line.confirmed };
                body_name::add_succession(tx, &cx.id(), &s).await?;
                body_name::end(tx, old, &on.checked_sub(1.day()).unwrap_or(*on).to_string()).await?;
                body_name::begin(tx, new, &on.to_string()).await?;
            }
        }
        for choice in Choice::ALL {
            let line = PolicyLine { name: choice.code().to_owned(), value: choice.default_value(), basis: self.policy_basis.clone() };
            publication_policy::set(tx, &cx.id(), &here.id, &line, cx.now_us).await?;
        }
        let body_id = ids.get(&self.admin_body).cloned().ok_or_else(|| Refusal::problem("admin_body", What::NotAChoice))?;
        let admin = OpenAccount {
            login: self.admin.login.clone(),
            password_hash: self.admin.password_hash.clone(),
            must_change: self.admin.must_change,
            full_name: self.admin.full_name.clone(),
            role: Role::Admin,
            unit_id: here.id.clone(),
            body_id,
            post_id: None,
            from_on: cx.today_iso(),
            paper: String::new(),
        };
        admin.carry_out(tx, cx).await?;
        let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        tell(tx, cx, &here.id, "office.set_up", ("unit", &here.id), vec![("bodies", Datum::Int(count))]).await?;
        Ok(ids)
    }
}

async fn put(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, since: Option<&str>, id: &str, line: &BodyLine) -> Result<(), Refusal> {
    let row = BodyRow {
        id: id.to_owned(),
        unit_id: unit_id.to_owned(),
        kind: line.kind,
        name: line.name.clone(),
        symbol: line.symbol.clone(),
        has_account: line.has_account,
    };
    people::put_body(tx, &row).await?;
    // Of a former body only the end is known.
    let from = since.filter(|_| !line.former);
    body_name::set_period(tx, id, from, None, &line.source, line.confirmed).await?;
    let name = BodyName {
        id: cx.id(),
        name: line.name.clone(),
        symbol: line.symbol.clone(),
        from: None,
        source: line.source.clone(),
        confirmed: line.confirmed,
    };
    body_name::add_name(tx, id, &name).await?;
    for p in &line.posts {
        let post = PostRow {
            id: cx.id(),
            body_id: id.to_owned(),
            unit_id: unit_id.to_owned(),
            kind: p.kind,
            name: p.name.clone(),
            head: p.head,
            holder: None,
        };
        people::put_post(tx, &post).await?;
    }
    Ok(())
}
