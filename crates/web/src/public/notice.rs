//! An issued conclusion notice for everybody: the paper with published texts, and where each matter is today.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{dialogue::state::NoticeState, opinion::item::Publication, unit::Level};
use caunoi_store::{conclusion::ConclusionView, notice};

use super::view;
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        l10n::L10nLanguage,
        mark::{self, Mark},
        notice_paper::{For, Paper, paper},
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
    let crumbs = crumbs(&paper);
    Ok(render::html(&NoticePage {
        title: page.t.sheet_page_title(&n.symbol, page.day(&signed_on)),
        crumbs,
        address: format!("{}{}", web.address, view::notice_href(n.public_id)),
        today: paper.views.iter().filter(published).map(line).collect(),
        sheet: paper.sheet,
        v: page.t,
        page,
    }))
}

/// The way back: province, commune, dialogue. Only a commune has a page of its own below the province.
fn crumbs(paper: &Paper) -> Vec<(String, String)> {
    let province = std::iter::once(&paper.unit).chain(&paper.above).find(|u| u.level == Level::Province);
    let commune = Some(&paper.unit).filter(|u| u.level == Level::Commune);
    let units = province.map(|p| (format!("/tinh/{}", p.code), p.name.clone())).into_iter();
    units
        .chain(commune.map(|c| (format!("/xa/{}", c.code), c.name.clone())))
        .chain(std::iter::once((view::dialogue_href(paper.dialogue.public_id), paper.dialogue.title.clone())))
        .collect()
}
