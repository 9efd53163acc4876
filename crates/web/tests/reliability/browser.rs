//! A browser without script, for the real program: it keeps cookies, follows where it is led, fills forms.

use std::{collections::BTreeMap, io, path::Path};

use crate::client::{Answer, ask, form};

/// A person or an officer at a screen, with an address of their own.
#[derive(Clone)]
pub struct Browser {
    from: u16,
    cookies: BTreeMap<String, String>,
}

/// A form that can be sent, and sent again.
#[derive(Clone)]
pub struct Filled {
    path: String,
    content_type: String,
    body: Vec<u8>,
}

impl Filled {
    /// A form of that address with these fields, and a file where one is given.
    pub fn new(path: &str, fields: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> Self {
        let (content_type, body) = form(fields, file);
        Self { path: path.to_owned(), content_type, body }
    }

    /// The same, sent by a reader of English.
    pub fn in_english(&self) -> Self {
        Self { path: format!("{}?lang=en", self.path), ..self.clone() }
    }

    /// As forms without files are sent.
    pub fn plain(path: &str, fields: &[(&str, &str)]) -> Self {
        let encode = |s: &str| {
            s.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect::<String>()
        };
        let body = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect::<Vec<_>>().join("&");
        Self {
            path: path.to_owned(),
            content_type: "Content-Type: application/x-www-form-urlencoded\r\n".to_owned(),
            body: body.into_bytes(),
        }
    }
}

impl Browser {
    /// At the loopback address that ends with that number.
    pub fn new(from: u16) -> Self {
        Self { from, cookies: BTreeMap::new() }
    }

    /// The form by which an officer of the demonstration signs in.
    pub fn sign_in_form(data: &Path, login: &str) -> Filled {
        let told = std::fs::read_to_string(data.join("demo.json")).unwrap();
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        let account = told["accounts"].as_array().unwrap().iter().find(|a| a["login"] == login).unwrap();
        Filled::plain("/dang-nhap", &[("login", login), ("password", account["password"].as_str().unwrap())])
    }

    /// An officer of the demonstration, signed in by the form.
    pub async fn officer(server: &str, data: &Path, login: &str, from: u16) -> Self {
        let mut browser = Self::new(from);
        let page = browser.send(server, &Self::sign_in_form(data, login)).await.unwrap();
        assert_eq!(page.status, 303, "{login} signs in: {}", page.text());
        browser
    }

    /// The same browser at another address.
    pub fn at(&self, from: u16) -> Self {
        Self { from, ..self.clone() }
    }

    fn headers(&self) -> String {
        if self.cookies.is_empty() {
            return String::new();
        }
        let all = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        format!("Cookie: {all}\r\n")
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies().split("; ").filter_map(|c| c.split_once('=')) {
            self.cookies.insert(cookie.0.to_owned(), cookie.1.to_owned());
        }
    }

    /// Opens a page and follows redirects.
    pub async fn get(&mut self, server: &str, path: &str) -> io::Result<Answer> {
        let mut path = path.to_owned();
        for _ in 0..6 {
            let answer = ask(server, self.from, &format!("GET {path}"), &self.headers(), b"").await?;
            self.keep(&answer);
            match answer.location() {
                Some(to) => path = to.to_owned(),
                None => return Ok(answer),
            }
        }
        Err(io::Error::other("led in a circle"))
    }

    /// Sends a form; the redirect is not followed.
    pub async fn send(&mut self, server: &str, filled: &Filled) -> io::Result<Answer> {
        let headers = format!("{}{}", self.headers(), filled.content_type);
        let answer = ask(server, self.from, &format!("POST {}", filled.path), &headers, &filled.body).await?;
        self.keep(&answer);
        Ok(answer)
    }
}
