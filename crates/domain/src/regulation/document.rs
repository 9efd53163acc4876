//! Văn bản quy phạm, quy chế, chỉ thị: the documents by which direct contact and dialogue is ruled (S0.1).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::clause::Clause;
use crate::text::{Symbol, fold};

crate::words! {
    /// What kind of document it is.
    DocumentKind {
        /// luật
        Law = "law",
        /// nghị định
        Decree = "decree",
        /// thông tư
        Circular = "circular",
        /// nghị quyết, nghị quyết liên tịch
        Resolution = "resolution",
        /// quy định
        Rule = "rule",
        /// quyết định
        Decision = "decision",
        /// quy chế
        Regulation = "regulation",
        /// chỉ thị
        Directive = "directive",
        /// kết luận
        Conclusion = "conclusion",
        /// hướng dẫn
        Guidance = "guidance",
        /// thông báo
        Notice = "notice",
        /// kế hoạch, chương trình
        Plan = "plan",
        /// đề án
        Scheme = "scheme",
    }
}

crate::words! {
    /// Where a document applies.
    Area {
        /// cả nước
        Nation = "nation",
        /// một đơn vị hành chính và các đơn vị trực thuộc
        Unit = "unit",
        /// chưa rõ nơi nào: applies to nobody until that is known
        Unknown = "unknown",
    }
}

crate::words! {
    /// Who may read it.
    Visibility {
        /// công khai
        Public = "public",
        /// nội bộ: only its citation and an approved summary are public
        Internal = "internal",
    }
}

crate::words! {
    /// How one document stands to another.
    LinkKind {
        /// thay thế
        Supersedes = "supersedes",
        /// sửa đổi, bổ sung
        Amends = "amends",
        /// hướng dẫn, cụ thể hóa
        Guides = "guides",
        /// tăng cường thực hiện
        Strengthens = "strengthens",
        /// kết quả giám sát việc thực hiện
        Reviews = "reviews",
    }
}

/// A document's relation to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// How.
    pub kind: LinkKind,
    /// The other document's id.
    pub to: String,
    /// Where that was read.
    pub source: String,
    /// False: shown as "chưa xác nhận"; nothing is taken as superseded by it.
    pub confirmed: bool,
}

/// A document of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its id: small letters, digits and hyphens; its address.
    pub id: String,
    /// Kind.
    pub kind: DocumentKind,
    /// Number and symbol as printed; empty where it has none or none is known.
    pub number: String,
    /// What it is about (trích yếu).
    pub title: String,
    /// Who issued it, as it was called then.
    pub issuer: String,
    /// Where it applies.
    pub area: Area,
    /// The unit of then (code.period), where it applies to one.
    pub unit_id: Option<String>,
    /// The day of issue.
    #[serde(with = "super::iso")]
    pub issued_on: Option<Date>,
    /// Known to have been issued by this day, where the day of issue is not known.
    #[serde(with = "super::iso")]
    pub known_by: Option<Date>,
    /// First day in force, where it is not the day of issue.
    #[serde(with = "super::iso")]
    pub valid_from: Option<Date>,
    /// Last day in force, where it is stated.
    #[serde(with = "super::iso")]
    pub valid_to: Option<Date>,
    /// False: its days are shown as "chưa xác nhận".
    pub days_confirmed: bool,
    /// Who may read it.
    pub visibility: Visibility,
    /// Where its facts were read.
    pub source: String,
    /// What else is to be said of it: differences between sources, what was not found.
    pub note: String,
    /// Its relations.
    pub links: Vec<Link>,
    /// Its clauses, those that were read.
    pub clauses: Vec<Clause>,
}

impl Document {
    /// Its symbol in the one right form, where its number can be read as one.
    #[must_use]
    pub fn symbol(&self) -> Option<Symbol> {
        Symbol::parse(&self.number).ok()
    }

    /// The key under which every spelling of its number meets: of the symbol, or of the number as printed.
    #[must_use]
    pub fn number_key(&self) -> String {
        number_key(&self.number)
    }

    /// Every spelling by which a search should find it, beside its title.
    #[must_use]
    pub fn spellings(&self) -> String {
        let bare = self.symbol().map(|s| self.number.trim_start_matches('0').to_owned() + " " + &s.to_string()).unwrap_or_default();
        format!("{} {bare}", self.number)
    }
}

/// The key of a number as typed: the symbol's where it is one, else the folded text. Accents count in a symbol:
/// QĐ (quyết định) and QD are not the same.
#[must_use]
pub fn number_key(typed: &str) -> String {
    Symbol::parse(typed).map_or_else(|_| fold(typed), |s| s.key())
}

/// True for a text that can be a document's id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (3..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
