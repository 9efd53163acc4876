//! Mô phỏng: a believable country for load. Invented communes and invented opinions, lived through in the order of time
//! by the verbs that people and offices call, deterministic by seed, many acts in one transaction.

mod country;
mod draw;
mod life;
mod words;

use std::sync::Arc;

use caunoi_domain::people::actor::Actor;
use caunoi_store::{Tx, data_set, unit};

use crate::{
    clock::SteppedClock,
    context::{App, Cx, Verb},
    randomness::SeededRandomness,
    refusal::Refusal,
    territory::load::LoadUnits,
};
use country::PutUp;
pub use country::code;
use life::{Due, Life};

/// How big a country, how long, how many opinions; the same seed gives the same rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Communes, from 1 on.
    pub communes: u32,
    /// Years before today.
    pub years: u32,
    /// Opinions in all.
    pub opinions: u32,
    /// The dice.
    pub seed: u64,
    /// Only in this province (by code), as [`LoadUnits`] takes it: tests.
    pub only_province: Option<&'static str>,
}

/// Acts of one transaction.
const ACTS: usize = 500;
/// Communes put up in one transaction.
const COMMUNES: u32 = 200;
/// Under which the installation keeps what is simulated in it.
const MARK: &str = "simulation";

impl Plan {
    /// As the installation keeps it, with how many acts are done.
    fn mark(&self, today: &str, done: usize) -> String {
        format!("{} communes, {} years, {} opinions, seed {}, until {today}: {done}", self.communes, self.years, self.opinions, self.seed)
    }
}

/// Lives through the plan, or goes on with it where an earlier run was cut off; `tell` hears how many acts are done of
/// how many. Answers how many acts there are.
///
/// # Errors
/// [`Refusal::Broken`] where the installation holds something else; what refused an act.
pub async fn simulate(app: &App, plan: Plan, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<usize, Refusal> {
    let today = app.clock.today();
    let day = today.to_string();
    let kept = data_set::mark(&mut app.store.read().await?, MARK).await?;
    let mut done = match &kept {
        Some(kept) => begun(kept, &plan.mark(&day, 0))?,
        None if is_something_else(app).await? => {
            return Err(Refusal::Broken("this folder holds an installation that is no simulation; name another with --data".to_owned()));
        }
        None => 0,
    };
    let all = acts(plan, app);
    if kept.is_none() {
        app.carry_out(&Actor::System, LoadUnits { only_province: plan.only_province }).await?;
        for first in (1..=plan.communes).step_by(usize::try_from(COMMUNES).unwrap_or(1)) {
            app.carry_out(&Actor::System, PutUp { first, last: plan.communes.min(first + COMMUNES - 1) }).await?;
        }
    }
    for part in all.get(done..).unwrap_or_default().chunks(ACTS) {
        done += part.len();
        let lived = Lived { app: app.clone(), plan, today, part: part.to_vec(), mark: plan.mark(&day, done) };
        app.carry_out(&Actor::System, lived).await?;
        tell(done, all.len());
    }
    Ok(all.len())
}

/// True where there are units but none of a simulation.
async fn is_something_else(app: &App) -> Result<bool, Refusal> {
    let mut conn = app.store.read().await?;
    Ok(unit::count(&mut conn).await? > 0 && unit::find(&mut conn, &country::unit(1)).await?.is_none())
}

/// How many acts of this plan are done in an installation that keeps that mark.
fn begun(kept: &str, plan: &str) -> Result<usize, Refusal> {
    let (same, done) = kept.rsplit_once(' ').unwrap_or((kept, "0"));
    match plan.rsplit_once(' ') {
        Some((mine, _)) if mine == same => Ok(done.parse().unwrap_or(0)),
        _ => Err(Refusal::Broken(format!("this folder holds another simulation ({same}); name another with --data"))),
    }
}

/// Every act of every opinion, in the order of time.
fn acts(plan: Plan, app: &App) -> Vec<Due> {
    let (today, now) = (app.clock.today(), app.clock.now_us());
    let days = plan.years.max(1).saturating_mul(365);
    let mut all: Vec<Due> = (0..plan.opinions).flat_map(|n| Life::new(plan.seed, n, plan.communes, days, today).acts(now)).collect();
    all.sort_unstable();
    all
}

/// Some acts, one after another, in one transaction.
struct Lived {
    app: App,
    plan: Plan,
    today: jiff::civil::Date,
    part: Vec<Due>,
    mark: String,
}

impl Verb for Lived {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if cx.actor != Actor::System {
            return Err(Refusal::NotAllowed(caunoi_domain::people::policy::Action::Administer));
        }
        let days = self.plan.years.max(1).saturating_mul(365);
        for due in &self.part {
            let life = Life::new(self.plan.seed, due.opinion, self.plan.communes, days, self.today);
            let own = App {
                clock: Arc::new(SteppedClock::at(due.at)),
                randomness: Arc::new(SeededRandomness::new(&format!("{}/{}/{:?}", self.plan.seed, due.opinion, due.act))),
                ..self.app.clone()
            };
            life.carry_out(tx, &own.cx(&life.actor(due.act)), due.act).await?;
        }
        data_set::keep(tx, MARK, &self.mark, cx.now_us).await?;
        Ok(())
    }
}
