//! Lines that several public pages show.

use axum::response::{IntoResponse as _, Redirect, Response};
use caunoi_app::day_of;
use caunoi_domain::{
    dialogue::scope::Stop,
    opinion::{
        item::{NextCode, Standing},
        tracking_code::PublicId,
    },
};
use caunoi_store::{
    item::Next,
    public::{commune, item, place::Place, site, thread::Evidence},
};
use jiff::civil::Date;

use crate::page::{
    Page, dates,
    fault::Fault,
    icon::Icon,
    mark::{self, Mark},
    thread::{FileLine, NextLine, Reader},
    words,
};

/// The public id of an address; another spelling of it (capitals, look-alikes) is sent to the right one.
///
/// # Errors
/// The response to give instead: not found, or the right address.
pub fn id_of(text: &str, kind: &str) -> Result<i64, Box<Response>> {
    match PublicId::parse(text) {
        Ok(id) if id.to_string() == text => Ok(id.to_i64()),
        Ok(id) => Err(Box::new(Redirect::permanent(&format!("/{kind}/{id}")).into_response())),
        Err(_) => Err(Box::new(Fault::NotFound.into_response())),
    }
}

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

/// The evidence of a thread, to be shown beside the steps it came with.
pub fn evidence(all: Vec<Evidence>) -> impl Iterator<Item = (i64, FileLine)> {
    all.into_iter().map(|e| (e.at, FileLine::new(e.public_id, &e.name, e.size)))
}

/// "7 giờ 30, Thứ Bảy, 05/12/2026".
#[must_use]
pub fn when(page: &Page, on_day: &str, at_time: &str) -> String {
    let day = page.weekday(on_day);
    if at_time.is_empty() { day } else { format!("{}, {day}", dates::clock(at_time, page.lang)) }
}

/// A dialogue with its day block.
pub struct DialogueLine {
    /// Address.
    pub href: String,
    /// Title.
    pub title: String,
    /// "Thứ Bảy", "05", "tháng 12".
    pub block: Option<(String, String, String)>,
    /// The time and the place, beside the block: "7 giờ 30, Nhà văn hóa thôn Bến Gỗ".
    pub when: String,
    /// Commune and province; empty on the commune's own page.
    pub place: String,
    /// Posts that chair it.
    pub chairs: String,
    /// Kind; empty on a page of the whole site.
    pub kind: String,
    /// Postponed or cancelled: what people must see first.
    pub stop: Option<Mark>,
}

impl DialogueLine {
    /// Of the whole site, with its place.
    #[must_use]
    pub fn of(page: &Page, d: site::DialogueLine, today: Date) -> Self {
        Self {
            href: dialogue_href(d.public_id),
            title: d.title,
            block: Some(dates::block(&d.on_day, today, page.lang)),
            when: beside_block(page, &d.at_time, &d.venue),
            place: whole_name(&d.place),
            chairs: d.chairs,
            kind: String::new(),
            stop: None,
        }
    }

    /// Of the commune whose page it stands on.
    #[must_use]
    pub fn of_commune(page: &Page, d: commune::DialogueLine, today: Date) -> Self {
        let postponed = d.stop == Some(Stop::Postponed);
        let later =
            || [page.t.dialogue_new_day_later(), d.venue.clone()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(". ");
        Self {
            href: dialogue_href(d.public_id),
            // The day that was given up is not shown as a day to come.
            block: (!postponed).then(|| dates::block(&d.on_day, today, page.lang)),
            when: if postponed { later() } else { beside_block(page, &d.at_time, &d.venue) },
            title: d.title,
            place: String::new(),
            chairs: d.chairs,
            kind: match d.pilot {
                true => format!("{} ({})", words::dialogue_kind(page.t, d.kind), page.t.plan_pilot().to_lowercase()),
                false => words::dialogue_kind(page.t, d.kind),
            },
            stop: d.stop.map(|s| Mark::new(mark::Tone::Idle, Icon::Dash, words::stop(page.t, s))),
        }
    }
}

/// The time and the place of a dialogue whose day stands in its block.
fn beside_block(page: &Page, at_time: &str, venue: &str) -> String {
    let time = if at_time.is_empty() { String::new() } else { dates::clock(at_time, page.lang) };
    [time, venue.to_owned()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A place with its province; a province by itself.
fn whole_name(place: &Place) -> String {
    if place.name == place.province_name { place.name.clone() } else { format!("{}, {}", place.name, place.province_name) }
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
    pub fn of(page: &Page, item: item::ItemLine, place: &Place) -> Self {
        let day = item.resolved_at.map(|at| page.day(&day_of(at).to_string())).unwrap_or_default();
        Self {
            href: item_href(item.public_id),
            title: item.title,
            mark: mark::standing(page.t, item.standing),
            place: whole_name(place),
            day,
        }
    }
}

/// A published item with where it stands and who acts next, by when (product rule 3).
pub struct ItemLine {
    /// Address.
    pub href: String,
    /// Published title.
    pub title: String,
    /// Where it stands today; overdue besides, where it is.
    pub marks: Vec<Mark>,
    /// Village; empty where none is known.
    pub village: String,
    /// Who acts next; absent where nobody has to.
    pub next: Option<NextLine>,
    /// The day of the result, where there is one.
    pub resolved: String,
}

impl ItemLine {
    /// In the reader's words, on a civil day.
    #[must_use]
    pub fn of(page: &Page, i: item::ItemLine, today: Date) -> Self {
        Self {
            href: item_href(i.public_id),
            title: i.title,
            marks: marks(page, i.standing, &i.next, today),
            village: i.village.unwrap_or_default(),
            next: next_line(page, &i.next),
            resolved: i.resolved_at.map(|at| page.day(&day_of(at).to_string())).unwrap_or_default(),
        }
    }
}

/// Where an item stands, and "overdue" beside it where an office lets a day pass. A person who stays silent is not late.
#[must_use]
pub fn marks(page: &Page, standing: Standing, next: &Next, today: Date) -> Vec<Mark> {
    let mut marks = vec![mark::standing(page.t, standing)];
    let due = next.due_on.as_deref().filter(|_| !matches!(next.code, NextCode::Person | NextCode::Nobody));
    if let Some(late) = due.and_then(|d| mark::due(page.t, d, today)).filter(|m| m.tone == mark::Tone::Late) {
        marks.push(late);
    }
    marks
}

/// Who acts next; absent where nobody has to.
#[must_use]
pub fn next_line(page: &Page, next: &Next) -> Option<NextLine> {
    (next.code != NextCode::Nobody).then(|| NextLine::of(page, next, Reader::Other))
}

/// The address of a published issue.
#[must_use]
pub fn issue_href(public_id: i64) -> String {
    format!("/van-de/{}", PublicId::from_i64(public_id))
}

/// The address of an issued notice.
#[must_use]
pub fn notice_href(public_id: i64) -> String {
    format!("/thong-bao/{}", PublicId::from_i64(public_id))
}

/// The address of a conclusion.
#[must_use]
pub fn conclusion_href(public_id: i64) -> String {
    format!("/ket-luan/{}", PublicId::from_i64(public_id))
}

/// A unit and its province, as links above a page.
#[must_use]
pub fn crumbs(place: &Place) -> Vec<(String, String)> {
    let province = (format!("/tinh/{}", place.province_code), place.province_name.clone());
    if place.code == place.province_code { vec![province] } else { vec![province, (place.href(), place.name.clone())] }
}

/// The key of a list's last line, as its address holds it.
#[must_use]
pub fn key(updated_at: i64, public_id: i64) -> String {
    format!("{updated_at}_{public_id}")
}

/// A key read back; what is none begins at the beginning.
#[must_use]
pub fn after(key: &str) -> Option<(i64, i64)> {
    let (at, id) = key.split_once('_')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

/// A value inside an address.
#[must_use]
pub fn encode(value: &str) -> String {
    askama::filters::urlencode_strict(value).map_or_else(|_| String::new(), |v| v.to_string())
}
