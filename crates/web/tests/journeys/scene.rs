//! A scene for pages that only read: opinions sent by the verb, then published, withheld, heard and concluded by rows,
//! with canaries in everything private.

use caunoi_app::{
    demo::world::{self, CITY, VAN_TRACH},
    opinion::{
        receipt,
        submit::{Received, SubmitOpinion, submit},
    },
};
use caunoi_domain::{
    opinion::{
        kind::{Channel, OpinionKind},
        submission::{PersonDetails, Submission},
        tracking_code::PublicId,
    },
    people::actor::Actor,
};
use caunoi_store::{
    Arg, Change, Result, StoreError, Tx, args,
    search::{self, Doc},
};

use crate::kit::Site;

/// What no page may hold: the person, the text as given, drafts.
pub const CANARIES: &[&str] = &[
    "Cầm Hoàng Oanh",
    "0912345678",
    "ngõ Hẻm Riêng",
    "rieng@tu.example",
    "KÍN-NGUYÊN-VĂN",
    "KÍN-TIÊU-ĐỀ",
    "KÍN-NHÓM",
    "KÍN-CUỘC",
    "KÍN-LÝ-DO",
    "KÍN-DỰ-THẢO",
    "KÍN-GHI-CHÚ",
    "Phạm Văn Thịnh",
    "Nguyễn Thị Hạnh",
];

/// Rows written in one change.
struct Rows(Vec<(&'static str, Vec<Arg>)>);

impl Change for Rows {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        for (sql, args) in &self.0 {
            tx.exec(sql, args.clone()).await?;
        }
        let id = PublicId::new(11).to_string();
        let unit = world::unit(VAN_TRACH);
        let doc = Doc {
            id: 7_000_077,
            kind: "item",
            reference: &id,
            unit_id: &unit,
            public: true,
            title: "Mương tiêu thôn Bến Gỗ tắc",
            context: "Thôn Bến Gỗ",
            text: "Mương tiêu thôn Bến Gỗ tắc, ngập ruộng sau mưa",
            weight: 1,
            at: 1,
        };
        search::put(tx, &doc).await
    }
}

/// Public addresses of the scene.
pub struct Scene {
    pub done: String,
    pub late: String,
    pub hidden: String,
    pub withheld: String,
    pub issue: String,
    pub hidden_issue: String,
    pub concluded: String,
    pub announced: String,
    pub draft: String,
    pub conclusion: String,
    pub private_conclusion: String,
}

impl Scene {
    /// Every address that everybody may read.
    pub fn open(&self) -> Vec<String> {
        let place = format!("/xa/{VAN_TRACH}");
        [&self.done, &self.late, &self.issue, &self.concluded, &self.announced, &self.conclusion, &self.private_conclusion]
            .into_iter()
            .cloned()
            .chain(["/".to_owned(), "/?q=ben%20go".to_owned(), "/tim-kiem?q=muong".to_owned(), format!("/tinh/{CITY}"), place.clone()])
            .chain([format!("{place}/y-kien"), format!("{place}/y-kien?trang-thai=qua-han"), format!("{place}/doi-thoai")])
            .collect()
    }
}

fn address(kind: &str, n: u64) -> String {
    format!("/{kind}/{}", PublicId::new(n))
}

/// Sends an opinion of Thôn Bến Gỗ, with canaries in all its private parts.
pub async fn send(site: &Site, key: &str) -> Received {
    let submission = Submission {
        kind: OpinionKind::Petition,
        body: format!("KÍN-NGUYÊN-VĂN {key}: nhà tôi ở ngõ Hẻm Riêng, gọi 0912345678."),
        village_id: Some(world::village(VAN_TRACH, 1)),
        place_note: "ngõ Hẻm Riêng".to_owned(),
        occurred_on: None,
        person: PersonDetails {
            full_name: "Cầm Hoàng Oanh".to_owned(),
            phone: "0912345678".to_owned(),
            address: "ngõ Hẻm Riêng".to_owned(),
            email: "rieng@tu.example".to_owned(),
        },
        name_public: false,
    };
    let verb = SubmitOpinion {
        unit_id: world::unit(VAN_TRACH),
        submission,
        channel: Channel::Web,
        files: Vec::new(),
        signed: false,
        source: None,
        slip: receipt::slip(&site.app.keys, key),
    };
    submit(&site.app, &Actor::Person, key, verb).await.unwrap().0
}

/// Puts up the scene; today is 23/11/2026.
pub async fn put_up(site: &Site) -> Scene {
    let mut rows: Vec<(&'static str, Vec<Arg>)> = Vec::new();
    let unit = world::unit(VAN_TRACH);
    let city = world::unit(CITY);
    for (n, id, title, standing, next, due, publication, resolved) in [
        (1_i64, 11_i64, "Mương tiêu thôn Bến Gỗ tắc", "done", "person", "2026-12-19", "published", Some(1_794_960_000_000_000_i64)),
        (2, 12, "Đèn đường chợ Cầu Đá không sáng", "in_progress", "body", "2026-11-16", "published", None),
        (3, 13, "KÍN-TIÊU-ĐỀ", "received", "office", "2026-12-01", "received", None),
        (4, 14, "KÍN-TIÊU-ĐỀ", "in_progress", "body", "2026-12-01", "withheld", None),
    ] {
        let sent = send(site, &format!("khoa-{n}")).await;
        rows.push((
            "UPDATE item SET public_id = $2, title = 'KÍN-TIÊU-ĐỀ', standing = $3, next_code = $4, next_actor = 'Phòng Kinh tế xã', next_due_on = $5, \
             publication = $6, published_title = $7, published_body = 'Mưa một đêm là ruộng ngập ba ngày.', resolved_at = $8, disposed_at = $8, \
             issue_id = CASE WHEN $2 = 11 THEN 'vd1' ELSE 'vd2' END, grounded_note = 'KÍN-GHI-CHÚ' WHERE public_id = $1",
            args![sent.item_public_id, id, standing, next, due, publication, title, resolved],
        ));
    }
    let issue = "INSERT INTO issue (id, province_id, unit_id, public_id, title, summary, field, hot, urgent, published_at, created_at, created_by) \
                 VALUES ($1, $2, $3, $4, $5, '', 'water', 0, 0, $6, 1, 'u')";
    rows.insert(0, (issue, args!["vd1", &city, &unit, 21_i64, "Thủy lợi nội đồng trước vụ mùa", Some(1_i64)]));
    rows.insert(1, (issue, args!["vd2", &city, &unit, 22_i64, "KÍN-NHÓM", None::<i64>]));
    let dialogue = "INSERT INTO dialogue (id, province_id, unit_id, public_id, kind, basis, title, state, on_day, at_time, place, form, audience, how_to_join, \
                    contents_state, announced_on, lead_days, lead_citation, lead_override, held_on, created_at, created_by) \
                    VALUES ($1, $2, $3, $4, 'regular', 'both', $5, $6, $7, '07:30', 'Nhà văn hóa thôn Bến Gỗ', 'in_person', 'Bà con ba thôn', \
                    'Ông/bà đến trực tiếp.', 'approved', $8, 7, 'Luật Tổ chức chính quyền địa phương 2025, Điều 43', $9, $10, 1, 'u')";
    for (id, public, title, state, on, announced, reason, held) in [
        ("dt1", 31_i64, "Đối thoại với Nhân dân ba thôn", "concluded", "2026-06-20", Some("2026-06-11"), "", Some("2026-06-20")),
        ("dt2", 32, "Đối thoại về nước sạch", "announced", "2026-11-28", Some("2026-11-23"), "Mưa bão, phải đổi ngày", None),
        ("dt3", 33, "KÍN-CUỘC", "draft", "2026-12-28", None, "", None),
    ] {
        rows.push((dialogue, args![id, &city, &unit, public, title, state, on, announced, reason, held]));
        rows.push((
            "INSERT INTO dialogue_chair (dialogue_id, post_id, seq) VALUES ($1, $2, 1)",
            args![id, world::post(VAN_TRACH, "chu-tich")],
        ));
    }
    let topic = "INSERT INTO topic (id, dialogue_id, issue_id, seq, title, reason, source_note, state, at, by_label) \
                 VALUES ($1, $2, 'vd1', 1, $3, 'Nhiều hộ cùng nêu', '', $4, 1, '')";
    rows.push((topic, args!["nd1", "dt1", "Thủy lợi nội đồng", "approved"]));
    rows.push((
        "INSERT INTO agenda_item (id, dialogue_id, seq, kind, title, note) VALUES ('a', 'dt1', 2, 'topics', '', 'KÍN-GHI-CHÚ'), \
         ('b', 'dt1', 1, 'last_results', '', ''), ('c', 'dt1', 3, 'conclusion', '', '')",
        args![],
    ));
    rows.push((topic, args!["nd2", "dt3", "KÍN-CUỘC", "approved"]));
    rows.push((topic, args!["nd3", "dt1", "KÍN-DỰ-THẢO", "dropped"]));
    rows.push((
        "INSERT INTO presiding (dialogue_id, post_id, person, mode, deputy, paper, reason) VALUES ('dt1', $1, 'Nguyễn Thị Hạnh', 'delegated', 'Phạm Văn Thịnh', \
         'Giấy ủy quyền 03/GUQ-UBND', 'Đi công tác')",
        args![world::post(VAN_TRACH, "chu-tich")],
    ));
    let notice = "INSERT INTO notice (id, dialogue_id, unit_id, public_id, body_id, state, symbol, numbering, signed_on, signer_name, signer_post, assessment, issued_at, \
                  canonical, hash) VALUES ($1, 'dt1', $2, $3, $4, $5, $6, 'issued', '2026-06-29', 'Nguyễn Thị Hạnh', '', '', $7, '', '')";
    rows.push((notice, args!["tb1", &unit, 41_i64, world::body(VAN_TRACH, "ubnd"), "issued", "42/TB-UBND", Some(9_i64)]));
    rows.push((notice, args!["tb2", &unit, 42_i64, world::body(VAN_TRACH, "dang-uy"), "draft", "KÍN-DỰ-THẢO", None::<i64>]));
    let conclusion = "INSERT INTO conclusion (id, notice_id, unit_id, public_id, item_id, seq, outcome, substate, text, norm, reason, body_id, partners, due_on, \
                      escalate_body, escalate_paper) VALUES ($1, $2, $3, $4, (SELECT id FROM item WHERE public_id = $5), $6, $7, $8, $9, '', '', $10, '[]', $11, '', '')";
    let body = world::body(VAN_TRACH, "phong-kinh-te");
    rows.push((
        conclusion,
        args!["kl1", "tb1", &unit, 51_i64, 11_i64, 1_i64, "unresolved", "in_progress", "Nạo vét mương tiêu Bến Gỗ", &body, "2026-09-15"],
    ));
    rows.push((
        conclusion,
        args!["kl2", "tb1", &unit, 52_i64, 14_i64, 2_i64, "resolved", "explained", "Giải thích giá nước", &body, None::<&str>],
    ));
    rows.push((conclusion, args!["kl3", "tb2", &unit, 53_i64, 12_i64, 1_i64, "resolved", "done", "KÍN-DỰ-THẢO", &body, None::<&str>]));
    let step = "INSERT INTO step (id, province_id, item_id, at, on_day, kind, actor, data, public) \
                VALUES ($1, $2, (SELECT id FROM item WHERE public_id = 11), $3, '2026-06-20', 'x', 'UBND xã', $4, $5)";
    let ids = |n: u64| PublicId::new(n).to_string();
    for (n, (data, public)) in (1_i64..).zip([
        (format!(r#"{{"kind":"grouped","issue":"{}","title":"Thủy lợi nội đồng trước vụ mùa","with":11}}"#, ids(21)), 1_i64),
        (format!(r#"{{"kind":"grouped","issue":"{}","title":"KÍN-NHÓM","with":2}}"#, ids(22)), 1),
        (
            format!(
                r#"{{"kind":"scheduled","dialogue":"{}","title":"Đối thoại với Nhân dân ba thôn","reason":"Nhiều hộ cùng nêu"}}"#,
                ids(31)
            ),
            1,
        ),
        (format!(r#"{{"kind":"scheduled","dialogue":"{}","title":"KÍN-CUỘC","reason":"KÍN-CUỘC"}}"#, ids(33)), 1),
        (r#"{"kind":"disagreed","reason":"KÍN-LÝ-DO","at_counter":false}"#.to_owned(), 0),
        (r#"{"kind":"done","body":"Phòng Kinh tế xã","result":"Đã nạo vét 680 m mương","norm":"","files":0}"#.to_owned(), 1),
    ]) {
        rows.push((step, args![format!("b{n}"), &city, 2_000_000_000_000_000_i64 + n, data, public]));
    }
    site.app.store.write(Rows(rows)).await.unwrap();
    Scene {
        done: address("y-kien", 11),
        late: address("y-kien", 12),
        hidden: address("y-kien", 13),
        withheld: address("y-kien", 14),
        issue: address("van-de", 21),
        hidden_issue: address("van-de", 22),
        concluded: address("doi-thoai", 31),
        announced: address("doi-thoai", 32),
        draft: address("doi-thoai", 33),
        conclusion: address("ket-luan", 51),
        private_conclusion: address("ket-luan", 52),
    }
}
