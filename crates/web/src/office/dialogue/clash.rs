//! What clashes with a dialogue before it is held (S3.6): shown with links, never a lock.

use caunoi_domain::{
    dialogue::{
        clash::{Planned, Why, clashes},
        plan_rule::PlanRule,
        scope::Stop,
        state::DialogueState,
    },
    opinion::tracking_code::PublicId,
};
use caunoi_store::{Conn, beside, dialogue_site, plan_rule, side_meeting, unit, year_events};
use jiff::{ToSpan as _, civil::Date};

use super::Found;
use crate::page::{Page, fault::Fault, words};

/// A clash in words, and where to see the other; empty where it is another unit's.
pub struct Warning {
    /// What clashes.
    pub text: String,
    /// The other.
    pub href: String,
    /// Its title.
    pub title: String,
}

/// What clashes with a dialogue that is not held yet.
pub async fn warnings(conn: &mut Conn<'_>, page: &Page, found: &Found) -> Result<Vec<Warning>, Fault> {
    let d = &found.d;
    if d.state >= DialogueState::Held || d.stop == Some(Stop::Cancelled) {
        return Ok(Vec::new());
    }
    let on_day: Date = d.on_day.parse().map_err(|_| Fault::Broken)?;
    // As far around as the rule may reach; how far it does is told beside.
    let around = PlanRule::MOST_DAYS.days();
    let (from, to) = (on_day.saturating_sub(around).to_string(), on_day.saturating_add(around).to_string());
    let at = if d.scope.held_at_unit.is_empty() { &d.unit_id } else { &d.scope.held_at_unit };
    let (rules, near, sites, villages, sides) = beside!(
        conn,
        |c| plan_rule::in_force(c, &d.unit_id),
        |c| year_events::near(c, &d.id, &from, &to),
        |c| dialogue_site::of(c, &d.id),
        |c| unit::villages(c, at),
        |c| side_meeting::on_day(c, &d.unit_id, &d.on_day),
    )?;
    let again = rules.days(PlanRule::VillageAgainDays);
    let one = Planned {
        id: d.id.clone(),
        on_day,
        at_time: d.at_time.clone(),
        heads: found.chairs.iter().map(|c| c.post_id.clone()).collect(),
        villages: sites.iter().flat_map(|s| s.site.villages.iter().cloned()).collect(),
    };
    let others: Vec<Planned> = near.iter().map(|n| n.planned.clone()).collect();
    let t = page.t;
    let mut all = Vec::new();
    for clash in clashes(&one, &others, again) {
        let Some(other) = near.iter().find(|n| n.planned.id == clash.with) else { continue };
        let text = match &clash.why {
            Why::Head { post, same_time } => {
                let post = found.chairs.iter().find(|c| c.post_id == *post).map(|c| c.post_name.as_str()).unwrap_or_default();
                if *same_time { t.plan_clash_head(post) } else { t.plan_clash_head_other_time(post) }
            }
            Why::Village { village, days } => {
                let name = villages.iter().find(|v| v.id == *village).map(|v| v.name.as_str()).unwrap_or_default();
                if *days == 0 { t.plan_clash_village_same_day(name) } else { t.plan_clash_village(name, *days) }
            }
        };
        let href = if other.own { format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(other.public_id)) } else { String::new() };
        all.push(Warning { text, href, title: format!("{}, {}", other.title, page.day(&other.planned.on_day.to_string())) });
    }
    for side in sides {
        let href = format!("/cong-viec/hop-khac/{}", PublicId::from_i64(side.public_id));
        all.push(Warning { text: t.plan_clash_side(words::side_kind(t, side.side.kind)), href, title: side.side.title });
    }
    Ok(all)
}
