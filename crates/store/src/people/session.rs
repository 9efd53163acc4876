//! Sessions: who is signed in, in which role.

use caunoi_domain::{people::actor::Officer, unit::Level};

use super::account::read_officer;
use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

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

/// Ends every session of an account.
///
/// # Errors
/// The engine's words.
pub async fn close_sessions_of(tx: &mut Tx<'_>, user_id: &str) -> Result<()> {
    tx.exec(CLOSE_SESSIONS_OF, args![user_id]).await?;
    Ok(())
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

/// Goes on in another role of the same account, if it is in force on that day; answers whether it is.
///
/// # Errors
/// The engine's words.
pub async fn switch_role(tx: &mut Tx<'_>, id_hash: [u8; 32], grant_id: &str, on: &str) -> Result<bool> {
    Ok(tx.exec(SWITCH_ROLE, args![id_hash, grant_id, on]).await? == 1)
}

statements! {
    CLOSE_SESSIONS_OF = "DELETE FROM session WHERE user_id = $1";
    OPEN_SESSION = "INSERT INTO session (id_hash, user_id, grant_id, csrf, created_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $5, $5, $6)";
    CLOSE_SESSION = "DELETE FROM session WHERE id_hash = $1";
    TOUCH_SESSION = "UPDATE session SET seen_at = $2 WHERE id_hash = $1";
    SIGNED_IN = concat!(
        "SELECT s.user_id, s.csrf, s.seen_at, s.ends_at, u.must_change, u.full_name, g.role, g.unit_id, g.body_id, b.name AS body_name, g.post_id, \
         p.name AS post_name, p.kind AS post_kind, coalesce((SELECT k.acting FROM tenure k WHERE k.id = g.tenure_id), 0) AS acting, \
         (SELECT count(*) FROM role_grant g WHERE g.user_id = u.id AND ",
        in_force!("$4"),
        ") AS roles, w.name AS unit_name, w.code AS unit_code, w.level AS unit_level, \
         (SELECT count(*) FROM news n WHERE n.user_id = s.user_id AND n.unit_id = g.unit_id AND n.seen_at IS NULL) AS unseen, \
         (SELECT c.revision FROM calendar_revision c WHERE c.id = 1) AS calendar_revision \
         FROM session s JOIN user_account u ON u.id = s.user_id JOIN role_grant g ON g.id = s.grant_id JOIN body b ON b.id = g.body_id JOIN unit w ON w.id = g.unit_id \
         LEFT JOIN post p ON p.id = g.post_id WHERE s.id_hash = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND u.active = 1 AND ",
        in_force!("$4")
    );
    SWITCH_ROLE = concat!(
        "UPDATE session SET grant_id = $2 WHERE id_hash = $1 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.id = $2 AND g.user_id = session.user_id AND ",
        in_force!("$3"),
        ")"
    );
}
