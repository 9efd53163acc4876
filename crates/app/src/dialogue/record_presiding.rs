//! Who actually presided for each chair's post: in person, by a deputy under which paper and why, or not at all (S3.1);
//! and who co-chaired for the HĐND's Standing Committee. What is recorded already is not recorded again.

use caunoi_domain::{
    dialogue::{
        minutes::Presided,
        state::{DelegationGround, PresidingMode},
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    presiding::{self, PresidingRow},
};

use super::minutes;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes who presided.
#[derive(Clone, Debug)]
pub struct RecordPresiding {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// By post id; the post's name in it is not read.
    pub presided: Vec<(String, Presided)>,
}

impl Verb for RecordPresiding {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (d, mut m) = minutes::unsigned(tx, cx, self.dialogue).await?;
        let chairs = presiding::of(tx, &d.id).await?;
        let mut problems = Vec::new();
        for (post_id, p) in &self.presided {
            let (Some(chair), Some(mode)) = (chairs.iter().find(|c| c.post_id == *post_id), p.mode) else {
                problems.push(Problem::new("presiding", What::NotAChoice));
                continue;
            };
            let p = Presided { post: chair.post_name.clone(), ..p.clone() };
            if let Some(part) = p.missing() {
                problems.push(Problem::new("presiding", What::Missing(part)));
                continue;
            }
            let row = PresidingRow {
                post_id: post_id.clone(),
                person: p.person,
                mode,
                deputy: p.deputy,
                paper: p.paper,
                reason: p.reason,
                // Who presided in person gave no reason.
                ground: p.ground.filter(|_| mode != PresidingMode::InPerson),
            };
            if chair.recorded.as_ref() == Some(&row) {
                continue;
            }
            minutes::uncheck(tx, &mut m).await?;
            presiding::put(tx, &d.id, &row).await?;
            let data = vec![
                ("post", Datum::Id(row.post_id.clone())),
                ("mode", Datum::Code(mode.code().to_owned())),
                ("ground", Datum::Code(row.ground.map_or("-", DelegationGround::code).to_owned())),
                ("paper_sha256", cx.commit(row.paper.as_bytes())),
            ];
            super::tell(tx, cx, &d, "presiding.recorded", data).await?;
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
    }
}
