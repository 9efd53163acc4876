//! The year plan: drafted, proposed to, submitted, returned, approved, supplemented; carried out row by row; seen from above
//! (issue B, point 4).

use caunoi_app::{
    import::{Job, Manner},
    plan::{ApprovePlan, BeginPlan, CommentPlan, DraftFromRow, PlanHead, PutRow, ReturnPlan, SetPlanRule, SubmitPlan, WritePlanHead},
};
use caunoi_domain::{
    dialogue::{
        plan_rule::{TypedRule, rule},
        year_plan::{Change, Row, TypedRow, row},
    },
    import::Mapping,
    people::actor::Actor,
    text::table::{Cell, Row as SheetRow},
};
use caunoi_store::{dialogue, year_plan};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    kit::{Page, Site, Visitor, refused},
    plan::press,
};

const YEAR: &str = "/cong-viec/ke-hoach?nam=2026";

pub const ROW: [(&str, &str); 8] = [
    ("month", "12"),
    ("topic", "Nước sạch nông thôn"),
    ("heads", "D0001-bi-thu"),
    ("heads", "D0001-chu-tich"),
    ("kind", "regular"),
    ("basis", "both"),
    ("form", "in_person"),
    ("fields", "water"),
];

/// A plan of 2026 is begun; answers its address.
pub async fn begun(thu: &mut Visitor) -> String {
    let page = thu.get(YEAR).await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    thu.post("/cong-viec/ke-hoach", &[("csrf", &csrf), ("key", &key), ("year", "2026")]).await.location.unwrap()
}

/// Adds a row with these fields; answers the page it led to.
pub async fn add_row(v: &mut Visitor, plan: &str, form: &str, fields: &[(&str, &str)]) -> Page {
    let page = v.get(&format!("{plan}/cuoc{form}")).await;
    let kept = ["csrf", "key", "row", "change", "replaces"].map(|n| (n, page.field(n)));
    let mut all: Vec<(&str, &str)> = kept.iter().map(|(n, v)| (*n, v.as_str())).collect();
    all.extend_from_slice(fields);
    v.submit(&format!("{plan}/cuoc"), &all).await
}

/// A rule is written in by the administrator of a unit.
pub async fn set_rule(site: &Site, unit: &str, which: &str, value: &str) {
    let typed =
        TypedRule { rule: which.into(), value: value.into(), citation: "Quy chế thử, Điều 5".into(), ..TypedRule::default() };
    let verb = SetPlanRule { unit_id: unit.into(), rule: rule(&typed).unwrap() };
    site.app.carry_out(&Actor::System, verb).await.unwrap();
}

/// Begun, one row, submitted, approved by the Party secretary; answers its address.
pub async fn approved(site: &Site) -> String {
    let mut thu = site.officer("vanthu.vantrach").await;
    let plan = begun(&mut thu).await;
    add_row(&mut thu, &plan, "", &ROW).await.says("Nước sạch nông thôn");
    press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await.says("Đã trình");
    let mut head = site.officer("bithu.vantrach").await;
    press(&mut head, &plan, &format!("{plan}/duyet"), &[]).await.says("Đã duyệt");
    plan
}

on_both! {
    async fn s0_16_the_front_proposes_the_office_drafts_the_head_approves_by_role(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(YEAR).await.says("Chưa có kế hoạch năm 2026").says("Chưa đặt hạn phê duyệt kế hoạch năm");
        let plan = begun(&mut thu).await;
        let mut front = site.officer("mttq.vantrach").await;
        front.get(&plan).await.hides("/trinh\"").hides("/cuoc\"");
        let silent = press(&mut front, &plan, &format!("{plan}/gop-y"), &[("proposal", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut front, &plan, &format!("{plan}/gop-y"), &[("proposal", "Thêm cuộc với người cao tuổi")]).await;
        // The Front writes no row and approves nothing.
        let forged = press(&mut front, &plan, &format!("{plan}/trinh"), &[]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        // An empty plan is not submitted: what is missing is said.
        let empty = press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        empty.says("Thêm ít nhất một cuộc vào kế hoạch");
        // Wrong fields are named, what was typed stays.
        let mut wrong = ROW.to_vec();
        wrong[0] = ("month", "13");
        let page = add_row(&mut thu, &plan, "", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("từ 1 đến 12");
        assert_eq!(page.field("topic"), "Nước sạch nông thôn");
        add_row(&mut thu, &plan, "", &ROW).await.says("Tháng 12: Nước sạch nông thôn").says("Bí thư Đảng ủy xã, Chủ tịch UBND xã");
        press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await.says("Một người đứng đầu của đơn vị xem và duyệt");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/nguoi-dung-dau").await.says("Kế hoạch năm Kế hoạch tiếp xúc, đối thoại năm 2026");
        press(&mut head, &plan, &format!("{plan}/tra-lai"), &[("note", "Ghi thêm kinh phí")]).await.says("Đang soạn");
        press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await;
        press(&mut head, &plan, &format!("{plan}/duyet"), &[]).await.says("Đã duyệt");
        thu.get(&plan)
            .await
            .says("Kế hoạch năm: Góp ý Chủ tịch Ủy ban MTTQ Việt Nam xã (Mặt trận")
            .says("Thêm cuộc với người cao tuổi")
            .says("Kế hoạch năm: Trình Văn phòng HĐND và UBND xã (Cán bộ tham mưu: Lương Thị Mai)")
            .says("Kế hoạch năm: Trả lại Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)")
            .says("Kế hoạch năm: Duyệt Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)");
        thu.get(&format!("{plan}?lang=en")).await.says("Year plan: Approve");
    }

    async fn p1_who_approves_the_year_plan_is_data(db: Fresh) {
        let site = Site::new(db).await;
        set_rule(&site, "D0001.demo", "approver", "D0001-bi-thu").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let plan = begun(&mut thu).await;
        add_row(&mut thu, &plan, "", &ROW).await;
        press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await.says("Bí thư Đảng ủy xã xem và duyệt");
        let mut chair = site.officer("chutich.vantrach").await;
        chair.get("/nguoi-dung-dau").await.says("Không có văn bản nào chờ quyết định");
        chair.get(&plan).await.hides("/duyet\"");
        let forged = press(&mut chair, &plan, &format!("{plan}/duyet"), &[]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let mut secretary = site.officer("bithu.vantrach").await;
        press(&mut secretary, &plan, &format!("{plan}/duyet"), &[]).await.says("Đã duyệt");
        // Another commune does not know that it exists.
        let mut other = site.officer("chutich.donglam").await;
        assert_eq!(other.get(&plan).await.status, StatusCode::NOT_FOUND);
    }

    async fn p1_what_the_pages_do_not_offer_the_verbs_of_a_plan_refuse(db: Fresh) {
        let site = Site::new(db).await;
        let (thu, head) = (site.actor("vanthu.vantrach").await, site.actor("bithu.vantrach").await);
        let unit_id = "D0001.demo".to_owned();
        let begin = || BeginPlan { unit_id: unit_id.clone(), year: 2026 };
        let plan = site.app.carry_out(&thu, begin()).await.unwrap();
        assert_eq!(refused(&site, &thu, begin()).await.0, "", "one thing at a time");
        let put = |plan: i64, change: Change, replaces: &str, planned: Row| PutRow {
            plan,
            row: String::new(),
            change,
            replaces: replaces.to_owned(),
            planned: Some(planned),
        };
        let add = |planned: Row| put(plan, Change::Add, "", planned);
        let good = |basis: &str| {
            let typed = TypedRow {
                heads: vec!["D0001-bi-thu".into()],
                kind: "regular".into(),
                basis: basis.into(),
                form: "in_person".into(),
                month: "12".into(),
                ..TypedRow::default()
            };
            row(&typed, 2026).unwrap()
        };
        assert_eq!(
            refused(&site, &thu, add(Row { body: "D0002-van-phong".into(), ..good("party") })).await.0,
            "body",
            "a body of another commune"
        );
        assert_eq!(refused(&site, &thu, add(Row { heads: vec!["D0001-tt-hdnd".into()], ..good("party") })).await.0, "heads", "no head");
        let first = site.app.carry_out(&thu, add(good("party"))).await.unwrap();
        site.app.carry_out(&thu, SubmitPlan { plan }).await.unwrap();
        assert_eq!(refused(&site, &thu, add(good("party"))).await.0, "", "what was submitted is not written");
        site.app.carry_out(&head, ReturnPlan { plan, note: "Thiếu kinh phí".into() }).await.unwrap();
        let stands = year_plan::find_public(&mut site.app.store.read().await.unwrap(), plan).await.unwrap().unwrap();
        assert_eq!(stands.submitted_on, None, "what was returned is submitted no more");
        site.app.carry_out(&thu, SubmitPlan { plan }).await.unwrap();
        site.app.carry_out(&head, ApprovePlan { plan }).await.unwrap();
        let front = site.actor("mttq.vantrach").await;
        assert_eq!(refused(&site, &front, CommentPlan { plan, note: "Muộn".into() }).await.0, "", "what is approved is not proposed to");

        // Of a rule of the Party the HĐND co-chairs nothing; the row has one dialogue, whatever takes its place later.
        let from_row = |id: &str| DraftFromRow { unit_id: unit_id.clone(), year: 2026, row: id.to_owned() };
        let drafted = site.app.carry_out(&thu, from_row(&first)).await.unwrap();
        let made = dialogue::find_public(&mut site.app.store.read().await.unwrap(), drafted).await.unwrap().unwrap();
        assert_eq!(made.scope.council_post, "");
        let second = site.app.carry_out(&thu, begin()).await.unwrap();
        assert_eq!(refused(&site, &thu, put(second, Change::Replace, "khong-co", good("party"))).await.0, "replaces");
        let instead = site.app.carry_out(&thu, put(second, Change::Replace, &first, good("both"))).await.unwrap();
        assert_eq!(refused(&site, &thu, put(second, Change::Replace, &first, good("party"))).await.0, "replaces", "once in one supplement");
        let said = PlanHead { reason: "Đổi căn cứ".into(), ..PlanHead::default() };
        site.app.carry_out(&thu, WritePlanHead { plan: second, head: said }).await.unwrap();
        site.app.carry_out(&thu, SubmitPlan { plan: second }).await.unwrap();
        site.app.carry_out(&head, ApprovePlan { plan: second }).await.unwrap();
        assert_eq!(refused(&site, &thu, from_row(&instead)).await.0, "", "the dialogue of the row before is this row's");
        // Only a head approves: no other post can be written in.
        let typed =
            TypedRule { rule: "approver".into(), value: "D0001-tt-hdnd".into(), citation: "Điều 5".into(), ..TypedRule::default() };
        let wrong = SetPlanRule { unit_id: unit_id.clone(), rule: rule(&typed).unwrap() };
        assert_eq!(refused(&site, &Actor::System, wrong).await.0, "value");
    }

    async fn p1_an_approved_plan_is_supplemented_and_never_overwritten(db: Fresh) {
        let site = Site::new(db).await;
        let plan = approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        // What is approved is not edited.
        assert_eq!(thu.get(&format!("{plan}/cuoc")).await.status, StatusCode::NOT_FOUND);
        let second = begun(&mut thu).await;
        thu.get(&second).await.says("Kế hoạch bổ sung lần 1 năm 2026").says("Cuộc đang có hiệu lực: sửa hoặc bỏ");
        let change = thu.get(&second).await.link(&format!("{second}/cuoc?thay="));
        let form = change.strip_prefix(&format!("{second}/cuoc")).unwrap().to_owned();
        let mut row = ROW.to_vec();
        row[1] = ("topic", "Nước sạch và thoát nước");
        add_row(&mut thu, &second, &form, &row).await.says("Sửa. Tháng 12: Nước sạch và thoát nước");
        let silent = press(&mut thu, &second, &format!("{second}/trinh"), &[]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a supplement says why");
        press(&mut thu, &second, &second, &[("change_reason", "Gộp hai nội dung")]).await;
        // Until it is approved the old row is in force.
        press(&mut thu, &second, &format!("{second}/trinh"), &[]).await;
        thu.get(YEAR).await.says("Tháng 12 Nước sạch nông thôn Bí thư");
        let mut head = site.officer("bithu.vantrach").await;
        press(&mut head, &second, &format!("{second}/duyet"), &[]).await;
        let year = thu.get(YEAR).await;
        year.says("Tháng 12 Nước sạch và thoát nước Bí thư").says("Kế hoạch bổ sung lần 1 năm 2026");
        assert!(!year.text().contains("Tháng 12 Nước sạch nông thôn"));
        thu.get(&plan).await.says("Tháng 12: Nước sạch nông thôn");
        // From above a commune is one line, however many supplements it has.
        let below = year_plan::below(&mut site.app.store.read().await.unwrap(), "31.2025", 2026, 50).await.unwrap();
        assert_eq!(below.iter().filter(|u| u.code == "D0001").count(), 1);
    }

    async fn a_planned_row_becomes_a_draft_by_one_button_and_the_plan_shows_where_it_is(db: Fresh) {
        let site = Site::new(db).await;
        approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let year = thu.get(YEAR).await;
        year.says("Chưa chuẩn bị");
        let (csrf, row, key) = (year.field("csrf"), year.field("row"), year.field("key"));
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("year", "2026"), ("row", row.as_str())];
        let draft = thu.submit("/cong-viec/ke-hoach/soan-cuoc", &fields).await;
        draft
            .says("Đối thoại: Nước sạch nông thôn")
            .says("Có trong kế hoạch năm 2026")
            .says("Thường trực HĐND xã")
            .says("Nước sạch, thủy lợi");
        let again = [("csrf", csrf.as_str()), ("key", "khac"), ("year", "2026"), ("row", row.as_str())];
        assert_eq!(
            thu.post("/cong-viec/ke-hoach/soan-cuoc", &again).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "one row, one dialogue"
        );
        let year = thu.get(YEAR).await;
        year.says("Đang chuẩn bị").hides("soan-cuoc");
        let dialogue = year.link("/cong-viec/doi-thoai/");
        thu.get("/cong-viec/ke-hoach/thuc-hien?nam=2026")
            .await
            .says("Bí thư Đảng ủy xã 1 0 0 0 0 0 1 0 0")
            .says("(mỗi cuộc một lần) 1 0 0 0 0 0 1 0 0");
        press(
            &mut thu,
            &format!("{dialogue}/ngay"),
            &format!("{dialogue}/ngay/huy"),
            &[("stop_reason", "Không còn cần"), ("paper", "12/UBND")],
        )
        .await;
        thu.get(YEAR).await.says("Không tổ chức");
    }

    async fn s0_3_units_without_an_approved_programme_by_the_set_day_are_listed(db: Fresh) {
        let site = Site::new(db).await;
        approved(&site).await;
        let mut city = site.officer("vanphong.thanhpho").await;
        // No day is set: nobody is judged, those without a plan are listed, and the page says that no rule is known.
        let page = city.get("/cap-tren/ke-hoach?nam=2026").await;
        page.says("Chưa đặt hạn phê duyệt").says("Phường Đông Lãm").says("1 trên 2 đơn vị").hides("Xã Vân Trạch");
        // Of a year before a unit began nothing is asked of it.
        city.get("/cap-tren/ke-hoach?nam=2025").await.says("Phường Đông Lãm").says("2 trên 2 đơn vị");
        city.get("/cap-tren/ke-hoach?nam=2024").await.hides("Phường Đông Lãm").says("0 trên 0 đơn vị");
        set_rule(&site, "31.2025", "programme_deadline", "31/10").await;
        let page = city.get("/cap-tren/ke-hoach?nam=2026").await;
        page.says("chậm nhất Thứ Bảy, 31/10/2026")
            .says("Quy chế thử, Điều 5 (chưa xác nhận)")
            .says("Quá hạn, chưa duyệt")
            .says("Đã duyệt, muộn hơn hạn")
            .says("2 trên 2 đơn vị");
        // Approved on 23/11: on its day it is in time.
        set_rule(&site, "31.2025", "programme_deadline", "23/11").await;
        city.get("/cap-tren/ke-hoach?nam=2026").await.says("0 trên 2 đơn vị").says("Không có đơn vị nào");
        site.on(date(2026, 11, 24));
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cap-tren/ke-hoach?nam=2026").await.says("1 trên 2 đơn vị").says("Phường Đông Lãm").hides("Xã Vân Trạch");
        city.get("/cap-tren/ke-hoach?nam=2026&loc=tat-ca").await.says("Xã Vân Trạch").says("Đã duyệt đúng hạn");
        let mut ward = site.officer("vanthu.donglam").await;
        ward.get(YEAR).await.says("Quá hạn, chưa duyệt").says("chưa xác nhận");
        assert_eq!(ward.get("/cap-tren/ke-hoach").await.status, StatusCode::NOT_FOUND, "a commune looks at no other");
    }

    async fn rules_on_plans_are_written_by_the_administrator_with_their_source(db: Fresh) {
        let site = Site::new(db).await;
        let rules = "/cong-viec/ke-hoach/quy-dinh";
        let mut admin = site.officer("quantri.vantrach").await;
        admin.get(rules).await.says("Hạn phê duyệt kế hoạch năm Chưa đặt");
        let form = format!("{rules}?sua=enterprise_gap_days");
        let bare = press(&mut admin, &form, rules, &[("rule", "enterprise_gap_days"), ("value", "90"), ("citation", "")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "never without its source");
        press(&mut admin, &form, rules, &[("rule", "enterprise_gap_days"), ("value", "90"), ("citation", "Quy chế 1")])
            .await
            .says("90 ngày")
            .says("Quy chế 1 (chưa xác nhận)");
        press(&mut admin, &form, rules, &[("rule", "enterprise_gap_days"), ("value", ""), ("citation", "")]).await.says("Đã bỏ");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(rules).await.says("Quy định về kế hoạch").hides("?sua=");
        let csrf = thu.get(YEAR).await.field("csrf");
        let forged =
            thu.post(rules, &[("csrf", &csrf), ("key", "k"), ("rule", "enterprise_gap_days"), ("value", "5"), ("citation", "x")]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
    }

    async fn the_plan_prints_as_a_paper_of_the_systems_own_form(db: Fresh) {
        let site = Site::new(db).await;
        let plan = approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let paper = thu.get(&format!("{plan}/in")).await;
        paper
            .says("mẫu của hệ thống")
            .says("KẾ HOẠCH")
            .says("ĐẢNG CỘNG SẢN VIỆT NAM")
            .says("Tháng 12 Nước sạch nông thôn")
            .says("(Đã duyệt)");
        thu.get(&format!("{plan}/in?lang=en")).await.says("KẾ HOẠCH").says("own form");
    }
}

/// A table of the book of past dialogues.
pub fn book(lines: &[[&str; 9]]) -> Vec<SheetRow> {
    let head = [
        "Số",
        "Ngày tổ chức",
        "Tên cuộc đối thoại",
        "Người chủ trì",
        "Loại",
        "Đơn vị khi đó",
        "Số người dự",
        "Số ý kiến",
        "Thông báo kết luận",
    ];
    let row = |number: usize, cells: &[&str], last: &str| SheetRow {
        number,
        cells: cells.iter().chain([&last]).map(|c| Cell::Text((*c).to_owned())).collect(),
    };
    std::iter::once(row(1, &head, "Nguồn"))
        .chain(lines.iter().enumerate().map(|(n, cells)| row(n + 2, cells, "Báo cáo 12-BC/HU")))
        .collect()
}

on_both! {
    async fn s4_7_past_dialogues_are_imported_as_facts_with_their_source_and_voter_meetings_are_not(db: Fresh) {
        let site = Site::new(db).await;
        let table = book(&[
            [
                "1",
                "18/08/2022",
                "Đối thoại xã Kim Tân",
                "Bí thư Huyện ủy",
                "định kỳ",
                "Xã Kim Tân, huyện Kim Thành",
                "trên 100",
                "12",
                "05-TB/HU",
            ],
            ["2", "30/2/2022", "Đối thoại xã X", "Chủ tịch UBND huyện", "", "", "", "", ""],
            ["3", "20/09/2022", "Tiếp xúc cử tri huyện", "Tổ đại biểu", "", "", "", "", ""],
        ]);
        let office = site.actor("vanthu.vantrach").await;
        let kind = caunoi_app::import::find("dialogues").unwrap();
        let mapping = Mapping::default();
        for landed in [1, 0] {
            let job = Job { unit_id: "D0001.demo", table: &table, mapping: &mapping, manner: Manner::default() };
            let taken = kind.import(&site.app, &office, job, &|_, _| {}).await.unwrap();
            assert_eq!((taken.landed, taken.refused()), (landed, 2), "{:?}", taken.wrong);
        }
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/ke-hoach/thuc-hien?nam=2022")
            .await
            .says("Các cuộc nhập từ sổ cũ (1)")
            .says("Đối thoại xã Kim Tân, 18/8/2022")
            .says("Đơn vị khi đó: Xã Kim Tân, huyện Kim Thành")
            .says("trên 100")
            .says("Thông báo kết luận: 05-TB/HU")
            .says("Báo cáo 12-BC/HU")
            .says("(mỗi cuộc một lần) 0 0 0 0 0 0 0 0 0");
    }
}
