//! One thing that waits for the head: what it is, until when, its text, and what may be decided here.

use caunoi_app::desk::seen::{Waits, Words};
use caunoi_domain::{
    dialogue::{announcement::lead, state::ApprovalSubject},
    opinion::tracking_code::PublicId,
};
use caunoi_store::{approval::Waiting, extension::ExtensionRow};

use super::reading::{Read, Reading};
use crate::{
    Web,
    page::{Page, l10n::L10nLanguage, mark, thread, words},
};

/// The code word of an extension that was asked for, beside those of [`ApprovalSubject`].
pub const EXTENSION: &str = "extension";

/// A card.
pub struct Card {
    /// Code word of what it is.
    pub subject: &'static str,
    /// Its id, as the form carries it.
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// Its title.
    pub title: String,
    /// Its day, or the topic.
    pub detail: String,
    /// The page where it stands.
    pub href: String,
    /// Days left until the last day on which it can be announced in time.
    pub due: Option<mark::Mark>,
    /// Why then.
    pub why: String,
    /// Its text.
    pub reading: Vec<Reading>,
    /// The mark of its text: a decision is about these words.
    pub seen: String,
    /// The words on the button of the yes.
    pub yes: String,
    /// It can be returned with a reason.
    pub returns: bool,
    /// What was typed as the reason.
    pub note: String,
    /// What is wrong.
    pub error: Option<String>,
}

impl Card {
    /// Where it stands in the page.
    pub fn anchor(&self) -> String {
        anchor(self.subject, &self.id)
    }
}

/// What a form decides about; none where the address leads nowhere.
pub fn waits(subject: &str, id: &str) -> Option<Waits> {
    let public = || PublicId::parse(id).ok().map(PublicId::to_i64);
    if subject == EXTENSION {
        return public().map(Waits::Extension);
    }
    match subject.parse().ok()? {
        ApprovalSubject::PreparedAnswer => Some(Waits::Answer(id.to_owned())),
        ApprovalSubject::Waiver => Some(Waits::Waiver(id.to_owned())),
        ApprovalSubject::Dialogue => public().map(Waits::Dialogue),
        ApprovalSubject::Contents => public().map(Waits::Contents),
        ApprovalSubject::YearPlan => public().map(Waits::Plan),
        ApprovalSubject::Publication => public().map(Waits::Text),
        ApprovalSubject::Minutes => public().map(Waits::Minutes),
        ApprovalSubject::Notice => public().map(Waits::Notice),
    }
}

/// Where a card stands in the page.
pub fn anchor(subject: &str, id: &str) -> String {
    format!("{subject}-{id}")
}

/// Of something that was submitted or checked.
pub fn of(web: &Web, page: &Page, w: &Waiting, read: Read) -> Card {
    let t = page.t;
    let dialogue = PublicId::from_i64(w.dialogue_public_id).to_string();
    let base = format!("/cong-viec/doi-thoai/{dialogue}");
    let Read { id: own_id, href: own_page, parts: reading, words } = read;
    let (id, href, yes) = match w.subject {
        ApprovalSubject::Contents => (dialogue, format!("{base}/noi-dung"), t.head_yes()),
        ApprovalSubject::PreparedAnswer => (w.subject_id.clone(), format!("/nhiem-vu/tra-loi/{}", w.subject_id), t.head_yes()),
        ApprovalSubject::Notice => (own_id.unwrap_or_default(), format!("{base}/thong-bao"), t.head_yes_issue()),
        ApprovalSubject::Minutes => (dialogue, format!("{base}/bien-ban"), t.head_yes_sign()),
        ApprovalSubject::YearPlan => {
            let href = format!("/cong-viec/ke-hoach/{dialogue}");
            (dialogue, href, t.head_yes())
        }
        ApprovalSubject::Publication => {
            let href = format!("/cong-viec/phan-loai?loc=cong-bo&mo={dialogue}#o");
            (dialogue, href, t.head_yes_publish())
        }
        ApprovalSubject::Waiver => (w.subject_id.clone(), own_page.unwrap_or_default(), t.head_yes_waiver()),
        ApprovalSubject::Dialogue => (dialogue, base, t.head_yes()),
    };
    let plan = w.subject == ApprovalSubject::YearPlan;
    let of_date = plan || w.subject == ApprovalSubject::Waiver;
    let before = matches!(w.subject, ApprovalSubject::Dialogue | ApprovalSubject::Contents);
    let basis = w.detail.parse().ok().filter(|_| before);
    let lead = basis.zip(w.on_day.parse().ok()).map(|(basis, day)| lead(&web.app.limits, &web.app.calendar(), day, basis));
    Card {
        subject: w.subject.code(),
        id,
        what: words::approval_subject(t, w.subject),
        title: if plan { plan_title(t, w) } else { w.dialogue_title.clone() },
        detail: if of_date || before || w.detail.is_empty() { page.weekday(&w.on_day) } else { w.detail.clone() },
        href,
        due: lead.as_ref().and_then(|l| mark::due(t, &l.by.to_string(), web.app.clock.today())),
        why: lead.map_or_else(String::new, |l| {
            t.plan_head_lead(page.weekday(&l.by.to_string()), i64::from(l.days), thread::source(t, &l.citation))
        }),
        reading,
        seen: words.mark(&web.app.keys),
        yes,
        returns: !matches!(w.subject, ApprovalSubject::Notice | ApprovalSubject::Minutes),
        note: String::new(),
        error: None,
    }
}

/// Of an extension that a body asked for.
pub fn of_extension(web: &Web, page: &Page, task: i64, title: &str, e: &ExtensionRow) -> Card {
    let t = page.t;
    let id = PublicId::from_i64(task).to_string();
    Card {
        subject: EXTENSION,
        what: t.head_extension(),
        title: title.to_owned(),
        detail: t.head_extension_asked(&e.by_label, page.day(&e.from_due_on), page.weekday(&e.asked_due_on)),
        href: format!("/nhiem-vu/{id}"),
        due: mark::due(t, &e.from_due_on, web.app.clock.today()),
        why: String::new(),
        reading: vec![Reading::new(t.head_extension_reason(), e.reason.clone())],
        seen: Words::of_extension(e).mark(&web.app.keys),
        yes: t.head_yes_extension(page.day(&e.asked_due_on)),
        returns: true,
        note: String::new(),
        error: None,
        id,
    }
}

/// "Kế hoạch năm 2026", or which supplement to it.
fn plan_title(t: &L10nLanguage, w: &Waiting) -> String {
    crate::office::plan::title(t, w.dialogue_title.parse().unwrap_or(0), w.detail.parse().unwrap_or(0))
}
