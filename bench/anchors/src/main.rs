//! Anchors of `cargo xtask bench`: `anchors bare DB` serves the rows of an installation as plain HTML by bare axum and
//! rusqlite; `anchors load` asks a server as many clients would and prints what came of it as JSON.

mod bare;
mod intake;
mod load;

use anyhow::{Result, bail};

#[tokio::main]
async fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["bare", db, addr] => bare::serve(db, addr).await,
        ["sample", db] => bare::sample(db),
        ["load", addr, clients, seconds, path, rest @ ..] => {
            let cookie = rest.first().copied().unwrap_or_default();
            load::pages(addr, clients.parse()?, seconds.parse()?, path, cookie).await
        }
        ["send", addr, clients, seconds, commune] => load::opinions(addr, clients.parse()?, seconds.parse()?, commune).await,
        _ => bail!("anchors bare DB ADDR | sample DB | load ADDR CLIENTS SECONDS PATH [COOKIE] | send ADDR CLIENTS SECONDS COMMUNE"),
    }
}
