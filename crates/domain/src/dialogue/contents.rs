//! Choosing the contents of a dialogue (S0.6): each with its reason, and traced to a source or saying that there is none.

use super::state::{DialogueState, DraftState};
use crate::{
    opinion::{
        item::{Route, Standing},
        submission::text,
    },
    problem::{Problem, What},
};

/// Characters of a title at most.
pub const TITLE_MAX: usize = 200;
/// Characters of a reason or a source at most.
pub const NOTE_MAX: usize = 1_000;

/// Where a topic comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An issue: a group of opinions about the same matter.
    Issue(String),
    /// A single item that triage sent to a dialogue.
    Item(String),
    /// Another source, named in words: a report, a resolution, a proposal of the Front.
    Named(String),
    /// It traces to no source, and says so.
    None,
}

/// What was typed to choose a topic.
#[derive(Clone, Debug, Default)]
pub struct TypedChoice {
    /// `issue:ID`, `item:ID`, `named` or `none`.
    pub source: String,
    /// Title; may be empty where the source has one.
    pub title: String,
    /// Why it is chosen.
    pub reason: String,
    /// The source in words.
    pub source_note: String,
}

/// A topic that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where it comes from.
    pub source: Source,
    /// Title; empty: the source's own.
    pub title: String,
    /// Why it is chosen.
    pub reason: String,
    /// What is said of the source beside; empty where nothing is.
    pub source_note: String,
}

/// Reads a choice. A topic without a source in the system needs a title of its own; a named source needs its name.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn choice(typed: &TypedChoice) -> Result<Choice, Vec<Problem>> {
    let mut problems = Vec::new();
    let traced = typed.source.starts_with("issue:") || typed.source.starts_with("item:");
    let title = text(&typed.title, "title", TITLE_MAX, !traced, &mut problems);
    let reason = text(&typed.reason, "reason", NOTE_MAX, true, &mut problems);
    let source_note = text(&typed.source_note, "source_note", NOTE_MAX, typed.source == "named", &mut problems);
    let source = match typed.source.split_once(':') {
        Some(("issue", id)) if !id.is_empty() => Source::Issue(id.to_owned()),
        Some(("item", id)) if !id.is_empty() => Source::Item(id.to_owned()),
        _ => match typed.source.as_str() {
            "named" => Source::Named(source_note.clone()),
            "none" => Source::None,
            _ => {
                problems.push(Problem::new("source", What::NotAChoice));
                return Err(problems);
            }
        },
    };
    if problems.is_empty() { Ok(Choice { source, title, reason, source_note }) } else { Err(problems) }
}

/// May topics be chosen or dropped now? Never while they lie before the chair, and never once people were told.
#[must_use]
pub fn may_change(dialogue: DialogueState, contents: DraftState) -> bool {
    matches!(dialogue, DialogueState::Draft | DialogueState::Submitted | DialogueState::Approved) && contents != DraftState::Submitted
}

/// Does an item behind an approved topic go to the dialogue? One that is assigned, sent up, answered or ended keeps its
/// own way and its own clock.
#[must_use]
pub fn goes_to_dialogue(standing: Standing, route: Route) -> bool {
    matches!(standing, Standing::Received | Standing::Triaged) && matches!(route, Route::None | Route::Dialogue)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn typed(source: &str, title: &str, reason: &str, note: &str) -> TypedChoice {
        TypedChoice { source: source.into(), title: title.into(), reason: reason.into(), source_note: note.into() }
    }

    #[test]
    fn s0_6_a_topic_traces_to_a_source_or_says_none() {
        let got = |t: &TypedChoice| choice(t).map(|c| c.source);
        assert_eq!(got(&typed("issue:a", "", "12 ý kiến", "")).unwrap(), Source::Issue("a".into()));
        assert_eq!(got(&typed("item:b", "", "gấp", "")).unwrap(), Source::Item("b".into()));
        assert_eq!(got(&typed("named", "Nước", "r", "Báo cáo của MTTQ")).unwrap(), Source::Named("Báo cáo của MTTQ".into()));
        assert_eq!(got(&typed("none", "Nước", "r", "")).unwrap(), Source::None);
        for (wrong, field) in [
            (typed("", "Nước", "r", ""), "source"),
            (typed("issue:", "", "r", ""), "source"),
            (typed("named", "Nước", "r", " "), "source_note"),
            (typed("none", "", "r", ""), "title"),
            (typed("issue:a", "", "", ""), "reason"),
        ] {
            assert!(choice(&wrong).unwrap_err().iter().any(|p| p.field == field), "{field}");
        }
    }

    #[test]
    fn contents_before_the_chair_or_before_the_people_are_not_changed() {
        for d in DialogueState::ALL {
            for c in [DraftState::Draft, DraftState::Submitted, DraftState::Approved] {
                let early = *d < DialogueState::Announced;
                assert_eq!(may_change(*d, c), early && c != DraftState::Submitted, "{d} {c}");
            }
        }
    }

    #[test]
    fn an_item_with_a_way_of_its_own_keeps_it() {
        for s in Standing::ALL {
            for r in Route::ALL {
                let goes = goes_to_dialogue(*s, *r);
                assert_eq!(
                    goes,
                    [Standing::Received, Standing::Triaged].contains(s) && [Route::None, Route::Dialogue].contains(r),
                    "{s} {r}"
                );
            }
        }
    }
}
