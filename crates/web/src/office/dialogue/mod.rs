//! The dialogue's desk: from its draft to the day before. Every page of one dialogue carries the same head and tabs.

mod agenda;
mod announce;
mod answers;
mod brief;
mod clash;
mod contents;
mod day_act;
pub(super) mod desk;
mod documents;
mod draft;
pub mod form;
mod list;
mod minutes;
mod minutes_act;
pub(super) mod minutes_fields;
mod minutes_print;
mod minutes_stands;
mod notice;
mod notice_act;
mod notice_fields;
mod notice_print;
mod notice_stands;
mod off_topic;
mod one_page;
mod print;
mod proofs;
pub(super) mod scope_form;
pub(super) mod select;
mod sites;

use axum::{
    Router,
    routing::{get, post},
};
use caunoi_app::dialogue::is_chair;
use caunoi_domain::{
    dialogue::{announcement::Plan, state::DialogueState},
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
};
use caunoi_store::{
    Conn,
    dialogue::{self, ChairRow, DialogueRow},
};

use crate::{
    Web,
    page::{Page, dates, desk::Desk, fault::Fault, mark, upload},
};

/// Addresses of the dialogue's desk.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/doi-thoai", get(list::show))
        .route("/cong-viec/doi-thoai/moi", get(draft::new).post(draft::create))
        .route("/cong-viec/doi-thoai/{id}", get(desk::show))
        .route("/cong-viec/doi-thoai/{id}/sua", get(draft::edit).post(draft::save))
        .route("/cong-viec/doi-thoai/{id}/trinh", post(desk::submit))
        .route("/cong-viec/doi-thoai/{id}/duyet", post(desk::approve))
        .route("/cong-viec/doi-thoai/{id}/tra-lai", post(desk::send_back))
        .route("/cong-viec/doi-thoai/{id}/ngay", get(day_act::show))
        .route("/cong-viec/doi-thoai/{id}/ngay/hoan", post(day_act::postpone))
        .route("/cong-viec/doi-thoai/{id}/ngay/dinh-lai", post(day_act::replan))
        .route("/cong-viec/doi-thoai/{id}/ngay/huy", post(day_act::cancel))
        .route("/cong-viec/doi-thoai/{id}/diem", get(sites::show).post(sites::put))
        .route("/cong-viec/doi-thoai/{id}/diem/bo", post(sites::remove))
        .route("/cong-viec/doi-thoai/{id}/tai-lieu", get(documents::show).post(documents::add).layer(upload::limit()))
        .route("/cong-viec/doi-thoai/{id}/tai-lieu/bo", post(documents::remove))
        .route("/cong-viec/doi-thoai/{id}/noi-dung", get(contents::show).post(contents::choose))
        .route("/cong-viec/doi-thoai/{id}/noi-dung/bo", post(contents::leave_out))
        .route("/cong-viec/doi-thoai/{id}/noi-dung/trinh", post(contents::submit))
        .route("/cong-viec/doi-thoai/{id}/noi-dung/duyet", post(contents::approve))
        .route("/cong-viec/doi-thoai/{id}/noi-dung/tra-lai", post(contents::send_back))
        .route("/cong-viec/doi-thoai/{id}/tong-hop", get(brief::show).post(brief::ask))
        .route("/cong-viec/doi-thoai/{id}/chuong-trinh", get(agenda::show))
        .route("/cong-viec/doi-thoai/{id}/mot-trang", get(one_page::show))
        .route("/cong-viec/doi-thoai/{id}/bao-truoc", get(announce::show).post(announce::announce))
        .route("/cong-viec/doi-thoai/{id}/ngoai-noi-dung", get(off_topic::show).post(off_topic::note))
        .route("/cong-viec/doi-thoai/{id}/ngoai-noi-dung/chuyen", post(off_topic::route))
        .route("/cong-viec/doi-thoai/{id}/giay-moi", get(print::show))
        .route("/cong-viec/doi-thoai/{id}/cong-bo", get(proofs::show))
        .route("/nhiem-vu/tra-loi", get(answers::list))
        .route("/nhiem-vu/tra-loi/{id}", get(answers::show).post(answers::write))
        .route("/nhiem-vu/tra-loi/{id}/duyet", post(answers::approve))
        .route("/nhiem-vu/tra-loi/{id}/tra-lai", post(answers::send_back))
        .merge(day_and_traces())
}

/// Addresses of the day itself and its legal traces: minutes and conclusion notice.
fn day_and_traces() -> Router<Web> {
    Router::new()
        .route("/cong-viec/doi-thoai/{id}/bien-ban", get(minutes::show).post(minutes_act::head))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/to-chuc", post(minutes_act::hold))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/chu-tri", post(minutes_act::presiding))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/du", post(minutes_act::attendance))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/phat-bieu", post(minutes_act::entry))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/chuyen", post(minutes_act::move_out))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/kiem-tra", post(minutes_act::check))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/ky", post(minutes_act::sign))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/bo-sung", post(minutes_act::addendum))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/in", get(minutes_print::show))
        .route("/cong-viec/doi-thoai/{id}/bien-ban/van-ban-goc", get(minutes_print::canonical))
        .route("/cong-viec/doi-thoai/{id}/thong-bao", get(notice::show).post(notice_act::head))
        .route("/cong-viec/doi-thoai/{id}/thong-bao/soan", post(notice_act::draft))
        .route("/cong-viec/doi-thoai/{id}/thong-bao/ket-luan", post(notice_act::conclude))
        .route("/cong-viec/doi-thoai/{id}/thong-bao/kiem-tra", post(notice_act::check))
        .route("/cong-viec/doi-thoai/{id}/thong-bao/ban-hanh", post(notice_act::issue))
        .route("/cong-viec/doi-thoai/{id}/thong-bao/in", get(notice_print::show))
        .route("/cong-viec/doi-thoai/{id}/khep", post(notice_act::close))
}

/// A dialogue that the officer may read, and what they are to it.
struct Found {
    d: DialogueRow,
    chairs: Vec<ChairRow>,
    /// Public id as it stands in addresses.
    id: String,
    /// Is the officer one of its chairs?
    chair: bool,
    /// Does the officer prepare it?
    prepares: bool,
    /// May the officer read opinions as given and prepared answers?
    reads_brief: bool,
    /// May the officer read what was made for the chair: one page before the meeting?
    reads_page: bool,
}

impl Found {
    async fn read(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<Self, Fault> {
        let public = PublicId::parse(id).map_err(|_| Fault::NotFound)?;
        Self::of(desk, dialogue::find_chaired(conn, public.to_i64()).await?)
    }

    /// What was found, where the officer may read it.
    fn of(desk: &Desk, found: Option<(DialogueRow, Vec<ChairRow>)>) -> Result<Self, Fault> {
        let (d, chairs) = found.ok_or(Fault::NotFound)?;
        let may = |action| policy::may(&desk.actor, action, Scope::unit(&d.unit_id));
        if !may(Action::ReadFollowUp) {
            return Err(Fault::NotFound);
        }
        Ok(Self {
            id: PublicId::from_i64(d.public_id).to_string(),
            chair: is_chair(&desk.actor, &chairs),
            prepares: may(Action::PrepareDialogue),
            reads_brief: may(Action::ReadOpinions) || may(Action::PrepareAnswer),
            reads_page: may(Action::ReadOpinions),
            chairs,
            d,
        })
    }

    /// The names of the posts that chair.
    fn chair_names(&self) -> String {
        self.chairs.iter().map(|c| c.post_name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The head of its pages.
    fn frame(&self, page: &Page) -> Frame {
        let t = page.t;
        let base = format!("/cong-viec/doi-thoai/{}", self.id);
        let mut tabs = vec![
            ("", t.plan_tab_overview()),
            ("/noi-dung", t.plan_tab_contents()),
            ("/chuong-trinh", t.plan_tab_agenda()),
            ("/tai-lieu", t.plan_tab_documents()),
            ("/diem", t.plan_tab_sites()),
            ("/bao-truoc", t.plan_tab_announce()),
            ("/ngay", t.plan_tab_day()),
        ];
        if self.reads_brief {
            tabs.insert(2, ("/tong-hop", t.plan_tab_brief()));
        }
        if self.reads_page {
            tabs.push(("/mot-trang", t.brief_tab()));
        }
        if self.d.state >= DialogueState::Announced {
            tabs.push(("/bien-ban", t.plan_tab_minutes()));
            if self.prepares {
                tabs.push(("/ngoai-noi-dung", t.off_topic_title()));
            }
            tabs.push(("/thong-bao", t.plan_tab_notice()));
            tabs.push(("/cong-bo", t.proof_tab()));
        }
        let tabs = tabs.into_iter().map(|(tail, label)| (format!("{base}{tail}"), label)).collect();
        Frame {
            title: self.d.title.clone(),
            mark: mark::dialogue(t, self.d.state, self.d.stop),
            when: when(page, &self.d),
            place: self.d.place.clone(),
            base,
            tabs,
            help: help(page),
        }
    }
}

/// The head of every page of one dialogue.
struct Frame {
    title: String,
    mark: mark::Mark,
    when: String,
    place: String,
    /// The address of its desk.
    base: String,
    /// Address and words.
    tabs: Vec<(String, String)>,
    /// What this page is for, in one sentence.
    help: String,
}

/// What a page of a dialogue is for, by the end of its address.
fn help(page: &Page) -> String {
    let t = page.t;
    match page.path.rsplit('/').next().unwrap_or_default() {
        "noi-dung" => t.dlg_help_contents(),
        "tong-hop" => t.dlg_help_brief(),
        "chuong-trinh" => t.dlg_help_agenda(),
        "tai-lieu" => t.dlg_help_documents(),
        "diem" => t.dlg_help_sites(),
        "bao-truoc" => t.dlg_help_announce(),
        "ngay" => t.dlg_help_day(),
        "mot-trang" => t.head_one_page_what(),
        "bien-ban" => t.dlg_help_minutes(),
        "ngoai-noi-dung" => t.dlg_help_off_topic(),
        "thong-bao" => t.dlg_help_notice(),
        "cong-bo" => t.dlg_help_proofs(),
        _ => t.dlg_help_overview(),
    }
}

/// What the announcement asks of a dialogue.
fn plan_of(d: &DialogueRow, topics: usize, documents: usize) -> Plan<'_> {
    Plan {
        at_time: &d.at_time,
        place: &d.place,
        how_to_join: &d.how_to_join,
        topics,
        contents: d.contents_state,
        basis: d.basis,
        form: d.form,
        scope: &d.scope,
        kind: d.kind,
        documents,
    }
}

/// "7 giờ 30, Thứ Bảy, 05/12/2026"; the day alone where no time is set.
pub(super) fn when(page: &Page, d: &DialogueRow) -> String {
    let day = page.weekday(&d.on_day);
    if d.at_time.is_empty() { day } else { format!("{}, {day}", dates::clock(&d.at_time, page.lang)) }
}
