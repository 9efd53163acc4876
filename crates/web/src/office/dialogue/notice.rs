//! The notice desk: each item of the dialogue with its outcome, what is still missing and where to mend it, the head of
//! the notice, check and issue; and the closing of the file.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::{
    desk::seen::Words,
    dialogue::{check_notice, notice::assemble},
};
use caunoi_domain::{
    dialogue::{
        notice::{Lack, Notice},
        notice_form::{TypedConclusion, TypedHead},
        outcome::Outcome,
        state::{DialogueState, MinutesState, NoticeState},
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
    problem::{MissingPart, Problem, What},
};
use caunoi_store::{
    Conn, beside,
    conclusion::{self, ConclusionView, Wanted},
    minutes::{self as rows, EntryView},
    notice::{self, NoticeRow},
    people::{self, BodyRow, PostRow},
    presiding,
    unit::{self, UnitRow},
};
use serde::Deserialize;

use super::{
    Found, Frame,
    form::{ChoicesView, FieldView, summary},
    notice_fields::{self, ItemForm},
    notice_stands,
};
use crate::{
    Web,
    office::{
        drafts,
        head::reading::{self, Reading},
    },
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        problems, render,
        stands::Stands,
        words,
    },
};

/// What a page shows beside what is kept.
#[derive(Default)]
pub(super) struct Shown {
    /// Public id of the notice; empty: the first.
    pub notice: String,
    /// Public id of the item; empty: the first that lacks something.
    pub item: String,
    pub head: Option<TypedHead>,
    pub conclusion: Option<TypedConclusion>,
    /// That conclusion is meant for the whole issue.
    pub whole_issue: bool,
    /// The mark of the words that came with what was typed, and of those of the whole issue.
    pub seen: String,
    pub seen_issue: String,
    pub problems: Vec<Problem>,
    /// The moment at which the head was kept as a draft; empty where it is none.
    pub found: String,
}

#[derive(Template)]
#[template(path = "office/dialogue/notice.html")]
struct NoticePage {
    page: Page,
    draft: DraftView,
    found: String,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    held: bool,
    minutes_signed: bool,
    /// Bodies that may still draft one: id, name.
    bodies: Vec<(String, String)>,
    /// The notices of this dialogue: address, words, chosen.
    tabs: Vec<(String, String, bool)>,
    notice: Option<Desktop>,
    may_close: bool,
    closed: bool,
}

/// One notice on the desk.
struct Desktop {
    id: String,
    title: String,
    state: Mark,
    open: bool,
    issued: bool,
    symbol: String,
    public: String,
    hash: String,
    groups: Vec<Group>,
    waiting: Vec<Line>,
    elsewhere: Vec<String>,
    total: String,
    lacks: Vec<(String, String)>,
    form: Option<ItemForm>,
    /// The words of the head that is edited.
    head_stands: Stands,
    head: Vec<FieldView>,
    numbering: ChoicesView,
    may_check: bool,
    /// Ready, but for another post to check.
    waits_for_check: bool,
    may_issue: bool,
    /// What is issued, as a head reads it who does not write it.
    reading: Vec<Reading>,
    /// The mark of these words.
    seen: String,
}

struct Group {
    class: &'static str,
    icon: Icon,
    title: String,
    lines: Vec<Line>,
}

struct Line {
    id: String,
    href: String,
    title: String,
    issue: String,
    mark: Option<Mark>,
    standing: Option<Mark>,
    text: String,
    lacks: bool,
    chosen: bool,
}

/// Which notice and which item.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    tb: String,
    #[serde(default)]
    viec: String,
}

impl Asked {
    /// Public id of the notice; empty: the first.
    pub fn notice(&self) -> &str {
        &self.tb
    }
}

/// `GET …/thong-bao`
///
/// # Errors
/// Not for this officer, or not yet announced.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut shown = Shown { notice: asked.tb, item: asked.viec, ..Shown::default() };
    let mut conn = web.app.store.read().await?;
    let (found, kept) = beside!(&mut conn, |c| Found::read(c, &desk, &id), |c| drafts::fields(c, &desk, head_form(&id), "nhap"))?;
    let get = |name: &str| drafts::value(&kept, name);
    if !kept.is_empty() && (shown.notice.is_empty() || shown.notice == get("notice")) {
        shown.seen = get("seen");
        shown.notice = get("notice");
        shown.found = get("nhap");
        shown.head = Some(TypedHead {
            numbering: get("numbering"),
            number: get("number"),
            signed_on: get("signed_on"),
            signer_name: get("signer_name"),
            signer_post: get("signer_post"),
            assessment: get("assessment"),
        });
    }
    of_found(&web, conn, &desk, found, shown).await
}

/// Address of the form of a notice's head with the assessment.
pub(super) fn head_form(id: &str) -> String {
    format!("/cong-viec/doi-thoai/{id}/thong-bao")
}

/// The page with what was sent and what is wrong with it.
pub(super) async fn view(web: &Web, desk: &Desk, id: &str, shown: Shown) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    of_found(web, conn, desk, found, shown).await
}

async fn of_found(web: &Web, mut conn: Conn<'_>, desk: &Desk, found: Found, shown: Shown) -> Result<Response, Fault> {
    let d = &found.d;
    if d.state < DialogueState::Announced {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today().to_string();
    let (notices, chairs, bodies, above, posts, minutes, entries, wanted, views) = beside!(
        &mut conn,
        |c| notice::of_dialogue(c, &d.id),
        |c| presiding::of(c, &d.id),
        |c| people::bodies(c, &d.unit_id),
        |c| unit::above(c, &d.unit_id),
        |c| people::posts(c, &d.unit_id, &today),
        |c| rows::of_dialogue(c, &d.id),
        |c| rows::entries_of_dialogue(c, &d.id),
        |c| conclusion::wanted(c, &d.id),
        |c| conclusion::of_dialogue(c, &d.id),
    )?;
    drop(conn);
    let page = desk.page.clone();
    let name = |id: &str| bodies.iter().find(|b| b.id == id).map(|b| b.name.clone()).unwrap_or_default();
    let number = |n: &NoticeRow| PublicId::from_i64(n.public_id).to_string();
    let chosen = notices.iter().find(|n| number(n) == shown.notice).or_else(|| notices.first());
    let mut free: Vec<(String, String)> = Vec::new();
    for c in chairs.iter().filter(|c| !c.council) {
        let taken = notices.iter().any(|n| n.body_id == c.body_id) || free.iter().any(|(id, _)| *id == c.body_id);
        if !taken && found.prepares && d.state == DialogueState::Held {
            free.push((c.body_id.clone(), name(&c.body_id)));
        }
    }
    let base = format!("/cong-viec/doi-thoai/{}/thong-bao", found.id);
    let tab = |n: &NoticeRow| {
        let words = if n.symbol.is_empty() { name(&n.body_id) } else { n.symbol.clone() };
        (format!("{base}?tb={}", number(n)), words, chosen.is_some_and(|c| c.id == n.id))
    };
    let minutes_signed = minutes.is_some_and(|m| m.state == MinutesState::Signed);
    let concluded = &views;
    let seen = Seen { bodies: &bodies, above: &above, posts: &posts, entries: &entries, wanted: &wanted, concluded, minutes_signed };
    let view = NoticePage {
        draft: DraftView::of(&head_form(&found.id), &format!("{base}#dau")),
        found: shown.found.clone(),
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(page.t, &shown.problems),
        held: d.state >= DialogueState::Held,
        minutes_signed,
        bodies: free,
        tabs: if notices.len() > 1 { notices.iter().map(tab).collect() } else { Vec::new() },
        notice: chosen.map(|n| {
            let views: Vec<_> = views.iter().filter(|v| v.conclusion.notice_id == n.id).cloned().collect();
            desktop(web, desk, &found, n, &seen, &views, &shown)
        }),
        may_close: found.prepares && matches!(d.state, DialogueState::Held | DialogueState::Concluded),
        closed: d.state == DialogueState::Closed,
        page,
    };
    Ok(render::form(&view, &shown.problems))
}

/// What a notice is drafted from.
struct Seen<'a> {
    bodies: &'a [BodyRow],
    above: &'a [UnitRow],
    posts: &'a [PostRow],
    entries: &'a [EntryView],
    wanted: &'a [Wanted],
    /// In every notice of the dialogue.
    concluded: &'a [ConclusionView],
    minutes_signed: bool,
}

fn desktop(web: &Web, desk: &Desk, found: &Found, n: &NoticeRow, seen: &Seen<'_>, views: &[ConclusionView], shown: &Shown) -> Desktop {
    let Seen { bodies, above, posts, entries, wanted, concluded, minutes_signed } = *seen;
    let page = &desk.page;
    let t = page.t;
    let today = web.app.clock.today();
    let facts = assemble(n, minutes_signed, wanted, views, &today.to_string());
    let issued = n.state == NoticeState::Issued;
    let lacks = if issued { Vec::new() } else { facts.missing() };
    let id = PublicId::from_i64(n.public_id).to_string();
    let base = format!("/cong-viec/doi-thoai/{}/thong-bao", found.id);
    let href = |item: i64| format!("{base}?tb={id}&viec={}#ket-luan", PublicId::from_i64(item));
    let open = found.prepares && !issued;
    let chosen = chosen_item(wanted, &lacks, &shown.item, n);
    let lines = Lines { page, href: &href, lacks: &lacks, chosen: chosen.filter(|_| open).map(|w| w.item.id.as_str()) };
    let form = match chosen {
        Some(w) if open => {
            let kept = views.iter().find(|v| v.item.id == w.item.id);
            let typed = shown.conclusion.clone().unwrap_or_else(|| notice_fields::typed(page, kept));
            let answered = entries.iter().filter(|e| e.entry.item_id.as_ref() == Some(&w.item.id) && !e.entry.answer.is_empty());
            let answer = answered.map(|e| (e.entry.answered_by.clone(), e.entry.answer.clone())).collect();
            let form = ItemForm::of(page, w, &typed, &shown.problems, bodies, above, answer);
            let kept = || ItemForm::of(page, w, &notice_fields::typed(page, kept_anywhere(concluded, w)), &[], bodies, above, Vec::new());
            let stands = notice_stands::ItemStands::of(web, page, shown, (n, w), (wanted, concluded), || kept().told());
            Some(ItemForm { stands, whole_issue: shown.whole_issue, ..form })
        }
        _ => None,
    };
    let head = shown.head.clone().unwrap_or_else(|| notice_fields::head_of(page, n));
    let (numbering, head) = notice_fields::head(t, &head, &shown.problems);
    let head_stands = notice_stands::head(web, page, shown, n);
    let ready = n.state == NoticeState::Draft
        && desk.allow(Action::CheckNotice).is_ok()
        && lacks.iter().all(|l| l.part == MissingPart::NoticePart("check"));
    let may_check = ready && check_notice::is_checker(&desk.officer, posts);
    let may_issue = n.state == NoticeState::Checked && desk.allow(Action::IssueNotice).is_ok() && desk.officer.body_id == n.body_id;
    Desktop {
        reading: if may_issue { reading::of_notice_head(page, n) } else { Vec::new() },
        seen: Words::of_notice(n, views).mark(&web.app.keys),
        title: bodies.iter().find(|b| b.id == n.body_id).map(|b| b.name.clone()).unwrap_or_default(),
        state: mark::notice(t, n.state),
        open,
        issued,
        symbol: n.symbol.clone(),
        public: format!("/thong-bao/{id}"),
        hash: n.hash.clone(),
        groups: Outcome::ALL.iter().map(|o| lines.group(*o, views)).collect(),
        waiting: wanted.iter().filter(|w| w.notice_id.is_none()).map(|w| lines.waiting(w)).collect(),
        elsewhere: wanted.iter().filter(|w| w.notice_id.as_ref().is_some_and(|id| *id != n.id)).map(|w| w.item.title.clone()).collect(),
        total: total(page, &facts),
        lacks: lacks.iter().map(|l| lack(page, &found.id, wanted, l, &href)).collect(),
        form,
        head_stands,
        head,
        numbering,
        may_check,
        waits_for_check: ready && !may_check,
        may_issue,
        id,
    }
}

/// What is concluded about an item, in whichever notice.
fn kept_anywhere<'a>(concluded: &'a [ConclusionView], w: &Wanted) -> Option<&'a ConclusionView> {
    concluded.iter().find(|v| v.item.id == w.item.id)
}

/// The item that is asked for, or the first that lacks something, or the first.
fn chosen_item<'a>(wanted: &'a [Wanted], lacks: &[Lack], asked: &str, n: &NoticeRow) -> Option<&'a Wanted> {
    let here = |w: &&Wanted| w.notice_id.as_ref().is_none_or(|id| *id == n.id);
    let by_id = wanted.iter().find(|w| PublicId::from_i64(w.item.public_id).to_string() == asked);
    let lacking = || wanted.iter().find(|w| lacks.iter().any(|l| l.item_id.as_ref() == Some(&w.item.id)));
    by_id.or_else(lacking).or_else(|| wanted.iter().find(here))
}

fn total(page: &Page, facts: &Notice) -> String {
    let [a, b, c] = facts.counts().map(|n| i64::try_from(n).unwrap_or(0));
    page.t.sheet_total(a + b + c, a, b, c)
}

/// A missing part in words, with where to mend it.
fn lack(page: &Page, dialogue: &str, wanted: &[Wanted], l: &Lack, href: &impl Fn(i64) -> String) -> (String, String) {
    let to = match (&l.item_id, &l.part) {
        (Some(id), _) => wanted.iter().find(|w| w.item.id == *id).map(|w| href(w.item.public_id)).unwrap_or_default(),
        (None, MissingPart::SignedMinutes) => format!("/cong-viec/doi-thoai/{dialogue}/bien-ban"),
        (None, MissingPart::NoticePart("number")) => "#number".to_owned(),
        (None, MissingPart::NoticePart("signed_on")) => "#signed_on".to_owned(),
        (None, MissingPart::NoticePart("signer")) => "#signer_name".to_owned(),
        (None, _) => "#main".to_owned(),
    };
    (to, problems::say(page.t, &Problem::new("", What::Missing(l.part.clone()))))
}

struct Lines<'a, F: Fn(i64) -> String> {
    page: &'a Page,
    href: &'a F,
    lacks: &'a [Lack],
    chosen: Option<&'a str>,
}

impl<F: Fn(i64) -> String> Lines<'_, F> {
    fn group(&self, outcome: Outcome, views: &[ConclusionView]) -> Group {
        let (class, icon) = match outcome {
            Outcome::Resolved => ("grp grp-done", Icon::Tick),
            Outcome::Unresolved => ("grp grp-doing", Icon::Half),
            Outcome::Escalated => ("grp grp-up", Icon::Up),
        };
        let lines = views.iter().filter(|v| v.conclusion.substate.outcome() == outcome).map(|v| Line {
            id: PublicId::from_i64(v.item.public_id).to_string(),
            href: (self.href)(v.item.public_id),
            title: v.item.title.clone(),
            issue: String::new(),
            mark: Some(mark::substate(self.page.t, v.conclusion.substate)),
            standing: Some(mark::standing(self.page.t, v.item.standing)),
            text: v.conclusion.text.clone(),
            lacks: self.lacks.iter().any(|l| l.item_id.as_ref() == Some(&v.item.id)),
            chosen: self.chosen == Some(v.item.id.as_str()),
        });
        Group { class, icon, title: words::outcome(self.page.t, outcome), lines: lines.collect() }
    }

    fn waiting(&self, w: &Wanted) -> Line {
        Line {
            id: PublicId::from_i64(w.item.public_id).to_string(),
            href: (self.href)(w.item.public_id),
            title: w.item.title.clone(),
            issue: w.issue.clone(),
            mark: None,
            standing: Some(mark::standing(self.page.t, w.item.standing)),
            text: String::new(),
            lacks: true,
            chosen: self.chosen == Some(w.item.id.as_str()),
        }
    }
}
