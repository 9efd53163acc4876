//! Two windows of one office on one thing: whoever saves from the older page is told so and reads what is saved now. Nothing is
//! written over unread, nothing typed is lost; sent again it is meant. The same words again record nothing, and a form that is
//! sent again is answered as the first time.

use caunoi_testkit::{every_row, on_both};
use http::StatusCode;

use crate::{
    followup::opinion,
    hall::{Hall, held, held_about_one_issue, signed},
    kit::{Page, Site, Visitor, fill, fill_with, filled, pairs, press},
    year_plan::{ROW, add_row, begun},
};

const TOLD: &str = "Người khác đã sửa sau khi trang này được mở";

/// A form that edits words: where it stands, where it goes, what every sending of it carries, and the event of a change.
pub struct Edits<'a> {
    pub at: String,
    pub to: String,
    pub carries: Vec<(&'a str, &'a str)>,
    pub event: &'static str,
    /// Name of its key.
    pub key: &'a str,
    /// It may carry files.
    pub files: bool,
}

type Typed<'a> = &'a [(&'a str, &'a str)];

impl<'a> Edits<'a> {
    pub fn new(at: &str, to: &str, carries: Typed<'a>, event: &'static str) -> Self {
        Self { at: at.to_owned(), to: to.to_owned(), carries: carries.to_vec(), event, key: "key", files: false }
    }

    /// The mark that the form carries; of several to one address the first that has one.
    fn mark(&self, page: &Page) -> String {
        let to = format!("action=\"{}\"", self.to);
        let forms = page.html.split("<form").map(|f| f.split("</form>").next().unwrap()).filter(|f| f.contains(&to));
        let marks = forms.filter_map(|f| Some(f.split("name=\"seen\" value=\"").nth(1)?.split('"').next()?.to_owned()));
        marks.into_iter().find(|m| !m.is_empty()).unwrap_or_else(|| panic!("the form carries what stood in it: {}", page.html))
    }

    async fn send(&self, v: &mut Visitor, from: &Page, typed: Typed<'_>) -> Page {
        let mark = self.mark(from);
        let seen = [("seen", mark.as_str())];
        let all: Vec<(&str, &str)> = self.carries.iter().chain(typed).chain(&seen).copied().collect();
        let all = filled(from, &self.to, self.key, &all);
        if self.files { v.upload(&self.to, &pairs(&all), &[]).await } else { v.post(&self.to, &pairs(&all)).await }
    }

    async fn recorded(&self, site: &Site) -> usize {
        every_row(site.database()).await.matches(self.event).count()
    }

    /// `first` is saved from one window as `saved`; `second`, typed into the other as `typed`, comes after it; `wrong` is a
    /// mistake.
    pub async fn proves(&self, site: &Site, v: &mut Visitor, first: (Typed<'_>, &str), second: (Typed<'_>, &str), wrong: Typed<'_>) {
        let (first, saved) = first;
        let (second, typed) = second;
        let (one, two) = (v.get(&self.at).await, v.get(&self.at).await);
        let went = self.send(v, &one, first).await;
        assert_eq!(went.status, StatusCode::SEE_OTHER, "{}", went.text());
        let recorded = self.recorded(site).await;
        assert!(recorded > 0, "{} is recorded", self.event);
        // A mistake first: the page that says so does not hide that somebody else was quicker.
        let mut from = two;
        if !wrong.is_empty() {
            from = self.send(v, &from, wrong).await;
            assert_eq!(from.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", from.text());
            assert!(!from.text().contains(TOLD), "{}", from.text());
        }
        let told = self.send(v, &from, second).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says(TOLD);
        let now = told.html.split("Bản đang lưu hiện nay").nth(1).unwrap().split("</dl>").next().unwrap();
        assert!(now.contains(saved), "what is saved now stands there: {now}");
        assert!(told.html.contains(typed), "what was typed stays: {}", told.html);
        let kept = v.get(&self.at).await;
        assert!(kept.html.contains(saved) && !kept.html.contains(typed), "nothing was written over: {}", kept.text());
        // The first window's line broke off and it sends again: answered as the first time.
        let again = self.send(v, &one, first).await;
        assert_eq!((again.status, &again.location), (went.status, &went.location), "{}", again.text());
        // Who types what stands there already writes over nobody.
        let same = self.send(v, &from, first).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "{}", same.text());
        assert_eq!(self.recorded(site).await, recorded, "nothing of it is recorded");
        // Who was told and sends again means it.
        let sent = self.send(v, &told, second).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let now = v.get(&self.at).await;
        assert!(now.html.contains(typed) && !now.html.contains(saved), "{}", now.text());
        let meant = self.recorded(site).await;
        assert!(meant > recorded);
        // The first window's form comes once more, late: it was carried out then, and writes over nothing now.
        let late = self.send(v, &one, first).await;
        assert_eq!((late.status, &late.location), (went.status, &went.location), "{}", late.text());
        assert!(v.get(&self.at).await.html.contains(typed) && self.recorded(site).await == meant, "what was meant stands");
    }
}

/// A notice is drafted about a dialogue whose minutes are signed: its page, its id.
async fn drafted(site: &Site, v: &mut Visitor, hall: &Hall) -> (String, String) {
    signed(site, hall).await;
    let at = format!("{}/thong-bao", hall.base);
    let page = press(v, &at, &format!("{at}/soan"), &[("body", "D0001-ubnd")]).await;
    (at, page.field("notice"))
}

on_both! {
    async fn two_clerks_write_the_minutes_of_one_dialogue(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held(&site, &["Mương Bến Gỗ tắc"]).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut v = site.officer("vanthu.vantrach").await;
        let head = |conclusion: &'static str| [("opened", "07:30"), ("closed", ""), ("conclusion", conclusion)];
        Edits::new(&at, &at, &[], "minutes.head_written")
            .proves(
                &site,
                &mut v,
                (&head("Giao Phòng Kinh tế khảo sát."), "Giao Phòng Kinh tế khảo sát."),
                (&head("Giao Công an xã rà soát."), "Giao Công an xã rà soát."),
                &[("opened", "hai giờ"), ("conclusion", "Giao Công an xã rà soát.")],
            )
            .await;
        let who = |name: &'static str| [("mode-0", "in_person"), ("person-0", name)];
        Edits::new(&at, &format!("{at}/chu-tri"), &[("post", "D0001-chu-tich")], "presiding.recorded")
            .proves(
                &site,
                &mut v,
                (&who("Nguyễn Thị Hạnh A"), "Nguyễn Thị Hạnh A"),
                (&who("Trần Văn Phúc B"), "Trần Văn Phúc B"),
                &[("mode-0", "delegated"), ("person-0", "Trần Văn Phúc B")],
            )
            .await;
        let came = |label: &'static str, present: &'static str| [("label", label), ("invited", "150"), ("present", present)];
        Edits::new(&at, &format!("{at}/du"), &[], "attendance.recorded")
            .proves(
                &site,
                &mut v,
                (&came("Dân thôn Hạ", "140"), "Dân thôn Hạ"),
                (&came("Dân thôn Thượng", "141"), "Dân thôn Thượng"),
                &came("Dân thôn Thượng", "nhiều"),
            )
            .await;
        let entry = |said: &'static str| [("village", "D0001-v1"), ("said", said)];
        let there = press(&mut v, &at, &format!("{at}/phat-bieu"), &entry("Xin nạo vét mương.")).await;
        let edit = there.link(&format!("{at}?sua="));
        let edit = edit.split('#').next().unwrap();
        let id = edit.rsplit('=').next().unwrap();
        Edits::new(edit, &format!("{at}/phat-bieu"), &[("entry", id)], "minutes.entry_edited")
            .proves(
                &site,
                &mut v,
                (&entry("Xin nạo vét mương trước Tết."), "Xin nạo vét mương trước Tết."),
                (&entry("Xin vá đường thôn Hạ."), "Xin vá đường thôn Hạ."),
                &[("village", "D0001-v1"), ("said", "")],
            )
            .await;
        // Who writes another part of the minutes meanwhile stands in nobody's way.
        let old = v.get(&at).await;
        press(&mut v, &at, &format!("{at}/phat-bieu"), &entry("Đèn đường hỏng.")).await.says("Đèn đường hỏng.");
        assert_eq!(fill(&mut v, &old, &at, &head("Giao Văn phòng theo dõi.")).await.status, StatusCode::OK);
    }

    async fn two_clerks_draft_one_conclusion_notice(db: Fresh) {
        let site = Site::new(db).await;
        let hall = held_about_one_issue(&site, &["Nước máy đục", "Nước máy yếu"]).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let (at, notice) = drafted(&site, &mut v, &hall).await;
        let head = |words: &'static str| [("numbering", "issued"), ("signer_name", "Nguyễn Thị Hạnh"), ("assessment", words)];
        let mistake = [("numbering", "issued"), ("signed_on", "31/02/2026"), ("assessment", "Còn 3 việc quá hạn.")];
        Edits::new(&at, &at, &[("notice", &notice)], "notice.head_written")
            .proves(
                &site,
                &mut v,
                (&head("Đã trả lời đủ."), "Đã trả lời đủ."),
                (&head("Còn 3 việc quá hạn."), "Còn 3 việc quá hạn."),
                &mistake,
            )
            .await;
        let item = crate::followup::shown(hall.items[0]);
        let other = crate::followup::shown(hall.items[1]);
        let conclude = format!("{at}/ket-luan");
        let said = |words: &'static str| [("substate", "explained"), ("text", words)];
        Edits::new(&format!("{at}?tb={notice}&viec={item}"), &conclude, &[("notice", &notice), ("item", &item)], "item.concluded_in_draft")
            .proves(
                &site,
                &mut v,
                (&said("Giải thích tại thôn."), "Giải thích tại thôn."),
                (&said("Giải thích bằng văn bản."), "Giải thích bằng văn bản."),
                &[("substate", ""), ("text", "Giải thích bằng văn bản.")],
            )
            .await;
        // The whole issue: what somebody concluded about the other matter of it is not written over unread either.
        let one = v.get(&format!("{at}?tb={notice}&viec={item}")).await;
        let mark = one.field("seen_issue");
        press(
            &mut v,
            &format!("{at}?tb={notice}&viec={other}"),
            &conclude,
            &[("notice", &notice), ("item", &other), ("substate", "explained"), ("text", "Việc này hẹn tháng sau.")],
        )
        .await;
        let whole = |mark: &str| {
            let typed = [("substate", "explained"), ("text", "Cả nhóm: thay đường ống."), ("whole_issue", "yes")];
            let of = [("notice", notice.as_str()), ("item", item.as_str()), ("seen_issue", mark)];
            typed.into_iter().chain(of).map(|(k, v)| (k.to_owned(), v.to_owned())).collect::<Vec<_>>()
        };
        let told = fill(&mut v, &one, &conclude, &pairs(&whole(&mark))).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        let now = told.says(TOLD).html.split("Bản đang lưu hiện nay").nth(1).unwrap().split("</dl>").next().unwrap().to_owned();
        assert!(now.contains("Việc này hẹn tháng sau."), "{now}");
        assert!(told.html.contains("name=\"whole_issue\" value=\"yes\" checked"), "the tick stays");
        let meant = fill(&mut v, &told, &conclude, &pairs(&whole(&told.field("seen_issue")))).await;
        assert_eq!(meant.status, StatusCode::OK, "{}", meant.text());
        assert!(!meant.text().contains("Việc này hẹn tháng sau."), "{}", meant.text());
    }

    async fn two_clerks_write_one_year_plan(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let plan = begun(&mut v).await;
        let head = |words: &'static str| [("basis_text", "Quy chế thử"), ("purpose", words)];
        let long = "dài ".repeat(5_000);
        Edits::new(&plan, &plan, &[], "plan.written")
            .proves(
                &site,
                &mut v,
                (&head("Nghe dân về nước sạch."), "Nghe dân về nước sạch."),
                (&head("Nghe dân về đường sá."), "Nghe dân về đường sá."),
                &[("purpose", &long)],
            )
            .await;
        let page = add_row(&mut v, &plan, "", &ROW).await;
        let edit = page.link(&format!("{plan}/cuoc?sua="));
        let id = edit.rsplit('=').next().unwrap().to_owned();
        let row = |topic: &'static str, month: &'static str| {
            let mut row = ROW.to_vec();
            (row[0], row[1]) = (("month", month), ("topic", topic));
            row
        };
        let carries = [("row", id.as_str()), ("change", "add"), ("replaces", "")];
        Edits::new(&edit, &format!("{plan}/cuoc"), &carries, "plan.row_written")
            .proves(
                &site,
                &mut v,
                (&row("Nước sạch thôn Hạ", "12"), "Nước sạch thôn Hạ"),
                (&row("Đường thôn Thượng", "12"), "Đường thôn Thượng"),
                &row("Đường thôn Thượng", "13"),
            )
            .await;
    }

    async fn two_clerks_edit_one_matter_its_issue_and_its_text(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let id = crate::followup::shown(opinion(&site, "hai-cua-so", "Mương tiêu tắc.").await);
        let act = |act: &str| (format!("/cong-viec/phan-loai/viec/{act}?chon={id}"), format!("/cong-viec/phan-loai/viec/{act}"));
        let (at, to) = act("phan-loai");
        let class =
            |title: &'static str| [("title", title), ("kind", "feedback"), ("field", "water"), ("grounded", "unknown"), ("note", "")];
        Edits { files: true, ..Edits::new(&at, &to, &[("chon", &id)], "item.classified") }
            .proves(
                &site,
                &mut v,
                (&class("Mương thôn Hạ tắc"), "Mương thôn Hạ tắc"),
                (&class("Mương thôn Thượng tắc"), "Mương thôn Thượng tắc"),
                &[("title", "Mương thôn Thượng tắc"), ("kind", "feedback"), ("field", "")],
            )
            .await;
        // The text that everybody reads.
        let (at, to) = act("cong-bo");
        let text = |body: &'static str| [("published_title", "Mương tắc"), ("published_body", body)];
        Edits { files: true, ..Edits::new(&at, &to, &[("chon", &id)], "item.published") }
            .proves(
                &site,
                &mut v,
                (&text("Mương trước đình tắc."), "Mương trước đình tắc."),
                (&text("Mương sau chợ tắc."), "Mương sau chợ tắc."),
                &text(""),
            )
            .await;
        // The same by the form of several.
        let many = "/cong-viec/phan-loai/cong-bo-nhieu";
        let old = v.get(&format!("{many}?chon={id}")).await;
        let (mark, title, body) = (format!("seen-{id}"), format!("title-{id}"), format!("body-{id}"));
        let row = |page: &Page, words: &str| {
            [("chon", id.as_str()), ("lay", &id), (&mark, &page.field(&mark)), (&title, "Mương tắc"), (&body, words)]
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
        };
        let page = v.get(&at).await;
        let typed = [[("chon", id.as_str())].as_slice(), &text("Mương cạnh trường tắc.")].concat();
        fill_with(&mut v, &page, &to, &typed, &[]).await;
        let told = fill(&mut v, &old, many, &pairs(&row(&old, "Mương đầu làng tắc."))).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says(TOLD).says("Bản đang lưu hiện nay").says("Mương cạnh trường tắc.").says("Mương đầu làng tắc.");
        let meant = fill(&mut v, &told, many, &pairs(&row(&told, "Mương đầu làng tắc."))).await;
        assert_eq!(meant.status, StatusCode::OK, "{}", meant.text());
        v.get(&at).await.says("Mương đầu làng tắc.");
        // Where a head decides, the office's text that waits is not written over unread either.
        let mut admin = site.officer("quantri.vantrach").await;
        let policy = [("names_shown", "yes"), ("head_decides", "yes"), ("least_shown", "10"), ("decision_days", "10"), ("basis", "")];
        press(&mut admin, "/quan-tri/cong-bo", "/quan-tri/cong-bo", &policy).await;
        let third = crate::followup::shown(opinion(&site, "hai-cua-so-3", "Loa thôn hỏng.").await);
        let to = "/cong-viec/phan-loai/viec/trinh-cong-bo";
        Edits { files: true, ..Edits::new(&format!("{to}?chon={third}"), to, &[("chon", &third)], "item.text_submitted") }
            .proves(
                &site,
                &mut v,
                (&text("Loa trước đình hỏng."), "Loa trước đình hỏng."),
                (&text("Loa sau chợ hỏng."), "Loa sau chợ hỏng."),
                &text(""),
            )
            .await;
        // Its issue.
        let other = crate::followup::shown(opinion(&site, "hai-cua-so-2", "Mương thôn Hạ tắc.").await);
        let (at, to) = act("nhom");
        let page = v.get(&at).await;
        let group = [("chon", id.as_str()), ("chon", &other), ("title", "Mương tiêu"), ("field", "water")];
        fill_with(&mut v, &page, &to, &group, &[]).await;
        let issue = v.get("/cong-viec/van-de").await.link("/cong-viec/van-de/");
        let edit = |summary: &'static str| [("title", "Mương tiêu"), ("summary", summary), ("field", "water")];
        Edits::new(&issue, &issue, &[], "issue.edited")
            .proves(
                &site,
                &mut v,
                (&edit("Tắc từ tháng 6."), "Tắc từ tháng 6."),
                (&edit("Tắc từ tháng 9."), "Tắc từ tháng 9."),
                &[("title", ""), ("summary", "Tắc từ tháng 9."), ("field", "water")],
            )
            .await;
    }

    async fn two_clerks_change_one_saved_answer_or_one_site(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/cau-tra-loi-mau";
        let answer = |text: &'static str, norm: &'static str| [("field", "water"), ("title", "Nạo vét"), ("text", text), ("norm", norm)];
        let page = press(&mut v, at, at, &answer("Nạo vét mỗi năm.", "Điều 5")).await;
        let edit = page.link(&format!("{at}?sua="));
        let edit = edit.split('#').next().unwrap();
        let id = edit.rsplit('=').next().unwrap();
        Edits::new(edit, at, &[("answer", id)], "saved_answer.kept")
            .proves(
                &site,
                &mut v,
                (&answer("Nạo vét mỗi năm hai lần.", "Điều 5"), "Nạo vét mỗi năm hai lần."),
                (&answer("Nạo vét trước mùa mưa.", "Điều 5"), "Nạo vét trước mùa mưa."),
                &answer("Nạo vét trước mùa mưa.", ""),
            )
            .await;
        let base = crate::plan::draft_with(&mut v, &crate::plan::DRAFT).await.location.unwrap();
        let sites = format!("{base}/diem");
        let place = |place: &'static str, time: &'static str| [("place", place), ("at_time", time)];
        let page = press(&mut v, &sites, &sites, &place("Sân đình", "")).await;
        let edit = page.link(&format!("{sites}?sua="));
        let edit = edit.split('#').next().unwrap();
        let id = edit.rsplit('=').next().unwrap();
        Edits::new(edit, &sites, &[("row", id)], "dialogue.site_written")
            .proves(
                &site,
                &mut v,
                (&place("Sân đình thôn Hạ", ""), "Sân đình thôn Hạ"),
                (&place("Nhà văn hóa thôn Thượng", ""), "Nhà văn hóa thôn Thượng"),
                &place("Nhà văn hóa thôn Thượng", "hai giờ"),
            )
            .await;
    }

    async fn two_clerks_correct_the_notice_of_one_reception_day(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let at = "/cong-viec/lich-tiep-cong-dan";
        let fixed = [
            ("post", "D0001-bi-thu"),
            ("month", "10, 25"),
            ("from", "01/11/2026"),
            ("hours", "7:30"),
            ("place", "Trụ sở"),
            ("paper", "14-TB/ĐU"),
        ];
        press(&mut v, at, at, &fixed).await.says("Ngày 10, 25 hằng tháng");
        let day = [("post", "D0001-bi-thu"), ("on_day", "10/12/2026"), ("posted", "23/11/2026")];
        let cancel = format!("{at}/huy");
        press(&mut v, at, &cancel, &[day.as_slice(), &[("reason", "Họp Thành ủy.")]].concat()).await.says("Không tiếp");
        let carries = [day.as_slice(), &[("lam", "sua")]].concat();
        Edits::new(at, &cancel, &carries, "reception.cancel_corrected")
            .proves(
                &site,
                &mut v,
                (&[("reason", "Họp Ban Thường vụ.")], "Họp Ban Thường vụ."),
                (&[("reason", "Đi cơ sở phòng bão.")], "Đi cơ sở phòng bão."),
                &[("reason", "Gọi ông Tư 0912 345 678")],
            )
            .await;
    }

    async fn two_clerks_write_one_draft_of_a_dialogue(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let base = crate::plan::draft_with(&mut v, &crate::plan::DRAFT).await.location.unwrap();
        let edit = format!("{base}/sua");
        let at = |place: &'static str, day: &'static str| {
            let mut all = crate::plan::DRAFT.to_vec();
            for (name, value) in [("place", place), ("on_day", day)] {
                all.iter_mut().filter(|f| f.0 == name).for_each(|f| f.1 = value);
            }
            all
        };
        let (one, two) = ("Trụ sở UBND xã cũ", "Sân đình thôn Hạ");
        Edits::new(&edit, &edit, &[], "dialogue.edited")
            .proves(&site, &mut v, (&at(one, "05/12/2026"), one), (&at(two, "05/12/2026"), two), &at(two, "hai"))
            .await;
    }

    async fn a_draft_of_ones_own_does_not_hide_what_another_saved(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let base = crate::plan::draft_with(&mut v, &crate::plan::DRAFT).await.location.unwrap();
        let edit = format!("{base}/sua");
        let mut typed = crate::plan::DRAFT.to_vec();
        typed[6] = ("place", "Sân đình thôn Hạ");
        let page = v.get(&edit).await;
        let keep = page.html.split("formaction=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let kept = v.post(&keep, &pairs(&filled(&page, &edit, "key", &typed))).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
        let mut other = crate::plan::DRAFT.to_vec();
        other[6] = ("place", "Trụ sở UBND xã");
        fill(&mut v, &page, &edit, &other).await;
        // The draft went with the form that was sent; it is kept again from the older window.
        v.post(&keep, &pairs(&filled(&page, &edit, "key", &typed))).await;
        let again = v.get(&edit).await;
        assert_eq!(again.field("place"), "Sân đình thôn Hạ");
        let told = fill(&mut v, &again, &edit, &typed).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text());
        told.says(TOLD).says("Trụ sở UBND xã");
        v.get(&base).await.says("Trụ sở UBND xã");
    }
}
