//! Icons: the shapes of `shared/design`, drawn inline so that a strict CSP holds. A shape never stands without a word.

use askama::filters::Safe;

/// An icon by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// a person speaks, or a dialogue
    Speech,
    /// grouped with others
    Merge,
    /// who acts next
    Person,
    /// does not apply
    Dot,
    /// go there
    Arrow,
    /// write
    Pen,
    /// received or told
    Mail,
    /// sent up
    Up,
    /// waived, postponed, ended
    Dash,
    /// a paper
    Paper,
    /// print
    Print,
    /// find
    Find,
    /// no resources
    Diamond,
    /// overdue, wrong
    Warn,
    /// to come
    Ring,
    /// due soon
    Clock,
    /// done, not confirmed
    RingTick,
    /// under way
    Half,
    /// done
    Tick,
}

impl Icon {
    /// The drawing.
    #[must_use]
    pub const fn svg(self) -> Safe<&'static str> {
        Safe(match self {
            Self::Speech => r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M1 2h14v9.4H8.4L4.6 15v-3.6H1V2Z"/></svg>"#,
            Self::Merge => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 1.5h1.9v3.3L8.9 9v5.5H7.1V9.7L3 5.5v-4Zm8.1 0H13v4l-2.6 2.7-1.3-1.3 2-2.1V1.5Z"/></svg>"#
            }
            Self::Person => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.2a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM1.6 14.8c.3-3.6 2.9-5.6 6.4-5.6s6.1 2 6.4 5.6H1.6Z"/></svg>"#
            }
            Self::Dot => r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z"/></svg>"#,
            Self::Arrow => {
                r#"<svg class="i on" viewBox="0 0 16 16" aria-hidden="true"><path d="M8.6 2.6 14 8l-5.4 5.4-1.3-1.3 3.2-3.2H2V7.1h8.5L7.3 3.9l1.3-1.3Z"/></svg>"#
            }
            Self::Pen => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="m11.3 1.3 3.4 3.4-8.9 8.9L1.4 14.7l1-4.4 8.9-9Z"/></svg>"#
            }
            Self::Mail => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M1 3h14v10H1V3Zm1.8 1.6v.5L8 8.7l5.2-3.6v-.5H2.8Z"/></svg>"#
            }
            Self::Up => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M1.5 1.5h13v13h-13v-13ZM8 3.6 4 7.7l1.3 1.2 1.8-1.8v5.3h1.8V7.1l1.8 1.8L12 7.7 8 3.6Z"/></svg>"#
            }
            Self::Dash => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M1.8 1.8h12.4v12.4H1.8V1.8Zm1.8 1.8v8.8h8.8V3.6H3.6Zm1.3 3.5h6.2v1.8H4.9V7.1Z"/></svg>"#
            }
            Self::Paper => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M3 1h7l3.5 3.5V15H3V1Zm2.2 6.2v1.5h6V7.2h-6Zm0 3.3V12h6v-1.5h-6Z"/></svg>"#
            }
            Self::Print => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M4 1h8v3.4h3v7h-3V15H4v-3.6H1v-7h3V1Zm1.7 1.6v1.8h4.6V2.6H5.7Zm0 6.6v4.1h4.6V9.2H5.7Z"/></svg>"#
            }
            Self::Find => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M6.7 1.2a5.5 5.5 0 0 1 4.4 8.8l3.7 3.6-1.3 1.3-3.6-3.7A5.5 5.5 0 1 1 6.7 1.2Zm0 1.9a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2Z"/></svg>"#
            }
            Self::Diamond => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 .6 15.4 8 8 15.4.6 8 8 .6Zm0 2.6L3.2 8 8 12.8 12.8 8 8 3.2Z"/></svg>"#
            }
            Self::Warn => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 .9 15.6 14.6H.4L8 .9ZM7.1 5.6v4.6h1.8V5.6H7.1Zm0 5.6V13h1.8v-1.8H7.1Z"/></svg>"#
            }
            Self::Ring => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Z"/></svg>"#
            }
            Self::Clock => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Zm-.9 1.7v4l3 1.9.9-1.5-2.2-1.3V4.5H7.1Z"/></svg>"#
            }
            Self::RingTick => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Zm2.8 2.5L7 9.6 5.2 8 4 9.2l2.4 2.2a.9.9 0 0 0 1.3 0L12 6.5l-1.2-1.2Z"/></svg>"#
            }
            Self::Half => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8v10.4A5.2 5.2 0 0 1 8 2.8Z"/></svg>"#
            }
            Self::Tick => {
                r#"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm4 5.1-4.6 5.3a.8.8 0 0 1-1.2 0L3.9 9.2 5 8l1.8 1.6L10.8 5 12 6.1Z"/></svg>"#
            }
        })
    }
}
