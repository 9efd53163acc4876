//! An invented country of communes with a year of facts, for measuring: the whole reckoned at once, one commune after a
//! changed event, and a naive recount that shares nothing. No place, rule or number of it is real.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};

use super::{
    Bound, Duty, Facts, Finding, Rules, Signs,
    facts::{Chair, DialogueFact, Entry, EntryKind, PlanFact, Post, Proof},
    findings, ledger,
};
use crate::{
    calendar::Calendar,
    dialogue::state::{Basis, DialogueKind, PresidingMode},
    people::{body::BodyKind, post::PostKind},
    regulation::{
        clause::{Clause, ClauseKind, DayCount, Parameters, Per, ReportPeriod},
        document::{Area, Document, DocumentKind, Visibility},
        own::OwnLimits,
    },
    unit::Level,
};

/// Communes of the country since 1/7/2025, and so of the measurement.
pub const COMMUNES: usize = 3_321;
const YEAR: i16 = 2026;
/// The day of the question.
pub const ON: Date = Date::constant(2026, 11, 25);

/// Communes with their facts, under one rule.
#[derive(Clone, Debug)]
pub struct Country {
    /// The rules.
    pub rules: Vec<Document>,
    /// Each commune with what is known of it.
    pub communes: Vec<(Bound, Facts)>,
}

/// Duties and findings of each commune by its id.
pub type Sheets = BTreeMap<String, (Vec<Duty>, Vec<Finding>)>;

impl Country {
    /// So many communes; the same seed gives the same country.
    #[must_use]
    pub fn invented(communes: usize, seed: u64) -> Self {
        let mut luck = Luck(seed);
        Self { rules: vec![rule()], communes: (0..communes).map(|n| commune(n, &mut luck)).collect() }
    }

    /// Everything reckoned, the register read once.
    #[must_use]
    pub fn whole(&self, calendar: &Calendar, signs: &Signs) -> Sheets {
        let rules = Rules::new(&self.rules);
        self.communes.iter().map(|(b, f)| (b.unit_id.clone(), sheet(&rules, calendar, signs, b, f))).collect()
    }

    /// One commune reckoned anew in the sheets, after something happened there.
    pub fn amend(&self, sheets: &mut Sheets, calendar: &Calendar, signs: &Signs, commune: usize) {
        if let Some((b, f)) = self.communes.get(commune) {
            sheets.insert(b.unit_id.clone(), sheet(&Rules::new(&self.rules), calendar, signs, b, f));
        }
    }

    /// Everything reckoned as somebody would who shares nothing: the register read anew for each commune, and each
    /// head's duties by themselves.
    #[must_use]
    pub fn naive(&self, calendar: &Calendar) -> usize {
        let mut duties = 0;
        for (bound, facts) in &self.communes {
            for post in &bound.posts {
                let alone = Bound { posts: vec![post.clone()], ..bound.clone() };
                duties += ledger(&Rules::new(&self.rules.clone()), calendar, &alone, &facts.clone(), YEAR..=YEAR, ON).len();
            }
        }
        duties
    }

    /// Something happens in a commune: the head of one dialogue gets its notice, or loses it.
    pub fn happen(&mut self, commune: usize) {
        if let Some(d) = self.communes.get_mut(commune).and_then(|(_, f)| f.dialogues.first_mut()) {
            let held = d.held_on;
            d.chairs.iter_mut().for_each(|c| c.notice_on = if c.notice_on.is_some() { None } else { held });
        }
    }
}

fn sheet(rules: &Rules<'_>, calendar: &Calendar, signs: &Signs, bound: &Bound, facts: &Facts) -> (Vec<Duty>, Vec<Finding>) {
    let duties = ledger(rules, calendar, bound, facts, YEAR..=YEAR, ON);
    let found = findings(&duties, calendar, bound, facts, signs, YEAR..=YEAR, ON);
    (duties, found)
}

/// Numbers that look like luck and are the same each time.
struct Luck(u64);

impl Luck {
    fn below(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % n.max(1)).unwrap_or(0)
    }
}

fn rule() -> Document {
    let clause = |kind, parameters| Clause {
        kind,
        citation: "Điều dựng ra".to_owned(),
        text: "Điều khoản dựng ra để đo".to_owned(),
        parameters,
        source: "invented".to_owned(),
        confirmed: true,
        valid_from: None,
        valid_to: None,
    };
    let times = |times, per| Parameters { times: Some(times), per: Some(per), ..Parameters::default() };
    let within = |days| Parameters { days: Some(days), count: Some(DayCount::Calendar), ..Parameters::default() };
    let secretary = |p: Parameters| Parameters { posts: vec![PostKind::PartySecretary], ..p };
    Document {
        id: "invented".to_owned(),
        kind: DocumentKind::Regulation,
        number: String::new(),
        title: "Quy chế dựng ra để đo".to_owned(),
        issuer: "Không của ai".to_owned(),
        area: Area::Nation,
        unit_id: None,
        issued_on: Some(Date::constant(2026, 1, 1)),
        known_by: None,
        valid_from: None,
        valid_to: None,
        days_confirmed: true,
        visibility: Visibility::Public,
        source: "invented".to_owned(),
        note: String::new(),
        links: Vec::new(),
        clauses: vec![
            clause(ClauseKind::Frequency, times(2, Per::Year)),
            clause(ClauseKind::PlanEntry, Parameters { months: vec![1], day_of_month: Some(31), ..Parameters::default() }),
            clause(ClauseKind::Supervision, times(1, Per::Year)),
            clause(ClauseKind::Reception, secretary(times(1, Per::Month))),
            clause(ClauseKind::Report, secretary(Parameters { periods: vec![ReportPeriod::HalfYear, ReportPeriod::Year], ..within(10) })),
            clause(ClauseKind::AnnouncementLead, within(7)),
            clause(ClauseKind::NoticeLimit, within(10)),
            clause(ClauseKind::Publication, within(10)),
        ],
    }
}

fn commune(n: usize, luck: &mut Luck) -> (Bound, Facts) {
    let unit_id = format!("C{n:05}.invented");
    let posts = [
        ("bi-thu", PostKind::PartySecretary, BodyKind::PartyCommittee),
        ("chu-tich", PostKind::CommitteeChair, BodyKind::PeoplesCommittee),
    ];
    let post = |(id, kind, body)| Post { id: format!("{unit_id}-{id}"), kind, body, body_name: String::new() };
    let posts: Vec<Post> = posts.into_iter().map(post).collect();
    let bound = Bound {
        chain: vec![unit_id.clone()],
        level: Level::Commune,
        from: None,
        to: None,
        used_from: None,
        posts: posts.clone(),
        unit_id: unit_id.clone(),
        own: OwnLimits::default(),
    };
    let first = Date::constant(YEAR, 1, 1);
    let mut facts = Facts::default();
    for (at, post) in posts.iter().enumerate() {
        let on = first.saturating_add((60 + 150 * i64::try_from(at).unwrap_or(0) + luck.below(60)).days());
        facts.dialogues.push(dialogue(&unit_id, at, post, on, luck));
        for k in 0..luck.below(12) {
            let on = first.saturating_add((k * 27 + luck.below(20)).days());
            facts.entries.push(Entry { id: format!("{unit_id}-r{at}-{k}"), post_id: post.id.clone(), on, what: EntryKind::Reception });
        }
    }
    facts.plans.push(PlanFact {
        id: format!("{unit_id}-plan"),
        year: YEAR,
        approved_on: Some(first.saturating_add((20 + luck.below(30)).days())),
        rows: Vec::new(),
    });
    (bound, facts)
}

fn dialogue(unit_id: &str, at: usize, post: &Post, on: Date, luck: &mut Luck) -> DialogueFact {
    let after = |days: i64| on.checked_add(days.days()).ok();
    let notice_on = after(luck.below(25)).filter(|_| luck.below(10) > 0);
    DialogueFact {
        id: format!("{unit_id}-d{at}"),
        kind: DialogueKind::Regular,
        basis: Basis::Party,
        on_day: on,
        chairs: vec![Chair { post_id: post.id.clone(), presided: Some(PresidingMode::InPerson), ground: None, notice_on }],
        announced_on: on.checked_sub((4 + luck.below(9)).days()).ok(),
        held_on: Some(on),
        called_off: false,
        proofs: Proof::ALL.iter().filter_map(|p| after(luck.below(14)).map(|d| (*p, d))).collect(),
        invited: None,
        present: None,
        minutes_on: None,
        raised: Vec::new(),
        speech: None,
        concluded: Vec::new(),
        named_voter_meeting: false,
        beside: None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_country_owes_some_hundred_thousand_duties() {
        let few = 100;
        let (calendar, signs) = (Calendar::builtin().unwrap(), Signs::builtin().unwrap());
        let country = Country::invented(few, 7);
        let duties: usize = country.whole(&calendar, &signs).values().map(|(d, _)| d.len()).sum();
        assert!((90_000..120_000).contains(&(duties * COMMUNES / few)), "{duties} of {few} communes");
        assert_eq!(country.naive(&calendar), duties);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn amended_commune_by_commune_the_sheets_are_those_of_a_full_recount(seed in any::<u64>(), events in proptest::collection::vec(0_usize..12, 0..20)) {
            let (calendar, signs) = (Calendar::builtin().unwrap(), Signs::builtin().unwrap());
            let mut country = Country::invented(12, seed);
            let mut sheets = country.whole(&calendar, &signs);
            for n in events {
                let others: Sheets = sheets.iter().filter(|(id, _)| !id.starts_with(&format!("C{n:05}"))).map(|(id, s)| (id.clone(), s.clone())).collect();
                country.happen(n);
                country.amend(&mut sheets, &calendar, &signs, n);
                prop_assert!(others.iter().all(|(id, s)| sheets.get(id) == Some(s)), "one event touches its own commune only");
            }
            prop_assert_eq!(sheets, country.whole(&calendar, &signs));
        }
    }
}
