//! A post of a body: who holds it decides, answers or signs for the body (S0.2).

use caunoi_domain::{
    people::{
        policy::{Action, Scope},
        post::PostKind,
    },
    problem::What,
    record::event::Datum,
    text::fold::fold,
};
use caunoi_store::{
    Tx,
    people::{self, PostRow},
};

use super::{needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Adds a post to a body.
#[derive(Clone, Debug)]
pub struct AddPost {
    /// The body.
    pub body_id: String,
    /// Kind.
    pub kind: PostKind,
    /// Name.
    pub name: String,
    /// Owes dialogues by the regulations.
    pub head: bool,
}

impl Verb for AddPost {
    /// The post's id.
    type Done = String;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let body = people::body(tx, &self.body_id).await?.ok_or_else(|| Refusal::problem("body", What::NotAChoice))?;
        cx.allow(Action::Administer, Scope::unit(&body.unit_id))?;
        needed(&self.name, "name")?;
        let name = fold(&self.name);
        if people::posts(tx, &body.unit_id, &cx.today_iso()).await?.iter().any(|p| p.body_id == body.id && fold(&p.name) == name) {
            return Err(Refusal::problem("name", What::AlreadyThere));
        }
        let row = PostRow {
            id: cx.id(),
            body_id: body.id.clone(),
            unit_id: body.unit_id.clone(),
            kind: self.kind,
            name: self.name.clone(),
            head: self.head,
            holder: None,
        };
        people::put_post(tx, &row).await?;
        tell(tx, cx, &body.unit_id, "post.added", ("post", &row.id), vec![("body", Datum::Id(body.id.clone()))]).await?;
        Ok(row.id)
    }
}
