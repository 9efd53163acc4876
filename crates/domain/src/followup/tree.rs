//! The tree of tasks of one item (P6): the Party committee concludes, the chair of the UBND assigns, the phòng does.
//! Pure questions about it: whose turn is it, and is the matter settled?

use super::{AssignmentState, Extent};

/// A task as the questions about the tree need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskNode {
    /// Id.
    pub id: String,
    /// The task it is a part of.
    pub parent_id: Option<String>,
    /// State.
    pub state: AssignmentState,
    /// How far it went, once done.
    pub extent: Option<Extent>,
    /// ISO day.
    pub due_on: String,
    /// When it was assigned, epoch microseconds.
    pub at: i64,
    /// When it was done, epoch microseconds.
    pub done_at: Option<i64>,
    /// Its clock stands still while another body must act.
    pub paused: bool,
}

impl TaskNode {
    /// True while somebody has to do it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, AssignmentState::Assigned | AssignmentState::InProgress)
    }
}

/// Whose turn it is: of the open tasks that wait for no open part of theirs, the one that is due first; one whose clock
/// stands still only where no other is open.
#[must_use]
pub fn next_up(tasks: &[TaskNode]) -> Option<&TaskNode> {
    let waits = |t: &TaskNode| tasks.iter().any(|c| c.is_open() && c.parent_id.as_deref() == Some(t.id.as_str()));
    tasks.iter().filter(|t| t.is_open() && !waits(t)).min_by(|a, b| (a.paused, &a.due_on, a.at).cmp(&(b.paused, &b.due_on, b.at)))
}

/// Is the matter settled: something was done, nothing is open, and no lead task stopped half-way without another
/// lead task opened after it for the rest (S3.2)?
#[must_use]
pub fn settled(tasks: &[TaskNode]) -> bool {
    let roots = || tasks.iter().filter(|t| t.parent_id.is_none() && t.state == AssignmentState::Done);
    let taken_on = |partial: &TaskNode| roots().any(|later| Some(later.at) >= partial.done_at && later.id != partial.id);
    let lacking = roots().any(|t| t.extent == Some(Extent::Partial) && !taken_on(t));
    roots().next().is_some() && !tasks.iter().any(TaskNode::is_open) && !lacking
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn open(id: &str, parent: Option<&str>, due_on: &str, at: i64) -> TaskNode {
        TaskNode {
            id: id.into(),
            parent_id: parent.map(Into::into),
            state: AssignmentState::Assigned,
            extent: None,
            due_on: due_on.into(),
            at,
            done_at: None,
            paused: false,
        }
    }

    fn done(id: &str, parent: Option<&str>, at: i64, done_at: i64, extent: Extent) -> TaskNode {
        TaskNode { state: AssignmentState::Done, extent: Some(extent), done_at: Some(done_at), ..open(id, parent, "2026-12-01", at) }
    }

    #[test]
    fn p6_a_lead_task_waits_for_its_parts() {
        let tree = [open("ubnd", None, "2026-12-01", 1), open("phong", Some("ubnd"), "2026-12-01", 2)];
        assert_eq!(next_up(&tree).unwrap().id, "phong");
        let tree = [open("ubnd", None, "2026-12-01", 1), done("phong", Some("ubnd"), 2, 5, Extent::Whole)];
        assert_eq!(next_up(&tree).unwrap().id, "ubnd");
        assert!(!settled(&tree), "the lead task is still open");
    }

    #[test]
    fn of_several_tasks_the_first_due_acts_next() {
        let tree = [open("a", None, "2026-12-09", 1), open("b", None, "2026-12-02", 2)];
        assert_eq!(next_up(&tree).unwrap().id, "b");
        assert!(next_up(&[]).is_none());
        let still = TaskNode { paused: true, ..open("c", None, "2026-12-01", 3) };
        assert_eq!(next_up(&[still.clone(), open("a", None, "2026-12-09", 1)]).unwrap().id, "a", "what can go on goes on");
        assert_eq!(next_up(&[still]).unwrap().id, "c");
    }

    #[test]
    fn p6_settled_needs_the_lead_and_every_part_in_either_order() {
        let lead = done("a", None, 1, 9, Extent::Whole);
        assert!(settled(std::slice::from_ref(&lead)));
        assert!(!settled(&[lead.clone(), open("b", Some("a"), "2026-12-01", 2)]));
        assert!(settled(&[lead, done("b", Some("a"), 2, 10, Extent::Partial)]), "the lead body answers for its parts");
    }

    #[test]
    fn s3_2_a_partial_solution_does_not_settle_until_the_rest_is_done() {
        let half = done("a", None, 1, 5, Extent::Partial);
        assert!(!settled(std::slice::from_ref(&half)));
        assert!(!settled(&[half.clone(), done("b", None, 2, 6, Extent::Whole)]), "b was another task of the same day, not the rest of a");
        assert!(!settled(&[half.clone(), open("c", None, "2026-12-01", 6)]));
        assert!(settled(&[half, done("c", None, 6, 8, Extent::Explained)]));
    }

    #[test]
    fn nothing_done_settles_nothing() {
        let cancelled = TaskNode { state: AssignmentState::Cancelled, ..open("a", None, "2026-12-01", 1) };
        assert!(!settled(std::slice::from_ref(&cancelled)) && next_up(&[cancelled]).is_none());
        assert!(!settled(&[]));
    }
}
