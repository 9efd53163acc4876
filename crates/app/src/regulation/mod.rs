//! The verbs of the register of governing documents.

pub mod add_clause;
pub mod approve_summary;
pub mod load;
pub mod record_act;
pub mod register;

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
    regulation::{
        document::{Document, Visibility},
        validity,
    },
};
use caunoi_store::{
    Tx,
    regulation::{self, RegulationRow},
    search::{self, Doc},
    unit,
};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// Keeps a document as its next version: row, version, days in force of it and of what it supersedes, search, event.
pub(crate) async fn keep(tx: &mut Tx<'_>, cx: &Cx, d: &Document, keeper: &str, version: i64) -> Result<(), Refusal> {
    regulation::put(tx, d, keeper, version, cx.actor.id(), cx.now_us).await?;
    renew_spans(tx, d).await?;
    find_it(tx, cx, d, "").await?;
    let province_id = match unit::find(tx, keeper).await? {
        Some(u) => u.province_id,
        None => "-".to_owned(),
    };
    cx.record(
        tx,
        Happened {
            kind: if version == 1 { "regulation.registered" } else { "regulation.corrected" },
            unit_id: if keeper.is_empty() { "-" } else { keeper },
            province_id: &province_id,
            subject_kind: "regulation",
            subject: &d.id,
            data: vec![
                ("version", Datum::Int(version)),
                ("clauses", Datum::Int(i64::try_from(d.clauses.len()).unwrap_or(0))),
                ("content_sha256", cx.commit(regulation::hash(d)?.as_bytes())),
            ],
        },
    )
    .await
}

/// Days in force of a document and of every document that it links to: what another says of it may end it.
async fn renew_spans(tx: &mut Tx<'_>, d: &Document) -> Result<(), Refusal> {
    let mut ids: Vec<&str> = d.links.iter().map(|l| l.to.as_str()).collect();
    ids.push(&d.id);
    for id in ids {
        let around = regulation::with_successors(tx, id).await?;
        if let Some(own) = around.iter().find(|a| a.id == id) {
            regulation::put_span(tx, id, validity::span(own, &around)).await?;
        }
    }
    Ok(())
}

/// Makes a document found by everybody: an internal one by its number and issuer and its approved summary only.
async fn find_it(tx: &mut Tx<'_>, cx: &Cx, d: &Document, summary: &str) -> Result<(), Refusal> {
    let open = d.visibility == Visibility::Public;
    let title = match (open, d.number.is_empty()) {
        (true, true) => d.title.clone(),
        (true, false) => format!("{}: {}", d.number, d.title),
        (false, _) => d.number.clone(),
    };
    let clauses: String = if open { d.clauses.iter().map(|c| format!(" {}", c.text)).collect() } else { summary.to_owned() };
    search::put(
        tx,
        &Doc {
            id: i64::try_from(cx.public_id().get() >> 1).unwrap_or(0),
            kind: "regulation",
            reference: &d.id,
            unit_id: d.unit_id.as_deref().unwrap_or_default(),
            public: true,
            title: &title,
            context: &d.issuer,
            text: &format!("{} {title} {} {clauses}", d.spellings(), d.issuer),
            weight: 1,
            at: cx.now_us,
        },
    )
    .await?;
    Ok(())
}

/// A document that the actor's own office keeps, or that it issued and another office registered. A version that the
/// issuer's office writes takes the document over: from then on it keeps it, and it applies where the issuer's documents do.
/// What is only said of it, its approved summary, leaves it with whoever keeps it.
async fn own(tx: &mut Tx<'_>, cx: &Cx, action: Action, id: &str) -> Result<RegulationRow, Refusal> {
    let found = regulation::find(tx, id).await?.ok_or(Refusal::NotFound("regulation"))?;
    if found.keeper.is_empty() {
        return Err(Refusal::NotAllowed(action));
    }
    if found.issuer_unit.is_empty() || cx.allow(action, Scope::unit(&found.issuer_unit)).is_err() {
        cx.allow(action, Scope::unit(&found.keeper))?;
        return Ok(found);
    }
    if action != Action::KeepRegulations {
        return Ok(found);
    }
    let taken = as_issuer(&found, &found.issuer_unit);
    if taken.keeper != found.keeper {
        let issuer = unit::find(tx, &found.issuer_unit).await?.ok_or(Refusal::NotFound("unit"))?;
        cx.record(
            tx,
            Happened {
                kind: "regulation.taken_over",
                unit_id: &issuer.id,
                province_id: &issuer.province_id,
                subject_kind: "regulation",
                subject: &found.document.id,
                data: vec![("from", Datum::Id(found.keeper.clone())), ("version", Datum::Int(found.version))],
            },
        )
        .await?;
    }
    Ok(taken)
}

/// The document as that unit's office would write its next version: whose it is, and where it applies.
#[must_use]
pub fn as_issuer(row: &RegulationRow, unit_id: &str) -> RegulationRow {
    let mut taken = row.clone();
    if row.issuer_unit == unit_id && row.keeper != unit_id {
        taken.keeper = unit_id.to_owned();
        taken.document.unit_id = Some(unit_id.to_owned());
    }
    taken
}
