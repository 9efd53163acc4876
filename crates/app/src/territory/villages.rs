//! What every change of a commune's villages shares: who may, which villages, the search, the record.

use caunoi_domain::{
    opinion::{
        submission::{LINE_MAX, text},
        tracking_code::PublicId,
    },
    people::policy::{Action, Scope},
    problem::{Problem, What},
    record::event::Datum,
    text::fold::exact,
    unit::village::{Basis, Change},
};
use caunoi_store::{
    Tx,
    search::{self, Doc},
    unit::{self, UnitRow},
    village::{self, Line, Village},
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The commune whose list is kept, where the actor may.
pub(super) async fn commune(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<UnitRow, Refusal> {
    cx.allow(Action::KeepVillages, Scope::unit(unit_id))?;
    let unit = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    if unit.level == caunoi_domain::unit::Level::Commune { Ok(unit) } else { Err(Refusal::NotFound("unit")) }
}

/// A village of the commune that is in force.
pub(super) async fn in_force(tx: &mut Tx<'_>, unit_id: &str, id: &str, field: &'static str) -> Result<Village, Refusal> {
    let found = village::find(tx, id).await?.filter(|v| v.unit_id == unit_id && v.valid_to.is_none());
    found.ok_or_else(|| Refusal::problem(field, What::NotAChoice))
}

/// As [`in_force`], and not on its way to another commune.
pub(super) async fn settled(tx: &mut Tx<'_>, unit_id: &str, id: &str, field: &'static str) -> Result<Village, Refusal> {
    let found = in_force(tx, unit_id, id, field).await?;
    let moving = village::on_the_way(tx, unit_id).await?.iter().any(|m| m.village_id == found.id);
    if moving { Err(Refusal::not_now("moving")) } else { Ok(found) }
}

/// A name as typed.
pub(super) fn name(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> String {
    text(typed, field, LINE_MAX, true, problems)
}

/// A name as typed, that no other village in force of the commune has (those that end with this change do not count).
pub(super) async fn new_name(
    tx: &mut Tx<'_>,
    unit_id: &str,
    typed: &str,
    ending: &[&Village],
    field: &'static str,
) -> Result<String, Refusal> {
    let mut problems = Vec::new();
    let name = name(typed, field, &mut problems);
    let key = exact(&name);
    let taken = village::of_unit(tx, unit_id)
        .await?
        .into_iter()
        .any(|v| v.valid_to.is_none() && exact(&v.name) == key && !ending.iter().any(|e| e.id == v.id));
    if problems.is_empty() && taken {
        problems.push(Problem::new(field, What::SameName));
    }
    if problems.is_empty() { Ok(name) } else { Err(Refusal::Invalid(problems)) }
}

/// Ends the old villages on the day before the change.
pub(super) async fn end(tx: &mut Tx<'_>, cx: &Cx, old: &[&Village], basis: &Basis) -> Result<(), Refusal> {
    let began: Vec<Option<Date>> = old.iter().map(|v| v.valid_from.as_deref().and_then(|d| d.parse().ok())).collect();
    let last = basis.check(&began, cx.today).map_err(Refusal::Invalid)?.to_string();
    for v in old {
        if !village::end(tx, &v.id, &last).await? {
            return Err(Refusal::not_now("ended"));
        }
    }
    Ok(())
}

/// Begins a village by that change, with its lineage.
pub(super) async fn begin(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit: &UnitRow,
    name: &str,
    old: &[&Village],
    change: (Change, &Basis),
) -> Result<Village, Refusal> {
    let (change, basis) = change;
    let row = Village {
        id: cx.id(),
        unit_id: unit.id.clone(),
        name: name.to_owned(),
        valid_from: Some(basis.on.to_string()),
        valid_to: None,
        source: basis.paper.clone(),
    };
    village::add(tx, &row).await?;
    let on_day = basis.on.to_string();
    for v in old {
        let line =
            Line { old_id: &v.id, new_id: &row.id, change, on_day: &on_day, paper: &basis.paper, at: cx.now_us, by_user: cx.actor.id() };
        village::add_line(tx, &line).await?;
    }
    Ok(row)
}

/// Renews what is found of villages: an ended one is found by its name as before, and leads on to what it became.
pub(super) async fn index(tx: &mut Tx<'_>, cx: &Cx, unit: &UnitRow, villages: &[&Village]) -> Result<(), Refusal> {
    let province = unit::find(tx, &unit.province_id).await?.map(|p| p.name).unwrap_or_default();
    for v in villages {
        let became = village::became(tx, &v.id).await?;
        let later: String = became.iter().map(|b| format!(" {} {}", b.new_name, b.new_unit)).collect();
        let doc = Doc {
            id: i64::try_from(cx.public_id().get() >> 1).unwrap_or(0),
            kind: "village",
            reference: &v.id,
            unit_id: &unit.id,
            public: true,
            title: &v.name,
            context: &unit.name,
            text: &format!("{} {} {province}{later}", v.name, unit.name),
            weight: 0,
            at: cx.now_us,
        };
        search::put(tx, &doc).await?;
    }
    unit::bump_version(tx, &unit.id).await?;
    Ok(())
}

/// Tells the record of a change: ids and the commitment to its paper, never a name.
pub(super) async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit: &UnitRow,
    kind: &'static str,
    ids: (&str, &[&Village]),
    basis: Option<&Basis>,
) -> Result<(), Refusal> {
    let (subject, others) = ids;
    let mut data: Vec<(&'static str, Datum)> = OTHERS.iter().zip(others).map(|(key, v)| (*key, Datum::Id(v.id.clone()))).collect();
    data.push(("villages", Datum::Int(i64::try_from(others.len()).unwrap_or(0))));
    if let Some(basis) = basis {
        data.push(("on_day", Datum::date(basis.on)));
        data.push(("paper", cx.commit(basis.paper.as_bytes())));
    }
    let happened = Happened { kind, unit_id: &unit.id, province_id: &unit.province_id, subject_kind: "village", subject, data };
    cx.record(tx, happened).await
}

/// Names under which the other villages of a change stand in its event.
const OTHERS: &[&str] =
    &["village_1", "village_2", "village_3", "village_4", "village_5", "village_6", "village_7", "village_8", "village_9"];
/// Villages of one merger or division at most.
pub const MOST: usize = OTHERS.len();

/// A fresh id of a move, that says nothing of its moment.
pub(super) fn move_id(cx: &Cx) -> String {
    let id: PublicId = cx.public_id();
    id.to_string()
}
