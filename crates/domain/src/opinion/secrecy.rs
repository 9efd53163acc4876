//! Papers marked Mật must not be entered here (P18): the mark is looked for where a clerk or a person would
//! carry it over, in the text and in the names of files.

use crate::text::{fold::exact, nfc::nfc};

/// The marks of the law on state secrets, as search keys with their diacritics.
const MARKS: [&str; 3] = ["mật", "tối mật", "tuyệt mật"];

/// True where a text bears a secrecy mark: a line that is nothing but the mark, or `Độ mật: …`,
/// `Dấu mật: …`, `Mức độ mật: …`. A sentence that speaks of honey or of something secret is no mark.
#[must_use]
pub fn text_is_marked(text: &str) -> bool {
    text.lines().any(|line| {
        let key = exact(line);
        MARKS.contains(&key.as_str())
            || ["độ mật", "dấu mật", "mức độ mật"]
                .iter()
                .any(|lead| key.strip_prefix(lead).is_some_and(|rest| MARKS.contains(&rest.trim())))
    })
}

/// True where the name of a file says that it is marked: `12-BC (MẬT).pdf`, `Tuyệt mật - kế hoạch.docx`.
#[must_use]
pub fn name_is_marked(name: &str) -> bool {
    let key = exact(name);
    if key.contains("tối mật") || key.contains("tuyệt mật") {
        return true;
    }
    nfc(name).split(|c: char| !c.is_alphanumeric()).any(|word| word == "MẬT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p18_marks_are_seen_and_honey_is_not() {
        for marked in ["MẬT", "Tuyệt mật\nKế hoạch", "Độ mật: Tối mật", "báo cáo\n  MẬT  \nkính gửi"] {
            assert!(text_is_marked(marked), "{marked}");
        }
        for free in ["Nhà tôi nuôi ong lấy mật", "Việc này ai cũng biết, không có gì bí mật", ""] {
            assert!(!text_is_marked(free), "{free}");
        }
        assert!(name_is_marked("12-BC (MA\u{323}\u{302}T).pdf"), "letters and tones apart");
        assert!(name_is_marked("12-BC (MẬT).pdf") && name_is_marked("Tuyệt mật - kế hoạch.docx"));
        assert!(!name_is_marked("mật ong.jpg") && !name_is_marked("anh.jpg"));
    }
}
