//! Sites of a dialogue: clusters of villages, each with place and time. After it was held only the people who came are
//! written in.

use caunoi_domain::{
    dialogue::{
        site::{SITES_MAX, Site},
        state::DialogueState,
    },
    people::policy::Action,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue_site::{self, SiteRow},
    unit,
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes a site of a dialogue.
#[derive(Clone, Debug)]
pub struct PutSite {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Id of the site that is edited; empty for a new one.
    pub site_id: String,
    /// The site.
    pub site: Site,
}

impl Verb for PutSite {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        let sites = dialogue_site::of(tx, &d.id).await?;
        let edited = sites.iter().find(|s| s.id == self.site_id);
        if d.state >= DialogueState::Concluded || (d.state >= DialogueState::Announced && edited.is_none()) {
            return Err(Refusal::not_now(d.state));
        }
        if (edited.is_none() && !self.site_id.is_empty()) || sites.len() >= SITES_MAX {
            return Err(Refusal::problem("place", What::NotAChoice));
        }
        let at = if d.scope.held_at_unit.is_empty() { &d.unit_id } else { &d.scope.held_at_unit };
        let villages = unit::villages(tx, at).await?;
        if !self.site.villages.iter().all(|v| villages.iter().any(|row| row.id == *v)) {
            return Err(Refusal::problem("villages", What::NotAChoice));
        }
        let row = match edited {
            // What people were told stays; how many came is written in.
            Some(s) if d.state >= DialogueState::Announced => {
                SiteRow { site: Site { people: self.site.people, ..s.site.clone() }, ..s.clone() }
            }
            Some(s) => SiteRow { site: self.site.clone(), ..s.clone() },
            None => SiteRow {
                id: cx.id(),
                dialogue_id: d.id.clone(),
                seq: sites.iter().map(|s| s.seq).max().unwrap_or(0) + 1,
                site: self.site.clone(),
            },
        };
        if edited == Some(&row) {
            return Ok(());
        }
        dialogue_site::put(tx, &row).await?;
        super::bump_versions(tx, &d).await?;
        super::tell(tx, cx, &d, "dialogue.site_written", vec![("site", Datum::Id(row.id))]).await
    }
}

/// Takes a site out of a dialogue that was not announced yet.
#[derive(Clone, Debug)]
pub struct RemoveSite {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The site's id.
    pub site_id: String,
}

impl Verb for RemoveSite {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.state >= DialogueState::Announced {
            return Err(Refusal::not_now(d.state));
        }
        let sites = dialogue_site::of(tx, &d.id).await?;
        let site = sites.iter().find(|s| s.id == self.site_id).ok_or(Refusal::NotFound("site"))?;
        dialogue_site::remove(tx, &site.id).await?;
        super::tell(tx, cx, &d, "dialogue.site_removed", vec![("site", Datum::Id(self.site_id.clone()))]).await
    }
}
