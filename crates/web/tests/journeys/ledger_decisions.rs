//! What the head of the superior decides about the ledger of a unit below: a reason that its office drafted (S4.8), and who reads
//! the record of one head (S4.15).

use caunoi_app::{Refusal, duty::head_record::WithdrawOpening};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    kit::{Page, Site, Visitor, fill, fill_by, press, press_by},
    ledger::site,
    ledger_remedy::table,
};

const MINE: &str = "/nguoi-dung-dau";
const RECORDS: &str = "/cap-tren/ban-ghi-nam";

/// The overdue dialogue of a head of Vân Trạch: the address of its page, as the city reads it.
async fn overdue(city: &mut Visitor) -> String {
    let board = city.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026&loc=qua-han").await;
    board.link("/cong-viec/so-nhiem-vu/").replace("&#38;", "&").replace("&amp;", "&")
}

/// The form of the first card of that kind in a head's list: its hidden fields.
fn card(page: &Page, subject: &str) -> Vec<(String, String)> {
    let at = page.html.find(&format!("name=\"subject\" value=\"{subject}\"")).unwrap_or_else(|| panic!("no {subject}: {}", page.text()));
    let from = page.html[..at].rfind("<form").unwrap();
    let form = page.html[from..].split("</form>").next().unwrap();
    let fields = form.split("<input type=\"hidden\" ").skip(1).map(|tag| {
        let of = |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    });
    fields.collect()
}

async fn decide(v: &mut Visitor, subject: &str, act: &str, note: &str) -> Page {
    let fields = card(&v.get(MINE).await, subject);
    send(v, &fields, act, note).await
}

async fn send(v: &mut Visitor, fields: &[(String, String)], act: &str, note: &str) -> Page {
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    all.extend([("viec", act), ("note", note)]);
    v.submit("/nguoi-dung-dau/quyet-dinh", &all).await
}

async fn waived(site: &Site) -> bool {
    let mut city = site.officer("vanphong.thanhpho").await;
    city.get("/cong-viec/so-nhiem-vu?xa=D0001&nam=2026&loc=hoan").await.html.contains("class=\"hit\"")
}

on_both! {
    async fn s4_8_a_reason_that_the_office_drafts_counts_only_by_the_yes_of_the_superiors_head(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut clerk = site.officer("vanphong.thanhpho").await;
        let href = overdue(&mut clerk).await;
        let path = format!("{}/mien", href.split('?').next().unwrap());
        let given = [("xa", "D0001"), ("nam", "2026"), ("on_day", "01/07/2026"), ("paper", "45-CV/TU"), ("note", "Bão số 2")];
        // The unit itself has no form, and the address refuses.
        let mut thu = site.officer("vanthu.vantrach").await;
        let own = thu.get(&href).await;
        own.hides("/mien\"");
        let csrf = own.field("csrf");
        let mut forged = vec![("csrf", csrf.as_str()), ("form_key", "k")];
        forged.extend_from_slice(&given);
        assert_eq!(thu.post(&path, &forged).await.status, StatusCode::NOT_FOUND);
        // A paper is needed; what was typed stays.
        let bare = press_by(
            &mut clerk,
            &href,
            &path,
            "form_key",
            &[("xa", "D0001"), ("nam", "2026"), ("on_day", "01/07/2026"), ("note", "Bão số 2")],
        )
        .await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        bare.says("Bão số 2");
        let laid = press_by(&mut clerk, &href, &path, "form_key", &given).await;
        laid.says("chờ người đứng đầu quyết định").hides("Văn bản miễn, hoãn");
        assert!(!waived(&site).await, "nothing counts before the yes");
        // It is for the heads of the superior alone: not for the head of one of its other bodies, not for the unit's own.
        for login in ["giamdoc.soxaydung", "chutich.vantrach", "bithu.donglam"] {
            site.officer(login).await.get(MINE).await.hides("Bão số 2");
        }
        let mut head = site.officer("chutich.thanhpho").await;
        let list = head.get(MINE).await;
        list.says("Lý do chưa làm của cấp dưới, Xã Vân Trạch")
            .says("Bão số 2")
            .says("45-CV/TU")
            .says("Người đứng đầu tổ chức mỗi năm ít nhất 2 cuộc.");
        let fields = card(&list, "waiver");
        let mut other = site.officer("giamdoc.soxaydung").await;
        let csrf = other.get(MINE).await.field("csrf");
        let stolen: Vec<(String, String)> =
            fields.iter().map(|(k, v)| (k.clone(), if k == "csrf" { csrf.clone() } else { v.clone() })).collect();
        assert_eq!(send(&mut other, &stolen, "duyet", "").await.status, StatusCode::NOT_FOUND);
        // Returned with a reason, which is needed; the office reads it and drafts anew.
        assert_eq!(decide(&mut head, "waiver", "tra-lai", " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        decide(&mut head, "waiver", "tra-lai", "Ghi rõ bão vào ngày nào").await.says("Đã trả lại kèm ý kiến").hides("Bão số 2");
        assert!(!waived(&site).await);
        clerk.get("/thong-bao").await.says("Người đứng đầu đã cho ý kiến về lý do chưa làm");
        let back = clerk.get(&href).await;
        back.says("Người đứng đầu trả lại: Ghi rõ bão vào ngày nào");
        assert_eq!(back.field("paper"), "45-CV/TU", "what was drafted is there to be mended");
        let anew =
            [("xa", "D0001"), ("nam", "2026"), ("on_day", "01/07/2026"), ("paper", "45-CV/TU"), ("note", "Bão số 2, ngày 18/6/2026")];
        fill_by(&mut clerk, &back, &path, "form_key", &anew).await.says("chờ người đứng đầu quyết định").hides("Ghi rõ bão vào ngày nào");
        let laid = caunoi_store::waiver_draft::open_of(&mut site.app.store.read().await.unwrap(), "D0001.demo", "31.2025").await.unwrap();
        assert_eq!((laid.len(), laid[0].returned.as_str()), (1, ""), "what was said of the words before is not said of these");
        // What the head had open before reads otherwise now: read first, then decided.
        let stale = send(&mut head, &fields, "duyet", "").await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        stale.says("Văn bản đã được sửa sau khi trang này được mở").says("Bão số 2, ngày 18/6/2026");
        assert!(!waived(&site).await);
        send(&mut head, &card(&stale, "waiver"), "duyet", "").await.says("Đã duyệt.").says("Không có văn bản nào chờ quyết định");
        assert!(waived(&site).await);
        clerk.get(&href).await.says("Được miễn, hoãn").says("Văn bản miễn, hoãn");
        thu.get(&href).await.says("Được miễn, hoãn");
        clerk.get("/cap-tren/so-nhiem-vu?nam=2026").await.says("Xã Vân Trạch");
        // The record has each step by its id, and no word of anybody.
        let rows = caunoi_testkit::every_row(site.database()).await;
        for kind in ["ledger.waiver_drafted", "ledger.waiver_returned", "ledger.waiver_approved"] {
            assert!(rows.contains(kind), "{kind}");
        }
    }

    async fn s4_8_the_head_of_the_superior_accepts_a_reason_without_a_draft(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let mut head = site.officer("chutich.thanhpho").await;
        let href = overdue(&mut head).await;
        let path = format!("{}/mien", href.split('?').next().unwrap());
        let given = [("xa", "D0001"), ("nam", "2026"), ("on_day", "01/07/2026"), ("paper", "45-CV/TU"), ("note", "Bão số 2")];
        press_by(&mut head, &href, &path, "form_key", &given).await.says("Được miễn, hoãn").says("Văn bản miễn, hoãn");
    }

    async fn the_director_of_a_department_reads_no_ledger_of_the_communes_and_sets_no_limit(db: Fresh) {
        let site = site(db).await;
        let mut head = site.officer("chutich.thanhpho").await;
        let mut director = site.officer("giamdoc.soxaydung").await;
        for at in ["/cap-tren/so-nhiem-vu", "/cap-tren/han", "/cong-viec/so-nhiem-vu?xa=D0001", RECORDS, "/cap-tren/so-nhiem-vu/nhieu-nam"]
        {
            assert_eq!(head.get(at).await.status, StatusCode::OK, "{at}");
            assert_eq!(director.get(at).await.status, StatusCode::NOT_FOUND, "{at}");
        }
        let csrf = director.get(MINE).await.field("csrf");
        let set =
            [("csrf", csrf.as_str()), ("key", "k"), ("name", "answer"), ("days", "90"), ("count", "calendar"), ("from", "01/07/2026")];
        assert_eq!(director.post("/cap-tren/han", &set).await.status, StatusCode::NOT_FOUND);
        // The own duties and dialogues stay.
        director.get("/nguoi-dung-dau/nam").await.says("Giám đốc Sở Xây dựng");
    }

    async fn s4_15_the_front_reads_the_record_of_one_head_only_by_a_recorded_decision(db: Fresh) {
        let site = site(db).await;
        site.on(date(2026, 7, 2));
        let board = "/cong-viec/so-nhiem-vu?nam=2026";
        let record = ["/cong-viec/so-nhiem-vu?nam=2026&chuc=D0001-chu-tich", "/cong-viec/so-nhiem-vu.xlsx?nam=2026&chuc=D0001-bi-thu"];
        let read = async |login: &str| {
            let mut v = site.officer(login).await;
            let mut all = Vec::new();
            for at in record {
                all.push(v.get(at).await.status.as_u16());
            }
            all
        };
        // None stands: a clear page says who decides; the board of the place stays.
        let mut front = site.officer("mttq.vantrach").await;
        front
            .get(board)
            .await
            .says("Chủ tịch UBND xã")
            .says("Ai quyết định: Bí thư cấp ủy hoặc Chủ tịch UBND cấp trên (")
            .hides("chuc=D0001");
        front.get("/cong-viec/bao-cao-quy-che?nam=2026").await.hides("/cong-viec/bao-cao-quy-che/");
        front
            .get(record[0])
            .await
            .says("Chưa có quyết định cho xem bản ghi này")
            .says("Bí thư cấp ủy hoặc Chủ tịch UBND cấp trên (")
            .hides("class=\"hit\"");
        let whole = table(&front.get("/cong-viec/so-nhiem-vu.xlsx?nam=2026").await);
        assert!(
            !whole.iter().flatten().any(|cell| cell.starts_with("Chủ tịch UBND") || cell.starts_with("Bí thư")),
            "no record by a filter"
        );
        for login in ["mttq.vantrach", "hdnd.vantrach"] {
            assert_eq!(read(login).await, [403, 403], "{login}");
        }
        for login in ["chutich.vantrach", "vanthu.vantrach"] {
            assert_eq!(read(login).await, [200, 200], "{login}");
        }
        let mut city = site.officer("vanphong.thanhpho").await;
        assert_eq!(city.get(&format!("{}&xa=D0001", record[0])).await.status, StatusCode::OK);
        // Only the head of the superior records one.
        city.get(RECORDS).await.says("Chưa có quyết định nào").hides("action=\"/cap-tren/ban-ghi-nam\"");
        let typed = [
            ("unit", "D0001.demo"),
            ("reader", "front"),
            ("who", "Ban Thường vụ Thành ủy"),
            ("on_day", "01/07/2026"),
            ("paper", "88-QĐ/TU"),
            ("until", "31/12/2026"),
        ];
        for login in ["vanphong.thanhpho", "giamdoc.soxaydung", "chutich.vantrach", "mttq.vantrach"] {
            let mut v = site.officer(login).await;
            let forged = press(&mut v, board, RECORDS, &typed).await;
            assert_eq!(forged.status, StatusCode::NOT_FOUND, "{login}");
        }
        let mut head = site.officer("chutich.thanhpho").await;
        let bare = press(
            &mut head,
            RECORDS,
            RECORDS,
            &[("unit", "D0001.demo"), ("reader", "front"), ("who", "Ban Thường vụ Thành ủy"), ("on_day", "03/07/2026")],
        )
        .await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bare.field("who"), "Ban Thường vụ Thành ủy", "what was typed stays");
        assert_eq!(read("mttq.vantrach").await, [403, 403]);
        fill(&mut head, &bare, RECORDS, &typed)
            .await
            .says("Xã Vân Trạch: Mặt trận Tổ quốc và các tổ chức chính trị - xã hội")
            .hides("Phường Đông Lãm: Mặt trận Tổ quốc")
            .says("Ban Thường vụ Thành ủy quyết định ngày 01/7/2026, văn bản 88-QĐ/TU. Đến hết ngày 31/12/2026.");
        // It opens that reader's reading of that unit's heads, and nothing else.
        assert_eq!(read("mttq.vantrach").await, [200, 200]);
        assert_eq!(read("hdnd.vantrach").await, [403, 403], "the other reader");
        let mut neighbour = site.officer("mttq.donglam").await;
        assert_eq!(
            neighbour.get("/cong-viec/so-nhiem-vu?nam=2026&chuc=D0002-chu-tich").await.status,
            StatusCode::FORBIDDEN,
            "another unit"
        );
        site.officer("chutich.vantrach").await.get("/nguoi-dung-dau/nam").await.says("Được xem theo quyết định: Mặt trận Tổ quốc");
        assert!(caunoi_testkit::every_row(site.database()).await.contains("ledger.records_opened"));
        // Until its last day; withdrawn before that it opens nothing from that day on.
        site.on(date(2026, 12, 31));
        assert_eq!(read("mttq.vantrach").await, [200, 200]);
        site.on(date(2027, 1, 1));
        assert_eq!(read("mttq.vantrach").await, [403, 403]);
        site.on(date(2026, 9, 1));
        assert_eq!(read("mttq.vantrach").await, [200, 200]);
        let mut head = site.officer("chutich.thanhpho").await;
        let page = head.get(RECORDS).await;
        let decision = page.field("decision");
        let key =
            page.html.split("thu-hoi").nth(1).unwrap().split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let csrf = page.field("csrf");
        let to = format!("{RECORDS}/thu-hoi");
        let mut clerk = site.officer("vanphong.thanhpho").await;
        let other = clerk.get(RECORDS).await.field("csrf");
        assert_eq!(
            clerk.post(&to, &[("csrf", &other), ("key", "k"), ("decision", &decision), ("why", "x")]).await.status,
            StatusCode::NOT_FOUND
        );
        let silent = head.submit(&to, &[("csrf", &csrf), ("key", &key), ("decision", &decision), ("why", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(read("mttq.vantrach").await, [200, 200]);
        head.submit(&to, &[("csrf", &csrf), ("key", &key), ("decision", &decision), ("why", "Hết đợt giám sát")])
            .await
            .says("thu hồi ngày 01/9/2026: Hết đợt giám sát");
        assert_eq!(read("mttq.vantrach").await, [403, 403]);
        assert!(caunoi_testkit::every_row(site.database()).await.contains("ledger.records_closed"));
        // Withdrawn once, it is withdrawn: neither its day nor its reason is written over.
        site.on(date(2026, 9, 2));
        let chair = site.actor("chutich.thanhpho").await;
        let again = site.app.carry_out(&chair, WithdrawOpening { decision, why: "Lý do khác".into() }).await;
        assert!(matches!(again, Err(Refusal::NotFound("decision"))), "{again:?}");
        let mut head = site.officer("chutich.thanhpho").await;
        head.get(RECORDS).await.says("thu hồi ngày 01/9/2026: Hết đợt giám sát");
    }
}
