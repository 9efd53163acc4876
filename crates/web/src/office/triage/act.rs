//! The page of one act of triage, for one item or for those that were ticked: what it is about, and what is asked.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::Query;
use caunoi_domain::{
    opinion::{
        item::{EndingManner, Grounded, Publication, Route, Standing, WithheldGround},
        kind::{Field, OpinionKind, SealedKind},
        triage,
    },
    people::policy::Action,
    problem::Problem,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Conn, beside, beside_each, issue,
    item::{self, ItemRow},
    people::{self, BodyRow},
    publication_draft,
    queue::{self, Line},
};
use serde::Deserialize;

use super::{public_id, shown, standing, typed::Typed};
use crate::{
    Web,
    office::{
        drafts,
        many::Place,
        saved_answers::{self, Line as Saved},
    },
    page::{
        Page, desk::Desk, draft::DraftView, fault::Fault, form::csrf, l10n::L10nLanguage, problems, render, stands::Stands, thread::basis,
        words,
    },
};

caunoi_domain::words! {
    /// An act of triage; its code word stands in addresses.
    Act {
        /// phân loại
        Classify = "phan-loai",
        /// gộp thành nhóm
        Group = "nhom",
        /// giao cơ quan
        Assign = "giao",
        /// đưa ra đối thoại
        ToDialogue = "doi-thoai",
        /// trả lời trực tiếp
        Answer = "tra-loi",
        /// tách thành nhiều việc
        Split = "tach",
        /// tách khỏi nhóm
        Ungroup = "tach-nhom",
        /// công bố
        Publish = "cong-bo",
        /// trình công bố: where a head decides on publication, the office lays the text before one
        Submit = "trinh-cong-bo",
        /// không công bố
        Withhold = "khong-cong-bo",
        /// kết thúc theo thủ tục
        End = "ket-thuc",
        /// niêm phong, chuyển theo luật riêng
        Seal = "niem-phong",
    }
}

impl Act {
    /// Its name on buttons.
    pub fn name(self, t: &L10nLanguage) -> String {
        match self {
            Self::Classify => t.act_classify(),
            Self::Group => t.act_group(),
            Self::Assign => t.act_assign(),
            Self::ToDialogue => t.act_to_dialogue(),
            Self::Answer => t.act_answer(),
            Self::Split => t.act_split(),
            Self::Ungroup => t.act_ungroup(),
            Self::Publish => t.act_publish(),
            Self::Submit => t.act_submit(),
            Self::Withhold => t.act_withhold(),
            Self::End => t.act_end(),
            Self::Seal => t.act_seal(),
        }
    }

    /// One sentence that says what it does and who is told.
    pub fn help(self, t: &L10nLanguage) -> String {
        match self {
            Self::Classify => t.act_help_classify(),
            Self::Group => t.act_help_group(),
            Self::Assign => t.act_help_assign(),
            Self::ToDialogue => t.act_help_to_dialogue(),
            Self::Answer => t.act_help_answer(),
            Self::Split => t.act_help_split(),
            Self::Ungroup => t.act_help_ungroup(),
            Self::Publish => t.act_help_publish(),
            Self::Submit => t.act_help_submit(),
            Self::Withhold => t.act_help_withhold(),
            Self::End => t.act_help_end(),
            Self::Seal => t.act_help_seal(),
        }
    }

    /// What the officer must be allowed to do for it.
    pub const fn action(self) -> Action {
        match self {
            Self::Publish | Self::Submit | Self::Withhold => Action::Publish,
            Self::Seal => Action::Seal,
            Self::Assign => Action::Assign,
            _ => Action::Triage,
        }
    }

    /// Open to an officer who decides on publication, or to one who lays texts before a head; the rest is not about that.
    pub fn suits(self, decides: bool) -> bool {
        match self {
            Self::Publish | Self::Withhold => decides,
            Self::Submit => !decides,
            _ => true,
        }
    }

    /// Edits the text that everybody reads, or will.
    pub const fn edits_text(self) -> bool {
        matches!(self, Self::Publish | Self::Submit)
    }

    /// May be done with several items at once.
    pub const fn takes_many(self) -> bool {
        matches!(self, Self::Classify | Self::Group | Self::Assign | Self::ToDialogue)
    }

    /// The address of its page for these items.
    pub fn href(self, items: &[&str]) -> String {
        let chosen: Vec<String> =
            items.iter().filter(|i| i.bytes().all(|b| b.is_ascii_alphanumeric())).map(|i| format!("chon={i}")).collect();
        format!("/cong-viec/phan-loai/viec/{}?{}", self.code(), chosen.join("&"))
    }

    /// The acts that a line of the queue is open to.
    pub fn of(l: &Line) -> Vec<Self> {
        Self::open_to(l.standing, l.route, l.publication, l.issue.is_some())
    }

    /// The acts that an item is open to.
    pub fn of_item(i: &ItemRow) -> Vec<Self> {
        Self::open_to(i.standing, i.route, i.publication, i.issue_id.is_some())
    }

    fn open_to(standing: Standing, route: Route, publication: Publication, grouped: bool) -> Vec<Self> {
        let open = triage::is_open(standing, route);
        let readable = standing != Standing::Sealed;
        Self::ALL
            .iter()
            .copied()
            .filter(|a| match a {
                Self::Publish => readable,
                Self::Submit => readable && publication != Publication::Published,
                Self::Withhold => readable && publication != Publication::Withheld,
                Self::Seal => triage::can_be_sealed(standing),
                Self::Ungroup => open && grouped,
                Self::Split => open && publication != Publication::Published,
                Self::ToDialogue => open && route != Route::Dialogue,
                _ => open,
            })
            .collect()
    }
}

/// Choices of the selects, each with its code word.
pub struct Choices {
    pub kinds: Vec<(&'static str, String)>,
    pub fields: Vec<(&'static str, String)>,
    pub grounded: Vec<(&'static str, String)>,
    pub manners: Vec<(&'static str, String)>,
    pub grounds: Vec<(&'static str, String)>,
    pub sealed: Vec<(&'static str, String)>,
}

impl Choices {
    /// In the reader's language.
    pub fn words(t: &L10nLanguage) -> Self {
        Self {
            kinds: OpinionKind::ALL.iter().map(|w| (w.code(), words::kind(t, *w))).collect(),
            fields: Field::ALL.iter().map(|w| (w.code(), words::field_of(t, *w))).collect(),
            grounded: Grounded::ALL.iter().map(|w| (w.code(), words::grounded(t, *w))).collect(),
            manners: EndingManner::ALL.iter().map(|w| (w.code(), words::ending_manner(t, *w))).collect(),
            grounds: WithheldGround::ALL.iter().map(|w| (w.code(), words::withheld_ground(t, *w))).collect(),
            sealed: SealedKind::ALL.iter().map(|w| (w.code(), words::sealed_kind(t, *w))).collect(),
        }
    }
}

struct About {
    id: String,
    opinion: String,
    title: String,
    body: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "office/triage_act.html")]
struct ActPage {
    page: Page,
    csrf: String,
    act: Act,
    name: String,
    help: String,
    items: Vec<About>,
    typed: Typed,
    choices: Choices,
    bodies: Vec<BodyRow>,
    /// The day that holds where none is typed, with its reason.
    proposed: String,
    /// Other matters of the letter that are not sealed: they may go on where one is.
    others: i64,
    issues: Vec<(String, String)>,
    errors: problems::Told,
    no_key: bool,
    /// The words that are edited, of an act that edits some.
    stands: Option<Stands>,
    /// How a text stands that was laid before a head.
    laid: String,
    back: String,
    saved: Vec<Saved>,
    take: String,
    draft: DraftView,
}

/// What the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    chon: Vec<String>,
    /// The saved answer to be taken.
    mau: String,
    loc: String,
    sau: String,
}

/// `GET /cong-viec/phan-loai/viec/{act}`
///
/// # Errors
/// Not for this officer; no such act or item.
pub async fn show(State(web): State<Web>, desk: Desk, Path(act): Path<String>, Query(named): Query<Named>) -> Result<Response, Fault> {
    let act: Act = act.parse().map_err(|_| Fault::NotFound)?;
    let mut typed = Typed { key: web.app.token(), chosen: named.chon, place: Place::of(&named.loc, &named.sau), ..Typed::default() };
    typed.mau = named.mau;
    page(&web, desk, act, typed, true, &[]).await
}

/// The page of an act: `fresh` fills the form with what is known, otherwise it shows what was typed.
///
/// # Errors
/// Not for this officer; no such item.
pub async fn page(web: &Web, desk: Desk, act: Act, mut typed: Typed, fresh: bool, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(act.action())?;
    let t = desk.page.t;
    let unit = desk.officer.unit_id.clone();
    let mut conn = web.app.store.read().await?;
    let chosen = typed.chosen.iter().map(|id| public_id(id)).collect::<Result<Vec<_>, _>>()?;
    let kept = fresh && act == Act::Answer;
    let (lines, draft, taken) = beside!(
        &mut conn,
        |c| async { Ok(beside_each!(c, &chosen, |c, id| queue::line(c, &unit, *id))?) },
        |c| async { if kept { drafts::fields(c, &desk, typed.form(), "nhap").await } else { Ok(Vec::new()) } },
        |c| async { if kept { saved_answers::find(c, &desk, &typed.mau).await } else { Ok(None) } },
    )?;
    let lines = lines.into_iter().collect::<Option<Vec<Line>>>().ok_or(Fault::NotFound)?;
    let first = lines.first().filter(|_| lines.len() == 1 || act.takes_many()).ok_or(Fault::NotFound)?;
    let today = web.app.clock.today().to_string();
    let (bodies, saved, laid, issues, others) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(if act == Act::Assign { people::bodies_on(c, &unit, &today).await? } else { Vec::new() }) },
        |c| async { if act == Act::Answer { saved_answers::proposed(c, &desk.page, &unit, &first.id).await } else { Ok(Vec::new()) } },
        |c| async { Ok(if act.edits_text() { publication_draft::find(c, &first.id).await? } else { None }) },
        |c| async { Ok(if act == Act::Group { issue::of_unit(c, &unit).await? } else { Vec::new() }) },
        |c| async { if act == Act::Seal { others(c, first).await } else { Ok(0) } },
    )?;
    drop(conn);
    let sent = (!fresh).then_some(typed.seen.as_str());
    let stands = standing::of(web, &desk.page, act, (&lines, laid.as_ref()), sent, wrong);
    // Only what waits for a head is written on; a head who publishes writes anew.
    let laid = laid.filter(|_| act == Act::Submit);
    if kept {
        (typed.result, typed.norm) = (drafts::value(&draft, "result"), drafts::value(&draft, "norm"));
        typed.found = drafts::value(&draft, "nhap");
        typed.mau = String::new();
    }
    if let Some(a) = taken {
        typed.mau = shown(a.public_id);
        (typed.result, typed.norm) = (a.text, a.norm);
    }
    if fresh {
        fill(&mut typed, act, &lines);
        if let Some(text) = &laid {
            (typed.published_title, typed.published_body) = (text.title.clone(), text.body.clone());
        }
    }
    let view = ActPage {
        csrf: csrf(&desk.page),
        name: act.name(t),
        help: act.help(t),
        items: lines.iter().map(|l| about(&desk.page, l)).collect(),
        choices: Choices::words(t),
        others,
        proposed: if act == Act::Assign { proposed(web, &desk) } else { String::new() },
        bodies: bodies.into_iter().filter(|b| b.has_account).collect(),
        issues: issues.into_iter().map(|i| (shown(i.issue.public_id), t.triage_issue_choice(i.issue.title, i.items))).collect(),
        errors: problems::Told::of(t, wrong),
        laid: laid.map(|text| if text.returned { t.act_text_returned(text.note) } else { t.act_text_waits() }).unwrap_or_default(),
        back: typed.place.behind(back(&desk)),
        stands,
        no_key: act == Act::Seal && web.app.keys.sealed_to.is_none(),
        saved,
        take: format!("{}&mau=", typed.form()),
        draft: DraftView::of(&typed.form(), &typed.form()),
        act,
        typed,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// The day that the rules propose for a task given today, and why that day.
fn proposed(web: &Web, desk: &Desk) -> String {
    let (day, citation) = web.app.cx(&desk.actor).due(LimitName::Answer);
    let t = desk.page.t;
    format!("{} {}", t.assign_due_hint(desk.page.weekday(&day)), basis(t, &citation))
}

/// How many other matters of the letter are not sealed.
async fn others(conn: &mut Conn<'_>, l: &Line) -> Result<i64, Fault> {
    let items = item::of_opinion_public(conn, l.opinion_public_id).await?;
    let open = items.iter().filter(|i| i.public_id != l.public_id && i.standing != Standing::Sealed).count();
    Ok(i64::try_from(open).unwrap_or(0))
}

/// Where an officer came from: the queue, or the first page for those who decide on publication only.
pub fn back(desk: &Desk) -> &'static str {
    if desk.allow(Action::Triage).is_ok() { "/cong-viec/phan-loai" } else { "/cong-viec" }
}

fn about(page: &Page, l: &Line) -> About {
    let t = page.t;
    About {
        id: shown(l.public_id),
        opinion: shown(l.opinion_public_id),
        title: l.title.clone(),
        body: l.body.clone(),
        meta: format!("{}. {}. {}", words::kind(t, l.kind), words::channel(t, l.channel), page.weekday(&l.received_on)),
    }
}

/// What is known already stands in the form.
fn fill(typed: &mut Typed, act: Act, lines: &[Line]) {
    let Some(first) = lines.first() else { return };
    match act {
        Act::Classify if lines.len() == 1 => {
            typed.title.clone_from(&first.title);
            first.kind.code().clone_into(&mut typed.kind);
            typed.field.clone_from(&first.field);
            first.grounded.code().clone_into(&mut typed.grounded);
            typed.note.clone_from(&first.grounded_note);
        }
        Act::Group => {
            typed.title.clone_from(&first.title);
            typed.field = lines.iter().map(|l| l.field.clone()).find(|f| !f.is_empty()).unwrap_or_default();
        }
        Act::Assign if lines.len() == 1 => typed.task.clone_from(&first.title),
        Act::Publish | Act::Submit => {
            let published = first.publication == Publication::Published;
            typed.published_title = if published { first.published_title.clone() } else { first.title.clone() };
            typed.published_body = if published { first.published_body.clone() } else { first.body.clone() };
        }
        Act::Split => {
            typed.parts = vec![(first.title.clone(), first.body.clone())];
        }
        _ => {}
    }
    // Places to write further matters: the page works without script.
    if act == Act::Split {
        typed.parts.resize(5, (String::new(), String::new()));
    }
}
