//! `/cong-viec/tro-giup`: help for officers, a page for each noun of the navigation, each page of it explained.

use askama::Template;
use axum::{extract::Path, response::Response};

use crate::page::{Page, desk::Desk, fault::Fault, l10n::L10nLanguage, render};

/// A part of a help page: the screen, and sentences about it.
struct Part {
    title: String,
    text: Vec<String>,
}

/// A part of a help page: its heading and its sentences.
type Told = (String, Vec<String>);

/// An area of help: its word in addresses, its name, its parts.
struct Area {
    code: &'static str,
    name: fn(&L10nLanguage) -> String,
    parts: fn(&L10nLanguage) -> Vec<Told>,
}

const AREAS: [Area; 8] = [
    Area { code: "hom-nay", name: |t| t.menu_today(), parts: today },
    Area { code: "y-kien", name: |t| t.menu_opinions(), parts: opinions },
    Area { code: "doi-thoai", name: |t| t.desk_nav_dialogues(), parts: dialogues },
    Area { code: "nhiem-vu", name: |t| t.desk_nav_tasks(), parts: tasks },
    Area { code: "quy-che", name: |t| t.desk_nav_rules(), parts: rules },
    Area { code: "so-sach", name: |t| t.menu_books(), parts: books },
    Area { code: "quan-tri", name: |t| t.office_home_title(), parts: admin },
    Area { code: "ca-nhan", name: |t| t.menu_me(), parts: me },
];

fn today(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.desk_nav_home(), vec![t.deskhelp_home(), t.deskhelp_calm()]),
        (t.remind_title(), vec![t.deskhelp_remind_1(), t.deskhelp_remind_2()]),
        (t.plan_nav_mine(), vec![t.deskhelp_head_1(), t.deskhelp_head_2()]),
        (t.brief_title(), vec![t.deskhelp_one_page()]),
    ]
}

fn opinions(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.triage_title(), vec![t.deskhelp_triage_1(), t.deskhelp_triage_2(), t.deskhelp_triage_3(), t.deskhelp_triage_4()]),
        (t.deskhelp_many(), vec![t.deskhelp_many_1(), t.deskhelp_many_2()]),
        (t.deskhelp_keys(), vec![t.deskhelp_keys_text()]),
        (t.deskhelp_counter(), vec![t.deskhelp_counter_1(), t.deskhelp_counter_2()]),
        (t.triage_issues(), vec![t.deskhelp_issues()]),
        (t.desk_nav_search(), vec![t.deskhelp_search()]),
    ]
}

fn dialogues(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.menu_meetings(), vec![t.deskhelp_dialogues_1(), t.deskhelp_dialogues_2(), t.deskhelp_dialogues_3()]),
        (t.yp_nav(), vec![t.deskhelp_plan()]),
        (t.side_title(), vec![t.deskhelp_side()]),
        (t.plan_nav_answers(), vec![t.deskhelp_answers()]),
    ]
}

fn tasks(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.menu_tasks(), vec![t.deskhelp_tasks_1(), t.deskhelp_tasks_2()]),
        (t.menu_results(), vec![t.deskhelp_results()]),
        (t.superior_nav(), vec![t.deskhelp_superior()]),
        (t.saved_title(), vec![t.deskhelp_saved()]),
    ]
}

fn rules(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.ledger_nav(), vec![t.deskhelp_ledger_1(), t.deskhelp_ledger_2()]),
        (t.remedial_title(), vec![t.deskhelp_remedial()]),
        (t.coverage_nav(), vec![t.deskhelp_coverage()]),
        (t.reception_nav(), vec![t.deskhelp_reception()]),
        (t.menu_documents(), vec![t.deskhelp_documents()]),
    ]
}

fn books(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.menu_register(), vec![t.deskhelp_register()]),
        (t.desk_nav_handovers(), vec![t.deskhelp_handovers()]),
        (t.villages_nav(), vec![t.deskhelp_villages()]),
        (t.menu_links(), vec![t.deskhelp_links()]),
        (t.menu_defects(), vec![t.deskhelp_defects()]),
        (t.menu_handover(), vec![t.deskhelp_handover()]),
    ]
}

fn admin(t: &L10nLanguage) -> Vec<Told> {
    vec![
        (t.office_people(), vec![t.deskhelp_people()]),
        (t.office_posts(), vec![t.deskhelp_posts()]),
        (t.menu_policy(), vec![t.deskhelp_policy()]),
    ]
}

fn me(t: &L10nLanguage) -> Vec<Told> {
    vec![(t.news_title(), vec![t.deskhelp_news()]), (t.menu_password(), vec![t.deskhelp_password()])]
}

#[derive(Template)]
#[template(path = "office/help.html")]
struct Help {
    page: Page,
    /// Every area: address, name, whether it is the one shown.
    areas: Vec<(String, String, bool)>,
    title: String,
    parts: Vec<Part>,
}

/// `GET /cong-viec/tro-giup`
///
/// # Errors
/// None; the areas are there.
pub async fn show(desk: Desk) -> Result<Response, Fault> {
    view(desk.page, AREAS.first().ok_or(Fault::NotFound)?)
}

/// `GET /cong-viec/tro-giup/{area}`
///
/// # Errors
/// No such area.
pub async fn area(desk: Desk, Path(area): Path<String>) -> Result<Response, Fault> {
    view(desk.page, AREAS.iter().find(|a| a.code == area).ok_or(Fault::NotFound)?)
}

fn view(page: Page, area: &Area) -> Result<Response, Fault> {
    let t = page.t;
    let all = AREAS.iter().map(|a| (format!("/cong-viec/tro-giup/{}", a.code), (a.name)(t), a.code == area.code)).collect();
    let parts = (area.parts)(t).into_iter().map(|(title, text)| Part { title, text }).collect();
    Ok(render::html(&Help { areas: all, title: (area.name)(t), parts, page }))
}
