//! What the pages of the administration do not show: posts and names through time, what is open when a post passes on, who
//! may be taken out in a list (issue B).

use caunoi_app::{
    Refusal, Verb,
    demo::world::{self, VAN_TRACH},
    export::{self, Table},
    followup::{assign_task::AssignTask, escalate_matter::EscalateMatter},
    people::{appoint::Appoint, hand_over_post::open_under, rename_body::RenameBody, take_leave::TakeLeave, void_tenure::VoidTenure},
};
use caunoi_domain::{followup::EscalationMode, people::actor::Actor};
use caunoi_store::{Change, StoreError, Tx, args, people, tenure};
use caunoi_testkit::on_both;
use jiff::civil::{Date, date};

use crate::{followup::opinion, kit::Site};

/// The fields for which a verb is refused.
async fn refused<V: Verb>(site: &Site, actor: &Actor, verb: V) -> Vec<&'static str>
where
    V::Done: std::fmt::Debug,
{
    match site.app.carry_out(actor, verb).await {
        Err(Refusal::Invalid(wrong)) => wrong.iter().map(|p| p.field).collect(),
        other => panic!("{other:?}"),
    }
}

/// The tenure of whoever holds a post, by its id.
async fn holder(site: &Site, post: &str) -> String {
    let mut conn = site.app.store.read().await.unwrap();
    let post = tenure::post(&mut conn, &world::post(VAN_TRACH, post)).await.unwrap().unwrap();
    tenure::held(&mut conn, post).await.unwrap().tenures[0].id.clone()
}

/// An account whose role in the unit ended on that ISO day.
struct Gone(&'static str, &'static str);

impl Change for Gone {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let end = "UPDATE role_grant SET to_on = $2 WHERE user_id = (SELECT id FROM user_account WHERE login = $1)";
        tx.exec(end, args![self.0, self.1]).await?;
        Ok(())
    }
}

on_both! {
    async fn p17_leave_lies_within_the_tenure_of_whoever_is_away(db: Fresh) {
        let site = Site::new(db).await;
        let admin = site.actor("quantri.vantrach").await;
        let tenure_id = holder(&site, "chu-tich").await;
        let leave =
            |from: Date, to: Option<Date>| TakeLeave { tenure_id: tenure_id.clone(), from, to, paper: "Giấy nghỉ phép".into() };
        assert_eq!(refused(&site, &admin, leave(date(2025, 6, 1), None)).await, ["leave_from"], "before the post was held");
        assert_eq!(refused(&site, &admin, leave(date(2026, 11, 24), Some(date(2026, 11, 20)))).await, ["leave_from"]);
        site.app.carry_out(&admin, leave(date(2026, 11, 24), Some(date(2026, 11, 27)))).await.unwrap();
    }

    async fn s0_2_a_tenure_that_was_entered_by_mistake_holds_its_post_no_more(db: Fresh) {
        let site = Site::new(db).await;
        let admin = site.actor("quantri.vantrach").await;
        let appoint = |person: &str| Appoint {
            post_id: world::post(VAN_TRACH, "chu-tich"),
            person: person.to_owned(),
            login: String::new(),
            from: date(2026, 1, 1),
            to: None,
            acting: false,
            paper: "QĐ 22-QĐ/TU".into(),
        };
        assert_eq!(refused(&site, &admin, appoint("Trịnh Công Lập")).await, ["from_on"], "one post, one holder");
        site.app.carry_out(&admin, VoidTenure { tenure_id: holder(&site, "chu-tich").await }).await.unwrap();
        site.app.carry_out(&admin, appoint("Trịnh Công Lập")).await.unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let all = people::posts(&mut conn, &world::unit(VAN_TRACH), "2026-11-23").await.unwrap();
        assert_eq!(all.iter().find(|p| p.id.ends_with("chu-tich")).unwrap().holder.as_deref(), Some("Trịnh Công Lập"));
    }

    async fn s0_18_a_name_that_is_entered_late_is_a_name_of_its_day_and_not_today_s(db: Fresh) {
        let site = Site::new(db).await;
        let admin = site.actor("quantri.vantrach").await;
        let named = |name: &str, from: Date| RenameBody {
            body_id: world::body(VAN_TRACH, "phong-kinh-te"),
            name: name.to_owned(),
            symbol: "PKT".into(),
            from,
            source: "QĐ 30/QĐ-UBND".into(),
            confirmed: true,
        };
        site.app.carry_out(&admin, named("Phòng Kinh tế và Môi trường xã", date(2026, 11, 1))).await.unwrap();
        site.app.carry_out(&admin, named("Phòng Kinh tế, Hạ tầng xã", date(2026, 9, 1))).await.unwrap();
        let unit = world::unit(VAN_TRACH);
        let on = async |day: &str| {
            let mut conn = site.app.store.read().await.unwrap();
            let all = people::bodies_named(&mut conn, &unit, day).await.unwrap();
            all.into_iter().find(|b| b.id.ends_with("phong-kinh-te")).unwrap().name
        };
        let all = people::bodies(&mut site.app.store.read().await.unwrap(), &unit).await.unwrap();
        assert_eq!(all.iter().find(|b| b.id.ends_with("phong-kinh-te")).unwrap().name, "Phòng Kinh tế và Môi trường xã");
        assert_eq!([on("2026-08-31").await, on("2026-10-31").await], ["Phòng Kinh tế xã", "Phòng Kinh tế, Hạ tầng xã"]);
    }

    async fn p17_a_head_hands_over_what_is_the_unit_s_and_a_body_s_head_what_the_body_takes_part_in(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let (led, up) = (opinion(&site, "giao", "Mương tiêu tắc.").await, opinion(&site, "len", "Cầu hỏng.").await);
        let task = AssignTask {
            item: led,
            parent: None,
            body_id: world::body(VAN_TRACH, "phong-kinh-te"),
            partners: vec![world::body(VAN_TRACH, "van-phong")],
            task: "Nạo vét mương".into(),
            due_on: Some("2026-12-20".into()),
            due_basis: String::new(),
        };
        site.app.carry_out(&clerk, task).await.unwrap();
        let sent = EscalateMatter {
            item: up,
            mode: EscalationMode::Dispatch,
            to_unit_id: None,
            to_body: "Sở Xây dựng (dựng ra)".into(),
            text: "Đề nghị bố trí vốn làm cầu".into(),
            paper: "12/TTr-UBND".into(),
            paper_on: Some("2026-11-23".into()),
            due_on: None,
        };
        site.app.carry_out(&clerk, sent).await.unwrap();
        let open = async |post: &str| -> Vec<String> {
            let mut conn = site.app.store.read().await.unwrap();
            let post = tenure::post(&mut conn, &world::post(VAN_TRACH, post)).await.unwrap().unwrap();
            open_under(&mut conn, &post, "2026-11-23").await.unwrap().into_iter().map(|l| l.kind).collect()
        };
        assert_eq!(open("chu-tich").await, ["sent_up", "task"]);
        assert_eq!(open("chanh-vp").await, ["task"], "what the office co-operates in");
        assert_eq!(open("ct-mttq").await, [""; 0]);
    }

    async fn s2_7_a_list_of_people_holds_those_of_the_day(db: Fresh) {
        let site = Site::new(db).await;
        let admin = site.actor("quantri.vantrach").await;
        let listed = async || {
            let taken = export::take(&site.app, Some(&admin), Table::People).await.unwrap();
            taken.rows.iter().any(|r| r.iter().any(|c| c == "kinhte.vantrach"))
        };
        assert!(listed().await);
        site.app.store.write(Gone("kinhte.vantrach", "2026-11-23")).await.unwrap();
        assert!(listed().await, "on the last day");
        site.app.store.write(Gone("kinhte.vantrach", "2026-11-22")).await.unwrap();
        assert!(!listed().await, "whose role ended is let in nowhere else");
    }
}
