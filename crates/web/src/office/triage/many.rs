//! An act on several items at once: those that it is open to are done in one change, which one undo takes back; each row's
//! result is told, and what could not be done stays ticked. The change itself sorts them and keeps its answer: the same
//! form sent twice is told the same.

use caunoi_app::opinion::several::{Left, Sorted};
use caunoi_domain::problem::{Problem, What};
use caunoi_store::{Conn, queue};

use super::shown;
use crate::{
    office::many::{self, Outcome},
    page::{Page, fault::Fault, mark, problems},
};

/// What became of the items, by their titles.
///
/// # Errors
/// The store's failure; no such item here.
pub async fn outcome(conn: &mut Conn<'_>, page: &Page, unit: &str, sorted: Sorted) -> Result<Outcome, Fault> {
    let mut outcome = Outcome::default();
    for id in sorted.done {
        outcome.done.push(title(conn, unit, id).await?);
    }
    for (id, left) in sorted.left {
        let why = match left {
            Left::Restricted => problems::say(page.t, &Problem::new("", What::Restricted)),
            Left::Stands(standing) => page.t.triage_left_at(mark::standing(page.t, standing).word),
        };
        let name = title(conn, unit, id).await?;
        outcome.left.push(many::Left { id: shown(id), name, href: String::new(), why: vec![why] });
    }
    Ok(outcome)
}

async fn title(conn: &mut Conn<'_>, unit: &str, public_id: i64) -> Result<String, Fault> {
    Ok(queue::line(conn, unit, public_id).await?.ok_or(Fault::NotFound)?.title)
}
