//! A grandmother sends an opinion and follows it to "agreed", without script, account or e-mail.

use caunoi_app::{
    demo::world::{VAN_TRACH, body},
    followup::finish_task::FinishTask,
    opinion::assign_at_once::AssignAtOnce,
};
use caunoi_domain::followup::Extent;
use jiff::civil::date;

use crate::{
    axe::axe_clean,
    chromium::{Browser, Script},
    site::Site,
};

const TEXT: &str = "Đèn đường trước cổng chợ Cầu Đá hỏng từ tháng trước, tối các cháu đi học về rất nguy hiểm.";

/// Looks at each page of a journey: with scripts on axe-core can run, with scripts off nothing is looked at.
async fn look(b: &Browser, script: Script, name: &str) {
    if script == Script::On {
        axe_clean(b, name).await;
    }
}

async fn journey(script: Script) {
    let site = Site::new().await;
    let b = site.visitor(script).await;

    // Where and what: a slip of the pen is told, what was typed stays.
    b.go("/gui-y-kien").await;
    look(&b, script, "send-1-start").await;
    b.fill("noi", "van trach").await.press("Tiếp tục").await;
    b.says("Lỗi").await;
    look(&b, script, "send-1-error").await;
    b.choose("loai", "petition").await.press("Tiếp tục").await;

    b.press("Tiếp tục").await;
    b.says("Có lỗi").await;
    look(&b, script, "send-2-error").await;
    b.fill("body", TEXT).await;
    b.one("select[name=village] option:nth-child(2)").await.click().await.unwrap();
    b.fill("full_name", "Nguyễn Thị Lụa").await;
    look(&b, script, "send-2-content").await;
    b.press("Tiếp tục").await;
    b.says(TEXT).await;
    look(&b, script, "send-3-check").await;
    b.press("Gửi ý kiến").await;

    // The slip.
    assert_eq!(b.path().await, "/gui-y-kien/phieu");
    look(&b, script, "send-4-slip").await;
    let codes = b.all(".slip .code").await;
    assert_eq!(codes.len(), 2, "code and second secret");
    let (code, secret) = (codes[0].text().await.unwrap(), codes[1].text().await.unwrap());
    b.press("Xem ý kiến này").await;
    b.says("Đã tiếp nhận").await;
    b.says(TEXT).await;
    look(&b, script, "follow-received").await;
    let item: i64 = b.one("article").await.id().await.unwrap().unwrap().trim_start_matches("viec-").parse().unwrap();

    // The office gives it to the phòng at once; the phòng is done some days later.
    let secretary = site.actor("vanthu.vantrach").await;
    let lead = body(VAN_TRACH, "phong-kinh-te");
    let assign = AssignAtOnce { items: vec![item], body_id: lead, partners: vec![], task: String::new(), due_on: None };
    site.app.carry_out(&secretary, assign).await.unwrap();
    site.clock.set_day(date(2026, 12, 1), 9, 0);
    let phong = site.actor("kinhte.vantrach").await;
    let task = site.task_of(item).await;
    let done = FinishTask {
        task,
        extent: Extent::Whole,
        result: "Đã thay bóng và dây, đèn sáng từ ngày 30/11.".to_owned(),
        norm: "Biên bản nghiệm thu số 12 ngày 30/11/2026".to_owned(),
        files: vec![],
        files_public: false,
    };
    site.app.carry_out(&phong, done).await.unwrap();

    // A week later: the code from the slip, as she types it.
    b.driver().delete_all_cookies().await.unwrap();
    b.go("/theo-doi").await;
    look(&b, script, "follow-enter").await;
    b.fill("code", &code.replace('-', " ").to_lowercase()).await.press("Xem ý kiến").await;
    b.says("đèn sáng từ ngày 30/11").await;
    look(&b, script, "follow-asked").await;
    b.choose("verdict", "agree").await.fill("secret", "000000").await.press("Gửi trả lời").await;
    b.says("Có lỗi").await;
    look(&b, script, "follow-error").await;
    b.fill("secret", &secret).await.press("Gửi trả lời").await;
    b.says("Người dân đồng ý").await;
    look(&b, script, "follow-agreed").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grandmother_sends_and_follows_to_agreed_without_script() {
    journey(Script::Off).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_her_journey_are_clean() {
    journey(Script::On).await;
}
