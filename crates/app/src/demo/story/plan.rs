//! The year plans of the invented communes: drafted by the office, proposed to by the Front, approved; once supplemented.

use std::collections::BTreeMap;

use caunoi_domain::{
    dialogue::{
        scope::Audience,
        state::{Basis, DialogueKind, Form},
        year_plan::{Change, Row},
    },
    opinion::kind::Field,
};
use jiff::civil::Date;

use super::{
    office::{DONG_LAM, Office, VAN_TRACH},
    stage::Stage,
};
use crate::{
    demo::{chronicle::PlannedRow, world},
    plan::{ApprovePlan, BeginPlan, CommentPlan, PlanHead, PutRow, SubmitPlan, WritePlanHead},
    refusal::Refusal,
};

/// A planned conference with the key of its story; conferences by year.
type ByYear = BTreeMap<i64, Vec<(String, Row)>>;

/// Plays them, before any dialogue is drafted. `more` are conferences of the chronicle.
pub(super) async fn play(s: &mut Stage, more: &[PlannedRow]) -> Result<(), Refusal> {
    let mut own = by_year(more, world::VAN_TRACH);
    for (key, row) in [
        ("first", regular(s.before(140), "Nhân dân các thôn Mai Động, Trung Lễ", &[Field::Environment, Field::Culture])),
        ("second", regular(s.before(58), "Nhân dân các thôn Bến Gỗ, Đồng Vàng, Hạ", &[Field::Water, Field::Roads, Field::Power])),
        ("postponed", regular(s.before(6), "Nhân dân các thôn Hạ, Thượng", &[Field::Farming])),
        ("third", regular(s.weekend(9), "Nhân dân các thôn Mai Động, Đồng Vàng", &[Field::Water, Field::Roads])),
    ] {
        own.entry(year_of(&row)).or_default().push((key.to_owned(), row));
    }
    for (year, rows) in &own {
        approved(s, VAN_TRACH, "bithu.vantrach", *year, "", rows).await?;
    }
    let enterprises = enterprises(s.after(16));
    let year = year_of(&enterprises);
    let reason = "Thêm cuộc chuyên đề với doanh nghiệp, người lao động cụm công nghiệp theo đề nghị của Ủy ban MTTQ Việt Nam xã.";
    if !own.contains_key(&year) {
        approved(s, VAN_TRACH, "bithu.vantrach", year, "", &[(String::new(), regular(s.after(45), "", &[]))]).await?;
    }
    approved(s, VAN_TRACH, "bithu.vantrach", year, reason, &[("enterprises".to_owned(), enterprises)]).await?;
    let mut ward = by_year(more, world::DONG_LAM);
    let next = regular(s.after(24), "Nhân dân các tổ dân phố", &[]);
    ward.entry(year_of(&next)).or_default().push((String::new(), next));
    for (year, rows) in &ward {
        approved(s, DONG_LAM, "bithu.donglam", *year, "", rows).await?;
    }
    Ok(())
}

fn by_year(more: &[PlannedRow], commune: &str) -> ByYear {
    let mut all = ByYear::new();
    for p in more.iter().filter(|p| p.commune == commune) {
        all.entry(year_of(&p.row)).or_default().push((p.key.clone(), p.row.clone()));
    }
    all
}

/// The day on which a year's plan is made: in December before, as the rules ask; in the first year as soon as the commune
/// is there. A supplement comes two months before today.
fn plan_day(s: &Stage, year: i64, reason: &str) -> Date {
    if !reason.is_empty() {
        return s.before(62);
    }
    let december = i16::try_from(year - 1).ok().and_then(|y| Date::new(y, 12, 18).ok()).unwrap_or(s.before(186));
    let soonest = world::first_day().saturating_add(jiff::Span::new().days(2));
    december.min(s.before(186)).max(soonest)
}

fn year_of(row: &Row) -> i64 {
    row.on_day.map_or(0, |d| i64::from(d.year()))
}

/// A regular conference of both heads, by both rules.
pub(in crate::demo) fn regular(day: Date, audience: &str, fields: &[Field]) -> Row {
    Row {
        heads: Vec::new(),
        kind: DialogueKind::Regular,
        basis: Basis::Both,
        topic: String::new(),
        audience: audience.to_owned(),
        audiences: vec![Audience::Residents],
        fields: fields.to_vec(),
        area: String::new(),
        place: String::new(),
        month: i64::from(day.month()),
        on_day: Some(day),
        form: Form::InPerson,
        expected: Some(120),
        body: String::new(),
        documents: "Kết quả giải quyết kiến nghị kỳ trước; tình hình kinh tế - xã hội".to_owned(),
        announce_on: Some(day.saturating_sub(jiff::Span::new().days(10))),
        budget: "Ngân sách địa phương, theo dự toán".to_owned(),
        pilot: false,
    }
}

/// A thematic one with enterprises and workers of an industrial cluster, as a pilot.
fn enterprises(day: Date) -> Row {
    Row {
        kind: DialogueKind::Thematic,
        basis: Basis::Party,
        topic: "Việc làm, nhà ở của người lao động cụm công nghiệp".to_owned(),
        audience: "Doanh nghiệp, người lao động Cụm công nghiệp Vân Đông (dựng ra)".to_owned(),
        audiences: vec![Audience::Enterprises, Audience::Workers],
        fields: vec![Field::Welfare, Field::Land],
        area: "Cụm công nghiệp Vân Đông (dựng ra)".to_owned(),
        form: Form::Hybrid,
        documents: "Dự thảo đề án nhà ở cho người lao động (dựng ra)".to_owned(),
        pilot: true,
        ..regular(day, "", &[])
    }
}

/// Begun, written, proposed to, submitted and approved; the stage knows its rows by key from then on.
async fn approved(s: &mut Stage, o: Office, head: &str, year: i64, reason: &str, rows: &[(String, Row)]) -> Result<(), Refusal> {
    let day = plan_day(s, year, reason);
    s.at(day, 9, 0);
    let plan = s.act(o.clerk, BeginPlan { unit_id: world::unit(o.code), year }).await?;
    let head_text = PlanHead {
        basis: "Chương trình công tác năm của Đảng ủy, UBND (dựng ra để trình diễn)".to_owned(),
        purpose: "Lắng nghe, trả lời và giải quyết ý kiến của Nhân dân; mỗi cuộc bắt đầu bằng kết quả giải quyết kiến nghị kỳ trước."
            .to_owned(),
        assignment: "Văn phòng HĐND và UBND tham mưu, theo dõi; các phòng chuẩn bị trả lời; Ủy ban MTTQ Việt Nam giám sát.".to_owned(),
        recipients: "Đảng ủy, HĐND, UBND\nỦy ban MTTQ Việt Nam\nCác phòng, trưởng thôn\nLưu: VT".to_owned(),
        reason: reason.to_owned(),
    };
    s.act(o.clerk, WritePlanHead { plan, head: head_text }).await?;
    for (key, row) in rows {
        let planned = Some(Row { heads: o.posts(), body: world::body(o.code, "van-phong"), ..row.clone() });
        let verb = PutRow { plan, row: String::new(), change: Change::Add, replaces: String::new(), planned };
        let row = s.act(o.clerk, verb).await?;
        s.plans(key, year, row);
    }
    let front = if o.code == world::VAN_TRACH { "mttq.vantrach" } else { "mttq.donglam" };
    let note = "Đề nghị tổ chức tại nhà văn hóa thôn, ngoài giờ làm việc để nhiều người đến được.".to_owned();
    s.act(front, CommentPlan { plan, note }).await?;
    s.at(day, 15, 0);
    s.act(o.clerk, SubmitPlan { plan }).await?;
    s.at(day, 16, 30);
    s.act(head, ApprovePlan { plan }).await
}
