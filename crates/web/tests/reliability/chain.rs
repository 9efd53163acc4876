//! The life of a matter through the pages of the real program, killed in the middle of every form: the clerk enters it,
//! judges it, publishes it, gives it to a body; the body reports, asks for time, answers; the person disagrees. After each
//! kill the rows are looked at: the step stands there once or not at all, and once where it was acknowledged. The program
//! starts again, and the same form is sent again: it counts once.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use caunoi_testkit::Fresh;

use crate::{
    browser::{Browser, Filled},
    count::{Dice, of},
    picture, place,
    server::Server,
};

/// A file as offices attach it.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// What the kills found, each form's first landing only: not there, there but not acknowledged, acknowledged.
#[derive(Default)]
struct Tally([u32; 3]);

/// A world that is killed again and again.
pub struct World {
    on: Fresh,
    server: Option<Server>,
    dice: Dice,
    kills: u64,
    tally: Tally,
    /// How long the last form took that did its work: the next is killed within that.
    took: Duration,
}

impl World {
    /// Begins on a fresh place.
    pub fn on(on: Fresh) -> Self {
        Self {
            server: Some(Server::start_on(on.folder.path(), &on.database)),
            on,
            dice: Dice::new(),
            kills: of("KILLS_PER_FORM", 1),
            tally: Tally::default(),
            took: Duration::from_millis(25),
        }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        self.on.folder.path()
    }

    /// The program is killed once more, and what it left behind is looked at.
    pub async fn end(mut self) {
        let [not_there, there, acknowledged] = self.tally.0;
        eprintln!("killed before a form had landed: {not_there}; landed, not acknowledged: {there}; acknowledged: {acknowledged}");
        if self.kills >= 10 {
            assert!(not_there > 0 && there + acknowledged > 0, "the moments are all of one kind: the test shows too little");
        }
        self.server.take().unwrap().kill();
        picture::settled(&self.on.database).await;
        assert_eq!(picture::wrong(self.on.folder.path(), &self.on.database).await, Vec::<String>::new());
    }

    /// Where the program listens.
    pub fn address(&self) -> String {
        self.server.as_ref().unwrap().address.clone()
    }

    fn start_again(&mut self) {
        self.server = Some(Server::start_on(self.on.folder.path(), &self.on.database));
    }

    /// Events of a kind that stand in the rows.
    async fn events(&self, kind: &str) -> usize {
        picture::rows(&self.on.database).await.iter().filter(|r| picture::is_event(r, kind)).count()
    }

    /// Sends a form, kills in the middle, looks at the rows, starts again, and sends the same form until it is
    /// acknowledged; and once more. The form writes one event of that kind. Answers where it leads.
    async fn send(&mut self, who: &mut Browser, form: &Filled, event: &str) -> String {
        let before = self.events(event).await;
        let (mut led, mut there) = (Vec::new(), false);
        for _ in 0..self.kills {
            let (mut hand, server, sent) = (who.clone(), self.address(), form.clone());
            // The page of the form has warmed this one up; the form that was measured was the first after a start.
            let within = u64::try_from(self.took.as_micros()).unwrap() * 2 / 3;
            let sending = tokio::spawn(async move { hand.send(&server, &sent).await });
            tokio::time::sleep(Duration::from_micros(self.dice.below(within))).await;
            self.server.take().unwrap().kill();
            let answer = sending.await.unwrap();
            picture::settled(&self.on.database).await;
            let now = self.events(event).await;
            assert!(now == before || now == before + 1, "{event} stands {now} times after a kill, {before} before");
            assert!(now > before || !there, "{event} was there before this kill and is gone");
            if let Ok(answer) = &answer {
                assert_eq!(answer.status, 303, "{}", answer.text());
                assert_eq!(now, before + 1, "{event} was acknowledged and is gone");
                led.push(answer.location().unwrap().to_owned());
            }
            if !there {
                self.tally.0[if answer.is_ok() { 2 } else { now - before }] += 1;
            }
            there = now > before;
            self.start_again();
        }
        for again in [false, true] {
            let begun = Instant::now();
            let answer = who.send(&self.address(), form).await.unwrap();
            if !there && !again {
                self.took = begun.elapsed().max(Duration::from_millis(2));
            }
            assert_eq!(answer.status, 303, "{}", answer.text());
            led.push(answer.location().unwrap().to_owned());
            assert_eq!(self.events(event).await, before + 1, "{event} after the same form again");
        }
        assert!(led.windows(2).all(|w| w[0] == w[1]), "the same form leads to different places: {led:?}");
        led.pop().unwrap()
    }

    /// A form of a page: its token and key, and what is typed.
    pub async fn fill(
        &mut self,
        who: &mut Browser,
        (on, to, event): (&str, &str, &str),
        typed: &[(&str, &str)],
        file: Attached<'_>,
    ) -> String {
        let page = who.get(&self.address(), on).await.unwrap();
        let carried = |name: &str| if page.text().contains(&format!("name=\"{name}\"")) { page.field(name) } else { String::new() };
        // The mark of the words that the form is about goes with it.
        let (csrf, key, seen) = (page.field("csrf"), carried("key"), mark_to(&page.text(), to).unwrap_or_else(|| carried("seen")));
        let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str()), ("seen", seen.as_str())];
        fields.extend_from_slice(typed);
        // Forms with a file are the ones that are sent in parts.
        let form = if file.is_some() || MULTIPART.iter().any(|m| to.contains(m)) {
            Filled::new(to, &fields, file)
        } else {
            Filled::plain(to, &fields)
        };
        self.send(who, &form, event).await
    }
}

/// A file of a form: field, name, bytes.
pub type Attached<'a> = Option<(&'a str, &'a str, &'a [u8])>;

const MULTIPART: [&str; 2] = ["/cong-viec/nhap", "/cong-viec/phan-loai/viec/"];

/// The mark of words that the form of a page to that address carries, empty where it has none; nothing where no form leads there.
fn mark_to(page: &str, to: &str) -> Option<String> {
    let at = page.find(&format!("action=\"{to}\""))?;
    let form = page[at..].split("</form>").next().unwrap_or_default();
    let mark = form.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    Some(mark.unwrap_or_default().to_owned())
}

/// How often the words stand there.
fn times(page: &str, words: &str) -> usize {
    page.matches(words).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_every_form_of_a_matter_each_counts_once() {
    killed_in_every_form(place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_every_form_of_a_matter_on_postgres_each_counts_once() {
    killed_in_every_form(caunoi_testkit::postgres().await).await;
}

async fn killed_in_every_form(on: Fresh) {
    let mut w = World::on(on);
    let mut clerk = Browser::officer(&w.address(), w.data(), "vanthu.vantrach", 1).await;
    let mut phong = Browser::officer(&w.address(), w.data(), "kinhte.vantrach", 2).await;
    let mut chair = Browser::officer(&w.address(), w.data(), "chutich.vantrach", 3).await;

    let entry = [
        ("kind", "petition"),
        ("channel", "paper"),
        ("received_on", "20/11/2026"),
        ("full_name", "Phạm Thị Lành"),
        ("phone", ""),
        ("address", "Thôn Hạ"),
        ("part_title", ""),
        ("part", "Cống thôn Hạ sập từ tháng trước, xe không qua được."),
    ];
    w.fill(&mut clerk, ("/cong-viec/nhap", "/cong-viec/nhap", "opinion.received"), &entry, Some(("files", "don.pdf", PDF))).await;
    let slip = clerk.get(&w.address(), "/cong-viec/nhap/phieu").await.unwrap();
    let opinion = clerk.get(&w.address(), &slip.link("/cong-viec/y-kien/")).await.unwrap();
    let item = opinion.link("/cong-viec/phan-loai/viec/phan-loai?chon=").rsplit('=').next().unwrap().to_owned();
    let words: Vec<String> = slip.text().split(|c: char| "<>\"".contains(c)).map(|w| w.trim().to_owned()).collect();
    let code = words.iter().find(|w| w.len() == 20 && w.split('-').map(str::len).eq([4, 4, 4, 5])).unwrap().clone();
    let secret = words
        .iter()
        .find(|w| w.len() == 7 && w.as_bytes()[3] == b' ' && w.bytes().all(|b| b.is_ascii_digit() || b == b' '))
        .unwrap()
        .clone();

    let judged = [("field", "roads"), ("kind", "petition"), ("grounded", "grounded"), ("note", "Đã xem tại chỗ")];
    let text = [("published_title", "Cống thôn Hạ sập"), ("published_body", "Cống sập từ tháng trước.")];
    for (act, event, typed) in [("phan-loai", "item.classified", &judged[..]), ("cong-bo", "item.published", &text[..])] {
        let all = [&[("chon", item.as_str())], typed].concat();
        let to = format!("/cong-viec/phan-loai/viec/{act}");
        w.fill(&mut clerk, (&format!("{to}?chon={item}"), &to, event), &all, None).await;
    }
    let mut person = Browser::new(4);
    assert_eq!(person.send(&w.address(), &Filled::plain("/theo-doi", &[("code", &code)])).await.unwrap().status, 303);
    let give = format!("/nhiem-vu/giao/{item}");
    let typed = [("parent", ""), ("task", "Thay cống thôn Hạ"), ("body", "D0001-phong-kinh-te"), ("due", "10/12/2026")];
    let task = w.fill(&mut clerk, (&give, &give, "assignment.opened"), &typed, None).await;
    let to = |act: &str| format!("{task}/{act}");
    let report = [("progress", "Đã đo đạc")];
    w.fill(&mut phong, (&task, &to("tien-do"), "assignment.progress"), &report, Some(("evidence", "do.pdf", PDF))).await;
    let asked = [("extension_due", "18/12/2026"), ("extension_reason", "Mưa lũ")];
    w.fill(&mut phong, (&task, &to("xin-gia-han"), "extension.asked"), &asked, None).await;
    let granted = [("decision", "approve"), ("granted_due", "15/12/2026")];
    w.fill(&mut chair, (&task, &to("gia-han"), "extension.decided"), &granted, None).await;
    let done = [("extent", "whole"), ("result", "Đã thay cống phi 800")];
    w.fill(&mut phong, (&task, &to("xong"), "assignment.done"), &done, Some(("files", "nt.pdf", PDF))).await;
    let page = person.get(&w.address(), "/theo-doi/y-kien").await.unwrap();
    let number = page.field("item");
    let verdict = [("item", number.as_str()), ("round", "0"), ("secret", &secret), ("verdict", "disagree"), ("reason", "Nước vẫn đọng.")];
    w.send(&mut person, &Filled::plain("/theo-doi/tra-loi", &verdict), "verdict.given").await;
    let thread = person.get(&w.address(), "/theo-doi/y-kien").await.unwrap().text();
    let opinion = clerk.get(&w.address(), &slip.link("/cong-viec/y-kien/")).await.unwrap().text();
    assert_eq!(times(&opinion, "don.pdf"), 1, "the file hangs there once");
    assert_eq!(times(&thread, "Nước vẫn đọng."), 1, "the verdict is told once: {thread}");
    w.end().await;
}
