//! People who send opinions, hold on to what was acknowledged, and look for it afterwards.

use crate::{
    browser::{Browser, Filled},
    client::Answer,
};

/// An opinion as it was typed; the same number is the same form.
pub struct Opinion {
    pub text: String,
    pub form: Filled,
}

impl Opinion {
    /// The opinion of that number, with a text of so many words more, and a file where it has one.
    pub fn new(number: u64, words: usize, file: Option<&[u8]>) -> Self {
        let text = format!("Đường ngõ số {number} của thôn bị ngập, xin cho biết khi nào được sửa.{}", " Ngập sâu.".repeat(words));
        let key = format!("{number:026}");
        let fields = [("xa", "D0001"), ("key", &key), ("kind", "petition"), ("village", "khong-ro"), ("body", &text)];
        let form = Filled::new("/gui-y-kien/gui", &fields, file.map(|f| ("files", "anh.pdf", f)));
        Self { text, form }
    }

    /// Its first words.
    pub fn beginning(&self) -> String {
        self.text.chars().take(100).collect()
    }
}

/// The code on a slip.
fn code_of(slip: &Answer) -> Option<String> {
    let page = slip.text();
    let mut words = page.split(|c: char| c.is_whitespace() || "<>\"".contains(c));
    words.find(|w| w.len() == 20 && w.split('-').map(str::len).eq([4, 4, 4, 5])).map(str::to_owned)
}

/// The person of a slip opens it, follows by its code and finds what they wrote; says what is wrong.
pub async fn follow(server: &str, person: &mut Browser, text: &str) -> Result<(), String> {
    thread(server, person, text).await.map(|_| ())
}

/// As [`follow`], and finds the file that they gave.
pub async fn follow_to_file(server: &str, person: &mut Browser, text: &str, file: &[u8]) -> Result<(), String> {
    let thread = thread(server, person, text).await?;
    let href = thread.split('"').find(|w| w.starts_with("/tep/")).ok_or_else(|| format!("no file hangs on the thread of {text}"))?;
    let fetched = person.get(server, href).await.map_err(|e| e.to_string())?;
    if fetched.body == file { Ok(()) } else { Err(format!("the file of {text} is another: {} bytes", fetched.body.len())) }
}

async fn thread(server: &str, person: &mut Browser, text: &str) -> Result<String, String> {
    let failed = |e: std::io::Error| e.to_string();
    let slip = person.get(server, "/gui-y-kien/phieu").await.map_err(failed)?;
    let code = code_of(&slip).ok_or_else(|| format!("no code on the slip: {}", slip.text()))?;
    let entered = person.send(server, &Filled::plain("/theo-doi", &[("code", &code)])).await.map_err(failed)?;
    if entered.status != 303 {
        return Err(format!("the code {code} leads nowhere: {}", entered.status));
    }
    let thread = person.get(server, "/theo-doi/y-kien").await.map_err(failed)?.text();
    if thread.contains(text) { Ok(thread) } else { Err(format!("the thread of {code} does not hold what was written")) }
}
