//! Đơn vị hành chính. Identity is (code, period): 3,316 of the 3,321 codes of 2025 were codes of other units before.

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
        /// The list of mid-2025, in force until 30/6/2025
        Before2025 = "before_2025",
        /// In force from 1/7/2025 (QĐ 19/2025/QĐ-TTg)
        From2025 = "2025",
        /// Invented for the demonstration: outside national totals and maps
        Demo = "demo",
    }
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
