//! Bàn giao (P17): a post passes on with everything that is open under it, by a paper; the list is kept as it was.

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{
        policy::{Action, Scope},
        post::PostKind,
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Conn, Tx,
    post_handover::{self, HandoverRow, OpenLine},
    tenure::{self, PostView},
    unit,
};
use jiff::civil::Date;

use super::{needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Records that a post was handed over.
#[derive(Clone, Debug)]
pub struct HandOverPost {
    /// The post.
    pub post_id: String,
    /// Who hands over.
    pub given_by: String,
    /// Who takes over.
    pub taken_by: String,
    /// The day, not after today.
    pub on: Date,
    /// The paper: biên bản bàn giao.
    pub paper: String,
}

impl Verb for HandOverPost {
    /// The public id of the handing over.
    type Done = i64;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let post = tenure::post(tx, &self.post_id).await?.ok_or(Refusal::NotFound("post"))?;
        cx.allow(Action::HandOver, Scope::body(&post.unit_id, &post.body_id))?;
        needed(&self.given_by, "given_by")?;
        needed(&self.taken_by, "taken_by")?;
        needed(&self.paper, "paper")?;
        if self.on > cx.today {
            return Err(Refusal::problem("on_day", What::DayOutOfOrder));
        }
        let lines = open_under(tx, &post, &cx.today_iso()).await?;
        let province_id = unit::find(tx, &post.unit_id).await?.ok_or(Refusal::NotFound("unit"))?.province_id;
        let row = HandoverRow {
            id: cx.id(),
            province_id,
            unit_id: post.unit_id.clone(),
            post_id: post.id.clone(),
            public_id: cx.public_id().to_i64(),
            given_by: self.given_by.clone(),
            taken_by: self.taken_by.clone(),
            on_day: self.on.to_string(),
            paper: self.paper.clone(),
            at: cx.now_us,
            by_label: cx.actor.label().to_owned(),
        };
        post_handover::add(tx, &row, &lines).await?;
        let data = vec![
            ("handover", Datum::Id(PublicId::from_i64(row.public_id).to_string())),
            ("on", Datum::date(self.on)),
            ("open", Datum::Int(i64::try_from(lines.len()).unwrap_or(i64::MAX))),
        ];
        tell(tx, cx, &post.unit_id, "post.handed_over", ("post", &post.id), data).await?;
        Ok(row.public_id)
    }
}

/// What is open under a post on a day: for a head of the unit everything of the unit, for the head of a body what is the body's.
///
/// # Errors
/// The store's failure.
pub async fn open_under(conn: &mut Conn<'_>, post: &PostView, today: &str) -> Result<Vec<OpenLine>, Refusal> {
    Ok(match post.kind {
        PostKind::PartySecretary | PostKind::CommitteeChair => post_handover::open_for_unit(conn, &post.id, &post.unit_id, today).await?,
        _ => post_handover::open_for_body(conn, &post.id, &post.body_id, today).await?,
    })
}
