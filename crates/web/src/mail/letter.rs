//! A mail in words: Vietnamese first, English below. It says that there is news and where to read it; it holds no code,
//! no secret and no text of people.

use std::sync::Arc;

use caunoi_app::outbox::{About, Undelivered, Waiting};
use lettre::{
    Message,
    message::{
        Mailbox, SinglePart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

use crate::page::lang::Lang;

/// Who writes: the sender's address, and the program's public address that links begin with.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Sender.
    pub from: Mailbox,
    /// Public address without a slash at its end.
    pub address: Arc<str>,
}

/// The mail of what waits.
///
/// # Errors
/// [`Undelivered::Never`] where it can never be written.
pub fn letter(head: &Letterhead, waiting: &Waiting) -> Result<Message, Undelivered> {
    let never = |e: &dyn std::fmt::Display| Undelivered::Never(e.to_string());
    let to: Mailbox = waiting.to.as_str().parse().map_err(|e| never(&e))?;
    let host = head.from.email.domain();
    let (subject, text) = words(&head.address, &waiting.about);
    let mut message = Message::builder()
        .from(head.from.clone())
        .to(to)
        // The same for every try: a mail that arrived twice is known as one.
        .message_id(Some(format!("<{}@{host}>", waiting.id)))
        .header(AutoSubmitted)
        .subject(subject);
    if let About::Opinion { stop } = &waiting.about {
        message = message.header(ListUnsubscribe(format!("<{}{stop}>", head.address))).header(OneClick);
    }
    let body = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text);
    message.singlepart(body).map_err(|e| never(&e))
}

fn words(address: &str, about: &About) -> (String, String) {
    let (vi, en) = (Lang::Vi.words(), Lang::En.words());
    match about {
        About::Work { path } => (
            vi.mail_work_subject(),
            format!(
                "{}\n\n{address}{path}\n\n{}\n\n--\n{}\n{}\n",
                vi.mail_work_text(),
                vi.mail_work_why(),
                en.mail_work_text(),
                en.mail_work_why()
            ),
        ),
        About::Opinion { stop } => (
            vi.mail_person_subject(),
            format!(
                "{}\n\n{address}/theo-doi\n\n{}\n{address}{stop}\n\n--\n{}\n{}\n",
                vi.mail_person_text(),
                vi.mail_person_why(),
                en.mail_person_text(),
                en.mail_person_why()
            ),
        ),
    }
}

/// No answering machine answers a mail that a program wrote.
#[derive(Clone)]
struct AutoSubmitted;
impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The link that stops such mails, for mail programs.
#[derive(Clone)]
struct ListUnsubscribe(String);
impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// A mail program may use that link for its reader.
#[derive(Clone)]
struct OneClick;
impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use caunoi_domain::people::email::Email;

    fn head() -> Letterhead {
        Letterhead { from: "Cầu Nối <caunoi@xa.example>".parse().unwrap(), address: "https://doithoai.example".into() }
    }

    #[test]
    fn a_mail_says_that_there_is_news_and_where_and_nothing_else() {
        let about = About::Opinion { stop: "/theo-doi/thoi-nhan-thu/abc".to_owned() };
        let waiting = Waiting { id: "01-23".to_owned(), to: Email::parse("mai@thon.example").unwrap(), about };
        let text = String::from_utf8(letter(&head(), &waiting).unwrap().formatted()).unwrap();
        assert!(text.contains("To: mai@thon.example\r\n"), "{text}");
        assert!(text.contains("Message-ID: <01-23@xa.example>\r\n"), "{text}");
        assert!(text.contains("List-Unsubscribe: <https://doithoai.example/theo-doi/thoi-nhan-thu/abc>\r\n"), "{text}");
        assert!(text.contains("https://doithoai.example/theo-doi"), "{text}");
        assert_eq!(text.matches("\r\nTo: ").count(), 1);
        assert!(!text.contains("Bcc"));
    }
}
