//! What the secretariat has to do this week beside its queues: publication clocks, dialogues to announce, notices to
//! issue, proofs to record, matters sent up, and what the regulations ask in the next thirty days.

use caunoi_app::{
    duty::reckon::{self, Reckoned},
    people::published_by,
};
use caunoi_domain::{
    dialogue::{announcement::lead, state::DialogueState},
    opinion::tracking_code::PublicId,
    people::policy::Action,
    regulation::{
        clause::ClauseKind,
        ledger::{Duty, DutyState, FactKind, Subject},
    },
};
use caunoi_store::{
    Conn, beside,
    dialogue::DialogueRow,
    handover,
    monday::{self, Dated},
    people, publication_proof,
};
use jiff::civil::Date;

use super::{
    LINES,
    line::{self, Line, Noun},
};
use crate::{
    Web,
    office::ledger::lines::{self, DutyLine, Posts},
    page::{Page, desk::Desk, fault::Fault, ledger_words, mark, thread},
};

/// The office's own week up to that ISO day.
///
/// # Errors
/// The store's failure.
pub async fn lines(web: &Web, conn: &mut Conn<'_>, desk: &Desk, until: &str) -> Result<Vec<Line>, Fault> {
    let (page, unit, today) = (&desk.page, desk.officer.unit_id.as_str(), web.app.clock.today());
    let office = desk.officer.body_name.as_str();
    let on = today.to_string();
    let may = |action| desk.allow(action).is_ok();
    let (clocks, lacking, sent_up, meetings, reckoned, posts) = beside!(
        conn,
        // Only who decides on it: in some units that is the head alone.
        |c| async {
            let decides = may(Action::Publish) && published_by::decides(c, unit, &desk.actor).await?;
            Ok::<_, Fault>(if decides { monday::clocks(c, unit, until, LINES).await? } else { Vec::new() })
        },
        |c| async { Ok(if may(Action::KeepPublication) { publication_proof::lacking(c, unit, until, LINES).await? } else { Vec::new() }) },
        |c| async { Ok(if may(Action::Escalate) { monday::sent_up(c, unit, until, LINES).await? } else { Vec::new() }) },
        |c| async { Ok(if may(Action::PrepareDialogue) { monday::meetings(c, unit, &on, LINES).await? } else { Vec::new() }) },
        |c| async {
            let reads = may(Action::ReadLedger);
            Ok(if reads { Some(reckon::of_year(c, &web.app.calendar(), unit, today.year(), today).await?) } else { None })
        },
        |c| async { Ok(Posts::of(people::posts(c, unit, &on).await?)) },
    )?;
    let mut all: Vec<Line> = clocks.iter().map(|c| clock(page, office, c, today)).collect();
    all.extend(lacking.iter().map(|l| line::of_proof(page, office, l, today)));
    all.extend(sent_up.iter().map(|e| sent(page, e, today)));
    all.extend(meetings.iter().filter_map(|d| meeting(web, page, office, d, reckoned.as_ref(), until)));
    if let Some(r) = &reckoned {
        all.extend(duties(page, r, &posts, today));
    }
    Ok(all)
}

/// What is due to the inspection, which reads the register of transfers alone: what is not accepted yet, up to that day.
///
/// # Errors
/// The store's failure.
pub async fn transfers(conn: &mut Conn<'_>, desk: &Desk, until: &str, today: Date) -> Result<Vec<Line>, Fault> {
    let rows = handover::page(conn, &desk.officer.unit_id, (i64::MAX, ""), LINES).await?;
    let open = rows.iter().filter(|h| h.accepted_on.is_none());
    let due = open.filter_map(|h| h.due_on.as_deref().filter(|day| *day <= until).map(|day| (h, day)));
    Ok(due.map(|(h, day)| line::of_transfer(&desk.page, h, day, today)).collect())
}

fn clock(page: &Page, office: &str, c: &Dated, today: Date) -> Line {
    Line {
        noun: Noun::Clock,
        body: office.to_owned(),
        due_on: c.due_on.clone(),
        mark: mark::due(page.t, &c.due_on, today),
        title: c.title.clone(),
        who: page.t.monday_clock(page.day(&c.due_on)),
        href: format!("/cong-viec/phan-loai?loc=cong-bo&mo={}#o", PublicId::from_i64(c.public_id)),
        action: page.t.monday_decide(),
    }
}

fn sent(page: &Page, e: &Dated, today: Date) -> Line {
    Line {
        noun: Noun::Superior,
        body: e.who.clone(),
        due_on: e.due_on.clone(),
        mark: mark::due(page.t, &e.due_on, today),
        title: e.title.clone(),
        who: page.t.monday_sent(&e.who, page.day(&e.due_on)),
        href: format!("/cap-tren/{}", PublicId::from_i64(e.public_id)),
        action: page.t.monday_urge(),
    }
}

/// A dialogue that has to be announced by a day of this week, or one that was held and has no notice yet.
fn meeting(web: &Web, page: &Page, office: &str, d: &DialogueRow, r: Option<&Reckoned>, until: &str) -> Option<Line> {
    let (t, today) = (page.t, web.app.clock.today());
    let base = format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(d.public_id));
    let line = |noun, due_on: String, who, href, action| Line {
        noun,
        body: office.to_owned(),
        mark: mark::due(t, &due_on, today),
        due_on,
        title: d.title.clone(),
        who,
        href,
        action,
    };
    if d.state == DialogueState::Held {
        let of = |x: &&Duty| x.kind == ClauseKind::NoticeLimit && matches!(&x.subject, Subject::Of { id, .. } if *id == d.id);
        let due = r.and_then(|r| r.duties.iter().find(of)).map(|x| x.due.to_string()).unwrap_or_default();
        let held = page.day(d.held_on.as_deref().unwrap_or(&d.on_day));
        let who = if due.is_empty() { t.monday_notice(held) } else { t.monday_notice_by(held, page.day(&due)) };
        return Some(line(Noun::Notice, due, who, format!("{base}/thong-bao"), t.monday_see_notice()));
    }
    let by = lead(&web.app.limits, &web.app.calendar(), d.on_day.parse().ok()?, d.basis);
    let due = by.by.to_string();
    let who = t.monday_announce(page.day(&d.on_day), page.weekday(&due), thread::source(t, &by.citation));
    (due.as_str() <= until).then(|| line(Noun::Dialogue, due, who, format!("{base}/bao-truoc"), t.monday_see_missing()))
}

/// What the regulations ask, overdue or due within thirty days; not what stands above under its own noun.
fn duties(page: &Page, r: &Reckoned, posts: &Posts, today: Date) -> Vec<Line> {
    let own = |d: &&Duty| {
        matches!(&d.subject, Subject::Nth { .. } | Subject::Of { kind: FactKind::Briefing | FactKind::VoterList, .. })
            && (d.state == DutyState::Breached || d.at_risk(today, ledger_words::SOON_DAYS))
    };
    let code = page.desk.as_ref().map(|d| d.unit_code.clone()).unwrap_or_default();
    let place = (code.as_str(), today.year());
    let found: Vec<&Duty> = r.duties.iter().filter(own).collect();
    let due_of =
        |href: &str| found.iter().find(|d| lines::href(d, place.0, place.1) == href).map(|d| d.due.to_string()).unwrap_or_default();
    let (few, many) = lines::together(found.iter().map(|d| lines::line(page, d, posts, place, today)).collect());
    let t = page.t;
    let alone = few.into_iter().map(|l: DutyLine| Line {
        noun: Noun::Duty,
        due_on: due_of(&l.href),
        who: t.monday_duty(&l.subject, &l.post, &l.due),
        body: l.post,
        mark: Some(l.state),
        title: l.kind,
        href: l.href,
        action: t.todo_see(),
    });
    let together = many.into_iter().map(|m| Line {
        noun: Noun::Duty,
        due_on: due_of(&m.href),
        mark: m.lines.into_iter().next().map(|l| l.state),
        who: t.monday_duties(&m.post, &m.states),
        body: m.post,
        title: m.kind,
        href: format!("/cong-viec/so-nhiem-vu?xa={code}&nam={}&loc=qua-han", place.1),
        action: t.todo_see(),
    });
    alone.chain(together).collect()
}
