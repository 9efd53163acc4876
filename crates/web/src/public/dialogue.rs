//! A dialogue's page, from its announcement to what became of each conclusion.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::{outcome::Outcome, scope::Stop, state::PresidingMode},
    opinion::tracking_code::PublicId,
    text::date,
    unit::Level,
};
use caunoi_store::public::{
    conclusion::Conclusion,
    dialogue::{self, Chair, Change, Document, Parts, PublicDialogue, Site, Topic},
};
use jiff::civil::Date;

use super::{posted, view};
use crate::{
    Web,
    page::{
        Page, dates,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        mark::{self, Mark, Tone},
        render, words,
    },
};

/// A conclusion with where its matter is today.
struct Line {
    href: String,
    /// The published title of the matter, or the conclusion itself.
    title: String,
    /// The conclusion, where the title is another.
    text: String,
    facts: Vec<String>,
    frozen: Mark,
    today: Mark,
    /// Address of the published thread.
    steps: Option<String>,
}

/// One of the three groups of the notice.
struct Group {
    class: &'static str,
    icon: Icon,
    title: String,
    lines: Vec<Line>,
}

/// How long before it was announced, against what is asked.
struct LeadTime {
    mark: Mark,
    asked: String,
    why: Vec<String>,
}

#[derive(Template)]
#[template(path = "public/dialogue.html")]
struct DialoguePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    mark: Mark,
    d: PublicDialogue,
    kind: String,
    form: String,
    when: String,
    topics: Vec<(Topic, Option<String>)>,
    agenda: Vec<(String, String)>,
    chairs: Vec<(String, Vec<String>)>,
    attendance: Vec<(String, String)>,
    turns: i64,
    lead: Option<LeadTime>,
    announced: String,
    posted: Vec<String>,
    notices: Vec<(String, String, String)>,
    groups: Vec<Group>,
    conclusions: usize,
    concluded: bool,
    held: bool,
    today: String,
    /// Whom and what it is for, where it stands.
    scope: Vec<(String, String)>,
    sites: Vec<SiteLine>,
    documents: Vec<DocumentLine>,
    /// Why it was announced without documents, and who did, where it was.
    no_documents: String,
    changes: Vec<ChangeLine>,
}

/// A site with its villages.
struct SiteLine {
    place: String,
    when: String,
    villages: String,
    people: String,
}

/// A document to read beforehand.
struct DocumentLine {
    href: String,
    title: String,
    since: String,
}

/// What happened to the day.
struct ChangeLine {
    what: String,
    lines: Vec<String>,
    who: String,
}

/// `GET /doi-thoai/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let public_id = match view::id_of(&id, "doi-thoai") {
        Ok(id) => id,
        Err(instead) => return Ok(*instead),
    };
    let mut conn = web.app.store.read().await?;
    let d = dialogue::find(&mut conn, public_id).await?.ok_or(Fault::NotFound)?;
    let parts = dialogue::parts(&mut conn, &d.id).await?;
    let posted = posted::lines(&page, &parts.proofs);
    Ok(render::html(&DialoguePage { posted, ..page_of(page, d, parts, web.app.clock.today()) }))
}

fn page_of(page: Page, d: PublicDialogue, parts: Parts, today: Date) -> DialoguePage {
    let t = page.t;
    let conclusions = parts.conclusions.len();
    let (council, chairs): (Vec<_>, Vec<_>) = parts.chairs.into_iter().partition(|c| c.council);
    DialoguePage {
        crumbs: {
            let mut crumbs = view::crumbs(&d.place);
            // Only a commune of today has a page of all its dialogues.
            if d.place.level == Level::Commune && d.place.period.last_day().is_none() {
                crumbs.push((format!("{}/doi-thoai", d.place.href()), t.dialogues_title()));
            }
            crumbs
        },
        mark: mark::dialogue(t, d.state, d.stop),
        scope: scope(&page, &d, council),
        sites: parts.sites.iter().map(|s| site(&page, s, d.stop)).collect(),
        no_documents: no_documents(t, &d, &parts.announced_by),
        documents: parts.documents.iter().map(|x| document(&page, x)).collect(),
        changes: parts.changes.iter().map(|c| change(&page, c)).collect(),
        kind: words::dialogue_kind(t, d.kind),
        form: words::form(t, d.form),
        when: match d.stop {
            // The new day is told with its announcement, not before.
            Some(Stop::Postponed) => t.dialogue_new_day_later(),
            _ => view::when(&page, d.held_on.as_deref().unwrap_or(&d.on_day), &d.at_time),
        },
        topics: parts
            .topics
            .into_iter()
            .map(|topic| (topic.issue.map(view::issue_href), topic))
            .map(|(href, topic)| (topic, href))
            .collect(),
        agenda: parts.agenda.into_iter().map(|(k, title)| (words::agenda_kind(t, k), title)).collect(),
        chairs: chairs.into_iter().map(|c| chair(t, c)).collect(),
        attendance: parts.attendance.into_iter().map(|(label, invited, present)| (label, t.dialogue_present(present, invited))).collect(),
        turns: parts.turns,
        lead: if d.stop.is_none() { lead(t, &d, &parts.announced_by) } else { None },
        announced: if d.announced_on.is_empty() { String::new() } else { t.dialogue_announced(page.day(&d.announced_on)) },
        posted: Vec::new(),
        notices: parts
            .notices
            .into_iter()
            .map(|n| (view::notice_href(n.public_id), t.place_notice(&n.symbol, page.day(&n.signed_on)), n.body))
            .collect(),
        groups: groups(&page, parts.conclusions),
        conclusions,
        concluded: conclusions > 0,
        held: d.held_on.is_some(),
        today: date::vi(today),
        d,
        page,
    }
}

fn scope(page: &Page, d: &PublicDialogue, council: Vec<Chair>) -> Vec<(String, String)> {
    let t = page.t;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    // Who co-chairs for the HĐND's Standing Committee; once it was held, how.
    let council = council.into_iter().next().map(|c| {
        let (post, how) = chair(t, c);
        std::iter::once(post).chain(how).collect::<Vec<_>>().join(". ")
    });
    let facts = [
        (t.dialogue_council(), council),
        (t.dialogue_basis(), Some(words::basis(t, d.basis))),
        (t.plan_audiences(), some(&d.audiences.iter().map(|a| words::audience(t, *a)).collect::<Vec<_>>().join("; "))),
        (t.plan_fields(), some(&d.fields.iter().map(|f| words::field_of(t, *f)).collect::<Vec<_>>().join("; "))),
        (t.plan_area(), some(&d.area)),
        (t.plan_held_at(), d.held_at.as_ref().map(|(name, _)| name.clone())),
        (t.plan_pilot(), d.pilot.then(|| words::pilot(page, &d.trial))),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn site(page: &Page, s: &Site, stop: Option<Stop>) -> SiteLine {
    let time = if s.at_time.is_empty() { String::new() } else { dates::clock(&s.at_time, page.lang) };
    let day = if s.on_day.is_empty() { String::new() } else { page.weekday(&s.on_day) };
    SiteLine {
        place: s.place.clone(),
        // Day and hour of a site are given up with those of the dialogue.
        when: match stop {
            Some(Stop::Postponed) => String::new(),
            _ => [time, day].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", "),
        },
        villages: s.villages.clone(),
        people: s.people.map(|n| page.t.dialogue_site_people(n)).unwrap_or_default(),
    }
}

fn document(page: &Page, x: &Document) -> DocumentLine {
    DocumentLine {
        href: format!("/tep/{}", PublicId::from_i64(x.file)),
        title: if x.symbol.is_empty() { x.title.clone() } else { format!("{} ({})", x.title, x.symbol) },
        since: page.t.plan_doc_since(page.day(&x.published_on)),
    }
}

fn change(page: &Page, c: &Change) -> ChangeLine {
    let t = page.t;
    let mut lines = vec![t.plan_change_from(page.weekday(&c.from_day))];
    if !c.reason.is_empty() {
        lines.push(t.plan_change_reason(&c.reason));
    }
    if !c.paper.is_empty() {
        lines.push(t.plan_change_paper(&c.paper));
    }
    ChangeLine { what: words::day_change(t, c.kind), lines, who: t.plan_change_who(&c.by, page.day(&c.on_day)) }
}

fn chair(t: &L10nLanguage, c: Chair) -> (String, Vec<String>) {
    let mut facts: Vec<String> = c.mode.map(|m| words::presiding_mode(t, m)).into_iter().collect();
    if c.mode == Some(PresidingMode::Delegated) {
        if !c.paper.is_empty() {
            facts.push(t.dialogue_paper(&c.paper));
        }
        if !c.reason.is_empty() {
            facts.push(t.dialogue_why(&c.reason));
        }
    }
    (c.post, facts)
}

fn lead(t: &L10nLanguage, d: &PublicDialogue, by: &str) -> Option<LeadTime> {
    let (on, announced): (Date, Date) = (d.on_day.parse().ok()?, d.announced_on.parse().ok()?);
    let days = i64::from(announced.until(on).ok()?.get_days());
    let in_time = days >= d.lead_days;
    let mut why = Vec::new();
    if !d.lead_override.is_empty() {
        why.push(t.dialogue_lead_override(&d.lead_override));
        if !by.is_empty() {
            why.push(t.dialogue_lead_by(by));
        }
    }
    if !d.lead_citation.is_empty() {
        why.push(t.dialogue_cited(crate::page::thread::source(t, &d.lead_citation)));
    }
    let (tone, icon) = if in_time { (Tone::Done, Icon::Tick) } else { (Tone::Late, Icon::Warn) };
    Some(LeadTime { mark: Mark::new(tone, icon, t.dialogue_lead_days(days)), asked: t.dialogue_lead_asked(d.lead_days), why })
}

/// Why it was announced without the documents that are asked for, by whom.
fn no_documents(t: &L10nLanguage, d: &PublicDialogue, by: &str) -> String {
    match (d.documents_override.is_empty(), by.is_empty()) {
        (true, _) => String::new(),
        (false, true) => t.dialogue_no_documents(&d.documents_override),
        (false, false) => format!("{} {}", t.dialogue_no_documents(&d.documents_override), t.dialogue_lead_by(by)),
    }
}

fn groups(page: &Page, all: Vec<Conclusion>) -> Vec<Group> {
    let t = page.t;
    let mut three = [
        Group { class: "grp-done", icon: Icon::Tick, title: String::new(), lines: Vec::new() },
        Group { class: "grp-doing", icon: Icon::Half, title: String::new(), lines: Vec::new() },
        Group { class: "grp-up", icon: Icon::Up, title: String::new(), lines: Vec::new() },
    ];
    let [resolved, unresolved, escalated] = &mut three;
    for c in all {
        let group = match c.outcome {
            Outcome::Resolved => &mut *resolved,
            Outcome::Unresolved => &mut *unresolved,
            Outcome::Escalated => &mut *escalated,
        };
        group.lines.push(line(page, c));
    }
    let n = |g: &Group| i64::try_from(g.lines.len()).unwrap_or(i64::MAX);
    resolved.title = t.dialogue_group_resolved(n(resolved));
    unresolved.title = t.dialogue_group_unresolved(n(unresolved));
    escalated.title = t.dialogue_group_escalated(n(escalated));
    three.into()
}

fn line(page: &Page, c: Conclusion) -> Line {
    Line {
        href: view::conclusion_href(c.public_id),
        facts: facts(page, &c),
        frozen: mark::substate(page.t, c.substate),
        today: mark::standing(page.t, c.standing),
        steps: c.item.as_ref().map(|(id, _)| view::item_href(*id)),
        title: c.item.as_ref().map_or_else(|| page.t.conclusion_untitled(), |(_, title)| title.clone()),
        text: c.text,
    }
}

/// Who does it, by when, to whom, why, and what a result rests on.
pub fn facts(page: &Page, c: &Conclusion) -> Vec<String> {
    let t = page.t;
    let said = |there: &str, say: fn(&L10nLanguage, &str) -> String| (!there.is_empty()).then(|| say(t, there));
    [
        said(&c.body, |t, s| t.dialogue_does(s)),
        c.due_on.as_deref().map(|d| t.dialogue_due(page.weekday(d))),
        said(&c.to, |t, s| t.dialogue_to(s)),
        said(&c.reason, |t, s| t.dialogue_why(s)),
        said(&c.norm, |t, s| t.dialogue_norm(s)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
