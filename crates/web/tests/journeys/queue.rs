//! Bulk acts of the triage queue: each row's result is told, what was left stays ticked, one undo takes the act back;
//! several texts are published from one form.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    followup::{ask_extension::AskExtension, finish_task::FinishTask, note_defect::NoteDefect, task_link::GiveLink},
    opinion::{
        assign_at_once::AssignAtOnce, publish::Publish, restrict::Restrict, split::Split, submit_text::SubmitText, to_dialogue::ToDialogue,
    },
    side::{LinkSideItem, RecordSide},
};
use caunoi_domain::{
    dialogue::side::{TypedSide, side},
    followup::{AssignmentState, Extent},
    opinion::{item::Publication, step::Step, tracking_code::PublicId, triage::Part},
    people::actor::Actor,
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{assign, fill, item, opinion, shown, steps},
    kit::{Page, Site, Visitor, press},
    plan::{DRAFT, candidate, draft_with},
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
        partly.says("Đưa ra đối thoại: đã thực hiện với 2 ý kiến.").says("Loa hỏng").says("Mương tắc");
        partly
            .says("Còn 1 ý kiến chưa thực hiện được; ý kiến còn trong danh sách vẫn được chọn: Góp ý về một cán bộ:")
            .says("Chờ phân loại 1");
        assert!(is_ticked(&partly, all[2]), "what was left stays ticked");
        let csrf = partly.field("csrf");
        v.submit("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.says("Chờ phân loại 3");
        // The same by a page of its own: the field of several at once, of which one has gone on meanwhile.
        let form = choose(&mut v, "phan-loai", &all[..2]).await;
        form.says("2 ý kiến được chọn");
        let gone =
            caunoi_app::opinion::answer_directly::AnswerDirectly {
                item: all[1], result: "Đã nạo vét".into(), norm: "Biên bản 1".into()
            };
        site.app.carry_out(&office, gone).await.unwrap();
        let (csrf, key, first, second) = (form.field("csrf"), form.field("key"), shown(all[0]), shown(all[1]));
        let fields = [("csrf", csrf.as_str()), ("key", &key), ("chon", &first), ("chon", &second), ("field", "culture")];
        let told = v.upload("/cong-viec/phan-loai/viec/phan-loai", &fields, &[]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says("Phân loại: đã thực hiện với 1 ý kiến.").says("Mương tắc: Không còn thực hiện được");
        assert_eq!(item(&site, all[0]).await.field, "culture");
        // The same press again does nothing more and is told the same.
        v.upload("/cong-viec/phan-loai/viec/phan-loai", &fields, &[]).await.says("Phân loại: đã thực hiện với 1 ý kiến.");
        // Nothing that fits: nothing is done, everything is told.
        let none = choose(&mut v, "doi-thoai", &all[1..]).await;
        none.says("Đưa ra đối thoại: đã thực hiện với 0 ý kiến.").says("Còn 2 ý kiến chưa thực hiện được");
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
                fields.extend([
                    ("chon".into(), id.clone()),
                    (format!("title-{id}"), body.to_owned()),
                    (format!("body-{id}"), body.to_owned()),
                ]);
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
        assert_eq!(
            site.visitor().get(&format!("/y-kien/{}", ids[2])).await.status,
            StatusCode::NOT_FOUND,
            "what was not ticked is not published"
        );
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
        told.says("Đôn đốc: đã thực hiện với 1 nhiệm vụ.").says("Việc này hôm nay đã đôn đốc").says("Còn 1 nhiệm vụ chưa thực hiện được");
        assert!(told.html.contains(&format!("value=\"{}\" checked", ids[0])), "what was left stays ticked");
        assert!(!told.html.contains(&format!("value=\"{}\" checked", ids[1])));
        office.get(&tasks[1]).await.says("Gần đến hạn");
        office.post("/nhiem-vu/nhieu/don-doc", &sent).await.says("đã thực hiện với 1 nhiệm vụ");
        // Transferred together: a reason is asked once, and each has its own transfer.
        let form = office.get(&format!("/nhiem-vu/nhieu/chuyen?chon={}&chon={}", ids[1], ids[2])).await;
        let (to, key) = (world::body(VAN_TRACH, "cong-an"), form.field("key"));
        let bare =
            [("csrf", csrf.as_str()), ("key", &key), ("chon", &ids[1]), ("chon", &ids[2]), ("to_body", &to), ("transfer_reason", "")];
        let refused = office.post("/nhiem-vu/nhieu/chuyen", &bare).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("2 nhiệm vụ được chọn");
        let key = refused.field("key");
        let sent = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("chon", &ids[1]),
            ("chon", &ids[2]),
            ("to_body", &to),
            ("transfer_reason", "Thuộc trật tự công cộng"),
        ];
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
        v.upload("/cong-viec/phan-loai/viec/phan-loai", &[("csrf", &csrf), ("key", &key), ("chon", &shown_id), ("field", "culture")], &[])
            .await;
        v.get(QUEUE).await.says("Vừa làm: Phân loại");
        let answer =
            caunoi_app::opinion::answer_directly::AnswerDirectly { item: id, result: "Đã sửa".into(), norm: "Biên bản 1".into() };
        site.app.carry_out(&office, answer).await.unwrap();
        v.get(QUEUE).await.hides("Vừa làm");
        // A task that its body reported on.
        let other = opinion(&site, "b", "Mương tắc.").await;
        let give = AssignAtOnce {
            items: vec![other],
            body_id: world::body(VAN_TRACH, "phong-kinh-te"),
            partners: Vec::new(),
            task: String::new(),
            due_on: None,
        };
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
            fields.extend([
                ("chon".into(), id.clone()),
                (format!("title-{id}"), text.into()),
                (format!("body-{id}"), text.into()),
                ("lay".into(), id.clone()),
            ]);
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
        assert_eq!(
            v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "nothing more to undo"
        );
    }

    async fn a_press_on_several_opinions_that_is_sent_twice_says_the_same_twice(db: Fresh) {
        let site = Site::new(db).await;
        let all = [opinion(&site, "a", "Loa hỏng.").await, opinion(&site, "b", "Mương tắc.").await];
        let mut v = site.officer("vanthu.vantrach").await;
        let form = choose(&mut v, "giao", &all).await;
        let (csrf, key, first, second) = (form.field("csrf"), form.field("key"), shown(all[0]), shown(all[1]));
        let to = world::body(VAN_TRACH, "phong-kinh-te");
        let fields =
            [("csrf", csrf.as_str()), ("key", &key), ("chon", &first), ("chon", &second), ("body", &to), ("task", ""), ("due", "")];
        for press in ["the first", "the same again"] {
            let done = v.upload("/cong-viec/phan-loai/viec/giao", &fields, &[]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{press}: {}", done.text());
        }
        v.get("/nhiem-vu").await.says("Đang làm 2");
        // And the bulk act that needs no form of its own.
        let more = [opinion(&site, "c", "Đèn tắt.").await, opinion(&site, "d", "Cống sập.").await];
        let page = v.get(QUEUE).await;
        let (csrf, key, first, second) = (page.field("csrf"), page.field("key"), shown(more[0]), shown(more[1]));
        let fields = [("csrf", csrf.as_str()), ("key", &key), ("loc", "cho"), ("viec", "doi-thoai"), ("chon", &first), ("chon", &second)];
        for press in ["the first", "the same again"] {
            assert_eq!(v.post(QUEUE, &fields).await.status, StatusCode::SEE_OTHER, "{press}");
        }
        v.get(QUEUE).await.says("Vừa làm: Đưa ra đối thoại (2 ý kiến).");
    }

    async fn an_officer_comes_back_to_the_filter_and_the_page_where_the_ticks_were(db: Fresh) {
        let site = Site::new(db).await;
        let all = [opinion(&site, "a", "Loa hỏng.").await, opinion(&site, "b", "Mương tắc.").await];
        let office = site.actor("vanthu.vantrach").await;
        let mut v = site.officer("vanthu.vantrach").await;
        let page = v.get(&format!("{QUEUE}?loc=cong-bo&sau=2026-01-01_0")).await;
        assert!(page.html.contains("name=\"loc\" value=\"cong-bo\"") && page.html.contains("name=\"sau\" value=\"2026-01-01_0\""));
        let (csrf, key, first, second) = (page.field("csrf"), page.field("key"), shown(all[0]), shown(all[1]));
        let place = [("loc", "cong-bo"), ("sau", "2026-01-01_0")];
        let sent = |act| {
            [[("csrf", csrf.as_str()), ("key", &key), ("viec", act), ("chon", &first), ("chon", &second)].as_slice(), &place].concat()
        };
        let to = v.post(QUEUE, &sent("phan-loai")).await.location.unwrap();
        assert!(to.ends_with("&loc=cong-bo&sau=2026-01-01_0"), "{to}");
        let form = v.get(&to).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let fields =
            [[("csrf", csrf.as_str()), ("key", &key), ("chon", &first), ("chon", &second), ("field", "culture")].as_slice(), &place]
                .concat();
        let back = v.upload("/cong-viec/phan-loai/viec/phan-loai", &fields, &[]).await.location.unwrap();
        assert_eq!(back, "/cong-viec/phan-loai?xong=phan-loai&loc=cong-bo&sau=2026-01-01_0");
        // Tasks the same.
        let give = AssignAtOnce {
            items: all.to_vec(),
            body_id: world::body(VAN_TRACH, "phong-kinh-te"),
            partners: Vec::new(),
            task: String::new(),
            due_on: None,
        };
        site.app.carry_out(&office, give).await.unwrap();
        let list = v.get("/nhiem-vu").await;
        let (csrf, task) = (list.field("csrf"), first_task(&list));
        let id = task.rsplit('/').next().unwrap();
        let place = [("loc", "sap-den-han"), ("sau", "2026-01-01.0")];
        let to = v.post("/nhiem-vu", &[[("csrf", csrf.as_str()), ("viec", "don-doc"), ("chon", id)].as_slice(), &place].concat()).await;
        let to = to.location.unwrap();
        assert_eq!(to, format!("/nhiem-vu/nhieu/don-doc?chon={id}&loc=sap-den-han&sau=2026-01-01.0"));
        let form = v.get(&to).await;
        let key = form.field("key");
        let fields = [[("csrf", csrf.as_str()), ("key", &key), ("chon", id), ("urging", "Gần đến hạn")].as_slice(), &place].concat();
        let back = v.post("/nhiem-vu/nhieu/don-doc", &fields).await.location.unwrap();
        assert_eq!(back, "/nhiem-vu?xong=don-doc&loc=sap-den-han&sau=2026-01-01.0");
        // Nothing ticked is said in the noun of the list.
        let none = v.post("/nhiem-vu", &[("csrf", &csrf), ("viec", "don-doc")]).await;
        none.says("Đánh dấu chọn ít nhất một nhiệm vụ trong danh sách");
    }

    async fn a_transfer_that_is_sent_twice_is_done_once_and_each_task_tells_every_reason(db: Fresh) {
        let site = Site::new(db).await;
        let mut office = site.officer("vanthu.vantrach").await;
        let mut ids = Vec::new();
        for (key, text) in [("a", "Loa hỏng."), ("b", "Mương tắc."), ("c", "Đèn tắt.")] {
            let id = opinion(&site, key, text).await;
            let task = assign(&mut office, id, "phong-kinh-te", &format!("Việc {key}"), "11/12/2026", "").await;
            ids.push(task.rsplit('/').next().unwrap().to_owned());
        }
        let form = office.get(&format!("/nhiem-vu/nhieu/chuyen?chon={}&chon={}", ids[0], ids[1])).await;
        let (csrf, key, to) = (form.field("csrf"), form.field("key"), world::body(VAN_TRACH, "cong-an"));
        let sent = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("chon", &ids[0]),
            ("chon", &ids[1]),
            ("to_body", &to),
            ("transfer_reason", "Thuộc trật tự công cộng"),
        ];
        for press in ["the first", "the same again"] {
            let done = office.post("/nhiem-vu/nhieu/chuyen", &sent).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{press}: {}", done.text());
        }
        let page = office.get(&format!("/nhiem-vu/{}", ids[0])).await;
        assert_eq!(page.text().matches("Phòng Kinh tế xã → Công an xã").count(), 1, "once: {}", page.text());
        // Two of three are with that body already: they are told, the third asks for its reason, and nothing that was
        // said of the others is hidden.
        let form = office.get(&format!("/nhiem-vu/nhieu/chuyen?chon={}&chon={}&chon={}", ids[0], ids[1], ids[2])).await;
        let key = form.field("key");
        let sent = [
            ("csrf", csrf.as_str()),
            ("key", &key),
            ("chon", &ids[0]),
            ("chon", &ids[1]),
            ("chon", &ids[2]),
            ("to_body", &to),
            ("transfer_reason", ""),
        ];
        let told = office.post("/nhiem-vu/nhieu/chuyen", &sent).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        told.says("Còn 3 nhiệm vụ chưa thực hiện được")
            .says("Việc a : Cơ quan này đang chủ trì nhiệm vụ")
            .says("Việc b : Cơ quan này đang chủ trì nhiệm vụ")
            .says("Việc c : Xin điền chỗ này");
        // One task is gone from the desk meanwhile: the other is done and told, not an error page.
        let done = FinishTask {
            task: PublicId::parse(&ids[2]).unwrap().to_i64(),
            extent: Extent::Whole,
            result: "Đã thay bóng".into(),
            norm: "Biên bản 3".into(),
            files: vec![],
            files_public: false,
        };
        site.app.carry_out(&site.actor("kinhte.vantrach").await, done).await.unwrap();
        let form = office.get(&format!("/nhiem-vu/nhieu/don-doc?chon={}&chon={}", ids[2], ids[0])).await;
        let key = form.field("key");
        let sent = [("csrf", csrf.as_str()), ("key", &key), ("chon", &ids[2]), ("chon", &ids[0]), ("urging", "")];
        let told = office.post("/nhiem-vu/nhieu/don-doc", &sent).await;
        told.says("Đôn đốc: đã thực hiện với 1 nhiệm vụ.").says("Việc c : Việc này đã chuyển sang bước khác");
    }

    async fn p1_where_a_head_decides_several_texts_are_laid_before_the_head_at_once(db: Fresh) {
        let site = Site::new(db).await;
        let mut all = Vec::new();
        for (key, text) in [("a", "Loa thôn Hạ hỏng."), ("b", "Mương tắc.")] {
            all.push(opinion(&site, key, text).await);
        }
        let mut admin = site.officer("quantri.vantrach").await;
        let csrf = admin.get("/quan-tri/nguoi").await.field("csrf");
        let policy = [("head_decides", "yes"), ("least_shown", "5"), ("decision_days", "10"), ("basis", "KH 12/KH-UBND")];
        let set = admin.post("/quan-tri/cong-bo", &[[("csrf", csrf.as_str()), ("key", "a")].as_slice(), &policy].concat()).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER);
        let mut v = site.officer("vanthu.vantrach").await;
        v.get(&format!("{QUEUE}?loc=cong-bo")).await.says("Trình công bố P");
        let one = choose(&mut v, "cong-bo", &all[..1]).await;
        one.says("Trình công bố").hides("Người đứng đầu quyết định công bố.");
        let form = choose(&mut v, "cong-bo", &all).await;
        form.says("Trình công bố nhiều ý kiến").says("Trình người đứng đầu các ý kiến đã chọn");
        let ids: Vec<String> = all.iter().map(|i| shown(*i)).collect();
        let mut fields = vec![("csrf".to_owned(), form.field("csrf")), ("key".into(), form.field("key"))];
        for (id, text) in ids.iter().zip(["Loa thôn Hạ hỏng.", "Mương tắc."]) {
            fields.extend([
                ("chon".into(), id.clone()),
                (format!("title-{id}"), text.into()),
                (format!("body-{id}"), text.into()),
                ("lay".into(), id.clone()),
            ]);
        }
        let sent: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let done = v.submit("/cong-viec/phan-loai/cong-bo-nhieu", &sent).await;
        done.says("Đã xong: Trình công bố.");
        assert_eq!(site.visitor().get(&format!("/y-kien/{}", ids[0])).await.status, StatusCode::NOT_FOUND, "nothing is published yet");
        let mut head = site.officer("chutich.vantrach").await;
        head.get("/nguoi-dung-dau").await.says("Loa thôn Hạ hỏng").says("Mương tắc");
    }

    async fn an_undo_never_takes_another_officers_correction_along(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let one = opinion(&site, "a", "Mương tắc.").await;
        let publish = |body: &str| Publish { item: one, title: "Mương tắc".into(), body: body.into() };
        site.app.carry_out(&site.actor("vanthu.vantrach").await, publish("Mương Đồng Vàng tắc.")).await.unwrap();
        v.get(QUEUE).await.says("Vừa làm: Công bố (1 ý kiến).");
        site.clock.set_day(date(2026, 11, 23), 9, 30);
        site.app.carry_out(&crate::hall::chair(), publish("Mương tắc từ tháng 6.")).await.unwrap();
        let page = v.get(QUEUE).await;
        page.hides("Vừa làm");
        let csrf = page.field("csrf");
        let refused = v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("không hoàn tác được");
        site.visitor().get(&format!("/y-kien/{}", shown(one))).await.says("Mương tắc từ tháng 6.");
    }

    async fn an_act_stands_once_a_later_day_a_link_a_meeting_a_topic_or_the_minutes_stand_on_it(db: Fresh) {
        let site = Site::new(db).await;
        let hall = crate::hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        let (app, office, phong) = (&site.app, site.actor("vanthu.vantrach").await, site.actor("kinhte.vantrach").await);
        let mut v = site.officer("vanthu.vantrach").await;
        let base = draft_with(&mut v, &[&DRAFT[..4], &[("on_day", "19/12/2026")], &DRAFT[5..]].concat()).await.location.unwrap();
        let meeting = TypedSide {
            kind: "voter_meeting".into(),
            title: "Tiếp xúc cử tri sau kỳ họp".into(),
            on_day: "05/12/2026".into(),
            place: "Trụ sở UBND xã".into(),
            host: "Tổ đại biểu HĐND xã".into(),
            ..TypedSide::default()
        };
        let meeting = RecordSide { unit_id: crate::hall::UNIT.into(), side: side(&meeting).unwrap() };
        let meeting = app.carry_out(&office, meeting).await.unwrap();
        for n in 0..7 {
            site.clock.set_day(date(2026, 12, 7), 10, n);
            let text = format!("Mương số {n} tắc.");
            let one = opinion(&site, &n.to_string(), &text).await;
            let row = item(&site, one).await.id;
            // Two acts of which each is taken back where nothing stands on it: given to a body, taken to a dialogue.
            if matches!(n, 0 | 2 | 3) {
                let give = AssignAtOnce {
                    items: vec![one],
                    body_id: world::body(VAN_TRACH, "phong-kinh-te"),
                    partners: Vec::new(),
                    task: String::new(),
                    due_on: None,
                };
                app.carry_out(&office, give).await.unwrap();
            } else {
                app.carry_out(&office, ToDialogue { items: vec![one] }).await.unwrap();
            }
            let task = caunoi_store::assignment::of_item(&mut app.store.read().await.unwrap(), &row).await.unwrap();
            let task = task.first().map(|t| t.public_id).unwrap_or_default();
            match n {
                2 => app.carry_out(&phong, AskExtension { task, due_on: date(2027, 1, 20), reason: "Mưa lũ".into() }).await.unwrap(),
                3 => app.carry_out(&office, GiveLink { task, until: date(2026, 12, 30), token_hash: [7; 32] }).await.unwrap(),
                4 => app.carry_out(&office, LinkSideItem { side: meeting, item: row }).await.unwrap(),
                5 => {
                    let contents = format!("{base}/noi-dung");
                    let source = candidate(&v.get(&contents).await, "Mương số 5");
                    let chosen = [("source", source.as_str()), ("title", "Tiêu thoát nước"), ("reason", "Nhiều hộ nêu")];
                    press(&mut v, &contents, &contents, &chosen).await.says("Tiêu thoát nước");
                }
                6 => {
                    // Somebody speaks about it and has no answer yet: no step of its thread tells of it.
                    let minutes = format!("{}/bien-ban", hall.base);
                    let link = shown(one);
                    let said = [("speaker", "Trưởng thôn Bến Gỗ"), ("said", "Bao giờ nạo vét?"), ("link", link.as_str())];
                    press(&mut v, &minutes, &format!("{minutes}/phat-bieu"), &said).await.says("Bao giờ nạo vét?");
                }
                _ => {}
            }
            let csrf = v.get(QUEUE).await.field("csrf");
            let back = v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await;
            assert_eq!(back.status, if n < 2 { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY }, "{n}: {}", back.text());
        }
    }

    async fn a_split_stands_once_a_matter_of_it_was_laid_before_the_head_or_spoken_about(db: Fresh) {
        let site = Site::new(db).await;
        let office = site.actor("vanthu.vantrach").await;
        let mut v = site.officer("vanthu.vantrach").await;
        for n in 0..4 {
            site.clock.set_day(date(2026, 11, 23), 9, n);
            let one = opinion(&site, &n.to_string(), "Mương tắc. Loa hỏng.").await;
            let parts =
                [("Mương", "Mương tắc."), ("Loa", "Loa hỏng.")].map(|(title, body)| Part { title: title.into(), body: body.into() });
            let made = site.app.carry_out(&office, Split { item: one, parts: parts.into() }).await.unwrap()[1];
            match n {
                0 => {}
                1 => site
                    .app
                    .carry_out(&office, SubmitText { item: made, title: "Loa hỏng".into(), body: "Loa hỏng.".into() })
                    .await
                    .unwrap(),
                2 => {
                    // A comment without a task of it: as an import or another node might have brought it.
                    let row = item(&site, made).await;
                    let c = caunoi_store::matter_comment::CommentRow {
                        id: format!("loi-{n}"),
                        unit_id: row.unit_id.clone(),
                        item_id: row.id.clone(),
                        body_id: "D0001-phong-kinh-te".into(),
                        text: "Loa nào?".into(),
                        at: site.app.clock.now_us(),
                        on_day: "2026-11-23".into(),
                        by_user: "x".into(),
                        by_label: "x".into(),
                    };
                    site.app.carry_out(&Actor::System, Say(c)).await.unwrap();
                }
                _ => {
                    let defect = NoteDefect { unit_id: crate::hall::UNIT.into(), item: Some(made), text: "Trả lời chậm".into() };
                    site.app.carry_out(&office, defect).await.unwrap();
                }
            }
            let csrf = v.get(QUEUE).await.field("csrf");
            let back = v.post("/cong-viec/phan-loai/hoan-tac", &[("csrf", &csrf)]).await;
            assert_eq!(back.status, if n == 0 { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY }, "{n}: {}", back.text());
            if n > 0 {
                back.says("không hoàn tác được");
            }
        }
    }
}

/// Writes a comment as it is.
struct Say(caunoi_store::matter_comment::CommentRow);

impl caunoi_app::Verb for Say {
    type Done = ();
    async fn carry_out(&self, tx: &mut caunoi_store::Tx<'_>, _: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
        Ok(caunoi_store::matter_comment::add(tx, &self.0).await?)
    }
}
