//! Kế hoạch tiếp xúc, đối thoại năm (S0.3, P1; fields by the domain notes §4.4): rows of planned conferences, what is in
//! force of a plan and its supplements, and where each row is today.

use jiff::civil::Date;

use super::{
    contents::{NOTE_MAX, TITLE_MAX},
    count::{Became, Event},
    scope::{Audience, chosen},
    state::{Basis, DialogueKind, DialogueState, DraftState, Form},
};
use crate::{
    opinion::{kind::Field, submission::text},
    problem::{Problem, What},
    text::date,
};

/// Rows of one plan at most.
pub const ROWS_MAX: usize = 60;

crate::words! {
    /// What a row of a supplement does to the plan in force.
    Change {
        /// thêm
        Add = "add",
        /// sửa: stands in place of a row that was approved
        Replace = "replace",
        /// bỏ: takes an approved row away
        Remove = "remove",
    }
}

crate::words! {
    /// Where a planned conference is today.
    RowStanding {
        /// chưa chuẩn bị
        NotStarted = "not_started",
        /// đang chuẩn bị
        Prepared = "prepared",
        /// đã thông báo
        Announced = "announced",
        /// đã tổ chức
        Held = "held",
        /// hoãn
        Postponed = "postponed",
        /// hủy
        Cancelled = "cancelled",
    }
}

/// What was typed of a planned conference, field by field, untouched.
#[derive(Clone, Debug, Default)]
pub struct TypedRow {
    /// Ids of the posts that chair.
    pub heads: Vec<String>,
    /// Code word of the kind.
    pub kind: String,
    /// Code word of the basis.
    pub basis: String,
    /// Topic, or empty: "sẽ chọn".
    pub topic: String,
    /// Whom it is for, in words.
    pub audience: String,
    /// Code words of the audiences.
    pub audiences: Vec<String>,
    /// Code words of the fields.
    pub fields: Vec<String>,
    /// Area or group: villages, an industrial cluster.
    pub area: String,
    /// Place, or empty.
    pub place: String,
    /// Month, 1 to 12; empty where a day is given.
    pub month: String,
    /// Day, or empty.
    pub on_day: String,
    /// Code word of the form.
    pub form: String,
    /// People expected, or empty.
    pub expected: String,
    /// Id of the body that prepares it, or empty.
    pub body: String,
    /// Documents to be published before it, or empty.
    pub documents: String,
    /// Day of the announcement, or empty.
    pub announce_on: String,
    /// Note on the budget, or empty.
    pub budget: String,
    /// `yes` for a pilot.
    pub pilot: String,
}

/// A planned conference that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Ids of the posts that chair, each once, at least one.
    pub heads: Vec<String>,
    /// Kind.
    pub kind: DialogueKind,
    /// By which rule.
    pub basis: Basis,
    /// Topic; empty: to be chosen.
    pub topic: String,
    /// Whom it is for, in words.
    pub audience: String,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// What it is about.
    pub fields: Vec<Field>,
    /// Area or group.
    pub area: String,
    /// Place, or empty.
    pub place: String,
    /// Month, 1 to 12.
    pub month: i64,
    /// Day, where it is known.
    pub on_day: Option<Date>,
    /// How people take part.
    pub form: Form,
    /// People expected.
    pub expected: Option<i64>,
    /// Id of the body that prepares it, or empty.
    pub body: String,
    /// Documents to be published before it.
    pub documents: String,
    /// Day of the announcement.
    pub announce_on: Option<Date>,
    /// Note on the budget.
    pub budget: String,
    /// Thí điểm.
    pub pilot: bool,
}

/// Reads a planned conference of a year.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn row(typed: &TypedRow, year: i16) -> Result<Row, Vec<Problem>> {
    let mut problems = Vec::new();
    let kind = choose(&typed.kind, "kind", &mut problems);
    let basis = choose(&typed.basis, "basis", &mut problems);
    let form = choose(&typed.form, "form", &mut problems);
    let heads = chosen::<String>(&typed.heads, "heads", &mut problems);
    if heads.is_empty() {
        problems.push(Problem::new("heads", What::NotAChoice));
    }
    let topic = text(&typed.topic, "topic", TITLE_MAX, false, &mut problems);
    let audience = text(&typed.audience, "audience", TITLE_MAX, false, &mut problems);
    let audiences = chosen(&typed.audiences, "audiences", &mut problems);
    let fields = chosen(&typed.fields, "fields", &mut problems);
    let area = text(&typed.area, "area", TITLE_MAX, false, &mut problems);
    let place = text(&typed.place, "place", TITLE_MAX, false, &mut problems);
    let documents = text(&typed.documents, "documents", NOTE_MAX, false, &mut problems);
    let budget = text(&typed.budget, "budget", TITLE_MAX, false, &mut problems);
    let on_day = day(&typed.on_day, "on_day", &mut problems);
    if on_day.is_some_and(|d| d.year() != year) {
        problems.push(Problem::new("on_day", What::DayOutOfOrder));
    }
    let announce_on = day(&typed.announce_on, "announce_on", &mut problems);
    if announce_on.zip(on_day).is_some_and(|(told, held)| told >= held) {
        problems.push(Problem::new("announce_on", What::DayOutOfOrder));
    }
    let month = match on_day {
        Some(d) => i64::from(d.month()),
        None => number(&typed.month, "month", 1, 12, &mut problems).unwrap_or_else(|| {
            if typed.month.trim().is_empty() {
                problems.push(Problem::new("month", What::Empty));
            }
            0
        }),
    };
    let expected = number(&typed.expected, "expected", 1, super::draft::EXPECTED_MAX, &mut problems);
    match (kind, basis, form) {
        (Some(kind), Some(basis), Some(form)) if problems.is_empty() => Ok(Row {
            heads,
            kind,
            basis,
            topic,
            audience,
            audiences,
            fields,
            area,
            place,
            month,
            on_day,
            form,
            expected,
            body: typed.body.clone(),
            documents,
            announce_on,
            budget,
            pilot: typed.pilot == "yes",
        }),
        _ => Err(problems),
    }
}

fn choose<T: std::str::FromStr>(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
    typed.parse().map_err(|_| problems.push(Problem::new(field, What::NotAChoice))).ok()
}

fn day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    if typed.trim().is_empty() {
        return None;
    }
    date::parse(typed).map_err(|e| problems.push(Problem::new(field, What::Day(e)))).ok()
}

fn number(typed: &str, field: &'static str, min: i64, max: i64, problems: &mut Vec<Problem>) -> Option<i64> {
    let plain = typed.trim().replace(['.', ' '], "");
    if plain.is_empty() {
        return None;
    }
    match plain.parse::<i64>() {
        Ok(n) if (min..=max).contains(&n) => Some(n),
        _ => {
            problems.push(Problem::new(field, What::Number { min, max }));
            None
        }
    }
}

/// A row as it stands in a plan or a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Id of the row.
    pub id: String,
    /// Number of its plan: 0 the plan of the year, 1 and more its supplements.
    pub plan: i64,
    /// State of its plan.
    pub state: DraftState,
    /// What it does.
    pub change: Change,
    /// The row in whose place it stands, or which it takes away; empty where it adds one.
    pub replaces: String,
}

/// The rows in force: of the approved plan, as its approved supplements changed it, each with the rows it stands in place
/// of (the dialogue that was prepared for one of these is the row's dialogue still). In the order handed in.
#[must_use]
pub fn in_force(lines: &[Line]) -> Vec<(String, Vec<String>)> {
    let mut approved: Vec<&Line> = lines.iter().filter(|l| l.state == DraftState::Approved).collect();
    approved.sort_by_key(|l| l.plan);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for line in approved {
        let at = rows.iter().position(|(id, _)| *id == line.replaces);
        match (line.change, at) {
            (Change::Add, _) => rows.push((line.id.clone(), Vec::new())),
            (Change::Replace, Some(at)) => {
                if let Some((id, before)) = rows.get_mut(at) {
                    before.push(std::mem::replace(id, line.id.clone()));
                }
            }
            (Change::Remove, Some(at)) => drop(rows.remove(at)),
            // The row is no longer in force: another supplement came first.
            (Change::Replace | Change::Remove, None) => {}
        }
    }
    rows
}

/// Where a planned conference is today, by the dialogue that was made of it.
#[must_use]
pub fn standing(event: Option<&Event>) -> RowStanding {
    match event {
        None => RowStanding::NotStarted,
        Some(e) => match e.became() {
            Became::Held => RowStanding::Held,
            Became::Cancelled => RowStanding::Cancelled,
            Became::Postponed => RowStanding::Postponed,
            Became::Coming if e.state >= DialogueState::Announced => RowStanding::Announced,
            Became::Coming => RowStanding::Prepared,
        },
    }
}

/// The title that a draft made from a row begins with. It is kept as a text, so it is Vietnamese in every language.
#[must_use]
pub fn title(row: &Row, year: i16) -> String {
    let title = if !row.topic.is_empty() {
        format!("Đối thoại: {}", row.topic)
    } else if !row.audience.is_empty() {
        format!("Đối thoại với {}", row.audience)
    } else {
        let kind = match row.kind {
            DialogueKind::Regular => "định kỳ",
            DialogueKind::Thematic => "chuyên đề",
            DialogueKind::AdHoc => "đột xuất",
        };
        format!("Đối thoại {kind} tháng {}/{year}", row.month)
    };
    title.chars().take(TITLE_MAX).collect()
}

/// The day that a draft made from a row begins with: the row's own; else the last day of its month. Never before today:
/// a draft is planned for today or later, and the office sets the day.
#[must_use]
pub fn first_day(on_day: Option<Date>, month: i64, year: i16, today: Date) -> Date {
    let of_month = || i8::try_from(month).ok().and_then(|m| Date::new(year, m, 1).ok()).map(Date::last_of_month);
    on_day.or_else(of_month).unwrap_or(today).max(today)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn typed() -> TypedRow {
        TypedRow {
            heads: vec!["bi-thu".into(), "chu-tich".into(), "bi-thu".into()],
            kind: "regular".into(),
            basis: "both".into(),
            form: "in_person".into(),
            month: "6".into(),
            ..TypedRow::default()
        }
    }

    fn line(id: &str, plan: i64, change: Change, replaces: &str) -> Line {
        Line { id: id.into(), plan, state: DraftState::Approved, change, replaces: replaces.into() }
    }

    #[test]
    fn a_row_needs_heads_kind_and_a_month_and_may_leave_the_topic_open() {
        let got = row(&typed(), 2026).unwrap();
        assert_eq!((got.heads.len(), got.month, got.topic.as_str(), got.on_day), (2, 6, "", None));
        let dated = row(&TypedRow { on_day: "20/06/2026".into(), month: String::new(), ..typed() }, 2026).unwrap();
        assert_eq!((dated.month, dated.on_day), (6, Some(date(2026, 6, 20))));
        let wrong = TypedRow {
            heads: vec![],
            month: "13".into(),
            on_day: String::new(),
            announce_on: "31/11/2026".into(),
            expected: "nhiều".into(),
            ..typed()
        };
        let fields: Vec<_> = row(&wrong, 2026).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["heads", "announce_on", "month", "expected"]);
        for (on, told) in [("20/06/2025", ""), ("20/06/2026", "20/06/2026")] {
            let t = TypedRow { on_day: on.into(), announce_on: told.into(), ..typed() };
            assert!(row(&t, 2026).is_err(), "{on} {told}");
        }
    }

    #[test]
    fn p1_a_supplement_changes_what_is_in_force_and_overwrites_nothing() {
        let mut lines = vec![
            line("a", 0, Change::Add, ""),
            line("b", 0, Change::Add, ""),
            line("b2", 1, Change::Replace, "b"),
            line("a-", 2, Change::Remove, "a"),
            line("c", 2, Change::Add, ""),
        ];
        let ids = |lines: &[Line]| in_force(lines).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(in_force(&lines), [("b2".to_owned(), vec!["b".to_owned()]), ("c".to_owned(), Vec::new())]);
        // Supplements act in the order of their numbers, whatever the order of rows.
        let turned: Vec<Line> = lines.iter().rev().cloned().collect();
        assert_eq!(ids(&turned), ["b2", "c"]);
        // A supplement that is not approved changes nothing.
        lines.iter_mut().filter(|l| l.plan == 2).for_each(|l| l.state = DraftState::Submitted);
        assert_eq!(ids(&lines), ["a", "b2"]);
        lines.iter_mut().for_each(|l| l.state = DraftState::Draft);
        assert!(in_force(&lines).is_empty());
    }

    #[test]
    fn p1_a_row_that_was_replaced_twice_stands_for_both_that_were_before() {
        let lines = [line("a", 0, Change::Add, ""), line("b", 1, Change::Replace, "a"), line("c", 2, Change::Replace, "b")];
        assert_eq!(in_force(&lines), [("c".to_owned(), vec!["a".to_owned(), "b".to_owned()])]);
    }

    #[test]
    fn s4_4_where_a_planned_row_stands_is_where_its_dialogue_stands() {
        let event = |state, stop| Event {
            id: "e".into(),
            kind: DialogueKind::Regular,
            state,
            stop,
            heads: vec!["h".into()],
            sessions: 1,
            pilot: false,
        };
        let cases = [
            (DialogueState::Approved, None, RowStanding::Prepared),
            (DialogueState::Announced, None, RowStanding::Announced),
            (DialogueState::Held, None, RowStanding::Held),
            (DialogueState::Announced, Some(super::super::scope::Stop::Postponed), RowStanding::Postponed),
            (DialogueState::Approved, Some(super::super::scope::Stop::Cancelled), RowStanding::Cancelled),
        ];
        for (state, stop, expected) in cases {
            assert_eq!(standing(Some(&event(state, stop))), expected, "{state} {stop:?}");
        }
        assert_eq!(standing(None), RowStanding::NotStarted);
    }

    #[test]
    fn a_draft_is_called_by_its_topic_its_audience_or_its_month() {
        let plain = row(&typed(), 2026).unwrap();
        assert_eq!(title(&plain, 2026), "Đối thoại định kỳ tháng 6/2026");
        let with = Row { audience: "Nhân dân thôn Hạ".into(), ..plain };
        assert_eq!(title(&with, 2026), "Đối thoại với Nhân dân thôn Hạ");
        assert_eq!(title(&Row { topic: "Nước sạch".into(), ..with }, 2026), "Đối thoại: Nước sạch");
    }

    #[test]
    fn a_draft_begins_on_the_rows_day_or_at_the_end_of_its_month_and_never_in_the_past() {
        let today = date(2026, 11, 25);
        assert_eq!(first_day(Some(date(2026, 12, 5)), 12, 2026, today), date(2026, 12, 5));
        assert_eq!(first_day(None, 12, 2026, today), date(2026, 12, 31));
        assert_eq!(first_day(None, 3, 2026, today), today);
    }

    proptest! {
        #[test]
        fn p1_no_row_is_in_force_twice_and_each_was_approved(
            moves in proptest::collection::vec((0..3_usize, 0..8_usize, 0..4_i64, any::<bool>()), 0..25)
        ) {
            let lines: Vec<Line> = moves.iter().enumerate().map(|(n, (change, of, plan, approved))| Line {
                id: n.to_string(),
                plan: *plan,
                state: if *approved { DraftState::Approved } else { DraftState::Draft },
                change: Change::ALL[*change],
                replaces: of.to_string(),
            }).collect();
            let rows = in_force(&lines);
            let mut ids: Vec<_> = rows.iter().flat_map(|(id, before)| before.iter().chain([id])).collect();
            let all = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
            prop_assert!(ids.iter().all(|id| lines.iter().any(|l| l.id == **id && l.state == DraftState::Approved)));
        }
    }
}
