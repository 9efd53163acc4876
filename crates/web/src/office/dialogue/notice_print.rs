//! The official paper of a conclusion notice, draft or issued.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_domain::{dialogue::state::NoticeState, opinion::tracking_code::PublicId};
use caunoi_store::{beside, notice};

use super::{Found, Frame, notice::Asked};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        lang::Lang,
        notice_paper::{For, paper},
        render,
        sheet::{NoticeSheet, SheetHead},
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/notice_print.html")]
struct NoticePaper {
    page: Page,
    /// The words of official papers.
    v: &'static L10nLanguage,
    f: Frame,
    draft: bool,
    sheet: NoticeSheet,
}

impl NoticePaper {
    fn head(&self) -> &SheetHead {
        &self.sheet.head
    }
}

/// `GET …/thong-bao/in`
///
/// # Errors
/// Not for this officer, or there is none yet.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let public = PublicId::parse(&id).map_err(|_| Fault::NotFound)?.to_i64();
    let (found, notices) =
        beside!(&mut conn, |c| Found::read(c, &desk, &id), |c| async { Ok(notice::of_dialogue_public(c, public).await?) },)?;
    let n = notices
        .iter()
        .find(|n| PublicId::from_i64(n.public_id).to_string() == asked.notice())
        .or_else(|| notices.first())
        .ok_or(Fault::NotFound)?;
    let today = web.app.clock.today().to_string();
    let paper = paper(&mut conn, n, For::Office, Lang::Vi, &today).await?;
    let page = desk.page.clone();
    Ok(render::html(&NoticePaper {
        f: found.frame(&page),
        draft: n.state != NoticeState::Issued,
        sheet: paper.sheet,
        v: Lang::Vi.words(),
        page,
    }))
}
