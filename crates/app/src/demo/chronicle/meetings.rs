//! A dialogue of the chronicle, part by part: drafted and approved, its contents chosen, answers prepared, announced, held
//! and minuted, concluded, its results proved public, closed.

use std::collections::HashMap;

use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source},
        draft::Draft,
        minutes::{Attended, Presided},
        minutes_form::{EntryForm, Link},
        notice_form::Receiver,
        scope::{Scope, Trial},
        state::{Basis, PresidingMode},
    },
    opinion::tracking_code::PublicId,
};
use jiff::civil::Date;

use super::book::{EndTold, Meeting, TopicTold, TurnTold};
use crate::{
    demo::{
        story::{
            meeting::{self, Ends},
            office::{self, Office},
            proofs,
            stage::{Paper, Stage},
        },
        world,
    },
    dialogue::{
        AddDocument, AnnounceDialogue, ApproveAnswer, ApproveContents, ApproveDialogue, AskAnswer, ChooseTopic, CloseDialogue,
        NoteOffTopic, SubmitAnswer, SubmitContents, route_off_topic,
    },
    opinion::to_dialogue::ToDialogue,
    refusal::Refusal,
};

/// A part of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Drafted,
    Contents,
    Answers,
    Announced,
    Held,
    Concluded,
    Proved,
    Closed,
}

/// Meetings by key: their public id and the ids of their topics.
pub(super) type Opened = HashMap<String, (i64, Vec<String>)>;

/// The day of a meeting.
pub(super) fn day(s: &Stage, m: &Meeting) -> Date {
    if m.held > 0 { s.office_day(m.held) } else { s.weekend(-m.held) }
}

/// Plays a part; the clock stands at its time.
pub(super) async fn play(s: &mut Stage, m: &Meeting, part: Part, opened: &mut Opened) -> Result<(), Refusal> {
    let o = office::of(&m.unit);
    if part == Part::Drafted {
        opened.insert(m.key.clone(), (draft(s, o, m).await?, Vec::new()));
        return Ok(());
    }
    let (dialogue, topics) = opened.get(&m.key).cloned().ok_or(Refusal::NotFound("meeting"))?;
    match part {
        Part::Drafted => Ok(()),
        Part::Contents => {
            let chosen = contents(s, o, m, dialogue).await?;
            opened.insert(m.key.clone(), (dialogue, chosen));
            Ok(())
        }
        Part::Answers => answers(s, o, m, dialogue, &topics).await,
        Part::Announced => {
            meeting::documented(s, o.clerk, dialogue).await?;
            s.act(o.clerk, AnnounceDialogue { dialogue, late_reason: String::new(), documents_reason: String::new() }).await?;
            proofs::give(s, o, dialogue, s.office_day(m.announced), &[], None).await
        }
        Part::Held => held(s, o, m, dialogue).await,
        Part::Concluded => concluded(s, o, m, dialogue).await,
        Part::Proved => {
            let silent: Vec<&str> = m.silent.iter().map(String::as_str).collect();
            proofs::give(s, o, dialogue, s.app().clock.today(), &silent, m.ended.map(|d| s.office_day(d))).await
        }
        Part::Closed => s.act(o.clerk, CloseDialogue { dialogue }).await,
    }
}

async fn draft(s: &Stage, o: Office, m: &Meeting) -> Result<i64, Refusal> {
    let statutory = m.basis != Basis::Party;
    let draft = Draft {
        kind: m.kind,
        basis: m.basis,
        title: m.title.clone(),
        on_day: day(s, m),
        at_time: m.at.clone(),
        place: m.place.clone(),
        form: m.form,
        audience: m.audience.clone(),
        how_to_join: meeting::JOIN.to_owned(),
        expected: Some(m.expected),
        chairs: o.posts(),
        scope: Scope {
            audiences: m.audiences.clone(),
            fields: m.fields.clone(),
            area: m.area.clone(),
            pilot: m.pilot,
            trial: if m.pilot {
                Trial { reach: m.audience.clone(), from: Some(day(s, m)), to: None, paper: "Thông báo 16-TB/ĐU (dựng ra)".to_owned() }
            } else {
                Trial::default()
            },
            join_link: m.join.clone(),
            held_at_unit: if m.held_at.is_empty() { String::new() } else { world::unit(&m.held_at) },
            council_post: if statutory { world::post(o.code, "tt-hdnd") } else { String::new() },
            party_invited: statutory,
        },
    };
    let dialogue = meeting::draft(s, o, s.row(&m.key).ok(), draft).await?;
    for title in &m.documents {
        let file = s.evidence(Paper::Project).await?.into_iter().next();
        s.act(o.clerk, AddDocument { dialogue, title: title.clone(), symbol: String::new(), file }).await?;
    }
    s.at(s.app().clock.today(), 15, 0);
    s.act(o.chair, ApproveDialogue { dialogue }).await?;
    Ok(dialogue)
}

async fn contents(s: &Stage, o: Office, m: &Meeting, dialogue: i64) -> Result<Vec<String>, Refusal> {
    let mut chosen = Vec::new();
    for t in &m.topic {
        let source = source(s, o, t).await?;
        let choice = Choice { source, title: t.title.clone(), reason: t.reason.clone(), source_note: t.named.clone() };
        chosen.push(s.act(o.clerk, ChooseTopic { dialogue, choice }).await?);
    }
    s.act(o.clerk, SubmitContents { dialogue }).await?;
    s.at(s.app().clock.today(), 16, 20);
    s.act(o.chair, ApproveContents { dialogue }).await?;
    Ok(chosen)
}

async fn source(s: &Stage, o: Office, t: &TopicTold) -> Result<Source, Refusal> {
    if !t.issue.is_empty() {
        return Ok(Source::Issue(s.issue_id(s.shared(&t.issue)?).await?));
    }
    if !t.opinion.is_empty() {
        let item = s.item(&t.opinion)?;
        s.act(o.clerk, ToDialogue { items: vec![item] }).await?;
        return Ok(Source::Item(s.item_id(item).await?));
    }
    Ok(if t.named.is_empty() { Source::None } else { Source::Named(t.named.clone()) })
}

async fn answers(s: &Stage, o: Office, m: &Meeting, dialogue: i64, topics: &[String]) -> Result<(), Refusal> {
    let today = s.app().clock.today();
    for (t, topic) in m.topic.iter().zip(topics) {
        s.at(today, 9, 0);
        let ask = AskAnswer { dialogue, topic: topic.clone(), body: world::body(o.code, &t.body), due: today.to_string() };
        let answer = s.act(o.clerk, ask).await?;
        if !t.text.is_empty() {
            s.at(today, 10, 30);
            s.act(o.login_of(&t.body), SubmitAnswer { answer: answer.clone(), text: t.text.clone(), norm: t.norm.clone() }).await?;
            s.at(today, 15, 30);
            s.act(o.chair, ApproveAnswer { answer }).await?;
        }
    }
    Ok(())
}

async fn held(s: &mut Stage, o: Office, m: &Meeting, dialogue: i64) -> Result<(), Refusal> {
    let come: Vec<Attended> =
        m.come.iter().map(|(label, invited, present)| Attended { label: label.clone(), invited: *invited, present: *present }).collect();
    let heads = o.statutory().take(if m.basis == Basis::Party { o.chairs.len() } else { usize::MAX });
    let presided = heads.map(|(post, person)| (world::post(o.code, post), presided(m, post, person))).collect();
    let day = s.app().clock.today();
    meeting::open_minutes(s, o, dialogue, day, (&m.at, &m.closes), presided, come, &m.words).await?;
    for t in &m.turn {
        speaks(s, o, dialogue, t).await?;
    }
    for a in &m.aside {
        let said = NoteOffTopic { dialogue, speaker: a.speaker.clone(), said: a.said.clone() };
        let noted = s.act(o.clerk, said).await?;
        if let Some(way) = a.way {
            let key = s.app().token();
            route_off_topic(s.app(), s.actor(o.clerk)?, &key, (noted, way), a.to.clone(), a.text.clone()).await?;
        }
    }
    meeting::sign(s, o, dialogue, day).await
}

fn presided(m: &Meeting, post: &str, person: &str) -> Presided {
    let sent = m.deputy.as_ref().filter(|d| d.post == post);
    Presided {
        post: String::new(),
        mode: Some(if sent.is_some() { PresidingMode::Delegated } else { PresidingMode::InPerson }),
        person: person.to_owned(),
        deputy: sent.map_or_else(String::new, |d| d.deputy.clone()),
        paper: sent.map_or_else(String::new, |d| d.paper.clone()),
        reason: sent.map_or_else(String::new, |d| d.reason.clone()),
        ground: sent.and_then(|d| d.ground),
    }
}

async fn speaks(s: &mut Stage, o: Office, dialogue: i64, t: &TurnTold) -> Result<(), Refusal> {
    let link = match t.born {
        Some(kind) => Link::New(kind, caunoi_domain::opinion::submission::PersonDetails::default()),
        None => Link::Item(PublicId::from_i64(s.item(&t.opinion)?).to_string()),
    };
    let entry = EntryForm {
        speaker: t.speaker.clone(),
        village_id: (t.village > 0).then(|| world::village(o.code, t.village)),
        said: t.said.clone(),
        answer: t.answer.clone(),
        answered_by: t.by.clone(),
        promised_on: None,
        link,
    };
    if let Some(slip) = meeting::speaks(s, o, dialogue, entry).await? {
        s.is_born(&t.opinion, &t.said, slip).await?;
    }
    Ok(())
}

async fn concluded(s: &Stage, o: Office, m: &Meeting, dialogue: i64) -> Result<(), Refusal> {
    let today = s.app().clock.today();
    let mut ends = Vec::new();
    for e in &m.end {
        ends.push(end(s, e, today)?);
    }
    meeting::conclude(s, o, dialogue, today, &m.assessment, &ends).await
}

fn end<'a>(s: &Stage, e: &'a EndTold, today: Date) -> Result<Ends<'a>, Refusal> {
    let up = e.substate.outcome() == caunoi_domain::dialogue::outcome::Outcome::Escalated;
    let receiver = match (up, e.to.is_empty()) {
        (false, _) => Receiver::Unknown,
        (true, true) => Receiver::Unit(world::unit(world::CITY)),
        (true, false) => Receiver::Paper { body: e.to.clone(), paper: e.paper.clone(), on: Some(today) },
    };
    Ok(Ends {
        text: &e.text,
        norm: &e.norm,
        reason: &e.reason,
        body: &e.body,
        partners: e.partners.iter().map(String::as_str).collect(),
        due: e.due.map(|d| s.after(-d)),
        receiver,
        ..Ends::of(s.item(&e.opinion)?, e.substate)
    })
}
