//! An act on several items at once: those that it is open to are done in one change, which one undo takes back; each row's
//! result is told, and what could not be done stays ticked.

use std::collections::BTreeSet;

use caunoi_domain::problem::{Problem, What};
use caunoi_store::{Conn, acceptance, item, queue};

use super::{act::Act, public_id};
use crate::page::{Page, fault::Fault, mark, problems};

/// What became of the rows of one act.
#[derive(Default)]
pub struct Outcome {
    /// The act.
    pub act: Option<Act>,
    /// Titles of those that were done.
    pub done: Vec<String>,
    /// Those that were not: id, title and why.
    pub left: Vec<(String, String, String)>,
}

impl Outcome {
    /// Ids that stay ticked.
    pub fn ticked(&self) -> BTreeSet<String> {
        self.left.iter().map(|(id, ..)| id.clone()).collect()
    }
}

/// Sorts chosen items: ids that the act is open to, and what is told of all of them.
///
/// # Errors
/// No such item here.
pub async fn sort(conn: &mut Conn<'_>, page: &Page, unit: &str, act: Act, chosen: &[String]) -> Result<(Vec<String>, Outcome), Fault> {
    let mut fit = Vec::new();
    let mut outcome = Outcome { act: Some(act), ..Outcome::default() };
    for id in chosen {
        let line = queue::line(conn, unit, public_id(id)?).await?.ok_or(Fault::NotFound)?;
        let kept = shows_to_others(act) && is_restricted(conn, line.public_id).await?;
        let open = Act::of(&line).contains(&act);
        if open && !kept {
            fit.push(id.clone());
            outcome.done.push(line.title);
        } else {
            let why = if kept {
                problems::say(page.t, &Problem::new("", What::Restricted))
            } else {
                page.t.triage_left_at(mark::standing(page.t, line.standing).word)
            };
            outcome.left.push((id.clone(), line.title, why));
        }
    }
    Ok((fit, outcome))
}

/// Acts by which others than head and secretary come to see a matter.
const fn shows_to_others(act: Act) -> bool {
    matches!(act, Act::Group | Act::Assign | Act::ToDialogue | Act::Publish)
}

async fn is_restricted(conn: &mut Conn<'_>, public_id: i64) -> Result<bool, Fault> {
    match item::find_public(conn, public_id).await? {
        Some(i) => Ok(acceptance::is_restricted(conn, &i.id).await?),
        None => Err(Fault::NotFound),
    }
}
