//! The form of official papers (domain notes §4): heads of the administration and of the Party, and the paper of a
//! conclusion notice. An official paper is Vietnamese in every language of the interface.

use caunoi_domain::{
    dialogue::{
        notice::Concluded,
        numbering,
        outcome::{Outcome, Substate},
    },
    people::body::BodyKind,
    text::symbol::Style,
};
use caunoi_store::unit::UnitRow;

use super::{dates, l10n::L10nLanguage, lang::Lang};

/// Kinds of communes and provinces as they begin a unit's name.
const KINDS: [&str; 7] = ["Xã", "Phường", "Đặc khu", "Thị trấn", "Huyện", "Tỉnh", "Thành phố"];

/// The head of a paper.
pub struct SheetHead {
    /// The Party's form.
    pub party: bool,
    /// The superior organisation, in the Party's form.
    pub superior: String,
    /// The issuing body, in capitals.
    pub issuer: String,
    /// Its unit, in capitals, on a line of its own.
    pub unit: String,
    /// "Số: 12/TB-UBND"; what is not numbered yet has dots.
    pub number: String,
    /// The place of the seat.
    pub place: String,
    /// "ngày 05 tháng 02 năm 2026".
    pub day: String,
}

impl SheetHead {
    /// The head of a paper of that body. `symbol` is empty where it has no number yet.
    #[must_use]
    pub fn new(body: (BodyKind, &str), unit: &UnitRow, superior: Option<&UnitRow>, number: String, iso: &str) -> Self {
        let (kind, name) = body;
        let party = numbering::style(kind) == Style::Party;
        let (unit_kind, place) = split(&unit.name);
        let stem = name.strip_suffix(&unit_kind.to_lowercase()).map_or(name, str::trim_end);
        let own = stem.len() < name.len();
        Self {
            party,
            superior: superior.filter(|_| party).map(|s| format!("ĐẢNG BỘ {}", s.name.to_uppercase())).unwrap_or_default(),
            issuer: if party && own { format!("{} {}", stem.to_uppercase(), unit.name.to_uppercase()) } else { stem.to_uppercase() },
            unit: if party || !own { String::new() } else { unit.name.to_uppercase() },
            number,
            place: place.to_owned(),
            day: dates::long(iso, Lang::Vi),
        }
    }
}

/// The kind of a unit and its own name: "Xã", "Vân Trạch".
fn split(name: &str) -> (&str, &str) {
    KINDS.iter().find_map(|k| name.strip_prefix(k).and_then(|rest| rest.strip_prefix(' ')).map(|own| (*k, own))).unwrap_or(("", name))
}

/// The number line of a paper; dots where it has no number yet.
#[must_use]
pub fn number_line(kind: BodyKind, organ: &str, symbol: &str) -> String {
    let style = numbering::style(kind);
    if !symbol.is_empty() {
        return numbering::number_line(style, symbol);
    }
    match style {
        Style::Admin => format!("Số: …/TB-{organ}"),
        Style::Party => format!("Số …-TB/{organ}"),
    }
}

/// The lines above a signature: on whose behalf, and in which post. A Party committee is collective: no `K/T`.
#[must_use]
pub fn signature(head: &SheetHead, post: &str) -> Vec<String> {
    let title = |words: &str| post.starts_with(words).then(|| words.to_uppercase());
    let title = ["Phó Chủ tịch", "Chủ tịch", "Phó Bí thư", "Bí thư"].iter().find_map(|w| title(w)).unwrap_or_else(|| post.to_uppercase());
    if head.party {
        let stem = head.issuer.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        return vec![format!("T/M {stem}"), title];
    }
    match title.strip_prefix("PHÓ ") {
        Some(superior) => vec![format!("TM. {}", head.issuer), format!("KT. {superior}"), title.clone()],
        None => vec![format!("TM. {}", head.issuer), title],
    }
}

/// One of the three groups of a notice, by the seed's names (S4.3).
pub struct SheetGroup {
    /// "I. NHỮNG VIỆC ĐÃ GIẢI QUYẾT".
    pub title: String,
    /// Its items.
    pub lines: Vec<SheetLine>,
}

/// One item of a notice.
pub struct SheetLine {
    /// Place for links: the public id of the conclusion.
    pub anchor: String,
    /// What stands there.
    pub text: String,
}

/// The paper of a notice.
pub struct NoticeSheet {
    /// Its head.
    pub head: SheetHead,
    /// What it is about.
    pub abstract_: String,
    /// The event, the assessment.
    pub opening: Vec<String>,
    /// The three groups; none is left out.
    pub groups: Vec<SheetGroup>,
    /// How many items each has, and all.
    pub total: String,
    /// Who follows it up.
    pub closing: String,
    /// Who gets it.
    pub recipients: Vec<String>,
    /// Lines above the signature.
    pub signature: Vec<String>,
    /// Who signs, officially.
    pub signer: String,
    /// "(Đã ký)", once issued.
    pub signed: String,
    /// SHA-256; empty before it is issued.
    pub hash: String,
}

/// The three groups of these items, in their order: text of an item, its outcome, its anchor.
#[must_use]
pub fn groups(t: &L10nLanguage, items: Vec<(Outcome, String, String)>) -> Vec<SheetGroup> {
    let titles = [t.sheet_group_resolved(), t.sheet_group_unresolved(), t.sheet_group_escalated()];
    let mut groups: Vec<SheetGroup> = titles.into_iter().map(|title| SheetGroup { title, lines: Vec::new() }).collect();
    for (outcome, text, anchor) in items {
        let at = Outcome::ALL.iter().position(|o| *o == outcome).unwrap_or(0);
        if let Some(group) = groups.get_mut(at) {
            group.lines.push(SheetLine { anchor, text });
        }
    }
    groups
}

/// How many items each group has, and all: the sum of three is the items.
#[must_use]
pub fn total(t: &L10nLanguage, groups: &[SheetGroup]) -> String {
    let n = |at: usize| groups.get(at).map_or(0, |g| i64::try_from(g.lines.len()).unwrap_or(0));
    t.sheet_total(n(0) + n(1) + n(2), n(0), n(1), n(2))
}

/// What a conclusion says of an item, in the words of a notice.
#[must_use]
pub fn conclusion(t: &L10nLanguage, lang: Lang, title: &str, c: &Concluded, partners: &[String], paper_on: Option<&str>) -> String {
    let day = |iso: &str| dates::long(iso, lang);
    let said = |text: &str| text.trim().trim_end_matches('.').to_owned();
    let text = said(&c.text);
    let about = title.trim().trim_end_matches(['.', '…']);
    let mut line = t.sheet_about(about, text);
    let mut add = |words: String| {
        line.push(' ');
        line.push_str(&words);
    };
    let lead = if partners.is_empty() { c.body.clone() } else { t.sheet_with_partners(c.body.as_str(), partners.join(", ")) };
    match c.substate {
        Some(Substate::Done | Substate::Explained) | None => {
            if !c.norm.is_empty() {
                add(t.sheet_rests_on(said(&c.norm)));
            }
        }
        Some(Substate::InProgress) => add(t.sheet_assigned(lead, day(&c.due_on), said(&c.reason))),
        Some(Substate::NoResources) => add(t.sheet_no_resources(lead, day(&c.due_on), said(&c.reason))),
        Some(Substate::Sent) => {
            add(t.sheet_sent(c.receiver.as_str()));
            if !c.paper.is_empty() {
                add(t.sheet_by_paper(c.paper.as_str(), paper_on.map(day).unwrap_or_default()));
            }
        }
        Some(Substate::Answered) => {
            add(t.sheet_answered(c.receiver.as_str()));
            if !c.norm.is_empty() {
                add(t.sheet_rests_on(said(&c.norm)));
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use caunoi_domain::unit::{Level, Period};

    fn unit(name: &str) -> UnitRow {
        UnitRow {
            id: "D.demo".into(),
            code: "D".into(),
            period: Period::Demo,
            level: Level::Commune,
            kind: "xa".into(),
            name: name.into(),
            parent_id: None,
            province_id: "31.2025".into(),
            valid_from: None,
            valid_to: None,
            source: "demo".into(),
        }
    }

    #[test]
    fn the_administration_and_the_party_have_heads_of_their_own() {
        let xa = unit("Xã Vân Trạch");
        let city = unit("Thành phố Hải Phòng");
        let admin = SheetHead::new(
            (BodyKind::PeoplesCommittee, "Ủy ban nhân dân xã"),
            &xa,
            Some(&city),
            number_line(BodyKind::PeoplesCommittee, "UBND", ""),
            "2026-02-05",
        );
        assert_eq!((admin.issuer.as_str(), admin.unit.as_str(), admin.superior.as_str()), ("ỦY BAN NHÂN DÂN", "XÃ VÂN TRẠCH", ""));
        assert_eq!((admin.place.as_str(), admin.day.as_str()), ("Vân Trạch", "ngày 05 tháng 02 năm 2026"));
        assert_eq!(admin.number, "Số: …/TB-UBND");
        assert_eq!(signature(&admin, "Chủ tịch UBND xã"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
        assert_eq!(signature(&admin, "Phó Chủ tịch UBND xã"), ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        let party = SheetHead::new(
            (BodyKind::PartyCommittee, "Đảng ủy xã"),
            &xa,
            Some(&city),
            number_line(BodyKind::PartyCommittee, "ĐU", "15-TB/ĐU"),
            "2026-12-18",
        );
        assert_eq!((party.superior.as_str(), party.issuer.as_str()), ("ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", "ĐẢNG ỦY XÃ VÂN TRẠCH"));
        assert_eq!(party.number, "Số 15-TB/ĐU");
        assert_eq!(signature(&party, "Phó Bí thư Đảng ủy xã"), ["T/M ĐẢNG ỦY", "PHÓ BÍ THƯ"]);
    }
}
