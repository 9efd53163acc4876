//! The words that the forms of the minute desk edit, as they stand now.

use caunoi_app::desk::seen::Words;
use caunoi_store::{
    attendance::AttendanceRow,
    minutes::{EntryView, MinutesRow},
    presiding::PresidingView,
};

use super::{form::told, minutes::Shown, minutes_fields};
use crate::{
    Web,
    page::{Page, stands::Stands},
};

/// What each form of the minutes carries. One of them was sent, where one was.
#[derive(Default)]
pub(super) struct MinutesStands {
    pub head: Stands,
    pub presiding: Stands,
    pub attendance: Stands,
    /// Of a new entry none.
    pub entry: Stands,
}

type Kept<'a> = (&'a MinutesRow, &'a [PresidingView], &'a [AttendanceRow], Option<&'a EntryView>);

impl MinutesStands {
    pub fn of(web: &Web, page: &Page, shown: &Shown, (m, chairs, came, edited): Kept<'_>) -> Self {
        let t = page.t;
        let all = &shown.problems;
        let sent = |this: bool| this.then_some(shown.seen.as_str());
        let head = || {
            let (mut fields, conclusion) = minutes_fields::head(t, &minutes_fields::head_of(m), &[]);
            fields.push(conclusion);
            told(fields)
        };
        let presiding = || minutes_fields::chairs(page, chairs, None).into_iter().map(|c| (c.post, c.said)).collect();
        let numbers = |a: &AttendanceRow| format!("{}: {}. {}: {}", t.minutes_invited(), a.invited, t.minutes_present(), a.present);
        let attendance = || came.iter().map(|a| (a.label.clone(), numbers(a))).collect();
        Self {
            head: Stands::of(web, &Words::of_minutes_head(m), sent(shown.head.is_some()), all, head),
            presiding: Stands::of(web, &Words::of_presiding(chairs), sent(shown.chairs.is_some()), all, presiding),
            attendance: Stands::of(web, &Words::of_attendance(came), sent(shown.groups.is_some()), all, attendance),
            entry: edited.map_or_else(Stands::default, |e| {
                let now = || told(minutes_fields::spoken(t, &minutes_fields::typed(page, e), &[]));
                Stands::of(web, &Words::of_entry(&e.entry), sent(shown.entry.is_some()), all, now)
            }),
        }
    }
}
