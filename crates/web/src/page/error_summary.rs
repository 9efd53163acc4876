//! The summary of what is wrong names each field by the label that stands on the page, so that "please fill in this" is
//! never said three times with nobody knowing of what. Done on the page that is rendered: the label is written once.

use std::borrow::Cow;

/// The page with labels before the words of its summary; as it is where it has none.
#[must_use]
pub fn name_fields(page: &str) -> Cow<'_, str> {
    let Some(begin) = page.find("<div class=\"errs") else { return Cow::Borrowed(page) };
    let Some(end) = page.get(begin..).and_then(|rest| rest.find("</ul>")).map(|n| begin + n) else { return Cow::Borrowed(page) };
    let (Some(before), Some(summary), Some(after)) = (page.get(..begin), page.get(begin..end), page.get(end..)) else {
        return Cow::Borrowed(page);
    };
    let mut out = String::with_capacity(page.len() + 200);
    out.push_str(before);
    for (n, part) in summary.split("<a href=\"#").enumerate() {
        let told = part.split_once("\">").filter(|_| n > 0);
        if n > 0 {
            out.push_str("<a href=\"#");
        }
        match told.and_then(|(id, words)| Some((id, words, label(page, id)?))) {
            Some((id, words, label)) if !words.starts_with(&label) => {
                // A label that asks is followed by the answer, without a colon.
                let colon = if label.ends_with('?') { "" } else { ":" };
                out.push_str(&format!("{id}\">{label}{colon} {words}"));
            }
            _ => out.push_str(part),
        }
    }
    out.push_str(after);
    Cow::Owned(out)
}

/// The words of the label of a field, without what stands in its hints.
fn label(page: &str, id: &str) -> Option<String> {
    let rest = page.split_once(&format!("<label for=\"{id}\"")).map(|(_, rest)| rest).or_else(|| legend(page, id))?;
    let (_, rest) = rest.split_once('>')?;
    let words = rest.get(..rest.find('<')?)?.trim();
    // "(không bắt buộc)" is said of the field, not of what is wrong with it.
    let words = words.split_once(" (").map_or(words, |(label, _)| label).trim_end_matches([':', '*', ' ']);
    (!words.is_empty()).then(|| words.to_owned())
}

/// What follows `<legend` of the group that has this id, or in which the first choice has it.
fn legend<'a>(page: &'a str, id: &str) -> Option<&'a str> {
    let at = page.find(&format!(" id=\"{id}\""))?;
    let before = page.get(..at)?;
    let group = before.rfind("<fieldset")?;
    let inside = !before.get(group..)?.contains("</fieldset>");
    let (_, rest) = page.get(group..)?.split_once("<legend")?;
    inside.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_summary_names_its_field() {
        let page = "<div class=\"errs\"><ul><li><a href=\"#a\">Xin điền chỗ này</a></li><li><a href=\"#b\">Xin điền chỗ này</a></li>\
            <li>Cả trang</li></ul></div><label for=\"a\">Kết quả <span>(cần)</span></label><input id=\"a\"><input id=\"b\">";
        let named = name_fields(page);
        assert!(named.contains("<a href=\"#a\">Kết quả: Xin điền chỗ này</a>"), "{named}");
        assert!(named.contains("<a href=\"#b\">Xin điền chỗ này</a>"), "no label, no name: {named}");
        assert!(named.contains("<li>Cả trang</li></ul></div><label for=\"a\">Kết quả <span>"), "the rest is as it was");
        let group = "<div class=\"errs\"><ul><li><a href=\"#c\">Xin chọn một mục</a></li></ul></div>\
            <fieldset><legend>Người chủ trì</legend><input id=\"c\"></fieldset>";
        assert!(name_fields(group).contains("<a href=\"#c\">Người chủ trì: Xin chọn một mục</a>"), "a group by its legend");
        let asks = page.replace("Kết quả <span>", "Gửi tới đâu? <span>");
        assert!(name_fields(&asks).contains("<a href=\"#a\">Gửi tới đâu? Xin điền chỗ này</a>"));
        let optional = page.replace("Kết quả <span>", "Việc xảy ra ngày nào? (không bắt buộc)<span>");
        assert!(name_fields(&optional).contains("<a href=\"#a\">Việc xảy ra ngày nào? Xin điền chỗ này</a>"));
    }

    #[test]
    fn a_page_without_a_summary_stays_as_it_is() {
        assert!(matches!(name_fields("<p>Xin chào</p><div class=\"errs\">"), Cow::Borrowed(_)));
    }
}
