//! Published figures and findings: as printed, with their source, beside rows and never mixed with them.

use caunoi_app::{
    Refusal,
    demo::world::{self, CITY, VAN_TRACH},
    import::{self, Job, Manner},
    report::{load_history::LoadHistory, record_figure::RecordFigure},
    territory::load::LoadUnits,
};
use caunoi_domain::{
    import::Mapping,
    opinion::tracking_code::PublicId,
    people::actor::Actor,
    report::figure::{Counted, Figure, Quantity, Source},
    text::table::{Cell, Row},
    unit::Level,
};
use caunoi_store::{Change, StoreError, Tx, args, public::levels, published};
use caunoi_testkit::{Fresh, on_both};
use jiff::civil::date;

use crate::{kit::Site, scene};

pub async fn with_history(db: Fresh) -> Site {
    let site = Site::new(db).await;
    site.app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
    let loaded = site.app.carry_out(&Actor::System, LoadHistory).await.unwrap();
    assert!(loaded.0 > 10 && loaded.1 >= 7, "{loaded:?}");
    assert_eq!(site.app.carry_out(&Actor::System, LoadHistory).await.unwrap(), (0, 0), "an edition is loaded once");
    site
}

/// An invented figure of the invented commune, or of its city.
fn invented(key: &str, unit_id: String, level: Option<Level>, value: &str, part_of: Option<&str>) -> Figure {
    Figure {
        key: key.to_owned(),
        unit_id,
        named: Vec::new(),
        level,
        counted: Counted::Dialogues,
        what: format!("cuộc dựng ra {key}"),
        quantity: Quantity::parse(value).unwrap(),
        from_on: date(2026, 1, 1),
        to_on: date(2026, 6, 30),
        period: "sáu tháng đầu năm 2026".to_owned(),
        part_of: part_of.map(str::to_owned),
        pilot: false,
        days_assumed: false,
        printed: "Số dựng ra để kiểm thử".to_owned(),
        source: Source { reference: "bài dựng ra".to_owned(), ..Source::default() },
    }
}

/// The day on which the scene's dialogue was held, whatever day it was planned for.
struct HeldOn(String);

impl Change for HeldOn {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.exec("UPDATE dialogue SET held_on = $1 WHERE id = 'dt1'", args![&self.0]).await?;
        Ok(())
    }
}

/// The Party secretary chairs the scene's dialogue too.
struct SecondChair;

impl Change for SecondChair {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let post = world::post(VAN_TRACH, "bi-thu");
        tx.exec("INSERT INTO dialogue_chair (dialogue_id, post_id, seq) VALUES ('dt1', $1, 2)", args![&post]).await?;
        Ok(())
    }
}

/// The invented dialogue stands in a real commune of then, planned for 2 May 2025 and held on the 4th.
struct Moved;

impl Change for Moved {
    type Done = ();
    type Refused = Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), Refusal> {
        tx.exec("UPDATE dialogue SET unit_id = '10615.before_2025', on_day = '2025-05-02', held_on = '2025-05-04'", Vec::new()).await?;
        Ok(())
    }
}

on_both! {
    async fn s1_1_a_published_total_stands_beside_what_rows_give_and_its_sum_is_checked(db: Fresh) {
        let site = with_history(db).await;
        scene::put_up(&site).await;
        let city = world::unit(CITY);
        let unit = world::unit(VAN_TRACH);
        for (seq, figure) in (1..).zip([
            invented("tong", city.clone(), None, "7", None),
            invented("cap-xa", city.clone(), Some(Level::Commune), "4", Some("tong")),
            invented("cap-tinh", city, Some(Level::Province), "2", Some("tong")),
            invented("xa-uoc", unit, Some(Level::Commune), "gần 5", None),
        ]) {
            site.app.carry_out(&Actor::System, RecordFigure { figure, seq: 100 + seq }).await.unwrap();
        }
        let mut v = site.visitor();
        let page = v.get("/so-lieu").await;
        // N1 and N2 with their parts; the seed's own words and where they stand.
        page.says("248 cuộc tiếp xúc, đối thoại với nhân dân Huyện Kim Thành, Tỉnh Hải Dương . Từ năm 2016 đến tháng 8.2022");
        page.says("12 cuộc của Bí thư Huyện ủy và Chủ tịch UBND huyện")
            .says("236 cuộc của người đứng đầu")
            .says("Các phần cộng lại đúng bằng tổng");
        page.says("Từ năm 2016 đến tháng 8.2022, huyện Kim Thành đã tổ chức 248 cuộc").says("Kim Thành bàn giải pháp").says("18/8/2022");
        page.says("98 cuộc tiếp xúc, đối thoại").says("42 cuộc định kỳ cấp huyện").says("khoảng 3.600").says("95 %");
        // Rows of ours give their own totals by level over the same time, and change nothing of what was printed.
        page.says("Cần lưu ý: các phần cộng lại là 6, nguồn ghi 7. Giữ nguyên như nguồn.");
        page.says("7 cuộc dựng ra tong").says("4 cuộc dựng ra cap-xa. Theo hồ sơ trong hệ thống, cùng đơn vị, cấp và thời gian: 1 cuộc.");
        page.says("2 cuộc dựng ra cap-tinh. Theo hồ sơ trong hệ thống, cùng đơn vị, cấp và thời gian: 0 cuộc.")
            .says("gần 5 cuộc dựng ra xa-uoc");
        assert!(!page.text().contains("vi phạm"));
        v.get("/so-lieu?lang=en").await.says("over 10").says("By the rows of this program");
        let narrowed = v.get("/so-lieu?don-vi=01.before_2025&nam=2018&lang=vi").await;
        narrowed.says("433").says("173").hides("cuộc tiếp xúc, đối thoại với nhân dân</p>");
        // Days that the source does not print are said to be unconfirmed: N2 and N5, not the seminar of one day.
        page.says("3/2021 – 8/2023. Ngày chưa xác nhận Nguồn không in ngày. Ở đây tính từ 18/3/2021 đến 31/8/2023.");
        page.says("Đến tháng 10/2018").says("Ở đây tính từ 01/01/2018 đến 05/10/2018.").hides("Ở đây tính từ 17/8/2022");
        v.get("/so-lieu?nam=1999").await.says("Không có mục nào với đơn vị và năm đã chọn");
    }

    async fn s1_1_rows_give_totals_by_level_over_any_time(db: Fresh) {
        let site = with_history(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let unit = world::unit(VAN_TRACH);
        v.get("/so-lieu").await.says("Số cuộc theo cấp trong một khoảng thời gian");
        let of = |days: &str| format!("/so-lieu/theo-cap?noi={unit}&{days}");
        let day = {
            let page = v.get(&scene.concluded).await;
            let id: PublicId = scene.concluded.rsplit('/').next().unwrap().parse().unwrap();
            assert_eq!(page.status, http::StatusCode::OK);
            let mut conn = site.app.store.read().await.unwrap();
            caunoi_store::dialogue::find_public(&mut conn, id.to_i64()).await.unwrap().unwrap().on_day
        };
        // The day itself is among them on both sides; a day before or after it is not.
        let on: jiff::civil::Date = day.parse().unwrap();
        let (before, after) = (on.yesterday().unwrap(), on.tomorrow().unwrap());
        let within = v.get(&of(&format!("tu={on}&den={on}"))).await;
        within
            .says("1 cuộc đã tổ chức, mỗi cuộc tính một lần")
            .says("Người đứng đầu cấp xã 1")
            .says("Người đứng đầu cấp huyện 0")
            .says("Xã Vân Trạch: từ");
        for days in [format!("tu=1/1/2020&den={before}"), format!("tu={after}&den=31/12/2026")] {
            v.get(&of(&days)).await.says("0 cuộc đã tổ chức").says("Người đứng đầu cấp xã 0");
        }
        // A dialogue counts on the day on which it was held, where it had been planned for another too.
        site.app.store.write(HeldOn(after.to_string())).await.unwrap();
        v.get(&of(&format!("tu={on}&den={on}"))).await.says("0 cuộc đã tổ chức");
        v.get(&of(&format!("tu={after}&den={after}"))).await.says("1 cuộc đã tổ chức");
        site.app.store.write(HeldOn(day)).await.unwrap();
        // The superior unit counts what is below it; what is invented is in no total of the country.
        let city = world::unit(CITY);
        v.get(&format!("/so-lieu/theo-cap?noi={city}&tu={on}&den={on}")).await.says("Người đứng đầu cấp xã 1");
        v.get(&format!("/so-lieu/theo-cap?tu={on}&den={on}")).await.says("Tất cả các đơn vị: từ").says("0 cuộc đã tổ chức");
        let turned = v.get(&of("tu=2/1/2026&den=1/1/2026")).await;
        assert_eq!(turned.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(v.get("/so-lieu/theo-cap?noi=khong-co").await.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        v.get(&format!("/so-lieu/theo-cap?noi={unit}&lang=en")).await.says("Level of the heads who chaired");
    }

    async fn s1_1_rows_beside_a_figure_are_of_its_kind_time_and_level_and_a_joint_one_counts_once(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let unit = world::unit(VAN_TRACH);
        site.app.store.write(SecondChair).await.unwrap();
        let of = |key: &str, counted, from_on, level| Figure { counted, from_on, ..invented(key, unit.clone(), level, "4", None) };
        let start = date(2026, 1, 1);
        for (seq, figure) in (1..).zip([
            of("thuong-ky", Counted::Regular, start, Some(Level::Commune)),
            of("dot-xuat", Counted::AdHoc, start, Some(Level::Commune)),
            of("thang-sau", Counted::Dialogues, date(2026, 6, 21), Some(Level::Commune)),
            of("moi-cap", Counted::Dialogues, start, None),
        ]) {
            site.app.carry_out(&Actor::System, RecordFigure { figure, seq }).await.unwrap();
        }
        let mut conn = site.app.store.read().await.unwrap();
        let rows = published::figures(&mut conn, published::Wanted { unit_id: &unit, year: "" }).await.unwrap();
        let ours = |key: &str| rows.iter().find(|f| f.id == key).unwrap().rows;
        assert_eq!([ours("thuong-ky"), ours("dot-xuat"), ours("thang-sau"), ours("moi-cap")], [1, 0, 0, 1]);
        let all = levels::totals(&mut conn, &unit, ("2026-01-01", "2026-12-31")).await.unwrap();
        assert_eq!((all.all, all.by_level), (1, vec![(Level::Commune, 1)]), "two heads of one level, one conference");
        // A part of a total that nobody recorded stands beside nothing.
        drop(conn);
        let part = invented("phan", unit.clone(), None, "2", Some("khong-co"));
        let refused = site.app.carry_out(&Actor::System, RecordFigure { figure: part, seq: 9 }).await;
        assert!(matches!(&refused, Err(Refusal::Invalid(wrong)) if wrong[0].field == "part_of"), "{refused:?}");
    }

    async fn s1_1_the_province_of_today_counts_what_was_held_in_those_that_became_it(db: Fresh) {
        let site = with_history(db).await;
        crate::hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        // The dialogue was held before the first of July 2025 in a commune of the old province, on another day than planned.
        site.app.store.write(Moved).await.unwrap();
        let mut v = site.visitor();
        let of = |unit: &str, days: &str| format!("/so-lieu/theo-cap?noi={unit}&{days}");
        for unit in ["31.2025", "30.before_2025", "10615.before_2025"] {
            v.get(&of(unit, "tu=4/5/2025&den=4/5/2025")).await.says("1 cuộc đã tổ chức");
            v.get(&of(unit, "tu=2/5/2025&den=2/5/2025")).await.says("0 cuộc đã tổ chức");
        }
        v.get(&of("31.before_2025", "tu=4/5/2025&den=4/5/2025")).await.says("0 cuộc đã tổ chức");
    }

    async fn s1_13_a_seminar_stays_a_bound_and_adds_to_no_total(db: Fresh) {
        let site = with_history(db).await;
        let page = site.visitor().get("/so-lieu?don-vi=293.before_2025&nam=2022").await;
        page.says("trên 10 lượt ý kiến tham luận tại tọa đàm").says("Toạ đàm đã có trên 10 lượt ý kiến tham luận").says("248");
        assert!(!page.text().contains("258"));
    }

    async fn s1_5_the_pilot_of_2014_names_its_two_communes_of_then(db: Fresh) {
        let site = with_history(db).await;
        let mut v = site.visitor();
        let former = v.get("/xa/tuan-hung-kim-thanh").await;
        former.says("2 xã được chọn làm điểm hội nghị").says("Thí điểm").says("Xã Kim Tân, Tỉnh Hải Dương ; Xã Tuấn Hưng, Tỉnh Hải Dương");
        v.get("/xa/10786?on=2014-06-01").await.says("Xã Kim Tân").says("Thí điểm");
        v.get("/so-lieu?nam=2014").await.says("Năm 2014").hides("cuộc định kỳ cấp xã</p>");
    }

    async fn s4_4_the_findings_of_nam_sach_stand_on_the_pages_of_their_communes_with_their_source(db: Fresh) {
        let site = with_history(db).await;
        let mut v = site.visitor();
        let nam_hong = v.get("/xa/nam-hong-nam-sach").await;
        nam_hong.says("Chưa bảo đảm kế hoạch").says("năm 2021, xã Nam Hồng tổ chức các cuộc TXĐT chưa bảo đảm kế hoạch");
        nam_hong
            .says("Huyện ủy Nam Sách giám sát: Bí thư Đảng ủy, Chủ tịch UBND xã")
            .says("Thường xuyên tiếp xúc, đối thoại với nhân dân")
            .says("02/02/2023");
        assert!(!nam_hong.text().contains("Tỷ lệ nhân dân tham dự còn thấp"), "Nam Hồng is not among the three");
        let hop_tien = v.get("/xa/10615?on=2022-06-01").await;
        hop_tien.says("Chưa tổ chức giám sát").says("Tỷ lệ nhân dân tham dự còn thấp").hides("Chưa bảo đảm kế hoạch");
        let all = v.get("/so-lieu?don-vi=nam-chinh-nam-sach.earlier").await;
        all.says("Cả 4 xã chưa tổ chức giám sát").says("Tại các xã Hợp Tiến, Nam Chính, An Bình");
        v.get("/tinh/30").await.says("Chưa ban hành thông báo kết luận").says("Kết luận số 156-KL/TU");
    }

    async fn published_facts_are_imported_once_by_code_and_day(db: Fresh) {
        let site = with_history(db).await;
        let rows = |cells: &[&[&str]]| -> Vec<Row> {
            (1..).zip(cells).map(|(number, c)| Row { number, cells: c.iter().map(|t| Cell::Text((*t).to_owned())).collect() }).collect()
        };
        let table = rows(&[
            &["Mã", "Mã đơn vị", "Đếm gì", "Nội dung số liệu", "Số", "Từ ngày", "Đến ngày", "Thời gian", "Nguyên văn", "Nguồn"],
            &["tan-viet-2022", "10966", "cuộc", "cuộc", "hơn 3", "01/01/2022", "31/12/2022", "năm 2022", "hơn 3 cuộc", "bài dựng ra"],
            &["sai-so", "10966", "cuộc", "cuộc", "vài ba", "01/01/2022", "31/12/2022", "năm 2022", "vài ba cuộc", "bài dựng ra"],
            &["sai-noi", "99999", "cuộc", "cuộc", "3", "01/01/2022", "31/12/2022", "năm 2022", "3 cuộc", "bài dựng ra"],
            // Its code is nobody's after June 2025.
            &["het-hieu-luc", "10768", "cuộc", "cuộc", "3", "01/01/2026", "30/06/2026", "năm 2026", "3 cuộc", "bài dựng ra"],
        ]);
        let kind = import::find("figures").unwrap();
        let mapping = Mapping::default();
        let job = Job { unit_id: "", table: &table, mapping: &mapping, manner: Manner::default() };
        let first = kind.import(&site.app, &Actor::System, job, &|_, _| {}).await.unwrap();
        assert_eq!((first.landed, first.refused()), (1, 3), "{:?}", first.wrong);
        let second = kind.import(&site.app, &Actor::System, job, &|_, _| {}).await.unwrap();
        assert_eq!((second.landed, second.there), (0, 1));
        // The code is another unit's today: the fact belongs to the unit of its day.
        site.visitor().get("/xa/10966?on=2022-12-31").await.says("Xã Tân Việt").says("trên 3 cuộc");
        site.visitor().get("/xa/10966?on=2026-01-01").await.hides("trên 3 cuộc");
    }
}
