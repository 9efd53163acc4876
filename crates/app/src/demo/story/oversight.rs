//! What was watched over: supervision by the Front and the committee, reports of longer periods, a reason accepted by the city and
//! another that waits for its head, who reads the record of a head by decision, the year shown to the public, documents briefed on, and matters made public beside the dialogues.

use caunoi_domain::{
    publishing::proof::ProofWay,
    regulation::{
        act::ActKind,
        clause::ReportPeriod,
        entry::{EntryWord, NewEntry, SupervisorKind},
        head_record::{Opening, RecordReader},
        ledger::DutyState,
    },
};

use super::{
    office::{self, Office, VAN_TRACH},
    proofs,
    stage::Stage,
};
use crate::{
    demo::world,
    duty::{
        head_record::OpenRecords,
        publish_year::PublishYear,
        reckon,
        record_entry::RecordEntry,
        waiver_draft::{ApproveWaiver, DraftWaiver},
    },
    publishing::{AddMatter, PublishMatter},
    refusal::Refusal,
    regulation::record_act::RecordAct,
};

/// Whom Quy định 11-QĐi/TW names as receivers of a commune secretary's reports.
pub(super) const RECEIVERS: [&str; 3] =
    ["Bí thư cấp ủy cấp tỉnh", "Ban Nội chính cấp ủy cấp tỉnh", "Ban Tuyên giáo và Dân vận cấp ủy cấp tỉnh"];

/// Plays it.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    for (commune, days, by, who, paper) in [
        (world::VAN_TRACH, 330, SupervisorKind::Committee, "Ban Thường vụ Đảng ủy xã", "05-BC/ĐU"),
        (world::VAN_TRACH, 160, SupervisorKind::Front, "Ban Thường trực Ủy ban MTTQ Việt Nam xã", "18/BC-MTTQ"),
        (world::VAN_TRACH, 96, SupervisorKind::PeopleInspection, "Ban Thanh tra nhân dân xã", "03/BC-TTND"),
        (world::VAN_TRACH, 44, SupervisorKind::Council, "Thường trực HĐND xã", "09/BC-HĐND"),
        (world::DONG_LAM, 142, SupervisorKind::Front, "Ban Thường trực Ủy ban MTTQ Việt Nam phường", "11/BC-MTTQ"),
    ] {
        supervised(s, office::of(commune), days, (by, who), paper).await?;
    }
    reports(s, VAN_TRACH).await?;
    waived(s).await?;
    laid(s).await?;
    opened(s).await?;
    shown(s).await?;
    briefed(s).await?;
    made_public(s).await
}

fn entry(kind: EntryWord, post_id: String, on: jiff::civil::Date) -> NewEntry {
    NewEntry {
        kind,
        post_id,
        on,
        period: None,
        to: None,
        percent: None,
        subject: String::new(),
        who: String::new(),
        by: None,
        paper: String::new(),
        receivers: String::new(),
        note: String::new(),
    }
}

/// True where the communes were there so many days ago.
fn there(s: &Stage, days: i32) -> bool {
    s.before(days) > world::first_day()
}

async fn supervised(s: &Stage, o: Office, days: i32, (by, who): (SupervisorKind, &str), paper: &str) -> Result<(), Refusal> {
    if !there(s, days) {
        return Ok(());
    }
    let on = s.before(days);
    s.at(on, 16, 0);
    for post in o.posts() {
        let entry = NewEntry {
            who: who.to_owned(),
            by: Some(by),
            paper: paper.to_owned(),
            note: "Xem sổ tiếp nhận, thông báo kết luận, minh chứng kết quả; gặp năm người đã gửi ý kiến.".to_owned(),
            ..entry(EntryWord::Supervision, post, on)
        };
        s.act(o.clerk, RecordEntry { unit_id: world::unit(o.code), entry }).await?;
    }
    Ok(())
}

/// The reports of longer periods that are over this year, and of the year before, each sent on the eighth day after.
async fn reports(s: &Stage, o: Office) -> Result<(), Refusal> {
    let today = s.after(0);
    for (year, month, period, paper) in [
        (today.year() - 1, 12, ReportPeriod::Year, "40-BC/ĐU"),
        (today.year(), 3, ReportPeriod::QuarterOne, "12-BC/ĐU"),
        (today.year(), 6, ReportPeriod::HalfYear, "21-BC/ĐU"),
        (today.year(), 9, ReportPeriod::NineMonths, "33-BC/ĐU"),
    ] {
        let to = jiff::civil::Date::new(year, month, 1).map_err(|e| Refusal::Broken(e.to_string()))?.last_of_month();
        let on = to.saturating_add(jiff::Span::new().days(8));
        if on > today || to <= world::first_day() {
            continue;
        }
        s.at(on, 15, 0);
        let entry = NewEntry {
            period: Some(period),
            to: Some(to),
            who: "Văn phòng Đảng ủy (dựng ra)".to_owned(),
            paper: paper.to_owned(),
            receivers: RECEIVERS.join("; "),
            ..entry(EntryWord::Report, world::post(o.code, "bi-thu"), on)
        };
        s.act(o.clerk, RecordEntry { unit_id: world::unit(o.code), entry }).await?;
    }
    Ok(())
}

/// Signs in as the head of the city.
const CITY_HEAD: &str = "chutich.thanhpho";

/// The city's office lays the reason of the flooded dialogue before its head, who accepts it.
async fn waived(s: &Stage) -> Result<(), Refusal> {
    let (year, row) = s.row("postponed")?;
    let year = i16::try_from(year).map_err(|e| Refusal::Broken(e.to_string()))?;
    s.at(s.before(5), 10, 0);
    let entry = NewEntry {
        subject: row.clone(),
        paper: "1420/UBND-VP (dựng ra)".to_owned(),
        note: "Mưa lớn, đường vào hai thôn bị ngập; xã đã báo cáo và đề nghị lùi ngày.".to_owned(),
        ..entry(EntryWord::Waiver, world::post(world::VAN_TRACH, "chu-tich"), s.before(5))
    };
    let unit_id = world::unit(world::VAN_TRACH);
    let path = format!("/cong-viec/so-nhiem-vu?xa={}&nam={year}", world::VAN_TRACH);
    let draft = s.act(office::CITY.clerk, DraftWaiver { unit_id, subject: row, year, path, entry }).await?;
    s.at(s.before(4), 8, 30);
    s.act(CITY_HEAD, ApproveWaiver { draft }).await.map(drop)
}

/// A reason of the other commune still waits for the head of the city.
async fn laid(s: &Stage) -> Result<(), Refusal> {
    let today = s.after(0);
    let (unit_id, year) = (world::unit(world::DONG_LAM), today.year());
    let mut conn = s.app().store.read().await?;
    let r = reckon::reckon(&mut conn, &s.app().calendar(), &unit_id, year..=year, today).await?;
    drop(conn);
    let Some(late) = r.duties.into_iter().find(|d| d.state == DutyState::Breached) else { return Ok(()) };
    s.at(s.before(1), 15, 0);
    let entry = NewEntry {
        paper: "1466/UBND-VP (dựng ra)".to_owned(),
        note: "Phường báo cáo: trong kỳ người phụ trách được triệu tập họp dài ngày, đã làm bù ở kỳ sau; đề nghị chấp nhận.".to_owned(),
        ..entry(EntryWord::Waiver, late.post_id.clone(), s.before(1))
    };
    let path = format!("/cong-viec/so-nhiem-vu/{}?xa={}&nam={year}", late.key(), world::DONG_LAM);
    s.act(office::CITY.clerk, DraftWaiver { unit_id, subject: late.id, year, path, entry }).await.map(drop)
}

/// The Front of Vân Trạch reads the records of its heads by decision; that of Đông Lãm does not.
async fn opened(s: &Stage) -> Result<(), Refusal> {
    if !there(s, 60) {
        return Ok(());
    }
    s.at(s.before(60), 10, 0);
    let opening = Opening {
        reader: RecordReader::Front,
        who: "Ban Thường vụ Thành ủy (dựng ra)".to_owned(),
        on: s.before(61),
        paper: "88-QĐ/TU (dựng ra)".to_owned(),
        until: None,
        withdrawn_on: None,
    };
    s.act(CITY_HEAD, OpenRecords { unit_id: world::unit(world::VAN_TRACH), opening }).await.map(drop)
}

/// Vân Trạch's heads show the year to the public.
async fn shown(s: &Stage) -> Result<(), Refusal> {
    s.at(s.before(4), 9, 0);
    let (unit_id, year) = (world::unit(world::VAN_TRACH), s.after(0).year());
    if s.after(-360) > world::first_day() {
        s.act(VAN_TRACH.chair, PublishYear { unit_id: unit_id.clone(), year: year - 1, shown: true }).await?;
    }
    s.act(VAN_TRACH.chair, PublishYear { unit_id, year, shown: true }).await
}

/// What binds them was briefed on, and planned for.
async fn briefed(s: &Stage) -> Result<(), Refusal> {
    for (o, days, regulation, kind, people) in [
        (VAN_TRACH, 172, "11-qdi-tw", ActKind::Briefing, Some(64)),
        (VAN_TRACH, 166, "11-qdi-tw", ActKind::Plan, None),
        (office::DONG_LAM, 158, "luat-10-2022-qh15", ActKind::Briefing, Some(41)),
    ] {
        if !there(s, days) {
            continue;
        }
        let on = s.before(days);
        s.at(on, 17, 0);
        let act = RecordAct {
            unit_id: world::unit(o.code),
            regulation: regulation.to_owned(),
            kind,
            on: Some(on),
            by_whom: format!("Bí thư Đảng ủy {}", o.unit_word()),
            audience: "Cán bộ, công chức; trưởng thôn, tổ trưởng; Ban công tác Mặt trận".to_owned(),
            people,
            paper: format!("{}/KH-ĐU (dựng ra)", 12 + days % 7),
            note: String::new(),
        };
        s.act(o.clerk, act).await?;
    }
    Ok(())
}

/// Matters that must be public beside the dialogues: one proved, one just opened.
async fn made_public(s: &mut Stage) -> Result<(), Refusal> {
    let both = vec![ProofWay::Media, ProofWay::Posted];
    for (o, days, matter, title, paper, ways, proved) in [
        (VAN_TRACH, 150, "reception_day", "Lịch tiếp công dân của Bí thư Đảng ủy năm nay", "14-TB/ĐU", both.clone(), true),
        (
            VAN_TRACH,
            40,
            "policies_projects",
            "Dự án kè bờ tả sông Cái qua thôn Bến Gỗ (dựng ra)",
            "88/TB-UBND",
            vec![ProofWay::Posted],
            true,
        ),
        (
            VAN_TRACH,
            2,
            "policies_projects",
            "Dự thảo đề án nhà ở cho người lao động (dựng ra)",
            "",
            vec![ProofWay::Posted, ProofWay::Village],
            false,
        ),
        (office::DONG_LAM, 90, "reception_day", "Lịch tiếp công dân của Bí thư Đảng ủy phường", "09-TB/ĐU", both, true),
    ] {
        if !there(s, days) {
            continue;
        }
        let on = s.before(days);
        s.at(on, 8, 30);
        let unit_id = world::unit(o.code);
        let verb =
            PublishMatter { unit_id, matter: matter.to_owned(), title: title.to_owned(), paper: paper.to_owned(), paper_on: on, ways };
        let publication = s.act(o.clerk, verb).await?;
        if proved {
            proofs::give_beside(s, o, publication, on).await?;
        }
    }
    s.at(s.before(60), 9, 0);
    let own = AddMatter {
        unit_id: world::unit(world::VAN_TRACH),
        title: "Mức đóng góp xây dựng nhà văn hóa các thôn".to_owned(),
        citation: "Hương ước các thôn (dựng ra)".to_owned(),
    };
    s.act(VAN_TRACH.clerk, own).await.map(drop)
}
