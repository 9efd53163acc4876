//! The words of the register of documents, in the reader's language.

use caunoi_domain::{
    dialogue::state::DelegationGround,
    opinion::{acceptance::Acceptance, reissue::IdentityCheck},
    regulation::{
        act::ActKind,
        clause::{ClauseKind, DayCount, Delegation, Parameters, Per, ReportPeriod},
        document::{Area, Document, DocumentKind, LinkKind},
        validity::{Force, Span},
    },
    text::Symbol,
    unit::Level,
};
use jiff::civil::Date;

use super::{
    Page,
    icon::Icon,
    l10n::L10nLanguage,
    mark::{Mark, Tone},
    words,
};

/// Kind of a document.
#[must_use]
pub fn document_kind(t: &L10nLanguage, w: DocumentKind) -> String {
    match w {
        DocumentKind::Law => t.rule_kind_law(),
        DocumentKind::Decree => t.rule_kind_decree(),
        DocumentKind::Circular => t.rule_kind_circular(),
        DocumentKind::Resolution => t.rule_kind_resolution(),
        DocumentKind::Rule => t.rule_kind_rule(),
        DocumentKind::Decision => t.rule_kind_decision(),
        DocumentKind::Regulation => t.rule_kind_regulation(),
        DocumentKind::Directive => t.rule_kind_directive(),
        DocumentKind::Conclusion => t.rule_kind_conclusion(),
        DocumentKind::Guidance => t.rule_kind_guidance(),
        DocumentKind::Notice => t.rule_kind_notice(),
        DocumentKind::Plan => t.rule_kind_plan(),
        DocumentKind::Scheme => t.rule_kind_scheme(),
    }
}

/// "Quy chế số 03-QC/TU"; the kind alone where there is no number.
#[must_use]
pub fn named(t: &L10nLanguage, kind: DocumentKind, number: &str) -> String {
    if number.is_empty() {
        return document_kind(t, kind);
    }
    // A number says whether it is a plan or a programme.
    let kind = match Symbol::parse(number).map(|s| s.kind).as_deref() {
        Ok("KH") if kind == DocumentKind::Plan => t.rule_kind_plan_alone(),
        Ok("CTr") if kind == DocumentKind::Plan => t.rule_kind_programme(),
        _ => document_kind(t, kind),
    };
    t.rule_named(kind, number)
}

/// A document as a list names it: by its title where it has no number, as most laws in the register.
#[must_use]
pub fn named_or_title(t: &L10nLanguage, kind: DocumentKind, number: &str, title: &str) -> String {
    if number.is_empty() && !title.is_empty() { title.to_owned() } else { named(t, kind, number) }
}

/// A clause with its document: "Điều 5, Quy chế số 01-QC/ĐU". A citation that names its document by itself stays as it is.
#[must_use]
pub fn cited(t: &L10nLanguage, document: &Document, citation: &str) -> String {
    let alone = ["Điều", "Khoản", "Mục", "Chương"].iter().any(|w| citation.starts_with(w));
    let whole = named_or_title(t, document.kind, &document.number, &document.title);
    // A title in the register may say in brackets which version it is; a citation needs the name.
    let name = if document.number.is_empty() { whole.split(" (").next().unwrap_or_default() } else { whole.as_str() };
    if alone && !citation.contains(name) { format!("{citation}, {name}") } else { citation.to_owned() }
}

/// Where a document applies.
#[must_use]
pub fn place(t: &L10nLanguage, area: Area, unit: Option<&str>, issuer: &str) -> String {
    match (area, unit) {
        (Area::Nation, _) => t.rule_place_nation(),
        (Area::Unknown, _) => t.rule_place_unknown(),
        (Area::Unit, Some(name)) => name.to_owned(),
        (Area::Unit, None) => issuer.to_owned(),
    }
}

/// How the one document stands to the other.
#[must_use]
pub fn link(t: &L10nLanguage, kind: LinkKind, incoming: bool) -> String {
    match (kind, incoming) {
        (LinkKind::Supersedes, false) => t.rule_link_supersedes(),
        (LinkKind::Supersedes, true) => t.rule_link_superseded_by(),
        (LinkKind::Amends, false) => t.rule_link_amends(),
        (LinkKind::Amends, true) => t.rule_link_amended_by(),
        (LinkKind::Guides, false) => t.rule_link_guides(),
        (LinkKind::Guides, true) => t.rule_link_guided_by(),
        (LinkKind::Strengthens, false) => t.rule_link_strengthens(),
        (LinkKind::Strengthens, true) => t.rule_link_strengthened_by(),
        (LinkKind::Reviews, false) => t.rule_link_reviews(),
        (LinkKind::Reviews, true) => t.rule_link_reviewed_by(),
    }
}

/// What a clause is about.
#[must_use]
pub fn clause_kind(t: &L10nLanguage, w: ClauseKind) -> String {
    match w {
        ClauseKind::Frequency => t.rule_clause_frequency(),
        ClauseKind::Interval => t.rule_clause_interval(),
        ClauseKind::Types => t.rule_clause_types(),
        ClauseKind::AdHoc => t.rule_clause_ad_hoc(),
        ClauseKind::Form => t.rule_clause_form(),
        ClauseKind::Participants => t.rule_clause_participants(),
        ClauseKind::NotPartner => t.rule_clause_not_partner(),
        ClauseKind::Attendance => t.rule_clause_attendance(),
        ClauseKind::PlanEntry => t.rule_clause_plan_entry(),
        ClauseKind::TopicChoice => t.rule_clause_topic_choice(),
        ClauseKind::AnnouncementLead => t.rule_clause_announcement_lead(),
        ClauseKind::NoticeLimit => t.rule_clause_notice_limit(),
        ClauseKind::Publication => t.rule_clause_publication(),
        ClauseKind::AnswerLimit => t.rule_clause_answer_limit(),
        ClauseKind::PersonNotice => t.rule_clause_person_notice(),
        ClauseKind::Presiding => t.rule_clause_presiding(),
        ClauseKind::Supervision => t.rule_clause_supervision(),
        ClauseKind::Satisfaction => t.rule_clause_satisfaction(),
        ClauseKind::Report => t.rule_clause_report(),
        ClauseKind::DirectWork => t.rule_clause_direct_work(),
        ClauseKind::Reception => t.rule_clause_reception(),
        ClauseKind::VoterRequest => t.rule_clause_voter_request(),
        ClauseKind::Briefing => t.rule_clause_briefing(),
        ClauseKind::Handling => t.rule_clause_handling(),
        ClauseKind::Protection => t.rule_clause_protection(),
        ClauseKind::Rights => t.rule_clause_rights(),
        ClauseKind::LeadBody => t.rule_clause_lead_body(),
        ClauseKind::Scope => t.rule_clause_scope(),
        ClauseKind::Principle => t.rule_clause_principle(),
    }
}

/// A period in which something has to happen.
#[must_use]
pub fn per(t: &L10nLanguage, w: Per) -> String {
    match w {
        Per::Week => t.rule_per_week(),
        Per::Month => t.rule_per_month(),
        Per::Quarter => t.rule_per_quarter(),
        Per::Year => t.rule_per_year(),
    }
}

/// How days are counted.
#[must_use]
pub fn day_count(t: &L10nLanguage, w: DayCount) -> String {
    match w {
        DayCount::Calendar => t.rule_count_calendar(),
        DayCount::Working => t.rule_count_working(),
    }
}

/// A level of units.
#[must_use]
pub fn level(t: &L10nLanguage, w: Level) -> String {
    match w {
        Level::Province => t.rule_level_province(),
        Level::District => t.rule_level_district(),
        Level::Commune => t.rule_level_commune(),
    }
}

/// A period for which reports are made.
#[must_use]
pub fn period(t: &L10nLanguage, w: ReportPeriod) -> String {
    match w {
        ReportPeriod::Month => t.rule_period_month(),
        ReportPeriod::QuarterOne => t.rule_period_quarter_one(),
        ReportPeriod::Quarter => t.rule_period_quarter(),
        ReportPeriod::HalfYear => t.rule_period_half_year(),
        ReportPeriod::NineMonths => t.rule_period_nine_months(),
        ReportPeriod::Year => t.rule_period_year(),
        ReportPeriod::AdHoc => t.rule_period_ad_hoc(),
    }
}

/// What a clause says of a head who lets a deputy preside.
#[must_use]
pub fn delegation(t: &L10nLanguage, w: Delegation) -> String {
    match w {
        Delegation::Forbidden => t.rule_number_no_delegation(),
        Delegation::Conditional => t.rule_delegation_conditional(),
    }
}

/// Why a head let a deputy preside.
#[must_use]
pub fn delegation_ground(t: &L10nLanguage, w: DelegationGround) -> String {
    match w {
        DelegationGround::Mission => t.rule_ground_mission(),
        DelegationGround::Summoned => t.rule_ground_summoned(),
        DelegationGround::Leave => t.rule_ground_leave(),
        DelegationGround::Study => t.rule_ground_study(),
        DelegationGround::Emergency => t.rule_ground_emergency(),
        DelegationGround::Other => t.rule_ground_other(),
    }
}

/// The numbers of a clause, each in its words: what the program reckons with.
#[must_use]
pub fn numbers(t: &L10nLanguage, p: &Parameters) -> Vec<String> {
    let list = |all: Vec<String>| all.join(", ");
    let mut out = Vec::new();
    if !p.levels.is_empty() {
        out.push(t.rule_number_levels(list(p.levels.iter().map(|l| level(t, *l)).collect())));
    }
    if !p.bodies.is_empty() || !p.body_names.is_empty() {
        let kinds = p.bodies.iter().map(|b| words::body_kind(t, *b));
        out.push(t.rule_number_bodies(list(kinds.chain(p.body_names.iter().cloned()).collect())));
    }
    if let (Some(times), Some(each)) = (p.times, p.per) {
        out.push(t.rule_number_times(i64::from(times), per(t, each)));
    }
    if !p.months.is_empty() {
        out.push(t.rule_number_months(list(p.months.iter().map(ToString::to_string).collect())));
    }
    if let Some(days) = p.days {
        let count = p.count.unwrap_or(DayCount::Calendar);
        out.push(t.rule_number_days(i64::from(days), day_count(t, count)));
    }
    if let Some(days) = p.gap_max {
        out.push(t.rule_number_gap_max(i64::from(days)));
    }
    if let Some(day) = p.day_of_month {
        out.push(t.rule_number_day_of_month(i64::from(day)));
    }
    match (p.people_min, p.people_max) {
        (Some(min), Some(max)) => out.push(t.rule_number_people(i64::from(min), i64::from(max))),
        (Some(min), None) => out.push(t.rule_number_people_min(i64::from(min))),
        (None, Some(max)) => out.push(t.rule_number_people_max(i64::from(max))),
        (None, None) => {}
    }
    if let Some(percent) = p.percent {
        out.push(t.rule_number_percent(i64::from(percent)));
    }
    if !p.periods.is_empty() {
        out.push(t.rule_number_periods(list(p.periods.iter().map(|w| period(t, *w)).collect())));
    }
    match p.delegation {
        Some(Delegation::Forbidden) => out.push(t.rule_number_no_delegation()),
        Some(Delegation::Conditional) => {
            out.push(t.rule_number_delegation(list(p.grounds.iter().map(|g| delegation_ground(t, *g)).collect())));
        }
        None => {}
    }
    if !p.receivers.is_empty() {
        out.push(t.rule_number_receivers(list(p.receivers.clone())));
    }
    out
}

/// What a document is on a day; of a unit that is over it is not known whether it stands.
#[must_use]
pub fn force(t: &L10nLanguage, span: Span, place_to: Option<&str>, on: Date) -> Mark {
    match span.on(on) {
        Force::InForce if place_to.is_some_and(|to| *to < *on.to_string()) => {
            Mark::new(Tone::Idle, Icon::Diamond, t.rule_force_place_over())
        }
        Force::NotYet => Mark::new(Tone::Idle, Icon::Ring, t.rule_force_not_yet()),
        Force::InForce => Mark::new(Tone::Done, Icon::Tick, t.rule_force_in_force()),
        Force::Superseded => Mark::new(Tone::Idle, Icon::Dash, t.rule_force_superseded()),
        Force::Ended => Mark::new(Tone::Idle, Icon::Dash, t.rule_force_ended()),
        Force::Unknown => Mark::new(Tone::Idle, Icon::Diamond, t.rule_force_unknown()),
    }
}

/// As [`force`], for a reader who asked for that day: what was in force then, with the day.
#[must_use]
pub fn force_on(page: &Page, span: Span, place_to: Option<&str>, on: Date) -> Mark {
    let day = on.to_string();
    let over = place_to.is_some_and(|to| *to < *day);
    if span.on(on) == Force::InForce && !over {
        return Mark::new(Tone::Done, Icon::Tick, page.t.rule_force_in_force_on(page.day(&day)));
    }
    force(page.t, span, place_to, on)
}

/// "từ 18/3/2021", "từ 03/01/2018 đến 17/3/2021"; that no day is known.
#[must_use]
pub fn span(page: &Page, span: Span) -> String {
    let t = page.t;
    let day = |d: Date| page.day(&d.to_string());
    match (span.from, span.to) {
        (Some(from), Some(to)) => t.rule_span(day(from), day(to)),
        (Some(from), None) => t.rule_span_from(day(from)),
        (None, Some(to)) => t.rule_span_to(day(to)),
        (None, None) => t.rule_span_unknown(),
    }
}

/// Briefing or plan.
#[must_use]
pub fn act_kind(t: &L10nLanguage, w: ActKind) -> String {
    match w {
        ActKind::Briefing => t.rule_act_briefing(),
        ActKind::Plan => t.rule_act_plan(),
    }
}

/// What became of a contribution.
#[must_use]
pub fn acceptance(t: &L10nLanguage, w: Acceptance) -> String {
    match w {
        Acceptance::Accepted => t.acceptance_accepted(),
        Acceptance::Partly => t.acceptance_partly(),
        Acceptance::NotAccepted => t.acceptance_not_accepted(),
    }
}

/// How a person was known at the counter.
#[must_use]
pub fn identity_check(t: &L10nLanguage, w: IdentityCheck) -> String {
    match w {
        IdentityCheck::PhotoPaper => t.reissue_check_photo_paper(),
        IdentityCheck::Phone => t.reissue_check_phone(),
        IdentityCheck::VillageHead => t.reissue_check_village_head(),
    }
}
