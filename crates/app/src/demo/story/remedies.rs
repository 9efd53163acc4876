//! What follows from findings: the city asks the communes to remedy some of them, one is closed with its paper, one is
//! late; the communes publish their reception days, and let the program remind by their own rules.

use caunoi_domain::{
    calendar::is_working_day,
    followup::urging_rule::{Policy, UrgingMode, UrgingRule},
    regulation::{
        ledger::FindingKind,
        reception::{self, NewCancel, NewSchedule, Pattern},
        remedial::{FindingSource, NewRemedial},
    },
};
use caunoi_store::reception as rows;
use jiff::civil::Date;

use super::{
    office::{self, DONG_LAM, Office, VAN_TRACH},
    stage::Stage,
};
use crate::{
    demo::world,
    duty::{
        cancel_reception::CancelReception,
        reckon,
        remedial::{close::CloseRemedial, note::NoteRemedial, open::OpenRemedial},
        set_reception::SetReception,
    },
    followup::{rule_round, urge_by_rule::SetUrgingRule},
    refusal::Refusal,
};

/// Plays it.
pub(super) async fn play(s: &Stage) -> Result<(), Refusal> {
    receptions(s).await?;
    remedies(s).await?;
    reminders(s).await
}

/// The fixed days of the heads since the communes are there; one day to come is cancelled in time.
async fn receptions(s: &Stage) -> Result<(), Refusal> {
    for (o, chair_days, paper) in [(VAN_TRACH, vec![5], "14-TB/ĐU"), (DONG_LAM, vec![2], "09-TB/ĐU")] {
        s.at(s.before(150), 9, 0);
        for (post, pattern) in [("bi-thu", Pattern::Month(vec![10, 24])), ("chu-tich", Pattern::Week(chair_days.clone()))] {
            let schedule = NewSchedule {
                post_id: world::post(o.code, post),
                pattern,
                from: world::first_day(),
                hours: "7 giờ 30 – 11 giờ 30".to_owned(),
                place: format!("Phòng tiếp công dân, trụ sở {}", o.unit_word()),
                paper: format!("{paper} (dựng ra)"),
            };
            s.act(o.clerk, SetReception { unit_id: world::unit(o.code), schedule }).await?;
        }
    }
    s.at(s.after(0), 9, 10);
    let (from, to) = (s.after(4), s.after(40));
    let (unit_id, post_id) = (world::unit(world::VAN_TRACH), world::post(world::VAN_TRACH, "bi-thu"));
    let schedules = rows::schedules_look(&unit_id).alone(&mut s.app().store.read().await?).await?;
    let Some(of) = schedules.iter().find(|r| r.schedule.post_id == post_id) else { return Ok(()) };
    let Some(day) = reception::days(&of.schedule.pattern, &s.app().calendar(), from, to).first().map(|p| p.day) else { return Ok(()) };
    let free =
        |d: &Date| is_working_day(&s.app().calendar(), *d) && reception::days(&of.schedule.pattern, &s.app().calendar(), *d, *d).is_empty();
    let cancel = NewCancel {
        on: day,
        instead: (1..10).map(|n| day.saturating_add(jiff::Span::new().days(n))).find(free),
        reason: "Dự kỳ họp của Hội đồng nhân dân thành phố (dựng ra)".to_owned(),
        posted: s.after(0),
    };
    s.act(VAN_TRACH.clerk, CancelReception { unit_id, post_id, cancel }).await
}

/// The key of a commune's finding of that kind on a day, where there is one.
async fn finding(s: &Stage, o: Office, kind: FindingKind, on: Date) -> Result<Option<String>, Refusal> {
    let mut conn = s.app().store.read().await?;
    let r = reckon::reckon(&mut conn, &s.app().calendar(), &world::unit(o.code), on.year()..=on.year(), on).await?;
    Ok(r.findings.iter().find(|f| f.kind == kind).map(caunoi_domain::regulation::ledger::Finding::key))
}

/// The city asks for three things to be put right: one under way, one late, one closed with its paper.
async fn remedies(s: &Stage) -> Result<(), Refusal> {
    for (o, kind, opened, due, task, told) in [
        (
            DONG_LAM,
            FindingKind::ReceptionNotHeld,
            20,
            12,
            "Sắp lịch để Chủ tịch UBND phường tiếp đủ số ngày; báo lịch bù của tháng này.",
            true,
        ),
        (DONG_LAM, FindingKind::ReportMissing, 26, -4, "Gửi các báo cáo còn thiếu và ghi số, ngày gửi vào sổ.", false),
        (VAN_TRACH, FindingKind::DeputyPresided, 30, -8, "Xem lại giấy ủy quyền; đối thoại bổ sung do Bí thư trực tiếp chủ trì.", true),
    ] {
        let on = s.before(opened);
        s.at(on, 10, 0);
        let Some(key) = finding(s, o, kind, on).await? else { continue };
        let ask = NewRemedial { task: task.to_owned(), due: s.after(due), basis: "212/UBND-VP (dựng ra)".to_owned() };
        let verb = OpenRemedial {
            unit_id: world::unit(o.code),
            year: on.year(),
            source: FindingSource::Ledger,
            finding: key,
            post_id: String::new(),
            ask,
        };
        let remedial = s.act(office::CITY.clerk, verb).await?;
        if told {
            s.at(s.before(9), 14, 0);
            let text = "Đã xếp lịch, văn phòng theo dõi từng tuần.".to_owned();
            s.act(o.clerk, NoteRemedial { remedial: remedial.clone(), text }).await?;
        }
        if kind == FindingKind::DeputyPresided {
            let done = s.before(8);
            s.at(done, 15, 0);
            let verb = CloseRemedial {
                remedial,
                result: "Đảng ủy đã họp rút kinh nghiệm, sửa mẫu giấy ủy quyền; lịch năm ghi rõ người chủ trì.".to_owned(),
                evidence: "27-BB/ĐU (dựng ra)".to_owned(),
                done_on: caunoi_domain::text::date::vi(done),
            };
            s.act(o.clerk, verb).await?;
        }
    }
    Ok(())
}

/// What the communes let the program remind of: tasks by itself, duties as drafts of the office, what is long overdue after
/// a head's yes; and three mornings of it.
async fn reminders(s: &Stage) -> Result<(), Refusal> {
    for o in [VAN_TRACH, DONG_LAM] {
        s.at(s.before(12), 8, 0);
        for (rule, mode, before, after, again) in [
            (UrgingRule::Task, UrgingMode::Automatic, Some(3), 1, 7),
            (UrgingRule::Duty, UrgingMode::Drafted, Some(7), 1, 10),
            (UrgingRule::Escalation, UrgingMode::Approved, None, 15, 14),
        ] {
            let policy = Policy { rule, mode, before, after, again };
            s.act(o.chair, SetUrgingRule { unit_id: world::unit(o.code), policy }).await?;
        }
    }
    for days in [10, 3, 0] {
        s.at(s.before(days), 6, 30);
        rule_round::run(s.app()).await?;
    }
    Ok(())
}
