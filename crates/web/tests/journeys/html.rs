//! Is a page's HTML well formed? Every element closed where it was opened, nothing where it may not stand, each id once,
//! no style and no script inside the page.

use std::collections::BTreeSet;

/// Elements without content.
const VOID: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];
/// What may stand inside text.
const PHRASING: [&str; 31] = [
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "data", "em", "i", "img", "input", "kbd", "label", "mark", "meter", "output",
    "path", "progress", "q", "s", "samp", "select", "small", "span", "strong", "svg", "textarea", "time", "wbr",
];
/// Elements that hold text only.
const OF_TEXT: [&str; 14] = ["p", "h1", "h2", "h3", "h4", "span", "strong", "em", "b", "small", "button", "label", "dt", "summary"];

struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    closes: bool,
    closed: bool,
}

/// What is wrong with a page.
pub fn faults(html: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        if rest.to_ascii_lowercase().starts_with("<!doctype") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
        }
        let (tag, after) = match tag(rest) {
            Some(read) => read,
            None => {
                wrong.push(format!("`<` that begins no tag: {}", near(rest)));
                rest = &rest[1..];
                continue;
            }
        };
        if tag.closes {
            match open.pop() {
                Some(last) if last == tag.name => {}
                last => {
                    wrong.push(format!("</{}> closes {last:?}: {}", tag.name, near(after)));
                    while open.last().is_some_and(|o| *o != tag.name) {
                        open.pop();
                    }
                    open.pop();
                }
            }
        } else {
            look(&tag, &open, &mut ids, &mut wrong, after);
            if !tag.closed && !VOID.contains(&tag.name.as_str()) {
                open.push(tag.name.clone());
            }
        }
        rest = after;
        // What stands inside is text, not markup.
        if !tag.closes && matches!(tag.name.as_str(), "textarea" | "title" | "script" | "style") {
            let end = format!("</{}", tag.name);
            rest = rest.find(&end).map_or("", |at| &rest[at..]);
        }
    }
    wrong.extend(open.iter().map(|o| format!("<{o}> is never closed")));
    wrong
}

fn look(tag: &Tag, open: &[String], ids: &mut BTreeSet<String>, wrong: &mut Vec<String>, after: &str) {
    let name = tag.name.as_str();
    let within = |outer: &str| open.iter().any(|o| o == outer);
    if name == "style" || (name == "script" && !tag.attributes.iter().any(|(n, _)| n == "src")) {
        wrong.push(format!("<{name}> inside the page"));
    }
    let mut seen = BTreeSet::new();
    for (attribute, value) in &tag.attributes {
        if !seen.insert(attribute.as_str()) {
            wrong.push(format!("<{name}> has {attribute} twice"));
        }
        if attribute == "style" || (attribute.starts_with("on") && attribute.len() > 2) {
            wrong.push(format!("<{name}> has {attribute}"));
        }
        if attribute == "id" && !ids.insert(value.clone()) {
            wrong.push(format!("id {value:?} stands twice"));
        }
    }
    if within("svg") {
        return;
    }
    if matches!(name, "a" | "form" | "button" | "label") && within(name) {
        wrong.push(format!("<{name}> inside <{name}>: {}", near(after)));
    }
    if let Some(outer) = open.iter().rev().find(|o| OF_TEXT.contains(&o.as_str()))
        && open.last() == Some(outer)
        && !PHRASING.contains(&name)
        && !(outer == "summary" && name.starts_with('h'))
    {
        wrong.push(format!("<{name}> inside <{outer}>: {}", near(after)));
    }
    let parents: &[&str] = match name {
        "li" => &["ul", "ol", "menu"],
        "tr" => &["tbody", "thead", "tfoot", "table"],
        "td" | "th" => &["tr"],
        "option" => &["select", "optgroup", "datalist"],
        "dt" | "dd" => &["dl", "div"],
        "legend" => &["fieldset"],
        _ => return,
    };
    if open.last().is_none_or(|o| !parents.contains(&o.as_str())) {
        wrong.push(format!("<{name}> inside {:?}: {}", open.last(), near(after)));
    }
}

fn near(text: &str) -> String {
    text.chars().take(60).collect::<String>().replace('\n', " ")
}

/// Reads the tag at the beginning; and what comes after it.
fn tag(text: &str) -> Option<(Tag, &str)> {
    let inner = &text[1..];
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |i| (true, i));
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|e| *e > 0)?;
    let name = inner[..end].to_ascii_lowercase();
    let mut rest = &inner[end..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Some((Tag { name, attributes, closes, closed: true }, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Some((Tag { name, attributes, closes, closed: false }, after));
        }
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).filter(|e| *e > 0)?;
        let attribute = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quoted = after.trim_start().strip_prefix('"')?;
            let close = quoted.find('"')?;
            value = quoted[..close].to_owned();
            rest = &quoted[close + 1..];
        }
        attributes.push((attribute, value));
    }
}

#[test]
fn a_fault_is_seen_and_a_sound_page_is_not() {
    let sound = "<!DOCTYPE html><html lang=\"vi\"><body><p>Mưa <b>to</b><br>ngập</p><ul><li id=\"a\"><a href=\"/x\">1 &lt; 2</a></li></ul>\
                 <textarea>\n<b> không phải thẻ</textarea><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg></body></html>";
    assert_eq!(faults(sound), Vec::<String>::new());
    for (fault, says) in [
        ("<p><div></div></p>", "<div> inside <p>"),
        ("<div><p></div>", "</div> closes"),
        ("<ul><div></div><li></li></ul><li></li>", "<li> inside None"),
        ("<i id=\"a\"></i><i id=\"a\"></i>", "stands twice"),
        ("<b style=\"color:red\"></b>", "has style"),
        ("<b onclick=\"x()\"></b>", "has onclick"),
        ("<script>1</script>", "<script> inside the page"),
        ("<a href=\"/\"><a href=\"/\"></a></a>", "<a> inside <a>"),
        ("<section>", "never closed"),
        ("<p class=\"a\" class=\"b\"></p>", "class twice"),
    ] {
        assert!(faults(fault).iter().any(|f| f.contains(says)), "{fault}: {:?}", faults(fault));
    }
}
