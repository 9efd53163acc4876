//! The minutes of a dialogue: who presided, who spoke, what was answered; signed they are locked (issue A, point 5).

use caunoi_domain::{
    dialogue::minutes::hash,
    opinion::{item::Standing, kind::Channel, step::Step, tracking_code::PublicId},
};
use caunoi_store::{handover, minutes as rows, opinion as opinions};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    hall::{Hall, announced, held, item_of, opinion, press, signed, thread_of},
    kit::Site,
};

async fn minutes_row(site: &Site, hall: &Hall) -> rows::MinutesRow {
    let mut conn = site.app.store.read().await.unwrap();
    let d = caunoi_store::dialogue::find_public(&mut conn, hall.dialogue).await.unwrap().unwrap();
    rows::of_dialogue(&mut conn, &d.id).await.unwrap().unwrap()
}

on_both! {
    async fn minutes_are_written_checked_signed_then_locked_and_an_addendum_follows(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&at)
            .await
            .says("Ghi ai đã chủ trì thay mặt chức danh: Chủ tịch UBND xã")
            .says("Ghi giờ bế mạc")
            .says("Biên bản chưa có lượt phát biểu nào");
        let early = press(&mut thu, &at, &format!("{at}/kiem-tra"), &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is checked that is not whole");
        early.says("Ghi giờ bế mạc");
        let groups = [("label", "Nhân dân"), ("invited", "150"), ("present", "146"), ("label", ""), ("invited", ""), ("present", "")];
        press(&mut thu, &at, &format!("{at}/du"), &groups).await.says("Nhân dân");
        signed(&site, &hall).await;
        // Locked: no form, and every forged edit is refused.
        let page = thu.get(&at).await;
        page.says("Chủ tịch UBND xã đã ký").says("Biên bản đã khóa").hides("/phat-bieu\"");
        let entry = [("village", "D0001-v1"), ("said", "Thêm vào sau khi ký")];
        for (to, fields) in [
            ("phat-bieu", entry.as_slice()),
            ("du", groups.as_slice()),
            ("chu-tri", [("post", "D0001-chu-tich"), ("mode-0", "in_person")].as_slice()),
        ] {
            assert_eq!(press(&mut thu, &at, &format!("{at}/{to}"), fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        }
        assert_eq!(press(&mut thu, &at, &at, &[("opened", "06:00")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let m = minutes_row(&site, &hall).await;
        let entries = rows::entries(&mut site.app.store.read().await.unwrap(), &m.id).await.unwrap();
        let edit = [("village", "D0001-v1"), ("said", "Sửa sau khi ký"), ("entry", entries[0].entry.id.as_str())];
        assert_eq!(press(&mut thu, &at, &format!("{at}/phat-bieu"), &edit).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(entries.len(), 1);
        // The hash is that of the text that anybody can download, and of the rows read again.
        let text = thu.get(&format!("{at}/van-ban-goc")).await;
        assert_eq!(hash(&text.html), m.hash);
        page.says(&m.hash);
        let mut conn = site.app.store.read().await.unwrap();
        let d = caunoi_store::dialogue::find_public(&mut conn, hall.dialogue).await.unwrap().unwrap();
        let again = caunoi_app::dialogue::minutes::read(&mut conn, &d, &m).await.unwrap();
        assert_eq!(hash(&again.canonical()), m.hash);
        drop(conn);
        // An addendum binds the hash before it; the minutes do not change.
        let empty = press(&mut thu, &at, &format!("{at}/bo-sung"), &[("addendum", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut thu, &at, &format!("{at}/bo-sung"), &[("addendum", "Sửa tên thôn ở lượt 1.")]).await.says("Sửa tên thôn ở lượt 1.");
        press(&mut thu, &at, &format!("{at}/bo-sung"), &[("addendum", "Sửa tên thôn ở lượt 1.")]).await;
        let addenda = rows::addenda(&mut site.app.store.read().await.unwrap(), &m.dialogue_id).await.unwrap();
        assert_eq!(addenda.len(), 2);
        assert_ne!(addenda[0].hash, addenda[1].hash);
        assert_eq!(minutes_row(&site, &hall).await.hash, m.hash);
        thu.get(&format!("{at}/in"))
            .await
            .says("BIÊN BẢN")
            .says("NGƯỜI GHI BIÊN BẢN")
            .says("CHỦ TRÌ")
            .says("146 người")
            .says("Sửa tên thôn");
        thu.get(&format!("{at}?lang=en")).await.says("The minutes are locked");
    }

    async fn p9_the_councils_co_chair_stands_in_the_minutes_the_notice_and_on_public_pages(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        // Beside the head there is a place for the co-chair, and the minutes wait for it.
        let page = thu.get(&at).await;
        page.says("Thường trực HĐND xã (đồng chủ trì)").says("Ghi ai đã chủ trì thay mặt chức danh: Thường trực HĐND xã");
        assert_eq!(page.html.matches("name=\"post\"").count(), 2);
        let public = hall.base.replace("/cong-viec", "");
        site.visitor().get(&public).await.says("Đồng chủ trì Thường trực HĐND xã").says("Chủ trì Chủ tịch UBND xã");
        let alone = [("post", "D0001-chu-tich"), ("mode-0", "in_person"), ("person-0", "Nguyễn Thị Hạnh")];
        press(&mut thu, &at, &format!("{at}/chu-tri"), &alone).await.says("Ghi ai đã chủ trì thay mặt chức danh: Thường trực HĐND xã");
        signed(&site, &hall).await;
        thu.get(&format!("{at}/in")).await.says("Người chủ trì: Chủ tịch UBND xã").says("Đồng chủ trì: Thường trực HĐND xã: ");
        thu.get(&format!("{at}/van-ban-goc")).await.says("co_chair#1").says("post=26:Thường trực HĐND xã");
        // It presides in no head's place: only the head's body issues a notice, and the notice names the co-chair.
        let notice = thu.get(&format!("{}/thong-bao", hall.base)).await;
        assert!(notice.html.contains("D0001-ubnd") && !notice.html.contains("D0001-hdnd"), "the HĐND issues no conclusion notice");
        press(&mut thu, &format!("{}/thong-bao", hall.base), &format!("{}/thong-bao/soan", hall.base), &[("body", "D0001-hdnd")])
            .await
            .says("Lỗi:");
        let drafted =
            press(&mut thu, &format!("{}/thong-bao", hall.base), &format!("{}/thong-bao/soan", hall.base), &[("body", "D0001-ubnd")]).await;
        let paper = thu.get(&drafted.link(&format!("{}/thong-bao/in", hall.base)).replace("&amp;", "&")).await;
        paper.says("Chủ tịch UBND xã chủ trì").says("Thường trực HĐND xã đồng chủ trì");
        site.visitor().get(&public).await.says("Đồng chủ trì Thường trực HĐND xã. Trực tiếp chủ trì");
        site.visitor().get(&format!("{public}/ban-tin")).await.says("Đồng chủ trì: Thường trực HĐND xã");
    }

    async fn s3_1_delegation_without_paper_is_refused_and_with_it_recorded(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let mut fields = vec![
            ("post", "D0001-chu-tich"),
            ("mode-0", "delegated"),
            ("person-0", "Nguyễn Thị Hạnh"),
            ("deputy-0", "Trần Văn Phúc, Phó Chủ tịch UBND xã"),
            ("reason-0", "Họp Hội đồng nhân dân thành phố"),
        ];
        let without = press(&mut thu, &at, &format!("{at}/chu-tri"), &fields).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        without.says("Chủ tịch UBND xã ủy quyền chủ trì: ghi cấp phó chủ trì thay, văn bản ủy quyền và lý do").says("Lỗi:");
        assert_eq!(without.field("deputy-0"), "Trần Văn Phúc, Phó Chủ tịch UBND xã", "what was typed stays");
        thu.get(&at).await.says("Ghi ai đã chủ trì thay mặt chức danh");
        fields.push(("paper-0", "31/UQ-UBND ngày 04/12/2026"));
        press(&mut thu, &at, &format!("{at}/chu-tri"), &fields).await;
        let paper = thu.get(&format!("{at}/in")).await;
        paper.says("Trần Văn Phúc, Phó Chủ tịch UBND xã chủ trì theo ủy quyền (31/UQ-UBND ngày 04/12/2026; lý do: Họp Hội đồng nhân dân thành phố)");
    }

    async fn s0_20_an_opinion_is_born_in_the_hall_with_its_village_and_the_person_gets_a_slip(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let form = thu.get(&at).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let mut fields = vec![
            ("csrf", csrf.as_str()),
            ("key", key.as_str()),
            ("village", "D0001-v2"),
            ("said", "Đường thôn Đồng Vàng chưa có điện chiếu sáng."),
            ("link", "new"),
            ("full_name", "Cầm Hoàng Oanh"),
        ];
        let wrong = thu.post(&format!("{at}/phat-bieu"), &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a kind is asked");
        wrong.says("Xin chọn một loại").says("Đường thôn Đồng Vàng");
        fields.push(("kind", "petition"));
        let slip = thu.post(&format!("{at}/phat-bieu"), &fields).await;
        slip.says("Phiếu theo dõi dành cho người phát biểu").says("Số bí mật");
        // The same form again: one entry, one opinion, the same slip.
        let again = thu.post(&format!("{at}/phat-bieu"), &fields).await;
        let code = |p: &crate::kit::Page| p.html.split("<dd class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert_eq!(code(&slip), code(&again));
        let page = thu.get(&at).await;
        page.says("1. Một người dân thôn Đồng Vàng").hides("Cầm Hoàng Oanh");
        assert!(!page.text().contains("2. Một người dân"));
        let m = minutes_row(&site, &hall).await;
        let mut conn = site.app.store.read().await.unwrap();
        let entries = rows::entries(&mut conn, &m.id).await.unwrap();
        let row = caunoi_store::item::find_public(&mut conn, entries[0].item_public_id.unwrap()).await.unwrap().unwrap();
        let given = opinions::find(&mut conn, &row.opinion_id).await.unwrap().unwrap();
        assert_eq!((given.channel, given.village_id.as_deref()), (Channel::Hall, Some("D0001-v2")));
        drop(conn);
        // Without an answer in the hall it waits for the conclusion, by a day that is said.
        assert_eq!(row.standing, Standing::Scheduled);
        assert_eq!((row.next.actor.as_str(), row.next.due_on.as_deref()), ("Chủ tịch UBND xã", Some("2026-12-15")));
    }

    async fn an_answer_in_the_hall_stands_on_the_thread_and_a_wrong_link_is_mended(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc", "Đường thôn Hạ lầy"]).await;
        let other = opinion(&site, "Loa thôn hỏng").await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let link = PublicId::from_i64(hall.items[0]).to_string();
        let entry = [
            ("speaker", "Trưởng thôn Bến Gỗ"),
            ("said", "Khi nào nạo vét?"),
            ("answer", "Trước Tết sẽ làm."),
            ("answered_by", "Trưởng phòng Kinh tế"),
            ("promised", "31/01/2027"),
            ("link", link.as_str()),
        ];
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &entry).await.says("Hẹn ngày 31/01/2027");
        let first = item_of(&site, hall.items[0]).await;
        assert_eq!(first.standing, Standing::Heard);
        assert!(first.disposed_at.is_some() && first.resolved_at.is_none());
        let heard = |steps: &[caunoi_store::step::StepView]| {
            steps.iter().filter(|s| matches!(&s.step, Step::Heard { answer, .. } if answer == "Trước Tết sẽ làm.")).count()
        };
        assert_eq!(heard(&thread_of(&site, &first).await), 1);
        // It was about the other matter: the first one waits again, the second has the answer.
        let m = minutes_row(&site, &hall).await;
        let id = rows::entries(&mut site.app.store.read().await.unwrap(), &m.id).await.unwrap()[0].entry.id.clone();
        let right = PublicId::from_i64(hall.items[1]).to_string();
        let mut mended = entry.to_vec();
        mended[5] = ("link", right.as_str());
        mended.push(("entry", id.as_str()));
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &mended).await;
        let first = item_of(&site, hall.items[0]).await;
        assert_eq!((first.standing, first.disposed_at), (Standing::Scheduled, None));
        let second = item_of(&site, hall.items[1]).await;
        assert_eq!(second.standing, Standing::Heard);
        assert_eq!(heard(&thread_of(&site, &second).await), 1);
        // An edit that leaves the answer tells nothing twice.
        mended[1] = ("said", "Khi nào nạo vét mương?");
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &mended).await;
        assert_eq!(heard(&thread_of(&site, &second).await), 1);
        // What was not in the contents goes back to triage where the entry was not about it.
        let stranger = PublicId::from_i64(other).to_string();
        mended[5] = ("link", stranger.as_str());
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &mended).await;
        assert_eq!(item_of(&site, other).await.standing, Standing::Heard);
        mended[5] = ("link", right.as_str());
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &mended).await;
        assert_eq!(item_of(&site, other).await.standing, Standing::Triaged);
        // An item of another commune is no choice.
        mended[5] = ("link", "XXXXXXXXXXXXX");
        assert_eq!(press(&mut thu, &at, &format!("{at}/phat-bieu"), &mended).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn p4_a_denunciation_said_aloud_leaves_the_minutes_without_its_words(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let said = "Tôi tố cáo ông A nhận tiền.";
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &[("village", "D0001-v1"), ("said", said)]).await.says("Tôi tố cáo");
        let m = minutes_row(&site, &hall).await;
        let id = rows::entries(&mut site.app.store.read().await.unwrap(), &m.id).await.unwrap()[0].entry.id.clone();
        let edit = format!("{at}?sua={id}");
        thu.get(&edit).await.says("Đây là lời khiếu nại hoặc tố cáo");
        let mut fields =
            vec![("entry", id.as_str()), ("sealed_kind", "denunciation"), ("sent_on", "07/12/2026"), ("receiver", "Ủy ban Kiểm tra")];
        let bare = press(&mut thu, &edit, &format!("{at}/chuyen"), &fields).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "no transfer without its paper");
        fields.push(("paper", "12/UBND-VP"));
        press(&mut thu, &edit, &format!("{at}/chuyen"), &fields).await.hides("Tôi tố cáo");
        let mut conn = site.app.store.read().await.unwrap();
        assert!(rows::entries(&mut conn, &m.id).await.unwrap().is_empty());
        let lines = handover::page(&mut conn, "D0001.demo", (i64::MAX, ""), 10).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].channel, lines[0].arrived_on.as_str(), lines[0].paper.as_str()), (Channel::Hall, "2026-12-05", "12/UBND-VP"));
        drop(conn);
        thu.get(&format!("{at}/in")).await.hides("Tôi tố cáo");
    }

    async fn only_the_office_writes_and_only_a_chair_signs(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        for login in ["mttq.vantrach", "kinhte.vantrach", "chutich.vantrach", "bithu.vantrach"] {
            let mut v = site.officer(login).await;
            v.get(&at).await.hides("/phat-bieu\"").hides("/bien-ban/ky\"");
            let forged = press(&mut v, &at, &format!("{at}/phat-bieu"), &[("speaker", "x"), ("said", "y")]).await;
            assert_eq!(forged.status, StatusCode::NOT_FOUND, "{login}");
        }
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&at).await.status, StatusCode::NOT_FOUND);
        let mut party = site.officer("bithu.vantrach").await;
        assert_eq!(press(&mut party, &at, &format!("{at}/ky"), &[]).await.status, StatusCode::NOT_FOUND, "does not chair");
        let mut head = site.officer("chutich.vantrach").await;
        let early = press(&mut head, &at, &format!("{at}/ky"), &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        early.says("Biên bản chưa có lượt phát biểu nào");
    }

    async fn the_day_is_confirmed_before_the_minutes_open(db: Fresh) {
        let site = Site::new(db).await;
        let coming = announced(&site, &["Loa thôn hỏng"], &["D0001-chu-tich"]).await;
        let at = format!("{}/bien-ban", coming.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(&at).await;
        page.says("Ghi nhận đã tổ chức").hides("/phat-bieu\"");
        assert_eq!(page.field("held_on"), "05/12/2026");
        for (day, why) in
            [("05/12/2026", "Xin xem lại ngày"), ("22/11/2026", "Xin xem lại ngày"), ("31/11/2026", "tháng 11 chỉ có 30 ngày")]
        {
            let refused = press(&mut thu, &at, &format!("{at}/to-chuc"), &[("held_on", day)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
            refused.says(why);
            assert_eq!(refused.field("held_on"), day, "what was typed stays");
        }
        assert_eq!(
            press(&mut thu, &at, &format!("{at}/phat-bieu"), &[("speaker", "x"), ("said", "y")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let again =
            press(&mut thu, &format!("{}/bien-ban", hall.base), &format!("{}/bien-ban/to-chuc", hall.base), &[("held_on", "05/12/2026")])
                .await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "held once");
        let m = minutes_row(&site, &hall).await;
        assert_eq!((m.opened.as_str(), m.secretary.as_str()), ("07:30", "Lương Thị Mai"));
        thu.get(&hall.base).await.says("Đã tổ chức");
    }
}
