//! Thông báo kết luận: what is missing before it can be issued (S1.12), and its canonical text.

use super::{
    minutes::Canonical,
    numbering::Numbering,
    outcome::{Outcome, Substate},
};
use crate::problem::MissingPart;

/// The conclusion of one item as it stands in the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concluded {
    /// The outcome's sub-state; it says which of the three groups the item is in.
    pub substate: Option<Substate>,
    /// The result, or what is concluded.
    pub text: String,
    /// Evidence or norm that a result rests on.
    pub norm: String,
    /// Why it is not solved yet.
    pub reason: String,
    /// Who does it.
    pub body: String,
    /// ISO day by which.
    pub due_on: String,
    /// Who is asked: a superior unit or a body without an account.
    pub receiver: String,
    /// The paper by which it is sent, where the receiver has no inbox here.
    pub paper: String,
    /// True where the receiver is reached by paper only.
    pub by_paper: bool,
}

impl Concluded {
    /// The parts that this conclusion still lacks, by their code words.
    #[must_use]
    pub fn lacks(&self) -> Vec<&'static str> {
        let Some(substate) = self.substate else {
            return vec!["substate"];
        };
        let needs: &[(&'static str, &str)] = match substate {
            Substate::Done => &[("text", &self.text), ("evidence", &self.norm)],
            Substate::Explained => &[("text", &self.text)],
            Substate::InProgress | Substate::NoResources => {
                &[("text", &self.text), ("body", &self.body), ("due", &self.due_on), ("reason", &self.reason)]
            }
            Substate::Sent if self.by_paper => &[("text", &self.text), ("receiver", &self.receiver), ("paper", &self.paper)],
            Substate::Sent => &[("text", &self.text), ("receiver", &self.receiver)],
            Substate::Answered => &[("text", &self.text), ("receiver", &self.receiver), ("evidence", &self.norm)],
        };
        needs.iter().filter(|(_, value)| value.trim().is_empty()).map(|(part, _)| *part).collect()
    }
}

/// An item of the dialogue and what the notice says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its conclusion in this notice; `None` where it has none.
    pub concluded: Option<Concluded>,
    /// It is concluded by the other notice of the same dialogue (P5: two notices from one meeting).
    pub by_the_other: bool,
}

/// A draft notice as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The minutes are signed.
    pub minutes_signed: bool,
    /// The draft was checked by the chief of the office.
    pub checked: bool,
    /// Issued here, or entered.
    pub numbering: Numbering,
    /// The number that was entered.
    pub number: Option<i64>,
    /// ISO day of the signature, or empty.
    pub signed_on: String,
    /// Who signs.
    pub signer_name: String,
    /// In which post.
    pub signer_post: String,
    /// Every item of the approved topics and every item of an entry of the minutes.
    pub items: Vec<Item>,
}

/// One thing that is missing, and the item that it is missing of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Id of the item; `None` where the notice itself lacks it.
    pub item_id: Option<String>,
    /// What.
    pub part: MissingPart,
}

impl Notice {
    /// Everything that is missing before this notice can be issued, in the order of the page. Empty where it can.
    #[must_use]
    pub fn missing(&self) -> Vec<Lack> {
        let mut lacks: Vec<Lack> = self.items.iter().flat_map(Item::missing).collect();
        let mut of_notice = |absent: bool, part| {
            if absent {
                lacks.push(Lack { item_id: None, part });
            }
        };
        of_notice(self.items.is_empty(), MissingPart::NoticePart("items"));
        of_notice(!self.minutes_signed, MissingPart::SignedMinutes);
        of_notice(self.numbering == Numbering::Entered && self.number.is_none(), MissingPart::NoticePart("number"));
        of_notice(self.signed_on.is_empty(), MissingPart::NoticePart("signed_on"));
        of_notice(self.signer_name.trim().is_empty() || self.signer_post.trim().is_empty(), MissingPart::NoticePart("signer"));
        let drafted = lacks.is_empty();
        if drafted && !self.checked {
            lacks.push(Lack { item_id: None, part: MissingPart::NoticePart("check") });
        }
        lacks
    }

    /// How many items of this notice are in each of the three groups, in their order (S4.3).
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for item in &self.items {
            if let Some(substate) = item.concluded.as_ref().and_then(|c| c.substate) {
                match substate.outcome() {
                    Outcome::Resolved => counts[0] += 1,
                    Outcome::Unresolved => counts[1] += 1,
                    Outcome::Escalated => counts[2] += 1,
                }
            }
        }
        counts
    }
}

impl Item {
    fn missing(&self) -> Vec<Lack> {
        let lack = |part| Lack { item_id: Some(self.id.clone()), part };
        match &self.concluded {
            None if self.by_the_other => Vec::new(),
            None => vec![lack(MissingPart::Outcome { title: self.title.clone() })],
            Some(c) => c
                .lacks()
                .into_iter()
                .map(|part| match part {
                    "substate" => lack(MissingPart::Outcome { title: self.title.clone() }),
                    part => lack(MissingPart::OutcomePart { title: self.title.clone(), part }),
                })
                .collect(),
        }
    }
}

/// The head of a notice in its canonical text.
#[derive(Clone, Copy, Debug)]
pub struct Issued<'a> {
    /// Public id of the notice.
    pub notice: &'a str,
    /// Public id of the dialogue.
    pub dialogue: &'a str,
    /// Symbol.
    pub symbol: &'a str,
    /// ISO day of the signature.
    pub signed_on: &'a str,
    /// Name of the signer.
    pub signer_name: &'a str,
    /// Post of the signer.
    pub signer_post: &'a str,
    /// General assessment.
    pub assessment: &'a str,
    /// Hash of the signed minutes.
    pub minutes: &'a str,
}

/// The canonical text of an issued notice: its head, and every conclusion under the public id of its item.
#[must_use]
pub fn canonical(head: Issued<'_>, conclusions: &[(String, Concluded)]) -> String {
    let mut c = Canonical::new("caunoi/notice/v1");
    c.put("notice", head.notice);
    c.put("dialogue", head.dialogue);
    c.put("symbol", head.symbol);
    c.put("signed_on", head.signed_on);
    c.put("signer_name", head.signer_name);
    c.put("signer_post", head.signer_post);
    c.put("assessment", head.assessment);
    c.put("minutes", head.minutes);
    c.count("conclusions", conclusions.len());
    for (item, concluded) in conclusions {
        c.put("item", item);
        c.put("outcome", concluded.substate.map_or("", |s| s.outcome().code()));
        c.put("substate", concluded.substate.map_or("", Substate::code));
        c.put("text", &concluded.text);
        c.put("norm", &concluded.norm);
        c.put("reason", &concluded.reason);
        c.put("body", &concluded.body);
        c.put("due_on", &concluded.due_on);
        c.put("receiver", &concluded.receiver);
        c.put("paper", &concluded.paper);
    }
    c.done()
}

#[cfg(test)]
mod tests;
