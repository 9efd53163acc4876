//! The words of what is edited, from its rows.

use caunoi_store::{
    attendance::AttendanceRow,
    conclusion::{ConclusionRow, ConclusionView, Wanted},
    dialogue_site::SiteRow,
    issue::IssueRow,
    minutes::{EntryRow, MinutesRow},
    notice::NoticeRow,
    presiding::PresidingView,
    publication_draft::TextRow,
    reception::CancelRow,
    regulation::RegulationRow,
    saved_answer::SavedAnswerRow,
    waiver_draft::WaiverRow,
    year_plan::{ConferenceRow, PlanRow},
};

use super::seen::Words;

impl Words {
    /// Of the head of minutes, with the chair's conclusion.
    #[must_use]
    pub fn of_minutes_head(m: &MinutesRow) -> Self {
        Self([&m.opened, &m.closed, &m.secretary, &m.bodies_present, &m.chair_conclusion].map(Clone::clone).into())
    }

    /// Of who presided.
    #[must_use]
    pub fn of_presiding(chairs: &[PresidingView]) -> Self {
        Self(chairs.iter().map(|c| format!("{} {:?}", c.post_id, c.recorded)).collect())
    }

    /// Of who came.
    #[must_use]
    pub fn of_attendance(came: &[AttendanceRow]) -> Self {
        Self(came.iter().map(|a| format!("{} {} {}", a.label, a.invited, a.present)).collect())
    }

    /// Of an entry of minutes.
    #[must_use]
    pub fn of_entry(e: &EntryRow) -> Self {
        Self(vec![format!("{e:?}")])
    }

    /// Of the head of a notice.
    #[must_use]
    pub fn of_notice_head(n: &NoticeRow) -> Self {
        let mut all: Vec<String> = [&n.signer_name, &n.signer_post, &n.assessment].map(Clone::clone).into();
        all.extend([n.numbering.code().to_owned(), format!("{:?}", n.entered_number), format!("{:?}", n.signed_on)]);
        Self(all)
    }

    /// Of what is concluded about these items, in whichever notice.
    #[must_use]
    pub fn of_conclusions(views: &[ConclusionView], items: &[&Wanted]) -> Self {
        let about = views.iter().map(|v| &v.conclusion).filter(|c| items.iter().any(|w| w.item.id == c.item_id));
        let bare = |c: &ConclusionRow| ConclusionRow { id: String::new(), public_id: 0, seq: 0, ..c.clone() };
        let mut all: Vec<String> = about.map(|c| format!("{:?}", bare(c))).collect();
        all.sort();
        Self(all)
    }

    /// Of the texts of a plan.
    #[must_use]
    pub fn of_plan_head(p: &PlanRow) -> Self {
        Self([&p.basis, &p.purpose, &p.assignment, &p.recipients, &p.reason].map(Clone::clone).into())
    }

    /// Of a planned conference.
    #[must_use]
    pub fn of_plan_row(r: &ConferenceRow) -> Self {
        Self(vec![format!("{:?}", r.planned)])
    }

    /// Of a site.
    #[must_use]
    pub fn of_site(s: &SiteRow) -> Self {
        Self(vec![format!("{:?}", s.site)])
    }

    /// Of an issue.
    #[must_use]
    pub fn of_issue(i: &IssueRow) -> Self {
        Self(vec![i.title.clone(), i.summary.clone(), i.field.clone(), i.hot.to_string(), i.urgent.to_string()])
    }

    /// Of what an item is classified as: title, kind, field, grounded or not and why.
    #[must_use]
    pub fn of_class((title, kind, field): (&str, &str, &str), (grounded, note): (&str, &str)) -> Self {
        Self([title, kind, field, grounded, note].map(str::to_owned).into())
    }

    /// Of a text for publication: what was laid before a head, and title and text as published.
    #[must_use]
    pub fn of_published(laid: Option<&TextRow>, (title, body): (&str, &str)) -> Self {
        let mut all = vec![title.to_owned(), body.to_owned()];
        all.extend(laid.into_iter().flat_map(|t| [t.title.clone(), t.body.clone()]));
        Self(all)
    }

    /// Of a saved answer.
    #[must_use]
    pub fn of_saved_answer(a: &SavedAnswerRow) -> Self {
        Self([&a.field, &a.title, &a.text, &a.norm].map(Clone::clone).into())
    }

    /// Of what everybody reads of an internal document.
    #[must_use]
    pub fn of_summary(r: &RegulationRow) -> Self {
        Self(vec![r.summary.clone()])
    }

    /// Of a reason that was drafted and is not decided.
    #[must_use]
    pub fn of_drafted_waiver(w: Option<&WaiverRow>) -> Self {
        Self(w.into_iter().flat_map(|w| [&w.post_id, &w.on_day, &w.paper, &w.note].map(Clone::clone)).collect())
    }

    /// Of the notice that a day is not held.
    #[must_use]
    pub fn of_cancel(c: &CancelRow) -> Self {
        Self(vec![format!("{:?}", c.cancel)])
    }
}
