//! The navigation of officers: the nouns of the institution, and under each the pages that the policy opens to whoever
//! reads. The first row holds the nouns, the second the pages of the noun one is in; a phone folds both into one line.

use caunoi_domain::people::{
    actor::Role,
    policy::Action::{self, *},
};

use super::{Page, desk::DeskFrame, l10n::L10nLanguage};

/// A page that an officer may go to.
pub struct Place {
    /// Its address.
    pub href: &'static str,
    /// Its name.
    pub label: String,
    /// One is here.
    pub here: bool,
}

/// A noun with its pages.
pub struct Group {
    /// Its name.
    pub label: String,
    /// Its pages, at least one.
    pub places: Vec<Place>,
    /// One is at one of its pages.
    pub here: bool,
}

impl Group {
    /// The address that the noun itself leads to: its first page.
    #[must_use]
    pub fn href(&self) -> &'static str {
        self.places.first().map_or("/cong-viec", |p| p.href)
    }

    /// So few pages, and so short their names, that they stand in one line of a phone.
    #[must_use]
    pub fn is_short(&self) -> bool {
        /// Characters of one line at 360 px beside the gaps.
        const LINE: usize = 36;
        self.places.len() <= 3 && self.places.iter().map(|p| p.label.chars().count()).sum::<usize>() <= LINE
    }

    /// The page of it where one is.
    #[must_use]
    pub fn current(&self) -> Option<&Place> {
        self.places.iter().find(|p| p.here)
    }
}

/// Whom a page is for.
#[derive(Clone, Copy)]
enum For {
    All,
    May(&'static [Action]),
    /// As `May`, but not for an officer of a body.
    Office(&'static [Action]),
    Body,
    /// Heads who hold a post.
    Holder,
    /// As `May`, in a commune.
    Commune(&'static [Action]),
    /// As `May`, above the communes.
    Superior(&'static [Action]),
    NotAdmin,
    SeveralRoles,
}

/// A page: its address, what else begins below it, its name, whom it is for.
struct Entry(&'static str, &'static [&'static str], fn(&L10nLanguage) -> String, For);

type Noun = (fn(&L10nLanguage, &DeskFrame) -> String, &'static [Entry]);

const NOUNS: [Noun; 8] = [
    (
        |t, _| t.menu_today(),
        &[
            Entry("/nguoi-dung-dau", &[], L10nLanguage::plan_nav_mine, For::Holder),
            Entry("/nguoi-dung-dau/nam", &[], L10nLanguage::ledger_mine_title, For::Holder),
            Entry("/cong-viec", &[], L10nLanguage::desk_nav_home, For::NotAdmin),
            Entry("/cong-viec/nhac-viec", &[], L10nLanguage::menu_reminders, For::May(&[PrepareDialogue])),
        ],
    ),
    (
        |t, _| t.menu_opinions(),
        &[
            Entry(
                "/cong-viec/phan-loai",
                &["/cong-viec/y-kien", "/cong-viec/tiep-thu", "/cong-viec/cap-lai-ma"],
                L10nLanguage::desk_nav_triage,
                For::May(&[Triage]),
            ),
            Entry("/cong-viec/nhap", &["/cong-viec/nhap-so", "/cong-viec/dan-bang"], L10nLanguage::menu_enter, For::May(&[EnterOpinion])),
            Entry("/cong-viec/van-de", &[], L10nLanguage::triage_issues, For::May(&[Triage])),
            Entry("/cong-viec/tra-loi-tai-quay", &[], L10nLanguage::counter_title, For::Commune(&[TellResult])),
            Entry("/cong-viec/tim-kiem", &[], L10nLanguage::desk_nav_search, For::May(&[ReadFollowUp, ReadHandovers])),
        ],
    ),
    (
        |t, _| t.desk_nav_dialogues(),
        &[
            Entry("/cong-viec/doi-thoai", &[], L10nLanguage::menu_meetings, For::May(&[ReadFollowUp])),
            Entry("/nhiem-vu/tra-loi", &[], L10nLanguage::plan_nav_answers, For::Body),
            Entry("/cong-viec/ke-hoach", &["/cap-tren/ke-hoach"], L10nLanguage::yp_nav, For::Office(&[ReadFollowUp])),
            Entry("/cong-viec/hop-khac", &[], L10nLanguage::side_title, For::Office(&[ReadFollowUp])),
        ],
    ),
    (
        |t, _| t.desk_nav_tasks(),
        &[
            Entry("/nhiem-vu", &[], L10nLanguage::menu_tasks, For::May(&[ReadFollowUp])),
            Entry("/nhiem-vu/ket-qua", &[], L10nLanguage::menu_results, For::Office(&[ReadFollowUp])),
            Entry("/cap-tren", &[], L10nLanguage::superior_nav, For::Commune(&[Escalate, ApproveDialogue, ProposePlan])),
            Entry("/cap-tren", &[], L10nLanguage::desk_nav_superior, For::Superior(&[ReadFollowUp])),
            Entry("/nhiem-vu/co-quan", &[], L10nLanguage::menu_waiting, For::Office(&[ReadFollowUp])),
            Entry("/cong-viec/cau-tra-loi-mau", &[], L10nLanguage::saved_title, For::May(&[PrepareAnswer])),
        ],
    ),
    (
        |t, _| t.desk_nav_rules(),
        &[
            Entry("/cong-viec/so-nhiem-vu", &["/cong-viec/bao-cao-quy-che"], L10nLanguage::ledger_nav, For::Commune(&[ReadLedger])),
            Entry(
                "/cap-tren/so-nhiem-vu",
                &["/cong-viec/so-nhiem-vu", "/cong-viec/bao-cao-quy-che", "/cap-tren/han"],
                L10nLanguage::ledger_superior_nav,
                For::Superior(&[OverseeLedger]),
            ),
            Entry("/cong-viec/nhieu-nam", &[], L10nLanguage::ledger_years, For::Commune(&[ReadLedger])),
            Entry(
                "/cap-tren/so-nhiem-vu/nhieu-nam",
                &["/cong-viec/nhieu-nam"],
                L10nLanguage::ledger_years,
                For::Superior(&[OverseeLedger]),
            ),
            Entry("/cap-tren/ban-ghi-nam", &[], L10nLanguage::record_nav, For::Superior(&[OverseeLedger])),
            Entry("/cong-viec/khac-phuc", &[], L10nLanguage::remedial_title, For::May(&[ReadLedger])),
            Entry("/cong-viec/giam-sat", &[], L10nLanguage::coverage_nav, For::Commune(&[ReadLedger])),
            Entry("/cong-viec/giam-sat", &[], L10nLanguage::coverage_nav, For::Superior(&[OverseeLedger, ProposePlan])),
            Entry("/cong-viec/lich-tiep-cong-dan", &[], L10nLanguage::reception_nav, For::Commune(&[KeepLedger])),
            Entry("/cong-viec/quy-che", &[], L10nLanguage::menu_documents, For::May(&[ReadFollowUp, KeepRegulations])),
            Entry("/cong-viec/ke-hoach/quy-dinh", &[], L10nLanguage::yp_rules_nav, For::May(&[Administer])),
        ],
    ),
    (
        |t, _| t.menu_books(),
        &[
            Entry("/cong-viec/so-cong-khai", &["/cong-viec/minh-chung"], L10nLanguage::menu_register, For::Office(&[ReadFollowUp])),
            Entry("/cong-viec/chuyen-don", &[], L10nLanguage::desk_nav_handovers, For::May(&[ReadHandovers])),
            Entry("/cong-viec/thon", &[], L10nLanguage::villages_nav, For::Commune(&[KeepVillages])),
            Entry("/cong-viec/duong-dan-thon", &[], L10nLanguage::menu_links, For::Commune(&[HandOutLinks])),
            Entry("/cong-viec/han-che-noi-bo", &[], L10nLanguage::menu_defects, For::May(&[ReadDefects])),
            Entry("/cong-viec/ban-giao", &[], L10nLanguage::menu_handover, For::May(&[HandOver])),
        ],
    ),
    (
        |t, _| t.office_home_title(),
        &[
            Entry("/quan-tri", &[], L10nLanguage::menu_overview, For::May(&[Administer])),
            Entry("/quan-tri/nguoi", &[], L10nLanguage::office_people, For::May(&[Administer])),
            Entry("/quan-tri/chuc-danh", &[], L10nLanguage::office_posts, For::May(&[Administer])),
            Entry("/quan-tri/co-quan", &[], L10nLanguage::office_bodies, For::May(&[Administer])),
            Entry("/quan-tri/cong-bo", &[], L10nLanguage::menu_policy, For::May(&[Administer])),
            Entry("/quan-tri/lich", &[], L10nLanguage::office_calendar, For::May(&[Administer])),
        ],
    ),
    (
        |t, d| if d.unseen > 0 { t.menu_me_news(d.unseen) } else { t.menu_me() },
        &[
            Entry("/thong-bao", &[], L10nLanguage::news_title, For::All),
            Entry("/cong-viec/tro-giup", &[], L10nLanguage::nav_help, For::All),
            Entry("/doi-vai-tro", &[], L10nLanguage::office_switch, For::SeveralRoles),
            Entry("/doi-mat-khau", &[], L10nLanguage::menu_password, For::All),
        ],
    ),
];

impl For {
    fn is_for(self, page: &Page, d: &DeskFrame) -> bool {
        let any = |actions: &[Action]| actions.iter().any(|a| d.may(*a));
        match self {
            Self::All => true,
            Self::May(actions) => any(actions),
            Self::Office(actions) => any(actions) && !d.is(Role::Body),
            Self::Body => d.is(Role::Body),
            Self::Holder => d.may(ApproveDialogue) && d.officer.post_id.is_some(),
            Self::Commune(actions) => any(actions) && !page.is_superior(),
            Self::Superior(actions) => any(actions) && page.is_superior() && !d.is(Role::Body),
            Self::NotAdmin => !d.is(Role::Admin),
            Self::SeveralRoles => d.roles > 1,
        }
    }

    /// Not in the second row of an officer of a body, who may read it nevertheless.
    fn is_open_beside(self, d: &DeskFrame) -> bool {
        matches!(self, Self::Office(actions) if actions.iter().any(|a| d.may(*a)))
    }
}

impl Entry {
    /// How much of the page's address this entry accounts for; the entry with the most is where one is.
    fn reach(&self, page: &Page) -> usize {
        let of = |p: &&'static str| if *p == "/cong-viec" { page.path == *p } else { page.at(p) };
        std::iter::once(&self.0).chain(self.1).filter(|p| of(p)).map(|p| p.len()).max().unwrap_or(0)
    }
}

/// The navigation of the officer who reads the page.
#[must_use]
pub fn groups(page: &Page, d: &DeskFrame) -> Vec<Group> {
    let open = |e: &&Entry| e.3.is_for(page, d);
    let best = NOUNS.iter().flat_map(|(_, entries)| entries.iter().filter(open)).map(|e| e.reach(page)).max().unwrap_or(0);
    // A page that an officer of a body reaches by a link stands under its noun, though the second row does not name it.
    let beside = |entries: &[Entry]| best == 0 && entries.iter().any(|e| e.3.is_open_beside(d) && e.reach(page) > 0);
    NOUNS
        .iter()
        .map(|(label, entries)| {
            let place = |e: &Entry| Place { href: e.0, label: (e.2)(page.t), here: best > 0 && e.reach(page) == best };
            let places: Vec<Place> = entries.iter().filter(open).map(place).collect();
            Group { label: label(page.t, d), here: places.iter().any(|p| p.here) || beside(entries), places }
        })
        .filter(|g| !g.places.is_empty())
        .collect()
}

/// The words of the navigation's nouns in addresses of help, in their order.
const HELP: [&str; 8] = ["/hom-nay", "/y-kien", "/doi-thoai", "/nhiem-vu", "/quy-che", "/so-sach", "/quan-tri", "/ca-nhan"];

/// What follows the address of help for the page that is read: the area of its noun.
#[must_use]
pub fn help(page: &Page) -> &'static str {
    let reach = |entries: &[Entry]| entries.iter().map(|e| e.reach(page)).max().unwrap_or(0);
    let best = NOUNS.iter().zip(HELP).map(|((_, entries), area)| (reach(entries), area)).max_by_key(|(n, _)| *n);
    best.filter(|(n, _)| *n > 0).map_or("", |(_, area)| area)
}
