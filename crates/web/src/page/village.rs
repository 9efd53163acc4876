//! A village as a matter keeps it, in words: "Thôn Bến Gỗ (cũ), nay là Thôn Bến Mới". What was divided is not guessed.

use caunoi_domain::text::fold::fold;
use caunoi_store::village_then::{Now, Then};

use super::Page;

/// The village, and what is there now where it is no more.
#[must_use]
pub fn said(page: &Page, v: &Then) -> String {
    let t = page.t;
    let name = if v.unit.is_empty() { v.name.clone() } else { t.village_of_former(&v.name, &v.unit) };
    if !v.over {
        return name;
    }
    let now: Vec<String> = v.now.iter().map(|n| place_now(page, v, n)).collect();
    let now = now.join("; ");
    // The mark of a former village stands once: that of its commune says it already.
    let former = if v.unit.is_empty() { t.village_former(&name) } else { name };
    match v.now.as_slice() {
        [] => former,
        [one] if !one.in_part => t.village_now(&former, &now),
        _ => t.village_divided(&former, &now),
    }
}

/// The village, then the commune that has the matter with its province.
#[must_use]
pub fn of_matter(page: &Page, v: &Then, place: &str) -> String {
    let mark = if v.over || !v.unit.is_empty() { ". " } else { ", " };
    format!("{}{mark}{place}", said(page, v))
}

/// A village of now: with its commune where that is another one, with its first day where it bears the former name.
fn place_now(page: &Page, then: &Then, n: &Now) -> String {
    let mut said = n.name.clone();
    if !n.from.is_empty() && fold(&n.name) == fold(&then.name) {
        said = page.t.village_since(&said, page.day(&n.from));
    }
    if n.unit.is_empty() { said } else { format!("{said}, {}", n.unit) }
}
