//! An issued conclusion notice for everybody: the paper with published texts, and where each matter is today.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{dialogue::state::NoticeState, opinion::item::Publication};
use caunoi_store::{conclusion::ConclusionView, notice};

use super::view;
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        l10n::L10nLanguage,
        mark::{self, Mark},
        notice_paper::{For, paper},
        render,
        sheet::{NoticeSheet, SheetHead},
        thread::NextLine,
    },
};

#[derive(Template)]
#[template(path = "public/notice.html")]
struct NoticePage {
    page: Page,
    /// The words of the paper: in the reader's language.
    v: &'static L10nLanguage,
    title: String,
    crumbs: Vec<(String, String)>,
    sheet: NoticeSheet,
    address: String,
    today: Vec<Today>,
}

impl NoticePage {
    fn head(&self) -> &SheetHead {
        &self.sheet.head
    }
}

/// Where a published item is today: its outcome is frozen, its standing is not.
struct Today {
    href: String,
    title: String,
    outcome: Mark,
    standing: Vec<Mark>,
    next: Option<NextLine>,
}

/// `GET /thong-bao/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let public_id = match view::id_of(&id, "thong-bao") {
        Ok(id) => id,
        Err(instead) => return Ok(*instead),
    };
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let n = notice::find_public(&mut conn, public_id).await?.filter(|n| n.state == NoticeState::Issued).ok_or(Fault::NotFound)?;
    let paper = paper(&mut conn, &n, For::Everybody, page.lang, &today.to_string()).await?;
    let published = |v: &&ConclusionView| v.item.publication == Publication::Published;
    let line = |v: &ConclusionView| Today {
        href: view::conclusion_href(v.conclusion.public_id),
        title: v.item.published_title.clone(),
        outcome: mark::substate(page.t, v.conclusion.substate),
        standing: view::marks(&page, v.item.standing, &v.item.next, today),
        next: view::next_line(&page, &v.item.next),
    };
    let signed_on = n.signed_on.clone().unwrap_or_default();
    Ok(render::html(&NoticePage {
        title: page.t.sheet_page_title(&n.symbol, page.day(&signed_on)),
        crumbs: vec![
            (format!("/xa/{}", paper.unit.code), paper.unit.name.clone()),
            (view::dialogue_href(paper.dialogue.public_id), paper.dialogue.title.clone()),
        ],
        address: format!("{}{}", web.address, view::notice_href(n.public_id)),
        today: paper.views.iter().filter(published).map(line).collect(),
        sheet: paper.sheet,
        v: page.t,
        page,
    }))
}
