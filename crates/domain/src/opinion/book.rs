//! Sổ ý kiến: an office's own book of opinions, a kind of [`crate::import`] (P10). Words are found however they were typed.

mod columns;
mod place;

pub use columns::{
    ADDRESS, BODY, BookState, CHANNEL, CHANNELS, COLUMNS, DOCUMENT, DONE_ON, DUE, FIELD, FIELDS, KIND, KINDS, LEAD, NAME, NUMBER, PHONE,
    RECEIVED, RESULT, SENT_ON, SENT_PAPER, SENT_TO, SIGNED, STATE, STATES, UNIT, VILLAGE,
};
pub use place::{Former, Office, Village, bare_village};

use jiff::civil::Date;

use super::{
    kind::{Channel, Field, OpinionKind},
    secrecy,
    submission::{self, Submission, Typed},
};
use crate::{
    import::{Reader, with_its_zero},
    problem::What,
    text::{fold::fold, symbol::tidy},
};

/// A row of the book that can land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number in the book, empty where it has none.
    pub number: String,
    /// Day of receipt.
    pub received_on: Date,
    /// How it came in.
    pub channel: Channel,
    /// What was handed in, by whom.
    pub submission: Submission,
    /// Field, where the office has classified it already.
    pub field: Option<Field>,
    /// Signed by hand, with name and address (P19).
    pub signed: bool,
    /// What became of it.
    pub followed: FollowUp,
}

/// What the book says became of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Where it stands.
    pub state: BookState,
    /// The body in charge (its id).
    pub lead: Option<String>,
    /// By when.
    pub due_on: Option<Date>,
    /// What was done or answered.
    pub result: String,
    /// The paper or norm that the result rests on.
    pub document: String,
    /// The day of the result.
    pub done_on: Option<Date>,
    /// To whom it went, where it is another's now.
    pub sent: Sent,
}

/// To whom a matter went, by which paper of which day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// To whom.
    pub to: String,
    /// By which paper.
    pub paper: String,
    /// The day of the paper.
    pub on: Option<Date>,
}

impl Entry {
    /// Everything of the row as one text: equal rows, however typed, are equal texts.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let s = &self.submission;
        let day = self.received_on.to_string();
        let days = [self.followed.due_on, self.followed.done_on].map(|d| d.map_or_else(String::new, |d| d.to_string()));
        let whole = [
            self.number.as_str(),
            day.as_str(),
            self.channel.code(),
            s.kind.code(),
            s.person.full_name.as_str(),
            s.person.address.as_str(),
            s.person.phone.as_str(),
            s.village_id.as_deref().unwrap_or_default(),
            s.body.as_str(),
            self.field.map_or("", Field::code),
            if self.signed { "1" } else { "0" },
            s.place_note.as_str(),
            self.followed.state.code(),
            self.followed.lead.as_deref().unwrap_or_default(),
            days[0].as_str(),
            self.followed.result.as_str(),
            self.followed.document.as_str(),
            days[1].as_str(),
        ]
        .join("\u{1f}");
        // A row that went nowhere keeps the text it had before the book knew of sending.
        let sent = &self.followed.sent;
        if *sent == Sent::default() {
            return whole;
        }
        [whole.as_str(), &sent.to, &sent.paper, &sent.on.map_or_else(String::new, |d| d.to_string())].join("\u{1f}")
    }
}

/// Reads a row of the office's book; `today` bounds the days of receipt and of the result.
pub fn read(r: &mut Reader<'_>, office: &Office, today: Date) -> Option<Entry> {
    let own_law = fold(&r.text(&KIND));
    if ["khieu nai", "to cao"].iter().any(|law| own_law.starts_with(law)) {
        r.stop(&KIND, What::OwnLaw);
        return None;
    }
    let kind = r.one_of(&KIND, KINDS);
    let received_on = r.past_day(&RECEIVED, today);
    let channel = r.one_of(&CHANNEL, CHANNELS).unwrap_or(Channel::Import);
    let field = r.one_of(&FIELD, FIELDS);
    let signed = r.yes_or_no(&SIGNED);
    let former = place::former(r, office, received_on);
    let village = place::village(r, office, former, received_on);
    let number = r.line(&NUMBER, 60);
    let followed = followed(r, office, received_on, today);
    let typed = Typed {
        kind: kind.unwrap_or(OpinionKind::Feedback).code().to_owned(),
        body: r.text(&BODY),
        village: village.unwrap_or_default(),
        place: former.map(|f| format!("{} (cũ)", f.name)).unwrap_or_default(),
        full_name: r.text(&NAME),
        phone: with_its_zero(&r.text(&PHONE)),
        address: r.text(&ADDRESS),
        ..Typed::default()
    };
    if signed {
        for (column, text) in [(&NAME, &typed.full_name), (&ADDRESS, &typed.address)] {
            if text.is_empty() {
                r.say(column, What::Empty);
            }
        }
    }
    if secrecy::text_is_marked(&typed.address) {
        r.say(&ADDRESS, What::StateSecret);
    }
    match submission::parse(&typed, today) {
        Ok(submission) => Some(Entry { number, received_on: received_on?, channel, submission, field, signed, followed: followed? }),
        Err(problems) => {
            r.say_all(problems, &BODY);
            None
        }
    }
}

/// What became of the matter: an answer needs its result, its paper or norm, and its day (product rule 10); what went to
/// somebody else needs receiver, paper and day; a want of means needs its reason and who is in charge.
fn followed(r: &mut Reader<'_>, office: &Office, received_on: Option<Date>, today: Date) -> Option<FollowUp> {
    let lead = r.pick(&LEAD, &office.bodies, bare_body);
    let state = r.one_of(&STATE, STATES).unwrap_or(if lead.is_some() { BookState::Doing } else { BookState::New });
    let due_on = r.day(&DUE);
    let done_on = r.past_day(&DONE_ON, today);
    let sent = sent(r, today);
    for (column, day) in [(&DUE, due_on), (&DONE_ON, done_on), (&SENT_ON, sent.on)] {
        if day.zip(received_on).is_some_and(|(day, received)| day < received) {
            r.say(column, What::DayOutOfOrder);
        }
    }
    if state == BookState::SuperiorAnswered && done_on.zip(sent.on).is_some_and(|(answered, asked)| answered < asked) {
        r.say(&DONE_ON, What::DayOutOfOrder);
    }
    let result = r.text(&RESULT);
    let document = tidy(&r.line(&DOCUMENT, submission::LINE_MAX));
    let answered = matches!(state, BookState::Partly | BookState::Done | BookState::Explained | BookState::SuperiorAnswered);
    let poor = state == BookState::NoResources;
    let led = matches!(state, BookState::Doing | BookState::Partly) || poor;
    for (column, missing) in [
        (&LEAD, led && lead.is_none()),
        (&RESULT, (answered || poor) && result.is_empty()),
        (&DOCUMENT, answered && document.is_empty()),
        (&DONE_ON, (answered || poor) && done_on.is_none()),
        (&SENT_TO, state.is_sent() && sent.to.is_empty()),
        (&SENT_PAPER, state.is_sent() && sent.paper.is_empty()),
        (&SENT_ON, state.is_sent() && sent.on.is_none()),
    ] {
        if missing {
            r.say(column, What::Empty);
        }
    }
    // Who keeps a matter under way has not sent it away: the book has to say which of both it is.
    if !state.is_sent() && sent != Sent::default() {
        let found = r.text(&STATE);
        r.say(&STATE, What::NotOneOf { found, choices: sent_states() });
    }
    if result.chars().count() > submission::BODY_MAX {
        r.say(&RESULT, What::TooLong { max: submission::BODY_MAX });
    }
    if secrecy::text_is_marked(&result) {
        r.say(&RESULT, What::StateSecret);
    }
    Some(FollowUp { state, lead, due_on, result, document, done_on, sent })
}

/// To whom it went.
fn sent(r: &mut Reader<'_>, today: Date) -> Sent {
    Sent {
        to: r.line(&SENT_TO, submission::LINE_MAX),
        paper: tidy(&r.line(&SENT_PAPER, submission::LINE_MAX)),
        on: r.past_day(&SENT_ON, today),
    }
}

/// The states of what went to somebody else.
fn sent_states() -> Vec<String> {
    STATES.iter().filter(|(state, ..)| state.is_sent()).map(|(_, name, _)| (*name).to_owned()).collect()
}

/// The search key of a body's name without what offices leave out: "Phòng Kinh tế xã", "P. Kinh tế", "kinh tế" are one.
#[must_use]
pub fn bare_body(name: &str) -> String {
    let key = fold(name);
    let key = ["phong ", "p "].iter().find_map(|lead| key.strip_prefix(lead)).unwrap_or(&key);
    ["xa", "phuong", "dac khu"].iter().find_map(|level| key.strip_suffix(&format!(" {level}"))).unwrap_or(key).to_owned()
}

#[cfg(test)]
mod tests;
