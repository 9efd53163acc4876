//! The opinion as given, for the office that it was sent to: who gave it, its files, its matters and their threads.
//! Each opening is logged.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use caunoi_app::{
    opinion::open::{OpenFile, OpenOpinion, Opened},
    people::published_by,
};
use caunoi_domain::{
    opinion::{
        acceptance::is_contribution,
        item::{Publication, Standing},
    },
    people::policy::Action,
};
use caunoi_store::{beside, beside_each, item::ItemRow, step, village_then};
use http::header;

use super::{
    act::{Act, back},
    public_id, shown,
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        mark::{self, Mark},
        render,
        thread::{Reader, Timeline},
        village, words,
    },
};

struct Matter {
    id: String,
    title: String,
    body: String,
    field: String,
    grounded: String,
    note: String,
    standing: Mark,
    publication: String,
    published: Option<(String, String)>,
    ground: String,
    timeline: Timeline,
    acts: Vec<(String, String)>,
}

struct Attached {
    href: String,
    name: String,
    size: i64,
}

#[derive(Template)]
#[template(path = "office/opinion.html")]
struct OpinionPage {
    page: Page,
    back: &'static str,
    sealed: bool,
    body: Vec<String>,
    person: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    files: Vec<Attached>,
    matters: Vec<Matter>,
}

/// `GET /cong-viec/y-kien/{id}`
///
/// # Errors
/// Not for this officer; no such opinion.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    desk.allow(Action::ReadOpinions)?;
    let opened = web.app.carry_out(&desk.actor, OpenOpinion { opinion: public_id(&id)? }).await?;
    let mut conn = web.app.store.read().await?;
    let at = opened.opinion.village_id.as_deref().unwrap_or_default();
    let unit = opened.opinion.unit_id.as_str();
    let (village, decides, threads) =
        beside!(&mut conn, |c| village_then::then(c, at, unit), |c| published_by::decides(c, unit, &desk.actor), |c| async {
            beside_each!(c, &opened.items, |c, i| step::thread(c, &i.id, false))
        },)?;
    drop(conn);
    let matters = opened.items.iter().zip(&threads).map(|(i, steps)| {
        let timeline = Timeline::of(&desk.page, steps, Some(&i.next), Reader::Other);
        matter(&desk, i, timeline, decides)
    });
    let matters = matters.collect();
    let village = village.map(|v| village::said(&desk.page, &v));
    let back = back(&desk);
    Ok(render::html(&view(desk.page, back, opened, village, matters)))
}

/// `decides`: by the publication policy this officer decides on publication.
fn matter(desk: &Desk, i: &ItemRow, timeline: Timeline, decides: bool) -> Matter {
    let t = desk.page.t;
    let id = shown(i.public_id);
    let may = |a: &Act| desk.allow(a.action()).is_ok() && a.suits(decides);
    let acts = Act::of_item(i).into_iter().filter(may).map(|a| (a.href(&[id.as_str()]), a.name(t)));
    let contribution = is_contribution(i.kind) && i.standing != Standing::Sealed && desk.allow(Action::AcceptContribution).is_ok();
    let accept = contribution.then(|| (format!("/cong-viec/tiep-thu/{id}"), t.acceptance_title()));
    let acts = acts.chain(accept).collect();
    Matter {
        title: i.title.clone(),
        body: i.body.clone(),
        field: words::field(t, &i.field),
        grounded: words::grounded(t, i.grounded),
        note: i.grounded_note.clone(),
        standing: mark::standing(t, i.standing),
        publication: words::publication(t, i.publication),
        published: (i.publication == Publication::Published).then(|| (i.published_title.clone(), i.published_body.clone())),
        ground: i.withheld_ground.parse().map_or_else(|_| String::new(), |g| words::withheld_ground(t, g)),
        timeline,
        acts,
        id,
    }
}

fn view(page: Page, back: &'static str, o: Opened, village: Option<String>, matters: Vec<Matter>) -> OpinionPage {
    let t = page.t;
    let filled = |all: Vec<(String, String)>| all.into_iter().filter(|(_, v)| !v.is_empty()).collect::<Vec<_>>();
    let signed = if o.opinion.signed { t.opinion_signed_yes() } else { t.opinion_signed_no() };
    OpinionPage {
        back,
        sealed: o.opinion.sealed,
        body: o.opinion.body.lines().map(str::to_owned).collect(),
        person: filled(vec![
            (t.enter_name(), o.person.full_name),
            (t.enter_phone(), o.person.phone),
            (t.enter_address(), o.person.address),
            (t.opinion_email(), o.person.email),
        ]),
        facts: filled(vec![
            (t.opinion_kind(), words::kind(t, o.opinion.kind)),
            (t.opinion_channel(), words::channel(t, o.opinion.channel)),
            (t.opinion_received(), page.weekday(&o.opinion.received_on)),
            (t.opinion_village(), village.unwrap_or_default()),
            (t.opinion_place(), o.opinion.place_note),
            (t.opinion_occurred(), o.opinion.occurred_on.map_or_else(String::new, |d| page.day(&d))),
            (t.opinion_signed(), signed),
            (t.opinion_notice_due(), page.weekday(&o.opinion.notice_due_on)),
        ]),
        files: o
            .files
            .into_iter()
            .map(|f| Attached { href: format!("/cong-viec/tep/{}", shown(f.public_id)), name: f.name, size: (f.size + 1023) / 1024 })
            .collect(),
        matters,
        page,
    }
}

/// `GET /cong-viec/tep/{id}`: a file of an opinion, as a download that no browser runs.
///
/// # Errors
/// Not for this officer; no such file.
pub async fn file(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    desk.allow(Action::ReadOpinions)?;
    let found = web.app.carry_out(&desk.actor, OpenFile { file: public_id(&id)? }).await?;
    let bytes = web.app.blobs.read(&found.sha256).await?;
    let name: String = found
        .name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-_.".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, found.media),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
