//! May this actor do this here? One pure answer, asked by verbs, queries and templates alike.

use super::actor::{Actor, Role};

crate::words! {
    /// What somebody may be allowed to do.
    Action {
        /// Send an opinion about any commune
        Submit = "submit",
        /// Enter an opinion for a person (counter, paper, import)
        EnterOpinion = "enter_opinion",
        /// See opinions as given and who gave them
        ReadOpinions = "read_opinions",
        /// Split, group, classify, route, undo
        Triage = "triage",
        /// Seal a text that arrived by mistake; register a transfer of complaints and denunciations
        Seal = "seal",
        /// Read the register of transfers (never the texts)
        ReadHandovers = "read_handovers",
        /// Decide on publication: publish or withhold
        Publish = "publish",
        /// Draft a dialogue, its contents, attendance, minutes, notice; the year plan
        PrepareDialogue = "prepare_dialogue",
        /// Propose to the year plan: words in its log, nothing of the plan itself (S0.16)
        ProposePlan = "propose_plan",
        /// Approve the dialogue, its contents, prepared answers
        ApproveDialogue = "approve_dialogue",
        /// Write the prepared answer of one's own body
        PrepareAnswer = "prepare_answer",
        /// Check minutes
        CheckMinutes = "check_minutes",
        /// Sign minutes
        SignMinutes = "sign_minutes",
        /// Check a notice (Chánh Văn phòng)
        CheckNotice = "check_notice",
        /// Sign and issue a conclusion notice
        IssueNotice = "issue_notice",
        /// Assign a task to a body
        Assign = "assign",
        /// Report progress and results of one's own body
        ReportProgress = "report_progress",
        /// Urge a body or a superior
        Urge = "urge",
        /// Send a matter up, or by dispatch to a body without an account
        Escalate = "escalate",
        /// Acknowledge and answer what came up from below
        AnswerEscalation = "answer_escalation",
        /// Tell the person the result, record a verdict given at the counter
        TellResult = "tell_result",
        /// Transfer a task, decide on an extension, stop and start its clock, give out its link
        DirectTask = "direct_task",
        /// Take part in what bodies say to each other about a matter; it is never public
        Comment = "comment",
        /// Note and read defects inside (thiếu sót, hạn chế trong nội bộ)
        ReadDefects = "read_defects",
        /// Read dialogues, notices, assignments and results of the unit
        ReadFollowUp = "read_follow_up",
        /// Keep the register of what must be public: matters, publications, corrections
        KeepPublication = "keep_publication",
        /// Give the proof that something is public
        GiveProof = "give_proof",
        /// Make and revoke phone links of villages
        HandOutLinks = "hand_out_links",
        /// Pass on an opinion of the people of one's own village
        PassOnOpinion = "pass_on_opinion",
        /// Accept a contribution, or not, with the reason; keep one about an officer to head and secretary
        AcceptContribution = "accept_contribution",
        /// Give a person a new code at the counter for one that was lost
        ReissueCode = "reissue_code",
        /// Register the unit's own documents, record briefings and plans of those that bind it
        KeepRegulations = "keep_regulations",
        /// Keep the list of the commune's villages: add, rename, merge, divide, move
        KeepVillages = "keep_villages",
        /// Read the ledger of duties of the unit and, for a superior unit, of those below it
        ReadLedger = "read_ledger",
        /// Record dated facts of the ledger: supervision, reports, reception days, lists of voters
        KeepLedger = "keep_ledger",
        /// Approve what of the ledger the public sees
        PublishLedger = "publish_ledger",
        /// Waive or put off a duty of a unit below, by paper; urge it
        OverseeLedger = "oversee_ledger",
        /// Decide what the office drafted about the ledger of a unit below: a reason that is accepted; who reads the record of
        /// one head
        DecideLedger = "decide_ledger",
        /// Import books of opinions
        Import = "import",
        /// Record that a post was handed over, with what was open (P17)
        HandOver = "hand_over",
        /// Manage units, people, settings
        Administer = "administer",
    }
}

/// Where something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope<'a> {
    /// The unit that the matter belongs to.
    pub unit_id: &'a str,
    /// The body whose own task it is, where the matter is a body's.
    pub body_id: Option<&'a str>,
    /// The village whose own matter it is, where it is a village's.
    pub village_id: Option<&'a str>,
}

impl<'a> Scope<'a> {
    /// A matter of the whole unit.
    #[must_use]
    pub const fn unit(unit_id: &'a str) -> Self {
        Self { unit_id, body_id: None, village_id: None }
    }
    /// A matter of one body of the unit.
    #[must_use]
    pub const fn body(unit_id: &'a str, body_id: &'a str) -> Self {
        Self { unit_id, body_id: Some(body_id), village_id: None }
    }
    /// A matter of one village of the unit.
    #[must_use]
    pub const fn village(unit_id: &'a str, village_id: &'a str) -> Self {
        Self { unit_id, body_id: None, village_id: Some(village_id) }
    }
}

/// May this actor do this here?
///
/// A person may only send; whether they may read or judge a thread is decided by its code and second secret.
/// An officer acts only in the own unit, and for a body's task only in the own body. The link of a village proves and
/// passes on for that village, and does nothing else.
#[must_use]
pub fn may(actor: &Actor, action: Action, scope: Scope<'_>) -> bool {
    match actor {
        Actor::System => true,
        Actor::Person => action == Action::Submit,
        Actor::Village(v) => {
            v.unit_id == scope.unit_id
                && scope.village_id == Some(v.village_id.as_str())
                && matches!(action, Action::GiveProof | Action::PassOnOpinion)
        }
        Actor::Officer(o) => {
            o.unit_id == scope.unit_id
                && allowed(o.role, action)
                && (o.role != Role::Head || o.leads || !of_those_who_lead(action))
                && (scope.body_id.is_none_or(|b| b == o.body_id) || !bound_to_body(o.role, action))
        }
    }
}

/// What a role is for. The order of a row is the order of [`Action`].
#[must_use]
pub fn allowed(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Secretary => matches!(
            action,
            A::EnterOpinion
                | A::ReadOpinions
                | A::Triage
                | A::Seal
                | A::ReadHandovers
                | A::Publish
                | A::PrepareDialogue
                | A::ProposePlan
                | A::PrepareAnswer
                | A::CheckMinutes
                | A::CheckNotice
                | A::Assign
                | A::ReportProgress
                | A::Urge
                | A::Escalate
                | A::AnswerEscalation
                | A::TellResult
                | A::DirectTask
                | A::Comment
                | A::ReadDefects
                | A::ReadFollowUp
                | A::KeepPublication
                | A::GiveProof
                | A::HandOutLinks
                | A::AcceptContribution
                | A::ReissueCode
                | A::KeepRegulations
                | A::KeepVillages
                | A::ReadLedger
                | A::KeepLedger
                | A::OverseeLedger
                | A::Import
                | A::HandOver
        ),
        Role::Head => matches!(
            action,
            A::ReadOpinions
                | A::ReadHandovers
                | A::Publish
                | A::ApproveDialogue
                | A::SignMinutes
                | A::CheckMinutes
                | A::IssueNotice
                | A::Assign
                | A::ReportProgress
                | A::Urge
                | A::AnswerEscalation
                | A::AcceptContribution
                | A::DirectTask
                | A::Comment
                | A::ReadDefects
                | A::ReadFollowUp
                | A::HandOver
                | A::ReadLedger
                | A::KeepLedger
                | A::PublishLedger
                | A::OverseeLedger
                | A::DecideLedger
        ),
        Role::Council | Role::Front => matches!(action, A::ReadFollowUp | A::ProposePlan | A::ReadLedger),
        Role::Body => matches!(action, A::PrepareAnswer | A::ReportProgress | A::Comment | A::ReadFollowUp | A::HandOver),
        Role::Inspector => matches!(action, A::ReadHandovers),
        Role::Admin => matches!(action, A::Administer | A::KeepRegulations | A::KeepVillages),
    }
}

/// What only who leads the unit does, its Party committee's or its authority's head: the head of one of its other bodies (a
/// department, a division) presides over dialogues and answers for the own body, but does not keep, oversee, decide or publish
/// the ledger of the unit and of those below, publish opinions, or open what is sealed or is a defect of others.
fn of_those_who_lead(action: Action) -> bool {
    use Action as A;
    matches!(action, A::Publish | A::ReadHandovers | A::ReadDefects | A::KeepLedger | A::PublishLedger | A::OverseeLedger | A::DecideLedger)
}

/// A body's officers act for their own body only; and nobody reports the work of another body, whatever their role.
fn bound_to_body(role: Role, action: Action) -> bool {
    role == Role::Body || action == Action::ReportProgress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::actor::{Officer, VillageHead};

    fn officer(role: Role) -> Actor {
        Actor::Officer(Officer {
            user_id: "u".into(),
            full_name: "N".into(),
            role,
            unit_id: "A.demo".into(),
            body_id: "b".into(),
            body_name: "B".into(),
            post_id: None,
            post_name: None,
            leads: true,
        })
    }

    /// An officer whose post leads no unit.
    fn not_leading(role: Role) -> Actor {
        match officer(role) {
            Actor::Officer(o) => Actor::Officer(Officer { leads: false, ..o }),
            other => other,
        }
    }

    #[test]
    fn s0_13_the_front_reads_the_resolution_and_can_change_nothing() {
        let front = officer(Role::Front);
        for action in Action::ALL {
            let may = may(&front, *action, Scope::unit("A.demo"));
            assert_eq!(may, matches!(action, Action::ReadFollowUp | Action::ProposePlan | Action::ReadLedger), "{action}");
        }
    }

    #[test]
    fn s0_16_the_front_and_the_council_propose_and_only_heads_approve() {
        for role in Role::ALL {
            let may = |action| may(&officer(*role), action, Scope::unit("A.demo"));
            assert_eq!(may(Action::ProposePlan), matches!(role, Role::Secretary | Role::Front | Role::Council), "{role}");
            assert_eq!(may(Action::ApproveDialogue), *role == Role::Head, "{role}");
            assert_eq!(may(Action::PrepareDialogue), *role == Role::Secretary, "{role}");
        }
    }

    #[test]
    fn p14_the_link_of_a_village_proves_and_passes_on_for_that_village_only() {
        let link = Actor::Village(VillageHead {
            link_id: "l".into(),
            unit_id: "A.demo".into(),
            village_id: "v1".into(),
            label: "Trưởng thôn Hạ".into(),
        });
        for action in Action::ALL {
            let own = matches!(action, Action::GiveProof | Action::PassOnOpinion);
            assert_eq!(may(&link, *action, Scope::village("A.demo", "v1")), own, "{action}");
            for elsewhere in [Scope::village("A.demo", "v2"), Scope::village("B.demo", "v1"), Scope::unit("A.demo")] {
                assert!(!may(&link, *action, elsewhere), "{action} {elsewhere:?}");
            }
        }
    }

    #[test]
    fn the_head_of_a_department_presides_and_leads_nobody_elses_ledger() {
        let leader = officer(Role::Head);
        let director = not_leading(Role::Head);
        let lost: Vec<Action> = Action::ALL
            .iter()
            .copied()
            .filter(|a| may(&leader, *a, Scope::unit("A.demo")) && !may(&director, *a, Scope::unit("A.demo")))
            .collect();
        let kept = [Action::ApproveDialogue, Action::SignMinutes, Action::IssueNotice, Action::ReadLedger, Action::ReadFollowUp];
        let of_leaders = [
            Action::Publish,
            Action::ReadHandovers,
            Action::ReadDefects,
            Action::KeepLedger,
            Action::PublishLedger,
            Action::OverseeLedger,
            Action::DecideLedger,
        ];
        assert!(lost.len() == of_leaders.len() && of_leaders.iter().all(|a| lost.contains(a)), "{lost:?}");
        assert!(kept.iter().all(|a| may(&director, *a, Scope::unit("A.demo"))));
        // Other roles have their own lists, whatever post they come with.
        assert!(may(&not_leading(Role::Secretary), Action::OverseeLedger, Scope::unit("A.demo")));
    }

    #[test]
    fn s4_13_defects_inside_are_for_the_office_and_the_heads_only() {
        for role in Role::ALL {
            let may = allowed(*role, Action::ReadDefects);
            assert_eq!(may, matches!(role, Role::Secretary | Role::Head), "{role}");
        }
    }

    #[test]
    fn nobody_acts_in_another_unit() {
        for role in Role::ALL {
            for action in Action::ALL {
                assert!(!may(&officer(*role), *action, Scope::unit("B.demo")), "{role} {action}");
            }
        }
    }

    #[test]
    fn a_body_answers_only_its_own_tasks() {
        assert!(may(&officer(Role::Body), Action::ReportProgress, Scope::body("A.demo", "b")));
        for role in Role::ALL {
            assert!(!may(&officer(*role), Action::ReportProgress, Scope::body("A.demo", "c")), "{role}");
        }
    }

    #[test]
    fn l7_the_administrator_opens_no_opinion() {
        for action in [Action::ReadOpinions, Action::Seal, Action::ReadHandovers, Action::Triage] {
            assert!(!may(&officer(Role::Admin), action, Scope::unit("A.demo")), "{action}");
        }
    }
}
