//! One deed of the chronicle as the verb that the office, a body, the city or the person calls.

use caunoi_domain::{followup::EscalationMode, opinion::triage::Classification};

use super::book::{Deed, Shared, What};
use crate::{
    demo::{
        story::{
            office::{self, CITY},
            stage::{Paper, Stage},
        },
        world,
    },
    followup::{
        acknowledge_escalation::AcknowledgeEscalation,
        answer_escalation::AnswerEscalation,
        ask_extension::AskExtension,
        comment::Comment,
        decide_extension::DecideExtension,
        escalate_matter::EscalateMatter,
        finish_task::FinishTask,
        note_defect::{MendDefect, NoteDefect},
        pass_on_answer::{PassOnAnswer, Then},
        pause_task::{PauseTask, ResumeTask},
        record_reply::RecordReply,
        report_progress::ReportProgress,
        task_link::{self, GiveLink},
        tell_result::TellResult,
        transfer_task::TransferTask,
        urge_escalation::UrgeEscalation,
        urge_task::UrgeTask,
    },
    opinion::{
        accept_contribution::AcceptContribution,
        answer_directly::AnswerDirectly,
        assign_at_once::AssignAtOnce,
        classify::Classify,
        edit_issue::EditIssue,
        end_procedurally::EndProcedurally,
        group::{Group, Into},
        publish::Publish,
        restrict::Restrict,
        withhold::Withhold,
    },
    refusal::Refusal,
};

impl What {
    /// True for what a person does in their own time.
    pub(super) const fn is_of_a_person(&self) -> bool {
        matches!(self, Self::Agree | Self::Disagree { .. })
    }
}

/// Plays a deed; the clock stands at its time.
pub(super) async fn play(s: &Stage, commune: &str, key: &str, deed: &Deed) -> Result<(), Refusal> {
    match &deed.what {
        What::Agree => s.says(key, deed.of, "agree", "").await,
        What::Disagree { text } => s.says(key, deed.of, "disagree", text).await,
        What::AgreeAtCounter => s.says_at_counter(commune, key, deed.of, "agree", "").await,
        What::DisagreeAtCounter { text } => s.says_at_counter(commune, key, deed.of, "disagree", text).await,
        what => {
            let item = s.item_of(key, deed.of).await?;
            if !of_triage(s, commune, (key, deed.of), item, what).await? && !of_a_task(s, commune, item, what).await? {
                of_those_above(s, commune, item, what).await?;
            }
            Ok(())
        }
    }
}

/// What the office decides about an opinion; false where the deed is none of these.
async fn of_triage(s: &Stage, commune: &str, (key, of): (&str, usize), item: i64, what: &What) -> Result<bool, Refusal> {
    let o = office::of(commune);
    let unit_id = world::unit(commune);
    let words = |text: &Option<String>| text.clone().unwrap_or_else(|| s.words_of(key, of));
    match what {
        What::TakeUp { title, field, grounded, note, .. } | What::Classify { title, field, grounded, note } => {
            let class = Classification { title: Some(title.clone()), kind: None, field: *field, grounded: *grounded, note: note.clone() };
            s.act(o.clerk, Classify { items: vec![item], class }).await?;
            if let What::TakeUp { text, .. } = what {
                s.act(o.clerk, Publish { item, title: title.clone(), body: words(text) }).await?;
            }
        }
        What::Publish { title, text } => s.act(o.clerk, Publish { item, title: title.clone(), body: words(text) }).await?,
        What::Withhold { ground } => s.act(o.clerk, Withhold { item, ground: *ground }).await?,
        What::Restrict => s.act(o.clerk, Restrict { item }).await?,
        What::Answer { text, norm } => s.act(o.clerk, AnswerDirectly { item, result: text.clone(), norm: norm.clone() }).await?,
        What::Accept { value, text } => s.act(o.chair, AcceptContribution { item, value: *value, reason: text.clone() }).await?,
        What::End { manner, paper, receiver, text } => {
            let paper_on = Some(s.app().clock.today());
            let (paper, receiver, reason) = (paper.clone(), receiver.clone(), text.clone());
            s.act(o.clerk, EndProcedurally { item, manner: *manner, paper, paper_on, receiver, reason, files: Vec::new() }).await?;
        }
        What::Assign { body, partners, text, due } => {
            let partners = partners.iter().map(|p| world::body(commune, p)).collect();
            let due_on = Some(s.after(-due));
            let body_id = world::body(commune, body);
            s.act(o.clerk, AssignAtOnce { items: vec![item], body_id, partners, task: text.clone(), due_on }).await?;
        }
        What::Defect { text } => s.act(o.clerk, NoteDefect { unit_id, item: Some(item), text: text.clone() }).await?,
        What::MendDefect { text } => {
            let defect = s.last_defect(commune).await?;
            s.act(o.clerk, MendDefect { defect, measure: text.clone() }).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// What is done with the task of an opinion; false where the deed is none of these.
async fn of_a_task(s: &Stage, commune: &str, item: i64, what: &What) -> Result<bool, Refusal> {
    let o = office::of(commune);
    match what {
        What::Progress { text } => {
            let (task, lead) = s.task(item).await?;
            s.act(lead, ReportProgress { task, text: text.clone(), files: Vec::new() }).await?;
        }
        What::Finish { text, norm, extent, paper } => {
            let (task, lead) = s.task(item).await?;
            let files = match paper {
                Some(paper) => s.evidence(*paper).await?,
                None => Vec::new(),
            };
            let (result, norm) = (text.clone(), norm.clone());
            s.act(lead, FinishTask { task, extent: *extent, result, norm, files, files_public: true }).await?;
        }
        What::Tell { manner } => s.act(o.clerk, TellResult { item, manner: *manner, told_on: None }).await?,
        What::Urge { text } => {
            let task = s.task(item).await?.0;
            s.act(o.clerk, UrgeTask { task, text: text.clone() }).await?;
        }
        What::AskLater { due, text } => {
            let (task, lead) = s.task(item).await?;
            s.act(lead, AskExtension { task, due_on: s.after(-due), reason: text.clone() }).await?;
        }
        What::Grant { due, text } => {
            let task = s.task(item).await?.0;
            s.act(o.chair, DecideExtension { task, granted: due.map(|d| s.after(-d)), note: text.clone() }).await?;
        }
        What::Pause { waits_for, whom, text } => {
            let task = s.task(item).await?.0;
            s.act(o.clerk, PauseTask { task, waits_for: *waits_for, whom: whom.clone(), reason: text.clone() }).await?;
        }
        What::Resume => s.act(o.clerk, ResumeTask { task: s.task(item).await?.0 }).await?,
        What::Transfer { body, text } => {
            let (task, to_body_id) = (s.task(item).await?.0, world::body(commune, body));
            s.act(o.clerk, TransferTask { task, to_body_id, reason: text.clone() }).await?;
        }
        What::Comment { body, text } => {
            let task = s.task(item).await?.0;
            s.act(o.login_of(body), Comment { task, text: text.clone() }).await?;
        }
        What::GiveLink => {
            let task = s.task(item).await?.0;
            let token = task_link::token(&s.app().keys, task, &s.app().token());
            let token_hash = task_link::token_hash(&s.app().keys, &token);
            let until = s.app().clock.today().saturating_add(jiff::Span::new().days(task_link::DAYS));
            s.act(o.clerk, GiveLink { task, until, token_hash }).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// What goes up and comes back.
async fn of_those_above(s: &Stage, commune: &str, item: i64, what: &What) -> Result<(), Refusal> {
    let o = office::of(commune);
    match what {
        What::SendUp { to, text, paper } => {
            let inbox = to.is_empty();
            let up = EscalateMatter {
                item,
                mode: if inbox { EscalationMode::Inbox } else { EscalationMode::Dispatch },
                to_unit_id: inbox.then(|| world::unit(world::CITY)),
                to_body: to.clone(),
                text: text.clone(),
                paper: paper.clone(),
                paper_on: Some(s.app().clock.today().to_string()),
                due_on: None,
            };
            s.act(o.clerk, up).await.map(drop)
        }
        What::Acknowledge => s.act(CITY.clerk, AcknowledgeEscalation { escalation: s.escalation(item).await? }).await,
        What::UrgeUp { text } => {
            let escalation = s.escalation(item).await?;
            s.act(o.clerk, UrgeEscalation { escalation, text: text.clone() }).await
        }
        What::AnswerFromAbove { text, norm, paper } => {
            let escalation = s.escalation(item).await?;
            let (answer, norm, paper) = (text.clone(), norm.clone(), paper.clone());
            s.act(CITY.clerk, AnswerEscalation { escalation, answer, norm, paper, files: Vec::new() }).await
        }
        What::Reply { text, paper, on } => {
            let reply = RecordReply {
                escalation: s.escalation(item).await?,
                answer: text.clone(),
                norm: String::new(),
                paper: paper.clone(),
                paper_on: Some(s.office_day(*on).to_string()),
                files: s.evidence(Paper::Reply).await?,
            };
            s.act(o.clerk, reply).await
        }
        What::PassOn { manner } => {
            let escalation = s.escalation(item).await?;
            s.act(o.clerk, PassOnAnswer { escalation, manner: *manner, told_on: None, then: Then::Resolved }).await
        }
        other => Err(Refusal::Broken(format!("nobody does {other:?}"))),
    }
}

/// The office groups opinions about the same matter, and publishes the group.
pub(super) async fn group(s: &mut Stage, shared: &Shared) -> Result<(), Refusal> {
    let clerk = office::of(&shared.commune).clerk;
    let mut items = Vec::new();
    for key in &shared.opinions {
        items.push(s.item_of(key, 1).await?);
    }
    let into = Into::New { title: shared.title.clone(), field: shared.field };
    let issue = s.act(clerk, Group { items, into }).await?.issue;
    let edit = EditIssue {
        issue,
        title: shared.title.clone(),
        summary: shared.summary.clone(),
        field: shared.field,
        hot: shared.hot,
        urgent: shared.urgent,
        publish: true,
    };
    s.act(clerk, edit).await?;
    s.is_shared(&shared.key, issue);
    Ok(())
}
