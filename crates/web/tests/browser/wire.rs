//! WebDriver over a plain local connection: one request, one answer, closed.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use thirtyfour::{
    error::{WebDriverError, WebDriverResult},
    session::http::{Body, HttpClient},
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

#[derive(Clone, Copy, Debug)]
pub struct Wire;

fn failed(e: impl std::fmt::Display) -> WebDriverError {
    WebDriverError::HttpError(e.to_string())
}

#[async_trait]
impl HttpClient for Wire {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (parts, body) = request.into_parts();
        let body = match body {
            Body::Empty => Vec::new(),
            Body::Json(json) => serde_json::to_vec(json).map_err(failed)?,
        };
        let host = parts.uri.authority().map(ToString::to_string).unwrap_or_default();
        let path = parts.uri.path_and_query().map_or("/", |p| p.as_str());
        let head = format!(
            "{} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
            parts.method,
            body.len()
        );
        let mut stream = TcpStream::connect(&host).await.map_err(failed)?;
        stream.write_all(head.as_bytes()).await.map_err(failed)?;
        stream.write_all(&body).await.map_err(failed)?;
        // chromedriver keeps the connection open whatever it is told: the body ends where its length says.
        let mut stream = BufReader::new(stream);
        let (mut status, mut length) = (String::from("500"), 0);
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.map_err(failed)? == 0 || line == "\r\n" {
                break;
            }
            if line.starts_with("HTTP/") {
                status = line.split(' ').nth(1).unwrap_or("500").to_owned();
            } else if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(failed)?;
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.map_err(failed)?;
        Response::builder().status(status.as_str()).body(Bytes::from(body)).map_err(failed)
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self)
    }
}
