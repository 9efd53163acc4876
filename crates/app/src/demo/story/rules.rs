//! The invented communes' own rule: what it asks of their heads in numbers, so that every kind of duty has something to show.
//! It is invented, says so, and applies to nobody else.

use caunoi_domain::{
    dialogue::state::DelegationGround,
    people::post::PostKind,
    regulation::{
        clause::{Clause, ClauseKind, DayCount, Delegation, Parameters, Per},
        document::{Area, Document, DocumentKind, Visibility},
    },
};
use caunoi_store::regulation;

use super::{
    office::{DONG_LAM, Office, VAN_TRACH},
    stage::Stage,
};
use crate::{
    context::App,
    demo::world,
    refusal::Refusal,
    regulation::{add_clause::AddClause, register::RegisterDocument},
};

/// Plays it: issued in the communes' first month.
pub(super) async fn play(s: &Stage) -> Result<(), Refusal> {
    for o in [VAN_TRACH, DONG_LAM] {
        let issued = world::first_day().saturating_add(jiff::Span::new().days(13));
        s.at(issued, 15, 0);
        let document = Document {
            id: String::new(),
            kind: DocumentKind::Regulation,
            number: "01-QC/ĐU".to_owned(),
            title: "Quy chế tiếp xúc, đối thoại của người đứng đầu với Nhân dân (dựng ra để trình diễn)".to_owned(),
            issuer: format!("Đảng ủy {} (dựng ra)", o.unit_word()),
            area: Area::Unit,
            unit_id: None,
            issued_on: Some(issued),
            known_by: None,
            valid_from: None,
            valid_to: None,
            days_confirmed: true,
            visibility: Visibility::Public,
            source: "Dựng ra để trình diễn".to_owned(),
            note: String::new(),
            links: Vec::new(),
            clauses: Vec::new(),
        };
        let regulation =
            s.act(o.clerk, RegisterDocument { unit_id: world::unit(o.code), id: None, issuer_unit: String::new(), document }).await?;
        for clause in clauses(o) {
            let verb = AddClause { regulation: regulation.clone(), clause, replaces: None, seen: String::new() };
            s.act(o.clerk, seen(s.app(), verb).await?).await?;
        }
    }
    Ok(())
}

/// The clause as if its preview had been read: nobody sits before a page here.
async fn seen(app: &App, clause: AddClause) -> Result<AddClause, Refusal> {
    let row = regulation::find(&mut app.store.read().await?, &clause.regulation).await?.ok_or(Refusal::NotFound("regulation"))?;
    Ok(AddClause { seen: clause.token(&app.keys, &row)?, ..clause })
}

fn clauses(o: Office) -> Vec<Clause> {
    let heads = vec![PostKind::PartySecretary, PostKind::CommitteeChair];
    let yearly = |times| Parameters { posts: heads.clone(), times: Some(times), per: Some(Per::Year), ..Parameters::default() };
    let within = |days| Parameters { days: Some(days), count: Some(DayCount::Calendar), ..Parameters::default() };
    let unit = o.unit_word();
    let presiding = Parameters {
        posts: heads.clone(),
        delegation: Some(Delegation::Conditional),
        grounds: vec![DelegationGround::Leave, DelegationGround::Emergency],
        ..Parameters::default()
    };
    vec![
        clause(
            ClauseKind::Presiding,
            "Điều 5",
            "Người đứng đầu trực tiếp chủ trì; chỉ ủy quyền cho cấp phó khi nghỉ phép, ốm hoặc trực tiếp chỉ đạo việc khẩn cấp.".to_owned(),
            presiding,
        ),
        clause(
            ClauseKind::Frequency,
            "Điều 4",
            format!("Người đứng đầu đối thoại ít nhất hai cuộc mỗi năm với Nhân dân {unit}."),
            yearly(2),
        ),
        clause(ClauseKind::NoticeLimit, "Điều 9", "Thông báo kết luận chậm nhất 10 ngày sau cuộc đối thoại.".to_owned(), within(10)),
        clause(ClauseKind::Supervision, "Điều 12", "Mỗi năm giám sát việc thực hiện quy chế ít nhất một lần.".to_owned(), yearly(1)),
        clause(
            ClauseKind::Attendance,
            "Điều 7",
            "Người dự đạt từ 60% số mời trở lên.".to_owned(),
            Parameters { percent: Some(60), ..Parameters::default() },
        ),
    ]
}

fn clause(kind: ClauseKind, citation: &str, text: String, parameters: Parameters) -> Clause {
    Clause {
        kind,
        citation: citation.to_owned(),
        text,
        source: "Dựng ra để trình diễn".to_owned(),
        confirmed: true,
        valid_from: None,
        valid_to: None,
        parameters,
    }
}
