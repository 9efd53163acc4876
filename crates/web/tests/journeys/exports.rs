//! What goes out comes in elsewhere and goes out again the same: each kind, in each form; and units and lineage as tables.

use std::sync::Arc;

use caunoi_app::{
    App, OsRandomness, Refusal, SteppedClock, boot,
    demo::world::{self, VAN_TRACH},
    export::{self, Table, Taken},
    import::{self, Job, Manner},
    regulation::load,
    territory::load::LoadUnits,
};
use caunoi_domain::{
    import::{Mapping, json},
    people::actor::Actor,
    text::table::Row,
};
use caunoi_papers::sheet;
use caunoi_store::unit;
use caunoi_testkit::{Fresh, on_both};

use crate::kit::Site;

/// An installation without units, accounts or anything else.
async fn bare(fresh: &Fresh) -> App {
    let clock = Arc::new(SteppedClock::at(0));
    clock.set_day(jiff::civil::date(2026, 11, 23), 8, 0);
    boot::open(fresh.folder.path(), &fresh.database, clock, Arc::new(OsRandomness)).await.unwrap()
}

/// A table in its three forms, as it is read again.
fn forms(taken: &Taken, kind: &str) -> Vec<Vec<Row>> {
    let columns = import::find(kind).unwrap().columns();
    let rows: Vec<serde_json::Value> = taken
        .rows
        .iter()
        .map(|r| {
            taken
                .keys
                .iter()
                .zip(r)
                .map(|(k, v)| ((*k).to_owned(), serde_json::Value::from(v.as_str())))
                .collect::<serde_json::Map<_, _>>()
                .into()
        })
        .collect();
    let text = serde_json::json!({ "rows": rows }).to_string();
    vec![
        sheet::read(sheet::comma(&taken.heads, &taken.rows).as_bytes()).unwrap(),
        sheet::read(&sheet::workbook("Bảng", &taken.heads, &taken.rows).unwrap()).unwrap(),
        json::rows(columns, &text).unwrap(),
    ]
}

async fn import_as(app: &App, actor: &Actor, kind: &str, unit_id: &str, table: &[Row]) -> import::Taken {
    let job = Job { unit_id, table, mapping: &Mapping::default(), manner: Manner::default() };
    import::find(kind).unwrap().import(app, actor, job, &|_, _| {}).await.unwrap()
}

pub async fn import_text(app: &App, kind: &str, unit_id: &str, text: &str) -> import::Taken {
    import_as(app, &Actor::System, kind, unit_id, &sheet::read(text.as_bytes()).unwrap()).await
}

fn wrong(taken: &import::Taken) -> Vec<(usize, &'static str)> {
    taken.wrong.iter().map(|w| (w.row, w.column.map_or("", |c| c.code))).collect()
}

const UNITS: &str = "Mã,Giai đoạn,Cấp,Loại,Tên,Mã cấp trên,Từ ngày,Đến ngày,Căn cứ\n";

on_both! {
    async fn b_units_and_lineage_are_facts_by_code_and_period_entered_once_and_ended_by_a_paper(db: Fresh) {
        let app = bare(&db).await;
        // A commune before its province, a bad level, a unit above that is not there, a day that is none.
        let table = format!(
            "{UNITS}99010,,cấp xã,,Xã Thử Nghiệm,99,1/7/2025,,Nghị quyết thử\n99,,cấp tỉnh,,Tỉnh Thử,,1/7/2025,,Nghị quyết thử\n\
             990,trước 1/7/2025,cấp huyện,,Huyện Cũ,99,,30/6/2025,Danh mục thử\n99,trước 1/7/2025,tỉnh,,Tỉnh Thử,,,30/6/2025,Danh mục thử\n\
             99001,trước 1/7/2025,cấp xã,,Xã Cũ Kỹ,990,,30/6/2025,Danh mục thử\n99011,,thôn,,Xã Sai Cấp,99,,,Nghị quyết thử\n\
             99012,,cấp xã,,Xã Mồ Côi,98,,,Nghị quyết thử\n99013,,cấp xã,,Xã Sai Ngày,99,30/2/2025,,Nghị quyết thử\n99014,,cấp xã,,Xã Không Trên,,,,Nghị quyết thử\n"
        );
        let taken = import_text(&app, "units", "", &table).await;
        assert_eq!((taken.rows, taken.landed, taken.refused()), (9, 5, 4), "{:?}", taken.wrong);
        assert_eq!(wrong(&taken), [(7, "level"), (8, "parent_code"), (9, "valid_from"), (10, "parent_code")]);
        let again = import_text(&app, "units", "", &table).await;
        assert_eq!((again.landed, again.there, again.refused()), (0, 5, 4));

        let lineage = "Mã cũ,Mã mới,Phần nhập vào,Căn cứ\n99001,99010,toàn bộ,Nghị quyết thử\n99001,99777,một phần,Nghị quyết thử\n";
        let taken = import_text(&app, "lineage", "", lineage).await;
        assert_eq!((taken.landed, wrong(&taken)), (1, vec![(3, "new_code")]));
        assert_eq!(import_text(&app, "lineage", "", lineage).await.there, 1);
        let changed = lineage.replace("99010,toàn bộ", "99010,một phần");
        assert_eq!(wrong(&import_text(&app, "lineage", "", &changed).await)[0], (2, "share"), "what stands is not overwritten");

        // A former name finds the unit of today; the unit of then keeps its own district.
        let mut conn = app.store.read().await.unwrap();
        let hits = caunoi_store::search::find(&mut conn, caunoi_store::search::Wanted::of("xa cu ky huyen cu", "unit", 5)).await.unwrap();
        assert_eq!(hits.iter().map(|h| h.title.as_str()).collect::<Vec<_>>(), ["Xã Thử Nghiệm"]);
        let kin = unit::kin(&mut conn, "99010.2025").await.unwrap();
        assert_eq!((kin[0].name.as_str(), kin[0].former), ("Xã Cũ Kỹ", true));
        drop(conn);

        // A unit stands below one of a higher level, and becomes what began after its last day.
        let below =
            format!("{UNITS}99012,,cấp xã,,Xã Dưới Xã,99010,1/7/2025,,Nghị quyết thử\n99015,,cấp xã,,Xã Sớm,99,1/1/2025,,Nghị quyết thử\n");
        assert_eq!(wrong(&import_text(&app, "units", "", &below).await), [(2, "parent_code")]);
        let early = "Mã cũ,Mã mới,Phần nhập vào,Căn cứ\n99001,99015,một phần,Nghị quyết thử\n";
        assert_eq!(wrong(&import_text(&app, "lineage", "", early).await), [(2, "new_code")]);

        // The same paper cannot say another thing; another name is refused; another paper ends it, once.
        let row = |name: &str, to: &str, source: &str| format!("{UNITS}99010,,cấp xã,,{name},99,1/7/2025,{to},{source}\n");
        assert_eq!(wrong(&import_text(&app, "units", "", &row("Xã Khác", "", "Nghị quyết thử")).await), [(2, "code")]);
        assert_eq!(wrong(&import_text(&app, "units", "", &row("Xã Khác", "", "Nghị quyết sau")).await), [(2, "code")]);
        assert_eq!(
            wrong(&import_text(&app, "units", "", &row("Xã Khác", "31/12/2026", "Nghị quyết sau")).await),
            [(2, "code")],
            "ended and renamed at once"
        );
        assert_eq!(import_text(&app, "units", "", &row("Xã Thử Nghiệm", "31/12/2026", "Nghị quyết sau")).await.landed, 1);
        assert_eq!(import_text(&app, "units", "", &row("Xã Thử Nghiệm", "31/12/2026", "Nghị quyết sau")).await.there, 1);
        assert_eq!(wrong(&import_text(&app, "units", "", &row("Xã Thử Nghiệm", "1/1/2027", "Nghị quyết cuối")).await), [(2, "code")]);
        let ended = unit::find(&mut app.store.read().await.unwrap(), "99010.2025").await.unwrap().unwrap();
        assert_eq!((ended.valid_to.as_deref(), ended.source.as_str()), (Some("2026-12-31"), "Nghị quyết thử; Nghị quyết sau"));
    }

    async fn b_what_the_national_lists_brought_in_is_there_already_for_a_table(db: Fresh) {
        let app = bare(&db).await;
        app.carry_out(&Actor::System, LoadUnits { only_province: Some("31") }).await.unwrap();
        let out = export::take(&app, None, Table::Units).await.unwrap();
        let table = sheet::read(sheet::comma(&out.heads, &out.rows).as_bytes()).unwrap();
        let job = Job { unit_id: "", table: &table, mapping: &Mapping::default(), manner: Manner { dry_run: true, ..Manner::default() } };
        let taken = import::find("units").unwrap().import(&app, &Actor::System, job, &|_, _| {}).await.unwrap();
        assert_eq!((taken.landed, taken.there, taken.refused()), (0, out.rows.len(), 0), "{:?}", taken.wrong);
    }

    async fn s2_7_units_lineage_calendar_and_rules_go_out_and_come_in_elsewhere_the_same(db: Fresh) {
        let site = Site::empty(db).await;
        let here = site.app.clone();
        import_text(&here, "units", "", &format!("{UNITS}99,trước 1/7/2025,cấp tỉnh,,Tỉnh Thử,,,30/6/2025,Danh mục\n990,trước 1/7/2025,cấp huyện,,Huyện Cũ,99,,30/6/2025,Danh mục\n")).await;
        let earlier =
            "Mã,Giai đoạn,Cấp,Tên,Mã cấp trên,Biết vào năm,Đã xác nhận,Căn cứ\ntuan-cu-x,trước nữa,cấp xã,Xã Tuấn Cũ,990,2021,không,seed\n";
        assert_eq!(import_text(&here, "units", "", earlier).await.landed, 1);
        let lineage = "Mã cũ,Giai đoạn cũ,Mã mới,Giai đoạn mới,Phần nhập vào,Đã xác nhận,Căn cứ\ntuan-cu-x,trước nữa,990,trước 1/7/2025,toàn bộ,không,seed\n";
        assert_eq!(import_text(&here, "lineage", "", lineage).await.landed, 1);
        let calendar = "Ngày,Loại,Tên,Tên tiếng Anh,Hoán đổi với ngày,Căn cứ,Đã xác nhận\n1/1/2027,năm,,,,Thông báo,có\n2/2/2027,nghỉ,Nghỉ,Off,6/2/2027,Thông báo,có\n6/2/2027,làm bù,Bù,Work,2/2/2027,Thông báo,không\n";
        assert_eq!(import_text(&here, "calendar", "", calendar).await.landed, 3);

        for (table, kind) in [(Table::Units, "units"), (Table::Lineage, "lineage"), (Table::Calendar, "calendar")] {
            let out = export::take(&here, None, table).await.unwrap();
            assert!(!out.rows.is_empty(), "{kind}");
            for form in forms(&out, kind) {
                let fresh = caunoi_testkit::sqlite();
                let there = bare(&fresh).await;
                if table == Table::Lineage {
                    let units = export::take(&here, None, Table::Units).await.unwrap();
                    let table = sheet::read(sheet::comma(&units.heads, &units.rows).as_bytes()).unwrap();
                    import_as(&there, &Actor::System, "units", "", &table).await;
                }
                let taken = import_as(&there, &Actor::System, kind, "", &form).await;
                assert_eq!((taken.landed, taken.refused()), (out.rows.len(), 0), "{kind}: {:?}", taken.wrong);
                assert_eq!(export::take(&there, None, table).await.unwrap(), out, "{kind}");
                // On what is there already it changes nothing.
                let again = import_as(&here, &Actor::System, kind, "", &form).await;
                assert_eq!((again.landed, again.refused()), (0, 0), "{kind}: {:?}", again.wrong);
            }
        }

        // Governing documents go out as the file that comes in.
        load::load_builtin(&here).await.unwrap();
        let file = export::regulations_toml(&here, Some(&Actor::System)).await.unwrap();
        let fresh = caunoi_testkit::sqlite();
        let there = bare(&fresh).await;
        let loaded = load::load_file(&there, "out.toml", &file, false).await.unwrap();
        assert!(loaded.new > 10 && file.contains("[[document.clause]]"));
        assert_eq!(export::regulations_toml(&there, Some(&Actor::System)).await.unwrap(), file);
        assert_eq!(load::load_file(&here, "out.toml", &file, false).await.unwrap().there, loaded.new);
        // What is internal goes to nobody who may not keep it.
        let public = export::regulations_toml(&here, None).await.unwrap();
        assert!(!public.contains("visibility = \"internal\""));
    }

    async fn s2_7_people_dialogues_figures_and_findings_go_out_and_come_in_elsewhere_the_same(db: Fresh) {
        let here = Site::new(db).await;
        let unit_id = world::unit(VAN_TRACH);
        let people =
            "Họ và tên,Tên đăng nhập,Vai trò,Cơ quan,Chức danh\nNguyễn Thị Mới,moi.nt,cán bộ tham mưu,Văn phòng HĐND và UBND xã,\n";
        assert_eq!(import_text(&here.app, "people", &unit_id, people).await.landed, 1);
        let past = "Số,Ngày tổ chức,Tên cuộc đối thoại,Người chủ trì,Loại,Số người dự,Số ý kiến,Thông báo kết luận,Nguồn\n5,18/8/2022,Đối thoại năm 2022,Chủ tịch UBND xã,chuyên đề,trên 100,12,7/TB-UBND,Sổ cũ\n,19/8/2023,Đối thoại năm 2023,Chủ tịch UBND xã,,gần 70,,,Sổ cũ\n";
        assert_eq!(import_text(&here.app, "dialogues", &unit_id, past).await.landed, 2);
        let figures = "Mã,Mã đơn vị,Mã đơn vị được nêu tên,Cấp,Đếm gì,Nội dung số liệu,Số,Từ ngày,Đến ngày,Ngày ước (có/không),Thí điểm (có/không),Thời gian,Thuộc tổng số có mã,Nguyên văn,Nguồn\n\
                       thu-2,31,,cấp xã,cuộc định kỳ,cuộc thử,\"97,45 %\",1/1/2026,30/6/2026,không,có,nửa năm,thu-1,\"Đạt 97,45 %.\",Báo thử\nthu-1,31,31,,ý kiến,ý kiến thử,trên 1.250,1/1/2026,30/6/2026,có,không,nửa năm,,Trên 1.250.,Báo thử\n";
        let taken = import_text(&here.app, "figures", "", figures).await;
        assert_eq!((taken.landed, wrong(&taken)), (2, vec![]), "a part may stand before its total");
        let findings = "Mã,Hạn chế,Mã các đơn vị,Ngày,Cơ quan giám sát,Đối tượng giám sát,Thời gian,Số ký hiệu văn bản,Nguyên văn,Nguồn\n\
                        thu-kq,còn hình thức,31,1/3/2026,Mặt trận thử,Các xã,2025,,Còn hình thức.,Báo thử\n";
        assert_eq!(import_text(&here.app, "findings", "", findings).await.landed, 1);

        let fresh = caunoi_testkit::sqlite();
        let there = Site::new(fresh).await;
        for (table, kind, login) in [
            (Table::People, "people", Some("quantri.vantrach")),
            (Table::Dialogues, "dialogues", Some("vanthu.vantrach")),
            (Table::Figures, "figures", None),
            (Table::Findings, "findings", None),
        ] {
            let of = async |site: &Site| {
                let actor = match login {
                    Some(login) => Some(site.actor(login).await),
                    None => None,
                };
                export::take(&site.app, actor.as_ref(), table).await.unwrap()
            };
            let out = of(&here).await;
            assert!(!out.rows.is_empty(), "{kind}");
            if kind == "figures" {
                let told = |code: &str| {
                    let at = out.keys.iter().position(|k| *k == code).unwrap();
                    out.rows.iter().filter(|r| r[at] == "có").count()
                };
                assert_eq!((told("days_assumed"), told("pilot")), (1, 1), "days that a source does not print stay assumed");
            }
            let unit = if import::find(kind).unwrap().of_unit() { unit_id.as_str() } else { "" };
            for form in forms(&out, kind) {
                let taken = import_as(&there.app, &Actor::System, kind, unit, &form).await;
                assert_eq!(taken.refused(), 0, "{kind}: {:?}", taken.wrong);
                assert_eq!(of(&there).await, out, "{kind}");
            }
        }
        // The Front is shown no accounts; nobody without an account a book of dialogues.
        let front = export::take(&here.app, Some(&here.actor("mttq.vantrach").await), Table::People).await;
        assert!(matches!(front, Err(Refusal::NotAllowed(_))), "{front:?}");
        assert!(!export::take(&here.app, None, Table::Dialogues).await.unwrap().heads.contains(&"Người chủ trì"));
    }

    async fn s2_7_opinions_that_went_up_ended_or_want_means_go_out_and_come_in_with_their_outcome(db: Fresh) {
        let here = Site::new(db).await;
        let unit_id = world::unit(VAN_TRACH);
        let head = "Số,Ngày nhận,Loại,Họ và tên,Nội dung,Cơ quan chủ trì,Hạn giải quyết,Tình trạng,Kết quả,\"Văn bản, căn cứ\",Ngày có kết quả,Nơi nhận,Văn bản gửi đi,Ngày gửi đi\n";
        let book = format!(
            "{head}1,1/10/2026,kiến nghị,,Xin cầu mới.,,30/12/2026,đã kiến nghị cấp trên,Đề nghị bố trí vốn làm cầu.,,,UBND tỉnh,12/TTr-UBND,5/10/2026\n\
             2,1/10/2026,kiến nghị,,Xin trạm biến áp.,,30/12/2026,cấp trên đã trả lời,Sẽ làm trong quý I.,45/EVN-KT,1/11/2026,Điện lực,13/UBND-KT,5/10/2026\n\
             3,1/10/2026,phản ánh,,Tranh chấp ranh giới.,,,đã chuyển đơn,Không thuộc thẩm quyền.,,,Tòa án nhân dân khu vực,14/PC-UBND,6/10/2026\n\
             4,1/10/2026,hỏi,,Hỏi chuyện riêng.,,,đã hướng dẫn,,,,Người gửi,15/HD-UBND,6/10/2026\n\
             5,1/10/2026,phản ánh,,Đơn trùng.,,,đã lưu đơn,Đã trả lời năm trước.,,,Lưu hồ sơ,16/UBND,6/10/2026\n\
             6,1/10/2026,kiến nghị,,Xin mở đường.,Phòng Kinh tế,30/12/2026,chưa có nguồn lực,Chưa bố trí được vốn năm 2026.,20/TB-UBND,10/10/2026,,,\n"
        );
        let taken = import_text(&here.app, "opinions", &unit_id, &book).await;
        assert_eq!((taken.landed, wrong(&taken)), (6, vec![]));
        let wrong_rows = format!(
            "{head}11,1/10/2026,kiến nghị,,Thiếu nơi nhận.,,,đã kiến nghị cấp trên,,,,,17/TTr-UBND,5/10/2026\n12,1/10/2026,kiến nghị,,Không còn chung chung.,,,kết thúc theo thủ tục,,,,A,1/UBND,5/10/2026\n\
             13,1/10/2026,kiến nghị,,Thiếu lý do.,Phòng Kinh tế,,chưa có nguồn lực,,,10/10/2026,,,\n14,1/10/2026,kiến nghị,,Gửi mà vẫn làm.,Phòng Kinh tế,,đang giải quyết,,,,UBND tỉnh,1/UBND,5/10/2026\n\
             15,1/10/2026,kiến nghị,,Trả lời trước khi gửi.,,,cấp trên đã trả lời,Có.,1/UB,2/10/2026,UBND tỉnh,1/UBND,5/10/2026\n16,1/10/2026,kiến nghị,Lò Văn Kín,Lộ tên.,Phòng Kinh tế,,chưa có nguồn lực,Ông Lò Văn Kín xin vốn.,,10/10/2026,,,\n"
        );
        let refused = import_text(&here.app, "opinions", &unit_id, &wrong_rows).await;
        assert_eq!(
            wrong(&refused),
            [(2, "sent_to"), (3, "state"), (4, "result"), (5, "state"), (6, "done_on"), (7, "result")],
            "{:?}",
            refused.wrong
        );

        // As facts of this installation: nothing of it waits for triage.
        let mut clerk = here.officer("vanthu.vantrach").await;
        clerk.get("/cong-viec/phan-loai").await.says("Chờ phân loại 0");

        let actor = here.actor("vanthu.vantrach").await;
        let out = export::take(&here.app, Some(&actor), Table::Opinions).await.unwrap();
        let at = |code: &str| out.keys.iter().position(|k| *k == code).unwrap();
        let cells = |n: usize, codes: [&str; 4]| codes.map(|c| out.rows[n][at(c)].as_str());
        let sent = ["state", "sent_to", "sent_paper", "sent_on"];
        assert_eq!(cells(0, sent), ["đã kiến nghị cấp trên", "UBND tỉnh", "12/TTr-UBND", "05/10/2026"]);
        assert_eq!(
            cells(1, ["state", "result", "document", "done_on"]),
            ["cấp trên đã trả lời", "Sẽ làm trong quý I.", "45/EVN-KT", "01/11/2026"]
        );
        assert_eq!(cells(2, sent), ["đã chuyển đơn", "Tòa án nhân dân khu vực", "14/PC-UBND", "06/10/2026"]);
        assert_eq!(cells(4, sent)[0], "đã lưu đơn");
        assert_eq!(
            cells(5, ["state", "lead", "result", "done_on"]),
            ["chưa có nguồn lực", "Phòng Kinh tế xã", "Chưa bố trí được vốn năm 2026.", "10/10/2026"]
        );
        for form in forms(&out, "opinions") {
            let fresh = caunoi_testkit::sqlite();
            let there = Site::new(fresh).await;
            let taken = import_as(&there.app, &Actor::System, "opinions", &unit_id, &form).await;
            assert_eq!((taken.landed, taken.refused()), (6, 0), "{:?}", taken.wrong);
            let actor = there.actor("vanthu.vantrach").await;
            assert_eq!(export::take(&there.app, Some(&actor), Table::Opinions).await.unwrap(), out);
        }
    }
}
