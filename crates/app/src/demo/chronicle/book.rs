//! The chronicle as it is written in `data/demo/*.toml`: what people said, what the office did with it, which meetings
//! were held. Days are counted back from the demonstration's today; a negative number lies ahead.

use caunoi_domain::{
    dialogue::{
        off_topic::OffTopicWay,
        outcome::Substate,
        scope::Audience,
        state::{Basis, DelegationGround, DialogueKind, Form},
    },
    followup::{Extent, ToldManner, delay::WaitsFor},
    opinion::{
        acceptance::Acceptance,
        item::{EndingManner, Grounded, WithheldGround},
        kind::{Channel, Field, OpinionKind},
        submission::{PersonDetails, Submission},
    },
};
use serde::Deserialize;

use crate::{
    demo::{story::stage::Paper, world},
    refusal::Refusal,
};

const TEXTS: [&str; 3] = [
    include_str!("../../../../../data/demo/van-trach.toml"),
    include_str!("../../../../../data/demo/dong-lam.toml"),
    include_str!("../../../../../data/demo/meetings.toml"),
];

/// One file of the chronicle.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Book {
    /// Opinions.
    #[serde(default)]
    pub opinion: Vec<Told>,
    /// Matters that several opinions share.
    #[serde(default)]
    pub issue: Vec<Shared>,
    /// Dialogues.
    #[serde(default)]
    pub meeting: Vec<Meeting>,
}

/// Reads every file of the chronicle.
///
/// # Errors
/// The wrong place of a file.
pub(in crate::demo) fn read() -> Result<Book, Refusal> {
    let mut all = Book::default();
    for text in TEXTS {
        let book: Book = toml::from_str(text).map_err(|e| Refusal::Broken(format!("chronicle: {e}")))?;
        all.opinion.extend(book.opinion);
        all.issue.extend(book.issue);
        all.meeting.extend(book.meeting);
    }
    Ok(all)
}

/// What one person said, and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Told {
    pub key: String,
    pub commune: String,
    /// Days before today on which it came in.
    pub days: i32,
    /// HH:MM
    pub at: String,
    /// Number of the village; 0: not said.
    #[serde(default)]
    pub village: usize,
    pub kind: OpinionKind,
    pub channel: Channel,
    /// The person's words, as they wrote them.
    pub body: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub name_public: bool,
    #[serde(default)]
    pub signed: bool,
    /// Further matters of one letter; the first stands in `body` too.
    #[serde(default)]
    pub matters: Vec<Matter>,
    /// The dialogue that it is taken to: without it nothing of the opinion is played.
    #[serde(default)]
    pub meeting: String,
    #[serde(default)]
    pub then: Vec<Deed>,
}

impl Told {
    /// As it is handed in.
    pub fn submission(&self) -> Submission {
        Submission {
            kind: self.kind,
            body: self.body.clone(),
            village_id: (self.village > 0).then(|| world::village(&self.commune, self.village)),
            place_note: self.place.clone(),
            occurred_on: None,
            person: PersonDetails {
                full_name: self.name.clone(),
                phone: self.phone.clone(),
                address: self.address.clone(),
                email: String::new(),
            },
            name_public: self.name_public,
        }
    }
}

/// One matter of a letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Matter {
    pub title: String,
    pub body: String,
}

/// Opinions about the same matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Shared {
    pub key: String,
    pub commune: String,
    pub days: i32,
    pub opinions: Vec<String>,
    pub title: String,
    pub summary: String,
    pub field: Field,
    #[serde(default)]
    pub hot: bool,
    #[serde(default)]
    pub urgent: bool,
    #[serde(default)]
    pub meeting: String,
}

/// Something done with an opinion.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Deed {
    pub days: i32,
    #[serde(default)]
    pub at: String,
    /// Which matter of the letter; 1 where it holds one.
    #[serde(default = "first")]
    pub of: usize,
    #[serde(flatten)]
    pub what: What,
}

fn first() -> usize {
    1
}

/// What was done.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub(in crate::demo) enum What {
    /// Classified, and published under that title; `text` where the words were edited.
    TakeUp {
        title: String,
        field: Field,
        grounded: Grounded,
        note: String,
        text: Option<String>,
    },
    /// Classified only.
    Classify {
        title: String,
        field: Field,
        grounded: Grounded,
        note: String,
    },
    /// Published: an opinion that was born in a hall.
    Publish {
        title: String,
        text: Option<String>,
    },
    Withhold {
        ground: WithheldGround,
    },
    Restrict,
    Answer {
        text: String,
        norm: String,
    },
    Accept {
        value: Acceptance,
        text: String,
    },
    End {
        manner: EndingManner,
        paper: String,
        receiver: String,
        text: String,
    },
    Assign {
        body: String,
        #[serde(default)]
        partners: Vec<String>,
        text: String,
        due: i32,
    },
    Progress {
        text: String,
    },
    Finish {
        text: String,
        #[serde(default)]
        norm: String,
        extent: Extent,
        paper: Option<Paper>,
    },
    Tell {
        manner: ToldManner,
    },
    Agree,
    Disagree {
        text: String,
    },
    AgreeAtCounter,
    DisagreeAtCounter {
        text: String,
    },
    SendUp {
        /// A body without an account; empty: the city's inbox.
        #[serde(default)]
        to: String,
        text: String,
        paper: String,
    },
    Acknowledge,
    UrgeUp {
        text: String,
    },
    AnswerFromAbove {
        text: String,
        norm: String,
        paper: String,
    },
    Reply {
        text: String,
        paper: String,
        on: i32,
    },
    PassOn {
        manner: ToldManner,
    },
    Urge {
        text: String,
    },
    AskLater {
        due: i32,
        text: String,
    },
    Grant {
        due: Option<i32>,
        text: String,
    },
    Pause {
        waits_for: WaitsFor,
        whom: String,
        text: String,
    },
    Resume,
    Transfer {
        body: String,
        text: String,
    },
    Comment {
        body: String,
        text: String,
    },
    GiveLink,
    Defect {
        text: String,
    },
    MendDefect {
        text: String,
    },
}

/// A dialogue from its draft to its closing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Meeting {
    pub key: String,
    /// The unit that holds it: a commune's code, or the city's.
    pub unit: String,
    /// The commune in which a superior head holds it.
    #[serde(default)]
    pub held_at: String,
    pub title: String,
    pub kind: DialogueKind,
    pub basis: Basis,
    pub form: Form,
    pub at: String,
    pub closes: String,
    pub place: String,
    pub audience: String,
    pub audiences: Vec<Audience>,
    pub fields: Vec<Field>,
    #[serde(default)]
    pub area: String,
    #[serde(default)]
    pub pilot: bool,
    #[serde(default)]
    pub join: String,
    pub expected: i64,
    /// Documents that people read before.
    #[serde(default)]
    pub documents: Vec<String>,
    pub drafted: i32,
    pub contents: i32,
    pub answered: i32,
    pub announced: i32,
    pub held: i32,
    pub concluded: Option<i32>,
    /// When the proofs of the results were given, and when the postings ended.
    pub proved: Option<i32>,
    pub ended: Option<i32>,
    pub closed: Option<i32>,
    /// Villages that have not said that they posted the results.
    #[serde(default)]
    pub silent: Vec<String>,
    pub come: Vec<(String, i64, i64)>,
    pub words: String,
    #[serde(default)]
    pub assessment: String,
    pub deputy: Option<Deputy>,
    pub topic: Vec<TopicTold>,
    pub turn: Vec<TurnTold>,
    #[serde(default)]
    pub aside: Vec<Aside>,
    #[serde(default)]
    pub end: Vec<EndTold>,
}

/// A head who sent a deputy.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Deputy {
    pub post: String,
    pub deputy: String,
    pub paper: String,
    pub reason: String,
    /// The reason in one word.
    #[serde(default)]
    pub ground: Option<DelegationGround>,
}

/// A topic, and its prepared answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct TopicTold {
    #[serde(default)]
    pub opinion: String,
    #[serde(default)]
    pub issue: String,
    /// A source outside the program, in words.
    #[serde(default)]
    pub named: String,
    pub title: String,
    pub reason: String,
    pub body: String,
    pub text: String,
    #[serde(default)]
    pub norm: String,
}

/// A speech in the hall.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct TurnTold {
    #[serde(default)]
    pub speaker: String,
    #[serde(default)]
    pub village: usize,
    pub said: String,
    pub answer: String,
    pub by: String,
    /// Key of the opinion that it is about.
    pub opinion: String,
    /// Kind of the opinion that is born with it; then `opinion` is its key from here on.
    pub born: Option<OpinionKind>,
    #[serde(default)]
    pub then: Vec<Deed>,
}

/// What was said beside the topics.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Aside {
    pub speaker: String,
    pub said: String,
    /// Where it went; absent: not yet said.
    pub way: Option<OffTopicWay>,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub text: String,
}

/// What the notice says of one opinion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct EndTold {
    pub opinion: String,
    pub substate: Substate,
    pub text: String,
    #[serde(default)]
    pub norm: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub partners: Vec<String>,
    pub due: Option<i32>,
    /// A body that is reached by paper; empty: the city's inbox.
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub paper: String,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashSet;

    use caunoi_domain::text::nfc::nfc;

    use super::*;
    use crate::demo::voices::VOICES;

    #[test]
    fn some_sixty_people_speak_and_each_has_a_key_of_their_own() {
        let book = read().unwrap();
        assert!(book.opinion.len() + VOICES.len() >= 60, "{}", book.opinion.len());
        let keys = book.opinion.iter().map(|o| o.key.as_str()).chain(VOICES.iter().map(|v| v.key));
        let mut seen = HashSet::new();
        assert_eq!(keys.filter(|k| !seen.insert(*k)).collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn every_channel_kind_and_field_has_somebody_and_every_text_is_nfc() {
        let book = read().unwrap();
        for kind in OpinionKind::ALL {
            assert!(book.opinion.iter().any(|o| o.kind == *kind), "{kind}");
        }
        for channel in [Channel::Web, Channel::Counter, Channel::Paper, Channel::Phone, Channel::Village] {
            assert!(book.opinion.iter().any(|o| o.channel == channel), "{channel}");
        }
        assert!(book.meeting.iter().any(|m| m.turn.iter().any(|t| t.born.is_some())), "somebody speaks in a hall for the first time");
        for field in Field::ALL {
            let of = |d: &Deed| matches!(&d.what, What::TakeUp { field: f, .. } | What::Classify { field: f, .. } if f == field);
            assert!(book.opinion.iter().any(|o| o.then.iter().any(of)), "{field}");
        }
        assert!(TEXTS.iter().all(|t| nfc(t) == **t));
    }

    #[test]
    fn each_commune_has_an_online_one_a_superior_heads_and_a_statutory_one_with_the_council() {
        let book = read().unwrap();
        for commune in [world::VAN_TRACH, world::DONG_LAM] {
            let of = |is: &dyn Fn(&Meeting) -> bool| book.meeting.iter().any(is);
            assert!(of(&|m| m.unit == commune && m.form != Form::InPerson), "{commune}: online or hybrid");
            assert!(of(&|m| m.held_at == commune), "{commune}: a superior head");
            assert!(of(&|m| m.unit == commune && m.basis != Basis::Party), "{commune}: statutory");
        }
    }
}
