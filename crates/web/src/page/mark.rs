//! State marks: colour, shape and word together, so that none has to be understood alone.

use askama::filters::Safe;
use caunoi_domain::{
    dialogue::{
        outcome::Substate,
        scope::Stop,
        state::{DialogueState, DraftState, MinutesState, NoticeState},
        year_plan::RowStanding,
    },
    followup::{AssignmentState, EscalationState},
    opinion::item::Standing,
};

use super::{icon::Icon, l10n::L10nLanguage, words};

/// The colour of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// done
    Done,
    /// under way
    Doing,
    /// overdue or due soon
    Late,
    /// sent up
    Up,
    /// neither
    Idle,
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Colour.
    pub tone: Tone,
    /// Shape.
    pub icon: Icon,
    /// Word.
    pub word: String,
}

impl Mark {
    /// A mark of these three.
    #[must_use]
    pub const fn new(tone: Tone, icon: Icon, word: String) -> Self {
        Self { tone, icon, word }
    }

    /// The mark in a page.
    #[must_use]
    pub fn html(&self) -> Safe<String> {
        let class = match self.tone {
            Tone::Done => "st st-done",
            Tone::Doing => "st st-doing",
            Tone::Late => "st st-late",
            Tone::Up => "st st-up",
            Tone::Idle => "st",
        };
        let word = askama::filters::escape(&self.word, askama::filters::Html).map_or_else(|_| String::new(), |w| w.to_string());
        Safe(format!("<span class=\"{class}\">{}{word}</span>", self.icon.svg().0))
    }
}

/// Where an item stands today.
#[must_use]
pub fn standing(t: &L10nLanguage, s: Standing) -> Mark {
    let (tone, icon, word) = match s {
        Standing::Received => (Tone::Idle, Icon::Mail, t.standing_received()),
        Standing::Triaged => (Tone::Idle, Icon::Paper, t.standing_triaged()),
        Standing::Scheduled => (Tone::Doing, Icon::Paper, t.standing_scheduled()),
        Standing::Heard => (Tone::Doing, Icon::Speech, t.standing_heard()),
        Standing::InProgress => (Tone::Doing, Icon::Half, t.standing_in_progress()),
        Standing::NoResources => (Tone::Idle, Icon::Diamond, t.standing_no_resources()),
        Standing::Escalated => (Tone::Up, Icon::Up, t.standing_escalated()),
        Standing::SuperiorAnswered => (Tone::Up, Icon::Up, t.standing_superior_answered()),
        Standing::Done => (Tone::Done, Icon::RingTick, t.standing_done()),
        Standing::Agreed => (Tone::Done, Icon::Tick, t.standing_agreed()),
        Standing::Reopened => (Tone::Doing, Icon::Half, t.standing_reopened()),
        Standing::FurtherPath => (Tone::Idle, Icon::Arrow, t.standing_further_path()),
        Standing::Ended => (Tone::Idle, Icon::Dash, t.standing_ended()),
        Standing::Sealed => (Tone::Idle, Icon::Dash, t.standing_sealed()),
    };
    Mark::new(tone, icon, word)
}

/// The outcome of a conclusion item with its sub-state: frozen with the notice.
#[must_use]
pub fn substate(t: &L10nLanguage, s: Substate) -> Mark {
    let (tone, icon, word) = match s {
        Substate::Done => (Tone::Done, Icon::Tick, t.outcome_resolved_done()),
        Substate::Explained => (Tone::Done, Icon::Tick, t.outcome_resolved_explained()),
        Substate::InProgress => (Tone::Doing, Icon::Half, t.outcome_unresolved_in_progress()),
        Substate::NoResources => (Tone::Idle, Icon::Diamond, t.outcome_unresolved_no_resources()),
        Substate::Sent => (Tone::Up, Icon::Up, t.outcome_escalated_sent()),
        Substate::Answered => (Tone::Up, Icon::Up, t.outcome_escalated_answered()),
    };
    Mark::new(tone, icon, word)
}

/// Where a dialogue is in its life, or what stopped it.
#[must_use]
pub fn dialogue(t: &L10nLanguage, s: DialogueState, stop: Option<Stop>) -> Mark {
    if let Some(stop) = stop {
        return Mark::new(Tone::Idle, Icon::Dash, words::stop(t, stop));
    }
    let (tone, icon) = match s {
        DialogueState::Draft => (Tone::Idle, Icon::Pen),
        DialogueState::Submitted => (Tone::Doing, Icon::Clock),
        DialogueState::Approved => (Tone::Doing, Icon::Paper),
        DialogueState::Announced => (Tone::Doing, Icon::Speech),
        DialogueState::Held => (Tone::Doing, Icon::Half),
        DialogueState::Concluded => (Tone::Done, Icon::RingTick),
        DialogueState::Closed => (Tone::Done, Icon::Tick),
    };
    Mark::new(tone, icon, words::dialogue_state(t, s))
}

/// Where a planned conference is today.
#[must_use]
pub fn row_standing(t: &L10nLanguage, s: RowStanding) -> Mark {
    let (tone, icon) = match s {
        RowStanding::NotStarted => (Tone::Idle, Icon::Ring),
        RowStanding::Prepared => (Tone::Doing, Icon::Pen),
        RowStanding::Announced => (Tone::Doing, Icon::Speech),
        RowStanding::Held => (Tone::Done, Icon::Tick),
        RowStanding::Postponed | RowStanding::Cancelled => (Tone::Idle, Icon::Dash),
    };
    Mark::new(tone, icon, words::row_standing(t, s))
}

/// State of a year plan.
#[must_use]
pub fn plan(t: &L10nLanguage, s: DraftState) -> Mark {
    let (tone, icon) = match s {
        DraftState::Asked | DraftState::Draft => (Tone::Idle, Icon::Pen),
        DraftState::Submitted => (Tone::Doing, Icon::Clock),
        DraftState::Approved => (Tone::Done, Icon::Tick),
    };
    Mark::new(tone, icon, words::draft_state(t, s))
}

/// State of minutes.
#[must_use]
pub fn minutes(t: &L10nLanguage, s: MinutesState) -> Mark {
    let (tone, icon) = match s {
        MinutesState::Draft => (Tone::Idle, Icon::Pen),
        MinutesState::Checked => (Tone::Doing, Icon::RingTick),
        MinutesState::Signed => (Tone::Done, Icon::Tick),
    };
    Mark::new(tone, icon, words::minutes_state(t, s))
}

/// State of a conclusion notice.
#[must_use]
pub fn notice(t: &L10nLanguage, s: NoticeState) -> Mark {
    let (tone, icon) = match s {
        NoticeState::Draft => (Tone::Idle, Icon::Pen),
        NoticeState::Checked => (Tone::Doing, Icon::RingTick),
        NoticeState::Issued => (Tone::Done, Icon::Tick),
    };
    Mark::new(tone, icon, words::notice_state(t, s))
}

/// State of a task.
#[must_use]
pub fn assignment(t: &L10nLanguage, s: AssignmentState) -> Mark {
    let (tone, icon) = match s {
        AssignmentState::Assigned => (Tone::Idle, Icon::Ring),
        AssignmentState::InProgress => (Tone::Doing, Icon::Half),
        AssignmentState::Done => (Tone::Done, Icon::Tick),
        AssignmentState::Cancelled => (Tone::Idle, Icon::Dash),
    };
    Mark::new(tone, icon, words::assignment_state(t, s))
}

/// State of a matter that was sent up.
#[must_use]
pub fn escalation(t: &L10nLanguage, s: EscalationState) -> Mark {
    let icon = if s == EscalationState::Answered { Icon::Tick } else { Icon::Up };
    Mark::new(Tone::Up, icon, words::escalation_state(t, s))
}

/// The same, as the unit reads it that received the matter: it is the superior itself.
#[must_use]
pub fn escalation_received(t: &L10nLanguage, s: EscalationState) -> Mark {
    let word = match s {
        EscalationState::Acknowledged => t.matter_acknowledged(),
        EscalationState::Answered => t.superior_filter_answered(),
        EscalationState::Sent => words::escalation_state(t, s),
    };
    Mark { word, ..escalation(t, s) }
}

/// Days left until a due day, seen on a civil day: overdue, today, soon, later.
#[must_use]
pub fn due(t: &L10nLanguage, due_on: &str, today: jiff::civil::Date) -> Option<Mark> {
    let due: jiff::civil::Date = due_on.parse().ok()?;
    let days = i64::from(today.until(due).ok()?.get_days());
    Some(match days {
        ..0 => Mark::new(Tone::Late, Icon::Warn, t.due_overdue(-days)),
        0 => Mark::new(Tone::Late, Icon::Clock, t.due_today()),
        1..=5 => Mark::new(Tone::Doing, Icon::Clock, t.due_in(days)),
        _ => Mark::new(Tone::Idle, Icon::Ring, t.due_in(days)),
    })
}
