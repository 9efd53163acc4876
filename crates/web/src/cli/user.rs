//! `caunoi user add|reset|list`: accounts, by the operator of the machine.

use std::io::Read as _;

use caunoi_app::{
    App, SystemClock,
    people::{
        account::{OpenAccount, PASSWORD_MIN, good_password, hash_password},
        open_accounts::one_time,
        reset_password::ResetPassword,
    },
};
use caunoi_domain::people::actor::{Actor, Role};
use caunoi_store::{Store, people, unit};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde_json::json;

use super::{Failed, beside, day, say, settings::Settings};

/// Arguments of `caunoi user`.
#[derive(Args)]
pub(crate) struct User {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Open an account in one role for a body of a unit
    Add(Add),
    /// Give an account a new password and end its sessions
    Reset {
        /// Sign-in name
        login: String,
        /// Read the password from standard input instead of making one
        #[arg(long)]
        password_stdin: bool,
        /// The person sets their own at the next sign-in; always so for a password made here
        #[arg(long)]
        must_change: bool,
    },
    /// List accounts
    List {
        /// Only those of this unit
        #[arg(long, value_name = "CODE", default_value = "", hide_default_value = true)]
        unit: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
struct Add {
    /// Sign-in name
    login: String,
    /// Full name
    #[arg(long)]
    name: String,
    /// secretary, head, council, body, front, inspector or admin
    #[arg(long)]
    role: String,
    /// The unit's code
    #[arg(long, value_name = "CODE")]
    unit: String,
    /// The body: its id, symbol or name
    #[arg(long)]
    body: String,
    /// The post, where the role comes with one: its id or name
    #[arg(long)]
    post: Option<String>,
    /// First day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<String>,
    /// Read the password from standard input instead of making one
    #[arg(long)]
    password_stdin: bool,
    /// The person sets their own at the first sign-in; always so for a password made here
    #[arg(long)]
    must_change: bool,
}

impl User {
    pub async fn run(self, settings: &Settings) -> Result<(), Failed> {
        match self.verb {
            Verb::Add(add) => add.run(settings).await,
            Verb::Reset { login, password_stdin, must_change } => reset(settings, login, password_stdin, must_change).await,
            Verb::List { unit, json } => list(settings, &unit, json).await,
        }
    }
}

/// The password: read, or made; and whether it was made here and has to be shown once.
fn password(app: &App, login: &str, stdin: bool) -> Result<(String, bool), Failed> {
    if !stdin {
        return Ok((one_time(app), true));
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let text = text.trim_end_matches(['\r', '\n']);
    if good_password(login, text).is_err() {
        return Err(Failed::Use(format!(
            "--password-stdin: give a password of {PASSWORD_MIN} characters or more that is not easily guessed"
        )));
    }
    Ok((text.to_owned(), false))
}

fn told(login: &str, password: &str, made: bool) -> Result<(), Failed> {
    if made { say(&format!("{login} {password}")) } else { say(login) }
}

impl Add {
    async fn run(self, settings: &Settings) -> Result<(), Failed> {
        let login = self.login.trim().to_lowercase();
        if login.is_empty() || !login.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-@".contains(&b)) {
            return Err(Failed::Use("LOGIN: write a sign-in name of letters a-z, digits and . _ - @".to_owned()));
        }
        let role: Role = self.role.parse().map_err(|_| {
            Failed::Use(format!("--role {}: write one of {}", self.role, Role::ALL.iter().map(|r| r.code()).collect::<Vec<_>>().join(", ")))
        })?;
        let from: Option<Date> = self.from.as_deref().map(|d| day("--from", d)).transpose()?;
        let (_lock, app) = beside::open(settings).await?;
        let mut conn = app.store.read().await?;
        let here = unit::find_current(&mut conn, &self.unit)
            .await?
            .ok_or_else(|| Failed::Use(format!("--unit {}: no unit in force has this code", self.unit)))?;
        let bodies = people::bodies(&mut conn, &here.id).await?;
        let body = bodies.iter().find(|b| [&b.id, &b.symbol, &b.name].contains(&&self.body)).ok_or_else(|| {
            let all = bodies.iter().map(|b| b.id.as_str()).collect::<Vec<_>>().join(", ");
            Failed::Use(format!("--body {}: {} has {}", self.body, here.name, if all.is_empty() { "no bodies yet" } else { &all }))
        })?;
        let today = app.clock.today().to_string();
        let post_id = match &self.post {
            None => None,
            Some(name) => {
                let posts = people::posts(&mut conn, &here.id, &today).await?;
                let post = posts.into_iter().find(|p| p.body_id == body.id && (p.id == *name || p.name == *name));
                Some(post.ok_or_else(|| Failed::Use(format!("--post {name}: {} has no such post", body.name)))?.id)
            }
        };
        if people::home_of(&mut conn, &login).await?.is_some() {
            return Err(Failed::Job(format!("{login} has an account already: choose another name, or `caunoi user reset {login}`")));
        }
        drop(conn);
        let (password, made) = password(&app, &login, self.password_stdin)?;
        let verb = OpenAccount {
            login: login.clone(),
            password_hash: hash_password(&app, password.clone()).await?,
            must_change: self.must_change || made,
            full_name: self.name,
            role,
            unit_id: here.id,
            body_id: body.id.clone(),
            post_id,
            from_on: from.map_or(today, |d| d.to_string()),
            paper: String::new(),
        };
        app.carry_out(&Actor::System, verb).await?;
        told(&login, &password, made)
    }
}

async fn reset(settings: &Settings, login: String, stdin: bool, must_change: bool) -> Result<(), Failed> {
    let login = login.trim().to_lowercase();
    let (_lock, app) = beside::open(settings).await?;
    if people::home_of(&mut app.store.read().await?, &login).await?.is_none() {
        return Err(Failed::Job(format!("{login} has no account: see `caunoi user list`")));
    }
    let (password, made) = password(&app, &login, stdin)?;
    let password_hash = hash_password(&app, password.clone()).await?;
    app.carry_out(&Actor::System, ResetPassword { login: login.clone(), password_hash, must_change: must_change || made }).await?;
    told(&login, &password, made)
}

async fn list(settings: &Settings, unit: &str, as_json: bool) -> Result<(), Failed> {
    let today = caunoi_app::Clock::today(&SystemClock).to_string();
    let mut conn = Store::look(&settings.database()?).await?;
    let all = people::accounts(&mut conn, unit, &today).await?;
    if as_json {
        let all: Vec<_> = all
            .iter()
            .map(
                |a| json!({"login": a.login, "name": a.full_name, "active": a.active, "role": a.role, "unit": a.unit_code, "body": a.body}),
            )
            .collect();
        return say(&json!({ "accounts": all }).to_string());
    }
    let lines: Vec<_> = all
        .iter()
        .map(|a| {
            let role = a.role.map_or("-", Role::code);
            format!("{} {role} {} {}", a.login, a.unit_code.as_deref().unwrap_or("-"), a.body.as_deref().unwrap_or("-"))
        })
        .collect();
    if lines.is_empty() { Ok(()) } else { say(&lines.join("\n")) }
}
