//! The words that the forms of the notice desk edit, as they stand now.

use caunoi_app::desk::seen::Words;
use caunoi_store::{
    conclusion::{self, ConclusionView, Wanted},
    notice::NoticeRow,
};

use super::{form::told, notice::Shown, notice_fields};
use crate::{
    Web,
    page::{Page, mark, stands::Stands},
};

/// What the form of a conclusion carries: of its item, and of every item that is concluded together with it where its whole
/// issue is.
#[derive(Default)]
pub struct ItemStands {
    pub item: Stands,
    pub issue: Stands,
}

impl ItemStands {
    /// `kept` tells what is concluded about the item itself.
    pub(super) fn of(
        web: &Web,
        page: &Page,
        shown: &Shown,
        (n, w): (&NoticeRow, &Wanted),
        (wanted, concluded): (&[Wanted], &[ConclusionView]),
        kept: impl FnOnce() -> Vec<(String, String)>,
    ) -> Self {
        let typed = shown.conclusion.is_some();
        let sent = |mark| typed.then_some(mark);
        let together = conclusion::of_one_issue(wanted, w, &n.id);
        let beside = || {
            let others = concluded.iter().filter(|v| v.item.id != w.item.id && together.iter().any(|x| x.item.id == v.item.id));
            let words = |v: &ConclusionView| format!("{}. {}", mark::substate(page.t, v.conclusion.substate).word, v.conclusion.text);
            others.map(|v| (v.item.title.clone(), words(v))).collect()
        };
        let words = Words::of_conclusions(concluded, &[w]);
        let all = &shown.problems;
        let mut item = Stands::of(web, &words, sent(shown.seen.as_str()), all, kept);
        let issue = Stands::of(web, &Words::of_conclusions(concluded, &together), sent(shown.seen_issue.as_str()), all, beside);
        if shown.whole_issue
            && let (Some(now), Some(beside)) = (&mut item.now, &issue.now)
        {
            now.extend(beside.iter().cloned());
        }
        Self { item, issue }
    }
}

/// What the form of a notice's head carries.
pub(super) fn head(web: &Web, page: &Page, shown: &Shown, n: &NoticeRow) -> Stands {
    let sent = shown.head.is_some().then_some(shown.seen.as_str());
    let now = || {
        let (numbering, fields) = notice_fields::head(page.t, &notice_fields::head_of(page, n), &[]);
        let chosen = numbering.choices.into_iter().find(|c| c.checked).map(|c| c.label).unwrap_or_default();
        std::iter::once((numbering.legend, chosen)).chain(told(fields)).collect()
    };
    Stands::of(web, &Words::of_notice_head(n), sent, &shown.problems, now)
}
