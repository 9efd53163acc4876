//! The reminders that are drafted: one for each body with matters whose day is near or has passed.

use std::collections::BTreeMap;

use caunoi_domain::{
    followup::reminder::{self as rule, Reminder},
    opinion::tracking_code::PublicId,
};
use caunoi_store::{
    Conn, beside,
    reminder::{self, OpenMatter, Sent},
    urging::Urged,
};
use jiff::{ToSpan as _, civil::Date};

use crate::page::{
    Page,
    desk::Desk,
    fault::Fault,
    lang::Lang,
    mark::{self, Mark},
};

/// Matters that are looked at.
const MATTERS: i64 = 400;

/// A matter of a draft.
pub struct MatterLine {
    /// Its kind and id, as the form carries them.
    pub value: String,
    /// What it is about.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How near its day is.
    pub mark: Option<Mark>,
    /// When it was urged before; empty where never.
    pub urged: String,
}

/// A drafted reminder.
pub struct Draft {
    /// The body's id.
    pub body_id: String,
    /// Its name.
    pub body_name: String,
    /// The text, as drafted or as typed.
    pub text: String,
    /// Its matters.
    pub matters: Vec<MatterLine>,
    /// It is to be sent.
    pub ticked: bool,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// A reminder that was sent today.
pub struct SentLine {
    /// Its paper.
    pub href: String,
    /// The body, and how many matters.
    pub label: String,
}

/// What is drafted, and what was sent today.
pub struct Drafted {
    /// Drafts, body by body.
    pub drafts: Vec<Draft>,
    /// Sent today.
    pub sent: Vec<SentLine>,
}

impl Drafted {
    /// How many drafts wait.
    pub fn ready(&self) -> usize {
        self.drafts.len()
    }

    /// "Phòng Kinh tế: 3 việc", draft by draft.
    pub fn lines(&self, page: &Page) -> Vec<String> {
        self.drafts.iter().map(|d| label(page, &d.body_name, d.matters.len())).collect()
    }
}

/// The drafts of the officer's unit today.
///
/// # Errors
/// The store's failure.
pub async fn load(conn: &mut Conn<'_>, desk: &Desk, today: Date) -> Result<Drafted, Fault> {
    let unit = desk.officer.unit_id.as_str();
    let until = today.checked_add(rule::AHEAD_DAYS.days()).unwrap_or(today).to_string();
    let on = today.to_string();
    let (open, sent) = beside!(conn, |c| reminder::open(c, unit, &until, MATTERS), |c| reminder::of_day(c, unit, &on))?;
    let mut bodies: BTreeMap<usize, Vec<(&OpenMatter, Reminder)>> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for m in &open {
        let last = m.urged_on.as_deref().and_then(|d| d.parse().ok());
        let Some(why) = m.due_on.parse().ok().and_then(|due| rule::reminder(due, today, last)) else { continue };
        let at = order.iter().position(|b| *b == m.body_id).unwrap_or_else(|| {
            order.push(&m.body_id);
            order.len() - 1
        });
        bodies.entry(at).or_default().push((m, why));
    }
    let page = &desk.page;
    let drafts = bodies.into_values().filter_map(|matters| draft(page, desk.officer.label(), &matters, today)).collect();
    Ok(Drafted { drafts, sent: sent.iter().map(|s| sent_line(page, s)).collect() })
}

fn draft(page: &Page, from: &str, matters: &[(&OpenMatter, Reminder)], today: Date) -> Option<Draft> {
    let (first, _) = matters.first()?;
    Some(Draft {
        body_id: first.body_id.clone(),
        body_name: first.body_name.clone(),
        text: text(from, &first.body_name, matters),
        matters: matters.iter().map(|(m, _)| line(page, m, today)).collect(),
        ticked: true,
        error: None,
    })
}

/// The paper's own words: it goes to an office, so they are Vietnamese whatever language the desk reads.
fn text(from: &str, to: &str, matters: &[(&OpenMatter, Reminder)]) -> String {
    let page = Page::new(Lang::Vi, "", false);
    let t = page.t;
    let lines = (1_i64..).zip(matters).map(|(n, (m, why))| {
        let day = page.day(&m.due_on);
        let when = match why {
            Reminder::Before(0) => t.remind_text_today(),
            Reminder::Before(days) => t.remind_text_before(*days),
            Reminder::After(days) => t.remind_text_after(*days),
        };
        let what = if m.kind == Urged::PreparedAnswer { t.remind_text_answer(&m.title) } else { m.title.clone() };
        t.remind_text_line(n, what, day, when)
    });
    let list = lines.collect::<Vec<_>>().join("\n");
    format!("{}\n{}\n{list}\n{}", t.remind_text_to(to), t.remind_text_begin(from), t.remind_text_end())
}

fn line(page: &Page, m: &OpenMatter, today: Date) -> MatterLine {
    MatterLine {
        value: format!("{}:{}", m.kind.code(), m.id),
        title: m.title.clone(),
        href: href(page, m),
        mark: mark::due(page.t, &m.due_on, today),
        urged: m.urged_on.as_deref().map(|d| page.t.remind_before(page.day(d))).unwrap_or_default(),
    }
}

/// Where a matter is read: an answer by the office with its dialogue, by its body where it is written.
pub fn href(page: &Page, m: &OpenMatter) -> String {
    let id = PublicId::from_i64(m.public_id);
    let writes = page.desk.as_ref().is_some_and(|d| d.officer.body_id == m.body_id);
    match m.kind {
        Urged::PreparedAnswer if writes => format!("/nhiem-vu/tra-loi/{}", m.id),
        Urged::PreparedAnswer => format!("/cong-viec/doi-thoai/{id}/tong-hop"),
        _ => format!("/nhiem-vu/{id}"),
    }
}

fn sent_line(page: &Page, s: &Sent) -> SentLine {
    let n = usize::try_from(s.matters).unwrap_or(0);
    SentLine { href: format!("/thong-bao/nhac/{}", PublicId::from_i64(s.row.public_id)), label: label(page, &s.body_name, n) }
}

fn label(page: &Page, body: &str, matters: usize) -> String {
    page.t.remind_label(body, i64::try_from(matters).unwrap_or(i64::MAX))
}
