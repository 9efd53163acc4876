//! `caunoi init`: the first set-up of a real commune or province. Answers come from flags, from a TOML file, or are asked
//! for at a terminal; the office is there whole, or not at all.

use std::{
    io::{BufRead as _, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use caunoi_app::{
    Lock, OsRandomness, Refusal, SystemClock, boot, import,
    people::{
        account::{PASSWORD_MIN, good_password, hash_password},
        open_accounts::one_time,
        ready,
        set_up::{FirstAdmin, SetUpOffice, office_of},
    },
};
use caunoi_domain::{
    calendar::Calendar,
    people::{
        actor::Actor,
        readiness::{self, Lack},
        roster::is_login,
        template::{self, BodyLine, SuccessionLine},
    },
    problem::What,
    unit::Level,
};
use caunoi_store::unit::{self, UnitRow};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};

use super::{Failed, day, migrate, say, settings::Settings};

/// The switch of the calendar for 24/11.
const CULTURE_DAY: &str = "culture_day";

/// Whether 24/11 is a day off in this office.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum CultureDay {
    /// A day off
    Off,
    /// A working day
    Working,
}

/// Arguments of `caunoi init`.
#[derive(Args)]
pub(crate) struct Init {
    /// Code of the commune or province
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Sign-in name of the first administrator
    #[arg(long, value_name = "LOGIN")]
    admin: Option<String>,
    /// Full name of the first administrator
    #[arg(long, value_name = "NAME")]
    admin_name: Option<String>,
    /// Their password is the first line of this file [default: a one-time password is made and printed once]
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Is 24/11 a day off here? [default: off, shown as unconfirmed]
    #[arg(long, value_name = "off|working")]
    culture_day: Option<CultureDay>,
    /// Answers in TOML: docs/formats/offices.md
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Write the answers that would be taken, with the usual bodies and posts of the unit, to be edited; and stop
    #[arg(long, value_name = "OUT.toml", conflicts_with = "answers")]
    template: Option<PathBuf>,
}

/// docs/formats/offices.md
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    admin: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    admin_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password_file: Option<PathBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    culture_day: Option<CultureDay>,
    /// Paper of the province on what is published.
    #[serde(default)]
    policy_basis: String,
    /// Key of the body that the administrator belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    admin_body: Option<String>,
    #[serde(default, rename = "body", skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<BodyLine>,
    #[serde(default, rename = "succession", skip_serializing_if = "Vec::is_empty")]
    successions: Vec<SuccessionLine>,
}

impl Init {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let mut answers = self.answers()?;
        answers.unit = Some(asked(answers.unit, "--unit", "Mã xã, phường, đặc khu hoặc tỉnh")?);
        if self.template.is_none() {
            answers.admin = Some(asked(answers.admin, "--admin", "Tên đăng nhập của quản trị viên")?.to_lowercase());
            answers.admin_name = Some(asked(answers.admin_name, "--admin-name", "Họ và tên của quản trị viên")?);
        }
        let login = answers.admin.clone().unwrap_or_default();
        if self.template.is_none() && !is_login(&login) {
            return Err(Failed::Use(format!("--admin {login}: write a sign-in name of letters a-z, digits and . _ - @")));
        }
        let given = answers.password_file.as_deref().map(|f| password(f, &login)).transpose()?;
        let database = settings.database()?;
        if settings.data.join("demo.json").exists() {
            return Err(Failed::Use(format!("{} holds a demonstration: name another folder with --data", settings.data.display())));
        }
        let _lock = Lock::take(&settings.data)?;
        let app = boot::open(&settings.data, &database, Arc::new(SystemClock), Arc::new(OsRandomness)).await?;
        migrate::load_units(&app).await?;
        migrate::load_regulations(&app).await?;
        let code = answers.unit.clone().unwrap_or_default();
        let here = unit::find_current(&mut app.store.read().await?, &code).await?;
        let here = here
            .filter(|u| u.level != Level::District)
            .ok_or_else(|| Failed::Use(format!("--unit {code}: no commune or province in force has this code: see data/units")))?;
        usual(&here, &mut answers)?;
        if let Some(out) = &self.template {
            return write_template(out, &answers);
        }
        let (password, made) = given.map_or_else(|| (one_time(&app), true), |p| (p, false));
        let verb = SetUpOffice {
            unit_id: here.id.clone(),
            successions: answers.successions.iter().map(|s| Ok((s.clone(), day("succession", &s.on)?))).collect::<Result<_, Failed>>()?,
            policy_basis: answers.policy_basis.clone(),
            admin_body: answers.admin_body.clone().or_else(|| office_of(&answers.bodies).map(str::to_owned)).unwrap_or_default(),
            admin: FirstAdmin {
                login: login.clone(),
                full_name: answers.admin_name.clone().unwrap_or_default(),
                password_hash: hash_password(&app, password.clone()).await?,
                must_change: made,
            },
            bodies: answers.bodies.clone(),
        };
        app.carry_out(&Actor::System, verb).await.map_err(|e| refused(e, &here, &login))?;
        let calendar = calendar(&settings.data, answers.culture_day)?;
        report(settings, &here, &answers, &calendar)?;
        let ready = ready::of(&mut app.store.read().await?, &app.calendar(), &here.id, app.clock.today()).await?;
        missing(&readiness::lacks(&ready))?;
        say(&if made { format!("{login} {password}") } else { login })
    }

    /// The answers: flags before the file.
    fn answers(&self) -> Result<Answers, Failed> {
        let mut all: Answers = match &self.answers {
            None => Answers::default(),
            Some(file) => {
                let wrong = |e: &dyn std::fmt::Display| Failed::Use(format!("--answers {}: {e}", file.display()));
                toml::from_str(&std::fs::read_to_string(file).map_err(|e| wrong(&e))?).map_err(|e| wrong(&e.message()))?
            }
        };
        all.unit = self.unit.clone().or(all.unit);
        all.admin = self.admin.clone().or(all.admin);
        all.admin_name = self.admin_name.clone().or(all.admin_name);
        all.password_file = self.password_file.clone().or(all.password_file);
        all.culture_day = self.culture_day.or(all.culture_day);
        Ok(all)
    }
}

/// What was answered, or is asked for at a terminal.
fn asked(answer: Option<String>, flag: &str, prompt: &str) -> Result<String, Failed> {
    if let Some(answer) = answer.map(|a| a.trim().to_owned()).filter(|a| !a.is_empty()) {
        return Ok(answer);
    }
    let missing = || Failed::Use(format!("{flag}: name it, or give the answers in a file (--answers); see caunoi init --help"));
    if !std::io::stdin().is_terminal() {
        return Err(missing());
    }
    let mut out = std::io::stderr().lock();
    write!(out, "{prompt}: ")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let line = line.trim().to_owned();
    if line.is_empty() { Err(missing()) } else { Ok(line) }
}

fn password(file: &Path, login: &str) -> Result<String, Failed> {
    let text = std::fs::read_to_string(file).map_err(|e| Failed::Use(format!("--password-file {}: {e}", file.display())))?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    match good_password(login, &line) {
        Ok(()) => Ok(line),
        Err(_) => Err(Failed::Use(format!(
            "--password-file {}: its first line must be a password of {PASSWORD_MIN} characters or more that is not easily guessed",
            file.display()
        ))),
    }
}

/// Fills in the usual bodies, posts and successions where the answers name none.
fn usual(here: &UnitRow, answers: &mut Answers) -> Result<(), Failed> {
    if answers.bodies.is_empty() {
        answers.bodies = template::usual(here.level, &here.kind)?;
        answers.successions = template::successions()?.into_iter().map(|(s, _)| s).collect();
        answers.successions.retain(|s| answers.bodies.iter().any(|b| b.key == s.to));
    }
    Ok(())
}

fn write_template(out: &Path, answers: &Answers) -> Result<(), Failed> {
    let text = toml::to_string_pretty(answers)?;
    let head =
        "# Answers for `caunoi init --answers`: strike out what this office has not, add what is missing (docs/formats/offices.md).\n\n";
    std::fs::write(out, format!("{head}{text}")).map_err(|e| Failed::Job(format!("{}: {e}", out.display())))?;
    say(&out.display().to_string())
}

fn refused(e: Refusal, here: &UnitRow, login: &str) -> Failed {
    let Refusal::Invalid(all) = &e else { return e.into() };
    let said = all.iter().map(|p| match (&p.what, p.field) {
        (What::NotNow { .. }, _) => {
            format!("{} {} is set up already: sign in as its administrator, or open another with `caunoi user add`", here.code, here.name)
        }
        (What::AlreadyThere, "login") => format!("--admin {login}: this sign-in name is taken"),
        (What::AlreadyThere, _) => "two bodies have the same key".to_owned(),
        (_, field) => format!("{field}: not one of the bodies"),
    });
    Failed::Job(said.collect::<Vec<_>>().join("; "))
}

/// The office's own calendar where it has decided on 24/11; answers what holds.
fn calendar(data: &Path, culture_day: Option<CultureDay>) -> Result<String, Failed> {
    let file = data.join("calendar.toml");
    let Some(chosen) = culture_day else {
        return Ok("24/11 off (unconfirmed: decide with --culture-day, or in calendar.toml)".to_owned());
    };
    if file.exists() {
        return Ok(format!("{} was there already and stays as it is", file.display()));
    }
    std::fs::write(&file, Calendar::builtin_text_with(CULTURE_DAY, chosen == CultureDay::Off)?)?;
    Ok(format!("24/11 {}, in {}", if chosen == CultureDay::Off { "off" } else { "worked" }, file.display()))
}

/// What is missing before the first dialogue, what is needed first; the same list stands at /quan-tri.
fn missing(lacks: &[Lack]) -> Result<(), Failed> {
    if lacks.is_empty() {
        return say("missing before the first dialogue: nothing");
    }
    say("missing before the first dialogue (the list of /quan-tri):")?;
    for lack in lacks {
        let what = match lack {
            Lack::Secretary => "an account of the secretariat",
            Lack::Head => "an account of a head",
            Lack::Villages => "the villages",
            Lack::Council => "a holder of the post of the HĐND's Standing Committee",
            Lack::Vacant => "holders of posts",
            Lack::OneTime => "first sign-ins: one-time passwords wait for their owners",
            Lack::Rules => "regulations of the province or of the unit",
            Lack::Unconfirmed => "bodies to be confirmed by the unit's own paper",
            Lack::Calendar => "the working calendar to be confirmed",
        };
        say(&format!("  [ ] {what}{}", if lack.is_needed() { " (needed)" } else { "" }))?;
    }
    Ok(())
}

fn report(settings: &Settings, here: &UnitRow, answers: &Answers, calendar: &str) -> Result<(), Failed> {
    let posts: usize = answers.bodies.iter().map(|b| b.posts.len()).sum();
    let unsure = answers.bodies.iter().filter(|b| !b.confirmed).count() + answers.successions.iter().filter(|s| !s.confirmed).count();
    say(&format!("{} {}: {} bodies, {posts} posts, {unsure} of them unconfirmed", here.code, here.name, answers.bodies.len()))?;
    say(&format!("calendar: {calendar}"))?;
    let paper = if answers.policy_basis.is_empty() { String::new() } else { format!(", by {}", answers.policy_basis) };
    say(&format!("publication: safe defaults{paper}; change them at /quan-tri/cong-bo"))?;
    if import::find("regulations").is_some() {
        say(&format!("regulations: caunoi import regulations FILE --data {}", settings.data.display()))?;
    }
    say(&format!("next: caunoi serve --data {}, then sign in and open /quan-tri", settings.data.display()))
}
