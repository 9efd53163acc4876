//! Accounts and the roles that they have in force.

use caunoi_domain::{
    people::{
        actor::{Officer, Role},
        post::PostKind,
    },
    text::sort_key::person_sort_key,
};

use super::session::close_sessions_of;
use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

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

pub(super) fn read_officer(r: &Row) -> Result<Officer> {
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
        leads: r.maybe_word::<PostKind>("post_kind")?.is_some_and(PostKind::leads_unit),
    })
}

statements! {
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
    OFFICER = concat!(
        "SELECT u.id AS user_id, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name, p.kind AS post_kind, \
         coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting \
         FROM user_account u JOIN role_grant g ON g.user_id = u.id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
         WHERE u.login = $1 AND u.active = 1 AND ",
        in_force!("$2"),
        " ORDER BY g.from_on, g.id LIMIT 1"
    );
    ROLES_OF = concat!(
        "SELECT g.id AS grant_id, u.id AS user_id, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, p.name AS post_name, p.kind AS post_kind, \
         coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting \
         FROM user_account u JOIN role_grant g ON g.user_id = u.id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
         WHERE u.id = $1 AND u.active = 1 AND ",
        in_force!("$2"),
        " ORDER BY g.from_on, g.id"
    );
}
