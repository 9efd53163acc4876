//! The one day by which a year's programme is approved (S0.3): what the register of rules names, by which the ledger judges
//! too; where no clause names a day, the datum that the place wrote in with its source.

use caunoi_domain::{
    dialogue::plan_rule::{PlanRule, programme_deadline},
    people::{body::BodyKind, post::PostKind},
    regulation::{
        ledger::{Bound, Rules, facts::Post, plan_day},
        own::OwnLimits,
    },
    unit::Level,
};
use caunoi_store::{plan_rule::InForce, regulation::PlaceRules};
use jiff::civil::Date;

/// The day with where it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day.
    pub day: Date,
    /// Where it is said.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// Whose programme.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// That of the unit itself, with its head posts.
    Own(&'a [Post]),
    /// Those of the communes below it.
    Below,
}

/// The day that holds for programmes of a year; none where nothing says one.
#[must_use]
pub fn of(place: Option<&PlaceRules>, whose: Whose<'_>, rules: &InForce, year: i64) -> Option<PlanDay> {
    let year = i16::try_from(year).ok()?;
    let named = place.and_then(|p| {
        let (day, clause) = plan_day(&Rules::new(&p.documents), &bound(p, whose), year)?;
        Some(PlanDay { day, citation: clause.citation.clone(), confirmed: clause.confirmed })
    });
    named.or_else(|| {
        let r = rules.get(PlanRule::ProgrammeDeadline)?;
        let day = programme_deadline(&r.rule.value, year)?;
        Some(PlanDay { day, citation: r.rule.citation.clone(), confirmed: r.rule.confirmed })
    })
}

fn bound(place: &PlaceRules, whose: Whose<'_>) -> Bound {
    let (level, posts) = match whose {
        Whose::Own(posts) => (place.level, posts.to_vec()),
        Whose::Below => {
            let heads = [(PostKind::PartySecretary, BodyKind::PartyCommittee), (PostKind::CommitteeChair, BodyKind::PeoplesCommittee)];
            let post = |(kind, body)| Post { id: String::new(), kind, body, body_name: String::new() };
            (Level::Commune, heads.into_iter().map(post).collect())
        }
    };
    Bound {
        unit_id: place.chain.first().cloned().unwrap_or_default(),
        level,
        chain: place.chain.clone(),
        from: None,
        to: None,
        used_from: None,
        posts,
        own: OwnLimits::default(),
    }
}
