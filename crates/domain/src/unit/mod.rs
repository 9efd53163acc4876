//! Đơn vị hành chính. Identity is (code, period): 3,316 of the 3,321 codes of 2025 were codes of other units before.

pub mod book;
pub mod rollup;
pub mod village;

crate::words! {
    /// Level of a unit.
    Level {
        /// Tỉnh, thành phố trực thuộc trung ương
        Province = "province",
        /// Huyện, quận, thị xã, thành phố thuộc tỉnh: until 30/6/2025
        District = "district",
        /// Xã, phường, thị trấn, đặc khu
        Commune = "commune",
    }
}

crate::words! {
    /// The list that a unit stands in.
    Period {
        /// Named by a source and in neither list, because an earlier merger removed it: no code is known, none is invented
        Earlier = "earlier",
        /// The list of mid-2025, in force until 30/6/2025
        Before2025 = "before_2025",
        /// In force from 1/7/2025 (QĐ 19/2025/QĐ-TTg)
        From2025 = "2025",
        /// Invented for the demonstration: outside national totals and maps
        Demo = "demo",
    }
}

impl Period {
    /// Whether its units bear an official code. A unit that only a source names is found by a key of its names.
    #[must_use]
    pub const fn has_codes(self) -> bool {
        !matches!(self, Self::Earlier)
    }

    /// Whether its units are of today (the demonstration's as well).
    #[must_use]
    pub const fn is_today(self) -> bool {
        matches!(self, Self::From2025 | Self::Demo)
    }

    /// The ISO day on which the whole list ended.
    #[must_use]
    pub const fn last_day(self) -> Option<&'static str> {
        match self {
            Self::Before2025 => Some("2025-06-30"),
            Self::Earlier | Self::From2025 | Self::Demo => None,
        }
    }
}

crate::words! {
    /// How much of a former unit or village went into its successor.
    Share {
        /// All of it
        Whole = "whole",
        /// A part; which part, the list does not say
        Part = "part",
        /// A part, by the list the larger one: still a part, never the answer by itself
        PartDefault = "part_default",
    }
}

impl Share {
    /// Whether where somebody lived must be asked before a successor is named.
    #[must_use]
    pub const fn is_part(self) -> bool {
        !matches!(self, Self::Whole)
    }
}

/// Words that begin a unit's name, with its kind; the longer before what it begins with.
const KINDS: &[(&str, &str)] = &[
    ("thành phố ", "thanh_pho"),
    ("thị trấn ", "thi_tran"),
    ("thị xã ", "thi_xa"),
    ("đặc khu ", "dac_khu"),
    ("phường ", "phuong"),
    ("huyện ", "huyen"),
    ("quận ", "quan"),
    ("tỉnh ", "tinh"),
    ("xã ", "xa"),
];

/// The kind that a unit's own name says, where it says one. A list's column may contradict the name (seven rows of
/// `data/units` do); the name is the official text, so the name is believed.
#[must_use]
pub fn kind_of_name(name: &str, level: Level) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let (_, kind) = KINDS.iter().find(|(word, _)| lower.starts_with(word))?;
    Some(if *kind == "thanh_pho" && level == Level::Province { "thanh_pho_tw" } else { kind })
}

/// A unit's name without the word of its kind: "Xã Tuấn Hưng" → "Tuấn Hưng".
#[must_use]
pub fn bare_name(name: &str) -> &str {
    let lower = name.to_lowercase();
    let word = KINDS.iter().find(|(word, _)| lower.starts_with(word)).map_or(0, |(word, _)| word.chars().count());
    name.char_indices().nth(word).and_then(|(at, _)| name.get(at..)).unwrap_or(name)
}

/// The key of a unit that no list gives a code: its name and the unit above it then, `tuan-hung-kim-thanh`.
#[must_use]
pub fn key_without_code(name: &str, above: &str) -> String {
    crate::text::fold::fold(&format!("{} {}", bare_name(name), bare_name(above))).replace(' ', "-")
}

/// The id of a unit: `code.period`.
#[must_use]
pub fn unit_id(code: &str, period: Period) -> String {
    format!("{code}.{period}")
}

/// The code inside a unit's id.
#[must_use]
pub fn code_of(unit_id: &str) -> &str {
    unit_id.split_once('.').map_or(unit_id, |x| x.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_the_kind_however_it_is_written() {
        for (name, level, kind) in [
            ("Phường Việt Hòa", Level::Commune, Some("phuong")),
            ("Xã Vĩnh Hòa", Level::Commune, Some("xa")),
            ("Đặc khu Cát Hải", Level::Commune, Some("dac_khu")),
            ("Thị Trấn Ái Tử", Level::Commune, Some("thi_tran")),
            ("Thị xã Sơn Tây", Level::District, Some("thi_xa")),
            ("Thành Phố Bắc Kạn", Level::District, Some("thanh_pho")),
            ("Thành phố Hải Phòng", Level::Province, Some("thanh_pho_tw")),
            ("Tỉnh Hải Dương", Level::Province, Some("tinh")),
            ("Côn Đảo", Level::Commune, None),
            ("Xãm", Level::Commune, None),
        ] {
            assert_eq!(kind_of_name(name, level), kind, "{name}");
        }
    }

    #[test]
    fn l10_a_part_is_a_part_whatever_the_list_prefers() {
        let parts: Vec<bool> = Share::ALL.iter().map(|s| s.is_part()).collect();
        assert_eq!(parts, [false, true, true]);
    }

    #[test]
    fn a_unit_without_a_code_has_a_key_of_its_names_and_of_what_was_above_it() {
        assert_eq!(bare_name("Thị Trấn Ái Tử"), "Ái Tử");
        assert_eq!(bare_name("Xã"), "Xã");
        assert_eq!(key_without_code("Xã Tuấn Hưng", "Huyện Kim Thành"), "tuan-hung-kim-thanh");
        assert_ne!(key_without_code("Xã Nam Hồng", "Huyện Nam Sách"), key_without_code("Xã Nam Hồng", "Huyện Đông Anh"));
        assert!(!Period::Earlier.has_codes() && Period::Demo.is_today() && !Period::Before2025.is_today());
    }
}
