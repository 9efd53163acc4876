//! Tải về: the institution's tables for a table program: what is published, or what an officer may see by the same
//! policy as the pages. The book of opinions goes out in the columns in which it comes in.

mod book;
mod forms;

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    record::event::Datum,
    regulation::{document::Document, write},
};
use caunoi_store::{Tx, export, unit};

use crate::{
    context::{App, Cx, Happened, Verb},
    refusal::Refusal,
};

caunoi_domain::words! {
    /// What can be taken away.
    Table {
        /// the office's book, or what is published of it
        Opinions = "opinions",
        /// the office's book of dialogues that were held, or those that are announced
        Dialogues = "dialogues",
        /// dialogues that are planned and were held, drafts too
        Schedule = "schedule",
        /// conclusions of issued notices
        Conclusions = "conclusions",
        /// every unit of every period
        Units = "units",
        /// what every unit became
        Lineage = "lineage",
        /// the register of governing documents
        Regulations = "regulations",
        /// the installation's own working calendar
        Calendar = "calendar",
        /// accounts and roles of a unit
        People = "people",
        /// published figures
        Figures = "figures",
        /// published findings
        Findings = "findings",
    }
}

/// A table that is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it is.
    pub table: Table,
    /// Keys of its columns, for JSON.
    pub keys: Vec<&'static str>,
    /// Heads of its columns, for table programs.
    pub heads: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The table as everybody, or as that officer, may have it.
///
/// # Errors
/// [`Refusal::NotAllowed`] where nothing of it is theirs; the store's failure.
pub async fn take(app: &App, actor: Option<&Actor>, table: Table) -> Result<Taken, Refusal> {
    let officer = actor.and_then(Actor::officer);
    let unit_id = officer.map_or("", |o| o.unit_id.as_str());
    let may = |action| actor.is_some_and(|a| policy::may(a, action, Scope::unit(unit_id)));
    let mut conn = app.store.read().await?;
    let (columns, rows) = match table {
        Table::Opinions if may(Action::ReadOpinions) => {
            let rows = export::book(&mut conn, unit_id).await?;
            drop(conn);
            let taken = book::taken(&rows);
            if let Some(actor) = actor {
                app.carry_out(actor, TakeAway { unit_id: unit_id.to_owned(), table, rows: taken.rows.len() }).await?;
            }
            return Ok(taken);
        }
        Table::Opinions => (export::ITEM_COLUMNS, export::published_items(&mut conn, unit_id).await?),
        Table::Dialogues if may(Action::ReadFollowUp) => {
            let past = export::past_dialogues(&mut conn, unit_id).await?;
            return Ok(forms::dialogues(&past, &export::held_dialogues(&mut conn, unit_id).await?));
        }
        Table::Dialogues => (export::DIALOGUE_COLUMNS, export::dialogues(&mut conn, unit_id, false).await?),
        Table::Schedule => {
            let drafts = may(Action::ReadFollowUp);
            (export::DIALOGUE_COLUMNS, export::dialogues(&mut conn, unit_id, drafts).await?)
        }
        Table::Conclusions => (export::CONCLUSION_COLUMNS, export::conclusions(&mut conn, unit_id).await?),
        Table::Regulations => (export::REGULATIONS_COLUMNS, export::regulations(&mut conn).await?),
        Table::People if may(Action::Administer) => {
            let today = app.clock.today().to_string();
            return Ok(forms::people(&export::people(&mut conn, unit_id, &today).await?));
        }
        Table::People => return Err(Refusal::NotAllowed(Action::Administer)),
        Table::Units => return Ok(forms::units(&export::units(&mut conn).await?)),
        Table::Lineage => return Ok(forms::lineage(&export::lineage(&mut conn).await?)),
        Table::Calendar => return Ok(forms::calendar(&export::calendar(&mut conn).await?)),
        Table::Figures => return Ok(forms::figures(&export::figures(&mut conn).await?)),
        Table::Findings => return Ok(forms::findings(&export::findings(&mut conn).await?)),
    };
    drop(conn);
    let rows = rows.into_iter().map(|row| public(columns, row)).collect();
    Ok(Taken { table, keys: columns.to_vec(), heads: columns.to_vec(), rows })
}

/// The register as a file of `caunoi import regulations`: of everybody's documents, or of an officer's who keeps them all.
///
/// # Errors
/// The store's failure.
pub async fn regulations_toml(app: &App, actor: Option<&Actor>) -> Result<String, Refusal> {
    let unit_id = actor.and_then(Actor::officer).map_or("", |o| o.unit_id.as_str());
    let all = actor.is_some_and(|a| policy::may(a, Action::KeepRegulations, Scope::unit(unit_id)));
    let read = |content: String| serde_json::from_str(&content).map_err(|e| Refusal::Broken(format!("content of a regulation: {e}")));
    let kept = export::documents(&mut app.store.read().await?, all).await?;
    let mut documents = kept.into_iter().map(read).collect::<Result<Vec<Document>, _>>()?;
    // A link to a document that is not taken along would lead nowhere.
    let ids: Vec<String> = documents.iter().map(|d| d.id.clone()).collect();
    documents.iter_mut().for_each(|d| d.links.retain(|l| ids.contains(&l.to)));
    write::write(&documents).map_err(|e| Refusal::Broken(format!("the register: {e}")))
}

/// Ids as pages show them.
fn public(columns: &[&str], row: Vec<String>) -> Vec<String> {
    let shown = |(column, value): (&&str, String)| match (*column, value.parse()) {
        ("public_id", Ok(id)) => PublicId::from_i64(id).to_string(),
        _ => value,
    };
    columns.iter().zip(row).map(shown).collect()
}

/// Records that an officer took private data away.
struct TakeAway {
    unit_id: String,
    table: Table,
    rows: usize,
}

impl Verb for TakeAway {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::ReadOpinions, Scope::unit(&self.unit_id))?;
        let here = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        cx.record(
            tx,
            Happened {
                kind: "export.taken",
                unit_id: &here.id,
                province_id: &here.province_id,
                subject_kind: "export",
                subject: self.table.code(),
                data: vec![("rows", Datum::Int(i64::try_from(self.rows).unwrap_or(0)))],
            },
        )
        .await
    }
}
