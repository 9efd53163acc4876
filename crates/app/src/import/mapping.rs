//! Ghép cột: the mapping of own heads to our columns, saved for a unit and a kind, so that it is chosen once.

use caunoi_domain::{
    import::Mapping,
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{Tx, book as books, unit};

use crate::{
    context::{App, Cx, Happened, Verb},
    refusal::Refusal,
};

/// The saved mapping; empty where nothing was chosen yet.
///
/// # Errors
/// The store's failure.
pub async fn saved(app: &App, unit_id: &str, kind: &str) -> Result<Mapping, Refusal> {
    let json = books::mapping(&mut app.store.read().await?, unit_id, kind).await?;
    json.map_or_else(|| Ok(Mapping::default()), |json| serde_json::from_str(&json).map_err(|e| Refusal::Broken(e.to_string())))
}

/// Saves the mapping of a unit's book.
#[derive(Clone, Debug)]
pub struct SaveMapping {
    /// The unit's id.
    pub unit_id: String,
    /// The kind of book.
    pub kind: &'static str,
    /// What the policy must allow for that kind.
    pub action: Action,
    /// Own heads and our columns.
    pub mapping: Mapping,
}

impl Verb for SaveMapping {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(self.action, Scope::unit(&self.unit_id))?;
        let here = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let json = serde_json::to_string(&self.mapping).map_err(|e| Refusal::Broken(e.to_string()))?;
        books::save_mapping(tx, &self.unit_id, self.kind, &json, cx.now_us, cx.actor.id()).await?;
        cx.record(
            tx,
            Happened {
                kind: "book.mapped",
                unit_id: &here.id,
                province_id: &here.province_id,
                subject_kind: "book",
                subject: self.kind,
                data: vec![("mapping_sha256", cx.commit(json.as_bytes())), ("kind", Datum::Code(self.kind.to_owned()))],
            },
        )
        .await
    }
}
