//! Accounts as an administrator of their unit sees them: who has which role for which body, and may sign in.

use caunoi_domain::people::actor::Role;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An account of a unit with its roles.
#[derive(Clone, Debug)]
pub struct AccountView {
    /// Id.
    pub id: String,
    /// Sign-in name.
    pub login: String,
    /// Name.
    pub full_name: String,
    /// May sign in.
    pub active: bool,
    /// Has a one-time password that was not changed yet.
    pub must_change: bool,
    /// Roles, the first begun first.
    pub roles: Vec<RoleView>,
}

/// A role of an account.
#[derive(Clone, Debug)]
pub struct RoleView {
    /// Id of the grant.
    pub id: String,
    /// The role.
    pub role: Role,
    /// The body's name.
    pub body: String,
    /// The post's name.
    pub post: Option<String>,
    /// First ISO day.
    pub from_on: String,
    /// Last ISO day.
    pub to_on: Option<String>,
    /// Lasts as long as a tenure.
    pub with_tenure: bool,
}

/// Accounts that have or had a role in a unit, by name; with a login only that one.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str, login: &str) -> Result<Vec<AccountView>> {
    let mut all: Vec<AccountView> = Vec::new();
    for r in conn.all(OF_UNIT, args![unit_id, login]).await? {
        let id: String = r.get("id")?;
        let role = read_role(&r)?;
        match all.last_mut() {
            Some(last) if last.id == id => last.roles.push(role),
            _ => all.push(AccountView {
                id,
                login: r.get("login")?,
                full_name: r.get("full_name")?,
                active: r.get("active")?,
                must_change: r.get("must_change")?,
                roles: vec![role],
            }),
        }
    }
    Ok(all)
}

/// Every sign-in name of the installation: for a new one that is free.
///
/// # Errors
/// The engine's words.
pub async fn logins(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    conn.all(LOGINS, args![]).await?.iter().map(|r| r.get("login")).collect()
}

/// Names of the people of a unit, each with the body they have or had a role for.
///
/// # Errors
/// The engine's words.
pub async fn names(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<(String, String)>> {
    conn.all(NAMES, args![unit_id]).await?.iter().map(|r| Ok((r.get("full_name")?, r.get("body_id")?))).collect()
}

/// Lets an account sign in, or no longer.
///
/// # Errors
/// The engine's words.
pub async fn set_active(tx: &mut Tx<'_>, user_id: &str, active: bool) -> Result<()> {
    tx.exec(SET_ACTIVE, args![user_id, active]).await?;
    Ok(())
}

/// Ends a role on that ISO day, if it does not end before.
///
/// # Errors
/// The engine's words.
pub async fn end_role(tx: &mut Tx<'_>, grant_id: &str, to_on: &str) -> Result<bool> {
    Ok(tx.exec(END_ROLE, args![grant_id, to_on]).await? == 1)
}

/// How far the set-up of a unit has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bodies.
    pub bodies: i64,
    /// Posts.
    pub posts: i64,
    /// Accounts that may sign in.
    pub accounts: i64,
    /// Accounts that still have their one-time password.
    pub one_time: i64,
    /// Villages in force.
    pub villages: i64,
    /// Accounts of the secretariat that may sign in.
    pub secretaries: i64,
    /// Accounts of heads that may sign in.
    pub heads: i64,
    /// Holders of the HĐND's Standing Committee.
    pub councils: i64,
    /// Documents of the unit and of those above it, the nation's apart.
    pub rules: i64,
    /// Bodies in force that no paper confirms.
    pub unconfirmed: i64,
}

/// How far the set-up of a unit has come.
///
/// # Errors
/// The engine's words.
pub async fn progress(conn: &mut Conn<'_>, unit_id: &str) -> Result<Progress> {
    let r = conn.one(PROGRESS, args![unit_id], "unit").await?;
    Ok(Progress {
        bodies: r.get("bodies")?,
        posts: r.get("posts")?,
        accounts: r.get("accounts")?,
        one_time: r.get("one_time")?,
        villages: r.get("villages")?,
        secretaries: r.get("secretaries")?,
        heads: r.get("heads")?,
        councils: r.get("councils")?,
        rules: r.get("rules")?,
        unconfirmed: r.get("unconfirmed")?,
    })
}

fn read_role(r: &Row) -> Result<RoleView> {
    let tenure: String = r.get("tenure_id")?;
    Ok(RoleView {
        id: r.get("grant_id")?,
        role: r.word("role")?,
        body: r.get("body")?,
        post: r.get("post")?,
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        with_tenure: !tenure.is_empty(),
    })
}

statements! {
    OF_UNIT = "SELECT u.id, u.login, u.full_name, u.active, u.must_change, g.id AS grant_id, g.role, b.name AS body, p.name AS post, g.from_on, g.tenure_id, \
               CASE WHEN t.to_on IS NOT NULL AND (g.to_on IS NULL OR t.to_on < g.to_on) THEN t.to_on ELSE g.to_on END AS to_on \
               FROM role_grant g JOIN user_account u ON u.id = g.user_id JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
               LEFT JOIN tenure t ON t.id = g.tenure_id WHERE g.unit_id = $1 AND ($2 = '' OR u.login = $2) AND t.void_at IS NULL \
               ORDER BY u.sort, u.id, g.from_on, g.id";
    LOGINS = "SELECT login FROM user_account ORDER BY login";
    NAMES = "SELECT DISTINCT u.full_name, g.body_id FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE g.unit_id = $1";
    SET_ACTIVE = "UPDATE user_account SET active = $2 WHERE id = $1";
    END_ROLE = "UPDATE role_grant SET to_on = $2 WHERE id = $1 AND (to_on IS NULL OR to_on > $2)";
    PROGRESS = "SELECT (SELECT count(*) FROM body WHERE unit_id = $1) AS bodies, (SELECT count(*) FROM post WHERE unit_id = $1) AS posts, \
                (SELECT count(DISTINCT u.id) FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE g.unit_id = $1 AND u.active = 1) AS accounts, \
                (SELECT count(DISTINCT u.id) FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE g.unit_id = $1 AND u.active = 1 AND u.must_change = 1) AS one_time, \
                (SELECT count(*) FROM village WHERE unit_id = $1 AND valid_to IS NULL) AS villages, \
                (SELECT count(DISTINCT u.id) FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE g.unit_id = $1 AND u.active = 1 AND g.role = 'secretary' AND g.to_on IS NULL) AS secretaries, \
                (SELECT count(DISTINCT u.id) FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE g.unit_id = $1 AND u.active = 1 AND g.role = 'head' AND g.to_on IS NULL) AS heads, \
                (SELECT count(*) FROM post p JOIN tenure t ON t.post_id = p.id WHERE p.unit_id = $1 AND p.kind = 'council_standing' AND t.void_at IS NULL AND t.to_on IS NULL) AS councils, \
                (SELECT count(*) FROM regulation r WHERE r.unit_id = $1 OR r.unit_id IN (SELECT z.province_id FROM unit z WHERE z.id = $1)) AS rules, \
                (SELECT count(*) FROM body WHERE unit_id = $1 AND confirmed = 0 AND valid_to IS NULL) AS unconfirmed";
}
