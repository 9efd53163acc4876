//! Signing in and out. A session is 128 random bits in a cookie, its hash in a row; it ends after two idle hours or twelve in all.

use caunoi_domain::people::actor::Actor;
use caunoi_store::{
    Tx,
    people::{self, SignedIn},
};

use crate::{
    context::{App, Cx, Verb},
    people::account::check_password,
    refusal::Refusal,
};

/// Idle time after which a session ends, microseconds.
pub const IDLE_US: i64 = 2 * 3_600 * 1_000_000;
/// A session ends after this time whatever happens, microseconds.
pub const WHOLE_US: i64 = 12 * 3_600 * 1_000_000;
/// Tries at one login inside the window, and the window.
const TRIES: i64 = 10;
const WINDOW_US: i64 = 15 * 60 * 1_000_000;
/// A hash that no password fits, checked where the login is unknown so that both answers take the same time.
pub(super) const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$9nRvNCtFuzKCtIVSJ2dLXYiRVH3aCUJbS6ayTAiIprs";

struct CountTry {
    key_hash: [u8; 32],
}
impl Verb for CountTry {
    type Done = i64;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        Ok(people::count_try(tx, self.key_hash, cx.now_us, WINDOW_US).await?)
    }
}

/// Counts a try under a purpose and a subject (a login, a code, an address) and refuses where there were too many.
///
/// # Errors
/// [`Refusal::TooMany`]; the store's failure.
pub async fn count_try(app: &App, purpose: &str, subject: &str, most: i64) -> Result<(), Refusal> {
    let key_hash = app.keys.mac("attempt", &[purpose.as_bytes(), subject.as_bytes()]);
    let tries = app.carry_out(&Actor::System, CountTry { key_hash }).await?;
    if tries > most { Err(Refusal::TooMany(WINDOW_US / 1_000_000)) } else { Ok(()) }
}

struct CountGuess {
    key_hash: [u8; 32],
    guess: [u8; 32],
}
impl Verb for CountGuess {
    type Done = i64;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let again = people::count_try(tx, self.guess, cx.now_us, WINDOW_US).await? > 1;
        // The guess may have come late in a window that is over by now: then it is the first of the next one.
        let stand = people::tries(tx, self.key_hash, cx.now_us, WINDOW_US).await?;
        if again && stand > 0 {
            return Ok(stand);
        }
        Ok(people::count_try(tx, self.key_hash, cx.now_us, WINDOW_US).await?)
    }
}

/// As [`count_try`], for a secret that is guessed: the same guess counts once. One form that arrives fifty times at once
/// is one try; who guesses has to guess another each time.
///
/// # Errors
/// [`Refusal::TooMany`]; the store's failure.
pub async fn count_guess(app: &App, purpose: &str, subject: &str, guess: &str, most: i64) -> Result<(), Refusal> {
    let key_hash = app.keys.mac("attempt", &[purpose.as_bytes(), subject.as_bytes()]);
    let guess = app.keys.mac("guess", &[purpose.as_bytes(), subject.as_bytes(), guess.as_bytes()]);
    let tries = app.carry_out(&Actor::System, CountGuess { key_hash, guess }).await?;
    if tries > most { Err(Refusal::TooMany(WINDOW_US / 1_000_000)) } else { Ok(()) }
}

struct PruneTries;
impl Verb for PruneTries {
    type Done = u64;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<u64, Refusal> {
        Ok(people::prune_tries(tx, cx.now_us, WINDOW_US).await?)
    }
}

/// Takes away the tries whose window is over: they count no more. Answers of how many logins, codes and guesses.
///
/// # Errors
/// The store's failure.
pub async fn prune_tries(app: &App) -> Result<u64, Refusal> {
    app.carry_out(&Actor::System, PruneTries).await
}

struct ForgetTries([u8; 32]);
impl Verb for ForgetTries {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, _: &Cx) -> Result<(), Refusal> {
        Ok(people::forget_tries(tx, self.0).await?)
    }
}

/// Forgets the tries under a purpose and a subject: the right answer was given.
///
/// # Errors
/// The store's failure.
pub async fn forget_tries(app: &App, purpose: &str, subject: &str) -> Result<(), Refusal> {
    let key_hash = app.keys.mac("attempt", &[purpose.as_bytes(), subject.as_bytes()]);
    app.carry_out(&Actor::System, ForgetTries(key_hash)).await
}

struct OpenSession {
    id_hash: [u8; 32],
    forget: [u8; 32],
    user_id: String,
    grant_id: String,
    csrf: String,
}
impl Verb for OpenSession {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        people::forget_tries(tx, self.forget).await?;
        people::open_session(tx, self.id_hash, &self.user_id, &self.grant_id, &self.csrf, cx.now_us, cx.now_us + WHOLE_US).await?;
        Ok(())
    }
}

/// Signs in: answers the token for the cookie, or `None` where login and password do not fit each other.
///
/// # Errors
/// [`Refusal::TooMany`]; the store's failure.
pub async fn sign_in(app: &App, login: &str, password: String) -> Result<Option<String>, Refusal> {
    let login = login.trim().to_lowercase();
    count_try(app, "login", &login, TRIES).await?;
    let account = people::account(&mut app.store.read().await?, &login, &app.clock.today().to_string()).await?;
    let hash = account.as_ref().map_or_else(|| NOBODY.to_owned(), |a| a.password_hash.clone());
    let fits = check_password(hash, password).await?;
    let Some((user_id, grant_id)) = account.filter(|_| fits).and_then(|a| a.grant_id.map(|g| (a.id, g))) else { return Ok(None) };
    open(app, &login, user_id, grant_id).await.map(Some)
}

/// An account that has just shown its password.
pub(super) struct SignedInAs {
    pub login: String,
    pub user_id: String,
}

/// Begins a session for an account that has just shown its password; `None` where no role of it is in force.
pub(super) async fn begin(app: &App, who: &SignedInAs) -> Result<Option<String>, Refusal> {
    let account = people::account(&mut app.store.read().await?, &who.login, &app.clock.today().to_string()).await?;
    match account.and_then(|a| a.grant_id) {
        Some(grant_id) => open(app, &who.login, who.user_id.clone(), grant_id).await.map(Some),
        None => Ok(None),
    }
}

async fn open(app: &App, login: &str, user_id: String, grant_id: String) -> Result<String, Refusal> {
    let token = app.token();
    let forget = app.keys.mac("attempt", &[b"login", login.as_bytes()]);
    app.carry_out(&Actor::System, OpenSession { id_hash: session_hash(app, &token), forget, user_id, grant_id, csrf: app.token() }).await?;
    Ok(token)
}

struct SwitchRole {
    id_hash: [u8; 32],
    grant_id: String,
}
impl Verb for SwitchRole {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if people::switch_role(tx, self.id_hash, &self.grant_id, &cx.today_iso()).await? { Ok(()) } else { Err(Refusal::NotFound("role")) }
    }
}

/// Goes on in another role of the same account: a deputy who acts for the chair, a chief of office who triages too.
///
/// # Errors
/// [`Refusal::NotFound`] where the account has no such role in force.
pub async fn switch_role(app: &App, token: &str, grant_id: String) -> Result<(), Refusal> {
    app.carry_out(&Actor::System, SwitchRole { id_hash: session_hash(app, token), grant_id }).await
}

struct CloseSession([u8; 32]);
impl Verb for CloseSession {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, _: &Cx) -> Result<(), Refusal> {
        Ok(people::close_session(tx, self.0).await?)
    }
}

/// Signs out.
///
/// # Errors
/// The store's failure.
pub async fn sign_out(app: &App, token: &str) -> Result<(), Refusal> {
    app.carry_out(&Actor::System, CloseSession(session_hash(app, token))).await
}

struct Touch([u8; 32]);
impl Verb for Touch {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(people::touch_session(tx, self.0, cx.now_us).await?)
    }
}

/// Who the token of a cookie belongs to. The same look sees whether the calendar is another than the one held.
///
/// # Errors
/// The store's failure.
pub async fn signed_in(app: &App, token: &str) -> Result<Option<SignedIn>, Refusal> {
    /// A session is marked as used at most so often.
    const TOUCH_US: i64 = 5 * 60 * 1_000_000;
    let hash = session_hash(app, token);
    let now = app.clock.now_us();
    let found = people::signed_in(&mut app.store.read().await?, hash, now, now - IDLE_US, &app.clock.today().to_string()).await?;
    let Some(s) = &found else { return Ok(None) };
    if s.calendar_revision != app.live.held().revision {
        let read = app.live.of(&mut app.store.read().await?, s.calendar_revision).await?;
        app.live.hold(read);
    }
    if now - s.seen_at > TOUCH_US {
        // Who only reads is not kept from it by a disk that is full.
        if let Err(e) = app.carry_out(&Actor::System, Touch(hash)).await {
            tracing::warn!(error = %e, "a session could not be marked as used");
        }
    }
    Ok(found)
}

fn session_hash(app: &App, token: &str) -> [u8; 32] {
    app.keys.mac("session", &[token.as_bytes()])
}
