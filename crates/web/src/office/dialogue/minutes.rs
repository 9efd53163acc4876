//! The minute desk: who presided, who came, who spoke and what was answered; check, signature, addenda.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::{
    desk::seen::Words,
    dialogue::minutes::{assemble, held_on},
    opinion::receipt::Slip,
};
use caunoi_domain::{
    dialogue::{
        minutes_form::{Head, TypedEntry},
        state::{DialogueState, MinutesState},
    },
    opinion::{kind::SealedKind, tracking_code::PublicId},
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{
    Conn,
    attendance::{self, AttendanceRow},
    beside,
    conclusion::{self, Wanted},
    minutes::{self as rows, AddendumRow, EntryView, MinutesRow},
    presiding::{self, PresidingView},
    unit::{self, VillageRow},
};
use serde::Deserialize;

use super::{
    Found, Frame,
    form::{FieldView, summary},
    minutes_fields::{self, Chair, EntryFields, Group},
    minutes_stands::MinutesStands,
};
use crate::{
    Web,
    office::drafts,
    page::{
        Page,
        desk::Desk,
        draft::DraftView,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        problems, render, words,
    },
};

/// What a page shows beside what is kept: the form that was sent and what is wrong with it.
#[derive(Default)]
pub(super) struct Shown {
    /// Id of the entry that is edited.
    pub editing: String,
    pub held_on: Option<String>,
    pub head: Option<Head>,
    pub chairs: Option<Vec<minutes_fields::TypedChair>>,
    pub groups: Option<Vec<(String, String, String)>>,
    pub entry: Option<TypedEntry>,
    pub transfer: minutes_fields::TypedTransfer,
    pub addendum: String,
    pub problems: Vec<Problem>,
    pub slip: Option<Slip>,
    /// The mark of the words that came with what was typed.
    pub seen: String,
    /// The moment at which the entry was kept as a draft; empty where it is none.
    pub found: String,
}

#[derive(Template)]
#[template(path = "office/dialogue/minutes.html")]
struct MinutesPage {
    page: Page,
    draft: DraftView,
    found: String,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    /// Before the day: the form that says it was held.
    hold: Option<FieldView>,
    state: Option<Mark>,
    /// The minutes can be written in.
    open: bool,
    head: Vec<FieldView>,
    conclusion: FieldView,
    facts: Vec<(String, String)>,
    chairs: Vec<Chair>,
    groups: Vec<Group>,
    entries: Vec<Line>,
    /// Id of the entry that is edited; empty for a new one.
    editing: String,
    entry: EntryFields,
    transfer: Option<Vec<FieldView>>,
    sealed: Vec<(&'static str, String)>,
    lacks: Vec<String>,
    may_check: bool,
    may_sign: bool,
    /// The words that each form edits.
    forms: MinutesStands,
    /// The mark of the minutes that are signed.
    seen: String,
    hash: String,
    signed: String,
    addenda: Vec<Addendum>,
    addendum: Option<FieldView>,
    slip: Option<(String, String)>,
}

struct Line {
    seq: i64,
    id: String,
    edit: String,
    speaker: String,
    village: String,
    said: String,
    answer: String,
    answered_by: String,
    promised: String,
    item: Option<String>,
}

struct Addendum {
    text: String,
    who: String,
    when: String,
    hash: String,
}

/// Which entry is edited.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    sua: String,
}

/// `GET …/bien-ban`
///
/// # Errors
/// Not for this officer, or not yet announced.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut shown = Shown { editing: asked.sua, ..Shown::default() };
    let mut conn = web.app.store.read().await?;
    let (found, kept) = beside!(&mut conn, |c| Found::read(c, &desk, &id), |c| drafts::fields(c, &desk, entry_form(&id), "nhap"))?;
    if shown.editing.is_empty() {
        let get = |name: &str| drafts::value(&kept, name);
        shown.found = get("nhap");
        shown.entry = (!kept.is_empty()).then(|| TypedEntry {
            speaker: get("speaker"),
            village: get("village"),
            said: get("said"),
            answer: get("answer"),
            answered_by: get("answered_by"),
            promised: get("promised"),
            link: get("link"),
            kind: get("kind"),
            full_name: get("full_name"),
            phone: get("phone"),
        });
    }
    of_found(&web, conn, &desk, found, shown).await
}

/// Address of the form of a new entry.
pub(super) fn entry_form(id: &str) -> String {
    format!("/cong-viec/doi-thoai/{id}/bien-ban/phat-bieu")
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
    let (m, chairs, came, entries, villages, wanted, addenda) = beside!(
        &mut conn,
        |c| rows::of_dialogue(c, &d.id),
        |c| presiding::of(c, &d.id),
        |c| attendance::of(c, &d.id),
        |c| rows::entries_of_dialogue(c, &d.id),
        |c| unit::villages_on(c, &d.unit_id, held_on(d)),
        |c| conclusion::wanted(c, &d.id),
        |c| rows::addenda(c, &d.id),
    )?;
    drop(conn);
    let page = match m {
        None => before(web, desk, &found, &shown),
        Some(m) => after(web, desk, &found, Kept { m, chairs, came, entries, villages, wanted, addenda }, &shown),
    };
    Ok(render::form(&page, &shown.problems))
}

fn empty(web: &Web, desk: &Desk, found: &Found, shown: &Shown) -> MinutesPage {
    let page = desk.page.clone();
    let t = page.t;
    MinutesPage {
        draft: DraftView::of(&entry_form(&found.id), &format!("/cong-viec/doi-thoai/{}/bien-ban#phat-bieu", found.id)),
        found: shown.found.clone(),
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, &shown.problems),
        hold: None,
        state: None,
        open: false,
        head: Vec::new(),
        conclusion: FieldView::line(t, &[], "conclusion", t.minutes_conclusion(), "").area(4),
        facts: Vec::new(),
        chairs: Vec::new(),
        groups: Vec::new(),
        entries: Vec::new(),
        editing: String::new(),
        entry: EntryFields::default(),
        transfer: None,
        sealed: SealedKind::ALL.iter().map(|k| (k.code(), words::sealed_kind(t, *k))).collect(),
        lacks: Vec::new(),
        may_check: false,
        may_sign: false,
        forms: MinutesStands::default(),
        seen: String::new(),
        hash: String::new(),
        signed: String::new(),
        addenda: Vec::new(),
        addendum: None,
        slip: shown.slip.map(|s| (s.code.to_string(), s.secret.to_string())),
        page,
    }
}

/// Before the day.
fn before(web: &Web, desk: &Desk, found: &Found, shown: &Shown) -> MinutesPage {
    let mut view = empty(web, desk, found, shown);
    let t = view.page.t;
    if found.prepares && found.d.state == DialogueState::Announced {
        let day = shown.held_on.clone().unwrap_or_else(|| view.page.day(&found.d.on_day));
        view.hold = Some(FieldView::line(t, &shown.problems, "held_on", t.minutes_held_on(), &day).hint(t.minutes_held_on_hint()).short());
    }
    view
}

/// What stands of the minutes once the day has been.
struct Kept {
    m: MinutesRow,
    chairs: Vec<PresidingView>,
    came: Vec<AttendanceRow>,
    entries: Vec<EntryView>,
    villages: Vec<VillageRow>,
    wanted: Vec<Wanted>,
    addenda: Vec<AddendumRow>,
}

/// The day has been: the minutes are there.
fn after(web: &Web, desk: &Desk, found: &Found, kept: Kept, shown: &Shown) -> MinutesPage {
    let Kept { m, chairs, came, entries, villages, wanted, addenda } = kept;
    let mut view = empty(web, desk, found, shown);
    let (t, d) = (view.page.t, &found.d);
    let text = assemble(d, &m, (chairs.clone(), came.clone(), entries.clone()));
    view.open = found.prepares && m.state != MinutesState::Signed;
    view.state = Some(mark::minutes(t, m.state));
    view.lacks = text.missing().into_iter().map(|part| problems::say(t, &Problem::new("", What::Missing(part)))).collect();
    view.may_check = desk.allow(Action::CheckMinutes).is_ok() && m.state == MinutesState::Draft && view.lacks.is_empty();
    view.may_sign = found.chair && m.state == MinutesState::Checked;
    view.seen = Words::of_minutes(&m, &chairs, &came, &entries).mark(&web.app.keys);
    let edited = entries.iter().find(|e| e.entry.id == shown.editing);
    view.forms = MinutesStands::of(web, &view.page, shown, (&m, &chairs, &came, edited));
    view.entries = entries.iter().map(|e| line(&view.page, &found.id, e)).collect();
    let head = shown.head.clone().unwrap_or_else(|| minutes_fields::head_of(&m));
    view.facts = minutes_fields::facts(&view.page, &m, held_on(d));
    (view.head, view.conclusion) = minutes_fields::head(t, &head, &shown.problems);
    view.chairs = minutes_fields::chairs(&view.page, &chairs, shown.chairs.as_deref());
    let groups = match &shown.groups {
        Some(typed) => typed.clone(),
        None => came.into_iter().map(|g| (g.label, g.invited.to_string(), g.present.to_string())).collect(),
    };
    view.groups = minutes_fields::groups(t, groups, view.open);
    if view.open {
        let typed = shown.entry.clone().unwrap_or_else(|| edited.map(|e| minutes_fields::typed(&view.page, e)).unwrap_or_default());
        let mut items: Vec<(String, String)> =
            wanted.into_iter().map(|w| (PublicId::from_i64(w.item.public_id).to_string(), w.item.title)).collect();
        for e in &entries {
            let there = e.item_public_id.map(|id| (PublicId::from_i64(id).to_string(), e.item_title.clone()));
            items.extend(there.filter(|(id, _)| !items.iter().any(|(other, _)| other == id)));
        }
        view.entry = EntryFields::of(&view.page, &typed, &shown.problems, &villages, &items, edited.is_some());
        if let Some(e) = edited {
            view.editing = e.entry.id.clone();
            if desk.allow(Action::Seal).is_ok() {
                view.transfer = Some(minutes_fields::transfer(t, &shown.transfer, &shown.problems));
            }
        }
    }
    if m.state == MinutesState::Signed {
        view.signed = t.minutes_signed_by(&m.signed_label, m.signed_at.map(|at| view.page.moment(at)).unwrap_or_default());
        view.hash = m.hash.clone();
        view.addenda = addenda.into_iter().map(|a| addendum(&view.page, a)).collect();
        if found.prepares {
            view.addendum = Some(FieldView::line(t, &shown.problems, "addendum", t.minutes_addendum(), &shown.addendum).area(4));
        }
    }
    view
}

fn line(page: &Page, id: &str, e: &EntryView) -> Line {
    let entry = &e.entry;
    Line {
        seq: entry.seq,
        id: format!("luot-{}", entry.seq),
        edit: format!("/cong-viec/doi-thoai/{id}/bien-ban?sua={}#phat-bieu", entry.id),
        speaker: entry.speaker.clone(),
        village: e.village.clone(),
        said: entry.said.clone(),
        answer: entry.answer.clone(),
        answered_by: entry.answered_by.clone(),
        promised: entry.promised_on.as_deref().map(|day| page.day(day)).unwrap_or_default(),
        item: e.item_public_id.map(|_| e.item_title.clone()),
    }
}

fn addendum(page: &Page, a: AddendumRow) -> Addendum {
    Addendum { text: a.text, who: a.by_label, when: page.moment(a.at), hash: a.hash }
}
