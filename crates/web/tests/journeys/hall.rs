//! A dialogue brought to its day by the verbs, for the journeys of minutes and of the notice.

use caunoi_app::{
    dialogue::{
        AddDocument, AnnounceDialogue, ApproveContents, ApproveDialogue, CheckNotice, ChooseTopic, ConcludeItem, DraftDialogue,
        DraftNotice, HoldDialogue, IssueNotice, SubmitContents, SubmitDialogue,
    },
    opinion::{
        group::{Group, Into},
        receipt,
        submit::{SubmitOpinion, submit},
        to_dialogue::ToDialogue,
        upload,
    },
};
use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source},
        draft::{TypedDraft, draft},
        notice_form::ConclusionForm,
        scope::TypedScope,
    },
    opinion::{
        kind::{Channel, Field},
        submission::{Typed, parse},
        tracking_code::PublicId,
    },
    people::actor::{Actor, Officer, Role},
};
use caunoi_store::{
    item::{self, ItemRow},
    step::{self, StepView},
};
use jiff::civil::date;

use crate::kit::Site;
pub use crate::kit::press;

pub const UNIT: &str = "D0001.demo";

/// A dialogue in the hall.
pub struct Hall {
    /// Its public id.
    pub dialogue: i64,
    /// Its address.
    pub base: String,
    /// Public ids of its items, in their order.
    pub items: Vec<i64>,
}

fn officer(role: Role, body: &str, post: Option<&str>) -> Actor {
    Actor::Officer(Officer {
        user_id: format!("thu-{body}"),
        full_name: "Lương Thị Mai".into(),
        role,
        unit_id: UNIT.into(),
        body_id: format!("D0001-{body}"),
        body_name: "Văn phòng HĐND và UBND xã".into(),
        post_id: post.map(|p| format!("D0001-{p}")),
        post_name: post.map(|p| if p == "chu-tich" { "Chủ tịch UBND xã".into() } else { "Bí thư Đảng ủy xã".into() }),
        leads: role == Role::Head,
    })
}

pub fn office() -> Actor {
    officer(Role::Secretary, "van-phong", None)
}

pub fn chair() -> Actor {
    officer(Role::Head, "ubnd", Some("chu-tich"))
}

/// A dialogue with an approved topic for each text, announced for 05/12/2026 and held; today is 07/12/2026.
pub async fn held(site: &Site, texts: &[&str]) -> Hall {
    held_by(site, texts, &["D0001-chu-tich"]).await
}

/// As [`held`], chaired by these posts.
pub async fn held_by(site: &Site, texts: &[&str], chairs: &[&str]) -> Hall {
    let hall = announced(site, texts, chairs).await;
    site.on(date(2026, 12, 7));
    site.app.carry_out(&office(), HoldDialogue { dialogue: hall.dialogue, held_on: date(2026, 12, 5) }).await.unwrap();
    hall
}

/// Announced only; the day has not come.
pub async fn announced(site: &Site, texts: &[&str], chairs: &[&str]) -> Hall {
    let app = &site.app;
    let dialogue = approved(site, chairs).await;
    let mut items = Vec::new();
    for text in texts {
        let item = opinion(site, text).await;
        app.carry_out(&office(), ToDialogue { items: vec![item] }).await.unwrap();
        let row = item::find_public(&mut app.store.read().await.unwrap(), item).await.unwrap().unwrap();
        choose(site, dialogue, Source::Item(row.id), text).await;
        items.push(item);
    }
    announce(site, dialogue, items).await
}

/// Held on 05/12/2026 about one issue, which all these opinions are grouped into; today is 07/12/2026.
pub async fn held_about_one_issue(site: &Site, texts: &[&str]) -> Hall {
    let app = &site.app;
    let dialogue = approved(site, &["D0001-chu-tich"]).await;
    let mut items = Vec::new();
    for text in texts {
        items.push(opinion(site, text).await);
    }
    let into = Into::New { title: "Nước máy thôn Mai Động".into(), field: Field::Water };
    app.carry_out(&office(), Group { items: items.clone(), into }).await.unwrap();
    app.carry_out(&office(), ToDialogue { items: items.clone() }).await.unwrap();
    let row = item::find_public(&mut app.store.read().await.unwrap(), items[0]).await.unwrap().unwrap();
    choose(site, dialogue, Source::Issue(row.issue_id.unwrap()), "Nước máy thôn Mai Động").await;
    let hall = announce(site, dialogue, items).await;
    site.on(date(2026, 12, 7));
    app.carry_out(&office(), HoldDialogue { dialogue, held_on: date(2026, 12, 5) }).await.unwrap();
    hall
}

/// A dialogue whose draft these chairs have approved.
async fn approved(site: &Site, chairs: &[&str]) -> i64 {
    let app = &site.app;
    let today = app.clock.today();
    let typed = TypedDraft {
        kind: "regular".into(),
        basis: "both".into(),
        form: "in_person".into(),
        title: "Đối thoại với Nhân dân thôn Bến Gỗ".into(),
        on_day: "05/12/2026".into(),
        at_time: "07:30".into(),
        place: "Nhà văn hóa thôn Bến Gỗ".into(),
        how_to_join: "Đến dự trực tiếp".into(),
        chairs: chairs.iter().map(|c| (*c).to_owned()).collect(),
        scope: TypedScope { council_post: "D0001-tt-hdnd".into(), party_invited: "yes".into(), ..TypedScope::default() },
        ..TypedDraft::default()
    };
    let draft = draft(&typed, today).unwrap();
    let dialogue = app.carry_out(&office(), DraftDialogue { unit_id: UNIT.into(), draft }).await.unwrap();
    app.carry_out(&office(), SubmitDialogue { dialogue }).await.unwrap();
    app.carry_out(&chair(), ApproveDialogue { dialogue }).await.unwrap();
    dialogue
}

async fn choose(site: &Site, dialogue: i64, source: Source, title: &str) {
    let choice = Choice { source, title: title.to_owned(), reason: "Nhiều người nêu".into(), source_note: String::new() };
    site.app.carry_out(&office(), ChooseTopic { dialogue, choice }).await.unwrap();
}

/// Its contents are approved; it can be announced.
pub async fn ready(site: &Site, text: &str) -> i64 {
    let dialogue = approved(site, &["D0001-chu-tich"]).await;
    choose(site, dialogue, Source::None, text).await;
    contents(site, dialogue).await;
    documented(site, dialogue).await;
    dialogue
}

async fn contents(site: &Site, dialogue: i64) {
    site.app.carry_out(&office(), SubmitContents { dialogue }).await.unwrap();
    site.app.carry_out(&chair(), ApproveContents { dialogue }).await.unwrap();
}

/// Its contents are approved and it is announced.
async fn announce(site: &Site, dialogue: i64, items: Vec<i64>) -> Hall {
    let app = &site.app;
    contents(site, dialogue).await;
    documented(site, dialogue).await;
    app.carry_out(&office(), AnnounceDialogue { dialogue, late_reason: String::new(), documents_reason: String::new() }).await.unwrap();
    Hall { dialogue, base: format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(dialogue)), items }
}

/// Somebody sends an opinion; answers the item's public id.
pub async fn opinion(site: &Site, text: &str) -> i64 {
    let typed = Typed { kind: "petition".into(), body: text.into(), ..Typed::default() };
    let key = format!("khoa-{text}");
    let verb = SubmitOpinion {
        unit_id: UNIT.into(),
        submission: parse(&typed, site.app.clock.today()).unwrap(),
        channel: Channel::Web,
        files: Vec::new(),
        signed: false,
        source: None,
        slip: receipt::slip(&site.app.keys, &key),
    };
    submit(&site.app, &Actor::Person, &key, verb).await.unwrap().0.item_public_id
}

/// Gives a dialogue a document that people read before they come (S0.8).
pub async fn documented(site: &Site, dialogue: i64) {
    let file = upload::keep(&site.app, "files", "tom-tat.pdf", crate::privacy::PDF.to_vec()).await.unwrap();
    let verb = AddDocument { dialogue, title: "Tóm tắt các nội dung đối thoại".into(), symbol: String::new(), file: Some(file) };
    // A dialogue of another unit is prepared there.
    let row = caunoi_store::dialogue::find_public(&mut site.app.store.read().await.unwrap(), dialogue).await.unwrap().unwrap();
    let login = if row.unit_id == UNIT { "vanthu.vantrach" } else { "vanphong.thanhpho" };
    site.app.carry_out(&site.actor(login).await, verb).await.unwrap();
}

/// As [`documented`], by the address of the dialogue's pages.
pub async fn documented_at(site: &Site, base: &str) {
    let id = base.trim_end_matches('/').rsplit('/').next().unwrap();
    documented(site, PublicId::parse(id).unwrap().to_i64()).await;
}

/// An item as it stands.
pub async fn item_of(site: &Site, public_id: i64) -> ItemRow {
    item::find_public(&mut site.app.store.read().await.unwrap(), public_id).await.unwrap().unwrap()
}

/// Its whole thread.
pub async fn thread_of(site: &Site, item: &ItemRow) -> Vec<StepView> {
    step::thread(&mut site.app.store.read().await.unwrap(), &item.id, false).await.unwrap()
}

/// Minutes with who presided, a head and one entry per item; checked and signed.
pub async fn signed(site: &Site, hall: &Hall) {
    checked(site, hall).await;
    let at = format!("{}/bien-ban", hall.base);
    let mut head = site.officer("chutich.vantrach").await;
    press(&mut head, &at, &format!("{at}/ky"), &[]).await.says("Biên bản đã khóa");
}

/// Minutes with who presided, a head and one entry per item; checked, not signed yet.
pub async fn checked(site: &Site, hall: &Hall) {
    let at = format!("{}/bien-ban", hall.base);
    let mut thu = site.officer("vanthu.vantrach").await;
    let page = thu.get(&at).await;
    let mut chairs = vec![];
    for n in 0..4 {
        chairs.push((format!("mode-{n}"), "in_person"));
    }
    let posts: Vec<String> =
        page.html.split("name=\"post\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let mut fields: Vec<(&str, &str)> = posts.iter().map(|p| ("post", p.as_str())).collect();
    fields.extend(chairs.iter().map(|(n, m)| (n.as_str(), *m)));
    press(&mut thu, &at, &format!("{at}/chu-tri"), &fields).await;
    press(&mut thu, &at, &at, &[("opened", "7:30"), ("closed", "11:15"), ("secretary", "Lương Thị Mai")]).await;
    for id in &hall.items {
        let link = PublicId::from_i64(*id).to_string();
        let entry = [
            ("village", "D0001-v1"),
            ("said", "Xin trả lời việc này."),
            ("answer", "Đã nghe, sẽ kết luận."),
            ("answered_by", "Chủ tịch UBND xã"),
            ("link", link.as_str()),
        ];
        press(&mut thu, &at, &format!("{at}/phat-bieu"), &entry).await;
    }
    press(&mut thu, &at, &format!("{at}/kiem-tra"), &[]).await.says("Đã kiểm tra");
}

/// The notice of the committee with these conclusions, one for each item in their order; checked and issued. The minutes
/// are signed before.
pub async fn issued(site: &Site, hall: &Hall, conclusions: Vec<ConclusionForm>) -> i64 {
    let app = &site.app;
    let notice = app.carry_out(&office(), DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() }).await.unwrap();
    for (item, form) in hall.items.iter().zip(conclusions) {
        app.carry_out(&office(), ConcludeItem { notice, item: *item, form, whole_issue: false }).await.unwrap();
    }
    let chief = site.actor("chanhvp.vantrach").await;
    app.carry_out(&chief, CheckNotice { notice }).await.unwrap();
    app.carry_out(&chair(), IssueNotice { notice }).await.unwrap();
    notice
}
