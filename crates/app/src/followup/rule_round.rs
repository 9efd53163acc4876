//! A round of the rules of urging: each unit's open tasks and duties are looked at once a day, and what its rules ask for
//! is drafted or sent. The clock is handed in; the same round run again does nothing more.

use caunoi_domain::{
    followup::urging_rule::{Moment, Policy, UrgingMode, UrgingRule},
    opinion::tracking_code::PublicId,
    people::actor::Actor,
    regulation::{
        clause::ClauseKind,
        document::Document,
        ledger::{Duty, DutyState},
    },
    text::date,
};
use caunoi_store::{
    people,
    remedial::{self, Only},
    unit,
    urging::Urged,
    urging_rule::{self, DraftRow},
};
use jiff::civil::Date;

use super::urge_by_rule::DraftByRule;
use crate::{context::App, duty::reckon, refusal::Refusal};

/// Tasks of one unit that a round looks at.
const TASKS_MAX: i64 = 500;

/// Days back that duties are looked at.
const BACK_DAYS: i64 = 90;

/// Drafts and sends what the rules of every unit ask for today. Answers how many are new.
///
/// # Errors
/// The store's failure: the next round goes on.
pub async fn run(app: &App) -> Result<usize, Refusal> {
    let units = urging_rule::units(&mut app.store.read().await?).await?;
    let mut new = 0;
    for unit_id in units {
        let rules = urging_rule::of(&mut app.store.read().await?, &unit_id).await?;
        let mut drafts = tasks(app, &unit_id, &rules).await?;
        drafts.extend(duties(app, &unit_id, &rules).await?);
        drafts.extend(remedials(app, &unit_id, &rules).await?);
        for draft in drafts {
            match app.carry_out(&Actor::System, DraftByRule { draft }).await {
                Ok(true) => new += 1,
                Ok(false) | Err(Refusal::Invalid(_)) => {}
                Err(e) => return Err(e),
            }
        }
    }
    Ok(new)
}

fn rule(rules: &[Policy], rule: UrgingRule) -> Option<Policy> {
    rules.iter().find(|p| p.rule == rule && p.mode != UrgingMode::Off).copied()
}

/// What a matter of that day is drafted by: the superior post first, then the matter's own rule.
fn asks(rules: &[Policy], own: UrgingRule, due: Date, today: Date, urged: Option<Date>, up: Option<Date>) -> Option<(Policy, Moment)> {
    if urged == Some(today) {
        return None;
    }
    let of = |r: UrgingRule, last| rule(rules, r).and_then(|p| p.moment(due, today, last).map(|m| (p, m)));
    of(UrgingRule::Escalation, up).or_else(|| of(own, urged))
}

async fn tasks(app: &App, unit_id: &str, rules: &[Policy]) -> Result<Vec<DraftRow>, Refusal> {
    if rule(rules, UrgingRule::Task).is_none() && rule(rules, UrgingRule::Escalation).is_none() {
        return Ok(Vec::new());
    }
    let today = app.clock.today();
    let ahead = i64::from(rule(rules, UrgingRule::Task).and_then(|p| p.before).unwrap_or(0));
    let until = today.saturating_add(jiff::Span::new().days(ahead)).to_string();
    let mut conn = app.store.read().await?;
    let open = urging_rule::open_tasks(&mut conn, unit_id, &until, TASKS_MAX).await?;
    let head = superior_post(&mut conn, unit_id, today).await?;
    let mut drafts = Vec::new();
    for t in open {
        let Ok(due) = t.due_on.parse::<Date>() else { continue };
        let Some((p, moment)) = asks(rules, UrgingRule::Task, due, today, day(&t.urged_on), day(&t.escalated_on)) else { continue };
        let receiver = if p.rule == UrgingRule::Escalation { head.clone() } else { t.body_name.clone() };
        let path = format!("/nhiem-vu/{}", PublicId::from_i64(t.public_id));
        drafts.push(draft(unit_id, p, Urged::Assignment, (t.id, path), receiver, due, &words("Nhiệm vụ", &t.body_name, due, moment)));
    }
    Ok(drafts)
}

/// Remedial tasks of findings are reminded of as tasks are.
async fn remedials(app: &App, unit_id: &str, rules: &[Policy]) -> Result<Vec<DraftRow>, Refusal> {
    if rule(rules, UrgingRule::Task).is_none() && rule(rules, UrgingRule::Escalation).is_none() {
        return Ok(Vec::new());
    }
    let today = app.clock.today();
    let mut conn = app.store.read().await?;
    let above = unit::above(&mut conn, unit_id).await?.into_iter().next();
    let mut drafts = Vec::new();
    for l in remedial::list(&mut conn, (unit_id, false), Only::Open, &today.to_string(), TASKS_MAX).await? {
        let Ok(due) = l.row.due_on.parse::<Date>() else { continue };
        let (urged, up) = urging_rule::last(&mut conn, Urged::Remedial.code(), &l.row.id).await?;
        let Some((p, moment)) = asks(rules, UrgingRule::Task, due, today, day(&urged), day(&up)) else { continue };
        let receiver = match (&above, p.rule) {
            (Some(above), UrgingRule::Escalation) => above.name.clone(),
            _ => l.post.clone(),
        };
        let text = words("Việc khắc phục", &l.post, due, moment);
        let path = format!("/cong-viec/khac-phuc/{}", l.row.id);
        drafts.push(draft(unit_id, p, Urged::Remedial, (l.row.id, path), receiver, due, &text));
    }
    Ok(drafts)
}

async fn duties(app: &App, unit_id: &str, rules: &[Policy]) -> Result<Vec<DraftRow>, Refusal> {
    if rule(rules, UrgingRule::Duty).is_none() && rule(rules, UrgingRule::Escalation).is_none() {
        return Ok(Vec::new());
    }
    let today = app.clock.today();
    let mut conn = app.store.read().await?;
    let Some(own) = unit::find(&mut conn, unit_id).await? else { return Ok(Vec::new()) };
    let above = unit::above(&mut conn, unit_id).await?.into_iter().next();
    let posts = people::posts(&mut conn, unit_id, &today.to_string()).await?;
    // What was overdue a season ago is the table's, not a reminder's.
    let first = today.saturating_sub(jiff::Span::new().days(BACK_DAYS)).year();
    let r = reckon::reckon(&mut conn, &app.calendar(), unit_id, first..=today.year(), today).await?;
    let mut drafts = Vec::new();
    for (d, n) in groups(&r.duties) {
        let (urged, up) = urging_rule::last(&mut conn, Urged::Duty.code(), &d.id).await?;
        let Some((p, moment)) = asks(rules, UrgingRule::Duty, d.due, today, day(&urged), day(&up)) else { continue };
        let post = posts.iter().find(|x| x.id == d.post_id).map_or_else(|| d.post_id.clone(), |x| x.name.clone());
        let receiver = match (&above, p.rule) {
            (Some(above), UrgingRule::Escalation) => above.name.clone(),
            _ => post.clone(),
        };
        let year = d.due.year();
        let path = format!("/cong-viec/so-nhiem-vu/{}?xa={}&nam={year}", d.key(), own.code);
        let document = r.documents.iter().find(|x| x.id == d.clause.document);
        let clause = document.and_then(|x| Some((x, x.clauses.get(d.clause.seq)?)));
        let what = clause.map_or_else(|| "Việc theo quy chế".to_owned(), |(x, c)| format!("Việc theo {}", cited(x, &c.citation)));
        let mut text = words(&what, &post, d.due, moment);
        if n > 1 {
            text = format!("{text} Cùng điều khoản này còn {} việc khác.", n - 1);
        }
        drafts.push(draft(unit_id, p, Urged::Duty, (d.id.clone(), path), receiver, d.due, &text));
    }
    Ok(drafts)
}

/// A clause with its document, where its citation does not name it: "Điều 5, 01-QC/ĐU".
fn cited(document: &Document, citation: &str) -> String {
    let name = if document.number.is_empty() { document.title.split(" (").next().unwrap_or_default() } else { &document.number };
    if citation.starts_with("Điều") && !citation.contains(name) { format!("{citation}, {name}") } else { citation.to_owned() }
}

/// Duties of one clause and post on one side of their day are one reminder: that of the first of them, with how many
/// they are. A week's reception day that was missed forty times is one matter, not forty.
fn groups(duties: &[Duty]) -> Vec<(&Duty, usize)> {
    let mut all: Vec<(&Duty, usize)> = Vec::new();
    for d in duties.iter().filter(|d| can_be_urged(d)) {
        match all.iter_mut().find(|(f, _)| f.clause == d.clause && f.post_id == d.post_id && f.state == d.state) {
            Some((first, n)) => {
                *n += 1;
                if d.due < first.due {
                    *first = d;
                }
            }
            None => all.push((d, 1)),
        }
    }
    all
}

/// What is open and can still be done; tasks have their own rule, and a day that lies in the event cannot be made good.
fn can_be_urged(d: &Duty) -> bool {
    let open = matches!(d.state, DutyState::Due | DutyState::Breached) && d.reckoning.has_day();
    open && !matches!(d.kind, ClauseKind::AnswerLimit | ClauseKind::PersonNotice | ClauseKind::Attendance | ClauseKind::Interval)
}

/// The post to which overdue tasks of a unit's bodies go: the committee's chair, else the first head.
async fn superior_post(conn: &mut caunoi_store::Conn<'_>, unit_id: &str, today: Date) -> Result<String, Refusal> {
    let posts = people::posts(conn, unit_id, &today.to_string()).await?;
    let heads = || posts.iter().filter(|p| p.head);
    let chair = heads().find(|p| p.kind == caunoi_domain::people::post::PostKind::CommitteeChair).or(heads().next());
    Ok(chair.map(|p| p.name.clone()).unwrap_or_default())
}

fn draft(unit_id: &str, p: Policy, kind: Urged, (id, path): (String, String), receiver: String, due: Date, text: &str) -> DraftRow {
    DraftRow {
        id: String::new(),
        unit_id: unit_id.to_owned(),
        rule: p.rule,
        mode: p.mode,
        subject_kind: kind.code().to_owned(),
        subject_id: id,
        path,
        receiver,
        due_on: due.to_string(),
        text: text.to_owned(),
        at: 0,
        on_day: String::new(),
    }
}

/// The words of a reminder: whose matter, its day, on which side of it today is.
fn words(what: &str, whose: &str, due: Date, moment: Moment) -> String {
    let due = date::vi(due);
    match moment {
        Moment::Before(0) => format!("{what} của {whose} đến hạn hôm nay, {due}."),
        Moment::Before(n) => format!("{what} của {whose} đến hạn ngày {due}, còn {n} ngày."),
        Moment::After(n) => format!("{what} của {whose} đã quá hạn {n} ngày (hạn {due}). Đề nghị báo kết quả hoặc lý do."),
    }
}

fn day(text: &Option<String>) -> Option<Date> {
    text.as_deref().and_then(|t| t.parse().ok())
}
