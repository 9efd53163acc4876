//! `caunoi simulate`: a believable country for load, deterministic by seed; a run that was cut off goes on.

use std::sync::Arc;

use caunoi_app::{
    App, Clock, FixedDay, Lock, OsRandomness, SeededRandomness, SystemClock, boot,
    people::account::{self, OpenAccount},
    simulate::{self, Plan},
};
use caunoi_domain::{
    people::actor::{Actor, Role},
    unit::{Period, unit_id},
};
use caunoi_store::people;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::{Failed, day, say, settings::Settings};

/// Arguments of `caunoi simulate`.
#[derive(Args)]
pub(crate) struct Simulate {
    /// How many invented communes
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=9_999))]
    communes: u32,
    /// How many years before today
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=20))]
    years: u32,
    /// How many opinions in all
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=20_000_000))]
    opinions: u32,
    /// The same seed gives the same country
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The civil day that the simulation takes for today
    #[arg(long, env = "CAUNOI_TODAY", value_name = "YYYY-MM-DD")]
    today: Option<String>,
}

/// The sign-in name of the simulated office that whoever looks around may use.
const LOGIN: &str = "vanthu.s0001";

impl Simulate {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let today: Option<Date> = self.today.as_deref().map(|d| day("--today", d)).transpose()?;
        let clock: Arc<dyn Clock> = today.map_or_else(|| Arc::new(SystemClock) as Arc<dyn Clock>, |day| Arc::new(FixedDay(day)));
        let _lock = Lock::take(&settings.data)?;
        caunoi_app::make_sealing_pair(&settings.data)?;
        // Keys too come from the seed, so that codes are the same: nothing of a simulation is secret.
        let seeded = Arc::new(SeededRandomness::new(&format!("simulate/{}", self.seed)));
        let app = boot::open(&settings.data, &settings.database()?, clock, seeded).await?;
        let bar = ProgressBar::no_length();
        bar.set_style(ProgressStyle::with_template("{wide_bar} {pos}/{len} acts · {eta}").unwrap_or_else(|_| ProgressStyle::default_bar()));
        let tell = |done: usize, all: usize| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        };
        let plan = Plan { communes: self.communes, years: self.years, opinions: self.opinions, seed: self.seed, only_province: None };
        let acts = simulate::simulate(&app, plan, &tell).await?;
        bar.finish_and_clear();
        say(&format!("simulated {} opinions ({acts} acts) in {} communes from S0001 on", self.opinions, self.communes))?;
        if let Some(password) = open_account(&App { randomness: Arc::new(OsRandomness), ..app }).await? {
            say(&format!("account {LOGIN} password {password}"))?;
        }
        say(&format!("look: caunoi serve --data {}", settings.data.display()))
    }
}

/// An account at the office of the first commune; its password where it is new.
async fn open_account(app: &App) -> Result<Option<String>, Failed> {
    if people::home_of(&mut app.store.read().await?, LOGIN).await?.is_some() {
        return Ok(None);
    }
    let password: String = app.token().chars().take(14).collect();
    let code = simulate::code(1);
    let account = OpenAccount {
        login: LOGIN.to_owned(),
        password_hash: account::hash_password(app, password.clone()).await?,
        must_change: false,
        full_name: "Cán bộ mô phỏng".to_owned(),
        role: Role::Secretary,
        unit_id: unit_id(&code, Period::Demo),
        body_id: format!("{code}-van-phong"),
        post_id: None,
        from_on: "2025-07-01".to_owned(),
        paper: String::new(),
    };
    app.carry_out(&Actor::System, account).await?;
    Ok(Some(password))
}
