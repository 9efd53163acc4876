//! The little of HTTP that a bench needs before it measures: signing in, an address on a page.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use anyhow::{Context as _, Result, bail};

fn ask(addr: &str, head: &str, headers: &str, body: &str) -> Result<String> {
    let mut s = TcpStream::connect(addr)?;
    let length = body.len();
    write!(s, "{head} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}")?;
    let mut all = Vec::new();
    s.read_to_end(&mut all)?;
    Ok(String::from_utf8_lossy(&all).into_owned())
}

fn cookies(answer: &str) -> String {
    let head = answer.split("\r\n\r\n").next().unwrap_or_default();
    let set = head.lines().filter_map(|l| l.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case("set-cookie")));
    set.filter_map(|(_, v)| v.split(';').next()).collect::<Vec<_>>().join("; ")
}

fn field(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split('"').next().map(str::to_owned)
}

/// Signs in; the cookie of the session.
pub fn sign_in(addr: &str, login: &str, password: &str) -> Result<String> {
    let page = ask(addr, "GET /dang-nhap", "", "")?;
    let mut body = format!("login={login}&password={password}");
    if let Some(csrf) = field(&page, "csrf") {
        body += &format!("&csrf={csrf}");
    }
    let headers = format!("Content-Type: application/x-www-form-urlencoded\r\nCookie: {}\r\n", cookies(&page));
    let answer = ask(addr, "POST /dang-nhap", &headers, &body)?;
    let cookie = cookies(&answer);
    if cookie.is_empty() { bail!("{login} cannot sign in: {}", answer.lines().next().unwrap_or_default()) } else { Ok(cookie) }
}

/// The first opinion that a list leads to.
pub fn public_id(addr: &str, list: &str) -> Result<String> {
    let page = ask(addr, &format!("GET {list}"), "", "")?;
    let (_, rest) = page.split_once("href=\"/y-kien/").context("the list leads to no opinion")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}
