//! `/ban-nhap`: what an officer types is kept before it is sent. A form whose page is opened again holds it.

use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::desk::{ForgetDraft, KeepDraft, draft};
use caunoi_domain::problem::{Problem, What};
use caunoi_store::Conn;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
};

/// Fields that belong to a sending and not to what was typed.
const NOT_TYPED: &[&str] = &["csrf", "key"];

/// Whose draft, and the page to go back to.
#[derive(Deserialize)]
pub struct Of {
    form: String,
    #[serde(default)]
    ve: String,
}

/// `POST /ban-nhap`: keeps what was typed. A script gets no page, and is told where nothing was kept; a button leads back
/// to the form, or to a page that says that nothing was kept.
///
/// # Errors
/// Without the session's token; where it is too long, or never kept.
pub async fn keep(
    State(web): State<Web>,
    desk: Desk,
    Query(of): Query<Of>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    desk.check(fields.iter().find(|(n, _)| n == "csrf").map_or("", |(_, v)| v.as_str()))?;
    let fields = fields.into_iter().filter(|(n, _)| !NOT_TYPED.contains(&n.as_str())).collect();
    let kept = web.app.carry_out(&desk.actor, KeepDraft { form: of.form, fields }).await?;
    if headers.get(header::ACCEPT).is_some_and(|v| v.as_bytes() == b"application/json") {
        return Ok(if kept { StatusCode::NO_CONTENT } else { StatusCode::CONFLICT }.into_response());
    }
    if !kept {
        return Err(Fault::Refused(vec![Problem::new("", What::NeverKept)]));
    }
    Ok(Redirect::to(own_path(&of.ve)).into_response())
}

/// `POST /ban-nhap/bo`: throws a draft away.
///
/// # Errors
/// Without the session's token.
pub async fn drop_it(
    State(web): State<Web>,
    desk: Desk,
    Query(of): Query<Of>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    desk.check(fields.iter().find(|(n, _)| n == "csrf").map_or("", |(_, v)| v.as_str()))?;
    sent(&web, &desk, &of.form).await?;
    Ok(Redirect::to(own_path(&of.ve)).into_response())
}

/// The fields of a form's draft, and under the name `found` the moment at which it was kept; none where there is none.
///
/// # Errors
/// The store's failure.
pub async fn fields(conn: &mut Conn<'_>, desk: &Desk, form: impl AsRef<str>, found: &str) -> Result<Vec<(String, String)>, Fault> {
    let Some(mut kept) = draft(conn, &desk.actor, form.as_ref()).await? else { return Ok(Vec::new()) };
    kept.fields.push((found.to_owned(), desk.page.moment(kept.at)));
    Ok(kept.fields)
}

/// The value of a field of a draft; empty where it has none.
pub fn value(fields: &[(String, String)], name: &str) -> String {
    fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
}

/// The form was sent: its draft goes.
///
/// # Errors
/// The store's failure.
pub async fn sent(web: &Web, desk: &Desk, form: &str) -> Result<(), Fault> {
    Ok(web.app.carry_out(&desk.actor, ForgetDraft { form: form.to_owned() }).await?)
}

/// A path of this program; the first page for anything else.
fn own_path(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if own { path } else { "/cong-viec" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_draft_leads_back_into_the_program_only() {
        assert_eq!(own_path("/nhiem-vu/1#xong"), "/nhiem-vu/1#xong");
        for bad in ["//a.example", "https://a.example", "/\\a.example", "/a\r\nb", ""] {
            assert_eq!(own_path(bad), "/cong-viec", "{bad:?}");
        }
    }
}
