//! Clients: each keeps its connection and asks again as soon as it has the whole answer.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpSocket, TcpStream},
};

/// Pages: the same path again and again; `{n}` in it is another number each time.
pub async fn pages(addr: &str, clients: u16, seconds: u64, path: &str, cookie: &str) -> Result<()> {
    let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
    let request = Arc::new(format!("GET {path} HTTP/1.1\r\nHost: {addr}\r\nAccept-Language: vi\r\n{cookie}\r\n"));
    if !path.contains("{n}") {
        return run(addr, clients, seconds, 200, move |_| request.as_bytes().to_vec()).await;
    }
    let number = Arc::new(AtomicU64::new(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_micros() as u64));
    run(addr, clients, seconds, 200, move |_| request.replace("{n}", &number.fetch_add(1, Ordering::Relaxed).to_string()).into_bytes()).await
}

/// Opinions: each another one, from an address of its own, as people have.
pub async fn opinions(addr: &str, clients: u16, seconds: u64, commune: &str) -> Result<()> {
    let number = Arc::new(AtomicU64::new(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_micros() as u64));
    let (host, commune) = (addr.to_owned(), commune.to_owned());
    run(addr, clients, seconds, 303, move |_| {
        let n = number.fetch_add(1, Ordering::Relaxed);
        let text = format!("Đường ngõ số {n} của thôn mưa xuống là ngập, các cháu đi học phải lội, mong xã cho biết khi nào được sửa.");
        let key = format!("{n:026}");
        let mut body = String::new();
        for (name, value) in [("xa", commune.as_str()), ("key", &key), ("kind", "petition"), ("village", "khong-ro"), ("body", &text)] {
            body += &format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--B--\r\n";
        let head = "Content-Type: multipart/form-data; boundary=B\r\n";
        format!("POST /gui-y-kien/gui HTTP/1.1\r\nHost: {host}\r\n{head}Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    })
    .await
}

async fn run(addr: &str, clients: u16, seconds: u64, status: u16, request: impl Fn(u16) -> Vec<u8> + Clone + Send + Sync + 'static) -> Result<()> {
    let server: SocketAddr = addr.parse().context("the server's address")?;
    let until = Instant::now() + Duration::from_secs(seconds);
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for client in 0..clients {
        let request = request.clone();
        tasks.push(tokio::spawn(async move {
            let mut took = Vec::new();
            let mut stream: Option<BufReader<TcpStream>> = None;
            let mut asked = 0_u32;
            while Instant::now() < until {
                // A new connection, and so a new address, now and then: no office is behind one address.
                if asked % 20 == 0 || stream.is_none() {
                    stream = Some(connect(server, client, asked / 20).await?);
                }
                asked += 1;
                let Some(s) = stream.as_mut() else { bail!("no connection") };
                let at = Instant::now();
                s.get_mut().write_all(&request(client)).await?;
                let got = answer(s).await?;
                if got != status {
                    bail!("answered {got}, not {status}");
                }
                took.push(at.elapsed());
            }
            Ok::<_, anyhow::Error>(took)
        }));
    }
    let mut took = Vec::new();
    for t in tasks {
        took.extend(t.await??);
    }
    let passed = begun.elapsed().as_secs_f64();
    took.sort_unstable();
    let at = |share: f64| took.get(((took.len() as f64 * share) as usize).min(took.len().saturating_sub(1))).map_or(0.0, |d| d.as_secs_f64() * 1e3);
    println!(
        "{}",
        serde_json::json!({ "answers": took.len(), "per_second": took.len() as f64 / passed, "p50_ms": at(0.5), "p99_ms": at(0.99) })
    );
    Ok(())
}

async fn connect(server: SocketAddr, client: u16, turn: u32) -> Result<BufReader<TcpStream>> {
    let socket = TcpSocket::new_v4()?;
    if server.ip().is_loopback() {
        let [_, a, b, c] = (u32::from(client) * 4_096 + turn % 4_096 + 65_536).to_be_bytes();
        socket.bind(SocketAddr::from((Ipv4Addr::new(127, a.max(1), b, c.max(1)), 0)))?;
    }
    let stream = socket.connect(server).await?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

/// Reads one whole answer; its status.
async fn answer(s: &mut BufReader<TcpStream>) -> Result<u16> {
    let mut line = String::new();
    s.read_line(&mut line).await?;
    let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).with_context(|| format!("no status in {line:?}"))?;
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        if s.read_line(&mut line).await? == 0 {
            bail!("the answer broke off");
        }
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse()?,
            "transfer-encoding" => chunked = true,
            _ => {}
        }
    }
    if chunked {
        loop {
            line.clear();
            s.read_line(&mut line).await?;
            let size = usize::from_str_radix(line.trim(), 16)?;
            skip(s, size + 2).await?;
            if size == 0 {
                return Ok(status);
            }
        }
    }
    skip(s, length).await?;
    Ok(status)
}

async fn skip(s: &mut BufReader<TcpStream>, mut left: usize) -> Result<()> {
    let mut buf = [0; 16_384];
    while left > 0 {
        let want = left.min(buf.len());
        let n = s.read(&mut buf[..want]).await?;
        if n == 0 {
            bail!("the answer broke off");
        }
        left -= n;
    }
    Ok(())
}
