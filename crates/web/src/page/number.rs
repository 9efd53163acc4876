//! Shares and sizes as people read them.

use super::lang::Lang;

/// "77,4 %" or "77.4%": one decimal, halves up; `None` where there is no whole.
#[must_use]
pub fn share(part: i64, whole: i64, lang: Lang) -> Option<String> {
    if whole <= 0 || part < 0 {
        return None;
    }
    let tenths = (i128::from(part) * 2000 + i128::from(whole)) / (i128::from(whole) * 2);
    let (n, d) = (tenths / 10, tenths % 10);
    Some(match (lang, d) {
        (Lang::Vi, 0) => format!("{n}%"),
        (Lang::Vi, _) => format!("{n},{d}%"),
        (Lang::En, 0) => format!("{n}%"),
        (Lang::En, _) => format!("{n}.{d}%"),
    })
}

/// "240 kB", "1,2 MB".
#[must_use]
pub fn size(bytes: i64) -> String {
    if bytes < 1_000_000 { format!("{} kB", (bytes / 1000).max(1)) } else { format!("{},{} MB", bytes / 1_000_000, bytes / 100_000 % 10) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_a_tenth_and_need_a_whole() {
        for (part, whole, vi) in [(81, 97, "83,5%"), (1, 3, "33,3%"), (2, 3, "66,7%"), (3, 3, "100%"), (0, 7, "0%"), (1, 2000, "0,1%")] {
            assert_eq!(share(part, whole, Lang::Vi).as_deref(), Some(vi));
        }
        assert_eq!(share(81, 97, Lang::En).as_deref(), Some("83.5%"));
        assert_eq!(share(0, 0, Lang::Vi), None);
    }
}
