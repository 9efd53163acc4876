//! Biên bản: what minutes consist of, what they still lack, and the canonical text whose hash locks them.

use sha2::{Digest as _, Sha256};

use super::state::{DelegationGround, PresidingMode};
use crate::{problem::MissingPart, record::canonical::hex, text::nfc};

/// Who presided for one chair's post of the dialogue (S3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presided {
    /// The post's name.
    pub post: String,
    /// How; `None` where nothing has been recorded yet.
    pub mode: Option<PresidingMode>,
    /// Who holds the post.
    pub person: String,
    /// Who presided instead: name and post of the deputy.
    pub deputy: String,
    /// The paper of the delegation: symbol and day.
    pub paper: String,
    /// Why the head did not preside.
    pub reason: String,
    /// The same in one word, where it was told: what a clause on delegation is judged by (S3.1).
    pub ground: Option<DelegationGround>,
}

/// One group of those invited and present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The group.
    pub label: String,
    /// Invited.
    pub invited: i64,
    /// Present.
    pub present: i64,
}

/// One speech with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Who spoke, as it may be shown: a post, or "một người dân thôn …".
    pub speaker: String,
    /// Village of the speaker (S0.20), or empty.
    pub village: String,
    /// What was said.
    pub said: String,
    /// The answer, or empty.
    pub answer: String,
    /// The post or body that answered.
    pub answered_by: String,
    /// ISO day that was promised.
    pub promised_on: Option<String>,
    /// Public id of the item that it is about.
    pub item: Option<String>,
}

/// Minutes as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Public id of the dialogue.
    pub dialogue: String,
    /// Its title.
    pub title: String,
    /// ISO day on which it was held.
    pub held_on: String,
    /// Where.
    pub place: String,
    /// HH:MM at which it was opened.
    pub opened: String,
    /// HH:MM at which it was closed.
    pub closed: String,
    /// Who wrote them.
    pub secretary: String,
    /// The bodies present.
    pub bodies_present: String,
    /// Who presided, one for each chair's post.
    pub presided: Vec<Presided>,
    /// Who co-chaired for the HĐND's Standing Committee; `None` where the dialogue has no co-chair (Đ.43).
    pub co_chair: Option<Presided>,
    /// Invited and present by group.
    pub attended: Vec<Attended>,
    /// Speeches in their order.
    pub spoken: Vec<Spoken>,
    /// The chair's conclusion.
    pub conclusion: String,
}

impl Minutes {
    /// What is missing before the minutes can be signed, in the order of the form. Empty where they can.
    #[must_use]
    pub fn missing(&self) -> Vec<MissingPart> {
        let mut missing: Vec<MissingPart> = self.presided.iter().chain(&self.co_chair).filter_map(Presided::missing).collect();
        if !self.presided.is_empty() && self.presided.iter().all(|p| p.mode == Some(PresidingMode::Absent)) {
            missing.push(MissingPart::MinutesPart("presider"));
        }
        match (time(&self.opened), time(&self.closed)) {
            (Some(opened), Some(closed)) if closed <= opened => missing.push(MissingPart::MinutesPart("order")),
            (opened, closed) => {
                if opened.is_none() {
                    missing.push(MissingPart::MinutesPart("opened"));
                }
                if closed.is_none() {
                    missing.push(MissingPart::MinutesPart("closed"));
                }
            }
        }
        if self.secretary.trim().is_empty() {
            missing.push(MissingPart::MinutesPart("secretary"));
        }
        if self.spoken.is_empty() {
            missing.push(MissingPart::MinuteEntry);
        }
        missing
    }

    /// The text that is hashed: every part with its name and its length in bytes, so that no two minutes have the same.
    /// It depends on no language of the interface and on no layout.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut c = Canonical::new("caunoi/minutes/v1");
        c.put("dialogue", &self.dialogue);
        c.put("title", &self.title);
        c.put("held_on", &self.held_on);
        c.put("place", &self.place);
        c.put("opened", &self.opened);
        c.put("closed", &self.closed);
        c.put("secretary", &self.secretary);
        c.put("bodies_present", &self.bodies_present);
        c.count("presided", self.presided.len());
        for p in &self.presided {
            c.presided(p);
        }
        // Minutes without a co-chair keep the text that they had before there was one.
        if let Some(p) = &self.co_chair {
            c.count("co_chair", 1);
            c.presided(p);
        }
        c.count("attended", self.attended.len());
        for a in &self.attended {
            c.put("label", &a.label);
            c.put("invited", &a.invited.to_string());
            c.put("present", &a.present.to_string());
        }
        c.count("spoken", self.spoken.len());
        for s in &self.spoken {
            c.put("speaker", &s.speaker);
            c.put("village", &s.village);
            c.put("said", &s.said);
            c.put("answer", &s.answer);
            c.put("answered_by", &s.answered_by);
            c.put("promised_on", s.promised_on.as_deref().unwrap_or_default());
            c.put("item", s.item.as_deref().unwrap_or_default());
        }
        c.put("conclusion", &self.conclusion);
        c.done()
    }
}

impl Presided {
    /// What is missing of who presided for this post: anything at all, the papers of a delegation, the reason of an absence.
    #[must_use]
    pub fn missing(&self) -> Option<MissingPart> {
        let post = || self.post.clone();
        match self.mode {
            None => Some(MissingPart::Presiding { post: post() }),
            Some(PresidingMode::InPerson) => None,
            Some(PresidingMode::Delegated) => [&self.deputy, &self.paper, &self.reason]
                .iter()
                .any(|part| part.trim().is_empty())
                .then(|| MissingPart::DelegationPaper { post: post() }),
            Some(PresidingMode::Absent) => self.reason.trim().is_empty().then(|| MissingPart::AbsenceReason { post: post() }),
        }
    }
}

/// The canonical text of an addendum: it binds the hash before it, so that none can be put in between or taken away.
#[must_use]
pub fn addendum(hash_before: &str, on_day: &str, by: &str, text: &str) -> String {
    let mut c = Canonical::new("caunoi/addendum/v1");
    c.put("after", hash_before);
    c.put("on_day", on_day);
    c.put("by", by);
    c.put("text", text);
    c.done()
}

/// SHA-256 of a canonical text, as 64 hexadecimal digits.
#[must_use]
pub fn hash(canonical: &str) -> String {
    hex(&Sha256::digest(canonical.as_bytes()))
}

/// HH:MM as minutes since midnight.
#[must_use]
pub fn time(text: &str) -> Option<u32> {
    let (h, m) = text.trim().split_once(':')?;
    let digits = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(h) || !digits(m) {
        return None;
    }
    let (h, m): (u32, u32) = (h.parse().ok()?, m.parse().ok()?);
    (h < 24 && m < 60).then_some(h * 60 + m)
}

/// A text of named parts, each with its length: `name=length:value` on a line of its own.
pub(super) struct Canonical(String);

impl Canonical {
    pub(super) fn new(form: &str) -> Self {
        Self(format!("{form}\n"))
    }
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let value = nfc(value);
        self.0.push_str(&format!("{name}={}:{value}\n", value.len()));
    }
    fn presided(&mut self, p: &Presided) {
        self.put("post", &p.post);
        self.put("mode", p.mode.map_or("", PresidingMode::code));
        self.put("person", &p.person);
        self.put("deputy", &p.deputy);
        self.put("paper", &p.paper);
        self.put("reason", &p.reason);
        // Minutes signed before there was a word for the reason keep their text.
        if let Some(ground) = p.ground {
            self.put("ground", ground.code());
        }
    }
    pub(super) fn count(&mut self, name: &str, n: usize) {
        self.0.push_str(&format!("{name}#{n}\n"));
    }
    pub(super) fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests;
