//! What the ledger finds in rows: substance of dialogues with its definitions, results by chair, attendance with its base,
//! pauses and extensions, voter meetings; the trend over years and the roll-up (issue D).

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    duty::{
        reckon,
        table::{As, Note, table},
    },
    regulation::load::load_file,
    side::RecordSide,
};
use caunoi_domain::{
    dialogue::side::{TypedSide, side},
    people::post::PostKind,
    regulation::ledger::FindingKind,
    unit::{Level, Period},
};
use caunoi_store::{
    duty_sheet::{self, KeptDuty},
    people::{self, PostRow},
    unit::{self, UnitRow},
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{assign, fill, opinion},
    hall::{held, office, press, signed},
    kit::Site,
    ledger::site,
};

/// The kinds of findings of the invented commune today.
async fn found(site: &Site) -> Vec<FindingKind> {
    let today = site.app.clock.today();
    let mut conn = site.app.store.read().await.unwrap();
    let unit = world::unit(VAN_TRACH);
    let r = reckon::reckon(&mut conn, &site.app.calendar(), &unit, today.year()..=today.year(), today).await.unwrap();
    r.findings.iter().map(|f| f.kind).collect()
}

const SHARE: &str = r#"
[[document]]
id = "van-trach-so-nguoi-du"
kind = "regulation"
title = "Quy chế dựng ra để kiểm thử số người dự"
issuer = "Đảng ủy xã Vân Trạch (dựng ra)"
place = "D0001.demo"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "attendance"
citation = "Điều 4"
text = "Ít nhất 70% số người được mời có mặt."
source = "fixture"
confirmed = true
percent = 70
"#;

on_both! {
    async fn s3_3_s4_17_substance_is_defined_has_its_base_and_is_to_be_checked_after_its_time(db: Fresh) {
        let site = site(db).await;
        let hall = held(&site, &["Cây gãy đường thôn Hạ", "Mương Bến Gỗ tắc"]).await;
        signed(&site, &hall).await;
        let at = "/cong-viec/so-nhiem-vu/thuc-chat?nam=2026";
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(at).await;
        page.says("Thực chất của các cuộc đối thoại").says("2 ý kiến ở 1 cuộc").says("2 trong 2 (100%)").says("0 trong 2 (0%)");
        page.says("Số ý kiến của Nhân dân có trong biên bản đã ký").says("chưa xác nhận").hides("xếp loại");
        page.says("Người đứng đầu 1 2 trong 2 (100%)");
        assert!(!found(&site).await.contains(&FindingKind::FewOpinions), "not before its time");
        site.on(date(2026, 12, 15));
        assert!(found(&site).await.contains(&FindingKind::FewOpinions));
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Dấu hiệu hình thức: ít ý kiến của Nhân dân");
        // The time of speech, where somebody measured it: a wrong number keeps what was typed.
        let dialogue = thu.get(at).await.html.split("<option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = "/cong-viec/so-nhiem-vu/thuc-chat";
        let wrong = press(&mut thu, at, path, &[("dialogue", &dialogue), ("people", "hai mươi"), ("chair", "100"), ("nam", "2026")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("people"), "hai mươi");
        let done = press(&mut thu, at, path, &[("dialogue", &dialogue), ("people", "20"), ("chair", "100"), ("nam", "2026")]).await;
        done.says("20 trong 120 (16,7%)");
        assert!(found(&site).await.contains(&FindingKind::PeopleSpokeLittle));
        // The neighbour reads nothing of it; the superior reads it and records nothing.
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&format!("{at}&xa=D0001")).await.status, StatusCode::NOT_FOUND);
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get(&format!("{at}&xa=D0001")).await.says("20 trong 120").hides("Ghi thời gian phát biểu");
    }

    async fn s4_6_attendance_is_judged_by_the_share_of_the_clause_and_shows_its_base(db: Fresh) {
        let site = site(db).await;
        load_file(&site.app, "fixture.toml", SHARE, false).await.unwrap();
        let hall = held(&site, &["Cây gãy đường thôn Hạ"]).await;
        let at = format!("{}/bien-ban", hall.base);
        site.on(date(2026, 12, 8));
        assert!(found(&site).await.contains(&FindingKind::AttendanceNotRecorded), "without its base a share is none");
        let mut thu = site.officer("vanthu.vantrach").await;
        press(&mut thu, &at, &format!("{at}/du"), &[("label", "Nhân dân"), ("invited", "150"), ("present", "104")]).await;
        assert!(found(&site).await.contains(&FindingKind::LowAttendance));
        let board = thu.get("/cong-viec/so-nhiem-vu?nam=2026&viec=attendance").await;
        board.says("Số người dự thấp so với quy định");
        let href = board
            .html
            .split("class=\"hit\" href=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .replace("&#38;", "&")
            .replace("&amp;", "&");
        thu.get(&href).await.says("104 trong 150 (69,3%)").says("Ít nhất 70% số người được mời có mặt.").says("Xét vào ngày tổ chức");
        press(&mut thu, &at, &format!("{at}/du"), &[("label", "Nhân dân"), ("invited", "150"), ("present", "105")]).await;
        assert!(!found(&site).await.contains(&FindingKind::LowAttendance));
    }

    async fn s0_11_a_paused_commitment_is_not_overdue_and_an_extension_moves_its_day(db: Fresh) {
        let site = site(db).await;
        let id = opinion(&site, "tam-dung", "Mương tiêu tắc.").await;
        let other = opinion(&site, "gia-han", "Đường hỏng.").await;
        let mut office = site.officer("vanthu.vantrach").await;
        let paused = assign(&mut office, id, "phong-kinh-te", "Nạo vét mương", "27/11/2026", "").await;
        let extended = assign(&mut office, other, "phong-kinh-te", "Vá đường", "27/11/2026", "").await;
        let page = office.get(&paused).await;
        fill(
            &mut office,
            &page,
            &format!("{paused}/tam-dung"),
            &[("waits_for", "central"), ("whom", "Bộ Xây dựng"), ("pause_reason", "Chờ định mức")],
        )
        .await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&extended).await;
        fill(&mut phong, &page, &format!("{extended}/xin-gia-han"), &[("extension_due", "18/12/2026"), ("extension_reason", "Mưa lũ")])
            .await;
        let mut head = site.officer("chutich.vantrach").await;
        let page = head.get(&extended).await;
        fill(&mut head, &page, &format!("{extended}/gia-han"), &[("decision", "approve"), ("granted_due", "15/12/2026")]).await;
        let overdue = |all: Vec<FindingKind>| all.iter().filter(|k| **k == FindingKind::CommitmentOverdue).count();
        site.on(date(2026, 12, 1));
        assert_eq!(overdue(found(&site).await), 0, "one is paused, one extended");
        site.on(date(2026, 12, 16));
        assert_eq!(overdue(found(&site).await), 1, "the extension is over");
        let mut office = site.officer("vanthu.vantrach").await;
        let page = office.get(&paused).await;
        fill(&mut office, &page, &format!("{paused}/tiep-tuc"), &[]).await;
        assert_eq!(overdue(found(&site).await), 1, "the working days that were left are left");
        site.on(date(2026, 12, 30));
        assert_eq!(overdue(found(&site).await), 2);
        site.on(date(2027, 1, 4));
        assert_eq!(overdue(found(&site).await), 2, "what is open from the year before is named in this one");
    }

    async fn s4_7_a_voter_meeting_of_the_same_day_and_place_is_to_be_checked(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        let meeting = |place: &str| {
            let typed = TypedSide {
                kind: "voter_meeting".into(),
                title: "Tiếp xúc cử tri sau kỳ họp".into(),
                on_day: "05/12/2026".into(),
                place: place.into(),
                host: "Tổ đại biểu HĐND xã".into(),
                ..TypedSide::default()
            };
            RecordSide { unit_id: world::unit(VAN_TRACH), side: side(&typed).unwrap() }
        };
        site.app.carry_out(&office(), meeting("Trụ sở UBND xã")).await.unwrap();
        assert!(!found(&site).await.contains(&FindingKind::VoterMeetingAsDialogue), "beside, at another place");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/so-nhiem-vu/thuc-chat?nam=2026").await.says("Ngoài ra có 1 cuộc tiếp xúc cử tri trong năm");
        site.app.carry_out(&office(), meeting("Nhà văn hóa thôn Bến Gỗ")).await.unwrap();
        assert!(found(&site).await.contains(&FindingKind::VoterMeetingAsDialogue));
        thu.get("/cong-viec/so-nhiem-vu?nam=2026").await.says("Tiếp xúc cử tri ghi nhầm là đối thoại");
    }

    async fn s4_18_years_stand_beside_each_other_and_a_year_without_numbers_says_why(db: Fresh) {
        let site = site(db).await;
        held(&site, &["Cây gãy đường thôn Hạ"]).await;
        site.on(date(2027, 2, 1));
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get("/cong-viec/nhieu-nam").await;
        page.says("Nhiều năm").says("Đơn vị chưa có hoặc đã kết thúc").says("Năm chưa kết thúc").says("2026 1").says("Không có số liệu");
        let mut city = site.officer("vanphong.thanhpho").await;
        city.get("/cap-tren/so-nhiem-vu/nhieu-nam").await.says("2026").says("không có nghĩa là không làm");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get("/cap-tren/so-nhiem-vu/nhieu-nam").await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get("/cong-viec/nhieu-nam?xa=D0001").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_roll_up_as_of_now_marks_the_divided_and_folds_no_district_into_a_commune(db: Fresh) {
        let site = site(db).await;
        let city = "31.2025";
        let commune = world::unit(VAN_TRACH);
        site.app.store.write(Former { commune: commune.clone(), other: world::unit("D0002") }).await.unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let lines = |all: &[caunoi_app::duty::table::Line]| {
            all.iter()
                .filter(|l| !l.cells.is_empty())
                .map(|l| (l.name.clone(), l.note.clone(), l.cells["frequency"].met))
                .collect::<Vec<_>>()
        };
        let then = table(&mut conn, city, 2024, date(2026, 11, 23), 30, As::Then).await.unwrap();
        let ended = || Note::Ended("2025-06-30".into());
        assert_eq!(
            lines(&then),
            [
                ("Huyện dựng ra".into(), ended(), 1),
                ("Xã chia (cũ)".into(), ended(), 1),
                ("Xã Mai (cũ)".into(), ended(), 1),
                ("Xã Trạch (cũ)".into(), ended(), 1)
            ]
        );
        let now = table(&mut conn, city, 2024, date(2026, 11, 23), 30, As::Now).await.unwrap();
        let divided = Note::Divided(vec!["Phường Đông Lãm".into(), "Xã Vân Trạch".into()]);
        let merged = Note::With(vec!["Xã Mai (cũ)".into(), "Xã Trạch (cũ)".into()]);
        assert_eq!(
            lines(&now),
            [("Huyện dựng ra".into(), Note::District, 1), ("Xã chia (cũ)".into(), divided, 1), ("Xã Vân Trạch".into(), merged, 2)]
        );
        drop(conn);
        let mut v = site.officer("vanphong.thanhpho").await;
        let page = v.get("/cap-tren/so-nhiem-vu?nam=2024").await;
        page.says("gồm cả Xã Mai (cũ), Xã Trạch (cũ)")
            .says("đã chia cho Phường Đông Lãm, Xã Vân Trạch; không cộng vào đơn vị nào")
            .says("không cộng vào xã, phường");
        let page = v.get("/cap-tren/so-nhiem-vu?nam=2024&theo=luc-do").await;
        page.says("kết thúc 30/6/2025").hides("gồm cả");
        let at = page.link("/cong-viec/so-nhiem-vu?xa=F1.before_2025").replace("&#38;", "&").replace("&amp;", "&");
        assert_eq!(v.get(&at).await.status, StatusCode::OK, "the rows of a former unit open");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&at).await.status, StatusCode::NOT_FOUND);
    }
}

/// Invented former units of a real province of then, with a head each and one duty done in 2024.
struct Former {
    commune: String,
    other: String,
}

impl caunoi_store::Change for Former {
    type Done = ();
    type Refused = caunoi_app::Refusal;
    async fn make(&self, tx: &mut caunoi_store::Tx<'_>) -> Result<(), caunoi_app::Refusal> {
        let province = "31.before_2025";
        let city = unit::find(tx, "31.2025").await?.unwrap();
        let then = UnitRow {
            id: province.into(),
            period: Period::Before2025,
            province_id: province.into(),
            valid_to: Some("2025-06-30".into()),
            ..city
        };
        unit::put(tx, &then).await?;
        unit::put_lineage(tx, province, "31.2025", "whole", "demo").await?;
        let units = [
            ("F0", Level::District, "Huyện dựng ra", vec![&self.commune]),
            ("F1", Level::Commune, "Xã Mai (cũ)", vec![&self.commune]),
            ("F2", Level::Commune, "Xã Trạch (cũ)", vec![&self.commune]),
            ("F3", Level::Commune, "Xã chia (cũ)", vec![&self.commune, &self.other]),
        ];
        for (code, level, name, into) in units {
            let id = format!("{code}.before_2025");
            let parent = if level == Level::District { province } else { "F0.before_2025" };
            let row = UnitRow {
                id: id.clone(),
                code: code.into(),
                period: Period::Before2025,
                level,
                kind: if level == Level::District { "huyen".into() } else { "xa".into() },
                name: name.into(),
                parent_id: Some(parent.into()),
                province_id: province.into(),
                valid_from: None,
                valid_to: Some("2025-06-30".into()),
                source: "demo".into(),
            };
            unit::put(tx, &row).await?;
            for to in into {
                unit::put_lineage(tx, &id, to, if level == Level::Commune { "whole" } else { "part" }, "demo").await?;
            }
            let body =
                people::BodyRow { id: format!("{code}-ubnd"), ..people::bodies(tx, &self.commune).await?.into_iter().next().unwrap() };
            people::put_body(tx, &people::BodyRow { unit_id: id.clone(), ..body.clone() }).await?;
            let post = PostRow {
                id: format!("{code}-ct"),
                body_id: body.id,
                unit_id: id.clone(),
                kind: PostKind::CommitteeChair,
                name: "Chủ tịch".into(),
                head: true,
                holder: None,
            };
            people::put_post(tx, &post).await?;
            let duty = KeptDuty {
                duty_id: format!("d-{code}"),
                post_id: post.id,
                kind: "frequency".into(),
                document_id: "x".into(),
                clause: 0,
                due_on: "2024-12-31".into(),
                done_on: Some("2024-05-05".into()),
                settled: String::new(),
            };
            duty_sheet::replace(tx, (&id, province, 2024), &[duty], &[], i64::MAX).await?;
        }
        Ok(())
    }
}
