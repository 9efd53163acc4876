//! A unit of an operator's own table is found like those of the national lists: by its name, its province and the names
//! of what went into it.

use caunoi_domain::unit::{Level, Period};
use caunoi_store::{
    Tx,
    search::{self, Doc},
    unit::{self, UnitRow},
};

use crate::{context::Cx, refusal::Refusal};

/// Renews how a unit is found. A former commune is found as what it went into, as in the national lists.
pub(super) async fn index(tx: &mut Tx<'_>, cx: &Cx, u: &UnitRow) -> Result<(), Refusal> {
    if u.level == Level::Commune && u.period == Period::Before2025 {
        return Ok(());
    }
    let name_of = |u: Option<UnitRow>| u.map(|u| u.name).unwrap_or_default();
    let province = if u.level == Level::Province { String::new() } else { name_of(unit::find(tx, &u.province_id).await?) };
    let today = u.period.is_today();
    // A unit of today stands under its code; a former one, whose code may be another's now, under its id.
    let reference = if today { &u.code } else { &u.id };
    let mut context = province.clone();
    if let Some(above) = u.parent_id.as_ref().filter(|above| !today && **above != u.province_id) {
        context = format!("{}, {province}", name_of(unit::find(tx, above).await?));
    }
    let former = unit::former_names(tx, &u.id).await?.join(", ");
    let weight = match u.level {
        Level::Province if today => 2,
        _ if today => 1,
        _ => 0,
    };
    let doc = Doc {
        // Above the numbers of the national lists, whatever the draw.
        id: i64::try_from(cx.public_id().get() >> 1).unwrap_or(0) | (1 << 40),
        kind: "unit",
        reference,
        unit_id: &u.id,
        public: true,
        title: &u.name,
        context: &context,
        text: &format!("{} {context} {former}", u.name),
        weight,
        at: 0,
    };
    search::put(tx, &doc).await?;
    Ok(unit::bump_version(tx, &u.id).await?)
}
