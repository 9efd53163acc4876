//! Đôn đốc: what the urging of a task and of a superior have in common.

use caunoi_domain::{opinion::step::Step, problem::What, record::event::Datum};
use caunoi_store::{
    Tx,
    urging::{self, Urged, UrgingRow},
};

use super::typed::Typed;
use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// What is urged, and whose it is.
pub(super) struct Subject<'a> {
    pub(super) kind: Urged,
    pub(super) id: &'a str,
    pub(super) unit_id: &'a str,
    pub(super) province_id: &'a str,
    /// The item on whose thread it stands; a prepared answer has none of its own.
    pub(super) item_id: Option<&'a str>,
    /// Label of who is urged.
    pub(super) to: &'a str,
}

/// Records an urging, on the thread too; once a day at most. Answers its id.
pub(super) async fn urge(tx: &mut Tx<'_>, cx: &Cx, subject: Subject<'_>, text: &str) -> Result<String, Refusal> {
    let mut typed = Typed::default();
    let text = typed.note(text, "urging");
    typed.sound()?;
    let today = cx.today_iso();
    if urging::of(tx, subject.kind, subject.id).await?.iter().any(|u| u.on_day == today) {
        return Err(Refusal::problem("urging", What::UrgedToday));
    }
    let row = UrgingRow {
        id: cx.id(),
        unit_id: subject.unit_id.to_owned(),
        subject: subject.kind,
        subject_id: subject.id.to_owned(),
        text,
        at: cx.now_us,
        on_day: today,
        by_user: cx.actor.id().to_owned(),
        by_label: urging::label(cx.actor.label()).to_owned(),
    };
    urging::add(tx, &row).await?;
    if let Some(item_id) = subject.item_id {
        cx.step(tx, subject.province_id, item_id, &Step::Urged { to: subject.to.to_owned() }).await?;
    }
    cx.record(
        tx,
        Happened {
            kind: "urging.recorded",
            unit_id: subject.unit_id,
            province_id: subject.province_id,
            subject_kind: subject.kind.code(),
            subject: subject.id,
            data: vec![("urging", Datum::Id(row.id.clone())), ("text_sha256", cx.commit(row.text.as_bytes()))],
        },
    )
    .await?;
    Ok(row.id)
}
