//! What somebody typed into a form that ended on the page of a fault: that page shows it again, so that an hour of writing is
//! not lost because the session ended, the form was of an older sign-in, or somebody else was first. Nothing of it is kept.

use axum::{
    Form,
    body::{Body, Bytes, HttpBody as _},
    extract::{FromRequest as _, Multipart, Request},
};
use http::{HeaderValue, Method, header};

/// Bytes of a form at most of which the text is shown again: a form with text only, or with a small picture.
const FORM_MAX: usize = 512 * 1024;
/// Texts at most.
const TEXTS_MAX: usize = 12;
/// Characters from which a value is a text that somebody would not like to write again.
const TEXT_LEAST: usize = 15;
/// Fields that are never shown: keys and marks of the form itself, passwords, codes and secrets of people.
const NEVER: [&str; 14] =
    ["csrf", "key", "form_key", "seen", "file_ref", "csv", "bang", "password", "old", "new", "again", "secret", "code", "login"];

/// A form as it was sent.
pub struct SentForm {
    kind: HeaderValue,
    bytes: Bytes,
}

impl SentForm {
    /// The form of a request, which goes on as it came; none where it is none, is too large, or breaks off.
    pub async fn of(request: Request) -> (Request, Option<Self>) {
        let short = request.body().size_hint().upper().is_some_and(|n| n <= FORM_MAX as u64);
        let Some(kind) = request.headers().get(header::CONTENT_TYPE).filter(|_| short && request.method() == Method::POST).cloned() else {
            return (request, None);
        };
        let (parts, body) = request.into_parts();
        // Who broke off reads no answer either.
        let Ok(bytes) = axum::body::to_bytes(body, FORM_MAX).await else { return (Request::from_parts(parts, Body::empty()), None) };
        (Request::from_parts(parts, Body::from(bytes.clone())), Some(Self { kind, bytes }))
    }

    /// The texts in it, in their order, each once.
    pub async fn texts(self) -> Vec<String> {
        let mut texts = Vec::new();
        for (name, value) in self.fields().await {
            let text = value.trim();
            let written = text.chars().count() >= TEXT_LEAST && text.contains(char::is_whitespace);
            if written && !NEVER.contains(&name.as_str()) && !texts.iter().any(|t| t == text) && texts.len() < TEXTS_MAX {
                texts.push(text.to_owned());
            }
        }
        texts
    }

    /// Its fields, without files.
    async fn fields(self) -> Vec<(String, String)> {
        let multipart = self.kind.as_bytes().starts_with(b"multipart/form-data");
        let mut request = Request::new(Body::from(self.bytes));
        *request.method_mut() = Method::POST;
        request.headers_mut().insert(header::CONTENT_TYPE, self.kind);
        if !multipart {
            return Form::from_request(request, &()).await.map_or_else(|_| Vec::new(), |Form(fields)| fields);
        }
        let mut fields = Vec::new();
        let Ok(mut form) = Multipart::from_request(request, &()).await else { return fields };
        while let Ok(Some(field)) = form.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().is_some();
            let Ok(text) = field.text().await else { break };
            if !file {
                fields.push((name, text));
            }
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    async fn texts(kind: &str, body: &str) -> Vec<String> {
        let request = Request::post("/x").header(header::CONTENT_TYPE, kind);
        let (request, sent) = SentForm::of(request.body(Body::from(body.to_owned())).unwrap()).await;
        let again = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
        assert_eq!(again, body.as_bytes(), "the handler reads what was sent");
        match sent {
            Some(sent) => sent.texts().await,
            None => Vec::new(),
        }
    }

    #[tokio::test]
    async fn texts_are_shown_again_and_keys_and_secrets_are_not() {
        let body =
            "csrf=aaaa+aaaa+aaaa+aaaa&password=mot+hai+ba+bon+nam&due=12%2F12%2F2026&progress=%C4%90%C3%A3+v%C3%A9t+200+m+m%C6%B0%C6%A1ng";
        assert_eq!(texts("application/x-www-form-urlencoded", body).await, ["Đã vét 200 m mương"]);
        let body = "--b\r\nContent-Disposition: form-data; name=\"result\"\r\n\r\nĐã vét xong 680 m\r\n--b\r\n\
            Content-Disposition: form-data; name=\"files\"; filename=\"a b.txt\"\r\n\r\nkhông phải chữ đã gõ\r\n--b--\r\n";
        assert_eq!(texts("multipart/form-data; boundary=b", body).await, ["Đã vét xong 680 m"]);
        assert!(texts("multipart/form-data; boundary=khac", body).await.is_empty());
        assert!(texts("application/x-www-form-urlencoded", &format!("t={}", "d+ai".repeat(FORM_MAX))).await.is_empty());
    }
}
