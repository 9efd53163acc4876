//! Bổ nhiệm, giao phụ trách: somebody begins to hold a post, or to act for its holder, by a paper (S0.2, P17).

use caunoi_domain::{
    people::{actor::Role, body::BodyKind, post::PostKind, tenure::Tenure},
    record::event::Datum,
};
use caunoi_store::{
    Tx, account, people,
    people::GrantRow,
    tenure::{self, Held, TenureRow},
};
use jiff::civil::Date;

use super::{administered, fits, needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Appoints somebody to a post, or has them act for its holder. With an account the role of the post comes along and lasts
/// as long as the tenure.
#[derive(Clone, Debug)]
pub struct Appoint {
    /// The post.
    pub post_id: String,
    /// The person's name; taken from the account where one is named.
    pub person: String,
    /// Their sign-in name, where they have one.
    pub login: String,
    /// First day.
    pub from: Date,
    /// Last day, where it is known.
    pub to: Option<Date>,
    /// Acts for the holder, during leave or while nobody holds the post.
    pub acting: bool,
    /// The paper.
    pub paper: String,
}

impl Verb for Appoint {
    /// The tenure's id.
    type Done = String;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let held = administered(tx, cx, &self.post_id).await?;
        let account = if self.login.is_empty() {
            None
        } else {
            let found = account::of_unit(tx, &held.post.unit_id, &self.login).await?.into_iter().next();
            let found = found.ok_or_else(|| Refusal::problem("login", caunoi_domain::problem::What::NotAChoice))?;
            if cx.actor.officer().is_some_and(|o| o.user_id == found.id) {
                return Err(Refusal::problem("login", caunoi_domain::problem::What::OwnAccount));
            }
            Some(found)
        };
        let person = account.as_ref().map_or_else(|| self.person.clone(), |a| a.full_name.clone());
        needed(&person, "person")?;
        needed(&self.paper, "paper")?;
        let new = NewTenure {
            user_id: account.map(|a| a.id),
            person,
            from: self.from,
            to: self.to,
            acting: self.acting,
            paper: self.paper.clone(),
        };
        begin(tx, cx, &held, &new, None).await
    }
}

/// A tenure that begins.
pub(super) struct NewTenure {
    pub user_id: Option<String>,
    pub person: String,
    pub from: Date,
    pub to: Option<Date>,
    pub acting: bool,
    pub paper: String,
}

/// Lets a tenure begin, with the role of its post (or the role named) for whoever has an account.
pub(super) async fn begin(tx: &mut Tx<'_>, cx: &Cx, held: &Held, new: &NewTenure, role: Option<Role>) -> Result<String, Refusal> {
    let id = cx.id();
    let fact = Tenure { id: id.clone(), person: new.person.clone(), from: new.from, to: new.to, acting: new.acting };
    fits(&fact, held)?;
    let row = TenureRow {
        id: id.clone(),
        post_id: held.post.id.clone(),
        user_id: new.user_id.clone(),
        person: new.person.clone(),
        from_on: new.from.to_string(),
        to_on: new.to.map(|d| d.to_string()),
        acting: new.acting,
        paper: new.paper.clone(),
        end_paper: String::new(),
    };
    tenure::add(tx, &row).await?;
    if let Some(user_id) = &new.user_id {
        let body = people::body(tx, &held.post.body_id).await?.ok_or(Refusal::NotFound("body"))?;
        let grant = GrantRow {
            id: &cx.id(),
            user_id,
            role: role.unwrap_or_else(|| role_of(held.post.kind, body.kind)),
            unit_id: &held.post.unit_id,
            body_id: &held.post.body_id,
            post_id: Some(&held.post.id),
            tenure_id: &id,
            from_on: &row.from_on,
            to_on: None,
        };
        people::grant(tx, &grant).await?;
    }
    let manner = if new.acting { "acting" } else { "holder" };
    let data = vec![
        ("post", Datum::Id(held.post.id.clone())),
        ("from", Datum::date(new.from)),
        ("manner", Datum::Code(manner.to_owned())),
        ("paper", cx.commit(new.paper.as_bytes())),
    ];
    tell(tx, cx, &held.post.unit_id, "tenure.begun", ("tenure", &id), data).await?;
    Ok(id)
}

/// The role that comes with a post.
#[must_use]
pub fn role_of(post: PostKind, body: BodyKind) -> Role {
    match post {
        PostKind::PartySecretary | PostKind::CommitteeChair => Role::Head,
        PostKind::CouncilStanding => Role::Council,
        PostKind::FrontChair => Role::Front,
        PostKind::ChiefOfOffice => Role::Secretary,
        PostKind::BodyHead if body == BodyKind::Inspection => Role::Inspector,
        PostKind::BodyHead => Role::Body,
    }
}
