//! The life of a matter through the pages of the real program, killed in the middle of every form: the clerk enters it,
//! judges it, gives it to a body; the body reports, asks for time, answers; the person disagrees. After each kill the program starts again, and the same form is sent again: it counts once.

use std::{path::Path, time::Duration};

use crate::{
    browser::{Browser, Filled},
    count::{Dice, of},
    place,
    server::Server,
};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A world that is killed again and again.
struct World<'a> {
    data: &'a Path,
    server: Option<Server>,
    dice: Dice,
    kills: u64,
    tally: [u32; 2],
}

impl World<'_> {
    fn address(&self) -> String {
        self.server.as_ref().unwrap().address.clone()
    }

    fn start_again(&mut self) {
        self.server = Some(Server::start(self.data));
    }

    /// Sends a form, kills in the middle, starts again, and sends the same form until it is acknowledged; and once more.
    /// Answers where it leads.
    async fn send(&mut self, who: &mut Browser, form: &Filled) -> String {
        let mut led = Vec::new();
        for _ in 0..self.kills {
            let (mut hand, server, sent) = (who.clone(), self.address(), form.clone());
            let sending = tokio::spawn(async move { hand.send(&server, &sent).await });
            tokio::time::sleep(Duration::from_micros(self.dice.below(25_000))).await;
            self.server.take().unwrap().kill();
            let answer = sending.await.unwrap();
            self.tally[usize::from(answer.is_ok())] += 1;
            if let Ok(answer) = answer {
                assert_eq!(answer.status, 303, "{}", answer.text());
                led.push(answer.location().unwrap().to_owned());
            }
            self.start_again();
        }
        for _ in 0..2 {
            let answer = who.send(&self.address(), form).await.unwrap();
            assert_eq!(answer.status, 303, "{}", answer.text());
            led.push(answer.location().unwrap().to_owned());
        }
        assert!(led.windows(2).all(|w| w[0] == w[1]), "the same form leads to different places: {led:?}");
        led.pop().unwrap()
    }

    /// A form of a page: its token and key, and what is typed.
    async fn fill(&mut self, who: &mut Browser, on: &str, to: &str, typed: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> String {
        let page = who.get(&self.address(), on).await.unwrap();
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
        fields.extend_from_slice(typed);
        // Forms with a file are the ones that are sent in parts.
        let form = if file.is_some() || MULTIPART.iter().any(|m| to.contains(m)) {
            Filled::new(to, &fields, file)
        } else {
            Filled::plain(to, &fields)
        };
        self.send(who, &form).await
    }
}

const MULTIPART: [&str; 2] = ["/cong-viec/nhap", "/cong-viec/phan-loai/viec/"];

/// How often the words stand there.
fn times(page: &str, words: &str) -> usize {
    page.matches(words).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_every_form_of_a_matter_each_counts_once() {
    let folder = place::fresh();
    let mut w = World {
        data: folder.path(),
        server: Some(Server::start(folder.path())),
        dice: Dice::new(),
        kills: of("KILLS_PER_FORM", 1),
        tally: [0; 2],
    };
    let mut clerk = Browser::officer(&w.address(), folder.path(), "vanthu.vantrach", 1).await;
    let mut phong = Browser::officer(&w.address(), folder.path(), "kinhte.vantrach", 2).await;
    let mut chair = Browser::officer(&w.address(), folder.path(), "chutich.vantrach", 3).await;

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
    w.fill(&mut clerk, "/cong-viec/nhap", "/cong-viec/nhap", &entry, Some(("files", "don.pdf", PDF))).await;
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

    for (act, typed) in [
        ("phan-loai", vec![("field", "roads"), ("kind", "petition"), ("grounded", "grounded"), ("note", "Đã xem tại chỗ")]),
        ("cong-bo", vec![("published_title", "Cống thôn Hạ sập"), ("published_body", "Cống sập từ tháng trước.")]),
    ] {
        let mut all = vec![("chon", item.as_str())];
        all.extend(typed);
        w.fill(
            &mut clerk,
            &format!("/cong-viec/phan-loai/viec/{act}?chon={item}"),
            &format!("/cong-viec/phan-loai/viec/{act}"),
            &all,
            None,
        )
        .await;
    }
    let mut person = Browser::new(4);
    assert_eq!(person.send(&w.address(), &Filled::plain("/theo-doi", &[("code", &code)])).await.unwrap().status, 303);
    let give = format!("/nhiem-vu/giao/{item}");
    let typed = [("parent", ""), ("task", "Thay cống thôn Hạ"), ("body", "D0001-phong-kinh-te"), ("due", "10/12/2026")];
    let task = w.fill(&mut clerk, &give, &give, &typed, None).await;
    w.fill(&mut phong, &task, &format!("{task}/tien-do"), &[("progress", "Đã đo đạc")], Some(("evidence", "do.pdf", PDF))).await;
    w.fill(&mut phong, &task, &format!("{task}/xin-gia-han"), &[("extension_due", "18/12/2026"), ("extension_reason", "Mưa lũ")], None)
        .await;
    w.fill(&mut chair, &task, &format!("{task}/gia-han"), &[("decision", "approve"), ("granted_due", "15/12/2026")], None).await;
    w.fill(
        &mut phong,
        &task,
        &format!("{task}/xong"),
        &[("extent", "whole"), ("result", "Đã thay cống phi 800")],
        Some(("files", "nt.pdf", PDF)),
    )
    .await;
    let page = person.get(&w.address(), "/theo-doi/y-kien").await.unwrap();
    let number = page.field("item");
    let verdict = [("item", number.as_str()), ("round", "0"), ("secret", &secret), ("verdict", "disagree"), ("reason", "Nước vẫn đọng.")];
    w.send(&mut person, &Filled::plain("/theo-doi/tra-loi", &verdict)).await;
    let thread = person.get(&w.address(), "/theo-doi/y-kien").await.unwrap().text();
    let opinion = clerk.get(&w.address(), &slip.link("/cong-viec/y-kien/")).await.unwrap().text();
    eprintln!("killed in the middle: {} not acknowledged, {} acknowledged", w.tally[0], w.tally[1]);
    assert_eq!(times(&opinion, "don.pdf"), 1, "the file hangs there once");
    assert_eq!(times(&thread, "Nước vẫn đọng."), 1, "the verdict is told once: {thread}");
    w.server.take().unwrap().kill();
    assert_eq!(crate::picture::wrong(folder.path()).await, Vec::<String>::new());
}
