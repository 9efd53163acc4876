//! The words that an act of triage edits, as they stand now.

use caunoi_app::desk::seen::Words;
use caunoi_domain::problem::Problem;
use caunoi_store::{publication_draft::TextRow, queue::Line};

use super::act::Act;
use crate::{
    Web,
    page::{Page, stands::Stands, words},
};

/// Of an act that edits words of a single item.
pub fn of(
    web: &Web,
    page: &Page,
    act: Act,
    (lines, laid): (&[Line], Option<&TextRow>),
    sent: Option<&str>,
    wrong: &[Problem],
) -> Option<Stands> {
    let ([l], t) = (lines, page.t) else { return None };
    match act {
        Act::Classify => {
            let class = Words::of_class((&l.title, l.kind.code(), &l.field), (l.grounded.code(), &l.grounded_note));
            Some(Stands::of(web, &class, sent, wrong, || {
                vec![
                    (t.act_title(), l.title.clone()),
                    (t.act_field(), words::field(t, &l.field)),
                    (t.act_kind(), words::kind(t, l.kind)),
                    (t.act_grounded(), words::grounded(t, l.grounded)),
                    (t.act_note(), l.grounded_note.clone()),
                ]
            }))
        }
        _ if act.edits_text() => Some(text(web, page, (l, laid), sent, wrong)),
        _ => None,
    }
}

/// Of a text for publication: what waits for a head, or else what is published.
pub fn text(web: &Web, page: &Page, (l, laid): (&Line, Option<&TextRow>), sent: Option<&str>, wrong: &[Problem]) -> Stands {
    let published = (l.published_title.as_str(), l.published_body.as_str());
    Stands::of(web, &Words::of_published(laid, published), sent, wrong, || {
        let (title, body) = laid.map_or(published, |text| (&text.title, &text.body));
        vec![(page.t.act_published_title(), title.to_owned()), (page.t.act_published_body(), body.to_owned())]
    })
}
