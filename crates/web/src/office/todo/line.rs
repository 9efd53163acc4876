//! A line of what is due: its noun, whose turn it is, its day, and the one act that it leads to.

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{actor::Role, policy::Action},
};
use caunoi_store::{
    handover::HandoverRow,
    publication_proof,
    todo::{DueKind, DueLine},
};
use jiff::civil::Date;

use crate::page::{
    Page,
    l10n::L10nLanguage,
    mark::{self, Mark},
    words,
};

/// The noun of the institution that a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// ý kiến: to classify, to move on, to tell
    Opinion,
    /// quyết định công bố
    Clock,
    /// cuộc đối thoại cần thông báo
    Dialogue,
    /// dự kiến trả lời
    Answer,
    /// thông báo kết luận
    Notice,
    /// minh chứng công bố
    Proof,
    /// nhiệm vụ đã giao, việc đã hứa
    Task,
    /// kiến nghị cấp trên, từ cấp dưới
    Superior,
    /// nhiệm vụ theo quy chế
    Duty,
    /// đơn đã chuyển, chờ nơi nhận
    Transfer,
}

impl Noun {
    /// Its name over a group.
    pub fn name(self, t: &L10nLanguage) -> String {
        match self {
            Self::Opinion => t.monday_noun_opinion(),
            Self::Clock => t.monday_noun_clock(),
            Self::Dialogue => t.monday_noun_dialogue(),
            Self::Answer => t.monday_noun_answer(),
            Self::Notice => t.monday_noun_notice(),
            Self::Proof => t.monday_noun_proof(),
            Self::Task => t.monday_noun_task(),
            Self::Superior => t.monday_noun_superior(),
            Self::Duty => t.monday_noun_duty(),
            Self::Transfer => t.desk_nav_handovers(),
        }
    }
}

/// Something that is due.
pub struct Line {
    /// Its noun.
    pub noun: Noun,
    /// Whose turn it is.
    pub body: String,
    /// ISO day; empty where no rule names one.
    pub due_on: String,
    /// How near its day is.
    pub mark: Option<Mark>,
    /// What it is about.
    pub title: String,
    /// Who acts, and why then.
    pub who: String,
    /// Where the act is.
    pub href: String,
    /// The act.
    pub action: String,
}

/// Of what the desk's own statement found.
pub fn of(page: &Page, office: &str, l: &DueLine, today: Date) -> Line {
    let t = page.t;
    let id = PublicId::from_i64(l.public_id);
    let day = || page.day(&l.due_on);
    let (noun, body, href, action, who) = match l.kind {
        DueKind::Task => {
            // In a body's own list stand those too that another leads and it takes part in.
            let partner = page.desk.as_ref().is_some_and(|d| d.is(Role::Body)) && l.who != office;
            let who = if partner { t.todo_partner(&l.who, day()) } else { t.todo_by_body(&l.who, day()) };
            (Noun::Task, &*l.who, format!("/nhiem-vu/{id}"), t.todo_open_task(), who)
        }
        DueKind::Inbox => (Noun::Superior, office, format!("/cap-tren/{id}"), t.todo_answer(), t.todo_from_unit(&l.who, day())),
        DueKind::Item => {
            (Noun::Opinion, office, "/nhiem-vu/ket-qua?loc=chuyen-tiep".to_owned(), t.todo_move_on(), t.todo_office_turn(day()))
        }
        DueKind::Triage => {
            (Noun::Opinion, office, format!("/cong-viec/phan-loai?loc=cho&mo={id}#o"), t.todo_classify(), t.todo_notice_due(day()))
        }
        DueKind::Answered => (Noun::Opinion, office, "/nhiem-vu/ket-qua?loc=cho-bao".to_owned(), t.todo_tell(), t.todo_notice_due(day())),
        DueKind::Answer => {
            // Only the body that is asked writes it; everybody else reads it with its dialogue.
            let writes = page.desk.as_ref().is_some_and(|d| d.is(Role::Body));
            let reads = page.desk.as_ref().is_some_and(|d| d.may(Action::ReadOpinions));
            let (href, action) = match (writes, reads) {
                (true, _) => ("/nhiem-vu/tra-loi".to_owned(), t.todo_prepare()),
                (false, true) => (format!("/cong-viec/doi-thoai/{id}/tong-hop"), t.todo_see()),
                (false, false) => (format!("/cong-viec/doi-thoai/{id}"), t.todo_see()),
            };
            (Noun::Answer, &*l.who, href, action, t.todo_by_body(&l.who, day()))
        }
    };
    Line {
        noun,
        body: body.to_owned(),
        due_on: l.due_on.clone(),
        mark: mark::due(t, &l.due_on, today),
        title: l.title.clone(),
        who,
        href,
        action,
    }
}

/// A complaint or denunciation that was passed on and is not accepted yet: its kind and paper, never who wrote it.
pub fn of_transfer(page: &Page, h: &HandoverRow, due: &str, today: Date) -> Line {
    Line {
        noun: Noun::Transfer,
        body: h.receiver.clone(),
        due_on: due.to_owned(),
        mark: mark::due(page.t, due, today),
        title: format!("{}, {}", words::sealed_kind(page.t, h.kind), h.paper),
        who: page.t.todo_transfer(&h.receiver, page.day(due)),
        href: "/cong-viec/chuyen-don".to_owned(),
        action: page.t.todo_see(),
    }
}

/// A publication that lacks proofs.
pub fn of_proof(page: &Page, office: &str, l: &publication_proof::Lacking, today: Date) -> Line {
    Line {
        noun: Noun::Proof,
        body: office.to_owned(),
        due_on: l.due_on.clone(),
        mark: mark::due(page.t, &l.due_on, today),
        title: l.title.clone(),
        who: page.t.todo_proofs_missing(l.missing, page.day(&l.due_on)),
        href: format!("/cong-viec/so-cong-khai/{}", PublicId::from_i64(l.public_id)),
        action: page.t.todo_prove(),
    }
}
