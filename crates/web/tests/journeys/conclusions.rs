//! From the hall to today: each group is explained and concluded, each conclusion is followed to one outcome and to
//! where its matter stands today.

use caunoi_app::{
    dialogue::{CheckNotice, ConcludeItem, DraftNotice, IssueNotice},
    followup::{
        answer_escalation::AnswerEscalation,
        finish_task::FinishTask,
        judge::{Said, judge},
        pass_on_answer::{PassOnAnswer, Then},
    },
    opinion::receipt,
};
use caunoi_domain::{
    dialogue::{notice_form::TypedConclusion, outcome::Outcome},
    followup::{Extent, ToldManner},
    opinion::{item::Standing, step::Step, tracking_code::PublicId},
};
use caunoi_store::{assignment, conclusion, escalation};
use caunoi_testkit::on_both;
use jiff::civil::date;

use crate::{
    hall::{chair, held, held_about_one_issue, issued, item_of, office, press, signed, thread_of},
    kit::Site,
    privacy::{concluded, conclusion_of, publish, task},
};

on_both! {
    async fn s0_12_each_conclusion_is_tracked_to_one_outcome_and_its_standing_today(db: Fresh) {
        let site = Site::new(db).await;
        let app = &site.app;
        let titles = ["Cây gãy đường thôn Hạ", "Mương Bến Gỗ tắc", "Đèn đường tỉnh hỏng", "Giá nước tăng"];
        let hall = held(&site, &titles).await;
        for (item, title) in hall.items.iter().zip(titles) {
            publish(&site, *item, title).await;
        }
        signed(&site, &hall).await;
        let norm = || TypedConclusion { norm: "Ảnh hiện trường".into(), ..TypedConclusion::default() };
        let up = TypedConclusion { receiver: "31.2025".into(), ..TypedConclusion::default() };
        issued(
            &site,
            &hall,
            vec![
                concluded("done", "Đã dọn xong ngày 06/12/2026", norm()),
                concluded("in_progress", "Nạo vét toàn tuyến", task()),
                concluded("sent", "Thay đèn chiếu sáng", up),
                concluded("explained", "Đã giải thích cách tính giá", norm()),
            ],
        )
        .await;
        let mut pages = Vec::new();
        for item in &hall.items {
            pages.push(conclusion_of(&site, *item).await);
        }
        let says = async |n: usize, frozen: &str, today: &str| {
            let page = site.visitor().get(&pages[n]).await;
            page.says(frozen).says(today).says("Ai làm tiếp:");
            page
        };
        // On the day of the notice: who acts next and by when.
        says(0, "Đã giải quyết: xong", "chờ người dân trả lời").await;
        says(1, "Chưa giải quyết: đang giải quyết", "Phòng Kinh tế xã, hạn Chủ nhật, 31/01/2027").await;
        says(2, "Kiến nghị cấp trên: đã gửi", "Thành phố Hải Phòng").await;
        // The work goes on; the outcome of the notice stays as it was.
        site.on(date(2026, 12, 20));
        let of = async |n: usize| item_of(&site, hall.items[n]).await;
        let open = assignment::of_item(&mut app.store.read().await.unwrap(), &of(1).await.id).await.unwrap().remove(0);
        let finish = FinishTask {
            task: open.public_id,
            extent: Extent::Whole,
            result: "Nạo vét 680 m".into(),
            norm: "Biên bản nghiệm thu".into(),
            files: vec![],
            files_public: false,
        };
        app.carry_out(&site.actor("kinhte.vantrach").await, finish).await.unwrap();
        let sent = escalation::of_item(&mut app.store.read().await.unwrap(), &of(2).await.id).await.unwrap().remove(0);
        let answer = AnswerEscalation {
            escalation: sent.public_id,
            answer: "Đã thay 12 đèn".into(),
            norm: "Văn bản 120/SXD".into(),
            paper: String::new(),
            files: vec![],
        };
        app.carry_out(&site.actor("vanphong.thanhpho").await, answer).await.unwrap();
        app.carry_out(
            &office(),
            PassOnAnswer { escalation: sent.public_id, manner: ToldManner::Page, told_on: None, then: Then::Resolved },
        )
        .await
        .unwrap();
        let verdict = async |n: usize, value: &str| {
            let slip = receipt::slip(&app.keys, &format!("khoa-{}", titles[n]));
            let said = Said { item: hall.items[n], round: 0, value: value.into(), reason: "Chưa thấy giảm cho hộ nghèo".into() };
            judge(app, slip.code, &slip.secret.to_string(), &said).await.unwrap()
        };
        assert_eq!(verdict(0, "agree").await, Standing::Agreed);
        assert_eq!(verdict(3, "disagree").await, Standing::Reopened);
        says(0, "Đã giải quyết: xong", "Người dân đồng ý").await;
        says(1, "Chưa giải quyết: đang giải quyết", "Đã giải quyết, chờ người dân trả lời")
            .await
            .says("Nạo vét 680 m")
            .says("Căn cứ: Biên bản nghiệm thu");
        says(2, "Kiến nghị cấp trên: đã gửi", "Đã giải quyết, chờ người dân trả lời").await.says("Đã thay 12 đèn");
        says(3, "Đã giải quyết: đã giải thích, cung cấp thông tin", "Mở lại, đang giải quyết").await.says("Văn phòng HĐND và UBND xã, hạn");
        // Exactly one outcome each, and none without evidence, norm, body or receiver.
        let mut conn = app.store.read().await.unwrap();
        let mut outcomes = Vec::new();
        for item in &hall.items {
            let row = item_of(&site, *item).await;
            assert_eq!(conclusion::issued_of(&mut conn, &row.id).await.unwrap().len(), 1, "{}", row.title);
            let steps = thread_of(&site, &row).await;
            let of_it: Vec<Outcome> =
                steps.iter().filter_map(|s| if let Step::Concluded { outcome, .. } = s.step { Some(outcome) } else { None }).collect();
            assert_eq!(of_it.len(), 1, "{}", row.title);
            outcomes.extend(of_it);
        }
        assert_eq!(outcomes, [Outcome::Resolved, Outcome::Unresolved, Outcome::Escalated, Outcome::Resolved]);
        // The next dialogue's first item tells both, then and today.
        site.visitor()
            .get(&format!("/doi-thoai/{}", PublicId::from_i64(hall.dialogue)))
            .await
            .says("Người dân đồng ý")
            .says("Mở lại, đang giải quyết");
    }

    async fn p4_heads_of_phong_explain_and_the_chair_concludes_each_group(db: Fresh) {
        let site = Site::new(db).await;
        let app = &site.app;
        let hall = held_about_one_issue(&site, &["Nước máy đục", "Nước có cặn", "Xin xúc xả đường ống"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        // The head of the phòng explains; the words stand on the thread of whoever asked.
        let link = PublicId::from_i64(hall.items[0]).to_string();
        let entry = [
            ("village", "D0001-v3"),
            ("said", "Nước đục từ đầu tháng."),
            ("answer", "Đã yêu cầu xúc xả đường ống."),
            ("answered_by", "Trưởng phòng Kinh tế xã"),
            ("link", link.as_str()),
        ];
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &entry).await.says("Trưởng phòng Kinh tế xã");
        let steps = thread_of(&site, &item_of(&site, hall.items[0]).await).await;
        let heard = |s: &Step| matches!(s, Step::Heard { answered_by, answer, .. } if answered_by == "Trưởng phòng Kinh tế xã" && answer == "Đã yêu cầu xúc xả đường ống.");
        assert!(steps.iter().any(|s| heard(&s.step)), "{steps:?}");
        let rest = crate::hall::Hall { dialogue: hall.dialogue, base: hall.base.clone(), items: vec![] };
        signed(&site, &rest).await;
        // The chair concludes the group once; every matter of it has that outcome and its own task.
        let notice = app.carry_out(&office(), DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() }).await.unwrap();
        let form = concluded("in_progress", "Xúc xả toàn tuyến, xét nghiệm nước", task());
        let count = app.carry_out(&office(), ConcludeItem { notice, item: hall.items[0], form, whole_issue: true }).await.unwrap();
        assert_eq!(count, 3);
        app.carry_out(&site.actor("chanhvp.vantrach").await, CheckNotice { notice }).await.unwrap();
        app.carry_out(&chair(), IssueNotice { notice }).await.unwrap();
        for item in &hall.items {
            let row = item_of(&site, *item).await;
            let steps = thread_of(&site, &row).await;
            let text = |s: &Step| matches!(s, Step::Concluded { text, outcome: Outcome::Unresolved, .. } if text == "Xúc xả toàn tuyến, xét nghiệm nước");
            assert_eq!(steps.iter().filter(|s| text(&s.step)).count(), 1, "{}", row.title);
            assert_eq!((row.standing, row.next.actor.as_str()), (Standing::InProgress, "Phòng Kinh tế xã"), "{}", row.title);
            assert_eq!(assignment::of_item(&mut app.store.read().await.unwrap(), &row.id).await.unwrap().len(), 1);
        }
    }
}
