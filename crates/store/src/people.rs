//! Bodies, posts, accounts, roles and sessions.

use caunoi_domain::{
    people::{
        actor::{Officer, Role},
        body::BodyKind,
        post::PostKind,
    },
    text::sort_key::{person_sort_key, sort_key},
    unit::Level,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A body of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyRow {
    /// Id.
    pub id: String,
    /// Its unit.
    pub unit_id: String,
    /// Kind.
    pub kind: BodyKind,
    /// Name as it stands on papers and threads.
    pub name: String,
    /// Organ in a document symbol, e.g. `UBND`.
    pub symbol: String,
    /// False: is reached by a dispatch on paper.
    pub has_account: bool,
}

/// A post of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// Id.
    pub id: String,
    /// Its body.
    pub body_id: String,
    /// Its unit.
    pub unit_id: String,
    /// Kind.
    pub kind: PostKind,
    /// Name: "Bí thư Đảng ủy xã".
    pub name: String,
    /// Head of a Party committee or authority: owes dialogues.
    pub head: bool,
    /// Who holds it today, where known.
    pub holder: Option<String>,
}

/// A role for a body of a unit, from a day on.
#[derive(Clone, Debug)]
pub struct GrantRow<'a> {
    /// Id.
    pub id: &'a str,
    /// The account.
    pub user_id: &'a str,
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit_id: &'a str,
    /// The body.
    pub body_id: &'a str,
    /// The post, where the role comes with one.
    pub post_id: Option<&'a str>,
    /// The tenure that the role lasts as long as; empty where it comes without a post.
    pub tenure_id: &'a str,
    /// First ISO day.
    pub from_on: &'a str,
    /// Last ISO day, where it is known.
    pub to_on: Option<&'a str>,
}

/// An account at sign-in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Id.
    pub id: String,
    /// argon2id hash in PHC form.
    pub password_hash: String,
    /// The first role in force.
    pub grant_id: Option<String>,
    /// That role.
    pub role: Option<Role>,
}

/// A signed-in officer with the session's form token.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub officer: Officer,
    /// Token that every form of the session carries.
    pub csrf: String,
    /// The password is a one-time one: nothing else is done before the person has set their own.
    pub must_change: bool,
    /// How many roles of the account are in force.
    pub roles: i64,
    /// When the session was last used, epoch microseconds.
    pub seen_at: i64,
    /// When it ends whatever happens.
    pub ends_at: i64,
    /// The unit's name.
    pub unit_name: String,
    /// The unit's code.
    pub unit_code: String,
    /// The unit's level.
    pub unit_level: Level,
    /// News that the officer has not seen.
    pub unseen: i64,
    /// The number of the working calendar as it stands.
    pub calendar_revision: i64,
}

/// Adds or renews a body.
///
/// # Errors
/// The engine's words.
pub async fn put_body(tx: &mut Tx<'_>, b: &BodyRow) -> Result<()> {
    tx.exec(PUT_BODY, args![&b.id, &b.unit_id, b.kind.code(), &b.name, &b.symbol, b.has_account, sort_key(&b.name)]).await?;
    Ok(())
}

/// Adds or renews a post.
///
/// # Errors
/// The engine's words.
pub async fn put_post(tx: &mut Tx<'_>, p: &PostRow) -> Result<()> {
    tx.exec(PUT_POST, args![&p.id, &p.body_id, &p.unit_id, p.kind.code(), &p.name, p.head]).await?;
    Ok(())
}

/// Adds an account.
///
/// # Errors
/// A unique violation where the login is taken.
pub async fn add_account(
    tx: &mut Tx<'_>,
    id: &str,
    login: &str,
    password_hash: &str,
    full_name: &str,
    must_change: bool,
    at: i64,
) -> Result<()> {
    tx.exec(ADD_ACCOUNT, args![id, login, password_hash, full_name, person_sort_key(full_name), at, must_change]).await?;
    Ok(())
}

/// Gives an account a role for a body from a day on.
///
/// # Errors
/// The engine's words.
pub async fn grant(tx: &mut Tx<'_>, g: &GrantRow<'_>) -> Result<()> {
    tx.exec(GRANT, args![g.id, g.user_id, g.role.code(), g.unit_id, g.body_id, g.post_id, g.from_on, g.to_on, g.tenure_id]).await?;
    Ok(())
}

/// The active account of a login with its first role in force on that day.
///
/// # Errors
/// The engine's words.
pub async fn account(conn: &mut Conn<'_>, login: &str, on: &str) -> Result<Option<Account>> {
    conn.maybe(ACCOUNT, args![login, on])
        .await?
        .as_ref()
        .map(|r| {
            Ok(Account {
                id: r.get("id")?,
                password_hash: r.get("password_hash")?,
                grant_id: r.get("grant_id")?,
                role: r.maybe_word("role")?,
            })
        })
        .transpose()
}

/// An account as the operator's list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// Sign-in name.
    pub login: String,
    /// Name.
    pub full_name: String,
    /// May sign in.
    pub active: bool,
    /// The role in force, where there is one.
    pub role: Option<Role>,
    /// The unit's code.
    pub unit_code: Option<String>,
    /// The body's name.
    pub body: Option<String>,
}

/// Every account with its roles in force on that day, by login; with a unit's code only those of that unit.
///
/// # Errors
/// The engine's words.
pub async fn accounts(conn: &mut Conn<'_>, unit_code: &str, on: &str) -> Result<Vec<AccountLine>> {
    conn.all(ACCOUNTS, args![unit_code, on])
        .await?
        .iter()
        .map(|r| {
            Ok(AccountLine {
                login: r.get("login")?,
                full_name: r.get("full_name")?,
                active: r.get("active")?,
                role: r.maybe_word("role")?,
                unit_code: r.get("unit_code")?,
                body: r.get("body")?,
            })
        })
        .collect()
}

/// Gives an account a new password and ends every session of it; with `must_change` it is good for one sign-in.
///
/// # Errors
/// The engine's words.
pub async fn set_password(tx: &mut Tx<'_>, user_id: &str, password_hash: &str, must_change: bool) -> Result<()> {
    tx.exec(SET_PASSWORD, args![user_id, password_hash, must_change]).await?;
    close_sessions_of(tx, user_id).await
}

/// Ends every session of an account.
///
/// # Errors
/// The engine's words.
pub async fn close_sessions_of(tx: &mut Tx<'_>, user_id: &str) -> Result<()> {
    tx.exec(CLOSE_SESSIONS_OF, args![user_id]).await?;
    Ok(())
}

/// Sign-in name and password hash of an active account.
///
/// # Errors
/// The engine's words.
pub async fn credentials(conn: &mut Conn<'_>, user_id: &str) -> Result<Option<(String, String)>> {
    conn.maybe(CREDENTIALS, args![user_id]).await?.map(|r| Ok((r.get("login")?, r.get("password_hash")?))).transpose()
}

/// True where nobody has an account.
///
/// # Errors
/// The engine's words.
pub async fn nobody(conn: &mut Conn<'_>) -> Result<bool> {
    Ok(conn.maybe(SOMEBODY, args![]).await?.is_none())
}

/// Where an account belongs: ids of the account, of its last unit and of that unit's province (`-` where it has none).
///
/// # Errors
/// The engine's words.
pub async fn home_of(conn: &mut Conn<'_>, login: &str) -> Result<Option<(String, String, String)>> {
    conn.maybe(HOME_OF, args![login]).await?.map(|r| Ok((r.get("id")?, r.get("unit_id")?, r.get("province_id")?))).transpose()
}

/// Opens a session.
///
/// # Errors
/// The engine's words.
pub async fn open_session(
    tx: &mut Tx<'_>,
    id_hash: [u8; 32],
    user_id: &str,
    grant_id: &str,
    csrf: &str,
    at: i64,
    ends_at: i64,
) -> Result<()> {
    tx.exec(OPEN_SESSION, args![id_hash, user_id, grant_id, csrf, at, ends_at]).await?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// The engine's words.
pub async fn close_session(tx: &mut Tx<'_>, id_hash: [u8; 32]) -> Result<()> {
    tx.exec(CLOSE_SESSION, args![id_hash]).await?;
    Ok(())
}

/// Marks a session as used now.
///
/// # Errors
/// The engine's words.
pub async fn touch_session(tx: &mut Tx<'_>, id_hash: [u8; 32], at: i64) -> Result<()> {
    tx.exec(TOUCH_SESSION, args![id_hash, at]).await?;
    Ok(())
}

/// True where a unit that neither is that one nor lies below it has an administrator here.
///
/// # Errors
/// The engine's words.
pub async fn has_other_administrators(conn: &mut Conn<'_>, unit_id: &str) -> Result<bool> {
    conn.one(OTHER_ADMINISTRATORS, args![unit_id], "role_grant").await?.get("others")
}

/// A role of an account, as a list of people names it.
#[derive(Clone, Copy, Debug)]
pub struct Holding<'a> {
    /// Sign-in name.
    pub login: &'a str,
    /// Name.
    pub name: &'a str,
    /// Role.
    pub role: Role,
    /// The body's id.
    pub body_id: &'a str,
    /// The post's id, where it is a post's role.
    pub post_id: Option<&'a str>,
}

/// True where that account holds that role in the unit on an ISO day.
///
/// # Errors
/// The engine's words.
pub async fn holds(conn: &mut Conn<'_>, unit_id: &str, h: &Holding<'_>, on: &str) -> Result<bool> {
    let args = args![unit_id, h.login, h.name, h.role.code(), h.body_id, h.post_id.unwrap_or_default(), on];
    Ok(conn.maybe(HOLDS, args).await?.is_some())
}

/// Who a session belongs to, where it has not ended.
///
/// # Errors
/// The engine's words.
pub async fn signed_in(conn: &mut Conn<'_>, id_hash: [u8; 32], now: i64, idle_since: i64, on: &str) -> Result<Option<SignedIn>> {
    conn.maybe(SIGNED_IN, args![id_hash, now, idle_since, on])
        .await?
        .as_ref()
        .map(|r| {
            Ok(SignedIn {
                officer: read_officer(r)?,
                csrf: r.get("csrf")?,
                must_change: r.get("must_change")?,
                roles: r.get("roles")?,
                unit_name: r.get("unit_name")?,
                unit_code: r.get("unit_code")?,
                unit_level: r.word("unit_level")?,
                unseen: r.get("unseen")?,
                calendar_revision: r.get("calendar_revision")?,
                seen_at: r.get("seen_at")?,
                ends_at: r.get("ends_at")?,
            })
        })
        .transpose()
}

/// The officer of a login in the first role in force on that day, outside any session: the program's own stories.
///
/// # Errors
/// The engine's words.
pub async fn officer(conn: &mut Conn<'_>, login: &str, on: &str) -> Result<Option<Officer>> {
    conn.maybe(OFFICER, args![login, on]).await?.as_ref().map(read_officer).transpose()
}

/// Every role of an account in force on that day, with its id: what a person chooses between who has several.
///
/// # Errors
/// The engine's words.
pub async fn roles_of(conn: &mut Conn<'_>, user_id: &str, on: &str) -> Result<Vec<(String, Officer)>> {
    conn.all(ROLES_OF, args![user_id, on]).await?.iter().map(|r| Ok((r.get("grant_id")?, read_officer(r)?))).collect()
}

/// Goes on in another role of the same account, if it is in force on that day; answers whether it is.
///
/// # Errors
/// The engine's words.
pub async fn switch_role(tx: &mut Tx<'_>, id_hash: [u8; 32], grant_id: &str, on: &str) -> Result<bool> {
    Ok(tx.exec(SWITCH_ROLE, args![id_hash, grant_id, on]).await? == 1)
}

fn read_officer(r: &Row) -> Result<Officer> {
    let acting: bool = r.get("acting")?;
    // Whoever acts for a head stands on the thread as such.
    let post_name: Option<String> = r.get("post_name")?;
    let post_name = post_name.map(|name| if acting { format!("{name} (phụ trách thay)") } else { name });
    Ok(Officer {
        user_id: r.get("user_id")?,
        full_name: r.get("full_name")?,
        role: r.word("role")?,
        unit_id: r.get("unit_id")?,
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        post_id: r.get("post_id")?,
        post_name,
    })
}

/// Every body a unit ever had, by its name of today, in Vietnamese order: what rows of any year point to.
///
/// # Errors
/// The engine's words.
pub async fn bodies(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<BodyRow>> {
    bodies_look(unit_id).alone(conn).await
}

/// As [`bodies`], to be asked for with other nouns.
#[must_use]
pub fn bodies_look(unit_id: &str) -> Look<Vec<BodyRow>> {
    Look::each(BODIES, args![unit_id], read_body)
}

/// Every body a unit ever had, each by the name it bore on that ISO day: what a paper of the day prints (S0.18).
///
/// # Errors
/// The engine's words.
pub async fn bodies_named(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<BodyRow>> {
    bodies_named_look(unit_id, on).alone(conn).await
}

/// As [`bodies_named`], to be asked for with other nouns.
#[must_use]
pub fn bodies_named_look(unit_id: &str, on: &str) -> Look<Vec<BodyRow>> {
    Look::each(BODIES_ON, args![unit_id, on, true], read_body)
}

/// The bodies that a unit had on that ISO day, by their names of the day: what can be chosen then.
///
/// # Errors
/// The engine's words.
pub async fn bodies_on(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<BodyRow>> {
    conn.all(BODIES_ON, args![unit_id, on, false]).await?.iter().map(read_body).collect()
}

/// The body of that id.
///
/// # Errors
/// The engine's words.
pub async fn body(conn: &mut Conn<'_>, id: &str) -> Result<Option<BodyRow>> {
    conn.maybe(BODY, args![id]).await?.as_ref().map(read_body).transpose()
}

/// Posts of a unit with who holds each on that day.
///
/// # Errors
/// The engine's words.
pub async fn posts(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<PostRow>> {
    posts_look(unit_id, on).alone(conn).await
}

/// As [`posts`], to be asked for with other nouns.
#[must_use]
pub fn posts_look(unit_id: &str, on: &str) -> Look<Vec<PostRow>> {
    Look::each(POSTS, args![unit_id, on], |r| {
        Ok(PostRow {
            id: r.get("id")?,
            body_id: r.get("body_id")?,
            unit_id: r.get("unit_id")?,
            kind: r.word("kind")?,
            name: r.get("name")?,
            head: r.get("head")?,
            holder: r.get("holder")?,
        })
    })
}

fn read_body(r: &Row) -> Result<BodyRow> {
    Ok(BodyRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        kind: r.word("kind")?,
        name: r.get("name")?,
        symbol: r.get("symbol")?,
        has_account: r.get("has_account")?,
    })
}

/// Counts a try under a key inside a window; answers how many there were in it, this one included.
///
/// # Errors
/// The engine's words.
pub async fn count_try(tx: &mut Tx<'_>, key_hash: [u8; 32], now: i64, window_us: i64) -> Result<i64> {
    tx.exec(COUNT_TRY, args![key_hash, now, now - window_us]).await?;
    tx.one(TRIES, args![key_hash], "attempt").await?.get("count")
}

/// How many tries stand under a key in the window that runs; none where it is over.
///
/// # Errors
/// The engine's words.
pub async fn tries(tx: &mut Tx<'_>, key_hash: [u8; 32], now: i64, window_us: i64) -> Result<i64> {
    tx.maybe(TRIES_IN, args![key_hash, now - window_us]).await?.map_or(Ok(0), |r| r.get("count"))
}

/// Takes away the tries whose window is over; answers how many keys these were.
///
/// # Errors
/// The engine's words.
pub async fn prune_tries(tx: &mut Tx<'_>, now: i64, window_us: i64) -> Result<u64> {
    tx.exec(PRUNE_TRIES, args![now - window_us]).await
}

/// Forgets the tries under a key.
///
/// # Errors
/// The engine's words.
pub async fn forget_tries(tx: &mut Tx<'_>, key_hash: [u8; 32]) -> Result<()> {
    tx.exec(FORGET_TRIES, args![key_hash]).await?;
    Ok(())
}

/// A grant `g` is in force on a day: begun, not over, and its tenure with it: a head's role ends with the tenure, and whoever
/// acts has the role only while nobody holds the post or the holder is on leave (S0.2, P17).
macro_rules! in_force {
    ($day:literal) => {
        concat!(
            "(g.from_on <= ", $day, " AND (g.to_on IS NULL OR g.to_on >= ", $day, ") AND (g.tenure_id = '' OR EXISTS (SELECT 1 FROM tenure t \
             WHERE t.id = g.tenure_id AND t.void_at IS NULL AND t.from_on <= ", $day, " AND (t.to_on IS NULL OR t.to_on >= ", $day, ") \
             AND (t.acting = 0 OR NOT EXISTS (SELECT 1 FROM tenure h WHERE h.post_id = t.post_id AND h.acting = 0 AND h.void_at IS NULL \
             AND h.from_on <= ", $day, " AND (h.to_on IS NULL OR h.to_on >= ", $day, ") AND NOT EXISTS (SELECT 1 FROM tenure_leave l \
             WHERE l.tenure_id = h.id AND l.void_at IS NULL AND l.from_on <= ", $day, " AND (l.to_on IS NULL OR l.to_on >= ", $day, ")))))))"
        )
    };
}

statements! {
    PUT_BODY = "INSERT INTO body (id, unit_id, kind, name, symbol, has_account, sort) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, symbol = excluded.symbol, has_account = excluded.has_account, sort = excluded.sort";
    PUT_POST = "INSERT INTO post (id, body_id, unit_id, kind, name, head) VALUES ($1, $2, $3, $4, $5, $6) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, head = excluded.head";
    ADD_ACCOUNT = "INSERT INTO user_account (id, login, password_hash, full_name, sort, active, created_at, must_change) VALUES ($1, $2, $3, $4, $5, 1, $6, $7)";
    GRANT = "INSERT INTO role_grant (id, user_id, role, unit_id, body_id, post_id, from_on, to_on, tenure_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ACCOUNT = concat!(
        "SELECT u.id, u.password_hash, g.id AS grant_id, g.role FROM user_account u LEFT JOIN role_grant g ON g.user_id = u.id AND ",
        in_force!("$2"),
        " WHERE u.login = $1 AND u.active = 1 ORDER BY g.from_on, g.id LIMIT 1"
    );
    ACCOUNTS = concat!(
        "SELECT u.login, u.full_name, u.active, g.role, n.code AS unit_code, b.name AS body FROM user_account u \
         LEFT JOIN role_grant g ON g.user_id = u.id AND ",
        in_force!("$2"),
        " LEFT JOIN unit n ON n.id = g.unit_id LEFT JOIN body b ON b.id = g.body_id \
         WHERE $1 = '' OR n.code = $1 ORDER BY u.login, g.from_on, g.id"
    );
    SOMEBODY = "SELECT id FROM user_account LIMIT 1";
    HOME_OF = "SELECT u.id, coalesce(n.id, '-') AS unit_id, coalesce(n.province_id, '-') AS province_id FROM user_account u \
               LEFT JOIN role_grant g ON g.user_id = u.id LEFT JOIN unit n ON n.id = g.unit_id WHERE u.login = $1 ORDER BY g.from_on DESC, g.id LIMIT 1";
    CREDENTIALS = "SELECT login, password_hash FROM user_account WHERE id = $1 AND active = 1";
    SET_PASSWORD = "UPDATE user_account SET password_hash = $2, must_change = $3 WHERE id = $1";
    HOLDS = "SELECT g.id FROM user_account a JOIN role_grant g ON g.user_id = a.id WHERE a.login = $2 AND a.full_name = $3 AND a.active = 1 AND g.unit_id = $1 AND g.role = $4 \
             AND g.body_id = $5 AND coalesce(g.post_id, '') = $6 AND g.from_on <= $7 AND (g.to_on IS NULL OR g.to_on >= $7)";
    OTHER_ADMINISTRATORS = "SELECT CASE WHEN EXISTS (SELECT 1 FROM role_grant g JOIN user_account a ON a.id = g.user_id JOIN unit u ON u.id = g.unit_id \
                            WHERE g.role = 'admin' AND a.active = 1 AND u.id <> $1 AND u.province_id <> $1 AND coalesce(u.parent_id, '') <> $1) THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS others";
    CLOSE_SESSIONS_OF = "DELETE FROM session WHERE user_id = $1";
    OPEN_SESSION = "INSERT INTO session (id_hash, user_id, grant_id, csrf, created_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $5, $6)";
    CLOSE_SESSION = "DELETE FROM session WHERE id_hash = $1";
    TOUCH_SESSION = "UPDATE session SET seen_at = $2 WHERE id_hash = $1";
    SIGNED_IN = concat!(
        "SELECT s.user_id, s.csrf, s.seen_at, s.ends_at, u.must_change, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, \
         p.name AS post_name, coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting, \
         (SELECT count(*) FROM role_grant g WHERE g.user_id = u.id AND ",
        in_force!("$4"),
        ") AS roles, w.name AS unit_name, w.code AS unit_code, w.level AS unit_level, \
         (SELECT count(*) FROM news n WHERE n.user_id = s.user_id AND n.unit_id = g.unit_id AND n.seen_at IS NULL) AS unseen, \
         (SELECT c.revision FROM calendar_revision c WHERE c.id = 1) AS calendar_revision \
         FROM session s JOIN user_account u ON u.id = s.user_id JOIN role_grant g ON g.id = s.grant_id JOIN body b ON b.id = g.body_id JOIN unit w ON w.id = g.unit_id \
         LEFT JOIN post p ON p.id = g.post_id WHERE s.id_hash = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND u.active = 1 AND ",
        in_force!("$4")
    );
    OFFICER = concat!(
        "SELECT u.id AS user_id, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name, \
         coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting \
         FROM user_account u JOIN role_grant g ON g.user_id = u.id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
         WHERE u.login = $1 AND u.active = 1 AND ",
        in_force!("$2"),
        " ORDER BY g.from_on, g.id LIMIT 1"
    );
    SWITCH_ROLE = concat!(
        "UPDATE session SET grant_id = $2 WHERE id_hash = $1 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.id = $2 AND g.user_id = session.user_id AND ",
        in_force!("$3"),
        ")"
    );
    ROLES_OF = concat!(
        "SELECT g.id AS grant_id, u.id AS user_id, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name, \
         coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting \
         FROM user_account u JOIN role_grant g ON g.user_id = u.id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
         WHERE u.id = $1 AND u.active = 1 AND ",
        in_force!("$2"),
        " ORDER BY g.from_on, g.id"
    );
    BODIES = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE unit_id = $1 ORDER BY sort, id";
    BODIES_ON = "SELECT b.id, b.unit_id, b.kind, coalesce( \
                 (SELECT n.name FROM body_name n WHERE n.body_id = b.id AND n.from_on <= $2 ORDER BY n.from_on DESC, n.id DESC LIMIT 1), \
                 (SELECT n.name FROM body_name n WHERE n.body_id = b.id ORDER BY n.from_on, n.id LIMIT 1), b.name) AS name, coalesce( \
                 (SELECT n.symbol FROM body_name n WHERE n.body_id = b.id AND n.from_on <= $2 ORDER BY n.from_on DESC, n.id DESC LIMIT 1), \
                 (SELECT n.symbol FROM body_name n WHERE n.body_id = b.id ORDER BY n.from_on, n.id LIMIT 1), b.symbol) AS symbol, b.has_account \
                 FROM body b WHERE b.unit_id = $1 AND ($3 = 1 OR ((b.valid_from IS NULL OR b.valid_from <= $2) AND (b.valid_to IS NULL OR b.valid_to >= $2))) \
                 ORDER BY b.sort, b.id";
    BODY = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE id = $1";
    POSTS = "SELECT p.id, p.body_id, p.unit_id, p.kind, p.name, p.head, \
             (SELECT t.person_name FROM tenure t WHERE t.post_id = p.id AND t.acting = 0 AND t.void_at IS NULL AND t.from_on <= $2 \
             AND (t.to_on IS NULL OR t.to_on >= $2) ORDER BY t.from_on DESC, t.id DESC LIMIT 1) AS holder \
             FROM post p WHERE p.unit_id = $1 ORDER BY p.head DESC, p.kind DESC, p.id";
    COUNT_TRY = "INSERT INTO attempt (key_hash, since, count) VALUES ($1, $2, 1) ON CONFLICT (key_hash) DO UPDATE SET \
                 count = CASE WHEN attempt.since < $3 THEN 1 ELSE attempt.count + 1 END, since = CASE WHEN attempt.since < $3 THEN $2 ELSE attempt.since END";
    TRIES = "SELECT count FROM attempt WHERE key_hash = $1";
    TRIES_IN = "SELECT count FROM attempt WHERE key_hash = $1 AND since >= $2";
    PRUNE_TRIES = "DELETE FROM attempt WHERE since < $1";
    FORGET_TRIES = "DELETE FROM attempt WHERE key_hash = $1";
}
