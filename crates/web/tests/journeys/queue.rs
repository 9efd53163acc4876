//! Bulk acts of the triage queue: each row's result is told, what was left stays ticked, one undo takes the act back;
//! several texts are published from one form.

use caunoi_app::opinion::restrict::Restrict;
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    followup::{item, opinion, shown},
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
        let mut body = site.officer("kinhte.vantrach").await;
        assert_eq!(body.get(&format!("{path}?chon={}", ids[0])).await.status, StatusCode::NOT_FOUND);
    }
}
