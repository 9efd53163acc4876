//! Đôn đốc: a body or a superior is urged, once a day at most for one matter.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// What is urged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urged {
    /// A task
    Assignment,
    /// A matter sent up
    Escalation,
    /// A duty of a unit below, by its stable id
    Duty,
    /// An answer that a body prepares for a dialogue
    PreparedAnswer,
    /// A remedial task of a finding
    Remedial,
}

impl Urged {
    /// The code word in rows and events.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assignment => "assignment",
            Self::Escalation => "escalation",
            Self::Duty => "duty",
            Self::PreparedAnswer => "prepared_answer",
            Self::Remedial => "remedial",
        }
    }
}

/// An urging.
#[derive(Clone, Debug)]
pub struct UrgingRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit that urges.
    pub unit_id: String,
    /// What is urged.
    pub subject: Urged,
    /// Its id.
    pub subject_id: String,
    /// What was said; may be empty.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id, or `system`.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// The label under which an urging stands: of the post or body, or of the program where it follows a rule.
#[must_use]
pub const fn label(actor: &str) -> &str {
    if actor.is_empty() { "Nhắc tự động theo quy định của đơn vị" } else { actor }
}

/// Records an urging.
///
/// # Errors
/// A unique violation where the matter was urged on that day already.
pub async fn add(tx: &mut Tx<'_>, u: &UrgingRow) -> Result<()> {
    tx.exec(ADD, args![&u.id, &u.unit_id, u.subject.code(), &u.subject_id, &u.text, u.at, &u.on_day, &u.by_user, &u.by_label]).await?;
    Ok(())
}

/// The urgings of a matter, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, subject: Urged, subject_id: &str) -> Result<Vec<UrgingRow>> {
    conn.all(OF, args![subject.code(), subject_id]).await?.iter().map(|r| row(r, subject)).collect()
}

/// The urgings of a unit's duties, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_duties(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<UrgingRow>> {
    conn.all(OF_DUTIES, args![unit_id]).await?.iter().map(|r| row(r, Urged::Duty)).collect()
}

fn row(r: &Row, subject: Urged) -> Result<UrgingRow> {
    Ok(UrgingRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        subject,
        subject_id: r.get("subject_id")?,
        text: r.get("text")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO urging (id, unit_id, subject_kind, subject_id, text, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_DUTIES = "SELECT id, unit_id, subject_id, text, at, on_day, by_user, by_label FROM urging WHERE unit_id = $1 AND subject_kind = 'duty' ORDER BY at, id";
    OF = "SELECT id, unit_id, subject_id, text, at, on_day, by_user, by_label FROM urging WHERE subject_kind = $1 AND subject_id = $2 ORDER BY at, id";
}
