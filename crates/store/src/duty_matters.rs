//! What became of matters, as the ledger of duties judges it: what people raised at dialogues and what was concluded, how
//! long people spoke, tasks with what moved their day.

use std::collections::BTreeMap;

use caunoi_domain::regulation::ledger::facts::{
    Answers, ConcludedFact, DialogueFact, ExtensionFact, PauseFact, RaisedFact, Speech, TaskFact,
};

use crate::{
    args,
    db::{Arg, Row, Tx},
    duty_facts::{civil, day, maybe_day},
    error::Result,
    statements,
};

/// What is asked of the dialogues of a unit's posts between two ISO days: what people raised, what was concluded, how long
/// people spoke.
pub(crate) fn of_substance(unit: &str, first: &str, last: &str) -> [(&'static str, Vec<Arg>); 3] {
    [RAISED, CONCLUDED, SPEECHES].map(|sql| (sql, args![unit, first, last]))
}

/// The rows of [`of_substance`], each to its dialogue.
///
/// # Errors
/// What a row does not hold.
pub(crate) fn substance([raised, concluded, speeches]: [Vec<Row>; 3], dialogues: &mut [DialogueFact]) -> Result<()> {
    let at: BTreeMap<String, usize> = dialogues.iter().enumerate().map(|(n, d)| (d.id.clone(), n)).collect();
    for r in raised {
        let Some(d) = at.get(&r.get::<String>("dialogue_id")?).and_then(|n| dialogues.get_mut(*n)) else { continue };
        let there = r.get::<i64>("answered")? > 0;
        let answered_on = if there { d.held_on } else { maybe_day(&r, "answered_on")? };
        d.raised.push(RaisedFact { id: r.get("id")?, answered_on, repeated: r.get::<i64>("earlier")? > 0 });
    }
    for r in concluded {
        let Some(d) = at.get(&r.get::<String>("dialogue_id")?).and_then(|n| dialogues.get_mut(*n)) else { continue };
        d.concluded.push(ConcludedFact {
            id: r.get("id")?,
            on: day(&r, "signed_on")?,
            resolved_on: r.get::<Option<i64>>("resolved_at")?.map(civil),
            agreed_on: r.get::<Option<i64>>("agreed_at")?.map(civil),
        });
    }
    for r in speeches {
        let Some(d) = at.get(&r.get::<String>("dialogue_id")?).and_then(|n| dialogues.get_mut(*n)) else { continue };
        let minutes = |name| -> Result<u32> { Ok(u32::try_from(r.get::<i64>(name)?).unwrap_or(0)) };
        d.speech = Some(Speech { on: day(&r, "on_day")?, people: minutes("people")?, chair: minutes("chair")? });
    }
    Ok(())
}

/// What is asked of the tasks of a unit that are open, or were due or done on an ISO day or later: themselves, what gave
/// them more time, and what held them.
pub(crate) fn of_tasks(unit: &str, first: &str) -> [(&'static str, Vec<Arg>); 3] {
    [TASKS, EXTENSIONS, PAUSES].map(|sql| (sql, args![unit, first]))
}

/// The rows of [`of_tasks`]. For a task answers the head of the body whose notice concluded it; where no notice did, the head of
/// the body to which it was handed; `chair` where that body has no post of a head here.
///
/// # Errors
/// What a row does not hold.
pub(crate) fn tasks([tasks, extensions, pauses]: [Vec<Row>; 3], chair: &str) -> Result<Vec<TaskFact>> {
    let mut all: BTreeMap<String, TaskFact> = BTreeMap::new();
    for r in tasks {
        all.insert(r.get("id")?, task(&r, chair)?);
    }
    for r in extensions {
        if let Some(t) = all.get_mut(&r.get::<String>("assignment_id")?) {
            t.extensions.push(ExtensionFact { on: day(&r, "decided_on")?, to: day(&r, "granted_due_on")? });
        }
    }
    for r in pauses {
        if let Some(t) = all.get_mut(&r.get::<String>("assignment_id")?) {
            let ended = maybe_day(&r, "to_on")?.zip(maybe_day(&r, "due_after")?);
            t.pauses.push(PauseFact { from: day(&r, "from_on")?, ended });
        }
    }
    Ok(all.into_values().collect())
}

fn task(r: &Row, chair: &str) -> Result<TaskFact> {
    let (concluded, handed) = (r.get::<Option<String>>("given_by")?, r.get::<Option<String>>("handed_to")?);
    let (post_id, answers) = match (concluded, handed) {
        (Some(post), _) => (post, Answers::Concluded),
        (None, Some(post)) => (post, Answers::Handed),
        (None, None) => (chair.to_owned(), Answers::InPlace),
    };
    Ok(TaskFact {
        id: r.get("id")?,
        of: r.get("item_id")?,
        post_id,
        answers,
        assigned_on: maybe_day(r, "assigned_on")?.unwrap_or(civil(r.get("at")?)),
        due_on: day(r, "first_due_on")?,
        extensions: Vec::new(),
        pauses: Vec::new(),
        done_on: maybe_day(r, "done_on")?,
        told_on: maybe_day(r, "told_on")?,
    })
}

/// Writes how many minutes people and the chair spoke at a dialogue, in place of what was there.
///
/// # Errors
/// The engine's words.
pub async fn put_speech(
    tx: &mut Tx<'_>,
    dialogue_id: &str,
    (people, chair): (i64, i64),
    on_day: &str,
    by: (&str, &str),
    at: i64,
) -> Result<()> {
    tx.exec(PUT_SPEECH, args![dialogue_id, people, chair, on_day, at, by.0, by.1]).await?;
    Ok(())
}

/// From the head posts of the unit `$1` to the dialogues they chaired, in this order: the few before the many.
macro_rules! chaired {
    () => {
        "FROM (SELECT DISTINCT c.dialogue_id AS id FROM post o CROSS JOIN dialogue_chair c WHERE o.unit_id = $1 AND o.head = 1 AND c.post_id = o.id) h CROSS JOIN dialogue d "
    };
}

statements! {
    RAISED = concat!("SELECT m.dialogue_id, e.id, CAST(CASE WHEN e.answer <> '' THEN 1 ELSE 0 END AS BIGINT) AS answered, \
              (SELECT min(s.on_day) FROM step s WHERE s.item_id = e.item_id AND s.kind IN ('answered', 'done', 'superior_answered', 'ended')) AS answered_on, \
              (SELECT count(*) FROM minute_entry f JOIN minutes n ON n.id = f.minutes_id JOIN dialogue b ON b.id = n.dialogue_id \
               LEFT JOIN item j ON j.id = f.item_id \
               WHERE b.unit_id = d.unit_id AND b.held_on < d.held_on AND (f.item_id = e.item_id OR j.issue_id = i.issue_id)) AS earlier ", chaired!(), "CROSS JOIN minutes m CROSS JOIN minute_entry e LEFT JOIN item i ON i.id = e.item_id \
              WHERE d.id = h.id AND m.dialogue_id = d.id AND e.minutes_id = m.id AND d.held_on >= $2 AND d.held_on <= $3 AND (e.item_id IS NOT NULL OR e.village_id IS NOT NULL) ORDER BY m.dialogue_id, e.seq");
    CONCLUDED = concat!("SELECT n.dialogue_id, c.id, n.signed_on, i.resolved_at, i.agreed_at ", chaired!(), "CROSS JOIN notice n CROSS JOIN conclusion c CROSS JOIN item i \
                 WHERE d.id = h.id AND n.dialogue_id = d.id AND n.state = 'issued' AND c.notice_id = n.id AND i.id = c.item_id \
                 AND d.held_on >= $2 AND d.held_on <= $3 AND n.signed_on IS NOT NULL ORDER BY n.dialogue_id, c.id");
    SPEECHES = concat!("SELECT s.dialogue_id, s.people, s.chair, s.on_day ", chaired!(), "CROSS JOIN speech_time s \
                WHERE d.id = h.id AND s.dialogue_id = d.id AND d.held_on >= $2 AND d.held_on <= $3 ORDER BY s.dialogue_id");
    PUT_SPEECH = "INSERT INTO speech_time (dialogue_id, people, chair, on_day, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                  ON CONFLICT (dialogue_id) DO UPDATE SET people = excluded.people, chair = excluded.chair, on_day = excluded.on_day, at = excluded.at, \
                  by_user = excluded.by_user, by_label = excluded.by_label";
    TASKS = "SELECT a.id, a.public_id, a.item_id, a.at, a.first_due_on, a.done_on, \
             (SELECT min(p.id) FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN post p ON p.body_id = n.body_id AND p.head = 1 AND p.unit_id = a.unit_id \
              WHERE c.id = a.conclusion_id) AS given_by, \
             (SELECT min(p.id) FROM post p WHERE p.body_id = a.body_id AND p.unit_id = a.unit_id) AS handed_to, \
             (SELECT min(s.on_day) FROM step s WHERE s.item_id = a.item_id AND s.kind = 'assigned' AND s.at >= a.at) AS assigned_on, \
             (SELECT min(t.on_day) FROM result_told t WHERE t.item_id = a.item_id AND t.on_day >= a.done_on) AS told_on \
             FROM assignment a WHERE a.unit_id = $1 AND a.parent_id IS NULL AND a.state <> 'cancelled' \
             AND (a.first_due_on >= $2 OR a.done_on >= $2 OR a.done_on IS NULL) ORDER BY a.id";
    EXTENSIONS = "SELECT e.assignment_id, e.decided_on, e.granted_due_on FROM extension e JOIN assignment a ON a.id = e.assignment_id \
                  WHERE a.unit_id = $1 AND e.state = 'approved' AND e.decided_on IS NOT NULL AND e.granted_due_on IS NOT NULL \
                  AND (a.first_due_on >= $2 OR a.done_on >= $2 OR a.done_on IS NULL) ORDER BY e.at, e.id";
    PAUSES = "SELECT p.assignment_id, p.from_on, p.to_on, p.due_after FROM task_pause p JOIN assignment a ON a.id = p.assignment_id \
              WHERE a.unit_id = $1 AND (a.first_due_on >= $2 OR a.done_on >= $2 OR a.done_on IS NULL) ORDER BY p.at, p.id";
}
