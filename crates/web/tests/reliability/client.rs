//! An outside client that knows nothing of the program but its pages.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpSocket, TcpStream},
};

/// An answer.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The cookies that were set, as a browser sends them back.
    pub fn cookies(&self) -> String {
        let set = self.head.lines().filter_map(|l| l.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case("set-cookie")));
        set.map(|(_, v)| v.split(';').next().unwrap_or_default()).collect::<Vec<_>>().join("; ")
    }

    /// Where it leads.
    pub fn location(&self) -> Option<&str> {
        self.head.lines().filter_map(|l| l.split_once(": ")).find(|(n, _)| n.eq_ignore_ascii_case("location")).map(|(_, v)| v)
    }

    /// The value of the first form field of that name.
    pub fn field(&self, name: &str) -> String {
        let page = self.text();
        let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}: {} {page}", self.status));
        let tag = page[..at].rfind('<').unwrap();
        let tag = &page[tag..at + page[at..].find('>').unwrap()];
        tag.split_once("value=\"").map(|(_, v)| v.split('"').next().unwrap().to_owned()).unwrap_or_default()
    }

    /// The first link or form address that begins so.
    pub fn link(&self, prefix: &str) -> String {
        let page = self.text();
        let all = page.split('"').filter(|w| w.starts_with(prefix)).map(|w| w.replace("&#38;", "&").replace("&amp;", "&"));
        all.into_iter().next().unwrap_or_else(|| panic!("no link to {prefix}: {page}"))
    }
}

/// Asks once, from a loopback address of its own, numbered; an answer that does not arrive whole is an error.
pub async fn ask(server: &str, from: impl Into<u16>, head: &str, headers: &str, body: &[u8]) -> io::Result<Answer> {
    let mut stream = connect(server, from).await?;
    let request = format!("{head} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
    stream.write_all(request.as_bytes()).await?;
    // A server that has heard enough answers before it has read everything: its answer counts.
    let sent = stream.write_all(body).await;
    answer(&mut stream).await.map_err(|e| sent.err().unwrap_or(e))
}

/// A connection from a loopback address of its own.
pub async fn connect(server: &str, from: impl Into<u16>) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    let [high, low] = from.into().to_be_bytes();
    socket.bind(SocketAddr::from((Ipv4Addr::new(127, 0, high + 1, low), 0)))?;
    socket.connect(server.parse().map_err(io::Error::other)?).await
}

/// What comes back, whole.
pub async fn answer(stream: &mut TcpStream) -> io::Result<Answer> {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Answer { status, head, body: answer.split_off(end + 4) })
}

/// A multipart form: its content type and body.
pub fn form(fields: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> (String, Vec<u8>) {
    const B: &str = "----caunoi-reliability";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{B}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    if let Some((name, file, bytes)) = file {
        body.extend(format!("--{B}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n").bytes());
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{B}--\r\n").bytes());
    (format!("Content-Type: multipart/form-data; boundary={B}\r\n"), body)
}
