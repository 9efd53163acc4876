//! Lines that several public pages show.

use caunoi_app::day_of;
use caunoi_domain::opinion::tracking_code::PublicId;
use caunoi_store::public::{item::ItemLine, place::Place, site};

use crate::page::{
    Page, dates,
    mark::{self, Mark},
};

/// The address of a published item.
#[must_use]
pub fn item_href(public_id: i64) -> String {
    format!("/y-kien/{}", PublicId::from_i64(public_id))
}

/// The address of an announced dialogue.
#[must_use]
pub fn dialogue_href(public_id: i64) -> String {
    format!("/doi-thoai/{}", PublicId::from_i64(public_id))
}

/// A dialogue with its day block.
pub struct DialogueLine {
    /// Address.
    pub href: String,
    /// Title.
    pub title: String,
    /// "Thứ Bảy", "05", "tháng 12".
    pub block: (String, String, String),
    /// "7 giờ 30, Thứ Bảy, 05/12/2026".
    pub when: String,
    /// Where.
    pub venue: String,
    /// Commune and province; empty on the commune's own page.
    pub place: String,
    /// Posts that chair it.
    pub chairs: String,
}

impl DialogueLine {
    /// In the reader's words.
    #[must_use]
    pub fn of(page: &Page, d: site::DialogueLine) -> Self {
        let day = page.weekday(&d.on_day);
        let when = if d.at_time.is_empty() { day } else { format!("{}, {day}", dates::clock(&d.at_time, page.lang)) };
        Self {
            href: dialogue_href(d.public_id),
            title: d.title,
            block: dates::block(&d.on_day, page.lang),
            when,
            venue: d.venue,
            place: format!("{}, {}", d.place.name, d.place.province_name),
            chairs: d.chairs,
        }
    }
}

/// A matter that has its result.
pub struct ResolvedLine {
    /// Address.
    pub href: String,
    /// Published title.
    pub title: String,
    /// Where it stands today.
    pub mark: Mark,
    /// Commune and province.
    pub place: String,
    /// "27/11/2026".
    pub day: String,
}

impl ResolvedLine {
    /// In the reader's words.
    #[must_use]
    pub fn of(page: &Page, item: ItemLine, place: Place) -> Self {
        let day = item.resolved_at.map(|at| page.day(&day_of(at).to_string())).unwrap_or_default();
        Self {
            href: item_href(item.public_id),
            title: item.title,
            mark: mark::standing(page.t, item.standing),
            place: format!("{}, {}", place.name, place.province_name),
            day,
        }
    }
}
