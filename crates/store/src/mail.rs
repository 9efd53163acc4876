//! Thư điện tử: who wants news by mail, and what of it waits. A waiting mail holds ids only; its address and words are
//! found when it is sent.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// Kind of the job that mails news to an officer; its payload is the news' id.
pub const TO_OFFICER: &str = "mail.officer";
/// Kind of the job that tells a person of news in their opinion; its payload is the opinion's id.
pub const TO_PERSON: &str = "mail.person";

/// An officer's own setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Address; may be empty.
    pub address: String,
    /// News are wanted there.
    pub wanted: bool,
}

/// Where a mail to an officer goes, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerMail {
    /// Address.
    pub address: String,
    /// Public id of the task.
    pub task: Option<i64>,
    /// Public id of the matter sent up.
    pub escalation: Option<i64>,
    /// Public id of the reminder.
    pub reminder: Option<i64>,
}

/// Keeps an officer's setting.
///
/// # Errors
/// The engine's words.
pub async fn set(tx: &mut Tx<'_>, user_id: &str, s: &Setting, at: i64) -> Result<()> {
    tx.exec(SET, args![user_id, &s.address, s.wanted, at]).await?;
    Ok(())
}

/// An officer's setting.
///
/// # Errors
/// The engine's words.
pub async fn setting(conn: &mut Conn<'_>, user_id: &str) -> Result<Setting> {
    let row = conn.maybe(SETTING, args![user_id]).await?;
    row.map_or_else(|| Ok(Setting::default()), |r| Ok(Setting { address: r.get("address")?, wanted: r.get("wanted")? }))
}

/// Mails news to their account, where it wants them.
///
/// # Errors
/// The engine's words.
pub async fn tell_officer(tx: &mut Tx<'_>, job_id: &str, news_id: &str, user_id: &str, run_at: i64) -> Result<()> {
    tx.exec(TELL_OFFICER, args![job_id, news_id, user_id, run_at]).await?;
    Ok(())
}

/// Tells the person of an item that there is news, where they left an address and want it; several steps that follow
/// each other before the mail is sent are one mail.
///
/// # Errors
/// The engine's words.
pub async fn tell_person(tx: &mut Tx<'_>, job_id: &str, item_id: &str, run_at: i64) -> Result<()> {
    tx.exec(TELL_PERSON, args![job_id, item_id, run_at]).await?;
    Ok(())
}

/// The mail of that news; absent where it is no longer wanted.
///
/// # Errors
/// The engine's words.
pub async fn to_officer(conn: &mut Conn<'_>, news_id: &str) -> Result<Option<OfficerMail>> {
    conn.maybe(OFFICER, args![news_id])
        .await?
        .map(|r| {
            let (task, escalation, reminder) = (r.get("task_id")?, r.get("sent_id")?, r.get("reminder")?);
            Ok(OfficerMail { address: r.get("address")?, task, escalation, reminder })
        })
        .transpose()
}

/// Address of the person of an opinion, and the opinion's public id; absent where they want no news or left no address.
///
/// # Errors
/// The engine's words.
pub async fn to_person(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Option<(String, i64)>> {
    conn.maybe(PERSON, args![opinion_id]).await?.map(|r| Ok((r.get("email")?, r.get("public_id")?))).transpose()
}

/// The person of the opinion of that public id wants no more news.
///
/// # Errors
/// The engine's words.
pub async fn stop(tx: &mut Tx<'_>, opinion_public_id: i64, at: i64) -> Result<()> {
    tx.exec(STOP, args![opinion_public_id, at]).await?;
    Ok(())
}

statements! {
    SET = "INSERT INTO user_mail (user_id, address, wanted, at) VALUES ($1, $2, $3, $4) \
           ON CONFLICT (user_id) DO UPDATE SET address = excluded.address, wanted = excluded.wanted, at = excluded.at";
    SETTING = "SELECT address, wanted FROM user_mail WHERE user_id = $1";
    TELL_OFFICER = "INSERT INTO job (id, kind, payload, run_at, tries, error) SELECT $1, 'mail.officer', $2, CAST($4 AS BIGINT), 0, '' FROM user_mail \
                    WHERE user_id = $3 AND wanted = 1 AND address <> ''";
    TELL_PERSON = "INSERT INTO job (id, kind, payload, run_at, tries, error) SELECT $1, 'mail.person', i.opinion_id, CAST($3 AS BIGINT), 0, '' FROM item i \
                   JOIN opinion_person p ON p.opinion_id = i.opinion_id WHERE i.id = $2 AND p.email <> '' \
                   AND NOT EXISTS (SELECT 1 FROM mail_stop m WHERE m.opinion_id = i.opinion_id) \
                   AND NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = 'mail.person' AND j.payload = i.opinion_id AND j.done_at IS NULL AND j.tries = 0)";
    OFFICER = "SELECT m.address, CASE WHEN n.kind = 'taken_away' THEN NULL ELSE a.public_id END AS task_id, e.public_id AS sent_id, r.public_id AS reminder FROM news n JOIN user_mail m ON m.user_id = n.user_id AND m.wanted = 1 \
               JOIN user_account u ON u.id = n.user_id AND u.active = 1 \
               LEFT JOIN assignment a ON a.id = n.assignment_id LEFT JOIN escalation e ON e.id = n.escalation_id \
               LEFT JOIN reminder r ON r.id = n.reminder_id WHERE n.id = $1 AND m.address <> ''";
    PERSON = "SELECT p.email, o.public_id FROM opinion o JOIN opinion_person p ON p.opinion_id = o.id WHERE o.id = $1 AND p.email <> '' AND o.sealed = 0 \
              AND NOT EXISTS (SELECT 1 FROM mail_stop m WHERE m.opinion_id = o.id)";
    STOP = "INSERT INTO mail_stop (opinion_id, at) SELECT id, CAST($2 AS BIGINT) FROM opinion WHERE public_id = $1 ON CONFLICT (opinion_id) DO NOTHING";
}
