//! The pages: the same rows as the program's list of a commune and thread of an opinion, as plain HTML without head,
//! style, language or policy. One connection for each thread, statements prepared once.

use std::{cell::RefCell, fmt::Write as _, sync::OnceLock};

use anyhow::Result;
use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use rusqlite::{Connection, OpenFlags};

use crate::intake::Writer;

static DB: OnceLock<String> = OnceLock::new();

thread_local! {
    static CONN: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

const LIST: &str = "SELECT i.public_id, i.published_title, i.kind, i.field, i.standing, i.next_actor, i.next_due_on, i.updated_at, v.name \
    FROM item i LEFT JOIN village v ON v.id = i.village_id WHERE i.unit_id = ?1 AND i.publication = 'published' \
    ORDER BY i.updated_at DESC, i.public_id DESC LIMIT 20";
const UNIT: &str = "SELECT id, name FROM unit WHERE code = ?1 AND valid_to IS NULL";
const ITEM: &str = "SELECT i.id, i.published_title, i.published_body, i.kind, i.field, i.standing, i.next_actor, i.next_due_on, u.name \
    FROM item i JOIN unit u ON u.id = i.unit_id WHERE i.public_id = ?1 AND i.publication = 'published'";
const STEPS: &str = "SELECT on_day, kind, actor, data FROM step WHERE item_id = ?1 AND public = 1 ORDER BY at, id";

fn read<T>(work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    CONN.with_borrow_mut(|slot| {
        let conn = match slot {
            Some(conn) => conn,
            None => {
                let file = DB.get().map_or("", String::as_str);
                let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
                slot.insert(conn)
            }
        };
        work(conn)
    })
}

fn text(r: &rusqlite::Row<'_>, n: usize) -> rusqlite::Result<String> {
    Ok(r.get::<_, Option<String>>(n)?.unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;"))
}

fn answer(page: rusqlite::Result<String>) -> Response {
    match page {
        Ok(page) => Html(page).into_response(),
        Err(rusqlite::Error::QueryReturnedNoRows) => StatusCode::NOT_FOUND.into_response(),
        Err(e) => (StatusCode::INTERNAL_SERVER_ERROR, e.to_string()).into_response(),
    }
}

async fn list(Path(code): Path<String>) -> Response {
    answer(read(|c| {
        let (id, name): (String, String) = c.prepare_cached(UNIT)?.query_row([&code], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut out = format!("<!doctype html><title>{name}</title><h1>{name}</h1><ul>");
        let mut st = c.prepare_cached(LIST)?;
        let mut rows = st.query([&id])?;
        while let Some(r) = rows.next()? {
            let public: i64 = r.get(0)?;
            let _ = write!(out, "<li><a href=/y-kien/{public}>{}</a>", text(r, 1)?);
            for n in [2, 3, 4, 5, 6, 8] {
                let _ = write!(out, "<p>{}", text(r, n)?);
            }
        }
        Ok(out)
    }))
}

async fn thread(Path(id): Path<i64>) -> Response {
    answer(read(|c| {
        let mut out = String::from("<!doctype html>");
        let item: String = c.prepare_cached(ITEM)?.query_row([id], |r| {
            for n in 1..=8 {
                let _ = write!(out, "<p>{}", text(r, n)?);
            }
            r.get(0)
        })?;
        let mut st = c.prepare_cached(STEPS)?;
        let mut rows = st.query([&item])?;
        while let Some(r) = rows.next()? {
            let _ = write!(out, "<li>{} {} {} {}", text(r, 0)?, text(r, 1)?, text(r, 2)?, text(r, 3)?);
        }
        Ok(out)
    }))
}

async fn send(State(writer): State<Writer>, body: String) -> Response {
    match writer.add(body).await {
        Ok(()) => (StatusCode::SEE_OTHER, [("location", "/phieu")]).into_response(),
        Err(e) => (StatusCode::INTERNAL_SERVER_ERROR, e.to_string()).into_response(),
    }
}

/// Serves until it is killed.
pub async fn serve(db: &str, addr: &str) -> Result<()> {
    DB.get_or_init(|| db.to_owned());
    let writer = Writer::open(db)?;
    let app = Router::new()
        .route("/list/{code}", get(list))
        .route("/thread/{id}", get(thread))
        .route("/gui-y-kien/gui", post(send))
        .with_state(writer);
    let listener = tokio::net::TcpListener::bind(addr).await?;
    println!("ready http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}

/// Prints public ids of published items with a long thread, one a line: what the load asks for.
pub fn sample(db: &str) -> Result<()> {
    let c = Connection::open_with_flags(db, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sql = "SELECT public_id FROM item WHERE publication = 'published' AND agreed_at IS NOT NULL ORDER BY public_id LIMIT 1";
    println!("{}", c.query_row(sql, [], |r| r.get::<_, i64>(0))?);
    Ok(())
}
