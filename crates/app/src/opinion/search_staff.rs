//! Tìm kiếm của cán bộ (P15): by person, village, phrase and document number in what the own office holds. Each search is
//! logged by the keyed hash of what was typed, and so is each hit that is opened.

use caunoi_domain::{
    people::policy::{self, Action, Scope},
    text::fold,
};
use caunoi_store::{
    Tx, access_log, dialogue, job,
    staff_search::{self, StaffHit, Wanted},
};
use jiff::civil::Date;

use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};
use caunoi_domain::people::actor::Actor;

/// What may be found, and what allows it.
pub const KINDS: &[(&str, Action)] = &[
    ("opinion", Action::ReadOpinions),
    // From its draft on: whoever prepares it, nobody else.
    ("dialogue", Action::PrepareDialogue),
    ("notice", Action::ReadFollowUp),
    ("escalation", Action::ReadFollowUp),
    ("handover", Action::ReadHandovers),
];

/// Searches in the own unit.
#[derive(Clone, Debug)]
pub struct SearchStaff {
    /// The unit's id.
    pub unit_id: String,
    /// As typed.
    pub query: String,
    /// A kind; empty for all that the actor may see.
    pub kind: String,
    /// First and last day.
    pub days: (Option<Date>, Option<Date>),
    /// Code words of standings, a space between them; empty for all.
    pub standings: String,
    /// At most so many.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The search's line in the log.
    pub log_id: String,
    /// The hits, at most as many as asked.
    pub hits: Vec<StaffHit>,
    /// True where there are more.
    pub more: bool,
}

impl Verb for SearchStaff {
    type Done = Found;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Found, Refusal> {
        let may = |action| policy::may(&cx.actor, action, Scope::unit(&self.unit_id));
        let allowed: Vec<&str> = KINDS.iter().filter(|(_, action)| may(*action)).map(|(kind, _)| *kind).collect();
        if allowed.is_empty() {
            return Err(Refusal::NotAllowed(Action::ReadFollowUp));
        }
        let kinds: Vec<&str> = allowed.into_iter().filter(|k| self.kind.is_empty() || self.kind == *k).collect();
        let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
        let (first, last) = (day(self.days.0), day(self.days.1));
        let wanted = Wanted {
            query: &self.query,
            unit_id: &self.unit_id,
            kinds: &kinds.join(" "),
            days: (&first, &last),
            standings: &self.standings,
            limit: i64::try_from(self.limit + 1).unwrap_or(i64::MAX),
        };
        let mut hits = if kinds.is_empty() { Vec::new() } else { staff_search::find(tx, wanted).await? };
        let more = hits.len() > self.limit;
        hits.truncate(self.limit);
        let log_id = cx.id();
        let hash = data_encoding::HEXLOWER.encode(&cx.keys.mac("staff search", &[fold(&self.query).as_bytes()]));
        access_log::add_search(tx, &log_id, cx.actor.id(), &hash, i64::try_from(hits.len()).unwrap_or(0), cx.now_us).await?;
        Ok(Found { log_id, hits, more })
    }
}

/// Logs that a hit of a search of the actor's is opened.
#[derive(Clone, Debug)]
pub struct OpenHit {
    /// The search's line in the log.
    pub log_id: String,
    /// Kind and reference of the hit.
    pub hit: (String, String),
}

impl Verb for OpenHit {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if !access_log::is_search_of(tx, &self.log_id, cx.actor.id()).await? {
            return Err(Refusal::NotFound("search"));
        }
        let opened = format!("{} {}", self.hit.0, self.hit.1);
        access_log::add_hit(tx, &cx.id(), cx.actor.id(), &self.log_id, &opened, cx.now_us).await?;
        Ok(())
    }
}

/// Kinds of the jobs that a schema without this search leaves behind, with what each fills in.
const FILL: [(&str, Filling); 2] = [("staff_search.fill", Filling::Opinions), ("staff_search.fill_dialogues", Filling::Dialogues)];
/// Opinions or dialogues of one transaction, so that intake is not kept waiting.
const SLICE: i64 = 50;

/// Fills the search with what was received before it was there: once, at the first start after the schema's step.
///
/// # Errors
/// The store's failure; the next start goes on.
pub async fn fill(app: &App) -> Result<(), Refusal> {
    for (kind, what) in FILL {
        for (id, _) in job::waiting(&mut app.store.read().await?, kind).await? {
            let mut after = Some(String::new());
            while let Some(last) = after {
                after = app.carry_out(&Actor::System, FillSlice { what, after: last }).await?;
            }
            app.carry_out(&Actor::System, Filled(id)).await?;
        }
    }
    Ok(())
}

/// What is found by the search and was not before.
#[derive(Clone, Copy)]
enum Filling {
    Opinions,
    Dialogues,
}

struct FillSlice {
    what: Filling,
    after: String,
}

impl Verb for FillSlice {
    /// The last one, where there may be more.
    type Done = Option<String>;

    async fn carry_out(&self, tx: &mut Tx<'_>, _: &Cx) -> Result<Option<String>, Refusal> {
        let ids = match self.what {
            Filling::Opinions => staff_search::unfilled(tx, &self.after, SLICE).await?,
            Filling::Dialogues => staff_search::unfilled_dialogues(tx, &self.after, SLICE).await?,
        };
        for id in &ids {
            match self.what {
                Filling::Opinions => staff_search::renew(tx, id).await?,
                Filling::Dialogues => dialogue::make_found(tx, id).await?,
            }
        }
        Ok(ids.into_iter().next_back())
    }
}

struct Filled(String);

impl Verb for Filled {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(job::done(tx, &self.0, cx.now_us).await?)
    }
}
