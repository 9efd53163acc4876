//! The year strip: a commune's dialogues month by month, each with its state in words and its own page.

use caunoi_domain::{dialogue::state::DialogueState, text::date};
use caunoi_store::public::commune::DialogueLine;
use jiff::civil::Date;

use super::view;
use crate::page::{Page, icon::Icon, mark, mark::Mark};

/// A dialogue in its month.
pub(super) struct Held {
    /// Its page.
    pub href: String,
    /// "17/4", "05/02".
    pub day: String,
    /// What it is called.
    pub title: String,
    /// Where it is in its life.
    pub mark: Mark,
}

/// A month of the year.
pub(super) struct Month {
    /// "Tháng 4".
    pub name: String,
    /// It is the month of today.
    pub now: bool,
    /// Its dialogues, the first first.
    pub dialogues: Vec<Held>,
}

/// The months of today's year with the dialogues of it; none where there is no dialogue at all.
pub(super) fn months(page: &Page, of_year: &[DialogueLine], today: Date) -> Vec<Month> {
    if of_year.is_empty() {
        return Vec::new();
    }
    let on = |d: &DialogueLine| d.on_day.parse::<Date>().ok();
    let month = |n: i8| Month {
        name: page.t.ledger_month(i64::from(n)),
        now: n == today.month(),
        dialogues: of_year
            .iter()
            .filter_map(|d| Some((on(d)?, d)))
            .filter(|(on, _)| on.month() == n)
            .map(|(on, d)| held(page, on, d))
            .collect(),
    };
    (1..=12).map(month).collect()
}

fn held(page: &Page, on: Date, d: &DialogueLine) -> Held {
    // People read of a conference whether it comes, was held, has its conclusions; the office's file is the office's.
    let mark = match d.state.parse().unwrap_or(DialogueState::Announced) {
        DialogueState::Announced if d.stop.is_none() => Mark::new(mark::Tone::Doing, Icon::Clock, page.t.place_year_coming()),
        DialogueState::Closed => mark::dialogue(page.t, DialogueState::Concluded, d.stop),
        state => mark::dialogue(page.t, state, d.stop),
    };
    Held { href: view::dialogue_href(d.public_id), day: date::vi_short(on), title: d.title.clone(), mark }
}
