//! Bulk acts of the triage queue: each row's result is told, what was left stays ticked, one undo takes the act back;
//! several texts are published from one form.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    opinion::{assign_at_once::AssignAtOnce, restrict::Restrict},
};
use caunoi_domain::{
    followup::AssignmentState,
    opinion::{item::Publication, step::Step},
};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    followup::{assign, fill, item, opinion, shown, steps},
    kit::{Page, Site, Visitor},
};

const QUEUE: &str = "/cong-viec/phan-loai";

async fn choose(v: &mut Visitor, act: &str, items: &[i64]) -> Page {
    let page = v.get(QUEUE).await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let ids: Vec<String> = items.iter().map(|i| shown(*i)).collect();
    let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("loc", "cho"), ("viec", act)];
    fields.extend(ids.iter().map(|i| ("chon", i.as_str())));
    v.submit(QUEUE, &fields).await
}

/// The address of the first task of a list.
fn first_task(list: &Page) -> String {
    list.html.split("class=\"hit\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn is_ticked(page: &Page, id: i64) -> bool {
    page.html.contains(&format!("name=\"chon\" value=\"{}\" checked", shown(id)))
}

on_both! {
    async fn a_bulk_act_tells_each_row_keeps_what_was_left_and_is_undone_at_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut all = Vec::new();
        for (key, text) in [("a", "Loa hỏng."), ("b", "Mương tắc."), ("c", "Góp ý về một cán bộ.")] {
            all.push(opinion(&site, key, text).await);
        }
        let office = site.actor("vanthu.vantrach").await;
        site.app.carry_out(&office, Restrict { item: all[2] }).await.unwrap();
        let mut v = site.officer("vanthu.vantrach").await;
        let partly = choose(&mut v, "doi-thoai", &all).await;
        assert_eq!(partly.status, StatusCode::UNPROCESSABLE_ENTITY);
        partly.says("Đưa ra đối thoại: đã làm 2 ý kiến.").says("Loa hỏng").says("Mương tắc");
        partly.says("Còn 1 ý kiến chưa làm được, vẫn được chọn: Góp ý về một cán bộ:").says("Chờ phân loại 1");
        assert!(is_ticked(&partly, all[2]), "what was left stays ticked");
        let csrf = partly.field("csrf");
        v.submit("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.says("Chờ phân loại 3");
        // The same by a page of its own: the field of several at once, of which one has gone on meanwhile.
        let form = choose(&mut v, "phan-loai", &all[..2]).await;
        form.says("2 ý kiến được chọn");
        let gone = caunoi_app::opinion::answer_directly::AnswerDirectly { item: all[1], result: "Đã nạo vét".into(), norm: "Biên bản 1".into() };
        site.app.carry_out(&office, gone).await.unwrap();
        let (csrf, key, first, second) = (form.field("csrf"), form.field("key"), shown(all[0]), shown(all[1]));
        let fields = [("csrf", csrf.as_str()), ("key", &key), ("chon", &first), ("chon", &second), ("field", "culture")];
        let told = v.upload("/cong-viec/phan-loai/viec/phan-loai", &fields, &[]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says("Phân loại: đã làm 1 ý kiến.").says("Mương tắc: Việc này không còn làm được");
        assert_eq!(item(&site, all[0]).await.field, "culture");
        // Nothing that fits: nothing is done, everything is told.
        let none = choose(&mut v, "doi-thoai", &all[1..]).await;
        none.says("Đưa ra đối thoại: đã làm 0 ý kiến.").says("Còn 2 ý kiến chưa làm được");
    }

    async fn several_texts_are_published_from_one_form_and_a_private_one_stays_with_what_was_typed(db: Fresh) {
        let site = Site::new(db).await;
        let mut all = Vec::new();
        for (key, text) in [("a", "Loa thôn Hạ hỏng."), ("b", "Mương tắc, gọi 0912345678."), ("c", "Đèn đường tắt.")] {
            all.push(opinion(&site, key, text).await);
        }
        let mut v = site.officer("vanthu.vantrach").await;
        let form = choose(&mut v, "cong-bo", &all).await;
        form.says("Công bố nhiều ý kiến").says("0912345678");
        let ids: Vec<String> = all.iter().map(|i| shown(*i)).collect();
        let typed = |key: String, phone: &str, lay: &[usize]| {
            let mut fields = vec![("key".to_owned(), key)];
            for (n, id) in ids.iter().enumerate() {
                let body = ["Loa thôn Hạ hỏng.", phone, "Đèn đường tắt."][n];
                fields.extend([("chon".into(), id.clone()), (format!("title-{id}"), body.to_owned()), (format!("body-{id}"), body.to_owned())]);
            }
            fields.extend(lay.iter().map(|n| ("lay".to_owned(), ids[*n].clone())));
            fields
        };
        let path = "/cong-viec/phan-loai/cong-bo-nhieu";
        let csrf = form.field("csrf");
        let send = async |v: &mut Visitor, fields: Vec<(String, String)>| {
            let mut all: Vec<(&str, &str)> = vec![("csrf", csrf.as_str())];
            all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            v.submit(path, &all).await
        };
        let partly = send(&mut v, typed(form.field("key"), "Mương tắc, gọi 0912345678.", &[0, 1])).await;
        assert_eq!(partly.status, StatusCode::UNPROCESSABLE_ENTITY);
        partly.says("Đã công bố 1 ý kiến.").says("Mương tắc, gọi 0912345678.").says("số điện thoại").says("Đèn đường tắt.");
        site.visitor().get(&format!("/y-kien/{}", ids[0])).await.says("Loa thôn Hạ hỏng.");
        assert_eq!(site.visitor().get(&format!("/y-kien/{}", ids[2])).await.status, StatusCode::NOT_FOUND, "what was not ticked is not published");
        send(&mut v, typed(partly.field("key"), "Mương tắc.", &[0, 1, 2])).await.says("Chờ quyết định công bố 0");
        for id in &ids {
            assert_eq!(site.visitor().get(&format!("/y-kien/{id}")).await.status, StatusCode::OK);
        }
        let at = format!("{path}?chon={}", ids[0]);
        v.get(&at).await.says("Công bố nhiều ý kiến");
        assert_eq!(site.officer("kinhte.vantrach").await.get(&at).await.status, StatusCode::NOT_FOUND);
    }

    async fn s0_11_several_tasks_are_urged_or_transferred_from_the_list_and_each_is_told(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let mut tasks = Vec::new();
        for (key, text) in [("a", "Loa hỏng."), ("b", "Mương tắc."), ("c", "Đèn tắt.")] {
            let id = opinion(&site, key, text).await;
            tasks.push(assign(&mut office, id, "phong-kinh-te", &format!("Việc {key}"), "11/12/2026", "").await);
        }
        let ids: Vec<String> = tasks.iter().map(|t| t.rsplit('/').next().unwrap().to_owned()).collect();
        let list = office.get("/nhiem-vu").await;
        list.says("Với các nhiệm vụ đã chọn").says("Đôn đốc").says("Chuyển cho cơ quan khác");
        let csrf = list.field("csrf");
        let none = office.post("/nhiem-vu", &[("csrf", &csrf), ("viec", "don-doc")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is ticked");
        let one = office.get(&tasks[0]).await;
        fill(&mut office, &one, &format!("{}/don-doc", tasks[0]), &[("urging", "")]).await;
        // One of the two was urged today: the other is urged, the one stays ticked with its reason.
        let form = office.submit("/nhiem-vu", &[("csrf", &csrf), ("viec", "don-doc"), ("chon", &ids[0]), ("chon", &ids[1])]).await;
        form.says("2 nhiệm vụ được chọn").says("Việc a").says("Hạn 11/12/2026");
        let key = form.field("key");
        let sent = [("csrf", csrf.as_str()), ("key", &key), ("chon", &ids[0]), ("chon", &ids[1]), ("urging", "Gần đến hạn")];
        let told = office.post("/nhiem-vu/nhieu/don-doc", &sent).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        told.says("Đôn đốc: đã làm 1 nhiệm vụ.").says("Việc này hôm nay đã đôn đốc").says("Còn 1 nhiệm vụ chưa làm được");
        assert!(told.html.contains(&format!("value=\"{}\" checked", ids[0])), "what was left stays ticked");
        assert!(!told.html.contains(&format!("value=\"{}\" checked", ids[1])));
        office.get(&tasks[1]).await.says("Gần đến hạn");
        office.post("/nhiem-vu/nhieu/don-doc", &sent).await.says("đã làm 1 nhiệm vụ");
        // Transferred together: a reason is asked once, and each has its own transfer.
        let form = office.get(&format!("/nhiem-vu/nhieu/chuyen?chon={}&chon={}", ids[1], ids[2])).await;
        let (to, key) = (world::body(VAN_TRACH, "cong-an"), form.field("key"));
        let bare = [("csrf", csrf.as_str()), ("key", &key), ("chon", &ids[1]), ("chon", &ids[2]), ("to_body", &to), ("transfer_reason", "")];
        let refused = office.post("/nhiem-vu/nhieu/chuyen", &bare).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("2 nhiệm vụ được chọn");
        let key = refused.field("key");
        let sent = [("csrf", csrf.as_str()), ("key", &key), ("chon", &ids[1]), ("chon", &ids[2]), ("to_body", &to), ("transfer_reason", "Thuộc trật tự công cộng")];
        office.submit("/nhiem-vu/nhieu/chuyen", &sent).await.says("Đã xong: Chuyển cho cơ quan khác.");
        for task in &tasks[1..] {
            office.get(task).await.says("Phòng Kinh tế xã → Công an xã").says("Thuộc trật tự công cộng");
        }
        // Neither a body, which has no ticks, nor another commune does it.
        let mut phong = site.officer("kinhte.vantrach").await;
        phong.get("/nhiem-vu").await.hides("Với các nhiệm vụ đã chọn").says("Nhiệm vụ");
        let csrf = phong.get("/cong-viec").await.field("csrf");
        assert_eq!(phong.post("/nhiem-vu", &[("csrf", &csrf), ("viec", "don-doc"), ("chon", &ids[0])]).await.status, StatusCode::NOT_FOUND);
        let at = format!("/nhiem-vu/nhieu/don-doc?chon={}", ids[0]);
        office.get(&at).await.says("1 nhiệm vụ được chọn");
        let mut other = site.officer("vanthu.donglam").await;
        assert_eq!(other.get(&at).await.status, StatusCode::NOT_FOUND);
    }

    async fn bulk_assigning_is_undone_while_no_body_has_begun_and_then_never_again(db: Fresh) {
        let site = Site::new(db).await;
        let all = [opinion(&site, "a", "Loa hỏng.").await, opinion(&site, "b", "Mương tắc.").await];
        let office = site.actor("vanthu.vantrach").await;
        let give = || AssignAtOnce {
            items: all.to_vec(),
            body_id: world::body(VAN_TRACH, "phong-kinh-te"),
            partners: vec![world::body(VAN_TRACH, "cong-an")],
            task: String::new(),
            due_on: None,
        };
        let before = item(&site, all[0]).await;
        site.app.carry_out(&office, give()).await.unwrap();
        let mut v = site.officer("vanthu.vantrach").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let task = first_task(phong.get("/nhiem-vu").await.says("Mương tắc"));
        let csrf = v.get(QUEUE).await.says("Vừa làm: Giao cơ quan (2 ý kiến).").field("csrf");
        v.submit("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.says("Chờ phân loại 2").hides("Vừa làm");
        let now = item(&site, all[0]).await;
        assert_eq!((now.standing, now.route, now.next), (before.standing, before.route, before.next));
        assert!(steps(&site, all[0]).await.contains(&Step::Withdrawn { body: "Phòng Kinh tế xã".into() }), "the thread keeps both");
        phong.get("/nhiem-vu").await.hides("Mương tắc");
        phong.get("/thong-bao").await.says("Việc đã giao được thu hồi");
        site.officer("congan.vantrach").await.get("/thong-bao").await.says("Việc đã giao được thu hồi");
        phong.get(&task).await.says("Đã thu hồi");
        let mut conn = site.app.store.read().await.unwrap();
        let rows = caunoi_store::assignment::of_item(&mut conn, &now.id).await.unwrap();
        assert!(rows.len() == 1 && rows[0].state == AssignmentState::Cancelled);
        drop(conn);
        // Given again; once the body has said something in the matter, the act stands and undo is not offered.
        site.app.carry_out(&office, give()).await.unwrap();
        let task = first_task(&phong.get("/nhiem-vu").await);
        let page = phong.get(&task).await;
        fill(&mut phong, &page, &format!("{task}/trao-doi"), &[("comment", "Đã cử người")]).await.says("Đã cử người");
        let csrf = v.get(QUEUE).await.hides("Vừa làm").field("csrf");
        assert_eq!(v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(item(&site, all[0]).await.next.actor, "Phòng Kinh tế xã");
    }

    async fn undo_is_not_offered_after_an_answer_or_a_report_was_built_upon_the_act(db: Fresh) {
        let site = Site::new(db).await;
        let office = site.actor("vanthu.vantrach").await;
        let mut v = site.officer("vanthu.vantrach").await;
        let id = opinion(&site, "a", "Loa hỏng.").await;
        let form = choose(&mut v, "phan-loai", &[id]).await;
        let (csrf, key, shown_id) = (form.field("csrf"), form.field("key"), shown(id));
        v.upload("/cong-viec/phan-loai/viec/phan-loai", &[("csrf", &csrf), ("key", &key), ("chon", &shown_id), ("field", "culture")], &[]).await;
        v.get(QUEUE).await.says("Vừa làm: Phân loại");
        let answer = caunoi_app::opinion::answer_directly::AnswerDirectly { item: id, result: "Đã sửa".into(), norm: "Biên bản 1".into() };
        site.app.carry_out(&office, answer).await.unwrap();
        v.get(QUEUE).await.hides("Vừa làm");
        // A task that its body reported on.
        let other = opinion(&site, "b", "Mương tắc.").await;
        let give = AssignAtOnce { items: vec![other], body_id: world::body(VAN_TRACH, "phong-kinh-te"), partners: Vec::new(), task: String::new(), due_on: None };
        site.app.carry_out(&office, give).await.unwrap();
        v.get(QUEUE).await.says("Vừa làm: Giao cơ quan (1 ý kiến).");
        let mut phong = site.officer("kinhte.vantrach").await;
        let task = first_task(&phong.get("/nhiem-vu").await);
        let page = phong.get(&task).await;
        crate::followup::fill_with(&mut phong, &page, &format!("{task}/tien-do"), &[("progress", "Đang nạo vét")], &[]).await;
        v.get(QUEUE).await.hides("Vừa làm");
    }

    async fn one_press_of_publishing_is_one_undo_and_what_was_published_is_withheld_again(db: Fresh) {
        let database = db.database.clone();
        let site = Site::new(db).await;
        let mut all = Vec::new();
        for (key, text) in [("a", "Loa thôn Hạ hỏng."), ("b", "Mương tắc.")] {
            all.push(opinion(&site, key, text).await);
        }
        let mut v = site.officer("vanthu.vantrach").await;
        let form = choose(&mut v, "cong-bo", &all).await;
        let ids: Vec<String> = all.iter().map(|i| shown(*i)).collect();
        let mut fields = vec![("csrf".to_owned(), form.field("csrf")), ("key".into(), form.field("key"))];
        for (id, text) in ids.iter().zip(["Loa thôn Hạ hỏng.", "Mương tắc."]) {
            fields.extend([("chon".into(), id.clone()), (format!("title-{id}"), text.into()), (format!("body-{id}"), text.into()), ("lay".into(), id.clone())]);
        }
        let sent: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let done = v.submit("/cong-viec/phan-loai/cong-bo-nhieu", &sent).await;
        done.says("Vừa làm: Công bố (2 ý kiến).");
        for id in &ids {
            assert_eq!(site.visitor().get(&format!("/y-kien/{id}")).await.status, StatusCode::OK);
        }
        site.visitor().get("/tim-kiem?q=loa+thon+ha").await.says("Loa thôn Hạ hỏng");
        let csrf = done.field("csrf");
        v.submit("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.says("Chờ quyết định công bố 2");
        for (id, one) in ids.iter().zip(&all) {
            assert_eq!(site.visitor().get(&format!("/y-kien/{id}")).await.status, StatusCode::NOT_FOUND, "withheld again");
            let now = item(&site, *one).await;
            assert!(now.publication == Publication::Received && now.published_title.is_empty() && now.published_body.is_empty());
            let thread = steps(&site, *one).await;
            assert!(thread.contains(&Step::Published) && thread.last() == Some(&Step::Undone), "the thread keeps both: {thread:?}");
        }
        site.visitor().get("/tim-kiem?q=loa+thon+ha").await.hides("Loa thôn Hạ hỏng");
        let rows = caunoi_testkit::every_row(&database).await;
        assert_eq!(rows.lines().filter(|l| l.starts_with("event: ") && l.contains("item.undone")).count(), 2, "each has its event");
        // A head who decides on publication takes their own press back, and never another's.
        let csrf = v.get(QUEUE).await.field("csrf");
        assert_eq!(v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing more to undo");
    }
}
