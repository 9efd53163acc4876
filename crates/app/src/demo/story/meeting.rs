//! The parts of a dialogue that every story of one needs: prepared, announced, held, minuted, concluded.

use caunoi_domain::{
    dialogue::{
        contents::{Choice, Source},
        draft::Draft,
        minutes::{Attended, Presided},
        minutes_form::{EntryForm, Head as MinutesHead, Link},
        notice_form::{ConclusionForm, Head as NoticeHead, Receiver},
        numbering::Numbering,
        outcome::Substate,
        scope::{Audience, Scope},
        state::{Basis, DialogueKind, Form, PresidingMode},
    },
    opinion::{kind::Field, tracking_code::PublicId},
};
use caunoi_store::{dialogue, dialogue_document};
use jiff::civil::Date;

pub(in crate::demo) use super::office::{Office, VAN_TRACH};
use super::stage::{Paper, Stage};
use crate::{
    demo::world,
    dialogue::{
        AddDocument, AnnounceDialogue, ApproveAnswer, ApproveContents, ApproveDialogue, AskAnswer, CheckMinutes, CheckNotice, ChooseTopic,
        ConcludeItem, DraftDialogue, DraftNotice, EditDialogue, HoldDialogue, IssueNotice, RecordAttendance, RecordPresiding, SignMinutes,
        SubmitAnswer, SubmitContents, SubmitDialogue, WriteHead, WriteNotice, write_entry,
    },
    opinion::{receipt::Slip, to_dialogue::ToDialogue},
    plan::DraftFromRow,
    refusal::Refusal,
};

/// How people come.
pub(in crate::demo) const JOIN: &str = "Ông/bà đến dự trực tiếp, không cần giấy mời. Muốn phát biểu, ông/bà báo trước với trưởng thôn, tổ trưởng hoặc ghi tên tại bàn đón tiếp.";

/// Drafts a dialogue, of a planned row where there is one, and submits it; answers its public id.
pub(in crate::demo) async fn draft(s: &Stage, o: Office, planned: Option<(i64, String)>, draft: Draft) -> Result<i64, Refusal> {
    let unit_id = world::unit(o.code);
    let dialogue = match planned {
        Some((year, row)) => {
            let dialogue = s.act(o.clerk, DraftFromRow { unit_id, year, row }).await?;
            s.act(o.clerk, EditDialogue { dialogue, draft }).await?;
            dialogue
        }
        None => s.act(o.clerk, DraftDialogue { unit_id, draft }).await?,
    };
    s.act(o.clerk, SubmitDialogue { dialogue }).await?;
    Ok(dialogue)
}

/// What is told of a dialogue before it is held.
pub(super) struct Plan<'a> {
    /// The planned row that it is made of.
    pub row: &'static str,
    pub title: &'a str,
    pub day: Date,
    pub place: &'a str,
    pub audience: &'a str,
    pub fields: &'a [Field],
}

/// A topic of a plan: an issue's or an item's public id, why it was chosen, who prepares the answer and which.
pub(super) struct Topic<'a> {
    pub issue: Option<i64>,
    pub item: Option<i64>,
    pub title: &'a str,
    pub reason: &'a str,
    pub body: &'a str,
    pub answer: &'a str,
    pub norm: &'a str,
}

/// Drafts a dialogue, has it approved, and its contents too; answers its public id.
pub(super) async fn prepare(s: &Stage, o: Office, plan: &Plan<'_>, days: [i32; 3], topics: &[Topic<'_>]) -> Result<i64, Refusal> {
    let [drafted, contents, answered] = days;
    s.at(s.before(drafted), 9, 0);
    let drafting = Draft {
        kind: DialogueKind::Regular,
        basis: Basis::Both,
        title: plan.title.to_owned(),
        on_day: plan.day,
        at_time: "07:30".to_owned(),
        place: plan.place.to_owned(),
        form: Form::InPerson,
        audience: plan.audience.to_owned(),
        how_to_join: JOIN.to_owned(),
        expected: Some(120),
        chairs: o.posts(),
        scope: Scope {
            audiences: vec![Audience::Residents],
            fields: plan.fields.to_vec(),
            council_post: world::post(o.code, "tt-hdnd"),
            party_invited: true,
            ..Scope::default()
        },
    };
    let dialogue = draft(s, o, Some(s.row(plan.row)?), drafting).await?;
    s.at(s.before(drafted - 2), 15, 20);
    s.act(o.chair, ApproveDialogue { dialogue }).await?;
    // Before the chair's yes also where both days fall on one day of work.
    s.at(s.before(contents), 8, 0);
    let mut chosen = Vec::new();
    for t in topics {
        let source = match (t.issue, t.item) {
            (Some(issue), _) => Source::Issue(s.issue_id(issue).await?),
            (None, Some(item)) => {
                s.act(o.clerk, ToDialogue { items: vec![item] }).await?;
                Source::Item(s.item_id(item).await?)
            }
            (None, None) => Source::None,
        };
        let choice = Choice { source, title: t.title.to_owned(), reason: t.reason.to_owned(), source_note: String::new() };
        chosen.push(s.act(o.clerk, ChooseTopic { dialogue, choice }).await?);
    }
    s.act(o.clerk, SubmitContents { dialogue }).await?;
    s.at(s.before(contents - 1), 8, 40);
    s.act(o.chair, ApproveContents { dialogue }).await?;
    for (t, topic) in topics.iter().zip(chosen) {
        s.at(s.before(contents - 1), 9, 30);
        let due = s.before(answered).to_string();
        let answer = s.act(o.clerk, AskAnswer { dialogue, topic, body: world::body(o.code, body_key(t.body)), due }).await?;
        if !t.answer.is_empty() {
            s.at(s.before(answered), 16, 0);
            s.act(t.body, SubmitAnswer { answer: answer.clone(), text: t.answer.to_owned(), norm: t.norm.to_owned() }).await?;
            s.at(s.before(answered), 16, 50);
            s.act(o.chair, ApproveAnswer { answer }).await?;
        }
    }
    Ok(dialogue)
}

fn body_key(login: &str) -> &'static str {
    match login {
        "vanxa.vantrach" => "phong-van-xa",
        "congan.vantrach" => "cong-an",
        "hcc.vantrach" => "hanh-chinh-cong",
        _ => "phong-kinh-te",
    }
}

/// What people read before they come, where nothing is there yet.
pub(in crate::demo) async fn documented(s: &Stage, clerk: &str, dialogue: i64) -> Result<(), Refusal> {
    let mut conn = s.app().store.read().await?;
    let row = dialogue::find_public(&mut conn, dialogue).await?.ok_or(Refusal::NotFound("dialogue"))?;
    let there = dialogue_document::of(&mut conn, &row.id).await?;
    drop(conn);
    if !there.is_empty() {
        return Ok(());
    }
    let file = s.evidence(Paper::Project).await?.into_iter().next();
    let title = "Báo cáo tóm tắt các nội dung sẽ đối thoại (dựng ra)".to_owned();
    s.act(clerk, AddDocument { dialogue, title, symbol: String::new(), file }).await
}

/// Announces a dialogue so many days before today.
pub(super) async fn announce(s: &Stage, o: Office, dialogue: i64, days: i32) -> Result<(), Refusal> {
    s.at(s.before(days), 14, 0);
    documented(s, o.clerk, dialogue).await?;
    s.act(o.clerk, AnnounceDialogue { dialogue, late_reason: String::new(), documents_reason: String::new() }).await
}

/// One turn in the hall.
pub(super) struct Turn<'a> {
    pub speaker: &'a str,
    pub village: usize,
    pub said: &'a str,
    pub answer: &'a str,
    pub answered_by: &'a str,
    pub item: i64,
}

/// Holds a dialogue: who presided, who came, who spoke; minutes checked and signed.
pub(super) async fn hold(
    s: &Stage,
    o: Office,
    dialogue: i64,
    day: Date,
    come: &[(&str, i64, i64)],
    turns: &[Turn<'_>],
    words: &str,
) -> Result<(), Refusal> {
    s.at(day, 11, 30);
    let presided = o.statutory().map(|(post, person)| (world::post(o.code, post), in_person(person))).collect();
    let groups = come
        .iter()
        .map(|(label, invited, present)| Attended { label: (*label).to_owned(), invited: *invited, present: *present })
        .collect();
    open_minutes(s, o, dialogue, day, ("07:30", "11:10"), presided, groups, words).await?;
    for t in turns {
        let entry = EntryForm {
            speaker: t.speaker.to_owned(),
            village_id: (t.village > 0).then(|| world::village(o.code, t.village)),
            said: t.said.to_owned(),
            answer: t.answer.to_owned(),
            answered_by: t.answered_by.to_owned(),
            promised_on: None,
            link: Link::Item(PublicId::from_i64(t.item).to_string()),
        };
        speaks(s, o, dialogue, entry).await?;
    }
    sign(s, o, dialogue, day).await
}

fn in_person(person: &str) -> Presided {
    Presided {
        post: String::new(),
        mode: Some(PresidingMode::InPerson),
        person: person.to_owned(),
        deputy: String::new(),
        paper: String::new(),
        reason: String::new(),
        ground: None,
    }
}

/// The minutes of a dialogue that was held: who presided, who came, their head.
#[allow(clippy::too_many_arguments)] // each is a line of the minutes' head
pub(in crate::demo) async fn open_minutes(
    s: &Stage,
    o: Office,
    dialogue: i64,
    day: Date,
    (opened, closed): (&str, &str),
    presided: Vec<(String, Presided)>,
    groups: Vec<Attended>,
    words: &str,
) -> Result<(), Refusal> {
    s.act(o.clerk, HoldDialogue { dialogue, held_on: day }).await?;
    s.act(o.clerk, RecordPresiding { dialogue, presided }).await?;
    s.act(o.clerk, RecordAttendance { dialogue, groups }).await?;
    let head = MinutesHead {
        opened: opened.to_owned(),
        closed: closed.to_owned(),
        secretary: o.minutes_by.to_owned(),
        bodies_present: o.present().to_owned(),
        conclusion: words.to_owned(),
    };
    s.act(o.clerk, WriteHead { dialogue, head }).await
}

/// Somebody speaks and is answered; a slip where an opinion is born.
pub(in crate::demo) async fn speaks(s: &Stage, o: Office, dialogue: i64, entry: EntryForm) -> Result<Option<Slip>, Refusal> {
    let key = s.app().token();
    Ok(write_entry(s.app(), s.actor(o.clerk)?, &key, dialogue, entry).await?.1)
}

/// The minutes are checked and signed on the working day after.
pub(in crate::demo) async fn sign(s: &Stage, o: Office, dialogue: i64, day: Date) -> Result<(), Refusal> {
    let mut next = day.tomorrow().unwrap_or(day);
    while !caunoi_domain::calendar::is_working_day(&s.app().calendar(), next) {
        next = next.tomorrow().unwrap_or(next);
    }
    s.at(next, 9, 0);
    s.act(o.chief, CheckMinutes { dialogue }).await?;
    s.at(next, 10, 15);
    s.act(o.chair, SignMinutes { dialogue }).await?;
    Ok(())
}

/// What the notice says of one item.
pub(in crate::demo) struct Ends<'a> {
    pub item: i64,
    pub substate: Substate,
    pub text: &'a str,
    pub norm: &'a str,
    pub reason: &'a str,
    pub body: &'a str,
    pub partners: Vec<&'a str>,
    pub due: Option<Date>,
    pub receiver: Receiver,
    pub whole_issue: bool,
}

impl<'a> Ends<'a> {
    /// Nothing but the item and its sub-state.
    pub fn of(item: i64, substate: Substate) -> Self {
        Self {
            item,
            substate,
            text: "",
            norm: "",
            reason: "",
            body: "",
            partners: Vec::new(),
            due: None,
            receiver: Receiver::Unknown,
            whole_issue: false,
        }
    }
}

/// Drafts, checks, signs and issues the notice of the head's body.
pub(in crate::demo) async fn conclude(
    s: &Stage,
    o: Office,
    dialogue: i64,
    day: Date,
    assessment: &str,
    ends: &[Ends<'_>],
) -> Result<(), Refusal> {
    s.at(day, 8, 30);
    let notice = s.act(o.clerk, DraftNotice { dialogue, body_id: world::body(o.code, o.notice_of) }).await?;
    for e in ends {
        let form = ConclusionForm {
            substate: e.substate,
            text: e.text.to_owned(),
            norm: e.norm.to_owned(),
            reason: e.reason.to_owned(),
            body_id: (!e.body.is_empty()).then(|| world::body(o.code, e.body)),
            partners: e.partners.iter().map(|p| world::body(o.code, p)).collect(),
            due_on: e.due,
            receiver: e.receiver.clone(),
        };
        s.act(o.clerk, ConcludeItem { notice, item: e.item, form, whole_issue: e.whole_issue }).await?;
    }
    s.act(
        o.clerk,
        WriteNotice {
            notice,
            head: NoticeHead {
                numbering: Numbering::Issued,
                number: None,
                signed_on: Some(day),
                signer_name: o.chair_name.to_owned(),
                signer_post: o.chair_post.to_owned(),
                assessment: assessment.to_owned(),
            },
        },
    )
    .await?;
    s.at(day, 10, 0);
    s.act(o.chief, CheckNotice { notice }).await?;
    s.at(day, 15, 0);
    s.act(o.chair, IssueNotice { notice }).await?;
    Ok(())
}
