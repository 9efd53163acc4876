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
    meeting::{Office, VAN_TRACH},
    stage::Stage,
};
use crate::{
    demo::world,
    plan::{ApprovePlan, BeginPlan, CommentPlan, PlanHead, PutRow, SubmitPlan, WritePlanHead},
    refusal::Refusal,
};

/// Phường Đông Lãm.
const DONG_LAM: Office = Office {
    code: world::DONG_LAM,
    clerk: "vanthu.donglam",
    chief: "vanthu.donglam",
    chair: "chutich.donglam",
    chair_name: "Đinh Công Sơn",
};

/// Plays them, before any dialogue is drafted.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    let planned: Vec<(&'static str, Row)> = vec![
        ("first", regular(s.before(140), "Nhân dân các thôn Mai Động, Trung Lễ", &[Field::Environment, Field::Culture])),
        ("second", regular(s.before(58), "Nhân dân các thôn Bến Gỗ, Đồng Vàng, Hạ", &[Field::Water, Field::Roads, Field::Power])),
        ("postponed", regular(s.before(6), "Nhân dân các thôn Hạ, Thượng", &[Field::Farming])),
        ("third", regular(s.weekend(9), "Nhân dân các thôn Mai Động, Đồng Vàng", &[Field::Water, Field::Roads])),
    ];
    let mut by_year: BTreeMap<i64, Vec<(&'static str, Row)>> = BTreeMap::new();
    for (key, row) in planned {
        by_year.entry(year_of(&row)).or_default().push((key, row));
    }
    for (year, rows) in &by_year {
        s.at(s.before(186), 9, 0);
        let keys = approved(s, VAN_TRACH, "bithu.vantrach", *year, "", rows).await?;
        keys.into_iter().for_each(|(key, row)| s.plans(key, *year, row));
    }
    let enterprises = enterprises(s.after(16));
    let year = year_of(&enterprises);
    let reason = "Thêm cuộc chuyên đề với doanh nghiệp, người lao động cụm công nghiệp theo đề nghị của Ủy ban MTTQ Việt Nam xã.";
    if !by_year.contains_key(&year) {
        s.at(s.before(120), 9, 0);
        approved(s, VAN_TRACH, "bithu.vantrach", year, "", &[("", regular(s.after(45), "", &[]))]).await?;
    }
    s.at(s.before(62), 9, 0);
    let keys = approved(s, VAN_TRACH, "bithu.vantrach", year, reason, &[("enterprises", enterprises)]).await?;
    keys.into_iter().for_each(|(key, row)| s.plans(key, year, row));
    s.at(s.before(183), 14, 0);
    let ward = regular(s.after(24), "Nhân dân các tổ dân phố", &[]);
    approved(s, DONG_LAM, "bithu.donglam", year_of(&ward), "", &[("", ward)]).await?;
    Ok(())
}

fn year_of(row: &Row) -> i64 {
    row.on_day.map_or(0, |d| i64::from(d.year()))
}

/// A regular conference of both heads, by both rules.
fn regular(day: Date, audience: &str, fields: &[Field]) -> Row {
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
        budget: "Ngân sách xã, theo dự toán".to_owned(),
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

/// Begun, written, proposed to, submitted and approved; answers the ids of its rows by key.
async fn approved(
    s: &Stage,
    o: Office,
    head: &str,
    year: i64,
    reason: &str,
    rows: &[(&'static str, Row)],
) -> Result<Vec<(&'static str, String)>, Refusal> {
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
    let mut keys = Vec::new();
    for (key, row) in rows {
        let heads = vec![world::post(o.code, "bi-thu"), world::post(o.code, "chu-tich")];
        let planned = Some(Row { heads, body: world::body(o.code, "van-phong"), ..row.clone() });
        let verb = PutRow { plan, row: String::new(), change: Change::Add, replaces: String::new(), planned };
        keys.push((*key, s.act(o.clerk, verb).await?));
    }
    let front = if o.code == world::VAN_TRACH { "mttq.vantrach" } else { "mttq.donglam" };
    let note = "Đề nghị tổ chức tại nhà văn hóa thôn, ngoài giờ làm việc để nhiều người đến được.".to_owned();
    s.act(front, CommentPlan { plan, note }).await?;
    s.act(o.clerk, SubmitPlan { plan }).await?;
    s.act(head, ApprovePlan { plan }).await?;
    Ok(keys)
}
