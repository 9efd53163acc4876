//! Bodies, posts, accounts, roles and sessions.

use caunoi_domain::{
    people::{
        actor::{Officer, Role},
        body::BodyKind,
        post::PostKind,
    },
    text::sort_key::{person_sort_key, sort_key},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
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
    /// When the session was last used, epoch microseconds.
    pub seen_at: i64,
    /// When it ends whatever happens.
    pub ends_at: i64,
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

/// Adds a tenure: who holds a post from a day on.
///
/// # Errors
/// The engine's words.
pub async fn put_tenure(tx: &mut Tx<'_>, id: &str, post_id: &str, user_id: Option<&str>, person: &str, from_on: &str) -> Result<()> {
    tx.exec(PUT_TENURE, args![id, post_id, user_id, person, from_on]).await?;
    Ok(())
}

/// Adds an account.
///
/// # Errors
/// A unique violation where the login is taken.
pub async fn add_account(tx: &mut Tx<'_>, id: &str, login: &str, password_hash: &str, full_name: &str, at: i64) -> Result<()> {
    tx.exec(ADD_ACCOUNT, args![id, login, password_hash, full_name, person_sort_key(full_name), at]).await?;
    Ok(())
}

/// Gives an account a role for a body from a day on.
///
/// # Errors
/// The engine's words.
#[allow(clippy::too_many_arguments, reason = "the columns of one grant")]
pub async fn grant(
    tx: &mut Tx<'_>,
    id: &str,
    user_id: &str,
    role: Role,
    unit_id: &str,
    body_id: &str,
    post_id: Option<&str>,
    from_on: &str,
) -> Result<()> {
    tx.exec(GRANT, args![id, user_id, role.code(), unit_id, body_id, post_id, from_on]).await?;
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

/// Gives an account a new password and ends every session of it.
///
/// # Errors
/// The engine's words.
pub async fn set_password(tx: &mut Tx<'_>, user_id: &str, password_hash: &str) -> Result<()> {
    tx.exec(SET_PASSWORD, args![user_id, password_hash]).await?;
    tx.exec(CLOSE_SESSIONS_OF, args![user_id]).await?;
    Ok(())
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

/// Who a session belongs to, where it has not ended.
///
/// # Errors
/// The engine's words.
pub async fn signed_in(conn: &mut Conn<'_>, id_hash: [u8; 32], now: i64, idle_since: i64, on: &str) -> Result<Option<SignedIn>> {
    conn.maybe(SIGNED_IN, args![id_hash, now, idle_since, on])
        .await?
        .as_ref()
        .map(|r| Ok(SignedIn { officer: read_officer(r)?, csrf: r.get("csrf")?, seen_at: r.get("seen_at")?, ends_at: r.get("ends_at")? }))
        .transpose()
}

/// The officer of a login in the first role in force on that day, outside any session: the program's own stories.
///
/// # Errors
/// The engine's words.
pub async fn officer(conn: &mut Conn<'_>, login: &str, on: &str) -> Result<Option<Officer>> {
    conn.maybe(OFFICER, args![login, on]).await?.as_ref().map(read_officer).transpose()
}

fn read_officer(r: &Row) -> Result<Officer> {
    Ok(Officer {
        user_id: r.get("user_id")?,
        full_name: r.get("full_name")?,
        role: r.word("role")?,
        unit_id: r.get("unit_id")?,
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        post_id: r.get("post_id")?,
        post_name: r.get("post_name")?,
    })
}

/// Bodies of a unit, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn bodies(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<BodyRow>> {
    conn.all(BODIES, args![unit_id]).await?.iter().map(read_body).collect()
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
    conn.all(POSTS, args![unit_id, on])
        .await?
        .iter()
        .map(|r| {
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
        .collect()
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

/// Forgets the tries under a key.
///
/// # Errors
/// The engine's words.
pub async fn forget_tries(tx: &mut Tx<'_>, key_hash: [u8; 32]) -> Result<()> {
    tx.exec(FORGET_TRIES, args![key_hash]).await?;
    Ok(())
}

statements! {
    PUT_BODY = "INSERT INTO body (id, unit_id, kind, name, symbol, has_account, sort) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, symbol = excluded.symbol, has_account = excluded.has_account, sort = excluded.sort";
    PUT_POST = "INSERT INTO post (id, body_id, unit_id, kind, name, head) VALUES ($1, $2, $3, $4, $5, $6) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, head = excluded.head";
    PUT_TENURE = "INSERT INTO tenure (id, post_id, user_id, person_name, from_on, acting) VALUES ($1, $2, $3, $4, $5, 0)";
    ADD_ACCOUNT = "INSERT INTO user_account (id, login, password_hash, full_name, sort, active, created_at) VALUES ($1, $2, $3, $4, $5, 1, $6)";
    GRANT = "INSERT INTO role_grant (id, user_id, role, unit_id, body_id, post_id, from_on) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ACCOUNT = "SELECT u.id, u.password_hash, g.id AS grant_id, g.role FROM user_account u \
               LEFT JOIN role_grant g ON g.user_id = u.id AND g.from_on <= $2 AND (g.to_on IS NULL OR g.to_on >= $2) \
               WHERE u.login = $1 AND u.active = 1 ORDER BY g.from_on, g.id LIMIT 1";
    ACCOUNTS = "SELECT u.login, u.full_name, u.active, g.role, n.code AS unit_code, b.name AS body FROM user_account u \
                LEFT JOIN role_grant g ON g.user_id = u.id AND g.from_on <= $2 AND (g.to_on IS NULL OR g.to_on >= $2) \
                LEFT JOIN unit n ON n.id = g.unit_id LEFT JOIN body b ON b.id = g.body_id \
                WHERE $1 = '' OR n.code = $1 ORDER BY u.login, g.from_on, g.id";
    HOME_OF = "SELECT u.id, coalesce(n.id, '-') AS unit_id, coalesce(n.province_id, '-') AS province_id FROM user_account u \
               LEFT JOIN role_grant g ON g.user_id = u.id LEFT JOIN unit n ON n.id = g.unit_id WHERE u.login = $1 ORDER BY g.from_on DESC, g.id LIMIT 1";
    SET_PASSWORD = "UPDATE user_account SET password_hash = $2 WHERE id = $1";
    CLOSE_SESSIONS_OF = "DELETE FROM session WHERE user_id = $1";
    OPEN_SESSION = "INSERT INTO session (id_hash, user_id, grant_id, csrf, created_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $5, $6)";
    CLOSE_SESSION = "DELETE FROM session WHERE id_hash = $1";
    TOUCH_SESSION = "UPDATE session SET seen_at = $2 WHERE id_hash = $1";
    SIGNED_IN = "SELECT s.user_id, s.csrf, s.seen_at, s.ends_at, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name \
                 FROM session s JOIN user_account u ON u.id = s.user_id JOIN role_grant g ON g.id = s.grant_id JOIN body b ON b.id = g.body_id \
                 LEFT JOIN post p ON p.id = g.post_id \
                 WHERE s.id_hash = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND u.active = 1 AND g.from_on <= $4 AND (g.to_on IS NULL OR g.to_on >= $4)";
    OFFICER = "SELECT u.id AS user_id, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name \
               FROM user_account u JOIN role_grant g ON g.user_id = u.id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
               WHERE u.login = $1 AND u.active = 1 AND g.from_on <= $2 AND (g.to_on IS NULL OR g.to_on >= $2) ORDER BY g.from_on, g.id LIMIT 1";
    BODIES = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE unit_id = $1 ORDER BY sort, id";
    BODY = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE id = $1";
    POSTS = "SELECT p.id, p.body_id, p.unit_id, p.kind, p.name, p.head, \
             (SELECT t.person_name FROM tenure t WHERE t.post_id = p.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2) ORDER BY t.from_on DESC LIMIT 1) AS holder \
             FROM post p WHERE p.unit_id = $1 ORDER BY p.head DESC, p.kind DESC, p.id";
    COUNT_TRY = "INSERT INTO attempt (key_hash, since, count) VALUES ($1, $2, 1) ON CONFLICT (key_hash) DO UPDATE SET \
                 count = CASE WHEN attempt.since < $3 THEN 1 ELSE attempt.count + 1 END, since = CASE WHEN attempt.since < $3 THEN $2 ELSE attempt.since END";
    TRIES = "SELECT count FROM attempt WHERE key_hash = $1";
    FORGET_TRIES = "DELETE FROM attempt WHERE key_hash = $1";
}
