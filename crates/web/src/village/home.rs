//! What the head of a village has to do: post, read out, invite, pass on.

use askama::Template;
use axum::{extract::State, response::Response};
use caunoi_domain::opinion::tracking_code::PublicId;
use caunoi_store::{
    beside, beside_each,
    public::village::{self, Posting, ToRead},
    step::StepView,
    unit,
};
use jiff::civil::Date;

use super::Village;
use crate::{
    Web,
    page::{
        Page, dates,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        render,
        thread::{Reader, Timeline},
    },
};

/// Postings and answers shown at most.
const POSTINGS: i64 = 20;
const ANSWERS: i64 = 12;

struct PostingView {
    href: String,
    title: String,
    paper: String,
    /// Pages of the paper: to read and print, to read out.
    read: Vec<(String, String)>,
    due: String,
    mark: Option<Mark>,
    said: String,
    hangs: bool,
}

struct Answer {
    title: String,
    href: String,
    day: String,
    said: String,
    lines: Vec<String>,
}

struct Next {
    title: String,
    when: String,
    place: String,
    href: String,
    loud: String,
}

#[derive(Template)]
#[template(path = "village/home.html")]
struct Home {
    page: Page,
    base: String,
    village: String,
    /// The villages that it was, whose matters stand here too; or empty.
    formerly: String,
    unit: String,
    to_post: Vec<PostingView>,
    posted: Vec<PostingView>,
    answers: Vec<Answer>,
    next: Option<Next>,
    until: String,
}

/// `GET /thon/{token}`
///
/// # Errors
/// The link opens nothing; the store's failure.
pub async fn show(State(web): State<Web>, v: Village) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let l = &v.entered.link;
    let mut conn = web.app.store.read().await?;
    let (unit, on) = (l.unit_id.as_str(), today.to_string());
    let (commune, postings, answers, formerly, next) = beside!(
        &mut conn,
        |c| unit::find(c, unit),
        |c| async { beside_each!(c, v.entered.villages(), |c, id| village::postings(c, id, POSTINGS)) },
        |c| async { beside_each!(c, v.entered.villages(), |c, id| village::to_read(c, unit, id, ANSWERS)) },
        |c| async { beside_each!(c, &v.entered.former, |c, id| unit::village_name(c, id)) },
        |c| village::next_dialogue(c, unit, &on),
    )?;
    drop(conn);
    let commune = commune.ok_or(Fault::NotFound)?;
    let postings: Vec<Posting> = postings.into_iter().flatten().collect();
    let answers: Vec<ToRead> = answers.into_iter().flatten().collect();
    let formerly: Vec<String> = formerly.into_iter().flatten().collect();
    let page = v.page;
    let (to_post, posted): (Vec<_>, Vec<_>) = postings.iter().partition(|p| p.from_on.is_none());
    let view = |p: &&Posting| posting(&page, &v.base, p, today);
    Ok(render::html(&Home {
        village: l.village.clone(),
        formerly: if formerly.is_empty() { String::new() } else { page.t.vhead_formerly(formerly.join(", ")) },
        unit: commune.name,
        to_post: to_post.iter().map(view).collect(),
        posted: posted.iter().map(view).collect(),
        answers: answers.into_iter().map(|a| answer(&page, a)).collect(),
        next: next.map(|d| {
            let href = format!("/doi-thoai/{}", PublicId::from_i64(d.public_id));
            Next {
                when: [dates::clock(&d.at_time, page.lang), page.weekday(&d.on_day)]
                    .into_iter()
                    .filter(|w| !w.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                loud: format!("{href}/ban-tin"),
                title: d.title,
                place: d.place,
                href,
            }
        }),
        until: page.t.vhead_until(page.day(&l.expires_on)),
        base: v.base,
        page,
    }))
}

fn posting(page: &Page, base: &str, p: &Posting, today: Date) -> PostingView {
    let t = page.t;
    let notice = p.notice.map(|id| format!("/thong-bao/{}", PublicId::from_i64(id)));
    let day = |iso: &Option<String>| iso.as_deref().map(|d| page.day(d)).unwrap_or_default();
    PostingView {
        href: format!("{base}/niem-yet/{}", PublicId::from_i64(p.proof)),
        title: if p.notice.is_some() { t.proof_about_results(&p.title) } else { p.title.clone() },
        paper: p.paper.clone(),
        read: notice.map(|n| vec![(n.clone(), t.vhead_read_paper()), (format!("{n}/ban-tin"), t.vhead_read_out())]).unwrap_or_default(),
        due: t.vhead_due(page.weekday(&p.due_on)),
        mark: mark::due(t, &p.due_on, today),
        said: if p.ended_on.is_some() { t.proof_from_until(day(&p.from_on), day(&p.ended_on)) } else { t.proof_from(day(&p.from_on)) },
        hangs: p.from_on.is_some() && p.ended_on.is_none(),
    }
}

fn answer(page: &Page, a: ToRead) -> Answer {
    let step = StepView { at: 0, on_day: a.on_day, actor: a.actor, step: a.step };
    let row = Timeline::of(page, &[step], None, Reader::Other).rows.into_iter().next();
    let (day, said, lines) = row.map(|r| (r.day, r.title, r.lines)).unwrap_or_default();
    Answer { title: a.title, href: format!("/y-kien/{}", PublicId::from_i64(a.public_id)), day, said, lines }
}
