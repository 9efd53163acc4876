//! The conclusion notice: what is missing is listed, each item has one outcome, and every item goes on from it (issue A,
//! point 6).

use caunoi_app::dialogue::{CheckNotice, ConcludeItem, DraftNotice, IssueNotice};
use caunoi_domain::{
    dialogue::{
        notice_form::{ConclusionForm, Receiver},
        outcome::Substate,
        state::DialogueState,
    },
    opinion::{item::Standing, step::Step, tracking_code::PublicId},
    people::actor::{Actor, Officer, Role},
};
use caunoi_store::{
    assignment, dialogue, escalation, notice,
    search::{self, Wanted},
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    hall::{Hall, UNIT, chair, held, held_by, item_of, office, press, signed, thread_of},
    kit::{Site, Visitor},
};

const FOUR: [&str; 4] = ["Cây gãy đường thôn Hạ", "Mương Bến Gỗ tắc", "Đèn đường tỉnh hỏng", "Giá nước tăng"];

fn pid(id: i64) -> String {
    PublicId::from_i64(id).to_string()
}

/// Drafts the notice of the committee; answers its public id.
async fn drafted(thu: &mut Visitor, hall: &Hall) -> String {
    let at = format!("{}/thong-bao", hall.base);
    let page = press(thu, &at, &format!("{at}/soan"), &[("body", "D0001-ubnd")]).await;
    page.field("notice")
}

async fn conclude(thu: &mut Visitor, hall: &Hall, notice: &str, item: i64, fields: &[(&str, &str)]) -> crate::kit::Page {
    let at = format!("{}/thong-bao", hall.base);
    let item = pid(item);
    let mut all = vec![("notice", notice), ("item", item.as_str())];
    all.extend_from_slice(fields);
    press(thu, &format!("{at}?tb={notice}&viec={item}"), &format!("{at}/ket-luan"), &all).await
}

const DONE: [(&str, &str); 3] = [("substate", "done"), ("text", "Đã dọn xong ngày 06/12/2026"), ("norm", "Ảnh hiện trường")];
const DOING: [(&str, &str); 6] = [
    ("substate", "in_progress"),
    ("text", "Nạo vét mương, thay hai cống sập"),
    ("body", "D0001-phong-kinh-te"),
    ("partners", "D0001-phong-van-xa"),
    ("due", "31/01/2027"),
    ("reason", "Chờ thu hoạch lúa"),
];
const UP: [(&str, &str); 3] = [("substate", "sent"), ("text", "Thay đèn chiếu sáng đường tỉnh"), ("receiver", "31.2025")];
const EXPLAINED: [(&str, &str); 2] = [("substate", "explained"), ("text", "Đã giải thích căn cứ điều chỉnh giá nước")];

async fn press_row(v: &mut Visitor, hall: &Hall, what: &str, notice: &str) -> crate::kit::Page {
    let at = format!("{}/thong-bao", hall.base);
    press(v, &format!("{at}?tb={notice}"), &format!("{at}/{what}"), &[("row", notice)]).await
}

/// Concludes the four items of [`FOUR`].
async fn four(thu: &mut Visitor, hall: &Hall, notice: &str) {
    for (item, fields) in hall.items.iter().zip([DONE.as_slice(), DOING.as_slice(), UP.as_slice(), EXPLAINED.as_slice()]) {
        assert_eq!(conclude(thu, hall, notice, *item, fields).await.status, StatusCode::OK);
    }
}

/// Publishes an item, and withholds another, by rows: triage has journeys of its own.
struct Publish(Vec<(i64, caunoi_domain::opinion::item::Publication)>);
impl caunoi_app::Verb for Publish {
    type Done = ();
    async fn carry_out(&self, tx: &mut caunoi_store::Tx<'_>, cx: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
        for (id, publication) in &self.0 {
            let mut i = caunoi_store::item::find_public(tx, *id).await?.unwrap();
            i.publication = *publication;
            i.published_title = format!("{} (đã duyệt)", i.title);
            i.published_body = i.published_title.clone();
            i.withheld_ground = "privacy".into();
            caunoi_store::item::save(tx, &i, cx.now_us).await?;
        }
        Ok(())
    }
}

on_both! {
    async fn s0_10_the_notice_waits_while_an_item_is_unanswered_and_the_page_lists_what_is_missing(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &FOUR).await;
        let at = format!("{}/thong-bao", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        // The file cannot be closed: every item is named.
        let closing = press(&mut thu, &at, &format!("{}/khep", hall.base), &[]).await;
        assert_eq!(closing.status, StatusCode::UNPROCESSABLE_ENTITY);
        for title in FOUR {
            closing.says(&format!("“{title}” chưa được trả lời và chưa giao ai giải quyết"));
        }
        closing.says("Chưa ban hành thông báo kết luận");
        let notice = drafted(&mut thu, &hall).await;
        let page = thu.get(&at).await;
        for title in FOUR {
            page.says(&format!("“{title}” chưa có kết quả: chọn một trong ba nhóm"));
        }
        page.says("Biên bản chưa ký").says("Còn 5 điều cần bổ sung");
        // Half a conclusion is kept, and what it lacks is named (S1.12).
        conclude(&mut thu, &hall, &notice, hall.items[1], &[("substate", "in_progress"), ("text", "Nạo vét")]).await;
        let page = thu.get(&at).await;
        page.says("“Mương Bến Gỗ tắc”: ghi cơ quan giải quyết")
            .says("“Mương Bến Gỗ tắc”: ghi thời hạn")
            .says("“Mương Bến Gỗ tắc”: ghi lý do");
        conclude(&mut thu, &hall, &notice, hall.items[0], &[("substate", "done"), ("text", "Đã dọn")]).await;
        thu.get(&at).await.says("“Cây gãy đường thôn Hạ”: ghi kết quả kèm minh chứng hoặc căn cứ");
        conclude(&mut thu, &hall, &notice, hall.items[2], &[("substate", "sent"), ("text", "Thay đèn")]).await;
        thu.get(&at).await.says("“Đèn đường tỉnh hỏng”: ghi nơi được kiến nghị");
        // Neither the check nor a forged issue passes.
        let mut chief = site.officer("chanhvp.vantrach").await;
        assert_eq!(press_row(&mut chief, &hall, "kiem-tra", &notice).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut head = site.officer("chutich.vantrach").await;
        let refused = press_row(&mut head, &hall, "ban-hanh", &notice).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("“Giá nước tăng” chưa có kết quả").says("Biên bản chưa ký");
        signed(&site, &hall).await;
        four(&mut thu, &hall, &notice).await;
        thu.get(&at).await.says("Dự thảo thông báo chưa được Chánh Văn phòng kiểm tra");
        // Checked by the chief of the office, not by whoever drafts (P5).
        assert_eq!(press_row(&mut thu, &hall, "kiem-tra", &notice).await.status, StatusCode::NOT_FOUND);
        press_row(&mut chief, &hall, "kiem-tra", &notice).await.says("Đã kiểm tra");
        // The same words again change nothing; others have to be checked again.
        conclude(&mut thu, &hall, &notice, hall.items[3], &EXPLAINED).await.says("Đã kiểm tra");
        let others = [("substate", "explained"), ("text", "Đã giải thích căn cứ điều chỉnh giá nước tại cuộc đối thoại")];
        conclude(&mut thu, &hall, &notice, hall.items[3], &others).await.says("chưa được Chánh Văn phòng kiểm tra");
        press_row(&mut chief, &hall, "kiem-tra", &notice).await;
        // Only the head of the body that issues it.
        let mut party = site.officer("bithu.vantrach").await;
        assert_eq!(press_row(&mut party, &hall, "ban-hanh", &notice).await.status, StatusCode::NOT_FOUND);
        head.get("/nguoi-dung-dau").await.says("Thông báo kết luận");
        press_row(&mut head, &hall, "ban-hanh", &notice).await.says("01/TB-UBND").says("Đã ban hành");
        press(&mut thu, &at, &format!("{}/khep", hall.base), &[]).await.says("Hồ sơ đã kết thúc");
    }

    async fn s1_12_an_entered_number_needs_number_and_day_and_is_taken_once(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Giá nước tăng"]).await;
        signed(&site, &hall).await;
        let at = format!("{}/thong-bao", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice = drafted(&mut thu, &hall).await;
        conclude(&mut thu, &hall, &notice, hall.items[0], &EXPLAINED).await;
        let head_form = |number, day| {
            vec![
                ("notice", notice.as_str()),
                ("numbering", "entered"),
                ("number", number),
                ("signed_on", day),
                ("signer_name", "Nguyễn Thị Hạnh"),
                ("signer_post", "Chủ tịch UBND xã"),
            ]
        };
        press(&mut thu, &at, &at, &head_form("", "")).await.says("Ghi số văn bản đã lấy").says("Ghi ngày ký thông báo");
        let future = press(&mut thu, &at, &at, &head_form("42", "30/12/2026")).await;
        assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(future.field("number"), "42", "what was typed stays");
        press(&mut thu, &at, &at, &[("notice", notice.as_str()), ("numbering", "issued"), ("signer_name", ""), ("signer_post", "")])
            .await
            .says("Ghi tên và chức danh người ký");
        press(&mut thu, &at, &at, &head_form("42", "06/12/2026")).await.says("Còn 1 điều").says("chưa được Chánh Văn phòng kiểm tra");
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &notice).await;
        let mut head = site.officer("chutich.vantrach").await;
        press_row(&mut head, &hall, "ban-hanh", &notice).await.says("42/TB-UBND");
        let public = site.visitor().get(&format!("/thong-bao/{notice}")).await;
        public.says("Số: 42/TB-UBND").says("ngày 06 tháng 12 năm 2026").says("Nguyễn Thị Hạnh").says("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH");
        // Another notice cannot have that number; the next one is said, and issuing here goes on from it (L9).
        site.on(date(2026, 11, 23));
        let second = held(&site, &["Loa thôn hỏng"]).await;
        signed(&site, &second).await;
        let at = format!("{}/thong-bao", second.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice = drafted(&mut thu, &second).await;
        conclude(&mut thu, &second, &notice, second.items[0], &EXPLAINED).await;
        let entered = [
            ("notice", notice.as_str()),
            ("numbering", "entered"),
            ("number", "42"),
            ("signed_on", "07/12/2026"),
            ("signer_name", "Nguyễn Thị Hạnh"),
            ("signer_post", "Chủ tịch UBND xã"),
        ];
        press(&mut thu, &at, &at, &entered).await;
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &second, "kiem-tra", &notice).await;
        let mut head = site.officer("chutich.vantrach").await;
        let taken = press_row(&mut head, &second, "ban-hanh", &notice).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        taken.says("Số này đã dùng cho văn bản khác. Số tiếp theo là 43");
        let issued =
            [("notice", notice.as_str()), ("numbering", "issued"), ("signer_name", "Nguyễn Thị Hạnh"), ("signer_post", "Chủ tịch UBND xã")];
        press(&mut thu, &at, &at, &issued).await;
        press_row(&mut chief, &second, "kiem-tra", &notice).await;
        press_row(&mut head, &second, "ban-hanh", &notice).await.says("43/TB-UBND");
    }

    async fn s4_3_each_item_ends_in_exactly_one_outcome_and_the_sum_of_three_is_the_items(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &FOUR).await;
        signed(&site, &hall).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice = drafted(&mut thu, &hall).await;
        let none = conclude(&mut thu, &hall, &notice, hall.items[0], &[("text", "Không chọn nhóm")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("Không chọn nhóm").says("Xin chọn một mục");
        four(&mut thu, &hall, &notice).await;
        // Concluded anew, it moves to another group; it is never in two.
        conclude(
            &mut thu,
            &hall,
            &notice,
            hall.items[3],
            &[
                ("substate", "no_resources"),
                ("text", "Lắp thêm trạm"),
                ("body", "D0001-phong-kinh-te"),
                ("due", "31/03/2027"),
                ("reason", "Chưa có vốn"),
            ],
        )
        .await
        .says("Tổng số 4 việc: 1 việc đã giải quyết, 2 việc chưa giải quyết, 1 việc kiến nghị cấp trên giải quyết.");
        conclude(&mut thu, &hall, &notice, hall.items[3], &EXPLAINED)
            .await
            .says("Tổng số 4 việc: 2 việc đã giải quyết, 1 việc chưa giải quyết, 1 việc kiến nghị cấp trên giải quyết.");
        use caunoi_domain::opinion::item::Publication;
        site.app
            .carry_out(
                &office(),
                Publish(vec![
                    (hall.items[0], Publication::Published),
                    (hall.items[1], Publication::Published),
                    (hall.items[2], Publication::Withheld),
                ]),
            )
            .await
            .unwrap();
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &notice).await;
        let mut head = site.officer("chutich.vantrach").await;
        press_row(&mut head, &hall, "ban-hanh", &notice).await.says("Đã ban hành");
        let paper = head.get(&format!("{}/thong-bao/in?tb={notice}", hall.base)).await;
        paper.says("I. NHỮNG VIỆC ĐÃ GIẢI QUYẾT 1. Cây gãy đường thôn Hạ: Đã dọn xong ngày 06/12/2026. Minh chứng, căn cứ: Ảnh hiện trường.")
            .says("II. NHỮNG VIỆC CHƯA GIẢI QUYẾT 1. Mương Bến Gỗ tắc")
            .says("Phòng Kinh tế xã chủ trì, phối hợp với Phòng Văn hóa - Xã hội xã thực hiện; hoàn thành chậm nhất ngày 31 tháng 01 năm 2027. Lý do chưa giải quyết: Chờ thu hoạch lúa.")
            .says("III. NHỮNG VIỆC KIẾN NGHỊ CẤP TRÊN GIẢI QUYẾT 1. Đèn đường tỉnh hỏng");
        // For everybody: published titles, withheld ones by their ground, the rest waits; the sum is the same.
        let public = site.visitor().get(&format!("/thong-bao/{notice}")).await;
        public
            .says("Tổng số 4 việc: 2 việc đã giải quyết, 1 việc chưa giải quyết, 1 việc kiến nghị cấp trên giải quyết.")
            .says("Cây gãy đường thôn Hạ (đã duyệt)")
            .says("Nội dung không công bố. Căn cứ: Lộ đời tư, bí mật cá nhân.")
            .says("Nội dung đang chờ duyệt công bố.")
            .says("Kết quả trong thông báo")
            .says("Tình trạng hôm nay")
            .hides("Đèn đường tỉnh hỏng")
            .hides("Giá nước tăng")
            .hides("Lương Thị Mai");
        // The way back: province, commune, dialogue.
        public.says("Trang đầu Thành phố Hải Phòng Xã Vân Trạch").link("/tinh/31");
        let groups: Vec<&str> = public.html.split("<h3>").collect();
        let lines = |g: &str| g.matches("<p id=\"kl-").count();
        assert_eq!(groups.iter().map(|g| lines(g)).collect::<Vec<_>>().iter().sum::<usize>(), 4);
        site.visitor()
            .get(&format!("/thong-bao/{notice}?lang=en"))
            .await
            .says("4 matters: 2 resolved, 1 not yet resolved, 1 sent to superior levels.");
        // A draft is nobody's to read.
        assert_eq!(site.visitor().get("/thong-bao/0000000000000").await.status, StatusCode::NOT_FOUND);
        // Published conclusions are found, the others are not.
        let mut conn = site.app.store.read().await.unwrap();
        assert_eq!(search::find(&mut conn, Wanted::of("dọn xong", "conclusion", 5)).await.unwrap().len(), 1);
        assert!(search::find(&mut conn, Wanted::of("thay đèn", "conclusion", 5)).await.unwrap().is_empty());
    }

    async fn p6_s0_12_assignments_and_escalations_are_born_from_the_notice_and_conclusions_are_frozen(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &FOUR).await;
        signed(&site, &hall).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice_id = drafted(&mut thu, &hall).await;
        four(&mut thu, &hall, &notice_id).await;
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &notice_id).await;
        let mut head = site.officer("chutich.vantrach").await;
        let issued = press_row(&mut head, &hall, "ban-hanh", &notice_id).await;
        let rows: Vec<_> = {
            let mut all = Vec::new();
            for id in &hall.items {
                all.push(item_of(&site, *id).await);
            }
            all
        };
        let standings: Vec<_> = rows.iter().map(|i| i.standing).collect();
        assert_eq!(standings, [Standing::Done, Standing::InProgress, Standing::Escalated, Standing::Done]);
        let mut conn = site.app.store.read().await.unwrap();
        let tasks = assignment::of_item(&mut conn, &rows[1].id).await.unwrap();
        assert_eq!(tasks.len(), 1);
        assert_eq!(
            (tasks[0].body_id.as_str(), tasks[0].due_on.as_str(), tasks[0].due_basis.as_str()),
            ("D0001-phong-kinh-te", "2027-01-31", "Thông báo 01/TB-UBND")
        );
        assert_eq!(assignment::partners(&mut conn, &rows[1].id).await.unwrap().len(), 1);
        assert!(tasks[0].conclusion_id.is_some());
        let up = escalation::of_item(&mut conn, &rows[2].id).await.unwrap();
        assert_eq!((up.len(), up[0].to_unit_id.as_deref()), (1, Some("31.2025")));
        let n = notice::find_public(&mut conn, PublicId::parse(&notice_id).unwrap().to_i64()).await.unwrap().unwrap();
        assert_eq!(caunoi_domain::dialogue::minutes::hash(&n.canonical), n.hash);
        assert_eq!(dialogue::find_public(&mut conn, hall.dialogue).await.unwrap().unwrap().state, DialogueState::Concluded);
        drop(conn);
        issued.says(&n.hash);
        // Each thread says it, and who acts next by when (S0.12).
        for row in &rows {
            let steps = thread_of(&site, row).await;
            assert_eq!(steps.iter().filter(|s| matches!(s.step, Step::Concluded { .. })).count(), 1, "{}", row.title);
            assert!(row.next.due_on.is_some() && row.disposed_at.is_some(), "{}", row.title);
        }
        assert_eq!(rows.iter().filter(|i| i.resolved_at.is_some()).count(), 2);
        // Frozen: no form, and a forged conclusion is refused.
        thu.get(&format!("{}/thong-bao", hall.base)).await.hides("/ket-luan\"");
        assert_eq!(conclude(&mut thu, &hall, &notice_id, hall.items[1], &DONE).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(press_row(&mut head, &hall, "ban-hanh", &notice_id).await.status, StatusCode::UNPROCESSABLE_ENTITY, "issued once");
        let tasks = assignment::of_item(&mut site.app.store.read().await.unwrap(), &rows[1].id).await.unwrap();
        assert_eq!(tasks.len(), 1);
    }

    async fn s3_2_a_partial_solution_is_not_resolved(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc", "Sân nhà văn hóa chật"]).await;
        signed(&site, &hall).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice = drafted(&mut thu, &hall).await;
        conclude(
            &mut thu,
            &hall,
            &notice,
            hall.items[0],
            &[
                ("substate", "in_progress"),
                ("text", "Đã nạo vét một nửa, làm tiếp phần còn lại"),
                ("body", "D0001-phong-kinh-te"),
                ("due", "31/01/2027"),
                ("reason", "Chờ thu hoạch"),
            ],
        )
        .await;
        conclude(
            &mut thu,
            &hall,
            &notice,
            hall.items[1],
            &[
                ("substate", "no_resources"),
                ("text", "Mở rộng sân"),
                ("body", "D0001-phong-van-xa"),
                ("due", "31/12/2026"),
                ("reason", "Chưa cân đối được vốn"),
            ],
        )
        .await
        .says("Tổng số 2 việc: 0 việc đã giải quyết, 2 việc chưa giải quyết, 0 việc kiến nghị cấp trên giải quyết.");
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &notice).await;
        let mut head = site.officer("chutich.vantrach").await;
        press_row(&mut head, &hall, "ban-hanh", &notice).await;
        let (half, poor) = (item_of(&site, hall.items[0]).await, item_of(&site, hall.items[1]).await);
        assert_eq!((half.standing, half.resolved_at), (Standing::InProgress, None));
        assert_eq!((poor.standing, poor.resolved_at), (Standing::NoResources, None));
        assert_eq!((poor.next.actor.as_str(), poor.next.due_on.as_deref()), ("Phòng Văn hóa - Xã hội xã", Some("2026-12-31")));
    }

    async fn p5_two_notices_from_one_meeting_hold_each_item_once(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held_by(&site, &["Mương Bến Gỗ tắc", "Giá nước tăng"], &["D0001-bi-thu", "D0001-chu-tich"]).await;
        signed(&site, &hall).await;
        let at = format!("{}/thong-bao", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let admin = drafted(&mut thu, &hall).await;
        let page = press(&mut thu, &at, &format!("{at}/soan"), &[("body", "D0001-dang-uy")]).await;
        let party = page.field("notice");
        assert_ne!(admin, party);
        conclude(&mut thu, &hall, &admin, hall.items[0], &DOING).await;
        conclude(&mut thu, &hall, &admin, hall.items[1], &EXPLAINED).await;
        // Concluded in the other one, it leaves this one.
        conclude(&mut thu, &hall, &party, hall.items[1], &EXPLAINED).await.says("Việc nằm trong thông báo kia Mương Bến Gỗ tắc");
        thu.get(&format!("{at}?tb={admin}")).await.says("Tổng số 1 việc");
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &party).await;
        press_row(&mut chief, &hall, "kiem-tra", &admin).await;
        let mut secretary = site.officer("bithu.vantrach").await;
        press_row(&mut secretary, &hall, "ban-hanh", &party).await.says("01-TB/ĐU");
        let state = |site: &Site| {
            let app = site.app.clone();
            async move { dialogue::find_public(&mut app.store.read().await.unwrap(), hall.dialogue).await.unwrap().unwrap().state }
        };
        assert_eq!(state(&site).await, DialogueState::Held, "the other half is not concluded yet");
        let mut head = site.officer("chutich.vantrach").await;
        press_row(&mut head, &hall, "ban-hanh", &admin).await.says("01/TB-UBND");
        assert_eq!(state(&site).await, DialogueState::Concluded);
        site.visitor()
            .get(&format!("/thong-bao/{party}"))
            .await
            .says("ĐẢNG CỘNG SẢN VIỆT NAM")
            .says("ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG")
            .says("Số 01-TB/ĐU")
            .says("T/M ĐẢNG ỦY BÍ THƯ")
            .hides("CỘNG HÒA XÃ HỘI");
    }

    async fn an_answered_matter_comes_back_to_the_office(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Đèn đường tỉnh hỏng", "Trạm điện quá tải"]).await;
        signed(&site, &hall).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let notice = drafted(&mut thu, &hall).await;
        conclude(
            &mut thu,
            &hall,
            &notice,
            hall.items[0],
            &[
                ("substate", "answered"),
                ("text", "Sở đã thay đèn trong tháng 12"),
                ("norm", "Văn bản 120/SXD-QLHT"),
                ("receiver", "31.2025"),
            ],
        )
        .await;
        let dispatch = [
            ("substate", "sent"),
            ("text", "Nâng công suất trạm"),
            ("receiver", "paper"),
            ("receiver_body", "Đội Quản lý điện khu vực Vân Đông"),
        ];
        conclude(&mut thu, &hall, &notice, hall.items[1], &dispatch).await.says("“Trạm điện quá tải”: ghi số và ngày văn bản gửi đi");
        let mut whole = dispatch.to_vec();
        whole.extend([("paper", "88/UBND-VP"), ("paper_on", "07/12/2026")]);
        conclude(&mut thu, &hall, &notice, hall.items[1], &whole).await;
        let mut chief = site.officer("chanhvp.vantrach").await;
        press_row(&mut chief, &hall, "kiem-tra", &notice).await;
        let mut head = site.officer("chutich.vantrach").await;
        press_row(&mut head, &hall, "ban-hanh", &notice).await.says("Đã ban hành");
        let (back, sent) = (item_of(&site, hall.items[0]).await, item_of(&site, hall.items[1]).await);
        assert_eq!((back.standing, sent.standing), (Standing::SuperiorAnswered, Standing::Escalated));
        assert_eq!(back.next.actor, "Văn phòng HĐND và UBND xã");
        assert_eq!(sent.next.actor, "Đội Quản lý điện khu vực Vân Đông");
    }

    async fn l9_two_notices_issued_at_once_have_consecutive_numbers(db: Fresh) {
        let site = Site::new(db).await;
        let chief = Actor::Officer(Officer {
            user_id: "chanh".into(),
            full_name: "Đỗ Quang Vinh".into(),
            role: Role::Secretary,
            unit_id: UNIT.into(),
            body_id: "D0001-van-phong".into(),
            body_name: "Văn phòng".into(),
            post_id: Some("D0001-chanh-vp".into()),
            post_name: Some("Chánh Văn phòng".into()),
            leads: false,
        });
        let mut notices = Vec::new();
        for text in ["Giá nước tăng", "Mương Bến Gỗ tắc", "Loa thôn hỏng", "Cây gãy"] {
            site.on(date(2026, 11, 23));
            let hall = held(&site, &[text]).await;
            signed(&site, &hall).await;
            let notice =
                site.app.carry_out(&office(), DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() }).await.unwrap();
            let form = ConclusionForm {
                substate: Substate::Explained,
                text: "Đã giải thích".into(),
                norm: String::new(),
                reason: String::new(),
                body_id: None,
                partners: Vec::new(),
                due_on: None,
                receiver: Receiver::Unknown,
            };
            site.app.carry_out(&office(), ConcludeItem { notice, item: hall.items[0], form, whole_issue: false }).await.unwrap();
            site.app.carry_out(&chief, CheckNotice { notice }).await.unwrap();
            notices.push(notice);
        }
        let (head, head2, head3, head4) = (chair(), chair(), chair(), chair());
        let (a, b, c, d) = tokio::join!(
            site.app.carry_out(&head, IssueNotice { notice: notices[0] }),
            site.app.carry_out(&head2, IssueNotice { notice: notices[1] }),
            site.app.carry_out(&head3, IssueNotice { notice: notices[2] }),
            site.app.carry_out(&head4, IssueNotice { notice: notices[3] }),
        );
        let mut numbers: Vec<i64> = [a, b, c, d].into_iter().map(|n| n.unwrap().number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4], "no twin, no gap");
    }
}
