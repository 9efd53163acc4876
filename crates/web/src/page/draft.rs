//! The draft of a form on its page: where it is kept, and that it is one (`templates/parts/draft.html` draws the
//! variable `draft`). Without script a button keeps it; with script it is kept every few seconds (`assets/draft.js`).

/// The draft of one form.
pub struct DraftView {
    /// Address of the button that keeps it.
    pub keep: String,
    /// Address of the button that throws it away.
    pub drop: String,
}

impl DraftView {
    /// Of the form with that address, on the page with that one. Both are paths of this program.
    #[must_use]
    pub fn of(form: &str, page: &str) -> Self {
        let of = format!("form={}&ve={}", coded(form), coded(page));
        Self { keep: format!("/ban-nhap?{of}"), drop: format!("/ban-nhap/bo?{of}") }
    }
}

/// Percent-encoded for a query.
fn coded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_whole_in_the_query() {
        let d = DraftView::of("/a/b?x=1&y=2", "/a#b");
        assert_eq!(d.keep, "/ban-nhap?form=/a/b%3Fx%3D1%26y%3D2&ve=/a%23b");
    }
}
